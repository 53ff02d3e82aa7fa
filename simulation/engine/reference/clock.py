"""SimPy's part: the clock. One process sleeps from one day on which something is due to the next and plays it.

A day is played minute by minute; a SimPy event for each minute would cost as much as all that is done in it.
"""

from collections.abc import Callable, Generator
from typing import Final

import simpy

DAY: Final = 24 * 60


class Fact:
    """What comes due in a minute."""

    __slots__ = ("attempt", "citizen", "minute", "rank", "request", "row", "step", "what")

    def __init__(
        self,
        minute: int,
        rank: int,
        what: int,
        citizen: int,
        step: int = -1,
        attempt: int = 0,
        request: int = 0,
        row: int = -1,
    ) -> None:
        """Tell what it is; the row is the one that made it possible."""
        self.minute = minute
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
        self._by_day: list[list[Fact]] = [[] for _ in range(horizon // DAY + 1)]
        """By day the facts of later days."""
        self._today: list[list[Fact]] = [[] for _ in range(DAY)]
        """By minute of the day the facts that nobody has taken yet."""
        self._midnight = 0
        """Minute at which today began."""
        self._tomorrow = 0
        """First minute after today; before the first day all is later."""

    def post(self, fact: Fact) -> None:
        """Make a fact due at its minute, now or later."""
        minute = fact.minute
        if minute >= self.horizon:
            return
        if minute >= self._tomorrow:
            self._by_day[minute // DAY].append(fact)
        else:
            self._today[minute - self._midnight].append(fact)

    def is_due(self) -> bool:
        """Return whether something of this minute was not taken yet."""
        return len(self._today[self.now - self._midnight]) > 0

    def due(self) -> list[Fact]:
        """Take the facts of this minute that nobody has taken yet."""
        minute = self.now - self._midnight
        found = self._today[minute]
        self._today[minute] = []
        return found

    def run(self, play_minute: Callable[[], None]) -> None:
        """Play every minute at which something is due, until nothing is left."""
        env = simpy.Environment()
        env.process(self._days(env, play_minute))
        env.run()

    def _days(self, env: simpy.Environment, play_minute: Callable[[], None]) -> Generator[simpy.Timeout, None, None]:
        """Sleep up to the next day on which something is due, then play all that is due on it."""
        for day, facts in enumerate(self._by_day):
            if facts:
                yield env.timeout(day * DAY - env.now)
                midnight = self._midnight = day * DAY
                self._tomorrow = midnight + DAY
                for fact in facts:
                    self._today[fact.minute - midnight].append(fact)
                self._by_day[day] = []
                for minute, due in enumerate(self._today):
                    if due:
                        self.now = midnight + minute
                        play_minute()
