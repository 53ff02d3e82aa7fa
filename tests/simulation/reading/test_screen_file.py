"""Screens that cannot be used, each with all that is told about it; and screens that are there as soon as they are saved."""

import shutil
from pathlib import Path

import pytest

from simulation.reading.screen_file import read_screen, screens_in, shipped_screens
from simulation.reading.validating import faults_of
from simulation.values.faults import WrongData
from simulation.values.screen_fault_texts import SCREEN_FAULTS

BAD = Path(__file__).parents[2] / "bad_files" / "screens"
FILES = sorted(BAD.glob("*.yaml"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the folder, which is the working folder, so that places do not depend on where tests run."""
    shutil.copytree(BAD, tmp_path / "screens")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "screens"


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_a_screen_that_cannot_be_used_is_explained_at_its_line(name: str, folder: Path) -> None:
    path = folder / name
    with pytest.raises(WrongData) as wrong:
        read_screen(path, ("s01_case_view",))
    for lang, end in (("en", ".txt"), ("da", ".da.txt")):
        told = wrong.value.text("en" if lang == "en" else "da")
        assert told == path.with_suffix(end).read_text(encoding="utf-8").rstrip("\n")
    assert path.stem.replace("_", "-") in {fault.code for fault in wrong.value.faults}


def test_every_fault_that_only_screens_have_has_a_bad_file() -> None:
    assert {path.stem.replace("_", "-") for path in FILES} >= set(SCREEN_FAULTS)


def test_the_command_that_validates_files_knows_screens(folder: Path) -> None:
    assert {fault.code for fault in faults_of(folder / "real_system.yaml")} == {"real-system"}


def test_every_shipped_screen_is_valid_and_called_as_its_file() -> None:
    shelf = screens_in(shipped_screens())
    assert [fault.text() for fault in shelf.faults] == []
    codes = [screen.code for screen in shelf.screens.values()]
    assert codes == sorted(set(codes))


def test_a_screen_is_there_when_it_is_saved_and_gone_with_a_reason_when_it_is_broken(tmp_path: Path) -> None:
    text = (shipped_screens() / "s01_case_view.yaml").read_text(encoding="utf-8")
    assert screens_in(tmp_path).screens == {}
    path = tmp_path / "our_screen.yaml"
    path.write_text(text.replace("id: s01_case_view", "id: our_screen"), encoding="utf-8")
    assert list(screens_in(tmp_path).screens) == ["our_screen"]
    path.write_text(text, encoding="utf-8")
    shelf = screens_in(tmp_path)
    assert shelf.screens == {}
    assert [fault.suggestion for fault in shelf.faults] == ["our_screen"] or shelf.faults[0].known == ("our_screen",)


@pytest.mark.parametrize(
    ("typical", "told"),
    [
        ("{", "own.yaml:3:1: the key 'data_types' is missing"),
        ("{data_types: [decision], shows: asked, ", "own.yaml:3:35: unknown key 'shows'"),
        ("{shows: situation, ", "own.yaml:3:18: unknown element 'situation'"),
    ],
)
def test_just_one_thing_with_rows_decides_from_which_day_a_screen_is_typical(
    typical: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (shipped_screens() / "s04_support_diary.yaml").read_text(encoding="utf-8")
    head, end = text.split("typical:\n")[0], text.split("about:\n", 1)[1]
    given = f"{typical}before: {{da: Intet, en: Nothing}}}}"
    whole = head.replace("id: s04_support_diary", f"id: own\ntypical: {given}") + "about:\n" + end
    (tmp_path / "own.yaml").write_text(whole, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WrongData) as wrong:
        read_screen(Path("own.yaml"))
    assert wrong.value.text("en").startswith(told)
