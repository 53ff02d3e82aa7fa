"""What the citizen told stands once per question, marked where the same was told before, and for whom it was told."""

from dataclasses import replace
from functools import cache

from mockups.texts import Texts
from mockups.views.screen_blocks import Grid, Pairs, Stream
from mockups.views.screen_case import Seat
from mockups.views.screen_facts import facts
from mockups.views.screen_streams import timeline
from mockups.views.screen_tasks import NONE, options_for, right_of
from mockups.views.screen_told import told
from simulation import (
    CITIZEN,
    Asked,
    Desks,
    FactsElement,
    Happening,
    Kind,
    RightAnswer,
    Standing,
    TimelineElement,
    ToldElement,
    desks_of,
)
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import played


@cache
def desks() -> Desks:
    return desks_of(played(scenario_of(Asked("dual_diagnosis/as_is")), Luck(1, 0), 2), "en")


def asked(row: int, day: int, actor: str, data_type: str) -> Happening:
    return Happening(
        row, day * 1440, day, Kind.CITIZEN_ASKED, "", actor, "", data_type, "", 0, 0, -1, Kind.CITIZEN_ASKED
    )


ASKED = (
    asked(1, 2, "substance_treatment", "current_medicine"),
    asked(2, 5, "job_centre", "effort_overview"),
    asked(3, 9, "housing_support", "current_medicine"),
)


def seat(actor: str) -> Seat:
    found = next(iter(desks().folders.values()))
    frame = replace(found.frame, one=replace(found.frame.one, happened=ASKED))
    return Seat(desks(), replace(found, frame=frame), actor, 10, Texts("en"))


def rows(actor: str, by: str, *, repeats: bool = True) -> list[tuple[str, ...]]:
    element = ToldElement.model_validate(
        {"id": "x", "title": {"da": "x", "en": "x"}, "kind": "told", "by": by, "repeats": repeats}
    )
    (grid,) = told(element, seat(actor))
    assert isinstance(grid, Grid)
    return [tuple(cell.text + "".join(f" [{mark}]" for mark in cell.marks) for cell in row[1:]) for row in grid.rows]


def test_the_citizen_sees_every_question_and_which_were_answered_before():
    assert rows(CITIZEN, "question") == [
        ("Housing support (section 85)", "Medicine now [told before]"),
        ("Job centre", "Effort, contact person and next appointment"),
        ("Drug treatment (section 101)", "Medicine now"),
    ]
    assert rows(CITIZEN, "question", repeats=False)[0] == ("Housing support (section 85)", "Medicine now")


def test_an_actor_sees_only_what_was_told_to_it_and_not_that_others_were_told_before():
    assert rows("housing_support", "question") == [("Housing support (section 85)", "Medicine now")]


def test_by_actor_the_latest_who_asked_comes_first():
    assert [row[0] for row in rows(CITIZEN, "actor")] == ["Social services", "Employment", "Addiction"]


def test_the_citizen_knows_who_asked_and_nobody_else():
    known = seat(CITIZEN).knows.contacts.values()
    assert {one.actor for one in known if one.standing == Standing.KNOWN} == {one.actor for one in ASKED}
    assert {one.standing for one in known} == {Standing.KNOWN, Standing.NONE}


def test_who_asked_about_something_told_to_another_asked_again():
    rule = RightAnswer.model_validate(
        {"rule": "answer", "question": {"da": "x", "en": "x"}, "choose": "actors", "right": "told_again"}
    )
    assert right_of(rule, seat(CITIZEN)) == {"housing_support"}


def test_a_question_can_leave_some_data_types_to_choose_from():
    rule = RightAnswer.model_validate(
        {
            "rule": "answer",
            "question": {"da": "x", "en": "x"},
            "choose": "data_types",
            "right": "not_asked",
            "among": ["crisis_plan", "admission_status"],
        }
    )
    assert list(options_for(rule, seat("job_centre"))) == ["crisis_plan", "admission_status", NONE]
    assert right_of(rule, seat("job_centre")) == {"crisis_plan", "admission_status"}


def test_the_citizens_own_page_speaks_to_the_citizen_and_others_pages_of_the_citizen():
    texts = {"da": "x", "en": "x"}
    events = TimelineElement.model_validate({"id": "x", "title": texts, "kind": "timeline", "at_most": 100})
    wish = FactsElement.model_validate({"id": "y", "title": texts, "kind": "facts", "facts": ["wish"]})
    folder = next(iter(desks().folders.values()))
    asking = next(here for here in folder.frame.one.happened if here.kind == Kind.CITIZEN_ASKED and here.data_type)
    title = desks().words.data_types[asking.data_type].title
    day = folder.day(asking.minute)
    for actor, sentence, label in (
        (CITIZEN, f"You have to tell: {title}.", "Your own wish"),
        (asking.actor, f"The citizen has to tell: {title}.", "The citizen's own wish"),
    ):
        here = Seat(desks(), folder, actor, day, Texts("en"))
        (stream,), (pairs,) = timeline(events, here), facts(wish, here)
        assert isinstance(stream, Stream)
        assert isinstance(pairs, Pairs)
        assert sentence in [entry.what.text for entry in stream.entries]
        assert pairs.pairs[0][0] == label


def test_what_happened_twice_on_a_day_stands_once_and_is_counted():
    element = {"id": "x", "title": {"da": "x", "en": "x"}, "kind": "timeline", "at_most": 2}
    folder = next(iter(desks().folders.values()))
    first, other, earlier = [one for one in folder.frame.one.happened if folder.said.get(one.row)][:3]
    days = ((earlier, 1), (first, 2), (other, 2), (first, 2))
    happened = tuple(one._replace(day=day, minute=day * 1440, actor=first.actor) for one, day in days)
    frame = replace(folder.frame, one=replace(folder.frame.one, happened=happened))
    here = Seat(desks(), replace(folder, frame=frame), first.actor, 10, Texts("en"))
    (stream,) = timeline(TimelineElement.model_validate(element), here)
    assert isinstance(stream, Stream)
    assert [(entry.what.origin, entry.what.marks) for entry in stream.entries] == [
        (f"row:{first.row}", ("2 times",)),
        (f"row:{other.row}", ()),
    ]
    assert stream.note == "1 older ones are not shown."
