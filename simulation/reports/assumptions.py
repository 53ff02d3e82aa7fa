"""The estimated and assumed inputs that a scenario rests on, as a list people can read."""

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
    if isinstance(value, Quantity):
        if value.kind in (Evidence.ESTIMATED, Evidence.ASSUMED):
            found.append(entry(value, path))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            _collect(getattr(value, name), joined(path, name), found)
    elif isinstance(value, dict):
        for key, part in value.items():
            _collect(part, joined(path, str(key)), found)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            _collect(part, joined(path, str(place)), found)


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
