"""The tables an engine reads: plain whole numbers, by place in the sorted list of ids.

A *column* is the place of a row in `Inputs.columns`; that row holds one whole number per citizen. A step that happens
several times has one column per occurrence, one after the other. -1 means: there is none.
A *delay* is one whole number: open minutes of a calendar when it is 0 or more, else -1 - minutes of the clock.
"""

from enum import IntEnum
from typing import NamedTuple

from simulation.population.contact_plans import ContactPlan


class StepKind(IntEnum):
    """How a step is played."""

    DESK = 0
    QUEUE = 1
    PANEL = 2
    WAIT = 3
    CONSENT = 4
    GATHER = 5
    MEETING = 6
    DECIDE = 7
    CONTACT = 8


class Way(NamedTuple):
    """A way back to an earlier step."""

    to: int
    """Step that is due again."""
    resets: tuple[int, ...]
    """Steps that count as not done again, in order of id; `to` is one of them."""
    at_most: int
    """How often per case."""


class AgainPlan(NamedTuple):
    """When a step leads back."""

    way: Way
    chance: int
    """Column of yes and no, by number of times gone back; -1 always."""
    decided: tuple[tuple[int, int], ...]
    """Decide step and set of answers (bits) that lead back."""
    delay: int
    """Column of the delay before the earlier step is due; -1 at once."""


class CheckPlan(NamedTuple):
    """A look for missing critical data."""

    way: Way
    noticed: tuple[int, ...]
    """Column of yes and no by data type, by number of times sent back."""


class TellPlan(NamedTuple):
    """One actor that may be told."""

    actor: int
    data_type: int
    channel: int
    told: int
    """Column of yes and no."""
    delay: int
    """Column of the delay."""


class MeetingPlan(NamedTuple):
    """Slots of a meeting."""

    slots: tuple[int, ...]
    """Minute of each slot."""
    due: tuple[int, ...]
    """Minute by which papers must be ready, per slot."""
    seats: int
    """Cases per slot."""
    notice: int
    """Column of the delay between booking and slot, at least."""
    postponed: int
    """Column of yes and no, by slot tried."""
    tries: int
    """Number of such columns; later slots are held."""
    ready_when: tuple[int, ...]
    """Steps that must be done when papers are due."""
    participants: tuple[tuple[int, int], ...]
    """Role and column of minutes."""


class ConsentPlan(NamedTuple):
    """What is asked and answered."""

    refused: int
    """Column of yes and no."""
    excluded: int
    """Column of the set of domains left out (bits)."""
    withdrawn: int
    """Column of minutes from consent to withdrawal, or -1 in it: never."""


class TakenBack(NamedTuple):
    """A consent taken back, in whole or in part, at a minute that no luck decides."""

    minute: int
    citizen: int
    step: int
    """Consent step in which it was given."""
    domains: int
    """Domains (bits) that are taken out of it; 0 where all of it is withdrawn."""


class StepPlan(NamedTuple):
    """One step."""

    kind: int
    role: int
    """Role that does it, or -1."""
    actor: int
    """Actor of the role, or the one waited for; -1 the citizen."""
    calendar: int
    """Calendar that delays are counted in."""
    phase: int
    after: tuple[int, ...]
    then: tuple[int, ...]
    """Steps that name this one in `after`."""
    booked_by: int
    """Meeting whose booking starts it, or -1."""
    starts_booked: tuple[int, ...]
    """Steps started by the booking of this meeting."""
    on: int
    """Life event it waits for, or -1."""
    occurrences: int
    """Number of columns per occurrence; later ones use the last."""
    go: int
    """Column of yes and no, or -1 always."""
    decided: tuple[tuple[int, int], ...]
    """Decide step and set of answers (bits) that must hold."""
    lead: int
    """Column of the delay agreed ahead, or -1."""
    minutes: int
    """Column of handling."""
    delay: int
    """Column of the delay, or -1."""
    never: int
    """Column of yes and no, or -1."""
    no_show: int
    """Column of yes and no by appointment, or -1."""
    no_show_after: int
    """Column of the delay to the next appointment."""
    no_show_max: int
    priority: int
    cause: int
    """Cause its waiting counts as."""
    search: int
    """1 where its handling counts as looking for who knows something."""
    asks_citizen: int
    produces: tuple[int, ...]
    tells: tuple[TellPlan, ...]
    needs: tuple[tuple[int, int], ...]
    """Data type and oldest useful age in minutes, -1 any."""
    answer: int
    """Column of the answer of a decide step."""
    again: AgainPlan | None
    check: CheckPlan | None
    meeting: MeetingPlan | None
    consent: ConsentPlan | None
    contact: ContactPlan | None


class RolePlan(NamedTuple):
    """One role."""

    actor: int
    works_as: int
    """0 person, 1 pool, 2 panel."""
    calendar: int
    first_server: int
    """Place of its first server, or -1."""
    servers: int
    """Number of servers: one per person, one for a whole pool."""
    reply_brings_up: int


class ServerPlan(NamedTuple):
    """A person, or a whole pool."""

    role: int
    capacity: int
    opening: int
    """Place of its opening among `Inputs.openings`."""
    outreach: tuple[int, ...]
    """Per cent, for each person who has the seat in turn."""
    relation: tuple[tuple[int, ...], ...]
    """Per cent with each actor, for each person who has the seat in turn."""
    changes: tuple[int, ...]
    """Minutes at which the seat passes to the next person."""
    seasoned: tuple[int, ...]
    """Minute from which each person in turn counts as experienced."""
    background: tuple[tuple[int, int], ...]
    """Other work: minute it comes in, minutes of handling."""
    rhythm: int
    """Open minutes between two times a case comes up at this person; 0 at once."""


class HolderPlan(NamedTuple):
    """An actor that can be asked."""

    actor: int
    opening: int
    needs_consent: int
    never: int
    """1 where nothing may be shared at all."""
    sensitive: int
    """1 where naming it needs consent."""
    domain: int
    pool: int
    """Role whose pool answers, or -1."""
    items: tuple[int, ...]
    """Data types it may hold, gathered by asking."""
    find: int
    """Column of the delay of finding the right person."""
    find_way: int
    """Column of the same by a way the scenario opens, or -1."""
    search_minutes: int
    writing_minutes: int
    answers: int
    """Column of yes and no, by contact."""
    delay: int
    """Column of the delay of the answer, by contact."""
    channel: int
    """Column of the channel."""
    answer_minutes: int
    reading_minutes: int
    reminder_minutes: int
    """Column, by contact."""
    unclear: int
    clarify_delay: int
    clarify_minutes: int
    habit: int
    """Column of the least outreach in per cent at which it is asked of habit; -1 never."""
    indexed: int
    """Column of yes and no: an index shows that it exists; -1 no index."""
    views: int
    """Column of the set of data types (bits) that can be looked up, or -1."""
    view_minutes: int
    written: tuple[int, ...]
    """Per item: column of yes and no, must be written; -1 never."""
    write_delay: tuple[int, ...]
    write_minutes: tuple[int, ...]
    misjudged: tuple[int, ...]
    """Per item: column of the relation in per cent below which it is misjudged."""
    narrow: tuple[int, ...]
    """Per item: column of yes and no, the giver leaves it out."""


class GatherPlan(NamedTuple):
    """Settings of the gathering."""

    step: int
    own_actor: int
    told_at: int
    """Step at which the citizen tells, or -1."""
    per_visit: int
    """Column of requests per desk visit."""
    persistence: int
    """Column of the deepest wave asked."""
    known_from: int
    """Relation in per cent from which finding takes no time."""
    newcomer: int
    """Column of the factor in per cent on finding, 100 for residents."""
    new_person: int
    """Column of the factor in per cent on finding for askers without a network."""
    reminder_after: int
    """Column of the delay to a reminder."""
    reminders: int
    """Column of the number of reminders."""
    contacts: int
    """Columns per round of contacts: the first and the reminders."""
    rounds: int
    """Rounds of contacts: the first gathering and each return."""
    ends: int
    """Column of the minutes after opening when gathering is cut off, -1 in it: never; -1 no such rule."""
