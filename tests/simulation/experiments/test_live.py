"""Comparisons that are played while somebody looks."""

from concurrent.futures import Executor, Future
from dataclasses import fields, replace
from threading import Event

import numpy as np
import pytest

from simulation.experiments.asked import Asked
from simulation.experiments.live import IDLE_SECONDS, LiveRuns, Snapshot
from simulation.experiments.many import Design, measured_all
from simulation.reports.results import compared
from simulation.values.cannot_run import CannotRun
from simulation.values.faults import WrongData


class ByHand(Executor):
    """Plays one job each time it is told to."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Future, object, tuple]] = []
        self.done: list[str] = []
        self.numbers: list[int] = []
        """Numbers of the replications that were asked for."""

    def submit(self, work, /, *arguments, **_):
        future = Future()
        if work.__name__ == "play_one":
            self.numbers.append(arguments[2])
        if work.__name__ == "warm_up":
            future.set_result(None)
        else:
            self.jobs.append((future, work, arguments))
        return future

    def step(self) -> None:
        future, work, arguments = self.jobs.pop(0)
        self.done.append(work.__name__)
        try:
            future.set_result(work(*arguments))
        except (ValueError, WrongData, CannotRun) as why:
            future.set_exception(why)

    def all(self) -> None:
        while self.jobs:
            self.step()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self.jobs.clear()


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def design(small_course) -> Design:
    return Design(tuple(Asked(str(small_course / f"{name}.yaml")) for name in ("as_is", "to_be")), 5, 4, 3)


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def live(hand, clock) -> LiveRuns:
    return LiveRuns(kept, 2, pool=lambda _: hand, now=clock)


def kept(design, measured):
    """Stand in for the result: all that it is made of."""
    return {"design": design, "measured": measured}


def same(one, other) -> bool:
    """Return whether two measures are equal in every bit."""
    return all(equal(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))


def equal(one, other) -> bool:
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(equal(one[key], other[key]) for key in one)
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
    if hasattr(one, "values") and hasattr(one, "axes"):
        return equal(one.values, other.values) and one.axes == other.axes
    return one == other


def assert_same(found, expected) -> None:
    assert len(found) == len(expected)
    for mine, theirs in zip(found, expected, strict=True):
        assert len(mine) == len(theirs)
        assert all(same(a, b) for a, b in zip(mine, theirs, strict=True))


def test_first_numbers_come_after_two_replications_and_sharpen_to_all(live, hand, design):
    seen: list[Snapshot] = [live.ask(design)]
    while hand.jobs:
        hand.step()
        seen.append(live.look(design))
    steps = list(dict.fromkeys((one.counted, one.is_final) for one in seen))
    assert steps == [(0, False), (2, False), (5, True)]
    assert [one.done for one in seen] == sorted(one.done for one in seen)
    assert len({one.name for one in seen if one.counted}) == 2
    assert all(one.wanted == 5 and one.failure is None for one in seen)


def test_the_last_result_is_made_of_what_a_comparison_plays(live, hand, design):
    live.ask(design)
    hand.all()
    found = live.look(design).result
    assert found["design"] == design
    assert_same(found["measured"], measured_all(design))


def test_what_has_been_played_is_not_played_again(live, hand, design):
    live.ask(design)
    hand.all()
    before = len(hand.done)
    assert live.ask(design).is_final
    assert not hand.jobs
    live.ask(replace(design, asked=(*design.asked, design.asked[1])))
    hand.all()
    assert hand.done[before:] == ["count"]


def test_as_it_is_today_is_reused_beside_another_to_be(live, hand, design, small_course):
    live.ask(design)
    hand.all()
    text = (small_course / "to_be.yaml").read_text(encoding="utf-8")
    (small_course / "other.yaml").write_text(text.replace("id: to_be", "id: other", 1), encoding="utf-8")
    other = replace(design, asked=(design.asked[0], Asked(str(small_course / "other.yaml"))))
    live.ask(other)
    missing = [arguments[3] for _, work, arguments in hand.jobs if work.__name__ == "play_one"]
    assert missing == [1, 1]
    hand.all()
    assert_same(live.look(other).result["measured"], measured_all(other))


def test_nothing_is_played_for_who_has_gone(live, hand, clock, design):
    live.ask(design)
    clock.now += IDLE_SECONDS + 1
    hand.all()
    assert hand.done == ["play_one"] * 2
    assert live.look(design).done == 0
    hand.all()
    assert live.look(design).is_final


def test_first_numbers_for_everybody_come_before_sharper_ones(live, hand, clock, design):
    late = replace(design, seed=4)
    live.ask(design)
    for _ in range(3):
        hand.step()
    clock.now += 1
    live.ask(late)
    clock.now += 1
    live.look(design)
    while not live.look(late).counted:
        hand.step()
    assert live.look(design).counted == 2


def test_who_asks_waits_for_one_scenario_of_another_comparison(live, hand, clock, design):
    live.ask(design)
    clock.now += 1
    live.ask(replace(design, seed=4))
    hand.step()
    assert [arguments[0].seed for _, _, arguments in hand.jobs] == [3, 4]


def test_an_own_file_that_changes_is_another_comparison(live, hand, design, small_course):
    live.ask(design)
    hand.all()
    path = small_course / "to_be.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    found = live.ask(design)
    assert (found.done, found.result) == (0, None)
    hand.all()
    assert live.look(design).is_final


def test_wrong_data_are_told_and_nothing_is_played(live, hand, design):
    found = live.ask(replace(design, asked=(*design.asked, Asked("nowhere/as_is"))))
    assert isinstance(found.failure, WrongData)
    assert found.is_final
    assert not hand.jobs


def test_a_fault_of_the_program_is_a_sentence_and_can_be_tried_again(hand, clock, design, caplog):
    faults = [ValueError("ours")]

    def breaks_once(design, measured):
        if faults:
            raise faults.pop()
        return kept(design, measured)

    live = LiveRuns(breaks_once, 2, pool=lambda _: hand, now=clock)
    live.ask(design)
    hand.all()
    found = live.look(design)
    assert isinstance(found.failure, CannotRun)
    assert "ours" not in str(found.failure)
    assert "ours" in caplog.text
    live.ask(design, again=True)
    hand.all()
    assert live.look(design).counted == 5


def test_a_process_plays_the_replications_whose_luck_it_keeps(clock, design):
    hands = [ByHand(), ByHand()]
    left = list(hands)
    live = LiveRuns(kept, 2, pool=lambda _: left.pop(0), now=clock)
    for one in (design, replace(design, citizens=5)):
        live.ask(one)
        while any(hand.jobs for hand in hands):
            for hand in hands:
                if hand.jobs:
                    hand.step()
        assert live.look(one).is_final
    for place, hand in enumerate(hands):
        assert {number % 2 for number in hand.numbers} == {place}


@pytest.mark.slow
def test_processes_give_the_same_as_one(design):
    two = replace(design, replications=2)
    live = LiveRuns(compared, 2)
    try:
        live.ask(two)
        while not (found := live.look(two)).is_final:
            Event().wait(0.05)
        assert found.result == compared(two, measured_all(two))
    finally:
        live.close()
