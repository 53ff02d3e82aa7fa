"""Small worlds with regular contacts: two or three actors that each have an effort and meet the citizen every day."""

from collections.abc import Iterable
from typing import Any

from small_worlds import Piece, actor, citizen, data_type, days, minutes, panel, rule, share, step, text, week, world

from simulation.model.world import World
from simulation.population.inputs import Inputs

DAY = 1440
ALWAYS = week("00:00-24:00", ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
OPEN = {"open_to_all": rule()}


def contact(by: str, every: Piece | None = None, **more: Any) -> Piece:
    """Return a contact of half an hour, every day where nothing else is said."""
    given = {"by": by, "minutes": minutes(30), **more}
    return step("contact", **({} if "on" in more else {"every": every or days(1)}), **given)


def need(name: str, at_most: float | None = None) -> Piece:
    return {"data_type": name} | ({} if at_most is None else {"at_most": days(at_most)})


def flow(way: str, givers: Iterable[str], receivers: Iterable[str], data_types: Iterable[str], **more: Any) -> Piece:
    """Return a flow that works for all at once."""
    given = {"coverage": share(1), "delay": minutes(0), "channel": "mail", **more}
    named = {"givers": list(givers), "receivers": list(receivers), "data_types": list(data_types)}
    return {"title": text(), "way": way, **named, **given}


def event(after: Piece, *changes: str, **more: Any) -> Piece:
    """Return a life event that changes data types of all holders; it comes once where nothing else is said."""
    given = {"title": text(), "at_most": 1, "basis": "reasoned", "changes": {name: [] for name in changes}}
    return {**given, **({} if "rate" in more else {"after": after}), **more}


def coordination(**more: Any) -> Piece:
    """Return settings in which every call is answered and understood."""
    given = {
        "purpose": "coordinating",
        "run_in": days(20),
        "efforts": ["effort"],
        "condition": ["mood"],
        "phone": {
            "answered": share(1),
            "minutes": minutes(10),
            "giver_minutes": minutes(5),
            "channel": "mail",
            **more.pop("phone", {}),
        },
        "asking": minutes(4),
        "clarifying": minutes(8),
    }
    return {**given, **more}


def contact_world(contacts: dict[str, Piece], actors: tuple[str, ...] = ("a", "b"), **more: Any) -> World:
    """Return a world of one citizen who is followed for 100 days; each actor has a role of the same name."""
    own = {name: actor(calendar="always") for name in actors}
    given: dict[str, Any] = {
        "closes": None,
        "citizens": {"ann": citizen("mon1 00:00", overview=share(1))},
        "roles": {name: panel(name) for name in actors},
        "actors": own,
        "data_types": {
            "effort": data_type(*actors, of_each_holder=True),
            "mood": data_type(*actors),
        },
        "coordination": coordination(),
        "legal_basis": OPEN,
        "calendars": {"office": week(), "always": ALWAYS},
        "follow_up": days(100),
    }
    return world(contacts, **{**given, **more})


def meet_at(inputs: Inputs, step: str, *minutes_of_day: int, every: int = 1) -> None:
    """Set a contact to minutes of the day, counted from opening, on every so-manieth day; one per column."""
    contact = inputs.steps[inputs.names.step[step]].contact
    assert contact is not None
    for number in range(contact.times):
        turn, place = divmod(number, len(minutes_of_day))
        inputs.columns[contact.at + number].numbers[:] = turn * every * DAY + minutes_of_day[place]
