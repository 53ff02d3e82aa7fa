"""What is true of a citizen between contacts, and what each actor knows of it."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Known:
    """What an actor knows of one matter."""

    version: int
    as_of: int
    """Minute at which it was true for sure."""
    giver: int
    """Who told; the actor itself where it saw, -1 the citizen."""
    channel: int
    """How it came; -1 by own eyes or from the citizen."""
    is_live: bool = False
    """Whether it is shown as it is now."""
    flow: int = -1
    """Place of the flow that shows it, or -1."""


@dataclass(slots=True)
class Picture:
    """What is true of a citizen between contacts, and what each actor knows of it."""

    persona: int
    state: list[int]
    """State of each side of life."""
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
    told: list[bool]
    """By actor: whether the citizen remembers and willingly tells of it."""
    of_others: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    """(actor, data type) to the matters of it that are not the actor's own."""
    asked_at: dict[tuple[int, int], int] = field(default_factory=dict)
    """(actor, data type) to the minute when all of it was last asked for."""
    told_of: set[tuple[int, int, int]] = field(default_factory=set)
    """(actor, life event, turn) that were told on."""
