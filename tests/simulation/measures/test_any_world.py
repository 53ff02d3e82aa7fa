"""What the measures say holds in every world that hypothesis draws (docs/semantics.md S6.4, S10, S11)."""

import numpy as np
import pytest
from any_worlds import worlds
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from one_minute import coarse

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.log import lean
from simulation.engine.reference.run import play
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.replication import prepared
from simulation.measures.measured import measure
from simulation.model.world import World
from simulation.population.inputs import inputs_of
from simulation.values.causes import Cause

DAY = 1440


@settings(
    max_examples=25,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
@given(worlds(), st.sampled_from((1, 75)))
def test_causes_add_up_to_the_lead_time_exactly_and_nobody_is_lost(given_world: World, unit: int):
    with coarse(unit):
        inputs = inputs_of(given_world, Luck(1, 0), 6)
        log = play(inputs)
    full, thin = (measure(given_world, inputs, rows) for rows in (log, lean(log)))
    causes = sum(np.round(full.columns[f"cause_{cause.name.lower()}_days"] * DAY) for cause in Cause)
    assert np.array_equal(causes, np.round(full.columns["lead_time_days"] * DAY), equal_nan=True)
    closed = set(log["citizen"][log["kind"] == Kind.CASE_CLOSED].tolist())
    places = np.flatnonzero(inputs.cast.observed).tolist()
    goes_through = [inputs.closes in inputs.enters[persona] for persona in inputs.cast.persona]
    has_lead_time = [place in closed and goes_through[place] for place in places]
    assert np.isfinite(full.columns["lead_time_days"]).tolist() == has_lead_time
    assert all(np.array_equal(full.columns[name], thin.columns[name], equal_nan=True) for name in full.columns)
    assert all(
        np.array_equal(full.tables[name].values, thin.tables[name].values, equal_nan=True) for name in full.tables
    )


@pytest.mark.parametrize("name", ["dual_diagnosis/as_is", "dual_diagnosis/to_be_long", "rehabilitation/as_is"])
def test_measures_of_the_observed_alone_are_those_of_all_who_are_played(name: str):
    ready = prepared(scenario_of(Asked(name)), Luck(1, 0), 6)
    alone = ready.inputs.for_measures()
    one, all_of_them = play(alone), play(ready.inputs)
    assert alone.observed_alone == name.startswith("dual_diagnosis")
    assert (len(one) < len(all_of_them)) == alone.observed_alone
    found, expected = (measure(ready.world, ready.inputs, log) for log in (one, all_of_them))
    assert found.columns.keys() == expected.columns.keys()
    for column, numbers in expected.columns.items():
        assert np.array_equal(found.columns[column], numbers, equal_nan=True)
    for table, of_all in expected.tables.items():
        assert np.array_equal(found.tables[table].values, of_all.values, equal_nan=True)
    assert (found.use, found.absent, found.marks) == (expected.use, expected.absent, expected.marks)
