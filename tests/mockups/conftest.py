"""What tests of screens share: a comparison that is there already, and a page as a visitor meets it."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from results_example import example_result
from streamlit.testing.v1 import AppTest

from simulation import CannotRun, Design, Snapshot

APP = Path(str(files("mockups"))) / "app.py"


class Stored:
    """Answers at once with what the test put there."""

    def __init__(self) -> None:
        self.snapshot = Snapshot("stored", 20, 20, example_result(), 20)
        self.asked: list[Design] = []
        self.again = 0

    def ask(self, design: Design, *, again: bool = False) -> Snapshot:
        self.asked.append(design)
        self.again += again
        return self.snapshot

    def look(self, design: Design) -> Snapshot:
        return self.snapshot

    def fail(self, why: str) -> None:
        self.snapshot = Snapshot("failed", 0, 20, failure=CannotRun(why))


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> Stored:
    """Return what stands in for live comparisons."""
    found = Stored()
    monkeypatch.setattr("mockups.parts.live.live_runs", lambda: found)
    return found


@pytest.fixture
def opened(stored: Stored) -> Callable[..., AppTest]:
    """Return what opens a page with choices in its address."""

    def opening(page: str = "start", **choices: str) -> AppTest:
        at = AppTest.from_file(str(APP), default_timeout=60)
        at.query_params.update(choices)
        at.run()
        if page != "start":
            at.switch_page(f"pages/{page}.py")
            at.query_params.update(choices)
            at.run()
        return at

    return opening


@pytest.fixture
def words_of() -> Callable[[AppTest], str]:
    """Return what gives all HTML of a page as one text."""
    return lambda at: "\n".join(str(one.proto.body) for one in at.get("html"))
