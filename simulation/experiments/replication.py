"""One replication of one scenario."""

from dataclasses import dataclass
from functools import cached_property

from simulation.draws.uniforms import Luck
from simulation.engine.log import Log
from simulation.engine.playing import play
from simulation.model.world import World
from simulation.population.cast import Cast, arrivals_of
from simulation.population.inputs import Inputs, inputs_of
from simulation.population.taken_up import taken_up
from simulation.population.touched import structure
from simulation.reading.scenario import Scenario


@dataclass(frozen=True)
class Prepared:
    """A replication that is ready to be played."""

    world: World
    """The world as it was where these actors took the proposals up."""
    inputs: Inputs

    @cached_property
    def structure(self) -> str:
        """All of the world that is no number of one citizen; compared with that of every scenario of a replication."""
        return structure(self.world)


@dataclass(frozen=True)
class Played(Prepared):
    """A replication that has been played."""

    log: Log


def played(scenario: Scenario, luck: Luck, citizens: int, cast: Cast | None = None) -> Played:
    """Play one replication; a cast made for the same arrivals saves work.

    Raises:
        CannotRun: when it cannot be played as asked.
    """
    ready = prepared(scenario, luck, citizens, cast)
    return Played(ready.world, ready.inputs, play(ready.inputs))


def prepared(scenario: Scenario, luck: Luck, citizens: int, cast: Cast | None = None) -> Prepared:
    """Return one replication ready to be played; a cast made for the same arrivals saves work.

    Raises:
        CannotRun: when it cannot be played as asked.
    """
    world, passed_over = scenario.world_where(taken_up(scenario.world, luck))
    if cast is not None and cast.made_for != arrivals_of(world):
        cast = None
    return Prepared(world, inputs_of(world, luck, citizens, passed_over=passed_over, cast=cast))
