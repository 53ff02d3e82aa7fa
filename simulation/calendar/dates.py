"""From minutes of a run to dates and back: minute 0 is 00:00 of the start date, every day has 1,440 minutes."""

from datetime import date, time, timedelta
from typing import Final

DAY: Final = 1440
"""Minutes of a day; there is no clock change (SEMANTICS S1.1)."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Names of the weekdays in data files, in the order of `date.weekday()`."""


def date_of(start: date, minute: int) -> date:
    """Return the date on which a minute lies.

    >>> date_of(date(2024, 1, 1), 1440)
    datetime.date(2024, 1, 2)
    """
    return start + timedelta(days=minute // DAY)


def weekday_of(start: date, minute: int) -> str:
    """Return the weekday of a minute, as a name of `WEEKDAYS`.

    >>> weekday_of(date(2024, 1, 1), 4 * 1440)
    'fri'
    """
    return WEEKDAYS[(start.weekday() + minute // DAY) % 7]


def minute_of(start: date, day: date, at: time = time.min) -> int:
    """Return the minute of a date and a time of day (seconds are dropped); negative before the start.

    >>> minute_of(date(2024, 1, 1), date(2024, 1, 2), time(8, 30))
    1950
    """
    return (day - start).days * DAY + at.hour * 60 + at.minute


def clock_minutes(clock: str) -> int:
    """Return the minutes since midnight of a time written HH:MM, up to 24:00.

    >>> clock_minutes("24:00")
    1440
    """
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
