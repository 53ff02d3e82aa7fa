"""How drawings are put on sheets of paper: cut where they are too long, beside and below each other where they are small."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from simulation.reports.deliverables.swimlanes import Frame

Row = TypeVar("Row")

WIDTH, HEIGHT = 400.0, 232.0
"""Room for drawings on a sheet, millimetres."""
LARGEST = 0.36
"""Millimetres per unit of a drawing at most: its letters are then 12 points high."""
SHRINK = 0.8
"""How much a drawing may be made smaller before it is cut instead."""
CAPTION, BETWEEN = 9.0, 8.0
"""Room for the title of a drawing, and between two."""


@dataclass(frozen=True)
class Piece:
    """A piece of a drawing on a sheet; lengths in units of the drawing."""

    drawing: str
    """Name of the drawing."""
    stands: bool
    """Whether lanes stand, with their titles above."""
    head: float
    """Room for the titles of lanes, which every piece repeats."""
    across: float
    """From the first lane to the last."""
    start: float
    """Where the piece begins on the way of time."""
    length: float
    """How long it is on the way of time."""
    scale: float
    """Millimetres per unit."""
    place: int
    """Which piece of the drawing, from 1."""
    pieces: int

    def box(self, start: float, length: float) -> str:
        """Return a stretch of the way of time as an SVG view box."""
        left, top, width, height = 0.0, start, self.across, length
        return f"{left:g} {top:g} {width:g} {height:g}" if self.stands else f"{top:g} {left:g} {height:g} {width:g}"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height with the titles of lanes, in units of the drawing."""
        along = self.head + self.length
        return (self.across, along) if self.stands else (along, self.across)

    @property
    def width(self) -> float:
        """Width on paper, millimetres."""
        return self.size[0] * self.scale

    @property
    def height(self) -> float:
        """Height on paper, millimetres."""
        return self.size[1] * self.scale


def pieces_of(drawing: str, frame: Frame, size: tuple[float, float]) -> tuple[Piece, ...]:
    """Return the pieces of a drawing that fit a sheet each: whole rows, with the titles of lanes on every one.

    Args:
        drawing: Name of the drawing.
        frame: How it lies.
        size: Its width and height.
    """
    across, along = size if frame.stands else size[::-1]
    room_across, room_along = (WIDTH, HEIGHT) if frame.stands else (HEIGHT, WIDTH)
    scale = min(LARGEST, room_across / across)
    if along * scale * SHRINK <= room_along:
        scale = min(scale, room_along / along)
    rows = round((along - frame.head) / frame.pitch)
    most = max(1, int((room_along / scale - frame.head) / frame.pitch))
    count = ceil(rows / most)
    step = ceil(rows / count) * frame.pitch
    return tuple(
        Piece(
            drawing=drawing,
            stands=frame.stands,
            head=frame.head,
            across=across,
            start=frame.head + place * step,
            length=min(step, along - frame.head - place * step),
            scale=scale,
            place=place + 1,
            pieces=count,
        )
        for place in range(count)
    )


def sheets_of(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Return pieces by sheet, in order: beside each other in a row, rows below each other."""
    sheets: list[list[Piece]] = []
    x = y = row = 0.0
    for piece in pieces:
        if sheets and x + piece.width > WIDTH:
            x, y, row = 0.0, y + row + CAPTION, 0.0
        if not sheets or y + piece.height > HEIGHT + 0.1:
            sheets.append([])
            x = y = row = 0.0
        sheets[-1].append(piece)
        x, row = x + piece.width + BETWEEN, max(row, piece.height)
    return tuple(tuple(sheet) for sheet in sheets)


def balanced(rows: Sequence[Row], most: int) -> tuple[tuple[Row, ...], ...]:
    """Return rows of a table by sheet, at most so many each and about equally many."""
    count = ceil(len(rows) / most)
    size = ceil(len(rows) / count) if count else 0
    return tuple(tuple(rows[place * size : (place + 1) * size]) for place in range(count))
