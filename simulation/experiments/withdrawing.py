"""The same course and the same luck, in which one citizen withdraws consent on a day (SEMANTICS S8.4)."""

from dataclasses import replace

import numpy as np

from simulation.engine.kinds import Kind
from simulation.engine.playing import play
from simulation.experiments.asked import Withdrawn
from simulation.experiments.replication import Played
from simulation.population.cast import DAY
from simulation.population.tables import TakenBack
from simulation.values.cannot_run import CannotRun

NOON = DAY // 2


def after_withdrawal(found: Played, withdrawn: Withdrawn) -> Played:
    """Return a replication played again, in which a citizen withdraws consent at noon of a day.

    Until then the logs are equal; where no consent is in force at that time, they are equal to the end.

    Args:
        found: the replication as it was.
        withdrawn: whose consent it is, from which day since the day the case opened, and for which domains.

    Raises:
        CannotRun: when there is no such citizen, or no such domain.
    """
    place, domains = place_of(found, withdrawn.citizen), _bits(found, withdrawn.domains)
    opened = int(found.inputs.cast.opened[place])
    minute = (opened // DAY + withdrawn.day) * DAY + NOON
    step = _given_in(found, place, minute)
    if step is None:
        return found
    inputs = replace(found.inputs, taken_back=(TakenBack(minute, place, step, domains),))
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


def _bits(found: Played, domains: tuple[str, ...]) -> int:
    known = found.inputs.names.domain
    if unknown := [name for name in domains if name not in known]:
        raise CannotRun(f"there is no domain {unknown[0]}")
    return sum(1 << known[name] for name in set(domains))


def _given_in(found: Played, place: int, minute: int) -> int | None:
    """Return the step in which the consent that is in force was given, None where none is."""
    log = found.log
    kinds = (Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN)
    rows = np.flatnonzero((log["citizen"] == place) & np.isin(log["kind"], kinds) & (log["time"] < minute))
    if not len(rows) or log["kind"][rows[-1]] == Kind.CONSENT_REFUSED:
        return None
    given = rows[log["kind"][rows] == Kind.CONSENT_GIVEN]
    is_over = log["kind"][rows[-1]] == Kind.CONSENT_WITHDRAWN and log["value"][rows[-1]] < 0
    return None if is_over or not len(given) else int(log["step"][given[-1]])
