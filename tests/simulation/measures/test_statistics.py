from dataclasses import replace

import numpy as np
import pytest

from simulation.measures.catalogue import catalogue
from simulation.measures.measured import measure
from simulation.measures.statistics import MIXED, QUANTILES, Statistic, averages, groups, quantiles, summarise
from simulation.measures.tables import Table, joint_axes, on_axes, with_mixed


@pytest.fixture(scope="module")
def two(raw, play_one):
    return [measure(one.world, one.inputs, one.log) for one in (play_one(raw(), n, 40) for n in range(2))]


def test_quantiles_of_equal_weights_are_those_of_numpy():
    values = np.random.default_rng(1).exponential(size=(3, 37))
    values[1, ::3] = np.nan
    values[2, 1:] = np.nan
    found = averages(values, np.ones((1, 37)), np.array([1.0, 1.0, np.nan]))[0]
    expected = [np.nanquantile(values, level, axis=1, method="hazen") for level in QUANTILES.values()]
    np.testing.assert_allclose(quantiles(values, np.ones(37)).T, expected)
    np.testing.assert_allclose(found[:, Statistic.MEAN], np.nanmean(values, axis=1))
    assert found[0, Statistic.SHARE_ABOVE] == np.mean(values[0] > 1)
    assert np.isnan(found[2, Statistic.SHARE_ABOVE])


def test_a_citizen_of_double_weight_counts_twice():
    values = np.array([[1.0, 2.0, 5.0]])
    weight = np.array([1.0, 2.0, 1.0])
    weighted = averages(values, weight[None], np.array([1.5]))[0, 0]
    assert weighted[Statistic.MEAN] == 2.5
    assert quantiles(values, weight)[0, list(QUANTILES).index(Statistic.MEDIAN)] == 2
    assert weighted[Statistic.SHARE_ABOVE] == 0.75


def test_a_group_without_citizens_has_no_numbers():
    assert np.isnan(averages(np.ones((1, 2)), np.array([[0.0, 0.0]]), np.array([np.nan]))).all()
    assert np.isnan(quantiles(np.ones((1, 2)), np.array([0.0, 0.0]))).all()


def test_personas_count_in_the_mix_with_the_weight_they_arrive_with(two):
    one = two[0]
    weights = groups(one)
    for place, weight in enumerate(one.weights):
        assert weights[-1, one.persona == place].sum() == pytest.approx(weight)
    column = one.columns["work_minutes"]
    means = [column[one.persona == place].mean() for place in range(3)]
    summary = summarise([one])
    assert summary.of("work_minutes").value == pytest.approx(np.average(means, weights=one.weights))
    assert summary.of("work_minutes", group="bo").value == pytest.approx(means[1])
    assert summary.weights == pytest.approx({"ann": 1 / 1.75, "bo": 0.5 / 1.75, "cy": 0.25 / 1.75})


def test_a_result_is_the_mean_over_replications(two):
    summary = summarise(two)
    each = [np.nanmean(one.columns["gathering_days"][one.persona == 0]) for one in two]
    found = summary.of("gathering_days", group="ann")
    assert found.value == pytest.approx(np.mean(each))
    assert found.low < found.value < found.high
    assert summary.citizens == 80
    assert summary.groups == ("ann", "bo", "cy", MIXED)
    above = [np.nanmean(one.columns["gathering_above_mark"]) for one in two]
    assert summary.of("gathering_days", Statistic.SHARE_ABOVE).value == pytest.approx(np.mean(above), abs=0.05)
    median = summary.of("gathering_days", Statistic.MEDIAN, "ann")
    assert median.low <= median.value <= median.high


def test_the_worst_off_persona_depends_on_what_is_better(two, world):
    entries = catalogue(world)
    summary = summarise(two)
    lead = {name: summary.of("lead_time_days", group=name).value for name in ("ann", "bo")}
    assert summary.worst_off(entries["lead_time_days"]) == max(lead, key=lead.get)
    shares = {name: summary.of("relevant_present_share", group=name).value for name in ("ann", "bo")}
    assert summary.worst_off(entries["relevant_present_share"]) == min(shares, key=shares.get)
    assert summary.worst_off(entries["cause_own_desk_days"]) is None


def test_a_measure_that_one_replication_lacks_is_the_mean_of_the_others(two):
    columns = {name: numbers for name, numbers in two[1].columns.items() if name != "n4_received_share"}
    summary = summarise([two[0], replace(two[1], columns=columns)])
    assert summary.of("n4_received_share").replications == 1


def test_tables_meet_on_joint_axes():
    few, many = Table(np.array([[1.0], [2.0]]), (("b",),)), Table(np.array([[3.0, 4.0], [5.0, np.nan]]), (("a", "b"),))
    axes = joint_axes([few, many])
    assert axes == (("b", "a"),)
    np.testing.assert_array_equal(on_axes(few, axes), [[1, np.nan], [2, np.nan]])
    np.testing.assert_array_equal(on_axes(many, axes), [[4, 3], [np.nan, 5]])
    np.testing.assert_array_equal(with_mixed(on_axes(many, axes), np.array([1.0, 3.0]))[-1], [4, 4.5])


def test_the_curve_of_known_holders_never_falls(two):
    curve = summarise(two).table("known_share_by_day")
    assert (np.diff(curve) >= 0).all()
    assert 0 <= curve[0] < curve[20] < curve[-1] <= 1
