"""One citizen's course as a journey: what each actor did when, what was waited for, and which path decided."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.followed import Followed
from simulation.measures.links import links_to_the_close
from simulation.measures.one_citizen import CITIZEN, Happening, OneCitizen, everyone
from simulation.measures.open_minutes import OpenMinutes
from simulation.measures.snowball_picture import is_repeated
from simulation.measures.where_time_went import Pieces, pieces_of
from simulation.population.cast import Integers
from simulation.values.causes import Cause


class Span(NamedTuple):
    """Time an actor's lane is taken up, in minutes since opening."""

    lane: str
    start: int
    end: int
    is_request: bool
    """Whether it is an answer that is waited for, else a step."""
    step: str
    row: int


class PathPiece(NamedTuple):
    """Part of the path that decided, of one cause, in minutes since opening."""

    lane: str
    start: int
    end: int
    cause: Cause
    closed: int
    """Closed minutes inside started work; they count as closed hours."""
    happening: Happening
    """What ended it."""


class Mark(NamedTuple):
    """Something that happened in a moment."""

    lane: str
    minute: int
    is_told_again: bool
    happening: Happening


@dataclass(frozen=True)
class Journey:
    """One citizen's course."""

    one: OneCitizen
    spans: tuple[Span, ...]
    path: tuple[PathPiece, ...]
    """Tiles the time from opening to close; empty where the case never closed."""
    marks: tuple[Mark, ...]
    lead: int | None
    """Minutes from opening to close; None where it never closed."""

    def minutes_by_cause(self) -> dict[Cause, int]:
        """Return the minutes of each cause; they add up to the lead time."""
        found = dict.fromkeys(Cause, 0)
        for piece in self.path:
            found[piece.cause] += piece.end - piece.start - piece.closed
            found[Cause.CLOSED_HOURS] += piece.closed
        return {cause: minutes for cause, minutes in found.items() if minutes}


MARKED = (
    Kind.CONSENT_GIVEN,
    Kind.CONSENT_REFUSED,
    Kind.CONSENT_WITHDRAWN,
    Kind.CITIZEN_ASKED,
    Kind.DATA_RECEIVED,
    Kind.MEETING_HELD,
    Kind.CASE_RETURNED,
    Kind.LIFE_EVENT,
    Kind.NO_SHOW,
    Kind.CONTACT_PAUSED,
    Kind.CONTACT_IN_VAIN,
    Kind.CONTACT_CLASHED,
    Kind.CALLED,
    Kind.MESSAGE_SENT,
    Kind.ACTOR_TOLD,
)


def journeys(seen: Followed) -> tuple[Journey, ...]:
    """Return the journeys of the observed citizens, in order of opening."""
    open_minutes = OpenMinutes(seen.inputs.openings)
    pieces = pieces_of(seen, links_to_the_close(seen), open_minutes)
    closed = pieces.closed(open_minutes)
    return tuple(
        _journey(one, _path(one, pieces, closed, (place, int(seen.opened[place]))))
        for place, one in enumerate(everyone(seen))
    )


def _journey(one: OneCitizen, path: tuple[PathPiece, ...]) -> Journey:
    closed = [here.minute for here in one.happened if here.kind == Kind.CASE_CLOSED]
    lead = closed[-1] if closed else None
    return Journey(one, tuple(_spans(one)), path, tuple(_marks(one)), lead)


def lane_of(here: Happening) -> str:
    """Return whose lane a row lies in: who was waited for, else who did it, else the citizen."""
    waited = here.kind in (Kind.DATA_RECEIVED, Kind.REQUEST_NEVER_ANSWERED) or here.cause == Cause.NEVER_CAME
    if waited and here.from_actor:
        return here.from_actor
    if here.cause in (Cause.CITIZEN, Cause.CONSENT) and here.kind != Kind.STEP_STARTED:
        return CITIZEN
    return here.actor or CITIZEN


def _path(one: OneCitizen, pieces: Pieces, closed: Integers, whose: tuple[int, int]) -> tuple[PathPiece, ...]:
    """Return the path of one citizen: (place among the observed, opening minute)."""
    place, opened = whose
    by_row = {here.row: here for here in one.happened}
    own = np.flatnonzero((pieces.citizen == place) & (pieces.end > pieces.start))
    found = [
        PathPiece(
            lane_of(by_row[int(pieces.row[at])]),
            int(pieces.start[at]) - opened,
            int(pieces.end[at]) - opened,
            Cause(pieces.cause[at]),
            int(closed[at]),
            by_row[int(pieces.row[at])],
        )
        for at in own
    ]
    return tuple(sorted(found, key=lambda piece: piece.start))


def _spans(one: OneCitizen) -> list[Span]:
    """Return how long steps ran and answers were waited for; a contact is a moment and has no span."""
    found, begun, sent = [], dict[str, Happening](), dict[str, Happening]()
    for here in one.happened:
        if here.kind in (Kind.STEP_ASKED, Kind.STEP_STARTED) and here.step not in one.contacts:
            begun[here.step] = here
        elif here.kind == Kind.STEP_DONE and here.step in begun:
            first = begun.pop(here.step)
            found.append(Span(here.actor or CITIZEN, first.minute, here.minute, False, here.step, here.row))
        elif here.kind == Kind.REQUEST_SENT:
            sent[here.from_actor] = here
        elif here.kind in (Kind.REQUEST_ANSWERED, Kind.REQUEST_NEVER_ANSWERED, Kind.REQUEST_CANCELLED):
            first_sent = sent.pop(here.from_actor, None)
            if first_sent is not None:
                found.append(Span(here.from_actor, first_sent.minute, here.minute, True, "", here.row))
    return [span for span in found if span.end > span.start]


def _marks(one: OneCitizen) -> list[Mark]:
    found = []
    for here in one.happened:
        is_contact = here.kind == Kind.STEP_STARTED and here.step in one.contacts
        if here.kind in MARKED or is_contact:
            lane = CITIZEN if here.kind == Kind.LIFE_EVENT else here.actor or lane_of(here)
            again = here.kind == Kind.CITIZEN_ASKED and is_repeated(one, here)
            found.append(Mark(here.from_actor if here.kind == Kind.DATA_RECEIVED else lane, here.minute, again, here))
    return found
