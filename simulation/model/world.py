"""The whole model of one scenario: everything a run reads."""

from typing import Literal

from pydantic import StrictInt

from simulation.model.amounts import Count, FollowUp, Gap, Length, Period, ShareWithMiddle
from simulation.model.coordination import Coordination, Flow
from simulation.model.data_types import DataType
from simulation.model.gathering import Gathering, SharingRule
from simulation.model.goals import Goal
from simulation.model.landscape import Actor, Calendar, Channel, Day, LegalBasis, Role, Source, System, Term
from simulation.model.lives import LifeEvent, Reaction, StateOfLife
from simulation.model.persona import Persona
from simulation.model.steps import AnyStep
from simulation.model.text import Id, SomeIds, Text, Words, YesNo
from simulation.values.base import Frozen


class CaseType(Frozen):
    """A kind of case; decides critical data, clock and possible answers."""

    title: Text
    """What it is called."""
    gathering_ends: Length | None = None
    """Time from opening when gathering is cut off."""
    meeting_deadline: Length | None = None
    """Time from opening within which the meeting must be held."""
    rule_sets: tuple[Id, ...] = ()
    """Rule sets under which the two above hold; all where left out."""


class Phase(Frozen):
    """A part of the course."""

    title: Text
    """What it is called."""
    order: StrictInt
    """Place in the course, from 1."""


class Span(Frozen):
    """A clock: from one step to another."""

    title: Text
    """What it measures."""
    start: Id
    """Step whose start sets it going."""
    end: SomeIds
    """Steps whose first end stops it; the last of them counts."""
    mark: Length | None = None
    """A length to compare with, such as two months; never an input of the model."""


class Course(Frozen):
    """What the course is, as it is today."""

    id: Id
    """Name of the course."""
    title: Text
    """What it is called."""
    summary: Text
    """Two sentences."""
    closes: Id | None = None
    """Step whose end closes the case; later steps are followed but not part of the lead time. None: it never ends."""
    meeting: Id | None = None
    """The meeting that overview and completeness are counted at."""
    told_at: Id | None = None
    """Step at which the citizen tells who is involved."""
    clocks: dict[Id, Span] = {}
    """Clocks that results show apart."""
    notes: tuple[Text, ...] = ()
    """What a reader of results must know."""


class Profile(Frozen):
    """A municipality."""

    id: Id
    """Name of the profile."""
    title: Text
    """What it is called."""
    arrivals_every: Gap
    """Time between cases of one persona of weight 1."""
    inhabitants: Count | None = None
    """Size."""


class Approval(Frozen):
    """Who reviewed a scenario."""

    role: Words
    """Role of the reviewer, never a name."""
    date: Day
    """When."""
    note: Words
    """What was said."""


class Setting(Frozen):
    """The scenario's header and frame."""

    id: Id
    """Name of the scenario."""
    title: Text
    """What it is called."""
    version: Words
    """Version of the scenario file."""
    status: Literal["draft", "in_review", "approved"]
    """How far it has come."""
    reviews: tuple[Approval, ...] = ()
    """Reviews so far."""
    rule_set: Id
    """Rules of law that hold."""
    start: Day
    """Date of minute 0."""
    warm_up: Period
    """Time before cases are observed."""
    follow_up: FollowUp
    """Time every observed citizen is followed."""
    interventions: tuple[Id, ...] = ()
    """Interventions in force, in order of id."""


class RuleSet(Frozen):
    """Rules of law of a period."""

    title: Text
    """What it is called."""
    verified: YesNo
    """Whether the text of the rules was checked."""
    source: Id | None = None
    """The act."""
    because: Words | None = None
    """What is and is not known of it."""


class RoleGroup(Frozen):
    """People who sit together in a workshop and whose answers are shown together. It moves no number."""

    title: Text
    """What it is called."""
    domains: SomeIds
    """Domains of the actors in it; every domain is in one group."""
    because: Words | None = None
    """Why just these are together."""


class World(Frozen):
    """One scenario, whole and checked."""

    setting: Setting
    """Header and frame."""
    course: Course
    """The course."""
    profile: Profile
    """The municipality."""
    rule_sets: dict[Id, RuleSet]
    """Dated switches."""
    phases: dict[Id, Phase]
    """Phases of the course."""
    case_types: dict[Id, CaseType]
    """Kinds of case."""
    steps: dict[Id, AnyStep]
    """Steps of the course."""
    gathering: Gathering | None = None
    """Settings of the snowball."""
    sharing: dict[Id, SharingRule] = {}
    """Ways a scenario opens."""
    coordination: Coordination | None = None
    """Settings of regular contacts."""
    flows: dict[Id, Flow] = {}
    """Ways by which actors learn of changes without asking at each contact."""
    states: dict[Id, StateOfLife] = {}
    """Sides of the citizen's life."""
    life: dict[Id, LifeEvent] = {}
    """Life events."""
    reactions: dict[Id, Reaction] = {}
    """What life events set going."""
    goals: dict[Id, Goal] = {}
    """What those concerned want of the course."""
    calendars: dict[Id, Calendar]
    """Opening hours."""
    actors: dict[Id, Actor]
    """Who there is."""
    roles: dict[Id, Role]
    """People who do steps."""
    systems: dict[Id, System] = {}
    """IT systems."""
    channels: dict[Id, Channel] = {}
    """Ways messages travel."""
    data_types: dict[Id, DataType] = {}
    """What can be known."""
    legal_basis: dict[Id, LegalBasis] = {}
    """What the law says."""
    sources: dict[Id, Source] = {}
    """Documents."""
    glossary: dict[Id, Term] = {}
    """Words."""
    domains: dict[Id, Text]
    """Domains of knowledge."""
    role_groups: dict[Id, RoleGroup] = {}
    """Groups of a workshop, in the order of the tables."""
    personas: dict[Id, Persona]
    """Citizens."""
    uptake: ShareWithMiddle | None = None
    """Share of actors that take up the interventions; all where left out."""
