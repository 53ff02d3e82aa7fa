"""What many replications say together: a value, an interval of 95 %, and how sure its sign is."""

from dataclasses import dataclass
from functools import lru_cache
from math import nan, sqrt

import numpy as np

from simulation.draws.uniforms import uniforms
from simulation.measures.followed import Floats
from simulation.measures.student import beyond, critical, two_sided

RESAMPLES = 4000
"""Resamples of a bootstrap; the same for equally many replications."""


@dataclass(frozen=True)
class Estimate:
    """A value with the interval that luck leaves it in."""

    value: float
    low: float
    high: float
    """The interval; nan with fewer than two replications."""
    replications: int
    """Replications that gave a value."""


def of_means(numbers: Floats) -> Estimate:
    """Return the mean over replications and its t interval: mean -+ t x s / sqrt(n), n - 1 degrees of freedom.

    Replications without a value (nan) are left out.
    """
    there = _known(numbers)
    if not there:
        return Estimate(nan, nan, nan, 0)
    if len(there) == 1:
        return Estimate(there[0], nan, nan, 1)
    if min(there) == max(there):
        return Estimate(there[0], there[0], there[0], len(there))
    mean, spread = _mean_and_spread(there)
    half = critical(len(there) - 1) * spread / sqrt(len(there))
    return Estimate(mean, mean - half, mean + half, len(there))


def _known(numbers: Floats) -> list[float]:
    """Return the values that are not nan: few, and thousands of times for one comparison, so plain numbers."""
    return [one for one in numbers.tolist() if one == one]


def _mean_and_spread(numbers: list[float]) -> tuple[float, float]:
    """Return mean and standard deviation, n - 1 degrees of freedom."""
    mean = sum(numbers) / len(numbers)
    return mean, sqrt(sum((one - mean) ** 2 for one in numbers) / (len(numbers) - 1))


def of_quantiles(numbers: Floats) -> Estimate:
    """Return the mean over replications of a quantile and its bootstrap interval.

    Replications are drawn anew with a fixed luck. The percentiles are taken a little further out than 2.5 % and
    97.5 %, because few replications vary too little among themselves.

    Source: Hesterberg 2015, What Teachers Should Know About the Bootstrap, expanded percentile interval.
    """
    there = numbers[~np.isnan(numbers)]
    plain = of_means(there)
    if len(there) < 2 or plain.low == plain.high:
        return plain
    means = np.sort(resamples(len(there)) @ there / len(there))
    tail = beyond(sqrt(len(there) / (len(there) - 1)) * critical(len(there) - 1))
    low, high = np.quantile(means, (tail, 1 - tail))
    return Estimate(plain.value, float(low), float(high), len(there))


@lru_cache(maxsize=64)
def resamples(replications: int) -> Floats:
    """Return how often each resample holds each replication; shape (resamples, replications)."""
    drawn = uniforms(("bootstrap", replications), RESAMPLES * replications)
    chosen = np.floor(drawn * replications).astype(np.int64).reshape(RESAMPLES, replications)
    places = chosen + replications * np.arange(RESAMPLES)[:, None]
    counts = np.bincount(places.ravel(), minlength=RESAMPLES * replications)
    return counts.reshape(RESAMPLES, replications).astype(np.float64)


def p_value(numbers: Floats) -> float:
    """Return the two-sided p of a t test of differences against 0; nan with fewer than two replications."""
    there = _known(numbers)
    if len(there) < 2:
        return nan
    if min(there) == max(there):
        return 0.0 if there[0] else 1.0
    mean, spread = _mean_and_spread(there)
    return two_sided(mean / spread * sqrt(len(there)), len(there) - 1)


def holm(p_values: list[float]) -> list[float]:
    """Return p-values adjusted for being several (Holm): the k-th smallest of m times m - k + 1, never falling."""
    known = [p for p in p_values if p == p]
    adjusted: dict[float, float] = {}
    largest = 0.0
    for place, p in enumerate(sorted(known)):
        largest = max(largest, min(p * (len(known) - place), 1.0))
        adjusted[p] = max(largest, adjusted.get(p, 0.0))
    return [adjusted.get(p, nan) for p in p_values]
