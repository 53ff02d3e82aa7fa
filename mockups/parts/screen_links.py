"""Links from the numbers of a case to the mock-up screens where they arose, and a link and code to one screen."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from mockups.parts.address import choice
from mockups.parts.frame import html, picture
from mockups.parts.screens import shelf
from mockups.texts import Texts
from mockups.views.cases import Pair
from mockups.views.screen_links import screen_links
from simulation import Lang, qr

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


def show_share(texts: Texts) -> None:
    """Show the address of just this screen, citizen, day, role and scenario, and its code."""
    chosen = {name: found for name in SHARED if (found := choice(name))}
    address = f"{str(st.context.url or '').partition('?')[0]}?{urlencode(chosen)}"
    st.code(address, language=None)
    if st.context.url:
        html(_code(address, texts.lang))


@st.cache_data(max_entries=64, show_spinner=False)
def _code(address: str, lang: Lang) -> str:
    svg = str(qr(address)).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return picture(svg, Texts(lang)("screens.code"), "code")
