"""Small worlds for tests: a few keyword pieces become a `World`, and a played log becomes a table to read.

Nothing is left to luck unless a test asks for it: quantities are fixed, shares are 0 or 1, and every persona is one
citizen who opens a case at a minute of the test's choosing. Times are written "mon1 09:00": weekday, week of the story,
clock.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.log import Log
from simulation.engine.reference.run import play
from simulation.engine.reference.state import Item
from simulation.model.world import World
from simulation.population.inputs import Inputs, inputs_of

Piece = dict[str, Any]
DAY = 1440
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BEFORE = 70 * DAY
"""Minutes before the story; every citizen arrives once, as the second would come after twice as long."""
GAP = 1_000_000
STORY_BEGINS = "2024-06-03"
"""A Monday; no public holiday in the first two weeks."""


def at(moment: str) -> int:
    """Return the minute of the story, counted from 00:00 of its first Monday."""
    day, clock = moment.split()
    hours, minute = clock.split(":")
    return ((int(day[3:]) - 1) * 7 + WEEKDAYS.index(day[:3])) * DAY + int(hours) * 60 + int(minute)


def moment(minute: int) -> str:
    """Return a minute of the story as it is written in tables."""
    day, rest = divmod(minute, DAY)
    return f"{WEEKDAYS[day % 7]}{day // 7 + 1} {rest // 60:02}:{rest % 60:02}"


def quantity(unit: str, value: float | None = None, **numbers: float) -> Piece:
    """Return a number with a unit, or a distribution."""
    given = numbers if value is None else {"value": value, **numbers}
    return {"unit": unit, "kind": "assumed", "because": "test", **given}


def minutes(value: float) -> Piece:
    return quantity("minutes", value)


def working_days(value: float) -> Piece:
    return quantity("working_days", value)


def days(value: float) -> Piece:
    return quantity("calendar_days", value)


def weeks(value: float) -> Piece:
    return quantity("weeks", value)


def share(value: float) -> Piece:
    return quantity("share", value)


def count(value: float) -> Piece:
    return quantity("count", value)


def factor(value: float) -> Piece:
    return quantity("factor", value)


def text(words: str = "x") -> Piece:
    return {"da": words, "en": words}


def step(kind: str, *after: str, **more: Any) -> Piece:
    """Return a step of a kind that follows others."""
    return {"kind": kind, "title": text(), "phase": "only", "basis": "reasoned", "after": list(after), **more}


def work(by: str, handling: float, *after: str, **more: Any) -> Piece:
    return step("work", *after, by=by, minutes=minutes(handling), **more)


def wait(delay: Piece, *after: str, **more: Any) -> Piece:
    return step("wait", *after, **{"waits_for": "citizen", "delay": delay, **more})


def decide(answers: Mapping[str, float], *after: str, **more: Any) -> Piece:
    return step("decide", *after, answers={answer: share(chance) for answer, chance in answers.items()}, **more)


def consent(by: str, *after: str, **more: Any) -> Piece:
    given = {"by": by, "delay": minutes(0), "minutes": minutes(5), "refused": share(0), **more}
    return step("consent", *after, **given)


def gather(by: str, *after: str, **more: Any) -> Piece:
    return step("gather", *after, by=by, **more)


def meeting(by: str, *after: str, **more: Any) -> Piece:
    """Return a meeting on Tuesdays at 10, with one seat, half a day's notice and papers due at the slot."""
    given = {
        "by": by,
        "every": weeks(1),
        "weekday": "tue",
        "at": "10:00",
        "seats": count(1),
        "notice": working_days(0.5),
        "papers_due": working_days(0),
        "minutes": minutes(60),
    }
    return step("meeting", *after, **{**given, **more})


def contact(by: str, handling: float = 30, **more: Any) -> Piece:
    """Return a contact once a day, unless it follows a life event; tests set the moments by hand."""
    every = {} if "on" in more else {"every": days(1)}
    return step("contact", by=by, minutes=minutes(handling), **{**every, **more})


def coordination(**more: Any) -> Piece:
    """Return settings of contacts in which every call is answered and everything is understood."""
    phone = {"answered": share(1), "minutes": minutes(8), "giver_minutes": minutes(4), "channel": "phone"}
    given: Piece = {
        "purpose": "help",
        "run_in": days(0),
        "efforts": ["effort"],
        "condition": ["effort"],
        "phone": {**phone, **more.pop("phone", {})},
        "asking": minutes(3),
        "asks_again": days(30),
        "clarifying": minutes(6),
    }
    return given | more


def flow(way: str, givers: Iterable[str], receivers: Iterable[str], *data_types: str, **more: Any) -> Piece:
    given = {"coverage": share(1), "delay": minutes(0), "channel": "mail", **more}
    who = {"givers": list(givers), "receivers": list(receivers), "data_types": list(data_types)}
    return {"title": text(), "way": way, **who, **given}


def event(**more: Any) -> Piece:
    """Return a life event that does not happen by itself."""
    return {"title": text(), "rate": quantity("per_year", 0), "at_most": 9, "basis": "reasoned", **more}


def person(staff: int = 1, actor: str = "office", **more: Any) -> Piece:
    return {"title": text(), "actor": actor, "works_as": "person", "staff": count(staff), **more}


def pool(staff: int = 1, actor: str = "office", **more: Any) -> Piece:
    return {"title": text(), "actor": actor, "works_as": "pool", "staff": count(staff), **more}


def panel(actor: str = "office", **more: Any) -> Piece:
    return {"title": text(), "actor": actor, "works_as": "panel", **more}


def actor(domain: str = "plain", **more: Any) -> Piece:
    return {"title": text(), "sector": "municipal", "domain": domain, **more}


def holder(delay: Piece | None = None, domain: str = "plain", **more: Any) -> Piece:
    """Return an actor that answers after a delay, one working day where none is given."""
    given = {"delay": delay or working_days(1), "minutes": minutes(7)}
    return actor(domain, answers={**given, **more.pop("answers", {})}, **more)


def data_type(*held_by: str, need: str = "relevant", domain: str = "plain", **more: Any) -> Piece:
    return {"title": text(), "form": "plan", "domain": domain, "held_by": list(held_by), "need": need, **more}


def gathering(pointers: Mapping[str, Iterable[str]] | None = None, **more: Any) -> Piece:
    """Return settings of a snowball in which everybody answers and nothing is misjudged."""
    given: Piece = {
        "purpose": "rehabilitation",
        "requests_per_visit": count(2),
        "persistence": count(9),
        "writing": minutes(10),
        "search": {},
        "no_answer": share(0),
        "reminders": {},
        "judging": {},
        "pointers": {a: {b: share(1) for b in named} for a, named in (pointers or {}).items()},
    }
    given |= more
    given["search"] = {
        "delay": working_days(1),
        "minutes": minutes(20),
        "newcomer_tag": "newcomer",
        "newcomer_factor": factor(2),
        "new_person_factor": factor(3),
        "known_from": share(0.7),
    } | given["search"]
    given["reminders"] = {"after": working_days(5), "at_most": count(1), "minutes": minutes(5)} | given["reminders"]
    given["judging"] = {
        "minutes": minutes(30),
        "misjudged": share(0),
        "misjudged_factor_known": factor(1),
        "narrow": share(0),
        "unclear": share(0),
        "clarification": working_days(1),
        "clarification_minutes": minutes(15),
    } | given["judging"]
    return given


def rule(*givers: str, needs_consent: bool = False, **more: Any) -> Piece:
    """Return a rule of law for some givers, for all where none is named."""
    given = {"givers": list(givers), "receivers": [], "purposes": [], "needs_consent": needs_consent}
    return {"title": text(), **given, **more}


def week(hours: str = "09:00-15:00", weekdays: Iterable[str] = WEEKDAYS[:5], **more: Any) -> Piece:
    return {"title": text(), "week": {weekday: [hours] for weekday in weekdays}, **more}


def citizen(opens: str, **more: Any) -> Piece:
    """Return one who opens a case at a moment, remembers nobody and is involved with every actor."""
    return {"opens": opens, **more}


def world(
    steps: Mapping[str, Piece],
    citizens: Mapping[str, Piece],
    *,
    closes: str | None = None,
    roles: Mapping[str, Piece] | None = None,
    actors: Mapping[str, Piece] | None = None,
    data_types: Mapping[str, Piece] | None = None,
    follow_up: Piece | None = None,
    story_begins: str = STORY_BEGINS,
    **more: Any,
) -> World:
    """Return a world; `more` are top-level pieces as in `World`, and `told_at` and `meeting` of the course."""
    first = date.fromisoformat(story_begins)
    assert first.weekday() == 0, "stories begin on a Monday"
    actors = {"office": actor(), **(actors or {})}
    data_types = data_types or {}
    course = {"id": "c", "title": text(), "summary": text(), "closes": closes, "clocks": {}}
    course |= {key: more.pop(key) for key in ("told_at", "meeting") if key in more}
    return World.model_validate(
        {
            "setting": {
                "id": "s",
                "title": text(),
                "version": "1",
                "status": "draft",
                "rule_set": "rules",
                "start": (first - timedelta(minutes=BEFORE)).isoformat(),
                "warm_up": days(0),
                "follow_up": follow_up or days(60),
            },
            "course": course,
            "profile": {"id": "town", "title": text(), "arrivals_every": minutes(GAP)},
            "rule_sets": {"rules": {"title": text(), "verified": False}},
            "phases": {"only": {"title": text(), "order": 1}},
            "case_types": {"plain": {"title": text()}},
            "calendars": {"office": week()},
            "domains": {"plain": text(), "secret": text()},
            "channels": {"mail": {"title": text(), "digital": False}},
            **more,
            "steps": dict(steps),
            "roles": dict(roles or {}),
            "actors": actors,
            "data_types": dict(data_types),
            "personas": {name: _persona(name, piece, actors, data_types) for name, piece in citizens.items()},
        }
    )


def _persona(name: str, piece: Piece, actors: Mapping[str, Piece], data_types: Mapping[str, Piece]) -> Piece:
    given = dict(piece)
    opens = given.pop("opens")
    return {
        "format": 1,
        "id": name,
        "title": name,
        "fictitious": True,
        "age": 40,
        "story": text(),
        "motive": text(),
        "case_type": "plain",
        "weight": factor(GAP / (BEFORE + (at(opens) if isinstance(opens, str) else opens))),
        "involves": list(actors),
        "has": list(data_types),
        "overview": share(0),
        "willing": share(1),
        **given,
    }


@dataclass(frozen=True)
class Played:
    """A world that was played."""

    world: World
    inputs: Inputs
    log: Log

    def rows(self) -> list[str]:
        """Return the log as text, one line per row: id, moment, citizen, kind, what it says, because of which row."""
        return [_line(self, row) for row in range(len(self.log))]


def played(
    given: World, arrange: Callable[[Inputs], None] | None = None, *, seed: int = 1, citizens: int = 0
) -> Played:
    """Play a world; `arrange` may set luck by hand before time starts."""
    inputs = inputs_of(given, Luck(seed, 0), citizens or len(given.personas))
    if arrange:
        arrange(inputs)
    return Played(given, inputs, play(inputs))


def lines(table: str) -> list[str]:
    """Return a table as it is written in a test, line by line, with its spaces evened out; `--` begins a remark."""
    found = [" ".join(line.split("--")[0].split()) for line in table.splitlines()]
    return [line for line in found if line]


def _line(played: Played, row: int) -> str:
    log, names = played.log, played.inputs.names
    of: dict[str, int] = {name: int(column[row]) for name, column in log.columns.items()}
    kind = Kind(of["kind"])
    persona = names.personas[played.inputs.cast.persona[of["citizen"]]] if of["citizen"] >= 0 else "nobody"
    parts = [str(row), moment(of["time"] - BEFORE), persona, kind.name.lower()]
    parts += [names.steps[of["step"]]] if of["step"] >= 0 else []
    parts += [names.data_types[of["data_type"]]] if of["data_type"] >= 0 else []
    parts += _holder(played, kind, of)
    parts += [_seat(played, of["worker"])] if of["worker"] >= 0 else []
    parts += [Item(of["attempt"]).name.lower()] if kind == Kind.ITEM_STARTED else _attempt(of["attempt"])
    parts += _value(played, kind, of["value"])
    parts += [f"cause:{of['cause']}"] if kind == Kind.DATA_MISSING else []
    return " ".join(parts + ([f"<{of['because_of']}"] if of["because_of"] >= 0 else []))


def _holder(played: Played, kind: Kind, of: Mapping[str, int]) -> list[str]:
    actors = played.inputs.names.actors
    if kind == Kind.HOLDER_NAMED:
        return [actors[of["actor"]]] + ([f"by:{actors[of['from_actor']]}"] if of["from_actor"] >= 0 else [])
    if kind == Kind.ACTOR_TOLD:
        return [actors[of["actor"]]]
    if kind in (Kind.LEARNED, Kind.MESSAGE_SENT, Kind.FORGOTTEN, Kind.CALLED, Kind.CALL_ANSWERED):
        given = [f"by:{actors[of['from_actor']]}"] if of["from_actor"] >= 0 else []
        channels = [f"via:{played.inputs.names.channels[of['channel']]}"] if of["channel"] >= 0 else []
        return [actors[of["actor"]], *given, *channels]
    if kind in (
        Kind.PERSON_ASSIGNED,
        Kind.PERSON_CHANGED,
        Kind.BACKGROUND_STARTED,
        Kind.BACKGROUND_DONE,
        Kind.ATTENDED,
    ):
        return [played.inputs.names.roles[of["role"]]] if kind == Kind.ATTENDED else []
    return [actors[of["from_actor"]]] if of["from_actor"] >= 0 else []


def _seat(played: Played, worker: int) -> str:
    role = played.inputs.servers[worker].role
    return f"@{played.inputs.names.roles[role]}.{worker - played.inputs.roles[role].first_server}"


def _attempt(attempt: int) -> list[str]:
    return [f"#{attempt}"] if attempt > 0 else []


def _value(played: Played, kind: Kind, value: int) -> list[str]:
    if value < 0:
        return []
    if kind == Kind.MEETING_BOOKED:
        return [f"={moment(value - BEFORE).replace(' ', '_')}"]
    return [f"={played.inputs.names.events[value]}"] if kind == Kind.LIFE_EVENT else [f"={value}"]
