"""How much of their open hours people work."""

import numpy as np

from simulation.engine.kinds import Kind
from simulation.engine.log import Log
from simulation.population.inputs import Inputs

WORKED = (
    Kind.STEP_DONE,
    Kind.CONTACT_SOUGHT,
    Kind.REQUEST_SENT,
    Kind.REQUEST_REMINDED,
    Kind.REPLY_READ,
    Kind.LOOKED_UP,
)
"""Rows that carry the minutes of a worker. Other work of a pool is taken from its table: a lean log gives the same."""


def use_of(inputs: Inputs, log: Log) -> dict[str, float]:
    """Return the share of open minutes worked, by role with persons or a pool.

    Formula: (minutes of finished work + other work that came in) / (open minutes x people).
    """
    worker, is_work = log["worker"], np.isin(log["kind"], WORKED)
    minutes = np.bincount(worker[is_work & (worker >= 0)], log["value"][is_work & (worker >= 0)], len(inputs.servers))
    found: dict[str, float] = {}
    for place, name in enumerate(inputs.names.roles):
        servers = [number for number, server in enumerate(inputs.servers) if server.role == place]
        if servers:
            other = sum(handling for number in servers for _, handling in inputs.servers[number].background)
            opened = sum(_open(inputs, number) for number in servers)
            found[name] = float((minutes[servers].sum() + other) / opened) if opened else 0.0
    return found


def _open(inputs: Inputs, server: int) -> int:
    plan = inputs.servers[server]
    return plan.capacity * inputs.openings[plan.opening].open_between(0, inputs.cast.horizon)
