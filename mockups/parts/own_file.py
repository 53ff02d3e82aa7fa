"""A file of one's own: paste, load or edit it, check it, and compare it where it is a scenario."""

from pathlib import Path
from tempfile import mkdtemp

import streamlit as st

from mockups.parts.address import keep, kept_choices
from mockups.parts.frame import html
from mockups.texts import Texts
from mockups.views.own_file import Checked, checked
from simulation import MOST_BYTES

FILE = "own.yaml"
TEXT = "own_text"
OWN = "own_scenario"
"""Where the session keeps the course and path of a checked scenario."""


def own_scenario() -> tuple[str, str] | None:
    """Return course and path of the scenario file that was checked in this visit."""
    found: tuple[str, str] | None = st.session_state.get(OWN)
    return found if found and Path(found[1]).is_file() else None


def show_own_file(texts: Texts) -> None:
    """Show the editor and what its check found."""
    html(f"<p>{texts('model.file_lead')}</p>")
    upload = st.file_uploader(texts("model.upload"), type=["yaml", "yml"], key="own_upload", on_change=_take_upload)
    del upload
    text = st.text_area(texts("model.text"), height=420, key=TEXT, max_chars=MOST_BYTES)
    if st.button(texts("model.check"), type="primary", key="own_check"):
        st.session_state["own_checked"] = checked(text, _folder() / FILE, texts)
    found: Checked | None = st.session_state.get("own_checked")
    if found is not None and found.text == text:
        _show(found, texts)


def _take_upload() -> None:
    found = st.session_state.get("own_upload")
    if found is not None:
        st.session_state[TEXT] = found.getvalue()[:MOST_BYTES].decode("utf-8", errors="replace")


def _show(found: Checked, texts: Texts) -> None:
    if found.sentence:
        (st.success if found.is_valid else st.error)(found.sentence)
    if found.faults:
        st.code(found.faults, language=None, wrap_lines=True)
        for place, line in found.lines:
            html(f"<p><b>{texts('model.line', line=place)}</b></p>")
            st.code(line, language="yaml")
    if found.is_valid and found.course:
        st.session_state[OWN] = (found.course, found.path)
        if st.button(texts("model.run"), key="own_run"):
            keep("course", found.course)
            keep("scenarios", f"{found.course}/as_is,{found.path}")
            st.switch_page("pages/compare.py", query_params=kept_choices())


def _folder() -> Path:
    """Return a folder of this visit alone."""
    if "own_folder" not in st.session_state:
        st.session_state["own_folder"] = mkdtemp(prefix="snebold-")
    return Path(st.session_state["own_folder"])
