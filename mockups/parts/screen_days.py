"""One screen day by day: moving the day, or withdrawing the consent, shows anew only what that changes."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mockups.parts.cases import choose_truth
from mockups.parts.frame import SCOPE, html
from mockups.parts.screen_forms import begin_anew, show_tasks, typed_of
from mockups.parts.screen_links import choose_share, show_share
from mockups.parts.screen_sheets import show_sheets
from mockups.parts.screens import choose_day, choose_withdrawal, is_changed, show_about, withdrawal_of
from mockups.texts import Texts
from mockups.views.screen_case import Seat
from mockups.views.screen_numbers import numbers_table
from mockups.views.screen_truth import truth_table
from mockups.views.screen_withdrawal import withdrawal_lead
from simulation import Desks, Folder, Screen, Shelf, Table, html_of


@dataclass(frozen=True)
class Shown:
    """What a visitor has chosen but the day."""

    screen: Screen
    found: Shelf
    folder: Folder
    actor: str
    desks: tuple[Desks, ...]
    """The scenarios beside each other, as they are played."""
    changed: tuple[Desks, ...]
    """The same after a withdrawal of consent; as they are played where there is none."""
    titles: tuple[str, ...]
    """What the scenarios are called."""
    texts: Texts

    def seats(self, desks: tuple[Desks, ...], day: int) -> list[Seat]:
        """Return who sits where on a day."""
        citizen, typed = self.folder.id, typed_of(self.folder.id)
        folders = [(one, one.folders[citizen]) for one in desks if citizen in one.folders]
        return [
            Seat(one, folder, self.actor, min(day, folder.days), self.texts, self.screen.id, typed)
            for one, folder in folders
        ]

    @property
    def tasks(self) -> dict[str, str]:
        """Return the titles of screens that tasks may lead to."""
        lang = self.texts.lang
        return {name: f"{one.code} {one.title.in_language(lang)}" for name, one in self.found.screens.items()}


@dataclass(frozen=True)
class Below:
    """Places below the screen for what changes with the day."""

    share: DeltaGenerator | None
    truth: tuple[DeltaGenerator, ...]
    numbers: DeltaGenerator


def show_below(shown: Shown) -> Below:
    """Show what stands below a screen whatever the day is; return the places for the rest."""
    texts = shown.texts
    show_about(shown.screen, texts)
    share = st.empty() if choose_share(texts) else None
    truth: tuple[DeltaGenerator, ...] = ()
    if choose_truth(texts):
        st.header(texts("screens.truth"), anchor=False)
        html(f"<p>{escape(texts('screens.truth_lead'))}</p>")
        truth = tuple(st.empty() for _ in shown.changed)
    st.header(texts("numbers.title"), anchor=False)
    html(f"<p>{escape(texts('numbers.lead'))}</p>")
    numbers = st.empty()
    st.page_link("pages/journey.py", label=texts("numbers.back"))
    return Below(share, truth, numbers)


@st.fragment
def follow_day(shown: Shown | None, seat: Seat, screen: Screen, below: Below | None) -> None:
    """Let the day be chosen, and show the screen, its tasks and the numbers on that day.

    Args:
        shown: what is shown; nothing while it is played.
        seat: who sits there, on any day.
        screen: the screen.
        below: where what stands below the screen goes.
    """
    citizen, domains = seat.folder.id, seat.desks.words.domains
    day = choose_day(screen, seat)
    if shown is None or below is None:
        choose_withdrawal(citizen, day, domains, seat.texts)  # what cannot be played can still be taken back
        return
    if is_changed(shown.found):
        st.rerun()
    seats = shown.seats(shown.changed, day)
    if (withdrawn := withdrawal_of(citizen, domains)) is not None:
        html(f'<p class="banner-line">{escape(withdrawal_lead(withdrawn, seats, seat.texts))}</p>')
    show_sheets(shown.screen, seats, shown.titles)
    _show_tasks(shown, seats[0])
    choose_withdrawal(citizen, day, domains, seat.texts)
    _fill(below, shown, seats, day)


def _show_tasks(shown: Shown, seat: Seat) -> None:
    texts = shown.texts
    if shown.screen.tasks:
        st.header(texts("task.title"), anchor=False)
        show_tasks(shown.screen, seat, shown.tasks)
    st.button(texts("task.restart"), key="anew", on_click=begin_anew, args=(seat.folder.id, seat.screen))


def _fill(below: Below, shown: Shown, seats: list[Seat], day: int) -> None:
    """Fill in what stands below the screen and changes with the day."""
    if below.share is not None:
        show_share(below.share)
    for place, seat in zip(below.truth, seats, strict=False):
        place.html(_drawn(truth_table(seat)))
    titles = list(shown.titles)
    if shown.changed is not shown.desks:
        without = [f"{title} ({shown.texts('numbers.without')})" for title in titles]
        seats, titles = [*shown.seats(shown.desks, day), *seats], [*without, *titles]
    below.numbers.html(_drawn(numbers_table(seats, titles)))


@lru_cache(maxsize=256)
def _drawn(block: Table) -> str:
    """Return a table as HTML; it holds counts and words of a case and nothing that a visitor typed."""
    return html_of([block], SCOPE)
