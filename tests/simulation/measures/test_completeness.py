import numpy as np
import pytest

from simulation.engine.kinds import Gap, Kind
from simulation.measures.case_file import meetings
from simulation.measures.completeness import completeness, gaps_by_data_type
from simulation.measures.holders import existing
from simulation.measures.needs import assessed

DAY = 1440


@pytest.fixture
def met(by_hand):
    """A meeting on day 50 without d2 (chosen away) and d3 (not found); d1 came on day 10, d4 and d5 on day 45."""
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    for item, day in (("d1", 10), ("d4", 45), ("d5", 45)):
        hand.row(0, day * DAY, Kind.DATA_USED, opened, data_type=item, from_actor="a1", value=0)
    held = hand.row(0, 50 * DAY - 60, Kind.MEETING_HELD, opened, step="meet", value=60)
    done = hand.row(0, 50 * DAY, Kind.STEP_DONE, held, step="meet", value=60)
    for item, gap in (("d2", Gap.CHOSEN_AWAY), ("d3", Gap.NOT_FOUND)):
        hand.row(0, 50 * DAY, Kind.DATA_MISSING, done, step="meet", data_type=item, cause=gap, value=0)
    hand.row(0, 50 * DAY, Kind.CASE_CLOSED, done)
    return hand


def counted(hand):
    seen = hand.seen()
    return completeness(seen, meetings(seen))


def test_completeness_counts_against_what_the_citizen_allows(met):
    found = counted(met)
    assert found["relevant_present_share"][0] == pytest.approx(2 / 3)  # d1 and d4 of d1, d3, d4
    assert found["critical_present_share"][0] == 1
    assert found["chosen_away_share"][0] == 1 / 4
    assert [found[f"gaps_{gap}"][0] for gap in ("not_found", "not_arrived", "judged_out")] == [1, 0, 0]
    assert np.isnan(found["relevant_present_share"][1])


def test_a_decision_rests_on_the_last_meeting(met):
    found = counted(met)
    assert found["is_decided_on_missing"][0] == 0
    assert found["is_decided_on_stale"][0] == 1  # d1 is 40 days old and usable for 20
    assert found["stale_share"][0] == 1 / 2
    assert found["data_age_at_meeting_days"][0] == (40 + 5) / 2


def test_precision_and_recall_of_the_file(met):
    seen = met.seen()
    precision, recall = assessed(seen, meetings(seen)[0])
    assert precision[0] == pytest.approx(2 / 3)  # d5 is background
    assert recall[0] == 1 / 2


def test_missing_critical_data_chosen_away_are_no_shortcoming(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    done = hand.row(0, DAY, Kind.STEP_DONE, opened, step="meet", value=60)
    for item in ("d1", "d2", "d3", "d4"):
        hand.row(0, DAY, Kind.DATA_MISSING, done, step="meet", data_type=item, cause=Gap.CHOSEN_AWAY, value=0)
    hand.row(0, DAY, Kind.CASE_CLOSED, done)
    found = counted(hand)
    assert found["is_decided_on_missing"][0] == 0
    assert found["chosen_away_share"][0] == 1
    assert np.isnan(found["relevant_present_share"][0])


def test_what_is_not_missing_at_a_meeting_is_in_the_file(seen):
    for meeting in meetings(seen):
        held = meeting.row >= 0
        assert held.sum() > 30
        missing = gaps_by_data_type(meeting)[held].sum(axis=2)
        in_file = existing(seen)[held] & (meeting.since[held] >= 0)
        assert (missing == (existing(seen)[held] & ~in_file)).all()
