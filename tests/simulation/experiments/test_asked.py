"""What is asked for: names, further proposals and settings."""

import pytest

from simulation.experiments.asked import Asked, scenario_of, setting
from simulation.population.cast import arrivals_of
from simulation.values.faults import WrongData


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a.b=3", ("a.b", "3")),
        (" a.b = {unit: x} ", ("a.b", "{unit: x}")),
        ("a.b=c=d", ("a.b", "c=d")),
    ],
)
def test_a_setting_is_a_path_and_a_value(text, found):
    assert setting(text) == found


@pytest.mark.parametrize("text", ["", "a.b", "=3", "a.b="])
def test_anything_else_is_no_setting(text):
    with pytest.raises(WrongData) as wrong:
        setting(text)
    assert [(str(fault.place), fault.code) for fault in wrong.value.faults] == [("command line:1:1", "no-setting")]


def test_a_plain_number_keeps_the_unit_and_says_where_it_comes_from(small_course):
    path = "steps.write_case_summary.minutes"
    world = scenario_of(Asked(str(small_course / "as_is.yaml"), (), ((path, "7"),))).world
    found = world.steps["write_case_summary"].minutes
    assert (found.numbers(), found.unit, found.kind, found.because) == (
        {"value": 7}, "minutes", "assumed", "set on the command line",
    )  # fmt: skip


def test_settings_and_proposals_change_the_hash_and_stand_in_the_label(small_course):
    name = str(small_course / "as_is.yaml")
    asked = [Asked(name), Asked(name, (), (("uptake", "1"),)), Asked(name, (), (("uptake", "0.5"),))]
    asked.append(Asked(name, (str(small_course / "directory.yaml"),)))
    assert len({scenario_of(one).sha256 for one in asked}) == len(asked)
    assert asked[1].label == f"{name} + uptake=1"
    assert asked[3].label == f"{name} + {small_course / 'directory.yaml'}"


@pytest.mark.parametrize(
    ("asked", "shipped"),
    [
        (Asked("rehabilitation/as_is"), True),
        (Asked("rehabilitation/as_is.yaml"), False),
        (Asked("rehabilitation/as_is", ("P1",)), False),
        (Asked("rehabilitation/as_is", (), (("uptake", "1"),)), False),
    ],
)
def test_only_a_shipped_scenario_as_it_is_is_shipped(asked, shipped):
    assert asked.is_shipped is shipped


def test_what_a_scenario_and_a_setting_state_holds_also_where_nobody_took_a_proposal_up(small_course):
    path = small_course / "stated.yaml"
    own = "{set: steps.talk_to_citizen.minutes, to: {unit: minutes, value: 40}, because: Shorter here}"
    text = (small_course / "to_be.yaml").read_text(encoding="utf-8")
    path.write_text(f"{text}changes:\n  - {own}\n", encoding="utf-8")
    scenario = scenario_of(Asked(str(path), (), (("steps.write_case_summary.minutes", "7"),)))
    for actors in (frozenset[str](), frozenset({"hospital"}), frozenset(scenario.world.actors)):
        world, _ = scenario.world_where(actors)
        minutes = [world.steps[step].minutes.numbers() for step in ("talk_to_citizen", "write_case_summary")]
        assert minutes == [{"value": 40}, {"value": 7}]
        assert (world.gathering.search.delay.unit == "minutes") is ("job_centre" in actors)


def test_the_reason_for_a_number_does_not_change_who_arrives(small_course):
    text = (small_course / "as_is.yaml").read_text(encoding="utf-8")
    (small_course / "other.yaml").write_text(text.replace("Made up for tests", "As today"), encoding="utf-8")
    (small_course / "longer.yaml").write_text(text.replace("value: 120", "value: 121"), encoding="utf-8")
    first, other, longer = (
        arrivals_of(scenario_of(Asked(str(small_course / f"{name}.yaml"))).world)
        for name in ("as_is", "other", "longer")
    )
    assert first == other != longer
