"""SimPy's part: the clock. Time-outs only say that something is due; one process plays the minutes."""

from collections.abc import Callable, Generator

import simpy

Fact = tuple[int, int, int, int, int, int, int]
"""(rank, citizen, step, attempt, request, what, row that made it possible): the order facts are applied in."""


class Clock:
    """Keeps what is due at each minute."""

    def __init__(self, horizon: int) -> None:
        """Start at minute 0; nothing from the horizon on is kept."""
        self.horizon = horizon
        self.now = 0
        self._due: dict[int, list[Fact]] = {}
        self._env = simpy.Environment()
        self._bell = self._env.event()

    def post(self, minute: int, fact: Fact) -> None:
        """Make a fact due at a minute, now or later."""
        waiting = self._due.get(minute)
        if waiting is not None:
            waiting.append(fact)
        elif minute < self.horizon:
            self._due[minute] = [fact]
            if minute > self.now:
                timeout = self._env.timeout(minute - self.now)
                assert timeout.callbacks is not None
                timeout.callbacks.append(self._ring)

    def due(self) -> list[Fact]:
        """Take the facts of this minute that nobody has taken yet."""
        return self._due.pop(self.now, [])

    def is_due(self) -> bool:
        """Return whether this minute still has facts that nobody has taken."""
        return self.now in self._due

    def run(self, play_minute: Callable[[], None]) -> None:
        """Play every minute at which something is due, until nothing is left."""
        self._env.process(self._minutes(play_minute))
        self._env.run()

    def _ring(self, _event: simpy.events.Event) -> None:
        if not self._bell.triggered:
            self._bell.succeed()

    def _minutes(self, play_minute: Callable[[], None]) -> Generator[simpy.events.Event, None, None]:
        play_minute()
        while True:
            yield self._bell
            self._bell = self._env.event()
            self.now = int(self._env.now)
            play_minute()
