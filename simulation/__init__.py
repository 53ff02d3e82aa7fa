"""Reads scenarios, runs courses and measures them. Its front door: what screens may use of it.

Nothing is loaded before it is asked for, so that importing it costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulation.engine.kinds import Kind
    from simulation.exchange.result_tables import as_csv, as_xlsx
    from simulation.experiments.asked import Asked
    from simulation.experiments.case_runs import CaseRuns, CaseSnapshot
    from simulation.experiments.choices import Choice, CourseChoice, course_choices, own_choices
    from simulation.experiments.live import Live, LiveRuns, Snapshot
    from simulation.experiments.many import Design
    from simulation.measures.snowball_picture import Knows, Node, State, Way
    from simulation.reports.cases import Case, Cases, Moment, Wait, cases_of
    from simulation.reports.page import comparison_page, opening_of, sections_of
    from simulation.reports.page.blocks import (
        Block,
        Cell,
        Figure,
        Fold,
        Head,
        Opening,
        Prose,
        Row,
        Section,
        Swatch,
        Table,
    )
    from simulation.reports.page.palette import colour_of_cause, colour_of_domain, ink_on, number_of_cause
    from simulation.reports.page.rendering import figures_in, html_of, style_in
    from simulation.reports.picture import picture
    from simulation.reports.results import as_json, compared
    from simulation.values.cannot_run import CannotRun
    from simulation.values.faults import WrongData
    from simulation.values.wording import Lang

__all__ = [
    "Asked",
    "Block",
    "CannotRun",
    "Case",
    "CaseRuns",
    "CaseSnapshot",
    "Cases",
    "Cell",
    "Choice",
    "CourseChoice",
    "Design",
    "Figure",
    "Fold",
    "Head",
    "Kind",
    "Knows",
    "Lang",
    "Live",
    "LiveRuns",
    "Moment",
    "Node",
    "Opening",
    "Prose",
    "Row",
    "Section",
    "Snapshot",
    "State",
    "Swatch",
    "Table",
    "Wait",
    "Way",
    "WrongData",
    "as_csv",
    "as_json",
    "as_xlsx",
    "cases_of",
    "colour_of_cause",
    "colour_of_domain",
    "compared",
    "comparison_page",
    "course_choices",
    "figures_in",
    "html_of",
    "ink_on",
    "number_of_cause",
    "opening_of",
    "own_choices",
    "picture",
    "sections_of",
    "style_in",
]

_ROOMS = {
    "engine.kinds": ("Kind",),
    "exchange.result_tables": ("as_csv", "as_xlsx"),
    "experiments.asked": ("Asked",),
    "experiments.case_runs": ("CaseRuns", "CaseSnapshot"),
    "experiments.choices": ("Choice", "CourseChoice", "course_choices", "own_choices"),
    "experiments.live": ("Live", "LiveRuns", "Snapshot"),
    "experiments.many": ("Design",),
    "measures.snowball_picture": ("Knows", "Node", "State", "Way"),
    "reports.cases": ("Case", "Cases", "Moment", "Wait", "cases_of"),
    "reports.page": ("comparison_page", "opening_of", "sections_of"),
    "reports.page.blocks": (
        "Block",
        "Cell",
        "Figure",
        "Fold",
        "Head",
        "Opening",
        "Prose",
        "Row",
        "Section",
        "Swatch",
        "Table",
    ),
    "reports.page.palette": ("colour_of_cause", "colour_of_domain", "ink_on", "number_of_cause"),
    "reports.page.rendering": ("figures_in", "html_of", "style_in"),
    "reports.picture": ("picture",),
    "reports.results": ("as_json", "compared"),
    "values.cannot_run": ("CannotRun",),
    "values.faults": ("WrongData",),
    "values.wording": ("Lang",),
}


def __getattr__(name: str) -> object:
    """Return what stands behind a name, loaded now."""
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"simulation.{room}"), name)
    raise AttributeError(f"module 'simulation' has no attribute {name!r}")
