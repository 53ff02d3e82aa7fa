"""What one step of a course becomes: a task or gateway, and what stands around it."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field

from simulation.exchange.bpmn.doers import CITIZEN, Doer, lane_id, pool_id
from simulation.exchange.bpmn.elements import Cell, Flow, Kind, Node
from simulation.exchange.bpmn.graph import Order
from simulation.exchange.bpmn.snowball import snowball
from simulation.exchange.bpmn.words import Speaker
from simulation.model.course_graph import ways_back
from simulation.model.steps import AnyStep, DecideStep, GatherStep, WaitStep
from simulation.model.world import World


@dataclass(frozen=True)
class Drawn:
    """What cells are made from."""

    speak: Speaker
    found: Mapping[str, Doer]
    order: Order
    returns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Step to the steps of the same pool that go back to it."""

    @property
    def world(self) -> World:
        """Return the world that is drawn."""
        return self.speak.world


def backs(world: World, found: Mapping[str, Doer]) -> dict[str, tuple[str, ...]]:
    """Return for each step the other steps it can go back to, among those that are drawn."""
    ways = ways_back(world)
    return {
        name: tuple(dict.fromkeys(to for to, most in ways[name] if to != name and to in found and most))
        for name in found
    }


def cell_of(drawn: Drawn, name: str) -> tuple[Cell, tuple[Flow, ...]]:
    """Return the cell of a step and the flows inside it."""
    step = drawn.world.steps[name]
    core, core_flows = core_of(drawn, name, step)
    ahead, behind = _ahead(drawn, name), _behind(drawn, name)
    when = drawn.speak.when(step)
    flows: list[Flow] = list(core_flows)
    if when:
        split = Node(f"split_{name}", "exclusiveGateway", when)
        join = Node(f"join_{name}", "exclusiveGateway")
        flows.append(Flow(f"skip_{name}", split.id, join.id, drawn.speak("no"), "over"))
        core = (split, *core, join)
    nodes = (*ahead, *core, *behind)
    linked = {(flow.source, flow.target) for flow in core_flows}
    yes = f"split_{name}" if when else ""
    flows += [
        Flow(f"flow_{one.id}", one.id, other.id, drawn.speak("yes") if one.id == yes else "")
        for one, other in itertools.pairwise(nodes)
        if (one.id, other.id) not in linked
    ]
    actor, role = drawn.found[name]
    return Cell(name, pool_id(actor), lane_id(actor, role), nodes, drawn.order.column[name]), tuple(flows)


def core_of(drawn: Drawn, name: str, step: AnyStep) -> tuple[tuple[Node, ...], tuple[Flow, ...]]:
    """Return what the step itself is."""
    speak = drawn.speak
    title = step.title.in_language(speak.lang)
    note = speak.note(name, step)
    if isinstance(step, GatherStep):
        return (snowball(speak, name, title, note),), ()
    if isinstance(step, DecideStep):
        return _decision(speak, name, step, note)
    loops = any(to == name for to, _ in ways_back(drawn.world)[name])
    if isinstance(step, WaitStep) and step.minutes is None and step.waits_for != CITIZEN and not loops:
        return (Node(f"step_{name}", "intermediateCatchEvent", title, "timer", note=note),), ()
    kind: Kind = "manualTask" if isinstance(step, WaitStep) and step.waits_for == CITIZEN else "userTask"
    return (Node(f"step_{name}", kind, title, loops=loops, note=note),), ()


def _decision(speak: Speaker, name: str, step: DecideStep, note: str) -> tuple[tuple[Node, ...], tuple[Flow, ...]]:
    """Return a gateway with a flow for each answer, and where they meet again."""
    answers = dict.fromkeys([*step.answers, *(one for some in step.among.values() for one in some)])
    title = step.title.in_language(speak.lang)
    gateway, met = Node(f"step_{name}", "exclusiveGateway", title, note=note), Node(f"met_{name}", "exclusiveGateway")
    flows = tuple(
        Flow(f"answer_{name}_{answer}", gateway.id, met.id, speak.titled(answer), "over" if place else "next")
        for place, answer in enumerate(answers)
    )
    return (gateway, met), flows


def _ahead(drawn: Drawn, name: str) -> tuple[Node, ...]:
    """Return what stands before a step: start or join, word from others, and where ways back come in."""
    order, found = drawn.order, list[Node]()
    words = order.words_from[name]
    if not order.before[name]:
        key = "word" if words else "begins" if name in order.opens else "goes_on"
        found.append(Node(f"start_{name}", "startEvent", drawn.speak(key), "message" if words else ""))
    if len(order.before[name]) > 1:
        found.append(Node(f"all_{name}", "parallelGateway"))
    if order.before[name] and words:
        found.append(Node(f"word_{name}", "intermediateCatchEvent", drawn.speak("word"), "message"))
    if drawn.returns.get(name):
        found.append(Node(f"again_{name}", "exclusiveGateway"))
    return tuple(found)


def _behind(drawn: Drawn, name: str) -> tuple[Node, ...]:
    """Return what stands behind a step: word to others, ways back, split, and the end."""
    order, speak, found = drawn.order, drawn.speak, list[Node]()
    if _returns_to(drawn, name):
        found.append(Node(f"back_{name}", "exclusiveGateway", speak("back")))
    if order.words_to[name]:
        found.append(Node(f"tell_{name}", "intermediateThrowEvent", speak("tell"), "message"))
    is_last, closes = not order.after[name], drawn.world.course.closes == name
    if len(order.after[name]) + (closes and not is_last) > 1:
        found.append(Node(f"both_{name}", "parallelGateway"))
    if is_last:
        found.append(Node(f"end_{name}", "endEvent", speak("closes" if closes else "ends")))
    return tuple(found)


def _returns_to(drawn: Drawn, name: str) -> tuple[str, ...]:
    return tuple(to for to, some in drawn.returns.items() if name in some)
