"""What those concerned want of a course, today and together in the future."""

from enum import StrEnum

from simulation.model.text import Id, Text, Words
from simulation.values.base import Frozen


class GoalKind(StrEnum):
    """Whose goal it is, in the order they are shown."""

    CITIZEN = "citizen"
    PROFESSIONAL = "professional"
    POLITICAL = "political"
    LEGAL = "legal"
    SHARED_FUTURE = "shared_future"
    """Agreed between the actors for a To-Be."""


class Goal(Frozen):
    """One goal. It moves no number; documents show it."""

    kind: GoalKind
    """Whose goal it is."""
    text: Text
    """The goal in one sentence."""
    actor: Id | None = None
    """Actor that has it, where one does."""
    source: Id | None = None
    """Where it is said."""
    where: Words | None = None
    """Place in the source."""
    because: Words | None = None
    """Why it is listed, where no source says it, or in whose words."""
