"""How large things are drawn, in pixels, as bpmn.io draws them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from simulation.exchange.bpmn.elements import Flow, Node

TASK, EVENT, GATEWAY, BOX = (130.0, 80.0), (36.0, 36.0), (50.0, 50.0), (220.0, 60.0)
GAP = 50.0
"""Between nodes of a cell; a label under each is not wider than what it stands under and the gap."""
ANSWERS = 120.0
"""Between a decision and where its answers meet, beyond the gap."""
INNER_GAP = 36.0
LABEL_WIDTH, LINE, LETTERS = 90.0, 14.0, 14
"""Of a label outside its shape."""
LEVEL = 36.0
"""Between flows that run above each other."""
CLEAR = 8.0


@dataclass(frozen=True)
class Rect:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: "Rect") -> bool:
        """Return whether two rectangles share more than an edge."""
        beside = self.right <= other.x or other.right <= self.x
        return not (beside or self.bottom <= other.y or other.bottom <= self.y)


def size_of(node: Node) -> tuple[float, float]:
    """Return width and height."""
    if node.kind == "subProcess":
        inside = sum(size_of(one)[0] + INNER_GAP for one in node.inner)
        return inside + INNER_GAP, TASK[1] + 2 * 46
    if node.kind.endswith("Event"):
        return EVENT
    return GATEWAY if node.kind.endswith("Gateway") else TASK


def has_label(node: Node) -> bool:
    """Return whether the name stands outside the shape."""
    return bool(node.name) and node.kind.endswith(("Event", "Gateway"))


def label_height(name: str) -> float:
    """Return the height of a label."""
    return LINE * max(1, len(wrap(name, LETTERS)))


def gap_after(node: Node, flows: Iterable[Flow]) -> float:
    """Return the room between a node and the next of its cell."""
    answers = any(flow.source == node.id and flow.id.startswith("answer_") for flow in flows)
    return GAP + (ANSWERS if answers else 0)


def cell_width(nodes: Sequence[Node], flows: Sequence[Flow]) -> float:
    """Return the width of a cell."""
    return sum(size_of(node)[0] for node in nodes) + sum(gap_after(node, flows) for node in nodes[:-1])


def is_labelled_above(node: Node, flows: Iterable[Flow]) -> bool:
    """Return whether a label stands above: where a flow leaves below."""
    return any(flow.source == node.id and flow.way in ("under", "back") for flow in flows)


def reach(nodes: Sequence[Node], flows: Sequence[Flow]) -> tuple[float, float]:
    """Return how far nodes with their labels and flows reach above and below their middle line."""
    up = max(size_of(node)[1] / 2 for node in nodes)
    down = up
    for node in nodes:
        if has_label(node):
            needed = size_of(node)[1] / 2 + 4 + label_height(node.name)
            if is_labelled_above(node, flows):
                up = max(up, needed)
            else:
                down = max(down, needed)
    up = max([up, *(-y for flow in flows if (y := over_level(flow, flows, nodes)) is not None)])
    return up + CLEAR + (LABEL_ROOM if any(flow.way == "over" for flow in flows) else 0), down + CLEAR


LABEL_ROOM = 2 * LINE + 2
"""For words above a flow that runs over what it passes."""


def over_level(flow: Flow, flows: Sequence[Flow], nodes: Sequence[Node]) -> float | None:
    """Return how far from the middle line a flow runs that passes over others; None for others."""
    if flow.way != "over":
        return None
    names = [node.id for node in nodes]
    first, last = names.index(flow.source), names.index(flow.target)
    tallest = max(size_of(node)[1] / 2 for node in nodes[first : last + 1])
    same = [one for one in flows if one.way == "over" and (one.source, one.target) == (flow.source, flow.target)]
    return -(tallest + 14 + LEVEL * same.index(flow) + (LINE if len(same) > 1 else 0))
