import numpy as np
import pytest

from simulation.engine.kinds import Kind
from simulation.measures.followed import NEVER, followed
from simulation.measures.holders import holders_of
from simulation.measures.links import links_back_from, links_to_the_close
from simulation.measures.open_minutes import OpenMinutes
from simulation.measures.overlays import Overlay, Overlays, overlays_of
from simulation.measures.spans import gathering_span
from simulation.measures.where_time_went import minutes_by_cause
from simulation.population.tables import StepKind
from simulation.values.causes import Cause

DAY, HOUR = 1440, 60
MON, TUE, FRI = 7 * DAY, 8 * DAY, 4 * DAY  # minute 0 is Monday 1 January 2024, a holiday


def where(seen, overlays=None, window=None):
    gathering = gathering_span(seen)
    overlays = overlays or overlays_of(seen, holders_of(seen, gathering), gathering)
    links = links_to_the_close(seen) if window is None else links_back_from(seen.log, window.end_row)
    return minutes_by_cause(seen, links, overlays, OpenMinutes(seen.inputs.openings), window)


def no_overlays(count):
    zero, never = np.zeros(count, dtype=np.int64), np.full(count, NEVER)
    return Overlays(zero, zero, never, never)


def test_the_causes_of_every_case_add_up_to_its_lead_time(seen):
    closed = seen.last(seen.rows(Kind.CASE_CLOSED))
    lead = np.where(closed >= 0, seen.log["time"][closed] - seen.opened, 0)
    assert (where(seen).sum(axis=(1, 2)) == lead).all()


def test_the_causes_of_every_gathering_add_up_to_its_length(seen):
    window = gathering_span(seen)
    length = np.where(window.end >= 0, window.end - window.start, 0)
    assert length.max() > 20 * DAY
    assert (where(seen, window=window).sum(axis=(1, 2)) == length).all()


def test_closed_hours_inside_work_are_its_length_less_its_handling(seen):
    links = links_to_the_close(seen).that_take_time()
    log, kinds = seen.log, np.array([step.kind for step in seen.inputs.steps])
    by_clock = np.isin(kinds[log["step"][links.to_row]], (StepKind.MEETING, StepKind.GATHER))
    work = (links.cause == Cause.HANDLING) & ~((log["step"][links.to_row] >= 0) & by_clock)
    handled = log["value"][links.to_row].astype(np.int64)
    sent = log["kind"][links.to_row] == Kind.REQUEST_SENT
    handled += np.where(sent, log["value"][links.to_row - 1], 0)  # the search stands on the row before
    closed = np.bincount(links.citizen[work], (links.end - links.start - handled)[work], len(seen))
    assert closed.sum() > 0
    leads = where(seen, no_overlays(len(seen)))[:, Cause.CLOSED_HOURS].sum(axis=1) - closed
    assert (leads >= 0).all()
    by_cause = where(seen, no_overlays(len(seen)))[:, Cause.HANDLING].sum(axis=1)
    clocked = (links.cause == Cause.HANDLING) & ~work
    meetings = np.bincount(links.citizen[clocked], (links.end - links.start)[clocked], len(seen))
    assert (by_cause - meetings == np.bincount(links.citizen[work], handled[work], len(seen))).all()


@pytest.fixture
def weekend(by_hand):
    """A step asked for on Friday at 20, started on Monday at 10, done on Tuesday at 10 with six hours of handling."""
    hand = by_hand()
    hand.inputs.cast.opened[0] = FRI + 20 * HOUR
    worker = hand.inputs.roles[hand.inputs.names.role["secretary"]].first_server
    who = {"step": "send_it", "actor": "office", "role": "secretary"}
    opened = hand.row(0, FRI + 20 * HOUR, Kind.CASE_OPENED)
    asked = hand.row(0, FRI + 20 * HOUR, Kind.STEP_ASKED, opened, **who)
    started = hand.row(0, MON + 10 * HOUR, Kind.STEP_STARTED, asked, worker=worker, **who)
    done = hand.row(0, TUE + 10 * HOUR, Kind.STEP_DONE, started, worker=worker, value=360, **who)
    hand.row(0, TUE + 10 * HOUR, Kind.CASE_CLOSED, done)
    return hand.seen()


def test_the_weekend_before_a_wait_and_the_night_inside_work_are_closed_hours(weekend):
    minutes = where(weekend)[0, :, Overlay.NONE]
    assert minutes[Cause.OWN_DESK] == HOUR
    assert minutes[Cause.HANDLING] == 6 * HOUR
    assert minutes[Cause.CLOSED_HOURS] == (4 + 48 + 9) * HOUR + 18 * HOUR
    assert minutes.sum() == 3 * DAY + 14 * HOUR


def test_an_overlay_cuts_links_and_closed_hours_exactly(weekend):
    ends = np.array([[FRI, MON + 9 * HOUR + 30, MON + 14 * HOUR, TUE + 9 * HOUR + 30]] * 2).T
    minutes = where(weekend, Overlays(*ends))[0]
    assert minutes[Cause.OWN_DESK].tolist() == [30, 30, 0]
    assert minutes[Cause.CLOSED_HOURS].tolist() == [0, (4 + 48 + 9) * HOUR, 18 * HOUR]
    assert minutes[Cause.HANDLING].tolist() == [4 * HOUR + 30, 0, HOUR + 30]


def test_a_lean_log_tells_the_same(played):
    from simulation.engine.log import lean

    thin = followed(played.world, played.inputs, lean(played.log))
    full = followed(played.world, played.inputs, played.log)
    assert len(thin.log) < len(full.log)
    assert (where(thin) == where(full)).all()
