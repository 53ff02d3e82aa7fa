"""A stranger's course: what the guide prints is validated, run, compared and explained through the command."""

import json
import re
from pathlib import Path

import pytest

from simulation.experiments.asked import scenario_of

PAGE = Path(__file__).parents[3] / "docs" / "own_scenario.md"
FILE = re.compile(r"^`([\w/]+\.yaml)`\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SMALL = {"run": ("--replications", 1, "--citizens", 3), "compare": ("--replications", 1, "--citizens", 3)}


@pytest.fixture
def guide(tmp_path, monkeypatch) -> Path:
    """Work in a folder with the files of the guide."""
    if not PAGE.is_file():
        pytest.skip("docs are not shipped")
    for name, text in FILE.findall(PAGE.read_text(encoding="utf-8")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    scenario_of.cache_clear()  # it knows files by their names from the working folder
    return tmp_path


def test_every_command_of_the_guide_does_what_it_says(snebold, guide):
    lines = [line for block in COMMANDS.findall(PAGE.read_text(encoding="utf-8")) for line in block.splitlines()]
    assert len(lines) == 7
    for line in lines:
        _, word, *rest = line.split()
        done = snebold(word, *rest, *SMALL.get(word, ()), *(("--workers", 1) if word in SMALL else ()))
        assert done.code == 0, (line, done)
    assert {path.name for path in (guide / "runs" / "grab_rails").iterdir()} == {
        "citizens-00000.parquet", "events-00000.parquet", "manifest.json",
    }  # fmt: skip


def test_the_own_course_is_compared_citizen_by_citizen(snebold, guide):
    words = ("grab_rails/as_is.yaml", "grab_rails/to_be.yaml", "--replications", 3, "--citizens", 10, "--workers", 1)
    done = snebold("compare", *words, "--json", guide / "found.json")
    assert done.code == 0
    found = json.loads((guide / "found.json").read_text(encoding="utf-8"))
    assert found["design"]["simulated_citizens"] == 30
    assert [one["id"] for one in found["personas"]] == ["ingrid_78"]
    measures = {one["id"]: one for one in found["measures"]}
    assert measures["lead_time_days"]["values"][0]["n"] >= 20
    assert measures["work_looking_up_minutes"]["values"][0]["mean"] == 0
    assert measures["work_looking_up_minutes"]["values"][1]["mean"] > 0
    assert measures["gathering_days"]["differences"][1]["mean"] < 0


def test_a_citizen_of_the_own_course_is_told(snebold, guide):
    done = snebold("explain", "grab_rails/to_be.yaml", "--beside", "grab_rails/as_is.yaml", "--citizens", 2)
    assert done.code == 0
    assert "Ingrid, 78" in done.out


def test_a_course_of_three_contacts_is_compared_and_told(snebold, guide):
    words = ("foot_care/as_is.yaml", "foot_care/to_be.yaml", "--replications", 2, "--citizens", 5, "--workers", 1)
    assert snebold("compare", *words, "--json", guide / "found.json").code == 0
    found = json.loads((guide / "found.json").read_text(encoding="utf-8"))
    measures = {one["id"]: one for one in found["measures"]}
    assert measures["contacts_in_vain_per_year"]["values"][0]["mean"] > 0
    assert measures["contacts_in_vain_per_year"]["differences"][1]["mean"] < 0
    assert measures["e6_current_pairs_share"]["differences"][1]["mean"] > 0
    done = snebold("explain", "foot_care/as_is.yaml", "--citizens", 1, "--lang", "da")
    assert done.code == 0
    assert "Indlæggelse" in done.out


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("personas/ingrid_78.yaml", "overview:", "overvew:", "unknown-key"),
        ("course.yaml", "after: [visit_home]", "after: [visit_hom]", "unknown-reference"),
        ("course.yaml", "after: [ask_consent]", "after: [post_letter]", "circle"),
        ("to_be.yaml", "remove: gathering.habit", "remove: gathering.habbit", "unknown-path"),
        ("as_is.yaml", '"2025-01-06"', '"2025-02-31"', "no-date"),
    ],
)
def test_a_slip_in_the_own_course_is_refused_where_it_stands(snebold, guide, file, old, new, code):
    path = guide / "grab_rails" / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    scenario = "to_be" if file == "to_be.yaml" else "as_is"
    for words in (("validate", "grab_rails"), ("run", f"grab_rails/{scenario}.yaml", "--out", "nothing")):
        done = snebold(*words)
        assert done.code == 1
        assert re.search(rf"^grab_rails/{re.escape(file)}:\d+:\d+: .*\[{code}\]$", done.out + done.err, re.MULTILINE)
    assert not (guide / "nothing").exists()
