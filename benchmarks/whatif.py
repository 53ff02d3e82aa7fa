"""How soon the page Hvad nu hvis answers: moves sliders in a browser and takes the time. Not a test.

    python benchmarks/whatif.py [--course rehabilitation] [--moves 3] [--replications 20] [--citizens 100]

Starts a server of its own, opens the page with one proposal on, waits until its numbers are sharp, and then moves a
slider one position at a time. Tells seconds until the busy sign, the first and the sharp numbers, until a choice seen
before is back, and until another section of Sammenlign is there with all its figures, which plays nothing; beside them
the processor seconds that the page and the processes that play took (Linux only), and what one replication costs, since
seconds alone say little on a machine that others use. For the same reason a short loop is timed before and after each
move, and beside the seconds stands what they are as if the loop had always been as quick as it was once.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from speed import looped, steady

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
SLIDERS = {"rehabilitation": "gathering.no_answer", "dual_diagnosis": "life.crisis.rate"}
PROPOSALS = {"rehabilitation": "case_portal", "dual_diagnosis": "notices"}
STATUS = ".st-key-status"
LONGEST = 600.0
WAIT = "([selector, begin]) => (document.querySelector(selector)?.innerText ?? '').includes(begin)"


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--course", choices=SLIDERS, default="rehabilitation")
    arguments.add_argument("--moves", type=int, default=3)
    arguments.add_argument("--replications", type=int, default=20)
    arguments.add_argument("--citizens", type=int, default=100)
    chosen = arguments.parse_args()
    print(f"load before: {os.getloadavg()}, {os.cpu_count()} processors")
    cost = replication(chosen.course, chosen.citizens)
    print(f"one replication of today and the choice, processor seconds: {cost:.2f}")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mockups.server", "--port", str(port)]
    size = {"SNEBOLD_REPLICATIONS": str(chosen.replications), "SNEBOLD_CITIZENS": str(chosen.citizens)}
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), **size})
    try:
        wait_for(port)
        measured(port, chosen.course, chosen.moves, server.pid)
    finally:
        server.terminate()
        server.wait(30)
    print(f"load after: {os.getloadavg()}")


def replication(course: str, citizens: int) -> float:
    """Return the processor seconds of one warm replication of both scenarios."""
    from simulation import Asked, Design
    from simulation.experiments.many import one

    design = Design((Asked(f"{course}/as_is"), Asked(f"{course}/as_is", (PROPOSALS[course],))), citizens=citizens)
    one(design, 0)
    before = time.process_time()
    one(design, 1)
    return time.process_time() - before


def wait_for(port: int) -> None:
    """Wait until the server answers."""
    for _ in range(600):
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not start")


def used(server: int) -> tuple[float, float]:
    """Return the processor seconds so far of the page's own process and of those that play, 0 where nobody can say."""
    page, playing = 0.0, 0.0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        page += seconds if path.parent.name == str(server) else 0.0
        playing += seconds if fields[1] == str(server) else 0.0
    return page, playing


def measured(port: int, course: str, moves: int, server: int) -> None:
    """Move the slider and print what it took."""
    from playwright.sync_api import sync_playwright

    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        page.set_default_timeout(LONGEST * 1000)
        query = f"course={course}&what={PROPOSALS[course]}&controls=inputs&sliders={SLIDERS[course]}"
        page.goto(f"http://127.0.0.1:{port}/hvad-nu-hvis?{query}", wait_until="commit")
        page.wait_for_function(WAIT, arg=[STATUS, "Skarpe tal"])
        slider = page.get_by_role("slider").last
        slider.focus()
        before = used(server)
        found, loops = beside_loops(lambda: moved(page, "ArrowRight"), moves)
        told = ", ".join(
            f"{name} {(now - then) / moves:.2f}"
            for name, then, now in zip(("page", "playing"), before, used(server), strict=True)
        )
        print(f"processor seconds of a move: {told}")
        for name, times in zip(("busy", "first", "sharp"), zip(*found, strict=True), strict=True):
            tell(name, times, loops)
        before = used(server)
        tell("again, seen before", *beside_loops(lambda: seen_before(page, "ArrowLeft"), moves))
        print(f"processor seconds of the page for each: {(used(server)[0] - before[0]) / moves:.2f}")
        turn(page, SECTIONS[course][-1])
        before = used(server)
        sections = SECTIONS[course] * 3
        turned = iter(sections)
        tell("another section, nothing played", *beside_loops(lambda: turn(page, next(turned)), len(sections)))
        print(f"processor seconds of the page for each: {(used(server)[0] - before[0]) / len(sections):.2f}")
        browser.close()


SECTIONS = {
    "rehabilitation": ("work", "time", "headlines", "gathering"),
    "dual_diagnosis": ("work", "personas", "headlines", "method"),
}


def beside_loops(move: Callable[[], T], times: int) -> tuple[list[T], list[float]]:
    """Return what moves gave, and what a loop that is always the same took before and after each."""
    found, loops = list[T](), list[float]()
    for _ in range(times):
        around = [looped() for _ in range(5)]
        found.append(move())
        loops.append(median([*around, *(looped() for _ in range(5))]))
    return found, loops


def tell(name: str, times: Sequence[float], loops: Sequence[float]) -> None:
    """Print what moves took, and what they take as if the host had stayed as quick as it was once."""
    quick = steady(list(zip(times, loops, strict=True)), min(loops))
    print(
        f"{name}: median {median(times):.2f} s, {quick:.2f} s at the quickest (the loop: {1000 * min(loops):.1f} to "
        f"{1000 * max(loops):.1f} ms), all {[round(one, 2) for one in times]}",
        flush=True,
    )


CHOSEN = """(radio, title) => new Promise((done) => {
  const begun = performance.now();
  let last = 0;
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
  const look = () => {
    const isThere = [...document.querySelectorAll("h2")].some((one) => one.textContent === title);
    if (isThere && performance.now() - last > 200) {
      watch.disconnect();
      done((last - begun) / 1000);
    } else setTimeout(look, 20);
  };
  radio.click();
  look();
})"""
"""Seconds from a choice of what is not shown yet until all of it is drawn and nothing changes any more."""


def turn(page: Any, section: str) -> float:
    """Return seconds until a section of Sammenlign is there with all its figures after it is chosen."""
    from mockups.texts import Texts
    from simulation.reports.page.words import Words

    title = Words("da")(f"{section}.title")
    if "/sammenlign" not in page.url:
        name = Texts("da")("compare.nav")
        page.get_by_role("link", name=name).first.click()
        page.wait_for_selector(".snebold .cards")
        page.wait_for_selector("[data-testid=stProgress]", state="detached")
    radio = page.get_by_role("radio", name=title).element_handle()
    seconds: float = radio.evaluate(CHOSEN, title)
    return seconds


def seen_before(page: Any, key: str) -> float:
    """Return seconds until the page has come to rest with sharp numbers after the slider is moved back."""
    address, begun = page.url, time.perf_counter()
    page.keyboard.press(key)
    page.wait_for_function(
        """([address, selector]) => location.href !== address
          && document.querySelector('.stApp').dataset.testScriptState === 'notRunning'
          && /Skarpe/.test(document.querySelector(selector)?.innerText ?? '')""",
        arg=[address, STATUS],
    )
    return time.perf_counter() - begun


def moved(page: Any, key: str) -> tuple[float, float, float]:
    """Return seconds until the busy sign, the first and the sharp numbers after the slider is moved."""
    page.evaluate(
        """([selector]) => { window.seen = {}; const begun = performance.now();
        const look = () => { const text = document.querySelector(selector)?.innerText ?? '';
          const now = (performance.now() - begun) / 1000;
          if (/Regner/.test(text)) window.seen.busy ??= now;
          if (window.seen.busy && /Grove|Skarpe/.test(text) && !/Regner/.test(text)) window.seen.first ??= now;
          if (window.seen.busy && /Skarpe/.test(text) && !/Regner/.test(text)) window.seen.sharp ??= now; };
        window.watch?.disconnect(); window.watch = new MutationObserver(look);
        window.watch.observe(document.body, {subtree: true, childList: true, characterData: true}); }""",
        [STATUS],
    )
    page.keyboard.press(key)
    page.wait_for_function("() => window.seen.sharp !== undefined")
    seen = page.evaluate("() => window.seen")
    return seen["busy"], seen["first"], seen["sharp"]


if __name__ == "__main__":
    main()
