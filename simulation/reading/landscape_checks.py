"""Checks of who there is and how they are reached: sizes, sources, answers, staff, ways, opening hours and slots."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from simulation.calendar.dates import WEEKDAYS
from simulation.model.landscape import Calendar, Role, Works
from simulation.model.steps import MeetingStep
from simulation.model.world import World
from simulation.reading.fault_at import fault_at
from simulation.reading.step_checks import wrong_role
from simulation.reading.tree import KeyPath, Tree, walk
from simulation.values.faults import Fault

MOST_BITS = 60
"""A run holds sets of them as bits of one number."""
FIRST_YEAR, LAST_YEAR = "1990-01-01", "2100-12-31"
WEEK = 7
BY_WORKS_AS = {
    Works.PERSON: (
        "desk_rhythm",
        "absence",
        "turnover",
        "network_building",
        "newly_hired",
        "outreach",
        "relation",
    ),
    Works.POOL: ("background",),
}
"""Keys that only roles that work so heed."""


def sources_are_known(world: World, tree: Tree) -> Iterator[Fault]:
    """Every source that is named is an entry of sources."""
    for path, value in walk(tree.value):
        if path and path[-1] == "source" and isinstance(value, str) and value not in world.sources:
            yield fault_at(tree, path, "no-source", known=world.sources, listed=False, name=value)


def sizes_fit(world: World, tree: Tree) -> Iterator[Fault]:
    """There are no more actors, data types and domains than a run can hold."""
    for room in ("actors", "data_types", "domains"):
        count = len(getattr(world, room))
        if count > MOST_BITS:
            yield fault_at(
                tree, (room,), "too-many", at_key=True, count=count, what=(room.replace("_", " "),), limit=MOST_BITS
            )


def actors_answer_in_one_way(world: World, tree: Tree) -> Iterator[Fault]:
    """An actor answers by a delay or through a pool, never both."""
    for name, actor in world.actors.items():
        if actor.answers is None:
            continue
        path: KeyPath = ("actors", name, "answers")
        given = tuple(key for key in ("delay", "pool") if getattr(actor.answers, key) is not None)
        if len(given) != 1:
            found = ", ".join(given) or ("none",)
            yield fault_at(tree, (*path, *given[-1:]), "exactly-one", at_key=True, keys="delay, pool", given=found)
        pool = actor.answers.pool
        if pool and world.roles[pool].works_as != Works.POOL:
            yield wrong_role(tree, (*path, "pool"), pool, world.roles[pool].works_as, Works.POOL)


def roles_are_staffed(world: World, tree: Tree) -> Iterator[Fault]:
    """Persons and pools have staff, and no role has a key that its way of working passes over."""
    for name, role in world.roles.items():
        path: KeyPath = ("roles", name)
        if role.works_as != Works.PANEL and role.staff is None:
            yield fault_at(tree, path, "missing-key", at_key=True, key="staff", required="staff")
        yield from passed_over(tree, path, role)


def passed_over(tree: Tree, path: KeyPath, role: Role) -> Iterator[Fault]:
    """Yield a fault for each key that a role's way of working passes over."""
    for works, keys in BY_WORKS_AS.items():
        for key in keys:
            if role.works_as != works and getattr(role, key) is not None:
                other = f"works_as: {role.works_as}"
                yield fault_at(tree, (*path, key), "no-effect", at_key=True, key=key, other=other)


ONLY_IN = {
    "data_types": ("view",),
    "knows_all": ("contact",),
    "answer": ("tool",),
    "structured": ("tool",),
    "machine_answer": ("tool",),
    "seen_by_citizen": ("view", "tool"),
}
"""Keys of a sharing rule, and the ways that use them."""


def ways_are_whole(world: World, tree: Tree) -> Iterator[Fault]:
    """A tool says how answers come, a view what can be seen; no way has a key that it passes over."""
    for name, rule in world.sharing.items():
        path: KeyPath = ("sharing", name)
        missing = []
        if rule.way == "tool":
            missing += [] if rule.answer or rule.machine_answer else ["answer"]
            missing += ["machine_answer"] if rule.structured and not rule.machine_answer else []
            missing += ["structured"] if rule.answer and rule.machine_answer and not rule.structured else []
        elif rule.way == "view" and not rule.data_types:
            missing += ["data_types"]
        for key in missing:
            yield fault_at(tree, path, "missing-key", at_key=True, key=key, required=key)
        for key in (key for key, ways in ONLY_IN.items() if rule.way not in ways and getattr(rule, key)):
            yield fault_at(tree, (*path, key), "no-effect", at_key=True, key=key, other=f"way: {rule.way}")


def calendars_open(world: World, tree: Tree) -> Iterator[Fault]:
    """Opening hours do not overlap and are some, and dates exist."""
    for name, calendar in world.calendars.items():
        yield from hours_apart(tree, name, calendar)
        if not has_hours(calendar):
            yield fault_at(tree, ("calendars", name), "never-open", at_key=True, name=name)
        for number, closure in enumerate(calendar.closures):
            path: KeyPath = ("calendars", name, "closures", number)
            wrong = [*is_date(tree, (*path, "first"), closure.first), *is_date(tree, (*path, "last"), closure.last)]
            yield from wrong
            if not wrong and closure.first > closure.last:
                yield fault_at(tree, (*path, "first"), "dates-order", first=closure.first, last=closure.last)


def hours_apart(tree: Tree, name: str, calendar: Calendar) -> Iterator[Fault]:
    """Yield a fault where intervals of a weekday overlap or are empty."""
    for weekday, intervals in calendar.week.items():
        ends = sorted(intervals)
        wrong = [(interval, interval) for interval in ends if interval[:5] >= interval[-5:]]
        wrong += [(one, other) for one, other in pairwise(ends) if other[:5] < one[-5:]]
        if wrong:
            path: KeyPath = ("calendars", name, "week", weekday)
            yield fault_at(tree, path, "overlap", first=wrong[0][0], second=wrong[0][1])


def start_is_a_date(world: World, tree: Tree) -> Iterator[Fault]:
    """The scenario starts on a date for which holidays are known."""
    start, path = world.setting.start, ("setting", "start")
    wrong = list(is_date(tree, path, start))
    yield from wrong
    if not wrong and start < FIRST_YEAR:
        yield fault_at(tree, path, "out-of-range", value=start, bound=("at least",), limit=FIRST_YEAR)
    if not wrong and start > LAST_YEAR:
        yield fault_at(tree, path, "out-of-range", value=start, bound=("at most",), limit=LAST_YEAR)


def is_date(tree: Tree, path: KeyPath, day: str) -> Iterator[Fault]:
    """Yield a fault where a text is no date."""
    try:
        date.fromisoformat(day)
    except ValueError:
        yield fault_at(tree, path, "no-date", value=day)


def meetings_take_place(world: World, tree: Tree) -> Iterator[Fault]:
    """Some slot of a meeting lies in the opening hours of the role that runs it."""
    for name, step in world.steps.items():
        if not isinstance(step, MeetingStep):
            continue
        role = world.roles[step.by]
        calendar = role.calendar or world.actors[role.actor].calendar
        hours = world.calendars[calendar]
        if has_hours(hours) and not any(is_open(hours, weekday, step.at) for weekday in weekdays_of(step)):
            path: KeyPath = ("steps", name, "at")
            yield fault_at(tree, path, "no-slots", calendar=calendar, weekday=step.weekday, at=step.at)


def weekdays_of(step: MeetingStep) -> set[str]:
    """Return the weekdays that slots fall on: one, unless they are not whole weeks apart."""
    days = int(step.every.number("value") or 1) * (WEEK if step.every.unit == "weeks" else 1)
    first = WEEKDAYS.index(step.weekday)
    return {WEEKDAYS[(first + number * days) % WEEK] for number in range(WEEK)}


def has_hours(calendar: Calendar) -> bool:
    """Return whether a calendar is ever open."""
    return any(calendar.week.values())


def is_open(calendar: Calendar, weekday: str, clock: str) -> bool:
    """Return whether a calendar is open on a weekday at a time of day."""
    hours = next((intervals for day, intervals in calendar.week.items() if day == weekday), ())
    return any(interval[:5] <= clock < interval[-5:] for interval in hours)
