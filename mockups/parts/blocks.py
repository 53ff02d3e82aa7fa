"""Shows the blocks of a report: words and tables as the report draws them, figures as Plotly figures, folds to open."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from html import escape
from itertools import groupby
from typing import Any, cast

import streamlit as st
from plotly.graph_objects import Figure as PlotlyFigure

from mockups.parts.address import kept_choices
from mockups.parts.frame import SCOPE, Html, html, is_narrow
from mockups.parts.where_from import explained
from simulation import Block, Figure, Fold, Section, html_of

FONT = "'IBM Plex Sans', 'Segoe UI', 'Liberation Sans', sans-serif"
PLOT = {"displayModeBar": False, "doubleClick": False, "showTips": False, "scrollZoom": False}


def show_section(section: Section) -> None:
    """Show a section with its heading."""
    st.header(section.title, anchor=False)
    show_blocks(section.blocks, section.id)


def show_blocks(blocks: Sequence[Block], key: str) -> None:
    """Show blocks in order.

    Args:
        blocks: the blocks.
        key: begins the keys of what can be opened, so that it stays open while numbers get sharper; what is behind a
            fold is drawn when it is opened.
    """
    for place, (is_plain, group) in enumerate(groupby(blocks, key=_is_plain)):
        if is_plain:
            st.html(Html(_drawn(tuple(group), tuple(kept_choices().items()))))
            continue
        for number, block in enumerate(group):
            if isinstance(block, Figure):
                show_figure(block)
            elif isinstance(block, Fold):
                name = f"{key}-{place}-{number}"
                with st.expander(block.summary, key=f"fold-{name}", on_change="rerun") as fold:
                    if fold.open:
                        show_blocks(block.blocks, name)


@lru_cache(maxsize=64)
def _drawn(blocks: tuple[Block, ...], kept: tuple[tuple[str, str], ...]) -> str:
    """Return blocks as HTML: a large table takes longer than all else of a page, and stays the same until played."""
    return html_of(blocks, SCOPE, partial(explained, dict(kept)))


def show_figure(figure: Figure) -> None:
    """Show a figure with its title, legend and note; its words are its alternative text."""
    st.html(Html(html_of([figure], SCOPE)))
    plotted = _plotted(json.dumps(figure.spec), narrow=is_narrow())
    st.plotly_chart(plotted, theme=None, config=PLOT, alt=figure.alt, key=f"figure-{figure.id}")
    if figure.note:
        html(f'<p class="note">{escape(figure.note)}</p>')


@lru_cache(maxsize=64)
def _plotted(spec: str, *, narrow: bool) -> PlotlyFigure:
    """Return a figure that Plotly has checked, which takes longer than to send it."""
    found = plotly_spec(json.loads(spec), narrow=narrow)
    return PlotlyFigure(found["data"], found["layout"])


def plotly_spec(spec: Mapping[str, object], *, narrow: bool) -> dict[str, Any]:
    """Return a figure as Plotly reads it, in the font of the screens, on narrow screens with what differs there."""
    layout = cast(dict[str, Any], spec["layout"])
    layout = {**layout, "font": {**layout["font"], "family": FONT}}
    if narrow:
        for name, value in cast(dict[str, Any], spec["narrow"]).items():
            layout = _with(layout, name.split("."), value)
    return {"data": spec["data"], "layout": layout}


def _with(layout: dict[str, Any], path: Sequence[str], value: object) -> dict[str, Any]:
    first, *rest = path
    return {**layout, first: _with(layout.get(first) or {}, rest, value) if rest else value}


def _is_plain(block: Block) -> bool:
    return not isinstance(block, Figure | Fold)
