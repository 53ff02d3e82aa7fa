"""What the tests of measures share: a small course, played or with rows written by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.log import COLUMNS, Log, log_of, packed
from simulation.engine.reference.run import play
from simulation.measures.followed import Followed, followed
from simulation.model.world import World
from simulation.population.inputs import Inputs, inputs_of

Plain = dict[str, Any]


def text(words: str) -> Plain:
    return {"da": words, "en": words}


def q(unit: str, **numbers: float) -> Plain:
    return {"unit": unit, "kind": "assumed", "because": "a test", **numbers}


def step(kind: str, **given: Any) -> Plain:
    return {"kind": kind, "title": text("x"), "phase": "one", "basis": "reasoned", **given}


def actor(**given: Any) -> Plain:
    return {"title": text("x"), "sector": "municipal", "domain": "social", **given}


def data_type(**given: Any) -> Plain:
    return {"title": text("x"), "form": "plan", "domain": "social", "need": "relevant", **given}


def persona(name: str, **given: Any) -> Plain:
    return {
        "format": 1,
        "id": name,
        "title": name,
        "fictitious": True,
        "age": 30,
        "story": text("x"),
        "motive": text("x"),
        "case_type": "plain",
        "weight": q("factor", value=1),
        "involves": ["office", "a1", "a2", "a3", "a4"],
        "has": ["d1", "d2", "d3", "d4", "d5"],
        "overview": q("share", value=0.5),
        "willing": q("share", value=0.9),
        **given,
    }


def steps() -> Plain:
    return {
        "talk": step(
            "work",
            by="caseworker",
            minutes=q("minutes", low=30, mode=60, high=90),
            lead=q("working_days", value=3),
            asks_citizen=True,
        ),
        "ask_consent": step(
            "consent",
            by="caseworker",
            after=["talk"],
            delay=q("calendar_days", low=0, mode=1, high=7),
            minutes=q("minutes", value=5),
            refused=q("share", value=0.05),
            excluded={"health": q("share", value=0.2)},
        ),
        "look_around": step(
            "work", by="caseworker", after=["ask_consent"], minutes=q("minutes", value=30), search=True
        ),
        "gather_it": step("gather", by="caseworker", after=["look_around"]),
        "certify": step(
            "wait",
            after=["talk"],
            waits_for="a1",
            delay=q("calendar_days", low=5, mode=10, high=40),
            minutes=q("minutes", value=20),
            counts_as="certificate",
            fee=q("dkk", value=1000),
        ),
        "write_it": step("work", by="caseworker", after=["certify", "gather_it"], minutes=q("hours", value=8)),
        "meet": step(
            "meeting",
            by="team",
            after=["write_it"],
            every=q("weeks", value=1),
            weekday="tue",
            at="09:00",
            seats=q("count", value=6),
            notice=q("working_days", value=5),
            papers_due=q("working_days", value=1),
            ready_when=["send_it"],
            minutes=q("minutes", value=60),
            participants=[{"role": "team", "minutes": q("minutes", value=90)}],
            checks_critical={"noticed": q("share", value=0.75), "return_to": "gather_it", "at_most": 2},
        ),
        "send_it": step("work", by="secretary", when_booked="meet", minutes=q("minutes", value=15)),
        "decide_it": step(
            "wait", after=["meet"], waits_for="office", delay=q("working_days", value=5), counts_as="own_desk"
        ),
        "follow_up": step(
            "work",
            by="caseworker",
            after=["decide_it"],
            minutes=q("minutes", value=45),
            needs=[{"data_type": "d1", "at_most": q("calendar_days", value=60)}, {"data_type": "d2"}],
            produces=["d6"],
            tells={
                "actors": ["a2", "a4"],
                "data_type": "d6",
                "chance": q("share", value=0.5),
                "delay": q("calendar_days", value=3),
                "channel": "letter",
            },
        ),
    }


def raw_world() -> Plain:
    """Return a small course with a gathering, a certificate, a meeting, a follow-up and three personas."""
    answers = {"delay": q("working_days", low=2, mode=6, high=15), "minutes": q("minutes", value=30)}
    return {
        "setting": {
            "id": "s",
            "title": text("s"),
            "version": "1",
            "status": "draft",
            "rule_set": "now",
            "start": "2024-01-01",
            "warm_up": q("calendar_days", value=30),
            "follow_up": q("calendar_days", value=240),
        },
        "course": {
            "id": "c",
            "title": text("c"),
            "summary": text("c"),
            "closes": "decide_it",
            "meeting": "meet",
            "told_at": "talk",
            "clocks": {
                "asking": {
                    "title": text("asking"),
                    "start": "look_around",
                    "end": ["gather_it"],
                    "mark": q("calendar_days", value=30),
                },
                "papers": {"title": text("papers"), "start": "certify", "end": ["certify"]},
            },
        },
        "profile": {"id": "p", "title": text("p"), "arrivals_every": q("calendar_days", mean=8)},
        "rule_sets": {"now": {"title": text("now"), "verified": False}},
        "phases": {"one": {"title": text("one"), "order": 1}},
        "case_types": {
            "plain": {"title": text("plain")},
            "quick": {"title": text("quick"), "meeting_deadline": q("calendar_days", value=60), "rule_sets": ["now"]},
        },
        "steps": steps(),
        "gathering": gathering(),
        "calendars": {
            "office": {
                "title": text("office"),
                "week": {day: ["09:00-15:00"] for day in ("mon", "tue", "wed", "thu", "fri")},
            }
        },
        "actors": {
            "office": actor(cost_per_hour=q("dkk_per_hour", value=400)),
            "a1": actor(answers=answers, cost_per_hour=q("dkk_per_hour", value=600)),
            "a2": actor(answers=answers),
            "a3": actor(answers=answers, domain="health"),
            "a4": actor(answers={"pool": "desk_of_a4", "minutes": q("minutes", value=30)}),
        },
        "roles": roles(),
        "channels": {
            "mail": {"title": text("mail"), "digital": False},
            "letter": {"title": text("letter"), "digital": False},
        },
        "data_types": {
            "d1": data_type(held_by=["a1"], need="critical", usable_for=q("calendar_days", value=20)),
            "d2": data_type(held_by=["a2"]),
            "d3": data_type(
                held_by=["a3"],
                domain="health",
                writing={
                    "share": q("share", value=0.6),
                    "delay": q("working_days", value=10),
                    "minutes": q("minutes", value=60),
                },
            ),
            "d4": data_type(held_by=["a4"], need="critical"),
            "d5": data_type(held_by=["a2"], need="background"),
            "d6": data_type(),
        },
        "domains": {"social": text("social"), "health": text("health")},
        "personas": {
            "ann": persona("ann"),
            "bo": persona("bo", case_type="quick", involves=["office", "a1", "a2"], weight=q("factor", value=0.5)),
            "cy": persona("cy", enters_at="follow_up", weight=q("factor", value=0.25)),
        },
    }


def gathering() -> Plain:
    return {
        "purpose": "case",
        "requests_per_visit": q("count", value=2),
        "persistence": q("count", value=4),
        "writing": q("minutes", value=15),
        "search": {
            "delay": q("working_days", low=0.5, mode=2, high=7),
            "minutes": q("minutes", value=20),
            "newcomer_tag": "new",
            "newcomer_factor": q("factor", value=1.6),
            "new_person_factor": q("factor", value=1.5),
            "known_from": q("share", value=0.7),
        },
        "no_answer": q("share", value=0.12),
        "reminders": {
            "after": q("working_days", value=10),
            "at_most": q("count", value=2),
            "minutes": q("minutes", value=5),
        },
        "judging": {
            "minutes": q("minutes", value=25),
            "misjudged": q("share", value=0.15),
            "misjudged_factor_known": q("factor", value=0.5),
            "narrow": q("share", value=0.1),
            "unclear": q("share", value=0.2),
            "clarification": q("working_days", value=3),
            "clarification_minutes": q("minutes", value=10),
        },
        "habit": {"a3": q("share", value=0.5)},
        "pointers": {
            "office": {"a1": q("share", value=1)},
            "a1": {"a2": q("share", value=0.7), "a3": q("share", value=0.5)},
            "a2": {"a3": q("share", value=0.5), "a4": q("share", value=0.6)},
        },
    }


def roles() -> Plain:
    return {
        "caseworker": {
            "title": text("x"),
            "actor": "office",
            "works_as": "person",
            "staff": q("count", value=4),
            "desk_rhythm": q("working_days", value=3),
            "absence": q("share", value=0.05),
            "turnover": q("per_year", value=0.2),
            "network_building": q("calendar_days", value=270),
            "outreach": q("share", value=0.6),
            "relation": q("share", low=0, mode=0.5, high=1),
        },
        "secretary": {
            "title": text("x"),
            "actor": "office",
            "works_as": "pool",
            "staff": q("count", value=2),
            "background": {"every": q("hours", mean=4), "minutes": q("minutes", mean=60)},
        },
        "desk_of_a4": {"title": text("x"), "actor": "a4", "works_as": "pool", "staff": q("count", value=1)},
        "team": {
            "title": text("x"),
            "actor": "office",
            "works_as": "panel",
            "cost_per_hour": q("dkk_per_hour", value=800),
        },
    }


@pytest.fixture(scope="session")
def raw() -> Callable[[], Plain]:
    """Return what makes the small course as plain data, to be changed by a test."""
    return raw_world


@pytest.fixture(scope="session")
def world() -> World:
    return World.model_validate(raw_world())


@dataclass(frozen=True)
class Played:
    world: World
    inputs: Inputs
    log: Log


@pytest.fixture(scope="session")
def play_one() -> Callable[..., Played]:
    """Return what plays a replication of a course."""

    def play_it(raw: Plain, replication: int = 0, citizens: int = 60) -> Played:
        world = World.model_validate(raw)
        inputs = inputs_of(world, Luck(1, replication), citizens)
        return Played(world, inputs, play(inputs))

    return play_it


@pytest.fixture(scope="session")
def played(play_one: Callable[..., Played]) -> Played:
    """Return a played replication of the small course."""
    return play_one(raw_world())


@pytest.fixture(scope="session")
def seen(played: Played) -> Followed:
    return followed(played.world, played.inputs, played.log)


@dataclass
class ByHand:
    """Writes a log row by row; columns that are ids are given by name."""

    world: World
    inputs: Inputs
    rows: list[tuple[int, ...]] = field(default_factory=list)

    def row(self, citizen: int, minute: int, kind: Kind, because: int = -1, **given: Any) -> int:
        """Write a row and return its id."""
        names = self.inputs.names
        places = {"step": names.step, "actor": names.actor, "from_actor": names.actor, "role": names.role}
        places |= {"data_type": names.data_type, "channel": names.channel}
        known = {name: places[name][value] if isinstance(value, str) else value for name, value in given.items()}
        known |= {"time": minute, "citizen": citizen, "kind": kind, "because_of": because}
        self.rows.append(tuple(known.get(name, -1) for name in COLUMNS))
        return len(self.rows) - 1

    def seen(self) -> Followed:
        """Return the log of the rows so far, as followed."""
        return followed(self.world, self.inputs, log_of(b"".join(packed(*row) for row in self.rows), self.inputs.steps))


@pytest.fixture
def by_hand() -> Callable[..., ByHand]:
    """Return an empty log of two observed citizens like `ann`, for whom everything is drawn as certain."""

    def make(**changes: Any) -> ByHand:
        raw = raw_world()
        raw["setting"]["warm_up"] = q("calendar_days", value=0)
        raw["personas"] = {"ann": persona("ann", **changes)}
        world = World.model_validate(raw)
        inputs = inputs_of(world, Luck(1, 0), 2)
        inputs.cast.opened[:2] = 0
        return ByHand(world, inputs)

    return make
