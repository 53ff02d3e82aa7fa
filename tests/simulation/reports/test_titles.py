"""Titles of what results are broken down by."""

from simulation.measures.effects import ABSENT_IF
from simulation.measures.measured import NO_MEETING
from simulation.reports.titles import ABSENT


def test_every_reason_why_a_measure_is_absent_has_words():
    assert set(ABSENT) == {*ABSENT_IF.values(), NO_MEETING}
