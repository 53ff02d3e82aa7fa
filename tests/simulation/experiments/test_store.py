"""A run on disk: whole files, one manifest."""

import json

import polars as pl
import pytest

from simulation.draws.uniforms import Luck
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.replication import played
from simulation.experiments.store import (
    citizens_table,
    digest_of,
    events_table,
    keep,
    manifest_of,
    open_run,
    runs_events,
    write_whole,
)
from simulation.values.faults import WrongData


@pytest.fixture
def result(small_course):
    return played(scenario_of(Asked(str(small_course / "to_be.yaml"))), Luck(1, 0), 3)


def manifest(**given):
    return manifest_of("a/b", "0" * 64, **({"seed": 1, "citizens": 3, "replications": 2, "lean": False} | given))


def test_events_and_citizens_are_words(result):
    events, citizens = events_table(result.inputs, result.log), citizens_table(result.inputs)
    assert events["row"].to_list() == list(range(len(result.log)))
    assert events["kind"].null_count() == 0
    assert set(events["step"].drop_nulls()) == {
        "talk_to_citizen", "ask_consent", "gather_data", "write_case_summary", "hold_meeting",
    }  # fmt: skip
    assert set(citizens["persona"]) <= {"ida_40", "ole_61"}
    assert citizens["observed"].sum() == 3
    assert events.filter(pl.col("kind") == "case_opened").height == citizens.height
    pointers = {pair for line in citizens["pointers"] for pair in line.split()}
    assert pointers
    assert all(set(pair.split(">")) <= set(result.inputs.names.actors) for pair in pointers)


def test_what_is_kept_is_read_again(result, tmp_path):
    open_run(tmp_path, manifest())
    for number in (1, 0):
        keep(tmp_path, number, result, result.log)
    assert [number for number, _ in runs_events(tmp_path)] == [0, 1]
    assert all(events.equals(events_table(result.inputs, result.log)) for _, events in runs_events(tmp_path))
    assert open_run(tmp_path, manifest()) == {0, 1}
    assert len(digest_of(tmp_path)) == 64


def test_the_manifest_says_what_the_run_was_made_of(tmp_path):
    open_run(tmp_path, manifest())
    found = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert (found["format"], found["engine"], found["scenario"]) == (1, "reference", "a/b")
    assert {"python", "numpy", "polars", "simpy", "scipy", "holidays"} == found["libraries"].keys()


def test_a_run_may_grow_but_not_shrink(result, tmp_path):
    open_run(tmp_path, manifest())
    keep(tmp_path, 0, result, result.log)
    assert open_run(tmp_path, manifest(replications=5)) == {0}
    with pytest.raises(WrongData, match="replications"):
        open_run(tmp_path, manifest(replications=2))


def test_a_folder_without_replications_may_be_taken_over(tmp_path):
    open_run(tmp_path, manifest())
    assert open_run(tmp_path, manifest(seed=2)) == set()


def test_a_file_appears_whole_or_not_at_all(tmp_path, monkeypatch):
    write_whole(tmp_path / "deep" / "file", b"old")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "deep" / "file", b"new and longer")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "deep").iterdir()] == [("file", b"old")]


def test_a_folder_without_a_manifest_is_no_run(tmp_path):
    with pytest.raises(WrongData) as wrong:
        list(runs_events(tmp_path))
    assert [fault.code for fault in wrong.value.faults] == ["no-run"]
