"""Who said what to whom in one citizen's course, and who pointed to whom."""

from typing import NamedTuple

from simulation.engine.kinds import Kind
from simulation.measures.one_citizen import CITIZEN, Happening, OneCitizen

FROM_ACTOR_TO_OTHER = (
    Kind.REQUEST_SENT,
    Kind.REQUEST_REMINDED,
    Kind.CALLED,
)
FROM_OTHER_TO_ACTOR = (Kind.MESSAGE_SENT, Kind.LOOKED_UP)
FROM_OTHER_TO_OWNER = (Kind.REQUEST_ANSWERED, Kind.REPLY_LATE)
WITH_CITIZEN = (Kind.CITIZEN_ASKED, Kind.NO_SHOW, Kind.CONTACT_IN_VAIN, Kind.CONTACT_PAUSED, Kind.CONTACT_CLASHED)


class Said(NamedTuple):
    """One message, call, look-up, telling or contact."""

    happening: Happening
    sender: str
    receiver: str


def said_in(one: OneCitizen) -> tuple[Said, ...]:
    """Return what was said, in order; what nobody in the picture said or heard is left out."""
    found = (_said(one, here) for here in one.happened)
    return tuple(said for said in found if said is not None and said.sender != said.receiver and said.sender)


def _said(one: OneCitizen, here: Happening) -> Said | None:
    kind = here.kind
    if kind in FROM_ACTOR_TO_OTHER:
        return Said(here, here.actor, here.from_actor)
    if kind in FROM_OTHER_TO_ACTOR:
        return Said(here, here.from_actor, here.actor)
    if kind in FROM_OTHER_TO_OWNER or (kind == Kind.CLARIFIED and one.owner != CITIZEN):
        return Said(here, here.from_actor, one.owner)
    if kind == Kind.ACTOR_TOLD:
        return Said(here, one.owner, here.actor)
    if kind == Kind.CLARIFIED:
        return Said(here, here.from_actor, here.actor)
    is_contact = kind == Kind.STEP_STARTED and here.step in one.contacts
    return Said(here, CITIZEN, here.actor) if here.actor and (is_contact or kind in WITH_CITIZEN) else None


def pointers_in(one: OneCitizen) -> tuple[Happening, ...]:
    """Return the rows in which one actor names another, in order, repeated namings too."""
    return tuple(here for here in one.happened if here.kind == Kind.HOLDER_NAMED and here.from_actor)
