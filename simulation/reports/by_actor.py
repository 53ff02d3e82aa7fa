"""The indicators for the eight effects by actor, with intervals: who has a better picture, and who gets the work."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from simulation.measures.comparison import Comparison, is_certain, wording
from simulation.measures.effects import BY_ACTOR
from simulation.measures.entries import Entry, MeasureUnit
from simulation.measures.followed import Floats
from simulation.measures.intervals import Estimate, holm, of_means, p_value
from simulation.measures.statistics import MIXED, Summary
from simulation.model.landscape import Actor

TABLE = "effects_by_actor"
COUNTED = (MeasureUnit.COUNT, MeasureUnit.MINUTES)
"""Units of indicators that are 0 for an actor that has nothing to do with them."""


def effects_by_actor(
    summaries: Sequence[Summary],
    comparisons: Sequence[Comparison | None],
    entries: Mapping[str, Entry],
    actors: Mapping[str, Actor],
    smallest: Mapping[MeasureUnit, float],
) -> list[dict[str, Any]]:
    """Return each actor's indicators in every scenario, with differences to the first; actors without any left out."""
    found = []
    for actor in sorted({actor for one in summaries for actor in one.axes[TABLE][0]}):
        title = actors[actor].title
        effects = {}
        for name in BY_ACTOR:
            levels = [of_means(_numbers(one.tables, one, actor, name)) for one in summaries]
            if any(_is_shown(level, entries[name]) for level in levels):
                changes = _changes(comparisons, (actor, name), smallest[entries[name].unit])
                effects[name] = {"values": [_plain(level) for level in levels], "differences": changes}
        if effects:
            found.append({"actor": actor, "title": {"da": title.da, "en": title.en}, "effects": effects})
    return found


def _is_shown(level: Estimate, entry: Entry) -> bool:
    return level.replications > 0 and (level.value > 0 or entry.unit not in COUNTED)


def _numbers(tables: Mapping[str, Floats], where: Summary | Comparison, actor: str, effect: str) -> Floats:
    """Return one number per replication, nan where the actor is not known or cannot show the indicator."""
    actors, effects = where.axes[TABLE]
    values = tables[TABLE][:, where.groups.index(MIXED)]
    if actor not in actors:
        return np.full(len(values), np.nan)
    found: Floats = values[:, actors.index(actor), effects.index(effect)]
    return found


def _plain(level: Estimate) -> dict[str, float] | None:
    if not level.replications:
        return None
    return {"mean": level.value, "low": level.low, "high": level.high}


def _changes(
    comparisons: Sequence[Comparison | None], which: tuple[str, str], smallest: float
) -> list[dict[str, Any] | None]:
    """Return the differences of one actor and indicator, p corrected for being several scenarios (Holm)."""
    numbers = [None if one is None else _numbers(one.tables, one, *which) for one in comparisons]
    compared = [one for one in numbers if one is not None]
    adjusted = iter(holm([p_value(one) for one in compared]))
    return [None if one is None else _change(one, next(adjusted), smallest) for one in numbers]


def _change(numbers: Floats, p: float, smallest: float) -> dict[str, Any] | None:
    estimate = of_means(numbers)
    if not estimate.replications:
        return None
    certain = is_certain(estimate, p, smallest)
    said = {"certain": certain, "wording": wording(estimate.value, certain)}
    return {"mean": estimate.value, "low": estimate.low, "high": estimate.high, **said}
