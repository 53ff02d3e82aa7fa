"""One citizen in two scenarios: what a link chooses, and addresses of what belongs to a moment."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from mockups.texts import Texts
from mockups.views.choices import Chosen
from simulation import Case, Cases, Lang

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Pair:
    """The same citizen beside itself."""

    names: tuple[str, str]
    """Scenarios."""
    titles: tuple[str, str]
    sides: tuple[Cases, Cases]
    cases: tuple[Case, Case]

    @property
    def days(self) -> int:
        """Return the last day of the longer course."""
        return max(case.days for case in self.cases)


def sides_of(found: Chosen) -> tuple[str, str]:
    """Return the scenarios a link puts beside each other: the first and the last it names, else of the course."""
    names = found.scenarios if len(found.scenarios) > 1 else found.course.main
    return names[0], names[-1]


def citizens_of(sides: tuple[Cases, Cases], texts: Texts) -> dict[str, str]:
    """Return the citizens that are in both scenarios, by id, sorted by name and number."""
    there = {case.id for case in sides[1].cases}
    found = sorted((case for case in sides[0].cases if case.id in there), key=lambda case: (case.persona, case.number))
    return {case.id: texts("case.one", persona=case.persona, number=case.number) for case in found}


def pair_of(sides: tuple[Cases, Cases], names: tuple[str, str], titles: tuple[str, str], citizen: str) -> Pair:
    """Return one citizen in both scenarios.

    Args:
        sides: citizens of each scenario.
        names: of the scenarios.
        titles: of the scenarios.
        citizen: id.
    """
    first, second = (next(case for case in side.cases if case.id == citizen) for side in sides)
    return Pair(names, titles, sides, (first, second))


FIRST_SHOWN = 30
"""Day that is shown where nobody has chosen one."""


def day_of(text: str, last: int) -> int:
    """Return the day that a link names, inside the course; where it names none, one that has something to see."""
    return min(int(text) if text.isascii() and text.isdigit() and len(text) < 6 else FIRST_SHOWN, last)


def screen_address(scenario: str, citizen: str, day: int, actor: str, lang: Lang) -> str:
    """Return the address of the screen that an actor would see of a citizen on a day, for the screens to come."""
    chosen: Mapping[str, object] = {
        "scenario": scenario,
        "citizen": citizen,
        "day": day,
        "actor": actor,
        "lang": lang,
    }
    return f"skaerm?{urlencode(chosen)}"
