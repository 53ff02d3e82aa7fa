"""From uniforms to what they mean: whole minutes, counts, yes or no, a choice. No floating number leaves from here."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from math import exp, log
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from simulation.draws.pert import pert_quantiles
from simulation.draws.special import Floats, normal_quantiles
from simulation.values.quantity import Quantity, Unit

Whole = NDArray[np.int64]

LONGEST = 2**30
"""The largest whole number that is drawn: two thousand years of minutes, so that a sum with the clock fits 31 bits."""

_AT_MOST = NormalDist().inv_cdf(0.95)
_MINUTES = {Unit.MINUTES: 1, Unit.HOURS: 60, Unit.CALENDAR_DAYS: 1440, Unit.WEEKS: 10080}


def minutes(quantity: Quantity, u: Floats, opening_day_minutes: int) -> Whole:
    """Return a duration for each uniform, in whole minutes, halves up.

    Working days become open minutes, of which an ordinary open day has `opening_day_minutes`; hours and minutes stay
    what they are; calendar days and weeks are minutes of the clock.
    """
    scale = opening_day_minutes if quantity.unit is Unit.WORKING_DAYS else _MINUTES[quantity.unit]
    return _whole(_inverse_of(quantity)(u) * scale)


def amounts(quantity: Quantity, u: Floats) -> Whole:
    """Return a count for each uniform, halves up."""
    return _whole(_inverse_of(quantity)(u))


def whether(quantity: Quantity, u: Floats) -> NDArray[np.bool_]:
    """Return for each uniform whether it happens; of a share with a distribution the mean counts."""
    return u < mean_of(quantity)


def choice(shares: Sequence[float], u: Floats) -> Whole:
    """Return for each uniform the place of a choice, in proportion to the shares; what has no share is never chosen."""
    # Not `sum`, which from Python 3.12 on rounds otherwise.
    bounds = np.array(list(accumulate(shares)), dtype=np.float64)
    assert bounds[-1] > 0
    return np.searchsorted(bounds[:-1] / bounds[-1], u, side="right").astype(np.int64)


@lru_cache(maxsize=4096)
def mean_of(quantity: Quantity) -> float:
    """Return the theoretical mean of a quantity, in its unit."""
    match quantity.numbers():
        case {"value": value}:
            return value
        case {"low": low, "mode": mode, "high": high}:
            return (low + 4 * mode + high) / 6
        case {"typical": typical, "at_most": at_most}:
            return typical * exp(_spread(typical, at_most) ** 2 / 2)
        case numbers:
            return numbers["mean"]


@lru_cache(maxsize=4096)
def _inverse_of(quantity: Quantity) -> Callable[[Floats], Floats]:
    """Return the inverse of the quantity's distribution function, in its unit."""
    match quantity.numbers():
        case {"value": value}:
            return lambda u: np.full(u.shape, value)
        case {"low": low, "mode": mode, "high": high}:
            return lambda u: pert_quantiles(low, mode, high, u)
        case {"typical": typical, "at_most": at_most}:
            spread = _spread(typical, at_most)
            return lambda u: typical * np.exp(spread * normal_quantiles(u))
        case numbers:
            mean = numbers["mean"]
            return lambda u: -mean * np.log1p(-u)


def _spread(typical: float, at_most: float) -> float:
    """Return the standard deviation of the logarithm of a lognormal with this median and 95th percentile."""
    return log(at_most / typical) / _AT_MOST


def _whole(numbers: Floats) -> Whole:
    """Return the nearest whole numbers; none is negative, as no quantity is."""
    return np.minimum(np.floor(numbers + 0.5), LONGEST).astype(np.int64)
