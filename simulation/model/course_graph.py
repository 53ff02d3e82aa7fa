"""The steps of a course as a graph: what follows what, and what a way back resets."""

from collections.abc import Mapping

from simulation.model.steps import MeetingStep, Step, WorkStep
from simulation.model.world import World


def edges_of(world: World) -> dict[str, set[str]]:
    """Return for each step the steps that follow it, meetings and what their booking starts included."""
    follow: dict[str, set[str]] = {name: set() for name in world.steps}
    for name, step in world.steps.items():
        before = set(step.after)
        if step.when_booked is not None:
            meeting = world.steps.get(step.when_booked)
            before |= set(meeting.after) if meeting else set()
            if step.when_booked in follow:
                follow[name].add(step.when_booked)
        for earlier in before & follow.keys():
            follow[earlier].add(name)
    return follow


def reached(follow: Mapping[str, set[str]], start: str) -> set[str]:
    """Return a step and all that come after it."""
    found, waiting = {start}, [start]
    while waiting:
        for step in follow[waiting.pop()]:
            if step not in found:
                found.add(step)
                waiting.append(step)
    return found


def turned(follow: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return the graph with all edges turned round."""
    back: dict[str, set[str]] = {name: set() for name in follow}
    for earlier, later in follow.items():
        for step in later:
            back[step].add(earlier)
    return back


def resets(world: World, back_to: str, at: str) -> tuple[str, ...]:
    """Return the steps that a way back from `at` to `back_to` makes due again, sorted.

    They are those on a path between the two; of a meeting and what its booking starts all are, where one is.
    """
    follow = edges_of(world)
    between = reached(follow, back_to) & reached(turned(follow), at) | {back_to}
    for name, step in world.steps.items():
        if isinstance(step, MeetingStep):
            booked = {name} | {other for other, s in world.steps.items() if s.when_booked == name}
            if booked & between:
                between |= booked
    return tuple(sorted(between))


def ways_back(world: World) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return for each step its ways back: the step gone back to and how often at most."""
    return {name: tuple(_ways(step)) for name, step in world.steps.items()}


def _ways(step: Step) -> list[tuple[str, int]]:
    ways = [(step.again.back_to, step.again.at_most)] if step.again else []
    check = step.checks_critical if isinstance(step, WorkStep | MeetingStep) else None
    return ways + ([(check.return_to, check.at_most)] if check else [])


def occurrences(world: World) -> dict[str, int]:
    """Return how often each step can happen in one case, at most."""
    most = dict.fromkeys(world.steps, 1)
    for name, ways in ways_back(world).items():
        for back_to, at_most in ways:
            for step in resets(world, back_to, name):
                most[step] += at_most
    return most


def steps_before(world: World, step: str) -> set[str]:
    """Return all steps that come before a step."""
    return reached(turned(edges_of(world)), step) - {step}


def steps_of(world: World, persona: str) -> set[str]:
    """Return the steps that a citizen can come to: all, or those from the one where the persona enters."""
    first = world.personas[persona].enters_at
    return reached(edges_of(world), first) if first else set(world.steps)


def circle(world: World) -> tuple[str, ...]:
    """Return the steps of a circle in the order they wait for each other, or nothing."""
    follow = edges_of(world)
    for start in sorted(follow):
        for first in sorted(follow[start]):
            way = _way(follow, first, start)
            if way:
                return (start, *way[:-1]) if len(way) > 1 else (start,)
    return ()


def _way(follow: Mapping[str, set[str]], first: str, last: str) -> tuple[str, ...]:
    """Return the steps from one to another, both included, or nothing."""
    came_from: dict[str, str | None] = {first: None}
    waiting = [first]
    while waiting:
        step = waiting.pop(0)
        if step == last:
            way: list[str] = []
            at: str | None = step
            while at is not None:
                way.append(at)
                at = came_from[at]
            return tuple(reversed(way))
        for later in sorted(follow[step]):
            if later not in came_from:
                came_from[later] = step
                waiting.append(later)
    return ()
