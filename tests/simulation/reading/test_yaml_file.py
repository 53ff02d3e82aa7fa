"""Data files to trees."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from simulation.reading.tree import Tree
from simulation.reading.yaml_file import read_tree, survey
from simulation.reading.yaml_text import MAX_BYTES
from simulation.values.faults import WrongData
from simulation.values.places import Place

COURSE = """\
format: 1
steps:
  obtain_consent:
    title: "Indhent samtykke"   # § 4
    after: [open_case, 'call']
    note: |
      Første linje
      anden linje
  call: {on: admission, works: true, share: 0.5, yes: ~}
"""


def refused(path: Path, root: Path) -> WrongData:
    with pytest.raises(WrongData) as wrong:
        read_tree(path, root)
    return wrong.value


def codes(wrong: WrongData) -> list[str]:
    return [fault.code for fault in wrong.faults]


def test_a_file_is_read_as_plain_values(tree_of: Callable[..., Tree]) -> None:
    assert tree_of(COURSE).value == {
        "format": 1,
        "steps": {
            "obtain_consent": {
                "title": "Indhent samtykke",
                "after": ["open_case", "call"],
                "note": "Første linje\nanden linje\n",
            },
            "call": {"on": "admission", "works": True, "share": 0.5, "yes": None},
        },
    }


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("format",), (1, 1), (1, 9)),
        (("steps",), (2, 1), (3, 3)),
        (("steps", "obtain_consent", "title"), (4, 5), (4, 12)),
        (("steps", "obtain_consent", "after", 1), (5, 24), (5, 24)),
        (("steps", "obtain_consent", "note"), (6, 5), (6, 11)),
        (("steps", "call", "works"), (9, 25), (9, 32)),
    ],
)
def test_keys_and_values_keep_their_places(
    tree_of: Callable[..., Tree], path: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]
) -> None:
    tree = tree_of(COURSE)
    assert tree.places[path] == Place("course.yaml", *key)
    assert tree.value_places[path] == Place("course.yaml", *value)


def test_windows_line_ends_change_nothing(tree_of: Callable[..., Tree], tmp_path: Path) -> None:
    (tmp_path / "windows.yaml").write_bytes(COURSE.replace("\n", "\r\n").encode())
    windows, course = read_tree(Path("windows.yaml"), tmp_path), tree_of(COURSE)
    assert windows.value == course.value
    assert [(place.line, place.column) for place in windows.places.values()] == [
        (place.line, place.column) for place in course.places.values()
    ]


def test_places_are_told_relative_to_the_data_root(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios" / "æble og pære"
    folder.mkdir(parents=True)
    (folder / "course.yaml").write_text("a: 1", encoding="utf-8")
    for path in (folder / "course.yaml", Path("scenarios/æble og pære/course.yaml")):
        assert read_tree(path, tmp_path).file == "scenarios/æble og pære/course.yaml"


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(
        f"a: no\na: 12:30\nb:\nc: {311299}-1234\nd: [*x, !y z]\ne: [1\n", encoding="utf-8"
    )
    wrong = refused(Path("course.yaml"), tmp_path)
    assert codes(wrong) == [
        "yes-no-word",
        "duplicate-key",
        "unquoted-time",
        "empty-value",
        "cpr-number",
        "alias",
        "tag",
        "unclosed-bracket",
    ]


def test_a_surveyed_file_keeps_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("a: no\nb: 1\nb: 2\n", encoding="utf-8")
    tree = survey(Path("course.yaml"), tmp_path)
    assert tree.value == {"a": None, "b": 1}
    assert [fault.code for fault in tree.faults] == ["yes-no-word", "duplicate-key"]


def test_a_missing_file_is_answered_with_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "as_is.yaml").write_text("a: 1", encoding="utf-8")
    assert refused(Path("asis.yaml"), tmp_path).text() == (
        f"asis.yaml:1:1: no file 'asis.yaml'; searched: {tmp_path.as_posix()}  [missing-file]\n"
        f"  {tmp_path.name} has: as_is.yaml\n"
        "  suggestion: did you mean 'as_is.yaml'?"
    )


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    wrong = refused(Path("nowhere/as_is.yaml"), tmp_path)
    assert f"searched: {tmp_path.as_posix()}/nowhere" in str(wrong)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert codes(refused(Path(), tmp_path)) == ["not-a-file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert codes(refused(Path("pipe.yaml"), tmp_path)) == ["not-a-file"]


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "course.yaml").write_text("a: 1", encoding="utf-8")
    monkeypatch.setattr(Path, "open", forbid)
    wrong = refused(Path("course.yaml"), tmp_path)
    assert str(wrong).startswith("course.yaml:1:1: the file cannot be read: Permission denied  [unreadable-file]")


def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path) -> None:
    assert codes(refused(Path("x" * 5000), tmp_path)) in (["unreadable-file"], ["missing-file"])


@pytest.mark.parametrize("name", ["a\0b.yaml", "../nowhere.yaml", "con:.yaml"])
def test_strange_names_are_missing_files(name: str, tmp_path: Path) -> None:
    assert codes(refused(Path(name), tmp_path)) == ["missing-file"]


@pytest.mark.parametrize(
    "content",
    [
        "a: " + "[" * 3_000,
        "- " * 3_000,
        "? " * 3_000,
        "? - " * 2_000,
        "!" + "x" * 9_000 + " 1",
        "a: &a [*a, *a]",
        "a: " + "9" * 5_000,
        'a: "\\UFFFFFFFF"',
        'a: "\\U00110000"',
        'a: "\\ud800"',
        "a: b\n" * 49_000,
        "\t\n" * 120_000,
        'a: "' + "x\n" * 120_000,
        "%YAML 2.0\n---\na: 1",
        "a: 1\n--- !x\n...\n",
        "\ufeffa: 1",
        "a\u2028b: 1",
        "x" * (MAX_BYTES + 1),
    ],
    ids=range(18),
)
def test_hostile_texts_are_refused_with_a_place_and_soon(content: str, tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(content, encoding="utf-8", errors="surrogatepass", newline="")
    began = time.process_time()
    wrong = refused(Path("course.yaml"), tmp_path)
    assert time.process_time() - began < 10
    assert str(wrong).startswith("course.yaml:")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"])
def test_other_encodings_are_refused(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_bytes("titel: Spørg\n".encode(encoding))
    assert codes(refused(Path("course.yaml"), tmp_path)) == ["not-utf-8"]


def test_a_pseudo_cpr_number_is_accepted(tree_of: Callable[..., Tree]) -> None:
    assert tree_of(f"id: {'910170'}-1234").value == {"id": "910170-1234"}


def test_a_cpr_number_in_a_comment_is_refused_and_never_repeated(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(f"a: 1\n# fra {311299}-1234\n", encoding="utf-8")
    wrong = refused(Path("course.yaml"), tmp_path)
    assert (codes(wrong), wrong.faults[0].place.line) == (["cpr-number"], 2)
    assert "1299" not in wrong.text("en") + wrong.text("da")
