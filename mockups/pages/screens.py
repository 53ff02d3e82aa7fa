"""The page Skærme: mock-up screens filled by the simulated course, as one actor sees one citizen on one day."""

from pathlib import Path

import streamlit as st

from mockups.parts.address import choice
from mockups.parts.blocks import show_blocks
from mockups.parts.cases import choose_truth
from mockups.parts.comparing import choose_course
from mockups.parts.frame import framed, html
from mockups.parts.screens import (
    choose_actor,
    choose_beside,
    choose_day,
    choose_folder,
    choose_scenario,
    choose_screen,
    played,
    scenarios_shown,
    shelf,
    show_about,
    show_faults,
    show_sheet,
    show_style,
)
from mockups.texts import Texts
from mockups.views.choices import Course, chosen, courses
from mockups.views.screen_case import Seat
from mockups.views.screen_fill import sheet_of
from mockups.views.screen_truth import truth_table
from simulation import Screen


def _show(screen: Screen, course: Course, texts: Texts) -> None:
    with st.container(horizontal=True, key="where"):
        scenario = choose_scenario(screen, course, texts)
        beside = choose_beside(texts)
        names = scenarios_shown(screen, scenario, course, beside=beside)
        desks = played(names, texts)
        if desks is None:
            return
        folder = choose_folder(desks[0], texts)
        actor = choose_actor(screen, desks[0], texts)
    day = choose_day(folder, texts)
    seats = [
        Seat(one, one.folders[folder.id], actor, day, texts, screen.id) for one in desks if folder.id in one.folders
    ]
    _show_sheets(screen, seats, [course.options[name] for name in names], texts)


def _show_sheets(screen: Screen, seats: list[Seat], titles: list[str], texts: Texts) -> None:
    show_style()
    columns = st.columns(len(seats), gap="medium") if len(seats) > 1 else [st.container()]
    for place, (column, seat, title) in enumerate(zip(columns, seats, titles, strict=False)):
        with column:
            html(f'<p class="figure-title">{title}</p>')
            show_sheet(sheet_of(screen, seat), texts, place)
    show_about(screen, texts)
    if choose_truth(texts):
        st.header(texts("screens.truth"), anchor=False)
        html(f"<p>{texts('screens.truth_lead')}</p>")
        for place, seat in enumerate(seats):
            show_blocks([truth_table(seat)], f"truth-{place}")


def _course_of(scenario: str, kept: str) -> str:
    """Return the course that a link means: a scenario of one says more than a choice made before."""
    return scenario.partition("/")[0] if "/" in scenario else kept


speaker = framed("screens.title")
html(f'<p class="lead">{speaker("screens.lead")}</p>')
everything = courses(speaker.lang, Path.cwd())
here = chosen(everything, _course_of(choice("scenario"), choice("course")), "")
choose_course(everything, here, speaker)
found = shelf()
show_faults(found, speaker)
picked = choose_screen(found, here.course, speaker)
if picked is not None:
    _show(picked, here.course, speaker)
