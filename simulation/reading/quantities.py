"""Quantities while they are still plain values: which mappings are quantities, and where their numbers are."""

from collections.abc import Mapping
from typing import TypeGuard

from simulation.reading.tree import Plain

NUMBER_PARTS = ("value", "low", "mode", "high", "typical", "at_most", "mean")
EVIDENCE_KEYS = ("kind", "source", "where", "because")


def is_quantity(value: Plain) -> TypeGuard[Mapping[str, Plain]]:
    """Return whether a value is a mapping with a unit."""
    return isinstance(value, Mapping) and "unit" in value


def is_point(value: Plain) -> TypeGuard[Mapping[str, Plain]]:
    """Return whether a value is a mapping with a number but no unit, as parts of a quantity are."""
    return isinstance(value, Mapping) and "value" in value and "unit" not in value


def is_number(value: Plain) -> TypeGuard[int | float]:
    """Return whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)
