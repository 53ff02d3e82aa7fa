"""Every number of a scenario to search in, and the assumptions in the order of what they move."""

from collections.abc import Sequence
from dataclasses import dataclass

from mockups.texts import Texts
from mockups.views.tables import table
from simulation import Cell, Head, Input, Row, Screening, Table

MOST_SHOWN = 60
"""Rows of a table; the rest is on further leaves."""
MOST_RANKED = 20


@dataclass(frozen=True)
class Found:
    """Numbers that fit what is asked for."""

    inputs: tuple[Input, ...]
    is_unknown: bool = False
    """Whether a link names a number that is not there."""


def found(everything: Sequence[Input], *, words: str, kind: str, source: str, path: str) -> Found:
    """Return the numbers that fit.

    Args:
        everything: all numbers of a scenario.
        words: each word must stand somewhere in the number; capitals do not count.
        kind: id of a kind of evidence, or empty.
        source: source, or empty.
        path: path of one number, or the beginning of some, or empty; `*` stands for any part.
    """
    inside = tuple(one for one in everything if not path or _is_inside(one.path, path))
    if path and not inside:
        return Found((), is_unknown=True)
    wanted = words.casefold().split()
    return Found(
        tuple(
            one
            for one in inside
            if kind in ("", one.kind)
            and (not source or one.source.startswith(source))
            and all(word in _text(one) for word in wanted)
        )
    )


def _is_inside(path: str, wanted: str) -> bool:
    parts = wanted.split(".")
    return all(part in ("*", own) for part, own in zip(parts, path.split("."), strict=False)) and (
        len(parts) <= path.count(".") + 1
    )


def _text(one: Input) -> str:
    return f"{one.title} {one.path} {one.amount} {one.source} {one.because}".casefold()


def kinds(everything: Sequence[Input]) -> dict[str, str]:
    """Return the kinds of evidence there are, in words."""
    return {one.kind: one.kind_words for one in everything}


def sources(everything: Sequence[Input]) -> list[str]:
    """Return the sources there are, without the place in them."""
    return sorted({one.source.split(",")[0] for one in everything if one.source})


def leaves(inputs: Sequence[Input]) -> tuple[range, ...]:
    """Return the places of the numbers on each leaf of the list.

    >>> leaves([None] * 61)
    (range(0, 60), range(60, 61))
    """
    starts = range(0, len(inputs), MOST_SHOWN)
    return tuple(range(start, min(start + MOST_SHOWN, len(inputs))) for start in starts)


def numbers_table(inputs: Sequence[Input], texts: Texts) -> Table:
    """Return a row per number."""
    columns = [texts(key) for key in ("model.number", "model.value", "model.kind", "model.because", "model.place")]
    rows = [
        (
            one.title,
            one.amount,
            one.kind_words,
            " – ".join(part for part in (one.source, one.because) if part),
            one.place,
        )
        for one in inputs
    ]
    return table(texts("model.part.numbers"), columns, rows)


def _reason(one: Input) -> str:
    return " – ".join(part for part in (one.source, one.because) if part)


def ranked_table(screening: Screening, everything: Sequence[Input], texts: Texts) -> Table:
    """Return the inputs that move the difference between the first and the last scenario most."""
    titles = {one.path: one.title for one in everything}
    columns = [texts(key) for key in ("model.number", "model.low", "model.high")]
    moved = screening.differences(len(screening.names) - 1)[:MOST_RANKED]
    rows = [
        Row((Cell(titles.get(name, name), is_number=False),), (Cell(_signed(low, texts)), Cell(_signed(high, texts))))
        for name, low, high in moved
    ]
    heads = (Head(columns[0], is_number=False), *map(Head, columns[1:]))
    return Table(texts("model.moves"), heads, tuple(rows), is_dense=True)


def _signed(days: float, texts: Texts) -> str:
    said = f"{days:+.1f}".replace("-", "−")
    return said.replace(".", ",") if texts.lang == "da" else said
