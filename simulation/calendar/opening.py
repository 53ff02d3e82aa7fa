"""The open minutes of an actor: weekly hours less holidays, closures and absence, merged to long intervals."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulation.calendar.dates import DAY, WEEKDAYS, clock_minutes
from simulation.calendar.days_off import days_off

NEVER = 2**31 - 1
"""The minute of what does not happen before the calendar ends; larger than any minute of a run."""

Minutes = NDArray[np.int64]


class OpenArrays(NamedTuple):
    """The same intervals as arrays, for the compiled engine."""

    starts: Minutes
    """First open minute of each interval."""
    ends: Minutes
    """First closed minute after each interval."""
    before: Minutes
    """Open minutes before each interval, and at last the open minutes in all; one longer than the others."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The open minutes of an actor up to a horizon; from the horizon on everything is closed.

    What would lie past the last open minute is answered with `NEVER`, and `NEVER` itself is a closed minute.
    Intervals are sorted, do not overlap and do not touch.
    """

    starts: tuple[int, ...] = field(repr=False)
    """First open minute of each interval."""
    ends: tuple[int, ...] = field(repr=False)
    """First closed minute after each interval."""
    before: tuple[int, ...] = field(repr=False)
    """Open minutes before each interval, and at last the open minutes in all; one longer than the others."""
    first: tuple[int, ...] = field(repr=False)
    """By day the place of the first interval that ends after its midnight, up to the day of the last end."""
    day_minutes: int
    """Open minutes of an ordinary open day: the most common total of the open weekdays, of equals the larger; or 0."""

    def is_open(self, minute: int) -> bool:
        """Return whether a minute is open."""
        place = self._place(minute)
        return place < len(self.ends) and self.starts[place] <= minute

    def open_until(self, minute: int) -> int:
        """Return the first closed minute after an open minute; a closed minute itself."""
        place = self._place(minute)
        return self.ends[place] if place < len(self.ends) and self.starts[place] <= minute else minute

    def next_open(self, minute: int) -> int:
        """Return the first open minute at or after a minute, or `NEVER`."""
        place = self._place(minute)
        if place == len(self.ends):
            return NEVER
        start = self.starts[place]
        return start if start > minute else minute

    def all_next_open(self, minutes: Minutes) -> Minutes:
        """Return for each minute the first open minute at or after it, or `NEVER`."""
        starts, ends, _ = self.arrays()
        found: Minutes = np.maximum(np.append(starts, NEVER)[np.searchsorted(ends, minutes, side="right")], minutes)
        return found

    def advance(self, minute: int, open_minutes: int) -> int:
        """Return the minute right after the given number of open minutes from a minute on, or `NEVER`.

        No open minutes pass at once: the minute itself is returned, open or not.
        """
        if open_minutes <= 0:
            return minute
        place = self._place(minute)
        if place == len(self.ends):
            return NEVER
        start = self.starts[place]
        end = (start if start > minute else minute) + open_minutes
        if end <= self.ends[place]:
            return end
        return self._minute_after(self.before[place] + end - start, place)

    def open_between(self, first: int, last: int) -> int:
        """Return how many minutes are open from `first` up to, not including, `last`; 0 if `last` is earlier."""
        return self._opened(last) - self._opened(first) if last > first else 0

    def arrays(self) -> OpenArrays:
        """Return the intervals as new arrays of int64."""
        return OpenArrays(*(np.array(column, dtype=np.int64) for column in (self.starts, self.ends, self.before)))

    def _place(self, minute: int) -> int:
        """Return the place of the first interval that ends after a minute; the number of intervals if none does."""
        day = minute // DAY if minute > 0 else 0
        if day >= len(self.first):
            return len(self.ends)
        place = self.first[day]
        while place < len(self.ends) and self.ends[place] <= minute:
            place += 1
        return place

    def _opened(self, minute: int) -> int:
        """Return how many minutes are open before a minute."""
        place = self._place(minute)
        opened = self.before[place]
        if place < len(self.ends) and self.starts[place] < minute:
            opened += minute - self.starts[place]
        return opened

    def _minute_after(self, opened: int, place: int) -> int:
        """Return the minute by which so many minutes were open since minute 0, looking from an interval on."""
        after = bisect_left(self.before, opened, place)
        if after == len(self.before):
            return NEVER
        return self.starts[after - 1] + opened - self.before[after - 1]


def opening(
    start: date,
    horizon_minutes: int,
    week: Mapping[str, tuple[str, ...]],
    *,
    public_holidays: bool,
    optional_days: bool = False,
    closures: Iterable[tuple[date, date]] = (),
    closed_days: Iterable[int] = (),
) -> Opening:
    """Return the open minutes from 00:00 of the start date up to the horizon.

    Args:
        start: the date of minute 0.
        horizon_minutes: the minute from which on everything is closed.
        week: intervals such as `"08:00-15:30"` by weekday (`mon` to `sun`); a weekday left out is closed.
        public_holidays: whether Danish public holidays are closed.
        optional_days: whether 1 May, 5 June, 24 and 31 December are closed.
        closures: first and last date of each closed period, both closed.
        closed_days: further closed days, counted from the start date as day 0 (the absence of a person).
    """
    assert 0 <= horizon_minutes < NEVER
    assert set(week) <= set(WEEKDAYS)
    open_days = np.ones(-(-horizon_minutes // DAY), dtype=np.bool_)
    last_year = (start + timedelta(days=len(open_days))).year
    off = days_off(start.year, last_year, public=public_holidays, optional=optional_days)
    for first, last in (*closures, *((day, day) for day in off)):
        open_days[max((first - start).days, 0) : max((last - start).days + 1, 0)] = False
    open_days[[day for day in closed_days if 0 <= day < len(open_days)]] = False
    hours = [_intervals(week.get(weekday, ())) for weekday in WEEKDAYS]
    starts, ends = _merged(*_edges(start.weekday(), open_days, hours), horizon_minutes)
    return _opening_of(starts, ends, _ordinary_day(hours))


def _opening_of(starts: Minutes, ends: Minutes, day_minutes: int) -> Opening:
    """Return an opening with plain numbers, which answer faster one at a time than arrays do."""
    before = np.append(0, np.cumsum(ends - starts))
    midnights = np.arange(0, max(ends, default=0), DAY)
    return Opening(
        starts=tuple(starts.tolist()),
        ends=tuple(ends.tolist()),
        before=tuple(before.tolist()),
        first=tuple(np.searchsorted(ends, midnights, side="right").tolist()),
        day_minutes=day_minutes,
    )


def _intervals(texts: Iterable[str]) -> list[tuple[int, int]]:
    """Return the intervals of one weekday as minutes since midnight, in order."""
    pairs = sorted((clock_minutes(text.split("-")[0]), clock_minutes(text.split("-")[1])) for text in texts)
    assert all(0 <= opens < closes <= DAY for opens, closes in pairs), texts
    return pairs


def _edges(
    first_weekday: int, open_days: NDArray[np.bool_], hours: list[list[tuple[int, int]]]
) -> tuple[Minutes, Minutes]:
    """Return starts and ends of all daily intervals, in order of time."""
    days = np.flatnonzero(open_days).astype(np.int64)
    weekdays = (first_weekday + days) % 7
    starts, ends = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for weekday, intervals in enumerate(hours):
        midnights = days[weekdays == weekday] * DAY
        starts += [midnights + opens for opens, _ in intervals]
        ends += [midnights + closes for _, closes in intervals]
    # Intervals do not overlap, so starts and ends sorted apart still belong together.
    return np.sort(np.concatenate(starts)), np.sort(np.concatenate(ends))


def _merged(starts: Minutes, ends: Minutes, horizon: int) -> tuple[Minutes, Minutes]:
    """Return the intervals before the horizon, those that touch made one."""
    ends = np.minimum(ends[starts < horizon], horizon)
    starts = starts[starts < horizon]
    if not len(starts):
        return starts, ends
    assert (starts[1:] >= ends[:-1]).all(), "opening hours overlap"
    is_apart = starts[1:] > ends[:-1]
    return starts[np.append(True, is_apart)], ends[np.append(is_apart, True)]


def _ordinary_day(hours: list[list[tuple[int, int]]]) -> int:
    """Return the most common open minutes of the open weekdays, of equals the larger."""
    totals = [sum(closes - opens for opens, closes in intervals) for intervals in hours if intervals]
    return max(totals, key=lambda total: (totals.count(total), total), default=0)
