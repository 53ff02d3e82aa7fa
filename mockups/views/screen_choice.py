"""What a link chooses of screens, citizens, days, roles and scenarios, and what there is to choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from mockups.texts import Texts
from mockups.views.choices import Course
from simulation import Desks, Folder, Lang, Screen

FIRST_SHOWN = 45
"""Day that is shown where nobody has chosen one: something has happened by then in both courses."""


@dataclass(frozen=True)
class Picked:
    """One screen in one place of one course."""

    screen: Screen
    scenario: str
    citizen: str
    day: int
    actor: str


def scenario_options(screen: Screen, course: Course) -> dict[str, str]:
    """Return the scenarios that a screen can be filled from, in words; as it is today comes first, its own last."""
    return {name: course.options[name] for name in (*course.main, *_own_scenario(screen, course))}


def _own_scenario(screen: Screen, course: Course) -> tuple[str, ...]:
    name = f"{course.id}/{screen.scenario}"
    return (name,) if screen.scenario and name in course.options else ()


def other_side(screen: Screen, scenario: str, course: Course) -> str:
    """Return the scenario a screen stands beside itself in: as it is today, or the first of how it could be."""
    as_is = course.main[0]
    if scenario != as_is:
        return as_is
    return course.main[1] if len(course.main) > 1 else as_is


def first_scenario(screen: Screen, course: Course) -> str:
    """Return the scenario that a screen is filled from where nobody has chosen one."""
    own = _own_scenario(screen, course)
    return own[0] if own else course.main[0] if screen.side == "as_is" else course.main[-1]


def actors_of(screen: Screen, desks: Desks, texts: Texts) -> dict[str, str]:
    """Return who uses a screen in this course, in words."""
    words = desks.words.actors
    return {name: words[name].title if name in words else texts("screen.citizen") for name in screen.actors}


def folder_options(desks: Desks, texts: Texts) -> dict[str, str]:
    """Return the citizens to choose from, sorted by name and number."""
    found = sorted(desks.folders.values(), key=lambda one: (one.name, one.number))
    return {one.id: texts("case.one", persona=one.name, number=one.number) for one in found}


def screens_of(screens: Mapping[str, Screen], course: str) -> dict[str, Screen]:
    """Return the screens that can be filled from a course."""
    return {name: one for name, one in screens.items() if course in one.courses}


def day_in(text: str, folder: Folder, otherwise: int | None = None) -> int:
    """Return the day that a link names, inside the course; another where it names none."""
    is_number = text.isascii() and text.isdigit() and len(text) < 6
    first = FIRST_SHOWN if otherwise is None else otherwise
    return min(int(text) if is_number else first, folder.days)


def address(picked: Picked, lang: Lang) -> str:
    """Return the address of what is picked, relative to the app's own."""
    chosen = {
        "scenario": picked.scenario,
        "screen": picked.screen.id,
        "citizen": picked.citizen,
        "day": picked.day,
        "actor": picked.actor,
        "lang": lang,
    }
    return f"skaerm?{urlencode(chosen)}"
