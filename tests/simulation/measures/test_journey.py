"""One citizen's journey: its path tiles the lead time, and its causes are those of the measures."""

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.holders import holders_of
from simulation.measures.journey import journeys
from simulation.measures.links import links_to_the_close
from simulation.measures.open_minutes import OpenMinutes
from simulation.measures.overlays import overlays_of
from simulation.measures.spans import gathering_span
from simulation.measures.where_time_went import minutes_by_cause
from simulation.values.causes import Cause

DAY = 1440


def test_the_causes_of_each_journey_are_those_of_the_measures_and_fill_the_lead_time(seen):
    gathering = gathering_span(seen)
    overlays = overlays_of(seen, holders_of(seen, gathering), gathering)
    table = minutes_by_cause(seen, links_to_the_close(seen), overlays, OpenMinutes(seen.inputs.openings)).sum(axis=2)
    found = journeys(seen)
    assert any(journey.lead for journey in found)
    for journey, row in zip(found, table, strict=True):
        assert journey.minutes_by_cause() == {Cause(cause): int(row[cause]) for cause in np.flatnonzero(row)}
        assert sum(journey.minutes_by_cause().values()) == (journey.lead or 0)


def test_the_pieces_of_a_path_follow_each_other_without_a_gap(seen):
    for journey in journeys(seen):
        ends = [0, *(piece.end for piece in journey.path)]
        assert [piece.start for piece in journey.path] == ends[:-1]
        assert ends[-1] == (journey.lead or 0)


def test_a_journey_by_hand(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    asked = hand.row(0, 0, Kind.STEP_ASKED, opened, step="certify", actor="a1")
    done = hand.row(0, 12 * DAY, Kind.STEP_DONE, asked, step="certify", actor="a1", value=20)
    sent = hand.row(0, 13 * DAY, Kind.REQUEST_SENT, done, actor="office", from_actor="a2", value=15)
    answered = hand.row(0, 20 * DAY, Kind.REQUEST_ANSWERED, sent, actor="a2", from_actor="a2", value=30)
    hand.row(0, 20 * DAY, Kind.DATA_RECEIVED, answered, actor="office", from_actor="a2", data_type="d2")
    told = hand.row(0, 25 * DAY, Kind.CITIZEN_ASKED, answered, actor="office", step="talk", value=1)
    hand.row(0, 25 * DAY, Kind.CASE_CLOSED, told)
    journey = journeys(hand.seen())[0]
    assert [(span.lane, span.start, span.end) for span in journey.spans] == [
        ("a1", 0, 12 * DAY),
        ("a2", 13 * DAY, 20 * DAY),
    ]
    path = [(piece.lane, piece.end - piece.start, piece.cause) for piece in journey.path]
    assert path == [
        ("a1", 12 * DAY, Cause.CERTIFICATE),
        ("office", DAY, Cause.HANDLING),
        ("a2", 7 * DAY, Cause.ANSWERING),
        ("office", 5 * DAY, Cause.OWN_DESK),
    ]
    assert [(mark.lane, mark.is_told_again) for mark in journey.marks] == [("a2", False), ("office", True)]
