"""How a course of regular contacts is told: what mattered on a day, and what was routine in one sentence."""

from dataclasses import dataclass

from simulation.calendar.dates import DAY
from simulation.engine.kinds import Kind
from simulation.engine.log import Log
from simulation.population.inputs import Inputs
from simulation.population.tables import StepKind
from simulation.reports.event_words import AT_CONTACTS, CONTACTS, ROUTINE_AT_CONTACTS

THREAD = 2
"""Way of a flow that is asked in writing (`Flow.way`)."""


@dataclass(frozen=True)
class ContactWords:
    """The sentences of a course of regular contacts."""

    inputs: Inputs
    log: Log
    place: int
    """0 for Danish, 1 for English."""

    def pattern(self, row: int, kind: int) -> str | None:
        """Return the sentence of a row, nothing for what is routine, None where the sentence of its kind is told."""
        if kind in ROUTINE_AT_CONTACTS or (kind == Kind.LEARNED and self.is_own_sight(row)):
            return ""
        if kind in (Kind.STEP_DONE, Kind.NO_SHOW) and self.inputs.steps[self.of("step", row)].kind != StepKind.CONTACT:
            return None
        special = self.special(row, kind)
        if special is not None:
            return AT_CONTACTS[special][self.place]
        return CONTACTS[kind][self.place] if kind in CONTACTS else None

    def special(self, row: int, kind: int) -> str | None:
        """Return the key of what a row says beyond its kind."""
        if kind == Kind.CALLED:
            return "answered" if self.of("attempt", row) else "unanswered"
        if kind == Kind.CITIZEN_ASKED and self.of("attempt", row) == 1:
            return "again"
        threads = {flow.channel for flow in self.inputs.flows if flow.way == THREAD}
        return "thread" if kind == Kind.MESSAGE_SENT and self.of("channel", row) in threads else None

    def is_own_sight(self, row: int) -> bool:
        """Return whether an actor learned by its own eyes, or from the citizen, which the asking tells."""
        giver = self.of("from_actor", row)
        return self.kind_of_cause(row) == Kind.CITIZEN_ASKED or giver in (-1, self.of("actor", row))

    def kind_of_cause(self, row: int) -> int:
        """Return the kind of the row that a row points to."""
        return int(self.log["kind"][self.of("because_of", row)])

    def with_age(self, row: int, data_type: str) -> str:
        """Return what was learned, with its age where it is a day old or more."""
        days = self.of("value", row) // DAY
        return AT_CONTACTS["old"][self.place].format(data_type=data_type, days=days) if days >= 1 else data_type

    def of(self, column: str, row: int) -> int:
        """Return what a row says in a column."""
        return int(self.log[column][row])
