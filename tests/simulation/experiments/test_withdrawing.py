"""A consent withdrawn in the room: the same luck, equal logs until that minute, and nothing shared from it on."""

import numpy as np
import pytest

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.log import COLUMNS
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.replication import Played, played
from simulation.experiments.withdrawing import after_withdrawal, place_of
from simulation.measures.knowledge import knowledge
from simulation.reports.desks import desks_of
from simulation.values.cannot_run import CannotRun

DAY = 1440


@pytest.fixture(scope="module", params=["rehabilitation/to_be_long", "dual_diagnosis/to_be_short"])
def found(request: pytest.FixtureRequest) -> Played:
    return played(scenario_of(Asked(request.param)), Luck(1, 0), 6)


def test_until_the_withdrawal_the_logs_are_equal_and_from_then_nothing_that_needs_consent_comes(found: Played):
    name, folder = next(iter(desks_of(found, "en").folders.items()))
    day = 40
    changed = after_withdrawal(found, name, day)
    minute = (int(found.inputs.cast.opened[place_of(found, name)]) // DAY + day) * DAY + DAY // 2
    before = int((found.log["time"] < minute).sum())
    assert all(np.array_equal(found.log[one][:before], changed.log[one][:before]) for one in COLUMNS)
    own = changed.log["citizen"] == place_of(changed, name)
    rows = np.flatnonzero(own & (changed.log["kind"] == Kind.CONSENT_WITHDRAWN))
    assert changed.log["time"][rows].tolist() == [minute]
    after = desks_of(changed, "en").folders[name]
    for actor in sorted({here.actor for here in folder.frame.one.happened if here.actor}):
        at = minute - int(found.inputs.cast.opened[place_of(found, name)])
        then = knowledge(after.frame, actor, at)
        assert not any(item.is_live and item.why == "consent" for item in then.items)
        later = {item.row for item in knowledge(after.frame, actor, at + 20 * DAY).items if item.why == "consent"}
        given_anew = [here for here in after.frame.one.happened if here.kind == Kind.CONSENT_GIVEN and here.minute > at]
        assert given_anew or later <= {item.row for item in then.items}


def test_where_no_consent_is_in_force_nothing_changes_and_nobody_else_is_named(found: Played):
    name = next(iter(desks_of(found, "en").folders))
    assert after_withdrawal(found, name, 0) is found
    with pytest.raises(CannotRun, match="no observed citizen nobody-7"):
        after_withdrawal(found, "nobody-7", 3)
