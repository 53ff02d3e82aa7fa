"""Numbers of the data files as they are read in Danish."""

from simulation.reports.deliverables.danish_fields import FORMS, UNITS
from simulation.reports.page.numbers import HARD, MINUS, THIN, number
from simulation.values.quantity import Quantity, Unit

LARGE = 999.5
"""From here on decimals say nothing."""


def figure(value: float) -> str:
    """Return a number with decimal comma, at most four digits below a thousand; from there whole."""
    text = f"{abs(value):.4g}" if abs(value) < LARGE else f"{abs(value):,.0f}"
    text = text.replace(",", THIN).replace(".", ",")
    return MINUS + text if value < 0 else text


def in_words(quantity: Quantity) -> str:
    """Return a quantity with its unit: "8 (3–20) arbejdsdage", "12 (5–25) %"."""
    scale = 100 if quantity.unit == Unit.SHARE else 1
    numbers = {name: figure(scale * value) for name, value in quantity.numbers().items()}
    form = quantity.form
    middle = numbers[form]
    if form in ("value", "mode"):
        pattern = FORMS["range"] if "low" in numbers and "high" in numbers else FORMS["value"]
    else:
        pattern = FORMS[form]
    unit = UNITS[quantity.unit][middle != "1" or "low" in numbers]
    return pattern.format(**{"value": middle, **numbers}, unit=unit).strip().replace(" %", f"{HARD}%")


def measured(values: dict[str, float | None] | None, unit: str) -> str:
    """Return a value of a result with its interval, shares in per cent; nothing where it is not defined."""
    if not values or values.get("mean") is None:
        return ""
    mean, low, high = (number(values.get(key), unit, "da").removesuffix(f"{HARD}%") for key in ("mean", "low", "high"))
    return f"{mean} ({low}–{high})"
