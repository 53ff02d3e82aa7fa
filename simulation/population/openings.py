"""Open minutes of every calendar and of every person with days away."""

from datetime import date
from functools import lru_cache

from simulation.calendar.opening import Opening, opening
from simulation.model.landscape import Calendar
from simulation.model.world import World
from simulation.population.cast import DAY
from simulation.population.names import Names


def openings_of(world: World, names: Names, horizon: int) -> list[Opening]:
    """Return the opening of each calendar, in order of id."""
    start = date.fromisoformat(world.setting.start)
    until = -(-horizon // (30 * DAY)) * 30 * DAY
    return [_opening(world.calendars[name].model_dump_json(), start, until) for name in names.calendars]


def away(calendar: Calendar, start: date, horizon: int, closed_days: tuple[int, ...]) -> Opening:
    """Return the opening of a person who is away on some days."""
    closures = [(date.fromisoformat(c.first), date.fromisoformat(c.last)) for c in calendar.closures]
    return opening(
        start,
        horizon,
        {str(day): hours for day, hours in calendar.week.items()},
        public_holidays=calendar.public_holidays,
        optional_days=calendar.optional_days,
        closures=closures,
        closed_days=closed_days,
    )


@lru_cache(maxsize=64)
def _opening(calendar: str, start: date, horizon: int) -> Opening:
    return away(Calendar.model_validate_json(calendar), start, horizon, ())
