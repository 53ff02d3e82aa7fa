"""The estimated and assumed inputs that a scenario rests on, as a list people can read."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from simulation.model.world import World
from simulation.values.quantity import Evidence, Quantity


def assumptions_of(world: World) -> list[dict[str, Any]]:
    """Return every estimated and assumed number of a world, in order of path."""
    found = ((".".join(path), quantity) for path, quantity in quantities_of(world))
    kinds = (Evidence.ESTIMATED, Evidence.ASSUMED)
    return sorted(
        (entry(quantity, path) for path, quantity in found if quantity.kind in kinds),
        key=lambda entry: str(entry["path"]),
    )


def quantities_of(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Quantity]]:
    """Yield every number inside a model with its path, in the order of the model."""
    if isinstance(value, Quantity):
        yield path, value
        return
    for name, part in _parts(value):
        if isinstance(part, BaseModel | dict | tuple):
            yield from quantities_of(part, (*path, name))


def _parts(value: object) -> Iterator[tuple[str, object]]:
    """Yield what a model, a mapping or a list holds, by name."""
    if isinstance(value, BaseModel):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, dict):
        yield from ((str(key), part) for key, part in value.items())
    elif isinstance(value, tuple):
        yield from ((str(place), part) for place, part in enumerate(value))


def entry(quantity: Quantity, path: str) -> dict[str, Any]:
    """Return one assumption."""
    numbers = "/".join(f"{number:g}" for number in quantity.numbers().values())
    return {
        "path": path,
        "kind": str(quantity.kind),
        "source": quantity.source,
        "because": quantity.because,
        "text": f"{numbers} {quantity.unit}",
    }
