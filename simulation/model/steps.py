"""The steps of a course, by kind."""

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from simulation.model.amounts import (
    Duration,
    FactorWithMiddle,
    Fee,
    Gap,
    Length,
    OneDuration,
    OneShare,
    Rhythm,
    Seats,
    Share,
)
from simulation.model.conditions import Again, Condition, NoShow
from simulation.model.coordination import Pause
from simulation.model.landscape import Weekday
from simulation.model.text import Id, SomeIds, Text, Times, Words, YesNo
from simulation.values.base import Frozen

Clock = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
CountsAs = Literal[
    "answering", "certificate", "citizen", "clarification", "consent", "meeting_calendar", "own_desk", "writing"
]


class Step(Frozen):
    """What every step has."""

    title: Text
    """What the step is called."""
    code: Words | None = None
    """Short code, "R14"."""
    phase: Id
    """Phase it belongs to."""
    after: tuple[Id, ...] = ()
    """Steps that must be done or passed over first."""
    when_booked: Id | None = None
    """Starts when this meeting is booked, instead of `after`."""
    on: Id | None = None
    """Taken only when this life event happens; passed over otherwise."""
    only_if: Condition | None = None
    """When it is taken; otherwise it is passed over and takes no time."""
    again: Again | None = None
    """A way back when it is done."""
    produces: tuple[Id, ...] = ()
    """Data types that exist when it is done."""
    asks_citizen: YesNo = False
    """Whether the citizen tells."""
    tells: "Tells | None" = None
    """Who is told when it is done."""
    fee: Fee | None = None
    """Fee paid when it is done."""
    factors: dict[Id, FactorWithMiddle] = {}
    """Persona tag to factor on the time of the step."""
    basis: Literal["documented", "reasoned"]
    """Whether a source says that the step exists."""
    source: Id | None = None
    """The source."""
    because: Words | None = None
    """Why it is modelled so."""


class Tells(Frozen):
    """Actors that are told something."""

    actors: tuple[Id, ...]
    """Actors entitled to know; only those involved with the citizen are told."""
    data_type: Id
    """What they are told."""
    chance: Share
    """Share of entitled actors that receive it."""
    delay: Duration
    """Time until it is received."""
    channel: Id
    """How it travels."""
    seen_by_citizen: YesNo = False
    """Whether the citizen can see who was told, whatever the channel."""


class NeedsData(Frozen):
    """A data type wanted at a contact."""

    data_type: Id
    """What is wanted."""
    at_most: Length | None = None
    """Oldest useful age; at a regular contact that of the data type where left out."""


class WorkStep(Step):
    """A role handles the case."""

    kind: Literal["work"]
    """Says which kind of step it is."""
    by: Id
    """Role that works."""
    minutes: Duration
    """Handling."""
    minutes_again: Duration | None = None
    """Handling when done again after a way back."""
    at: Literal["desk", "appointment", "queue"] | None = None
    """desk: at the next desk visit; appointment: agreed ahead; queue: as soon as somebody is free."""
    lead: Duration | None = None
    """Agreed ahead: time until it takes place."""
    lead_counts_as: CountsAs = "citizen"
    """Cause that the agreed time ahead counts as."""
    no_show: NoShow | None = None
    """The citizen may stay away."""
    priority: Annotated[StrictInt, Field(ge=0, le=9)] = 1
    """Smaller goes first."""
    needs: tuple[NeedsData, ...] = ()
    """Data wanted at this contact."""
    search: YesNo = False
    """Whether it counts as looking for who knows something."""
    checks_critical: "Check | None" = None
    """A look for missing critical data."""


class Check(Frozen):
    """Somebody looks whether critical data are missing."""

    noticed: Share
    """Share of missing critical data types that are noticed."""
    return_to: Id
    """Gathering that goes on for what was noticed."""
    at_most: Times
    """How often the case can be sent back."""
    at_cap: Literal["goes_on"] = "goes_on"
    """What happens when that is reached: the course goes on."""


class WaitStep(Step):
    """Time passes with somebody who has no queue here."""

    kind: Literal["wait"]
    """Says which kind of step it is."""
    waits_for: Id
    """Actor, or `citizen`."""
    delay: Duration
    """How long."""
    minutes: Duration | None = None
    """Work behind it, logged at its end for the actor waited for."""
    counts_as: CountsAs | None = None
    """Cause it counts as; `citizen` or `answering` where left out."""
    never: Share | None = None
    """Share where it never comes; then the case goes on without what it produces."""


class Withdrawal(Frozen):
    """A consent taken back."""

    chance: OneShare
    """Share of given consents."""
    after: Duration
    """Time from consent to withdrawal."""


class ConsentStep(Step):
    """The citizen is asked for consent."""

    kind: Literal["consent"]
    """Says which kind of step it is."""
    by: Id
    """Role that asks."""
    delay: Duration
    """Time until the answer."""
    minutes: Duration
    """Work of asking."""
    refused: Share
    """Share that refuses; the case goes on with what needs no consent."""
    excluded: dict[Id, OneShare] = {}
    """Domain to share that leaves it out; a persona may give its own."""
    withdrawn: Withdrawal | None = None
    """Consent taken back later."""


class GatherStep(Step):
    """The snowball, with the settings of `gathering`."""

    kind: Literal["gather"]
    """Says which kind of step it is."""
    by: Id
    """Role that owns the case."""


class Participant(Frozen):
    """Somebody in a meeting."""

    role: Id
    """Who."""
    minutes: Duration
    """Minutes of preparation and meeting, logged as work; takes no capacity."""


class MeetingStep(Step):
    """A slot with seats, notice and several participants. Booked when `after` is done."""

    kind: Literal["meeting"]
    """Says which kind of step it is."""
    by: Id
    """Role that runs it."""
    every: Rhythm
    """Time between slots, in calendar days or weeks."""
    weekday: Weekday
    """Weekday of the slots."""
    at: Clock
    """Time of day, "09:00"."""
    seats: Seats
    """Cases per slot."""
    notice: Duration
    """Least time between booking and slot."""
    papers_due: OneDuration
    """Time before the slot when `ready_when` must be done, else the seat is lost."""
    ready_when: tuple[Id, ...] = ()
    """Steps that must be done by then."""
    minutes: Duration
    """Length per case."""
    participants: tuple[Participant, ...] = ()
    """Who takes part."""
    no_show: NoShow | None = None
    """The citizen may stay away; `again_after` is not used, the next free slot is."""
    postponed: Share | None = None
    """Share of slots moved for other reasons."""
    checks_critical: Check | None = None
    """Missing critical data send the case back."""


class DecideStep(Step):
    """An answer is chosen and kept; it takes no time."""

    kind: Literal["decide"]
    """Says which kind of step it is."""
    answers: dict[Id, OneShare] = {}
    """Answer to share."""
    among: dict[Id, SomeIds] = {}
    """Case type to possible answers, equally likely; instead of `answers`."""


class ContactStep(Step):
    """A contact that comes back regularly, or each time a life event (`on`) happens. It has no end in the course."""

    kind: Literal["contact"]
    """Says which kind of step it is."""
    by: Id
    """Role that meets the citizen."""
    every: Gap | None = None
    """Time between two contacts; left out where `on` names an event."""
    delay: Duration | None = None
    """With `on`: time from the event to the contact."""
    chance: OneShare | None = None
    """Share of contacts that take place at all."""
    minutes: Duration
    """Length of the contact."""
    during: dict[Id, SomeIds] = {}
    """States of life in which there is such a contact."""
    pauses: Pause | None = None
    """When the professional leaves it out; the course's own for a contact that comes back, where left out."""
    no_show: Share | None = None
    """Share of contacts that the citizen stays away from."""
    clash: Share | None = None
    """Share of contacts that fall on another's, where the professional does not know the others' efforts."""
    needs: tuple[NeedsData, ...] = ()
    """Data wanted at this contact."""
    observes: tuple[Id, ...] = ()
    """Data types that the professional sees with own eyes."""
    participants: tuple[Participant, ...] = ()
    """Further roles that take part, where involved."""
    shares: tuple[Id, ...] = ()
    """Data types that those taking part tell each other."""
    purpose: Id | None = None
    """What it is shared for; the course's own where left out."""


AnyStep = Annotated[
    WorkStep | WaitStep | ConsentStep | GatherStep | MeetingStep | DecideStep | ContactStep,
    Field(discriminator="kind"),
]
