"""One citizen's rows of a log, by the names of actors and data types, and what never changes for this citizen."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.current_pairs import Pairs, pairs_of
from simulation.measures.followed import Followed
from simulation.population.cast import DAY
from simulation.population.names import Names

CITIZEN = "citizen"
"""Stands for the citizen among actors."""
Matter = tuple[str, str]
"""A data type, and the holder whose own it is, or nobody."""


class Happening(NamedTuple):
    """One row of the log; a name is empty where the row says nothing."""

    row: int
    minute: int
    """Minutes since the case opened."""
    day: int
    """Days since the day the case opened."""
    kind: Kind
    step: str
    actor: str
    from_actor: str
    data_type: str
    channel: str
    attempt: int
    value: int
    cause: int
    because: Kind
    """Kind of the row that made it possible; its own where there is none."""


@dataclass(frozen=True)
class OneCitizen:
    """What happened to one citizen while followed, in order, and what holds all the time."""

    happened: tuple[Happening, ...]
    last_day: int
    """Day on which the case closed, else the follow-up ended."""
    owner: str
    """Actor that gathers; the citizen where nobody does."""
    involved: frozenset[str]
    """Actors that have to do with the citizen."""
    holders: frozenset[str]
    """Actors that hold data and can be asked, where somebody gathers."""
    consent_by_domain: dict[str, int]
    """Domain (as a place) of each holder that may be asked with consent only."""
    contacts: frozenset[str]
    """Steps that are contacts."""
    own: frozenset[Matter]
    """Matters of which each holder has its own."""
    could_know: dict[str, tuple[Matter, ...]]
    """Efforts of others that law and some consent let an actor with contacts know."""


def everyone(seen: Followed) -> tuple[OneCitizen, ...]:
    """Return the observed citizens, in order of opening."""
    pairs = None if seen.inputs.coordination is None else pairs_of(seen)
    return tuple(_one(seen, pairs, place) for place in range(len(seen)))


def _one(seen: Followed, pairs: Pairs | None, place: int) -> OneCitizen:
    inputs, names = seen.inputs, seen.inputs.names
    number = int(seen.citizens[place])
    happened = _happened(seen, place)
    closed = [one.day for one in happened if one.kind == Kind.CASE_CLOSED]
    opened, until = int(seen.opened[place]), int(seen.until[place])
    gathers = inputs.gather is not None
    matters = inputs.matters
    return OneCitizen(
        happened=tuple(happened),
        last_day=closed[0] if closed else until // DAY - opened // DAY,
        owner=names.actors[inputs.gather.own_actor] if inputs.gather is not None else CITIZEN,
        involved=frozenset(names.actors[a] for a in np.flatnonzero(inputs.truth.involved[number])),
        holders=frozenset(names.actors[one.actor] for one in inputs.holders) if gathers else frozenset(),
        consent_by_domain={names.actors[one.actor]: one.domain for one in inputs.holders if one.needs_consent},
        contacts=frozenset(names.steps[s] for s, plan in enumerate(inputs.steps) if plan.contact is not None),
        own=frozenset(_matter(names, d, h) for d, h in zip(matters.data_type, matters.holder, strict=True) if h >= 0),
        could_know={} if pairs is None else _could_know(seen, pairs, place),
    )


def _happened(seen: Followed, place: int) -> list[Happening]:
    log, names, opened = seen.log, seen.inputs.names, int(seen.opened[place])
    rows = np.flatnonzero(log["citizen"] == seen.citizens[place])
    found = []
    for row in rows[log["time"][rows] <= seen.until[place]]:
        of = {name: int(column[row]) for name, column in log.columns.items()}
        because = of["because_of"]
        found.append(
            Happening(
                row=int(row),
                minute=of["time"] - opened,
                day=of["time"] // DAY - opened // DAY,
                kind=Kind(of["kind"]),
                step=_named(names.steps, of["step"]),
                actor=_named(names.actors, of["actor"]),
                from_actor=_named(names.actors, of["from_actor"]),
                data_type=_named(names.data_types, of["data_type"]),
                channel=_named(names.channels, of["channel"]),
                attempt=of["attempt"],
                value=of["value"],
                cause=of["cause"],
                because=Kind(log["kind"][because] if because >= 0 else of["kind"]),
            )
        )
    return found


def _named(ids: tuple[str, ...], place: int) -> str:
    return ids[place] if place >= 0 else ""


def _matter(names: Names, data_type: int, holder: int) -> Matter:
    return names.data_types[data_type], _named(names.actors, holder)


def _could_know(seen: Followed, pairs: Pairs, place: int) -> dict[str, tuple[Matter, ...]]:
    names, matters = seen.inputs.names, seen.inputs.matters
    found: dict[str, list[Matter]] = {}
    for pair in np.flatnonzero(pairs.citizen == place):
        matter = int(pairs.matter[pair])
        name = _matter(names, matters.data_type[matter], matters.holder[matter])
        found.setdefault(names.actors[pairs.actor[pair]], []).append(name)
    return {actor: tuple(sorted(matters)) for actor, matters in found.items()}
