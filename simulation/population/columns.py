"""Columns of luck that are worked out when first read; scenarios of one luck share those that are made of the same."""

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from simulation.population.cast import Cast, Integers

Flags = NDArray[np.bool_]
Turn = Callable[..., Integers | Flags]
"""What turns given values, and at last uniforms, into one whole number or one yes or no per citizen."""
Given = object
"""A value a column is made of: an array, another column, or what can be looked up in a dictionary."""


class Column:
    """One whole number per citizen."""

    def __init__(self, make: Callable[[], Integers | Flags]) -> None:
        """Say how the numbers are worked out; most columns are of attempts that nobody makes, and are never read."""
        self._make = make

    @cached_property
    def numbers(self) -> Integers:
        """The numbers, in order of citizens."""
        return self._make().astype(np.int64, copy=False)

    @cached_property
    def plain(self) -> list[int]:
        """The same as plain numbers, which an engine that asks for one at a time reads faster."""
        found: list[int] = self.numbers.tolist()
        return found


def column_of(numbers: Integers | Flags) -> Column:
    """Return a column of numbers that are already there."""
    return Column(lambda: numbers)


def drawn(cast: Cast, purpose: str, times: int, turn: Turn, *given: Given) -> Sequence[Column]:
    """Return the columns of a purpose: what `turn` makes of the given values and of the uniforms of each time.

    The same turn of the same values is the same column, so `turn` must depend on nothing else.
    """
    kept = _kept(cast, (purpose, turn, *map(_sameness, given)))
    for time in range(len(kept), times):
        kept.append(Column(partial(_turned, cast, purpose, time, turn, given)))
    return kept[:times]


def combined(cast: Cast, turn: Turn, *given: Given) -> Column:
    """Return what `turn` makes of given values, columns among them."""
    kept = _kept(cast, (turn, *map(_sameness, given)))
    if not kept:
        kept.append(Column(partial(_combined, turn, given)))
    return kept[0]


def together(cast: Cast, purpose: str, turn: Callable[..., list[Integers]], *given: Given) -> Sequence[Column]:
    """Return the columns that `turn` makes of a cast, a purpose and given values, all at once."""
    kept = _kept(cast, (purpose, turn, *map(_sameness, given)))
    if not kept:
        kept += map(column_of, turn(cast, purpose, *given))
    return kept


def _kept(cast: Cast, key: tuple[Hashable, ...]) -> list[Column]:
    cast.ask_for(key)
    return cast.columns.setdefault(key, [])


def _turned(cast: Cast, purpose: str, time: int, turn: Turn, given: tuple[Given, ...]) -> Integers | Flags:
    return turn(*given, cast.uniforms_once(purpose, time))


def _combined(turn: Turn, given: tuple[Given, ...]) -> Integers | Flags:
    return turn(*(value.numbers if isinstance(value, Column) else value for value in given))


def _sameness(value: Given) -> Hashable:
    """Return what two values have in common when they are the same."""
    return value.tobytes() if isinstance(value, np.ndarray) else value
