"""One citizen's course in words."""

from small_worlds import (
    citizen,
    data_type,
    gather,
    gathering,
    holder,
    meeting,
    panel,
    person,
    played,
    rule,
    share,
    work,
    world,
)

from simulation.reports.story import Teller


def told(lang, **judging):
    given = world(
        {
            "talk": work("owner", 20, asks_citizen=True),
            "ask": gather("owner", "talk"),
            "meet": meeting("team", "ask", asks_citizen=True),
        },
        {"ann": citizen("mon1 09:00", involves=["a", "office"])},
        closes="meet",
        meeting="meet",
        actors={"office": {**holder(), "title": {"da": "o", "en": "o"}}, "a": titled("a"), "b": titled("b")},
        data_types={"plan": data_type("a")},
        roles={"owner": person(outreach=share(1)), "team": panel()},
        legal_basis={"law": rule()},
        gathering=gathering(habit={"a": share(1), "b": share(1)}, judging=judging),
    )
    one = played(given)
    teller = Teller(one.world, one.inputs, one.log, lang)
    return [(day.day, said) for day in teller.days(teller.observed(1)) for said in day.sentences]


def titled(name):
    return {**holder(), "title": {"da": name, "en": name}}


def test_whom_a_day_names_and_asks_is_told_in_one_sentence_each():
    assert told("da")[4:6] == [(0, "Kendt fra start: a; b."), (0, "o spørger a; b.")]
    assert told("en")[4:6] == [(0, "Known from the start: a; b."), (0, "o asks a; b.")]


def test_an_answer_says_where_the_citizen_is_not_known_and_what_is_left_out():
    said = [sentence for _, sentence in told("da", narrow=share(1))]
    assert "b svarer: borgeren er ikke kendt her." in said
    assert said[said.index("a svarer.") + 1] == "a giver ikke videre: x."


def test_the_citizen_tells_again_at_the_meeting():
    said = [sentence for _, sentence in told("da") if "fortæller" in sentence]
    assert said == ["Borgeren fortæller for første gang.", "Borgeren fortæller igen (2. gang)."]
