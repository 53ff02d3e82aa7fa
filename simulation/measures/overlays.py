"""The two overlays on where the time went: return and discovery (SEMANTICS S11.3)."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.followed import NEVER, Followed
from simulation.measures.holders import Known
from simulation.measures.spans import Span
from simulation.population.cast import Integers


class Overlay(IntEnum):
    """What a minute belongs to besides its cause."""

    NONE = 0
    DISCOVERY = 1
    RETURN = 2


class Overlays(NamedTuple):
    """Two intervals for each observed citizen, the first never after the second; without one both its ends meet."""

    discovery_from: Integers
    discovery_to: Integers
    return_from: Integers
    return_to: Integers


def overlays_of(seen: Followed, known: Known, gathering: Span) -> Overlays:
    """Return when discovery and return ran.

    - return: from the first CASE_RETURNED to the last meeting before the case closed; to its end where none followed;
    - discovery: the part of the first gathering before the last holder that was used had been named by another.
    """
    return_from = seen.minute(seen.first(seen.rows(Kind.CASE_RETURNED)), NEVER)
    return_to = _last_meeting(seen)
    return_to = np.where(return_to > return_from, return_to, NEVER)
    last_named = np.where(known.used & known.by_another, known.since, -1).max(axis=1, initial=-1)
    discovery_from = np.where(gathering.start >= 0, gathering.start, 0)
    ended = np.where(gathering.end >= 0, gathering.end, NEVER)
    discovery_to = np.minimum(np.minimum(last_named, ended), return_from)
    return Overlays(discovery_from, np.maximum(discovery_from, discovery_to), return_from, return_to)


def _last_meeting(seen: Followed) -> Integers:
    """Return the minute of the last meeting before the case closed, or -1: the course's own, else of any kind."""
    own = seen.world.course.meeting
    step = None if own is None else seen.inputs.names.step[own]
    held = seen.rows(Kind.MEETING_HELD) if step is None else seen.rows_of_step(Kind.MEETING_HELD, step)
    closed = seen.last(seen.rows(Kind.CASE_CLOSED))
    closed = np.where(closed >= 0, closed, NEVER)
    return seen.minute(seen.last(held[held < closed[seen.whose(held)]]), -1)
