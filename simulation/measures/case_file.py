"""What lay in the file when the course's meeting was held, and what was missing."""

from dataclasses import dataclass

import numpy as np

from simulation.engine.kinds import Gap, Kind
from simulation.measures.followed import NEVER, Flags, Followed
from simulation.measures.holders import existing, used_in_gathering
from simulation.population.cast import Integers


@dataclass(frozen=True)
class Meeting:
    """The file at one meeting of each observed citizen; one column per data type."""

    row: Integers
    """Row that ended the meeting, -1 where none was held."""
    minute: Integers
    """Minute it ended, -1 where none was held."""
    since: Integers
    """Minute since when the file's copy of each data type is current, -1 where it is not in the file."""
    gaps: Flags
    """(citizens, data types, reasons): existing relevant or critical data that were missing, by `Gap`."""


def meetings(seen: Followed) -> tuple[Meeting, Meeting] | None:
    """Return the first and the last meeting of the course before the case closed; None where nothing is checked.

    Only a meeting that looks for missing data says what is missing.
    """
    own = seen.world.course.meeting
    if own is None or seen.inputs.steps[seen.inputs.names.step[own]].check is None:
        return None
    rows = seen.rows_of_step(Kind.STEP_DONE, seen.inputs.names.step[own])
    closed = seen.last(seen.rows(Kind.CASE_CLOSED))
    rows = rows[rows < np.where(closed >= 0, closed, NEVER)[seen.whose(rows)]]
    return _meeting(seen, seen.first(rows)), _meeting(seen, seen.last(rows))


def _meeting(seen: Followed, row: Integers) -> Meeting:
    gaps = np.zeros((len(seen), len(seen.inputs.names.data_types), len(Gap)), dtype=np.bool_)
    missing = seen.rows(Kind.DATA_MISSING)
    is_here = seen.log["because_of"][missing] == row[seen.whose(missing)]
    # A need of a contact that is not met gives no reason.
    missing = missing[is_here & (seen.log["cause"][missing] >= 0)]
    gaps[seen.whose(missing), seen.log["data_type"][missing], seen.log["cause"][missing]] = True
    return Meeting(row=row, minute=seen.minute(row, -1), since=_in_file(seen, row), gaps=gaps)


def _in_file(seen: Followed, before: Integers) -> Integers:
    """Return since when each data type is in the file, as it was before a row of each citizen."""
    created = seen.rows(Kind.DATA_CREATED)
    # What a holder writes on request is in the file only when it has been read.
    rows = np.sort(np.concatenate([used_in_gathering(seen), created[seen.log["step"][created] >= 0]]))
    rows = rows[rows < before[seen.whose(rows)]]
    since = np.full((len(seen), len(seen.inputs.names.data_types)), -1, dtype=np.int64)
    since[seen.whose(rows), seen.log["data_type"][rows]] = seen.log["time"][rows]
    return since


def needed(seen: Followed) -> Integers:
    """Return 2 for existing critical data, 1 for existing relevant data, else 0; per citizen and data type."""
    return np.where(existing(seen), seen.inputs.truth.need[seen.citizens], 0)
