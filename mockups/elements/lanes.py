"""Lanes per actor as HTML that needs no script: signs on an axis of days, and the same as a table."""

from html import escape

from mockups.elements.values import value
from mockups.views.screen_blocks import Lane, Lanes

SIGNS = {"news": "●", "asked": "○", "given": "▲", "contact": "■", "lost": "×", "event": "★"}
"""Shape of each sign; the colour only helps."""


def html_of_lanes(body: Lanes, twin: str) -> str:
    """Return the lanes.

    Args:
        body: what there is to show.
        twin: the same as a table, as HTML.
    """
    legend = "".join(
        f'<li><span class="sign sign-{kind}" aria-hidden="true">{SIGNS[kind]}</span> {escape(words)}</li>'
        for kind, words in body.legend
    )
    inside = "".join(_lane(one, body) for one in body.lanes)
    first, last = (value(one) for one in body.ends)
    weeks = (body.last - body.first) / 7 or 1
    return (
        f'<ul class="legend">{legend}</ul>'
        f'<ul class="lanes" style="--weeks: {weeks:.3f}"><li class="axis"><div>{first}</div><div>{last}</div></li>'
        f"{inside}</ul>"
        f'<p class="note">{escape(body.note)}</p>'
        f"<details><summary>{escape(body.twin_title)}</summary>{twin}</details>"
    )


def _lane(lane: Lane, body: Lanes) -> str:
    """Return one lane; several of a kind on one day are one sign, and each has its row in the table."""
    there = {(mark.day, mark.sign): mark.what.origin for mark in lane.marks}
    signs = "".join(
        f'<span class="sign sign-{kind}" style="left: {_percent(day, body)}%" data-from="{escape(origin)}">'
        f"{SIGNS[kind]}</span>"
        for (day, kind), origin in there.items()
    )
    visit = "" if body.visit is None else f'<span class="visit" style="left: {_percent(body.visit, body)}%"></span>'
    return (
        f'<li class="lane"><div class="lane-name">{value(lane.name)} <small>{value(lane.state)}</small></div>'
        f'<div class="lane-track" aria-hidden="true">{visit}{signs}</div></li>'
    )


def _percent(day: int, body: Lanes) -> str:
    return f"{100 * (day - body.first) / max(body.last - body.first, 1):.1f}"
