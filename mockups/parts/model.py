"""The parts of the page Modellen."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from mockups.parts.address import choice, keep
from mockups.parts.blocks import show_blocks
from mockups.parts.frame import html, wide_picture
from mockups.parts.own_file import show_own_file
from mockups.parts.process import show_process
from mockups.parts.where_from import links_to, rooms_of
from mockups.texts import Texts
from mockups.views import measures, model, numbers, processes
from mockups.views.choices import courses
from simulation import Asked, Scenario, bpmn, inputs, stored

FILE_NAME = "{course}-{part}.bpmn"


def show_actors(scenario: Scenario, texts: Texts) -> None:
    """Show who there is and how systems hang together."""
    world = scenario.world
    html(f'<p class="note">{escape(texts("model.own"))}</p><h3>{escape(texts("model.network"))}</h3>')
    drawn = model.network_of(world)
    if drawn is None:
        html(f"<p>{escape(texts('model.no_network'))}</p>")
    else:
        html(wide_picture(drawn.svg, drawn.said, "network", texts("model.network")))
    show_blocks([model.systems_table(world, texts), model.actors_table(world, texts)], "actors")


def show_data(scenario: Scenario, texts: Texts) -> None:
    """Show what can be known, by domain."""
    world = scenario.world
    titles = {"": texts("model.all_domains"), **model.domains(world, texts)}
    start = choice("domain")
    picked = st.selectbox(
        texts("model.domain"),
        list(titles),
        index=list(titles).index(start) if start in titles else 0,
        format_func=titles.__getitem__,
        key="domain",
    )
    keep("domain", picked)
    show_blocks([model.matrix(world, texts), model.data_table(world, picked, texts)], "data")


def show_processes(scenario: Scenario, texts: Texts) -> None:
    """Show a process drawing, to look at and to take along."""
    world = scenario.world
    found = processes.parts(world, texts)
    start = choice("drawing")
    picked = st.selectbox(
        texts("model.drawing"),
        list(found),
        index=list(found).index(start) if start in found else 0,
        format_func=lambda name: found[name][0],
        key="drawing",
    )
    keep("drawing", picked)
    title, part = found[picked]
    xml = bpmn(world, part, texts.lang)
    html(f'<p class="note">{escape(texts("model.process_lead"))}</p>')
    show_process(xml.decode(), title, texts)
    name = FILE_NAME.format(course=world.course.id, part=picked)
    st.download_button(texts("model.get_bpmn"), xml, name, "application/xml", key="bpmn", on_click="ignore")
    show_blocks([processes.twin(world, part, texts)], "twin")


def show_personas(scenario: Scenario, texts: Texts) -> None:
    """Show a card per fictitious citizen."""
    for card in model.personas(scenario.world, texts):
        facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>" for name, said in card.facts)
        mark = f'<span class="mark">{escape(texts("model.fictitious"))}</span>'
        html(
            f'<article class="persona"><h3>{escape(card.title)} {mark}</h3><p>{escape(card.story)}</p>'
            f"<dl>{facts}</dl></article>"
        )


def show_measures(scenario: Scenario, texts: Texts) -> None:
    """Show how a measure is counted and what it rests on, or all measures."""
    world = scenario.world
    named = {"": texts("model.all_measures"), **measures.titles(world, texts)}
    start = choice("maal")
    if start not in named:
        st.warning(texts("model.no_measure", name=start))
    picked = st.selectbox(
        texts("model.choose_measure"),
        list(named),
        index=list(named).index(start) if start in named else 0,
        format_func=named.__getitem__,
        key="measure",
    )
    keep("maal", picked)
    html(f"<p>{escape(texts('model.counted'))}</p>")
    show_blocks([measures.measures_table(world, picked, texts)], "measures")
    if picked:
        rooms = links_to(rooms_of(measures.section_of(world, picked), scenario.name, texts), scenario.name)
        html(f"<p>{escape(texts('model.rests'))}</p>{rooms}<p>{escape(texts('model.rests_ranked'))}</p>")


def show_numbers(scenario: Scenario, texts: Texts) -> None:
    """Show every number with where it comes from."""
    everything = inputs(scenario, texts.lang)
    path = choice("tal")
    if path:
        html(f"<p>{escape(texts('model.only', path=path))}</p>")
        if st.button(texts("model.show_all"), key="all_numbers"):
            keep("tal", "")
            st.query_params.pop("tal", None)
            st.rerun()
    words = st.text_input(texts("model.search"), key="numbers_search")
    kinds = {"": texts("model.all"), **numbers.kinds(everything)}
    kind = st.selectbox(texts("model.kind"), list(kinds), format_func=kinds.__getitem__, key="numbers_kind")
    named = ["", *numbers.sources(everything)]
    all_sources = texts("model.all")
    source = st.selectbox(
        texts("model.source"), named, format_func=lambda one: one or all_sources, key="numbers_source"
    )
    found = numbers.found(everything, words=words, kind=kind, source=source, path=path)
    if found.is_unknown:
        st.warning(texts("model.no_number", path=path))
        return
    html(
        f"<p>{escape(texts('model.found', count=len(found.inputs), all=len(everything)))}</p>"
        f'<p class="note">{escape(texts("model.reasons"))}</p>'
    )
    leaf = _leaf(numbers.leaves(found.inputs), texts)
    show_blocks([numbers.numbers_table([found.inputs[place] for place in leaf], texts)], "numbers")


def _leaf(leaves: Sequence[range], texts: Texts) -> range:
    """Let a leaf of a long list be chosen."""
    if len(leaves) < 2:
        return leaves[0] if leaves else range(0)
    picked: range = st.selectbox(
        texts("model.leaf"),
        leaves,
        format_func=lambda leaf: f"{leaf.start + 1}–{leaf.stop}",
        key=f"leaf-{len(leaves)}-{leaves[-1].stop}",
    )
    return picked


def show_assumptions(scenario: Scenario, texts: Texts) -> None:
    """Show the assumptions in the order of what they move, where that is known."""
    course = next(one for one in courses(texts.lang, Path.cwd()) if one.id == scenario.world.course.id)
    screening, state = stored([Asked(name) for name in course.main])
    if screening is None:
        st.info(texts("model.not_ranked"))
        return
    if state == "outdated":
        st.warning(texts("model.outdated"))
    html(f"<p>{escape(texts('model.ranked'))}</p>")
    show_blocks([numbers.ranked_table(screening, inputs(scenario, texts.lang), texts)], "ranked")


def show_file(scenario: Scenario, texts: Texts) -> None:
    """Show the editor of a file of one's own."""
    del scenario
    show_own_file(texts)
