"""The estimated and assumed inputs that a scenario rests on, as a list people can read."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from simulation.model.world import World
from simulation.values.quantity import Evidence, Quantity


def assumptions_of(world: World) -> list[dict[str, Any]]:
    """Return every estimated and assumed number of a world, in order of path."""
    found: list[dict[str, Any]] = []
    _collect(world, "", found)
    return sorted(found, key=lambda entry: str(entry["path"]))


def _collect(value: object, path: str, found: list[dict[str, Any]]) -> None:
    if not isinstance(value, Quantity):
        for name, part in _parts(value):
            _collect(part, joined(path, name), found)
    elif value.kind in (Evidence.ESTIMATED, Evidence.ASSUMED):
        found.append(entry(value, path))


def _parts(value: object) -> Iterator[tuple[str, object]]:
    """Yield what a model, a mapping or a list holds, by name."""
    if isinstance(value, BaseModel):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, dict):
        yield from ((str(key), part) for key, part in value.items())
    elif isinstance(value, tuple):
        yield from ((str(place), part) for place, part in enumerate(value))


def joined(path: str, name: str) -> str:
    """Return a path one step longer."""
    return f"{path}.{name}" if path else name


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
