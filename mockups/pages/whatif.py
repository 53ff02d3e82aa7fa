"""The page Hvad nu hvis: proposals on and off, inputs moved, and what that changes, early and then sharper."""

from contextlib import suppress
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from mockups.parts.address import choice as kept_choice
from mockups.parts.address import keep
from mockups.parts.choosing import Desk, show_steps
from mockups.parts.comparing import choose_course, show_chosen
from mockups.parts.controls import show_inputs, show_proposals
from mockups.parts.frame import framed, html
from mockups.parts.live import live_runs, show_progress, show_trouble, size
from mockups.parts.variants import show_saving, show_variants
from mockups.texts import Texts
from mockups.views.choices import chosen, courses
from mockups.views.progress import trouble_of
from mockups.views.whatif import progress_words, shown_titles, title_of, whatif_section
from mockups.views.whatif_choice import Choice, asked_of, design_of, without_decided
from simulation import CannotRun, Design, Lang, Section, Snapshot, WrongData, decided_by, scenario_of

SECONDS = 2.0
"""Between two looks at sharper numbers; to show them costs the browser as much as it costs to draw the page."""
PLAYED = "whatif-played"
CONTROLS = {"proposals": show_proposals, "inputs": show_inputs}
"""One kind at a time: what nobody sees is not sent again with every move."""
STYLE = """
.st-key-status { position: sticky; top: 3.6rem; z-index: 90; background: #fff; padding: 0.4rem 0;
  border-bottom: 1px solid #6b7884; }
.snebold p.about { font-size: 0.9rem; margin: -0.6rem 0 0.5rem; }
[data-testid="InputInstructions"] { display: none; }
"""


def _show(desk: Desk, texts: Texts) -> None:
    with st.container(key="status"):
        sign = st.empty()
        if st.session_state.get(PLAYED) is None or st.session_state[PLAYED][0] != kept_choice("what"):
            sign.html(
                f'<div class="snebold"><p class="progress" role="status">{escape(texts("whatif.busy"))}</p></div>'
            )
        line = st.container()
    show_steps(desk, texts)
    decided = _decided(desk)
    now = without_decided(desk.choice, decided)
    left, right = st.columns([2, 3], gap="large")
    with left:
        _controls(desk, decided, texts)
    design = design_of(desk.as_is, [asked_of(desk.as_is, now, desk.inputs)], size())
    snapshot = _asked(design)
    trouble = trouble_of(snapshot, texts)
    with line:
        if not trouble:
            show_progress(design, snapshot, texts, say=progress_words, seconds=SECONDS)
    sign.empty()  # only now: how sharp the numbers before were must not stand alone for a moment
    with right:
        if trouble:
            show_trouble(trouble, texts, lambda: live_runs().ask(design, again=True))
        else:
            _result(desk, now, snapshot, texts)
    show_variants(desk, texts)
    show_saving(desk, texts)


def _controls(desk: Desk, decided: dict[str, str], texts: Texts) -> None:
    start = kept_choice("controls")
    picked = st.segmented_control(
        texts("whatif.controls"),
        list(CONTROLS),
        default=start if start in CONTROLS else "proposals",
        required=True,
        wrap=True,
        format_func=lambda name: texts(f"whatif.{name}"),
        key="controls",
    )
    found = picked or "proposals"
    keep("controls", found)
    CONTROLS[found](desk, decided, texts)


def _decided(desk: Desk) -> dict[str, str]:
    """Return the inputs that the chosen proposals decide; a choice that cannot be played is told where it is asked."""
    try:
        return decided_by(desk.as_is, desk.choice.on)
    except WrongData:
        return {}


def _asked(design: Design) -> Snapshot:
    """Ask for a choice once it has settled, and leave the one before."""
    before = st.session_state.get(PLAYED)
    if before is not None and before[1] != design:
        live_runs().leave(before[1])
        if not live_runs().look(design).counted:
            _read(design)
            st.empty()  # where a slider has moved on meanwhile, this run ends here: what it passes is not played
    st.session_state[PLAYED] = (kept_choice("what"), design)
    return live_runs().ask(design)


def _read(design: Design) -> None:
    """Read what is asked for, which takes some tenths of a second once; whoever asks is told of faults."""
    with suppress(WrongData, CannotRun):
        for asked in design.asked:
            scenario_of(asked)


def _result(desk: Desk, now: Choice, snapshot: Snapshot, texts: Texts) -> None:
    if now.is_empty:
        st.info(texts("whatif.empty"))
        return
    title = title_of(now, desk.proposals, texts)
    html(f'<p class="lead"><strong>{escape(texts("whatif.choice"))}:</strong> {escape(title)}</p>')
    if snapshot.result is not None:
        section = partial(_section, snapshot.name, snapshot, title, texts.lang)
        show_chosen(shown_titles(snapshot.result, texts.lang), section, desk.as_is, texts)


@st.cache_resource(max_entries=64, show_spinner=False)
def _section(name: str, _snapshot: Snapshot, title: str, lang: Lang, section: str) -> Section:
    del name
    return whatif_section(_snapshot.result or {}, ("", title), lang, section)


speaker = framed("whatif.title", restarts=False, look=STYLE)
html(f'<p class="lead">{escape(speaker("whatif.lead"))}</p>')
everything = courses(speaker.lang, Path.cwd())
found = chosen(everything, kept_choice("course"), "")
choose_course(everything, found, speaker)
_show(Desk(found.course), speaker)
