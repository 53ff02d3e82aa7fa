"""Withdrawals drawn by hypothesis, for worlds whose consent is given in the step `agree`."""

from dataclasses import replace

from hypothesis import strategies as st

from simulation.experiments.asked import Withdrawn
from simulation.experiments.replication import Played
from simulation.experiments.withdrawing import after_withdrawal
from simulation.population.cast import DAY
from simulation.population.inputs import Inputs
from simulation.population.tables import TakenBack
from simulation.reports.desks import desks_of

DOMAINS = ("plain", "secret")
Drawn = tuple[int, int, frozenset[str]]
"""Whose of the citizens, from 0; day since opening; domains, none for all."""


def withdrawals() -> st.SearchStrategy[Drawn]:
    """Return withdrawals of the first forty days: of all consent or of some domains."""
    return st.tuples(st.integers(0, 3), st.integers(1, 40), st.frozensets(st.sampled_from(DOMAINS)))


def taking_back(inputs: Inputs, *drawn: Drawn) -> Inputs:
    """Return inputs in which citizens take back what was drawn, at the time of day after their cases opened."""
    names, opened = inputs.names, inputs.cast.opened
    return replace(
        inputs,
        taken_back=tuple(
            TakenBack(
                minute=int(opened[who % len(opened)]) + day * DAY,
                citizen=who % len(opened),
                step=names.step["agree"],
                domains=sum(1 << names.domain[name] for name in domains),
            )
            for who, day, domains in drawn
        ),
    )


def withdrawn(found: Played, drawn: Drawn) -> tuple[str, Played]:
    """Return the observed citizen that is meant, and the replication in which it withdraws."""
    ids = sorted(desks_of(found, "en").folders)
    who, day, domains = drawn
    name = ids[who % len(ids)]
    return name, after_withdrawal(found, Withdrawn(name, day, tuple(sorted(domains))))
