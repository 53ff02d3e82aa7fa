"""Where the compiled engine is kept, one for each version of what it is made of, and how it is loaded."""

import logging
import sys
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from importlib import import_module, metadata
from importlib.resources import files
from pathlib import Path
from platform import machine
from typing import TypeAlias, cast

from simulation.engine.log import Log
from simulation.population.inputs import Inputs
from simulation.values.user_cache import user_cache

Player: TypeAlias = Callable[[Inputs], Log]
MADE_OF = ("calendar", "draws", "engine", "population", "values")
"""Rooms whose sources the compiled engine was made of, or has looked at the types of."""
SUFFIX = f"-{sys.implementation.cache_tag}-{sys.platform}-{machine()}"


def sources() -> Path:
    """Return the folder of the package's sources."""
    return Path(str(files("simulation")))


@lru_cache(maxsize=1)
def version() -> str:
    """Return the name of this version: a hash of the sources and of what compiles them."""
    found = sha256(metadata.version("mypy").encode())
    for room in MADE_OF:
        for path in sorted((sources() / room).rglob("*.py")):
            found.update(path.relative_to(sources()).as_posix().encode() + path.read_bytes())
    return found.hexdigest()[:16]


def package() -> str:
    """Return the name under which this version is imported, so that two versions never meet."""
    return f"snebold_engine_{version()}"


def place() -> Path | None:
    """Return the folder in which this version is kept once it is made; None where the user has no cache."""
    cache = user_cache()
    return None if cache is None else cache / "engines" / f"{version()}{SUFFIX}"


def kept_player() -> Player | None:
    """Return what plays with the compiled engine, or None when it is not there or cannot be loaded."""
    folder = place()
    return _loaded(folder) if folder is not None and folder.is_dir() else None


@lru_cache(maxsize=2)
def _loaded(folder: Path) -> Player | None:
    try:
        return load(folder)
    except Exception as fault:  # noqa: BLE001 (whatever a damaged library does, the readable engine is there)
        logging.getLogger(__name__).warning("the compiled engine in %s cannot be loaded: %s", folder, fault)
        return None


def load(folder: Path) -> Player:
    """Return what plays with the compiled engine in a folder.

    Raises:
        ImportError: When it is not there, or not made for this Python.
    """
    if str(folder) not in sys.path:
        sys.path.append(str(folder))
    return cast(Player, import_module(f"{package()}.run").play)
