"""What is true of a citizen between contacts, and what each actor knows of it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from simulation.population.contact_plans import NeedPlan


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


class Wanted(NamedTuple):
    """A need of a contact and the matters of one citizen that it asks for."""

    need: NeedPlan
    matters: list[int]
    """Those of others that exist, or the one there is; at least one."""
    of_holders: bool
    """Whether each holder has its own, so that nobody knows how many there are."""


@dataclass(slots=True)
class Picture:
    """What is true of a citizen between contacts, and what each actor knows of it."""

    law: list[list[list[list[int]]]]
    """What the law says to the citizen's persona, by purpose, giver, receiver and data type."""
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
    knows: list[dict[int, Known]]
    """By actor: matter to what is known of it."""
    exists: list[int]
    """Matters that exist for the citizen."""
    is_there: list[bool]
    """The same by matter."""
    tells: list[bool]
    """By matter: whether the citizen remembers and willingly tells of it."""
    coming: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """Contact that comes back (step) to (minute, number) of those still to come, the next one last."""
    of_others: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    """(actor, data type) to the matters of it that are not the actor's own."""
    wanted: dict[int, list[Wanted]] = field(default_factory=dict)
    """Contact (step) to its needs that ask for something."""
    asked_at: dict[tuple[int, int], int] = field(default_factory=dict)
    """(actor, data type) to the minute when all of it was last asked for."""
    told_of: set[tuple[int, int, int]] = field(default_factory=set)
    """(actor, life event, turn) that were told on."""
