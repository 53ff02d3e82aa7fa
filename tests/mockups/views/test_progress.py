"""How far a comparison has come, in words."""

import pytest

from mockups.texts import Texts
from mockups.views.progress import progress_line, trouble_of
from simulation import CannotRun, Snapshot


@pytest.mark.parametrize(
    ("done", "counted", "said"),
    [
        (0, 0, "Spiller de første gentagelser. De første tal kommer, når to er færdige."),
        (1, 0, "1 af 20 gentagelser – de første tal kommer, når to er færdige"),
        (4, 2, "4 af 20 gentagelser – tallene bygger på 2 og bliver skarpere"),
        (20, 20, "Alle 20 gentagelser er spillet."),
    ],
)
def test_each_stage_is_one_sentence(done, counted, said):
    assert progress_line(Snapshot("x", done, 20, counted=counted), Texts("da")) == said


def test_what_goes_on_has_no_trouble_and_what_cannot_says_why():
    assert trouble_of(Snapshot("x", 0, 20), Texts("da")) is None
    found = trouble_of(Snapshot("x", 0, 20, failure=CannotRun("no slots.")), Texts("en"))
    assert found is not None
    assert (found.sentence, found.details) == ("The comparison cannot be run: no slots.", "")
