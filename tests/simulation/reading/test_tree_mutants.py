"""What was read of shipped files, with one fault put in: refused with a place, or valid."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulation.model.files import Intervention, ProfileFile, ScenarioFile
from simulation.model.world import World
from simulation.reading import loading
from simulation.reading.tree import KeyPath, Tree, walk
from simulation.reading.yaml_file import survey

Luck = random.Random
EACH = 40
MISSPELT = 60
HEADERS = (World, ScenarioFile, ProfileFile, Intervention)
SCHEMAS = [
    schema for one in HEADERS for schema in (one.model_json_schema(), *one.model_json_schema()["$defs"].values())
]
FIELD_SETS = [set(schema["properties"]) for schema in SCHEMAS if "properties" in schema]


def is_field(tree: Tree, path: KeyPath) -> bool:
    """Return whether a path ends in a key of a model, not in an id."""
    value: Any = tree.value
    for key in path[:-1]:
        value = value[key]
    return isinstance(value, dict) and any(set(value) <= fields for fields in FIELD_SETS)


def keys_of(tree: Tree) -> list[KeyPath]:
    return [path for path, _ in walk(tree.value) if path and isinstance(path[-1], str)]


def changed_at(tree: Tree, path: KeyPath, change: Callable[[Any], None]) -> Tree:
    """Return a copy of a tree in which the mapping or list that a path ends in has been changed."""
    value = copied(tree.value)
    inside = value
    for key in path[:-1]:
        inside = inside[key]
    change(inside)
    return replace(tree, value=value)


def copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: copied(part) for key, part in value.items()}
    return [copied(part) for part in value] if isinstance(value, list) else value


def deleted(tree: Tree, luck: Luck) -> tuple[Tree, KeyPath]:
    path = luck.choice(keys_of(tree))
    return changed_at(tree, path, lambda inside: inside.pop(path[-1])), path


def retyped(tree: Tree, luck: Luck) -> tuple[Tree, KeyPath]:
    path = luck.choice(keys_of(tree))
    other = luck.choice([None, True, 7, -0.5, "word", "1,5", "2024-01-01", [], ["x"], {}, {"x": 1}, [[[]]]])
    return changed_at(tree, path, lambda inside: inside.update({path[-1]: other})), path


def out_of_range(tree: Tree, luck: Luck) -> tuple[Tree, KeyPath]:
    numbers = [
        path for path, value in walk(tree.value) if isinstance(value, int | float) and not isinstance(value, bool)
    ]
    numbers = [path for path in numbers if isinstance(path[-1], str) and path != ("format",)]
    if not numbers:
        return deleted(tree, luck)
    path = luck.choice(numbers)
    other = luck.choice([-1, -0.001, 1e12, 10**14, 1.0001, 0, 0.5])
    return changed_at(tree, path, lambda inside: inside.update({path[-1]: other})), path


def renamed(tree: Tree, luck: Luck) -> tuple[Tree, KeyPath]:
    """Return a tree in which one key of a model is misspelt; its places move with it."""
    path = luck.choice([path for path in keys_of(tree) if is_field(tree, path)])
    new = (*path[:-1], misspelt(str(path[-1]), luck))

    def rename(inside: dict[str, Any]) -> None:
        entries = [(new[-1] if key == path[-1] else key, value) for key, value in inside.items()]
        inside.clear()
        inside.update(entries)

    def moved(places: Any) -> dict[KeyPath, Any]:
        return {(*new, *at[len(path) :]) if at[: len(path)] == path else at: place for at, place in places.items()}

    other = changed_at(tree, path, rename)
    return replace(other, places=moved(tree.places), value_places=moved(tree.value_places)), path


def misspelt(word: str, luck: Luck) -> str:
    """Return a word with a letter too few, too many, wrong, or two exchanged."""
    while True:
        at = luck.randrange(len(word))
        kind = luck.randrange(4)
        letter = luck.choice("abcdefghijklmnopqrstuvwxyz_")
        other = {
            0: word[:at] + word[at + 1 :],
            1: word[:at] + word[at] + word[at:],
            2: word[:at] + letter + word[at + 1 :],
            3: word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        }[kind]
        if other and other != word:
            return other


IN_TREES = {"deleted": deleted, "retyped": retyped, "out of range": out_of_range}


@pytest.fixture
def load_with(monkeypatch: pytest.MonkeyPatch, outcome: Callable[[Path], Any]) -> Callable[..., Any]:
    """Return what loads a shipped scenario with one tree exchanged, and gives its faults."""

    def load(path: Path, tree: Tree) -> Any:
        monkeypatch.setattr(loading, "survey", lambda one, root: tree if one == path else survey(one, root))
        return outcome(path)

    return load


@pytest.mark.parametrize("kind", IN_TREES)
def test_a_mutant_is_refused_with_a_place_or_valid(
    kind: str, load_with: Callable[..., Any], shipped_files: list[Path]
) -> None:
    luck = random.Random(f"2024 {kind}")
    refused = 0
    for _ in range(EACH):
        path = luck.choice(shipped_files)
        tree, _ = IN_TREES[kind](survey(path, loading.shipped.root_of(path)), luck)
        refused += bool(load_with(path, tree))
    assert refused > EACH / 3


def test_a_misspelt_key_is_recognised(load_with: Callable[..., Any], shipped_files: list[Path]) -> None:
    luck = random.Random("2024 misspelt")
    missed = []
    for _ in range(MISSPELT):
        path = luck.choice(shipped_files)
        tree, key = renamed(survey(path, loading.shipped.root_of(path)), luck)
        faults = load_with(path, tree)
        if str(key[-1]) not in {fault.suggestion for fault in faults}:
            missed.append(f"{path.name} {key}: {faults}")
    assert len(missed) <= MISSPELT / 10, "\n".join(missed)
