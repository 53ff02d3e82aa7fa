"""Whom a change touches: who has at least one value of his own that is not the same in both scenarios."""

import json

import numpy as np

from simulation.model.world import World
from simulation.population.columns import Column, Flags
from simulation.population.inputs import Inputs
from simulation.population.lots import HUNDRED

NEVER_OPEN = 2**30
"""How a way of finding says that it is not open."""
WHERE_MISSING = {"find_way": NEVER_OPEN, "indexed": 0, "views": 0}
"""What a column that only one scenario has would say in the other, by the end of its purpose."""
FOLDED_IN = ("sharing.", "view")
"""Columns that only serve others: rules of sharing, and minutes of looking up where nothing can be."""
WHOLE = ("roles", "calendars", "rule_sets", "reactions", "channels")
SHAPE = (
    "course",
    "phases",
    "case_types",
    "steps",
    "gathering",
    "coordination",
    "flows",
    "states",
    "life",
    "data_types",
    "actors",
    "legal_basis",
)


def touched(world: World, first: Inputs, second: Inputs) -> Flags:
    """Return for each citizen whether a value that may be read differs.

    Both must have been made for the same cast and for worlds of the same structure, of which `world` is one. Who is
    not touched can differ only through others: spillover.
    """
    found: Flags = (first.points != second.points).any(axis=1)
    places = {purpose: place for place, purpose in enumerate(second.purposes)}
    readers = Readers(world, first, second)
    for place, purpose in enumerate(first.purposes):
        other = places.pop(purpose, None)
        differs = _alone(first, place) if other is None else _differ(first.columns[place], second.columns[other])
        if differs.any():
            found |= differs & readers.of(purpose[0])
    for purpose, place in places.items():
        found |= _alone(second, place) & readers.of(purpose[0])
    if first.lives is not second.lives:
        found |= np.array([a != b for a, b in zip(first.lives.happens, second.lives.happens, strict=True)])
    for name in ("involved", "has", "need", "told"):
        found |= (getattr(first.truth, name) != getattr(second.truth, name)).any(axis=1)
    return found


class Readers:
    """Says who can ever read a column: who takes the step, or may ask the holder."""

    def __init__(self, world: World, first: Inputs, second: Inputs) -> None:
        """Take two inputs of the same cast and of worlds of the same shape."""
        self.world, self.both = world, (first, second)
        self._kept: dict[str, Flags] = {}

    def of(self, purpose: str) -> Flags:
        """Return who can read the columns of a purpose."""
        room, _, rest = purpose.partition(".")
        name = rest.partition(".")[0]
        key = f"{room}.{name}"
        if key not in self._kept:
            found = [self._of(inputs, room, name) for inputs in self.both]
            self._kept[key] = found[0] | found[1]
        return self._kept[key]

    def _of(self, inputs: Inputs, room: str, name: str) -> Flags:
        everybody = np.ones(len(inputs.cast), dtype=np.bool_)
        if room == "step" and name in inputs.names.step:
            return self._takes(inputs, inputs.names.step[name])
        if room == "gather" and name in inputs.names.actor:
            return self._asks(inputs, inputs.names.actor[name])
        return everybody

    def _takes(self, inputs: Inputs, step: int) -> Flags:
        """Return who can take a step: whose persona goes through it, where it is taken, after its life event."""
        plan = inputs.steps[step]
        goes = np.array([step in through for through in inputs.enters])[inputs.cast.persona]
        if plan.go >= 0:
            goes &= np.any([c.numbers for c in inputs.columns[plan.go : plan.go + plan.occurrences]], axis=0)
        if plan.on >= 0:
            goes &= inputs.lives.befalls(plan.on)
        return goes

    def _asks(self, inputs: Inputs, actor: int) -> Flags:
        """Return for whom a holder may be asked: who is involved with it, or whose owner may ask of habit."""
        holder = next((h for h in inputs.holders if h.actor == actor), None)
        involved: Flags = inputs.truth.involved[:, actor]
        if holder is None or holder.habit < 0:
            return involved
        habit: Flags = inputs.columns[holder.habit].numbers <= HUNDRED
        return involved | habit


def _differ(one: Column, other: Column) -> Flags:
    """Return for whom two columns differ; one that both scenarios share need not be worked out."""
    same: Flags = np.zeros(1, dtype=np.bool_)
    return same if one is other else one.numbers != other.numbers


def _alone(inputs: Inputs, place: int) -> Flags:
    """Return whom a column touches that the other scenario does not have."""
    purpose, _ = inputs.purposes[place]
    end = purpose.rpartition(".")[2]
    if purpose.startswith(FOLDED_IN[0]) or end == FOLDED_IN[1]:
        return np.zeros(len(inputs.cast), dtype=np.bool_)
    if end in WHERE_MISSING:
        missing: Flags = inputs.columns[place].numbers != WHERE_MISSING[end]
        return missing
    return np.ones(len(inputs.cast), dtype=np.bool_)


def structure(world: World) -> str:
    """Return all of a world that is no number of one citizen: the shape of the course, and its people."""
    whole = world.model_dump(mode="json", include=set(WHOLE) | set(SHAPE))
    shape = {key: whole[key] if key in WHOLE else stripped(whole[key]) for key in sorted(whole)}
    return json.dumps(shape, sort_keys=True)


def stripped(value: object) -> object:
    """Return plain values without the numbers of quantities and without reasons."""
    if isinstance(value, dict):
        if "unit" in value and "kind" in value:
            return "quantity"
        return {
            key: stripped(part)
            for key, part in value.items()
            if key not in ("because", "source", "title", "habit", "pointers")
        }
    return [stripped(part) for part in value] if isinstance(value, list) else value
