"""Reads the files of one scenario into one tree, with the changes it makes to the world as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from simulation.model.files import Intervention, ProfileFile, ScenarioFile
from simulation.model.world import World
from simulation.reading import shipped
from simulation.reading.bind import bind
from simulation.reading.change_list import Change, read_changes
from simulation.reading.changes import Ledger, apply
from simulation.reading.evidence import with_evidence
from simulation.reading.graft import graft, subtree
from simulation.reading.tree import Plain, Tree, tree_at
from simulation.reading.yaml_file import survey
from simulation.values.faults import Fault, Gathered, WrongData, did_you_mean
from simulation.values.places import Place

FORMAT = 1
SINGLE = ("uptake", "course", "gathering")
"""Keys of a world that hold one thing, not several by id."""
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
    named_at: tuple[Place, ...]
    """Where each intervention is named."""
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
    scenario = bind(ScenarioFile, tree)
    return assemble(scenario, tree, file.parent, more, more_changes)


def assemble(
    scenario: ScenarioFile, tree: Tree, folder: Path, more: Sequence[str], more_changes: Sequence[Change]
) -> Loaded:
    """Read all that a scenario names and put it together."""
    gathered = Gathered()
    parts: list[Tree] = []
    with gathered:
        parts = course_parts(scenario, tree, folder)
    chosen: list[Chosen] = []
    with gathered:
        chosen = choose(scenario, tree, folder, more)
    changes: list[Change] = []
    for listed, origin in (*((one.tree, one.intervention.id) for one in chosen), (tree, scenario.id)):
        with gathered:
            changes += read_changes(listed, origin)
    profile_tree = tree
    settings: tuple[Change, ...] = ()
    with gathered:
        profile_tree, settings = profile_named(scenario.profile, folder, place_of(tree, "profile"))
    gathered.refuse()
    setting = setting_tree(tree, tuple(sorted(one.intervention.id for one in chosen)))
    base = world_tree([*parts, graft({"setting": setting, "profile": picked(profile_tree, PROFILE)}), *uptake(tree)])
    base, _ = applied(base, settings)
    return Loaded(
        file=scenario,
        base=base,
        changes=(*changes, *more_changes),
        interventions=tuple(one.intervention for one in chosen),
        named_at=tuple(one.place for one in chosen),
        files=(tree, profile_tree, *parts, *(one.tree for one in chosen)),
    )


def applied(base: Tree, changes: Sequence[Change]) -> tuple[Tree, Ledger]:
    """Return a world with changes made; also what they replace must fit the model.

    Raises:
        WrongData: With the changes that do not fit, and what else is wrong with the world they should change.
    """
    gathered = Gathered()
    tree = base
    ledger: Ledger = ()
    with gathered:
        bind(World, base)
    with gathered:
        tree, ledger = apply(base, changes)
    gathered.refuse()
    return tree, ledger


@dataclass(frozen=True)
class Chosen:
    """An intervention that a scenario names."""

    intervention: Intervention
    tree: Tree
    place: Place
    """Where it is named."""


def choose(scenario: ScenarioFile, tree: Tree, folder: Path, more: Sequence[str]) -> list[Chosen]:
    """Return the interventions that a scenario and a command line name, each once.

    Raises:
        WrongData: With every name that nothing has, and every intervention named twice.
    """
    places = [place_of(tree, "interventions", number) for number in range(len(scenario.interventions))]
    gathered = Gathered()
    found: dict[str, Chosen] = {}
    for name, place in zip((*scenario.interventions, *more), (*places, *[COMMAND_LINE] * len(more)), strict=True):
        with gathered:
            intervention, its = intervention_named(name, folder, place)
            if intervention.id in found:
                first = str(found[intervention.id].place)
                raise WrongData([Fault(place, "named-twice", {"name": intervention.id, "first": first})])
            found[intervention.id] = Chosen(intervention, its, place)
    gathered.refuse()
    return list(found.values())


PROFILE = ("id", "title", "arrivals_every", "inhabitants")


def uptake(tree: Tree) -> list[Tree]:
    """Return the scenario's own uptake, where it gives one."""
    given = isinstance(tree.value, dict) and "uptake" in tree.value
    return [picked(tree, ("uptake",))] if given else []


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
    for path in shipped.data_files(people):
        with gathered:
            personas.append(persona_tree(path))
    gathered.refuse()
    if not personas:
        raise WrongData([Fault(place_of(tree, "course"), "no-personas", {"folder": people.name})])
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
    gathered = Gathered()
    for number, name in enumerate(scenario.personas):
        with gathered:
            if name not in known:
                raise shipped.unknown("persona", name, known, place_of(tree, "personas", number))
    gathered.refuse()
    kept = {name: people[name] for name in scenario.personas} if isinstance(people, dict) else {}
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


def setting_tree(tree: Tree, interventions: tuple[str, ...]) -> Tree:
    """Return the scenario's header as it stands in the world."""
    header = picked(tree, HEADER)
    given = dict(header.value) if isinstance(header.value, dict) else {}
    return replace(header, value={**given, "interventions": list(interventions)})


def world_tree(parts: Sequence[Tree]) -> Tree:
    """Return one tree of several files; mappings under one key are put together, of what is single the last counts."""
    empty: Plain = {room: {} for room in ("sharing", "life", "reactions")}
    parts = [*parts, tree_at(empty, COMMAND_LINE)]
    keys = dict.fromkeys(key for part in parts if isinstance(part.value, dict) for key in part.value)
    found: dict[str, list[Tree]] = {
        key: [subtree(part, (key,)) for part in parts if isinstance(part.value, dict) and key in part.value]
        for key in keys
    }
    return graft({key: trees[-1] if key in SINGLE else trees for key, trees in found.items()})


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
