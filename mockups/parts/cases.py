"""What the pages of one citizen share: course, two scenarios, citizen, and the wait while they are played."""

import os
from functools import partial
from pathlib import Path

import streamlit as st

from mockups.parts.address import choice, keep
from mockups.parts.comparing import choose_course
from mockups.parts.frame import html
from mockups.parts.live import show_trouble
from mockups.texts import Texts
from mockups.views.cases import Pair, citizens_of, pair_of, sides_of
from mockups.views.choices import Chosen, chosen, courses
from mockups.views.progress import trouble_of_failure
from simulation import Asked, CaseRuns, Cases, cases_of

SECONDS = 0.5
"""Between two looks at whether the citizens have been played."""


@st.cache_resource(show_spinner=False)
def case_runs() -> CaseRuns[Cases]:
    """Return what plays single citizens for all visitors of this server."""
    return CaseRuns(cases_of, min(2, os.cpu_count() or 1))


def chosen_pair(texts: Texts) -> Pair | None:
    """Let course, scenarios and citizen be chosen; return them, or None while there is nothing to show."""
    everything = courses(texts.lang, Path.cwd())
    found = chosen(everything, choice("course"), choice("scenarios"))
    choose_course(everything, found, texts)
    if found.unknown:
        st.warning(texts("compare.unknown", names=", ".join(found.unknown)))
    with st.container(horizontal=True, key="pair"):
        names = _choose_sides(found, texts)
        sides = _played(names, texts)
        if sides is None:
            return None
        citizen = _choose_citizen(found, sides, texts)
    titles = found.course.options[names[0]], found.course.options[names[1]]
    return pair_of(sides, names, titles, citizen) if citizen else None


def _choose_sides(found: Chosen, texts: Texts) -> tuple[str, str]:
    start, options = sides_of(found), found.course.options
    picked = [
        st.selectbox(
            texts(f"case.{side}"),
            list(options),
            index=list(options).index(name),
            format_func=options.__getitem__,
            key=f"{side}-{found.course.id}-{name}",
        )
        for side, name in zip(("left", "right"), start, strict=True)
    ]
    if tuple(picked) != start:
        keep("scenarios", ",".join(picked))
        st.rerun()
    return start


def _played(names: tuple[str, str], texts: Texts) -> tuple[Cases, Cases] | None:
    """Return the citizens of both scenarios; while they are played, say so and look again."""
    snapshots = [case_runs().ask(Asked(name), texts.lang) for name in names]
    for name, snapshot in zip(names, snapshots, strict=True):
        if snapshot.failure is not None:
            trouble = trouble_of_failure(snapshot.failure, texts)
            show_trouble(trouble, texts, partial(case_runs().ask, Asked(name), texts.lang, again=True))
            return None
    first, second = (snapshot.found for snapshot in snapshots)
    if first is not None and second is not None:
        return first, second
    _wait(names, texts)
    return None


def _wait(names: tuple[str, str], texts: Texts) -> None:
    @st.fragment(run_every=SECONDS)
    def looking() -> None:
        html(f'<p class="progress" role="status">{texts("case.playing")}</p>')
        snapshots = [case_runs().ask(Asked(name), texts.lang) for name in names]
        if all(one.found is not None or one.failure is not None for one in snapshots):
            st.rerun()

    looking()


def _choose_citizen(found: Chosen, sides: tuple[Cases, Cases], texts: Texts) -> str:
    options, linked = citizens_of(sides, texts), choice("citizen")
    if not options:
        st.info(texts("case.not_there"))
        return ""
    if linked and linked not in options:
        st.warning(texts("case.unknown", name=linked))
    start = linked if linked in options else next(iter(options))
    picked = st.selectbox(
        texts("case.citizen"),
        list(options),
        index=list(options).index(start),
        format_func=options.__getitem__,
        key=f"citizen-{found.course.id}-{start}",
    )
    keep("citizen", picked)
    if picked != start:
        st.rerun()
    return picked


def choose_truth(texts: Texts) -> bool:
    """Let the facilitator show what is only true."""
    picked = st.toggle(texts("case.truth"), value=choice("truth") == "1", key="truth")
    keep("truth", "1" if picked else "0")
    return picked
