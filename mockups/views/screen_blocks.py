"""A filled screen as plain values: what stands where, and where each value comes from."""

from dataclasses import dataclass, field
from typing import TypeAlias

from simulation import Stop


@dataclass(frozen=True)
class Value:
    """One value on a screen."""

    text: str
    origin: str
    """`row:17` of the log, `opening:cv` for what was there at opening, `file:...` for a line of a data file, `fold` for
    what follows from all rows so far, `clock` for the day itself."""
    empty: str = ""
    """Which of the three kinds of empty it is; nothing where there is a value."""
    marks: tuple[str, ...] = ()
    """Short remarks, such as that it was had before the consent was withdrawn."""


@dataclass(frozen=True)
class Pairs:
    """Labels with values."""

    pairs: tuple[tuple[str, Value], ...]


@dataclass(frozen=True)
class Grid:
    """A table."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    nothing: str
    """Said where there are no rows."""
    note: str = ""


@dataclass(frozen=True)
class Entry:
    """One message or event."""

    when: Value
    what: Value
    who: str = ""
    is_sent: bool = False


@dataclass(frozen=True)
class Stream:
    """Messages or events in order of time, the latest first."""

    entries: tuple[Entry, ...]
    nothing: str
    note: str = ""


@dataclass(frozen=True)
class Paragraphs:
    """A document: what it is, and practice text."""

    head: Pairs
    text: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Input:
    """One field of a form."""

    id: str
    label: str
    input: str
    options: tuple[tuple[str, str], ...] = ()
    known: Value | None = None
    """What it may be filled in with."""
    known_note: str = ""
    required: bool = False
    typed: str | tuple[str, ...] = ""


@dataclass(frozen=True)
class Form:
    """A form to fill in."""

    id: str
    inputs: tuple[Input, ...]
    title: str = ""
    """Who of several fills it in."""
    stops: Stop | None = None
    """Which answer withdraws consent."""


@dataclass(frozen=True)
class Track:
    """Phases in order, with the one this screen belongs to."""

    titles: tuple[str, ...]
    current: int


@dataclass(frozen=True)
class Mark:
    """One sign in a lane."""

    day: int
    sign: str
    what: Value


@dataclass(frozen=True)
class Lane:
    """What went on with one actor."""

    name: Value
    state: Value
    """How long ago the latest was, or how one stands with the actor where nothing happened."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Lanes:
    """One lane per actor on the same axis of days."""

    first: int
    """First day of the axis."""
    last: int
    ends: tuple[Value, Value]
    """Dates of both ends."""
    visit: int | None
    """Day of the own contact before this one."""
    lanes: tuple[Lane, ...]
    legend: tuple[tuple[str, str], ...]
    """Signs that are there, each in words."""
    twin: Grid
    """The same as a table, the latest first."""
    twin_title: str
    note: str


@dataclass(frozen=True)
class Words:
    """Fixed words."""

    text: str


Body: TypeAlias = Pairs | Grid | Stream | Paragraphs | Form | Track | Lanes | Words


@dataclass(frozen=True)
class Branch:
    """The answer that an element waits for."""

    form: str
    field: str
    option: str
    words: str
    """The condition in words."""


@dataclass(frozen=True)
class Block:
    """One element of a screen."""

    id: str
    kind: str
    title: str
    help: str
    bodies: tuple[Body, ...]
    branch: Branch | None = None
    """Given where a page that cannot be filled anew must hold the element, whatever was answered."""


@dataclass(frozen=True)
class Sheet:
    """A whole screen, filled for one actor, citizen and day."""

    id: str
    code: str
    title: str
    look: str
    system: str
    """The kind of system, in words."""
    user: str
    """Who sits at it."""
    lines: tuple[tuple[str, Value], ...]
    """Name, number, day and consent, above everything else."""
    notes: tuple[str, ...]
    """What must be said of this screen, such as that nothing like it exists today."""
    blocks: tuple[Block, ...]
    before: str = ""
    """Why there is little to see yet, where that is so."""
    menu: tuple[str, ...] = field(default=())
    """The same four headings on every screen."""


def values_of(sheet: Sheet) -> tuple[Value, ...]:
    """Return every value on a screen, in order."""
    found = [value for _, value in sheet.lines]
    for block in sheet.blocks:
        for body in block.bodies:
            found += _values_in(body)
    return tuple(found)


def _values_in(body: Body) -> list[Value]:
    if isinstance(body, Pairs):
        return [value for _, value in body.pairs]
    if isinstance(body, Grid):
        return [value for row in body.rows for value in row]
    if isinstance(body, Stream):
        return [value for entry in body.entries for value in (entry.when, entry.what)]
    if isinstance(body, Paragraphs):
        return _values_in(body.head)
    if isinstance(body, Lanes):
        marks = [mark.what for lane in body.lanes for mark in lane.marks]
        heads = [value for lane in body.lanes for value in (lane.name, lane.state)]
        return [*body.ends, *heads, *marks, *_values_in(body.twin)]
    if isinstance(body, Form):
        return [one.known for one in body.inputs if one.known is not None]
    return []
