"""The reader of luck of the compiled engine: numbers lie in memory side by side, with no object for each of them."""

from typing import Final

from librt.strings import read_i64_le
from librt.vecs import append, vec
from mypy_extensions import i64

from simulation.population.inputs import Inputs

WIDTH: Final = 8
"""Bytes of a number."""


class Columns:
    """The luck of all citizens by column; what each method does is told in `reference/luck.py`."""

    def __init__(self, inputs: Inputs) -> None:
        """Take the columns of a replication; none is read yet."""
        self._columns = inputs.columns
        self._begins: vec[i64] = vec[i64]([-1] * len(inputs.columns))
        """Where each column begins among the numbers, or -1."""
        self._numbers: vec[i64] = vec[i64]()

    def draw(self, column: int, citizen: int) -> int:
        """Return the luck of a citizen in a column."""
        begins = self._begins[column]
        if begins < 0:
            begins = self._fetch(column)
        return self._numbers[begins + citizen]

    def _fetch(self, column: int) -> i64:
        """Put a column behind the others and return where it begins."""
        given: bytes = self._columns[column].numbers.astype("<i8", copy=False).tobytes()
        numbers = self._numbers
        begins: i64 = len(numbers)
        for place in range(0, len(given), WIDTH):
            numbers = append(numbers, read_i64_le(given, place))
        self._numbers = numbers
        self._begins[column] = begins
        return begins
