"""Indicators before and after, whole and by actor, from scenarios whose numbers are known."""

from io import StringIO

import pytest
from contact_worlds import contact, contact_world, event, flow
from rich.console import Console
from small_worlds import days

from simulation.draws.uniforms import Luck
from simulation.engine.reference.run import play
from simulation.measures.catalogue import catalogue
from simulation.measures.comparison import compare_several
from simulation.measures.measured import measure
from simulation.measures.statistics import summarise
from simulation.population.inputs import inputs_of
from simulation.reports.before_after import before_after_table, by_actor_tables
from simulation.reports.breakdowns import breakdowns
from simulation.reports.by_actor import effects_by_actor
from simulation.reports.results import SMALLEST

E6 = "e6_current_pairs_share"
SEEING = {"see_a": contact("a"), "see_b": contact("b")}
CHANGING = {"changes_all": event(days(10), "effort", at_most=100)}


def replications(**more):
    world = contact_world(SEEING, life=CHANGING, **more)
    played = [inputs_of(world, Luck(1, number), 1) for number in range(3)]
    return world, [measure(world, inputs, play(inputs)) for inputs in played]


@pytest.fixture(scope="module")
def both():
    """Return a world in which nobody is told anything, and one in which b is told of every change at once."""
    return replications(), replications(flows={"tell": flow("push", "a", "b", ["effort"], read_at_once=True)})


@pytest.fixture(scope="module")
def by_actor(both):
    (world, before), (_, after) = both
    compared = compare_several(before, {"after": after})["after"]
    return effects_by_actor(
        [summarise(before), summarise(after)], [None, compared], catalogue(world), world.actors, SMALLEST
    )


def test_an_actor_that_is_told_has_a_better_picture_and_the_other_has_not(by_actor):
    found = {one["actor"]: one["effects"][E6] for one in by_actor}
    assert set(found) == {"a", "b"}
    nothing, everything = ({"mean": level, "low": level, "high": level} for level in (0, 1))
    assert found["a"]["values"] == [nothing, nothing]
    assert found["b"]["values"] == [nothing, everything]
    assert found["b"]["differences"] == [None, {**everything, "certain": True, "wording": "more"}]
    assert found["a"]["differences"] == [None, {**nothing, "certain": False, "wording": "no_certain_difference"}]


def test_counts_of_actors_that_have_none_are_left_out(by_actor):
    assert all("e4_finding_out_minutes" not in one["effects"] for one in by_actor)


def test_a_course_of_contacts_has_no_parts_about_a_gathering(both):
    found = breakdowns([one for _, one in both], [summarise(one) for _, one in both], [world for world, _ in both])
    assert found["gathering"] is found["waterfall"] is found["snowball"] is None


def shown(*tables):
    out = StringIO()
    for table in tables:
        Console(width=200, file=out).print(table)
    return out.getvalue().replace("\N{NO-BREAK SPACE}", " ")


def test_before_and_after_say_the_difference_in_words_and_what_is_asked_in_workshops(by_actor):
    value, change = {"mean": 0.5}, {"mean": 0.25, "low": 0.2, "high": 0.3, "certain": True, "wording": "more"}
    measures = [
        {
            "id": name,
            "title": {"da": f"Indikator for {code}", "en": code},
            "unit": "share",
            "better": "more",
            "group": "effects",
            "values": [value, {"mean": 0.75}],
            "differences": [None, change],
        }
        for name, code in (("e1_current_contacts_share", "E1"), (E6, "E6"))
    ]
    result = {
        "scenarios": [{"label": "nu"}, {"label": "senere"}],
        "measures": measures,
        "effects_by_actor": by_actor,
    }
    first, second = shown(before_after_table(measures, result, "da")).splitlines()[-2:]
    for line in (first, second):
        for told in ("50 %", "75 %", "25 procentpoint højere (95 %: 20 til 30), bedre"):
            assert told in line
    assert "spørges på workshop" in first
    assert "spørges på workshop" not in second
    assert "0 % → 100 %" in shown(*by_actor_tables(result, "da"))
