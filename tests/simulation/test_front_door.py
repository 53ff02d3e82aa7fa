"""The front door of simulation: what screens may use of it."""

import subprocess
import sys

import pytest

import simulation
from simulation.experiments.asked import scenario_of


@pytest.mark.parametrize("name", simulation.__all__)
def test_every_name_of_the_front_door_opens(name):
    assert getattr(simulation, name) is not None


def test_there_is_no_other_name():
    with pytest.raises(AttributeError, match="engine_room"):
        _ = simulation.engine_room


def test_importing_it_loads_nothing():
    code = "import sys; before = set(sys.modules); import simulation; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    loaded = set(done.stdout.split())
    assert {name for name in loaded if name.startswith("simulation")} == {"simulation"}
    assert not loaded & {"numpy", "polars", "pydantic", "plotly", "simpy", "faker"}


def test_the_courses_begin_with_as_it_is_today_and_go_on_with_the_fewest_proposals():
    for course in simulation.course_choices():
        names = [choice.name for choice in course.scenarios]
        assert names[0] == f"{course.id}/as_is"
        counts = [len(scenario_of(simulation.Asked(name)).interventions) for name in names]
        assert counts == sorted(counts)
        assert course.summary.da
        assert course.summary.en


def test_own_scenario_files_of_a_course_are_found_and_others_left_out(small_course, tmp_path):
    text = (small_course / "as_is.yaml").read_text(encoding="utf-8")
    (tmp_path / "ours.yaml").write_text(text.replace("course: course.yaml", "course: rehabilitation"), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("format: 1\n  x: [", encoding="utf-8")
    (tmp_path / "other.yaml").write_text(text, encoding="utf-8")
    assert [choice.name for choice in simulation.own_choices("rehabilitation", tmp_path)] == ["ours.yaml"]
