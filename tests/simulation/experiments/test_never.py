"""What never happens in the shipped course, whatever is proposed: nothing gives a secret away, no short cut to a paper."""

import numpy as np
import pytest

from simulation.engine.kinds import Kind
from simulation.experiments.asked import Asked, scenario_of

LONG = tuple(
    name
    for name in scenario_of(Asked("rehabilitation/to_be_long")).file.interventions
    if name not in ("common_practice", "wider_consent")
)
SEEN = ("time", "citizen", "kind", "step", "actor", "role", "worker", "data_type", "from_actor", "channel", "value")


@pytest.mark.parametrize("more", [(), LONG], ids=["as is", "long term"])
def test_a_department_that_is_kept_out_is_not_told_from_one_that_is_not_there(short, play, more):
    """S8.3: with the same luck the professionals' course is the same, whether there is a secret or none."""
    name = short("secret", "personas: [mette_34]\n")
    mette = scenario_of(Asked(name)).world.personas["mette_34"]
    without = {
        "personas__mette_34__involves": listed(one for one in mette.involves if one != "family_department"),
        "personas__mette_34__has": listed(one for one in mette.has if one != "family_assessment"),
        "personas__mette_34__willing_for": "{}",
    }
    logs = [
        seen(play(name, *more, citizens=12, uptake=1, **settings))
        for settings in (
            {"personas__mette_34__excludes__family": 1, "personas__mette_34__willing_for__family_department": 0},
            {"personas__mette_34__excludes__family": 1, **without},
            {"personas__mette_34__excludes__family": 0, "personas__mette_34__willing_for__family_department": 1},
        )
    ]
    assert all(np.array_equal(logs[0][column], logs[1][column]) for column in SEEN)
    assert not all(np.array_equal(logs[0][column], logs[2][column]) for column in SEEN)


def listed(ids) -> str:
    return f"[{', '.join(ids)}]"


def seen(result) -> dict[str, np.ndarray]:
    """Return the log without what only measures know: that something was missing, and why."""
    kept = result.log["kind"] != Kind.DATA_MISSING
    assert (result.log["kind"] == Kind.CONSENT_GIVEN).sum() > 12
    return {column: result.log[column][kept] for column in SEEN}


@pytest.mark.parametrize("more", [(), LONG], ids=["as is", "long term"])
def test_a_specialist_certificate_comes_only_through_health_coordinator_and_clinical_unit(short, play, more):
    answers = "steps__choose_specialist_certificate__answers__"
    result = play(short("certified"), *more, citizens=6, **{f"{answers}needed": 1, f"{answers}not_needed": 0})
    names, log, world = result.inputs.names, result.log, result.world
    paper = log["data_type"] == names.data_type["specialist_certificate"]
    assert set(log["kind"][paper].tolist()) == {Kind.DATA_CREATED}
    assert set(log["actor"][paper].tolist()) == {names.actor["clinical_unit"]}
    asked = (log["kind"] == Kind.STEP_DONE) & (log["step"] == names.step["ask_specialist_certificate"])
    assert set(log["role"][asked].tolist()) == {names.role["health_coordinator"]}
    first = {int(log["citizen"][row]): int(log["time"][row]) for row in np.flatnonzero(asked)[::-1]}
    written = np.flatnonzero(paper)
    assert len(written) >= 6
    assert all(first[int(log["citizen"][row])] <= log["time"][row] for row in written)
    certificates = [names.data_type[name] for name, kind in world.data_types.items() if kind.form == "certificate"]
    specialists = names.actor["specialists"]
    theirs = (log["actor"] == specialists) | (log["from_actor"] == specialists)
    assert len(certificates) >= 3
    assert not (theirs & np.isin(log["data_type"], certificates)).any()


def test_what_a_step_produces_comes_into_being_for_somebody(short, play):
    result = play(short("produced"), citizens=40)
    names, log = result.inputs.names, result.log
    done = set(log["step"][log["kind"] == Kind.STEP_DONE].tolist())
    created = log["kind"] == Kind.DATA_CREATED
    found = set(zip(log["step"][created].tolist(), log["data_type"][created].tolist(), strict=True))
    produced = {
        (name, item)
        for name, step in result.world.steps.items()
        if names.step[name] in done and step.on is None
        for item in getattr(step, "produces", ())
    }
    assert len(produced) > 12
    assert {pair for pair in produced if (names.step[pair[0]], names.data_type[pair[1]]) not in found} == set()
