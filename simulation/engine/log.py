"""The event log of one replication: columns of whole numbers, one row per event, in the order of SEMANTICS S3."""

from dataclasses import dataclass
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from simulation.engine.kinds import LEAN_WITHOUT, Kind
from simulation.population.tables import StepKind, StepPlan
from simulation.values.causes import Cause

COLUMNS = (
    "time",
    "citizen",
    "kind",
    "step",
    "actor",
    "role",
    "worker",
    "data_type",
    "from_actor",
    "channel",
    "cause",
    "attempt",
    "value",
    "because_of",
)
packed = Struct(f"{len(COLUMNS)}i").pack
"""Packs a row, which then takes 4 bytes for each column; the rows of a run lie one after another."""
ROW = 4 * len(COLUMNS)
"""Bytes of a row."""
AT_ONCE = 4096
"""Rows that are turned into columns together: what fits into a processor's own memory."""


@dataclass(frozen=True)
class Log:
    """Columns of equal length; -1 where a column says nothing. The row id is the place of the row."""

    columns: dict[str, NDArray[np.int32]]

    def __getitem__(self, name: str) -> NDArray[np.int32]:
        """Return a column."""
        return self.columns[name]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.columns["time"])


def log_of(rows: bytes | memoryview, steps: list[StepPlan]) -> Log:
    """Return the log of packed rows in order, with the cause of every link filled in."""
    table = np.frombuffer(rows, dtype=np.int32).reshape(-1, len(COLUMNS))
    columns = {name: np.empty(len(table), dtype=np.int32) for name in COLUMNS}
    for start in range(0, len(table), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        for place, column in enumerate(columns.values()):
            column[some] = table[some, place]
    is_link = (columns["because_of"] >= 0) & (columns["kind"] != Kind.DATA_MISSING)
    np.copyto(columns["cause"], _causes(columns, steps), where=is_link)
    return Log(columns)


def lean(log: Log) -> Log:
    """Return the log without the kinds that no measure reads; `because_of` points to the new places."""
    kept = ~np.isin(log["kind"], LEAN_WITHOUT)
    place = np.cumsum(kept) - 1
    columns = {name: column[kept] for name, column in log.columns.items()}
    because = columns["because_of"]
    columns["because_of"] = np.where(because >= 0, place[because], -1).astype(np.int32)
    return Log(columns)


FINISHES = (Kind.CONTACT_SOUGHT, Kind.REQUEST_SENT, Kind.REQUEST_REMINDED, Kind.REPLY_READ, Kind.LOOKED_UP)
BY_LATER_KIND = {
    Kind.PERSON_FOUND: Cause.FINDING,
    Kind.REQUEST_ANSWERED: Cause.ANSWERING,
    Kind.REPLY_LATE: Cause.ANSWERING,
    Kind.DATA_CREATED: Cause.WRITING,
    Kind.CLARIFIED: Cause.CLARIFICATION,
    Kind.REQUEST_NEVER_ANSWERED: Cause.NEVER_CAME,
    Kind.CONSENT_GIVEN: Cause.CONSENT,
    Kind.CONSENT_REFUSED: Cause.CONSENT,
    Kind.MEETING_HELD: Cause.MEETING_CALENDAR,
    Kind.MEETING_MOVED: Cause.MEETING_CALENDAR,
    Kind.SEAT_LOST: Cause.MEETING_CALENDAR,
    Kind.LIFE_EVENT: Cause.CITIZEN,
    Kind.STEP_STARTED: Cause.OWN_DESK,
    Kind.ITEM_STARTED: Cause.OWN_DESK,
    **dict.fromkeys(FINISHES, Cause.HANDLING),
}
"""The one table of SEMANTICS S11.2; what is not in it takes no time, or counts as own desk."""


def _causes(columns: dict[str, NDArray[np.int32]], steps: list[StepPlan]) -> NDArray[np.int32]:
    """Return the cause of the time between each row and the row it points to."""
    kind, step = columns["kind"], columns["step"]
    by_kind = np.full(len(Kind), Cause.OWN_DESK, dtype=np.int32)
    for later, cause in BY_LATER_KIND.items():
        by_kind[later] = cause
    found = by_kind.take(kind)

    def rows(of: Kind, *after: Kind) -> NDArray[np.intp]:
        """Return the rows of a kind; those that point to some kinds, where such are given."""
        places = np.flatnonzero(kind == of)
        earlier = kind[columns["because_of"][places]]
        return places[np.isin(earlier, after)] if after else places

    due, done = rows(Kind.STEP_DUE), rows(Kind.STEP_DONE)
    found[due] = np.array([Cause(s.cause) for s in steps], dtype=np.int32)[step[due]]
    found[done] = np.array([_done_as(s) for s in steps], dtype=np.int32)[step[done]]
    found[rows(Kind.STEP_DUE, Kind.NO_SHOW)] = Cause.CITIZEN
    found[rows(Kind.NO_SHOW, Kind.MEETING_BOOKED)] = Cause.MEETING_CALENDAR
    found[rows(Kind.CASE_RETURNED, Kind.MEETING_HELD)] = Cause.HANDLING
    found[rows(Kind.ITEM_STARTED, Kind.REQUEST_SENT, Kind.REQUEST_REMINDED)] = Cause.NEVER_CAME
    return found


def _done_as(step: StepPlan) -> Cause:
    """Return the cause of the time before a step's end."""
    if step.kind == StepKind.WAIT:
        return Cause(step.cause)
    return Cause.NEVER_CAME if step.kind == StepKind.GATHER else Cause.HANDLING
