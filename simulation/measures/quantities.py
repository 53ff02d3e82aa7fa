"""The middle of a quantity, where a result needs one number."""

from simulation.values.quantity import Quantity


def middle(quantity: Quantity) -> float:
    """Return the value, the most likely value, the median or the mean: whichever the quantity gives."""
    names = ("value", "mode", "typical", "mean")
    return next(number for name in names if (number := quantity.number(name)) is not None)
