"""Draws figures in the browser, each once, in its own place: what stands around them is the page's."""

import json
from importlib.resources import files
from typing import Any

import streamlit as st

from simulation import Figure, figure_script

LIBRARY = files("plotly") / "package_data" / "plotly.min.js"
ADDRESS = "/plotly.min.js"
"""Where the app serves the library that draws."""


def draw(figure: Figure) -> None:
    """Draw a figure; its words are its alternative text."""
    layout: Any = figure.spec["layout"]
    data = {"spec": json.dumps(figure.spec), "alt": figure.alt, "height": layout["height"], "source": ADDRESS}
    _component()(key=f"figure-{figure.id}", data=data)


@st.cache_resource(show_spinner=False)
def _component() -> Any:  # noqa: ANN401 (Streamlit's own type cannot be named)
    shown = (files("mockups") / "parts" / "figures.js").read_text(encoding="utf-8")
    place = '<div class="plot" role="img" style="width:100%;overflow:hidden"></div>'
    return st.components.v2.component("figure", html=place, js=figure_script() + shown, isolate_styles=False)
