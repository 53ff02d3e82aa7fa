"""Queues with a known answer: one pool that is always open, whose waits must meet theory (seeds fixed beforehand)."""

from math import exp, factorial, log
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest
from any_worlds import whole
from scipy.stats import t as student
from small_worlds import WEEKDAYS, actor, days, factor, pool, quantity, share, step, text, week

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.reference.run import play
from simulation.model.world import World
from simulation.population.inputs import inputs_of

GAP, REPLICATIONS, SEED = 1000, 20, 2024
"""Minutes between arrivals on average: so many that whole minutes do not matter."""
NINETY_FIFTH = NormalDist().inv_cdf(0.95)


def queue(staff: int, handling: dict[str, Any]) -> World:
    always = week("00:00-24:00", WEEKDAYS, public_holidays=False)
    anybody = {"title": "a", "fictitious": True, "age": 40, "story": text(), "motive": text(), "case_type": "plain"}
    setting = {
        "id": "s",
        "title": text(),
        "version": "1",
        "status": "draft",
        "rule_set": "rules",
        "start": "2024-04-22",
    }
    return whole(
        {
            "setting": setting | {"warm_up": days(200), "follow_up": days(30)},
            "profile": {"id": "town", "title": text(), "arrivals_every": quantity("minutes", mean=GAP)},
            "course": {"id": "c", "title": text(), "summary": text(), "closes": "serve", "clocks": {}},
            "calendars": {"office": always},
            "steps": {"serve": step("work", by="desk", minutes=handling)},
            "roles": {"desk": pool(staff)},
            "actors": {"office": actor()},
            "case_types": {"plain": {"title": text()}},
            "personas": {
                "a": anybody | {"format": 1, "id": "a", "weight": factor(1), "overview": share(0), "willing": share(0)}
            },
        }
    )


def measured(world: World, citizens: int) -> np.ndarray:
    """Return (mean wait, share that waits, mean handling) of the observed citizens, one row per replication."""
    found = []
    for replication in range(REPLICATIONS):
        inputs = inputs_of(world, Luck(SEED, replication), citizens)
        events = play(inputs)
        of_kind = {kind: events["kind"] == kind for kind in (Kind.STEP_ASKED, Kind.STEP_STARTED)}
        asked, started = (
            dict(zip(events["citizen"][rows].tolist(), events["time"][rows].tolist(), strict=True))
            for rows in of_kind.values()
        )
        waits = np.array([started[who] - asked[who] for who in np.flatnonzero(inputs.cast.observed).tolist()])
        minutes = events["value"][events["kind"] == Kind.STEP_DONE]
        found.append((waits.mean(), (waits > 0).mean(), minutes.mean()))
    return np.array(found)


def erlang_c(staff: int, load: float) -> float:
    """Return the share that waits where so many servers have a load (arrival rate times mean service)."""
    last = load**staff / factorial(staff) * staff / (staff - load)
    return last / (sum(load**k / factorial(k) for k in range(staff)) + last)


def exponential(mean: float) -> dict[str, Any]:
    return quantity("minutes", mean=mean)


def lognormal(mean: float, spread: float) -> dict[str, Any]:
    median = mean * exp(-spread * spread / 2)
    return quantity("minutes", typical=median, at_most=median * exp(spread * NINETY_FIFTH))


def waits_more(staff: int, mean: float, square_of_variation: float = 1.0) -> tuple[float, float]:
    """Return (mean wait, share that waits): M/M/c, or M/G/1 by Pollaczek and Khinchine."""
    load = mean / GAP
    waiting = erlang_c(staff, load)
    return waiting * mean / (staff - load) * (1 + square_of_variation) / 2, waiting


@pytest.mark.parametrize(
    ("staff", "mean", "handling", "square_of_variation"),
    [
        pytest.param(1, 600, exponential(600), 1.0, id="M/M/1"),
        pytest.param(3, 2250, exponential(2250), 1.0, id="M/M/3"),
        pytest.param(1, 600, lognormal(600, 0.7), exp(0.7**2) - 1, id="M/G/1"),
        pytest.param(1, 800, exponential(800), 1.0, id="M/M/1, busy", marks=pytest.mark.slow),
        pytest.param(5, 4000, exponential(4000), 1.0, id="M/M/5, busy", marks=pytest.mark.slow),
    ],
)
def test_waits_meet_theory(request, staff, mean, handling, square_of_variation):
    is_busy = "busy" in request.node.callspec.id
    found = measured(queue(staff, handling), 2000 if is_busy else 500)
    expected = (*waits_more(staff, mean, square_of_variation), mean)
    centre, error = found.mean(axis=0), found.std(axis=0, ddof=1) / REPLICATIONS**0.5
    reach = student.ppf(0.9995, REPLICATIONS - 1) * error
    assert (np.abs(centre - expected) <= reach).all(), (centre, reach, expected)
    assert reach[0] < expected[0] / 4


def test_the_textbook_itself():
    assert erlang_c(1, 0.6) == pytest.approx(0.6)
    assert erlang_c(2, 1.0) == pytest.approx(1 / 3)
    assert log(exponential(1)["mean"]) == 0
