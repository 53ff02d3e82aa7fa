"""Figures of dots: differences with their intervals per citizen, and what the comparison rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulation.reports.page.blocks import Key
from simulation.reports.page.numbers import signed
from simulation.reports.page.palette import INK, PAPER, SOFT
from simulation.reports.page.plots import Trace, axis, bands, figure, narrow_rows, padded, rows_axis, safe, vertical
from simulation.reports.page.result import Difference, Input
from simulation.reports.page.shown import Shown
from simulation.reports.page.words import in_words

APART = 0.24
"""Rows between two scenarios of one group."""


@dataclass(frozen=True)
class Dots:
    """The differences of one scenario, one per row."""

    key: Key
    differences: Sequence[Difference | None]


def differences(
    shown: Shown, labels: Sequence[str], series: Sequence[Dots], unit: str, *, axis_title: str
) -> dict[str, object]:
    """Return a dot with its interval per row and scenario, around a line at zero."""
    scale = 100 if unit == "share" else 1
    ends = [
        scale * end
        for one in series
        for difference in one.differences
        if difference is not None
        for end in (difference["low"], difference["high"], difference["mean"])
        if end is not None
    ]
    layout: dict[str, object] = {
        "xaxis": axis(range=padded(ends, 0.06), ticks="outside"),
        "yaxis": rows_axis(labels),
        "shapes": [*bands(len(labels)), vertical(0, width=2)],
    }
    traces = [
        _dots(shown, labels, one, (unit, scale), place - (len(series) - 1) / 2) for place, one in enumerate(series)
    ]
    height = (18 * len(series) + 22) * len(labels) + 76
    return figure(
        shown.lang,
        traces,
        layout,
        below=axis_title,
        height=height,
        narrow=narrow_rows(labels, 12) | {"xaxis.nticks": 4},
    )


def _dots(shown: Shown, labels: Sequence[str], one: Dots, unit: tuple[str, int], shift: float) -> Trace:
    look, (name, scale) = one.key.look, unit
    found = [(row, d, d["mean"]) for row, d in enumerate(one.differences) if d is not None and d["mean"] is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [scale * mean for _, _, mean in found],
        "y": [row + APART * shift for row, _, _ in found],
        "marker": {"symbol": look.marker, "size": 12, "color": look.colour, "line": {"color": PAPER, "width": 1}},
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [scale * (d["high"] - mean) if d["high"] is not None else 0 for _, d, mean in found],
            "arrayminus": [scale * (mean - d["low"]) if d["low"] is not None else 0 for _, d, mean in found],
            "color": look.colour,
            "thickness": 2.5,
            "width": 5,
        },
        "hoverinfo": "text",
        "hovertext": [
            f"{safe(labels[row])}<br>{safe(one.key.title)}: {safe(in_words(d, name, 'none', shown.lang))}"
            for row, d, _ in found
        ],
    }


def ends_of_inputs(
    shown: Shown, labels: Sequence[str], inputs: Sequence[Input], unit: str, now: float | None
) -> dict[str, object]:
    """Return a line per input, from the difference at its low end (hollow) to that at its high end (filled)."""
    scale = 100 if unit == "share" else 1
    lines = [vertical(0, width=2)]
    if now is not None:
        lines.append(vertical(scale * now, dash="dot", colour=SOFT))
    values = [scale * end for one in inputs for end in (one["low"], one["high"], now) if end is not None]
    layout: dict[str, object] = {
        "xaxis": axis(range=padded(values, 0.08), ticks="outside"),
        "yaxis": rows_axis(labels, 34),
        "shapes": [*bands(len(labels)), *lines],
    }
    below, narrow = (
        shown.words("rests.axis", unit=shown.words.unit(unit)),
        narrow_rows(labels, 18) | {"xaxis.nticks": 4},
    )
    traces = [_between(inputs, scale), *(_end(shown, labels, inputs, end, (unit, scale)) for end in ("low", "high"))]
    return figure(shown.lang, traces, layout, below=below, height=44 * len(labels) + 76, narrow=narrow)


def _between(inputs: Sequence[Input], scale: int) -> Trace:
    x: list[float | None] = []
    y: list[float | None] = []
    for row, one in enumerate(inputs):
        if one["low"] is not None and one["high"] is not None:
            x += [scale * one["low"], scale * one["high"], None]
            y += [row, row, None]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": INK, "width": 4}, "hoverinfo": "skip"}


def _end(shown: Shown, labels: Sequence[str], inputs: Sequence[Input], end: str, unit: tuple[str, int]) -> Trace:
    name, scale = unit
    values = [(row, one["low"] if end == "low" else one["high"]) for row, one in enumerate(inputs)]
    found = [(row, value) for row, value in values if value is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [scale * value for _, value in found],
        "y": [row for row, _ in found],
        "marker": {
            "symbol": "circle",
            "size": 15,
            "color": PAPER if end == "low" else INK,
            "line": {"color": INK, "width": 3},
        },
        "hoverinfo": "text",
        "hovertext": [
            f"{safe(labels[row])}<br>{shown.words(f'rests.{end}')}: {signed(value, name, shown.lang)}"
            for row, value in found
        ],
    }
