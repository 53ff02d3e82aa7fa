"""The commands that look at data and play nothing."""

import json
import re

import pytest

from simulation.cli.looking import short
from simulation.reading import shipped

SCENARIOS = [f"rehabilitation/{name}" for name in ("as_is", "to_be_long", "to_be_short")]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("As it is today", "Citizen case portal", "Yasmin, 47", "The sources did not assess")),
        ("da", ("Som det er i dag", "Borgersagsportal", "Yasmin, 47", "Kilderne har ikke vurderet")),
    ],
)
def test_list_names_all_that_is_shipped(snebold, lang, words):
    done = snebold("list", "--lang", lang)
    assert (done.code, done.err) == (0, "")
    people = [path.stem for path in shipped.data_files(shipped.personas_folder("rehabilitation"))]
    for word in (*words, *SCENARIOS, *people, *shipped.profiles(), "rehabilitation/case_portal", "P16b"):
        assert word in done.out


def test_good_files_are_valid(snebold, small_course):
    done = snebold("validate", small_course)
    assert (done.code, done.out, done.err) == (0, "7 files, 0 faults\n", "")


@pytest.fixture
def broken_course(small_course):
    """Return the small course with one fault in each of two files."""
    persona = small_course / "personas" / "ida_40.yaml"
    persona.write_text(persona.read_text(encoding="utf-8").replace("overview:", "overvew:"), encoding="utf-8")
    course = small_course / "course.yaml"
    text = course.read_text(encoding="utf-8")
    course.write_text(text.replace("told_at: talk_to_citizen", "told: talk_to_citizen"), encoding="utf-8")
    return small_course


@pytest.mark.parametrize(("lang", "says"), [("en", "unknown key 'overvew'"), ("da", "ukendt nøgle 'overvew'")])
def test_faults_are_told_with_file_line_column_and_code(snebold, broken_course, lang, says):
    done = snebold("validate", broken_course / "personas", "--lang", lang)
    assert (done.code, done.err) == (1, "")
    assert re.search(rf"^\S*ida_40\.yaml:14:1: {says}  \[unknown-key\]$", done.out, re.MULTILINE)
    assert re.search("2 (files|filer), 1 (faults|fejl)$", done.out.strip())


def test_a_long_fault_stays_on_its_line(snebold, small_course):
    """A line that begins with its place can be read by other programs; a pipe has no width."""
    words = "x" * 300
    (small_course / "as_is.yaml").write_text(f"format: 1\n{words}: 1\n", encoding="utf-8")
    done = snebold("validate", small_course / "as_is.yaml")
    assert f"unknown key '{words}'" in done.out


def test_faults_are_told_as_json(snebold, broken_course):
    done = snebold("validate", broken_course, "--format", "json")
    found = json.loads(done.out)
    assert (done.code, done.err, found["format"], found["files"]) == (1, "", 1, 7)
    assert {"course.yaml", "ida_40.yaml"} <= {fault["file"] for fault in found["faults"]}
    misspelt = next(fault for fault in found["faults"] if fault["file"].endswith("ida_40.yaml"))
    assert (misspelt["line"], misspelt["column"], misspelt["code"]) == (14, 1, "unknown-key")
    assert misspelt["suggestion"] == "overview"
    assert all(fault["line"] >= 1 and fault["column"] >= 1 and fault["message"] for fault in found["faults"])


def test_a_file_that_is_not_there_is_a_fault(snebold, small_course):
    done = snebold("validate", small_course / "as_isnt.yaml")
    assert done.code == 1
    assert "[missing-file]" in done.out


def test_a_folder_without_data_files_is_not_called_valid(snebold, tmp_path):
    done = snebold("validate", tmp_path)
    assert done.code == 1
    assert str(tmp_path) in done.err


def test_diff_tells_what_changes_and_why(snebold, small_course):
    done = snebold("diff", small_course / "as_is.yaml", small_course / "to_be.yaml")
    assert (done.code, done.err) == (0, "")
    assert re.search(
        r"gathering\.search\.delay +1 working_days +5 minutes +directory: The number is in the book", done.out
    )
    assert "gathering.search.minutes" in done.out
    same = snebold("diff", small_course / "as_is.yaml", small_course / "as_is.yaml", "--lang", "da")
    assert (same.code, same.out) == (0, "ingen forskel\n")


def test_square_brackets_in_data_are_shown_as_they_are(snebold, small_course):
    directory = small_course / "directory.yaml"
    text = directory.read_text(encoding="utf-8")
    directory.write_text(text.replace("because: One look", 'because: "[red] and [/red] :key:"'), encoding="utf-8")
    done = snebold("diff", small_course / "as_is.yaml", small_course / "to_be.yaml")
    assert "directory: [red] and [/red] :key:" in done.out


def test_schemas_are_written_for_every_kind_of_file(snebold, tmp_path):
    shown = snebold("schema")
    assert shown.code == 0
    kinds = json.loads(shown.out)
    done = snebold("schema", "--out", tmp_path / "schemas")
    written = {path.name.removesuffix(".schema.json"): path for path in (tmp_path / "schemas").iterdir()}
    assert (done.code, written.keys()) == (0, kinds.keys())
    assert {name: json.loads(path.read_text(encoding="utf-8")) for name, path in written.items()} == kinds


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        ({"unit": "share", "low": 0.190751, "value": 0.452055}, "0.1908/0.4521 share"),
        ({"unit": "count", "value": 60001}, "60001 count"),
        ({"unit": "minutes", "value": {"value": 38.25}}, "38.25 minutes"),
    ],
)
def test_a_difference_shows_values_as_they_are_written_and_no_more_digits_than_help(value, text):
    assert short(value) == text
