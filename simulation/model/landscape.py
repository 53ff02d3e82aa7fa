"""Who there is: calendars, actors, roles, systems, channels and the law between them."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StrictInt, StringConstraints

from simulation.model.amounts import Duration, Gap, HourlyCost, Length, RateWithMiddle, Share, ShareBelowOne, Staff
from simulation.model.text import Id, Text, Words, YesNo
from simulation.values.base import Frozen

_CLOCK = r"(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
Interval = Annotated[str, StringConstraints(pattern=f"^{_CLOCK}-{_CLOCK}$")]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Closure(Frozen):
    """Days on which a calendar is closed."""

    first: Day
    """First closed day, "2024-07-15"."""
    last: Day
    """Last closed day, included."""
    because: Words
    """Why it is closed."""


class Calendar(Frozen):
    """Open minutes of a week, less public holidays and closures."""

    title: Text
    """What the calendar is called."""
    week: dict[Weekday, tuple[Interval, ...]]
    """Open intervals per weekday, "09:00-15:00"; a weekday left out is closed."""
    public_holidays: YesNo = True
    """Whether Danish public holidays are closed."""
    optional_days: YesNo = False
    """Whether 1 May, 5 June, 24 and 31 December are closed too."""
    closures: tuple[Closure, ...] = ()
    """Further closed days."""
    source: Id | None = None
    """Where the hours come from."""
    because: Words | None = None
    """Reason, where the hours are judged."""


class Sector(StrEnum):
    """Who runs an actor."""

    MUNICIPAL = "municipal"
    REGION = "region"
    STATE = "state"
    PRIVATE = "private"
    MIXED = "mixed"
    CITIZEN = "citizen"


class Answers(Frozen):
    """How an actor answers a request: by a delay without a queue, or by work in a pool; never both."""

    delay: Duration | None = None
    """Time from the right person having the request until data on file arrive."""
    pool: Id | None = None
    """Role whose pool answers, instead of a delay."""
    minutes: Duration | None = None
    """Work of answering at the holder."""
    no_answer: Share | None = None
    """Share of contacts that are never answered; the gathering's where left out."""


class Ordinary(Frozen):
    """The channel a request takes, and the share that goes another way."""

    usual: Id
    """Channel of most requests."""
    other: Id
    """Channel of the rest."""
    share_usual: Share
    """Share of requests by the usual channel."""


class Actor(Frozen):
    """A public body or private party that holds data about a citizen or takes part in the course."""

    title: Text
    """Name of the kind of actor."""
    code: Words | None = None
    """Short code used beside the name, "A08"."""
    sector: Sector
    """Who runs it."""
    domain: Id
    """Domain its knowledge belongs to."""
    department: Id | None = None
    """Municipal department it belongs to; proposals address departments."""
    calendar: Id = "office"
    """Its opening hours."""
    answers: Answers | None = None
    """How it answers; an actor without it is never asked."""
    channel: Ordinary | None = None
    """How it is reached."""
    counterpart_of: Id | None = None
    """The same kind of actor in another municipality; not counted as an actor of its own."""
    named_in: tuple[Id, ...] = ()
    """Sources that name it; empty where it is our own reconstruction."""
    cost_per_hour: HourlyCost | None = None
    """Cost of an effective hour of its staff."""


class Works(StrEnum):
    """How a role's people share work."""

    PERSON = "person"
    POOL = "pool"
    PANEL = "panel"


class Background(Frozen):
    """Other work of a pool."""

    every: Gap
    """Time between other tasks of the whole pool."""
    minutes: Duration
    """Handling of one such task."""


class Role(Frozen):
    """People of an actor who do steps."""

    title: Text
    """What they are called."""
    actor: Id
    """Where they work."""
    works_as: Works
    """person: a case keeps its person; pool: anybody may take it; panel: takes part in meetings only."""
    calendar: Id | None = None
    """Their hours, where they differ from the actor's."""
    staff: Staff | None = None
    """Number of people, net of meetings and other work; the profile usually sets it."""
    desk_rhythm: Duration | None = None
    """person: the case comes up every so many working days from assignment."""
    reply_brings_up: YesNo = False
    """person: an arriving reply brings the case up at once."""
    absence: ShareBelowOne | None = None
    """person: share of weeks away."""
    turnover: RateWithMiddle | None = None
    """person: leaves per year; the successor starts without network."""
    network_building: Length | None = None
    """person: time until a new person counts as experienced."""
    newly_hired: Share | None = None
    """person: share who are new on the first day."""
    outreach: Share | None = None
    """person: how much the person asks beyond what was told, as a share."""
    relation: Share | None = None
    """person: how well an experienced person knows a holder, as a share."""
    background: Background | None = None
    """pool: other work in the same queue."""
    cost_per_hour: HourlyCost | None = None
    """Cost of an effective hour; the actor's where left out."""


class System(Frozen):
    """A kind of IT system."""

    title: Text
    """Kind of system, with product names only where a source gives them."""
    owner: Id
    """Actor that owns it."""
    holds: Text
    """What it holds."""
    structured: YesNo
    """Whether most content is structured."""
    read_by: tuple[Id, ...] = ()
    """Other actors with access today."""
    integrations: tuple[Id, ...] = ()
    """Systems it exchanges data with today."""
    source: Id | None = None
    """Where it is named; our own reconstruction where left out."""


class Channel(Frozen):
    """A way messages travel."""

    title: Text
    """What it is called."""
    digital: YesNo
    """Whether it is a digital exchange between systems."""
    seen_by_citizen: YesNo = False
    """Whether the citizen can see what travels: as the one who carries it, or in a log that is shown."""
    delay: Duration | None = None
    """Transport time of a request and its reply together."""
    source: Id | None = None
    """Where it is described."""


class LegalBasis(Frozen):
    """What the law says of one giver, one receiver and one purpose."""

    title: Text
    """The rule in words."""
    givers: tuple[Id, ...]
    """Actors that give; empty means any."""
    receivers: tuple[Id, ...]
    """Actors that receive; empty means any."""
    purposes: tuple[Id, ...]
    """What it is shared for; empty means any."""
    data_types: tuple[Id, ...] = ()
    """Only these data types, where given."""
    tags: tuple[Id, ...] = ()
    """Only for citizens who carry one of these tags, where given."""
    needs_consent: YesNo
    """Whether the citizen must consent."""
    never: YesNo = False
    """Whether nothing can be shared at all."""
    precedence: Annotated[StrictInt, Field(ge=0, le=100)] = 0
    """Of several rules that fit, the one with the highest precedence holds."""
    source: Id | None = None
    """The act."""
    because: Words | None = None
    """Reason, where the rule is our reading."""


class Source(Frozen):
    """A document that facts come from."""

    title: Words
    """Title."""
    publisher: Words
    """Who published it."""
    edition: Words
    """Year or version."""
    code: Words | None = None
    """Short code."""
    extent: Words | None = None
    """How much of it was read."""
    link: Words | None = None
    """Where it can be found; left out where none is known."""
    checked_on: Day
    """When it was last looked at."""


class Term(Frozen):
    """One word of the field: one Danish word, one English identifier."""

    da: Words
    """Danish term."""
    en: Words
    """English term."""
    definition: Words | None = None
    """What it means."""
    source: Id | None = None
    """Where the definition comes from."""
    synonyms: tuple[Words, ...] = ()
    """Other words in use."""
