"""Where a number stands, in Danish: «Samtale: udeblivelse, andel» instead of steps.talk.no_show.chance."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from simulation.model.lives import Reaction, Telling
from simulation.model.world import World
from simulation.reading.uptake import actor_of_step, own_actor
from simulation.reports.deliverables import names
from simulation.reports.deliverables.danish_fields import FIELDS, ROOMS

SINGLE = ("course", "coordination", "gathering", "profile", "setting", "uptake")
"""Rooms that hold one thing."""
NAMED_BY = ("role", "data_type", "by")
"""Keys of entries of a list that say what the entry is about."""


def in_words(world: World, path: Sequence[str]) -> str:
    """Return a path of the data in Danish words."""
    room, *rest = path
    if room in SINGLE:
        return f"{ROOMS[room]}: {tail(world, rest, getattr(world, room))}" if rest else ROOMS[room]
    name, *keys = rest
    holder = getattr(world, room).get(name)
    title = titled(world, room, name)
    return f"{title}: {tail(world, keys, holder)}" if keys else f"{ROOMS.get(room, room)} «{title}»"


def titled(world: World, room: str, name: str) -> str:
    """Return the Danish title of an entry of a room, the id as words where there is no such entry."""
    found = getattr(world, room).get(name)
    if found is None:
        return names.spaced(name)
    if isinstance(found, Reaction):
        return world.life[found.on].title.da
    title = getattr(found, "title", found)
    return str(getattr(title, "da", title)) if not isinstance(title, BaseModel) or hasattr(title, "da") else name


def tail(world: World, keys: Sequence[str], value: object) -> str:
    """Return the rest of a path: keys by their Danish words, ids by their titles, entries by what they are about."""
    words = []
    for key in keys:
        inner = part(value, key)
        if key.isdigit():
            about = next((getattr(inner, name) for name in NAMED_BY if isinstance(getattr(inner, name, None), str)), "")
            words += [names.worded(world, about)] if about else []
        elif isinstance(value, BaseModel) or value is None:
            words.append(FIELDS.get(key, names.spaced(key)))
        else:
            words.append(names.worded(world, key))
        value = inner
    return ", ".join(words)


def part(value: object, key: str) -> object:
    """Return what stands at a key of a model, a mapping or a list; None where nothing does."""
    if isinstance(value, Mapping):
        return value.get(key)
    if isinstance(value, tuple):
        return value[int(key)] if key.isdigit() and int(key) < len(value) else None
    return getattr(value, key, None)


def owner_of(world: World, path: Sequence[str]) -> str:
    """Return the actor that knows a number best, empty where none does more than others."""
    room, *rest = path
    name = rest[0] if rest else ""
    if room == "actors":
        return name
    if room == "roles":
        return world.roles[name].actor
    if room == "steps":
        return actor_of_step(world, name) or ""
    if room == "data_types":
        return next(iter(world.data_types[name].held_by), "")
    if room in ("life", "reactions"):
        return witness(world, room, name, rest)
    return (own_actor(world) or "") if room == "gathering" else ""


def witness(world: World, room: str, name: str, rest: Sequence[str]) -> str:
    """Return who sees a life event first, or who tells of it; empty where nobody does."""
    if room == "life":
        return next(iter(world.life[name].seen_by), "")
    telling = part(world.reactions[name].tells, rest[2]) if rest[1:2] == ["tells"] else None
    return telling.by if isinstance(telling, Telling) else ""
