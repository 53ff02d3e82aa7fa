"""Which changes work where: a proposal works for an actor only if that actor took it up (SEMANTICS S5.6).

What a scenario or a command line changes by itself says what the world is like and holds everywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from simulation.model.world import World
from simulation.reading.change_list import Change, Verb
from simulation.reading.changes import apply
from simulation.reading.references import unknown_references
from simulation.reading.tree import Tree
from simulation.values.faults import Fault

STRUCTURE = ("after", "ready_when", "when_booked", "held_by", "again", "kind", "by", "waits_for", "only_if")
"""Keys whose change makes another course, which holds for all."""


def governing_actor(change: Change, world: World) -> str | None:
    """Return the actor whose uptake a change depends on, or None when it holds in any case."""
    room, *rest = change.path
    if not rest or change.path[-1] in STRUCTURE or (len(change.path) == 2 and change.verb in (Verb.ADD, Verb.REMOVE)):
        return None
    name = rest[0]
    if room == "actors":
        return name
    if room in ("coordination", "life"):
        return next((part for part in rest if part in world.actors), None)
    if room == "data_types":
        kind = world.data_types.get(name)
        return kind.held_by[0] if kind and kind.held_by else None
    if room == "roles":
        return world.roles[name].actor if name in world.roles else None
    if room == "steps":
        return actor_of_step(world, name)
    return own_actor(world) if room == "gathering" else None


def actor_of_step(world: World, name: str) -> str | None:
    """Return the actor that does a step or is waited for; None for the citizen."""
    step = world.steps.get(name)
    role = getattr(step, "by", None)
    if role is not None:
        return world.roles[role].actor
    waited = getattr(step, "waits_for", None)
    return waited if waited in world.actors else None


def own_actor(world: World) -> str | None:
    """Return the actor that gathers."""
    steps = (world.roles[step.by].actor for step in world.steps.values() if step.kind == "gather")
    return next(steps, None)


def working(proposed: Iterable[Change], world: World, taken_up: frozenset[str]) -> tuple[Change, ...]:
    """Return the proposed changes that work where these actors took the proposals up."""
    found = ((change, governing_actor(change, world)) for change in proposed)
    return tuple(change for change, actor in found if actor is None or actor in taken_up)


def left_behind(base: Tree, proposed: Sequence[Change], stated: Sequence[Change], world: World) -> Iterator[Fault]:
    """Yield a fault for each id that is removed for all but still named where nobody took the proposals up."""
    everywhere = (*working(proposed, world, frozenset()), *stated)
    if not any(change.verb is Verb.REMOVE for change in everywhere):
        return
    tree, _ = apply(base, everywhere)
    for fault in unknown_references(World.model_validate(tree.value), tree):
        yield replace(fault, code="left-behind", known=(), suggestion=None)


def passed_over(proposed: Iterable[Change], world: World, taken_up: frozenset[str]) -> frozenset[str]:
    """Return the proposed steps whose actor did not take them up."""
    added = [
        change.path[1]
        for change in proposed
        if change.verb is Verb.ADD and change.path[0] == "steps" and len(change.path) == 2
    ]
    return frozenset(
        step for step in added if (actor := actor_of_step(world, step)) is not None and actor not in taken_up
    )


def shared_with(sharing: Mapping[str, Any], proposed: Iterable[Change], taken_up: frozenset[str]) -> dict[str, Any]:
    """Return the sharing rules of a raw world, proposed ones only with holders that took them up."""
    added = {
        change.path[1]
        for change in proposed
        if change.verb is Verb.ADD and change.path[0] == "sharing" and len(change.path) == 2
    }
    found = {}
    for name, rule in sharing.items():
        holders = [h for h in rule["holders"] if h in taken_up] if name in added else list(rule["holders"])
        if holders:
            found[name] = {**rule, "holders": holders}
    return found


def flows_between(flows: Mapping[str, Any], changes: Iterable[Change], taken_up: frozenset[str]) -> dict[str, Any]:
    """Return the flows of a raw world, added ones only between givers and receivers that took them up."""
    added = {change.path[1] for change in changes if change.verb is Verb.ADD and change.path[0] == "flows"}
    found = {}
    for name, flow in flows.items():
        ends = {key: [a for a in flow[key] if name not in added or a in taken_up] for key in ("givers", "receivers")}
        if all(ends.values()):
            found[name] = {**flow, **ends}
    return found
