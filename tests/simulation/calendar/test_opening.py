"""Open minutes: cases worked out by hand, and laws against an array with one place per minute."""

import pickle
from dataclasses import FrozenInstanceError
from datetime import date, datetime, time, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.calendar.dates import DAY, WEEKDAYS, clock_minutes, minute_of
from simulation.calendar.opening import NEVER, Opening, opening

OFFICE = dict.fromkeys(("mon", "tue", "wed", "thu"), ("08:00-15:30",)) | {"fri": ("08:00-14:00",)}
ALWAYS = dict.fromkeys(WEEKDAYS, ("00:00-24:00",))
MONDAY = date(2024, 6, 3)  # a week without a holiday, if the optional days are open


def office(start: date, days: int = 60, *, optional_days: bool = False) -> Opening:
    return opening(start, days * DAY, OFFICE, public_holidays=True, optional_days=optional_days)


def at(start: date, moment: str) -> int:
    when = datetime.fromisoformat(moment)
    return minute_of(start, when.date(), when.time())


@pytest.mark.parametrize(
    ("asked", "open_minutes", "done"),
    [
        pytest.param("2024-06-07 10:00", 60, "2024-06-07 11:00", id="inside one interval"),
        pytest.param("2024-06-07 13:00", 60, "2024-06-07 14:00", id="ends at closing, not at the next opening"),
        pytest.param("2024-06-07 13:30", 60, "2024-06-10 08:30", id="Friday to Monday"),
        pytest.param("2024-06-07 13:30", 480, "2024-06-10 15:30", id="ends at closing of a later day"),
        pytest.param("2024-06-07 14:00", 60, "2024-06-10 09:00", id="asked at closing"),
        pytest.param("2024-06-08 12:00", 1, "2024-06-10 08:01", id="asked on a Saturday"),
        pytest.param("2024-06-08 12:00", 0, "2024-06-08 12:00", id="nothing to do"),
        pytest.param("2024-06-03 00:00", 450, "2024-06-03 15:30", id="a whole Monday"),
        pytest.param("2024-06-03 08:00", 4 * 450 + 360 + 1, "2024-06-10 08:01", id="a whole week and a minute"),
        pytest.param("2024-06-06 15:29", 362, "2024-06-10 08:01", id="over a whole Friday"),
    ],
)
def test_work_pauses_at_closing_and_goes_on_at_opening(asked: str, open_minutes: int, done: str) -> None:
    assert office(MONDAY).advance(at(MONDAY, asked), open_minutes) == at(MONDAY, done)


@pytest.mark.parametrize(
    ("asked", "optional_days", "done"),
    [
        pytest.param("2024-03-27 15:00", False, "2024-04-02 08:30", id="Easter: Wednesday to Tuesday"),
        pytest.param("2023-05-04 15:00", False, "2023-05-08 08:30", id="store bededag 2023 was closed"),
        pytest.param("2024-04-25 15:00", False, "2024-04-26 08:30", id="store bededag 2024 is open"),
        pytest.param("2024-12-23 15:00", False, "2024-12-24 08:30", id="24 December is open"),
        pytest.param("2024-12-23 15:00", True, "2024-12-27 08:30", id="24 December is closed"),
        pytest.param("2025-12-30 15:00", True, "2026-01-02 08:30", id="into the next year"),
        pytest.param("2024-06-04 15:00", True, "2024-06-06 08:30", id="5 June is closed"),
    ],
)
def test_an_hour_of_work_half_an_hour_before_days_off(asked: str, optional_days: bool, done: str) -> None:
    start = datetime.fromisoformat(asked).date() - timedelta(days=10)
    opened = office(start, optional_days=optional_days)
    assert opened.advance(at(start, asked), 60) == at(start, done)


def test_open_minutes_between_wednesday_before_easter_and_tuesday_after() -> None:
    start = date(2024, 3, 25)
    opened = office(start)
    first, last = at(start, "2024-03-27 15:00"), at(start, "2024-04-02 09:00")
    assert opened.open_between(first, last) == 30 + 60
    assert opened.open_between(last, first) == 0


def test_next_open_and_is_open_around_a_weekend() -> None:
    opened = office(MONDAY)
    friday, monday = at(MONDAY, "2024-06-07 13:59"), at(MONDAY, "2024-06-10 08:00")
    assert opened.is_open(friday)
    assert not opened.is_open(friday + 1)
    assert opened.next_open(friday) == friday
    assert opened.next_open(friday + 1) == monday
    assert opened.is_open(monday)
    assert not opened.is_open(monday - 1)


def test_closures_are_closed_from_the_first_to_the_last_date() -> None:
    closures = ((date(2024, 5, 1), date(2024, 6, 3)), (date(2024, 6, 5), date(2024, 6, 6)), (MONDAY, date(2023, 1, 1)))
    opened = opening(MONDAY, 7 * DAY, OFFICE, public_holidays=False, closures=closures)
    assert opened.starts == (DAY + 480, 4 * DAY + 480)
    assert opened.day_minutes == 450


def test_the_days_of_absence_are_closed_and_those_outside_the_run_do_no_harm() -> None:
    opened = opening(MONDAY, 7 * DAY, OFFICE, public_holidays=False, closed_days=[-3, 0, 2, 3, 400])
    assert opened.starts == (DAY + 480, 4 * DAY + 480)


def test_always_open_is_one_interval_up_to_the_horizon() -> None:
    opened = opening(MONDAY, 400 * DAY + 7, ALWAYS, public_holidays=False)
    assert (opened.starts, opened.ends, opened.before) == ((0,), (400 * DAY + 7,), (0, 400 * DAY + 7))
    assert opened.day_minutes == DAY
    assert opened.advance(12345, 20000) == 32345
    assert opened.next_open(12345) == 12345


def test_intervals_that_touch_are_one() -> None:
    week = {"mon": ("12:00-16:00", "08:00-12:00"), "tue": ("20:00-24:00",), "wed": ("00:00-04:00", "05:00-06:00")}
    opened = opening(MONDAY, 7 * DAY, week, public_holidays=False)
    assert opened.starts == (480, DAY + 1200, 2 * DAY + 300)
    assert opened.ends == (960, 2 * DAY + 240, 2 * DAY + 360)
    assert opened.before == (0, 480, 960, 1020)


@pytest.mark.parametrize(
    ("week", "day_minutes"),
    [
        (OFFICE, 450),
        ({"mon": ("08:00-12:00",), "tue": ("08:00-15:00",)}, 420),
        ({"mon": ("08:00-12:00",), "tue": ("08:00-15:00",), "wed": ("09:00-11:00", "12:00-14:00"), "thu": ()}, 240),
        ({}, 0),
    ],
)
def test_an_ordinary_day_is_the_most_common_open_day_and_of_equals_the_longer(
    week: dict[str, tuple[str, ...]], day_minutes: int
) -> None:
    assert opening(MONDAY, 0, week, public_holidays=False).day_minutes == day_minutes


def test_past_the_horizon_nothing_is_open() -> None:
    opened = opening(MONDAY, 9 * 60, OFFICE, public_holidays=False)
    assert opened.ends == (540,)
    assert opened.advance(480, 60) == 540
    for minute in (540, 100_000, NEVER):
        assert not opened.is_open(minute)
        assert opened.next_open(minute) == NEVER
        assert opened.advance(minute, 1) == NEVER
        assert opened.advance(minute, 0) == minute
    assert opened.advance(480, 61) == NEVER
    assert opened.open_between(500, NEVER) == 40


@pytest.mark.parametrize("horizon", [0, 100, 7 * DAY])
def test_an_actor_that_never_opens_answers_never(horizon: int) -> None:
    opened = opening(MONDAY, horizon, {}, public_holidays=True)
    assert opened.next_open(0) == opened.advance(0, 1) == NEVER
    assert opened.open_between(0, NEVER) == 0
    assert not opened.is_open(0)
    assert opened.arrays().before.tolist() == [0]


def test_hours_that_overlap_are_a_bug_of_ours() -> None:
    with pytest.raises(AssertionError):
        opening(MONDAY, DAY, {"mon": ("08:00-12:00", "11:00-13:00")}, public_holidays=False)


def test_an_opening_is_immutable_comparable_and_travels_between_processes() -> None:
    opened = office(MONDAY)
    with pytest.raises(FrozenInstanceError):
        opened.day_minutes = 1  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(opened)) == opened == office(MONDAY)
    assert hash(opened) == hash(office(MONDAY))


def test_the_arrays_for_the_compiled_engine_hold_the_same_intervals() -> None:
    opened = office(MONDAY)
    starts, ends, before = opened.arrays()
    assert {column.dtype for column in (starts, ends, before)} == {np.dtype(np.int64)}
    assert tuple(starts) == opened.starts
    assert tuple(ends) == opened.ends
    assert np.array_equal(np.diff(before), ends - starts)


def test_answers_are_plain_whole_numbers() -> None:
    opened = office(MONDAY)
    answers = [opened.next_open(0), opened.advance(0, 700), opened.advance(0, 3), opened.open_between(0, 5000)]
    assert {type(answer) for answer in (*answers, *opened.starts, *opened.before, opened.day_minutes)} == {int}


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def daily_hours(draw: st.DrawFn) -> tuple[str, ...]:
    """Return up to three intervals, often to or from midnight, some of them touching."""
    edges = sorted(draw(st.lists(st.sampled_from((0, 1, 480, 481, 720, 900, 1439, 1440)), max_size=6, unique=True)))
    return tuple(f"{clock(a)}-{clock(b)}" for a, b in zip(edges[::2], edges[1::2], strict=False))


@st.composite
def runs(draw: st.DrawFn) -> tuple[Opening, "np.ndarray[tuple[int], np.dtype[np.bool_]]"]:
    """Return an opening and the same as one yes or no per minute, built day by day."""
    start = draw(st.dates(date(2024, 3, 20), date(2024, 4, 5)))
    week = {day: draw(daily_hours()) for day in WEEKDAYS}
    horizon = draw(st.integers(0, 12 * DAY))
    closed = draw(st.sets(st.integers(0, 12), max_size=4))
    easter = {date(2024, 3, 28), date(2024, 3, 29), date(2024, 3, 31), date(2024, 4, 1)}
    is_open = np.zeros(13 * DAY, dtype=np.bool_)
    for number in set(range(13)) - closed:
        day = start + timedelta(days=number)
        for hours in () if day in easter else week[WEEKDAYS[day.weekday()]]:
            opens, closes = hours.split("-")
            is_open[number * DAY + clock_minutes(opens) : number * DAY + clock_minutes(closes)] = True
    return opening(start, horizon, week, public_holidays=True, closed_days=closed), is_open[:horizon]


MINUTE = st.integers(0, 13 * DAY)
SPAN = st.one_of(st.integers(0, 3), st.integers(0, 8 * DAY))


@given(runs(), MINUTE, SPAN)
def test_every_answer_equals_that_of_the_minute_array(
    run: tuple[Opening, "np.ndarray[tuple[int], np.dtype[np.bool_]]"], minute: int, span: int
) -> None:
    opened, is_open = run
    coming = (np.flatnonzero(is_open[minute:]) + minute).tolist()
    assert opened.is_open(minute) == bool(coming and coming[0] == minute)
    assert opened.next_open(minute) == (coming[0] if coming else NEVER)
    assert opened.all_next_open(np.array([minute, 0])).tolist() == [opened.next_open(minute), opened.next_open(0)]
    assert opened.open_between(minute, minute + span) == is_open[minute : minute + span].sum()
    expected = minute if span == 0 else coming[span - 1] + 1 if span <= len(coming) else NEVER
    assert opened.advance(minute, span) == expected


@given(runs(), MINUTE, SPAN)
def test_as_many_minutes_are_open_as_were_asked_for(run: tuple[Opening, object], minute: int, span: int) -> None:
    opened, _ = run
    done = opened.advance(minute, span)
    if done != NEVER:
        assert opened.open_between(minute, done) == span
        assert span == 0 or opened.is_open(done - 1)


@given(runs(), MINUTE)
def test_all_minutes_up_to_a_closing_end_at_that_closing(run: tuple[Opening, object], minute: int) -> None:
    opened, _ = run
    for closing in opened.ends:
        if closing > minute:
            assert opened.advance(minute, opened.open_between(minute, closing)) == closing


@given(runs(), MINUTE, SPAN, SPAN)
def test_work_in_two_parts_ends_when_the_whole_ends(
    run: tuple[Opening, object], minute: int, first: int, second: int
) -> None:
    opened, _ = run
    assert opened.advance(opened.advance(minute, first), second) == opened.advance(minute, first + second)


@given(runs(), MINUTE, SPAN, st.integers(0, 300), st.integers(0, 300))
def test_later_or_longer_work_never_ends_earlier(
    run: tuple[Opening, object], minute: int, span: int, later: int, longer: int
) -> None:
    opened, _ = run
    done = opened.advance(minute, span)
    assert opened.advance(minute, span + longer) >= done
    assert span == 0 or opened.advance(minute + later, span) >= done


@given(runs(), st.integers(-3 * DAY, -1), SPAN)
def test_before_the_start_everything_is_closed(run: tuple[Opening, object], minute: int, span: int) -> None:
    opened, _ = run
    assert not opened.is_open(minute)
    assert opened.next_open(minute) == opened.next_open(0)
    assert opened.open_between(minute, span) == opened.open_between(0, span)
    assert span == 0 or opened.advance(minute, span) == opened.advance(0, span)


def test_a_time_of_day_is_the_minute_that_opens() -> None:
    assert office(MONDAY).next_open(0) == minute_of(MONDAY, MONDAY, time(8))
