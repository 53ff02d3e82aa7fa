"""A part of the kit as one HTML page that needs no network and prints on paper of its own size."""

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from simulation.reports.deliverables.html import hard, inline
from simulation.reports.kit.index import PAPERS
from simulation.reports.kit.part import Kit, Paper, Part
from simulation.reports.kit.words import OTHER
from simulation.reports.page import palette
from simulation.reports.page.plots import FONT

if TYPE_CHECKING:
    from jinja2 import Environment

ROOMS = {Paper.A3: (400, 277), Paper.A4: (190, 277), Paper.A4_LANDSCAPE: (277, 190)}
"""What the margins of 10 mm leave of each size, millimetres."""


def page(kit: Kit, part: Part) -> str:
    """Return a part as an HTML page."""
    rules = kit.as_is.rule_sets[kit.as_is.setting.rule_set].title
    return (
        _environment()
        .get_template(f"kit/{part.key}.html.jinja")
        .render(
            kit=kit,
            part=part,
            words=kit.words,
            room=ROOMS[part.paper],
            paper=kit.words(PAPERS[part.paper]),
            other=OTHER[kit.lang],
            made_from=kit.words("footer.from", rules=kit.said(rules), version=kit.version),
            palette=palette,
            font=Markup(FONT),
            **part.more,
        )
    )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("simulation.reports", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {"inline": inline, "hard": hard}
    return made
