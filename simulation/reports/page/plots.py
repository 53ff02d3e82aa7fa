"""What all figures share: fonts, axes, labels that wrap, and text that can do no harm."""

import html
import textwrap
from collections.abc import Mapping, Sequence

from simulation.reports.page.palette import INK, LINE, PAPER, SOFT
from simulation.values.wording import Lang

FONT = "'Segoe UI', -apple-system, 'Helvetica Neue', Roboto, Arial, 'Liberation Sans', system-ui, sans-serif"
WIDE, NARROW = 30, 17
"""Letters on one line of a label, on wide and narrow screens."""
SEPARATORS: Mapping[Lang, str] = {"da": ",\u202f", "en": ".,"}
Trace = dict[str, object]
Axis = dict[str, object]


def safe(text: str) -> str:
    """Return text that Plotly shows as it is: no markup, no formula, no line break."""
    return html.escape(" ".join(text.split()), quote=False).replace("$", "&#36;")


def wrapped(text: str, width: int) -> str:
    """Return safe text on several lines; long words without a space are broken."""
    return "<br>".join(safe(line) for line in textwrap.wrap(text, width) or [""])


def axis(**more: object) -> Axis:
    """Return a plain axis."""
    return {
        "automargin": True,
        "fixedrange": True,
        "gridcolor": LINE,
        "linecolor": SOFT,
        "tickcolor": SOFT,
        "ticks": "",
        "zeroline": False,
        "showline": False,
        **more,
    }


def title(text: str) -> dict[str, object]:
    """Return the title of an axis."""
    return {"text": safe(text), "font": {"color": SOFT}, "standoff": 12}


def rows_axis(labels: Sequence[str], width: int = WIDE) -> Axis:
    """Return a vertical axis with one label per row, the first on top."""
    return axis(
        tickvals=list(range(len(labels))),
        ticktext=[wrapped(label, width) for label in labels],
        ticklabelstandoff=8,
        range=[len(labels) - 0.45, -0.55],
        showgrid=False,
    )


def narrow_rows(labels: Sequence[str], width: int = NARROW) -> dict[str, object]:
    """Return what `rows_axis` has else on a narrow screen."""
    return {"yaxis.ticktext": [wrapped(label, width) for label in labels]}


def figure(
    lang: Lang, traces: Sequence[Trace], layout: Mapping[str, object], *, height: int, narrow: Mapping[str, object] | None = None
) -> dict[str, object]:
    """Return a figure as Plotly reads it.

    Args:
        lang: language, for the separators of numbers.
        traces: the data.
        layout: what this figure has of its own.
        height: height in pixels.
        narrow: parts of the layout that differ on a narrow screen, by dotted name.
    """
    common: dict[str, object] = {
        "height": height,
        "margin": {"l": 8, "r": 24, "t": 16, "b": 48, "pad": 0},
        "font": {"family": FONT, "size": 16, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "showlegend": False,
        "separators": SEPARATORS[lang],
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": SOFT, "font": {"family": FONT, "size": 16, "color": INK}, "align": "left"},
    }
    small = {"font.size": 13, "margin.r": 12, **(narrow or {})}
    return {"data": list(traces), "layout": common | dict(layout), "narrow": small}


def vertical(x: float, *, dash: str = "solid", width: float = 1.5, colour: str = INK) -> dict[str, object]:
    """Return a line across the whole height at x."""
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": x, "x1": x, "y0": 0, "y1": 1, "line": line, "layer": "below"}


def padded(values: Sequence[float], share: float = 0.14) -> list[float]:
    """Return a range around values and 0 with room for labels at both ends."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if low == high:
        return [-1.0, 1.0]
    room = (high - low) * share
    return [low - room if low < 0 else 0.0, high + room if high > 0 else 0.0]
