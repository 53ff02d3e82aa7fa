"""Minutes to dates and back."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.calendar.dates import DAY, WEEKDAYS, clock_minutes, date_of, minute_of, weekday_of

START = date(2024, 6, 3)  # a Monday


@pytest.mark.parametrize(
    ("minute", "day", "weekday"),
    [
        (0, date(2024, 6, 3), "mon"),
        (1439, date(2024, 6, 3), "mon"),
        (1440, date(2024, 6, 4), "tue"),
        (6 * 1440, date(2024, 6, 9), "sun"),
        (7 * 1440, date(2024, 6, 10), "mon"),
        (30 * 1440, date(2024, 7, 3), "wed"),
    ],
)
def test_a_minute_lies_on_its_date_and_weekday(minute: int, day: date, weekday: str) -> None:
    assert date_of(START, minute) == day
    assert weekday_of(START, minute) == weekday


def test_the_days_of_clock_change_have_1440_minutes() -> None:
    spring, autumn = date(2024, 3, 31), date(2024, 10, 27)
    for changed in (spring, autumn):
        assert minute_of(changed, changed.replace(day=changed.day - 1)) == -DAY
    assert minute_of(date(2024, 1, 1), date(2025, 1, 1)) == 366 * DAY


def test_a_time_of_day_counts_from_midnight() -> None:
    assert minute_of(START, date(2024, 6, 4), time(8, 30)) == 1440 + 510
    assert minute_of(START, START) == 0


@pytest.mark.parametrize(("clock", "minutes"), [("00:00", 0), ("08:05", 485), ("24:00", 1440)])
def test_clock_times_are_minutes_since_midnight(clock: str, minutes: int) -> None:
    assert clock_minutes(clock) == minutes


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 10_000_000))
def test_there_and_back_gives_the_same_minute(start: date, minute: int) -> None:
    day, at = date_of(start, minute), time(minute % DAY // 60, minute % 60)
    assert minute_of(start, day, at) == minute
    assert weekday_of(start, minute) == WEEKDAYS[day.weekday()]
