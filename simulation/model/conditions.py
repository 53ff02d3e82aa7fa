"""When a step is taken."""

from typing import Literal

from simulation.model.amounts import Duration, Share
from simulation.model.text import Id, SomeIds, Times
from simulation.values.base import Frozen


class Condition(Frozen):
    """All that is given must hold."""

    chance: Share | None = None
    """Share of cases, drawn per case and occurrence."""
    case_types: tuple[Id, ...] = ()
    """One of these case types."""
    not_case_types: tuple[Id, ...] = ()
    """None of these case types."""
    tags: tuple[Id, ...] = ()
    """The persona carries one of these tags."""
    not_tags: tuple[Id, ...] = ()
    """The persona carries none of these tags."""
    decided: dict[Id, SomeIds] = {}
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
    after: Duration | None = None
    """Time before the earlier step is due again."""
    at_most: Times
    """How often it can go back per case."""
    at_cap: Literal["goes_on"] = "goes_on"
    """What happens when that is reached: the course goes on."""


class NoShow(Frozen):
    """The citizen does not come."""

    chance: Share
    """Share of appointments."""
    again_after: Duration
    """Time until the next appointment."""
    at_most: Times
    """After so many the step is done without the citizen."""
    not_for: tuple[Id, ...] = ()
    """Case types held without the citizen."""
