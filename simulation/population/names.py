"""Ids by place: every list is sorted as text, so no place depends on the order in a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from simulation.model.world import World


@dataclass(frozen=True)
class Names:
    """The sorted ids of a world; a place in one of these lists is the number the engine and the log use."""

    steps: tuple[str, ...]
    roles: tuple[str, ...]
    actors: tuple[str, ...]
    data_types: tuple[str, ...]
    channels: tuple[str, ...]
    domains: tuple[str, ...]
    personas: tuple[str, ...]
    phases: tuple[str, ...]
    case_types: tuple[str, ...]
    events: tuple[str, ...]
    calendars: tuple[str, ...]
    states: tuple[str, ...]
    flows: tuple[str, ...]

    @cached_property
    def step(self) -> dict[str, int]:
        """Place of each step."""
        return _places(self.steps)

    @cached_property
    def role(self) -> dict[str, int]:
        """Place of each role."""
        return _places(self.roles)

    @cached_property
    def actor(self) -> dict[str, int]:
        """Place of each actor."""
        return _places(self.actors)

    @cached_property
    def data_type(self) -> dict[str, int]:
        """Place of each data type."""
        return _places(self.data_types)

    @cached_property
    def channel(self) -> dict[str, int]:
        """Place of each channel."""
        return _places(self.channels)

    @cached_property
    def domain(self) -> dict[str, int]:
        """Place of each domain."""
        return _places(self.domains)

    @cached_property
    def event(self) -> dict[str, int]:
        """Place of each life event."""
        return _places(self.events)

    @cached_property
    def side(self) -> dict[str, int]:
        """Place of each side of life."""
        return _places(self.states)

    @cached_property
    def calendar(self) -> dict[str, int]:
        """Place of each calendar."""
        return _places(self.calendars)


def _places(ids: tuple[str, ...]) -> dict[str, int]:
    return {name: place for place, name in enumerate(ids)}


def names_of(world: World) -> Names:
    """Return the sorted ids of a world."""

    def ids(found: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(found))

    return Names(
        steps=ids(world.steps),
        roles=ids(world.roles),
        actors=ids(world.actors),
        data_types=ids(world.data_types),
        channels=ids(world.channels),
        domains=ids(world.domains),
        personas=ids(world.personas),
        phases=ids(world.phases),
        case_types=ids(world.case_types),
        events=ids(world.life),
        calendars=ids(world.calendars),
        states=ids(world.states),
        flows=ids(world.flows),
    )
