"""A document as one HTML page that needs no network; drawings are inside it."""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.document import Block, Document, Heading
from simulation.reports.page import palette
from simulation.reports.page.numbers import HARD
from simulation.reports.page.plots import FONT

if TYPE_CHECKING:
    from jinja2 import Template


class Section(NamedTuple):
    """A part of a page under one heading."""

    id: str
    heading: Heading | None
    blocks: list[tuple[str, Block]]
    """Blocks with the name of their kind."""


def html(document: Document, course: str, version: str) -> str:
    """Return a document as an HTML page.

    Args:
        document: What is to be shown.
        course: Title of the course.
        version: Version of the program.
    """
    return _template().render(
        document=document,
        course=course,
        version=version,
        sections=sections_of(document),
        words=DA,
        palette=palette,
        font=Markup(FONT),
    )


def sections_of(document: Document) -> list[Section]:
    """Return the blocks of a document by the heading they stand under."""
    found = [Section("s0", None, [])]
    for block in document.blocks:
        if isinstance(block, Heading) and not block.is_minor:
            found.append(Section(f"s{len(found)}", block, []))
        else:
            found[-1].blocks.append((type(block).__name__.lower(), block))
    return [section for section in found if section.heading or section.blocks]


def hard(text: str) -> str:
    """Return text in which a section sign and its number stay on one line."""
    return text.replace("§ ", f"§{HARD}")


def inline(svg: str) -> Markup:
    """Return a drawing as a part of a page."""
    return Markup(re.sub(r' xmlns="[^"]*"| xml:lang="[^"]*"', "", svg))


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("simulation.reports", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {"inline": inline, "hard": hard}
    return made.get_template("deliverables/document.html.jinja")
