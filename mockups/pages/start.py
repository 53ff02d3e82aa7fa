"""The page Start: choose a course, and run it with one button."""

from html import escape
from pathlib import Path

import streamlit as st

from mockups.parts.address import keep, kept_choices
from mockups.parts.frame import framed, html, wide_picture
from mockups.parts.live import live_runs, show_progress, size
from mockups.texts import Texts
from mockups.views.choices import courses
from mockups.views.progress import trouble_of
from mockups.views.start import Card, card_of, picture_of
from simulation import Lang, Snapshot


def _show(card: Card, texts: Texts) -> None:
    snapshot = live_runs().ask(card.design)
    st.header(card.course.title, anchor=False)
    words, drawing = st.columns([2, 3], gap="large")
    with words:
        html(f'<p class="lead">{escape(card.course.summary)}</p><p class="note">{escape(card.scenarios)}</p>')
        if st.button(texts("start.run"), type="primary", key=f"run-{card.course.id}"):
            keep("course", card.course.id)
            keep("scenarios", ",".join(card.course.main))
            st.switch_page("pages/compare.py", query_params=kept_choices())
        if trouble := trouble_of(snapshot, texts):
            st.error(trouble.sentence)
        else:
            show_progress(card.design, snapshot, texts)
    with drawing:
        _show_picture(snapshot, texts)


def _show_picture(snapshot: Snapshot, texts: Texts) -> None:
    drawn = _drawn(snapshot.name, snapshot, texts.lang)
    html(drawn or f'<p class="note">{texts("start.picture_waits")}</p>')


@st.cache_resource(max_entries=16, show_spinner=False)
def _drawn(name: str, _snapshot: Snapshot, lang: Lang) -> str:
    texts = Texts(lang)
    found = picture_of(_snapshot, texts)
    return wide_picture(found.svg, found.alt, "picture", texts("start.picture_name")) if found is not None else ""


speaker = framed("start.title", restarts=False)
html(f'<p class="lead">{escape(speaker("start.lead"))}</p>')
for one in courses(speaker.lang, Path.cwd()):
    _show(card_of(one, size(), speaker), speaker)
