"""The middle of a quantity, where a result needs one number."""

from simulation.values.quantity import Quantity


def middle(quantity: Quantity) -> float:
    """Return the value, the most likely value, the median or the mean: whichever the quantity gives."""
    return quantity.number(quantity.form) or 0.0
