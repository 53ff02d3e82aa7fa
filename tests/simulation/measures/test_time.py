import numpy as np
import pytest

from simulation.engine.kinds import Kind
from simulation.measures.holders import holders_of
from simulation.measures.spans import gathering_span
from simulation.measures.time import times

DAY = 1440


def timed(hand):
    seen = hand.seen()
    gathering = gathering_span(seen)
    return times(seen, holders_of(seen, gathering), gathering)


def test_a_clock_runs_from_the_first_start_to_the_first_end(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    start = hand.row(0, 2 * DAY, Kind.STEP_STARTED, opened, step="look_around")
    hand.row(0, 3 * DAY, Kind.STEP_STARTED, start, step="look_around")
    gathered = hand.row(0, 42 * DAY, Kind.STEP_DONE, start, step="gather_it")
    hand.row(0, 50 * DAY, Kind.STEP_DONE, gathered, step="gather_it")
    found = timed(hand)
    assert found["gathering_days"][0] == found["clock_asking_days"][0] == 40
    assert found["gathering_above_mark"][0] == found["clock_asking_above_mark"][0] == 1
    assert np.isnan(found["gathering_days"][1])
    assert np.isnan(found["gathering_above_mark"][1])


def test_a_clock_whose_end_was_asked_for_and_is_not_done_still_runs(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    hand.row(0, DAY, Kind.STEP_STARTED, opened, step="certify")
    hand.row(0, DAY, Kind.STEP_ASKED, opened, step="certify")
    assert np.isnan(timed(hand)["clock_papers_days"][0])


def test_what_happens_after_the_follow_up_counts_for_nobody(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    for day in (239, 241):
        hand.row(day > 240, day * DAY, Kind.MEETING_HELD, opened, step="meet")
    found = timed(hand)["to_meeting_days"]
    assert found[0] == 239
    assert np.isnan(found[1])


def test_a_deadline_is_breached_by_a_late_meeting_and_by_none(by_hand):
    hand = by_hand(case_type="quick")
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    hand.row(1, 0, Kind.CASE_OPENED)
    hand.row(0, 60 * DAY, Kind.MEETING_HELD, opened, step="meet")
    assert timed(hand)["is_deadline_breached"].tolist() == [0, 1]
    hand.row(1, 70 * DAY, Kind.CASE_CLOSED, 1)
    assert np.isnan(timed(hand)["is_deadline_breached"][1])


@pytest.mark.parametrize(("excluded", "taken_out", "days"), [(0, None, 12), (1, None, 9), (0, 1, 9), (0, -1, 1)])
def test_overview_waits_for_the_last_holder_that_consent_allows(by_hand, excluded, taken_out, days):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    consent = hand.row(
        0, 0, Kind.CONSENT_GIVEN, opened, step="ask_consent", value=excluded
    )  # bit 0 is `health`, that of a3
    start = hand.row(0, DAY, Kind.STEP_STARTED, consent, step="look_around")
    for actor, minute in (("a1", DAY), ("a2", 5 * DAY), ("a4", 9 * DAY), ("a3", 12 * DAY)):
        hand.row(0, minute, Kind.HOLDER_NAMED, start, actor=actor, attempt=0, value=0)
    if taken_out is not None:
        hand.row(0, 13 * DAY, Kind.CONSENT_WITHDRAWN, consent, step="ask_consent", value=taken_out)
    hand.row(0, 20 * DAY, Kind.STEP_DONE, start, step="gather_it")
    found = timed(hand)
    assert found["to_overview_days"][0] == days
    assert found["overview_in_gathering_days"][0] == days - 1
    assert found["has_overview"][0] == 1


def test_without_consent_only_what_needs_none_must_be_known(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    start = hand.row(0, DAY, Kind.STEP_STARTED, opened, step="look_around")
    hand.row(0, DAY, Kind.CONSENT_REFUSED, start, step="ask_consent", value=0)
    assert timed(hand)["to_overview_days"][0] == 1


def test_a_holder_that_stays_unknown_means_no_overview(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    consent = hand.row(0, 0, Kind.CONSENT_GIVEN, opened, step="ask_consent", value=0)
    hand.row(0, DAY, Kind.STEP_STARTED, consent, step="look_around")
    found = timed(hand)
    assert np.isnan(found["to_overview_days"][0])
    assert found["has_overview"][0] == 0


def test_who_enters_after_the_closing_step_has_no_lead_time(played):
    from simulation.measures.measured import measure

    measured = measure(played.world, played.inputs, played.log)
    late = measured.persona == measured.personas.index("cy")
    assert late.any()
    assert np.isnan(measured.columns["lead_time_days"][late]).all()
    assert measured.columns["is_closed"][late].all()
