"""One server and one browser for all walks through the screens."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
SNEBOLD = (sys.executable, "-P", "-c", "import sys; sys.argv[0] = 'snebold'; from simulation.cli import main; main()")
PATIENCE = 240_000
"""Milliseconds that anything may take on a slow machine."""


@pytest.hookimpl(tryfirst=True)  # before the groups are told
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.xdist_group("browser"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium here; set CHROMIUM to its path"))


@dataclass
class Visit:
    """One page in a browser, and what went wrong in it."""

    page: Any
    wrong: list[str] = field(default_factory=list)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    """Start the app as a user does, playing little but for pictures; return its address, or the one in SNEBOLD_AT."""
    if running_already := os.environ.get("SNEBOLD_AT"):
        yield running_already
        return
    replications, citizens = ("4", "30") if request.config.getoption("--rewrite-pictures") else ("2", "8")
    port = free_port()
    folder = tmp_path_factory.mktemp("served")
    room = str(Path(__file__).parents[3])
    command = [*SNEBOLD, "app", "--port", str(port), "--replications", replications, "--citizens", citizens]
    paths = os.pathsep.join((room, os.environ.get("PYTHONPATH", ""))) if not installed() else None
    variables = os.environ | ({"PYTHONPATH": paths} if paths else {})
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, env=variables, stdout=log, stderr=log) as running,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/", running)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(30)
    assert "Traceback" not in (folder / "log").read_text(encoding="utf-8")


def installed() -> bool:
    """Return whether the rooms are found without the folder of the checkout."""
    code = "import simulation, mockups"
    return subprocess.run([sys.executable, "-P", "-c", code], cwd="/", check=False, capture_output=True).returncode == 0


def wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    from threading import Event

    for _ in range(3000):
        assert running.poll() is None, "the server ended"
        try:
            with urlopen(address) as answer:
                assert answer.status == 200
                return
        except OSError:
            Event().wait(0.1)
    pytest.fail("the server did not answer in five minutes")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playing:
        # As root there is no sandbox to be had.
        found = playing.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def context(browser: Any) -> Iterator[Any]:
    """Return what most pages are opened in, so that what a page loads is loaded once."""
    found = browser.new_context(locale="da-DK")
    yield found
    found.close()


@pytest.fixture
def visit(server: str, browser: Any, context: Any) -> Iterator[Callable[..., Visit]]:
    """Return what opens an address at a width and waits for a selector; a page must not have anything wrong at the end.

    With `own`, it is opened as in a browser of its own.
    """
    opened: list[Visit] = []

    def opening(address: str, wait: str, width: int = 1440, *, own: bool = False) -> Visit:
        page = browser.new_page(locale="da-DK") if own else context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.set_default_timeout(PATIENCE)
        found = Visit(page)
        opened.append(found)
        page.on("console", lambda said: found.wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda fault: found.wrong.append(str(fault)))
        page.on("response", lambda answer: found.wrong.append(answer.url) if answer.status >= 400 else None)
        page.on("request", lambda asked: None if is_here(asked.url, server) else found.wrong.append(asked.url))
        page.goto(server + address)
        page.wait_for_selector(wait, timeout=PATIENCE)
        return found

    yield opening
    for one in opened:
        one.page.close()
    assert [one.wrong for one in opened] == [[] for _ in opened]


def is_here(url: str, server: str) -> bool:
    """Return whether a request stays on this machine."""
    return url.startswith((server, server.replace("http", "ws", 1), "data:", "blob:"))
