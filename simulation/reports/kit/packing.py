"""How drawings are put on sheets: cut where they are too large, below and beside each other where they are small."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TypeVar

from simulation.reports.deliverables.swimlanes import Frame

Row = TypeVar("Row")

WIDTH, HEIGHT = 400.0, 232.0
"""Room for drawings on a sheet, millimetres."""
LARGEST, SMALLEST = 0.325, 0.25
"""Millimetres per unit of a drawing: its letters are 11 points high, and never less than 8.5 before it is cut."""
CAPTION, BETWEEN = 9.0, 6.0
"""Room for the title of a drawing, and between two, millimetres."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of a drawing in one direction, in units of the drawing."""

    start: float
    length: float


@dataclass(frozen=True)
class Piece:
    """A piece of a drawing on a sheet; lengths in units of the drawing unless said otherwise."""

    drawing: str
    """Name of the drawing."""
    stands: bool
    """Whether lanes stand, with their titles above."""
    head: float
    """Room for the titles of lanes, which every piece repeats."""
    across: Stretch
    """Its lanes."""
    along: Stretch
    """Its part of the way of time, without the titles of lanes."""
    scale: float
    """Millimetres per unit."""
    place: int
    """Which piece of the drawing, from 1."""
    pieces: int

    def box(self, along: Stretch) -> str:
        """Return the lanes of the piece on a stretch of the way of time, as an SVG view box."""
        one, other = (self.across, along) if self.stands else (along, self.across)
        return f"{one.start:g} {other.start:g} {one.length:g} {other.length:g}"

    @property
    def titles(self) -> Stretch:
        """Where the titles of lanes are on the way of time."""
        return Stretch(0, self.head)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height with the titles of lanes."""
        along = self.head + self.along.length
        return (self.across.length, along) if self.stands else (along, self.across.length)

    @property
    def width(self) -> float:
        """Width on paper, millimetres."""
        return self.size[0] * self.scale

    @property
    def height(self) -> float:
        """Height on paper, millimetres."""
        return self.size[1] * self.scale


def pieces_of(drawing: str, frame: Frame, width: float, height: float) -> Iterator[Piece]:
    """Yield the pieces of a drawing that fit a sheet each: whole lanes and rows, with the titles of lanes on each.

    Args:
        drawing: Name of the drawing.
        frame: How it lies.
        width: Its width.
        height: Its height.
    """
    across, along = (width, height) if frame.stands else (height, width)
    room_across, room_along = (WIDTH, HEIGHT) if frame.stands else (HEIGHT, WIDTH)
    lanes = cut(across, frame.lane, room_across / SMALLEST)
    scale = min(LARGEST, room_across / lanes[0].length)
    if along * SMALLEST <= room_along:
        scale = min(scale, room_along / along)
    rows = cut(along - frame.head, frame.pitch, room_along / scale - frame.head)
    for number, (lane, row) in enumerate((lane, row) for lane in lanes for row in rows):
        along_piece = Stretch(frame.head + row.start, row.length)
        count = len(lanes) * len(rows)
        yield Piece(drawing, frame.stands, frame.head, lane, along_piece, scale, number + 1, count)


def cut(length: float, unit: float, most: float) -> tuple[Stretch, ...]:
    """Return a length cut between whole units, into as few and as equal stretches as none is longer than allowed."""
    units = max(1, round(length / unit))
    count = ceil(units / max(1, int(most / unit))) if length > most else 1
    step = ceil(units / count) * unit
    starts = [place * step for place in range(count)]
    return tuple(Stretch(start, end - start) for start, end in pairwise((*starts, length)))


def sheets_of(pieces: Iterable[Piece]) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    """Return pieces by sheet and column, in order: below each other as far as there is room, then beside each other."""
    sheets: list[list[list[Piece]]] = []
    for piece in pieces:
        if sheets and height_of([*sheets[-1][-1], piece]) <= HEIGHT and width_of(with_last(sheets[-1], piece)) <= WIDTH:
            sheets[-1][-1].append(piece)
        elif sheets and width_of([*sheets[-1], [piece]]) <= WIDTH:
            sheets[-1].append([piece])
        else:
            sheets.append([[piece]])
    return tuple(tuple(map(tuple, sheet)) for sheet in sheets)


def with_last(columns: Sequence[list[Piece]], piece: Piece) -> list[list[Piece]]:
    """Return columns with a further piece in the last."""
    return [*columns[:-1], [*columns[-1], piece]]


def height_of(column: Sequence[Piece]) -> float:
    """Return the height of pieces below each other, millimetres; the first title has room of its own."""
    return sum(piece.height for piece in column) + CAPTION * (len(column) - 1)


def width_of(columns: Sequence[Sequence[Piece]]) -> float:
    """Return the width of columns beside each other, millimetres."""
    return sum(max(piece.width for piece in column) for column in columns) + BETWEEN * (len(columns) - 1)


def balanced(rows: Sequence[Row], most: int) -> tuple[tuple[Row, ...], ...]:
    """Return rows of a table by sheet, at most so many each and about equally many."""
    count = ceil(len(rows) / most)
    size = ceil(len(rows) / count) if count else 0
    return tuple(tuple(rows[place * size : (place + 1) * size]) for place in range(count))
