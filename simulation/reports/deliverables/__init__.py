"""The documents of the pilot's steps 1 to 4 and 6, generated from the data files; Danish, as Markdown and HTML."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from simulation.reports.deliverables.before_after import before_after
from simulation.reports.deliverables.case_review import case_review
from simulation.reports.deliverables.courses import citizen_course
from simulation.reports.deliverables.data_objects import data_objects
from simulation.reports.deliverables.document import Document
from simulation.reports.deliverables.goals import goals
from simulation.reports.deliverables.html import html
from simulation.reports.deliverables.index import index
from simulation.reports.deliverables.interview_guide import interview_guide
from simulation.reports.deliverables.landscape import landscape, systems
from simulation.reports.deliverables.law import law
from simulation.reports.deliverables.markdown import markdown
from simulation.reports.deliverables.material import Material
from simulation.reports.deliverables.not_covered import not_covered
from simulation.reports.deliverables.people import personas, target_group
from simulation.reports.deliverables.tasks import tasks
from simulation.reports.deliverables.terms import terms
from simulation.reports.deliverables.to_be import to_be

Maker: TypeAlias = Callable[[Material], Document]

MAKERS: tuple[Maker, ...] = (
    interview_guide,
    target_group,
    personas,
    goals,
    citizen_course,
    tasks,
    systems,
    terms,
    data_objects,
    law,
    case_review,
    to_be,
    landscape,
    before_after,
    not_covered,
)
"""In the order of the steps."""


def deliverables(material: Material) -> tuple[Document, ...]:
    """Return all documents of a course, the index first."""
    documents = tuple(make(material) for make in MAKERS)
    return index(material, documents), *documents


def files_of(material: Material, version: str) -> Mapping[str, bytes]:
    """Return every file of the deliverables by name: Markdown, HTML and drawings, UTF-8."""
    found: dict[str, str] = {}
    for document in deliverables(material):
        found[f"{document.name}.md"] = markdown(document)
        found[f"{document.name}.html"] = html(document, material.title, version)
        found |= {f"{drawing.name}.svg": drawing.svg for drawing in document.drawings}
    return {name: text.encode() for name, text in sorted(found.items())}
