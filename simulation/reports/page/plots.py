"""What all figures share: fonts, axes, labels that wrap, and text that can do no harm."""

import html
import textwrap
from collections.abc import Mapping, Sequence
from typing import cast

from simulation.reports.page.palette import INK, LINE, PAPER, SOFT, WASH
from simulation.values.wording import Lang

FONT = "'Segoe UI', -apple-system, 'Helvetica Neue', Roboto, Arial, 'Liberation Sans', system-ui, sans-serif"
WIDE, NARROW = 30, 17
"""Letters on one line of a label, on wide and narrow screens."""
LONGEST_WORD = 24
"""Letters of a word that is kept whole, also where it makes a line wider."""
MOST_LINES = 3
TITLE_NARROW = 30
"""Letters on one line of the title of an axis on a narrow screen."""
SEPARATORS: Mapping[Lang, str] = {"da": ",\u202f", "en": ".,"}
Trace = dict[str, object]
Axis = dict[str, object]


def safe(text: str) -> str:
    """Return text that Plotly shows as it is: no markup, no formula, no line break."""
    return html.escape(" ".join(text.split()), quote=False).replace("$", "&#36;")


def wrapped(text: str, width: int) -> str:
    """Return safe text on a few lines, the rest left out; only words longer than `LONGEST_WORD` are broken."""
    width = max(width, min(LONGEST_WORD, max(map(len, text.split()), default=0)))
    kept = text.replace("§ ", "§\N{NO-BREAK SPACE}")
    return "<br>".join(
        safe(line) for line in textwrap.wrap(kept, width, max_lines=MOST_LINES, placeholder=" …") or [""]
    )


def axis(**more: object) -> Axis:
    """Return a plain axis."""
    return {
        "automargin": True,
        "ticklabeloverflow": "allow",
        "fixedrange": True,
        "gridcolor": LINE,
        "linecolor": SOFT,
        "tickcolor": SOFT,
        "ticks": "",
        "zeroline": False,
        "showline": False,
        **more,
    }


def title(text: str, width: int = 1000) -> dict[str, object]:
    """Return the title of an axis."""
    return {"text": wrapped(text, width), "font": {"color": SOFT, "size": 15}, "standoff": 12}


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
    lang: Lang,
    traces: Sequence[Trace],
    layout: Mapping[str, object],
    *,
    below: str,
    height: int,
    narrow: Mapping[str, object] | None = None,
) -> dict[str, object]:
    """Return a figure as Plotly reads it.

    Args:
        lang: language, for the separators of numbers.
        traces: the data.
        layout: what this figure has of its own; its `xaxis` gets `below` as its title.
        below: what the horizontal axis counts.
        height: height in pixels.
        narrow: parts of the layout that differ on a narrow screen, by dotted name.
    """
    common: dict[str, object] = {
        "height": height,
        "font": {"family": FONT, "size": 16, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "showlegend": False,
        "separators": SEPARATORS[lang],
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": SOFT,
            "font": {"family": FONT, "size": 16, "color": INK},
            "align": "left",
        },
    }
    broken = wrapped(below, TITLE_NARROW)
    titles = {
        "xaxis.title.font.size": 13,
        "xaxis.title.text": broken,
        "yaxis.title.font.size": 13,
        "margin.b": 64 + 16 * broken.count("<br>"),
    }
    own, narrow = dict(layout), narrow or {}
    own["xaxis"] = {**cast(Axis, own["xaxis"]), "title": title(below)}
    labels, less = cast(Axis, own["yaxis"]).get("ticktext"), narrow.get("yaxis.ticktext")
    own["margin"] = {"l": _room(labels, 16), "r": 24, "t": 12, "b": 64, "pad": 0, **cast(Axis, own.get("margin", {}))}
    small = {"font.size": 13, "margin.l": _room(less, 13), "margin.r": 20, **titles, **narrow}
    return {"data": list(traces), "layout": common | own, "narrow": small}


def _room(labels: object, size: int) -> int:
    """Return the pixels that labels of a size take at the left, or numbers with a title where there are none.

    Room that is there from the start need not be made: a browser would draw the whole figure again.
    """
    if labels is None:
        return 68
    longest = max(
        (len(html.unescape(line)) for one in cast(list[str], labels) for line in one.split("<br>")), default=0
    )
    return 22 + round(0.51 * size * longest)


def vertical(x: float, *, dash: str = "solid", width: float = 1.5, colour: str = INK) -> dict[str, object]:
    """Return a line across the whole height at x."""
    line = {"color": colour, "width": width, "dash": dash}
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": x,
        "x1": x,
        "y0": 0,
        "y1": 1,
        "line": line,
        "layer": "below",
    }


def stroke(start: tuple[float, float], end: tuple[float, float], line: Mapping[str, object]) -> dict[str, object]:
    """Return a straight line between two points of the axes."""
    (x0, y0), (x1, y1) = start, end
    return {"type": "line", "xref": "x", "yref": "y", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": dict(line)}


def bands(rows: int) -> list[dict[str, object]]:
    """Return a pale band behind every other row."""
    place = {"type": "rect", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "layer": "below"}
    look = {"line": {"width": 0}, "fillcolor": WASH}
    return [{**place, **look, "y0": row - 0.5, "y1": row + 0.5} for row in range(0, rows, 2)]


def padded(values: Sequence[float], share: float) -> list[float]:
    """Return a range around values and 0 with room for labels at both ends."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if low == high:
        return [-1.0, 1.0]
    room = (high - low) * share
    return [low - room if low < 0 else 0.0, high + room if high > 0 else 0.0]
