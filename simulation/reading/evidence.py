"""The evidence a file declares once, written into the numbers that give none of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from simulation.reading.quantities import EVIDENCE_KEYS, NUMBER_PARTS, is_point, is_quantity
from simulation.reading.tree import KeyPath, Plain, Tree, kind_of, shown
from simulation.values.faults import Fault, did_you_mean
from simulation.values.places import Place

Given = Mapping[str, tuple[Plain, Place]]


def with_evidence(tree: Tree) -> Tree:
    """Return the tree without its top-level `evidence`, which its numbers have inherited.

    A quantity without `kind` takes the kind of the file; source, where and because too, unless it has a source or a
    because of its own. A part of a quantity that is a mapping without `kind` inherits in the same way from its
    quantity, and the `to` or `by` of a change that is such a part, from the file.
    """
    if not isinstance(tree.value, Mapping):
        return tree
    declared = tree.value.get("evidence")
    faults = tuple(_faults(tree, declared)) if "evidence" in tree.value else ()
    inherited = _Inherited(tree)
    value = inherited.spread(
        {key: part for key, part in tree.value.items() if key != "evidence"}, (), _given(declared, ("evidence",), tree)
    )
    return replace(
        tree,
        value=value,
        places=inherited.places,
        value_places=inherited.value_places,
        faults=(*tree.faults, *faults),
    )


class _Inherited:
    """Builds the values with their evidence, and notes the places of what was inherited."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.places = {path: place for path, place in tree.places.items() if path[:1] != ("evidence",)}
        self.value_places = {path: place for path, place in tree.value_places.items() if path[:1] != ("evidence",)}

    def spread(self, value: Plain, path: KeyPath, given: Given) -> Plain:
        """Return a value in which every quantity has its evidence."""
        if isinstance(value, list):
            return [self.spread(item, (*path, number), given) for number, item in enumerate(value)]
        if not isinstance(value, Mapping):
            return value
        if is_quantity(value):
            return self._quantity(value, path, given)
        inherits = {"to", "by"} & value.keys()
        return {
            key: self._evident(part, (*path, key), given)
            if key in inherits and is_point(part)
            else self.spread(part, (*path, key), given)
            for key, part in value.items()
        }

    def _quantity(self, value: Mapping[str, Plain], path: KeyPath, given: Given) -> Plain:
        evident = self._evident(value, path, given)
        own = _given(evident, path, replace(self._tree, places=self.places, value_places=self.value_places))
        return {
            key: self._evident(part, (*path, key), own) if key in NUMBER_PARTS and is_point(part) else part
            for key, part in evident.items()
        }

    def _evident(self, value: Mapping[str, Plain], path: KeyPath, given: Given) -> Mapping[str, Plain]:
        """Return a quantity or a part of one with what it lacks of the given evidence."""
        if "kind" in value:
            return value
        has_own = "source" in value or "because" in value
        taken = [key for key in given if key not in value and (key == "kind" or not has_own)]
        for key in taken:
            self.places[*path, key] = self.value_places[*path, key] = given[key][1]
        return {**value, **{key: given[key][0] for key in taken}}


def _given(declared: Plain, path: KeyPath, tree: Tree) -> Given:
    """Return the evidence of a mapping with the places of its values."""
    if not isinstance(declared, Mapping):
        return {}
    return {key: (declared[key], tree.value_place((*path, key))) for key in EVIDENCE_KEYS if key in declared}


def _faults(tree: Tree, declared: Plain) -> Iterator[Fault]:
    """Yield what is wrong with the declaration itself."""
    path = ("evidence",)
    if not isinstance(declared, Mapping):
        given = (kind_of(declared),)
        yield Fault(
            tree.place(path), "wrong-type", {"expected": ("a mapping",), "given": given, "shown": shown(declared)}
        )
        return
    for key in declared:
        if key not in EVIDENCE_KEYS:
            meant = did_you_mean(key, EVIDENCE_KEYS)
            yield Fault(tree.place((*path, key)), "unknown-key", {"key": key}, "evidence", EVIDENCE_KEYS, "", meant)
    if "kind" not in declared:
        yield Fault(tree.place(path), "missing-key", {"key": "kind", "required": "kind"}, "evidence")
