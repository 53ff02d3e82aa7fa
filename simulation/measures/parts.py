"""Measures that are shares, means or counts, by actor: what is divided, and by what."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulation.measures.followed import Flags, Floats, Followed, only_where, share
from simulation.population.cast import Integers


class Parts(NamedTuple):
    """Two sums per citizen and actor, the last place for what names no actor; a count has no whole."""

    part: Floats
    whole: Floats | None = None

    def of_citizens(self) -> Floats:
        """Return the measure of each citizen, nan where the whole is nothing."""
        part = self.part.sum(axis=1)
        return part if self.whole is None else share(part, self.whole.sum(axis=1))

    def of_actors(self, involved: Flags) -> Floats:
        """Return the measure of each citizen and actor; a count only where the actor is involved."""
        if self.whole is None:
            return only_where(involved, self.part[:, :-1])
        return share(self.part[:, :-1], self.whole[:, :-1])


def summed(seen: Followed, rows: Integers, numbers: Floats | NDArray[np.int32] | None = None) -> Floats:
    """Return the sum of a number per row, or the number of rows, by citizen and actor; -1 is the last place."""
    shape = (len(seen), len(seen.inputs.names.actors) + 1)
    actor = seen.log["actor"][rows] % shape[1]
    places = seen.whose(rows) * shape[1] + actor
    return np.bincount(places, weights=numbers, minlength=shape[0] * shape[1]).astype(np.float64).reshape(shape)
