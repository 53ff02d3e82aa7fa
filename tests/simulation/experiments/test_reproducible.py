"""The same manifest gives the same bytes: another day, another process, another place, serial or parallel."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from simulation.experiments.asked import Asked
from simulation.experiments.many import Design, measured_all

SNEBOLD = (sys.executable, "-c", "import simulation.cli; simulation.cli.main()")
PROPOSALS = "interventions: [case_portal, department_coordinators, sharing_tool, written_procedures]\n"
UPTAKE = "uptake: {unit: share, value: 0.6}\n"


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_run_is_the_same_in_other_processes_and_places(short, snebold, tmp_path, monkeypatch):
    """Hash seed, time zone, language, working folder and number of workers change no byte, the manifest included."""
    places = [tmp_path / "here", tmp_path / "et sted med æøå"]
    for place in places:
        place.mkdir()
        shutil.copy(short("mixed", PROPOSALS + UPTAKE), place)
    words = ("run", "mixed.yaml", "--out", "run", "--replications", "2", "--citizens", "2", "--seed", "7", "--workers")
    monkeypatch.chdir(places[0])
    assert snebold(*words, 1).code == 0
    variables = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "da_DK.UTF-8"}
    subprocess.run((*SNEBOLD, *words, "2"), cwd=places[1], env=os.environ | variables, check=True, capture_output=True)
    here, there = (kept(place / "run") for place in places)
    assert len(here) == 5
    assert here == there


MADE = ("--citizens", "3", "--replications", "2", "--workers", "1")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "hash_seed", "zone", "files"),
    [
        (("run", "to_be.yaml", "--out", "out"), "0", "UTC", 5),
        (("compare", "as_is.yaml", "to_be.yaml", "--json", "out/a.json", "--html", "out/a.html"), "random", "CET", 2),
        (("run", "to_be.yaml", "--out", "out"), "random", "Europe/Copenhagen", 5),
    ],
)
def test_what_is_made_elsewhere_is_the_same(
    words, hash_seed, zone, files, small_course, snebold, tmp_path, monkeypatch
):
    """In the language C, where nothing says what letters are, and in another folder."""
    elsewhere = tmp_path / "et andet sted" / "ø"
    shutil.copytree(small_course, elsewhere)
    monkeypatch.chdir(small_course)
    assert snebold(*words, *MADE).code == 0
    where = {"PYTHONHASHSEED": hash_seed, "TZ": zone, "LC_ALL": "C", "LANG": "C"}
    subprocess.run((*SNEBOLD, *words, *MADE), cwd=elsewhere, env=os.environ | where, check=True, capture_output=True)
    here, there = (kept(folder / "out") for folder in (small_course, elsewhere))
    assert len(here) == files
    assert here == there


@pytest.fixture
def design(small_course) -> Design:
    return Design(tuple(Asked(str(small_course / f"{name}.yaml")) for name in ("as_is", "to_be")), 2, 4, 3)


def test_measures_are_the_same_serial_and_parallel(design):
    told: list[int] = []
    serial, parallel = measured_all(design), measured_all(design, workers=2, progress=told.append)
    assert told == [1, 2]
    for one, other in zip(
        (m for scenario in serial for m in scenario), (m for scenario in parallel for m in scenario), strict=True
    ):
        assert (one.seed, one.replication, one.personas) == (other.seed, other.replication, other.personas)
        assert all(np.array_equal(one.columns[name], other.columns[name], equal_nan=True) for name in other.columns)
        assert one.columns.keys() == other.columns.keys()
        assert all(
            np.array_equal(one.tables[name].values, other.tables[name].values, equal_nan=True) for name in other.tables
        )


def test_replications_can_be_played_in_parts(design):
    whole = measured_all(design)
    parts = [measured_all(replace(design, first=first, replications=1)) for first in (0, 1)]
    for place, scenario in enumerate(whole):
        for number, one in enumerate(scenario):
            other = parts[number][place][0]
            assert one.replication == other.replication == number
            assert all(np.array_equal(one.columns[name], other.columns[name], equal_nan=True) for name in one.columns)
    lead = [scenario.columns["lead_time_days"] for scenario in whole[0]]
    assert not np.array_equal(*lead, equal_nan=True)


def test_scenarios_meet_the_same_citizens(design):
    for as_is, to_be in zip(*measured_all(design), strict=True):
        for name in ("persona", "number", "opened"):
            assert np.array_equal(getattr(as_is, name), getattr(to_be, name))
