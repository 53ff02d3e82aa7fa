"""Task cards: what to try on each mock-up screen, with room for the answer; right answers are never on them."""

from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from simulation.model.screen import Screen
from simulation.model.screen_tasks import ReachScreen, RightAnswer, Task, Understood
from simulation.reading.screen_file import CITIZEN, screens_in, shipped_screens
from simulation.reading.shipped import is_path
from simulation.reports.kit.packing import balanced
from simulation.reports.kit.part import Kit, Paper, Part
from simulation.reports.kit.signs import qr

ON_A_SHEET = 2
STEPS = range(1, 8)
"""Of the two scales under a task."""


@dataclass(frozen=True)
class TaskCard:
    """One task as a participant meets it."""

    code: str
    screen: str
    side: str
    """Whether it is tried as it is, as it could be, or both ways."""
    actors: str
    """Who tries it."""
    text: str
    questions: tuple[str, ...]
    """What is to be answered in writing."""
    code_to_screen: Markup
    """QR code of the screen, empty where no address is known."""


def tasks(kit: Kit) -> Part:
    """Return a card per task of the screens that fit the course and the proposals of the scenario."""
    shelf = screens_in(shipped_screens()).screens.values()
    cards = [card_of(kit, screen, task) for screen in shelf if is_used(kit, screen) for task in screen.tasks]
    return Part("tasks", Paper.A4, balanced(cards, ON_A_SHEET), more={"steps": STEPS})


def is_used(kit: Kit, screen: Screen) -> bool:
    """Return whether a screen can be filled from the course, and shows a proposal of the scenario if it shows any."""
    if kit.as_is.course.id not in screen.courses:
        return False
    if screen.side != "to_be":
        return True
    taken = {one.code for one in kit.scenario.interventions}
    return kit.to_be is not None and (not screen.proposals or not taken.isdisjoint(screen.proposals))


def card_of(kit: Kit, screen: Screen, task: Task) -> TaskCard:
    """Return the card of a task."""
    actors = [
        kit.words("tasks.citizen") if one == CITIZEN else kit.said(kit.as_is.actors[one].title)
        for one in who(kit, screen)
    ]
    return TaskCard(
        screen.code,
        kit.said(screen.title),
        kit.words(f"tasks.{screen.side}"),
        ", ".join(actors),
        kit.said(task.text),
        questions_of(kit, task),
        qr(address_of(kit, screen)),
    )


def who(kit: Kit, screen: Screen) -> tuple[str, ...]:
    """Return who of the course uses a screen."""
    return tuple(one for one in screen.actors if one == CITIZEN or one in kit.as_is.actors)


def questions_of(kit: Kit, task: Task) -> tuple[str, ...]:
    """Return what a task asks for in writing; a form stands on the screen itself."""
    rule = task.success
    if isinstance(rule, RightAnswer):
        return (kit.said(rule.question), *([kit.said(rule.also)] if rule.also else []))
    if isinstance(rule, Understood):
        return tuple(kit.said(question) for question in rule.questions.values())
    return () if isinstance(rule, ReachScreen) else (kit.words("tasks.written"),)


def address_of(kit: Kit, screen: Screen) -> str | None:
    """Return the address of a screen in the app, with what the scenario of the kit says; None where there is no app."""
    if kit.address is None:
        return None
    course = kit.as_is.course.id
    named = kit.scenario.name if screen.side != "as_is" and not is_path(kit.scenario.name) else f"{course}/as_is"
    chosen = {"course": course, "scenario": named, "screen": screen.id, "lang": kit.lang}
    return f"{kit.address.rstrip('/')}/skaerm?{urlencode(chosen)}"
