import numpy as np
import pytest

from simulation.engine.kinds import Kind
from simulation.measures.holders import holders_of
from simulation.measures.needs import most_known, overview_area, waves_asked
from simulation.measures.overlays import overlays_of
from simulation.measures.snowball import holders_by_wave, known_by_day, snowball
from simulation.measures.spans import gathering_span

DAY = 1440


@pytest.fixture
def rolled(by_hand):
    """A gathering from day 10 to 30: a1 and a2 known at its start, a3 named on day 15, a4 on day 20 and used."""
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    start = hand.row(0, 10 * DAY, Kind.STEP_STARTED, opened, step="look_around")
    named = [("a1", 10, 0, -1), ("a2", 10, 0, -1), ("a3", 15, 1, "a1"), ("a4", 20, 2, "a3"), ("a4", 22, 1, "a2")]
    for again, (actor, day, wave, by) in enumerate(named):
        hand.row(0, day * DAY, Kind.HOLDER_NAMED, start, actor=actor, attempt=again // 4, value=wave, from_actor=by)
    for actor in ("a1", "a4"):
        hand.row(0, 25 * DAY, Kind.REQUEST_SENT, start, actor="office", from_actor=actor, value=15)
        hand.row(0, 25 * DAY, Kind.DATA_USED, start, actor="office", from_actor=actor, data_type="d1", value=0)
    hand.row(0, 25 * DAY, Kind.REQUEST_REMINDED, start, actor="office", from_actor="a4", value=5)
    hand.row(0, 30 * DAY, Kind.STEP_DONE, start, step="gather_it")
    return hand


def looked_at(hand):
    seen = hand.seen()
    gathering = gathering_span(seen)
    return seen, holders_of(seen, gathering), gathering


def test_holders_known_per_day(rolled):
    _, known, gathering = looked_at(rolled)
    curve = known_by_day(known, gathering)[0]
    assert len(curve) == 121
    assert curve[[0, 4, 5, 9, 10, 120]].tolist() == [0.5, 0.5, 0.75, 0.75, 1, 1]
    assert np.isnan(known_by_day(known, gathering)[1]).all()


def test_the_overview_is_the_area_under_the_curve(rolled):
    _, known, gathering = looked_at(rolled)
    assert overview_area(known, gathering)[0] == 1 - (5 + 10) / (4 * 20)
    assert most_known(known, gathering)[0] == 10  # 80 % of four holders are all four


def test_a_shallower_naming_lowers_the_wave(rolled):
    seen, known, gathering = looked_at(rolled)
    assert holders_by_wave(known, gathering)[0].tolist() == [2, 2, 0, 0, 0, 0, 0, 0]
    assert waves_asked(known, gathering)[0] == 2
    found = snowball(seen, known, gathering)
    assert found["deepest_wave"][0] == 1
    assert found["holders_known"][0] == 4
    assert found["holders_found_by_pointing"][0] == 2
    assert found["contacts_per_new_holder"][0] == 1.5
    assert found["wasted_contacts"][0] == 0


def test_asking_who_has_nothing_to_do_with_the_citizen_is_wasted(by_hand):
    hand = by_hand(involves=["office", "a1"])
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    start = hand.row(0, 0, Kind.STEP_STARTED, opened, step="look_around")
    for actor in ("a1", "a2"):
        hand.row(0, DAY, Kind.REQUEST_SENT, start, actor="office", from_actor=actor)
    seen, known, gathering = looked_at(hand)
    found = snowball(seen, known, gathering)
    assert found["contacts"][0] == 2
    assert found["wasted_contacts"][0] == 1


def test_discovery_ends_when_the_last_used_holder_had_been_named_by_another(rolled):
    overlays = overlays_of(*looked_at(rolled))
    assert overlays.discovery_from[0] == 10 * DAY
    assert overlays.discovery_to[0] == 20 * DAY


def test_what_was_known_at_the_start_is_no_discovery(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    start = hand.row(0, DAY, Kind.STEP_STARTED, opened, step="look_around")
    hand.row(0, DAY, Kind.HOLDER_NAMED, start, actor="a1", attempt=0, value=0)
    hand.row(0, 9 * DAY, Kind.DATA_USED, start, from_actor="a1", data_type="d1", value=0)
    hand.row(0, 9 * DAY, Kind.STEP_DONE, start, step="gather_it")
    overlays = overlays_of(*looked_at(hand))
    assert overlays.discovery_from[0] == overlays.discovery_to[0]


def test_a_return_lasts_to_the_last_meeting_and_cuts_discovery_short(rolled):
    rolled.row(0, 15 * DAY, Kind.CASE_RETURNED, 0, step="meet")
    for day in (40, 60):
        rolled.row(0, day * DAY, Kind.MEETING_HELD, 0, step="meet")
    overlays = overlays_of(*looked_at(rolled))
    assert overlays.discovery_to[0] == overlays.return_from[0] == 15 * DAY
    assert overlays.return_to[0] == 60 * DAY


def test_telling_again_and_telling_what_others_have_are_repeated(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    for told in range(2):
        hand.row(0, 0, Kind.CITIZEN_ASKED, opened, step="talk", value=told)
    hand.row(1, 0, Kind.CASE_OPENED)
    hand.row(1, 0, Kind.CITIZEN_ASKED, opened, step="follow_up", data_type="d1", value=0)
    assert snowball(*looked_at(hand))["repeated_tellings"].tolist() == [1, 1]
