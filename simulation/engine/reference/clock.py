"""SimPy's part: the clock. One process sleeps from one minute at which something is due to the next and plays it."""

from collections.abc import Callable, Generator
from heapq import heappop, heappush

import simpy

Fact = tuple[int, int, int, int, int, int, int]
"""(rank, citizen, step, attempt, request, what, row that made it possible): the order facts are applied in."""


class Clock:
    """Keeps what is due at each minute."""

    def __init__(self, horizon: int) -> None:
        """Start at minute 0; nothing from the horizon on is kept."""
        self.horizon = horizon
        self.now = 0
        self.facts: dict[int, list[Fact]] = {}
        """By minute the facts that nobody has taken yet."""
        self._minutes: list[int] = []

    def post(self, minute: int, fact: Fact) -> None:
        """Make a fact due at a minute, now or later."""
        waiting = self.facts.get(minute)
        if waiting is not None:
            waiting.append(fact)
        elif minute < self.horizon:
            self.facts[minute] = [fact]
            if minute > self.now:
                heappush(self._minutes, minute)

    def due(self) -> list[Fact]:
        """Take the facts of this minute that nobody has taken yet."""
        return self.facts.pop(self.now, [])

    def run(self, play_minute: Callable[[], None]) -> None:
        """Play every minute at which something is due, until nothing is left."""
        env = simpy.Environment()
        env.process(self._rounds(env, play_minute))
        env.run()

    def _rounds(self, env: simpy.Environment, play_minute: Callable[[], None]) -> Generator[simpy.Timeout, None, None]:
        play_minute()
        while self._minutes:
            minute = heappop(self._minutes)
            yield env.timeout(minute - self.now)
            self.now = minute
            play_minute()
