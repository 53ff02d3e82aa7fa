"""What the processes behind live comparisons do: read scenarios, play what is missing, count."""

import gc
import logging
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import lru_cache
from multiprocessing import get_context
from typing import Any, TypeAlias

from simulation.draws.uniforms import Luck
from simulation.engine.playing import play
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.many import Design, moved_by
from simulation.experiments.processes import watch_who_asked
from simulation.experiments.replication import Prepared, prepared
from simulation.measures.measured import Measured, measure
from simulation.population.uncollected import uncollected
from simulation.reading.scenario import Scenario
from simulation.reading.shipped import is_path
from simulation.values.cannot_run import CannotRun
from simulation.values.faults import WrongData

Digests: TypeAlias = tuple[str, ...]
"""Hash of each scenario of a design."""
GIVES_WAY = 5
"""How much a process that plays gives way to the page and to the browser beside it."""
MOST_PREPARED = max(2, 48 // (os.cpu_count() or 1))
"""Replications whose citizens and luck a process keeps, 10 to 20 megabytes each: all processes together about 48."""
Failure: TypeAlias = WrongData | CannotRun
"""Why something could not be played."""
ResultOf: TypeAlias = Callable[[Design, list[list[Measured]]], dict[str, Any]]


def live_processes(most: int) -> ProcessPoolExecutor:
    """Return a pool whose processes end with the one that asked, and leave Ctrl+C to it."""
    return ProcessPoolExecutor(most, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(GIVES_WAY)
    watch_who_asked()


def warm_up(first: Sequence[Asked] = ()) -> None:
    """Read scenarios that will be asked for; a process that is asked for it loads all that playing needs, too."""
    for asked in first:
        scenario_of(asked)


def fresh_scenario(asked: Asked) -> Scenario:
    """Return a scenario as its files are now; shipped ones do not change while a program runs.

    Raises:
        WrongData: With all faults.
    """
    if not any(is_path(name) for name in (asked.name, *asked.more)):
        return scenario_of(asked)
    found = scenario_of.__wrapped__(asked)
    if scenario_of(asked).sha256 != found.sha256:
        scenario_of.cache_clear()
    return scenario_of(asked)


def scenario_as_asked(asked: Asked, digest: str) -> Scenario:
    """Return a scenario with this hash.

    Raises:
        CannotRun: When its files have changed since it was asked for.
    """
    if scenario_of(asked).sha256 != digest:
        scenario_of.cache_clear()
    found = scenario_of(asked)
    if found.sha256 != digest:
        raise CannotRun(
            f"{asked.name} was changed while it was played; ask again",
            f"{asked.name} blev ændret, mens det blev spillet; prøv igen",
        )
    return found


def play_one(design: Design, digests: Digests, number: int, place: int) -> Measured:
    """Play one scenario of one replication and return its measures, equal to those of the whole replication.

    Args:
        design: what is compared.
        digests: hash of each scenario.
        number: number of the replication.
        place: place of the scenario; where it is not the first, the first is prepared and not played.
    """
    scenarios = [scenario_as_asked(asked, digest) for asked, digest in zip(design.asked, digests, strict=True)]
    first = _first(design.asked[0], digests[0], design.seed, number, design.citizens)
    cast = first.inputs.cast
    with uncollected():
        ready = prepared(scenarios[place], cast.luck, design.citizens, cast) if place else first
        found = measure(ready.world, ready.inputs, play(ready.inputs.for_measures()))
        found = replace(found, touched=moved_by(first, ready)) if place else found
    cast.forget()
    return found


@lru_cache(maxsize=MOST_PREPARED)
def _first(asked: Asked, digest: str, seed: int, number: int, citizens: int) -> Prepared:
    """Return what the others of a replication are compared with, kept with all luck that was turned into numbers.

    Whoever moves a slider asks for the same citizens and the same luck again and again; only what was moved is new.
    """
    found = prepared(scenario_as_asked(asked, digest), Luck(seed, number), citizens)
    gc.freeze()  # it stays, so nobody need look through it for garbage
    return found


def count(result_of: ResultOf, design: Design, digests: Digests, measured: list[list[Measured]]) -> dict[str, Any]:
    """Return the result object of measures."""
    for asked, digest in zip(design.asked, digests, strict=True):
        scenario_as_asked(asked, digest)
    return result_of(design, measured)


def failure_of(why: BaseException) -> Failure:
    """Return why something could not be played, as a sentence; a fault of the program is logged with its trace."""
    if isinstance(why, WrongData | CannotRun):
        return why
    if isinstance(why, BrokenProcessPool):
        return CannotRun(
            "a process that played was ended from outside, perhaps for want of memory",
            "en proces, der spillede, blev standset udefra, måske fordi der manglede hukommelse",
        )
    logging.getLogger(__name__).error("a live comparison failed", exc_info=why)
    return CannotRun("a fault of the program; its log says more", "en fejl i programmet; dets log siger mere")
