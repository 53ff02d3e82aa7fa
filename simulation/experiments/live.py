"""Comparisons that are played while somebody looks: the first replications at once, sharper ones as they come.

One `LiveRuns` serves everybody who looks. It never waits: whoever asks gets what there is now.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from math import inf
from threading import RLock
from typing import Any, Protocol, TypeAlias

from simulation.experiments.asked import Asked
from simulation.experiments.live_jobs import (
    Digests,
    Failure,
    ResultOf,
    count,
    failure_of,
    fresh_scenario,
    live_processes,
    play_one,
    warm_up,
)
from simulation.experiments.many import Design
from simulation.measures.measured import Measured
from simulation.values.cannot_run import CannotRun
from simulation.values.faults import WrongData

STEPS = (2, 8)
"""Replications after which the result is made anew; the last time when all are there."""
IDLE_SECONDS = 20.0
"""A comparison that nobody has asked for as long plays no further replication until somebody asks again."""
MOST_KEPT = 720
"""Replications of one scenario that are kept; a comparison of three scenarios needs 60."""
MOST_RUNS = 24
"""Comparisons whose results are kept."""

Key: TypeAlias = tuple[tuple[Asked, str], tuple[Asked, str], int, int, int]
"""First scenario and scenario (each with its hash), seed, citizens, number of the replication."""


@dataclass(frozen=True)
class Snapshot:
    """What there is of a comparison now."""

    name: str
    """Names the result: what was asked, of which files, and how many replications count."""
    done: int
    """Replications that have been played."""
    wanted: int
    result: dict[str, Any] | None = None
    """The result object (docs/results_format.md) of the first replications; None before there are two."""
    counted: int = 0
    """Replications in the result."""
    failure: Failure | None = None
    """Why it goes no further."""

    @property
    def is_final(self) -> bool:
        """Return whether nothing more will come."""
        return self.failure is not None or self.counted >= self.wanted


class Live(Protocol):
    """Who answers with what there is of a comparison."""

    def ask(self, design: Design, *, again: bool = False) -> Snapshot:
        """Return what there is now, of the files as they are now."""

    def look(self, design: Design) -> Snapshot:
        """Return what there is now, of the files as they were when last asked."""

    def leave(self, design: Design) -> None:
        """Play nothing further for who asked, unless somebody else looks."""


@dataclass
class Run:
    """One comparison that was asked for."""

    design: Design
    digests: Digests
    asked_at: float
    in_flight: set[int] = field(default_factory=set)
    """Replications that are being played."""
    result: dict[str, Any] | None = None
    counted: int = 0
    is_counting: bool = False
    failure: Failure | None = None

    @property
    def numbers(self) -> range:
        """Return the numbers of its replications."""
        return range(self.design.first, self.design.first + self.design.replications)

    def keys(self, number: int) -> list[Key]:
        """Return under what the measures of one replication are kept, by scenario."""
        named = list(zip(self.design.asked, self.digests, strict=True))
        return [(named[0], one, self.design.seed, self.design.citizens, number) for one in named]

    def ready(self, in_order: int) -> int:
        """Return how many replications a result may be made of when so many are there from the first on."""
        steps = (*(step for step in STEPS if step < self.design.replications), self.design.replications)
        return max((step for step in steps if step <= in_order), default=0)


class LiveRuns:
    """Plays comparisons in processes of its own, for everybody who asks.

    A process keeps the citizens and the luck of what it has played, so each has numbers of replications that it plays
    first; another plays them only where it has nothing else to do.
    """

    def __init__(
        self,
        result_of: ResultOf,
        workers: int,
        *,
        first: Sequence[Asked] = (),
        pool: Callable[[int], Executor] = live_processes,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start the processes.

        Args:
            result_of: makes the result object of measures; a function that another process can import.
            workers: how many processes play.
            first: scenarios that each process reads at once, before anybody asks for them.
            pool: makes an executor of so many processes.
            now: seconds that never run backwards.
        """
        self._result_of, self._workers, self._make_pool, self._now = result_of, workers, pool, now
        self._lock = RLock()
        self._runs: OrderedDict[tuple[Design, Digests], Run] = OrderedDict()
        self._read: dict[Design, Digests] = {}
        self._kept: OrderedDict[Key, Measured] = OrderedDict()
        self._is_closed = False
        self._pools = [pool(1) for _ in range(workers)]
        self._free = set(range(workers))
        """Places of the processes that have nothing to do."""
        for one in self._pools:
            one.submit(warm_up, tuple(first))

    def ask(self, design: Design, *, again: bool = False) -> Snapshot:
        """Return what there is of a comparison now, and see to it that there will be more.

        Args:
            design: what is compared; all with the same citizens and luck.
            again: try once more what failed before.
        """
        try:
            digests = tuple(fresh_scenario(asked).sha256 for asked in design.asked)
        except (WrongData, CannotRun) as why:
            return Snapshot("", 0, design.replications, failure=why)
        with self._lock:
            self._read[design] = digests
            run = self._run(design, digests)
            if again:
                run.failure = None
        return self.look(design)

    def look(self, design: Design) -> Snapshot:
        """Return what there is of a comparison that was asked for, without reading its files again."""
        with self._lock:
            digests = self._read.get(design)
            if digests is None:
                return Snapshot("", 0, design.replications)
            run = self._run(design, digests)
            run.asked_at = self._now()
            self._feed()
            there = sum(self._has(run, number) for number in run.numbers)
            name = sha256(repr((design, digests, run.counted)).encode()).hexdigest()
            done = max(run.counted, there)
            return Snapshot(name, done, design.replications, run.result, run.counted, run.failure)

    def leave(self, design: Design) -> None:
        """Play nothing further of a comparison until somebody asks for it or looks at it again."""
        with self._lock:
            run = self._runs.get((design, self._read.get(design, ())))
            if run is not None:
                run.asked_at = -inf

    def close(self) -> None:
        """Play nothing further; the processes end when they have played what they play."""
        with self._lock:
            self._is_closed = True
        for one in self._pools:
            one.shutdown(wait=False, cancel_futures=True)

    def _run(self, design: Design, digests: Digests) -> Run:
        run = self._runs.setdefault((design, digests), Run(design, digests, self._now()))
        self._runs.move_to_end((design, digests))
        while len(self._runs) > MOST_RUNS:
            (gone, _), _ = self._runs.popitem(last=False)
            self._read.pop(gone, None)
        return run

    def _has(self, run: Run, number: int) -> bool:
        return all(key in self._kept for key in run.keys(number))

    def _feed(self) -> None:
        """Give free processes work, results before further replications."""
        while self._free and not self._is_closed:
            place = min(self._free)
            if not any(self._begin(run, place) for run in self._wanted()):
                return

    def _wanted(self) -> list[Run]:
        """Return who waits: first numbers for everybody before sharper ones for anybody, who asked last first."""
        since = self._now() - IDLE_SECONDS
        active = [run for run in self._runs.values() if run.failure is None and run.asked_at >= since]
        return sorted(active, key=lambda run: (run.counted > 0, -run.asked_at))

    def _begin(self, run: Run, place: int) -> bool:
        """Let a process begin with what a comparison needs next; return whether there was anything."""
        if run.counted >= run.design.replications:
            return False
        there = [self._has(run, number) for number in run.numbers]
        ready = run.ready([*there, False].index(False))
        if ready > run.counted and not run.is_counting:
            self._count(run, place, ready)
            return True
        missing = (number for number, is_there in zip(run.numbers, there, strict=True) if not is_there)
        left = [number for number in missing if number not in run.in_flight]
        if left:
            own = (number for number in left if number % self._workers == place)
            self._play(run, place, next(own, left[0]))
        return bool(left)

    def _count(self, run: Run, place: int, ready: int) -> None:
        run.is_counting = True
        keys = [run.keys(number) for number in run.numbers[:ready]]
        measured = [[self._kept[key] for key in scenario] for scenario in zip(*keys, strict=True)]

        def ended(result: dict[str, Any] | None) -> None:
            run.is_counting = False
            if result is not None:
                run.result, run.counted = result, ready

        design = replace(run.design, replications=ready)
        self._submit(run, place, ended, count, self._result_of, design, run.digests, measured)

    def _play(self, run: Run, place: int, number: int) -> None:
        """Play one scenario of a replication; who asks meanwhile waits for no other."""
        run.in_flight.add(number)
        keys = run.keys(number)
        which = next(which for which, key in enumerate(keys) if key not in self._kept)

        def ended(found: Measured | None) -> None:
            run.in_flight.discard(number)
            if found is not None:
                self._kept[keys[which]] = found
            for key in keys:
                if key in self._kept:
                    self._kept.move_to_end(key)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)

        self._submit(run, place, ended, play_one, run.design, run.digests, number, which)

    def _submit(
        self, run: Run, place: int, ended: Callable[[Any], None], work: Callable[..., Any], *arguments: object
    ) -> None:
        """Give a process work; `ended` gets what came of it, or None."""
        self._free.remove(place)
        try:
            future = self._pools[place].submit(work, *arguments)
        except BrokenProcessPool:
            self._renew(place)
            future = self._pools[place].submit(work, *arguments)
        future.add_done_callback(lambda done: self._take(run, place, ended, done))

    def _take(self, run: Run, place: int, ended: Callable[[Any], None], done: "Future[Any]") -> None:
        with self._lock:
            self._free.add(place)
            if done.cancelled():
                ended(None)
                return
            why = done.exception()
            ended(done.result() if why is None else None)
            if why is not None:
                run.failure = failure_of(why)
            self._feed()

    def _renew(self, place: int) -> None:
        """Begin with a new process where one was ended from outside."""
        with suppress(RuntimeError):
            self._pools[place].shutdown(wait=False, cancel_futures=True)
        self._pools[place] = self._make_pool(1)
