"""The commands that play and keep: run, also interrupted, and export."""

import json
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import polars as pl
import pytest

SNEBOLD = (sys.executable, "-c", "import simulation.cli; simulation.cli.main()")
SMALL = ("--citizens", 3, "--workers", 1)


def digest(said: str) -> str:
    return re.search(r"sha256 ([0-9a-f]{64})$", said.strip()).group(1)


def parquets(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*.parquet")}


@pytest.fixture
def run(snebold, small_course, tmp_path, monkeypatch):
    """Return what plays today's scenario of the small course into a folder."""
    monkeypatch.chdir(small_course)

    def playing(folder: str, *words: object):
        return snebold("run", "as_is.yaml", "--out", tmp_path / folder, *SMALL, *words)

    return playing


def test_a_run_is_kept_whole_and_told(run, tmp_path):
    done = run("once", "--replications", 2)
    assert (done.code, done.err) == (0, "")
    names = [f"{table}-0000{number}.parquet" for table in ("citizens", "events") for number in (0, 1)]
    assert sorted(path.name for path in (tmp_path / "once").iterdir()) == [*names, "manifest.json"]
    manifest = json.loads((tmp_path / "once" / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["seed"], manifest["citizens"], manifest["replications"], manifest["lean"]) == (1, 3, 2, False)
    assert digest(run("again", "--replications", 2).out) == digest(done.out)
    assert digest(run("other", "--replications", 2, "--seed", 2).out) != digest(done.out)


def test_a_run_that_is_there_is_not_played_again_but_may_grow(run, tmp_path):
    run("grown", "--replications", 1)
    before = parquets(tmp_path / "grown")
    grown = run("grown", "--replications", 2)
    assert "1 to play" in grown.out
    assert before.items() <= parquets(tmp_path / "grown").items()
    assert digest(grown.out) == digest(run("at_once", "--replications", 2).out)
    assert (tmp_path / "grown" / "manifest.json").read_bytes() == (tmp_path / "at_once" / "manifest.json").read_bytes()


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("--replications", 2, "--seed", 2), "seed"),
        (("--replications", 2, "--citizens", 4), "citizens"),
        (("--replications", 2, "--lean"), "lean"),
        (("--replications", 1), "replications"),
    ],
)
def test_another_run_in_the_same_folder_is_refused(run, tmp_path, words, key):
    run("taken", "--replications", 2)
    before = {path.name: path.read_bytes() for path in (tmp_path / "taken").iterdir()}
    done = run("taken", *words)
    assert (done.code, done.out) == (1, "")
    assert f"manifest.json:1:1: this folder holds another run; different: {key}  [other-run]" in done.err
    assert {path.name: path.read_bytes() for path in (tmp_path / "taken").iterdir()} == before


@pytest.mark.parametrize("text", ["no json", "[]", '{"name": "somebody else\'s"}', None])
def test_somebody_elses_folder_is_left_alone(run, tmp_path, text):
    (tmp_path / "theirs").mkdir()
    name = "table.parquet" if text is None else "manifest.json"
    (tmp_path / "theirs" / name).write_text(text or "theirs", encoding="utf-8")
    done = run("theirs", "--replications", 1)
    assert (done.code, done.out) == (1, "")
    assert "[other-run]" in done.err
    assert [path.name for path in (tmp_path / "theirs").iterdir()] == [name]


def test_too_many_citizens_are_refused_at_once_and_the_folder_stays_free(run):
    began = time.process_time()
    done = run("many", "--replications", 1, "--citizens", 100_000)
    assert time.process_time() - began < 5
    assert done.code == 1
    assert done.err == "100000 citizens do not arrive within 40 years: look at arrivals_every and the weights\n"
    assert run("many", "--replications", 1).code == 0


def test_where_nobody_arrives_nothing_is_played(snebold, small_course, tmp_path):
    for persona in (small_course / "personas").iterdir():
        text = persona.read_text(encoding="utf-8")
        persona.write_text(text.replace("weight: {unit: factor, value: 1}", "weight: {unit: factor, value: 0}"))
    done = snebold("run", small_course / "as_is.yaml", "--out", tmp_path / "nobody", *SMALL)
    assert (done.code, done.out) == (1, "")
    assert "weight" in done.err
    assert not (tmp_path / "nobody").exists()


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
@pytest.mark.slow
@pytest.mark.parametrize(("workers", "first"), [(1, 0), (2, 3)])
def test_a_killed_run_goes_on_where_it_stopped(run, small_course, tmp_path, workers, first):
    words = ("run", "as_is.yaml", "--out", "killed", "--citizens", 3, "--replications", 12, "--workers", workers)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = subprocess.Popen((*SNEBOLD, *map(str, words)), cwd=small_course, **quiet)
    while not (small_course / "killed" / f"events-{first:05}.parquet").exists():
        assert running.poll() is None
        time.sleep(0.01)
    beside = children(running.pid)
    running.kill()
    running.wait()
    wait_until_gone(beside)
    before = {name: kept for name, kept in parquets(small_course / "killed").items() if name.startswith("events")}
    assert first + 2 - workers <= len(before) < 12  # one of two processes may be behind the other
    assert all(len(pl.read_parquet(small_course / "killed" / name)) for name in before)
    (small_course / "killed").rename(tmp_path / "killed")
    resumed = run("killed", "--replications", 12)
    assert f"; {12 - len(before)} to play" in resumed.out
    assert before.items() <= parquets(tmp_path / "killed").items()
    run("whole", "--replications", 12)
    killed, whole = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir() if path.suffix != ".part"}
        for folder in ("killed", "whole")
    )
    assert len(whole) == 25
    assert killed == whole


def children(process: int) -> list[int]:
    """Return the processes that a process has started, where the system tells."""
    told = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in told.read_text().split()] if told.exists() else []


def wait_until_gone(processes: list[int], *, at_most: float = 20) -> None:
    """Wait until processes have ended by themselves."""
    began = time.monotonic()
    while any(Path(f"/proc/{process}/stat").exists() for process in processes):
        assert time.monotonic() - began < at_most, "a killed command leaves processes behind"
        time.sleep(0.02)


def test_a_run_is_exported_as_csv_and_parquet_that_hold_the_same(run, snebold, tmp_path):
    run("kept", "--replications", 2)
    for to in ("csv", "parquet"):
        done = snebold("export", tmp_path / "kept", "--to", to, "--out", tmp_path / to)
        assert done.code == 0
        assert done.out.split() == [str(tmp_path / to / f"{name}.{to}") for name in ("events", "citizens")]
    for name in ("events", "citizens"):
        parts = [pl.read_parquet(tmp_path / "kept" / f"{name}-0000{number}.parquet") for number in (0, 1)]
        found = pl.read_parquet(tmp_path / "parquet" / f"{name}.parquet")
        assert found["replication"].to_list() == [number for number in (0, 1) for _ in range(len(parts[number]))]
        words = [column for column, kind in parts[0].schema.items() if kind == pl.Enum]
        assert found.drop("replication").equals(pl.concat(parts).with_columns(pl.col(words).cast(pl.String)))
        text = pl.read_csv(tmp_path / "csv" / f"{name}.csv", schema=found.schema)
        assert text.with_columns(pl.col(pl.String).replace("", None)).equals(
            found.with_columns(pl.col(pl.String).replace("", None))
        )


def test_a_run_is_exported_as_a_workbook_without_formulas_and_links(run, snebold, tmp_path):
    run("kept", "--replications", 1)
    done = snebold("export", tmp_path / "kept", "--to", "xlsx", "--out", tmp_path / "run.xlsx")
    assert (done.code, done.out.strip()) == (0, str(tmp_path / "run.xlsx"))
    rows = len(pl.read_parquet(tmp_path / "kept" / "events-00000.parquet"))
    with zipfile.ZipFile(tmp_path / "run.xlsx") as book:
        sheets = [book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2)]
        names = re.findall(r'<sheet name="(\w+)"', book.read("xl/workbook.xml").decode())
        assert not any("externalLink" in name or "hyperlink" in name for name in book.namelist())
        assert "fictitious" in book.read("docProps/core.xml").decode()
    assert names == ["events", "citizens"]
    assert len(re.findall("<row ", sheets[0])) == rows + 1
    assert all("<f>" not in sheet and "<hyperlink" not in sheet for sheet in sheets)


@pytest.mark.parametrize("to", ["csv", "parquet", "xlsx"])
def test_a_folder_that_holds_no_run_is_not_exported(snebold, tmp_path, to):
    done = snebold("export", tmp_path, "--to", to, "--out", tmp_path / "out")
    assert (done.code, done.out) == (1, "")
    assert "[no-run]" in done.err
    assert not (tmp_path / "out").exists()
