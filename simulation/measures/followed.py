"""The rows of the observed citizens, each for as long as the citizen is followed."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from simulation.engine.kinds import Kind
from simulation.engine.log import Log
from simulation.model.world import World
from simulation.population.cast import Integers
from simulation.population.inputs import Inputs

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NEVER = 2**40
"""A minute after every run."""


@dataclass(frozen=True)
class Followed:
    """What happened to the observed citizens; a citizen is the place among those, in order of opening.

    A case is played on after it closed or was counted as open, but rows after the follow-up count for nobody, so that
    all citizens are looked at for equally long.
    """

    world: World
    inputs: Inputs
    log: Log
    citizens: Integers
    """Number in the cast of each observed citizen."""
    opened: Integers
    """Opening minute."""
    begins: Integers
    """First minute that counts."""
    until: Integers
    """Last minute that counts."""
    _place: Integers = field(repr=False)
    _by_kind: Integers = field(repr=False)
    _bounds: Integers = field(repr=False)
    _by_step: dict[Kind, tuple[Integers, Integers]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        """Return the number of observed citizens."""
        return len(self.citizens)

    def since(self, minutes: int) -> "Followed":
        """Return the same without the rows of the first minutes after each opening."""
        rows, begins = self._by_kind, self.opened + minutes
        counts = self.log["time"].take(rows) >= begins.take(self.whose(rows))
        bounds = np.append(0, np.cumsum(counts))[self._bounds]
        return replace(self, begins=begins, _by_kind=rows[counts], _bounds=bounds, _by_step={})

    def rows(self, *kinds: Kind) -> Integers:
        """Return the row ids of these kinds, in order."""
        found = [self._by_kind[self._bounds[kind] : self._bounds[kind + 1]] for kind in kinds]
        return found[0] if len(found) == 1 else np.sort(np.concatenate(found))

    def rows_of_step(self, kind: Kind, step: int) -> Integers:
        """Return the row ids of a kind that belong to a step, in order."""
        if kind not in self._by_step:
            rows = self.rows(kind)
            order = np.argsort(self.log["step"][rows].astype(np.int16), kind="stable")
            self._by_step[kind] = rows[order], self.log["step"][rows[order]].astype(np.int64)
        rows, steps = self._by_step[kind]
        return rows[np.searchsorted(steps, step) : np.searchsorted(steps, step, side="right")]

    def whose(self, rows: Integers) -> Integers:
        """Return the observed citizen of each row."""
        return self._place.take(self.log["citizen"].take(rows))

    def at_contact(self, rows: Integers) -> Flags:
        """Return whether each row belongs to a contact, which has minutes in `value` where others count tellings."""
        # The last place answers for rows without a step, whose number is -1.
        is_contact = np.array([*(plan.contact is not None for plan in self.inputs.steps), False])
        return is_contact.take(self.log["step"].take(rows))

    def first(self, rows: Integers) -> Integers:
        """Return the first of these rows of each citizen, or -1; rows must be in order."""
        return self.last(rows[::-1])

    def last(self, rows: Integers) -> Integers:
        """Return the last of these rows of each citizen, or -1; rows must be in order."""
        found = np.full(len(self), -1, dtype=np.int64)
        found[self.whose(rows)] = rows
        return found

    def minute(self, rows: Integers, otherwise: int) -> Integers:
        """Return the minute of each row; something else where the row is -1."""
        minutes = self.log["time"][rows].astype(np.int64)
        return np.where(rows >= 0, minutes, otherwise)

    def count(self, rows: Integers) -> Floats:
        """Return how many of these rows each citizen has."""
        return np.bincount(self.whose(rows), minlength=len(self)).astype(np.float64)

    def total(self, rows: Integers, numbers: Floats | NDArray[np.int32]) -> Floats:
        """Return the sum of a number per row for each citizen."""
        return np.bincount(self.whose(rows), weights=numbers, minlength=len(self)).astype(np.float64)


def followed(world: World, inputs: Inputs, log: Log) -> Followed:
    """Return the rows of the observed citizens of one replication."""
    cast = inputs.cast
    citizens = np.flatnonzero(cast.observed).astype(np.int64)
    # The last place of both answers for rows without a citizen, whose number is -1.
    place = np.full(len(cast) + 1, -1, dtype=np.int64)
    place[citizens] = np.arange(len(citizens))
    until = np.append(np.where(cast.observed, cast.opened + cast.follow_up, -1), -1)
    kept = np.flatnonzero(log["time"] <= until.take(log["citizen"]))
    by_kind, bounds = _by_kind_of(log, kept)
    return Followed(
        world=world,
        inputs=inputs,
        log=log,
        citizens=citizens,
        opened=cast.opened[citizens],
        begins=cast.opened[citizens],
        until=until[citizens],
        _place=place,
        _by_kind=by_kind,
        _bounds=bounds,
    )


def _by_kind_of(log: Log, kept: NDArray[np.intp]) -> tuple[Integers, Integers]:
    """Return rows by kind, in order within each, and where each kind begins."""
    kinds = log["kind"].take(kept).astype(np.uint8)
    bounds = np.append(0, np.cumsum(np.bincount(kinds, minlength=len(Kind)))).astype(np.int64)
    return kept[np.argsort(kinds, kind="stable")].astype(np.int64), bounds


def share(part: Floats, whole: Floats) -> Floats:
    """Return part / whole, nan where the whole is nothing."""
    found: Floats = np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)
    return found


def only_where(is_defined: Flags, numbers: Floats | Integers | Flags) -> Floats:
    """Return the numbers, nan where they are not defined."""
    return np.where(is_defined, numbers, np.nan)
