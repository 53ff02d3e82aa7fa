"""Reads scenarios, runs courses and measures them. Its front door: what screens may use of it.

Nothing is loaded before it is asked for, so that importing it costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulation.engine.kinds import Kind
    from simulation.exchange.bpmn import bpmn
    from simulation.exchange.bpmn.drawing import Part, drawing, parts_of
    from simulation.exchange.result_tables import as_csv, as_xlsx
    from simulation.exchange.scenario_file import Proposed, scenario_text
    from simulation.experiments.asked import Asked, scenario_of
    from simulation.experiments.case_runs import CaseRuns, CaseSnapshot, shown_now
    from simulation.experiments.choices import Choice, CourseChoice, course_choices, own_choices
    from simulation.experiments.inputs import Ranking, UncertainInput, decided_by, inputs_of, ranking
    from simulation.experiments.live import Live, LiveRuns, Snapshot
    from simulation.experiments.many import Design
    from simulation.experiments.proposals import Bundle, Proposal, bundles_of, proposals_of
    from simulation.experiments.screening import Screening, stored
    from simulation.experiments.store import write_whole
    from simulation.measures.knowledge import knowledge
    from simulation.measures.known import AT_OPENING, Empty, Frame, Got, Item, Knowledge, KnownContact, Standing
    from simulation.measures.one_citizen import CITIZEN, Happening
    from simulation.measures.rights import Answer, Consent, Why
    from simulation.measures.snowball_picture import Knows, Node, State, Way
    from simulation.model.form_fields import FieldInput, FormField
    from simulation.model.screen import Look, Screen
    from simulation.model.screen_elements import (
        AgreementElement,
        AlertsElement,
        AnyElement,
        AreasElement,
        ChecklistElement,
        Column,
        ConsentElement,
        Fact,
        FactsElement,
        Filter,
        FormElement,
        LanesElement,
        LookUpsElement,
        MessagesElement,
        NetworkElement,
        PackageElement,
        PaperElement,
        PlanElement,
        ProseElement,
        ReceiptsElement,
        RequestsElement,
        StepsElement,
        TableElement,
        TimelineElement,
        ToldElement,
        TypedElement,
    )
    from simulation.model.screen_tasks import ReachScreen, RightAnswer, Task, Understood, Written
    from simulation.model.text import Text
    from simulation.model.world import World
    from simulation.reading.own_text import MOST_BYTES, course_of, faults_of_text, other_files
    from simulation.reading.scenario import Scenario
    from simulation.reading.screen_file import Shelf, read_screen, screens_in, shipped_screens
    from simulation.reports.cases import Case, Cases, Moment, Wait, cases_of
    from simulation.reports.deliverables.network import linked, network
    from simulation.reports.desks import Desks, Folder, desks_of
    from simulation.reports.input_words import InputWords, input_in_words
    from simulation.reports.inputs import Input, amount_in_words, inputs, term_in_words
    from simulation.reports.kit.signs import qr
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
    from simulation.values.quantity import Quantity
    from simulation.values.wording import Lang

__all__ = [
    "AT_OPENING",
    "CITIZEN",
    "MOST_BYTES",
    "AgreementElement",
    "AlertsElement",
    "Answer",
    "AnyElement",
    "AreasElement",
    "Asked",
    "Block",
    "Bundle",
    "CannotRun",
    "Case",
    "CaseRuns",
    "CaseSnapshot",
    "Cases",
    "Cell",
    "ChecklistElement",
    "Choice",
    "Column",
    "Consent",
    "ConsentElement",
    "CourseChoice",
    "Design",
    "Desks",
    "Empty",
    "Fact",
    "FactsElement",
    "FieldInput",
    "Figure",
    "Filter",
    "Fold",
    "Folder",
    "FormElement",
    "FormField",
    "Frame",
    "Got",
    "Happening",
    "Head",
    "Input",
    "InputWords",
    "Item",
    "Kind",
    "Knowledge",
    "KnownContact",
    "Knows",
    "LanesElement",
    "Lang",
    "Live",
    "LiveRuns",
    "Look",
    "LookUpsElement",
    "MessagesElement",
    "Moment",
    "NetworkElement",
    "Node",
    "Opening",
    "PackageElement",
    "PaperElement",
    "Part",
    "PlanElement",
    "Proposal",
    "Proposed",
    "Prose",
    "ProseElement",
    "Quantity",
    "Ranking",
    "ReachScreen",
    "ReceiptsElement",
    "RequestsElement",
    "RightAnswer",
    "Row",
    "Scenario",
    "Screen",
    "Screening",
    "Section",
    "Shelf",
    "Snapshot",
    "Standing",
    "State",
    "StepsElement",
    "Swatch",
    "Table",
    "TableElement",
    "Task",
    "Text",
    "TimelineElement",
    "ToldElement",
    "TypedElement",
    "UncertainInput",
    "Understood",
    "Wait",
    "Way",
    "Why",
    "World",
    "Written",
    "WrongData",
    "amount_in_words",
    "as_csv",
    "as_json",
    "as_xlsx",
    "bpmn",
    "bundles_of",
    "cases_of",
    "colour_of_cause",
    "colour_of_domain",
    "compared",
    "comparison_page",
    "course_choices",
    "course_of",
    "decided_by",
    "desks_of",
    "drawing",
    "faults_of_text",
    "figures_in",
    "html_of",
    "ink_on",
    "input_in_words",
    "inputs",
    "inputs_of",
    "knowledge",
    "linked",
    "network",
    "number_of_cause",
    "opening_of",
    "other_files",
    "own_choices",
    "parts_of",
    "picture",
    "proposals_of",
    "qr",
    "ranking",
    "read_screen",
    "scenario_of",
    "scenario_text",
    "screens_in",
    "sections_of",
    "shipped_screens",
    "shown_now",
    "stored",
    "style_in",
    "term_in_words",
    "write_whole",
]

_ROOMS = {
    "model.form_fields": (
        "FieldInput",
        "FormField",
    ),
    "model.screen_elements": (
        "AnyElement",
        "FactsElement",
        "TableElement",
        "AreasElement",
        "TimelineElement",
        "LanesElement",
        "ToldElement",
        "PlanElement",
        "MessagesElement",
        "RequestsElement",
        "PaperElement",
        "TypedElement",
        "AgreementElement",
        "AlertsElement",
        "ChecklistElement",
        "PackageElement",
        "ReceiptsElement",
        "LookUpsElement",
        "NetworkElement",
        "StepsElement",
        "ProseElement",
        "ConsentElement",
        "FormElement",
        "Column",
        "Fact",
        "Filter",
    ),
    "model.screen": (
        "Look",
        "Screen",
    ),
    "reports.kit.signs": ("qr",),
    "experiments.store": ("write_whole",),
    "experiments.case_runs": (
        "CaseRuns",
        "CaseSnapshot",
        "shown_now",
    ),
    "measures.known": (
        "AT_OPENING",
        "Empty",
        "Frame",
        "Got",
        "Item",
        "KnownContact",
        "Knowledge",
        "Standing",
    ),
    "measures.knowledge": ("knowledge",),
    "reports.desks": (
        "Desks",
        "Folder",
        "desks_of",
    ),
    "reading.screen_file": (
        "Shelf",
        "screens_in",
        "shipped_screens",
        "read_screen",
    ),
    "model.screen_tasks": (
        "ReachScreen",
        "RightAnswer",
        "Task",
        "Understood",
        "Written",
    ),
    "measures.rights": (
        "Answer",
        "Consent",
        "Why",
    ),
    "measures.one_citizen": (
        "CITIZEN",
        "Happening",
    ),
    "engine.kinds": ("Kind",),
    "exchange.bpmn": ("bpmn",),
    "exchange.bpmn.drawing": (
        "Part",
        "drawing",
        "parts_of",
    ),
    "exchange.result_tables": (
        "as_csv",
        "as_xlsx",
    ),
    "exchange.scenario_file": (
        "Proposed",
        "scenario_text",
    ),
    "experiments.asked": (
        "Asked",
        "scenario_of",
    ),
    "experiments.choices": (
        "Choice",
        "CourseChoice",
        "course_choices",
        "own_choices",
    ),
    "experiments.inputs": (
        "Ranking",
        "UncertainInput",
        "decided_by",
        "inputs_of",
        "ranking",
    ),
    "experiments.live": (
        "Live",
        "LiveRuns",
        "Snapshot",
    ),
    "experiments.many": ("Design",),
    "experiments.proposals": (
        "Bundle",
        "Proposal",
        "bundles_of",
        "proposals_of",
    ),
    "experiments.screening": (
        "Screening",
        "stored",
    ),
    "measures.snowball_picture": (
        "Knows",
        "Node",
        "State",
        "Way",
    ),
    "model.text": ("Text",),
    "model.world": ("World",),
    "reading.own_text": (
        "MOST_BYTES",
        "course_of",
        "faults_of_text",
        "other_files",
    ),
    "reading.scenario": ("Scenario",),
    "reports.cases": (
        "Case",
        "Cases",
        "Moment",
        "Wait",
        "cases_of",
    ),
    "reports.deliverables.network": (
        "linked",
        "network",
    ),
    "reports.input_words": (
        "InputWords",
        "input_in_words",
    ),
    "reports.inputs": (
        "Input",
        "amount_in_words",
        "inputs",
        "term_in_words",
    ),
    "reports.page": (
        "comparison_page",
        "opening_of",
        "sections_of",
    ),
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
    "reports.page.palette": (
        "colour_of_cause",
        "colour_of_domain",
        "ink_on",
        "number_of_cause",
    ),
    "reports.page.rendering": (
        "figures_in",
        "html_of",
        "style_in",
    ),
    "reports.picture": ("picture",),
    "reports.results": (
        "as_json",
        "compared",
    ),
    "values.cannot_run": ("CannotRun",),
    "values.faults": ("WrongData",),
    "values.quantity": ("Quantity",),
    "values.wording": ("Lang",),
}


def __getattr__(name: str) -> object:
    """Return what stands behind a name, loaded now."""
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"simulation.{room}"), name)
    raise AttributeError(f"module 'simulation' has no attribute {name!r}")
