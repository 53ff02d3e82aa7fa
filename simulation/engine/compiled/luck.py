"""The reader of luck of the compiled engine: numbers lie in memory side by side, with no object for each of them."""

from typing import Final

from librt.strings import read_i64_le

from simulation.population.inputs import Inputs

WIDTH: Final = 8
"""Bytes of a number."""


class Columns:
    """The luck of all citizens by column; what each method does is told in `reference/luck.py`."""

    def __init__(self, inputs: Inputs) -> None:
        """Take the columns of a replication; none is read yet."""
        self._columns = inputs.columns
        self._fetched: list[bytes | None] = [None] * len(inputs.columns)

    def draw(self, column: int, citizen: int) -> int:
        """Return the luck of a citizen in a column."""
        found = self._fetched[column]
        if found is None:
            found = self._fetched[column] = self._columns[column].numbers.astype("<i8", copy=False).tobytes()
        return read_i64_le(found, citizen * WIDTH)
