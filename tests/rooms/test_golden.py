"""Golden files: what the shipped course gives today, compared character by character (tests/golden/README.md)."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from simulation.draws.uniforms import Luck
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.replication import Played, played
from simulation.experiments.store import events_table

GOLDEN = Path(__file__).parents[1] / "golden"
CITIZENS = 2
RARE = "{unit: calendar_days, mean: 3000, kind: assumed, because: Contacts take no capacity}"
"""So that not many more are played than are kept."""


@pytest.fixture
def assert_golden(request):
    """Return what compares a text with the golden file of that name, or writes the file where that was asked for."""
    rewrites = request.config.getoption("--rewrite-golden")

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if rewrites:
            path.write_text(text, encoding="utf-8", newline="\n")
        golden = path.read_text(encoding="utf-8")
        if golden != text:
            pytest.fail(f"{name}: {first_difference(golden, text)}\nOn purpose? See tests/golden/README.md")

    return compare


def first_difference(golden: str, text: str) -> str:
    """Return the first line that differs, and how long both texts are."""
    lines, others = golden.splitlines(), text.splitlines()
    at = next((at for at, pair in enumerate(zip(lines, others, strict=False)) if pair[0] != pair[1]), -1)
    seen = [one[at] if at >= 0 else f"{len(one)} lines" for one in (lines, others)]
    return f"line {at + 1} was {seen[0]!r} and is {seen[1]!r}" if at >= 0 else f"had {seen[0]} and has {seen[1]}"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["as_is", "to_be_short", "to_be_long"])
def test_the_log_of_two_citizens_is_as_it_was(name, assert_golden):
    result = played(scenario_of(Asked(f"rehabilitation/{name}")), Luck(1, 0), CITIZENS)
    assert_golden(f"log_{name}.csv", log_text(result))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["as_is", "to_be_short"])
def test_the_log_of_two_citizens_of_regular_contacts_is_as_it_was(name, assert_golden):
    settings = (
        ("profile.arrivals_every", RARE),
        ("setting.follow_up", "{unit: calendar_days, value: 120, kind: assumed, because: Short}"),
    )
    result = played(scenario_of(Asked(f"dual_diagnosis/{name}", (), settings)), Luck(1, 0), CITIZENS)
    assert_golden(f"log_dual_diagnosis_{name}.csv", log_text(result))


def log_text(result: Played) -> str:
    """Return the rows of the observed citizens as CSV: dates instead of minutes, rows counted from 0."""
    cast, start = result.inputs.cast, datetime.fromisoformat(result.world.setting.start)
    observed = np.flatnonzero(cast.observed).tolist()
    rows = events_table(result.inputs, result.log).filter(pl.col("citizen").is_in(observed))
    place = {row: place for place, row in enumerate(rows["row"])}
    moments = [f"{start + timedelta(minutes=minute):%Y-%m-%d %H:%M}" for minute in rows["time"]]
    personas = [cast.personas[cast.persona[citizen]] for citizen in rows["citizen"]]
    because = [place.get(row) for row in rows["because_of"]]
    return rows.with_columns(
        pl.Series("row", list(place.values())),
        pl.Series("time", moments),
        pl.Series("citizen", personas),
        pl.Series("because_of", because),
    ).write_csv()


def test_a_comparison_is_as_it_was(snebold, tmp_path, monkeypatch, assert_golden):
    monkeypatch.chdir(GOLDEN)
    scenario_of.cache_clear()  # another test may have read files of these names in another folder
    words = ("--replications", 2, "--citizens", 5, "--workers", 1, "--json", tmp_path / "found.json")
    assert snebold("compare", "as_is.yaml", "to_be.yaml", *words).code == 0
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert found.pop("snebold")
    assert all(len(scenario.pop("sha256")) == 64 for scenario in found["scenarios"])
    assert_golden("comparison.json", json.dumps(found, ensure_ascii=False, indent=1) + "\n")
