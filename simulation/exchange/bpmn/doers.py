"""Who does each step: the pool and lane it is drawn in."""

from collections.abc import Iterable, Mapping

from simulation.exchange.bpmn.elements import Pool
from simulation.exchange.bpmn.words import Speaker
from simulation.model.steps import AnyStep, ConsentStep, GatherStep, WaitStep
from simulation.model.world import World

CITIZEN = "citizen"
OWN = ""
"""Lane of what an actor does without a role."""
Doer = tuple[str, str]
"""Actor and role."""


def doers(world: World, steps: Iterable[str]) -> Mapping[str, Doer]:
    """Return who does each step. What nobody does, the role that does what comes before it decides."""
    found: dict[str, Doer] = {}
    for name in steps:
        found[name] = _doer(world, world.steps[name]) or _before(world, name, found)
    return found


def _doer(world: World, step: AnyStep) -> Doer | None:
    if isinstance(step, WaitStep):
        return (step.waits_for, OWN)
    role = getattr(step, "by", None)
    return (world.roles[role].actor, role) if role else None


def _before(world: World, name: str, found: Mapping[str, Doer]) -> Doer:
    waiting, seen = [*world.steps[name].after], {name}
    while waiting:
        one = waiting.pop(0)
        if one in seen:
            continue
        seen.add(one)
        known = found.get(one) or _doer(world, world.steps[one])
        if known is not None and known[0] != CITIZEN:
            return known
        waiting += world.steps[one].after
    owner = next((step for step in world.steps.values() if isinstance(step, GatherStep | ConsentStep)), None)
    return (world.roles[owner.by].actor, owner.by) if owner else (CITIZEN, OWN)


def holders(world: World) -> tuple[str, ...]:
    """Return the actors that the gathering may ask, in the order of the landscape."""
    if world.gathering is None:
        return ()
    held = {actor for kind in world.data_types.values() if kind.gathered for actor in kind.held_by}
    return tuple(name for name, actor in world.actors.items() if actor.answers is not None and name in held)


def concerned(world: World, found: Mapping[str, Doer], *, tells: bool) -> tuple[str, ...]:
    """Return all actors that take part in some steps: who does, is asked, is told, or meets; the citizen first."""
    actors = {actor for actor, _ in found.values()}
    steps = [world.steps[name] for name in found]
    if any(isinstance(step, GatherStep) for step in steps):
        actors |= {*holders(world)}
    for step in steps:
        actors |= {*step.tells.actors} if step.tells else set()
        actors |= {world.roles[one.role].actor for one in getattr(step, "participants", ())}
    if tells:
        tellings = [one for reaction in world.reactions.values() for one in reaction.tells]
        actors |= {actor for one in tellings for actor in (one.by, *one.actors)}
        actors |= {actor for flow in world.flows.values() for actor in (*flow.givers, *flow.receivers)}
    return (CITIZEN, *(name for name in world.actors if name in actors))


def pools(speak: Speaker, actors: Iterable[str], found: Mapping[str, Doer]) -> tuple[Pool, ...]:
    """Return the pool of each actor, with a lane for each role where it has several."""
    made = []
    for actor in actors:
        roles = tuple(dict.fromkeys(role for one, role in found.values() if one == actor))
        lanes = {lane_id(actor, role): speak.titled(role) if role else speak("own") for role in roles}
        title = speak("citizen") if actor == CITIZEN else speak.titled(actor)
        made.append(Pool(pool_id(actor), title, lanes))
    return tuple(made)


def pool_id(actor: str) -> str:
    """Return the id of an actor's pool."""
    return f"pool_{actor}"


def lane_id(actor: str, role: str) -> str:
    """Return the id of a role's lane."""
    return f"lane_{actor}_{role or 'own'}"
