"""Trees kept on disk."""

from pathlib import Path

import pytest

from simulation.reading import tree_cache
from simulation.reading.tree import Tree
from simulation.reading.tree_cache import cache_folder, keep_tree, kept_tree
from simulation.reading.yaml_file import read_tree

TEXT = "format: 1\nsteps: {a: [1, 2.5, true, ~, 'x: æ']}\n"


def read(tmp_path: Path, name: str = "course.yaml") -> Tree:
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return read_tree(Path(name), tmp_path)


def kept_file() -> Path:
    folder = cache_folder()
    assert folder is not None
    return next(folder.glob("*.json"))


def test_a_kept_tree_is_the_tree_that_was_read(tmp_path: Path) -> None:
    tree = read(tmp_path, "kept.yaml")
    assert kept_tree(tree.sha256, "kept.yaml") == tree


def test_a_kept_tree_tells_the_name_that_the_file_has_now(tmp_path: Path) -> None:
    tree = read(tmp_path, "before.yaml")
    renamed = kept_tree(tree.sha256, "after.yaml")
    assert renamed is not None
    assert {place.file for place in renamed.places.values()} == {"after.yaml"}


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"not a tree", b"0" * 64 + b"\n{}"])
def test_a_damaged_entry_is_not_used(tmp_path: Path, damage: bytes) -> None:
    tree = read(tmp_path, f"damaged_{len(damage)}.yaml")
    keep_tree(tree)
    kept_file().write_bytes(damage)
    assert kept_tree(tree.sha256, "course.yaml") is None


def test_a_flipped_digit_is_noticed(tmp_path: Path) -> None:
    tree = read(tmp_path, "flipped.yaml")
    keep_tree(tree)
    kept = kept_file()
    kept.write_text(kept.read_text(encoding="utf-8").replace("2.5", "2.6"), encoding="utf-8")
    assert kept_tree(tree.sha256, "course.yaml") is None


def test_a_folder_that_cannot_be_written_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert read(tmp_path, "unkept.yaml").value


def test_without_a_home_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_cache, "cache_folder", lambda: None)
    tree = read(tmp_path, "homeless.yaml")
    keep_tree(tree)
    assert kept_tree(tree.sha256, "homeless.yaml") is None


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    read(tmp_path, "whole.yaml")
    assert [path.suffix for path in kept_file().parent.iterdir()] == [".json"]


def test_a_relative_cache_folder_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    folder = cache_folder()
    assert folder is not None
    assert folder.parent == tmp_path / "snebold"
