"""What is true about each citizen: who is involved, which data exist, who knows of whom."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulation.model.data_types import Need
from simulation.model.persona import Persona
from simulation.model.world import World
from simulation.population.cast import Cast, Integers
from simulation.population.columns import Flags
from simulation.population.names import Names
from simulation.values.quantity import Quantity

ShareOf = Callable[[Persona, str], Quantity | bool | None]


@dataclass(frozen=True)
class Truth:
    """The hidden truth, one row per citizen; drawn before anything else (SEMANTICS S2.5)."""

    involved: Flags
    """(citizens, actors)."""
    has: Flags
    """(citizens, data types): it exists somewhere."""
    need: Integers
    """(citizens, data types): 2 critical, 1 relevant, 0 background."""
    remembers: Flags
    """(citizens, actors): would come to mind unprompted."""
    told: Flags
    """(citizens, actors): remembered and willingly told."""
    points: Flags
    """(citizens, actors, actors): the first knows of the second; only where both are involved."""


def truth_of(world: World, names: Names, cast: Cast) -> Truth:
    """Draw the truth about all citizens."""
    involved = _drawn(world, names.actors, cast, "involves", lambda p, a: a in p.involves or p.may_involve.get(a))
    has = _drawn(world, names.data_types, cast, "has", lambda p, d: d in p.has or p.may_have.get(d))
    remembers = involved & _drawn(
        world, names.actors, cast, "remembers", lambda p, a: None if a in p.forgets else p.overview
    )
    willing = _drawn(world, names.actors, cast, "willing", lambda p, a: p.willing_for.get(a, p.willing))
    return Truth(
        involved=involved,
        has=has & _held(world, names, involved),
        need=_need(world, names, cast),
        remembers=remembers,
        told=remembers & willing,
        points=_points(world, names, cast, involved),
    )


def _drawn(world: World, ids: tuple[str, ...], cast: Cast, purpose: str, share_of: ShareOf) -> Flags:
    """Draw yes or no for each citizen and id, with the share that the persona gives; none given is no."""
    found = np.zeros((len(cast), len(ids)), dtype=np.bool_)
    personas = [world.personas[name] for name in cast.personas]
    for place, name in enumerate(ids):
        shares = [_value(share_of(persona, name)) for persona in personas]
        if any(share > 0 for share in shares):
            found[:, place] = cast.uniforms(f"{purpose}.{name}") < np.array(shares)[cast.persona]
    return found


def _value(share: Quantity | bool | None) -> float:
    return float(share or False) if not isinstance(share, Quantity) else share.number("value") or 0.0


def _held(world: World, names: Names, involved: Flags) -> NDArray[np.bool_]:
    """Return where at least one holder is involved; what nobody holds is told or produced and counts as held."""
    columns = []
    for name in names.data_types:
        holders = [names.actor[actor] for actor in world.data_types[name].held_by]
        columns.append(involved[:, holders].any(axis=1) if holders else np.ones(len(involved), dtype=np.bool_))
    return np.array(columns).T if columns else np.zeros((len(involved), 0), dtype=np.bool_)


def _need(world: World, names: Names, cast: Cast) -> Integers:
    levels = {Need.CRITICAL: 2, Need.RELEVANT: 1, Need.BACKGROUND: 0}
    table = np.zeros((len(cast.personas), len(names.data_types)), dtype=np.int64)
    for row, persona in enumerate(world.personas[name] for name in cast.personas):
        for column, name in enumerate(names.data_types):
            kind = world.data_types[name]
            critical = persona.case_type in kind.critical_for or name in persona.critical
            table[row, column] = 2 if critical else levels[kind.need]
    return table[cast.persona]


def _points(world: World, names: Names, cast: Cast, involved: Flags) -> Flags:
    points = np.zeros((len(cast), len(names.actors), len(names.actors)), dtype=np.bool_)
    pointers = world.gathering.pointers if world.gathering else {}
    for giver in sorted(pointers):
        for named in sorted(pointers[giver]):
            share = _value(pointers[giver][named])
            a, b = names.actor[giver], names.actor[named]
            drawn = cast.uniforms(f"points.{giver}.{named}") < share
            points[:, a, b] = drawn & involved[:, a] & involved[:, b]
    return points
