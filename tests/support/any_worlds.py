"""Worlds drawn by hypothesis: every rule of the engine has a chance to matter, with few citizens and short times."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st
from small_worlds import (
    WEEKDAYS,
    Piece,
    actor,
    consent,
    count,
    data_type,
    days,
    decide,
    factor,
    gather,
    gathering,
    holder,
    meeting,
    minutes,
    panel,
    person,
    pool,
    quantity,
    rule,
    share,
    text,
    wait,
    week,
    work,
    working_days,
)

from simulation.model.world import World

HOLDERS = ("h1", "h2", "h3", "h4", "h5")
WAYS = ("index", "view", "contact", "tool")
WEEKLY = {"title": text(), "rate": quantity("per_year", 30), "at_most": 2, "basis": "documented"}


@st.composite
def world_pieces(draw: st.DrawFn) -> Piece:
    """Return a whole course in pieces: talk, consent, snowball, papers, meeting, a second talk, with ways back."""
    some = st.sampled_from((0.0, 0.3, 1.0))

    def chance(*values: float) -> Piece:
        return share(draw(st.sampled_from(values)) if values else draw(some))

    def pert(unit: str, high: float) -> Piece:
        low, mode, top = sorted(draw(st.tuples(*[st.integers(0, 8)] * 3)))
        return quantity(unit, low=low * high / 8, mode=mode * high / 8, high=max(top, 1) * high / 8)

    types = _data_types(draw, chance, pert)
    return {
        "steps": _steps(draw, chance, pert),
        "roles": _roles(draw, chance, pert),
        "actors": {"office": actor(), "visitors": actor(calendar="always")} | _holders(draw, chance, pert),
        "data_types": types,
        "gathering": _gathering(draw, chance, pert),
        "sharing": _sharing(draw, chance, pert),
        "legal_basis": _law(draw),
        "personas": {
            name: _persona(draw, chance, name, types) for name in draw(st.sampled_from((["a"], ["a", "b", "c"])))
        },
        "case_types": {"plain": {"title": text(), **draw(st.sampled_from(({}, {"gathering_ends": days(12)})))}},
        "life": {"move": WEEKLY},
        "reactions": {"r": {"on": "move", "starts": ["fetch"], "changes_person": ["owner"], "only_before": "meet"}},
    }


def _steps(draw: st.DrawFn, chance: Any, pert: Any) -> dict[str, Piece]:
    missed = {"chance": chance(), "again_after": pert("working_days", 5), "at_most": draw(st.integers(0, 2))}
    check = {"noticed": chance(), "return_to": "collect", "at_most": draw(st.integers(0, 2))}
    again = {"back_to": "follow", "when": {"chance": chance()}, "after": pert("working_days", 4), "at_most": 2}
    told = {
        "actors": ["h1", "h2"],
        "data_type": "d1",
        "chance": chance(),
        "delay": pert("hours", 30),
        "channel": "mail",
    }
    back = {"back_to": "write", "when": {"decided": {"judge": ["again"]}}, "at_most": 1}
    wants = [{"data_type": "d1", "at_most": days(3)}, {"data_type": "d2"}]
    asked = {"refused": chance(0, 0.2), "excluded": {"secret": chance()}, "delay": pert("calendar_days", 4)}
    taken_back = {"chance": chance(0, 0.5), "after": pert("calendar_days", 10)}
    talk = draw(st.sampled_from(({"lead": pert("working_days", 2), "no_show": missed}, {"at": "queue"}, {})))
    return {
        "talk": work("owner", draw(st.integers(1, 200)), asks_citizen=True, needs=wants, **talk),
        "agree": consent("owner", *draw(st.sampled_from(((), ("talk",)))), withdrawn=taken_back, **asked),
        "fetch": wait(pert("hours", 40), on="move", produces=["d9"]),
        "collect": gather("owner", *draw(st.sampled_from((("talk",), ("agree", "talk"))))),
        "write": work("owner", draw(st.integers(1, 400)), "collect", "fetch"),
        "copy": work("clerks", 45, "collect", priority=draw(st.integers(0, 3)), only_if={"chance": chance()}),
        "meet": meeting(
            "team",
            *("write", "copy"),
            seats=count(draw(st.integers(1, 3))),
            every=draw(st.sampled_from((days(1), quantity("weeks", 1)))),
            notice=pert("working_days", 3),
            papers_due=working_days(draw(st.integers(0, 3))),
            ready_when=["send"],
            participants=[{"role": "team", "minutes": pert("minutes", 90)}],
            no_show=missed,
            postponed=chance(0, 0.3),
            checks_critical=check,
        ),
        "send": work("clerks", draw(st.integers(1, 500)), when_booked="meet"),
        "tidy": work("clerks", draw(st.integers(1, 2000)), when_booked="meet"),
        "advise": work("team", 50, "meet"),
        "judge": decide({"done": 0.6, "again": 0.4}, "meet"),
        "settle": wait(pert("working_days", 3), "judge", "advise", waits_for="office", again=back, produces=["d8"]),
        "follow": work("clerks", 30, "settle", lead=pert("calendar_days", 5), again=again, tells=told, needs=wants),
    }


def _roles(draw: st.DrawFn, chance: Any, pert: Any) -> dict[str, Piece]:
    owner = {
        "desk_rhythm": draw(st.sampled_from((None, working_days(0.25), working_days(1), pert("working_days", 2)))),
        "reply_brings_up": draw(st.booleans()),
        "outreach": chance(),
        "relation": share(draw(st.sampled_from((0.0, 0.5, 1.0)))),
        "turnover": quantity("per_year", draw(st.sampled_from((0, 12)))),
        "network_building": days(10),
        "absence": chance(0, 0.2),
    }
    busy = {"every": quantity("hours", mean=12), "minutes": quantity("minutes", mean=60)}
    return {
        "owner": person(draw(st.integers(1, 2)), **{key: value for key, value in owner.items() if value is not None}),
        "clerks": pool(draw(st.integers(1, 2)), **draw(st.sampled_from(({}, {"background": busy})))),
        "answering": pool(1, "h5"),
        "team": panel(),
    }


def _holders(draw: st.DrawFn, chance: Any, pert: Any) -> dict[str, Piece]:
    found = {
        name: holder(pert("working_days", 6), domain=draw(st.sampled_from(("plain", "secret")))) for name in HOLDERS[:4]
    }
    found["h5"] = holder(answers={"delay": None, "pool": "answering", "minutes": pert("minutes", 300)})
    found["h2"]["answers"]["no_answer"] = chance()
    return found


def _data_types(draw: st.DrawFn, chance: Any, pert: Any) -> dict[str, Piece]:
    def kind(*held_by: str) -> Piece:
        writing = {"share": chance(), "delay": pert("working_days", 4), "minutes": pert("minutes", 60)}
        more = {"writing": writing} if draw(st.booleans()) else {}
        need = draw(st.sampled_from(("critical", "relevant", "background")))
        return data_type(*held_by, need=need, domain=draw(st.sampled_from(("plain", "secret"))), **more)

    found = {f"d{name[1:]}": kind(name) for name in HOLDERS}
    return found | {"d6": kind("h1", "h2"), "d7": kind("h3"), "d8": data_type(), "d9": data_type("office")}


def _gathering(draw: st.DrawFn, chance: Any, pert: Any) -> Piece:
    pointers = {
        a: {b: chance() for b in draw(st.sets(st.sampled_from(HOLDERS), max_size=3)) if b != a} for a in HOLDERS
    }
    return gathering(
        requests_per_visit=count(draw(st.integers(1, 3))),
        persistence=count(draw(st.integers(0, 4))),
        writing=minutes(10),
        search={"delay": pert("working_days", 3), "newcomer_factor": factor(1.5), "known_from": share(0.6)},
        no_answer=chance(0, 0.3),
        reminders={"after": pert("working_days", 6), "at_most": count(draw(st.integers(0, 2)))},
        judging={
            "misjudged": chance(0, 0.4),
            "misjudged_factor_known": factor(0.5),
            "narrow": chance(0, 0.3),
            "unclear": chance(),
            "clarification": pert("working_days", 4),
        },
        habit={"h4": chance()},
        pointers={"office": {"h1": chance()}, **pointers},
        sensitive_domains=draw(st.sampled_from(([], ["secret"]))),
    )


def _sharing(draw: st.DrawFn, chance: Any, pert: Any) -> dict[str, Piece]:
    extra = {
        "view": {"data_types": ["d1", "d7"], "minutes": minutes(8)},
        "contact": {"knows_all": ["h2", "h3"], "find": pert("hours", 20), "holder_minutes": minutes(4)},
        "tool": {"answer": pert("hours", 60), "find": minutes(30), "minutes": minutes(3)},
        "index": {"minutes": minutes(5)},
    }
    chosen = draw(st.sets(st.sampled_from(WAYS)))
    base = {"title": text(), "holders": ["h1", "h3"], "channel": "mail"}
    return {way: {**base, "way": way, "coverage": chance(), **extra[way]} for way in sorted(chosen)}


def _law(draw: st.DrawFn) -> dict[str, Piece]:
    free = draw(st.sets(st.sampled_from(HOLDERS)))
    found = {"free": rule(*sorted(free))} if free else {}
    return found | draw(st.sampled_from(({}, {"never": rule("h3", needs_consent=True, never=True, precedence=9)})))


def _persona(draw: st.DrawFn, chance: Any, name: str, types: Mapping[str, Piece]) -> Piece:
    return {
        "format": 1,
        "id": name,
        "title": name,
        "fictitious": True,
        "age": 40,
        "story": text(),
        "motive": text(),
        "case_type": "plain",
        "weight": factor(draw(st.sampled_from((1, 2)))),
        "tags": draw(st.sampled_from(([], ["newcomer"]))),
        "involves": ["office", "h1", "h5"],
        "may_involve": {other: chance() for other in HOLDERS[1:4]},
        "has": [kind for kind in types if kind != "d2"],
        "may_have": {"d2": chance()},
        "overview": chance(),
        "willing": chance(0.5, 1),
        **draw(st.sampled_from(({}, {}, {"enters_at": "follow"}))),
    }


def whole(pieces: Piece, *, closes: str = "settle", told_at: str = "talk") -> World:
    """Return the world of such pieces."""
    always = week("00:00-24:00", WEEKDAYS, public_holidays=False)
    setting = {
        "id": "s",
        "title": text(),
        "version": "1",
        "status": "draft",
        "rule_set": "rules",
        "start": "2024-04-22",
    }
    return World.model_validate(
        {
            "setting": setting | {"warm_up": days(0), "follow_up": days(45)},
            "course": {
                "id": "c",
                "title": text(),
                "summary": text(),
                "closes": closes,
                "told_at": told_at,
                "clocks": {},
            },
            "profile": {"id": "town", "title": text(), "arrivals_every": quantity("hours", mean=60)},
            "rule_sets": {"rules": {"title": text(), "verified": False}},
            "phases": {"only": {"title": text(), "order": 1}},
            "calendars": {"office": week(), "always": always},
            "domains": {"plain": text(), "secret": text()},
            "channels": {"mail": {"title": text(), "digital": False}},
            **pieces,
        }
    )


def worlds() -> st.SearchStrategy[World]:
    """Return any such world."""
    return world_pieces().map(whole)
