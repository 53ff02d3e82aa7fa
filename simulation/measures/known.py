"""What an actor knows of one citizen, as values: things known, standing with others, and what a fold needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulation.measures.one_citizen import Happening, OneCitizen
from simulation.measures.rights import Consent, Rights, Why
from simulation.measures.snowball_picture import Way

AT_OPENING = -1
"""Stands for the row of what was there when the case opened."""


class Got(StrEnum):
    """How an actor came to know something."""

    OWN = "own"
    """Kept in its own system when the case opened."""
    MADE = "made"
    """Made in a step of its own."""
    REPLY = "reply"
    VIEW = "view"
    PAPERS = "papers"
    MESSAGE = "message"
    PHONE = "phone"
    MEETING = "meeting"
    CITIZEN = "citizen"
    SEEN = "seen"
    """Seen with own eyes."""


GOT = {
    Way.CITIZEN: Got.CITIZEN,
    Way.PHONE: Got.PHONE,
    Way.MESSAGE: Got.MESSAGE,
    Way.VIEW: Got.VIEW,
    Way.MEETING: Got.MEETING,
    Way.SEEN: Got.SEEN,
}


class Empty(StrEnum):
    """The three ways in which nothing is there to show."""

    UNKNOWN = "unknown"
    """Asked for, and nobody has said."""
    NOT_SHARED = "not_shared"
    """Known to exist, and not shared with who looks."""
    NOT_ASKED = "not_asked"


class Standing(StrEnum):
    """How far an actor is with another."""

    HAS = "has"
    """Has something of it."""
    OPEN = "open"
    """Has asked and waits."""
    NOTHING = "nothing"
    """Was told that there is nothing."""
    NO_ANSWER = "no_answer"
    STOPPED = "stopped"
    KNOWN = "known"
    """Knows that it has to do with the citizen, and has not asked."""
    NONE = "none"


@dataclass(frozen=True)
class Item:
    """Something an actor knows."""

    data_type: str
    keeper: str
    """Whose it is; empty where there is one truth about the citizen."""
    giver: str
    """From whom it was had."""
    got: Got
    why: Why
    rule: str
    """Rule of law that lets it be known without consent, else empty."""
    row: int
    """Row of the log, or `AT_OPENING`."""
    since: int
    """Minute since when it is known."""
    as_of: int
    """Minute of which it tells; -1 where it was there at opening and nobody says of when it is."""
    channel: str = ""
    is_live: bool = False
    """Shown as it is now, for as long as it may be."""
    is_read: bool = True
    is_kept_out: bool = False
    """Read, and put aside as of no use to the case."""
    is_before_withdrawal: bool = False
    """Had while the consent covered it, which it no longer does."""
    as_of_row: int = AT_OPENING
    """Row that says so, where it is another."""


@dataclass(frozen=True)
class KnownContact:
    """How an actor stands with another that may hold something."""

    actor: str
    standing: Standing = Standing.NONE
    empty: Empty | None = Empty.NOT_ASKED
    """None where there is something to show."""
    items: tuple[Item, ...] = ()
    row: int = AT_OPENING
    """Row that made it so."""
    since: int = -1
    """Minute of that row."""
    asked: int = -1
    """Minute of the first request."""
    asked_row: int = -1
    reminders: int = 0
    channel: str = ""
    named_by: str = ""


@dataclass(frozen=True)
class Order:
    """Something that a step of the course has another actor write, such as a certificate."""

    data_type: str
    writer: str
    asked: Happening
    done: Happening | None = None


@dataclass(frozen=True)
class Knowledge:
    """What an actor knows at a minute."""

    actor: str
    minute: int
    items: tuple[Item, ...]
    """By data type and keeper."""
    contacts: Mapping[str, KnownContact]
    """All others that can hold something, by id; the same list for every citizen."""
    consent: Consent
    consents: tuple[Consent, ...]
    """All answers so far."""
    happened: tuple[Happening, ...]
    """Rows that this actor took part in, in order."""
    orders: tuple["Order", ...]
    """What this actor has ordered in steps of the course, or was ordered to write."""
    missing: tuple[Happening, ...]
    """Rows that told this actor that something was missing when it was needed."""

    def find(self, data_type: str) -> tuple[Item, ...]:
        """Return what is known of a data type."""
        return tuple(one for one in self.items if one.data_type == data_type)


@dataclass(frozen=True)
class Frame:
    """What a fold needs of one citizen beside the log."""

    one: OneCitizen
    rights: Rights
    at_opening: Mapping[str, tuple[tuple[str, str], ...]]
    """(data type, keeper) that each actor keeps when the case opens."""
    others: tuple[str, ...]
    """Actors that can hold something, whoever the citizen is."""
    seen_types: frozenset[str]
    """Data types that contacts see with their own eyes; views show these as old as they are."""
    efforts: frozenset[str]
    """Data types that say which efforts there are, in a course of contacts."""
    produces: Mapping[str, tuple[str, ...]]
    """Data types that each step makes where another actor than the owner is waited for."""
    papers: frozenset[str]
    """Steps that send the case's papers to who takes part in its meeting."""
    members: frozenset[str]
    """Actors that get these papers."""
    told: frozenset[str]
    """Holders that the citizen remembers and willingly tells of."""
    indexed: frozenset[str]
    """Holders that an index shows for this citizen."""
