"""Plain tables of contacts, flows, telling, coordination and what life brings, for an engine to play."""

from typing import NamedTuple


class Weekly(NamedTuple):
    """Luck by week since opening; later weeks use the last column."""

    column: int
    weeks: int
    """Number of columns."""


class NeedPlan(NamedTuple):
    """A data type wanted at a contact."""

    data_type: int
    oldest: int
    """Oldest useful age in minutes, -1 any."""
    side: int
    """Side of life in whose states it must be newer, or -1."""
    states: frozenset[int]
    sooner: int
    """Oldest useful age in these states."""


class PausePlan(NamedTuple):
    """States in which a contact is in vain, and from what the professional knows of them."""

    side: int
    states: frozenset[int]
    matter: int
    oldest: int
    """Oldest knowledge in minutes that keeps a contact out, -1 any."""


class ContactPlan(NamedTuple):
    """A contact that comes back, or follows a life event."""

    at: int
    """First column of minutes after opening, -1 in them: none; or of the delay after the event."""
    times: int
    """Number of such columns."""
    takes_place: int
    """Column of yes and no by contact, or -1 always."""
    minutes: Weekly
    no_show: int
    """Column of yes and no by contact, or -1 never."""
    clash: int
    """Column of yes and no by contact, or -1 never."""
    during: tuple[tuple[int, frozenset[int]], ...]
    """Side of life and states in which there is such a contact."""
    pause: PausePlan | None
    needs: tuple[NeedPlan, ...]
    observes: tuple[int, ...]
    """Matters seen with own eyes."""
    participants: tuple[tuple[int, int, Weekly], ...]
    """Role, actor, minutes."""
    shares: tuple[int, ...]
    """Data types told among those who take part."""
    purpose: int


class FlowPlan(NamedTuple):
    """A way by which receivers learn what givers know at first hand."""

    way: int
    """0 view, 1 push, 2 thread."""
    givers: frozenset[int]
    receivers: tuple[int, ...]
    data_types: frozenset[int]
    purpose: int
    channel: int
    covers: tuple[int, ...]
    """Column of yes and no by giver's place, -1 where it is no giver."""
    delay: Weekly
    """Coded as `tables` says, in the calendar of `opening`."""
    minutes: Weekly | None
    giver_minutes: Weekly | None
    read_at_once: bool


class TellingPlan(NamedTuple):
    """One actor that tells another of a life event."""

    by: int
    actor: int
    matters: tuple[int, ...]
    told: int
    """First column of yes and no, by how many such events came before."""
    delay: int
    """First column of the delay, coded; in the teller's calendar."""
    minutes: int
    """First column of the teller's work, or -1."""
    times: int
    """Number of columns of each."""
    channel: int
    purpose: int


class CoordinationPlan(NamedTuple):
    """Settings of regular contacts."""

    efforts: frozenset[int]
    """Data types that say which efforts there are."""
    answered: Weekly
    """Yes and no, a call is answered the same day."""
    call_minutes: Weekly
    answer_minutes: Weekly
    call_channel: int
    asking: Weekly
    asks_again: int
    """Minutes after which the citizen is asked again for what was not told."""
    unclear: tuple[Weekly | None, ...]
    """By giver: yes and no, what it tells is hard to understand."""
    clarifying: Weekly
    purpose: int
    towards: tuple[int, ...]
    """Column of the set of domains (bits) that the citizen leaves out towards an actor, by actor; -1 none."""


class ReactionPlan(NamedTuple):
    """What a life event sets going."""

    starts: tuple[int, ...]
    """Steps that wait for the event."""
    changes_person: tuple[int, ...]
    """Roles whose person on the case changes."""
    only_before: int
    """Step that must not have started, or -1."""
    tells: tuple[TellingPlan, ...]


class EventPlan(NamedTuple):
    """A life event."""

    adds_newcomer: int
    reactions: tuple[ReactionPlan, ...]
    becomes: tuple[tuple[int, int], ...]
    """Side of life and state that it leads to."""
    changes: tuple[int, ...]
    """Matters that are no longer what they were."""
    seen_by: tuple[int, ...]
    withdraws: int
    """Domains taken out of the consent (bits)."""
    forgetful: tuple[int, ...]
    """Actors that lose what they know of others."""
    forgets: tuple[int, ...]
    """For each of them the first column, by how many such events came before, of the set of matters lost (bits)."""
    times: int
    """Number of such columns."""
