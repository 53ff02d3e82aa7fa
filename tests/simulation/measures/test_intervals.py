import math

import numpy as np
import pytest

from simulation.measures.intervals import holm, of_means, of_quantiles, p_value, resamples

# Source: Student 1908, The probable error of a mean, table of additional hours of sleep, difference of the two drugs.
SLEEP = np.array([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4])


def test_the_interval_of_the_textbook():
    found = of_means(SLEEP)
    assert (found.value, found.low, found.high) == pytest.approx((1.58, 0.70, 2.46), abs=5e-3)
    assert p_value(SLEEP) == pytest.approx(0.00283, abs=5e-6)
    assert p_value(-SLEEP) == p_value(SLEEP)


def test_replications_without_a_value_are_left_out():
    assert of_means(np.append(SLEEP, np.nan)) == of_means(SLEEP)
    nothing = of_means(np.array([np.nan]))
    assert math.isnan(nothing.value)
    assert nothing.replications == 0
    assert math.isnan(of_means(SLEEP[:1]).low)
    assert math.isnan(p_value(SLEEP[:1]))


def test_a_bootstrap_is_the_same_each_time_and_like_the_t_interval_of_a_mean():
    first = of_quantiles(SLEEP)
    resamples.cache_clear()
    assert of_quantiles(SLEEP) == first
    plain = of_means(SLEEP)
    assert first.value == plain.value
    assert first.high - first.low == pytest.approx(plain.high - plain.low, rel=0.15)


def test_every_resample_has_as_many_replications():
    assert (resamples(7).sum(axis=1) == 7).all()


@pytest.mark.parametrize("interval", [of_means, of_quantiles])
def test_what_never_varies_has_no_width(interval):
    found = interval(np.full(12, 0.1))
    assert found.low == found.high == found.value == pytest.approx(0.1)
    assert p_value(np.full(12, 0.1)) == 0
    assert p_value(np.zeros(12)) == 1


def test_holm_of_the_textbook():
    # Source: the worked example of Holm's method with p = 0.01, 0.04, 0.03, 0.005.
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.02, 0.02]) == pytest.approx([0.04, 0.04])
    assert holm([0.9, 0.8]) == pytest.approx([1, 1])
    assert math.isnan(holm([0.01, math.nan])[1])
    assert holm([0.01, math.nan])[0] == 0.01


@pytest.mark.slow
@pytest.mark.parametrize("replications", [10, 30])
def test_intervals_hold_the_truth_as_often_as_they_say(replications):
    rng = np.random.default_rng(4)
    trials = rng.exponential(size=(2000, replications, 40))
    means = [of_means(trial.mean(axis=1)) for trial in trials]
    tails = [of_quantiles(np.quantile(trial, 0.9, axis=1, method="hazen")) for trial in trials]
    assert 0.935 < np.mean([one.low <= 1 <= one.high for one in means]) < 0.965
    assert 0.92 < np.mean([one.low <= math.log(10) <= one.high for one in tails]) < 0.97
