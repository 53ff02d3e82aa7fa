"""A document as Markdown; drawings are files beside it, English words are set in italics."""

import re
from collections.abc import Sequence
from functools import singledispatch

from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.document import (
    Block,
    Cards,
    Cell,
    Document,
    Drawing,
    Heading,
    Link,
    Paragraph,
    Points,
    Table,
)

SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def markdown(document: Document) -> str:
    """Return a document as Markdown."""
    parts = [f"# {plain(document.title)}", f"*{plain(document.step)}*", plain(document.lead), plain(DA["banner"])]
    return "\n\n".join([*parts, *(shown(block) for block in document.blocks)]) + "\n"


def plain(text: str) -> str:
    """Return text in which no letter means anything to Markdown."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split(" ")).replace("\n", " "))


def words(cell: Cell) -> str:
    """Return a cell on one line."""
    if isinstance(cell, str):
        return plain(cell)
    if isinstance(cell, Link):
        return f"[{plain(cell.da)}]({cell.name}.md)"
    english = f"*{plain(cell.en.strip())}*" if cell.en.strip() else ""
    if not cell.da:
        return english
    return f"{plain(cell.da)} ({english})" if english else plain(cell.da)


@singledispatch
def shown(block: Block) -> str:
    """Return one block."""
    raise TypeError(block)


@shown.register
def _(block: Heading) -> str:
    return f"{'###' if block.is_minor else '##'} {words(block.text)}"


@shown.register
def _(block: Paragraph) -> str:
    return f"> {words(block.text)}" if block.is_note else words(block.text)


@shown.register
def _(block: Points) -> str:
    return "\n".join(f"- {words(item)}" for item in block.items)


@shown.register
def _(block: Table) -> str:
    rules = ["---:" if place in block.numbers else "---" for place in range(len(block.columns))]
    rows = [row_of(row, block.blanks) for row in block.rows]
    return "\n".join([f"**{plain(block.caption)}**", "", line(map_plain(block.columns)), line(rules), *rows])


@shown.register
def _(block: Cards) -> str:
    parts = []
    for card in block.cards:
        facts = "\n".join(f"- **{plain(name)}:** {words(value)}" for name, value in card.facts)
        parts.append(f"### {plain(card.title)}\n\n{words(card.text)}\n\n{facts}")
    return "\n\n".join(parts)


@shown.register
def _(block: Drawing) -> str:
    return f"![{plain(block.said)}]({block.name}.svg)\n\n*{plain(block.caption)}*"


def row_of(row: Sequence[Cell], blanks: Sequence[int]) -> str:
    """Return a row of a table; what is not known is a dash, what is to be filled in is left open."""
    cells = [words(cell) or (" " if place in blanks else DA["nothing"]) for place, cell in enumerate(row)]
    return line(cells)


def map_plain(texts: Sequence[str]) -> list[str]:
    """Return texts in which no letter means anything to Markdown."""
    return [plain(text) for text in texts]


def line(cells: Sequence[str]) -> str:
    """Return one line of a table."""
    return f"| {' | '.join(cells)} |"
