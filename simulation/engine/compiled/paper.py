"""The paper of the compiled engine: a row is fourteen numbers in memory, without an object for each of them."""

from typing import Final

from librt.vecs import extend, vec
from mypy_extensions import i32, i64

WIDTH: Final = 14
"""Columns of `log.COLUMNS`."""
VALUE: Final = 12
"""Columns of a row before its value."""
SHEET: Final = vec[i32]([0] * (WIDTH << 12))
"""What the paper grows by."""


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
        place: i64 = (self.last + 1) * WIDTH
        rows = self.rows
        if place == len(rows):
            rows = self.rows = extend(rows, SHEET)
        rows[place] = time
        rows[place + 1] = citizen
        rows[place + 2] = kind
        rows[place + 3] = step
        rows[place + 4] = actor
        rows[place + 5] = role
        rows[place + 6] = worker
        rows[place + 7] = data_type
        rows[place + 8] = from_actor
        rows[place + 9] = channel
        rows[place + 10] = cause
        rows[place + 11] = attempt
        rows[place + 12] = value
        rows[place + 13] = because
        self.last = row = self.last + 1
        return row

    def written(self) -> memoryview:
        """Return all rows."""
        return memoryview(self.rows)[: (self.last + 1) * WIDTH]

    def set_value(self, row: int, value: int) -> None:
        """Say the value of a row that was written before it was known."""
        self.rows[row * WIDTH + VALUE] = value

    def minute_of(self, row: int) -> int:
        """Return the minute of a row."""
        return self.rows[row * WIDTH]
