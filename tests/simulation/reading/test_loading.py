"""Scenarios from files: what is refused before the files are put together, with places."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from simulation.reading import shipped
from simulation.reading.scenario import scenario_named
from simulation.values.faults import WrongData

BASE = Path(__file__).parents[2] / "bad_files" / "world" / "base"
Edit = tuple[str, str, str]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Return what replaces text in the files of a small course and gives the first line of each fault."""
    shutil.copytree(BASE, tmp_path / "base")
    monkeypatch.chdir(tmp_path / "base")

    def lines(*edits: Edit) -> list[str]:
        for file, old, new in edits:
            path = tmp_path / "base" / file
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(WrongData) as wrong:
            scenario_named("scenario.yaml")
        return [fault.text().replace("\n", " |") for fault in wrong.value.faults]

    return lines


def test_faults_of_all_files_are_told_together(told: Callable[..., list[str]]) -> None:
    found = told(
        ("course.yaml", "phase: only, kind: work", "phase: only, knid: work"),
        ("personas/anna_40.yaml", "age: 40", "age: forty"),
        ("town.yaml", "mean: 10", "mean: 0"),
    )
    assert [line.split(": ")[0] for line in found] == [
        "course.yaml:32:58",
        "personas/anna_40.yaml:6:6",
        "town.yaml:5:45",
    ]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("scenario.yaml", "format: 1", "fromat: 1"), "scenario.yaml:1:1: unknown key 'fromat'  [unknown-key]"),
        (("scenario.yaml", "format: 1", "format: true"), "scenario.yaml:1:9: format True is not known here"),
        (("course.yaml", "format: 1\n", ""), "course.yaml:1:1: format none is not known here  [wrong-format]"),
        (("course.yaml", "course:\n", "corse:\n"), "course.yaml:3:1: unknown key 'corse'  [unknown-key]"),
        (("course.yaml", "reactions:\n  wed:", "reactions:\n  - wed:"), "course.yaml:16:1: a mapping belongs here"),
        (("course.yaml", "kind: gather", "kind: gahter"), "course.yaml:35:92: 'gahter' is not a value of 'kind'"),
        (("course.yaml", "calendar: mornings}", "calendar: evenings}"), "course.yaml:22:"),
        (("personas/anna_40.yaml", "id: anna_40", "id: [anna]"), "personas/anna_40.yaml:3:1: text belongs here"),
        (("scenario.yaml", "course: course.yaml", "course: cuorse.yaml"), "cuorse.yaml:1:1: no file 'cuorse.yaml'"),
        (("scenario.yaml", "profile: town.yaml", "profile: base/"), "scenario.yaml:6:10: unknown profile 'base/'"),
    ],
)
def test_a_fault_of_one_file_is_told_at_its_place(told: Callable[..., list[str]], edit: Edit, expected: str) -> None:
    assert any(line.startswith(expected) for line in told(edit))


def test_faults_of_other_files_are_told_with_those_of_the_scenario(told: Callable[..., list[str]]) -> None:
    found = told(
        ("scenario.yaml", "status: draft", "status: drafted"), ("course.yaml", "closes: decide", "close: decide")
    )
    assert [line.partition(": ")[0] for line in found] == ["course.yaml:7:3", "scenario.yaml:8:9"]


def test_what_the_model_adds_by_itself_is_looked_up_too(
    told: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An actor without a calendar has the one called office, which must be there."""
    shutil.copytree(shipped.scenarios_folder() / "shared", tmp_path / "shared")
    calendars = tmp_path / "shared" / "calendars.yaml"
    calendars.write_text(calendars.read_text(encoding="utf-8").replace("  office:", "  offices:"), encoding="utf-8")
    monkeypatch.setattr(shipped, "shared_files", lambda: sorted((tmp_path / "shared").glob("*.yaml")))
    found = told(("course.yaml", ", calendar: mornings,\n    answers", ",\n    answers"))
    assert [line for line in found if line.startswith("course.yaml:23:3: unknown calendar 'office'")]


@pytest.mark.parametrize(
    ("factor", "expected"),
    [
        ("{unit: factor, vlaue: 0.5}", "unknown key 'vlaue'"),
        ("{unit: factor, value: 0.5, worked_uot: half}", "unknown key 'worked_uot'"),
        ("{unit: share, value: 0.5}", "a factor is a number of at least 0"),
        ("{unit: factor, low: 1, mode: 2, high: 3}", "a factor is a number of at least 0"),
        ("{unit: factor, value: 0.5, low: 0.6, high: 0.7}", "low is 0.6 and above value"),
        ("-1", "a factor is a number of at least 0"),
    ],
)
def test_a_factor_is_checked_as_a_quantity(told: Callable[..., list[str]], factor: str, expected: str) -> None:
    change = f"changes:\n  - {{scale: steps.open_permit.minutes, by: {factor}, because: Faster}}\n"
    found = told(("scenario.yaml", "follow_up:", f"{change}follow_up:"))
    assert found[0].partition(": ")[2].startswith(expected)
    assert "changes › scale steps.open_permit.minutes" in found[0]


def test_what_a_change_replaces_must_be_right_too(told: Callable[..., list[str]]) -> None:
    change = (
        "changes:\n  - set: roles.builder.staff\n"
        "    to: {unit: count, value: 3, kind: assumed, because: Counted}\n    because: More\n"
    )
    found = told(
        ("town.yaml", "arrivals_every:", f"{change}arrivals_every:"), ("course.yaml", "value: 2}}", "vlaue: 2}}")
    )
    assert [line.partition("  [")[0] for line in found] == ["course.yaml:27:26: unknown key 'vlaue'"]
