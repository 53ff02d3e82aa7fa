"""Titles of what results are broken down by."""

import pytest

from simulation import Asked, course_choices
from simulation.measures import effects_of_contacts
from simulation.measures.absent import NEVER_CLOSES, NO_MEETING, NOTHING_GATHERED
from simulation.measures.effects import ABSENT_IF
from simulation.reports.results import rests_on
from simulation.reports.titles import ABSENT


def test_every_reason_why_a_measure_is_absent_has_words():
    assert set(ABSENT) == {
        *ABSENT_IF.values(),
        *effects_of_contacts.ABSENT_IF.values(),
        NO_MEETING,
        NOTHING_GATHERED,
        NEVER_CLOSES,
    }


@pytest.mark.parametrize("course", course_choices(), ids=lambda course: course.id)
def test_every_input_that_a_shipped_comparison_rests_on_has_words(course):
    rests = rests_on([Asked(one.name) for one in course.scenarios])
    assert rests["inputs"]
    assert all(one["title"]["da"] and "." not in one["title"]["da"] for one in rests["inputs"])
