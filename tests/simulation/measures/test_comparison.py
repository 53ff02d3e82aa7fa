from dataclasses import replace

import numpy as np
import pytest

from simulation.measures.comparison import compare, compare_several, is_certain
from simulation.measures.intervals import Estimate
from simulation.measures.measured import Measured, measure
from simulation.measures.statistics import MIXED, Statistic
from simulation.values.cannot_run import CannotRun

REPLICATIONS = 4


@pytest.fixture(scope="module")
def as_is(raw, play_one):
    return measured(raw(), play_one)


@pytest.fixture(scope="module")
def faster(raw, play_one):
    """The same course with quick answers of `a2`, whom both `ann` and `bo` are involved with."""
    plain = raw()
    plain["actors"]["a2"]["answers"]["delay"] = {"unit": "minutes", "kind": "assumed", "because": "a test", "value": 1}
    return measured(plain, play_one)


def measured(plain, play_one):
    played = [play_one(plain, number, 40) for number in range(REPLICATIONS)]
    return [measure(one.world, one.inputs, one.log) for one in played]


def simple(numbers, replication=0, persona=None, name="days"):
    """One replication of citizens with one measure."""
    count = len(numbers)
    persona = np.zeros(count, dtype=np.int64) if persona is None else np.array(persona)
    number = np.array([int((persona[:place] == own).sum()) for place, own in enumerate(persona)])
    return Measured(
        seed=1,
        replication=replication,
        personas=("ann", "bo"),
        weights=np.array([1.0, 3.0]),
        persona=persona,
        number=number,
        opened=np.zeros(count, dtype=np.int64),
        columns={name: np.array(numbers, dtype=np.float64)},
        tables={},
        absent={},
        marks={"days": 5.0},
        use={},
    )


def test_a_scenario_differs_from_itself_by_exactly_0_everywhere(as_is):
    found = compare(as_is, as_is, touched=[one.persona == 0 for one in as_is])
    for measure_name in found.measures:
        for group in found.groups:
            for statistic in (Statistic.MEAN, Statistic.SHARE_ABOVE):
                one = found.of(measure_name, statistic, group)
                assert one.difference.estimate.value == 0 or np.isnan(one.difference.estimate.value)
                assert not one.difference.certain
                assert one.difference.wording == "no_certain_difference"
                assert one.share_less == one.share_more == 0 or np.isnan(one.share_less)
    assert all(np.nanmax(np.abs(numbers)) == 0 for numbers in found.tables.values())


def test_differences_of_causes_add_up_to_the_difference_of_the_lead_time(as_is, faster):
    found = compare(as_is, faster)
    assert found.of("lead_time_days").difference.estimate.value != 0
    for group in ("ann", "bo", MIXED):
        whole = found.of("lead_time_days", group=group).difference.estimate.value
        for start in ("cause_", "waterfall_"):
            parts = [
                found.of(name, group=group).difference.estimate.value
                for name in found.measures
                if name.startswith(start)
            ]
            assert sum(parts) == pytest.approx(whole, abs=1e-9)


def test_quicker_answers_take_less_time(as_is, faster):
    answering = compare(as_is, faster).of("gathering_cause_answering_days", group="ann")
    assert answering.difference.estimate.value < 0
    assert answering.share_less > answering.share_more
    assert answering.before + answering.difference.estimate.value == pytest.approx(answering.after)


def test_citizens_are_paired_by_persona_and_number():
    before = simple([1, 2, 3, 4], persona=[0, 0, 1, 1])
    after = replace(simple([30, 10, 40], persona=[1, 0, 1]), personas=("ann", "bo"))
    found = compare([before], [after])
    assert found.citizens == 3  # the second of ann is not among the others
    assert found.of("days", group="ann").difference.estimate.value == 9
    assert found.of("days", group="bo").difference.estimate.value == 31.5
    assert found.of("days").difference.estimate.value == (9 + 3 * 31.5) / 4
    swapped = replace(after, personas=("bo", "ann"), persona=1 - after.persona, weights=after.weights[::-1])
    assert compare([before], [swapped]).of("days").difference.estimate.value == (9 + 3 * 31.5) / 4


def test_who_has_a_number_only_once_is_left_out_and_counted():
    found = compare([simple([1, 2, np.nan, np.nan])], [simple([4, np.nan, 5, np.nan])]).of("days", group="ann")
    assert found.difference.estimate.value == 3
    assert found.paired_share == pytest.approx(1 / 3)
    assert (found.share_less, found.share_more) == (0, 1)


def test_a_scenario_that_knows_whom_it_touches_is_compared_beside_one_that_does_not():
    before, after = simple([5, 5, 5, 5]), simple([1, 3, 5, 6])
    told = replace(after, touched=np.array([True, True, False, False]))
    found = compare_several([before, before], {"told": [told, told], "plain": [after, after]})
    assert found["told"].of("days", group="touched").difference.estimate.value == -3
    assert [one.of("days").difference.estimate.value for one in found.values()] == [-1.25, -1.25]


def test_spillover_is_what_moves_the_untouched():
    before, after = simple([5, 5, 5, 5]), simple([1, 3, 5, 6])
    found = compare([before], [after], touched=[np.array([True, True, False, False])])
    assert found.of("days", group="touched").difference.estimate.value == -3
    assert found.of("days", group="untouched").difference.estimate.value == 0.5
    assert found.of("days", Statistic.SHARE_ABOVE, "untouched").after == 0.5


def several(*shifts):
    noise = np.random.default_rng(2).normal(size=(8, 5))
    before = [simple(row, place) for place, row in enumerate(noise)]
    others = {
        f"s{number}": [
            simple(row + shift + spread, place)
            for place, (row, spread) in enumerate(
                zip(noise, np.random.default_rng(number).normal(size=(8, 5)), strict=True)
            )
        ]
        for number, shift in enumerate(shifts)
    }
    return before, others


def test_several_scenarios_are_corrected_together():
    before, others = several(-3, 0.5, 0.1)
    alone = {name: compare(before, after).difference("days", group="ann") for name, after in others.items()}
    together = {name: one.difference("days", group="ann") for name, one in compare_several(before, others).items()}
    assert together["s0"].wording == "less"
    assert together["s0"].p == pytest.approx(3 * alone["s0"].p)
    for name in others:
        assert together[name].p >= alone[name].p
        assert together[name].estimate == alone[name].estimate


def test_a_certain_difference_has_one_sign_and_is_of_interest():
    before, others = several(-3)
    assert compare(before, others["s0"]).difference("days", group="ann").certain
    assert not compare(before, others["s0"], smallest={"days": 4}).difference("days", group="ann").certain
    one = Estimate(-3, -4, -2, 8)
    assert is_certain(one, 0.01, 1)
    assert not is_certain(one, 0.06, 1)
    assert not is_certain(one, 0.01, 1, one_sign=0.94)
    assert not is_certain(Estimate(-3, -7, 1, 8), 0.2, 0)
    assert not is_certain(Estimate(-3, np.nan, np.nan, 1), np.nan, 0)


def test_only_the_same_replications_can_be_compared():
    with pytest.raises(CannotRun, match="same seed"):
        compare([simple([1])], [simple([1], replication=1)])


def test_a_measure_that_only_one_has_is_not_compared():
    after = replace(simple([1]), columns={"days": np.ones(1), "more": np.ones(1)})
    assert compare([simple([1])], [after]).measures == ("days",)
