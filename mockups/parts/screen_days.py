"""One screen day by day: moving the day, or withdrawing the consent, shows anew only what that changes."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

import streamlit as st

from mockups.parts.address import choice, keep
from mockups.parts.frame import SCOPE, Html, html
from mockups.parts.screen_forms import begin_anew, show_tasks, typed_of
from mockups.parts.screen_links import show_share
from mockups.parts.screen_sheets import show_sheets
from mockups.parts.screens import choose_day, choose_withdrawal, is_changed, offer_return, withdrawal_of
from mockups.texts import Texts
from mockups.views.screen_case import Seat
from mockups.views.screen_numbers import numbers_table
from mockups.views.screen_truth import truth_table
from mockups.views.screen_withdrawal import withdrawal_lead
from simulation import Desks, Folder, Screen, Shelf, Table, html_of

FURTHER = ("truth", "share", "withdrawal")
"""What the facilitator may show below a screen."""


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


@st.fragment
def follow_day(shown: Shown | None, seat: Seat, screen: Screen) -> None:
    """Let the day be chosen, and show the screen, its tasks and what lies behind it on that day.

    Args:
        shown: what is shown; nothing while it is played.
        seat: who sits there, on any day.
        screen: the screen.
    """
    citizen, domains = seat.folder.id, seat.desks.words.domains
    day = choose_day(screen, seat)
    if shown is None:
        offer_return(seat.texts)  # what cannot be played can still be taken back
        return
    if is_changed(shown.found):
        st.rerun()
    seats = shown.seats(shown.changed, day)
    if (withdrawn := withdrawal_of(citizen, domains)) is not None:
        html(f'<p class="banner-line">{escape(withdrawal_lead(withdrawn, seats, seat.texts))}</p>')
    show_sheets(shown.screen, seats, shown.titles)
    _show_tasks(shown, seats[0])
    if withdrawn is not None:
        offer_return(seat.texts)
    further = _choose_further(seat.texts, is_withdrawn=withdrawn is not None)
    if "withdrawal" in further:
        choose_withdrawal(citizen, day, domains, seat.texts)
    if "share" in further:
        show_share(seat.texts)
    if "truth" in further:
        _show_truth(seats, seat.texts)
    _show_numbers(shown, seats, day)


def _show_tasks(shown: Shown, seat: Seat) -> None:
    texts = shown.texts
    show_tasks(shown.screen, seat, shown.tasks)
    st.button(texts("task.restart"), key="anew", on_click=begin_anew, args=(seat.folder.id, seat.screen))


def _choose_further(texts: Texts, *, is_withdrawn: bool) -> list[str]:
    """Let the facilitator choose what else is shown."""
    names = [name for name in FURTHER if name != "withdrawal" or not is_withdrawn]
    picked = st.pills(
        texts("screens.further"),
        names,
        selection_mode="multi",
        default=["truth"] if choice("truth") == "1" else [],
        format_func=lambda name: texts(f"screens.further.{name}"),
        key=f"further-{len(names)}",
    )
    keep("truth", "1" if "truth" in picked else "0")
    return picked


def _show_truth(seats: list[Seat], texts: Texts) -> None:
    st.header(texts("screens.truth"), anchor=False)
    html(f"<p>{escape(texts('screens.truth_lead'))}</p>")
    for seat in seats:
        st.html(Html(_drawn(truth_table(seat))))


def _show_numbers(shown: Shown, seats: list[Seat], day: int) -> None:
    """Show the numbers of the same rows, beside those without a withdrawal where there is one."""
    texts, titles = shown.texts, list(shown.titles)
    if shown.changed is not shown.desks:
        without = [f"{title} ({texts('numbers.without')})" for title in titles]
        seats, titles = [*shown.seats(shown.desks, day), *seats], [*without, *titles]
    lead = f"<h2>{escape(texts('numbers.title'))}</h2><p>{escape(texts('numbers.lead'))}</p>"
    st.html(Html(f'<div class="{SCOPE}">{lead}</div>{_drawn(numbers_table(seats, titles))}'))


@lru_cache(maxsize=256)
def _drawn(block: Table) -> str:
    """Return a table as HTML; it holds counts and words of a case and nothing that a visitor typed."""
    return html_of([block], SCOPE)
