"""The slots of a meeting and the minute by which its papers are due."""

from datetime import date

from simulation.calendar.dates import WEEKDAYS, clock_minutes
from simulation.calendar.opening import NEVER, Opening
from simulation.model.steps import MeetingStep
from simulation.model.world import World
from simulation.population.cast import DAY, plain_minutes
from simulation.values.quantity import Unit


def slots_of(
    world: World, step: MeetingStep, opening: Opening, horizon: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the minute of each slot and the minute its papers are due; slots in closed minutes are left out."""
    start = date.fromisoformat(world.setting.start)
    first = (WEEKDAYS.index(step.weekday) - start.weekday()) % 7 * DAY + clock_minutes(step.at)
    every = max(plain_minutes(step.every), DAY)
    slots = tuple(minute for minute in range(first, horizon, every) if opening.is_open(minute))
    return slots, tuple(_due(step, opening, slot) for slot in slots)


def _due(step: MeetingStep, opening: Opening, slot: int) -> int:
    """Return the latest minute that lies the wanted time before the slot, not before minute 0."""
    if step.papers_due.unit != Unit.WORKING_DAYS:
        return max(slot - plain_minutes(step.papers_due), 0)
    ahead = round((step.papers_due.number("value") or 0.0) * opening.day_minutes)
    due = opening.advance(0, max(opening.open_between(0, slot) - ahead, 0))
    return slot if due == NEVER else due
