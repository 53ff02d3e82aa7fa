"""Plays a replication with the quickest engine that is there; all of them write the same log."""

import os
from typing import Final

from simulation.engine.compiled.kept import Player, kept_player
from simulation.engine.log import Log
from simulation.engine.reference.run import play as play_readably
from simulation.population.inputs import Inputs
from simulation.values.cannot_run import CannotRun

SETTING: Final = "SNEBOLD_ENGINE"
"""Variable that names the engine, also for processes that this one starts."""
NOT_MADE = (
    "the compiled engine is not there; make it with: snebold warm-up",
    "den oversatte motor er her ikke; lav den med: snebold warm-up",
)


def play(inputs: Inputs) -> Log:
    """Play one replication to its horizon and return the log.

    Raises:
        CannotRun: When a minute never comes to rest, or the engine that was asked for is not there.
    """
    return player()(inputs)


def player() -> Player:
    """Return what plays, as the variable `SNEBOLD_ENGINE` says: compiled where it is there, unless told otherwise.

    Raises:
        CannotRun: When the compiled engine is asked for and not there.
    """
    wanted = os.environ.get(SETTING, "auto")
    compiled = kept_player() if wanted != "reference" else None
    if compiled is None and wanted == "compiled":
        raise CannotRun(*NOT_MADE)
    return compiled or play_readably


def engine() -> str:
    """Return the name of what plays: reference or compiled."""
    return "reference" if player() is play_readably else "compiled"
