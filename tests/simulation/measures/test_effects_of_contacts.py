"""Indicators of courses with contacts: rows written by hand, laws, and an independent fold."""

from collections import defaultdict

import numpy as np
import pytest
from contact_worlds import DAY, contact, contact_world, coordination, event, flow, meet_at, need
from small_worlds import citizen, consent, days, played, quantity, rule, share, text

from simulation.engine.kinds import Kind
from simulation.engine.log import COLUMNS, lean, log_of
from simulation.measures.catalogue import catalogue
from simulation.measures.current_pairs import current_minutes
from simulation.measures.effects import BY_ACTOR
from simulation.measures.followed import followed
from simulation.measures.measured import measure
from simulation.population.matters import FREE, NEVER

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
        return measure(world, given.inputs, log_of(found, given.inputs.steps))

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


def test_the_age_at_a_random_time_is_half_the_time_between_two_observations():
    citizens = {"ann": citizen("mon1 00:00", overview=share(1), weight=quantity("factor", 1))}
    profile = {"id": "town", "title": text(), "arrivals_every": days(1)}
    given = played(seen_by_b(7, every=7, observed=7, citizens=citizens, profile=profile), citizens=300)
    ages = measured(given).columns["e7_data_age_days"]
    half_width = 2 * 7 / np.sqrt(12) / np.sqrt(300)
    assert ages.mean() == pytest.approx(3.5, abs=half_width)


@pytest.fixture(scope="module")
def rich():
    """Return a played world in which much goes wrong: partial sharing, forgetting, consent late and taken back."""
    asks = [need("effort", 5), need("mood", 2)]
    often = {"rate": quantity("per_year", 8), "at_most": 50}
    one = {"weight": quantity("factor", 1), "overview": share(0.6)}
    given = contact_world(
        {
            "agree": consent("a", delay=quantity("calendar_days", low=1, mode=5, high=40), refused=share(0.2)),
            **{f"see_{name}": contact(name, days(4), needs=asks, observes=["mood"]) for name in "abc"},
        },
        actors=("a", "b", "c", "d"),
        citizens={
            "ann": citizen("mon1 00:00", excludes_towards={"b": {"plain": share(0.4)}}, **one),
            "bo": citizen("mon1 00:00", involves=["a", "b", "d"], **one),
        },
        profile={"id": "town", "title": text(), "arrivals_every": days(3)},
        life={
            "changes": event(days(1), **often) | {"changes": {"effort": ["b"], "mood": []}},
            "moves": event(days(1), "effort", **often),
            "leaves": event(days(1), forgets={"actors": ["a", "b"], "share": share(0.5)}, **often),
            "takes_back": event(days(1), rate=quantity("per_year", 2), withdraws=["plain"]),
        },
        flows={
            "tell": flow("push", "abd", "bc", ["effort"], coverage=share(0.6), delay=quantity("hours", 30)),
            "show": flow("view", "ac", "ab", ["effort", "mood"], coverage=share(0.7), delay=quantity("hours", 5)),
        },
        legal_basis={
            "may": rule("b"),
            "asks": rule("a", "d", needs_consent=True),
            "not": rule("c", receivers=["b"], never=True),
        },
        coordination=coordination(phone={"answered": share(0.5)}),
    )
    return played(given, citizens=25)


class Walk:
    """Walks through one citizen's rows and sums minutes by actor: a second, slow way to the same numbers."""

    def __init__(self, given, citizen):
        self.inputs, self.citizen = given.inputs, citizen
        self.matters, self.plan = given.inputs.matters, given.inputs.coordination
        self.true, self.known = defaultdict(int), {}
        self.is_given, self.left_out = False, 0
        self.current, self.possible = defaultdict(int), defaultdict(int)

    def may(self, actor, matter):
        domain, column = self.matters.domain[matter], self.plan.towards[actor]
        left_out = self.left_out | (self.inputs.columns[column].numbers[self.citizen] if column >= 0 else 0)
        law = self.matters.law[self.plan.purpose][self.inputs.cast.persona[self.citizen]]
        for keeper in self.matters.kept_by[matter]:
            says = law[keeper][actor][self.matters.data_type[matter]]
            if self.inputs.truth.involved[self.citizen, keeper] and says != NEVER:
                return says == FREE or (self.is_given and not left_out >> domain & 1)
        return False

    def pairs(self):
        actors = {s.actor for s in self.inputs.steps if s.contact} & set(
            np.flatnonzero(self.inputs.truth.involved[self.citizen]).tolist()
        )
        efforts = [m for m, d in enumerate(self.matters.data_type) if d in self.plan.efforts]
        efforts = [m for m in efforts if self.matters.exists[self.citizen, m]]
        return [(a, m) for a in actors for m in efforts if a not in self.matters.kept_by[m] and self.may(a, m)]

    def let_pass(self, length):
        for actor, matter in self.pairs():
            self.possible[actor] += length
            self.current[actor] += length * (self.known.get((actor, matter), -1) == self.true[matter])

    def read(self, says):
        kind = says["kind"]
        if kind in (Kind.LEARNED, Kind.FORGOTTEN, Kind.TRUTH_CHANGED):
            of_type = self.matters.of_type[says["data_type"]]
            matter = next(m for m in of_type if self.matters.holder[m] in (-1, says["from_actor"]))
        if kind == Kind.LEARNED:
            self.known[says["actor"], matter] = says["attempt"]
        elif kind == Kind.FORGOTTEN:
            del self.known[says["actor"], matter]
        elif kind == Kind.TRUTH_CHANGED:
            self.true[matter] = says["attempt"]
        elif kind == Kind.CONSENT_GIVEN:
            self.is_given, self.left_out = True, says["value"]
        elif kind == Kind.CONSENT_REFUSED:
            self.is_given = False
        elif kind == Kind.CONSENT_WITHDRAWN:
            self.is_given, self.left_out = says["value"] >= 0, says["value"]


def test_time_of_current_pictures_is_that_of_a_walk_through_the_log(rich):
    seen = followed(rich.world, rich.inputs, rich.log)
    begins = seen.opened + 20 * DAY
    current, possible = current_minutes(seen, begins)
    for place, (number, start, until) in enumerate(zip(seen.citizens, begins, seen.until, strict=True)):
        walk, since = Walk(rich, number), 0
        for row in np.flatnonzero(rich.log["citizen"] == number):
            now = min(int(rich.log["time"][row]), until)
            walk.let_pass(max(now - max(since, start), 0))
            since = now
            walk.read({name: int(column[row]) for name, column in rich.log.columns.items()})
        walk.let_pass(until - max(since, start))
        actors = range(current.shape[1])
        assert current[place].tolist() == [walk.current[actor] for actor in actors]
        assert possible[place].tolist() == [walk.possible[actor] for actor in actors]
    assert 0 < current.sum() < possible.sum()


def test_the_rich_world_has_consent_given_refused_and_taken_back_and_things_forgotten(rich):
    kinds = (Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN, Kind.FORGOTTEN, Kind.TRUTH_CHANGED)
    assert set(kinds) <= set(rich.log["kind"].tolist())


def test_indicators_of_a_played_world_stay_within_their_bounds(rich):
    found = measured(rich)
    known = catalogue(rich.world)
    assert set(found.columns) | set(found.absent) == set(known)
    assert not set(found.columns) & set(found.absent)
    for name, numbers in found.columns.items():
        there = numbers[~np.isnan(numbers)]
        assert (there >= 0).all(), name
        assert known[name].unit != "share" or (there <= 1).all(), name
    table = found.tables["effects_by_actor"].values
    assert np.isfinite(table[:, :3]).any(axis=(0, 1)).all()


def test_a_lean_log_gives_the_same(rich):
    thin = measure(rich.world, rich.inputs, lean(rich.log))
    for name, numbers in measured(rich).columns.items():
        np.testing.assert_array_equal(numbers, thin.columns[name], err_msg=name)
