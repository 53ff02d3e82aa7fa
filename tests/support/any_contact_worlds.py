"""Worlds of regular contacts drawn by hypothesis: every rule of S9 has a chance to matter, in two months of few actors.

Each flow, the phone and the tellings have a channel of their own, so that a row says how something travelled. Shares of
`excludes_towards` are 0 or 1, so that a test can say without luck what each citizen keeps from whom.
"""

from typing import Any

from contact_worlds import ALWAYS, contact, event
from hypothesis import strategies as st
from small_worlds import (
    Piece,
    actor,
    consent,
    data_type,
    days,
    factor,
    minutes,
    panel,
    quantity,
    rule,
    share,
    text,
    week,
)

from simulation.model.world import World

ACTORS = ("a", "b", "c", "d")
TYPES = ("condition", "effort", "plan", "status")
DOMAINS = ("plain", "secret")
PURPOSES = ("coordinating", "treating")
FLOWS = {"seen": "view", "shown": "view", "sent": "push", "asked": "thread"}
MIND = {"title": text(), "first": "well", "states": {state: text() for state in ("ill", "well")}}


@st.composite
def contact_world_pieces(draw: st.DrawFn) -> Piece:
    """Return a whole course in pieces: consent, contacts of three actors, a life, tellings, flows of all ways, law."""
    named = draw(st.sampled_from((["p"], ["p", "q"])))
    pauses = {"side": "mind", "states": ["ill"], "known_from": "status", "at_most": days(draw(st.integers(1, 20)))}
    return {
        "steps": _steps(draw),
        "roles": {name: panel(name) for name in ACTORS},
        "actors": {name: actor(_one(draw, *DOMAINS), calendar=_one(draw, "office", "always")) for name in ACTORS},
        "data_types": {
            "effort": data_type("a", "b", "c", of_each_holder=True),
            "plan": data_type("b", "d", of_each_holder=True, domain="secret"),
            "condition": data_type("a", "b", "c", domain=_one(draw, *DOMAINS)),
            "status": data_type("a", "d", domain=_one(draw, *DOMAINS)),
        },
        "coordination": _coordination(draw, draw(st.sampled_from(({}, {"pauses": pauses})))),
        "states": {"mind": MIND},
        "life": _life(draw),
        "reactions": {
            "r": {"on": "falls_ill", "also_on": ["moves"], "tells": [_telling(draw, by) for by in ("a", "b")]}
        },
        "flows": {name: _flow(draw, name, way) for name, way in sorted(FLOWS.items()) if draw(st.integers(0, 3)) > 0},
        "legal_basis": _law(draw),
        "personas": {name: persona_piece(draw, name) for name in named},
        "channels": {name: {"title": text(), "digital": False} for name in ("told", "phone", *FLOWS)},
    }


def _one(draw: st.DrawFn, *values: Any) -> Any:
    return draw(st.sampled_from(values))


def _some(draw: st.DrawFn, values: tuple[str, ...], least: int = 1) -> list[str]:
    return sorted(draw(st.sets(st.sampled_from(values), min_size=least)))


def _chance(draw: st.DrawFn, *values: float) -> Piece:
    return share(_one(draw, *(values or (0.0, 0.4, 1.0))))


def _delay(draw: st.DrawFn) -> Piece:
    return _one(
        draw, minutes(0), minutes(7), days(2), quantity("hours", low=0, mode=5, high=90), quantity("working_days", 1)
    )


def _steps(draw: st.DrawFn) -> dict[str, Piece]:
    def needs() -> list[Piece]:
        return [
            {"data_type": name} | _one(draw, {}, {"at_most": days(draw(st.integers(1, 20)))})
            for name in _some(draw, TYPES, 0)
        ]

    def regular(by: str) -> Piece:
        more: Piece = {"needs": needs(), "observes": _some(draw, ("condition",), 0), "no_show": _chance(draw, 0, 0.3)}
        often = _one(draw, days(1), days(3), quantity("calendar_days", low=1, mode=4, high=9))
        where = _one(draw, {}, {"during": {"mind": ["well"]}})
        return contact(by, often, **more, **where, clash=_chance(draw), chance=_chance(draw, 0.8, 1))

    together = {
        "participants": [{"role": name, "minutes": minutes(20)} for name in _some(draw, ("b", "c", "d"))],
        "shares": _some(draw, TYPES),
        "needs": needs(),
        "purpose": _one(draw, *PURPOSES),
    }
    withdrawn = {"chance": _chance(draw, 0, 1), "after": quantity("calendar_days", 25)}
    asked = {"refused": _chance(draw, 0, 0, 1), "excluded": {"secret": _chance(draw, 0, 1)}, "withdrawn": withdrawn}
    return {
        "agree": consent("a", delay=_one(draw, minutes(0), days(9)), **asked),
        "see_a": regular("a"),
        "see_b": regular("b"),
        "see_c": regular("c"),
        "meet": contact("a", on="falls_ill", delay=_delay(draw), **together),
    }


def _coordination(draw: st.DrawFn, more: Piece) -> Piece:
    phone = {"answered": _chance(draw, 0.5, 1), "minutes": minutes(10), "giver_minutes": minutes(5), "channel": "phone"}
    return {
        "purpose": "coordinating",
        "run_in": days(5),
        "efforts": ["effort"],
        "condition": ["condition"],
        "phone": phone,
        "asking": minutes(4),
        "asks_again": days(10),
        "clarifying": minutes(8),
        "unclear": {"b": _chance(draw)},
        **more,
    }


def _life(draw: st.DrawFn) -> dict[str, Piece]:
    often = quantity("per_year", _one(draw, 12, 60))
    well, ill = {"mind": ["well"]}, {"mind": ["ill"]}
    events = {
        "falls_ill": event(
            {}, "condition", "status", rate=often, during=well, becomes={"mind": "ill"}, seen_by=_some(draw, ACTORS, 0)
        ),
        "gets_well": event(days(draw(st.integers(1, 9))), "condition", "status", during=ill, becomes={"mind": "well"}),
        "warns": event({}, "status", ahead={"of": "gets_well", "by": days(2)}, rate=None),
        "moves": event({}, rate=often, forgets={"actors": _some(draw, ACTORS), "share": _chance(draw)})
        | {"changes": {"effort": _some(draw, ("a", "b", "c"), 0), "plan": ["d"]}},
        "withdraws": event(days(draw(st.integers(12, 40))), withdraws=_some(draw, DOMAINS), chance=_chance(draw, 0, 1)),
    }
    return {name: {**one, "at_most": 1 if name == "withdraws" else 9} for name, one in events.items()}


def _telling(draw: st.DrawFn, by: str) -> Piece:
    given = {"by": by, "actors": _some(draw, ACTORS), "data_types": _some(draw, TYPES), "channel": "told"}
    more: Piece = _one(draw, {}, {"minutes": minutes(6)})
    return {**given, "chance": _chance(draw, 0.5, 1), "delay": _delay(draw), "purpose": _one(draw, *PURPOSES), **more}


def _flow(draw: st.DrawFn, name: str, way: str) -> Piece:
    who = {"givers": _some(draw, ACTORS), "receivers": _some(draw, ACTORS), "data_types": _some(draw, TYPES)}
    work: Piece = _one(draw, {}, {"minutes": minutes(2), "giver_minutes": minutes(3)})
    more: Piece = {"coverage": _chance(draw, 0.5, 1), "delay": _delay(draw), "channel": name, **work}
    at_once = {"read_at_once": draw(st.booleans())} if way == "push" else {}
    return {"title": text(), "way": way, **who, **more, **at_once, "purpose": _one(draw, *PURPOSES)}


def _law(draw: st.DrawFn) -> dict[str, Piece]:
    """Return rules of equal and different precedence; where none fits consent is needed."""
    found = {}
    for number in range(draw(st.integers(0, 4))):
        says = _one(draw, {}, {}, {"needs_consent": True}, {"needs_consent": True, "never": True})
        where = {"receivers": _some(draw, ACTORS, 0), "purposes": _some(draw, PURPOSES, 0)}
        whom = {"data_types": _some(draw, TYPES, 0), "tags": _one(draw, [], [], ["hidden"])}
        found[f"l{number}"] = rule(
            *_some(draw, ACTORS, 0), **where, **whom, **says, precedence=_one(draw, 0, 10, 10, 20)
        )
    return found


def persona_piece(draw: st.DrawFn, name: str) -> Piece:
    """Return a persona who is with a and some of the others."""
    return {
        "format": 1,
        "id": name,
        "title": name,
        "fictitious": True,
        "age": 40,
        "story": text(),
        "motive": text(),
        "case_type": "plain",
        "weight": factor(1),
        "tags": _one(draw, [], ["hidden"]),
        "involves": ["a", *_some(draw, ("b", "c"))],
        "may_involve": {"d": _chance(draw, 0, 1)},
        "has": list(TYPES),
        "overview": share(1),
        "willing": _chance(draw, 0.5, 1),
        "excludes_towards": {_one(draw, *ACTORS): {_one(draw, *DOMAINS): _chance(draw, 0, 1)}},
        "states": {"mind": _one(draw, "well", "ill")},
    }


def whole_contacts(pieces: Piece) -> World:
    """Return the world of such pieces: nothing closes, each citizen is followed for two months."""
    setting = {"id": "s", "title": text(), "version": "1", "status": "draft", "rule_set": "rules"}
    return World.model_validate(
        {
            "setting": {**setting, "start": "2024-04-22", "warm_up": days(0), "follow_up": days(60)},
            "course": {"id": "c", "title": text(), "summary": text(), "closes": None, "clocks": {}},
            "profile": {"id": "town", "title": text(), "arrivals_every": quantity("hours", mean=1500)},
            "rule_sets": {"rules": {"title": text(), "verified": False}},
            "case_types": {"plain": {"title": text()}},
            "phases": {"only": {"title": text(), "order": 1}},
            "calendars": {"office": week(), "always": ALWAYS},
            "domains": {name: text() for name in DOMAINS},
            **pieces,
        }
    )


def contact_worlds() -> st.SearchStrategy[World]:
    """Return any such world."""
    return contact_world_pieces().map(whole_contacts)
