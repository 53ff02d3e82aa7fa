"""What documents are made from: the course as it is, its scenarios with proposals, a result where one is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulation.model.files import Intervention
from simulation.model.world import World
from simulation.reading.changes import LedgerEntry
from simulation.reading.scenario import Scenario


@dataclass(frozen=True)
class Material:
    """All that documents say comes from here."""

    as_is: World
    """The course as it is today."""
    to_be: tuple[Scenario, ...]
    """Scenarios that change it, those with few proposals first."""
    result: Mapping[str, Any] | None = None
    """A comparison as `--json` writes it (docs/results_format.md)."""

    @property
    def title(self) -> str:
        """What the course is called."""
        return self.as_is.course.title.da

    def proposals(self) -> tuple[tuple[Intervention, Scenario], ...]:
        """Return each proposal once, with the first scenario that has it, in order of code."""
        found = {one.id: (one, scenario) for scenario in reversed(self.to_be) for one in scenario.interventions}
        return tuple(sorted(found.values(), key=lambda pair: order_of_code(pair[0].code)))

    def ledger(self, proposal: Intervention, scenario: Scenario) -> tuple[LedgerEntry, ...]:
        """Return what one proposal does in a scenario."""
        return tuple(entry for entry in scenario.ledger if entry.origin == proposal.id)


def material_of(asked: Scenario, beside: Sequence[Scenario], result: Mapping[str, Any] | None) -> Material:
    """Return what the documents of a scenario are made from.

    Args:
        asked: The scenario.
        beside: Other scenarios of the same course; those without changes are left out.
        result: A comparison, where measures are to be filled in.
    """
    found = {one.file.id: one for one in (*beside, asked) if one.proposed or one.stated}
    to_be = sorted(found.values(), key=lambda one: (len(one.interventions), one.file.id))
    return Material(World.model_validate(asked.base.value), tuple(to_be), result)


def order_of_code(code: str) -> tuple[str, int, str]:
    """Return what sorts "P2" before "P10" and "P16a" before "P16b"."""
    letters = code.rstrip("0123456789abcdefghijklmnopqrstuvwxyz")
    digits = "".join(letter for letter in code[len(letters) :] if letter.isdigit())
    return letters, int(digits or 0), code
