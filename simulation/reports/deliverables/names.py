"""What things of a world are called in documents: by their titles, never by words of our own."""

from collections.abc import Iterable
from typing import TypeAlias

from simulation.model.steps import AnyStep
from simulation.model.text import Text
from simulation.model.world import World
from simulation.reports.deliverables.document import Said
from simulation.reports.titles import CITIZEN
from simulation.values.wording import Lang

Doer: TypeAlias = tuple[str, str]
"""Kind (`role`, `actor` or `citizen`) and id of who does a step."""

NOBODY: Doer = ("nobody", "")


def said(text: Text | None) -> Said:
    """Return a text of the data in both languages, nothing where there is none."""
    return Said() if text is None else Said(text.da, text.en)


def spaced(name: str) -> str:
    """Return an id that has no title, as words."""
    return name.replace("_", " ")


def actor(world: World, name: str) -> Said:
    """Return what an actor, or the citizen, is called."""
    return said(world.actors[name].title) if name in world.actors else Said(*CITIZEN)


def actor_with_code(world: World, name: str) -> str:
    """Return an actor with its code in front."""
    found = world.actors.get(name)
    return actor(world, name).da if found is None or not found.code else f"{found.code} {found.title.da}"


def actors(world: World, names: Iterable[str], lang: Lang = "da") -> str:
    """Return the names of actors, in the order of the landscape."""
    known = list(world.actors)
    return ", ".join(world.actors[name].title.in_language(lang) for name in sorted(names, key=known.index))


def data_type(world: World, name: str, lang: Lang = "da") -> str:
    """Return a data type with its code in front."""
    found = world.data_types[name]
    title = found.title.in_language(lang)
    return f"{found.code} {title}" if found.code else title


def data_types(world: World, names: Iterable[str], lang: Lang = "da") -> str:
    """Return the names of data types, in the order of the landscape."""
    known = list(world.data_types)
    return ", ".join(data_type(world, name, lang) for name in sorted(names, key=known.index))


def steps(world: World, names: Iterable[str]) -> str:
    """Return the Danish titles of steps, with commas between."""
    return ", ".join(world.steps[name].title.da for name in names)


def systems(world: World, names: Iterable[str]) -> str:
    """Return the Danish titles of systems, with commas between."""
    return ", ".join(world.systems[name].title.da for name in names)


def source(world: World, name: str | None, where: str | None = None) -> str:
    """Return a source with its code, and the place in it."""
    found = world.sources.get(name or "")
    if found is None:
        return ""
    code = f"{found.code} {found.title}" if found.code else found.title
    return f"{code}, {where}" if where else code


def worded(world: World, name: str) -> str:
    """Return the Danish word for an id of any room; the id as words where nothing gives one."""
    rooms = (world.actors, world.data_types, world.roles, world.steps, world.case_types, world.life, world.states)
    for room in rooms:
        if name in room:
            return room[name].title.da
    if name in world.domains:
        return world.domains[name].da
    return world.glossary[name].da if name in world.glossary else f"«{spaced(name)}»"


def doer_of(world: World, step: AnyStep) -> Doer:
    """Return who does a step or is waited for."""
    role = getattr(step, "by", None)
    if isinstance(role, str):
        return ("role", role)
    waited = getattr(step, "waits_for", None)
    if isinstance(waited, str):
        return ("actor", waited) if waited in world.actors else ("citizen", waited)
    return NOBODY


def doer_title(world: World, doer: Doer) -> Said:
    """Return what who does a step is called."""
    kind, name = doer
    if kind == "role":
        return said(world.roles[name].title)
    return Said() if kind == "nobody" else actor(world, name)


def actor_of(world: World, doer: Doer) -> str | None:
    """Return the actor behind who does a step; None for the citizen and for nobody."""
    kind, name = doer
    if kind == "role":
        return world.roles[name].actor
    return name if kind == "actor" else None
