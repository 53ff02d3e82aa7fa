"""Checks of lives, regular contacts and flows: states that exist, one way for each event to happen, whole settings."""

from collections.abc import Iterable, Iterator, Mapping

from simulation.model.lives import LifeEvent
from simulation.model.steps import ContactStep
from simulation.model.world import World
from simulation.reading.fault_at import fault_at
from simulation.reading.tree import KeyPath, Tree
from simulation.values.faults import Fault

MOST_MATTERS = 60
"""A run holds sets of them as bits of one number."""
WAYS = ("rate", "after", "ahead")


def events_happen_in_one_way(world: World, tree: Tree) -> Iterator[Fault]:
    """A life event has a rate, or follows a state, or is ahead of another; a share needs something that may fail."""
    for name, event in world.life.items():
        path: KeyPath = ("life", name)
        given = tuple(key for key in WAYS if getattr(event, key) is not None)
        yield from _exactly_one(tree, path, WAYS, given)
        if event.chance is not None and event.after is None:
            yield fault_at(tree, (*path, "chance"), "missing-key", at_key=True, key="chance", required="after")
        if event.ahead is not None and world.life[event.ahead.of].after is None:
            known = [other for other, one in world.life.items() if one.after is not None]
            at = (*path, "ahead", "of")
            yield fault_at(tree, at, "unknown-reference", known=known, what=("life event",), name=event.ahead.of)
    yield from _personas_change_what_is_there(world, tree)


def _exactly_one(tree: Tree, path: KeyPath, keys: Iterable[str], given: tuple[str, ...]) -> Iterator[Fault]:
    if len(given) != 1:
        found = ", ".join(given) or ("none",)
        yield fault_at(tree, (*path, *given[-1:]), "exactly-one", at_key=True, keys=", ".join(keys), given=found)


def _personas_change_what_is_there(world: World, tree: Tree) -> Iterator[Fault]:
    """Yield a fault where a persona changes a rate or a share of an event that has none."""
    for name, persona in world.personas.items():
        for key, given, heeded in (("life", persona.life, "rate"), ("chances", persona.chances, "after")):
            for event in given:
                if getattr(world.life[event], heeded) is None:
                    path: KeyPath = ("personas", name, key, event)
                    yield fault_at(tree, path, "missing-key", at_key=True, key=event, required=f"life.{event}.{heeded}")


def states_are_known(world: World, tree: Tree) -> Iterator[Fault]:
    """Every state that is named is one of its side of life."""
    for path, side, named in _named_states(world):
        known = world.states[side].states
        for place, state in named:
            if state not in known:
                at: KeyPath = (*path, *place)
                yield fault_at(tree, at, "unknown-reference", known=known, what=("state",), name=state)


Named = Iterator[tuple[KeyPath, str, list[tuple[KeyPath, str]]]]


def _named_states(world: World) -> Named:
    """Yield (path, side of life, states with where they stand below the path)."""
    yield from _of_settings(world)
    for name, event in world.life.items():
        yield from _of_event(("life", name), event)
    for name, persona in world.personas.items():
        for place, given in persona.states.items():
            yield ("personas", name, "states"), place, [((place,), given)]
    for name, step in world.steps.items():
        if isinstance(step, ContactStep):
            yield from _of_contact(("steps", name), step)


def _of_settings(world: World) -> Named:
    for name, side in world.states.items():
        yield ("states", name), name, [(("first",), side.first)]
    for name, kind in world.data_types.items():
        if kind.sooner is not None:
            yield from _of_many(("data_types", name, "sooner"), {kind.sooner.side: kind.sooner.states}, "states")
    if world.coordination and world.coordination.pauses:
        pauses = world.coordination.pauses
        yield from _of_many(("coordination", "pauses"), {pauses.side: pauses.states}, "states")


def _of_event(path: KeyPath, event: LifeEvent) -> Named:
    yield from _of_many((*path, "during"), event.during)
    for side, state in event.becomes.items():
        yield (*path, "becomes"), side, [((side,), state)]
    for side, factors in event.faster.items():
        yield (*path, "faster", side), side, [((state,), state) for state in factors]


def _of_contact(path: KeyPath, step: ContactStep) -> Named:
    yield from _of_many((*path, "during"), step.during)
    if step.pauses is not None:
        yield from _of_many((*path, "pauses"), {step.pauses.side: step.pauses.states}, "states")


def _of_many(path: KeyPath, named: Mapping[str, tuple[str, ...]], key: str = "") -> Named:
    for side, states in named.items():
        yield path, side, [((key or side, place), state) for place, state in enumerate(states)]


def contacts_are_whole(world: World, tree: Tree) -> Iterator[Fault]:
    """A contact comes back or follows an event, and the course says how people ask each other."""
    for name, step in world.steps.items():
        if not isinstance(step, ContactStep):
            continue
        path: KeyPath = ("steps", name)
        given = tuple(key for key in ("every", "on") if getattr(step, key) is not None)
        yield from _exactly_one(tree, path, ("every", "on"), given)
        if step.delay is not None and step.on is None:
            yield fault_at(tree, (*path, "delay"), "missing-key", at_key=True, key="delay", required="on")
        if world.coordination is None:
            yield fault_at(tree, path, "missing-key", at_key=True, key="coordination", required="coordination")
        if step.shares and not step.participants:
            required = "participants"
            yield fault_at(tree, (*path, "shares"), "missing-key", at_key=True, key="shares", required=required)


def others_can_be_told(world: World, tree: Tree) -> Iterator[Fault]:
    """Flows and tellings need to know what for: the course has settings of coordination."""
    if world.coordination is not None:
        return
    telling = [("reactions", name, "tells") for name, reaction in world.reactions.items() if reaction.tells]
    for path in (*(("flows", name) for name in world.flows), *telling):
        yield fault_at(tree, path, "missing-key", at_key=True, key="coordination", required="coordination")


def contacts_end_nothing(world: World, tree: Tree) -> Iterator[Fault]:
    """No step waits for a contact, which has no end."""
    for name, step in world.steps.items():
        for number, early in enumerate(step.after):
            if isinstance(world.steps[early], ContactStep):
                known = [other for other, one in world.steps.items() if not isinstance(one, ContactStep)]
                path: KeyPath = ("steps", name, "after", number)
                yield fault_at(tree, path, "wrong-kind", known=known, name=early, kind="contact", wanted="work")


def matters_fit(world: World, tree: Tree) -> Iterator[Fault]:
    """There are no more single matters than a run can hold, and one that pauses contacts is one."""
    of_each = {name for name, kind in world.data_types.items() if kind.of_each_holder}
    named = {name for event in world.life.values() for name in event.changes}
    for step in world.steps.values():
        if isinstance(step, ContactStep):
            named |= {need.data_type for need in step.needs} | set(step.observes) | set(step.shares)
    count = sum(len(world.data_types[name].held_by) if name in of_each else 1 for name in named)
    if count > MOST_MATTERS:
        what = ("matters",)
        yield fault_at(tree, ("data_types",), "too-many", at_key=True, count=count, what=what, limit=MOST_MATTERS)
    for name, step in world.steps.items():
        if isinstance(step, ContactStep) and step.pauses and step.pauses.known_from in of_each:
            path: KeyPath = ("steps", name, "pauses", "known_from")
            known = sorted(world.data_types.keys() - of_each)
            found = step.pauses.known_from
            yield fault_at(tree, path, "unknown-reference", known=known, what=("data type",), name=found)
