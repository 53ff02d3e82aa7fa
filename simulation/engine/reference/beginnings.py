"""How the cases of a persona begin: which steps there are, and what they wait for."""

from typing import NamedTuple

from simulation.engine.reference.state import State
from simulation.population.inputs import Inputs


class Begins(NamedTuple):
    """How the cases of a persona begin."""

    goes_through: frozenset[int]
    then: list[tuple[int, ...]]
    """Steps after each step, of those they go through."""
    after: list[tuple[int, ...]]
    """Steps before each step, of those they go through."""
    state: list[int]
    missing: list[int]
    """Unresolved steps before each step."""
    first: list[int]
    """Steps to be looked at."""


def begins(inputs: Inputs, goes_through: frozenset[int]) -> Begins:
    """Return how a case begins that goes through these steps; what waits for a life event is passed over."""
    state: list[int] = [
        State.PASSED if plan.on >= 0 and plan.contact is None else State.WAITING for plan in inputs.steps
    ]
    waited_for = {step for step in goes_through if state[step] == State.WAITING}
    missing = [len(waited_for & set(plan.after)) + (plan.booked_by >= 0) for plan in inputs.steps]
    then = [tuple(step for step in plan.then if step in goes_through) for plan in inputs.steps]
    after = [tuple(step for step in plan.after if step in goes_through) for plan in inputs.steps]
    first = [step for step in sorted(waited_for) if missing[step] == 0]
    return Begins(goes_through, then, after, state, missing, first)
