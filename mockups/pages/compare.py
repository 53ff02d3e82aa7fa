"""The page Sammenlign: the same citizens with the same luck in several scenarios."""

from functools import partial
from pathlib import Path

import streamlit as st

from mockups.parts.address import choice
from mockups.parts.comparing import choose_course, choose_scenarios, show_chosen, show_downloads, show_opening
from mockups.parts.frame import framed
from mockups.parts.live import live_runs, show_progress, show_trouble, size
from mockups.parts.own_file import own_scenario
from mockups.texts import Texts
from mockups.views.choices import Chosen, chosen, courses, design_of, with_own
from mockups.views.compare import downloads, titles
from mockups.views.progress import trouble_of
from simulation import Lang, Section, Snapshot, opening_of, section_of


def _show(found: Chosen, texts: Texts) -> None:
    names = choose_scenarios(found, texts)
    if len(names) < 2:
        st.info(texts("compare.too_few"))
        return
    design = design_of(names, size())
    snapshot = live_runs().ask(design)
    if trouble := trouble_of(snapshot, texts):
        show_trouble(trouble, texts, lambda: live_runs().ask(design, again=True))
        return
    show_progress(design, snapshot, texts)
    if snapshot.result is not None:
        _show_result(snapshot, texts)


def _show_result(snapshot: Snapshot, texts: Texts) -> None:
    result = snapshot.result or {}
    section = partial(_section, snapshot.name, snapshot, texts.lang)
    show_chosen(titles(result, texts.lang), section, choice("scenarios").split(",")[0], texts)
    show_opening(opening_of(result, texts.lang), texts)
    show_downloads(downloads(result, texts), texts)


@st.cache_resource(max_entries=64, show_spinner=False)
def _section(name: str, _snapshot: Snapshot, lang: Lang, section: str) -> Section:
    del name
    return section_of(_snapshot.result or {}, lang, section)


speaker = framed("compare.title")
everything = courses(speaker.lang, Path.cwd())
if own := own_scenario():
    everything = with_own(everything, *own, speaker)
choose_course(everything, chosen(everything, choice("course"), ""), speaker)
_show(chosen(everything, choice("course"), choice("scenarios")), speaker)
