"""What a scenario changes, as plain values of a result."""

from typing import Any

from simulation.reading.scenario import Scenario
from simulation.reading.tree import Plain


def ledger_object(scenario: Scenario) -> list[dict[str, Any]]:
    """Return what a scenario changes, with because and place."""
    return [
        {
            "path": entry.path,
            "old": short(entry.old),
            "new": short(entry.new),
            "because": entry.because,
            "origin": entry.origin,
            "place": str(entry.place),
        }
        for entry in scenario.ledger
    ]


def short(value: Plain) -> str | None:
    """Return a value as one short text."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict) and "unit" in value:
        numbers = [value[key] for key in ("low", "mode", "value", "high", "typical", "at_most", "mean") if key in value]
        shown = [one.get("value") if isinstance(one, dict) else one for one in numbers]
        return f"{'/'.join(f'{number:g}' for number in shown if isinstance(number, int | float))} {value['unit']}"
    if isinstance(value, dict):
        return ", ".join(sorted(map(str, value)))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
