"""Choices that are kept in the address of the page, so that a link opens what somebody saw."""

import streamlit as st

from simulation import Lang

KEPT = (
    *("lang", "course", "scenarios", "section"),
    *("what", "controls", "sliders", "variants"),
    *("citizen", "day", "truth"),
    *("screen", "scenario", "actor", "beside", "withdrawn"),
    *("part", "tal", "maal", "drawing", "domain", "model"),
)
"""Choices that go along from page to page."""
LANGUAGES: tuple[Lang, ...] = ("da", "en")


def choice(name: str) -> str:
    """Return a choice: as the address says, else as it was last made in this session, else empty.

    The address is made to say it, for whoever copies the link.
    """
    made = _made()
    if said := st.query_params.get(name):
        made[name] = said
    elif name in made:
        st.query_params[name] = made[name]
    return made.get(name, "")


def keep(name: str, value: str) -> None:
    """Make a choice, in the address and for the other pages."""
    _made()[name] = value
    if st.query_params.get(name) != value:
        st.query_params[name] = value


def forget_all() -> None:
    """Start over: forget every choice but the language."""
    for name in KEPT:
        if name != "lang":
            _made().pop(name, None)
            st.query_params.pop(name, None)


def language() -> Lang:
    """Return the language that is chosen, Danish where none is."""
    return "en" if choice("lang") == "en" else "da"


def kept_choices() -> dict[str, str]:
    """Return the choices that a link to another page must say."""
    return {name: found for name in KEPT if (found := choice(name))}


def _made() -> dict[str, str]:
    """Return the choices that were made in this session."""
    found: dict[str, str] = st.session_state.setdefault("made", {})
    return found
