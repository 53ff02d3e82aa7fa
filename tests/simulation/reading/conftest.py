"""What the tests of reading share: an own cache, and trees from text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulation.reading.tree import Tree
from simulation.reading.yaml_file import read_tree

BAD_FILES = Path(__file__).parents[2] / "bad_files"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the user's cache out of the tests."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return cache


@pytest.fixture
def tree_of(tmp_path: Path) -> Callable[..., Tree]:
    """Return what reads a text as a data file."""

    def read(text: str, name: str = "course.yaml") -> Tree:
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
        return read_tree(Path(name), tmp_path)

    return read


@pytest.fixture
def bad_files() -> Path:
    """Return the folder of broken files with their expected texts."""
    return BAD_FILES
