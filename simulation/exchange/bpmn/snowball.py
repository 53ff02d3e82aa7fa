"""The gathering as a subprocess: find, ask, wait for replies, read, and follow what others name."""

import itertools

from simulation.exchange.bpmn.elements import Flow, Kind, Node
from simulation.exchange.bpmn.words import Speaker
from simulation.model.gathering import SharingRule

BY_MACHINE = ("index", "view", "tool")


def snowball(speak: Speaker, step: str, title: str, note: str) -> Node:
    """Return the subprocess of a gathering with the ways of sharing that the scenario opens."""
    opened = tuple(_way(speak, step, name, rule) for name, rule in sorted(speak.world.sharing.items()))
    nodes = (
        Node(f"{step}_start", "startEvent"),
        *opened,
        Node(f"{step}_again", "exclusiveGateway"),
        Node(f"{step}_find", "userTask", speak("find")),
        Node(f"{step}_ask", "sendTask", speak("ask")),
        Node(f"{step}_reply", "receiveTask", speak("reply")),
        Node(f"{step}_judge", "userTask", speak("judge")),
        Node(f"{step}_more", "exclusiveGateway", speak("more")),
        Node(f"{step}_end", "endEvent"),
    )
    flows = [
        Flow(f"flow_{one.id}", one.id, other.id, speak("no") if other is nodes[-1] else "")
        for one, other in itertools.pairwise(nodes)
    ]
    flows.append(Flow(f"more_{step}", f"{step}_more", f"{step}_again", speak("yes"), "under"))
    return Node(f"step_{step}", "subProcess", title, note=note, inner=nodes, inner_flows=tuple(flows))


def _way(speak: Speaker, step: str, name: str, rule: SharingRule) -> Node:
    kind: Kind = "serviceTask" if rule.way in BY_MACHINE else "userTask"
    return Node(f"{step}_by_{name}", kind, rule.title.in_language(speak.lang))
