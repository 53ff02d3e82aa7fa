"""The desk of one actor while the log is taken in: what lies on it, and which rows are its own."""

from dataclasses import dataclass, field, replace

from simulation.engine.kinds import Kind
from simulation.measures.known import Frame, Item, KnownContact, Order
from simulation.measures.one_citizen import CITIZEN, Happening
from simulation.measures.rights import CONSENTS, Consent, Why

Place = tuple[str, str]
"""Data type and keeper."""

TALKS = (
    Kind.REQUEST_SENT,
    Kind.REQUEST_REMINDED,
    Kind.REQUEST_ANSWERED,
    Kind.REPLY_LATE,
    Kind.MESSAGE_SENT,
    Kind.CALLED,
    Kind.CLARIFIED,
    Kind.LOOKED_UP,
)
TO_OWNER = (
    Kind.CASE_OPENED,
    Kind.REQUEST_ANSWERED,
    Kind.REQUEST_NEVER_ANSWERED,
    Kind.REQUEST_CANCELLED,
    Kind.REPLY_LATE,
    Kind.CLARIFIED,
    Kind.MEETING_BOOKED,
    Kind.MEETING_MOVED,
    Kind.SEAT_LOST,
    Kind.MEETING_HELD,
    Kind.CASE_RETURNED,
    Kind.ACTOR_TOLD,
    Kind.NO_SHOW,
    Kind.CASE_CLOSED,
    Kind.CASE_LEFT_OPEN,
)
OF_CITIZEN = (
    Kind.CASE_OPENED,
    *CONSENTS,
    Kind.CONSENT_ASKED,
    Kind.CITIZEN_ASKED,
    Kind.NO_SHOW,
    Kind.MEETING_BOOKED,
    Kind.MEETING_MOVED,
    Kind.MEETING_HELD,
    Kind.CASE_CLOSED,
    Kind.LIFE_EVENT,
)


@dataclass
class Desk:
    """The fold under way, for one actor."""

    frame: Frame
    actor: str
    items: dict[Place, Item] = field(default_factory=dict)
    contacts: dict[str, KnownContact] = field(default_factory=dict)
    consent: Consent = field(default_factory=Consent)
    consents: list[Consent] = field(default_factory=list)
    happened: list[Happening] = field(default_factory=list)
    missing: list[Happening] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    file: dict[Place, Item] = field(default_factory=dict)
    """What lies in the file of the one who gathers, for who gets its papers."""

    @property
    def owner(self) -> str:
        """Return who runs the case."""
        return self.frame.one.owner

    def put(self, item: Item) -> None:
        """Lay something known on the desk, in the place of what was known of it before."""
        self.items[item.data_type, item.keeper] = item

    def contact(self, name: str) -> KnownContact:
        """Return how the actor stands with another."""
        return self.contacts.get(name) or KnownContact(name)

    def change(self, name: str, here: Happening, **more: object) -> None:
        """Note how the actor stands with another from this row on."""
        old = self.contact(name)
        self.contacts[name] = replace(old, **{"row": here.row, "since": here.minute, **more})  # type: ignore[arg-type]

    def why(self, giver: str, data_type: str, otherwise: Why) -> Why:
        """Return why a giver may tell this actor of a data type now."""
        return self.frame.rights.may(self.consent, giver, self.actor, data_type) or otherwise

    def take(self, here: Happening) -> None:
        """Take in one row."""
        if here.kind in CONSENTS:
            self.consent = self.frame.rights.consent(here)
            self.consents.append(self.consent)
            self.close(here.minute)
        if self.takes_part(here):
            self.happened.append(here)

    def close(self, minute: int) -> None:
        """Mark what the consent no longer covers; what was shown live stays as it was in this minute (S8.4)."""
        for place, item in self.items.items():
            if item.why != Why.CONSENT:
                continue
            covered = self.frame.rights.may(self.consent, item.giver, self.actor, item.data_type) is not None
            if not covered and not item.is_before_withdrawal:
                as_of = minute if item.is_live else item.as_of
                self.items[place] = replace(item, is_before_withdrawal=True, is_live=False, as_of=as_of)

    def takes_part(self, here: Happening) -> bool:
        """Return whether the row is one of this actor's own, or of its talk with another."""
        if self.actor == CITIZEN:
            return here.kind in OF_CITIZEN
        if here.kind in CONSENTS or here.kind == Kind.CONSENT_ASKED:
            return self.actor == here.actor or self.actor == self.owner
        if here.kind == Kind.HOLDER_NAMED:
            return self.actor == self.owner and here.attempt == 0
        if self.actor == self.owner and here.kind in TO_OWNER:
            return True
        if here.kind in TALKS:
            return self.actor in (here.actor, here.from_actor)
        return self.actor == here.actor
