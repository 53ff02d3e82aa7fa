"""The same course and the same luck, in which one citizen withdraws the consent on a day (SEMANTICS S8.4)."""

from dataclasses import replace

import numpy as np

from simulation.engine.kinds import Kind
from simulation.engine.reference.run import play
from simulation.experiments.replication import Played
from simulation.population.cast import DAY
from simulation.population.columns import column_of
from simulation.population.inputs import Inputs
from simulation.values.cannot_run import CannotRun

NOON = DAY // 2


def after_withdrawal(found: Played, citizen: str, day: int) -> Played:
    """Return a replication played again, in which a citizen withdraws all consent at noon of a day.

    Until then the logs are equal; where no consent is in force at that time, they are equal to the end.

    Args:
        found: the replication as it was.
        citizen: persona and number among the observed of it, from 1.
        day: days since the day the case opened.

    Raises:
        CannotRun: when there is no such citizen.
    """
    place = place_of(found, citizen)
    opened = int(found.inputs.cast.opened[place])
    minute = (opened // DAY + day) * DAY + NOON
    given = _given(found, place, minute)
    if given is None:
        return found
    inputs = _withdrawn(found, place, given, minute)
    return Played(found.world, inputs, play(inputs))


def place_of(found: Played, citizen: str) -> int:
    """Return the place in the cast of an observed citizen, named by persona and number.

    Raises:
        CannotRun: when there is no such citizen.
    """
    cast = found.inputs.cast
    persona, _, number = citizen.rpartition("-")
    if persona in cast.personas and number.isdigit():
        own = np.flatnonzero(cast.observed & (cast.persona == cast.personas.index(persona)))
        if 1 <= int(number) <= len(own):
            return int(own[int(number) - 1])
    raise CannotRun(f"there is no observed citizen {citizen}")


def _given(found: Played, place: int, minute: int) -> int | None:
    """Return the row of the consent that is in force, None where none is."""
    log = found.log
    kinds = (Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN)
    rows = np.flatnonzero((log["citizen"] == place) & np.isin(log["kind"], kinds) & (log["time"] < minute))
    if not len(rows) or log["kind"][rows[-1]] == Kind.CONSENT_REFUSED:
        return None
    given = rows[log["kind"][rows] == Kind.CONSENT_GIVEN]
    is_over = log["kind"][rows[-1]] == Kind.CONSENT_WITHDRAWN and log["value"][rows[-1]] < 0
    return None if is_over or not len(given) else int(given[-1])


def _withdrawn(found: Played, place: int, given: int, minute: int) -> Inputs:
    """Return the inputs in which this consent is withdrawn at a minute; nobody else's luck is touched."""
    inputs, log = found.inputs, found.log
    step = inputs.steps[int(log["step"][given])]
    assert step.consent is not None
    column = step.consent.withdrawn + min(max(int(log["attempt"][given]), 0), step.occurrences - 1)
    numbers = inputs.columns[column].numbers.copy()
    numbers[place] = minute - int(log["time"][given])
    columns = list(inputs.columns)
    columns[column] = column_of(numbers)
    return replace(inputs, columns=columns)
