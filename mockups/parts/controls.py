"""Switches for proposals and sliders for inputs, each of which chooses as soon as it is moved."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from mockups.parts.choosing import Desk, turn
from mockups.parts.frame import html
from mockups.texts import Texts
from mockups.views.whatif_choice import UPTAKE
from mockups.views.whatif_controls import (
    Slider,
    Switch,
    offered,
    ranking_words,
    slider_of,
    switches,
    to_add,
)
from simulation import Bundle, bundles_of, input_in_words, ranking


def show_proposals(desk: Desk, decided: Mapping[str, str], texts: Texts) -> None:
    """Show the proposals of the course as switches, and how many actors take them up."""
    html(f'<p class="note">{escape(texts("whatif.not_assessed"))}</p>')
    _bundles(desk, texts)
    if UPTAKE in decided:
        code = _code(desk, decided[UPTAKE])
        html(f'<p class="note">{escape(texts("whatif.uptake.decided", code=code))}</p>')
    elif UPTAKE in desk.inputs and desk.choice.on:
        _slider(desk, slider_of(desk.as_is, desk.inputs[UPTAKE], desk.choice, texts), texts("whatif.uptake"))
    for one in switches(desk.proposals, desk.choice, texts):
        _switch(desk, one)


def show_inputs(desk: Desk, decided: Mapping[str, str], texts: Texts) -> None:
    """Show the inputs that matter most as sliders, and let others be found."""
    ranked = ranking(desk.as_is, desk.choice.on)
    shown = offered(ranked, desk.more, desk.choice, decided)
    html(
        f"<p>{escape(texts('whatif.inputs.lead'))}</p>"
        f'<p class="note ranking-{ranked.state}">{escape(ranking_words(ranked, texts))}</p>'
    )
    for pattern in shown:
        _slider(desk, slider_of(desk.as_is, desk.inputs[pattern], desk.choice, texts))
    for pattern in (one for one in desk.more if one in decided):
        title = input_in_words(desk.as_is, desk.inputs[pattern], texts.lang).title
        said = texts("whatif.decided", code=_code(desk, decided[pattern]), title=title)
        html(f'<p class="note">{escape(said)}</p>')
    _adding(desk, to_add(desk.as_is, shown, decided, texts), texts)


def _bundles(desk: Desk, texts: Texts) -> None:
    bundles = bundles_of(desk.course.id)
    key = f"bundle-{turn()}"

    def begun() -> None:
        found = st.session_state[key]
        if isinstance(found, Bundle):
            order = [one.id for one in desk.proposals if one.id in found.proposals]
            desk.take(desk.read("+".join(order)))

    st.selectbox(
        texts("whatif.bundle"),
        bundles,
        index=None,
        format_func=lambda one: one.title.in_language(texts.lang),
        key=key,
        placeholder=texts("whatif.bundle.choose"),
        on_change=begun,
    )


def _switch(desk: Desk, one: Switch) -> None:
    key = f"on-{desk.course.id}-{one.id}-{turn()}"
    order = [proposal.id for proposal in desk.proposals]

    def switched() -> None:
        desk.take(desk.choice.switched(one.id, order, is_on=st.session_state[key]), anew=False)

    st.toggle(one.label, value=one.is_on, key=key, disabled=bool(one.refused), on_change=switched)
    about = [f"<strong>{escape(one.refused)}</strong>"] if one.refused else []
    about += [escape(text) for text in one.about]
    html(f'<p class="about">{"<br>".join(about)}</p>')


def _slider(desk: Desk, one: Slider, label: str = "") -> None:
    key = f"slider-{desk.course.id}-{one.pattern}-{turn()}"

    def moved() -> None:
        value = st.session_state[key]
        desk.take(desk.choice.with_moved(one.pattern, None if value == one.now else value), anew=False)

    st.select_slider(
        label or one.label,
        one.positions,
        value=one.value,
        format_func=lambda value: one.labels.get(value, f"{value:g}"),
        key=key,
        on_change=moved,
    )
    html(f'<p class="about">{escape(one.about)}</p>')


def _adding(desk: Desk, left: Mapping[str, str], texts: Texts) -> None:
    key = f"add-{desk.course.id}-{turn()}"

    def added() -> None:
        if pattern := st.session_state[key]:
            desk.add_slider(pattern)

    st.selectbox(
        texts("whatif.add"),
        list(left),
        index=None,
        format_func=lambda pattern: left.get(pattern, pattern),
        key=key,
        placeholder=texts("whatif.add.choose"),
        on_change=added,
    )


def _code(desk: Desk, proposal: str) -> str:
    return next((one.code for one in desk.proposals if one.id == proposal), proposal)
