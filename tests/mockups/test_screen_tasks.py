"""Each task of the shipped screens on the page Skærme: it can fail, and it succeeds with what is right on that day."""

import re
from functools import cache

import pytest

from mockups.parts.screen_forms import arrive, typed_of
from mockups.texts import Texts
from mockups.views.screen_case import Seat
from mockups.views.screen_forms import options_of
from mockups.views.screen_tasks import fields_of, keys_of, options_for, right_of
from simulation import (
    Asked,
    CaseSnapshot,
    Desks,
    ReachScreen,
    RightAnswer,
    Understood,
    Written,
    desks_of,
    screens_in,
    shipped_screens,
)
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import played

SHELF = screens_in(shipped_screens()).screens
TASKS = [(name, task.id) for name, screen in SHELF.items() for task in screen.tasks]
DAY = 60
WORDS = "en to tre fire ord"


@cache
def desks(name: str) -> Desks:
    return desks_of(played(scenario_of(Asked(name)), Luck(1, 0), 2), "da")


class Ready:
    def ask(self, asked: Asked, lang: str, *, again: bool = False) -> CaseSnapshot:
        return CaseSnapshot(desks(asked.name))


@pytest.fixture
def page(monkeypatch, tmp_path, opened):
    """Return what opens a screen where its first actor sits."""
    monkeypatch.setattr("mockups.parts.screens.desk_runs", Ready)
    monkeypatch.chdir(tmp_path)

    def opening(name: str, form: str = ""):
        screen = SHELF[name]
        course = screen.courses[0]
        folder = next(iter(desks(scenario_for(name)).folders))
        return opened("screens", course=course, screen=name, citizen=folder, day=str(DAY), actor=who(name, form))

    return opening


def scenario_for(name: str) -> str:
    """Return the scenario that a screen opens in."""
    screen = SHELF[name]
    return f"{screen.courses[0]}/{screen.scenario or ('as_is' if screen.side == 'as_is' else 'to_be_long')}"


def who(name: str, form: str) -> str:
    """Return the first actor of a screen that is shown a form, the first of all where none is meant."""
    shown = [one.only_for for one in SHELF[name].elements if one.id == form and one.only_for]
    return next(actor for actor in SHELF[name].actors if not shown or actor in shown[0])


def seat_of(name: str) -> Seat:
    screen = SHELF[name]
    found = desks(scenario_for(name))
    folder = next(iter(found.folders.values()))
    return Seat(found, folder, screen.actors[0], min(DAY, folder.days), Texts("da"), name)


def widget(at, begins: str):
    kinds = ("multiselect", "selectbox", "radio", "checkbox", "text_area", "text_input", "button")
    found = [one for kind in kinds for one in getattr(at, kind) if str(one.key).startswith(begins)]
    assert found, begins
    return found[0]


def fill_in(at, name: str, form: str, choices: dict[str, tuple[str, ...]]):
    """Fill in every field of a form; return what was chosen in fields with one answer."""
    seat, chosen = seat_of(name), {}
    first = keys_of(SHELF[name], form)[0]
    for field in fields_of(SHELF[name], form).values():
        options = list(options_of(field, seat))
        key = f"{seat.folder.id}-{name}-{first}-{field.id}-"
        one = widget(at, key)
        if field.input == "one_of":
            chosen[field.id] = choices.get(field.id, options)[0]
            one.set_value(chosen[field.id])
        elif field.input == "some_of":
            one.set_value(list(choices.get(field.id, options[:2])))
        else:
            one.set_value(True if field.input == "confirm" else WORDS)
        at = at.run()
        assert not at.exception
    return chosen


def check(at, name: str, task: str, words_of) -> str:
    widget(at, f"check-{name}-{task}").click()
    at.run()
    assert not at.exception
    words = words_of(at)
    (said,) = (kind for kind in ("success", "failure", "unanswered") if f"verdict {kind}" in words)
    return said


@pytest.mark.parametrize(("name", "task_id"), TASKS)
def test_a_task_can_fail_and_succeeds_with_what_is_right(name, task_id, page, words_of):
    task = next(one for one in SHELF[name].tasks if one.id == task_id)
    rule = task.success
    at = page(name, getattr(rule, "form", ""))
    if isinstance(rule, ReachScreen):
        widget(at, f"go-{name}-{task_id}").click()
        at.run()
        assert at.query_params["screen"] == rule.screen
        assert SHELF[rule.screen].title.da in words_of(at)
        return
    if isinstance(rule, RightAnswer):
        right = right_of(rule, seat_of(name))
        assert check(at, name, task_id, words_of) == "unanswered"
        wrong = next(one for one in options_for(rule, seat_of(name)) if {one} != right)
        widget(at, f"choice-{name}-{task_id}").set_value([wrong])
        at.run()
        assert check(at, name, task_id, words_of) == "failure"
        widget(at, f"choice-{name}-{task_id}").set_value(sorted(right))
        at.run()
        assert check(at, name, task_id, words_of) == "success"
        return
    assert check(at, name, task_id, words_of) == "failure"
    chosen = fill_in(at, name, rule.form, rule.choices if isinstance(rule, Written) else {})
    if isinstance(rule, Understood):
        assert check(at, name, task_id, words_of) == "failure"
        for field in rule.questions:
            widget(at, f"answer-{field}-{name}-{task_id}").set_value(chosen[field])
        at.run()
    assert check(at, name, task_id, words_of) == "success"


def test_what_two_participants_chose_stands_beside_each_other_and_says_where_they_differ(page, words_of):
    at, texts = page("s09_shared_categories"), Texts("da")
    prefix = f"{seat_of('s09_shared_categories').folder.id}-s09_shared_categories-filing"
    for participant, area in ((1, "social"), (2, "social")):
        widget(at, f"{prefix}.{participant}-housing_note-").set_value(area)
        at = at.run()
    for participant, area in ((1, "substance"), (2, "municipal_health")):
        widget(at, f"{prefix}.{participant}-medicine-").set_value(area)
        at = at.run()
    assert not at.exception
    assert texts("screen.agree.count", same=1, both=2) in words_of(at)
    rows = re.findall(r'<tr role="row">(.*?)</tr>', words_of(at))
    said = [re.sub("<[^>]+>", "|", one) for one in rows if "Medicinoverblik fra hjemmesygeplejen" in one]
    titles = [
        desks(scenario_for("s09_shared_categories")).words.domains[name] for name in ("substance", "municipal_health")
    ]
    assert all(title in said[-1] for title in (*titles, texts("screen.agree.differ")))


def test_what_is_typed_on_one_screen_shows_on_the_next_actors_and_is_gone_after_a_new_start(page, words_of):
    at = page("s14_handover")
    fill_in(at, "s14_handover", "handover", {})
    widget_key = next(one for one in at.selectbox if str(one.key).startswith("actor-"))
    widget_key.set_value("job_centre")
    at.run()
    assert WORDS in words_of(at)
    widget(at, "anew").click()
    at.run()
    assert WORDS not in words_of(at)
    assert Texts("da")("screen.typed.none") in words_of(at)


def test_words_typed_in_the_moment_another_citizen_is_chosen_are_there_on_coming_back(page, words_of):
    at = page("s14_handover")
    first, other = list(desks(scenario_for("s14_handover")).folders)[:2]
    field = next(one.id for one in fields_of(SHELF["s14_handover"], "handover").values() if one.input == "long")
    prefix = f"{first}-s14_handover-handover-{field}-"
    widget(at, prefix).set_value(WORDS)
    widget(at, "citizen-").set_value(other)
    at.run()
    assert WORDS not in words_of(at)
    assert not [one for one in at.text_area if one.value == WORDS]
    widget(at, "citizen-").set_value(first)
    at.run()
    assert widget(at, prefix).value == WORDS


def test_fields_that_are_left_are_forgotten_and_what_stood_in_them_is_kept(monkeypatch):
    state: dict[str, object] = {}
    monkeypatch.setattr("mockups.parts.screen_forms.st.session_state", state)
    screen = SHELF["s14_handover"]
    field = next(iter(fields_of(screen, "handover")))
    arrive(screen, "anna-1")
    state |= {f"anna-1-{screen.id}-handover-{field}-0": WORDS, "day-anna-1": 60}
    arrive(screen, "anna-1")
    assert state["day-anna-1"] == 60
    arrive(screen, "bo-1")
    assert typed_of("anna-1") == {(screen.id, "handover"): {field: WORDS}}
    assert [key for key in state if "anna-1" in key] == []


def test_fields_of_tasks_are_forgotten_with_their_day(page):
    at, folder = page("s13_checklist"), seat_of("s13_checklist").folder.id
    task = SHELF["s13_checklist"].tasks[0].id
    before = str(widget(at, f"check-s13_checklist-{task}").key)
    tried = at.session_state["tried-on-screens"]
    assert before in tried
    other = before.replace(f"-{DAY}-", f"-{DAY + 5}-")
    at.session_state["tried-on-screens"] = {*tried, other}
    at.session_state[other] = "of another day"
    at.slider(key=f"day-{folder}").set_value(DAY - 1)
    at.run()
    assert other not in at.session_state
    assert at.session_state["tried-on-screens"] == {one.replace(f"-{DAY}-", f"-{DAY - 1}-") for one in tried}


def test_a_verdict_stands_until_the_answer_is_another(page, words_of):
    name = "s01_case_view"
    task = next(one.id for one in SHELF[name].tasks if isinstance(one.success, RightAnswer))
    rule = next(one.success for one in SHELF[name].tasks if one.id == task)
    at = page(name)
    wrong = next(one for one in options_for(rule, seat_of(name)) if {one} != right_of(rule, seat_of(name)))
    widget(at, f"choice-{name}-{task}").set_value([wrong])
    assert check(at, name, task, words_of) == "failure"
    at.button_group(key="further-3").set_value(["truth"]).run()
    assert "verdict failure" in words_of(at)
    widget(at, f"choice-{name}-{task}").set_value([])
    at.run()
    assert "verdict failure" not in words_of(at)


def test_what_one_visitor_types_is_seen_by_nobody_else_though_they_share_what_is_kept(page, words_of):
    at = page("s13_checklist")
    fill_in(at, "s13_checklist", "order", {})
    assert WORDS in words_of(at)
    assert WORDS not in words_of(page("s13_checklist"))
    assert WORDS in words_of(at.run())
