"""«Hvor kommer tallet fra?»: links from a shown number to the inputs it rests on."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

import streamlit as st

from mockups.parts.address import kept_choices
from mockups.parts.frame import html
from mockups.texts import Texts
from simulation import Asked, Cell, Headline, Scenario, inputs, scenario_of

ROOMS = ("steps", "gathering", "actors", "personas", "life", "reactions", "coordination", "flows", "roles")
"""Rooms of the data that hold what numbers rest on, in order."""
RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "time": ("steps", "gathering", "actors", "roles"),
    "gathering": ("gathering", "actors", "roles"),
    "snowball": ("gathering", "personas"),
    "needs": ("gathering", "coordination", "flows", "life", "reactions", "personas"),
    "work": ("steps", "gathering", "coordination", "roles", "actors"),
    "personas": ("personas", "steps", "life", "reactions"),
    "method": (),
}
"""Section of a comparison to the rooms of the data that its measures read; else any room."""


def where_from(paths: Mapping[str, str], scenario: str, texts: Texts) -> None:
    """Show links to the numbers that something shown rests on.

    Args:
        paths: title of each link, by path of one number or the beginning of several.
        scenario: the scenario whose numbers they are.
        texts: who speaks.
    """
    if paths:
        with st.expander(texts("where"), key="where"):
            html(f"<p>{escape(texts('where.lead'))}</p>{links_to(paths, scenario)}")


def links_to(paths: Mapping[str, str], scenario: str) -> str:
    """Return a list of links to numbers of a scenario, as HTML.

    Args:
        paths: title of each link, by path of one number or the beginning of several.
        scenario: the scenario whose numbers they are.
    """
    kept = kept_choices() | {"part": "numbers", "model": scenario}
    links = "".join(
        f'<li><a href="modellen?{escape(urlencode(kept | {"tal": path}))}" target="_self">{escape(title)}</a></li>'
        for path, title in paths.items()
    )
    return f"<ul>{links}</ul>"


def explained(kept: Mapping[str, str], one: Cell | Headline) -> str:
    """Return the address where a measure or an input that something names is explained, empty where it names none.

    Args:
        kept: the choices that go along.
        one: what names it.
    """
    measure, path = (one.measure, one.input) if isinstance(one, Cell) else (one.id, "")
    if not (measure or path):
        return ""
    told = {"part": "measures", "maal": measure} if measure else {"part": "numbers", "tal": path}
    return f"modellen?{urlencode({**kept, **told})}"


def rooms_of(section: str, scenario: str, texts: Texts) -> dict[str, str]:
    """Return what the measures of a section of a comparison rest on in a scenario, titles by path."""
    found = scenario_of(Asked(scenario))
    there = _rooms(found.sha256, found)
    return {room: texts(f"where.{room}") for room in RESTS_ON.get(section, ROOMS) if room in there}


@st.cache_data(max_entries=64, show_spinner=False)
def _rooms(digest: str, _scenario: Scenario) -> frozenset[str]:
    """Return the rooms of a scenario that hold numbers."""
    del digest
    return frozenset(one.path.split(".")[0] for one in inputs(_scenario, "en"))
