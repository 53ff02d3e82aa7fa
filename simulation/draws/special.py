"""Special functions: the only module that knows `scipy.special`, which has no types."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, ndtri

Floats = NDArray[np.float64]


def normal_quantiles(u: Floats) -> Floats:
    """Return the values below which a standard normal falls with probability u."""
    quantiles: Floats = ndtri(u)
    return quantiles


def beta_probabilities(alpha: float, beta: float, x: Floats) -> Floats:
    """Return the probabilities that a beta distributed share is at most x."""
    probabilities: Floats = betainc(alpha, beta, x)
    return probabilities
