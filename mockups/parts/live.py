"""Comparisons that are played while the page is shown: one set of processes for all visitors."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count

import streamlit as st

from mockups.parts.frame import html
from mockups.texts import Texts
from mockups.views.choices import Size
from mockups.views.progress import Trouble, progress_line
from simulation import Asked, Design, Live, LiveRuns, Snapshot, compared, course_choices

SOON, SECONDS = 0.25, 1.0
"""Seconds between two looks at what has come: where the first or the last numbers are near, and else."""
LAST = 6
"""Replications that are left when the end is near."""
GLANCE, PATIENCE = 0.1, 2.0
"""Seconds between two glances within a look at what is near, and how long it may take; a choice ends it."""


@st.cache_resource(show_spinner=False)
def live_runs() -> Live:
    """Return what plays comparisons for all visitors of this server."""
    first = [Asked(scenario.name) for course in course_choices() for scenario in course.scenarios]
    return LiveRuns(compared, os.cpu_count() or 1, first=first)


def size() -> Size:
    """Return how much is played, as whoever started the server said."""
    usual = Size()
    told = (os.environ.get(name, "") for name in ("SNEBOLD_REPLICATIONS", "SNEBOLD_CITIZENS"))
    replications, citizens = (int(text) if text.isdigit() else 0 for text in told)
    return Size(replications or usual.replications, citizens or usual.citizens)


def show_progress(
    design: Design,
    shown: Snapshot,
    texts: Texts,
    *,
    say: Callable[[Snapshot, Texts], str] = progress_line,
    seconds: float = SECONDS,
) -> None:
    """Show how far a comparison has come, and let the page run again whenever there are sharper numbers.

    Args:
        design: what is compared.
        shown: what the page shows of it.
        texts: who speaks.
        say: says how far it has come.
        seconds: between two looks at what has come where nothing is near.
    """
    if shown.is_final:
        _line(shown, say(shown, texts))
        return

    looks = count()

    @st.fragment(run_every=SOON if _is_near(shown) else seconds)
    def following() -> None:
        now = live_runs().look(design)
        told = replace(shown, done=now.done)  # the numbers on the page are those it was drawn with
        _line(told, say(told, texts))
        if next(looks) and _is_near(now):  # at the first look the page itself is still to be drawn
            now = _awaited(design, shown, now)
        if now.name != shown.name or now.failure is not None:
            st.rerun()

    following()


def _is_near(now: Snapshot) -> bool:
    return not now.counted or now.done >= now.wanted - LAST


def _awaited(design: Design, shown: Snapshot, now: Snapshot) -> Snapshot:
    """Return what there is as soon as it is more than the page shows, so that it does not wait for the next look."""
    slot, until = st.empty(), time.monotonic() + PATIENCE
    while now.name == shown.name and now.failure is None and time.monotonic() < until:
        time.sleep(GLANCE)
        slot.empty()  # where a slider has moved meanwhile, this run ends here
        now = live_runs().look(design)
    return now


def _line(snapshot: Snapshot, said: str) -> None:
    share = snapshot.done / max(1, snapshot.wanted)
    if not snapshot.is_final:
        st.progress(min(1.0, share), text=None)
    html(f'<p class="progress" role="status">{said}</p>')


def show_trouble(trouble: Trouble, texts: Texts, again: Callable[[], object]) -> None:
    """Say why a comparison cannot be run, with a button to try again."""
    st.error(trouble.sentence)
    if trouble.details:
        st.code(trouble.details, language=None, wrap_lines=True)
    if st.button(texts("wrong.again"), key="again"):
        again()
        st.rerun()
