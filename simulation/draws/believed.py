"""A quantity moved to one end of what is believed of it, to see how much a result rests on it."""

from typing import Literal

from simulation.values.quantity import Quantity, Unit

UNSURE = {"low": 0.5, "high": 1.5}
"""What a lognormal or exponential is multiplied by: it has no believed range of its own, so half as much either way."""


def with_believed(quantity: Quantity, end: Literal["low", "high"]) -> Quantity:
    """Return the quantity with its number at the low or high end of the believed range, all else equal.

    - a fixed value with a range moves to that end of it, and one without a range stays;
    - the most likely value of a PERT moves to that end, and the ends stay;
    - median and 95th percentile of a lognormal, or the mean of an exponential, are multiplied by 0.5 or 1.5,
      a share to at most 1.
    """
    moved = {name: getattr(quantity, end) for name in ("value", "mode") if getattr(quantity, name) is not None}
    if moved and quantity.number(end) is None:
        return quantity
    return Quantity.model_validate(quantity.model_dump() | (moved or _scaled(quantity, UNSURE[end])))


def _scaled(quantity: Quantity, factor: float) -> dict[str, float]:
    """Return the numbers times a factor, as far as the unit allows."""
    largest = 1.0 if quantity.unit is Unit.SHARE else 1e9
    return {name: min(number * factor, largest) for name, number in quantity.numbers().items()}
