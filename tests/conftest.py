"""What several rooms of tests share: a cache of their own, the command in this process, a small course in files."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SMALL_COURSE = Path(__file__).parent / "simulation" / "cli" / "small_course"


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flags that write golden files and pictures anew."""
    parser.addoption("--rewrite-golden", action="store_true", help="write tests/golden anew instead of comparing")
    parser.addoption("--rewrite-pictures", action="store_true", help="write docs/screens anew (with -m walk)")


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory):
    """Keep the user's cache out of all tests, and play with the readable engine where a test does not say otherwise."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SNEBOLD_ENGINE", "reference")
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def snebold(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ended]:
    """Return what runs the command in this process, as from a shell, without workers unless they are asked for."""
    import simulation.cli

    monkeypatch.setenv("SNEBOLD_ENGINE", os.environ["SNEBOLD_ENGINE"])  # a command that sets it sets it for its test

    def run(*words: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["snebold", *map(str, words)])
        capsys.readouterr()
        code: int | str | None = 0
        try:
            simulation.cli.main()
        except SystemExit as end:
            code = end.code
        said = capsys.readouterr()
        assert isinstance(code, int), code
        assert "Traceback" not in said.out + said.err
        return Ended(code, said.out, said.err)

    return run


@pytest.fixture
def small_course(tmp_path: Path) -> Path:
    """Return a folder with a course of five steps, a To-Be of it and two personas; it takes a blink to play."""
    shutil.copytree(SMALL_COURSE, tmp_path / "small")
    return tmp_path / "small"
