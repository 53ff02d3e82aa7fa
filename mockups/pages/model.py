"""The page Modellen: all that the model counts on, and where each number comes from."""

from html import escape
from pathlib import Path

import streamlit as st

from mockups.parts import model
from mockups.parts.address import choice, keep
from mockups.parts.comparing import choose_course
from mockups.parts.frame import framed, html
from mockups.texts import Texts
from mockups.views.choices import Course, chosen, courses
from simulation import Asked, Scenario, scenario_of

PARTS = {
    "actors": ("model.part.actors", model.show_actors),
    "data": ("model.part.data", model.show_data),
    "processes": ("model.part.processes", model.show_processes),
    "personas": ("model.part.personas", model.show_personas),
    "measures": ("model.part.measures", model.show_measures),
    "numbers": ("model.part.numbers", model.show_numbers),
    "assumptions": ("model.part.assumptions", model.show_assumptions),
    "file": ("model.part.file", model.show_file),
}


def _choose_scenario(course: Course, texts: Texts) -> Scenario:
    start = choice("model")
    names = list(course.options)
    picked = st.selectbox(
        texts("model.scenario"),
        names,
        index=names.index(start) if start in names else 0,
        format_func=course.options.__getitem__,
        key=f"model-{course.id}",
    )
    keep("model", picked)
    return scenario_of(Asked(picked))


def _choose_part(texts: Texts) -> str:
    start = choice("part")
    picked = st.segmented_control(
        texts("model.part"),
        list(PARTS),
        default=start if start in PARTS else "actors",
        required=True,
        wrap=True,
        format_func=lambda name: texts(PARTS[name][0]),
        key="part",
    )
    keep("part", picked or "actors")
    return picked or "actors"


speaker = framed("model.title")
html(f'<p class="lead">{escape(speaker("model.lead"))}</p>')
everything = courses(speaker.lang, Path.cwd())
here = chosen(everything, choice("course"), "")
choose_course(everything, here, speaker)
scenario = _choose_scenario(here.course, speaker)
part = _choose_part(speaker)
st.header(speaker(PARTS[part][0]), anchor=False)
PARTS[part][1](scenario, speaker)
