"""The table behind PERT, against scipy's own inverse."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from simulation.draws.pert import pert_quantiles

TAILS = np.array([1e-15, 1e-9, 1e-6, 1e-4, 1e-3, 0.01])
CHANCES = np.concatenate([TAILS, np.linspace(0.02, 0.98, 97), 1 - TAILS[::-1]])


@pytest.mark.parametrize("mode", [0, 1e-6, 0.001, 0.01, 0.1, 0.3, 0.5, 0.77, 0.9, 0.999, 1])
def test_quantiles_are_those_of_the_beta_distribution(mode: float) -> None:
    exact = beta.ppf(CHANCES, 1 + 4 * mode, 5 - 4 * mode)
    off = np.abs(pert_quantiles(0, mode, 1, CHANCES) - exact)
    assert off.max() < 1 / 4096
    assert off[(CHANCES > 0.01) & (CHANCES < 0.99)].max() < 1e-5


@given(
    st.tuples(*[st.floats(0, 1e9)] * 3).map(sorted),
    st.lists(st.floats(2**-54, 1 - 2**-53), min_size=1, max_size=20).map(sorted),
)
def test_quantiles_rise_from_low_to_high(ends: list[float], chances: list[float]) -> None:
    low, mode, high = ends
    quantiles = pert_quantiles(low, mode, high, np.array(chances))
    assert (np.diff(quantiles) >= 0).all()
    assert quantiles[0] >= low
    assert quantiles[-1] <= high


def test_equal_ends_are_a_constant() -> None:
    assert pert_quantiles(3, 3, 3, CHANCES).tolist() == [3] * len(CHANCES)
