"""Makes the compiled engine, once for each version, and keeps it only if it writes the same logs as the readable one.

Run as a program it makes it in the background, behind what else the machine does.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL

import numpy as np

from simulation.draws.uniforms import Luck
from simulation.engine.compiled.building import build
from simulation.engine.compiled.kept import Player, load, place
from simulation.engine.log import Log
from simulation.engine.playing import SETTING
from simulation.engine.reference.run import play
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.choices import course_choices
from simulation.experiments.replication import prepared
from simulation.population.inputs import Inputs
from simulation.values.cannot_run import CannotRun

CITIZENS = 10
"""Observed citizens of each shipped scenario with which the two engines are compared."""
KEPT = 3
"""Versions that are kept; each takes some ten megabytes."""
BEHIND = 10
"""How much making it gives way to what plays, which leaves it a quarter of a core that both want: it comes some day."""
NEW = "new-"
"""Begins the name of what is being made."""
LEFT_BEHIND = 24 * 3600
"""Seconds after which nobody is making it any more."""
NO_CACHE = ("there is no folder to keep the engine in", "der er ingen mappe at gemme motoren i")
OTHER_LOG = (
    "the compiled engine played {name} otherwise than the readable one, and was thrown away",
    "den oversatte motor spillede {name} anderledes end den læsbare og blev kasseret",
)


def compile_engine() -> float:
    """Make the compiled engine and return how many times as quick it plays the shipped scenarios, by processor time.

    Raises:
        CannotRun: When there is no compiler or no place, or when it plays otherwise.
        OSError: When the place cannot be written.
    """
    kept = place()
    if kept is None:
        raise CannotRun(*NO_CACHE)
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent, prefix=NEW, ignore_cleanup_errors=True) as folder:
        work, tried, made = (Path(folder) / name for name in ("work", "tried", "made"))
        work.mkdir()
        build(work, made)
        shutil.copytree(made, tried)  # Windows moves no folder of which something is loaded
        ratio = _gain(load(tried))
        _keep(made, kept)
    _forget_others(kept)
    return ratio


def compile_behind() -> None:
    """Begin to make the compiled engine in a process of its own, unless it is there or another one is asked for."""
    kept = place()
    if os.environ.get(SETTING, "auto") == "auto" and kept is not None and not kept.is_dir():
        subprocess.Popen(
            [sys.executable, "-P", "-m", "simulation.experiments.compiling"],
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=DEVNULL,
        )


def _gain(compiled: Player) -> float:
    """Return the ratio of processor times over all shipped scenarios, once all logs are equal."""
    spent = np.zeros(2)
    for course in course_choices():
        for choice in course.scenarios:
            inputs = prepared(scenario_of(Asked(choice.name)), Luck(1, 0), CITIZENS).inputs
            compiled(inputs)  # what is drawn at first reading is there for both
            (log, readably), (other, quickly) = (_timed(engine, inputs) for engine in (play, compiled))
            if not is_same(log, other):
                raise CannotRun(*(text.format(name=choice.name) for text in OTHER_LOG))
            spent += readably, quickly
    return float(spent[0] / spent[1])


def _timed(engine: Player, inputs: Inputs) -> tuple[Log, float]:
    begun = time.process_time()
    return engine(inputs), time.process_time() - begun


def is_same(log: Log, other: Log) -> bool:
    """Return whether two logs are equal in every row and column."""
    return all(np.array_equal(column, other[name]) for name, column in log.columns.items())


def _keep(made: Path, kept: Path) -> None:
    """Put what was made in its place; where another process was quicker, it is there already."""
    try:
        made.rename(kept)
    except OSError:
        if not kept.is_dir():
            raise


def _forget_others(kept: Path) -> None:
    """Remove all but the newest versions, and what somebody left behind who was ended while making one."""
    others = sorted((path for path in kept.parent.iterdir() if path != kept), key=lambda path: path.stat().st_mtime)
    versions = [path for path in others if not path.name.startswith(NEW)]
    left = [path for path in others if path not in versions and path.stat().st_mtime < time.time() - LEFT_BEHIND]
    for old in versions[: -KEPT + 1] + left:
        shutil.rmtree(old, ignore_errors=True)


def main() -> None:
    """Make it behind what plays meanwhile; nobody is told of a failure."""
    if sys.platform != "win32":
        os.nice(BEHIND)
    with suppress(CannotRun, OSError):
        compile_engine()


if __name__ == "__main__":
    main()
