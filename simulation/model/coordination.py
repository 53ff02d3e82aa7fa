"""Continuous coordination: what is asked and shown between contacts, when there is no single gathering."""

from typing import Literal

from simulation.model.amounts import Duration, Length, Share, ShareWithMiddle
from simulation.model.text import Id, SomeIds, Text, Words, YesNo
from simulation.values.base import Frozen


class Phone(Frozen):
    """Calling somebody before or during a contact."""

    answered: Share
    """Share of calls answered the same day."""
    minutes: Duration
    """Work of the caller."""
    giver_minutes: Duration
    """Work of who answers."""
    channel: Id
    """How it travels."""


class Pause(Frozen):
    """A contact is left out while the professional knows that the citizen is in such a state."""

    side: Id
    """Side of life."""
    states: SomeIds
    """States in which a contact would be in vain."""
    known_from: Id
    """Data type from which the professional knows."""
    at_most: Length | None = None
    """Oldest knowledge that keeps a contact out; what is older is asked for anew, and does not hinder where not had."""


class Coordination(Frozen):
    """Settings of a course with regular contacts instead of one gathering."""

    purpose: Id
    """What is shared for; the legal basis depends on it."""
    run_in: Length
    """Time after opening that results leave out: nobody knows anything at first."""
    efforts: SomeIds
    """Data types that say which efforts there are and when; what one looks for to find out about others."""
    condition: SomeIds
    """Data types that say how the citizen is."""
    phone: Phone
    """Calling a holder one knows of."""
    pauses: Pause | None = None
    """When contacts that come back are left out: in vain where the state holds and is not known. Not for contacts that
    take place in states of the same side of life."""
    asking: Duration
    """Minutes of asking the citizen."""
    asks_again: Length
    """Time after which the citizen is asked again for what was not told."""
    unclear: dict[Id, ShareWithMiddle] = {}
    """Giver to share of its calls that are hard to understand and have to be clarified."""
    clarifying: Duration
    """Minutes of clarifying."""
    hours_mark: Length | None = None
    """Coordination per professional and month to compare with, such as what professionals report; never an input."""


class Flow(Frozen):
    """A way by which receivers learn what givers know at first hand, without asking at each contact."""

    title: Text
    """What it is called."""
    way: Literal["view", "push", "thread"]
    """view: shown in the receiver's system; push: told when it changes; thread: asked in writing, answered later."""
    givers: SomeIds
    """Actors whose knowledge travels, where they took it up."""
    receivers: SomeIds
    """Actors that learn, where they took it up."""
    data_types: SomeIds
    """What travels."""
    coverage: Share
    """Share of citizens and pairs for whom it works."""
    delay: Duration
    """view, push: until it can be seen; thread: until the answer."""
    minutes: Duration | None = None
    """Work of the receiver: looking once at a contact, reading one message, asking one question."""
    giver_minutes: Duration | None = None
    """Work of the giver: registering one change, answering one question."""
    read_at_once: YesNo = False
    """push: known when it arrives; else when the receiver's office is next open."""
    channel: Id
    """How it travels."""
    purpose: Id | None = None
    """What it is shared for; the course's own where left out."""
    because: Words | None = None
    """Why it is modelled so."""
