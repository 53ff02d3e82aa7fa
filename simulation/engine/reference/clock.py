"""SimPy's part: the clock. One process sleeps from one day on which something is due to the next and plays it.

A day is played minute by minute; a SimPy event for each minute would cost as much as all that is done in it.
"""

from collections.abc import Callable, Generator
from heapq import heappop, heappush

import simpy

DAY = 24 * 60
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
        env.process(self._days(env, play_minute))
        env.run()

    def _days(self, env: simpy.Environment, play_minute: Callable[[], None]) -> Generator[simpy.Timeout, None, None]:
        """Sleep up to the next minute at which something is due, then play all that is due on that day."""
        minutes = self._minutes
        play_minute()
        while minutes:
            yield env.timeout(minutes[0] - env.now)
            midnight = (minutes[0] // DAY + 1) * DAY
            while minutes and minutes[0] < midnight:
                self.now = heappop(minutes)
                play_minute()
