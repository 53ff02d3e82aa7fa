"""The guide to a first own scenario: its files are complete and load as they are printed."""

import re
from pathlib import Path

import pytest

from simulation.reading.scenario import scenario_named
from simulation.reading.validating import faults_of, files_in
from simulation.values.faults import WrongData

PAGE = Path(__file__).parents[2] / "docs" / "own_scenario.md"
FILE = re.compile(r"^`([\w/]+\.yaml)`\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REFUSED = re.compile(r"^```text\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the files of the guide, which is the working folder."""
    if not PAGE.is_file():
        pytest.skip("docs are not shipped")
    for name, text in FILE.findall(PAGE.read_text(encoding="utf-8")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_to_be_on_a_shipped_course_loads() -> None:
    scenario = scenario_named("our_to_be.yaml")
    assert scenario.world.setting.interventions == ("case_portal", "distribution_rules")
    assert scenario.world.uptake is not None
    assert scenario.world.uptake.numbers() == {"low": 0.4, "value": 0.6, "high": 0.8}


@pytest.mark.usefixtures("folder")
def test_an_own_course_of_five_steps_loads_as_it_is_and_as_it_could_be() -> None:
    as_is, to_be = (scenario_named(f"grab_rails/{name}.yaml") for name in ("as_is", "to_be"))
    assert len(as_is.world.steps) == 5
    assert list(as_is.world.personas) == ["ingrid_78"]
    assert {entry.path for entry in to_be.ledger} == {"sharing.home_view", "gathering.habit", "steps.visit_home.lead"}
    frames = [
        (one.world.setting.start, one.world.setting.follow_up, one.world.setting.warm_up) for one in (as_is, to_be)
    ]
    assert frames[0] == frames[1]


def test_every_file_of_the_guide_is_valid_on_its_own(folder: Path) -> None:
    checked = list(files_in([folder]))
    assert len(checked) == 9
    assert [fault.text() for path in checked for fault in faults_of(path)] == []


def test_a_misspelt_key_is_told_as_the_guide_says(folder: Path) -> None:
    persona = folder / "grab_rails" / "personas" / "ingrid_78.yaml"
    persona.write_text(persona.read_text(encoding="utf-8").replace("overview:", "overvew:"), encoding="utf-8")
    with pytest.raises(WrongData) as wrong:
        scenario_named("grab_rails/as_is.yaml")
    assert REFUSED.findall(PAGE.read_text(encoding="utf-8")) == [wrong.value.text()]
