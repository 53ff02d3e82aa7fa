"""What a page is put together from; one template draws each kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, TypeAlias

from simulation.reports.page.palette import Look

Verdict: TypeAlias = Literal["better", "worse", "changed", "uncertain", "undefined"]
Spec: TypeAlias = Mapping[str, object]
"""A figure as Plotly reads it, and under `narrow` what differs on a narrow screen."""


@dataclass(frozen=True)
class Key:
    """A scenario's name with its sign."""

    title: str
    look: Look


@dataclass(frozen=True)
class Swatch:
    """A colour with the number that stands in it."""

    colour: str
    ink: str
    number: str


@dataclass(frozen=True)
class Cell:
    """One cell of a table."""

    text: str
    small: str = ""
    """A second line, such as the interval."""
    is_number: bool = True
    is_code: bool = False
    """Whether the text is a path of the data, or the second line where there is one."""
    verdict: Verdict | None = None
    verdict_word: str = ""
    swatch: Swatch | None = None
    key: Key | None = None
    rows: int = 1
    """How many rows it spans."""
    measure: str = ""
    """Id of the measure it names."""
    input: str = ""
    """Path of the input it names, or the beginning of several."""


@dataclass(frozen=True)
class Head:
    """The head of a column."""

    text: str
    is_number: bool = True
    key: Key | None = None


@dataclass(frozen=True)
class Row:
    """One row; the first cells name it."""

    names: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    is_total: bool = False
    is_set_apart: bool = False


@dataclass(frozen=True)
class Table:
    """A table in a box of its own that scrolls where it is too wide."""

    kind: ClassVar[str] = "table"
    caption: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    note: str = ""
    is_dense: bool = False


@dataclass(frozen=True)
class Figure:
    """A figure with the words for those who do not see it."""

    kind: ClassVar[str] = "figure"
    id: str
    title: str
    alt: str
    spec: Spec = field(hash=False)
    legend: tuple[Key, ...] = ()
    is_bars: bool = False
    """Whether the legend shows patterns of bars, else dashes and markers of lines."""
    note: str = ""


@dataclass(frozen=True)
class Prose:
    """Paragraphs."""

    kind: ClassVar[str] = "prose"
    paragraphs: tuple[str, ...]
    tone: Literal["plain", "note", "warning"] = "plain"
    title: str = ""


@dataclass(frozen=True)
class Points:
    """A list of sentences, some with a scenario's sign in front."""

    kind: ClassVar[str] = "points"
    items: tuple[tuple[Key | None, str], ...]


@dataclass(frozen=True)
class Heading:
    """A heading under that of the section."""

    kind: ClassVar[str] = "heading"
    text: str
    key: Key | None = None
    level: Literal[3, 4] = 3


@dataclass(frozen=True)
class Headline:
    """One difference in plain words."""

    measure: str
    change: str
    interval: str
    verdict: Verdict
    verdict_word: str
    id: str = ""
    """Of the measure."""


@dataclass(frozen=True)
class Headlines:
    """The differences of one scenario."""

    kind: ClassVar[str] = "headlines"
    key: Key
    items: tuple[Headline, ...]


@dataclass(frozen=True)
class Command:
    """A command to copy."""

    kind: ClassVar[str] = "command"
    text: str


@dataclass(frozen=True)
class Fold:
    """Blocks that are opened with a click."""

    kind: ClassVar[str] = "fold"
    summary: str
    blocks: "tuple[Block, ...]"


Block: TypeAlias = Table | Figure | Prose | Points | Heading | Headlines | Command | Fold


@dataclass(frozen=True)
class Section:
    """One part of the page."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Told:
    """One scenario as the opening tells it."""

    key: Key
    what: str
    proposals: tuple[tuple[str, str], ...]
    """Code and title of each."""
    terms: str
    """Profile and rule set."""


@dataclass(frozen=True)
class Opening:
    """What is compared with what, and what must be known before any number is read."""

    course: str
    title: str
    scenarios: tuple[Told, ...]
    banner_title: str
    banner: tuple[str, ...]
    warnings: tuple[Prose, ...]
    notes: tuple[Prose, ...]
