"""The luck of all citizens as the engine reads it: a number at a time, or a whole block of columns."""

import numpy as np

from simulation.population.cast import Integers
from simulation.population.inputs import Inputs


class Columns(dict[int, list[int]]):
    """The luck of all citizens by column, as plain numbers; each column is fetched when it is first read."""

    def __init__(self, inputs: Inputs) -> None:
        """Take the columns of a replication; none is read yet."""
        super().__init__()
        self._inputs = inputs
        self._blocks: dict[int, Integers] = {}

    def __missing__(self, column: int) -> list[int]:
        """Fetch a column."""
        found = self[column] = self._inputs.columns[column].plain
        return found

    def block(self, first: int, count: int) -> Integers:
        """Return so many columns from one on as an array (citizens, columns)."""
        found = self._blocks.get(first)
        if found is None:
            columns = self._inputs.columns[first : first + count]
            found = self._blocks[first] = np.array([column.numbers for column in columns]).T
        return found
