"""The tasks of twelve screens in the running app: each fails, and succeeds with what the screen itself says."""

from dataclasses import dataclass

import pytest
from live_screens import TEXTS, LiveScreen

from simulation import ReachScreen, RightAnswer, Task, TypedElement, Understood, Written, screens_in, shipped_screens

SHELF = screens_in(shipped_screens()).screens
FIRST = ("S01", "S02", "S06", "S08", "S11", "S12", "S14", "S16", "S20", "S22", "S25", "S29")
"""The screens that a workshop begins with."""
TWELVE = [name for name, screen in SHELF.items() if screen.code in FIRST]
QUICK = "s08_shared_plan"
"""A form with words and choices, and a question: the one that is always played."""
RECEIVER = "Jobcenter"
SEATS = {("s16_certificate", "which_are_due"): "Jobcenter"}
"""Who must sit at a screen for a task that another than its first actor does."""
ANY = "*"


@dataclass(frozen=True)
class Reading:
    """Where on its screen the answer of a task stands: a column of some elements, in rows where another says something."""

    elements: tuple[str, ...]
    column: str
    where: tuple[str, str] = ("", "")

    def of(self, screen: LiveScreen) -> list[str]:
        rows = [row for name in self.elements for row in screen.rows(name) if self._counts(row)]
        return list(dict.fromkeys(row[self.column] for row in rows))

    def _counts(self, row: dict[str, str]) -> bool:
        head, wanted = self.where
        is_there = not head or (bool(row[head]) if wanted == ANY else row[head] == wanted)
        return is_there and row.get(self.column, TEXTS("screen.own")) != TEXTS("screen.own")


COVERED = Reading(("consent",), "Område", ("Status", "omfattet"))
READINGS = {
    "s01_case_view": Reading(("others",), "Aktør"),
    "s02_mailbox": Reading(("call_list",), "Til", ("Status", "afventer svar")),
    "s06_case_portal": Reading(("areas",), "Aktør", ("Hvad", ANY)),
    "s08_shared_plan": Reading(("efforts",), "Aktør"),
    "s11_consent_manager": COVERED,
    "s16_certificate": Reading(("order",), "Hvad", ("Status", "afventer svar")),
    "s20_case_summary": Reading(("own_words", "conclusions"), "Fra"),
    "s22_team_meeting": Reading(("papers",), "Fundet manglende"),
    "s25_condition": Reading(("alerts",), "Hvad"),
    "s29_my_consents": COVERED,
}
"""Where the answer to the question on each screen is read off."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name == QUICK else pytest.mark.walk) for name in TWELVE]
)
def test_each_task_of_a_first_screen_fails_and_succeeds_with_what_the_screen_says(visit, name):
    screen = SHELF[name]
    page = visit(f"/skaerm?course={screen.courses[0]}&screen={name}", ".screen.body").page
    live = LiveScreen(page, screen)
    for task in screen.tasks:
        if not isinstance(task.success, ReachScreen):
            assert live.check(task.id)[0] == ("unanswered" if isinstance(task.success, RightAnswer) else "failure")
    for task in screen.tasks:
        PLAYED[type(task.success)](live, task)


def test_the_first_screens_are_twelve_and_ask_in_every_way():
    rules = {type(task.success) for name in TWELVE for task in SHELF[name].tasks}
    assert len(TWELVE) == 12
    assert rules == set(PLAYED)


def play_answer(live: LiveScreen, task: Task) -> None:
    """Answer wrongly, then with what stands on the screen."""
    if (live.screen.id, task.id) in SEATS:
        live.sit_down_as(SEATS[live.screen.id, task.id])
    also = task.success.also
    right = READINGS[live.screen.id].of(live) + ([also.da] if also else [])
    nothing = TEXTS("task.none_of_these")
    right = right or [nothing]
    wrong = next((one for one in live.offered(task.id) if one not in right), nothing)
    live.choose(task.id, [wrong])
    kind, lines = live.check(task.id)
    assert (kind, len(lines)) == ("failure", 2)
    assert wrong in lines[1]
    live.choose(task.id, right)
    assert live.check(task.id) == ("success", [])


def play_written(live: LiveScreen, task: Task) -> None:
    """Fill in a form but for one field, or with another choice than is asked for; then as it must be."""
    rule = task.success
    fields = live.fields(rule.form)
    asked = {field.id: [field.options[name].da for name in rule.choices.get(field.id, ())] for field in fields}
    late = next(field for field in reversed(fields) if field.required)
    for field in fields:
        if field is not late:
            live.fill_in(rule.form, field, asked[field.id])
    kind, lines = live.check(task.id)
    assert (kind, len(lines)) == ("failure", 2 if asked[late.id] else 1)
    assert all(late.label.da in line for line in lines)
    if asked[late.id]:
        live.fill_in(rule.form, late, [next(one.da for one in late.options.values() if one.da not in asked[late.id])])
        assert live.check(task.id)[0] == "failure"
    live.fill_in(rule.form, late, asked[late.id])
    assert live.check(task.id) == ("success", [])
    assert [field.id for field in fields if not live.shows(rule.form, field)] == []


def play_understood(live: LiveScreen, task: Task) -> None:
    """Read as the receiver what was written; answer without having understood it, then as it says."""
    rule = task.success
    labels = {field.id: field for field in live.fields(rule.form)}
    live.sit_down_as(RECEIVER)
    shown = next(one.id for one in live.screen.elements if isinstance(one, TypedElement) and one.form == rule.form)
    said = {row["Felt"]: row["Skrevet"] for row in live.rows(shown)}
    assert live.check(task.id)[0] == "failure"
    for name in rule.questions:
        right = said[labels[name].label.da]
        live.answer(task.id, name, next(one.da for one in labels[name].options.values() if one.da != right))
    kind, lines = live.check(task.id)
    assert (kind, len(lines)) == ("failure", len(rule.questions))
    for name in rule.questions:
        live.answer(task.id, name, said[labels[name].label.da])
    assert live.check(task.id) == ("success", [])


def play_reach(live: LiveScreen, task: Task) -> None:
    """Do not be there before it is asked for; then be there."""
    there = SHELF[task.success.screen].title.da
    assert live.page.locator(f".screen.top h2:has-text('{there}')").count() == 0
    live.go(task.id, there)


PLAYED = {RightAnswer: play_answer, Written: play_written, Understood: play_understood, ReachScreen: play_reach}
