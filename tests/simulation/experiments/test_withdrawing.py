"""A consent withdrawn in the room: the same luck, equal logs until that minute, and nothing shared from it on."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from any_contact_worlds import contact_worlds
from any_worlds import worlds
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from withdrawals import Drawn, withdrawals, withdrawn

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.log import COLUMNS
from simulation.engine.reference.run import play
from simulation.experiments.asked import Asked, Withdrawn, scenario_of
from simulation.experiments.replication import Played, played
from simulation.experiments.withdrawing import after_withdrawal, place_of
from simulation.measures.knowledge import knowledge
from simulation.measures.known import Item
from simulation.measures.rights import Answer, Why
from simulation.model.world import World
from simulation.population.inputs import inputs_of
from simulation.reports.desks import Folder, desks_of
from simulation.values.cannot_run import CannotRun

DAY = 1440
tried = partial(
    settings,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)


@pytest.fixture(scope="module", params=["rehabilitation/to_be_long", "dual_diagnosis/to_be_short"])
def found(request: pytest.FixtureRequest) -> Played:
    return played(scenario_of(Asked(request.param)), Luck(1, 0), 8)


def noon(found: Played, name: str, day: int) -> int:
    """Return the minute of the replication at which a citizen withdraws."""
    return (int(found.inputs.cast.opened[place_of(found, name)]) // DAY + day) * DAY + DAY // 2


def same_until(minute: int, one: Played, other: Played) -> bool:
    before = [int((log["time"] < minute).sum()) for log in (one.log, other.log)]
    same = all(np.array_equal(one.log[name][: before[0]], other.log[name][: before[0]]) for name in COLUMNS)
    return before[0] == before[1] and same


def said(found: Played, name: str, minute: int) -> list[int]:
    """Return what rows of a withdrawal by a citizen at a minute say."""
    log = found.log
    own = (log["citizen"] == place_of(found, name)) & (log["time"] == minute)
    return log["value"][own & (log["kind"] == Kind.CONSENT_WITHDRAWN)].tolist()


@tried(max_examples=40)
@given(st.one_of(worlds(), contact_worlds()), withdrawals())
def test_until_the_minute_of_a_withdrawal_the_logs_of_all_are_equal(world: World, drawn: Drawn):
    inputs = inputs_of(world, Luck(1, 0), 4)
    before = Played(world, inputs, play(inputs))
    name, after = withdrawn(before, drawn)
    minute = noon(before, name, drawn[1])
    assert same_until(minute, before, after)
    bits = sum(1 << place for place, one in enumerate(sorted(world.domains)) if one in drawn[2])
    if after is not before and said(after, name, minute) != said(before, name, minute):
        (value,) = said(after, name, minute)
        assert value == -1 if not drawn[2] else value & bits == bits
    else:
        assert all(np.array_equal(before.log[one], after.log[one]) for one in COLUMNS)


def of_consent(folder: Folder, minute: int) -> Iterator[tuple[frozenset[str], Item]]:
    """Yield what anybody has by consent at a minute, with the domains that it takes."""
    actors = {here.actor for here in folder.frame.one.happened if here.actor}
    for actor in sorted(actors | folder.frame.members):
        for item in knowledge(folder.frame, actor, minute).items:
            if item.why == Why.CONSENT:
                yield folder.frame.rights.domains_of(item.giver, item.data_type), item


@pytest.mark.parametrize("domains", [(), ("mental_health", "social")])
def test_from_the_minute_of_a_withdrawal_its_domains_stand_still_and_the_others_go_on(found: Played, domains):
    others_go_on = 0
    for name in list(desks_of(found, "en").folders)[:2]:
        changed = after_withdrawal(found, Withdrawn(name, 40, domains))
        minute = noon(found, name, 40)
        assert same_until(minute, found, changed)
        assert len(said(changed, name, minute)) == 1
        folder = desks_of(changed, "en").folders[name]
        at = minute - int(found.inputs.cast.opened[place_of(found, name)])
        stopped = frozenset(domains or folder.frame.rights.domains)
        consent = knowledge(folder.frame, folder.frame.one.owner, at).consent
        assert consent.answer == Answer.WITHDRAWN
        assert not any(consent.covers(one) for one in stopped)
        anew = [one.minute for one in folder.frame.one.happened if one.kind == Kind.CONSENT_GIVEN and one.minute > at]
        until = min(anew, default=folder.minute(folder.days)) if not domains else folder.minute(folder.days)
        for taken, item in of_consent(folder, until):
            if taken & stopped:
                assert item.since < at
                assert item.is_before_withdrawal
                assert not item.is_live
            else:
                others_go_on += item.since > at
    assert (others_go_on > 0) == bool(domains)


def test_where_no_consent_is_in_force_nothing_changes_and_nobody_else_is_named(found: Played):
    name = next(iter(desks_of(found, "en").folders))
    assert after_withdrawal(found, Withdrawn(name, 0)) is found
    with pytest.raises(CannotRun, match="no observed citizen nobody-7"):
        after_withdrawal(found, Withdrawn("nobody-7", 3))
    with pytest.raises(CannotRun, match="no domain weather"):
        after_withdrawal(found, Withdrawn(name, 40, ("social", "weather")))
