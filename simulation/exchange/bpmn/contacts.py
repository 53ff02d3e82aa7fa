"""Contacts that come back or follow a life event, and who tells whom of one: each begins by itself and ends."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from simulation.exchange.bpmn.doers import OWN, Doer, lane_id, pool_id
from simulation.exchange.bpmn.elements import Cell, Flow, Message, Node
from simulation.exchange.bpmn.words import Speaker
from simulation.model.steps import ContactStep

LETTERS = 50
"""As many as a task has room for; its documentation says all."""
BESIDE = 3
"""So many stand beside each other in a lane."""


def contact_cells(speak: Speaker, found: Mapping[str, Doer]) -> Iterator[tuple[Cell, tuple[Flow, ...]]]:
    """Yield a cell for each contact among some steps."""
    count: dict[Doer, int] = {}
    for name, doer in found.items():
        step = speak.world.steps[name]
        if isinstance(step, ContactStep):
            place = count[doer] = count.get(doer, -1) + 1
            yield _cell(name, doer, place, _contact(speak, name, step))


def _contact(speak: Speaker, name: str, step: ContactStep) -> list[Node]:
    title = step.title.in_language(speak.lang)
    start = Node(f"start_{name}", "startEvent", speak.every(step.every), "timer") if step.every else None
    if start is None:
        start = Node(f"start_{name}", "startEvent", speak.titled(step.on or name), "conditional")
    task = Node(f"step_{name}", "userTask", title, note=speak.note(name, step))
    when = speak.when(step)
    split = [Node(f"split_{name}", "exclusiveGateway", when)] if when else []
    join = [Node(f"join_{name}", "exclusiveGateway")] if when else []
    return [start, *split, task, *join, Node(f"end_{name}", "endEvent")]


def telling_cells(speak: Speaker, count_from: Mapping[str, int]) -> Iterator[tuple[Cell, tuple[Flow, ...]]]:
    """Yield a cell for each telling of a life event.

    Args:
        speak: names things.
        count_from: how many cells each actor's own lane has already.
    """
    count = dict(count_from)
    for name, reaction in speak.world.reactions.items():
        for number, telling in enumerate(reaction.tells):
            place = count[telling.by] = count.get(telling.by, -1) + 1
            key = f"{name}_{number}"
            titles = [speak.world.data_types[one].title.in_language(speak.lang) for one in telling.data_types]
            told = speak("told", title=", ".join(titles))
            nodes = [
                Node(f"start_{key}", "startEvent", speak.titled(reaction.on), "conditional"),
                Node(f"send_{key}", "sendTask", shorten(told, LETTERS, placeholder="…"), note=told),
                Node(f"end_{key}", "endEvent"),
            ]
            yield _cell(key, (telling.by, OWN), place, nodes)


def telling_messages(speak: Speaker) -> Iterator[Message]:
    """Yield a message for everybody who is told of a life event."""
    for name, reaction in speak.world.reactions.items():
        for number, telling in enumerate(reaction.tells):
            for actor in telling.actors:
                yield Message(f"told_{name}_{number}_{actor}", f"send_{name}_{number}", pool_id(actor))


def flow_messages(speak: Speaker) -> Iterator[Message]:
    """Yield what goes into and out of each flow, drawn as a pool of its own."""
    for name, flow in speak.world.flows.items():
        for actor in flow.givers:
            yield Message(f"gives_{name}_{actor}", pool_id(actor), flow_id(name))
        for actor in flow.receivers:
            yield Message(f"gets_{name}_{actor}", flow_id(name), pool_id(actor))


def flow_id(name: str) -> str:
    """Return the id of the pool of a flow."""
    return f"flow_{name}"


def _cell(key: str, doer: Doer, place: int, nodes: Sequence[Node]) -> tuple[Cell, tuple[Flow, ...]]:
    flows = [Flow(f"flow_{one.id}", one.id, other.id) for one, other in itertools.pairwise(nodes)]
    if any(node.id == f"split_{key}" for node in nodes):
        flows.append(Flow(f"skip_{key}", f"split_{key}", f"join_{key}", "", "over"))
    cell = Cell(key, pool_id(doer[0]), lane_id(*doer), tuple(nodes), place % BESIDE)
    return cell, tuple(flows)
