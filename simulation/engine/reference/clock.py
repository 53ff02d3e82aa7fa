"""SimPy's part: the clock. One process sleeps from one day on which something is due to the next and plays it.

A day is played minute by minute; a SimPy event for each minute would cost as much as all that is done in it.
"""

from bisect import insort
from collections.abc import Callable, Generator
from typing import Final

import simpy

DAY: Final = 24 * 60


class Fact:
    """What comes due in a minute."""

    __slots__ = ("attempt", "citizen", "rank", "request", "row", "step", "what")

    def __init__(
        self, rank: int, what: int, citizen: int, step: int = -1, attempt: int = 0, request: int = 0, row: int = -1
    ) -> None:
        """Tell what it is; the row is the one that made it possible."""
        self.rank = rank
        self.what = what
        self.citizen = citizen
        self.step = step
        self.attempt = attempt
        self.request = request
        self.row = row


def in_turn(fact: Fact) -> tuple[int, int, int, int, int, int, int]:
    """Return the key of the order in which facts of a minute are applied."""
    return fact.rank, fact.citizen, fact.step, fact.attempt, fact.request, fact.what, fact.row


class Clock:
    """Keeps what is due at each minute."""

    def __init__(self, horizon: int) -> None:
        """Start at minute 0; nothing from the horizon on is kept."""
        self.horizon = horizon
        self.now = 0
        self.facts: dict[int, list[Fact]] = {}
        """By minute the facts that nobody has taken yet."""
        self._minutes: list[list[int]] = [[] for _ in range(horizon // DAY + 1)]
        """By day the minutes at which something is due: of today in order, of later days in no order."""
        self._today = -1
        self._next = 0
        """Place of the next minute of today."""

    def post(self, minute: int, fact: Fact) -> None:
        """Make a fact due at a minute, now or later."""
        waiting = self.facts.get(minute)
        if waiting is not None:
            waiting.append(fact)
        elif minute < self.horizon:
            self.facts[minute] = [fact]
            day = minute // DAY
            if day != self._today:
                self._minutes[day].append(minute)
            elif minute > self.now:
                insort(self._minutes[day], minute, self._next)

    def due(self) -> list[Fact]:
        """Take the facts of this minute that nobody has taken yet."""
        waiting = self.facts.get(self.now)
        if waiting is None:
            return []
        del self.facts[self.now]
        return waiting

    def run(self, play_minute: Callable[[], None]) -> None:
        """Play every minute at which something is due, until nothing is left."""
        env = simpy.Environment()
        env.process(self._days(env, play_minute))
        env.run()

    def _days(self, env: simpy.Environment, play_minute: Callable[[], None]) -> Generator[simpy.Timeout, None, None]:
        """Sleep up to the next day on which something is due, then play all that is due on it."""
        for day, minutes in enumerate(self._minutes):
            if minutes:
                yield env.timeout(day * DAY - env.now)
                minutes.sort()
                self._today, self._next = day, 0
                while self._next < len(minutes):
                    self.now = minutes[self._next]
                    self._next += 1
                    play_minute()
