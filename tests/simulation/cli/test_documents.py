"""The command that writes documents of a scenario."""

import json

import pytest
from results_example import example_result

WANTED = "deliverables"


@pytest.fixture
def export(snebold, small_course, tmp_path):
    """Return what writes the documents of a scenario of the small course into a folder."""

    def exporting(*words: object, scenario: str = "to_be.yaml"):
        return snebold("export", small_course / scenario, "--to", WANTED, "--out", tmp_path / "docs", *words)

    return exporting


def test_documents_of_an_own_scenario_are_written_and_named(export, tmp_path):
    done = export()
    assert (done.code, done.err) == (0, "")
    written = sorted(str(path) for path in (tmp_path / "docs").iterdir())
    assert done.out.splitlines() == written
    assert {path.rpartition(".")[2] for path in written} == {"html", "md", "svg"}
    told = (tmp_path / "docs" / "4-to-be-maal-og-processer.md").read_text(encoding="utf-8")
    assert "X1 Telefonbog" in told
    assert (
        "| Indhentning: at finde den rette, ventetid | sættes | 1 arbejdsdag | 5 minutter | The number is in the book |"
        in told
    )


def test_written_again_they_are_the_same_and_replace_what_is_there(export, tmp_path):
    export()
    before = {path.name: path.read_bytes() for path in (tmp_path / "docs").iterdir()}
    (tmp_path / "docs" / "index.md").write_text("old", encoding="utf-8")
    (tmp_path / "docs" / "own.txt").write_text("mine", encoding="utf-8")
    assert export().code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "docs").iterdir()} == {**before, "own.txt": b"mine"}


def test_the_documents_of_a_course_as_it_is_show_no_proposals(export, tmp_path):
    assert export(scenario="as_is.yaml").code == 0
    assert "ingen To-Be" in (tmp_path / "docs" / "4-to-be-maal-og-processer.md").read_text(encoding="utf-8")


def test_a_file_in_the_way_is_told(export, tmp_path):
    (tmp_path / "docs").write_text("x", encoding="utf-8")
    done = export()
    assert done.code == 1
    assert "docs is a file; deliverables need a folder" in done.err


def test_a_scenario_that_is_not_there_writes_nothing(snebold, tmp_path):
    done = snebold("export", "nowhere/as_is", "--to", WANTED, "--out", tmp_path / "docs")
    assert done.code == 1
    assert "[unknown-name]" in done.err
    assert not (tmp_path / "docs").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "is no comparison"),
        ('{"format": 1, "kind": "run"}', "is no comparison"),
        ("[]", "is no comparison"),
        (json.dumps(example_result()), "compares another course"),
    ],
)
def test_a_result_that_does_not_fit_is_told_and_nothing_is_written(export, tmp_path, content, says):
    (tmp_path / "result.json").write_text(content, encoding="utf-8")
    done = export("--result", tmp_path / "result.json")
    assert done.code == 1
    assert says in done.err
    assert not (tmp_path / "docs").exists()


def test_a_result_that_is_not_there_is_told(export, tmp_path):
    done = export("--result", tmp_path / "none.json")
    assert done.code == 1
    assert "none.json: No such file" in done.err


def test_a_comparison_fills_in_the_form(export, tmp_path):
    result = example_result()
    for one in result["scenarios"]:
        one["course"] = {"da": "Lille forløb", "en": "Small course"}
    (tmp_path / "result.json").write_text(json.dumps(result), encoding="utf-8")
    assert export("--result", tmp_path / "result.json").code == 0
    form = (tmp_path / "docs" / "6-foer-efter-skema.md").read_text(encoding="utf-8")
    assert "| 48 (47–49) |" in form
    assert "ingen sikker forskel" in form


def test_only_documents_take_a_result(snebold, tmp_path):
    done = snebold("export", tmp_path, "--out", tmp_path / "x", "--result", tmp_path / "r.json")
    assert done.code == 2


def test_process_drawings_of_a_scenario_are_written_and_named(snebold, small_course, tmp_path):
    done = snebold("export", small_course / "as_is.yaml", "--to", "bpmn", "--out", tmp_path / "bpmn", "--lang", "da")
    assert (done.code, done.err) == (0, "")
    written = sorted(path.name for path in (tmp_path / "bpmn").iterdir())
    assert "course.bpmn" in written
    assert sorted(line.rpartition("/")[2] for line in done.out.splitlines()) == written


def test_process_drawings_need_a_folder(snebold, small_course, tmp_path):
    (tmp_path / "bpmn").write_text("x", encoding="utf-8")
    done = snebold("export", small_course / "as_is.yaml", "--to", "bpmn", "--out", tmp_path / "bpmn")
    assert done.code == 1
    assert "bpmn is a file; process drawings need a folder" in done.err


@pytest.fixture
def kit(snebold, small_course, tmp_path):
    """Return what writes the print kit of the small course into a folder."""

    def exporting(*words: object):
        file = small_course / "to_be.yaml"
        return snebold("export", file, "--to", "workshop-kit", "--out", tmp_path / "kit", *words)

    return exporting


def test_a_print_kit_is_written_in_both_languages_and_named(kit, tmp_path):
    done = kit("--lang", "da", "--address", "http://192.168.8.20:8501")
    assert (done.code, done.err) == (0, "")
    written = sorted(str(path) for path in (tmp_path / "kit").rglob("*.html"))
    assert sorted(done.out.splitlines()) == written
    assert {path.name for path in (tmp_path / "kit").iterdir()} == {"dansk", "english", "index.html"}
    front = (tmp_path / "kit" / "index.html").read_text(encoding="utf-8")
    assert "Lille forløb" in front
    assert 'href="dansk/2-forloebet-med-forslagene.html"' in front
    shown = (tmp_path / "kit" / "dansk" / "2-forloebet-med-forslagene.html").read_text(encoding="utf-8")
    assert "X1 Telefonbog" in shown


@pytest.mark.parametrize(
    "address", ["192.168.8.20:8501", "ftp://here", "http://", "http://a b", "http://[1", "javascript:1"]
)
def test_what_no_phone_can_open_is_refused_and_nothing_is_written(kit, tmp_path, address):
    done = kit("--address", address)
    assert done.code == 1
    assert "is no address that a phone opens" in done.err
    assert not (tmp_path / "kit").exists()


def test_only_a_print_kit_takes_an_address(snebold, tmp_path):
    done = snebold("export", tmp_path, "--out", tmp_path / "x", "--address", "http://192.168.8.20")
    assert done.code == 2


def test_screens_are_written_of_shipped_scenarios_into_a_folder_only(snebold, small_course, tmp_path):
    done = snebold("export", small_course / "to_be.yaml", "--to", "clickthrough", "--out", tmp_path / "screens")
    assert done.code == 1
    assert "screens are written of a shipped scenario" in done.err
    done = snebold("export", "nowhere/as_is", "--to", "clickthrough", "--out", tmp_path / "screens")
    assert "[unknown-name]" in done.err
    assert not (tmp_path / "screens").exists()
