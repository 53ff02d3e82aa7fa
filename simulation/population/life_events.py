"""When an event of life happens to a persona (SEMANTICS S9.1)."""

from typing import TYPE_CHECKING

from simulation.draws.inverse import mean_of
from simulation.model.persona import Persona
from simulation.model.world import World
from simulation.population.names import Names

if TYPE_CHECKING:
    from simulation.model.lives import LifeEvent


class PersonaEvent:
    """When an event happens to a persona."""

    def __init__(self, world: World, names: Names, persona: Persona, name: str) -> None:
        """Take what the world and the persona say of an event, by name."""
        event: LifeEvent = world.life[name]
        rate = persona.life.get(name, event.rate)
        self.yearly = mean_of(rate) if rate is not None else 0.0
        self.after, self.chance = event.after, persona.chances.get(name, event.chance)
        self.waits = event.after is not None
        self.ahead = event.ahead.by if event.ahead else None
        self.announces = names.event[event.ahead.of] if event.ahead else -1
        self.at_most = event.at_most
        self._during = [(names.side[s], _places(world, s, states)) for s, states in sorted(event.during.items())]
        self.becomes = [(names.side[s], _place(world, s, state)) for s, state in sorted(event.becomes.items())]
        self._faster = [
            (names.side[side], _place(world, side, state), mean_of(factor))
            for side, factors in sorted(event.faster.items())
            for state, factor in sorted(factors.items())
        ]

    def can_happen(self, state: list[int]) -> bool:
        """Return whether it can happen in these states."""
        return all(state[side] in states for side, states in self._during)

    def speed(self, state: list[int]) -> float:
        """Return the factor on its rate in these states."""
        product = 1.0
        for side, where, factor in self._faster:
            if state[side] == where:
                product *= factor
        return product


def _place(world: World, side: str, state: str) -> int:
    return sorted(world.states[side].states).index(state)


def _places(world: World, side: str, states: tuple[str, ...]) -> frozenset[int]:
    return frozenset(_place(world, side, state) for state in states)
