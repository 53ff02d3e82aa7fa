"""A disk that is full: one sentence, no half file, and what was there stays as it was."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SMALL = ("--citizens", 2, "--workers", 1)
COMMANDS = {
    "run": (("run", "as_is.yaml", "--out", "out", "--replications", 2, *SMALL), 5),
    "export csv": (("export", "kept", "--to", "csv", "--out", "out"), 2),
    "export parquet": (("export", "kept", "--to", "parquet", "--out", "out"), 2),
    "export xlsx": (("export", "kept", "--to", "xlsx", "--out", "out/run.xlsx"), 1),
    "compare": (
        (
            "compare",
            "as_is.yaml",
            "to_be.yaml",
            *SMALL,
            "--replications",
            1,
            "--json",
            "out/a.json",
            "--html",
            "out/a.html",
        ),
        2,
    ),
}
"""Commands that write, and how many files each writes."""


class HalfWritten:
    """A file of which only the first half fits on the disk."""

    def __init__(self, file) -> None:
        self.file = file

    def __enter__(self):
        return self

    def __exit__(self, *_why) -> None:
        self.file.close()

    def write(self, content: bytes) -> int:
        self.file.write(content[: len(content) // 2])
        self.file.flush()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@contextmanager
def full_at(number: int, *, only_at_the_end: bool) -> Iterator[None]:
    """Let the n-th file that is written meet a full disk, in mid-file or when it is brought to the disk."""
    turns = iter(range(1, 1000))
    to_disk, opened = os.fsync, Path.open

    def is_turn() -> bool:
        return next(turns) == number

    def fsync(handle: int) -> None:
        if is_turn():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        to_disk(handle)

    def open_(path: Path, mode: str = "r", *more, **named):
        file = opened(path, mode, *more, **named)
        return HalfWritten(file) if mode == "wb" and is_turn() else file

    with pytest.MonkeyPatch.context() as patch:
        if only_at_the_end:
            patch.setattr(os, "fsync", fsync)
        else:
            patch.setattr(Path, "open", open_)
        yield


@pytest.fixture
def here(small_course, monkeypatch, snebold):
    """Return the folder of the small course, the working folder, with a run of one replication in it."""
    monkeypatch.chdir(small_course)
    assert snebold("run", "as_is.yaml", "--out", "kept", "--replications", 1, *SMALL).code == 0
    return small_course


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*")}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_write_that_fails_leaves_the_old_or_the_new_state(here, snebold, command):
    """The first write fails in mid-file, the second at its end, and so on."""
    words, files = COMMANDS[command]
    assert snebold(*words).code == 0
    whole = kept(here / "out")
    assert len(whole) == files
    for number in range(1, files + 1):
        shutil.rmtree(here / "out")
        with full_at(number, only_at_the_end=number % 2 == 0):
            done = snebold(*words)
        assert done.code == 1
        said = done.err.strip().splitlines()[-1]
        assert said.endswith(": No space left on device")
        assert (here / said.partition(":")[0]).name in whole
        assert len(kept(here / "out")) == number - 1
        assert kept(here / "out").items() <= whole.items()
    assert snebold(*words).code == 0
    assert kept(here / "out") == whole


def test_what_a_new_file_was_to_replace_is_still_there(here, snebold):
    (here / "out").mkdir()
    for name in ("events.csv", "citizens.csv"):
        (here / "out" / name).write_bytes(b"old")
    with full_at(2, only_at_the_end=False):
        assert snebold(*COMMANDS["export csv"][0]).code == 1
    found = kept(here / "out")
    assert found["events.csv"] != b"old"
    assert found["citizens.csv"] == b"old"
    assert len(found) == 2


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_limit_of_the_system_is_told_in_a_sentence_by_processes_too(here):
    """Files of more than two kilobytes are refused by the system itself; the manifest is smaller."""
    command = (sys.executable, "-c", "import simulation.cli; simulation.cli.main()")
    words = ("run", "as_is.yaml", "--out", "out", "--replications", "2", "--citizens", "2", "--workers", "2")
    limited = ("sh", "-c", 'ulimit -f 4 && exec "$@"', "sh", *command, *words)
    done = subprocess.run(limited, cwd=here, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(".parquet: File too large\n")
    assert list(kept(here / "out")) == ["manifest.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_screen_that_cannot_be_written_to_is_told_too(here):
    with Path("/dev/full").open("w") as full:
        words = (sys.executable, "-c", "import simulation.cli; simulation.cli.main()", "list")
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (1, "No space left on device\n")
