"""Many replications of several scenarios with the same luck, serial or in several processes, with the same result."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from simulation.draws.uniforms import Luck
from simulation.engine.playing import play
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.processes import processes
from simulation.experiments.replication import Prepared, prepared
from simulation.measures.measured import Measured, measure
from simulation.population.columns import Flags
from simulation.population.touched import touched

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Design:
    """How often and with which luck scenarios are played."""

    asked: tuple[Asked, ...]
    replications: int = 20
    citizens: int = 100
    """Observed citizens per replication."""
    seed: int = 1
    first: int = 0
    """Number of the first replication."""


def measured_all(design: Design, *, workers: int = 1, progress: Progress = lambda _: None) -> list[list[Measured]]:
    """Return the measures of each scenario, one per replication, in order.

    Raises:
        WrongData: when a scenario is wrong; nothing has been played then.
        CannotRun: when one cannot be played as asked.
    """
    for asked in design.asked:
        scenario_of(asked)
    found: list[list[Measured]] = [[] for _ in design.asked]
    for done, replication in enumerate(each(design, workers), 1):
        for place, measured in enumerate(replication):
            found[place].append(measured)
        progress(done)
    return found


def each(design: Design, workers: int) -> Iterator[list[Measured]]:
    """Yield the measures of all scenarios, replication by replication, in order."""
    numbers = range(design.first, design.first + design.replications)
    if workers <= 1 or design.replications == 1:
        yield from (one(design, number) for number in numbers)
        return
    with processes(min(workers, design.replications)) as pool:
        yield from pool.map(one, [design] * len(numbers), numbers)


@lru_cache(maxsize=1)
def luck_of(seed: int, number: int) -> Luck:
    """Return the luck of a replication; designs that are played in turn with the same one draw it once."""
    return Luck(seed, number, remembers=True)


def one(design: Design, number: int) -> list[Measured]:
    """Play one replication of every scenario with the same citizens and luck."""
    luck = luck_of(design.seed, number)
    first: Prepared | None = None
    found: list[Measured] = []
    for asked in design.asked:
        ready = prepared(scenario_of(asked), luck, design.citizens, first.inputs.cast if first else None)
        measured = measure(ready.world, ready.inputs, play(ready.inputs.for_measures()))
        found.append(measured if first is None else replace(measured, touched=moved_by(first, ready)))
        first = first or ready
    return found


def moved_by(first: Prepared, other: Prepared) -> Flags | None:
    """Return which observed citizens a change touches: all where the course differs; None where other people arrive."""
    cast = first.inputs.cast
    if cast is not other.inputs.cast:
        return None
    if first.structure != other.structure:
        return np.ones(int(cast.observed.sum()), dtype=np.bool_)
    whom: Flags = touched(first.world, first.inputs, other.inputs)[cast.observed]
    return whom
