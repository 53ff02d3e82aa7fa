"""Filled screens on the page, a column each: HTML, and forms with the app's own fields."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from mockups.elements.html import html_of_blocks, html_of_top
from mockups.parts.frame import Html
from mockups.parts.screen_forms import show_form, show_form_alone, take_in, typed_of
from mockups.texts import Texts
from mockups.views.screen_blocks import Block, Form, Sheet
from mockups.views.screen_case import Seat, made_once
from mockups.views.screen_fill import has_branches, is_touched, sheet_of
from simulation import Screen

LEVEL = 2
"""Level of a screen's heading: the page has one above it."""


@dataclass(frozen=True)
class Part:
    """Some elements as HTML, and the form below them, one for each who fills it in."""

    html: str
    id: str = ""
    """Of the form."""
    forms: tuple[Form, ...] = ()


def show_sheets(screen: Screen, seats: Sequence[Seat], titles: Sequence[str]) -> None:
    """Show a screen for one seat, or for several beside each other; the first has forms with the app's own fields.

    Typing runs the form alone again, or all columns where elements change with what is typed.
    """
    changes = has_branches(screen, seats[0])

    def showing() -> None:
        take_in(screen, seats[0].folder.id)
        typed = typed_of(seats[0].folder.id)
        places = st.columns(len(seats), gap="medium") if len(seats) > 1 else [None]
        for number, (place, seat, title) in enumerate(zip(places, seats, titles, strict=False)):
            with place or nullcontext():
                _show_column(screen, replace(seat, typed=typed), title, number, runs_alone=not changes)

    (st.fragment(showing) if changes else showing)()


def _show_column(screen: Screen, seat: Seat, title: str, number: int, *, runs_alone: bool) -> None:
    lead = f'<div class="snebold"><p class="figure-title">{escape(title)}</p></div>'
    with st.container(key=f"sheet-{number}"):
        for part in _filled(screen, seat, has_fields=number == 0):
            if part.html:
                st.html(Html(lead + part.html))
                lead = ""
            if part.forms:
                with st.container(key=f"form-{number}-{part.id}", border=True):
                    for form in part.forms:
                        _show_form(screen, form, seat, runs_alone=runs_alone)


def _show_form(screen: Screen, form: Form, seat: Seat, *, runs_alone: bool) -> None:
    """Show a form; each of several behind a heading of its own, so that nobody reads what another answered."""
    with st.expander(form.title, key=f"who-{form.id}") if form.title else nullcontext():
        if runs_alone:
            show_form_alone(screen, form, seat)
        else:
            show_form(form, seat)


def _filled(screen: Screen, seat: Seat, *, has_fields: bool) -> tuple[Part, ...]:
    """Return a screen in parts; where nobody typed anything on it, all who look at the same share them."""

    def fill() -> tuple[Part, ...]:
        return tuple(_parts(sheet_of(screen, seat), seat.texts, has_fields=has_fields))

    if is_touched(screen, seat):
        return fill()
    key = "parts", seat.folder.id, seat.actor, seat.day, seat.texts, has_fields
    return made_once(seat.desks, screen, key, fill)


def _parts(sheet: Sheet, texts: Texts, *, has_fields: bool) -> Iterator[Part]:
    """Yield a screen cut below the heading of each form; the last part may hold nothing."""
    top, blocks = html_of_top(sheet, texts, LEVEL), list[Block]()
    for block in sheet.blocks:
        forms = tuple(body for body in block.bodies if isinstance(body, Form)) if has_fields else ()
        blocks.append(replace(block, bodies=()) if forms else block)
        if forms:
            yield Part(top + html_of_blocks(sheet, blocks, texts, LEVEL + 1), block.id, forms)
            top, blocks = "", []
    yield Part(top + html_of_blocks(sheet, blocks, texts, LEVEL + 1) if blocks else top)
