"""From citizens to replications to a result: per citizen first, then per replication, then over replications."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

import numpy as np

from simulation.measures.entries import Better, Entry
from simulation.measures.followed import Flags, Floats, share
from simulation.measures.intervals import Estimate, of_means, of_quantiles
from simulation.measures.measured import Measured
from simulation.measures.tables import Axes, joint_axes, mean_of, on_axes, with_mixed

MIXED = "mixed"
"""All personas together, each with the weight it arrives with; shown only with the weights."""


class Statistic(IntEnum):
    """What is said of the citizens of a replication."""

    MEAN = 0
    SHARE_ABOVE = 1
    """Share above the measure's mark."""
    MEDIAN = 2
    P10 = 3
    P90 = 4
    P95 = 5


AVERAGES = (Statistic.MEAN, Statistic.SHARE_ABOVE)
QUANTILES = {Statistic.MEDIAN: 0.5, Statistic.P10: 0.1, Statistic.P90: 0.9, Statistic.P95: 0.95}


@dataclass(frozen=True)
class Summary:
    """The measures of one scenario over its replications."""

    measures: tuple[str, ...]
    groups: tuple[str, ...]
    """Personas, and at last `mixed`."""
    weights: dict[str, float]
    """Share of each persona in `mixed`."""
    citizens: int
    """Simulated citizens in all replications."""
    averages: Floats
    """(replications, groups, measures, mean and share above), nan where not defined."""
    quantiles_of: Callable[[int], Floats]
    """(replications, measures, quantiles) of the citizens of a group, by its place; made when asked for."""
    tables: dict[str, Floats]
    """(replications, groups, ...) by name."""
    axes: dict[str, Axes]
    """Names along the further axes of each table."""

    def of(self, measure: str, statistic: Statistic = Statistic.MEAN, group: str = MIXED) -> Estimate:
        """Return a statistic of a measure with its interval over replications."""
        numbers = self._numbers(measure, statistic, group)
        return of_quantiles(numbers) if statistic in QUANTILES else of_means(numbers)

    def value(self, measure: str, statistic: Statistic = Statistic.MEAN, group: str = MIXED) -> float:
        """Return a statistic of a measure, where its interval is not asked for."""
        return of_means(self._numbers(measure, statistic, group)).value

    def _numbers(self, measure: str, statistic: Statistic, group: str) -> Floats:
        """Return a statistic of each replication."""
        place, row = self.groups.index(group), self.measures.index(measure)
        if statistic in QUANTILES:
            return self.quantiles_of(place)[:, row, list(QUANTILES).index(statistic)]
        return self.averages[:, place, row, statistic]

    def table(self, name: str, group: str = MIXED) -> Floats:
        """Return the mean of a table over replications."""
        return mean_of(self.tables[name][:, self.groups.index(group)])

    def worst_off(self, entry: Entry) -> str | None:
        """Return the persona with the worst mean of a measure; None where neither direction is worse."""
        means = {group: self.value(entry.id, group=group) for group in self.groups[:-1]}
        known = {group: mean for group, mean in means.items() if mean == mean}
        if entry.better == Better.NONE or not known:
            return None
        worst = max if entry.better == Better.LESS else min
        return worst(sorted(known), key=known.__getitem__)


def summarise(replications: Sequence[Measured]) -> Summary:
    """Return the summary of the replications of one scenario, in order."""
    first = replications[0]
    names = names_of(replications)
    tables = {name: tables_of(replications, name) for name in first.tables}
    parts = [(matrix(one, names), groups(one), marks_of(one, names)) for one in replications]

    @cache
    def quantiles_of(place: int) -> Floats:
        return np.array([quantiles(values, weights[place]) for values, weights, _ in parts])

    return Summary(
        measures=names,
        groups=(*first.personas, MIXED),
        weights=shares_of(first),
        citizens=sum(len(one) for one in replications),
        averages=np.array([averages(*part) for part in parts]),
        quantiles_of=quantiles_of,
        tables={name: values for name, (values, _) in tables.items()},
        axes={name: axes for name, (_, axes) in tables.items()},
    )


def names_of(replications: Sequence[Measured]) -> tuple[str, ...]:
    """Return the measures that any replication has; a proposal may add some only where it was taken up."""
    return tuple(dict.fromkeys(name for one in replications for name in one.columns))


def matrix(measured: Measured, names: Sequence[str]) -> Floats:
    """Return measures by citizens, nan for a measure that the replication does not have."""
    nothing = np.full(len(measured), np.nan)
    return np.array([measured.columns.get(name, nothing) for name in names])


def marks_of(measured: Measured, names: Sequence[str]) -> Floats:
    """Return the mark of each measure, nan where there is none."""
    return np.array([measured.marks.get(name, np.nan) for name in names])


def shares_of(measured: Measured) -> dict[str, float]:
    """Return the share of each persona in `mixed`."""
    return dict(zip(measured.personas, (measured.weights / measured.weights.sum()).tolist(), strict=True))


def tables_of(replications: Sequence[Measured], name: str) -> tuple[Floats, Axes]:
    """Return a table of each replication, `mixed` as its last row, on axes that all of them fit."""
    tables = [one.tables[name] for one in replications if name in one.tables]
    axes = joint_axes(tables)
    return np.array([with_mixed(on_axes(one.tables[name], axes), one.weights) for one in replications]), axes


def groups(measured: Measured) -> Floats:
    """Return the weight of each citizen in each group: 1 in its persona, and its share of the mix in `mixed`.

    Each persona counts in the mix with the weight it arrives with, shared among its citizens of the replication.
    """
    members = measured.persona == np.arange(len(measured.personas))[:, None]
    each = share(measured.weights, members.sum(axis=1).astype(np.float64))
    return np.vstack([members, np.where(members, each[:, None], 0).sum(axis=0)[None]]).astype(np.float64)


def averages(values: Floats, weights: Floats, marks: Floats) -> Floats:
    """Return mean and share above the mark of citizens' numbers: groups by measures by these two.

    Args:
        values: (measures, citizens), nan where not defined.
        weights: (groups, citizens), 0 where not in the group.
        marks: (measures), nan where there is none.
    """
    found = np.full((len(weights), len(values), len(AVERAGES)), np.nan)
    for place, weight in enumerate(weights):
        inside = weight > 0
        if inside.any():
            found[place] = _averages(values[:, inside], weight[inside], marks)
    return found


def _averages(values: Floats, weight: Floats, marks: Floats) -> Floats:
    is_defined = ~np.isnan(values)
    each = np.where(is_defined, weight, 0)
    whole = each.sum(axis=1)
    found = np.empty((len(values), len(AVERAGES)))
    found[:, Statistic.MEAN] = share((each * np.where(is_defined, values, 0)).sum(axis=1), whole)
    above = share((each * (values > marks[:, None])).sum(axis=1), whole)
    found[:, Statistic.SHARE_ABOVE] = np.where(np.isnan(marks), np.nan, above)
    return found


def quantiles(values: Floats, weight: Floats) -> Floats:
    """Return the quantiles of citizens' numbers: measures by quantiles, nan where nobody has a number.

    Args:
        values: (measures, citizens), nan where not defined.
        weight: of each citizen, 0 where not in the group.
    """
    inside = weight > 0
    if not inside.any():
        return np.full((len(values), len(QUANTILES)), np.nan)
    values = values[:, inside]
    is_defined = ~np.isnan(values)
    ordered, positions = _positions(values, np.where(is_defined, weight[inside], 0), is_defined)
    return _quantiles(ordered, positions, np.array(list(QUANTILES.values())))


def _positions(values: Floats, weight: Floats, is_defined: Flags) -> tuple[Floats, Floats]:
    """Return each row in order, and the share of weight below the middle of each value; infinite where not defined."""
    order = np.argsort(values, axis=1)
    ordered, each = np.take_along_axis(values, order, axis=1), np.take_along_axis(weight, order, axis=1)
    upto = np.cumsum(each, axis=1)
    middle = share(upto - each / 2, np.broadcast_to(upto[:, -1:], upto.shape))
    return ordered, np.where(np.take_along_axis(is_defined, order, axis=1), middle, np.inf)


def _quantiles(ordered: Floats, positions: Floats, levels: Floats) -> Floats:
    """Return quantiles of each row, each between the two values whose middles lie around its level (Hazen)."""
    rows = np.arange(len(ordered))[:, None]
    count = np.isfinite(positions).sum(axis=1)[:, None]
    below = np.array([(positions <= level).sum(axis=1) for level in levels]).T
    low, high = (np.minimum(np.maximum(place, 0), np.maximum(count - 1, 0)) for place in (below - 1, below))
    is_between = high > low
    left = np.where(is_between, positions[rows, low], levels)
    right = np.where(is_between, positions[rows, high], levels)
    way = np.divide(levels - left, right - left, out=np.zeros(low.shape), where=is_between)
    found = ordered[rows, low] + (ordered[rows, high] - ordered[rows, low]) * way
    return np.where(count > 0, found, np.nan)
