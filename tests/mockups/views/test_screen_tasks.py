"""A question is answered when something is chosen; that nothing is right is an answer of its own."""

from dataclasses import replace
from functools import cache

import pytest

from mockups.texts import Texts
from mockups.views.screen_case import Seat
from mockups.views.screen_tasks import ALSO, NONE, judged_choice, options_for
from simulation import Asked, Desks, Happening, Kind, RightAnswer, desks_of
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import played

ASKED = Happening(
    7, 1440, 1, Kind.REQUEST_SENT, "", "job_centre", "housing_support", "", "phone", 1, 0, -1, Kind.REQUEST_SENT
)


@cache
def desks() -> Desks:
    return desks_of(played(scenario_of(Asked("rehabilitation/as_is")), Luck(1, 0), 2), "en")


def seat(*happened: Happening) -> Seat:
    """Return who gathers, three days into a course in which just this happened."""
    found = next(iter(desks().folders.values()))
    frame = replace(found.frame, one=replace(found.frame.one, happened=happened))
    return Seat(desks(), replace(found, frame=frame), "job_centre", 3, Texts("en"))


def rule(**more: object) -> RightAnswer:
    text = {"da": "x", "en": "x"}
    given = {"rule": "answer", "question": text, "choose": "actors", "right": "waiting"}
    return RightAnswer.model_validate(given | more)


@pytest.mark.parametrize(
    ("happened", "given", "is_success"),
    [
        ((), [NONE], True),
        ((), ["housing_support"], False),
        ((), [NONE, "housing_support"], False),
        ((ASKED,), ["housing_support"], True),
        ((ASKED,), [NONE], False),
        ((ASKED,), ["housing_support", NONE], False),
    ],
)
def test_none_of_these_is_right_exactly_when_nothing_is_right_that_day(happened, given, is_success):
    found = judged_choice(rule(), seat(*happened), given)
    assert (found.is_success, found.is_answered) == (is_success, True)


@pytest.mark.parametrize("happened", [(), (ASKED,)])
def test_what_is_left_empty_is_not_answered_yet_and_says_nothing_of_what_is_right(happened):
    found = judged_choice(rule(), seat(*happened), [])
    assert (found.is_success, found.is_answered, found.lines) == (False, False, ())


def test_none_of_these_comes_last_and_only_where_no_sentence_must_be_chosen_as_well():
    assert list(options_for(rule(), seat()).items())[-1] == (NONE, "None of these")
    also = rule(also={"da": "Resten vides ikke", "en": "The rest is not known"})
    assert NONE not in options_for(also, seat())
    assert judged_choice(also, seat(), [ALSO]).is_success
