"""The uncertain inputs of a scenario as sliders move them: where one stands, how far it is believed to go."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from simulation.draws.believed import UNSURE
from simulation.experiments import screening
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.believed import grouped, is_uncertain, quantities
from simulation.reading import shipped
from simulation.reading.change_list import Verb
from simulation.reading.scenario import AS_IS
from simulation.values.quantity import Evidence, Quantity, Unit

SOURCE = "workshop"
"""The source of what people in a room say."""
DIGITS = 6


@dataclass(frozen=True)
class UncertainInput:
    """One estimated or assumed input that can be moved.

    An input of every persona is moved for all of them at once: it stands at 0, and -1 and 1 are the ends of what is
    believed of each.
    """

    pattern: str
    """Its path; `*` stands for every persona."""
    parts: tuple[tuple[str, Quantity], ...]
    """(path, quantity) of each number that it moves."""
    now: float
    low: float
    high: float

    @property
    def first(self) -> Quantity:
        """Return its quantity, the first of several."""
        return self.parts[0][1]

    @property
    def is_shared(self) -> bool:
        """Return whether it is one input of every persona."""
        return "*" in self.pattern

    def settings(self, value: float, because: str) -> tuple[tuple[str, str], ...]:
        """Return what must be set, as (path, YAML), to move it there.

        Args:
            value: between `low` and `high`.
            because: why, as it stands behind the number.
        """
        return tuple(
            (path, _yaml(moved(one, _between(one, value) if self.is_shared else value), because))
            for path, one in self.parts
        )


@dataclass(frozen=True)
class Ranking:
    """Which inputs matter most, as a stored screening says."""

    patterns: tuple[str, ...]
    """The most moving first."""
    state: str
    """`fresh`, `outdated` or `none`."""
    command: str
    """Makes and stores the screening."""


@lru_cache(maxsize=8)
def inputs_of(name: str) -> dict[str, UncertainInput]:
    """Return the estimated and assumed inputs of a shipped scenario that have a range, by pattern, in order.

    Raises:
        WrongData: With all faults of the scenario.
    """
    found = [(grouped(path), ".".join(map(str, path)), one) for path, one in quantities(scenario_of(Asked(name)))]
    uncertain = sorted((one for one in found if is_uncertain(one[2])), key=lambda one: one[:2])
    inputs = (
        _input(pattern, tuple((path, one) for _, path, one in group))
        for pattern, group in groupby(uncertain, key=lambda one: one[0])
    )
    return {one.pattern: one for one in inputs if one.low < one.high}


def decided_by(name: str, proposals: Iterable[str]) -> dict[str, str]:
    """Return the inputs that proposals themselves decide, with the id of the proposal: nobody else can set them."""
    changes = scenario_of(Asked(name, tuple(proposals))).proposed
    found: dict[str, str] = {}
    for pattern, one in inputs_of(name).items():
        paths = [tuple(path.split(".")) for path, _ in one.parts]
        for change in changes:
            if any(_excludes(change.verb, change.path, path) for path in paths):
                found[pattern] = change.origin
    return found


def ranking(name: str, proposals: Iterable[str]) -> Ranking:
    """Return which inputs matter most, by the stored screening that fits best.

    That of the difference which just these proposals make; else that of the main measure as it is.

    Args:
        name: the scenario as it is today.
        proposals: ids of the proposals that are on.
    """
    chosen, plain = set(proposals), Asked(name)
    course = name.partition("/")[0]
    fitting = [
        other
        for one in shipped.scenarios_of(course)
        if one != AS_IS
        for other in [Asked(f"{course}/{one}")]
        if chosen and chosen == {found.id for found in scenario_of(other).interventions}
    ]
    command = f"snebold sensitivity {name} --store"
    for asked in (*((plain, one) for one in fitting), (plain,)):
        found, state = screening.stored(asked)
        if found is not None:
            ranked = found.differences(1) if len(asked) > 1 else found.levels(0)
            return Ranking(tuple(pattern for pattern, low, high in ranked if low != high), state, command)
    return Ranking((), "none", command)


def moved(quantity: Quantity, value: float) -> Quantity:
    """Return a quantity with its middle at a value; the ends of its range stay, what has none keeps its shape.

    Args:
        quantity: what stands there.
        value: its new value, most likely value, median or mean, in its unit.
    """
    numbers, form = quantity.numbers(), quantity.form
    if form == "typical":
        largest = 1.0 if quantity.unit is Unit.SHARE else 1e9
        numbers["at_most"] = min(numbers["at_most"] * value / numbers["typical"], largest)
    numbers[form] = value
    rounded = {key: float(f"{number:.{DIGITS}g}") for key, number in numbers.items()}
    return Quantity.model_validate({"unit": quantity.unit, "kind": Evidence.ESTIMATED, "source": SOURCE, **rounded})


def _yaml(quantity: Quantity, because: str) -> str:
    plain = quantity.model_dump(mode="json", exclude_none=True)
    return json.dumps({**plain, "because": because}, ensure_ascii=False)


def _input(pattern: str, parts: tuple[tuple[str, Quantity], ...]) -> UncertainInput:
    if "*" in pattern:
        return UncertainInput(pattern, parts, 0.0, -1.0, 1.0)
    low, now, high = _range(parts[0][1])
    return UncertainInput(pattern, parts, now, low, high)


def _range(quantity: Quantity) -> tuple[float, float, float]:
    """Return the low end, the middle and the high end of what is believed."""
    middle = quantity.number(quantity.form) or 0.0
    low, high = quantity.number("low"), quantity.number("high")
    if low is not None and high is not None:
        return low, middle, high
    largest = 1.0 if quantity.unit is Unit.SHARE else 1e9
    return middle * UNSURE["low"], middle, min(middle * UNSURE["high"], largest)


def _between(quantity: Quantity, position: float) -> float:
    """Return the value at a position from -1, the low end, to 1, the high end."""
    low, middle, high = _range(quantity)
    return middle + position * ((high - middle) if position > 0 else (middle - low))


def _excludes(verb: Verb, changed: tuple[str, ...], path: tuple[str, ...]) -> bool:
    """Return whether a change of one path refuses that another is set."""
    if changed == path:
        return verb is not Verb.SCALE
    shorter = min(len(changed), len(path))
    return changed[:shorter] == path[:shorter]
