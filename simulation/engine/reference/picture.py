"""What is true of a citizen between contacts, and what each actor knows of it."""

from dataclasses import dataclass, field
from typing import Final

from simulation.population.contact_plans import NeedPlan

NUMBER: Final = 16
"""Bits for the number of a contact."""


class Known:
    """What an actor knows of one matter."""

    __slots__ = ("as_of", "channel", "flow", "giver", "is_live", "version")

    def __init__(self, version: int, as_of: int, giver: int, channel: int, *, is_live: bool = False) -> None:
        """Tell what it is."""
        self.version = version
        self.as_of = as_of
        """Minute at which it was true for sure."""
        self.giver = giver
        """Who told; the actor itself where it saw, -1 the citizen."""
        self.channel = channel
        """How it came; -1 by own eyes or from the citizen."""
        self.is_live = is_live
        """Whether it is shown as it is now."""
        self.flow = -1
        """Place of the flow that shows it, or -1."""


class Wanted:
    """A need of a contact and the matters of one citizen that it asks for."""

    __slots__ = ("data_type", "matters", "of_holders", "oldest", "side", "sooner", "states")

    def __init__(self, need: NeedPlan, matters: list[int], *, of_holders: bool) -> None:
        """Tell what it is; `NeedPlan` tells what the need's own attributes are."""
        self.data_type = need.data_type
        self.oldest = need.oldest
        self.side = need.side
        self.states = need.states
        self.sooner = need.sooner
        self.matters = matters
        """Those of others that exist, or the one there is, in order; at least one."""
        self.of_holders = of_holders
        """Whether each holder has its own, so that nobody knows how many there are."""


@dataclass(slots=True)
class Picture:
    """What is true of a citizen between contacts, and what each actor knows of it."""

    law: list[bytes]
    """What the law says to the citizen's persona by purpose: of giver, receiver and data type, one after another."""
    state: list[int]
    """State of each side of life."""
    turns: list[int]
    """Minutes at which life events may change states, known before time starts."""
    states: list[tuple[int, ...]]
    """States before, between and after these minutes; one longer."""
    version: list[int]
    """How often each matter has changed."""
    was: list[list[tuple[int, ...]]]
    """For each matter the states of life at each of its versions."""
    cause: list[tuple[int, int]]
    """Life event and turn that made the present version of each matter; (-1, -1) at opening."""
    knows: list[list[Known | None]]
    """What is known, by actor and matter."""
    knowing: list[int]
    """By matter the actors (bits) that know its present version."""
    asked_at: list[list[int]]
    """Minute when all of a data type was last asked for, by actor and data type; -1 never."""
    exists: list[int]
    """Matters that exist for the citizen."""
    is_there: list[bool]
    """The same by matter."""
    tells: list[bool]
    """By matter: whether the citizen remembers and willingly tells of it."""
    coming: list[list[int]]
    """By step the contacts that come back and are still to come, the next one last: minute << NUMBER and number."""
    efforts: list[list[int] | None]
    """By actor the matters that are efforts of others, once they have been asked for."""
    wanted: list[list[Wanted] | None]
    """By contact (step) its needs that ask for something, once they have been asked for."""
    told_of: set[tuple[int, int, int]] = field(default_factory=set)
    """(actor, life event, turn) that were told on."""
