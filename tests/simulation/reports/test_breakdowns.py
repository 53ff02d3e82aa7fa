"""What results are broken down by."""

from types import SimpleNamespace

import numpy as np
import pytest

from simulation.reports.breakdowns import gathering


def measured(days):
    return [SimpleNamespace(columns={"gathering_days": np.array(days, dtype=np.float64)})]


def course(mark):
    clock = SimpleNamespace(mark=mark and SimpleNamespace(number=lambda _: mark), title=SimpleNamespace(da="x", en="x"))
    return SimpleNamespace(course=SimpleNamespace(clocks={"gathering": clock}))


def test_the_last_bin_of_the_gathering_is_open_and_holds_the_tail_of_every_scenario():
    # 99 of 100 cases end before day 21 in the first, one after a year; all before day 14 in the second.
    today, tomorrow = [3.0] * 50 + [20.0] * 49 + [400.0], [np.nan, 7.0, 13.9, 6.9]
    found = gathering([measured(today), measured(tomorrow)], course(None))
    assert found["edges_days"] == [0, 7, 14, 21, 28]
    assert found["shares"][0] == pytest.approx([0.5, 0, 0.49, 0, 0.01])
    assert found["shares"][1] == pytest.approx([1 / 3, 2 / 3, 0, 0, 0])


def test_the_open_bin_begins_after_the_mark():
    found = gathering([measured([3.0, 61.5])], course(61.0))
    assert found["edges_days"] == list(range(0, 64, 7))
    assert found["shares"][0] == [0.5, *[0.0] * 7, 0.5, 0.0]
    assert found["above_mark"] == [0.5]


def test_a_gathering_that_never_ends_has_no_shares():
    found = gathering([measured([np.nan])], course(None))
    assert (found["edges_days"], found["shares"]) == ([0, 7], [[0, 0]])
