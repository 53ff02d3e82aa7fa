"""The page Skærme: mock-up screens filled by the simulated course, as one actor sees one citizen on one day."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mockups.parts.address import choice
from mockups.parts.comparing import choose_course
from mockups.parts.frame import framed, html
from mockups.parts.screen_days import Shown, follow_day
from mockups.parts.screen_forms import arrive
from mockups.parts.screens import (
    choose_actor,
    choose_beside,
    choose_folder,
    choose_scenario,
    choose_screen,
    look,
    played,
    scenarios_shown,
    shelf,
    show_about,
    show_faults,
    withdrawal_of,
)
from mockups.texts import Texts
from mockups.views.choices import Course, chosen, courses
from mockups.views.screen_case import Seat
from simulation import Asked, Screen, Shelf

LINKED = "screens-linked"


def _show(screen: Screen, found: Shelf, course: Course, choices: DeltaGenerator, texts: Texts) -> None:
    where = choices.container(horizontal=True, key="where")
    with where:
        scenario = choose_scenario(screen, course, texts)
        beside = choose_beside(texts)
    names = scenarios_shown(screen, scenario, course, beside=beside)
    desks = played([Asked(name) for name in names], texts)
    if desks is None:
        return
    with where:
        folder = choose_folder(screen, desks[0], texts)
        actor = choose_actor(screen, desks[0], texts)
    with choices:
        show_about(screen, texts)
    arrive(screen, folder.id)
    titles = tuple(course.options[name] for name in names)
    withdrawn = withdrawal_of(folder.id, desks[0].words.domains)
    asked = [Asked(name, withdrawn=withdrawn) for name in names] if withdrawn is not None else []
    changed = played(asked, texts) if asked else desks
    shown = Shown(screen, found, folder, actor, desks, changed, titles, texts) if changed else None
    follow_day(shown, Seat(desks[0], folder, actor, 0, texts, screen.id), screen)
    if shown:
        st.page_link("pages/journey.py", label=texts("numbers.back"))


def _course_of(scenario: str, kept: str) -> str:
    """Return the course that a link means: a scenario of one says more than a choice made before."""
    return scenario.partition("/")[0] if "/" in scenario else kept


def _is_linked() -> bool:
    """Return whether this visit began with a link to a screen: then that screen comes first, and choices are folded."""
    return bool(st.session_state.setdefault(LINKED, "screen" in st.query_params))


@st.fragment
def _follow_choices(everything: Sequence[Course], there: Shelf, texts: Texts, *, is_linked: bool) -> None:
    """Let course, screen, scenario, citizen and role be chosen, and show the rest; another choice runs this alone."""
    here = chosen(everything, _course_of(choice("scenario"), choice("course")), "")
    folded = st.expander(texts("screens.choices"), expanded=not is_linked, key="choices")
    with folded:
        choose_course(everything, here, texts)
        picked = choose_screen(there, here.course, texts)
    if picked is not None:
        _show(picked, there, here.course, folded, texts)


linked = _is_linked()
speaker = framed("screens.title", look=look())
if not linked:
    html(f'<p class="lead">{escape(speaker("screens.lead"))}</p>')
stored = shelf()
show_faults(stored, speaker)
_follow_choices(courses(speaker.lang, Path.cwd()), stored, speaker, is_linked=linked)
