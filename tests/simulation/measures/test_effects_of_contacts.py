"""Indicators of courses with contacts: rows written by hand, laws, and an independent fold."""

import numpy as np
import pytest
from contact_worlds import DAY, contact, contact_world, coordination, event, flow, meet_at, need
from small_worlds import citizen, days, played, quantity, rule, share, text

from simulation.engine.kinds import Kind
from simulation.engine.log import COLUMNS, log_of, packed
from simulation.measures.effects import BY_ACTOR
from simulation.measures.measured import measure

NEEDS = (need("effort", 1), need("mood", 1))
E6 = "e6_current_pairs_share"


def measured(given):
    return measure(given.world, given.inputs, given.log)


@pytest.fixture
def by_hand():
    """Return what measures a log of one citizen, from rows (day, kind, what it says); the run-in is 20 of 100 days."""
    world = contact_world(
        {"see_a": contact("a", needs=NEEDS), "see_b": contact("b", needs=NEEDS)},
        channels={
            "mail": {"title": text(), "digital": False},
            "log": {"title": text(), "digital": True, "seen_by_citizen": True},
        },
    )
    given = played(world)
    names, opened = given.inputs.names, int(given.inputs.cast.opened[0])

    def measure_it(*rows):
        places = {"step": names.step, "actor": names.actor, "from_actor": names.actor}
        places |= {"data_type": names.data_type, "channel": names.channel}
        found = []
        for day, kind, says in rows:
            known = {key: places[key][value] if isinstance(value, str) else value for key, value in says.items()}
            known |= {"time": opened + round(day * DAY), "citizen": 0, "kind": kind}
            known.setdefault("because_of", -1 if kind == Kind.CASE_OPENED else 0)
            found.append(tuple(known.get(name, -1) for name in COLUMNS))
        return measure(world, given.inputs, log_of(b"".join(packed(*row) for row in found), given.inputs.steps))

    return measure_it


def held(day, actor, is_current):
    return day, Kind.STEP_STARTED, {"step": f"see_{actor}", "actor": actor, "value": is_current, "attempt": 0}


def of_contact(day, kind, actor, **more):
    return day, kind, {"step": f"see_{actor}", "actor": actor, **more}


OPENED = (0, Kind.CASE_OPENED, {})
STORY = (
    OPENED,
    (0, Kind.LEARNED, {"actor": "a", "data_type": "effort", "from_actor": "b", "attempt": 0, "value": 0}),
    held(10, "a", 1),
    of_contact(10, Kind.CITIZEN_ASKED, "a", data_type="effort", attempt=1, value=50),
    held(30, "a", 1),
    of_contact(30, Kind.DATA_USED, "a", data_type="effort", from_actor="b", channel="mail", value=DAY),
    of_contact(30, Kind.DATA_USED, "a", data_type="mood", from_actor="b", channel="log", value=DAY),
    of_contact(31, Kind.STEP_DONE, "a", attempt=0, value=60),
    held(40, "b", 0),
    of_contact(40, Kind.CITIZEN_ASKED, "b", data_type="effort", attempt=1, value=6, because_of=8),
    of_contact(40, Kind.CITIZEN_ASKED, "b", data_type="mood", attempt=0, value=0, because_of=8),
    of_contact(40, Kind.CALLED, "b", data_type="effort", from_actor="a", channel="mail", attempt=1, value=10),
    (40, Kind.CALL_ANSWERED, {"actor": "a", "data_type": "effort", "channel": "mail", "value": 5}),
    of_contact(40, Kind.CLARIFIED, "b", from_actor="a", channel="mail", value=8),
    of_contact(40, Kind.CALLED, "b", data_type="effort", from_actor="a", channel="mail", attempt=0, value=10),
    of_contact(40, Kind.DATA_USED, "b", data_type="mood", from_actor=-1, value=3 * DAY),
    of_contact(50, Kind.CONTACT_IN_VAIN, "b", attempt=1, value=30),
    of_contact(51, Kind.CONTACT_CLASHED, "b", attempt=2, value=20),
    of_contact(52, Kind.NO_SHOW, "b", attempt=3, value=25),
    of_contact(53, Kind.CONTACT_PAUSED, "b", attempt=4, value=0),
    (60, Kind.TRUTH_CHANGED, {"data_type": "effort", "from_actor": "b", "attempt": 1}),
    (60, Kind.MESSAGE_SENT, {"actor": "a", "data_type": "effort", "from_actor": "b", "channel": "log", "value": 0}),
    (70, Kind.LOOKED_UP, {"actor": "a", "data_type": "effort", "from_actor": "b", "channel": "log",
                          "value": 2, "because_of": 21}),
    (70, Kind.LEARNED, {"actor": "a", "data_type": "effort", "from_actor": "b", "channel": "log", "attempt": 1,
                        "value": 0, "because_of": 21}),
    (80, Kind.LEARNED, {"actor": "b", "data_type": "effort", "from_actor": "a", "channel": "log", "attempt": 0,
                        "value": 0}),
    (95, Kind.FORGOTTEN, {"actor": "b", "data_type": "effort", "from_actor": "a"}),
    of_contact(96, Kind.DATA_USED, "b", data_type="effort", from_actor="a", value=0),
    (96, Kind.LOOKED_UP, {"actor": "a", "data_type": "mood", "channel": "log", "value": 3}),
)  # fmt: skip


def test_indicators_of_a_story_written_by_hand(by_hand):
    found = {name: float(numbers[0]) for name, numbers in by_hand(*STORY).columns.items()}
    # One of two contacts held on a true picture; one clashed and one was in vain.
    assert found["e1_current_contacts_share"] == 1 / 4
    assert found["e2_asked_again"] == 1
    # A message, a look-up and a view in the log; an answered call is not seen.
    assert found["e3_visible_sharings_share"] == 3 / 4
    # Half of 6 minutes of asking for two types, two calls, and a message read.
    assert found["e4_finding_out_minutes"] == 3 + 20 + 2
    assert found["e5_clarifications"] == 1
    # Of 80 days a is current for 70, b for 15.
    assert found[E6] == pytest.approx((70 + 15) / 160)
    assert found["e7_data_age_days"] == 2
    # Two of four; one the citizen told of the condition, one of another's effort.
    assert found["e8_reused_share"] == 2 / 4


def test_work_of_a_story_written_by_hand(by_hand):
    found = {name: float(numbers[0]) for name, numbers in by_hand(*STORY).columns.items()}
    minutes_of = {
        "searching": 25,
        "asking": 3,
        "answering": 5,
        "reading": 8,
        "looking_up": 3,
        "contacts": 60,
        "lost": 75,
    }
    assert {name: found[f"work_{name}_minutes"] for name in minutes_of} == minutes_of
    assert found["work_minutes"] == sum(minutes_of.values())
    assert found["citizen_hours"] == (60 + 6) / 60
    assert found["messages"] == 3
    year = 365 / 80
    for name, times in (("held", 2), ("paused", 1), ("in_vain", 1), ("clashed", 1), ("missed", 1)):
        assert found[f"contacts_{name}_per_year"] == pytest.approx(times * year)
    assert found["calls_per_year"] == pytest.approx(2 * year)
    assert found["told_again_per_year"] == pytest.approx(year)
    assert found["coordination_hours_per_month"] == pytest.approx((25 + 3 + 5 + 8 + 3) / 60 / 2 / (80 / 365 * 12))


def test_indicators_by_actor(by_hand):
    table = by_hand(*STORY).tables["effects_by_actor"]
    actors, effects = table.axes
    assert effects == BY_ACTOR
    of_a, of_b = (table.values[0, actors.index(name)].tolist() for name in ("a", "b"))
    assert of_a == pytest.approx([1, 0, 2, 70 / 80, 1, 1])
    assert of_b == pytest.approx([0, 1, 23, 15 / 80, 3, 0])


def test_a_course_with_contacts_shows_nothing_of_a_gathering_and_says_why(by_hand):
    found = by_hand(*STORY)
    assert found.absent["gathering_days"] == "nothing_is_gathered"
    assert found.absent["lead_time_days"] == "case_never_closes"
    assert found.absent["relevant_present_share"] == "no_meeting_looks_for_gaps"
    assert not {"gathering_days", "lead_time_days", "cause_handling_days"} & set(found.columns)


CHANGING = {"changes_all": event(days(10), "effort", at_most=100)}
SEEING = {"see_a": contact("a"), "see_b": contact("b")}


def test_a_push_to_everybody_without_delay_keeps_every_picture_current():
    push = {"tell": flow("push", "ab", "ab", ["effort"], read_at_once=True)}
    found = measured(played(contact_world(SEEING, life=CHANGING, flows=push)))
    assert found.columns[E6].tolist() == [1]


def test_a_push_that_takes_time_is_behind_for_that_time_of_each_change():
    push = {"tell": flow("push", "ab", "ab", ["effort"], read_at_once=True, delay=days(1))}
    found = measured(played(contact_world(SEEING, life=CHANGING, flows=push)))
    # One day of every ten; the event on the last day of the run-in is not known for the first day that counts.
    assert found.columns[E6][0] == pytest.approx(0.9)


def test_a_view_without_delay_keeps_every_picture_current_from_the_first_minute():
    view = {"show": flow("view", "ab", "ab", ["effort"])}
    found = measured(
        played(contact_world(SEEING, life=CHANGING, flows=view, coordination=coordination(run_in=days(1))))
    )
    assert found.columns[E6].tolist() == [1]


def test_who_asked_once_and_is_told_nothing_is_current_until_the_first_change():
    asks = {"see_a": contact("a", needs=[need("effort")]), "see_b": contact("b", needs=[need("effort")])}
    found = measured(played(contact_world(asks, life={"moves": event(days(40), "effort")})))
    assert found.columns[E6][0] == pytest.approx((40 - 20) / (100 - 20))


def test_who_never_asks_and_is_told_nothing_knows_nothing():
    assert measured(played(contact_world(SEEING))).columns[E6].tolist() == [0]


def test_what_consent_leaves_out_is_no_pair():
    given = contact_world(SEEING, legal_basis={"never": rule(never=True)})
    assert np.isnan(measured(played(given)).columns[E6][0])


def seen_by_b(at_most, every=1, observed=1, **more):
    """Return a world in which b sees how the citizen is, and a reads it."""
    return contact_world(
        {
            "see_a": contact("a", days(every), needs=[need("mood", at_most)]),
            "see_b": contact("b", days(observed), observes=["mood"]),
        },
        flows={"read": flow("view", "b", "a", ["mood"])},
        **more,
    )


def test_what_is_seen_every_three_days_is_between_nothing_and_three_days_old():
    def arrange(inputs):
        meet_at(inputs, "see_b", 600, every=3)
        meet_at(inputs, "see_a", 720)

    # Contacts from day 20 to day 99, ages of 2 h, 1 d 2 h and 2 d 2 h in turn: day 20 is the last of three.
    ages = [day % 3 + 2 / 24 for day in range(20, 100)]
    given = played(seen_by_b(3, observed=3), arrange)
    assert measured(given).columns["e7_data_age_days"][0] == pytest.approx(np.mean(ages))


def test_what_one_saw_at_the_last_contact_is_as_old_as_that_contact():
    alone = {"see_a": contact("a", days(2), needs=[need("mood", 3)], observes=["mood"])}
    found = measured(played(contact_world(alone), lambda inputs: meet_at(inputs, "see_a", 600, every=2)))
    assert found.columns["e7_data_age_days"].tolist() == [2]


def test_the_age_at_a_random_time_is_half_the_time_between_two_observations():
    citizens = {"ann": citizen("mon1 00:00", overview=share(1), weight=quantity("factor", 1))}
    profile = {"id": "town", "title": text(), "arrivals_every": days(1)}
    given = played(seen_by_b(7, every=7, observed=7, citizens=citizens, profile=profile), citizens=300)
    ages = measured(given).columns["e7_data_age_days"]
    half_width = 2 * 7 / np.sqrt(12) / np.sqrt(300)
    assert ages.mean() == pytest.approx(3.5, abs=half_width)
