"""Figures with a line per scenario: the lengths of the gathering, and the known holders by day."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import cast

from simulation.reports.page.blocks import Key
from simulation.reports.page.numbers import UNDEFINED, number, plain
from simulation.reports.page.palette import INK, PAPER, SOFT
from simulation.reports.page.plots import Trace, axis, figure, safe, title, vertical
from simulation.reports.page.result import Gathering, Snowball
from simulation.reports.page.shown import Shown

GROWS = 0.005
"""The curve is shown until no scenario's share grows by more than this."""
FEWEST_DAYS = 30


def outlines(shown: Shown, gathering: Gathering) -> dict[str, object]:
    """Return the shares of cases by length as one outline per scenario, with the mark as a labelled line."""
    edges, is_open = closed_edges(gathering)
    width = median(high - low for low, high in pairwise(edges))
    drawn = zip(shown.keys, gathering["shares"], strict=False)
    traces = [_outline(shown, key, edges, shares, edges[:-1] if is_open else edges) for key, shares in drawn if shares]
    percent = shown.words("gathering.percent", days=plain(width, 0 if width == round(width) else 1, shown.lang))
    layout: dict[str, object] = {
        "xaxis": axis(showgrid=False, ticks="outside", rangemode="tozero"),
        "yaxis": axis(title=title(percent), rangemode="tozero", nticks=6),
        "margin": {"t": 44},
    }
    if gathering["mark_days"] is not None:
        layout |= _marked(shown, gathering["mark_days"])
    if is_open:
        layout["annotations"] = [*cast(list[object], layout.get("annotations", [])), _last(shown, edges)]
    return figure(
        shown.lang, traces, layout, below=shown.words("gathering.axis"), height=420, narrow={"xaxis.nticks": 6}
    )


def closed_edges(gathering: Gathering) -> tuple[list[float], bool]:
    """Return an edge more than there are bins, and whether it was made up because the last bin is open."""
    edges = list(gathering["edges_days"])
    bins = max(len(shares) for shares in gathering["shares"] if shares)
    if len(edges) > bins:
        return edges[: bins + 1], False
    return [*edges, edges[-1] + (edges[-1] - edges[-2] if len(edges) > 1 else 1.0)], True


def _outline(
    shown: Shown, key: Key, edges: Sequence[float], shares: Sequence[float], known_edges: Sequence[float]
) -> Trace:
    """Return the outline of a histogram; its area is the share of cases, however wide the bins are."""
    width = median(high - low for low, high in pairwise(edges))
    look, pairs = key.look, list(pairwise(edges))[: len(shares)]
    heights = [100 * share * width / (high - low) for share, (low, high) in zip(shares, pairs, strict=True)]
    hover = [
        f"{safe(key.title)}<br>{bin_name(shown, known_edges, place)}: {number(share, 'share', shown.lang)}"
        for place, share in enumerate(shares)
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(edges[: len(shares) + 1]),
        "y": [*heights, heights[-1]],
        "line": {"color": look.colour, "width": 3, "dash": look.dash, "shape": "hv"},
        "fill": "tozeroy" if look.dash == "solid" else "none",
        "fillcolor": "rgba(59,71,82,0.10)",
        "hoverinfo": "text",
        "hovertext": [*hover, ""],
    }


def bin_name(shown: Shown, edges: Sequence[float], place: int) -> str:
    """Return the days of a bin in words; one without an upper edge is open."""
    ends = [plain(edge, 0, shown.lang) for edge in edges[place : place + 2]]
    return shown.words("bin", low=ends[0], high=ends[1]) if len(ends) == 2 else shown.words("bin.last", low=ends[0])


def _last(shown: Shown, edges: Sequence[float]) -> dict[str, object]:
    """Return the label of an open last bin, above the low end of every curve."""
    text = safe(shown.words("bin.last", low=plain(edges[-2], 0, shown.lang)))
    place = {
        "x": edges[-1],
        "xref": "x",
        "xanchor": "right",
        "y": 0.5,
        "yref": "paper",
        "yanchor": "middle",
    }
    return {**place, "text": text, "font": {"color": SOFT}, "bgcolor": PAPER, "showarrow": False}


def _marked(shown: Shown, days: float) -> dict[str, object]:
    label = {
        "x": days, "xref": "x", "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 4, "showarrow": False,
        "text": f"<b>{safe(shown.words.mark(days))}</b>", "font": {"color": INK}, "bgcolor": PAPER,
    }  # fmt: skip
    return {"shapes": [vertical(days, dash="4px,4px", width=2.5)], "annotations": [label]}


def known_curve(shown: Shown, snowball: Snowball) -> dict[str, object]:
    """Return the share of known holders by day as one line per scenario."""
    last = last_day(snowball)
    traces: list[Trace] = []
    for key, shares in zip(shown.keys, snowball["known_share"], strict=False):
        if shares is None:
            continue
        points = [(d, s) for d, s in zip(snowball["days"], shares, strict=False) if s is not None and d <= last]
        traces.append(_line(shown, key, points))
    layout: dict[str, object] = {
        "xaxis": axis(showgrid=False, ticks="outside", range=[-last / 60, last * 1.02]),
        "yaxis": axis(title=title(shown.words("snowball.known")), range=[0, 103], tickvals=[0, 20, 40, 60, 80, 100]),
    }
    return figure(
        shown.lang, traces, layout, below=shown.words("snowball.axis"), height=400, narrow={"xaxis.nticks": 5}
    )


def _line(shown: Shown, key: Key, points: Sequence[tuple[float, float]]) -> Trace:
    look = key.look
    days = [shown.words("snowball.day", day=plain(day, 0, shown.lang)) for day, _ in points]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [day for day, _ in points],
        "y": [100 * share for _, share in points],
        "line": {"color": look.colour, "width": 3, "dash": look.dash},
        "marker": {"symbol": look.marker, "size": 10, "color": look.colour, "maxdisplayed": 9},
        "hoverinfo": "text",
        "hovertext": [
            f"{safe(key.title)}<br>{day}: {number(share, 'share', shown.lang)}"
            for day, (_, share) in zip(days, points, strict=True)
        ],
    }


def last_day(snowball: Snowball) -> float:
    """Return the day after which no scenario's curve grows visibly."""
    days = snowball["days"]
    last = float(FEWEST_DAYS)
    for shares in snowball["known_share"]:
        known = [share for share in shares or () if share is not None]
        if known:
            still = next(place for place, share in enumerate(known) if share >= known[-1] - GROWS)
            last = max(last, days[still])
    return min(last, days[-1]) if days else last


def share_text(shown: Shown, shares: Sequence[float | None] | None, place: int) -> str:
    """Return a share of a curve as text."""
    known = shares[place] if shares is not None and place < len(shares) else None
    return UNDEFINED if known is None else number(known, "share", shown.lang)
