"""A run on disk: one Parquet file of events and one of citizens per replication, and a manifest. Resumable."""

import json
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from simulation.engine.kinds import Kind
from simulation.engine.log import Log
from simulation.engine.playing import engine
from simulation.experiments.replication import Played
from simulation.population.inputs import Inputs
from simulation.values.causes import Cause
from simulation.values.faults import Fault, WrongData
from simulation.values.places import Place

FORMAT = 1
MANIFEST = "manifest.json"
VERSIONED = ("simpy", "numpy", "polars", "scipy", "holidays")


@dataclass(frozen=True)
class Manifest:
    """What a run was made of. The same manifest gives the same bytes."""

    scenario: str
    scenario_sha256: str
    seed: int
    citizens: int
    replications: int
    lean: bool
    engine: str
    """What played; it moves no byte."""
    snebold: str
    libraries: dict[str, str]
    format: int = FORMAT

    def as_json(self) -> str:
        """Return the manifest as text, keys sorted."""
        return json.dumps(self.__dict__, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def manifest_of(scenario: str, digest: str, *, seed: int, citizens: int, replications: int, lean: bool) -> Manifest:
    """Return the manifest of a run that is about to be made."""
    libraries = {name: version(name) for name in VERSIONED} | {"python": platform.python_version()}
    return Manifest(scenario, digest, seed, citizens, replications, lean, engine(), version("snebold"), libraries)


def events_table(inputs: Inputs, log: Log) -> pl.DataFrame:
    """Return the log with ids as words; one row per event, `row` its id."""
    names = inputs.names
    words: dict[str, list[str]] = {
        "kind": [kind.name.lower() for kind in Kind],
        "step": list(names.steps),
        "actor": list(names.actors),
        "role": list(names.roles),
        "data_type": list(names.data_types),
        "from_actor": list(names.actors),
        "channel": list(names.channels),
        "cause": [cause.name.lower() for cause in Cause],
    }
    columns: dict[str, pl.Series] = {"row": pl.Series("row", range(len(log)), dtype=pl.Int32)}
    for name, column in log.columns.items():
        series = pl.Series(name, column, dtype=pl.Int32)
        series = series.set(series == -1, None) if name not in ("time", "kind") else series
        columns[name] = worded(series, words[name]) if name in words else series
    return pl.DataFrame(columns)


def worded(series: pl.Series, words: list[str]) -> pl.Series:
    """Return places in a list as its words."""
    kind = pl.Enum(words)
    lookup = pl.Series("word", words, dtype=kind)
    return lookup.gather(series).alias(series.name) if len(words) else series.cast(pl.String)


def citizens_table(inputs: Inputs) -> pl.DataFrame:
    """Return one row per citizen: who it is and what is true, ids as words."""
    cast, truth, names = inputs.cast, inputs.truth, inputs.names

    def listed(flags: NDArray[np.bool_], ids: tuple[str, ...]) -> list[str]:
        return [" ".join(ids[place] for place in row.nonzero()[0]) for row in flags]

    return pl.DataFrame(
        {
            "citizen": range(len(cast)),
            "persona": [cast.personas[place] for place in cast.persona],
            "number": cast.number,
            "opened": cast.opened,
            "observed": cast.observed,
            "involved": listed(truth.involved, names.actors),
            "remembers": listed(truth.remembers, names.actors),
            "tells": listed(truth.told, names.actors),
            "data": listed(truth.has, names.data_types),
            "critical": listed(truth.has & (truth.need == 2), names.data_types),
            "relevant": listed(truth.has & (truth.need == 1), names.data_types),
            "pointers": pointers(inputs),
        }
    )


def pointers(inputs: Inputs) -> list[str]:
    """Return for each citizen who knows of whom, as `a>b` in one text."""
    actors = inputs.names.actors
    return [
        " ".join(f"{actors[a]}>{actors[b]}" for a, b in zip(*found.nonzero(), strict=True))
        for found in inputs.truth.points
    ]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all.

    Raises:
        OSError: when it cannot be written, with its name.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as why:  # one that a full disk raises names no file
        raise OSError(why.errno, why.strerror, str(path)) from why
    finally:
        part.unlink(missing_ok=True)


def parquet(table: pl.DataFrame) -> bytes:
    """Return a table as the bytes of a Parquet file."""
    from io import BytesIO

    held = BytesIO()
    table.write_parquet(held, compression="zstd", statistics=False)
    return held.getvalue()


def keep(folder: Path, number: int, played: Played, log: Log) -> None:
    """Keep one replication; the events come last, so that their file says that it is complete."""
    write_whole(folder / f"citizens-{number:05}.parquet", parquet(citizens_table(played.inputs)))
    write_whole(folder / f"events-{number:05}.parquet", parquet(events_table(played.inputs, log)))


def open_run(folder: Path, manifest: Manifest) -> set[int]:
    """Return the replications that are already there; the folder belongs to this manifest from now on.

    Raises:
        WrongData: when the folder holds another run.
    """
    path = folder / MANIFEST
    differing = _differing(path, manifest)
    if differing:
        raise WrongData([Fault(Place(str(path), 1, 1), "other-run", {"keys": ", ".join(differing)})])
    write_whole(path, manifest.as_json().encode())
    return {int(found.stem.split("-")[1]) for found in folder.glob("events-*.parquet")}


def _differing(path: Path, manifest: Manifest) -> list[str]:
    """Return what a folder's own manifest says otherwise.

    A run may grow, one without replications be replaced, and another engine go on: all write the same.
    """
    has_begun = any(path.parent.glob("*.parquet"))
    if not path.exists():
        return [MANIFEST] if has_begun else []
    now = json.loads(manifest.as_json())
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        found = None
    if not isinstance(found, dict) or found.keys() != now.keys():
        return [MANIFEST]
    may_differ = {"engine", "replications"} if found["replications"] <= now["replications"] else {"engine"}
    return sorted(key for key in now if has_begun and found[key] != now[key] and key not in may_differ)


def runs_events(folder: Path) -> Iterator[tuple[int, pl.DataFrame]]:
    """Yield the number and events of each replication of a run, in order.

    Raises:
        WrongData: when the folder holds no run.
    """
    if not (folder / MANIFEST).exists():
        raise WrongData([Fault(Place(str(folder), 1, 1), "no-run", {"folder": str(folder)})])
    for path in sorted(folder.glob("events-*.parquet")):
        yield int(path.stem.split("-")[1]), pl.read_parquet(path)


def digest_of(folder: Path) -> str:
    """Return one hash over all files of a run but the manifest, in order of name."""
    hashes = [sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.parquet"))]
    return sha256("".join(hashes).encode()).hexdigest()
