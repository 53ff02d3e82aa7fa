"""What a document is made of: headings, paragraphs, lists, tables, cards and drawings, as plain values.

Two renderers know what becomes of it: `markdown` and `html`. Texts are Danish, with English beside them
where the data have it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from simulation.values.wording import Lang


@dataclass(frozen=True)
class Said:
    """Words in Danish, in English, or in both."""

    da: str = ""
    en: str = ""

    def in_language(self, lang: Lang) -> str:
        """Return the words in `da` or `en`."""
        return self.en if lang == "en" else self.da


@dataclass(frozen=True)
class Link:
    """Danish words that lead to another document."""

    da: str
    name: str
    """Name of the document's file, without ending."""


Cell: TypeAlias = str | Said | Link
"""Danish words, words of which some are English, or a way to another document."""


@dataclass(frozen=True)
class Heading:
    """A heading inside a document."""

    text: Cell
    is_minor: bool = False
    """Below a section, not a section of its own."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    text: Cell
    is_note: bool = False
    """What a reader must know, set apart."""


@dataclass(frozen=True)
class Points:
    """A list."""

    items: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table; the first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: tuple[int, ...] = ()
    """Columns of numbers, which stand to the right."""
    blanks: tuple[int, ...] = ()
    """Columns to fill in by hand; elsewhere an empty cell says that nothing is known."""
    is_dense: bool = False
    """Many columns, small letters."""


@dataclass(frozen=True)
class Card:
    """A person or a thing at a glance: text, and facts by name."""

    title: str
    text: Cell
    facts: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True)
class Cards:
    """Cards beside each other."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Drawing:
    """An SVG drawing; a table beside it says the same in words."""

    name: str
    """Name of its file, without ending."""
    caption: str
    svg: str
    said: str
    """What is drawn, in words, for who does not see it."""


Block: TypeAlias = Heading | Paragraph | Points | Table | Cards | Drawing


@dataclass(frozen=True)
class Document:
    """One deliverable."""

    name: str
    """Name of its file, without ending."""
    step: str
    """Step of the pilot it belongs to, in words."""
    title: str
    lead: str
    """What it is and what it is for."""
    blocks: tuple[Block, ...]

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """The drawings of the document, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Drawing))


def table_or(empty: str, table: Table) -> Block:
    """Return a table, or a paragraph that says what there is not, where it has no rows."""
    return table if table.rows else Paragraph(empty)


def points_or(empty: str, items: Sequence[Cell]) -> Block:
    """Return a list, or a paragraph that says what there is not."""
    return Points(tuple(items)) if items else Paragraph(empty)
