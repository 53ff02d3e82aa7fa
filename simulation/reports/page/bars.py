"""Figures of bars: the waterfall, the stacked causes, and bars in groups."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from simulation.reports.page.numbers import at, common_places, number, signed
from simulation.reports.page.palette import (
    BETTER,
    INK,
    PAPER,
    SOFT,
    WORSE,
    Look,
    colour_of_cause,
    ink_on,
    number_of_cause,
)
from simulation.reports.page.plots import Trace, axis, figure, narrow_rows, padded, rows_axis, safe, stroke, vertical
from simulation.reports.page.result import Days, Numbers
from simulation.reports.page.shown import Shown

ROW = 40
"""Pixels per row."""
CUT_FROM = 0.25
"""Share of the highest total from which the axis of a waterfall begins later than 0."""


@dataclass(frozen=True)
class Piece:
    """One row of a waterfall."""

    label: str
    days: float
    is_total: bool = False


def waterfall(shown: Shown, pieces: Sequence[Piece]) -> dict[str, object]:
    """Return the bars from the first total to the last, one row per piece."""
    starts, running = [], 0.0
    for piece in pieces:
        starts.append(0.0 if piece.is_total else running)
        running = piece.days if piece.is_total else running + piece.days
    left, highest = (
        axis_start(pieces),
        max(max(start, start + piece.days) for start, piece in zip(starts, pieces, strict=True)),
    )
    right = highest + 0.14 * (highest - left) or 1.0
    labels = [piece.label for piece in pieces]
    breaks = _breaks(pieces, left, right) if left else []
    layout: dict[str, object] = {
        "xaxis": axis(range=[left, right], ticks="outside"),
        "yaxis": rows_axis(labels),
        "barmode": "overlay",
        "shapes": [*_connectors(starts, pieces), *breaks],
    }
    narrow = narrow_rows(labels) | {"xaxis.nticks": 4}
    bars = _waterfall_bars(shown, pieces, starts)
    return figure(
        shown.lang, [bars], layout, below=shown.words("time.axis"), height=ROW * len(pieces) + 72, narrow=narrow
    )


def axis_start(pieces: Sequence[Piece]) -> float:
    """Return where the axis of a waterfall begins: at 0, or later where the changes would be too small to see."""
    running, ends = 0.0, []
    for piece in pieces:
        running = piece.days if piece.is_total else running + piece.days
        ends.append(running)
    lowest, highest = min(ends), max(ends)
    start = 10 * math.floor((lowest - (highest - lowest) / 2) / 10)
    return float(start) if start > CUT_FROM * highest else 0.0


def _breaks(pieces: Sequence[Piece], left: float, right: float) -> list[dict[str, object]]:
    """Return two white strokes through each total, as the axis does not begin at 0."""
    step, totals = (right - left) / 100, [row for row, piece in enumerate(pieces) if piece.is_total]
    strokes = [(left + at * step, left + (at + 1.2) * step, row) for row in totals for at in (3, 4.6)]
    line = {"color": PAPER, "width": 4}
    return [stroke((x0, row + 0.5), (x1, row - 0.5), line) for x0, x1, row in strokes]


def _waterfall_bars(shown: Shown, pieces: Sequence[Piece], starts: Sequence[float]) -> Trace:
    """Return totals, gains and losses, each in its colour."""
    colours = [_colour(piece) for piece in pieces]
    places = common_places("days", [piece.days for piece in pieces])
    texts = [(number if piece.is_total else signed)(piece.days, "days", shown.lang, places=places) for piece in pieces]
    return {
        "type": "bar",
        "orientation": "h",
        "width": 0.72,
        "y": list(range(len(pieces))),
        "base": [min(start, start + piece.days) for start, piece in zip(starts, pieces, strict=True)],
        "x": [abs(piece.days) for piece in pieces],
        "text": [f"<b>{text}</b>" for text in texts],
        "textposition": "outside",
        "textfont": {"color": colours},
        "cliponaxis": False,
        "marker": {
            "color": colours,
            "line": {"width": 1.5, "color": colours},
            "pattern": _hatched(["/" if colour == WORSE else "" for colour in colours]),
        },
        "hoverinfo": "text",
        "hovertext": [f"{safe(piece.label)}: {text}" for piece, text in zip(pieces, texts, strict=True)],
    }


def _colour(piece: Piece) -> str:
    if piece.is_total:
        return INK
    return BETTER if piece.days < 0 else WORSE


def _hatched(shape: object) -> dict[str, object]:
    return {"shape": shape, "fgcolor": PAPER, "fgopacity": 0.85, "fillmode": "overlay", "size": 8, "solidity": 0.22}


def _connectors(starts: Sequence[float], pieces: Sequence[Piece]) -> list[dict[str, object]]:
    line = {"color": SOFT, "width": 1, "dash": "dot"}
    ends = [start + piece.days for start, piece in zip(starts, pieces, strict=True)]
    return [stroke((end, row + 0.36), (end, row + 0.64), line) for row, end in enumerate(ends[:-1])]


def stacked(shown: Shown, causes: Sequence[Days], totals: Numbers) -> dict[str, object]:
    """Return one bar per scenario, cut into causes in their fixed colours and numbers."""
    places = [place for place in range(len(shown.keys)) if at(totals, place) is not None]
    labels = [shown.keys[place].title for place in places]
    bars = [_cut(shown, causes, row, place) for row, place in enumerate(places)]
    highest = max((total for total in totals if total is not None), default=1.0)
    layout: dict[str, object] = {
        "barmode": "stack",
        "bargap": 0.3,
        "xaxis": axis(range=[0, highest * 1.12 or 1], ticks="outside"),
        "yaxis": rows_axis(labels, 22),
        "uniformtext": {"mode": "hide", "minsize": 11},
        "annotations": [_total(shown, row, at(totals, place)) for row, place in enumerate(places)],
    }
    narrow = narrow_rows(labels, 11) | {"xaxis.nticks": 4}
    return figure(
        shown.lang, bars, layout, below=shown.words("time.axis"), height=76 * max(1, len(places)) + 72, narrow=narrow
    )


def _cut(shown: Shown, causes: Sequence[Days], row: int, place: int) -> Trace:
    """Return the bar of one scenario; a trace for each cause would be drawn slower."""
    colours = [colour_of_cause(cause["id"]) for cause in causes]
    days = [at(cause["days"], place) or 0.0 for cause in causes]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row] * len(causes),
        "x": days,
        "text": [str(number_of_cause(cause["id"]) or "") for cause in causes],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": [ink_on(colour) for colour in colours], "size": 15},
        "marker": {"color": colours, "line": {"color": PAPER, "width": 1.5}},
        "hoverinfo": "text",
        "hovertext": [
            f"{safe(shown.titled(cause['title']))}: {number(value, 'days', shown.lang)}"
            for cause, value in zip(causes, days, strict=True)
        ],
    }


def _total(shown: Shown, row: int, total: float | None) -> dict[str, object]:
    return {
        "x": total, "xref": "x", "y": row, "yref": "y", "xanchor": "left", "xshift": 6, "showarrow": False,
        "text": f"<b>{number(total, 'days', shown.lang, places=1)}</b>",
    }  # fmt: skip


@dataclass(frozen=True)
class Series:
    """The bars of one scenario."""

    look: Look
    name: str
    values: Numbers


def grouped(
    shown: Shown, labels: Sequence[str], series: Sequence[Series], unit: str, *, axis_title: str, is_signed: bool
) -> dict[str, object]:
    """Return horizontal bars, one group per label and one bar per series."""
    everything = [value for one in series for value in one.values if value is not None]
    layout: dict[str, object] = {
        "barmode": "group",
        "bargap": 0.3,
        "bargroupgap": 0.08,
        "xaxis": axis(range=padded(everything, 0.2 if is_signed else 0.12), ticks="outside"),
        "yaxis": rows_axis(labels),
        "shapes": [vertical(0)],
    }
    traces = [_group(shown, labels, one, unit, is_signed=is_signed) for one in series]
    height = (24 * len(series) + 16) * len(labels) + 72
    return figure(
        shown.lang, traces, layout, below=axis_title, height=height, narrow=narrow_rows(labels) | {"xaxis.nticks": 4}
    )


def _group(shown: Shown, labels: Sequence[str], one: Series, unit: str, *, is_signed: bool) -> Trace:
    texts = [(signed if is_signed else number)(value, unit, shown.lang) for value in one.values]
    hover = [f"{safe(label)}<br>{safe(one.name)}: {text}" for label, text in zip(labels, texts, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(labels))),
        "x": [value if value is not None else 0 for value in one.values],
        "text": texts,
        "textposition": "outside",
        "textangle": 0,
        "textfont": {"color": INK},
        "cliponaxis": False,
        "marker": {
            "color": one.look.colour,
            "line": {"color": one.look.colour, "width": 1.5},
            "pattern": _hatched(one.look.pattern),
        },
        "hoverinfo": "text",
        "hovertext": hover,
    }
