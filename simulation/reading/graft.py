"""Several trees to one, and parts of a tree."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from simulation.reading.tree import KeyPath, Plain, Tree, kind_of, shown
from simulation.values.faults import Fault, WrongData
from simulation.values.places import Place


def graft(parts: Mapping[str, Tree | Sequence[Tree]]) -> Tree:
    """Return one tree with each part under its key; several mappings under one key are put together.

    Raises:
        WrongData: Where two of them define the same.
    """
    joined = {key: part if isinstance(part, Tree) else together(part) for key, part in parts.items()}
    places: dict[KeyPath, Place] = {}
    value_places: dict[KeyPath, Place] = {}
    for key, part in joined.items():
        places |= {(key, *path): place for path, place in part.places.items()}
        value_places |= {(key, *path): place for path, place in part.value_places.items()}
        places[key,] = _named_at(key, part)
        places.setdefault((), part.place(()))
    return Tree(
        value={key: part.value for key, part in joined.items()},
        places=places,
        value_places=value_places,
        file="",
        sha256=_joint_hash(joined),
        faults=tuple(fault for part in joined.values() for fault in part.faults),
    )


def together(trees: Sequence[Tree]) -> Tree:
    """Return the entries of several mappings as one.

    Raises:
        WrongData: For every entry that is defined twice, and for what is no mapping.
    """
    entries: dict[str, Plain] = {}
    places: dict[KeyPath, Place] = {}
    value_places: dict[KeyPath, Place] = {}
    faults: list[Fault] = []
    for tree in trees:
        mapping = tree.value if isinstance(tree.value, Mapping) else {}
        twice = [key for key in mapping if key in entries]
        faults += [
            Fault(tree.place((key,)), "defined-twice", {"key": key, "first": str(places[key,])}) for key in twice
        ]
        entries |= {key: part for key, part in mapping.items() if key not in twice}
        for found, kept in ((tree.places, places), (tree.value_places, value_places)):
            kept |= {path: place for path, place in found.items() if path not in kept}
    faults += [_no_mapping(tree) for tree in trees if not isinstance(tree.value, Mapping | None)]
    if faults:
        raise WrongData([*faults, *(fault for tree in trees for fault in tree.faults)])
    return Tree(
        value=entries,
        places=places,
        value_places=value_places,
        file=trees[0].file if len(trees) == 1 else "",
        sha256=_joint_hash({str(number): tree for number, tree in enumerate(trees)}),
        faults=tuple(fault for tree in trees for fault in tree.faults),
    )


def _no_mapping(tree: Tree) -> Fault:
    given = (kind_of(tree.value),)
    return Fault(
        tree.place(()),
        "wrong-type",
        {"expected": ("a mapping",), "given": given, "shown": shown(tree.value)},
    )


def subtree(tree: Tree, path: KeyPath) -> Tree:
    """Return the part of a tree at a path, as a tree of its own; all faults stay with it, so that none is lost."""
    value = tree.value
    for key in path:
        value = value[key]  # type: ignore[index]  # a path that is not there is our own bug
    places, value_places = _below(tree.places, path), _below(tree.value_places, path)
    return replace(tree, value=value, places=places, value_places=value_places)


def _below(places: Mapping[KeyPath, Place], path: KeyPath) -> dict[KeyPath, Place]:
    return {at[len(path) :]: place for at, place in places.items() if at[: len(path)] == path}


def _named_at(key: str, part: Tree) -> Place:
    """Return where a part says that it is the key: its id, if it has that, or its beginning."""
    named = isinstance(part.value, Mapping) and part.value.get("id") == key
    return part.value_place(("id",)) if named else part.place(())


def _joint_hash(parts: Mapping[str, Tree]) -> str:
    lines = (f"{key} {part.sha256}\n" for key, part in sorted(parts.items()))
    return sha256("".join(lines).encode()).hexdigest()
