"""Every number of a scenario as a person reads it: in words, with value, kind, source and the line it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulation.model.world import World
from simulation.reading.quantities import is_quantity
from simulation.reading.scenario import Scenario
from simulation.reading.tree import walk
from simulation.reports.deliverables import amounts, names, paths
from simulation.reports.deliverables.danish_fields import DATA_FORMS, FORMATS, KINDS, NEEDS, SECTORS
from simulation.values.quantity import Quantity, Unit
from simulation.values.wording import Lang


@dataclass(frozen=True)
class Input:
    """One number."""

    path: str
    """Dotted path in the data."""
    title: str
    """Where it stands, in words."""
    amount: str
    """Value or range, with unit."""
    kind: str
    """Id of the kind of evidence."""
    kind_words: str
    source: str
    """Source with the place in it, empty where there is none."""
    because: str
    place: str
    """`file:line`."""


def inputs(scenario: Scenario, lang: Lang) -> tuple[Input, ...]:
    """Return every number of a scenario, in the order of the data."""
    return tuple(
        _input(scenario, path, Quantity.model_validate(value), lang)
        for path, value in walk(scenario.tree.value)
        if is_quantity(value)
    )


def _input(scenario: Scenario, path: Sequence[str | int], quantity: Quantity, lang: Lang) -> Input:
    keys = [str(part) for part in path]
    place = scenario.tree.value_place(tuple(path))
    return Input(
        path=".".join(keys),
        title=paths.in_words(scenario.world, keys) if lang == "da" else in_english(scenario.world, keys),
        amount=amount_in_words(quantity, lang),
        kind=str(quantity.kind),
        kind_words=term_in_words(quantity.kind, lang),
        source=names.source(scenario.world, quantity.source, quantity.where),
        because=quantity.because or "",
        place=f"{place.file}:{place.line}",
    )


def in_english(world: World, path: Sequence[str]) -> str:
    """Return where a number stands, in English: the title of what it belongs to, and the keys as words."""
    room, *rest = path
    entries = getattr(world, room, None)
    name = rest[0] if rest else ""
    title = getattr(entries.get(name), "title", None) if isinstance(entries, dict) else None
    first = getattr(title, "en", None) or (title if isinstance(title, str) else names.spaced(name))
    words = ", ".join(names.spaced(key) for key in rest[1:])
    return f"{first}: {words}" if words else f"{names.spaced(room)}: {first}" if first else names.spaced(room)


def term_in_words(name: str, lang: Lang) -> str:
    """Return a sector, form, format, need or kind of evidence in words; a word of somebody's own stays."""
    danish = {**DATA_FORMS, **FORMATS, **NEEDS, **SECTORS, **KINDS}
    return danish.get(name, names.spaced(name)) if lang == "da" else names.spaced(name)


def amount_in_words(quantity: Quantity, lang: Lang) -> str:
    """Return a quantity with its unit."""
    return amounts.in_words(quantity) if lang == "da" else amount_in_english(quantity)


def amount_in_english(quantity: Quantity) -> str:
    """Return a quantity in English: "8 (3–20) working days"."""
    scale = 100 if quantity.unit == Unit.SHARE else 1
    shown = {name: f"{scale * value:.4g}" for name, value in quantity.numbers().items()}
    unit = "%" if quantity.unit == Unit.SHARE else names.spaced(quantity.unit)
    if quantity.form == "typical":
        return f"typically {shown['typical']}, seldom above {shown['at_most']} {unit}"
    spread = f" ({shown['low']}–{shown['high']})" if "low" in shown and "high" in shown else ""
    return f"{shown[quantity.form]}{spread} {unit}".strip()
