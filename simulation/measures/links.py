"""The path that decided how long a case took: links from its end back to its opening."""

from dataclasses import dataclass

import numpy as np

from simulation.engine.kinds import Kind
from simulation.engine.log import Log
from simulation.measures.followed import Followed
from simulation.population.cast import Integers


@dataclass(frozen=True)
class Links:
    """Links of several paths; those of one citizen tile the time from opening to the end of the path.

    Links lie level by level: the last of every path, then those before them, and so on.
    """

    citizen: Integers
    """Observed citizen."""
    from_row: Integers
    """Earlier row."""
    to_row: Integers
    """Later row, which the earlier one made possible."""
    start: Integers
    """Minute of the earlier row."""
    end: Integers
    """Minute of the later row."""
    cause: Integers
    """What the time between them counts as (`Cause`)."""

    def __len__(self) -> int:
        """Return the number of links."""
        return len(self.citizen)

    def of(self, citizen: int) -> "Links":
        """Return the path of one citizen, in order of time."""
        return self._at(np.flatnonzero(self.citizen == citizen)[::-1])

    def that_take_time(self) -> "Links":
        """Return the links whose rows lie in different minutes."""
        return self._at(np.flatnonzero(self.end > self.start))

    def _at(self, places: Integers) -> "Links":
        columns = (self.citizen, self.from_row, self.to_row, self.start, self.end, self.cause)
        return Links(*(column[places] for column in columns))


def links_to_the_close(seen: Followed) -> Links:
    """Return the links of every closed case from CASE_CLOSED back to CASE_OPENED (SEMANTICS S11.1)."""
    return links_back_from(seen.log, seen.last(seen.rows(Kind.CASE_CLOSED)))


def links_back_from(log: Log, ends: Integers) -> Links:
    """Return the links that lead back from one row per citizen, -1 where there is none."""
    because = log["because_of"]
    citizen = np.flatnonzero(ends >= 0)
    later = ends[citizen]
    levels: list[tuple[Integers, Integers, Integers]] = []
    while len(later):
        earlier = because[later].astype(np.int64)
        goes_on = earlier >= 0
        citizen, earlier, later = citizen[goes_on], earlier[goes_on], later[goes_on]
        levels.append((citizen, earlier, later))
        later = earlier
    return _links(log, levels)


def _links(log: Log, levels: list[tuple[Integers, Integers, Integers]]) -> Links:
    nothing = np.zeros(0, dtype=np.int64)
    citizen, earlier, later = (
        np.concatenate([nothing, *(level[place] for level in levels)]).astype(np.int64) for place in range(3)
    )
    return Links(
        citizen=citizen,
        from_row=earlier,
        to_row=later,
        start=log["time"][earlier].astype(np.int64),
        end=log["time"][later].astype(np.int64),
        cause=log["cause"][later].astype(np.int64),
    )
