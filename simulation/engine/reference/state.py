"""What the reference engine remembers while it plays: cases, gatherings, people at work."""

from dataclasses import dataclass, field
from typing import Final

from simulation.calendar.opening import Opening
from simulation.engine.reference.picture import Picture
from simulation.population.tables import ServerPlan

# Plain classes of numbers, not enums: in Python 3.11 reading a member of an enum takes five times as long.


class Rank:
    """In what order facts of one minute are applied (SEMANTICS S3.1)."""

    CONSENT_AND_LIFE: Final = 0
    FINISHED_WORK: Final = 1
    MESSAGES: Final = 2
    OPENED: Final = 3
    MEETINGS: Final = 4
    TIMERS: Final = 5


class What:
    """What a fact says."""

    OPENED: Final = 0
    FINISHED: Final = 1
    WAITED: Final = 2
    DUE: Final = 3
    CONSENT: Final = 4
    WITHDRAWN: Final = 5
    LIFE: Final = 6
    SEAT_CHANGES: Final = 7
    COMES_UP: Final = 8
    FOUND: Final = 9
    REPLY: Final = 10
    WRITTEN: Final = 11
    CLARIFIED: Final = 12
    REMINDER: Final = 13
    CUT_OFF: Final = 14
    PAPERS_DUE: Final = 15
    MEETING: Final = 16
    TOLD: Final = 17
    BACKGROUND: Final = 18
    OPENING: Final = 19
    LEFT_OPEN: Final = 20
    AGAIN: Final = 21
    CONTACT: Final = 22
    CONTACT_DONE: Final = 23
    NEWS: Final = 24


class Way:
    """How a flow lets others know."""

    VIEW: Final = 0
    PUSH: Final = 1
    THREAD: Final = 2


class State:
    """How far a step of a case has come."""

    WAITING: Final = 0
    ASKED: Final = 1
    STARTED: Final = 2
    DONE: Final = 3
    PASSED: Final = 4


class Status:
    """How far the asking of a holder has come."""

    UNASKED: Final = 0
    OPEN: Final = 1
    ANSWERED: Final = 2
    NEVER: Final = 3
    CANCELLED: Final = 4


class Entry:
    """What waits in a queue."""

    STEP: Final = 0
    VISIT: Final = 1
    ANSWER: Final = 2
    BACKGROUND: Final = 3


class Item:
    """What is done in a desk visit, in this order."""

    READ: Final = 0
    STEP: Final = 1
    REMIND: Final = 2
    LOOK_UP: Final = 3
    SEND: Final = 4


def pack(entry: int, place: int, row: int) -> int:
    """Return one whole number for what was finished, by which server (or of which data type), and its first row."""
    return (row << 20) + (place << 2) + entry


def unpack(packed: int) -> tuple[int, int, int]:
    """Return (entry, server or data type, row) of a packed number."""
    return packed & 3, packed >> 2 & 0x3FFFF, packed >> 20


ToDo = tuple[int, int, int, int]
"""An item of a visit: (what, step or holder, occurrence or 1 for a clarification, row that made it possible)."""


class Contact:
    """The asking of one holder in one case."""

    def __init__(self) -> None:
        """Nobody has named the holder yet."""
        self.known = -1
        """Row that named it, or -1."""
        self.reach = -1
        """Row of the naming that brought it within the persistence."""
        self.since = -1
        """Minute it became known."""
        self.wave = 1 << 20
        self.status: int = Status.UNASKED
        self.contacts = 0
        """Contacts made in this round."""
        self.round = 0
        self.last = -1
        """Row of the last contact."""
        self.under_way = False
        """Whether a reply is on its way."""
        self.writing: list[int] = []
        """Data types still being written."""
        self.read = False
        """Whether its reply has been read, so that its pointers are followed."""
        self.clarified = False
        """Whether the reply that may be hard to understand has been read."""
        self.received: list[tuple[int, int]] = []
        """(row it landed with, data type) of what was received and not yet read."""
        self.unclear: list[int] = []
        """Data types that wait for the clarification to be read."""
        self.looked_up = False
        self.relevance = -1
        """Highest need among what the holder may keep; -1 not looked up yet."""


@dataclass(slots=True)
class Gathering:
    """The snowball of one case."""

    contacts: list[Contact]
    deepest: int
    """Wave up to which this citizen's holders are asked."""
    unasked: list[tuple[int, int, int]] = field(default_factory=list)
    """(minus relevance, known since, holder) of those known and not asked in this round, in the order they are asked;
    some may have been asked since."""
    active: bool = False
    round: int = 0
    unread: list[tuple[int, int, int]] = field(default_factory=list)
    """(holder, 0 reply or item, 1 clarification; row) that arrived and were not read."""
    reminders: list[int] = field(default_factory=list)
    """Holders to be reminded at the next desk visit."""
    namings: list[tuple[int, int]] = field(default_factory=list)
    """(namer or -1, named): every naming, re-namings included."""
    last_read: list[tuple[int, int, int]] = field(default_factory=list)
    """(minute it landed, minus holder, row) of what was read in the last reading visit, and what ended a wait since."""
    begun: int = -1
    """Row that started this round."""
    left: int = 0
    """Requests that may still be sent in the running visit."""


@dataclass(slots=True)
class Desk:
    """One case on the desk of one role."""

    server: int = -1
    assigned: int = -1
    """Minute since when the person has the case."""
    state: int = 0
    """0 idle, 1 comes up later, 2 in the queue, 3 on the desk."""
    turn: int = 0
    """Counts plans to come up; an older one is void."""
    left: int = -1
    """Minute when the last visit ended; what is left comes up at a later turn."""
    ready: list[int] = field(default_factory=list)
    """Steps asked for and not started."""


@dataclass(slots=True)
class Visit:
    """A desk visit that is going on."""

    case: int
    role: int
    items: list[ToDo]
    """What is left; the running one is the last."""
    minutes: tuple[int, int] = (0, 0)
    """Handling of the running item: searching, and the rest."""
    running: bool = False
    """Whether an item is being done; else the next one is to be chosen."""
    landed: int = -1
    """Row that made the running item possible."""


@dataclass(slots=True)
class Server:
    """A person or a pool."""

    plan: ServerPlan
    opening: Opening
    queue: list[tuple[int, int, int, int, int, int, int, int]] = field(default_factory=list)
    """Heap of (priority, since, citizen, step, attempt, request, entry, row)."""
    busy: int = 0
    visit: Visit | None = None
    """The visit whose next item is to be chosen."""
    alarm: int = -1
    """Minute of the next opening that is already posted."""
    cases: int = 0
    """Open cases of the person."""
    open_until: int = -1
    """First closed minute after the open minutes in which something was last started, or to be started."""

    def minute_after(self, now: int, minutes: int) -> int:
        """Return when work is over that starts in an open minute and rests in closed ones."""
        end = now + minutes
        return end if end <= self.open_until else self.opening.advance(now, minutes)


@dataclass(slots=True)
class Case:
    """One citizen's case."""

    citizen: int
    opened: int
    """Row of its opening."""
    goes_through: frozenset[int]
    then: list[tuple[int, ...]]
    """Steps after each step, of those it goes through."""
    after: list[tuple[int, ...]]
    """Steps before each step, of those it goes through."""
    state: list[int]
    missing: list[int]
    """Unresolved steps before each step."""
    occurrence: list[int]
    resolved: list[int]
    """Row that resolved each step, or -1."""
    asked: list[int]
    """Row that asked for each step."""
    no_shows: list[int]
    """Appointments the citizen stayed away from, per step; counted anew each time the step happens."""
    answers: list[int]
    """Answer of each decide step, or -1."""
    went_back: list[int]
    """Times each step led back."""
    returned: list[int]
    """Times each step's check sent the case back."""
    gathering: Gathering
    """Of a course without one it is never begun."""
    picture: Picture | None = None
    """Given in a course with regular contacts."""
    desks: dict[int, Desk] = field(default_factory=dict)
    consent: int = -1
    """-1 not asked, 0 refused or withdrawn, 1 given."""
    excluded: int = 0
    """Domains left out of the consent (bits)."""
    taken_out: int = 0
    """Of these, domains that the citizen took out later; they stay out when consent is given anew."""
    file: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Data type to (minute it was current, giver)."""
    judged_out: int = 0
    """Data types read and put aside (bits)."""
    told: int = 0
    """Times the citizen has told."""
    newcomer: bool = False
    booked: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    """Meeting to (slot, turn, row)."""
    booked_times: dict[int, int] = field(default_factory=dict)
    """Meeting to slots booked so far."""
    slots_tried: dict[int, int] = field(default_factory=dict)
    """Meeting to slots that came."""
    consent_row: int = -1
    """Row of the last answer about consent."""
    waiting_entries: list[tuple[int, tuple[int, int, int, int, int, int, int, int]]] = field(default_factory=list)
    """(role, queue entry) that wait until the case has a person."""
    closed: bool = False
    ended: bool = False
    """Whether it is closed or counted as open."""
