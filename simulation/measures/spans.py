"""When clocks ran: from a step's start to the first end of others."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.followed import Floats, Followed, only_where
from simulation.model.steps import GatherStep
from simulation.model.world import World
from simulation.population.cast import Integers


class Span(NamedTuple):
    """The time a clock ran for each observed citizen; -1 where it never did, or not to its end."""

    start: Integers
    """Minute it was set going."""
    end_row: Integers
    """Row that stopped it."""
    end: Integers
    """Minute it was stopped."""

    def minutes(self) -> Floats:
        """Return its length, nan where it never ended."""
        return only_where(self.end >= 0, self.end - self.start)


def span_of(seen: Followed, start: int, ends: Iterable[int]) -> Span:
    """Return the time from the first start of a step to the last of the first ends of others.

    A step that writes no start of its own counts from when it was asked for. Steps passed over stop nothing; as long
    as one of the ends has been asked for and is not done, the clock has not ended.
    """
    started = _first(seen, Kind.STEP_STARTED, start)
    started = np.where(started >= 0, started, _first(seen, Kind.STEP_ASKED, start))
    end_row = np.full(len(seen), -1, dtype=np.int64)
    is_running = np.zeros(len(seen), dtype=np.bool_)
    for step in ends:
        done = _first(seen, Kind.STEP_DONE, step)
        is_running |= (done < 0) & (_first(seen, Kind.STEP_ASKED, step) >= 0)
        end_row = np.maximum(end_row, done)
    has_ended = (started >= 0) & (end_row >= started) & ~is_running
    end_row = np.where(has_ended, end_row, -1)
    return Span(seen.minute(started, -1), end_row, seen.minute(end_row, -1))


def _first(seen: Followed, kind: Kind, step: int) -> Integers:
    return seen.first(seen.rows_of_step(kind, step))


def declared_span(seen: Followed, clock: str) -> Span:
    """Return when a declared clock of the course ran."""
    given, step = seen.world.course.clocks[clock], seen.inputs.names.step
    return span_of(seen, step[given.start], [step[end] for end in given.end])


def gathering_clock(world: World) -> str | None:
    """Return the declared clock of the gathering, the first by id that a gather step ends, or None."""
    gathers = {name for name, step in world.steps.items() if isinstance(step, GatherStep)}
    clocks = world.course.clocks
    return next((name for name in sorted(clocks) if gathers & set(clocks[name].end)), None)


def gathering_span(seen: Followed) -> Span:
    """Return when the first gathering ran: by the clock the course declares for it, else by the gather step itself."""
    clock = gathering_clock(seen.world)
    if clock is not None:
        return declared_span(seen, clock)
    if seen.inputs.gather is not None:
        return span_of(seen, seen.inputs.gather.step, [seen.inputs.gather.step])
    never = np.full(len(seen), -1, dtype=np.int64)
    return Span(never, never, never)
