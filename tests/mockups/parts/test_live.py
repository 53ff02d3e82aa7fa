"""How a page waits for numbers that are near."""

from dataclasses import replace

import pytest

from mockups.parts import live
from mockups.parts.live import _awaited
from simulation import Asked, Design, Snapshot

DESIGN = Design((Asked("rehabilitation/as_is"),))
ROUGH = Snapshot("rough", 18, 20, {}, 8)
SHARP = replace(ROUGH, name="sharp", done=20, counted=20)


@pytest.fixture
def glances(monkeypatch):
    """Return the seconds slept; what looks is told the rough numbers twice, then the sharp ones."""
    slept, told = [], iter((ROUGH, ROUGH, SHARP))

    class Told:
        def look(self, _):
            return next(told)

    monkeypatch.setattr(live, "live_runs", Told)
    monkeypatch.setattr(live.time, "sleep", slept.append)
    return slept


def test_what_is_near_is_awaited(glances):
    assert _awaited(DESIGN, ROUGH, ROUGH) == SHARP
    assert glances == [live.GLANCE] * 3


def test_nobody_waits_for_more_where_there_are_numbers_that_the_page_does_not_show(glances):
    assert _awaited(DESIGN, ROUGH, SHARP) == SHARP
    assert glances == []
