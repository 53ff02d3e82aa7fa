"""Single citizens, played while somebody looks: one replication per scenario, in processes of its own."""

import logging
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from threading import RLock
from typing import Generic, TypeVar

from simulation.draws.uniforms import Luck
from simulation.experiments.asked import Asked
from simulation.experiments.live_jobs import fresh_scenario, live_processes, scenario_as_asked, warm_up
from simulation.experiments.replication import Played, played
from simulation.experiments.withdrawing import after_withdrawal
from simulation.values.cannot_run import CannotRun
from simulation.values.faults import WrongData
from simulation.values.wording import Lang

CITIZENS = 24
"""Observed citizens: so many that every persona of the shipped courses is among them."""
SEED = 1
MOST_KEPT = 32
"""Scenarios and languages that are kept."""

Shown = TypeVar("Shown")
Key = tuple[Asked, str, Lang]


@dataclass(frozen=True)
class CaseSnapshot(Generic[Shown]):
    """What there is of one scenario's citizens now."""

    found: Shown | None = None
    failure: WrongData | CannotRun | None = None
    """Why there will be nothing."""


class CaseRuns(Generic[Shown]):
    """Plays scenarios when they are asked for and keeps what came of it; it never waits."""

    def __init__(self, shown_of: Callable[[Played, Lang], Shown], workers: int) -> None:
        """Start the processes.

        Args:
            shown_of: makes of a replication what is shown of it; runs in the processes.
            workers: processes to play in.
        """
        self._shown_of, self._workers = shown_of, workers
        self._lock = RLock()
        self._kept: OrderedDict[Key, Future[Shown]] = OrderedDict()
        self._pool = live_processes(workers)
        for _ in range(workers):
            self._pool.submit(warm_up)

    def ask(self, asked: Asked, lang: Lang, *, again: bool = False) -> CaseSnapshot[Shown]:
        """Return what there is of a scenario now, and see to it that it is played.

        Args:
            asked: the scenario.
            lang: language of what is shown.
            again: try once more what failed before.
        """
        try:
            key = asked, fresh_scenario(asked).sha256, lang
        except (WrongData, CannotRun) as why:
            return CaseSnapshot(failure=why)
        with self._lock:
            if again and key in self._kept and _has_failed(self._kept[key]):
                del self._kept[key]
            future = self._kept.get(key) or self._begin(key)
            self._kept[key] = future
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return _snapshot(future)

    def close(self) -> None:
        """Play nothing further; the processes end when they have played what they play."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _begin(self, key: Key) -> "Future[Shown]":
        try:
            return self._submit(self._pool, key)
        except BrokenProcessPool:
            self._pool = live_processes(self._workers)
            return self._submit(self._pool, key)

    def _submit(self, pool: ProcessPoolExecutor, key: Key) -> "Future[Shown]":
        asked, version, lang = key
        return pool.submit(partial(play_and_show, self._shown_of, asked, version, lang))


def _has_failed(future: "Future[Shown]") -> bool:
    return future.done() and future.exception() is not None


def _snapshot(future: "Future[Shown]") -> CaseSnapshot[Shown]:
    if not future.done():
        return CaseSnapshot()
    why = future.exception()
    if why is None:
        return CaseSnapshot(future.result())
    if isinstance(why, WrongData | CannotRun):
        return CaseSnapshot(failure=why)
    logging.getLogger(__name__).error("a case could not be played", exc_info=why)
    fault = CannotRun("a fault of the program; its log says more", "en fejl i programmet; dets log siger mere")
    return CaseSnapshot(failure=fault)


def play_and_show(shown_of: Callable[[Played, Lang], Shown], asked: Asked, digest: str, lang: Lang) -> Shown:
    """Play one replication and return what is shown of it."""
    found = _played(replace(asked, withdrawn=None), digest)
    if asked.withdrawn is not None:
        found = after_withdrawal(found, asked.withdrawn)
    return shown_of(found, lang)


@lru_cache(maxsize=4)
def _played(asked: Asked, digest: str) -> Played:
    return played(scenario_as_asked(asked, digest), Luck(SEED, 0), CITIZENS)


def shown_now(shown_of: Callable[[Played, Lang], Shown], asked: Asked, lang: Lang) -> Shown:
    """Play one replication here and return what is shown of it: the same citizens as in the app.

    Raises:
        WrongData: With all faults of the scenario.
        CannotRun: When it cannot be played.
    """
    return play_and_show(shown_of, asked, fresh_scenario(asked).sha256, lang)
