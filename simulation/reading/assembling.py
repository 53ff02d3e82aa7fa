"""Puts the files of one scenario together: the world as it is, and the changes that are made to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import create_model

from simulation.model.files import Intervention, ScenarioFile
from simulation.model.world import World
from simulation.reading.bind import bind
from simulation.reading.change_list import Change, read_changes
from simulation.reading.changes import apply
from simulation.reading.graft import graft, subtree
from simulation.reading.loading import (
    COMMAND_LINE,
    course_parts,
    data_tree,
    intervention_named,
    picked,
    place_of,
    profile_named,
)
from simulation.reading.tree import Plain, Tree, tree_at
from simulation.values.base import Frozen
from simulation.values.faults import Fault, Gathered, WrongData
from simulation.values.places import Place

HEADER = ("id", "title", "version", "status", "reviews", "rule_set", "start", "warm_up", "follow_up")
PROFILE = ("id", "title", "arrivals_every", "inhabitants")
SINGLE = ("uptake", "course", "gathering", "coordination")
"""Keys of a world that hold one thing, not several by id."""

PartOfWorld = create_model(  # type: ignore[call-overload]
    "PartOfWorld",
    __base__=Frozen,
    **{name: (field.annotation | None, None) for name, field in World.model_fields.items() if field.annotation},
)
"""Any part of a world, as single files hold it."""


@dataclass(frozen=True)
class Loaded:
    """A scenario as its files say, before its changes are made."""

    file: ScenarioFile
    base: Tree
    """The world as it is, with the profile's settings."""
    proposed: tuple[Change, ...]
    """What interventions change; it works only where an actor took them up."""
    stated: tuple[Change, ...]
    """What the scenario itself changes, and whoever changes it further; it holds everywhere."""
    interventions: tuple[Intervention, ...]
    named_at: tuple[Place, ...]
    """Where each intervention is named."""
    files: tuple[Tree, ...]
    """Every file that was read."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return all changes, to be made in any order."""
        return (*self.proposed, *self.stated)


def load_files(file: Path, *, more: Sequence[str] = ()) -> Loaded:
    """Read a scenario file and all that it names.

    Args:
        file: The scenario file.
        more: Further interventions, by name or path.

    Raises:
        WrongData: With the faults of all files.
    """
    tree = data_tree(file)
    gathered = Gathered()
    with gathered:
        return assemble(bind(ScenarioFile, tree), tree, file.parent, more)
    course = tree.value.get("course") if isinstance(tree.value, dict) else None
    if isinstance(course, str):
        refuse(gathered, course_parts(course, (), tree, file.parent, gathered))
    raise WrongData(gathered.faults)


def assemble(scenario: ScenarioFile, tree: Tree, folder: Path, more: Sequence[str]) -> Loaded:
    """Read all that a scenario names and put it together.

    Raises:
        WrongData: With the faults of all files.
    """
    gathered = Gathered()
    parts = course_parts(scenario.course, scenario.personas, tree, folder, gathered)
    chosen: list[Chosen] = []
    with gathered:
        chosen = choose(scenario, tree, folder, more)
    proposed: list[Change] = []
    stated: tuple[Change, ...] = ()
    for one in chosen:
        with gathered:
            proposed += read_changes(one.tree, one.intervention.id)
    with gathered:
        stated = read_changes(tree, scenario.id)
    profile_tree = tree
    settings: tuple[Change, ...] = ()
    with gathered:
        profile_tree, settings = profile_named(scenario.profile, folder, place_of(tree, "profile"))
    refuse(gathered, parts)
    setting = setting_tree(tree, tuple(sorted(one.intervention.id for one in chosen)))
    base = world_tree([*parts, graft({"setting": setting, "profile": picked(profile_tree, PROFILE)}), *uptake(tree)])
    return Loaded(
        file=scenario,
        base=with_settings(base, settings),
        proposed=tuple(proposed),
        stated=stated,
        interventions=tuple(one.intervention for one in chosen),
        named_at=tuple(one.place for one in chosen),
        files=(tree, profile_tree, *parts, *(one.tree for one in chosen)),
    )


def refuse(gathered: Gathered, parts: Sequence[Tree]) -> None:
    """Refuse what was gathered, if anything was, together with what is wrong in the parts that could be read.

    Raises:
        WrongData: With all faults.
    """
    if gathered.faults:
        for part in parts:
            with gathered:
                bind(PartOfWorld, part)
    gathered.refuse()


def with_settings(base: Tree, changes: Sequence[Change]) -> Tree:
    """Return a world with the settings of a profile; also what they replace must fit the model.

    Raises:
        WrongData: With the settings that do not fit, and what else is wrong with the world.
    """
    gathered = Gathered()
    tree = base
    with gathered:
        bind(World, base)
    with gathered:
        tree, _ = apply(base, changes)
    gathered.refuse()
    return tree


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


def uptake(tree: Tree) -> list[Tree]:
    """Return the scenario's own uptake, where it gives one."""
    given = isinstance(tree.value, dict) and "uptake" in tree.value
    return [picked(tree, ("uptake",))] if given else []


def setting_tree(tree: Tree, interventions: tuple[str, ...]) -> Tree:
    """Return the scenario's header as it stands in the world."""
    header = picked(tree, HEADER)
    given = dict(header.value) if isinstance(header.value, dict) else {}
    return replace(header, value={**given, "interventions": list(interventions)})


def world_tree(parts: Sequence[Tree]) -> Tree:
    """Return one tree of several files; mappings under one key are put together, of what is single the last counts."""
    empty: Plain = {room: {} for room in ("sharing", "flows", "states", "life", "reactions", "goals")}
    parts = [*parts, tree_at(empty, COMMAND_LINE)]
    keys = dict.fromkeys(key for part in parts if isinstance(part.value, dict) for key in part.value)
    found: dict[str, list[Tree]] = {
        key: [subtree(part, (key,)) for part in parts if isinstance(part.value, dict) and key in part.value]
        for key in keys
    }
    return graft({key: trees[-1] if key in SINGLE else trees for key, trees in found.items()})
