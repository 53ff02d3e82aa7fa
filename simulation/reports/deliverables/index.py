"""The index: all documents by step, and the sources they rest on."""

from collections.abc import Sequence

from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.document import Cell, Document, Heading, Link, Paragraph, Said, Table
from simulation.reports.deliverables.material import Material


def index(material: Material, documents: Sequence[Document]) -> Document:
    """Return the page that leads to all documents."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (Link(document.title, document.name), document.step, document.lead) for document in documents
    )
    columns = tuple(DA[f"index.{key}"] for key in ("document", "step", "what"))
    blocks = (
        Heading(DA["index.documents"]),
        Table(DA["index.documents"], columns, rows),
        Heading(DA["index.sources"]),
        Paragraph(DA["index.sources_intro"]),
        sources_table(material),
    )
    lead = DA["index.lead"].format(scenario=material.as_is.setting.title.da)
    return Document("index", DA["step.0"], DA["index.title"].format(course=material.title), lead, blocks)


def sources_table(material: Material) -> Table:
    """Return the documents that the data name."""
    columns = tuple(DA[f"index.{key}"] for key in ("source", "code", "publisher", "edition", "extent"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.title, one.code or "", one.publisher, one.edition, Said(en=one.extent or ""))
        for one in material.as_is.sources.values()
    )
    return Table(DA["index.sources"], columns, rows)
