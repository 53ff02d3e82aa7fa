import numpy as np
import pytest

from simulation.engine.kinds import Kind
from simulation.measures.work import ACTIVITY_OF, Activity, by_actor, citizen_hours, costs, fees, messages, work_of


@pytest.fixture
def worked(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    own = {"actor": "office", "role": "caseworker"}
    hand.row(0, 1, Kind.STEP_DONE, opened, step="talk", value=60, **own)
    hand.row(0, 1, Kind.STEP_DONE, opened, step="look_around", value=30, **own)
    hand.row(0, 2, Kind.CONTACT_SOUGHT, opened, from_actor="a1", value=20, **own)
    hand.row(0, 2, Kind.REQUEST_SENT, opened, from_actor="a1", channel="mail", value=15, **own)
    hand.row(0, 3, Kind.REQUEST_ANSWERED, opened, actor="a1", from_actor="a1", channel="mail", value=30)
    hand.row(0, 4, Kind.DATA_CREATED, opened, actor="a1", from_actor="a1", data_type="d1", value=45)
    hand.row(0, 4, Kind.REPLY_LATE, opened, actor="a1", from_actor="a1", data_type="d1")
    hand.row(0, 5, Kind.STEP_DONE, opened, step="certify", actor="a1", value=20)
    hand.row(0, 6, Kind.STEP_DONE, opened, step="meet", actor="office", role="team", value=60)
    hand.row(0, 6, Kind.ATTENDED, opened, step="meet", actor="office", role="team", value=90)
    done = hand.row(0, 7, Kind.STEP_DONE, opened, step="follow_up", value=45, **own)
    hand.row(0, 8, Kind.ACTOR_TOLD, done, step="follow_up", actor="a2", data_type="d6", from_actor="office")
    return hand.seen()


def test_minutes_by_actor_and_activity(worked):
    minutes = by_actor(worked, work_of(worked))[0]
    actors = worked.inputs.names.actor
    office = {
        activity.name: minutes[actors["office"], activity]
        for activity in Activity
        if minutes[actors["office"], activity]
    }
    assert office == {"SEARCHING": 50, "ASKING": 15, "STEPS": 105, "MEETINGS": 90}
    assert minutes[actors["a1"], [Activity.ANSWERING, Activity.WRITING, Activity.STEPS]].tolist() == [30, 45, 20]


def test_cost_is_by_role_else_by_actor_and_a_fee_pays_for_its_own_work(worked):
    spent = costs(worked, work_of(worked))[0]
    actors = worked.inputs.names.actor
    assert spent[actors["office"]] == pytest.approx((170 * 400 + 90 * 800) / 60)
    assert spent[actors["a1"]] == pytest.approx(75 * 600 / 60)
    assert fees(worked)[0] == 1000


def test_the_citizens_own_time_is_hours(worked):
    assert citizen_hours(worked)[0] == 1


def test_messages_by_channel(worked):
    channels = worked.inputs.names.channel
    assert messages(worked)[0, [channels["mail"], channels["letter"]]].tolist() == [2, 1]


def test_all_work_in_the_log_is_somebodys(seen):
    rows = seen.rows(*ACTIVITY_OF)
    names = np.array(seen.inputs.names.steps)
    step = seen.log["step"][rows]
    # The meeting's own minutes are counted among its participants; gathering and consent end without minutes of work.
    kind = seen.log["kind"][rows]
    counted = ~((kind == Kind.STEP_DONE) & np.isin(names[step], ("meet", "ask_consent", "gather_it")))
    # At steps the row of a telling counts tellings.
    counted &= kind != Kind.CITIZEN_ASKED
    minutes = np.maximum(seen.log["value"][rows[counted]], 0)
    assert by_actor(seen, work_of(seen)).sum() == minutes.sum() > 0
