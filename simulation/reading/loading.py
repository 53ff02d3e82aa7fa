"""Reads single data files, and finds those that a scenario names."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from simulation.model.files import Intervention, ProfileFile
from simulation.reading import shipped
from simulation.reading.bind import bind
from simulation.reading.change_list import Change, read_changes
from simulation.reading.evidence import with_evidence
from simulation.reading.graft import graft
from simulation.reading.tree import Tree
from simulation.reading.yaml_file import survey
from simulation.values.faults import Fault, Gathered, WrongData, did_you_mean
from simulation.values.places import Place

FORMAT = 1
COMMAND_LINE = Place("command line", 1, 1)


def data_tree(path: Path) -> Tree:
    """Return a data file with its evidence spread; its format must be one that is known."""
    tree = with_evidence(survey(path.resolve(), shipped.root_of(path)))
    value = tree.value
    found = value.get("format") if isinstance(value, dict) else None
    misspelt = did_you_mean("format", value) if found is None and isinstance(value, dict) else None
    if misspelt:
        fault = Fault(tree.place((misspelt,)), "unknown-key", {"key": misspelt}, suggestion="format")
        raise WrongData([*tree.faults, fault])
    if isinstance(found, bool) or found != FORMAT:
        given = ("none",) if found is None else str(found)
        raise WrongData([*tree.faults, Fault(tree.value_place(("format",)), "wrong-format", {"found": given})])
    return tree


def course_parts(course: str, chosen: Sequence[str], tree: Tree, folder: Path, gathered: Gathered) -> list[Tree]:
    """Return what can be read of the shared landscape, a course and its personas; faults are gathered.

    Args:
        course: Name of a shipped course, or path of a course file.
        chosen: The personas that are wanted; all where none is named.
        tree: The scenario that names them.
        folder: The folder it lies in.
        gathered: Takes the faults of every file.
    """
    if shipped.is_path(course):
        file, people = folder / course, (folder / course).parent / "personas"
    elif course in shipped.courses():
        file, people = shipped.scenarios_folder() / course / "course.yaml", shipped.personas_folder(course)
    else:
        with gathered:
            raise shipped.unknown("course", course, shipped.courses(), place_of(tree, "course"))
        return []
    found: list[Tree] = []
    for path in (*shipped.shared_files(), file):
        with gathered:
            found.append(without(data_tree(path), ("format",)))
    personas: list[Tree] = []
    files = shipped.data_files(people)
    for path in files:
        with gathered:
            personas.append(persona_tree(path))
    with gathered:
        if not files:
            raise WrongData([Fault(place_of(tree, "course"), "no-personas", {"folder": people.name})])
        found.append(wanted(graft({"personas": personas}), chosen, tree))
    return found


def persona_tree(path: Path) -> Tree:
    """Return a persona file under its id."""
    tree = data_tree(path)
    name = tree.value.get("id") if isinstance(tree.value, dict) else None
    return graft({str(name or path.stem): tree})


def wanted(personas: Tree, chosen: Sequence[str], tree: Tree) -> Tree:
    """Return only the personas that a scenario names, all where it names none."""
    if not chosen:
        return personas
    people = personas.value["personas"] if isinstance(personas.value, dict) else {}
    known = tuple(sorted(people)) if isinstance(people, dict) else ()
    gathered = Gathered()
    for number, name in enumerate(chosen):
        with gathered:
            if name not in known:
                raise shipped.unknown("persona", name, known, place_of(tree, "personas", number))
    gathered.refuse()
    kept = {name: people[name] for name in chosen} if isinstance(people, dict) else {}
    return replace(personas, value={"personas": kept})


def intervention_named(name: str, folder: Path, place: Place) -> tuple[Intervention, Tree]:
    """Return an intervention by shipped name, code or path."""
    if shipped.is_path(name):
        tree = data_tree(folder / name)
        return bind(Intervention, tree), tree
    gathered = Gathered()
    known: list[str] = []
    for path in shipped.intervention_files():
        with gathered:
            tree = data_tree(path)
            given = tree.value if isinstance(tree.value, dict) else {}
            if name in (given.get("id"), given.get("code"), str(given.get("code")).lower()):
                return bind(Intervention, tree), tree
            known.append(str(given.get("id")))
    unknown = shipped.unknown("intervention", name, tuple(known), place)
    raise WrongData([*unknown.faults, *gathered.faults])


def shipped_interventions() -> list[tuple[Intervention, Tree]]:
    """Return all shipped interventions with their trees, in order of file."""
    trees = [data_tree(path) for path in shipped.intervention_files()]
    return [(bind(Intervention, tree), tree) for tree in trees]


def profile_named(name: str, folder: Path, place: Place) -> tuple[Tree, tuple[Change, ...]]:
    """Return a municipality profile by shipped name or path, and what it sets."""
    if shipped.is_path(name):
        path = folder / name
    elif name in shipped.profiles():
        path = shipped.scenarios_folder() / "shared" / "profiles" / f"{name}.yaml"
    else:
        raise shipped.unknown("profile", name, shipped.profiles(), place)
    tree = data_tree(path)
    return tree, read_changes(tree, bind(ProfileFile, tree).id)


def picked(tree: Tree, keys: Sequence[str]) -> Tree:
    """Return a tree with some of its keys only; places stay."""
    value = tree.value if isinstance(tree.value, dict) else {}
    return replace(tree, value={key: value[key] for key in keys if key in value})


def without(tree: Tree, keys: Sequence[str]) -> Tree:
    """Return a tree without some of its keys."""
    value = tree.value if isinstance(tree.value, dict) else {}
    return replace(tree, value={key: part for key, part in value.items() if key not in keys})


def place_of(tree: Tree, *path: str | int) -> Place:
    """Return the place of a value."""
    return tree.value_place(path)
