"""What the tests of reading share: an own cache, and trees from text."""

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from simulation.reading import shipped
from simulation.reading.loading import COMMAND_LINE
from simulation.reading.scenario import AS_IS, scenario_named
from simulation.reading.tree import Tree
from simulation.reading.yaml_file import read_tree
from simulation.values.faults import Fault, WrongData

PROFILE = "medium"
"""The profile that shipped scenarios use; nothing reads the others."""

COURSE = "rehabilitation"
"""A course that reads everything that courses share."""

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


@pytest.fixture
def shipped_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the data files that some shipped scenario reads, of a copy of the shipped data, which takes its place."""
    personas = shipped.personas_folder("x").parent
    shutil.copytree(shipped.scenarios_folder(), tmp_path / "scenarios")
    shutil.copytree(personas, tmp_path / "personas")
    monkeypatch.setattr(shipped, "data_root", lambda: tmp_path)
    monkeypatch.setattr(shipped, "scenarios_folder", lambda: tmp_path / "scenarios")
    monkeypatch.setattr(shipped, "personas_folder", lambda course: tmp_path / "personas" / course)
    files = sorted((tmp_path / "scenarios").rglob("*.yaml")) + sorted((tmp_path / "personas").rglob("*.yaml"))
    return [path for path in files if path.parent.name != "profiles" or path.stem == PROFILE]


@pytest.fixture
def outcome(tmp_path: Path) -> Callable[[Path], tuple[Fault, ...]]:
    """Return what loads a scenario that reads a shipped file, and gives the faults; each has a place in a file."""

    def faults(path: Path) -> tuple[Fault, ...]:
        began = time.process_time()
        try:
            scenario_named(reading(path.relative_to(tmp_path)))
            found: tuple[Fault, ...] = ()
        except WrongData as wrong:
            found = wrong.faults
        assert time.process_time() - began < 10
        for fault in found:
            assert (tmp_path / fault.place.file).is_file() or fault.place == COMMAND_LINE, fault
            assert fault.place.line >= 1
            assert fault.place.column >= 1
            for lang in ("da", "en"):
                assert re.match(r"\S[^\n]*:\d+:\d+: \S", fault.text(lang)), fault
        return found

    return faults


def reading(path: Path) -> str:
    """Return the name of a scenario that reads a file of the shipped data."""
    room, name = path.parts[:2]
    if room == "scenarios" and name in shipped.courses():
        return f"{name}/{AS_IS if path.stem == 'course' else path.stem}"
    if name == "interventions":
        courses = (
            (shipped.data_root() / path).read_text(encoding="utf-8", errors="replace").partition("\ncourses: [")[2]
        )
        course = re.split("[],]", courses)[0]
        return f"{course if course in shipped.courses() else COURSE}/{path.stem.partition('_')[2]}"
    return f"{next((part for part in path.parts if part in shipped.courses()), COURSE)}/{AS_IS}"
