"""The paper of the compiled engine: a row is fourteen numbers in memory, without an object for each of them."""

from typing import Final

from librt.vecs import append, vec
from mypy_extensions import i32

WIDTH: Final = 14
"""Columns of `log.COLUMNS`."""
VALUE: Final = 12
"""Columns of a row before its value."""


class Paper:
    """Rows of whole numbers, one after another; what each method does is told in `reference/paper.py`."""

    def __init__(self) -> None:
        """Begin with no row."""
        self.rows: vec[i32] = vec[i32]()
        self.last = -1

    def write(
        self,
        time: int,
        citizen: int,
        kind: int,
        step: int,
        actor: int,
        role: int,
        worker: int,
        data_type: int,
        from_actor: int,
        channel: int,
        cause: int,
        attempt: int,
        value: int,
        because: int,
    ) -> int:
        """Write a row and return its id."""
        rows = append(self.rows, time)
        rows = append(rows, citizen)
        rows = append(rows, kind)
        rows = append(rows, step)
        rows = append(rows, actor)
        rows = append(rows, role)
        rows = append(rows, worker)
        rows = append(rows, data_type)
        rows = append(rows, from_actor)
        rows = append(rows, channel)
        rows = append(rows, cause)
        rows = append(rows, attempt)
        rows = append(rows, value)
        rows = append(rows, because)
        self.rows = rows
        self.last = row = self.last + 1
        return row

    def set_value(self, row: int, value: int) -> None:
        """Say the value of a row that was written before it was known."""
        self.rows[row * WIDTH + VALUE] = value

    def minute_of(self, row: int) -> int:
        """Return the minute of a row."""
        return self.rows[row * WIDTH]
