"""Shows the blocks of a report: words and tables as the report draws them, figures as Plotly figures, folds to open."""

from collections.abc import Sequence
from functools import lru_cache, partial
from html import escape
from itertools import count

import streamlit as st

from mockups.parts.address import kept_choices
from mockups.parts.figures import draw
from mockups.parts.frame import SCOPE, Html
from mockups.parts.where_from import explained
from simulation import Block, Figure, Fold, Section, html_of


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
    waiting, note, folds = list[Block](), "", count()
    for block in (*blocks, None):
        if block is not None and not isinstance(block, Fold):
            waiting.append(block)
        if block is None or isinstance(block, Figure | Fold):
            _write(note, waiting)
            waiting, note = [], ""
        if isinstance(block, Figure):
            draw(block)
            note = block.note
        elif isinstance(block, Fold):
            name = f"{key}-{next(folds)}"  # the same however many words stand before it
            with st.expander(block.summary, key=f"fold-{name}", on_change="rerun") as fold:
                if fold.open:
                    show_blocks(block.blocks, name)


def _write(note: str, blocks: Sequence[Block]) -> None:
    """Write blocks, first the note of the figure above; of a figure what stands above it, as one part of the page."""
    above = f'<div class="{SCOPE}"><p class="note">{escape(note)}</p></div>' if note else ""
    drawn = _drawn(tuple(blocks), tuple(kept_choices().items())) if blocks else ""
    if above or drawn:
        st.html(Html(above + drawn))


@lru_cache(maxsize=64)
def _drawn(blocks: tuple[Block, ...], kept: tuple[tuple[str, str], ...]) -> str:
    """Return blocks as HTML: a large table takes longer than all else of a page, and stays the same until played."""
    return html_of(blocks, SCOPE, partial(explained, dict(kept)))
