"""Checks of a course's steps: what follows what, who does it, and what leads where."""

from collections.abc import Iterator

from simulation.model.course_graph import circle, edges_of, reached, steps_before, steps_of
from simulation.model.landscape import Works
from simulation.model.steps import ContactStep, DecideStep, GatherStep, MeetingStep, Step, WaitStep, WorkStep
from simulation.model.world import World
from simulation.reading.fault_at import fault_at
from simulation.reading.tree import KeyPath, Tree
from simulation.values.faults import Fault
from simulation.values.quantity import Unit

CITIZEN = "citizen"
LEFT_OUT = {
    "gather": ("again", "tells", "produces", "asks_citizen"),
    "decide": ("again", "tells", "produces", "asks_citizen"),
    "meeting": ("again", "tells", "produces"),
    "contact": ("again", "tells", "produces", "asks_citizen", "fee"),
}
"""Keys that every step has and that a kind does not heed."""


def steps_run_in_no_circle(world: World, tree: Tree) -> Iterator[Fault]:
    """No step waits for itself, and no meeting for what comes after it."""
    found = circle(world)
    if found:
        yield fault_at(tree, ("steps", found[0], "after"), "circle", at_key=True, circle=" → ".join((*found, found[0])))
    follow = edges_of(world)
    for name, step in world.steps.items():
        for number, early in enumerate(step.ready_when if isinstance(step, MeetingStep) else ()):
            if early in reached(follow, name):
                path: KeyPath = ("steps", name, "ready_when", number)
                yield fault_at(tree, path, "circle", circle=f"{name} → {early} → {name}")


def ways_lead_back(world: World, tree: Tree) -> Iterator[Fault]:
    """A way back leads to an earlier step, a check to a gathering before it."""
    for name, step in world.steps.items():
        path: KeyPath = ("steps", name)
        before = {*steps_before(world, name), name}
        if step.again and step.again.back_to not in before:
            yield fault_at(tree, (*path, "again", "back_to"), "back-not-before", to=step.again.back_to, step=name)
        check = step.checks_critical if isinstance(step, WorkStep | MeetingStep) else None
        if check and check.return_to not in before:
            path = (*path, "checks_critical", "return_to")
            yield fault_at(tree, path, "back-not-before", to=check.return_to, step=name)
        elif check:
            yield from of_kind(world, tree, (*path, "checks_critical", "return_to"), check.return_to, "gather")


def named_steps_are_of_the_kind(world: World, tree: Tree) -> Iterator[Fault]:
    """What is booked is a meeting, and so is the course's meeting; there is one gathering."""
    for name, step in world.steps.items():
        if step.when_booked is not None:
            yield from of_kind(world, tree, ("steps", name, "when_booked"), step.when_booked, "meeting")
    if world.course.meeting is not None:
        yield from of_kind(world, tree, ("course", "meeting"), world.course.meeting, "meeting")
    gatherings = [name for name, step in world.steps.items() if isinstance(step, GatherStep)]
    for name in gatherings[1:]:
        yield fault_at(tree, ("steps", name), "second-gathering", at_key=True, step=name, first=gatherings[0])
    if gatherings and world.gathering is None:
        yield fault_at(tree, ("steps", gatherings[0]), "no-settings", at_key=True, step=gatherings[0])


def of_kind(world: World, tree: Tree, path: KeyPath, name: str, wanted: str) -> Iterator[Fault]:
    """Yield a fault where a named step is of another kind."""
    kind = world.steps[name].kind
    if kind != wanted:
        known = [other for other, step in world.steps.items() if step.kind == wanted]
        yield fault_at(tree, path, "wrong-kind", known=known, name=name, kind=kind, wanted=wanted)


def roles_can_do_their_steps(world: World, tree: Tree) -> Iterator[Fault]:
    """Gathering and a desk need a person, and what only an appointment or a queue heeds is not on a desk."""
    for name, step in world.steps.items():
        if isinstance(step, WaitStep | DecideStep | ContactStep):
            continue
        works = world.roles[step.by].works_as
        on_desk = isinstance(step, WorkStep) and step.at == "desk"
        if (on_desk or isinstance(step, GatherStep)) and works != Works.PERSON:
            key = "at" if on_desk else "by"
            yield wrong_role(tree, ("steps", name, key), step.by, works, Works.PERSON)
        elif isinstance(step, WorkStep):
            yield from heeded(tree, name, step, works)


def heeded(tree: Tree, name: str, step: WorkStep, works: Works) -> Iterator[Fault]:
    """Yield a fault for an agreed time or a no-show where the work waits on a desk or takes no capacity."""
    desk = step.at == "desk" or (step.at is None and step.lead is None and works == Works.PERSON)
    if desk or works == Works.PANEL:
        other = f"works_as: {works}" if works == Works.PANEL else "at: desk"
        for key in ("lead", "no_show"):
            if getattr(step, key) is not None:
                yield fault_at(tree, ("steps", name, key), "no-effect", at_key=True, key=key, other=other)


def kinds_heed_their_keys(world: World, tree: Tree) -> Iterator[Fault]:
    """A step has no key that its kind passes over."""
    for name, step in world.steps.items():
        for key in LEFT_OUT.get(step.kind, ()):
            if getattr(step, key):
                other = f"kind: {step.kind}"
                yield fault_at(tree, ("steps", name, key), "no-effect", at_key=True, key=key, other=other)


def wrong_role(tree: Tree, path: KeyPath, role: str, works: str, wanted: Works) -> Fault:
    """Return the fault of a role that cannot do what it is given."""
    return fault_at(tree, path, "wrong-role", role=role, works=works, wanted=wanted)


def waits_are_for_somebody(world: World, tree: Tree) -> Iterator[Fault]:
    """A wait is for an actor or the citizen; the citizen has no working days."""
    for name, step in world.steps.items():
        if not isinstance(step, WaitStep):
            continue
        path: KeyPath = ("steps", name, "waits_for")
        known = (CITIZEN, *world.actors)
        if step.waits_for not in known:
            yield fault_at(tree, path, "unknown-reference", known=known, what=("actor",), name=step.waits_for)
        if step.waits_for == CITIZEN and step.delay.unit == Unit.WORKING_DAYS:
            path = ("steps", name, "delay", "unit")
            yield fault_at(tree, path, "wrong-unit", unit=step.delay.unit, wanted=Unit.CALENDAR_DAYS)


def reactions_start_their_steps(world: World, tree: Tree) -> Iterator[Fault]:
    """A reaction starts steps that wait for its event, and changes persons only where cases have one."""
    for name, reaction in world.reactions.items():
        for number, step in enumerate(reaction.starts):
            if world.steps[step].on != reaction.on:
                path: KeyPath = ("reactions", name, "starts", number)
                yield fault_at(tree, path, "other-event", step=step, event=reaction.on)
        for number, role in enumerate(reaction.changes_person):
            works = world.roles[role].works_as
            if works != Works.PERSON:
                yield wrong_role(tree, ("reactions", name, "changes_person", number), role, works, Works.PERSON)


def cases_can_close(world: World, tree: Tree) -> Iterator[Fault]:
    """The closing step waits for no life event, and some persona comes to it or enters after it."""
    closes = world.course.closes
    if closes is None:
        return
    behind = {name for name in world.steps if closes in steps_before(world, name)}
    entries = [(persona.enters_at, steps_of(world, name)) for name, persona in world.personas.items()]
    is_met = any(closes in steps or entry in behind for entry, steps in entries)
    if world.steps[closes].on is not None or not is_met:
        yield fault_at(tree, ("course", "closes"), "never-closes", step=closes)


def conditions_name_answers(world: World, tree: Tree) -> Iterator[Fault]:
    """Conditions on a decision name a decide step and its answers."""
    for name, step in world.steps.items():
        for path, condition in conditions_of(name, step):
            for asked, wanted in condition.items():
                at: KeyPath = (*path, "decided", asked)
                yield from of_kind(world, tree, at, asked, "decide")
                decide = world.steps[asked]
                given = answers_of(decide) if isinstance(decide, DecideStep) else set(wanted)
                for number, answer in enumerate(wanted):
                    if answer not in given:
                        where = (*at, number)
                        yield fault_at(tree, where, "without-answers", known=given, step=asked, name=answer)


def conditions_of(name: str, step: Step) -> Iterator[tuple[KeyPath, dict[str, tuple[str, ...]]]]:
    """Yield the path and the wanted answers of each condition of a step."""
    if step.only_if:
        yield ("steps", name, "only_if"), step.only_if.decided
    if step.again:
        yield ("steps", name, "again", "when"), step.again.when.decided


def answers_of(step: DecideStep) -> set[str]:
    """Return all answers that a decide step can give."""
    return {*step.answers, *(answer for possible in step.among.values() for answer in possible)}
