"""The snowball: how the owner of a case finds, asks, reads and reminds; and the ways a scenario opens."""

from typing import Literal

from simulation.model.amounts import (
    Count,
    Duration,
    Factor,
    FactorWithMiddle,
    FewTimes,
    OneShare,
    Share,
    ShareWithMiddle,
)
from simulation.model.text import Id, Text, Words, YesNo
from simulation.values.base import Frozen


class Search(Frozen):
    """Finding the right person at a holder."""

    delay: Duration
    """Time a request wanders until the right person has it."""
    minutes: Duration
    """Work of the asker."""
    newcomer_tag: Id
    """Persona tag of citizens new to the municipality."""
    newcomer_factor: Factor
    """On the delay, for citizens new to the municipality."""
    new_person_factor: Factor
    """On the delay, for askers without a network."""
    known_from: OneShare
    """Relation from which the delay is zero, as a share."""


class Reminders(Frozen):
    """What happens when nothing comes."""

    after: Duration
    """Time from the last contact to the next."""
    at_most: FewTimes
    """Number of reminders."""
    minutes: Duration
    """Work of reminding."""


class Judging(Frozen):
    """Reading and judging what came."""

    minutes: Duration
    """Reading one reply."""
    misjudged: ShareWithMiddle
    """Share of relevant data types taken for irrelevant, or the other way round."""
    misjudged_factor_known: FactorWithMiddle
    """On that share, where asker and holder know each other fully."""
    narrow: Share
    """Share of relevant data types that the giver leaves out."""
    unclear: Share
    """Share of replies that need one clarification."""
    clarification: Duration
    """Time until the clarification comes."""
    clarification_minutes: Duration
    """Work of reading the clarification."""


class Gathering(Frozen):
    """Settings of the gather step."""

    purpose: Id
    """What the data are asked for; the legal basis depends on it."""
    requests_per_visit: Count
    """Requests sent at one desk visit, at most."""
    persistence: Count
    """Deepest wave of holders that is asked."""
    writing: Duration
    """Work of writing one request."""
    search: Search
    """Finding the right person."""
    no_answer: Share
    """Share of contacts never answered, where the actor gives none of its own."""
    reminders: Reminders
    """When nothing comes."""
    judging: Judging
    """Reading and judging."""
    habit: dict[Id, ShareWithMiddle] = {}
    """Actor to share of owners that ask it of habit, times the owner's outreach."""
    pointers: dict[Id, dict[Id, OneShare]]
    """Holder to the holders it names, with the share that does."""
    sensitive_domains: tuple[Id, ...] = ()
    """Domains whose mere existence needs consent."""


class SharingRule(Frozen):
    """A way that a scenario opens to what others know."""

    title: Text
    """What it is called."""
    way: Literal["index", "view", "contact", "tool"]
    """index: see that it exists; view: look it up; contact: a named contact person; tool: ask in a shared tool."""
    holders: tuple[Id, ...]
    """Actors it reaches, where they took it up."""
    data_types: tuple[Id, ...] = ()
    """view: what can be looked up."""
    coverage: Share
    """Share of citizens and holders for whom it works."""
    find: Duration | None = None
    """Time until the right person has a request."""
    answer: Duration | None = None
    """Time until the answer, where a person answers."""
    structured: Share | None = None
    """tool: share answered by machine."""
    machine_answer: Duration | None = None
    """tool: time until the answer by machine."""
    minutes: Duration | None = None
    """Work of the asker per holder, instead of searching."""
    holder_minutes: Duration | None = None
    """Extra work at the holder per contact."""
    knows_all: tuple[Id, ...] = ()
    """contact: actors that the contact person knows of as a matter of course."""
    channel: Id
    """How it travels."""
    seen_by_citizen: YesNo = False
    """view, tool: whether the citizen can see what was shared, whatever the channel."""
    because: Words | None = None
    """Why it is modelled so."""
