"""What the page Skærme is put together from: choices, a filled screen, layers of truth, faults of own screens."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from time import monotonic

import streamlit as st

from mockups.elements.html import style
from mockups.parts.address import choice, keep
from mockups.parts.frame import html
from mockups.parts.live import show_trouble
from mockups.parts.screen_forms import day_key
from mockups.texts import Texts
from mockups.views.choices import Course
from mockups.views.progress import trouble_of_failure
from mockups.views.screen_case import Seat
from mockups.views.screen_choice import (
    actors_of,
    day_in,
    first_scenario,
    folder_options,
    other_side,
    scenario_options,
    screens_of,
)
from mockups.views.screen_typical import is_early, typical_citizens, typical_day
from mockups.views.screen_withdrawal import NOTHING, link_text, withdrawn_in
from simulation import (
    Asked,
    CaseRuns,
    Desks,
    Folder,
    Screen,
    Shelf,
    Withdrawn,
    desks_of,
    screens_in,
    shipped_screens,
)

OWN_FOLDER = "screens"
"""Own screens lie in this folder, below the one the app was started in."""
SECONDS = 0.5
LOOK = """
[class*=st-key-sheet] { gap: 0; }
[class*=st-key-sheet] .snebold p.figure-title { margin-bottom: 0.4rem; }
[class*=st-key-form-] { border-radius: 0; padding: 0.8rem 1rem; }
.snebold p.task { font-weight: 650; margin: 1rem 0 0.2rem; max-width: none; }
.snebold .verdict { padding: 0.5rem 1rem; border: 2px solid #6b7884; border-radius: 4px; }
.snebold .verdict.success { border-color: #1f6b3a; }
.snebold .verdict.success p::before { content: "✓ "; }
.snebold .verdict.failure { border-color: #7a5200; }
.snebold .verdict.failure p::before { content: "! "; }
.snebold .screen-known p { margin: 0; font-size: 0.9rem; }
"""
FRESH = 1.0
"""Seconds in which files of screens are not looked at again."""
LAST_LOOK: dict[str, tuple[float, Shelf]] = {}
"""When files were looked at last, by a clock that never runs backwards, and what was there."""
NAMED = 6
"""Citizens that are named at most where the chosen one has nothing to judge."""


@st.cache_resource(show_spinner=False)
def desk_runs() -> CaseRuns[Desks]:
    """Return what plays the cases that screens are filled from, for all visitors of this server."""
    return CaseRuns(desks_of, 1)


def shelf() -> Shelf:
    """Return the shipped screens and those of the working folder; a saved change is there at the next look."""
    found = screens_in(shipped_screens(), Path.cwd() / OWN_FOLDER)
    LAST_LOOK["shelf"] = monotonic(), found
    return found


def is_changed(found: Shelf) -> bool:
    """Return whether files of screens have changed since; one look serves all who ask within a moment."""
    when, seen = LAST_LOOK.get("shelf", (0.0, found))
    return (seen if monotonic() - when < FRESH else shelf()) is not found


def show_faults(found: Shelf, texts: Texts) -> None:
    """Tell what is wrong with screens that cannot be used."""
    if found.faults:
        st.error(texts("screens.broken"))
        said = "\n".join(fault.text(texts.lang) for fault in found.faults)
        html(f'<pre class="faults">{escape(said)}</pre>')


def choose_screen(found: Shelf, course: Course, texts: Texts) -> Screen | None:
    """Let a screen be chosen of those that this course fills."""
    there = screens_of(found.screens, course.id)
    linked = choice("screen")
    if not there:
        st.info(texts("screens.none_for"))
        return None
    if linked and linked not in found.screens:
        st.warning(texts("screens.unknown", name=linked))
    titles = {name: f"{one.code} {one.title.in_language(texts.lang)}" for name, one in there.items()}
    return there[_pick("screen", titles, texts("screens.choose"), linked)]


def choose_scenario(screen: Screen, course: Course, texts: Texts) -> str:
    """Let the scenario be chosen that fills the screen."""
    options = scenario_options(screen, course)
    start = choice("scenario")
    start = start if start in options else first_scenario(screen, course)
    return _pick("scenario", options, texts("screens.scenario"), start)


def choose_folder(screen: Screen, desks: Desks, texts: Texts) -> Folder:
    """Let the citizen be chosen; first comes one for whom the screen has something to judge."""
    options, start = folder_options(desks, texts), choice("citizen")
    if start not in options:
        seat = Seat(desks, next(iter(desks.folders.values())), screen.actors[0], 0, texts)
        start = next(iter(typical_citizens(screen, seat)), "") if screen.typical else ""
    return desks.folders[_pick("citizen", options, texts("screens.citizen"), start)]


def choose_actor(screen: Screen, desks: Desks, texts: Texts) -> str:
    """Let it be chosen who sits at the screen, where several do."""
    options = actors_of(screen, desks, texts)
    if len(options) < 2:
        keep("actor", next(iter(options)))
        return next(iter(options))
    return _pick("actor", options, texts("screens.actor"), choice("actor"))


def choose_day(screen: Screen, seat: Seat) -> int:
    """Let the day be chosen, and say from which on the screen has something to judge."""
    folder, texts, key = seat.folder, seat.texts, day_key(seat.folder.id)
    typical = typical_day(screen, seat)
    start = day_in(choice("day"), folder, typical)
    day = int(st.slider(texts("screens.day"), 0, max(folder.days, 1), start, key=key))
    keep("day", str(day))
    if screen.typical and is_early(screen, replace(seat, day=day)):
        if typical is not None:
            words = texts("screens.typical", day=typical)
            st.button(words, key="typical", on_click=partial(_go_to_day, key, typical))
        else:
            options = folder_options(seat.desks, texts)
            names = "; ".join(options[one] for one in typical_citizens(screen, seat)[:NAMED])
            names = names or texts("screens.typical_nobody")
            html(f"<p>{escape(texts('screens.typical_never', names=names))}</p>")
    return day


def _go_to_day(key: str, day: int) -> None:
    st.session_state[key] = day
    keep("day", str(day))


def choose_beside(texts: Texts) -> bool:
    """Let the screen be shown in both scenarios."""
    picked = st.toggle(texts("screens.beside"), value=choice("beside") == "1", key="beside")
    keep("beside", "1" if picked else "0")
    return picked


def withdrawal_of(citizen: str, domains: Mapping[str, str]) -> Withdrawn | None:
    """Return what the citizen withdraws of the consent, and on which day, as the address says."""
    return withdrawn_in(choice("withdrawn"), citizen, domains)


def offer_return(texts: Texts) -> None:
    """Let a consent that was withdrawn stand again; then the whole page runs again."""
    if st.button(texts("withdraw.undo"), key="withdraw-undo"):
        keep("withdrawn", NOTHING)
        st.rerun()


def choose_withdrawal(citizen: str, day: int, domains: Mapping[str, str], texts: Texts) -> None:
    """Let the citizen's consent be withdrawn from the chosen day, in whole or for some areas.

    Then the whole page runs again.

    Args:
        citizen: who is looked at.
        day: the chosen day.
        domains: areas in words.
        texts: who speaks.
    """
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked = st.multiselect(
            texts("withdraw.what"),
            list(domains),
            format_func=domains.__getitem__,
            key=f"withdraw-areas-{citizen}",
            placeholder=texts("withdraw.all"),
            select_all=False,
        )
        if st.button(texts("withdraw.button"), key="withdraw"):
            keep("withdrawn", link_text(Withdrawn(citizen, day, tuple(picked))))
            st.rerun()


def _pick(name: str, options: dict[str, str], label: str, start: str) -> str:
    """Let one of several be chosen, and keep it in the address."""
    start = start if start in options else next(iter(options))
    key = f"{name}-{start}"

    def picked() -> None:
        keep(name, st.session_state[key])

    keep(name, start)
    return st.selectbox(
        label,
        list(options),
        index=list(options).index(start),
        format_func=options.__getitem__,
        key=key,
        on_change=picked,
    )


def played(asked: Sequence[Asked], texts: Texts) -> tuple[Desks, ...] | None:
    """Return the cases of scenarios; while they are played, say so and look again."""
    snapshots = [desk_runs().ask(one, texts.lang) for one in asked]
    for one, snapshot in zip(asked, snapshots, strict=True):
        if snapshot.failure is not None:
            trouble = trouble_of_failure(snapshot.failure, texts)
            show_trouble(trouble, texts, partial(desk_runs().ask, one, texts.lang, again=True))
            return None
    there = tuple(one.found for one in snapshots if one.found is not None)
    if len(there) == len(asked):
        return there
    _wait(asked, texts)
    return None


def _wait(asked: Sequence[Asked], texts: Texts) -> None:
    @st.fragment(run_every=SECONDS)
    def looking() -> None:
        html(f'<p class="progress" role="status">{texts("case.playing")}</p>')
        snapshots = [desk_runs().ask(one, texts.lang) for one in asked]
        if all(one.found is not None or one.failure is not None for one in snapshots):
            st.rerun()

    looking()


def scenarios_shown(screen: Screen, scenario: str, course: Course, *, beside: bool) -> tuple[str, ...]:
    """Return the scenarios that are shown: as it is today on the left."""
    if not beside:
        return (scenario,)
    both = {scenario, other_side(screen, scenario, course)}
    return tuple(name for name in dict.fromkeys((*course.main, scenario)) if name in both)


def look() -> str:
    """Return the style of all screens of the page."""
    return f"{style()}\n{LOOK}"


def show_about(screen: Screen, texts: Texts) -> None:
    """Tell the facilitator what a screen is for."""
    codes = {
        name: ", ".join(found) or "–"
        for name, found in (("proposals", screen.proposals), ("needs", screen.needs), ("effects", screen.effects))
    }
    html(
        f"<p><strong>{escape(texts('screens.about'))}:</strong> {escape(screen.about.in_language(texts.lang))}</p>"
        f"<p>{escape(texts('screens.about_codes', **codes))} {escape(texts('screens.not_assessed'))}</p>"
    )
