"""What can be true and known of a citizen between contacts, and who may tell whom."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulation.model.steps import ContactStep
from simulation.model.world import World
from simulation.population.cast import Cast
from simulation.population.columns import Flags
from simulation.population.names import Names
from simulation.population.truth import Truth

FREE: Final = 0
WITH_CONSENT: Final = 1
NEVER: Final = 2
"""What the law says of a giver, a receiver and a data type."""

Law = NDArray[np.uint8]
"""(personas, givers, receivers, data types): FREE, WITH_CONSENT or NEVER."""


@dataclass(frozen=True)
class Matters:
    """Single things that are true about a citizen: a data type, or one holder's data of a type."""

    of_type: list[tuple[int, ...]]
    """Matters of each data type, in order of holder."""
    data_type: list[int]
    """Data type of each matter."""
    holder: list[int]
    """Actor whose own it is, or -1: the citizen's, of which there is one."""
    domain: list[int]
    """Domain that consent is given for: the holder's, else the data type's."""
    is_seen: list[bool]
    """Whether contacts see it with their own eyes; else it is registered by who keeps it."""
    kept_by: list[frozenset[int]]
    """Actors that keep it in their own systems."""
    exists: Flags
    """(citizens, matters)."""
    purposes: tuple[str, ...]
    """What is shared for, sorted."""
    law: list[Law]
    """By purpose."""

    def __len__(self) -> int:
        """Return the number of matters."""
        return len(self.data_type)


def types_between_contacts(world: World) -> tuple[str, ...]:
    """Return the data types that contacts, flows and life events speak of, sorted."""
    named: set[str] = {name for event in world.life.values() for name in event.changes}
    for step in world.steps.values():
        if isinstance(step, ContactStep):
            named |= {need.data_type for need in step.needs} | set(step.observes) | set(step.shares)
            named |= {step.pauses.known_from} if step.pauses else set()
    for flow in world.flows.values():
        named |= set(flow.data_types)
    for reaction in world.reactions.values():
        named |= {name for telling in reaction.tells for name in telling.data_types}
    if world.coordination:
        named |= {*world.coordination.efforts, *world.coordination.condition}
        named |= {world.coordination.pauses.known_from} if world.coordination.pauses else set()
    return tuple(sorted(named))


def matters_of(world: World, names: Names, cast: Cast, truth: Truth) -> Matters:
    """Return the matters of a world and for whom each exists."""
    found: list[tuple[int, int]] = []
    for name in types_between_contacts(world):
        kind = world.data_types[name]
        holders = sorted(names.actor[a] for a in kind.held_by) if kind.of_each_holder else [-1]
        found += [(names.data_type[name], holder) for holder in holders]
    data_type, holder = [d for d, _ in found], [h for _, h in found]
    seen = {names.data_type[d] for s in world.steps.values() if isinstance(s, ContactStep) for d in s.observes}
    purposes = _purposes(world)
    return Matters(
        of_type=[tuple(m for m, d in enumerate(data_type) if d == place) for place in range(len(names.data_types))],
        data_type=data_type,
        holder=holder,
        domain=[_domain(world, names, d, h) for d, h in found],
        is_seen=[d in seen for d in data_type],
        kept_by=[_kept_by(world, names, d, h) for d, h in found],
        exists=_exists(truth, found, len(cast)),
        purposes=purposes,
        law=[_law(world, names, cast, purpose) for purpose in purposes],
    )


def _domain(world: World, names: Names, data_type: int, holder: int) -> int:
    of_type = world.data_types[names.data_types[data_type]].domain
    return names.domain[world.actors[names.actors[holder]].domain if holder >= 0 else of_type]


def _kept_by(world: World, names: Names, data_type: int, holder: int) -> frozenset[int]:
    held_by = world.data_types[names.data_types[data_type]].held_by
    return frozenset([holder] if holder >= 0 else (names.actor[actor] for actor in held_by))


def _exists(truth: Truth, found: list[tuple[int, int]], citizens: int) -> Flags:
    flags = np.zeros((citizens, len(found)), dtype=np.bool_)
    for place, (data_type, holder) in enumerate(found):
        flags[:, place] = truth.has[:, data_type]
        if holder >= 0:
            flags[:, place] &= truth.involved[:, holder]
    return flags


def _purposes(world: World) -> tuple[str, ...]:
    if world.coordination is None:
        return ()
    named = {world.coordination.purpose}
    named |= {flow.purpose for flow in world.flows.values() if flow.purpose}
    named |= {step.purpose for step in world.steps.values() if isinstance(step, ContactStep) and step.purpose}
    named |= {t.purpose for reaction in world.reactions.values() for t in reaction.tells if t.purpose}
    return tuple(sorted(named))


def _law(world: World, names: Names, cast: Cast, purpose: str) -> Law:
    """Return what holds for a purpose: rules in order of precedence, a later one over an earlier; else consent."""
    rules = [
        (rule.precedence, name)
        for name, rule in world.legal_basis.items()
        if not rule.purposes or purpose in rule.purposes
    ]
    size = len(names.actors)
    found: Law = np.full((len(cast.personas), size, size, len(names.data_types)), WITH_CONSENT, dtype=np.uint8)
    # Of equal precedence the first by id holds, so it is laid down last.
    for _, name in sorted(sorted(rules, key=lambda r: r[1], reverse=True), key=lambda r: r[0]):
        rule = world.legal_basis[name]
        tags = [set(world.personas[persona].tags) for persona in cast.personas]
        where = np.ix_(
            np.array([place for place, of in enumerate(tags) if not rule.tags or of & set(rule.tags)], dtype=np.int64),
            _chosen(rule.givers, names.actor),
            _chosen(rule.receivers, names.actor),
            _chosen(rule.data_types, names.data_type),
        )
        found[where] = NEVER if rule.never else WITH_CONSENT if rule.needs_consent else FREE
    return found


def _chosen(named: tuple[str, ...], places: dict[str, int]) -> NDArray[np.int64]:
    return np.array(sorted(places[name] for name in named) if named else range(len(places)), dtype=np.int64)
