"""Numbers as they are read in Danish and English: rounded sensibly, decimal comma, thin thousand separator."""

import math
from collections.abc import Iterable, Sequence

from simulation.values.wording import Lang

THIN = "\u202f"
"""Narrow no-break space."""
HARD = "\u00a0"
"""No-break space."""
MINUS = "\u2212"
UNDEFINED = "–"
PLACES = {
    "days": (0, 1, 2),
    "count": (0, 1, 2),
    "share": (0, 1, 1),
    "minutes": (0, 1, 1),
    "hours": (0, 1, 1),
    "dkk": (0, 0, 0),
}
"""Decimals from 10 up, from 1 up, and below; a share is counted in per cent."""


def places_of(unit: str, *sizes: float | None) -> int:
    """Return how many decimals the largest of some numbers deserves."""
    scale = 100 if unit == "share" else 1
    size = max((abs(size) * scale for size in sizes if size is not None and math.isfinite(size)), default=0.0)
    large, middle, small = PLACES.get(unit, (0, 1, 2))
    if round(size, 1) >= 10 or size == 0:
        return large
    return middle if round(size, 2) >= 1 else small


def plain(value: float, places: int, lang: Lang) -> str:
    """Return a number with so many decimals."""
    text = f"{abs(value):,.{places}f}"
    if lang == "da":
        text = text.replace(",", THIN).replace(".", ",")
    is_zero = not text.strip(f"0.,{THIN}")
    return text if value >= 0 or is_zero else MINUS + text


def number(value: float | None, unit: str, lang: Lang, *, places: int | None = None) -> str:
    """Return a value as it stands in a table: shares in per cent, everything else without its unit."""
    if value is None or not math.isfinite(value):
        return UNDEFINED
    decimals = places_of(unit, value) if places is None else places
    if unit == "share":
        return plain(100 * value, decimals, lang) + (f"{HARD}%" if lang == "da" else "%")
    return plain(value, decimals, lang)


def whole(value: float | None, lang: Lang) -> str:
    """Return a count of things."""
    return UNDEFINED if value is None or not math.isfinite(value) else plain(value, 0, lang)


def signed(value: float | None, unit: str, lang: Lang, *, places: int | None = None) -> str:
    """Return a difference with its sign in front."""
    text = number(value, unit, lang, places=places)
    return f"+{text}" if value is not None and value > 0 and any(digit in text for digit in "123456789") else text


def middle_places(unit: str, mean: float | None, low: float | None, high: float | None) -> int:
    """Return the decimals of a mean and its interval: those of the mean, fewer where the interval is wide."""
    half = abs(high - low) / 2 if high is not None and low is not None else None
    return places_of(unit, mean, half)


def common_places(unit: str, numbers: Iterable[float | None]) -> int:
    """Return the decimals that numbers under each other share: those of the smallest, within reason."""
    known = [abs(value) for value in numbers if value is not None and math.isfinite(value) and value]
    if not known:
        return 0
    return min(max(places_of(unit, value) for value in known), places_of(unit, max(known)) + 1)


def differ(numbers: Sequence[float | None], place: int) -> float | None:
    """Return how much the number at a place exceeds the first."""
    first, other = numbers[0] if numbers else None, at(numbers, place)
    return None if first is None or other is None else other - first


def at(numbers: Sequence[float | None] | None, place: int) -> float | None:
    """Return the number at a place, None where the list is shorter."""
    return None if numbers is None or place >= len(numbers) else numbers[place]
