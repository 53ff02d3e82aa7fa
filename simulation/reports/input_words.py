"""An input in words: what it is, its unit, how it is known and from where."""

from dataclasses import dataclass

from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.inputs import UncertainInput
from simulation.model.world import World
from simulation.reports.deliverables import names, paths
from simulation.reports.deliverables.danish_fields import KINDS, UNITS
from simulation.values.quantity import Unit
from simulation.values.wording import Lang

EVERY_PERSONA = {"da": "Alle personas", "en": "All personas"}
ENGLISH_UNITS = {Unit.SHARE: "%", Unit.FACTOR: "times", Unit.COUNT: "", Unit.DKK_PER_HOUR: "DKK an hour"}


@dataclass(frozen=True)
class InputWords:
    """What is said of an input."""

    title: str
    unit: str
    """Nothing for a plain number."""
    kind: str
    behind: str
    """Its source, and the reason given for it."""


def input_in_words(name: str, one: UncertainInput, lang: Lang) -> InputWords:
    """Return an input of a shipped scenario in words."""
    world, first = scenario_of(Asked(name)).world, one.first
    if lang == "da":
        unit, kind = UNITS[first.unit][1], KINDS[first.kind]
    else:
        unit, kind = ENGLISH_UNITS.get(first.unit, first.unit.replace("_", " ")), str(first.kind)
    source = names.source(world, first.source, first.where)
    behind = " · ".join(text for text in (source, first.because or "") if text)
    return InputWords(_title(world, one, lang), "" if one.is_shared else unit, kind, behind)


def _title(world: World, one: UncertainInput, lang: Lang) -> str:
    path = one.parts[0][0].split(".")
    if lang == "da":
        title = paths.in_words(world, path)
    else:
        title = ": ".join(filter(None, (_english_room(world, path), " › ".join(path[2:] or path[1:]))))
        title = title.replace("_", " ").capitalize() if len(path) == 1 else title.replace("_", " ")
    if one.is_shared:
        return f"{EVERY_PERSONA[lang]}: {title.partition(': ')[2] or title}"
    return title


def _english_room(world: World, path: list[str]) -> str:
    """Return the English title of what an input belongs to, else its id."""
    found = getattr(world, path[0], None)
    entry = found.get(path[1]) if isinstance(found, dict) and len(path) > 1 else None
    title = getattr(entry, "title", None)
    if title is None:
        return path[0] if len(path) < 3 or entry is None else path[1]
    return str(getattr(title, "en", title))
