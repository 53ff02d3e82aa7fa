"""The luck of all citizens as the engine reads it: a number at a time, or a whole block of columns."""

import numpy as np

from simulation.population.cast import Integers
from simulation.population.inputs import Inputs


class Columns:
    """The luck of all citizens by column, as plain numbers; each column is fetched when it is first read."""

    def __init__(self, inputs: Inputs) -> None:
        """Take the columns of a replication; none is read yet."""
        self._inputs = inputs
        self._fetched: list[list[int] | None] = [None] * len(inputs.columns)
        self._blocks: dict[int, Integers] = {}

    def draw(self, column: int, citizen: int) -> int:
        """Return the luck of a citizen in a column."""
        found = self._fetched[column]
        if found is None:
            found = self._fetched[column] = self._inputs.columns[column].plain
        return found[citizen]

    def block(self, first: int, count: int) -> Integers:
        """Return so many columns from one on as an array (citizens, columns)."""
        found = self._blocks.get(first)
        if found is None:
            columns = self._inputs.columns[first : first + count]
            found = self._blocks[first] = np.array([column.numbers for column in columns]).T
        return found
