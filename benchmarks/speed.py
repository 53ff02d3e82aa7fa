"""How quick the processor is now: it is shared with other machines, and runs now quick, now slow."""

import time
from collections.abc import Sequence
from statistics import median

LOOP = 100_000
"""Turns of the loop; a few milliseconds."""


def looped() -> float:
    """Return the processor seconds of a loop that is always the same."""
    begun, total = time.process_time(), 0
    for turn in range(LOOP):
        total += turn & 7
    return time.process_time() - begun


def steady(taken: Sequence[tuple[float, float]], quick: float) -> float:
    """Return the median of what moves took, each as if the loop beside it had been as quick as given.

    Args:
        taken: of each move what it took, and what the loop took beside it.
        quick: what the loop took at its quickest.
    """
    return median(time * quick / loop for time, loop in taken)
