"""Goals of a course: whose they are must be known, and a proposal may add its own."""

import pytest

from simulation.reading.scenario import scenario_named
from simulation.values.faults import WrongData

GOAL = "goals:\n  g: {kind: professional, actor: ACTOR, text: {da: Ro, en: Calm}, source: SOURCE}\nsteps:\n"


def with_goal(small_course, actor: str = "job_centre", source: str = "foranalyse") -> str:
    """Write a goal into the small course and return its scenario."""
    path = small_course / "course.yaml"
    goal = GOAL.replace("ACTOR", actor).replace("SOURCE", source)
    path.write_text(path.read_text(encoding="utf-8").replace("\nsteps:\n", "\n" + goal), encoding="utf-8")
    return str(small_course / "to_be.yaml")


def test_a_goal_is_part_of_the_world(small_course):
    goal = scenario_named(with_goal(small_course)).world.goals["g"]
    assert (goal.kind, goal.actor, goal.text.da) == ("professional", "job_centre", "Ro")


@pytest.mark.parametrize(
    ("given", "code"), [({"actor": "job_center"}, "unknown-reference"), ({"source": "nowhere"}, "no-source")]
)
def test_whose_goal_it_is_and_where_it_is_said_must_be_known(small_course, given, code):
    with pytest.raises(WrongData) as wrong:
        scenario_named(with_goal(small_course, **given))
    assert [fault.code for fault in wrong.value.faults] == [code]


def test_a_proposal_can_add_a_goal_to_a_course_without_any(small_course):
    path = small_course / "directory.yaml"
    added = "  - {add: goals.one_number, to: {kind: shared_future, text: {da: Ét nummer, en: One number}}, because: Agreed}\n"
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    assert list(scenario_named(str(small_course / "to_be.yaml")).world.goals) == ["one_number"]
