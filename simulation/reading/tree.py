"""A data file as plain values, with the place of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from simulation.values.faults import Fault
from simulation.values.places import Place

Plain: TypeAlias = "bool | int | float | str | Sequence[Plain] | Mapping[str, Plain] | None"
KeyPath: TypeAlias = tuple[str | int, ...]

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain values with their places. Never changed: a changed tree is a new one."""

    value: Plain
    """Dicts, lists, texts, numbers, true, false and None."""
    places: Mapping[KeyPath, Place]
    """Place of each key, or of each item of a list; the empty path is the whole."""
    value_places: Mapping[KeyPath, Place]
    """Place where the value of each begins."""
    file: str
    """Path relative to the data root; empty for a tree of several files."""
    sha256: str
    """Hash of what was read."""
    faults: tuple[Fault, ...] = ()
    """Faults found so far that left something to read on; `bind` reports them with its own."""

    def place(self, path: KeyPath) -> Place:
        """Return the place of the key at a path, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path) or Place(self.file, 1, 1)

    def value_place(self, path: KeyPath) -> Place:
        """Return the place of the value at a path, or of the nearest thing around it."""
        return self.value_places.get(path) or self.place(path)


def tree_at(value: Plain, place: Place) -> Tree:
    """Return a tree of values that all come from one place, such as a command line."""
    places = {path: place for path, _ in walk(value)}
    return Tree(value=value, places=places, value_places=places, file=place.file, sha256="")


def walk(value: Plain, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Plain]]:
    """Yield everything in a plain value with its path, in file order, the whole first."""
    yield path, value
    for key, part in parts(value):
        yield from walk(part, (*path, key))


def parts(value: Plain) -> Iterator[tuple[str | int, Plain]]:
    """Yield the entries of a mapping or a list."""
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from enumerate(value)


def kind_of(value: Plain) -> str:
    """Return what a value is, in the words of the fault catalogue."""
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (Mapping, "a mapping"),
        (str, "text"),
        (Sequence, "a list"),
        (bool, "true or false"),
        ((int, float), "a number"),
        (type(None), "nothing"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "something else")


def shown(value: Plain) -> str:
    """Return a number or a word in brackets, to stand after its kind; nothing for what is longer."""
    if isinstance(value, str):
        return f" ({value})" if len(value) <= _SHOWN else ""
    return f" ({value:.15g})" if isinstance(value, int | float) and not isinstance(value, bool) else ""
