"""Reads scenarios, runs courses and measures them. Its front door: what screens may use of it.

Nothing is loaded before it is asked for, so that importing it costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulation.exchange.result_tables import as_csv, as_xlsx
    from simulation.exchange.scenario_file import Proposed, scenario_text
    from simulation.experiments.asked import Asked
    from simulation.experiments.choices import Choice, CourseChoice, course_choices, own_choices
    from simulation.experiments.inputs import Input, Ranking, decided_by, inputs_of, ranking
    from simulation.experiments.live import Live, LiveRuns, Snapshot
    from simulation.experiments.many import Design
    from simulation.experiments.proposals import Bundle, Proposal, bundles_of, proposals_of
    from simulation.model.text import Text
    from simulation.reports.input_words import InputWords, input_in_words
    from simulation.reports.page import comparison_page, opening_of, sections_of
    from simulation.reports.page.blocks import Block, Figure, Fold, Opening, Prose, Section, Table
    from simulation.reports.page.rendering import figures_in, html_of, style_in
    from simulation.reports.picture import picture
    from simulation.reports.results import as_json, compared
    from simulation.values.cannot_run import CannotRun
    from simulation.values.faults import WrongData
    from simulation.values.wording import Lang

__all__ = [
    "Asked",
    "Block",
    "Bundle",
    "CannotRun",
    "Choice",
    "CourseChoice",
    "Design",
    "Figure",
    "Fold",
    "Input",
    "InputWords",
    "Lang",
    "Live",
    "LiveRuns",
    "Opening",
    "Proposal",
    "Proposed",
    "Prose",
    "Ranking",
    "Section",
    "Snapshot",
    "Table",
    "Text",
    "WrongData",
    "as_csv",
    "as_json",
    "as_xlsx",
    "bundles_of",
    "compared",
    "comparison_page",
    "course_choices",
    "decided_by",
    "figures_in",
    "html_of",
    "input_in_words",
    "inputs_of",
    "opening_of",
    "own_choices",
    "picture",
    "proposals_of",
    "ranking",
    "scenario_text",
    "sections_of",
    "style_in",
]

_ROOMS = {
    "exchange.result_tables": ("as_csv", "as_xlsx"),
    "exchange.scenario_file": ("Proposed", "scenario_text"),
    "experiments.asked": ("Asked",),
    "experiments.choices": ("Choice", "CourseChoice", "course_choices", "own_choices"),
    "experiments.inputs": ("Input", "Ranking", "decided_by", "inputs_of", "ranking"),
    "experiments.live": ("Live", "LiveRuns", "Snapshot"),
    "experiments.many": ("Design",),
    "experiments.proposals": ("Bundle", "Proposal", "bundles_of", "proposals_of"),
    "model.text": ("Text",),
    "reports.input_words": ("InputWords", "input_in_words"),
    "reports.page": ("comparison_page", "opening_of", "sections_of"),
    "reports.page.blocks": ("Block", "Figure", "Fold", "Opening", "Prose", "Section", "Table"),
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
