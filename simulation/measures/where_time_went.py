"""Where the time went: every minute of a path has one cause, and one overlay beside it."""

from dataclasses import dataclass, replace

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.followed import NEVER, Followed
from simulation.measures.links import Links
from simulation.measures.open_minutes import OpenMinutes
from simulation.measures.overlays import Overlay, Overlays
from simulation.measures.spans import Span
from simulation.population.cast import Integers
from simulation.population.tables import StepKind
from simulation.values.causes import Cause

SEGMENTS = np.array([Overlay.NONE, Overlay.DISCOVERY, Overlay.NONE, Overlay.RETURN, Overlay.NONE])
"""Overlay of the five parts that the ends of the two intervals cut any time into."""

WAITS_END = (Kind.STEP_STARTED, Kind.ITEM_STARTED, Kind.NO_SHOW)
"""Rows that end a wait for a desk or a pool."""


@dataclass(frozen=True)
class Pieces:
    """Parts of links, each of one cause; started work is still to be split into handling and closed minutes."""

    citizen: Integers
    start: Integers
    end: Integers
    cause: Integers
    opening: Integers
    """Opening of who works, -1 where the piece is not started work."""
    row: Integers
    """Row that ended the link the piece is of."""

    def closed(self, open_minutes: OpenMinutes) -> Integers:
        """Return the closed minutes inside each piece of started work, 0 elsewhere."""
        works, found = self.opening >= 0, np.zeros_like(self.start)
        ends = np.stack([self.start[works], self.end[works]])
        opened = np.diff(open_minutes.before(self.opening[works], ends), axis=0)[0]
        found[works] = self.end[works] - self.start[works] - opened
        return found


def minutes_by_cause(
    seen: Followed, links: Links, overlays: Overlays, open_minutes: OpenMinutes, window: Span | None = None
) -> Integers:
    """Return minutes per observed citizen, cause and overlay; shape (citizens, 12, 3).

    The minutes of a citizen add up to the length of its path, or to its part inside the window, with no remainder.
    Minutes have the cause of their link, but *closed hours* are the closed minutes inside started work, and those
    between what a wait for a desk or pool waits for and the next opening of the role (SEMANTICS S11.2).
    """
    pieces = _inside(window, pieces_of(seen, links, open_minutes))
    ends = _cut(pieces, overlays)
    minutes = np.diff(ends, axis=0)
    opened = minutes.copy()
    works = pieces.opening >= 0
    opened[:, works] = np.diff(open_minutes.before(pieces.opening[works], ends[:, works]), axis=0)
    shape = (len(seen), len(Cause), len(Overlay))
    table = _summed(pieces.citizen, pieces.cause, opened, shape)
    return table + _summed(pieces.citizen, np.full_like(pieces.cause, Cause.CLOSED_HOURS), minutes - opened, shape)


def _summed(citizen: Integers, cause: Integers, minutes: Integers, shape: tuple[int, int, int]) -> Integers:
    places = np.ravel_multi_index((citizen, cause, np.zeros_like(cause)), shape) + SEGMENTS[:, None]
    # The weights are whole numbers far below 2**53, so their sums are exact.
    summed = np.bincount(places.ravel(), weights=minutes.ravel().astype(np.float64), minlength=int(np.prod(shape)))
    return summed.astype(np.int64).reshape(shape)


def _inside(window: Span | None, pieces: Pieces) -> Pieces:
    if window is None:
        return pieces
    first, last = window.start[pieces.citizen], window.end[pieces.citizen]
    start, end = np.clip(pieces.start, first, last), np.clip(pieces.end, first, last)
    return replace(pieces, start=start, end=end)


def _cut(pieces: Pieces, overlays: Overlays) -> Integers:
    """Return the six ends of the five parts of each piece; shape (6, pieces)."""
    marks = np.array([np.zeros_like(pieces.start), *(mark[pieces.citizen] for mark in overlays), pieces.end + NEVER])
    ends: Integers = np.clip(marks, pieces.start, pieces.end)
    return ends


def pieces_of(seen: Followed, links: Links, open_minutes: OpenMinutes) -> Pieces:
    """Return the links, the closed lead-in of waits for a desk or pool taken off as pieces of their own."""
    links = links.that_take_time()
    log, kind = seen.log, seen.log["kind"][links.to_row]
    waits = np.isin(kind, WAITS_END) & (links.cause == Cause.OWN_DESK)
    waits &= log["role"][links.to_row] >= 0
    calendars = np.array([role.calendar for role in seen.inputs.roles], dtype=np.int64)
    opens = links.start.copy()
    opens[waits] = open_minutes.next_open(calendars[log["role"][links.to_row[waits]]], links.start[waits])
    opens = np.minimum(opens, links.end)
    return Pieces(
        citizen=np.concatenate([links.citizen[waits], links.citizen]),
        start=np.concatenate([links.start[waits], opens]),
        end=np.concatenate([opens[waits], links.end]),
        cause=np.concatenate([np.full(int(waits.sum()), Cause.CLOSED_HOURS), links.cause]),
        opening=np.concatenate([np.full(int(waits.sum()), -1), _who_works(seen, links)]),
        row=np.concatenate([links.to_row[waits], links.to_row]),
    )


def _who_works(seen: Followed, links: Links) -> Integers:
    """Return the opening of who did the work of each link, -1 where it is not started work.

    A meeting and what it leads to go by the clock and have no closed minutes.
    """
    inputs, worker, step = seen.inputs, seen.log["worker"][links.to_row], seen.log["step"][links.to_row]
    of_server = np.array([server.opening for server in inputs.servers] or [-1], dtype=np.int64)
    of_step = np.array([-1 if s.kind == StepKind.MEETING else s.calendar for s in inputs.steps] or [-1], dtype=np.int64)
    opening = np.where(worker >= 0, of_server[worker], np.where(step >= 0, of_step[step], -1))
    return np.where(links.cause == Cause.HANDLING, opening, -1)
