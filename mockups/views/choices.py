"""What there is to choose from, in words, and what a link chooses of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mockups.texts import Texts
from simulation import Asked, CourseChoice, Design, Lang, course_choices, own_choices

SEED = 1
MOST_SCENARIOS = 6
"""As many as have a sign of their own."""


@dataclass(frozen=True)
class Size:
    """How much is played."""

    replications: int = 20
    citizens: int = 100
    """Observed citizens per replication."""


@dataclass(frozen=True)
class Course:
    """A course in words."""

    id: str
    title: str
    summary: str
    main: tuple[str, ...]
    """Scenarios that are compared where nothing else is chosen; the first is as it is today."""
    options: Mapping[str, str]
    """Titles of all scenarios to choose, by name."""

    def titles(self, names: Sequence[str]) -> str:
        """Return the titles of scenarios in one line."""
        return " · ".join(self.options[name] for name in names)


@dataclass(frozen=True)
class Chosen:
    """What a link chooses."""

    course: Course
    scenarios: tuple[str, ...]
    unknown: tuple[str, ...]
    """What it names that is not there."""


def courses(lang: Lang, folder: Path) -> tuple[Course, ...]:
    """Return the courses, with the own scenario files that lie in a folder."""
    return tuple(_course(one, Texts(lang), folder) for one in course_choices())


def _course(one: CourseChoice, texts: Texts, folder: Path) -> Course:
    main = {choice.name: choice.title.in_language(texts.lang) for choice in one.scenarios}
    own = {
        choice.name: texts("own", title=choice.title.in_language(texts.lang), name=choice.name)
        for choice in own_choices(one.id, folder)
    }
    singles = {choice.name: texts("single", title=choice.title.in_language(texts.lang)) for choice in one.singles}
    title, summary = one.title.in_language(texts.lang), one.summary.in_language(texts.lang)
    return Course(one.id, title, summary, tuple(main), main | own | singles)


def chosen(all_courses: Sequence[Course], course: str, scenarios: str) -> Chosen:
    """Return what a link chooses, its main scenarios where it chooses none.

    Args:
        all_courses: what there is.
        course: id, or empty for the first.
        scenarios: names between commas, or empty.
    """
    found = next((one for one in all_courses if one.id == course), all_courses[0])
    named = [name for name in scenarios.split(",") if name]
    known = tuple(dict.fromkeys(name for name in named if name in found.options))[:MOST_SCENARIOS]
    unknown = [name for name in named if name not in found.options]
    if course and course != found.id:
        unknown.insert(0, course)
    return Chosen(found, known or found.main[:MOST_SCENARIOS], tuple(unknown))


def design_of(scenarios: Sequence[str], size: Size) -> Design:
    """Return how scenarios are compared."""
    return Design(tuple(Asked(name) for name in scenarios), size.replications, size.citizens, SEED)
