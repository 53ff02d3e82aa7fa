"""The citizen's life: parallel states, the events that change them, and what an event sets going."""

from typing import Literal

from simulation.model.amounts import Duration, FactorWithMiddle, OneShare, Rate, Share
from simulation.model.text import Id, SomeIds, Text, Times
from simulation.values.base import Frozen


class StateOfLife(Frozen):
    """One side of the citizen's life, in one of several states at any time."""

    title: Text
    """What it is called."""
    states: dict[Id, Text]
    """The states, by id."""
    first: Id
    """State at opening, where a persona gives none of its own."""


class Ahead(Frozen):
    """A notice that comes some time before an event."""

    of: Id
    """Life event it announces; one that happens a time after a state was entered."""
    by: Duration
    """How long before; no earlier than that state was entered."""


class Forgetting(Frozen):
    """What leaves with a person or a place: items known to these actors are lost."""

    actors: SomeIds
    """Actors that lose what they know of others."""
    share: Share
    """Share of items lost."""


class LifeEvent(Frozen):
    """Something that happens to the citizen. It is drawn once and is the same in every scenario."""

    title: Text
    """What happens."""
    rate: Rate | None = None
    """How often per year while it can happen; a persona may give its own. One of rate, after and ahead is given."""
    after: Duration | None = None
    """Time from when it can happen until it does."""
    ahead: Ahead | None = None
    """Happens some time before another event."""
    chance: OneShare | None = None
    """With `after`: share of times that it happens at all; a persona may give its own in `chances`."""
    during: dict[Id, SomeIds] = {}
    """States in which it can happen."""
    becomes: dict[Id, Id] = {}
    """States that it leads to."""
    faster: dict[Id, dict[Id, FactorWithMiddle]] = {}
    """State to factor on the rate, by side of life."""
    at_most: Times
    """How often at most while a case is followed."""
    adds_tag: Id | None = None
    """Tag the citizen carries from then on."""
    changes: dict[Id, tuple[Id, ...]] = {}
    """Data types that are no longer what they were; with holders, where each has its own, all where none is named."""
    seen_by: tuple[Id, ...] = ()
    """Actors that see it with their own eyes, where involved."""
    forgets: Forgetting | None = None
    """What is no longer known to those who knew it."""
    withdraws: tuple[Id, ...] = ()
    """Domains that the citizen takes out of the consent from then on."""
    basis: Literal["documented", "reasoned"]
    """Whether a source says that it happens."""


class Telling(Frozen):
    """Who tells whom of an event, once seen with own eyes."""

    by: Id
    """Actor that tells."""
    actors: SomeIds
    """Actors that should know; only those involved can be told."""
    data_types: SomeIds
    """What is told."""
    chance: Share
    """Share of events of which an actor is told."""
    delay: Duration
    """Time until it is known."""
    channel: Id
    """How it travels."""
    purpose: Id | None = None
    """What it is told for; the legal basis depends on it. The course's own where left out."""
    minutes: Duration | None = None
    """Work of telling one actor."""


class Reaction(Frozen):
    """What a life event sets going."""

    on: Id
    """Life event."""
    also_on: tuple[Id, ...] = ()
    """Further life events that it follows in the same way."""
    starts: tuple[Id, ...] = ()
    """Steps with the same `on` that are asked for."""
    changes_person: tuple[Id, ...] = ()
    """Roles whose person on the case changes."""
    only_before: Id | None = None
    """Only while this step has not started."""
    tells: tuple[Telling, ...] = ()
    """Who is told by whom."""
