"""Choices that were kept, beside each other, and a choice as a file."""

from html import escape

import streamlit as st

from mockups.parts.blocks import show_blocks
from mockups.parts.choosing import Desk
from mockups.parts.frame import html
from mockups.parts.live import live_runs, show_progress, show_trouble, size
from mockups.texts import Texts
from mockups.views.progress import trouble_of
from mockups.views.whatif import progress_words, saved, titled_variants, variants_table
from mockups.views.whatif_choice import LETTERS, MOST_VARIANTS, asked_of, design_of
from mockups.views.whatif_controls import slider_of


def show_variants(desk: Desk, texts: Texts) -> None:
    """Show the variants beside each other."""
    st.header(texts("whatif.variants"), anchor=False)
    if not desk.variants:
        html(f"<p>{escape(texts('whatif.variants.none'))}</p>")
        return
    if len(desk.variants) >= MOST_VARIANTS:
        html(f"<p>{escape(texts('whatif.variants.full', most=MOST_VARIANTS))}</p>")
    _buttons(desk, texts)
    design = design_of(desk.as_is, [asked_of(desk.as_is, one, desk.inputs) for one in desk.variants], size())
    snapshot = live_runs().ask(design)
    if trouble := trouble_of(snapshot, texts):
        show_trouble(trouble, texts, lambda: live_runs().ask(design, again=True))
        return
    show_progress(design, snapshot, texts, say=progress_words)
    if snapshot.result is not None:
        titles = ("", *titled_variants(desk.variants, desk.proposals, texts))
        show_blocks(variants_table(snapshot.result, titles, texts), "variants")


def _buttons(desk: Desk, texts: Texts) -> None:
    with st.container(horizontal=True, key="variants"):
        for place, (letter, one) in enumerate(zip(LETTERS, desk.variants, strict=False)):
            left = (*desk.variants[:place], *desk.variants[place + 1 :])
            st.button(
                texts("whatif.variants.fetch", letter=letter), key=f"fetch-{letter}", on_click=desk.take, args=(one,)
            )
            st.button(
                texts("whatif.variants.remove", letter=letter),
                key=f"remove-{letter}",
                on_click=desk.keep_variants,
                args=(left,),
            )


def show_saving(desk: Desk, texts: Texts) -> None:
    """Let the choice be named, each moved input be explained, and the file be downloaded."""
    st.header(texts("whatif.save"), anchor=False)
    html(f"<p>{escape(texts('whatif.save.lead'))}</p>")
    title = st.text_input(texts("whatif.save.title"), key="save-title", max_chars=80)
    reasons = {}
    for pattern, value in desk.choice.moved:
        one = slider_of(desk.as_is, desk.inputs[pattern], desk.choice, texts)
        label = texts("whatif.save.because", title=one.label, value=one.labels[value])
        reasons[pattern] = st.text_input(label, key=f"because-{pattern}", max_chars=400) or ""
    found = saved(desk.as_is, desk.choice, title or "", reasons, texts)
    if found.missing:
        (st.error if found.faults else st.info)(found.missing)
    if found.faults:
        st.code(found.faults, language=None, wrap_lines=True)
    st.download_button(
        texts("whatif.save.download"),
        found.text,
        found.file or "snebold.yaml",
        "application/yaml",
        key="save",
        on_click="ignore",
        disabled=not found.text,
    )
