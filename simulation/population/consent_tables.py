"""Draws what citizens answer when they are asked for consent, and when they take it back."""

import numpy as np

from simulation.model.steps import ConsentStep
from simulation.population.cast import DAY, Integers
from simulation.population.lots import Lots, coded
from simulation.population.tables import ConsentPlan


def consent_plan(lots: Lots, name: str, step: ConsentStep, most: int) -> ConsentPlan:
    """Return the answers of every citizen to a consent step that is reached at most `most` times."""
    return ConsentPlan(
        refused=lots.yes(f"step.{name}.refused", step.refused, most),
        excluded=lots.keep(f"step.{name}.excluded", *[_excluded(lots, step)] * most),
        withdrawn=lots.keep(f"step.{name}.withdrawn", *(_withdrawn(lots, name, step, time) for time in range(most))),
    )


def _excluded(lots: Lots, step: ConsentStep) -> Integers:
    """Return the set of domains each citizen leaves out; the luck of a domain is the same in every consent."""
    found = np.zeros(len(lots.cast), dtype=np.int64)
    personas = [lots.world.personas[p] for p in lots.cast.personas]
    for domain in lots.names.domains:
        shares = [
            q.number("value") or 0.0 if (q := p.excludes.get(domain, step.excluded.get(domain))) else 0.0
            for p in personas
        ]
        if any(shares):
            out = lots.cast.uniforms(f"excluded.{domain}") < np.array(shares)[lots.cast.persona]
            found |= out.astype(np.int64) << lots.names.domain[domain]
    return found


def _withdrawn(lots: Lots, name: str, step: ConsentStep, time: int) -> Integers:
    """Return the minutes after consent at which each citizen withdraws it, -1 for never."""
    if step.withdrawn is None:
        return np.full(len(lots.cast), -1, dtype=np.int64)
    happens = lots.cast.uniforms(f"step.{name}.withdrawn", time) < (step.withdrawn.chance.number("value") or 0.0)
    day = lots.openings[0].day_minutes
    after = coded(step.withdrawn.after, day, 1.0, None, lots.cast.uniforms(f"step.{name}.withdrawn_after", time))
    clock = np.where(after < 0, -1 - after, after * DAY // max(day, 1))
    return np.where(happens, clock, -1)
