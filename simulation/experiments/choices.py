"""What there is to choose from: courses and their scenarios, with titles, read without assembling anything."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from simulation.model.text import Text
from simulation.reading import shipped
from simulation.reading.loading import data_tree, shipped_interventions
from simulation.reading.scenario import AS_IS
from simulation.reading.tree import Plain
from simulation.values.faults import WrongData


@dataclass(frozen=True)
class Choice:
    """A scenario to choose."""

    name: str
    """As it is asked for: `course/scenario`."""
    title: Text


@dataclass(frozen=True)
class CourseChoice:
    """A course to choose."""

    id: str
    title: Text
    summary: Text
    """Two sentences."""
    scenarios: tuple[Choice, ...]
    """As it is today first, then those with files of their own, the fewest proposals first."""
    singles: tuple[Choice, ...]
    """As it is today with one proposal each, in order of code."""


@lru_cache(maxsize=1)
def course_choices() -> tuple[CourseChoice, ...]:
    """Return the shipped courses.

    Raises:
        WrongData: When a file cannot be read.
    """
    return tuple(_course(name) for name in shipped.courses())


def own_choices(course: str, folder: Path) -> tuple[Choice, ...]:
    """Return the scenario files of a course that lie in a folder, by file name; what cannot be read is left out."""
    return tuple(found for path in shipped.data_files(folder) if (found := _own(path, course)) is not None)


def _own(path: Path, course: str) -> Choice | None:
    try:
        value = data_tree(path).value
        if _part(value, "course") != course or _part(value, "start") is None:
            return None
        return Choice(path.name, _text(value, "title"))
    except (WrongData, ValidationError, OSError):
        return None


def _course(name: str) -> CourseChoice:
    folder = shipped.scenarios_folder() / name
    course = _part(data_tree(folder / "course.yaml").value, "course")
    found = [(one, data_tree(folder / f"{one}.yaml").value) for one in shipped.scenarios_of(name)]
    found.sort(key=lambda entry: (entry[0] != AS_IS, _count(entry[1]), entry[0]))
    singles = [one for one, _ in shipped_interventions() if name in one.courses]
    return CourseChoice(
        id=name,
        title=_text(course, "title"),
        summary=_text(course, "summary"),
        scenarios=tuple(Choice(f"{name}/{one}", _text(value, "title")) for one, value in found),
        singles=tuple(Choice(f"{name}/{one.id}", one.title) for one in singles),
    )


def _count(value: Plain) -> int:
    listed = _part(value, "interventions")
    return len(listed) if isinstance(listed, list) else 0


def _text(value: Plain, key: str) -> Text:
    return Text.model_validate(_part(value, key))


def _part(value: Plain, key: str) -> Plain:
    return value.get(key) if isinstance(value, dict) else None
