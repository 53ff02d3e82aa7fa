"""To-Be changes applied to a tree, to the same result in whatever order they are given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from simulation.reading.change_list import Change, Verb
from simulation.reading.conflicts import conflicts
from simulation.reading.quantities import NUMBER_PARTS, is_number, is_point, is_quantity
from simulation.reading.scaling import assumed_point, scaled_number, scaled_part, scaled_quantity
from simulation.reading.tree import KeyPath, Plain, Tree, kind_of, tree_at
from simulation.values.faults import Fault, Gathered, WrongData, did_you_mean
from simulation.values.places import Place


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What one change did."""

    path: str
    verb: Verb
    old: Plain
    """What stood there before, None where nothing did."""
    new: Plain
    """What stands there now, None where it was removed."""
    because: str
    origin: str
    """Id of the intervention, profile or scenario."""
    place: Place


Ledger: TypeAlias = tuple[LedgerEntry, ...]


def apply(base: Tree, changes: Sequence[Change]) -> tuple[Tree, Ledger]:
    """Return the changed tree, and what each change did, in the order of paths.

    On one path a set comes first and then the scales in order of value. What a change brings has its place in the
    file of the change.

    Raises:
        WrongData: With all changes that do not fit the tree or each other.
    """
    work = _worked(base, changes)
    return work.tree(), tuple(work.ledger)


def applied(base: Tree, changes: Sequence[Change]) -> Plain:
    """Return the changed values alone; what no change has touched is the very same object as before.

    Raises:
        WrongData: With all changes that do not fit the tree or each other.
    """
    return _worked(base, changes).value


def _worked(base: Tree, changes: Sequence[Change]) -> "_Work":
    ordered = sorted(changes, key=_rank)
    clashing = list(conflicts(ordered))
    refused = {change.path for change, _ in clashing}
    gathered = Gathered()
    gathered.faults += [fault for _, fault in clashing]
    work = _Work(base)
    for path, group in groupby(ordered, key=lambda change: change.path):
        with gathered:
            work.take([] if path in refused else list(group))
    gathered.refuse()
    return work


def _rank(change: Change) -> tuple[tuple[str, ...], int, float, str, Place, str]:
    return change.path, list(Verb).index(change.verb), change.factor, change.origin, change.place, change.because


class _Work:
    """A tree that is being changed, path by path."""

    def __init__(self, base: Tree) -> None:
        self.ledger: list[LedgerEntry] = []
        self._base = base
        self.value = base.value
        self._brought: dict[KeyPath, Tree | None] = {}

    def take(self, group: list[Change]) -> None:
        """Apply the changes of one path, which are in order."""
        reasons: list[str] = []
        for change in group:
            parent = _parent(self.value, change)
            _check_end(parent, change)
            reasons += [change.because] if change.verb is Verb.SCALE else []
            old = parent.get(change.path[-1])
            new = None if change.verb is Verb.REMOVE else _new(parent, change, "; ".join(reasons))
            self.value = _replaced(self.value, change.path, new)
            self._brought[change.path] = new
            self.ledger.append(_entry(change, old, new))

    def tree(self) -> Tree:
        """Return the tree as changed so far."""
        places, value_places = self._kept(self._base.places), self._kept(self._base.value_places)
        for top, brought in self._brought.items():
            if brought is not None:
                places |= {(*top, *path): place for path, place in brought.places.items()}
                value_places |= {(*top, *path): place for path, place in brought.value_places.items()}
        return replace(self._base, value=self.value, places=places, value_places=value_places)

    def _kept(self, places: Mapping[KeyPath, Place]) -> dict[KeyPath, Place]:
        """Return the places of what no change has replaced."""
        brought, lengths = self._brought, sorted({len(top) for top in self._brought})
        rooms = {top[:1] for top in brought}
        return {
            at: place
            for at, place in places.items()
            if at[:1] not in rooms or not any(at[:length] in brought for length in lengths)
        }


def _entry(change: Change, old: Plain, new: Tree | None) -> LedgerEntry:
    value = None if new is None else new.value
    return LedgerEntry(change.dotted, change.verb, old, value, change.because, change.origin, change.place)


def _parent(value: Plain, change: Change) -> Mapping[str, Plain]:
    """Return the mapping that the last segment of a path is in."""
    for number in range(len(change.path) - 1):
        mapping = _parts_of(value, change, number)
        if change.path[number] not in mapping:
            raise WrongData([_unknown(mapping, change, number)])
        value = mapping[change.path[number]]
    return _parts_of(value, change, len(change.path) - 1)


def _parts_of(value: Plain, change: Change, number: int) -> Mapping[str, Plain]:
    """Return a value as a mapping that a segment of a path can be looked up in."""
    if not isinstance(value, Mapping):
        path, place = ".".join(change.path[:number]), change.segment_place(number)
        raise WrongData([Fault(place, "no-parts", {"path": path, "given": (kind_of(value),)}, change.context)])
    return value


def _check_end(parent: Mapping[str, Plain], change: Change) -> None:
    """Refuse to add what is there, and to change what is not."""
    last = len(change.path) - 1
    is_there = change.path[last] in parent
    if change.verb is Verb.ADD and is_there:
        place = change.segment_place(last)
        raise WrongData([Fault(place, "already-there", {"path": change.dotted}, change.context)])
    if change.verb is not Verb.ADD and not is_there:
        raise WrongData([_unknown(parent, change, last)])


def _unknown(mapping: Mapping[str, Plain], change: Change, number: int) -> Fault:
    name, known = change.path[number], tuple(mapping)
    return Fault(
        change.segment_place(number),
        "unknown-path",
        {"name": name},
        change.context,
        known,
        ".".join(change.path[:number]),
        did_you_mean(name, known),
    )


def _new(parent: Mapping[str, Plain], change: Change, reason: str) -> Tree:
    """Return what a set, add or scale puts at its path, with places in the file of the change."""
    name = change.path[-1]
    is_part = is_quantity(parent) and name in NUMBER_PARTS
    if change.verb is Verb.SCALE:
        return tree_at(_scaled(parent, change, reason, is_part=is_part), change.place)
    if change.argument is None:
        return tree_at(None, change.place)
    if is_part and is_number(change.argument.value):
        return tree_at(assumed_point(change.argument.value, change.because), change.argument.value_place(()))
    return change.argument


def _scaled(parent: Mapping[str, Plain], change: Change, reason: str, *, is_part: bool) -> Plain:
    old = parent[change.path[-1]]
    if is_quantity(old):
        return scaled_quantity(old, change, reason)
    if is_part and is_point(old):
        return scaled_part(old, parent["unit"], change, reason)
    if is_part and is_number(old):
        return scaled_part(assumed_point(old, reason), parent["unit"], change, reason)
    if is_number(old):
        return scaled_number(old, change.factor)
    given = kind_of(old)
    raise WrongData([Fault(change.place, "not-scalable", {"path": change.dotted, "given": (given,)}, change.context)])


def _replaced(value: Plain, path: tuple[str, ...], new: Tree | None) -> Plain:
    """Return a copy of a mapping with a tree at a path, or with nothing there."""
    mapping = dict(value) if isinstance(value, Mapping) else {}
    if len(path) > 1:
        mapping[path[0]] = _replaced(mapping[path[0]], path[1:], new)
    elif new is None:
        del mapping[path[0]]
    else:
        mapping[path[0]] = new.value
    return mapping
