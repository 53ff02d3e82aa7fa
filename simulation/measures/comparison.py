"""As-Is against To-Be: the same citizens with the same luck, paired one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from simulation.measures.followed import Flags, Floats, share
from simulation.measures.intervals import Estimate, holm, of_means, p_value
from simulation.measures.measured import Measured
from simulation.measures.statistics import (
    MIXED,
    Statistic,
    averages,
    groups,
    marks_of,
    matrix,
    names_of,
    shares_of,
    tables_of,
)
from simulation.measures.student import CONFIDENCE
from simulation.measures.tables import Axes, mean_of
from simulation.population.cast import Integers
from simulation.values.cannot_run import CannotRun

TOUCHED, UNTOUCHED = "touched", "untouched"
"""Further groups of a comparison that was told whom the change touches; what moves the others is spillover."""


Average: TypeAlias = Literal[Statistic.MEAN, Statistic.SHARE_ABOVE]


@dataclass(frozen=True)
class Difference:
    """How much a change moves one statistic of one measure in one group."""

    estimate: Estimate
    """After less before, over pairs of the same citizen."""
    p: float
    """Two-sided, adjusted for the number of scenarios compared."""
    certain: bool
    """Whether luck leaves one sign in 95 % and the difference is not smaller than what is of interest."""
    wording: str
    """`less`, `more` or `no_certain_difference`."""


@dataclass(frozen=True)
class BeforeAfter:
    """What a change does to one statistic of one measure in one group."""

    before: float
    after: float
    share_less: float
    """Share of citizens with a smaller number after; depends on how luck is coupled."""
    share_more: float
    """Share of citizens with a larger number after."""
    paired_share: float
    """Share of pairs in which both have a number, of those in which one has."""
    difference: Difference


@dataclass(frozen=True)
class Comparison:
    """One scenario compared with another over the same replications."""

    measures: tuple[str, ...]
    """Measures that both have."""
    groups: tuple[str, ...]
    weights: dict[str, float]
    """Share of each persona in `mixed`."""
    citizens: int
    """Simulated citizens that are in both."""
    before: Floats
    """(replications, groups, measures, mean and share above) over pairs in which both have a number."""
    after: Floats
    shares: Floats
    """(replications, groups, measures, 3): with less, with more, paired."""
    tables: dict[str, Floats]
    """After less before, of all citizens whether paired or not; (replications, personas and `mixed`, ...)."""
    axes: dict[str, Axes]
    """Names along the further axes of each table."""
    smallest: Mapping[str, float]
    """Smallest difference of interest by measure, declared beforehand; any where left out."""
    family: tuple[Floats, ...] = ()
    """Differences of all scenarios compared at the same time, for Holm's correction; only itself where empty."""

    def of(self, measure: str, statistic: Average = Statistic.MEAN, group: str = MIXED) -> BeforeAfter:
        """Return what the change does to a statistic of a measure."""
        place = (self.groups.index(group), self.measures.index(measure))
        whole = (slice(None), *place, statistic)
        shares = [of_means(self.shares[(slice(None), *place, kind)]).value for kind in range(3)]
        return BeforeAfter(
            before=of_means(self.before[whole]).value,
            after=of_means(self.after[whole]).value,
            share_less=shares[0],
            share_more=shares[1],
            paired_share=shares[2],
            difference=self.difference(measure, statistic, group),
        )

    def difference(self, measure: str, statistic: Average = Statistic.MEAN, group: str = MIXED) -> Difference:
        """Return how much the change moves a statistic of a measure, and how sure that is."""
        whole = (slice(None), self.groups.index(group), self.measures.index(measure), statistic)
        numbers = self.after[whole] - self.before[whole]
        estimate, p = of_means(numbers), self._adjusted(p_value(numbers), whole)
        certain = is_certain(estimate, p, self.smallest.get(measure, 0.0))
        return Difference(estimate, p, certain, wording(estimate.value, certain))

    def _adjusted(self, p: float, whole: tuple[slice, int, int, int]) -> float:
        if len(self.family) < 2:
            return p
        every = [p_value(one[whole]) for one in self.family]
        return holm(every)[every.index(p)] if p in every else p

    def table(self, name: str, group: str = MIXED) -> Floats:
        """Return the mean difference of a table over replications."""
        return mean_of(self.tables[name][:, self.groups.index(group)])


def is_certain(difference: Estimate, p: float, smallest: float, one_sign: float = 1.0) -> bool:
    """Return whether a difference is called certain.

    Args:
        difference: the difference, with what luck leaves it in.
        p: its two-sided p, adjusted where several scenarios are compared.
        smallest: the smallest difference of interest, declared beforehand.
        one_sign: share of an outer sample over uncertain inputs that has the difference's sign; 1 where none was drawn.
    """
    by_luck = difference.low > 0 or difference.high < 0
    return by_luck and p < 1 - CONFIDENCE and abs(difference.value) >= smallest and one_sign >= CONFIDENCE


def wording(value: float, certain: bool) -> str:
    """Return the id of the words for a difference."""
    if not certain:
        return "no_certain_difference"
    return "less" if value < 0 else "more"


def compare(
    before: Sequence[Measured],
    after: Sequence[Measured],
    *,
    smallest: Mapping[str, float] | None = None,
    touched: Sequence[Flags] | None = None,
) -> Comparison:
    """Return the comparison of two scenarios over the same replications.

    Args:
        before: one per replication, in order.
        after: the same replications of the other scenario.
        smallest: smallest difference of interest by measure.
        touched: who is touched by the change, per replication and citizen of `before`.

    Raises:
        CannotRun: when the replications are not the same.
    """
    _refuse_others(before, after)
    pairs = [_paired(a, b) for a, b in zip(before, after, strict=True)]
    first = pairs[0][0]
    known = set(names_of(after))
    names = tuple(name for name in names_of(before) if name in known)
    found = [
        _replication(a, b, names, None if touched is None else touched[place][kept])
        for place, (a, b, kept) in enumerate(pairs)
    ]
    tables = _tables([a for a, _, _ in pairs], [b for _, b, _ in pairs])
    return Comparison(
        measures=names,
        groups=(*first.personas, MIXED, *(() if touched is None else (TOUCHED, UNTOUCHED))),
        weights=shares_of(first),
        citizens=sum(len(a) for a, _, _ in pairs),
        before=np.array([one[0] for one in found]),
        after=np.array([one[1] for one in found]),
        shares=np.array([one[2] for one in found]),
        tables={name: values for name, (values, _) in tables.items()},
        axes={name: axes for name, (_, axes) in tables.items()},
        smallest=smallest or {},
    )


def compare_several(
    before: Sequence[Measured], others: Mapping[str, Sequence[Measured]], *, smallest: Mapping[str, float] | None = None
) -> dict[str, Comparison]:
    """Return the comparison of each scenario with the same one, p corrected for being several (Holm).

    Raises:
        CannotRun: when the replications are not the same.
    """
    found = {name: compare(before, after, smallest=smallest, touched=_touched(after)) for name, after in others.items()}
    return {
        name: replace(one, family=tuple(_alike(one, other) for other in found.values())) for name, one in found.items()
    }


def _touched(after: Sequence[Measured]) -> Sequence[Flags] | None:
    """Return whom a scenario touches, per replication, where that is known of all."""
    known = [one.touched for one in after if one.touched is not None]
    return known if len(known) == len(after) else None


def _alike(one: Comparison, other: Comparison) -> Floats:
    """Return the differences of another comparison, by the groups and measures of one; nan for what it lacks."""
    numbers = other.after - other.before
    found = np.full(one.before.shape, np.nan)
    groups = [place for place, name in enumerate(one.groups) if name in other.groups]
    measures = [place for place, name in enumerate(one.measures) if name in other.measures]
    theirs = [other.groups.index(one.groups[place]) for place in groups]
    their_measures = [other.measures.index(one.measures[place]) for place in measures]
    found[np.ix_(range(len(found)), groups, measures)] = numbers[np.ix_(range(len(numbers)), theirs, their_measures)]
    return found


def _refuse_others(before: Sequence[Measured], after: Sequence[Measured]) -> None:
    if [(one.seed, one.replication) for one in before] != [(one.seed, one.replication) for one in after]:
        raise CannotRun("the two scenarios were not played with the same seed and replications: play both anew")


def _paired(before: Measured, after: Measured) -> tuple[Measured, Measured, Integers]:
    """Return the citizens that are in both, in the same order, and their places in `before`."""
    places = {name: place for place, name in enumerate(before.personas)}
    theirs = np.array([places.get(name, -1) for name in after.personas])
    keys = before.persona * 2**40 + before.number, theirs[after.persona] * 2**40 + after.number
    _, left, right = np.intersect1d(keys[0], keys[1], assume_unique=True, return_indices=True)
    left, right = left[order := np.argsort(left)], right[order]
    tables = {
        name: replace(t, values=_rows(t.values, after.personas, before.personas)) for name, t in after.tables.items()
    }
    first = _at(before, left)
    second = replace(
        _at(after, right), personas=before.personas, weights=before.weights, persona=first.persona, tables=tables
    )
    return first, second, left


def _at(measured: Measured, places: Integers) -> Measured:
    return replace(
        measured,
        persona=measured.persona[places],
        number=measured.number[places],
        opened=measured.opened[places],
        columns={name: numbers[places] for name, numbers in measured.columns.items()},
    )


def _rows(values: Floats, given: tuple[str, ...], wanted: tuple[str, ...]) -> Floats:
    """Return the rows of a table for other personas; nan for those it does not know."""
    empty = np.full(values.shape[1:], np.nan)
    return np.array([values[given.index(name)] if name in given else empty for name in wanted])


def _replication(
    before: Measured, after: Measured, names: tuple[str, ...], touched: Flags | None
) -> tuple[Floats, Floats, Floats]:
    """Return the averages before and after, and the shares of citizens, of one replication."""
    a, b = matrix(before, names), matrix(after, names)
    weights = groups(before)
    if touched is not None:
        weights = np.vstack([weights, weights[-1] * touched, weights[-1] * ~touched])
    marks = marks_of(before, names)
    has_a, has_b = ~np.isnan(a), ~np.isnan(b)
    both = has_a & has_b
    a, b = np.where(both, a, np.nan), np.where(both, b, np.nan)
    parts = ((b < a, both), (b > a, both), (both, has_a | has_b))
    # (groups, citizens) by (citizens, measures): the weight of those with less, with more, and with both numbers.
    shares = [share(weights @ part.T, weights @ whole.T) for part, whole in parts]
    return averages(a, weights, marks), averages(b, weights, marks), np.stack(shares, axis=2)


def _tables(before: Sequence[Measured], after: Sequence[Measured]) -> dict[str, tuple[Floats, Axes]]:
    """Return the differences of the tables that both have, nan for names that one of them does not know."""
    found = {}
    for name in [name for name in before[0].tables if name in after[0].tables]:
        both, axes = tables_of([*before, *after], name)
        found[name] = (both[len(before) :] - both[: len(before)], axes)
    return found
