"""Scenarios with inputs moved to an end of what is believed of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from simulation.draws.believed import with_believed
from simulation.model.world import World
from simulation.reading.quantities import is_quantity
from simulation.reading.scenario import Scenario
from simulation.reading.tree import Plain, walk
from simulation.values.quantity import Evidence, Quantity

ROOMS = (
    "steps",
    "gathering",
    "actors",
    "roles",
    "data_types",
    "sharing",
    "personas",
    "life",
    "channels",
    "profile",
    "uptake",
)


def moved_scenario(scenario: Scenario, moves: tuple[tuple[str, str], ...]) -> Scenario:
    """Return a scenario whose worlds have the quantities of each pattern at the low or high end."""

    def reshape(raw: dict[str, Any]) -> dict[str, Any]:
        for pattern, end in moves:
            changed = moved(raw, pattern.split("."), end)
            raw = changed if isinstance(changed, dict) else raw
        return raw

    return replace(scenario, reshape=reshape, world=World.model_validate(reshape(plain(scenario))), _worlds={})


def plain(scenario: Scenario) -> dict[str, Any]:
    """Return the plain values of a scenario's world."""
    return dict(scenario.tree.value) if isinstance(scenario.tree.value, dict) else {}


def moved(value: Plain, pattern: list[str], end: str) -> Plain:
    """Return plain values with the quantities that a pattern fits moved to an end of what is believed of them."""
    if not pattern:
        quantity = with_believed(Quantity.model_validate(value), "low" if end == "low" else "high")
        found: Plain = quantity.model_dump(mode="json", exclude_none=True)
        return found
    if not isinstance(value, dict):
        return value
    first, *rest = pattern
    hits = value if first == "*" else {first}
    return {
        key: moved(part, rest, end) if key in hits and (rest or is_quantity(part)) else part
        for key, part in value.items()
    }


def uncertain_inputs(scenario: Scenario) -> tuple[str, ...]:
    """Return the patterns of all estimated and assumed inputs that have a range, in order."""
    found = {grouped(path) for path, quantity in quantities(scenario) if is_uncertain(quantity)}
    return tuple(sorted(found))


def quantities(scenario: Scenario) -> Iterator[tuple[tuple[str | int, ...], Quantity]]:
    """Yield the path and value of every quantity that the model draws from."""
    for path, value in walk(scenario.tree.value):
        if path and path[0] in ROOMS and is_quantity(value) and str(path[-1]) not in NO_INPUT:
            yield path, Quantity.model_validate(value)


NO_INPUT = ("mark", "cost_per_hour", "fee", "inhabitants", "weight")
"""Quantities that change no course: costs, sizes and lengths to compare with."""


def is_uncertain(quantity: Quantity) -> bool:
    """Return whether a quantity is estimated or assumed and has a range to move in."""
    numbers = quantity.numbers()
    has_range = len(numbers) > 1 or "mean" in numbers
    return quantity.kind in (Evidence.ESTIMATED, Evidence.ASSUMED) and has_range


def grouped(path: tuple[str | int, ...]) -> str:
    """Return the pattern of a path; the same key of all personas is one pattern."""
    parts = [str(part) for part in path]
    if parts[0] == "personas":
        parts[1] = "*"
    return ".".join(parts)
