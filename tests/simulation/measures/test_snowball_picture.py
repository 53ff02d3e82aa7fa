"""The picture of a day, against a snowball worked out by hand and against the measures of whole cases."""

import numpy as np
import pytest

from simulation.engine.kinds import Gap, Kind
from simulation.measures.followed import NEVER
from simulation.measures.holders import holders_of
from simulation.measures.messages import pointers_in, said_in
from simulation.measures.one_citizen import everyone
from simulation.measures.snowball_picture import State, picture_on, pictures
from simulation.measures.spans import gathering_span

DAY = 1440


@pytest.fixture
def rolled(by_hand):
    """a1 is known on day 10 and gives d1; a2 is named by it on day 15, asked, reminded and never answers; a3 is left out."""
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    hand.row(0, DAY, Kind.CONSENT_GIVEN, opened, value=1 << hand.inputs.names.domain["health"])
    for actor in ("a1", "a3"):
        hand.row(0, 10 * DAY, Kind.HOLDER_NAMED, opened, actor=actor, attempt=0, value=0)
    asked = {"actor": "office", "from_actor": "a1"}
    hand.row(0, 11 * DAY, Kind.REQUEST_SENT, opened, **asked, channel="mail", value=15)
    hand.row(0, 14 * DAY, Kind.REQUEST_ANSWERED, opened, actor="a1", from_actor="a1", channel="mail", value=30)
    hand.row(0, 14 * DAY, Kind.DATA_RECEIVED, opened, **asked, data_type="d1")
    hand.row(0, 15 * DAY, Kind.HOLDER_NAMED, opened, actor="a2", from_actor="a1", attempt=0, value=1)
    hand.row(0, 15 * DAY, Kind.DATA_USED, opened, **asked, data_type="d1", value=0)
    for kind, day in ((Kind.REQUEST_SENT, 16), (Kind.REQUEST_REMINDED, 20), (Kind.REQUEST_NEVER_ANSWERED, 30)):
        hand.row(0, day * DAY, kind, opened, actor="office", from_actor="a2", value=5)
    hand.row(0, 40 * DAY, Kind.CITIZEN_ASKED, opened, actor="office", step="talk", value=1)
    hand.row(0, 41 * DAY, Kind.DATA_MISSING, opened, data_type="d2", cause=int(Gap.NOT_ARRIVED))
    return everyone(hand.seen())[0]


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (9, {}),
        (10, {"a1": State.KNOWN, "a3": State.KNOWN}),
        (11, {"a1": State.ASKED, "a3": State.KNOWN}),
        (14, {"a1": State.GAVE, "a3": State.KNOWN}),
        (15, {"a1": State.GAVE, "a2": State.KNOWN, "a3": State.KNOWN}),
        (29, {"a1": State.GAVE, "a2": State.ASKED, "a3": State.KNOWN}),
        (30, {"a1": State.GAVE, "a2": State.NEVER_CAME, "a3": State.KNOWN}),
    ],
)
def test_a_day_shows_what_was_known_by_its_end(rolled, day, states):
    nodes = picture_on(rolled, day).nodes
    assert {name: node.state for name, node in nodes.items() if node.state != State.CENTRE} == states


def test_an_actor_says_since_when_through_whom_and_what_came(rolled):
    picture = picture_on(rolled, 60)
    first, second = picture.nodes["a1"], picture.nodes["a2"]
    assert (first.since, first.by, first.wave, first.asked, first.answered) == (10, "", 0, 11, 14)
    assert (first.received, first.used) == (("d1",), ("d1",))
    assert (second.since, second.by, second.wave, second.asked, second.reminders) == (15, "a1", 1, 16, 1)
    assert picture.nodes["office"].told_again == 1
    assert picture.missing == (("d2", Gap.NOT_ARRIVED),)


def test_only_the_facilitator_sees_what_is_true_and_unknown_or_left_out(rolled):
    nodes = picture_on(rolled, 12, truth=True).nodes
    assert nodes["a3"].state == State.EXCLUDED
    assert nodes["a4"].state == State.UNKNOWN
    assert {State.EXCLUDED, State.UNKNOWN}.isdisjoint(node.state for node in picture_on(rolled, 12).nodes.values())


def test_messages_and_pointers_name_both_ends(rolled):
    said = [(one.happening.day, one.sender, one.receiver) for one in said_in(rolled)]
    assert said == [
        (11, "office", "a1"),
        (14, "a1", "office"),
        (16, "office", "a2"),
        (20, "office", "a2"),
        (40, "citizen", "office"),
    ]
    assert [(one.day, one.from_actor, one.actor) for one in pointers_in(rolled)] == [(15, "a1", "a2")]


def test_the_pictures_of_all_days_are_the_pictures_of_each_day(seen):
    for one in everyone(seen)[:8]:
        assert all(picture == picture_on(one, day) for day, picture in pictures(one))


def test_the_last_picture_knows_whom_the_measures_know(seen):
    known = holders_of(seen, gathering_span(seen))
    actors = [seen.inputs.names.actors[holder.actor] for holder in seen.inputs.holders]
    for place, one in enumerate(everyone(seen)):
        nodes = picture_on(one, 10**6).nodes
        by_measures = {actors[at] for at in np.flatnonzero(known.since[place] < NEVER)}
        assert {name for name, node in nodes.items() if node.since >= 0} == by_measures
        used = {actors[at] for at in np.flatnonzero(known.used[place])}
        assert {name for name, node in nodes.items() if node.used and name in by_measures} == used & by_measures
