"""As-Is against To-Be: the same citizens with the same luck, paired one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from simulation.measures.followed import Flags, Floats, share
from simulation.measures.intervals import Estimate, holm, of_means, of_quantiles, p_value
from simulation.measures.measured import Measured
from simulation.measures.statistics import MIXED, QUANTILES, Statistic, groups, statistics, with_mixed
from simulation.measures.student import CONFIDENCE
from simulation.population.cast import Integers
from simulation.values.cannot_run import CannotRun

TOUCHED, UNTOUCHED = "touched", "untouched"
"""Further groups of a comparison that was told whom the change touches; what moves the others is spillover."""


@dataclass(frozen=True)
class Difference:
    """What a change does to one statistic of one measure in one group."""

    before: float
    after: float
    difference: Estimate
    """After less before, over pairs of the same citizen."""
    share_less: float
    """Share of citizens with a smaller number after; depends on how luck is coupled."""
    share_more: float
    """Share of citizens with a larger number after."""
    paired_share: float
    """Share of pairs in which both have a number, of those in which one has."""
    p: float
    """Two-sided, adjusted for the number of scenarios compared."""
    certain: bool
    """Whether luck leaves one sign in 95 % and the difference is not smaller than what is of interest."""
    wording: str
    """`less`, `more` or `no_certain_difference`."""


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
    """(replications, groups, measures, statistics) over pairs in which both have a number."""
    after: Floats
    shares: Floats
    """(replications, groups, measures, 3): with less, with more, paired."""
    tables: dict[str, Floats]
    """After less before, (replications, groups without touched, ...)."""
    smallest: Mapping[str, float]
    """Smallest difference of interest by measure, declared beforehand; any where left out."""
    family: tuple[Floats, ...] = ()
    """Differences of all scenarios compared at the same time, for Holm's correction; only itself where empty."""

    def of(self, measure: str, statistic: Statistic = Statistic.MEAN, group: str = MIXED) -> Difference:
        """Return what the change does to a statistic of a measure."""
        place = (self.groups.index(group), self.measures.index(measure))
        whole = (slice(None), *place, statistic)
        numbers = self.after[whole] - self.before[whole]
        estimate = of_quantiles(numbers) if statistic in QUANTILES else of_means(numbers)
        p = self._adjusted(p_value(numbers), whole)
        shares = [of_means(self.shares[(slice(None), *place, kind)]).value for kind in range(3)]
        certain = is_certain(estimate, p, self.smallest.get(measure, 0.0))
        return Difference(
            before=of_means(self.before[whole]).value,
            after=of_means(self.after[whole]).value,
            difference=estimate,
            share_less=shares[0],
            share_more=shares[1],
            paired_share=shares[2],
            p=p,
            certain=certain,
            wording=wording(estimate.value, certain),
        )

    def _adjusted(self, p: float, whole: tuple[slice, int, int, int]) -> float:
        if not self.family:
            return p
        every = [p_value(one[whole]) for one in self.family]
        return holm(every)[every.index(p)] if p in every else p

    def table(self, name: str, group: str = MIXED) -> Floats:
        """Return the mean difference of a table over replications."""
        numbers = self.tables[name][:, self.groups.index(group)]
        is_defined = ~np.isnan(numbers)
        return share(np.where(is_defined, numbers, 0).sum(axis=0), is_defined.sum(axis=0).astype(np.float64))


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
    pairs = [_paired(a, b) for a, b in zip(_same(before, after), after, strict=True)]
    first = pairs[0][0]
    names = tuple(name for name in first.columns if name in pairs[0][1].columns)
    found = [
        _replication(a, b, names, None if touched is None else touched[place][kept])
        for place, (a, b, kept) in enumerate(pairs)
    ]
    return Comparison(
        measures=names,
        groups=(*first.personas, MIXED, *(() if touched is None else (TOUCHED, UNTOUCHED))),
        weights=dict(zip(first.personas, (first.weights / first.weights.sum()).tolist(), strict=True)),
        citizens=sum(len(a) for a, _, _ in pairs),
        before=np.array([one[0] for one in found]),
        after=np.array([one[1] for one in found]),
        shares=np.array([one[2] for one in found]),
        tables=_tables(pairs),
        smallest=smallest or {},
    )


def compare_several(
    before: Sequence[Measured], others: Mapping[str, Sequence[Measured]], *, smallest: Mapping[str, float] | None = None
) -> dict[str, Comparison]:
    """Return the comparison of each scenario with the same one, p corrected for being several (Holm).

    Raises:
        CannotRun: when the replications are not the same.
    """
    found = {name: compare(before, after, smallest=smallest) for name, after in others.items()}
    every = {name: set(one.measures) for name, one in found.items()}
    shared = set.intersection(*every.values()) if every else set()
    family = {name: one.after - one.before for name, one in found.items()}
    return {name: replace(one, family=_alike(one, found, family, shared)) for name, one in found.items()}
