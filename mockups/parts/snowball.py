"""The snowball in the browser: it gets all days at once and plays them without asking again."""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any

import streamlit as st


def show_ball(ball: Mapping[str, Any], day: int) -> None:
    """Show both panels, first on a day; from then on the browser keeps the day in the address."""
    key = sha256(json.dumps(ball, sort_keys=True).encode()).hexdigest()
    _component()(key="ball", data={**ball, "day": day, "key": key})


@st.cache_resource(show_spinner=False)
def _component() -> Any:  # noqa: ANN401 (Streamlit's own type cannot be named)
    room = files("mockups") / "parts"
    css, js = ((room / f"snowball.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    return st.components.v2.component("ball", html='<div class="ball"></div>', css=css, js=js)
