"""Every measure per citizen: what it is called, its unit, which way is better, and its formula in words."""

from dataclasses import replace

from simulation.measures import causes, completeness, contacts, effects, needs, snowball, time, work_measures
from simulation.measures.entries import Entry, Group
from simulation.model.world import World

FIXED = (
    *time.ENTRIES,
    *causes.ENTRIES,
    *completeness.ENTRIES,
    *snowball.ENTRIES,
    *needs.ENTRIES,
)
"""Measures of every course, though some may have no value in one."""
ORDER = {group: place for place, group in enumerate(Group)}


def catalogue(world: World) -> dict[str, Entry]:
    """Return the entries of all measures of a scenario by id, its own clocks included, in the order they are shown."""
    own = (*time.clock_entries(world), *work_measures.entries_of(world), *effects.entries_of(world))
    found = sorted((*FIXED, *own, *contacts.entries_of(world)), key=lambda entry: ORDER[entry.group])
    mark = time.gathering_mark(world)
    return {entry.id: replace(entry, mark=mark) if entry.id == "gathering_days" else entry for entry in found}


def marks(world: World) -> dict[str, float]:
    """Return the length that a measure is compared with, in its unit, where the course declares one."""
    return {name: entry.mark for name, entry in catalogue(world).items() if entry.mark is not None}
