"""«Hvor kommer tallet fra?»: links from a shown number to the inputs it rests on."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

import streamlit as st

from mockups.parts.address import kept_choices
from mockups.parts.frame import html
from mockups.texts import Texts

RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "time": ("steps", "gathering", "actors"),
    "gathering": ("gathering", "actors"),
    "snowball": ("gathering", "personas"),
    "needs": ("gathering", "coordination", "personas"),
    "work": ("steps", "gathering", "roles"),
    "personas": ("personas", "steps"),
}
"""Section of a comparison to the rooms of the data that its measures read."""
TITLES = {
    "steps": "where.steps",
    "gathering": "where.gathering",
    "actors": "where.actors",
    "personas": "where.personas",
    "coordination": "where.coordination",
    "roles": "where.roles",
}


def where_from(paths: Mapping[str, str], scenario: str, texts: Texts) -> None:
    """Show links to the numbers that something shown rests on.

    Args:
        paths: title of each link, by path of one number or the beginning of several.
        scenario: the scenario whose numbers they are.
        texts: who speaks.
    """
    if not paths:
        return
    kept = kept_choices() | {"part": "numbers", "model": scenario}
    links = "".join(
        f'<li><a href="modellen?{escape(urlencode(kept | {"tal": path}))}" target="_self">{escape(title)}</a></li>'
        for path, title in paths.items()
    )
    with st.expander(texts("where"), key="where"):
        html(f"<p>{escape(texts('where.lead'))}</p><ul>{links}</ul>")


def rooms_of(section: str, texts: Texts) -> dict[str, str]:
    """Return what the measures of a section of a comparison rest on, titles by path."""
    return {room: texts(TITLES[room]) for room in RESTS_ON.get(section, ())}
