"""What the page Sammenlign is put together from: choices, the opening, files to download."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from mockups.parts.address import choice, forget_all, keep
from mockups.parts.blocks import show_blocks, show_section
from mockups.parts.frame import html
from mockups.parts.where_from import rooms_of, where_from
from mockups.texts import Texts
from mockups.views.choices import MOST_SCENARIOS, Chosen, Course
from mockups.views.compare import Download
from simulation import Opening, Section


def choose_course(courses: Sequence[Course], found: Chosen, texts: Texts) -> None:
    """Let the course be chosen, where there are several."""
    if len(courses) < 2:
        return
    titles = {course.id: course.title for course in courses}
    picked = st.segmented_control(
        texts("compare.course"),
        list(titles),
        default=found.course.id,
        required=True,
        wrap=True,
        format_func=titles.__getitem__,
        key=f"course-{found.course.id}",
    )
    if picked and picked != found.course.id:
        forget_all()
        keep("course", picked)
        st.rerun()


def choose_scenarios(found: Chosen, texts: Texts) -> tuple[str, ...]:
    """Let scenarios be chosen; return their names, the first being what the others are compared with."""
    options = found.course.options
    if found.unknown:
        st.warning(texts("compare.unknown", names=", ".join(found.unknown)))
    picked = st.multiselect(
        texts("compare.scenarios"),
        list(options),
        default=list(found.scenarios),
        format_func=options.__getitem__,
        key=f"scenarios-{found.course.id}",
        max_selections=MOST_SCENARIOS,
        placeholder=texts("compare.choose"),
        select_all=False,
    )
    keep("scenarios", ",".join(picked))
    return tuple(picked)


@st.fragment
def show_chosen(titles: Mapping[str, str], section: Callable[[str], Section], scenario: str, texts: Texts) -> None:
    """Let one of several sections be chosen, and show it with what it rests on; another one is shown alone anew.

    Args:
        titles: the title of each section by id.
        section: makes a section.
        scenario: whose numbers are told where they come from.
        texts: who speaks.
    """
    name = _choose_section(titles, texts)
    show_section(section(name))
    where_from(rooms_of(name, scenario, texts), scenario, texts)


def _choose_section(titles: Mapping[str, str], texts: Texts) -> str:
    """Let one of several sections be chosen; return its id."""
    names = list(titles)
    start = choice("section")
    picked = st.segmented_control(
        texts("compare.section"),
        names,
        default=start if start in names else names[0],
        required=True,
        wrap=True,
        format_func=titles.__getitem__,
        key="section",
    )
    found = picked or names[0]
    keep("section", found)
    return found


def show_opening(opening: Opening, texts: Texts) -> None:
    """Show what is compared, and what must be known before a number is read."""
    st.header(texts("compare.about"), anchor=False)
    parts = []
    for told in opening.scenarios:
        listed = "".join(
            f'<li><span class="code">{escape(code)}</span> {escape(title)}</li>' for code, title in told.proposals
        )
        parts.append(
            f"<li><h3>{escape(told.key.title)}</h3><p>{escape(told.what)}</p>"
            f'<ul class="proposals">{listed}</ul><p class="terms">{escape(told.terms)}</p></li>'
        )
    html(f'<ul class="scenarios">{"".join(parts)}</ul>')
    html("".join(f"<p>{escape(line)}</p>" for line in opening.banner))
    show_blocks((*opening.warnings, *opening.notes), "opening")


def show_downloads(files: Sequence[Download], texts: Texts) -> None:
    """Offer a result as files."""
    st.header(texts("downloads"), anchor=False)
    lead = texts("downloads.lead")
    html(f"<p>{escape(lead)}</p>")
    with st.container(horizontal=True, key="downloads"):
        for one in files:
            st.download_button(one.label, one.make, one.file, one.mime, key=f"download-{one.file}", on_click="ignore")
