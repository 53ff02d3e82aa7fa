"""What stands around every page: style, language, the banner, and what the browser must be told."""

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from mockups.parts.address import LANGUAGES, forget_all, keep, language
from mockups.texts import Texts
from simulation import style_in

SCOPE = "snebold"
"""Class of everything that is drawn as in the report."""
LANGUAGE_NAMES = {"da": "Dansk", "en": "English"}
BUILT_IN = {
    "Sidebar": "names.sidebar",
    "App pages": "names.pages",
    "Expand sidebar": "names.open_pages",
    "Collapse sidebar": "names.close_pages",
    "Open": "names.open",
    "file upload": "names.file",
}
"""What Streamlit calls its own parts in English, by the key of how we call them."""
STYLE = """
.stMain .stMainBlockContainer { max-width: 82rem; padding-top: 5.2rem; }
.stMain [data-stale], .stMain .stProgress * { transition: none; opacity: 1; }
.snebold { line-height: 1.5; overflow-wrap: break-word; }
.snebold h3 { padding: 0; }
.snebold p.banner-line { margin: 0; padding: 0.5rem 0.9rem; max-width: none; background: var(--warning-paper);
  border-left: 6px solid var(--warning); }
.snebold p.lead { font-size: 1.15rem; }
.snebold p.progress { font-weight: 600; margin: 0; }
.snebold p.figure-title { font-weight: 650; margin: 0.8rem 0 0; max-width: none; }
.snebold > * + p.figure-title { margin-top: 2rem; }
.snebold + .snebold { margin-top: 2.6rem; }
.snebold img.picture { width: 100%; max-width: 46rem; height: auto; display: block; }
.snebold img.code { width: 12rem; max-width: 100%; display: block; }
.snebold img.network { width: 100%; max-width: 60rem; height: auto; display: block; }
.snebold article.persona { border: 1px solid #6b7884; border-radius: 4px; padding: 0.8rem 1.2rem; }
.snebold article.persona dt { font-weight: 650; margin-top: 0.4rem; }
.snebold article.persona dd { margin: 0; }
.snebold .mark { font-size: 0.8rem; font-weight: 600; padding: 0.1rem 0.5rem; background: var(--warning-paper);
  border: 1px solid var(--warning); border-radius: 4px; }
[data-testid="stCheckbox"] :is([data-testid="stMarkdownContainer"], p) { white-space: normal; }
[data-testid="stButtonGroup"] button:not([aria-checked="true"]) { border-color: #6b7884 !important; }
[data-testid="stButtonGroup"] button[aria-checked="true"] { position: relative; z-index: 1; }
@media (max-width: 640px) {
  .st-key-pair [data-testid="stElementContainer"] { width: 100%; flex: 1 1 100%; }
  .snebold .dense tbody th:first-child { min-width: 0; }
  .snebold .dense td { min-width: 5.5rem; hyphens: auto; }
  .snebold .scroll img { min-width: 40rem; }
}
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
.snebold pre.faults { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--wash); padding: 0.8rem; }
"""
BROWSER = """
export default function ({ data }) {
  document.documentElement.lang = data.lang;
  let waits = 0;
  const say = () => {
    waits = 0;
    for (const [name, said] of Object.entries(data.names))
      for (const one of document.querySelectorAll(`[aria-label="${name}"]`)) one.setAttribute("aria-label", said);
    const upload = document.querySelector("[data-testid=stFileUploader] button p");
    if (upload && upload.textContent !== data.upload) upload.textContent = data.upload;
  };
  window.namesWatch?.disconnect();  // of another language
  const watch = window.namesWatch = new MutationObserver(() => { waits ||= requestAnimationFrame(say); });
  watch.observe(document.body, { childList: true, subtree: true });
  say();
  return () => watch.disconnect();
}
"""


def framed(title: str, *, restarts: bool = True, look: str = "") -> Texts:
    """Show what stands above a page: banner, language, a way back to the start, and the heading; return who speaks.

    Args:
        title: key of the heading.
        restarts: whether the page can be left for the start, with every choice but the language forgotten.
        look: style of its own, as CSS.
    """
    lang = language()
    texts = Texts(lang)
    st.html(f"<style>{style_in(SCOPE)}{STYLE}{look}</style>")
    _tell_browser(texts)
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        html(f'<p class="banner-line">{texts("banner")}</p>')
        if restarts and st.button(texts("restart"), key="restart"):
            forget_all()
            st.switch_page("pages/start.py")
        _language_switch(texts)
    st.title(texts(title), anchor=False)
    return texts


@dataclass(frozen=True)
class Html:
    """HTML that is shown as it stands; Streamlit looks a text through for its indent first."""

    text: str

    def _repr_html_(self) -> str:
        return self.text


def html(inside: str) -> None:
    """Show HTML with the look of the report."""
    st.html(Html(f'<div class="{SCOPE}">{inside}</div>'))


def picture(svg: str, alt: str, kind: str) -> str:
    """Return a drawing as an image; the browser shows no drawing that stands in HTML itself.

    Args:
        svg: the drawing.
        alt: what it shows, in words.
        kind: its class.
    """
    source = b64encode(svg.encode()).decode()
    return f'<img class="{kind}" alt="{escape(alt)}" src="data:image/svg+xml;base64,{source}">'


def wide_picture(svg: str, alt: str, kind: str, name: str) -> str:
    """Return a drawing with a short name, as `picture`; on a phone it stays readable and is moved sideways."""
    return f'<div class="scroll" role="group" aria-label="{escape(name)}" tabindex="0">{picture(svg, alt, kind)}</div>'


def _tell_browser(texts: Texts) -> None:
    """Tell the browser the language, and what its own parts are called."""
    names = {name: texts(key) for name, key in BUILT_IN.items()}
    _browser()(key="browser", data={"lang": texts.lang, "names": names, "upload": texts("model.choose_file")}, height=1)


@st.cache_resource(show_spinner=False)
def _browser() -> Any:  # noqa: ANN401 (Streamlit's own type cannot be named)
    return st.components.v2.component("browser", js=BROWSER)


def _language_switch(texts: Texts) -> None:
    def changed() -> None:
        keep("lang", st.session_state["language"] or texts.lang)

    st.segmented_control(
        texts("language"),
        LANGUAGES,
        default=texts.lang,
        required=True,
        format_func=LANGUAGE_NAMES.__getitem__,
        key="language",
        on_change=changed,
        label_visibility="collapsed",
    )
