"""Student's t: what a mean over replications is uncertain by."""

from functools import lru_cache
from math import erfc, inf, sqrt

import numpy as np

from simulation.draws.special import beta_probabilities

CONFIDENCE = 0.95


def two_sided(t: float, freedom: int) -> float:
    """Return the probability that Student's t is at least as far from 0."""
    return float(beta_probabilities(freedom / 2, 0.5, np.array([freedom / (freedom + t * t)]))[0])


@lru_cache(maxsize=256)
def critical(freedom: int) -> float:
    """Return the t that 95 % of all values lie within, by halving; infinite without degrees of freedom."""
    if freedom < 1:
        return inf
    low, high = 0.0, 13.0
    while high - low > 1e-13 * high:
        middle = (low + high) / 2
        low, high = (middle, high) if two_sided(middle, freedom) > 1 - CONFIDENCE else (low, middle)
    return (low + high) / 2


def beyond(z: float) -> float:
    """Return the probability that a standard normal is above z."""
    return erfc(z / sqrt(2)) / 2
