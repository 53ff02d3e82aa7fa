"""Titles of what results are broken down by."""

from simulation.measures import effects_of_contacts
from simulation.measures.absent import NEVER_CLOSES, NO_MEETING, NOTHING_GATHERED
from simulation.measures.effects import ABSENT_IF
from simulation.reports.titles import ABSENT


def test_every_reason_why_a_measure_is_absent_has_words():
    assert set(ABSENT) == {
        *ABSENT_IF.values(),
        *effects_of_contacts.ABSENT_IF.values(),
        NO_MEETING,
        NOTHING_GATHERED,
        NEVER_CLOSES,
    }
