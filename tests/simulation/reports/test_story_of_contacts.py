"""One citizen's regular contacts in words: what mattered on a day, and what was routine in one sentence."""

from small_worlds import (
    actor,
    citizen,
    contact,
    coordination,
    data_type,
    event,
    flow,
    panel,
    played,
    quantity,
    rule,
    share,
    text,
    world,
)

from simulation.reports.story import Teller

DAY = 1440


def told(lang, **more):
    """Tell of two visits and a doctor; the citizen is admitted, and only the hospital knows."""
    title = {"title": {"da": "", "en": ""}}
    people = {name: {**actor(), "title": {"da": name, "en": name}} for name in ("ward", "nurse")}
    named = {name: {**title, "title": {"da": name, "en": name}} for name in ("dress", "talk")}
    mind = {"title": text(), "first": "home", "states": {"home": text(), "away": text()}}
    pauses = {"side": "place", "states": ["away"], "known_from": "stay"}
    given = world(
        {
            "dress": {**contact("nurse"), **named["dress"], "needs": [{"data_type": "effort"}]},
            "talk": {**contact("nurse"), **named["talk"]},
        },
        {"ann": citizen("mon1 00:00", overview=share(1))},
        roles={name: panel(name) for name in people},
        actors=people,
        states={"place": mind},
        life={
            "stay_begins": event(
                rate=None, after=quantity("calendar_days", 3), during={"place": ["home"]}, becomes={"place": "away"},
                changes={"stay": []}, seen_by=["ward"], at_most=1,
            )
        },
        data_types={
            "effort": {**data_type("ward", "nurse", of_each_holder=True), "title": {"da": "indsats", "en": "effort"}},
            "stay": {**data_type("ward"), "title": {"da": "ophold", "en": "stay"}},
        },
        channels={name: {"title": text(), "digital": False} for name in ("phone", "mail")},
        coordination=coordination(pauses=pauses),
        legal_basis={"law": rule()},
        follow_up=quantity("calendar_days", 8),
        **more,
    )  # fmt: skip
    one = played(given)
    teller = Teller(one.world, one.inputs, one.log, lang)
    return {day.day: list(day.sentences) for day in teller.days(teller.observed(1))}


def test_contacts_of_a_day_are_told_in_one_sentence_and_what_mattered_in_its_own():
    danish, english = told("da"), told("en")
    assert any("Borgeren fortæller nurse igen, hvad andre allerede ved: indsats." in day for day in danish.values())
    assert any("The citizen tells nurse again what others already know: effort." in day for day in english.values())
    assert any("Holdt: dress; talk." in day or "Holdt: talk; dress." in day for day in danish.values())
    assert any(line.startswith("Forgæves, for ingen vidste besked: ") for day in danish.values() for line in day)
    assert [line for day in danish.values() for line in day][-1] == "Opfølgningen slutter."


def test_who_is_told_of_it_leaves_contacts_out():
    notice = {"notice": flow("push", ["ward"], ["nurse"], "stay")}
    lines = [line for day in told("da", flows=notice).values() for line in day]
    assert "ward giver besked om ophold til: nurse." in lines
    assert "nurse får at vide fra ward: ophold." in lines
    assert any(line.startswith("Springes over, fordi fagpersonen ved, hvor borgeren er: ") for line in lines)
    assert not any(line.startswith("Forgæves") for line in lines)
