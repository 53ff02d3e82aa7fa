"""What can be done to a minute of the engine: many things in it, and in any order."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import pytest

from simulation.engine.reference.clock import Clock, Fact
from simulation.population import cast, lots, servers


@contextmanager
def coarse(unit: int) -> Iterator[None]:
    """Round all durations to multiples of a unit, so that many things happen in one minute."""
    with pytest.MonkeyPatch.context() as patch:
        for room in (cast, lots, servers):
            exact = room.minutes
            patch.setattr(room, "minutes", lambda *given, exact=exact: -(-exact(*given) // unit) * unit)
        yield


@contextmanager
def shuffled(chance: Random) -> Iterator[None]:
    """Shuffle the order in which facts were posted within each minute."""
    in_order = Clock.due

    def due(clock: Clock) -> list[Fact]:
        facts = in_order(clock)
        chance.shuffle(facts)
        return facts

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Clock, "due", due)
        yield


@contextmanager
def posted_coarsely(unit: int) -> Iterator[None]:
    """Let everything come due at multiples of a unit, as late as needed: much happens in one minute, whoever posts it."""
    exactly = Clock.post

    def post(clock: Clock, fact: Fact) -> None:
        fact.minute = -(-fact.minute // unit) * unit
        exactly(clock, fact)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Clock, "post", post)
        yield
