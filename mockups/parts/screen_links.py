"""Links from the numbers of a case to the mock-up screens where they arose, and a link and code to one screen."""

from html import escape
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mockups.parts.address import choice
from mockups.parts.frame import html
from mockups.parts.screens import shelf
from mockups.texts import Texts
from mockups.views.cases import Pair
from mockups.views.screen_links import screen_links
from simulation import qr

SHARED = ("screen", "citizen", "day", "actor", "scenario", "withdrawn", "lang")
"""What a link to one screen says."""


def show_screen_links(pair: Pair, texts: Texts) -> None:
    """Show for both cases the screens of their longest waits; nothing where no screen shows them."""
    names = [name for name in choice("scenarios").split(",") if name]
    screens = dict(shelf().screens)
    for title, case, name in zip(pair.titles, pair.cases, (names[:1] + names[-1:]) if names else (), strict=False):
        links = screen_links(case, name, screens, texts)
        if links:
            inside = "".join(
                f'<li><a href="{escape(one.address)}" target="_self">{escape(one.text)}</a></li>' for one in links
            )
            html(f"<p>{escape(texts('numbers.to_screens', title=title))}</p><ul>{inside}</ul>")


def choose_share(texts: Texts) -> bool:
    """Let a link to just this screen, citizen, day, role and scenario be asked for."""
    return st.toggle(texts("screens.share"), key="share")


def show_share(place: DeltaGenerator) -> None:
    """Show the address of what is chosen, and its code."""
    chosen = {name: found for name in SHARED if (found := choice(name))}
    address = f"{str(st.context.url or '').partition('?')[0]}?{urlencode(chosen)}"
    with place.container():
        st.code(address, language=None)
        if st.context.url:
            st.html(f'<div class="snebold qr" style="width: 12rem">{_code(address)}</div>')


@st.cache_data(max_entries=64, show_spinner=False)
def _code(address: str) -> str:
    return str(qr(address))
