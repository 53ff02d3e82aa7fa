"""How the command ends, and that what it says arrives as it is."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool

import pytest

from simulation.cli.output import ended

SNEBOLD = (sys.executable, "-c", "import simulation.cli; simulation.cli.main()")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nothing",),
        ("list", "--lang", "fr"),
        ("validate",),
        ("run", "rehabilitation/as_is"),
        ("run", "rehabilitation/as_is", "--out", "x", "--citizens", "0"),
        ("run", "rehabilitation/as_is", "--out", "x", "--citizens", "100001"),
        ("run", "rehabilitation/as_is", "--out", "x", "--replications", "0"),
        ("run", "rehabilitation/as_is", "--out", "x", "--engine", "quickest"),
        ("export", "x", "--out", "y", "--to", "docx"),
        ("compare", "rehabilitation/as_is"),
        ("compare", "rehabilitation/as_is", "rehabilitation/to_be_short", "--replications", "many"),
        ("compare", "rehabilitation/as_is", "rehabilitation/to_be_short", "--seed", "-1"),
        ("whatif", "rehabilitation/as_is"),
        ("explain", "rehabilitation/as_is", "--citizen", "0"),
        ("sensitivity",),
    ],
)
def test_wrong_usage_ends_with_2(snebold, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    done = snebold(*words)
    assert done.code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("diff", "rehabilitation/as_is", "rehabilitation/as_isnt"),
        ("run", "nowhere/as_is", "--out", "x"),
        ("compare", "rehabilitation/as_is", "nowhere.yaml"),
        ("explain", "as_is"),
        ("sensitivity", "nowhere/as_is"),
    ],
)
def test_an_unknown_scenario_ends_with_1_and_a_fault_on_stderr(snebold, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    done = snebold(*words)
    assert (done.code, done.out) == (1, "")
    assert re.search(r"^\S.*:1:1: .*  \[(unknown-name|missing-file)\]$", done.err, re.MULTILINE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--json", "--html"])
def test_what_cannot_be_written_is_told_before_anything_is_played(snebold, small_course, option):
    scenarios = (small_course / "as_is.yaml", small_course / "to_be.yaml")
    for place in (small_course / "as_is.yaml" / "x", small_course / "personas"):
        done = snebold("compare", *scenarios, "--replications", 1, "--citizens", 1, option, place)
        assert done.code == 1
        assert "Measure" not in done.out
        assert str(small_course) in done.err


@pytest.mark.parametrize("command", [("run", "{course}/as_is.yaml"), ("schema",), ("export", "{course}")])
def test_an_unwritable_folder_is_told_in_a_sentence(snebold, small_course, command):
    words = [word.format(course=small_course) for word in command]
    done = snebold(*words, "--out", small_course / "as_is.yaml" / "x")
    assert done.code == 1
    assert len(done.err.strip().splitlines()) <= 3


def test_a_killed_worker_is_told_in_a_sentence(capsys):
    def broken() -> None:
        raise BrokenProcessPool("a process died")

    with pytest.raises(SystemExit) as end:
        ended(broken)
    assert end.value.code == 1
    assert "process" in capsys.readouterr().err


def test_our_own_fault_is_called_that(capsys):
    def wrong() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ended(wrong)
    assert "fault of the program" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupted_run_says_what_is_kept(small_course):
    words = ("run", "as_is.yaml", "--out", "run", "--replications", "10000", "--citizens", "1", "--workers", "1")
    running = subprocess.Popen((*SNEBOLD, *words), cwd=small_course, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait_for(running, lambda: any((small_course / "run").glob("events-*.parquet")))
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said.decode().strip()) == (130, "interrupted; finished replications of a run are kept")


def test_a_reader_that_goes_away_loses_no_file_and_sees_no_traceback(small_course):
    words = ("compare", "as_is.yaml", "to_be.yaml", "--replications", "1", "--citizens", "1", "--json", "found.json")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen((*SNEBOLD, *words), cwd=small_course, **pipes) as running:
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read().decode()
        assert running.wait(timeout=60) in (0, 1)
    assert "Traceback" not in said
    assert json.loads((small_course / "found.json").read_text(encoding="utf-8"))["kind"] == "comparison"


def wait_for(running, is_there, *, at_most=60):
    """Wait until something is there that a running command makes."""
    began = time.monotonic()
    while not is_there():
        assert running.poll() is None, running.communicate()
        assert time.monotonic() - began < at_most
        time.sleep(0.02)
