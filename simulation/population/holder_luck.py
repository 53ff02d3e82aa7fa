"""How the luck of asking is drawn: habits, outreach, ways that are open, and what is misjudged."""

import numpy as np

from simulation.draws.inverse import amounts, whether
from simulation.draws.uniforms import Uniforms
from simulation.population.cast import DAY, Integers
from simulation.population.columns import Flags
from simulation.population.lots import HUNDRED, percent
from simulation.values.quantity import Quantity

NEVER_ASKED = 1_000_000
"""A habit threshold that nobody's outreach reaches."""


def at_least_one(quantity: Quantity, uniforms: Uniforms) -> Integers:
    """Return amounts of a quantity, never below one."""
    return np.maximum(amounts(quantity, uniforms), 1)


def percent_of(whom: Flags, factor: Quantity, uniforms: Uniforms) -> Integers:
    """Return a factor in per cent for some, and 100 for all others."""
    return np.where(whom, percent(factor, uniforms), HUNDRED)


def stays_out(share: Quantity, uniforms: Uniforms) -> Flags:
    """Return whom a share does not reach."""
    return ~whether(share, uniforms)


def span(delay: Integers, day: int) -> Integers:
    """Return delays as minutes of the clock, to compare ways: five working days are seven days."""
    return np.where(delay < 0, -1 - delay, delay * DAY * 7 // (max(day, 1) * 5))


def quickest(day: int, covered: Flags, other: Integers, now: Integers) -> Integers:
    """Return the delay of another way where it is open and quicker."""
    return np.where(covered & (span(other, day) < span(now, day)), other, now)


def added(covered: Flags, more: Integers, now: Integers) -> Integers:
    """Return amounts with more of them where something is open."""
    return now + np.where(covered, more, 0)


def least_outreach(attention: float, uniforms: Uniforms) -> Integers:
    """Return the least outreach, in per cent, of an owner who asks of habit."""
    least = np.floor(HUNDRED * uniforms / attention).astype(np.int64) + 1
    return np.where(least <= HUNDRED, least, NEVER_ASKED)


def least_relation(share: float, spared: float, uniforms: Uniforms) -> Integers:
    """Return the relation in per cent below which the asker misjudges; 0 never, 101 always."""
    if share <= 0:
        return np.zeros(len(uniforms), dtype=np.int64)
    least = np.ceil(HUNDRED * (1 - uniforms / share) / spared) if spared > 0 else np.full(len(uniforms), HUNDRED + 1)
    return np.where(uniforms < share, np.clip(least, 0, HUNDRED + 1), 0).astype(np.int64)
