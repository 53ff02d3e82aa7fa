"""Checks that span files: references, circles, units, roles. All faults at once."""

from collections.abc import Callable, Iterator
from datetime import date

from simulation.model.landscape import Calendar, Works
from simulation.model.steps import DecideStep, GatherStep, MeetingStep, Step, WaitStep, WorkStep
from simulation.model.world import World
from simulation.model.course_graph import circle, steps_before
from simulation.reading.references import unknown_references
from simulation.reading.tree import KeyPath, Tree, walk
from simulation.values.faults import Fault, WrongData
from simulation.values.quantity import DURATIONS, Unit

MOST_BITS = 60
CLOSE = 1e-6
PLAIN_TIME = (Unit.MINUTES, Unit.HOURS, Unit.CALENDAR_DAYS, Unit.WEEKS)

Check = Callable[[World, Tree], Iterator[Fault]]


def cross_checked(world: World, tree: Tree) -> None:
    """Check what no single model can see.

    Raises:
        WrongData: With all faults.
    """
    faults = list(unknown_references(tree))
    if not faults:
        faults = [fault for check in CHECKS for fault in check(world, tree)]
    if faults:
        raise WrongData(faults)


def sources_are_known(world: World, tree: Tree) -> Iterator[Fault]:
    """Every number's source is an entry of sources."""
    for path, value in walk(tree.value):
        if path and path[-1] == "source" and isinstance(value, str) and value not in world.sources:
            yield Fault(tree.value_place(path), "no-source", {"name": value}, known=tuple(sorted(world.sources)))


def steps_run_in_no_circle(world: World, tree: Tree) -> Iterator[Fault]:
    """No step waits for itself."""
    found = circle(world)
    if found:
        yield Fault(tree.place(("steps", found[0], "after")), "circle", {"circle": " → ".join((*found, found[0]))})


def ways_lead_back(world: World, tree: Tree) -> Iterator[Fault]:
    """A way back leads to an earlier step, a check to a gathering before it."""
    for name, step in world.steps.items():
        before = {*steps_before(world, name), name}
        if step.again and step.again.back_to not in before:
            yield fault_at(tree, ("steps", name, "again", "back_to"), "back-not-before", to=step.again.back_to, step=name)
        check = step.checks_critical if isinstance(step, WorkStep | MeetingStep) else None
        if check and (check.return_to not in before or not isinstance(world.steps[check.return_to], GatherStep)):
            yield fault_at(tree, ("steps", name, "checks_critical", "return_to"), "back-not-before", to=check.return_to, step=name)


def roles_can_do_their_steps(world: World, tree: Tree) -> Iterator[Fault]:
    """Gathering needs a person; a desk belongs to a person; answers and queues belong to a pool."""
    for name, step in world.steps.items():
        role = getattr(step, "by", None)
        works = world.roles[role].works_as if role else None
        if isinstance(step, GatherStep) and works != Works.PERSON:
            yield wrong_role(tree, ("steps", name, "by"), str(role), str(works), Works.PERSON)
        if isinstance(step, WorkStep) and step.at == "desk" and works == Works.POOL:
            yield wrong_role(tree, ("steps", name, "by"), str(role), str(works), Works.PERSON)
    for name, actor in world.actors.items():
        pool = actor.answers.pool if actor.answers else None
        if pool and world.roles[pool].works_as != Works.POOL:
            yield wrong_role(tree, ("actors", name, "answers", "pool"), pool, world.roles[pool].works_as, Works.POOL)


def wrong_role(tree: Tree, path: KeyPath, role: str, works: str, wanted: Works) -> Fault:
    """Return the fault of a role that cannot do what it is given."""
    return fault_at(tree, path, "wrong-role", role=role, works=works, wanted=wanted)


def waits_are_for_somebody(world: World, tree: Tree) -> Iterator[Fault]:
    """A wait is for an actor or the citizen; the citizen has no working days."""
    for name, step in world.steps.items():
        if not isinstance(step, WaitStep):
            continue
        if step.waits_for != "citizen" and step.waits_for not in world.actors:
            known = ("citizen", *sorted(world.actors))
            yield Fault(
                tree.value_place(("steps", name, "waits_for")), "unknown-reference", {"what": "actor", "name": step.waits_for}, known=known
            )
        if step.waits_for == "citizen" and step.delay.unit not in PLAIN_TIME:
            yield wrong_unit(tree, ("steps", name, "delay", "unit"), step.delay.unit, "calendar_days")


def gatherings_have_settings(world: World, tree: Tree) -> Iterator[Fault]:
    """A gather step needs the settings of the gathering."""
    for name, step in world.steps.items():
        if isinstance(step, GatherStep) and world.gathering is None:
            yield fault_at(tree, ("steps", name), "no-settings", step=name)


def units_fit(world: World, tree: Tree) -> Iterator[Fault]:
    """Shares are shares and times are times, by the name of the key they stand under."""
    for path, value in walk(tree.value):
        if isinstance(value, dict) and "unit" in value and path:
            wanted = UNITS.get(str(path[-1])) or UNITS.get(f"{path[-2]}.*" if len(path) > 1 else "")
            if wanted and value["unit"] not in wanted:
                yield wrong_unit(tree, (*path, "unit"), str(value["unit"]), " or ".join(wanted))


SHARE = (Unit.SHARE,)
UNITS: dict[str, tuple[Unit, ...]] = {
    **dict.fromkeys(("chance", "refused", "never", "postponed", "noticed", "overview", "willing", "coverage", "structured"), SHARE),
    **dict.fromkeys(("no_answer", "misjudged", "narrow", "unclear", "share", "share_usual", "absence", "newly_hired"), SHARE),
    **dict.fromkeys(("outreach", "relation", "known_from", "uptake"), SHARE),
    **dict.fromkeys(("habit.*", "answers.*", "excluded.*", "excludes.*", "willing_for.*", "may_involve.*", "may_have.*"), SHARE),
    **dict.fromkeys(("lead", "delay", "again_after", "notice", "papers_due", "find", "machine_answer", "network_building"), DURATIONS),
    **dict.fromkeys(("clarification", "usable_for", "warm_up", "follow_up", "arrivals_every", "gathering_ends"), DURATIONS),
    **dict.fromkeys(("minutes", "minutes_again", "writing_minutes", "clarification_minutes", "holder_minutes"), DURATIONS),
    **dict.fromkeys(("every", "desk_rhythm", "meeting_deadline", "mark"), DURATIONS),
    **dict.fromkeys(("seats", "staff", "requests_per_visit", "persistence"), (Unit.COUNT,)),
    **dict.fromkeys(("weight", "newcomer_factor", "new_person_factor", "misjudged_factor_known", "factors.*"), (Unit.FACTOR,)),
    **dict.fromkeys(("rate", "turnover"), (Unit.PER_YEAR,)),
    "cost_per_hour": (Unit.DKK_PER_HOUR,),
    "fee": (Unit.DKK,),
}
"""Units that fit under a key; `x.*` is anything under x."""


def wrong_unit(tree: Tree, path: KeyPath, unit: str, wanted: str) -> Fault:
    """Return the fault of a unit that does not fit."""
    return fault_at(tree, path, "wrong-unit", unit=unit, wanted=wanted)


def decisions_add_up(world: World, tree: Tree) -> Iterator[Fault]:
    """The answers' shares of a decide step add up to 1, and conditions name its answers."""
    for name, step in world.steps.items():
        if isinstance(step, DecideStep) and step.answers:
            total = sum(answer.number("value") or 0.0 for answer in step.answers.values())
            if abs(total - 1) > CLOSE:
                yield fault_at(tree, ("steps", name, "answers"), "shares", total=round(total, 6))
        yield from answers_exist(world, tree, name, step)


def answers_exist(world: World, tree: Tree, name: str, step: Step) -> Iterator[Fault]:
    """Yield a fault for each answer that the decide step does not give."""
    for key, condition in (("only_if", step.only_if), ("again", step.again.when if step.again else None)):
        for asked, answers in (condition.decided if condition else {}).items():
            decide = world.steps[asked]
            given = set()
            if isinstance(decide, DecideStep):
                given = set(decide.answers) | {answer for possible in decide.among.values() for answer in possible}
            for answer in answers:
                if answer not in given:
                    yield Fault(tree.place(("steps", name, key)), "without-answers", {"name": asked, "answer": answer}, known=tuple(sorted(given)))


def personas_have_holders(world: World, tree: Tree) -> Iterator[Fault]:
    """What exists for sure has a holder that is involved or may be."""
    for name, persona in world.personas.items():
        involved = {*persona.involves, *persona.may_involve}
        for place, data_type in enumerate(persona.has):
            held_by = world.data_types[data_type].held_by
            if held_by and not involved & set(held_by):
                yield Fault(tree.value_place(("personas", name, "has", place)), "no-holders", {"name": data_type}, known=held_by)


def sizes_fit(world: World, tree: Tree) -> Iterator[Fault]:
    """A run holds sets of actors, data types and domains as bits of one number."""
    for room in ("actors", "data_types", "domains"):
        count = len(getattr(world, room))
        if count > MOST_BITS:
            yield fault_at(tree, (room,), "too-many", count=count, what=room, limit=MOST_BITS)


def calendars_are_calendars(world: World, tree: Tree) -> Iterator[Fault]:
    """Opening hours do not overlap, and dates exist."""
    for name, calendar in world.calendars.items():
        yield from hours_apart(tree, name, calendar)
        for place, closure in enumerate(calendar.closures):
            for key, day in (("first", closure.first), ("last", closure.last)):
                yield from is_date(tree, ("calendars", name, "closures", place, key), day)
    yield from is_date(tree, ("setting", "start"), world.setting.start)


def hours_apart(tree: Tree, name: str, calendar: Calendar) -> Iterator[Fault]:
    """Yield a fault where intervals of a weekday overlap."""
    for weekday, intervals in calendar.week.items():
        ends = [interval.split("-") for interval in sorted(intervals)]
        pairs = [(a, b) for a, b in ends if a >= b]
        pairs += [(a[1], b[0]) for a, b in zip(ends, ends[1:], strict=False) if b[0] < a[1]]
        if pairs:
            yield fault_at(tree, ("calendars", name, "week", weekday), "overlap", first=pairs[0][0], second=pairs[0][1])


def is_date(tree: Tree, path: KeyPath, day: str) -> Iterator[Fault]:
    """Yield a fault where a text is no date."""
    try:
        date.fromisoformat(day)
    except ValueError:
        yield fault_at(tree, path, "no-date", value=day)


def fault_at(tree: Tree, path: KeyPath, code: str, **fields: str | int | float) -> Fault:
    """Return a fault at the value of a path, with the path as its context."""
    return Fault(tree.value_place(path), code, dict(fields), context=" › ".join(str(part) for part in path))


CHECKS: tuple[Check, ...] = (
    sources_are_known,
    steps_run_in_no_circle,
    ways_lead_back,
    roles_can_do_their_steps,
    waits_are_for_somebody,
    gatherings_have_settings,
    units_fit,
    decisions_add_up,
    personas_have_holders,
    sizes_fit,
    calendars_are_calendars,
)
