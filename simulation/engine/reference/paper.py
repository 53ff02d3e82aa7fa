"""Where the rows of a run are written; the compiled engine has paper of its own, in `simulation/engine/compiled`."""

import sys

from simulation.engine.log import COLUMNS, ROW, packed

VALUE = 4 * COLUMNS.index("value")
"""Bytes of a row before its value."""


class Paper:
    """Rows of whole numbers, one after another, in the columns of `log.COLUMNS`."""

    def __init__(self) -> None:
        """Begin with no row."""
        self.rows = bytearray()
        self.last = -1
        """Id of the last row."""

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
        self.rows += packed(
            time,
            citizen,
            kind,
            step,
            actor,
            role,
            worker,
            data_type,
            from_actor,
            channel,
            cause,
            attempt,
            value,
            because,
        )
        self.last = row = self.last + 1
        return row

    def written(self) -> memoryview:
        """Return all rows."""
        return memoryview(self.rows)

    def set_value(self, row: int, value: int) -> None:
        """Say the value of a row that was written a moment ago, before it was known."""
        place = row * ROW + VALUE
        self.rows[place : place + 4] = value.to_bytes(4, sys.byteorder, signed=True)

    def minute_of(self, row: int) -> int:
        """Return the minute of a row."""
        return int.from_bytes(self.rows[row * ROW : row * ROW + 4], sys.byteorder)
