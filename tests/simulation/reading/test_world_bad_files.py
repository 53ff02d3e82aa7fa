"""One small scenario per fault that spans files, with the whole text that is told about it."""

import shutil
from pathlib import Path

import pytest

from simulation.reading.scenario import scenario_named
from simulation.values.faults import WrongData
from simulation.values.world_fault_texts import WORLD_FAULTS

WORLD = Path(__file__).parents[2] / "bad_files" / "world"
BASE, CONTACTS = "base", "contacts"
FOLDERS = sorted(path.name for path in WORLD.iterdir() if path.is_dir() and path.name not in (BASE, CONTACTS))

NOT_IN_A_FILE = {
    "no-setting": "said of a setting on the command line",
    "no-run": "said of a folder that should hold a run",
    "other-run": "said of a folder that holds another run",
}
"""Faults that no data file causes, with where they come from."""


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the folder, which is the working folder, so that places do not depend on where tests run."""
    shutil.copytree(WORLD, tmp_path / "world")
    monkeypatch.chdir(tmp_path / "world")
    return tmp_path / "world"


@pytest.mark.usefixtures("world")
def test_the_courses_that_the_others_are_made_from_are_valid() -> None:
    assert scenario_named(f"{BASE}/scenario.yaml").world.course.id == "permit"
    assert scenario_named(f"{CONTACTS}/scenario.yaml").world.course.id == "foot_care"


@pytest.mark.parametrize("folder", FOLDERS)
def test_files_that_do_not_fit_together_are_refused(folder: str, world: Path) -> None:
    with pytest.raises(WrongData) as wrong:
        scenario_named(f"{folder}/scenario.yaml")
    for lang, name in (("en", "expected.txt"), ("da", "expected.da.txt")):
        told = wrong.value.text("en" if lang == "en" else "da")
        assert told == (world / folder / name).read_text(encoding="utf-8").rstrip("\n")
    assert any(folder.replace("_", "-").startswith(fault.code) for fault in wrong.value.faults)


def test_every_fault_that_spans_files_has_a_bad_file() -> None:
    assert {folder.replace("_", "-") for folder in FOLDERS} >= set(WORLD_FAULTS) - set(NOT_IN_A_FILE)


@pytest.mark.usefixtures("world")
def test_places_do_not_depend_on_the_way_to_a_file(monkeypatch: pytest.MonkeyPatch, world: Path) -> None:
    expected = (world / "shares" / "expected.txt").read_text(encoding="utf-8").rstrip("\n")
    with pytest.raises(WrongData) as wrong:
        scenario_named("shares/../shares/scenario.yaml")
    assert wrong.value.text() == expected
    monkeypatch.chdir(world / "shares")
    with pytest.raises(WrongData) as wrong:
        scenario_named("scenario.yaml")
    assert wrong.value.text() == expected.removeprefix("base/")
