"""What a measure is called, in which unit, which way is better, and its formula in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from simulation.model.text import Text


class Group(StrEnum):
    """The groups of measures, in the order they are shown."""

    TIME = "time"
    CAUSES = "causes"
    COMPLETENESS = "completeness"
    CONTACTS = "contacts"
    WORK = "work"
    SNOWBALL = "snowball"
    NEEDS = "needs"
    EFFECTS = "effects"


class MeasureUnit(StrEnum):
    """Units of measures."""

    DAYS = "days"
    SHARE = "share"
    COUNT = "count"
    MINUTES = "minutes"
    HOURS = "hours"
    DKK = "dkk"


class Better(StrEnum):
    """Which direction is better for those concerned."""

    LESS = "less"
    MORE = "more"
    NONE = "none"
    """Neither by itself."""


@dataclass(frozen=True)
class Entry:
    """One measure per citizen, in the catalogue."""

    id: str
    group: Group
    unit: MeasureUnit
    better: Better
    title: Text
    formula: Text
    mark: float | None = None
    """A length to compare with, in the measure's unit."""


Line = tuple[str, MeasureUnit, Better, str, str, str, str]
"""id, unit, better, title da, title en, formula da, formula en."""


def entries(group: Group, lines: Iterable[Line]) -> tuple[Entry, ...]:
    """Return the entries of a group."""
    return tuple(
        Entry(name, group, unit, better, Text(da=da, en=en), Text(da=formula_da, en=formula_en))
        for name, unit, better, da, en, formula_da, formula_en in lines
    )
