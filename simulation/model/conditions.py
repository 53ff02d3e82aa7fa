"""When a step is taken."""

from simulation.model.text import Id
from simulation.values.base import Frozen
from simulation.values.quantity import Quantity


class Condition(Frozen):
    """All that is given must hold."""

    chance: Quantity | None = None
    """Share of cases, drawn per case and occurrence."""
    case_types: tuple[Id, ...] = ()
    """One of these case types."""
    not_case_types: tuple[Id, ...] = ()
    """None of these case types."""
    tags: tuple[Id, ...] = ()
    """The persona carries one of these tags."""
    not_tags: tuple[Id, ...] = ()
    """The persona carries none of these tags."""
    decided: dict[Id, tuple[Id, ...]] = {}
    """Answers of decide steps, any of the named ones per step."""
    rule_sets: tuple[Id, ...] = ()
    """The scenario runs under one of these rule sets."""
    involves: tuple[Id, ...] = ()
    """The citizen is involved with one of these actors."""


class Again(Frozen):
    """A way back: the course goes back to an earlier step, or does this one again later."""

    back_to: Id
    """Step to go back to; the step itself for a repeated contact."""
    when: Condition
    """When it goes back."""
    after: Quantity | None = None
    """Time before the earlier step is due again."""
    at_most: int
    """How often it can go back per case."""
    at_cap: str = "goes_on"
    """What happens when that is reached; only `goes_on` is known."""


class NoShow(Frozen):
    """The citizen does not come."""

    chance: Quantity
    """Share of appointments."""
    again_after: Quantity
    """Time until the next appointment."""
    at_most: int
    """After so many the step is done without the citizen."""
    not_for: tuple[Id, ...] = ()
    """Case types held without the citizen."""
