"""Reads the files of one scenario into one tree, with the changes it makes to the world as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from simulation.model.files import Intervention, ProfileFile, ScenarioFile
from simulation.reading import shipped
from simulation.reading.bind import bind
from simulation.reading.change_list import Change, read_changes
from simulation.reading.changes import apply
from simulation.reading.evidence import with_evidence
from simulation.reading.graft import graft, subtree
from simulation.reading.tree import KeyPath, Plain, Tree, tree_at
from simulation.reading.yaml_file import survey
from simulation.values.faults import Fault, Gathered, WrongData
from simulation.values.places import Place

M = TypeVar("M", bound=BaseModel)

HEADER = ("id", "title", "version", "status", "reviews", "rule_set", "start", "warm_up", "follow_up")
COMMAND_LINE = Place("command line", 1, 1)


@dataclass(frozen=True)
class Loaded:
    """A scenario as its files say, before its changes are made."""

    file: ScenarioFile
    base: Tree
    """The world as it is, with the profile's settings."""
    changes: tuple[Change, ...]
    """What interventions and the scenario itself change, to be made in any order."""
    interventions: tuple[Intervention, ...]
    files: tuple[Tree, ...]
    """Every file that was read."""


def load_files(file: Path, *, more: Sequence[str] = (), more_changes: Sequence[Change] = ()) -> Loaded:
    """Read a scenario file and all that it names.

    Args:
        file: The scenario file.
        more: Further interventions, by name or path.
        more_changes: Further changes, as from a command line.

    Raises:
        WrongData: With the faults of all files.
    """
    tree = data_tree(file)
    scenario = bind_header(ScenarioFile, tree)
    return assemble(scenario, tree, file.parent, more, more_changes)


def assemble(
    scenario: ScenarioFile, tree: Tree, folder: Path, more: Sequence[str], more_changes: Sequence[Change]
) -> Loaded:
    """Read all that a scenario names and put it together."""
    gathered = Gathered()
    parts: list[Tree] = []
    with gathered:
        parts = course_parts(scenario, tree, folder)
    interventions: list[tuple[Intervention, Tree]] = []
    for name in (*scenario.interventions, *more):
        with gathered:
            interventions.append(intervention_named(name, folder, place_of(tree, "interventions")))
    profile, profile_tree = ProfileFile.model_construct(), tree
    with gathered:
        profile, profile_tree = profile_named(scenario.profile, folder, place_of(tree, "profile"))
    gathered.refuse()
    changes = [change for found, its in interventions for change in read_changes(its, found.id)]
    changes += [*read_changes(tree, scenario.id), *more_changes]
    setting = setting_tree(tree, tuple(sorted(found.id for found, _ in interventions)))
    base = world_tree([*parts, graft({"setting": setting, "profile": picked(profile_tree, PROFILE)}), *uptake(tree)])
    base, _ = apply(base, read_changes(profile_tree, profile.id))
    files = (tree, profile_tree, *parts, *(its for _, its in interventions))
    return Loaded(scenario, base, tuple(changes), tuple(found for found, _ in interventions), files)


PROFILE = ("id", "title", "arrivals_every", "inhabitants")


def uptake(tree: Tree) -> list[Tree]:
    """Return the scenario's own uptake, where it gives one."""
    given = isinstance(tree.value, dict) and "uptake" in tree.value
    return [picked(tree, ("uptake",))] if given else []


def data_tree(path: Path) -> Tree:
    """Return a data file with its evidence spread; its format must be one that is known."""
    tree = with_evidence(survey(path, shipped.root_of(path)))
    value = tree.value
    if not isinstance(value, dict) or value.get("format") != 1:
        place = tree.value_place(("format",))
        found = value.get("format", "none") if isinstance(value, dict) else "none"
        raise WrongData([*tree.faults, Fault(place, "wrong-format", {"found": str(found)})])
    return tree


def bind_header(model: type[M], tree: Tree) -> M:
    """Return the header of a file; its changes are read apart."""
    return bind(model, tree)


def course_parts(scenario: ScenarioFile, tree: Tree, folder: Path) -> list[Tree]:
    """Return the shared landscape, the course and its personas."""
    if shipped.is_path(scenario.course):
        course, people = folder / scenario.course, (folder / scenario.course).parent / "personas"
    elif scenario.course in shipped.courses():
        course = shipped.scenarios_folder() / scenario.course / "course.yaml"
        people = shipped.personas_folder(scenario.course)
    else:
        raise shipped.unknown("course", scenario.course, shipped.courses(), place_of(tree, "course"))
    gathered = Gathered()
    found: list[Tree] = []
    for path in (*shipped.shared_files(), course):
        with gathered:
            found.append(without(data_tree(path), ("format",)))
    personas: list[Tree] = []
    for path in sorted(people.glob("*.yaml")):
        with gathered:
            personas.append(persona_tree(path))
    gathered.refuse()
    if not personas:
        raise WrongData([Fault(place_of(tree, "course"), "no-personas", {"folder": str(people.name)})])
    return [*found, wanted(graft({"personas": personas}), scenario, tree)]


def persona_tree(path: Path) -> Tree:
    """Return a persona file under its id."""
    tree = data_tree(path)
    name = tree.value.get("id") if isinstance(tree.value, dict) else None
    return graft({str(name or path.stem): tree})


def wanted(personas: Tree, scenario: ScenarioFile, tree: Tree) -> Tree:
    """Return only the personas that the scenario names, all where it names none."""
    if not scenario.personas:
        return personas
    people = personas.value["personas"] if isinstance(personas.value, dict) else {}
    known = tuple(sorted(people)) if isinstance(people, dict) else ()
    for name in scenario.personas:
        if name not in known:
            raise shipped.unknown("persona", name, known, place_of(tree, "personas"))
    kept = {name: people[name] for name in scenario.personas} if isinstance(people, dict) else {}
    return replace(personas, value={"personas": kept})


def intervention_named(name: str, folder: Path, place: Place) -> tuple[Intervention, Tree]:
    """Return an intervention by shipped name, code or path."""
    if shipped.is_path(name):
        tree = data_tree(folder / name)
        return bind_header(Intervention, tree), tree
    found = shipped_interventions()
    for intervention, tree in found:
        if name in (intervention.id, intervention.code, intervention.code.lower()):
            return intervention, tree
    raise shipped.unknown("intervention", name, tuple(one.id for one, _ in found), place)


def shipped_interventions() -> list[tuple[Intervention, Tree]]:
    """Return all shipped interventions with their trees, in order of file."""
    trees = [data_tree(path) for path in shipped.intervention_files()]
    return [(bind_header(Intervention, tree), tree) for tree in trees]


def profile_named(name: str, folder: Path, place: Place) -> tuple[ProfileFile, Tree]:
    """Return a municipality profile by shipped name or path."""
    if shipped.is_path(name):
        path = folder / name
    elif name in shipped.profiles():
        path = shipped.scenarios_folder() / "shared" / "profiles" / f"{name}.yaml"
    else:
        raise shipped.unknown("profile", name, shipped.profiles(), place)
    tree = data_tree(path)
    return bind_header(ProfileFile, tree), tree


def setting_tree(tree: Tree, interventions: tuple[str, ...]) -> Tree:
    """Return the scenario's header as it stands in the world."""
    header = picked(tree, HEADER)
    given = dict(header.value) if isinstance(header.value, dict) else {}
    return replace(header, value={**given, "interventions": list(interventions)})


def world_tree(parts: Sequence[Tree]) -> Tree:
    """Return one tree of several files; mappings under the same key are put together, a later uptake replaces an earlier."""
    empty: Plain = {room: {} for room in ("sharing", "life", "reactions")}
    parts = [*parts, tree_at(empty, COMMAND_LINE)]
    keys = dict.fromkeys(key for part in parts if isinstance(part.value, dict) for key in part.value)
    found: dict[str, list[Tree]] = {
        key: [subtree(part, (key,)) for part in parts if isinstance(part.value, dict) and key in part.value]
        for key in keys
    }
    return graft(
        {key: trees[-1] if key in ("uptake", "course", "gathering") else trees for key, trees in found.items()}
    )


def picked(tree: Tree, keys: Sequence[str]) -> Tree:
    """Return a tree with some of its keys only; places stay."""
    value = tree.value if isinstance(tree.value, dict) else {}
    return replace(tree, value={key: value[key] for key in keys if key in value})


def without(tree: Tree, keys: Sequence[str]) -> Tree:
    """Return a tree without some of its keys."""
    value = tree.value if isinstance(tree.value, dict) else {}
    return replace(tree, value={key: part for key, part in value.items() if key not in keys})


def place_of(tree: Tree, *path: str) -> Place:
    """Return the place of a value."""
    at: KeyPath = path
    return tree.value_place(at)


def header_tree(scenario: ScenarioFile) -> Tree:
    """Return the tree of a scenario that no file describes."""
    value: Plain = scenario.model_dump(mode="json", exclude_none=True)
    return tree_at(value, COMMAND_LINE)
