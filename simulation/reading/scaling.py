"""Numbers that a change multiplies, and what then stands behind them."""

from collections.abc import Mapping

from simulation.reading.change_list import Change
from simulation.reading.quantities import EVIDENCE_KEYS, NUMBER_PARTS, is_number, is_point
from simulation.reading.tree import Plain

_WEAKEST_LAST = ("measured", "reported", "estimated", "assumed")


def scaled_quantity(quantity: Mapping[str, Plain], change: Change, reason: str) -> Plain:
    """Return a quantity or one part of it with its numbers scaled and its evidence weakened to match."""
    unit = quantity.get("unit")
    numbers = {part: scaled_part(quantity[part], unit, change, reason) for part in NUMBER_PARTS if part in quantity}
    return {**_weakened(quantity, change, reason), **numbers}


def scaled_part(part: Plain, unit: Plain, change: Change, reason: str) -> Plain:
    """Return one number of a quantity scaled: shares as odds, all else multiplied."""
    if is_point(part):
        return {**_weakened(part, change, reason), "value": scaled_part(part["value"], unit, change, reason)}
    if not is_number(part):
        return part
    if unit == "share":
        return _scaled_odds(part, change.factor)
    return scaled_number(part, change.factor)


def scaled_number(number: float, factor: float) -> float:
    """Return a product; a whole number stays one where it can."""
    product = number * factor
    return int(product) if isinstance(number, int) and product.is_integer() else product


def assumed_point(number: Plain, reason: str) -> Plain:
    """Return a plain number that a change put into a quantity, apart from the evidence of that quantity."""
    return {"value": number, "kind": "assumed", "because": reason}


def _scaled_odds(share: float, factor: float) -> float:
    """Return the share whose odds are the factor times as great: 0 stays 0, and 1 stays 1.

    >>> round(_scaled_odds(0.5, 3), 9)
    0.75
    """
    whole = 1 - share + share * factor
    return share * factor / whole if whole else share


def _weakened(old: Mapping[str, Plain], change: Change, reason: str) -> dict[str, Plain]:
    """Return a quantity with evidence no stronger than that of the change; its arithmetic holds no longer."""
    given = change.argument.value if change.argument else None
    kept = {key: part for key, part in old.items() if key != "worked_out"}
    if not isinstance(given, Mapping) or "kind" not in given:
        return {**kept, "kind": "assumed", "because": reason}
    evidence = {key: given[key] for key in EVIDENCE_KEYS if key in given}
    bare = {key: part for key, part in kept.items() if key not in EVIDENCE_KEYS}
    return {**bare, "because": reason, **evidence, "kind": _weaker(old.get("kind"), given["kind"])}


def _weaker(one: Plain, other: Plain) -> Plain:
    ranks = {kind: rank for rank, kind in enumerate(_WEAKEST_LAST)}
    return max(one, other, key=lambda kind: ranks.get(str(kind), -1))
