"""Processor time of one rerun of the page Skærme, per visitor and move. Not a test.

    python benchmarks/screens.py [--moves 24] [--beside OTHER_CHECKOUT]

Starts a server for this checkout, and for another where one is named, and talks to each as a browser does, over a
websocket: moves the day one at a time, moves back to days seen before, types in forms, and answers tasks. Every move
waits until the page is whole; what the server's process used meanwhile is read from the system's clock of that process
(Linux only), so what other programs do counts little. Checkouts take turns, move by move; what a server uses while
nobody asks is taken off. A processor that is shared with other machines runs now quick, now slow: before and after each
move the same short loop is timed, and beside what a move took stands what it takes while the loop is as quick as it was
once seen here. Then come how many messages and bytes went to the browser.
"""

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from speed import looped, steady
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

ROOT = Path(__file__).parents[1]
SETTLED = 0.15
"""Seconds after the last message before the clock is read: the server tidies up after a rerun."""
LONGEST = 200.0
DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
TEXTS = ("text_area", "text_input")


@dataclass
class Visitor:
    """One browser at one page of one server."""

    port: int
    server: int
    query: str
    page: str = ""
    state: dict[str, WidgetState] = field(default_factory=dict)
    elements: dict[str, tuple[str, Any, str]] = field(default_factory=dict)
    """Kind, element and fragment of each field, by its id."""
    messages: dict[str, ForwardMsg] = field(default_factory=dict)
    seen: int = 0
    sent: int = 0
    open: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> "Visitor":
        """Open the page and wait until it is whole, the citizens played and all."""
        address = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        self.line = self.open.enter_context(connect(address, subprotocols=["streamlit"], max_size=None))
        self.run()
        begun = time.monotonic()
        while not any("day-" in name for name in self.elements):
            if time.monotonic() - begun > LONGEST:
                raise SystemExit("the page did not come")
            waits = [one for one in self.elements.values() if one[0] == "auto_rerun"]
            time.sleep(0.5)
            self.run(waits[-1][2] if waits else "")
        self.run()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave."""
        self.open.close()

    def find(self, begins: str, kinds: tuple[str, ...]) -> list[str]:
        """Return the ids of fields of some kinds whose key begins with something."""
        return [name for name, one in self.elements.items() if one[0] in kinds and f"-{begins}" in name]

    def run(self, fragment: str = "") -> None:
        """Ask for a rerun, and take in what comes until it is done."""
        asked = BackMsg()
        client = asked.rerun_script
        client.query_string, client.page_script_hash, client.fragment_id = self.query, self.page, fragment
        client.page_name = "" if self.page else "skaerm"
        self.state = {name: one for name, one in self.state.items() if name in self.elements}
        client.widget_states.widgets.extend(self.state.values())
        client.cached_message_hashes.extend(self.messages)
        self.seen = self.sent = 0
        if not fragment:
            self.elements = {}
        self.line.send(asked.SerializeToString())
        while True:
            said = self.line.recv(timeout=LONGEST)
            assert isinstance(said, bytes)
            self.seen, self.sent = self.seen + 1, self.sent + len(said)
            if self.take(ForwardMsg.FromString(said)):
                break
        for one in self.state.values():
            if one.HasField("trigger_value"):
                one.trigger_value = False

    def take(self, said: ForwardMsg) -> bool:
        """Take in one message; return whether the rerun is done."""
        if said.WhichOneof("type") == "ref_hash":
            said = self.messages[said.ref_hash]
        if said.metadata.cacheable:
            self.messages[said.hash] = said
        kind = said.WhichOneof("type")
        if kind == "new_session":
            if not said.metadata.run.fragment_ids:
                self.elements = {}
        elif kind == "navigation":
            self.page = said.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = said.page_info_changed.query_string
        elif kind == "auto_rerun":
            self.elements["auto_rerun"] = ("auto_rerun", None, said.auto_rerun.fragment_id)
        elif kind == "delta" and said.delta.WhichOneof("type") == "new_element":
            shown = said.delta.new_element
            name = shown.WhichOneof("type") or ""
            if name == "exception":
                raise SystemExit(str(shown.exception))
            inside = getattr(shown, name)
            if getattr(inside, "id", ""):
                self.elements[inside.id] = name, inside, said.delta.fragment_id
        return kind == "script_finished" and said.script_finished in DONE

    def set(self, name: str, **value: Any) -> None:
        """Change one field as a hand does, and wait for the rerun."""
        self.state[name] = WidgetState(id=name, **{key: one for key, one in value.items() if key != "numbers"})
        if "numbers" in value:
            self.state[name].double_array_value.data.extend(value["numbers"])
        self.run(self.elements[name][2])


Move = Callable[[Visitor, int], None]


def move_day(visitor: Visitor, number: int) -> None:
    """Move the day to one not seen before."""
    slider = visitor.find("day-", ("slider",))[0]
    visitor.set(slider, numbers=[20.0 + number])


def back(visitor: Visitor, number: int) -> None:
    """Move the day to one of six seen before."""
    slider = visitor.find("day-", ("slider",))[0]
    visitor.set(slider, numbers=[20.0 + number % 6])


def write(visitor: Visitor, number: int) -> None:
    """Write something else in the first field of words."""
    name = next(one for one in visitor.elements if visitor.elements[one][0] in TEXTS)
    visitor.set(name, string_value=f"en to tre fire ord, gang {number}")


def answer(visitor: Visitor, number: int) -> None:
    """Ask whether the first task that can be judged has succeeded."""
    visitor.set(visitor.find("check-", ("button",))[0], trigger_value=True)


def switch(visitor: Visitor, number: int) -> None:
    """Show the layers of truth, or hide them."""
    if boxes := visitor.find("truth", ("checkbox",)):  # as it was once
        visitor.set(boxes[0], bool_value=number % 2 == 0)
        return
    name = visitor.find("further", ("button_group",))[0]
    visitor.state[name] = WidgetState(id=name)
    visitor.state[name].string_array_value.data.extend(("truth",) * (number % 2 == 0))
    visitor.run(visitor.elements[name][2])


def other_citizen(visitor: Visitor, number: int) -> None:
    """Choose another citizen: all below the choices runs again, and the choice goes into the address."""
    name = visitor.find("citizen-", ("selectbox",))[0]
    options = visitor.elements[name][1].options
    visitor.set(name, string_value=options[(number + 1) % len(options)])


def other_language(visitor: Visitor, number: int) -> None:
    """Choose the other language: the whole page runs again."""
    name = visitor.find("language", ("button_group",))[0]
    visitor.state[name] = WidgetState(id=name)
    visitor.state[name].string_array_value.data.append(("English", "Dansk")[number % 2])
    visitor.run()


PLACES: dict[str, tuple[str, Move]] = {
    "day, S01 as it is": ("course=rehabilitation&screen=s01_case_view", move_day),
    "day seen before, S01": ("course=rehabilitation&screen=s01_case_view", back),
    "day, S06 portal": ("course=rehabilitation&screen=s06_case_portal", move_day),
    "day, S06, two beside each other": ("course=rehabilitation&screen=s06_case_portal&beside=1", move_day),
    "day, S10 contacts": ("course=dual_diagnosis&screen=s10_effort_overview", move_day),
    "day, S17 contacts": ("course=dual_diagnosis&screen=s17_dialogue_thread", move_day),
    "day, S30 citizen's log": ("course=rehabilitation&screen=s30_my_log", move_day),
    "day, S06 with truth shown": ("course=rehabilitation&screen=s06_case_portal&truth=1", move_day),
    "typing, S08": ("course=rehabilitation&screen=s08_shared_plan", write),
    "typing, S14": ("course=rehabilitation&screen=s14_handover", write),
    "typing that changes the screen, S13": ("course=rehabilitation&screen=s13_checklist", write),
    "typing that changes the screen, S17": ("course=dual_diagnosis&screen=s17_dialogue_thread", write),
    "a task judged, S13": ("course=rehabilitation&screen=s13_checklist", answer),
    "truth shown or hidden, S01": ("course=rehabilitation&screen=s01_case_view", switch),
    "another citizen, S01": ("course=rehabilitation&screen=s01_case_view", other_citizen),
    "another citizen, S10": ("course=dual_diagnosis&screen=s10_effort_overview", other_citizen),
    "the whole page: the other language, S01": ("course=rehabilitation&screen=s01_case_view", other_language),
}
"""What is measured: address and move."""


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--moves", type=int, default=24)
    arguments.add_argument("--beside", type=Path, help="another checkout, measured in turn with this one")
    arguments.add_argument("--only", default="", help="only what has these words in its name")
    chosen = arguments.parse_args()
    print(f"load before: {os.getloadavg()}, {os.cpu_count()} processors")
    rooms = [ROOT] if chosen.beside is None else [chosen.beside.resolve(), ROOT]
    with servers(rooms) as running:
        for name, (query, move) in PLACES.items():
            if chosen.only in name:
                print(f"{name:38} {measured(running, query, move, chosen.moves)}", flush=True)
    print(f"load after: {os.getloadavg()}")


def measured(running: list[tuple[int, int]], query: str, move: Move, moves: int) -> str:
    """Return what moves took on each server, in turn, and what went to the browser."""
    with ExitStack() as stack:
        visitors = [stack.enter_context(Visitor(port, pid, f"{query}&lang=da&day=19")) for port, pid in running]
        found: list[list[tuple[float, float]]] = [[] for _ in visitors]
        idle = [used_at_rest(one.server) for one in visitors]
        for number in range(moves + 6):  # the first six warm the server, and are the days seen before
            for place, one in enumerate(visitors):
                time.sleep(SETTLED)
                loop, before, begun = looped(), used(one.server), time.monotonic()
                move(one, number)
                time.sleep(SETTLED)
                taken = used(one.server) - before - idle[place] * (time.monotonic() - begun)
                if number >= 6:
                    found[place].append((1000 * taken, (loop + looped()) / 2))
    quick = min(loop for taken in found for _, loop in taken)
    told = [
        f"{median(time for time, _ in taken):5.1f} ms ({min(taken)[0]:.0f} to {max(taken)[0]:.0f}), "
        f"{steady(taken, quick):4.1f} at the quickest, {one.seen} messages, {one.sent / 1000:.0f} kB"
        for taken, one in zip(found, visitors, strict=True)
    ]
    ratio = f"  ratio {steady(found[1], quick) / steady(found[0], quick):.2f}" if len(found) > 1 else ""
    return "  |  ".join(told) + ratio


def used(server: int) -> float:
    """Return the processor seconds of a process so far, all its threads together."""
    return time.clock_gettime((~server << 3) | 2)


def used_at_rest(server: int) -> float:
    """Return the processor seconds that a process uses in a second while nobody asks it for anything."""
    before = used(server)
    time.sleep(3)
    return (used(server) - before) / 3


@contextmanager
def servers(rooms: list[Path]) -> Iterator[list[tuple[int, int]]]:
    """Start a server for each checkout; yield port and process of each."""
    running = []
    try:
        for room in rooms:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            command = [sys.executable, "-m", "mockups.server", "--port", str(port)]
            found = subprocess.Popen(command, cwd=room, env={**os.environ, "PYTHONPATH": str(room)})
            running.append((port, found))
        for port, _ in running:
            wait_for(port)
        time.sleep(5)
        yield [(port, found.pid) for port, found in running]
    finally:
        for _, found in running:
            found.terminate()
            found.wait(30)


def wait_for(port: int) -> None:
    """Wait until the server answers."""
    for _ in range(600):
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
