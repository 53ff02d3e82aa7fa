"""Special functions against the standard library and what is worked out by hand."""

from statistics import NormalDist

import numpy as np
import pytest

from simulation.draws.special import beta_probabilities, normal_quantiles


def test_normal_quantiles_are_those_of_the_standard_library() -> None:
    chances = np.array([2**-54, 1e-4, 0.05, 0.5, 0.95, 1 - 2**-53])
    assert normal_quantiles(chances).tolist() == pytest.approx(
        [NormalDist().inv_cdf(chance) for chance in chances], rel=1e-12, abs=1e-12
    )


def test_beta_probabilities_of_one_and_five_are_a_power() -> None:
    x = np.array([0, 0.25, 0.5, 1])
    assert beta_probabilities(1, 5, x).tolist() == pytest.approx((1 - (1 - x) ** 5).tolist())
