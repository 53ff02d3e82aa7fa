"""Shows a process drawing with bpmn.io's viewer; its watermark stays visible, as its licence asks."""

from importlib.resources import files
from typing import Any

import streamlit as st

from mockups.texts import Texts

VENDOR = files("mockups") / "parts" / "vendor"
VIEWER = "bpmn-navigated-viewer.production.min.js"
HTML = '<div class="bar"></div><div class="drawing" role="group" tabindex="0"></div>'
STYLE = """
.drawing { height: 36rem; max-height: 75vh; border: 1px solid #6b7884; background: #fff; position: relative; }
.drawing:focus-visible { outline: 3px solid #0a5a9c; }
.bar button { font: inherit; margin: 0 0.4rem 0.4rem 0; padding: 0.3rem 0.8rem; border: 1px solid #6b7884;
  border-radius: 4px; background: #fff; color: #1b2730; cursor: pointer; }
"""
LEAST_ZOOM = 0.4
SHOW = """
export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".drawing");
  const bar = parentElement.querySelector(".bar");
  if (box.shown === data.xml) return;
  box.shown = data.xml;
  box.setAttribute("aria-label", data.label);
  if (box.viewer) box.viewer.destroy();
  const viewer = box.viewer = new BpmnViewer({ container: box });
  const canvas = viewer.get("canvas");
  const step = (factor) => canvas.zoom(canvas.zoom() * factor);
  const begin = () => {
    const scale = canvas.zoom("fit-viewport");
    if (scale >= data.least) return;
    const { inner } = canvas.viewbox();
    const { width, height } = box.getBoundingClientRect();
    canvas.viewbox({ x: inner.x - 20, y: inner.y - 20, width: width / data.least, height: height / data.least });
  };
  const acts = [() => step(1.25), () => step(0.8), () => canvas.zoom("fit-viewport")];
  bar.replaceChildren(...acts.map((act, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = data.buttons[place];
    button.onclick = act;
    return button;
  }));
  box.onkeydown = (event) => {
    const by = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (!by) return;
    event.preventDefault();
    canvas.scroll({ dx: by[0], dy: by[1] });
  };
  viewer.importXML(data.xml).then(({ warnings }) => {
    box.dataset.warnings = warnings.length;
    begin();
  }).catch((fault) => { box.dataset.warnings = String(fault); });
}
"""


def show_process(xml: str, label: str, texts: Texts) -> None:
    """Show a process drawing.

    Args:
        xml: BPMN file.
        label: what it is called, for who does not see it.
        texts: who speaks.
    """
    buttons = [texts(key) for key in ("model.zoom_in", "model.zoom_out", "model.fit")]
    data = {"xml": xml, "label": label, "buttons": buttons, "least": LEAST_ZOOM}
    _viewer()(key="process", data=data)


@st.cache_resource(show_spinner=False)
def _viewer() -> Any:  # noqa: ANN401 (Streamlit's own type cannot be named)
    bundle = (VENDOR / VIEWER).read_text(encoding="utf-8")
    style = (VENDOR / "diagram-js.css").read_text(encoding="utf-8")
    wrapped = (
        "const mod = { exports: {} };\n"
        f"(function (module, exports) {{\n{bundle}\n}}).call(window, mod, mod.exports);\n"
        "const BpmnViewer = mod.exports;\n"
    )
    return st.components.v2.component("process", html=HTML, css=style + STYLE, js=wrapped + SHOW)
