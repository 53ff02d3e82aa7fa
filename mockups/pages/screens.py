"""The page Skærme: mock-up screens filled by the simulated course, as one actor sees one citizen on one day."""

from html import escape
from pathlib import Path

import streamlit as st

from mockups.parts.address import choice
from mockups.parts.blocks import show_blocks
from mockups.parts.cases import choose_truth
from mockups.parts.comparing import choose_course
from mockups.parts.frame import framed, html
from mockups.parts.screen_forms import begin_anew, show_tasks, typed_of
from mockups.parts.screen_links import show_share
from mockups.parts.screens import (
    choose_actor,
    choose_beside,
    choose_day,
    choose_folder,
    choose_scenario,
    choose_screen,
    choose_withdrawal,
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
from mockups.views.screen_numbers import numbers_table
from mockups.views.screen_truth import truth_table
from mockups.views.screen_withdrawal import withdrawal_lead
from simulation import Asked, Desks, Screen

Where = tuple[str, str, int]
"""Citizen, who sits at the screen, day."""


def _show(screen: Screen, course: Course, texts: Texts) -> None:
    with st.container(horizontal=True, key="where"):
        scenario = choose_scenario(screen, course, texts)
        beside = choose_beside(texts)
        names = scenarios_shown(screen, scenario, course, beside=beside)
        desks = played([Asked(name) for name in names], texts)
        if desks is None:
            return
        folder = choose_folder(screen, desks[0], texts)
        actor = choose_actor(screen, desks[0], texts)
    day = choose_day(screen, Seat(desks[0], folder, actor, 0, texts))
    withdrawn = choose_withdrawal(folder.id, day, desks[0].words.domains, texts)
    where = folder.id, actor, day
    plain = _seats(desks, where, screen, texts)
    titles = [course.options[name] for name in names]
    if withdrawn is None:
        _show_sheets(screen, plain, titles, texts)
        _show_numbers(plain, titles, texts)
        return
    changed = played([Asked(name, withdrawn=withdrawn) for name in names], texts)
    if changed is not None:
        seats = _seats(changed, where, screen, texts)
        html(f'<p class="banner-line">{escape(withdrawal_lead(withdrawn, seats, texts))}</p>')
        _show_sheets(screen, seats, titles, texts)
        without = [f"{title} ({texts('numbers.without')})" for title in titles]
        _show_numbers([*plain, *seats], [*without, *titles], texts)


def _seats(desks: tuple[Desks, ...], where: Where, screen: Screen, texts: Texts) -> list[Seat]:
    citizen, actor, day = where
    typed = typed_of(citizen)
    return [
        Seat(one, one.folders[citizen], actor, min(day, one.folders[citizen].days), texts, screen.id, typed)
        for one in desks
        if citizen in one.folders
    ]


def _show_sheets(screen: Screen, seats: list[Seat], titles: list[str], texts: Texts) -> None:
    show_style()
    columns = st.columns(len(seats), gap="medium") if len(seats) > 1 else [st.container()]
    for place, (column, seat, title) in enumerate(zip(columns, seats, titles, strict=False)):
        with column:
            html(f'<p class="figure-title">{escape(title)}</p>')
            show_sheet(sheet_of(screen, seat), seat, place)
    _show_tasks(screen, seats[0], texts)
    show_about(screen, texts)
    show_share(texts)
    if choose_truth(texts):
        st.header(texts("screens.truth"), anchor=False)
        html(f"<p>{escape(texts('screens.truth_lead'))}</p>")
        for place, seat in enumerate(seats):
            show_blocks([truth_table(seat)], f"truth-{place}")


def _show_tasks(screen: Screen, seat: Seat, texts: Texts) -> None:
    if screen.tasks:
        st.header(texts("task.title"), anchor=False)
        titles = {name: f"{one.code} {one.title.in_language(texts.lang)}" for name, one in shelf().screens.items()}
        show_tasks(screen, seat, titles)
    st.button(texts("task.restart"), key="anew", on_click=begin_anew, args=(seat.folder.id, screen.id))


def _show_numbers(seats: list[Seat], titles: list[str], texts: Texts) -> None:
    st.header(texts("numbers.title"), anchor=False)
    html(f"<p>{escape(texts('numbers.lead'))}</p>")
    show_blocks([numbers_table(seats, titles)], "numbers")
    st.page_link("pages/journey.py", label=texts("numbers.back"))


def _course_of(scenario: str, kept: str) -> str:
    """Return the course that a link means: a scenario of one says more than a choice made before."""
    return scenario.partition("/")[0] if "/" in scenario else kept


speaker = framed("screens.title")
html(f'<p class="lead">{escape(speaker("screens.lead"))}</p>')
everything = courses(speaker.lang, Path.cwd())
here = chosen(everything, _course_of(choice("scenario"), choice("course")), "")
choose_course(everything, here, speaker)
found = shelf()
show_faults(found, speaker)
picked = choose_screen(found, here.course, speaker)
if picked is not None:
    _show(picked, here.course, speaker)
