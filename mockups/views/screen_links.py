"""From a number to the screen where it arose: the longest waits of a case, each with the screen of who waited."""

from dataclasses import dataclass

from mockups.texts import Texts
from mockups.views.screen_choice import Picked, address, screens_of
from simulation import Case, Screen, Wait

LONGEST = 5


@dataclass(frozen=True)
class ScreenLink:
    """One wait, and the address of the screen that shows it."""

    text: str
    address: str


def screen_links(
    case: Case, scenario: str, screens: dict[str, Screen], texts: Texts, longest: int = LONGEST
) -> tuple[ScreenLink, ...]:
    """Return the longest waits of a case in order of time, each with a screen of the one who ran the case.

    Args:
        case: the citizen's case.
        scenario: the scenario that it was played in.
        screens: all screens.
        texts: who speaks.
        longest: waits at most.
    """
    course, _, name = scenario.partition("/")
    is_today = name == "as_is"
    found = [
        screen
        for screen in screens_of(screens, course).values()
        if case.owner in screen.actors and (screen.side == "both" or (screen.side == "as_is") == is_today)
    ]
    if not found:
        return ()
    waits = sorted(sorted(case.waits, key=_length)[-longest:], key=lambda wait: wait.start)
    return tuple(
        _link(wait, Picked(_best(found, case.owner), scenario, case.id, int(wait.end), case.owner), texts)
        for wait in waits
    )


def _length(wait: Wait) -> float:
    return wait.end - wait.start


def _best(screens: list[Screen], actor: str) -> Screen:
    """Return the screen that shows an actor what was waited for: one with requests, else the first."""
    for screen in screens:
        for part in screen.elements:
            if part.kind == "requests" and (not part.only_for or actor in part.only_for):
                return screen
    return screens[0]


def _link(wait: Wait, picked: Picked, texts: Texts) -> ScreenLink:
    said = texts("numbers.wait", start=int(wait.start), end=int(wait.end), text=wait.text)
    return ScreenLink(said, address(picked, texts.lang))
