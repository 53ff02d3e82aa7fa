"""A scenario, read and checked: what a run, a comparison or a screen starts from."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from simulation.model.files import Intervention, ScenarioFile
from simulation.model.text import Text
from simulation.model.world import World
from simulation.reading import shipped
from simulation.reading.assembling import Loaded, assemble, load_files
from simulation.reading.bind import bind
from simulation.reading.change_list import Change
from simulation.reading.changes import Ledger, applied, apply
from simulation.reading.cross_checks import cross_checked
from simulation.reading.loading import COMMAND_LINE, data_tree, shipped_interventions
from simulation.reading.tree import Tree
from simulation.reading.uptake import flows_between, left_behind, own_actor, passed_over, shared_with, working
from simulation.values.base import Frozen
from simulation.values.faults import Fault, WrongData

AS_IS = "as_is"
SAID_ONLY = {"sources", "glossary", "goals", "systems", "role_groups"}
"""Rooms of a world that no run reads."""
WORDS_ONLY = {"because", "code", "kle", "named_in", "quality", "source", "standard", "title", "where", "worked_out"}
"""Fields of whatever stands in a world that only tell a reader what it is called and what it rests on."""


@dataclass
class Scenario:
    """A scenario and the worlds that follow from who took its proposals up."""

    name: str
    """As it was asked for: `course/scenario`, or a path."""
    loaded: Loaded
    """What its files say, before changes are made."""
    world: World
    """With all changes made, as where everybody took them up."""
    tree: Tree
    """The same with places."""
    ledger: Ledger
    sha256: str
    """Hash of all that was read."""
    reshape: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    """Changes the plain values of every world before it is checked, as a screening does."""

    @property
    def file(self) -> ScenarioFile:
        """Return its own file."""
        return self.loaded.file

    @property
    def base(self) -> Tree:
        """Return the world before changes are made."""
        return self.loaded.base

    @property
    def proposed(self) -> tuple[Change, ...]:
        """Return what its interventions change."""
        return self.loaded.proposed

    @property
    def stated(self) -> tuple[Change, ...]:
        """Return what it changes by itself."""
        return self.loaded.stated

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """Return its interventions, in order."""
        return self.loaded.interventions

    @cached_property
    def digest(self) -> str:
        """Hash of all that a run plays: what only words, reasons, sources and goals say does not count."""
        return sha256(json.dumps(_played(self.world)).encode()).hexdigest()

    _worlds: dict[frozenset[str], tuple[World, frozenset[str]]] = field(default_factory=dict)

    def world_where(self, taken_up: frozenset[str]) -> tuple[World, frozenset[str]]:
        """Return the world where just these actors took the proposals up, and the added steps that are passed over."""
        found = self._worlds.get(taken_up)
        if found is None:
            found = self._worlds[taken_up] = self._world_where(taken_up)
        return found

    def _world_where(self, taken_up: frozenset[str]) -> tuple[World, frozenset[str]]:
        everybody = not self.interventions or taken_up >= set(self.world.actors)
        if everybody and self.reshape is None:
            return self.world, frozenset()
        working_here = (*working(self.proposed, self.world, taken_up), *self.stated)
        value = self.tree.value if everybody else applied(self.base, working_here)
        raw: dict[str, Any] = dict(value) if isinstance(value, dict) else {}
        raw = self.reshape(raw) if self.reshape else raw
        if everybody:
            return World.model_validate(raw), frozenset()
        asker_joined = own_actor(self.world) in taken_up
        raw["sharing"] = shared_with(raw.get("sharing", {}), self.proposed, taken_up if asker_joined else frozenset())
        raw["flows"] = flows_between(raw.get("flows", {}), self.proposed, taken_up)
        return World.model_validate(self._as_checked(raw)), passed_over(self.proposed, self.world, taken_up)

    def _as_checked(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Return plain values of a world; what is the very same in the whole world is as it was checked there.

        Checking takes longer than all else, and who took what up changes little of a world.
        """
        whole: Any = self.tree.value
        found = dict(raw)
        for room, value in raw.items():
            there, checked = whole.get(room), getattr(self.world, room, None)
            if value is there:
                found[room] = checked
            elif isinstance(checked, dict) and isinstance(value, Mapping) and isinstance(there, Mapping):
                found[room] = {
                    key: checked[key] if key in there and part is there[key] else part for key, part in value.items()
                }
        return found


def scenario_named(name: str, *, more: Sequence[str] = ()) -> Scenario:
    """Return a scenario by shipped name (`course/scenario` or `course/intervention`) or path.

    Raises:
        WrongData: With the faults of all files it is made of.
    """
    if shipped.is_path(name):
        return checked(name, load_files(Path(name), more=more))
    course, _, scenario = name.partition("/")
    if course not in shipped.courses():
        raise shipped.unknown("course", course, shipped.courses(), COMMAND_LINE)
    folder = shipped.scenarios_folder() / course
    if scenario in shipped.scenarios_of(course):
        return checked(name, load_files(folder / f"{scenario}.yaml", more=more))
    return checked(name, single(course, scenario, more))


def changed(scenario: Scenario, changes: Sequence[Change]) -> Scenario:
    """Return a scenario with further changes, without reading its files again.

    Raises:
        WrongData: With the faults of the changes and of what comes of them.
    """
    return checked(scenario.name, replace(scenario.loaded, stated=(*scenario.stated, *changes)))


def single(course: str, intervention: str, more: Sequence[str]) -> Loaded:
    """Return the course as it is with one intervention."""
    known = {one.id: one for one, _ in shipped_interventions() if course in one.courses}
    if intervention not in known:
        names = (*shipped.scenarios_of(course), *known)
        raise shipped.unknown(
            "scenario", f"{course}/{intervention}", tuple(f"{course}/{n}" for n in names), COMMAND_LINE
        )
    folder = shipped.scenarios_folder() / course
    tree = data_tree(folder / f"{AS_IS}.yaml")
    given = dict(tree.value) if isinstance(tree.value, dict) else {}
    title = known[intervention].title
    value = {**given, "id": intervention, "title": {"da": title.da, "en": title.en}, "interventions": [intervention]}
    tree = Tree(value, tree.places, tree.value_places, tree.file, tree.sha256, tree.faults)
    return assemble(bind(ScenarioFile, tree), tree, folder, more)


def checked(name: str, loaded: Loaded) -> Scenario:
    """Return a scenario whose world fits the model and holds together."""
    refuse_clashes(loaded)
    tree, ledger = apply(loaded.base, loaded.changes)
    world = bind(World, tree)
    cross_checked(world, tree)
    proposed, stated = loaded.proposed, loaded.stated
    dangling = list(left_behind(loaded.base, proposed, stated, world)) if proposed else []
    if dangling:
        raise WrongData(dangling)
    hashes = sorted(file.sha256 for file in loaded.files) + [
        repr(c) for c in loaded.changes if c.place.file == COMMAND_LINE.file
    ]
    return Scenario(
        name=name,
        loaded=loaded,
        world=world,
        tree=tree,
        ledger=ledger,
        sha256=sha256("\n".join(hashes).encode()).hexdigest(),
    )


def refuse_clashes(loaded: Loaded) -> None:
    """Refuse interventions that say they do not go together, or do not fit the course.

    Raises:
        WrongData: With every such pair.
    """
    named = list(zip(loaded.interventions, loaded.named_at, strict=True))
    course = loaded.base.value.get("course") if isinstance(loaded.base.value, dict) else {}
    course_id = course.get("id") if isinstance(course, dict) else None
    faults = [
        Fault(place, "not-together", {"one": one.id, "other": other.id})
        for number, (one, place) in enumerate(named)
        for other, _ in named[:number]
        if other.id in one.not_with or one.id in other.not_with
    ]
    faults += [
        Fault(place, "other-course", {"one": one.id, "course": str(course_id)}, known=one.courses)
        for one, place in named
        if course_id not in one.courses
    ]
    if faults:
        raise WrongData(faults)


def _played(value: object) -> object:
    """Return what a run plays of a part of a world, as plain values; fields left at their default are left out.

    Fields are told from ids by the model: an actor may well be called `source`.
    """
    if isinstance(value, Text):
        return None
    if isinstance(value, Frozen):
        left_out = WORDS_ONLY | SAID_ONLY if isinstance(value, World) else WORDS_ONLY
        fields = type(value).model_fields
        kept = ((name, part) for name, part in value if name not in left_out and part != fields[name].default)
        return {name: _played(part) for name, part in kept}
    if isinstance(value, Mapping):
        return {key: _played(part) for key, part in value.items()}
    return [_played(part) for part in value] if isinstance(value, tuple) else value
