"""What the measures say holds in every world that hypothesis draws (docs/semantics.md S6.4, S10, S11)."""

import numpy as np
from any_worlds import worlds
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from one_minute import coarse

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.log import lean
from simulation.engine.reference.run import play
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
