"""Shows the blocks of a report: words and tables as the report draws them, figures as Plotly figures, folds to open."""

from collections.abc import Sequence
from functools import lru_cache, partial
from html import escape
from itertools import groupby

import streamlit as st

from mockups.parts.address import kept_choices
from mockups.parts.figures import draw
from mockups.parts.frame import SCOPE, Html, html
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
    draw(figure)
    if figure.note:
        html(f'<p class="note">{escape(figure.note)}</p>')


def _is_plain(block: Block) -> bool:
    return not isinstance(block, Figure | Fold)
