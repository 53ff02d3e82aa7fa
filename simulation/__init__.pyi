"""Reads scenarios, runs courses and measures them. Its front door: what screens may use of it.

The one list of its names: `__init__.py` makes them from this file, each when it is first asked for.
"""

from .engine.kinds import Kind as Kind
from .exchange.bpmn import bpmn as bpmn
from .exchange.bpmn.drawing import Part as Part, drawing as drawing, parts_of as parts_of
from .exchange.result_tables import as_csv as as_csv, as_xlsx as as_xlsx
from .exchange.scenario_file import Proposed as Proposed, scenario_text as scenario_text
from .experiments.asked import Asked as Asked, Withdrawn as Withdrawn, scenario_of as scenario_of
from .experiments.case_runs import CaseRuns as CaseRuns, CaseSnapshot as CaseSnapshot, shown_now as shown_now
from .experiments.choices import (
    Choice as Choice,
    CourseChoice as CourseChoice,
    course_choices as course_choices,
    own_choices as own_choices,
)
from .experiments.compiling import compile_behind as compile_behind
from .experiments.inputs import (
    Ranking as Ranking,
    UncertainInput as UncertainInput,
    decided_by as decided_by,
    inputs_of as inputs_of,
    ranking as ranking,
)
from .experiments.live import Live as Live, LiveRuns as LiveRuns, Snapshot as Snapshot
from .experiments.many import Design as Design
from .experiments.proposals import (
    Bundle as Bundle,
    Proposal as Proposal,
    bundles_of as bundles_of,
    proposals_of as proposals_of,
)
from .experiments.screening import Screening as Screening, stored as stored
from .experiments.store import write_whole as write_whole
from .measures.catalogue import catalogue as catalogue
from .measures.entries import Entry as Entry
from .measures.knowledge import knowledge as knowledge
from .measures.known import (
    AT_OPENING as AT_OPENING,
    Empty as Empty,
    Frame as Frame,
    Got as Got,
    Item as Item,
    Knowledge as Knowledge,
    KnownContact as KnownContact,
    Standing as Standing,
)
from .measures.one_citizen import CITIZEN as CITIZEN, Happening as Happening
from .measures.rights import Answer as Answer, Consent as Consent, Why as Why
from .measures.snowball_picture import Knows as Knows, Node as Node, State as State, Way as Way
from .model.form_fields import FieldInput as FieldInput, FormField as FormField, Stop as Stop
from .model.screen import Look as Look, Screen as Screen
from .model.screen_elements import (
    AgreementElement as AgreementElement,
    AlertsElement as AlertsElement,
    AnyElement as AnyElement,
    AreasElement as AreasElement,
    ChecklistElement as ChecklistElement,
    Column as Column,
    ConsentElement as ConsentElement,
    Fact as Fact,
    FactsElement as FactsElement,
    Filter as Filter,
    FormElement as FormElement,
    LanesElement as LanesElement,
    LookUpsElement as LookUpsElement,
    MessagesElement as MessagesElement,
    NetworkElement as NetworkElement,
    PackageElement as PackageElement,
    PaperElement as PaperElement,
    PlanElement as PlanElement,
    ProseElement as ProseElement,
    ReceiptsElement as ReceiptsElement,
    RequestsElement as RequestsElement,
    StepsElement as StepsElement,
    TableElement as TableElement,
    TimelineElement as TimelineElement,
    ToldElement as ToldElement,
    TypedElement as TypedElement,
)
from .model.screen_tasks import (
    ReachScreen as ReachScreen,
    RightAnswer as RightAnswer,
    Task as Task,
    Understood as Understood,
    Written as Written,
)
from .model.text import Text as Text
from .model.world import World as World
from .reading.own_text import (
    MOST_BYTES as MOST_BYTES,
    course_of as course_of,
    faults_of_text as faults_of_text,
    other_files as other_files,
)
from .reading.scenario import Scenario as Scenario
from .reading.screen_file import (
    Shelf as Shelf,
    read_screen as read_screen,
    screens_in as screens_in,
    shipped_screens as shipped_screens,
)
from .reports.cases import Case as Case, Cases as Cases, Moment as Moment, Wait as Wait, cases_of as cases_of
from .reports.deliverables.network import linked as linked, network as network
from .reports.desks import Desks as Desks, Folder as Folder, desks_of as desks_of
from .reports.input_words import InputWords as InputWords, input_in_words as input_in_words
from .reports.inputs import (
    Input as Input,
    amount_in_words as amount_in_words,
    inputs as inputs,
    term_in_words as term_in_words,
)
from .reports.kit.signs import qr as qr
from .reports.page import (
    comparison_page as comparison_page,
    opening_of as opening_of,
    section_of as section_of,
    section_titles as section_titles,
    sections_of as sections_of,
)
from .reports.page.blocks import (
    Block as Block,
    Cell as Cell,
    Figure as Figure,
    Fold as Fold,
    Head as Head,
    Headline as Headline,
    Opening as Opening,
    Prose as Prose,
    Row as Row,
    Section as Section,
    Swatch as Swatch,
    Table as Table,
)
from .reports.page.palette import (
    colour_of_cause as colour_of_cause,
    colour_of_domain as colour_of_domain,
    ink_on as ink_on,
    number_of_cause as number_of_cause,
)
from .reports.page.plots import wrapped as wrapped
from .reports.page.rendering import (
    figure_script as figure_script,
    figures_in as figures_in,
    html_of as html_of,
    style_in as style_in,
)
from .reports.picture import picture as picture
from .reports.results import as_json as as_json, compared as compared
from .values.cannot_run import CannotRun as CannotRun
from .values.faults import WrongData as WrongData
from .values.quantity import Quantity as Quantity
from .values.wording import Lang as Lang
