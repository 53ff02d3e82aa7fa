"""Time of current pictures against an independent fold, and a played world in which much goes wrong."""

from collections import defaultdict

import numpy as np
import pytest
from contact_worlds import DAY, contact, contact_world, coordination, event, flow, need
from small_worlds import citizen, consent, days, played, quantity, rule, share, text

from simulation.engine.kinds import Kind
from simulation.engine.log import lean
from simulation.measures.catalogue import catalogue
from simulation.measures.current_pairs import current_minutes
from simulation.measures.followed import followed
from simulation.measures.measured import measure
from simulation.population.matters import FREE, NEVER


def measured(given):
    return measure(given.world, given.inputs, given.log)


@pytest.fixture(scope="module")
def rich():
    """Return a played world in which much goes wrong: partial sharing, forgetting, consent late and taken back."""
    asks = [need("effort", 5), need("mood", 2)]
    often = {"rate": quantity("per_year", 8), "at_most": 50}
    one = {"weight": quantity("factor", 1), "overview": share(0.6)}
    given = contact_world(
        {
            "agree": consent("a", delay=quantity("calendar_days", low=1, mode=5, high=40), refused=share(0.2)),
            **{f"see_{name}": contact(name, days(4), needs=asks, observes=["mood"]) for name in "ab"},
            "see_c": contact("c", days(4), needs=asks),
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
