"""What several chose in a form is compared field by field, from what they typed and nothing else."""

from dataclasses import replace
from functools import cache

import pytest

from mockups.texts import Texts
from mockups.views.screen_agreement import agreement, alike
from mockups.views.screen_blocks import Grid
from mockups.views.screen_case import Fields, Seat
from mockups.views.screen_tasks import judged_form
from simulation import AgreementElement, Asked, Desks, Screen, Written, desks_of
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import played

WORDS = {"da": "Ord", "en": "Words"}


@cache
def desks() -> Desks:
    return desks_of(played(scenario_of(Asked("rehabilitation/as_is")), Luck(1, 0), 2), "en")


def screen() -> Screen:
    options = {"yes": {"da": "Ja", "en": "Yes it is"}, "no": {"da": "Nej", "en": "No"}}
    fields = [
        {"id": "one", "label": WORDS, "input": "one_of", "options": options, "required": True},
        {"id": "some", "label": WORDS, "input": "some_of", "options": options},
        {"id": "why", "label": WORDS, "input": "long"},
    ]
    form = {"kind": "form", "id": "f", "title": WORDS, "participants": 2, "fields": fields}
    both = {"kind": "agreement", "id": "a", "title": WORDS, "of": "f"}
    given = {"format": 1, "id": "x", "code": "X", "title": WORDS, "look": "mail", "courses": ["rehabilitation"]}
    more = {"side": "as_is", "actors": ["job_centre"], "phase": "preparation", "about": WORDS, "elements": [form, both]}
    return Screen.model_validate(given | more)


def seat(*typed: Fields) -> Seat:
    found = next(iter(desks().folders.values()))
    plain = Seat(desks(), found, "job_centre", 3, Texts("en"), "x")
    return replace(plain, typed={("x", f"f.{place}"): fields for place, fields in enumerate(typed, 1)})


def shown(*typed: Fields) -> tuple[list[tuple[str, ...]], str]:
    element = screen().elements[1]
    assert isinstance(element, AgreementElement)
    (grid,) = agreement(element, screen(), seat(*typed))
    assert isinstance(grid, Grid)
    assert {cell.origin for row in grid.rows for cell in row} == {"typed"}
    return [tuple(cell.text for cell in row[1:]) for row in grid.rows], grid.note


def test_each_choice_stands_in_words_with_whether_it_is_the_same_and_own_words_are_not_judged():
    first, second = {"one": "yes", "some": ("yes", "no"), "why": "so"}, {"one": "no", "some": ("no", "yes")}
    rows, note = shown(first, second)
    assert rows == [("Yes it is", "No", "different"), ("Yes it is, No", "No, Yes it is", "alike")]
    assert note == "Alike: 1 of 2 fields that at least two have answered."


def test_what_only_one_has_answered_is_neither_alike_nor_different_and_not_shown_to_the_other():
    rows, note = shown({"one": "yes"})
    assert rows == [("", "", "fewer than two have answered")] * 2
    assert note == "Alike: 0 of 0 fields that at least two have answered."


@pytest.mark.parametrize(("said", "verdict"), [(("a", "a", "a"), "same"), (("a", "", "b"), "differ"), ((), "wait")])
def test_of_more_than_two_all_who_answered_must_have_chosen_the_same(said, verdict):
    assert alike(said) == verdict


def test_a_form_of_several_is_complete_when_all_who_have_begun_are_done():
    rule = Written.model_validate({"rule": "written", "form": "f"})
    judged = [judged_form(rule, screen(), seat(*typed)).is_success for typed in SAID]
    assert judged == [False, True, False, True]


SAID: tuple[tuple[Fields, ...], ...] = (
    (),
    ({"one": "yes"},),
    ({"one": "yes"}, {"some": ("no",)}),
    ({"one": "yes"}, {"one": "no"}),
)
