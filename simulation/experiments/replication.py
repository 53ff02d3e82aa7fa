"""One replication of one scenario."""

from dataclasses import dataclass

from simulation.draws.uniforms import Luck
from simulation.engine.log import Log
from simulation.engine.reference.run import play
from simulation.model.world import World
from simulation.population.cast import Cast, arrivals_of
from simulation.population.inputs import Inputs, inputs_of
from simulation.population.taken_up import taken_up
from simulation.reading.scenario import Scenario


@dataclass(frozen=True)
class Played:
    """A replication that has been played."""

    world: World
    """The world as it was where these actors took the proposals up."""
    inputs: Inputs
    log: Log


def played(scenario: Scenario, luck: Luck, citizens: int, cast: Cast | None = None) -> Played:
    """Play one replication; a cast made for the same arrivals saves work.

    Raises:
        CannotRun: when it cannot be played as asked.
    """
    world, passed_over = scenario.world_where(taken_up(scenario.world, luck))
    if cast is not None and cast.made_for != arrivals_of(world):
        cast = None
    inputs = inputs_of(world, luck, citizens, passed_over=passed_over, cast=cast)
    return Played(world, inputs, play(inputs))
