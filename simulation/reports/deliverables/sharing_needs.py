"""Who needs what from whom in a course, and which of its rules says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulation.model.steps import ContactStep, MeetingStep, WorkStep
from simulation.model.world import World
from simulation.reading.uptake import own_actor
from simulation.reports.deliverables import names


@dataclass(frozen=True, order=True)
class SharingNeed:
    """One actor that needs one kind of data of another."""

    data_type: str
    giver: str
    receiver: str
    why: str
    """Key of the rule: `step`, `gathering`, `told`, `event`, `flow` or `shared`."""


def sharing_needs(world: World) -> tuple[SharingNeed, ...]:
    """Return all needs of sharing between two actors of a course, each reason once, in order of data type."""
    found = {
        need
        for rule in (wanted_at_steps, gathered, told_after_steps, told_after_events, by_flows, at_common_contacts)
        for need in rule(world)
        if need.giver != need.receiver
    }
    known = list(world.data_types)
    return tuple(sorted(found, key=lambda need: (known.index(need.data_type), need)))


def wanted_at_steps(world: World) -> Iterator[SharingNeed]:
    """Yield what is wanted at a step and kept elsewhere; what the own actor keeps needs nobody."""
    for step in world.steps.values():
        receiver = names.actor_of(world, names.doer_of(world, step))
        if receiver and isinstance(step, WorkStep | ContactStep):
            for need in step.needs:
                holders = world.data_types[need.data_type].held_by
                if receiver not in holders:
                    yield from pairs(need.data_type, holders, (receiver,), "step")


def gathered(world: World) -> Iterator[SharingNeed]:
    """Yield what the gathering asks every holder for."""
    receiver = own_actor(world)
    in_use = data_types_in_use(world)
    for name, kind in world.data_types.items():
        if receiver and kind.gathered and name in in_use:
            yield from pairs(name, kind.held_by, (receiver,), "gathering")


def told_after_steps(world: World) -> Iterator[SharingNeed]:
    """Yield what actors are told when a step is done."""
    for step in world.steps.values():
        giver = names.actor_of(world, names.doer_of(world, step))
        if giver and step.tells:
            yield from pairs(step.tells.data_type, (giver,), step.tells.actors, "told")


def told_after_events(world: World) -> Iterator[SharingNeed]:
    """Yield what actors are told when something happens to the citizen."""
    for reaction in world.reactions.values():
        for telling in reaction.tells:
            for data_type in telling.data_types:
                yield from pairs(data_type, (telling.by,), telling.actors, "event")


def by_flows(world: World) -> Iterator[SharingNeed]:
    """Yield what travels between systems by itself."""
    for flow in world.flows.values():
        for data_type in flow.data_types:
            yield from pairs(data_type, flow.givers, flow.receivers, "flow")


def at_common_contacts(world: World) -> Iterator[SharingNeed]:
    """Yield what those who meet tell each other."""
    for step in world.steps.values():
        if isinstance(step, ContactStep):
            present = {world.roles[role].actor for role in (step.by, *(one.role for one in step.participants))}
            for data_type in step.shares:
                yield from pairs(data_type, sorted(present), sorted(present), "shared")


def pairs(data_type: str, givers: Iterable[str], receivers: Iterable[str], why: str) -> Iterator[SharingNeed]:
    """Yield a need for every giver and receiver."""
    receivers = tuple(receivers)
    for giver in givers:
        for receiver in receivers:
            yield SharingNeed(data_type, giver, receiver, why)


def data_types_in_use(world: World) -> frozenset[str]:
    """Return the data types that personas have or that steps, flows and events of the course name."""
    found: set[str] = set()
    for persona in world.personas.values():
        found |= {*persona.has, *persona.may_have, *persona.critical}
    for step in world.steps.values():
        found |= set(step.produces) | ({step.tells.data_type} if step.tells else set())
        if isinstance(step, WorkStep | ContactStep):
            found |= {need.data_type for need in step.needs}
        if isinstance(step, ContactStep):
            found |= {*step.observes, *step.shares}
    for rule in (told_after_events, by_flows):
        found |= {need.data_type for need in rule(world)}
    return frozenset(found)


def actors_in_use(world: World) -> tuple[str, ...]:
    """Return the actors that do steps, know citizens or share data in the course, in the order of the landscape."""
    found = {names.actor_of(world, names.doer_of(world, step)) for step in world.steps.values()}
    for persona in world.personas.values():
        found |= {*persona.involves, *persona.may_involve}
    for step in world.steps.values():
        if isinstance(step, MeetingStep | ContactStep):
            found |= {world.roles[one.role].actor for one in step.participants}
    for need in sharing_needs(world):
        found |= {need.giver, need.receiver}
    return tuple(name for name in world.actors if name in found)
