"""Open minutes of many calendars and people at once."""

from collections.abc import Sequence

import numpy as np

from simulation.calendar.opening import OpenArrays, Opening
from simulation.population.cast import Integers


class OpenMinutes:
    """Answers like `Opening`, for arrays of openings and minutes."""

    def __init__(self, openings: Sequence[Opening]) -> None:
        """Take the openings; one is turned into arrays when it is first asked about."""
        self._openings = openings
        self._arrays: dict[int, OpenArrays] = {}

    def before(self, opening: Integers, minutes: Integers) -> Integers:
        """Return how many minutes are open before each minute.

        Args:
            opening: place of the opening, one per column of `minutes`.
            minutes: minutes, with the columns on the last axis.
        """
        found = np.zeros_like(minutes)
        for place in np.unique(opening):
            starts, ends, before = self._of(int(place))
            columns = opening == place
            asked = minutes[..., columns]
            interval = np.searchsorted(ends, asked, side="right")
            found[..., columns] = before[interval] + np.maximum(asked - starts[interval], 0)
        return found

    def next_open(self, opening: Integers, minutes: Integers) -> Integers:
        """Return the first open minute at or after each minute, or one after every run."""
        found = np.zeros_like(minutes)
        for place in np.unique(opening):
            starts, ends, _ = self._of(int(place))
            columns = opening == place
            asked = minutes[..., columns]
            found[..., columns] = np.maximum(asked, starts[np.searchsorted(ends, asked, side="right")])
        return found

    def _of(self, place: int) -> OpenArrays:
        """Return an opening as arrays, with one more interval that begins after every minute."""
        if place not in self._arrays:
            starts, ends, before = self._openings[place].arrays()
            self._arrays[place] = OpenArrays(np.append(starts, AFTER_ALL), ends, before)
        return self._arrays[place]


AFTER_ALL = 2**40
