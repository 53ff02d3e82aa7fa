"""Forms and tasks of mock-up screens with Streamlit's own fields; what is typed is kept for the visit."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from mockups.elements.html import MANY, known_words
from mockups.parts.address import keep
from mockups.parts.frame import html
from mockups.texts import Texts
from mockups.views.screen_blocks import Form, Input
from mockups.views.screen_case import Seat, Typed
from mockups.views.screen_forms import form_keys
from mockups.views.screen_tasks import (
    Verdict,
    judged_choice,
    judged_form,
    judged_understanding,
    options_for,
    questions_of,
    task_words,
)
from mockups.views.screen_withdrawal import areas_in_words, link_text, stopped
from simulation import FormElement, ReachScreen, RightAnswer, Screen, Task, Understood, Withdrawn

TYPED, TURN, TRIED, OPEN = "typed-on-screens", "turn-of-screens", "tried-on-screens", "open-screen"
JUDGED = "judged-on-screens"
"""What was answered and typed when a task was judged; the verdict stands as long as that is so."""


def typed_of(citizen: str) -> Typed:
    """Return what was typed about a citizen in this visit."""
    found: dict[tuple[str, str, str], dict[str, str | tuple[str, ...]]] = st.session_state.get(TYPED, {})
    return {(screen, form): fields for (whose, screen, form), fields in found.items() if whose == citizen}


def _turn() -> int:
    return int(st.session_state.get(TURN, 0))


def begin_anew(citizen: str, screen: str) -> None:
    """Forget what was typed on a screen, and clear its fields."""
    found = st.session_state.get(TYPED, {})
    st.session_state[TYPED] = {key: value for key, value in found.items() if key[:2] != (citizen, screen)}
    st.session_state[TURN] = _turn() + 1


def arrive(screen: Screen, citizen: str) -> None:
    """Leave another screen or citizen: keep what stands in its fields, and forget the fields and the day.

    Streamlit itself forgets a field of an inner fragment only when the whole page runs.
    """
    left: tuple[Screen, str] | None = st.session_state.get(OPEN)
    if left is not None and (left[0].id, left[1]) != (screen.id, citizen):
        take_in(*left)
        for _, keys in _fields(*left):
            for key in keys.values():
                st.session_state.pop(key, None)
        if left[1] != citizen:
            st.session_state.pop(day_key(left[1]), None)
    st.session_state[OPEN] = screen, citizen


def day_key(citizen: str) -> str:
    """Return the key of the field for the day."""
    return f"day-{citizen}"


def take_in(screen: Screen, citizen: str) -> None:
    """Keep what stands in the fields of a screen now, before anything is shown that changes with it."""
    found = dict(st.session_state.get(TYPED, {}))
    for place, keys in _fields(screen, citizen):
        there = {name: _plain(st.session_state[key]) for name, key in keys.items() if key in st.session_state}
        if there:
            found[place] = {name: said for name, said in {**found.get(place, {}), **there}.items() if said}
    st.session_state[TYPED] = found


def _fields(screen: Screen, citizen: str) -> Iterator[tuple[tuple[str, str, str], dict[str, str]]]:
    """Yield for every form of a screen where it stands, and the keys of its fields."""
    for form in (one for one in screen.elements if isinstance(one, FormElement)):
        for _, own in form_keys(form):
            place = citizen, screen.id, own
            yield place, {field.id: _key(place, field.id) for field in form.fields}


def _key(place: tuple[str, str, str], field: str) -> str:
    return f"{'-'.join(place)}-{field}-{_turn()}"


def _plain(said: object) -> str | tuple[str, ...]:
    """Return what stands in a field as it is kept; nothing is an empty text."""
    if isinstance(said, list):
        return tuple(said)
    return ("yes" if said else "") if isinstance(said, bool) else str(said or "")


def show_form(form: Form, seat: Seat) -> None:
    """Show the fields of a form."""
    for field in form.inputs:
        if known := known_words(field, seat.texts):
            html(f'<div class="screen-known">{known}</div>')
        _show_field(field, _key((seat.folder.id, seat.screen, form.id), field.id), seat.texts)
    html(f'<div class="screen-known"><p>{escape(seat.texts("task.form_saved"))}</p></div>')
    _offer_withdrawal(form, seat)


def _offer_withdrawal(form: Form, seat: Seat) -> None:
    """Where the form stops sharing, offer to play the course again from the chosen day without it."""
    areas = stopped(form.stops, typed_of(seat.folder.id).get((seat.screen, form.id), {}))
    if areas is not None:
        said = areas_in_words(areas, seat.desks.words.domains, seat.texts)
        if st.button(seat.texts("withdraw.from_form", what=said), key=f"withdraw-{form.id}"):
            keep("withdrawn", link_text(Withdrawn(seat.folder.id, seat.day, areas)))
            st.rerun()


@st.fragment
def show_form_alone(screen: Screen, form: Form, seat: Seat) -> None:
    """Show the fields of a form that runs alone again when something is typed."""
    take_in(screen, seat.folder.id)
    show_form(form, seat)


def _show_field(field: Input, key: str, texts: Texts) -> None:
    label = f"{field.label} ({texts('screen.required')})" if field.required else field.label
    options, typed = dict(field.options), field.typed
    if field.input == "one_of":
        _show_one(label, options, typed, key, texts)
    elif field.input == "some_of":
        chosen = [name for name in typed if name in options] if isinstance(typed, tuple) else []
        _several(label, options, chosen, key, texts)
    elif field.input == "confirm":
        st.checkbox(f"{label}: {texts('screen.form.confirm')}", value=typed == "yes", key=key)
    else:
        write: Any = st.text_area if field.input == "long" else st.text_input
        write(label, value=typed if isinstance(typed, str) else "", key=key, max_chars=2000)


def _show_one(label: str, options: dict[str, str], typed: str | tuple[str, ...], key: str, texts: Texts) -> None:
    """Let one option be chosen: of few by a button each, of many from a list."""
    names, title_of = list(options), options.__getitem__
    start = names.index(typed) if isinstance(typed, str) and typed in names else None
    if len(names) > MANY:
        words = texts("task.choose")
        st.selectbox(label, names, index=start, format_func=title_of, key=key, placeholder=words)
    else:
        st.radio(label, names, index=start, format_func=title_of, key=key)


def _several(label: str, options: dict[str, str], chosen: list[str], key: str, texts: Texts) -> list[str]:
    return st.multiselect(
        label,
        list(options),
        default=chosen,
        format_func=options.__getitem__,
        key=key,
        placeholder=texts("task.choose"),
        select_all=False,
    )


def _one_of(question: str, options: dict[str, str], key: str) -> str | None:
    return st.radio(question, list(options), index=None, format_func=options.__getitem__, key=key)


def show_tasks(screen: Screen, seat: Seat, titles: dict[str, str]) -> None:
    """Show what to try on a screen.

    Args:
        screen: the screen.
        seat: who sits there.
        titles: titles of the screens that can be reached, by id.
    """
    here = f"{seat.folder.id}-{seat.actor}-{seat.day}-{_turn()}"
    _forget_tried(here)

    @st.fragment
    def trying() -> None:
        there = replace(seat, typed=typed_of(seat.folder.id))
        for task in screen.tasks:
            title = f"<h2>{escape(seat.texts('task.title'))}</h2>" if task is screen.tasks[0] else ""
            html(f'{title}<p class="task">{escape(task_words(task, screen, seat.texts))}</p>')
            _show_task(task, screen, there, titles, f"{screen.id}-{task.id}-{here}")

    if screen.tasks:
        trying()


def _field_key(kind: str, key: str) -> str:
    """Return the key of a field of a task, and remember it until the day is another."""
    found = f"{kind}-{key}"
    st.session_state.setdefault(TRIED, set()).add(found)
    return found


def _forget_tried(here: str) -> None:
    """Forget the fields of tasks on other days; those of an inner fragment stay when the outer one runs."""
    tried: set[str] = st.session_state.get(TRIED, set())
    for key in [one for one in tried if not one.endswith(here)]:
        tried.discard(key)
        st.session_state.pop(key, None)
    judged = st.session_state.get(JUDGED, {})
    st.session_state[JUDGED] = {key: found for key, found in judged.items() if key.endswith(here)}


def _show_task(task: Task, screen: Screen, seat: Seat, titles: dict[str, str], key: str) -> None:
    rule, texts = task.success, seat.texts
    if isinstance(rule, ReachScreen):
        if st.button(texts("task.go", screen=titles.get(rule.screen, rule.screen)), key=_field_key("go", key)):
            keep("screen", rule.screen)
            st.rerun()
        return
    answered: Any = None
    if isinstance(rule, RightAnswer):
        question = rule.question.in_language(texts.lang)
        answered = _several(question, options_for(rule, seat), [], _field_key("choice", key), texts)
    elif isinstance(rule, Understood):
        html(f"<p>{escape(texts('task.receiver'))}</p>")
        answered = {
            name: _one_of(question, options, _field_key(f"answer-{name}", key)) or ""
            for name, (question, options) in questions_of(rule, screen, seat).items()
        }
    judged, now = st.session_state[JUDGED], (answered, seat.typed)
    if st.button(texts("task.check"), key=_field_key("check", key)):
        judged[key] = now
    if judged.get(key) == now:
        _show_verdict(_judged(task, screen, seat, answered), texts)


def _judged(task: Task, screen: Screen, seat: Seat, answered: Any) -> Verdict:  # noqa: ANN401 (list or mapping by rule)
    rule = task.success
    if isinstance(rule, RightAnswer):
        return judged_choice(rule, seat, answered)
    if isinstance(rule, Understood):
        return judged_understanding(rule, screen, seat, answered)
    assert not isinstance(rule, ReachScreen)
    return judged_form(rule, screen, seat)


def _show_verdict(verdict: Verdict, texts: Texts) -> None:
    lines = "".join(f"<li>{escape(line)}</li>" for line in verdict.lines)
    kind = "success" if verdict.is_success else "failure" if verdict.is_answered else "unanswered"
    html(f'<div class="verdict {kind}" role="status"><p>{escape(texts(f"task.{kind}"))}</p><ul>{lines}</ul></div>')
