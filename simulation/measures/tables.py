"""Numbers per citizen along further axes, as means of each persona's citizens."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulation.measures.followed import Flags, Floats, share
from simulation.population.cast import Integers

Axes = tuple[tuple[str, ...], ...]
"""Names along each axis."""


@dataclass(frozen=True)
class Table:
    """One number per persona and place on further axes."""

    values: Floats
    """(personas, ...); nan where the persona has no citizen that it is defined for."""
    axes: Axes
    """Names along each axis after the first."""


def table_of(numbers: Floats, axes: Axes, persona: Integers, personas: int) -> Table:
    """Return the mean over the citizens of each persona that a number is defined for."""
    is_defined = ~np.isnan(numbers)
    sums = _per_persona(np.where(is_defined, numbers, 0), persona, personas)
    return Table(share(sums, _per_persona(is_defined, persona, personas)), axes)


def _per_persona(numbers: Floats | Flags, persona: Integers, personas: int) -> Floats:
    """Return the sum over the citizens of each persona."""
    order = np.argsort(persona, kind="stable")
    there, first = np.unique(persona[order], return_index=True)
    sums = np.zeros((personas, *numbers.shape[1:]))
    sums[there] = np.add.reduceat(numbers[order], first, axis=0, dtype=np.float64)
    return sums


def joint_axes(tables: Sequence[Table]) -> Axes:
    """Return axes that hold every name of several tables, in the order they are first met.

    Where not every actor took a proposal up, one replication may know names that another does not.
    """
    by_axis = zip(*(table.axes for table in tables), strict=True)
    return tuple(tuple(dict.fromkeys(name for axis in axes for name in axis)) for axes in by_axis)


def on_axes(table: Table, axes: Axes) -> Floats:
    """Return the values of a table on wider axes, nan for names that it does not know."""
    if table.axes == axes:
        return table.values
    found = np.full((len(table.values), *(len(axis) for axis in axes)), np.nan)
    places = [[axis.index(name) for name in own] for own, axis in zip(table.axes, axes, strict=True)]
    found[np.ix_(range(len(table.values)), *places)] = table.values
    return found


def with_mixed(values: Floats, weights: Floats) -> Floats:
    """Return a table with one more row: the mean of the personas that have a value, with their weights."""
    is_defined = ~np.isnan(values)
    summed = np.tensordot(weights, np.where(is_defined, values, 0), axes=1)
    whole = np.tensordot(weights, is_defined.astype(np.float64), axes=1)
    return np.concatenate([values, share(summed, whole)[None]])


def mean_of(numbers: Floats) -> Floats:
    """Return the mean over the first axis, of what is defined."""
    is_defined = ~np.isnan(numbers)
    return share(np.where(is_defined, numbers, 0).sum(axis=0), is_defined.sum(axis=0).astype(np.float64))
