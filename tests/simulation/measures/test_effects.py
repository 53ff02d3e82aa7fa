import numpy as np
import pytest

from simulation.engine.kinds import Kind
from simulation.measures.effects import effects
from simulation.measures.measured import measure
from simulation.measures.needs import received

DAY = 1440
WHO = {"step": "follow_up", "actor": "office"}


@pytest.fixture
def contacts(by_hand):
    """Three contacts: all current; one need met by asking the citizen; one not met. Nothing for the other citizen."""
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    done = [hand.row(0, day * DAY, Kind.STEP_DONE, opened, value=45, **WHO) for day in (40, 100, 140)]
    for place, age in ((0, 10), (0, 20), (1, 60)):
        by = "office" if age == 60 else "a1"
        hand.row(0, 141 * DAY, Kind.DATA_USED, done[place], data_type="d1", from_actor=by, value=age * DAY, **WHO)
    hand.row(0, 141 * DAY, Kind.CITIZEN_ASKED, done[1], data_type="d2", value=0, **WHO)
    hand.row(1, 20 * DAY, Kind.CITIZEN_ASKED, done[0], step="talk", actor="office", value=0)
    hand.row(1, 60 * DAY, Kind.CITIZEN_ASKED, done[0], step="meet", actor="office", value=1)
    hand.row(0, 141 * DAY, Kind.DATA_MISSING, done[2], data_type="d2", value=0, **WHO)
    hand.row(0, 50 * DAY, Kind.ACTOR_TOLD, done[0], step="follow_up", actor="a2", data_type="d6", from_actor="office")
    hand.row(0, 190 * DAY, Kind.ACTOR_TOLD, done[2], step="follow_up", actor="a4", data_type="d6", from_actor="office")
    return hand.seen()


def shown(seen):
    """Return the indicators per citizen; nobody searches for anything."""
    parts = effects(seen, seen, np.zeros((2, 6)))
    return {name: one.of_citizens() for name, one in parts.items() if one is not None}


def test_indicators_of_contacts(contacts):
    found = shown(contacts)
    assert found["e1_current_contacts_share"][0] == pytest.approx(1 / 3)
    # One need met by the citizen; the other citizen tells at the talk, and again at the meeting.
    assert found["e2_asked_again"].tolist() == [1, 1]
    assert found["e7_data_age_days"][0] == 30
    assert found["e8_reused_share"][0] == pytest.approx(2 / 3)
    assert np.isnan(found["e1_current_contacts_share"][1])


def test_a_picture_is_current_from_when_one_is_told_until_it_changes(contacts):
    # Two actors over 60, 40 and 100 days: one told 50 days before the second change, one 50 days before the end.
    assert shown(contacts)["e6_current_pairs_share"][0] == pytest.approx((50 + 50) / (2 * 200))
    assert received(contacts)[0] == pytest.approx(2 / 6)


def test_a_course_without_contacts_that_need_or_tell_cannot_show_their_effects(raw, play_one):
    plain = raw()
    del plain["steps"]["follow_up"], plain["personas"]["cy"]
    given = play_one(plain, citizens=5)
    absent = measure(given.world, given.inputs, given.log).absent
    assert absent == {
        "e1_current_contacts_share": "no_needs_at_contacts",
        "e6_current_pairs_share": "nobody_is_told",
        "e7_data_age_days": "no_needs_at_contacts",
        "e8_reused_share": "no_needs_at_contacts",
    }
