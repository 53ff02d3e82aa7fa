"""What mock-up screens are made of: each element says what to show, never a value of a case."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StrictInt

from simulation.model.amounts import Length
from simulation.model.data_types import Form as DataForm
from simulation.model.form_fields import FormField, Stop
from simulation.model.text import Id, SomeIds, Text, YesNo
from simulation.values.base import Frozen


class Fact(StrEnum):
    """Single things a screen can show of a case."""

    NAME = "name"
    NUMBER = "number"
    TODAY = "today"
    OPENED = "opened"
    DAYS_OPEN = "days_open"
    CASE_TYPE = "case_type"
    WISH = "wish"
    CONSENT = "consent"
    MEETING = "meeting"
    CLOSED = "closed"
    TIMES_TOLD = "times_told"
    REQUESTS = "requests"
    ACTORS_KNOWN = "actors_known"


class Column(StrEnum):
    """Columns of what an actor has."""

    WHAT = "what"
    AREA = "area"
    FROM = "from"
    DATE = "date"
    AGE = "age"
    WAY = "way"
    WHY = "why"
    STATUS = "status"


class Filter(Frozen):
    """Which of what an actor has. All must hold that are given."""

    whose: Literal["own", "others", "all"] = "all"
    """Own registrations, what came from others, or both."""
    data_types: tuple[Id, ...] = ()
    """Only these."""
    forms: tuple[DataForm, ...] = ()
    """Only of these forms."""
    domains: tuple[Id, ...] = ()
    """Only of these areas."""


class When(Frozen):
    """An element that is shown only when something was chosen in a form of the screen."""

    form: Id
    """Form of this screen."""
    field: Id
    """Field of it."""
    option: Id
    """Option that must be chosen."""


class Element(Frozen):
    """What all elements have."""

    id: Id
    """Name of the element on this screen."""
    title: Text
    """Heading."""
    help: Text | None = None
    """One line of plain language under the heading."""
    only_for: tuple[Id, ...] = ()
    """Shown to these of the screen's actors only; to all where left out."""
    when: When | None = None
    """Shown only when this was chosen; always where left out."""


class FactsElement(Element):
    """Single facts with their labels."""

    kind: Literal["facts"]
    """Which kind of element it is."""
    facts: tuple[Fact, ...]
    """What is shown."""


class TableElement(Element):
    """What the actor has, one row each."""

    kind: Literal["table"]
    """Which kind of element it is."""
    data: Filter = Filter()
    """What is shown."""
    expected: tuple[Id, ...] = ()
    """Data types that have a row even when there is nothing, which then says why."""
    columns: tuple[Column, ...] = (Column.WHAT, Column.FROM, Column.DATE, Column.AGE, Column.WHY)
    """Columns, in order."""


class AreasElement(Element):
    """Every actor that can hold something, and how this actor stands with it."""

    kind: Literal["areas"]
    """Which kind of element it is."""
    only_known: YesNo = False
    """Whether those are left out of which nothing is known; a line says that there may be more."""


class TimelineElement(Element):
    """What happened, as far as this actor took part in it."""

    kind: Literal["timeline"]
    """Which kind of element it is."""
    last_days: Annotated[StrictInt, Field(ge=1, le=400)] | None = None
    """Only the last days; all where left out."""
    at_most: Annotated[StrictInt, Field(ge=1, le=100)] = 12
    """Entries at most, the latest."""


class LanesElement(Element):
    """What happened, in one lane per actor this actor knows of, with a table of the same."""

    kind: Literal["lanes"]
    """Which kind of element it is."""
    last_days: Annotated[StrictInt, Field(ge=7, le=400)] = 60
    """How far back the lanes go."""
    at_most: Annotated[StrictInt, Field(ge=1, le=200)] = 40
    """Rows of the table at most, the latest."""


class PlanElement(Element):
    """Plans the actor has: whose, since when, and the citizen's own wish on top."""

    kind: Literal["plan"]
    """Which kind of element it is."""
    data: Filter = Filter(forms=(DataForm.PLAN,))
    """Which data count as plans."""


class MessagesElement(Element):
    """Messages and calls the actor sent or had."""

    kind: Literal["messages"]
    """Which kind of element it is."""
    channels: tuple[Id, ...] = ()
    """Only on these; on all where left out."""
    at_most: Annotated[StrictInt, Field(ge=1, le=100)] = 20
    """Messages at most, the latest."""


class RequestsElement(Element):
    """What was asked of others: status, days waited, reminders; with a deadline a clock counts."""

    kind: Literal["requests"]
    """Which kind of element it is."""
    deadline: Length | None = None
    """Time within which an answer is due."""
    received: YesNo = False
    """Requests that others sent to this actor, instead of its own."""
    data_types: tuple[Id, ...] = ()
    """Orders of these, such as a certificate, instead of questions to holders."""


class PaperElement(Element):
    """One document the actor has, in its own layout."""

    kind: Literal["paper"]
    """Which kind of element it is."""
    data_type: Id
    """Which."""
    text: tuple[Text, ...] = ()
    """Practice text of the document, invented and the same for every citizen; shown only when the actor has it."""
    only_there: YesNo = False
    """Whether the element is left out where the actor does not have it."""


class FormElement(Element):
    """A form; what is typed is kept for this visit and shown on the next actor's screen where that says so."""

    kind: Literal["form"]
    """Which kind of element it is."""
    fields: tuple[FormField, ...]
    """Fields, in order."""
    participants: Annotated[StrictInt, Field(ge=1, le=4)] = 1
    """How many fill it in, each for themselves."""
    stops: Stop | None = None
    """Where the citizen withdraws consent in it: which answer does."""


class TypedElement(Element):
    """What was typed in a form of another screen in this visit."""

    kind: Literal["typed"]
    """Which kind of element it is."""
    screen: Id
    """Screen with the form."""
    form: Id
    """Id of the form there."""


class AgreementElement(Element):
    """What each participant chose in a form of this screen, and where they differ; nothing but what they typed."""

    kind: Literal["agreement"]
    """Which kind of element it is."""
    of: Id
    """Form of this screen that several fill in."""


class ConsentElement(Element):
    """What the consent covers, and its history."""

    kind: Literal["consent"]
    """Which kind of element it is."""


class AlertsElement(Element):
    """What others told this actor, or showed it, lately."""

    kind: Literal["alerts"]
    """Which kind of element it is."""
    last_days: Annotated[StrictInt, Field(ge=1, le=400)] = 14
    """How far back."""


class ChecklistElement(Element):
    """What must be in the case, and whether it is."""

    kind: Literal["checklist"]
    """Which kind of element it is."""
    items: SomeIds
    """Data types."""


class PackageElement(Element):
    """Papers of the meeting by area, with read marks."""

    kind: Literal["package"]
    """Which kind of element it is."""


class ReceiptsElement(Element):
    """Who was sent something, and whether it came."""

    kind: Literal["receipts"]
    """Which kind of element it is."""


class LookUpsElement(Element):
    """Sharings of the citizen's data: who got what from whom, when, and why that was allowed."""

    kind: Literal["look_ups"]
    """Which kind of element it is."""
    at_most: Annotated[StrictInt, Field(ge=1, le=200)] = 30
    """Lines at most, the latest."""


class ToldElement(Element):
    """What the citizen was asked and told: all of it to the citizen, to others what was told to them."""

    kind: Literal["told"]
    """Which kind of element it is."""
    by: Literal["question", "actor"] = "question"
    """One row per question, or one per actor that asked."""
    repeats: YesNo = True
    """Whether a question says that the same was told before."""
    at_most: Annotated[StrictInt, Field(ge=1, le=200)] = 20
    """Rows at most, the latest."""


class NetworkElement(Element):
    """Who named whom."""

    kind: Literal["network"]
    """Which kind of element it is."""


class StepsElement(Element):
    """The phases of the course, with the one this screen belongs to."""

    kind: Literal["steps"]
    """Which kind of element it is."""


class ProseElement(Element):
    """Fixed words that hold no value of a case."""

    kind: Literal["prose"]
    """Which kind of element it is."""
    text: Text
    """The words."""


AnyElement = Annotated[
    FactsElement
    | TableElement
    | AreasElement
    | TimelineElement
    | LanesElement
    | PlanElement
    | MessagesElement
    | RequestsElement
    | PaperElement
    | FormElement
    | TypedElement
    | AgreementElement
    | ConsentElement
    | AlertsElement
    | ChecklistElement
    | PackageElement
    | ReceiptsElement
    | LookUpsElement
    | ToldElement
    | NetworkElement
    | StepsElement
    | ProseElement,
    Field(discriminator="kind"),
]
