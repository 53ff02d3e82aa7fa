"""Gives a drawing its places; the same drawing always gets the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulation.exchange.bpmn.elements import Cell, Diagram, Flow, Message, Node
from simulation.exchange.bpmn.grid import Grid, grid_of, inside_flows
from simulation.exchange.bpmn.routes import Points, Routes
from simulation.exchange.bpmn.sizes import (
    INNER_GAP,
    LABEL_WIDTH,
    LINE,
    Rect,
    gap_after,
    has_label,
    is_labelled_above,
    label_height,
    size_of,
)


@dataclass(frozen=True)
class Layout:
    """Places of all that is drawn."""

    shapes: Mapping[str, Rect]
    """Pools, lanes and nodes."""
    edges: Mapping[str, Points]
    labels: Mapping[str, Rect]
    """Of nodes, flows and messages whose name stands outside."""


def laid_out(diagram: Diagram) -> Layout:
    """Return the places of a drawing."""
    nodes = {node.id for cell in diagram.cells for one in cell.nodes for node in (one, *one.inner)}
    loose = sum(not {one.source, one.target} & nodes for one in diagram.messages)
    grid = grid_of(diagram, between_pools=loose)
    flows = inside_flows(diagram)
    shapes: dict[str, Rect] = {**grid.pools, **grid.lanes, **{name: box for name, (box, _) in grid.boxes.items()}}
    labels: dict[str, Rect] = {}
    for cell in diagram.cells:
        _place_cell(grid, cell, flows[cell.step], shapes, labels)
    cell_of = {node.id: cell for cell in diagram.cells for one in cell.nodes for node in (one, *one.inner)}
    routes = Routes(grid, shapes, cell_of)
    edges: dict[str, Points] = {}
    for cell in diagram.cells:
        _route_cell(routes, cell, flows[cell.step], edges)
    _label_flows(diagram, edges, labels)
    for message in diagram.messages:
        edges[message.id] = routes.message(message)
        if message.name:
            labels[message.id] = _message_label(message, edges[message.id], grid)
    return Layout(shapes, edges, labels)


def all_flows(diagram: Diagram) -> Iterable[Flow]:
    """Yield all sequence flows, those of subprocesses included."""
    yield from diagram.flows
    for cell in diagram.cells:
        for node in cell.nodes:
            yield from node.inner_flows


def _place_cell(
    grid: Grid, cell: Cell, flows: Sequence[Flow], shapes: dict[str, Rect], labels: dict[str, Rect]
) -> None:
    x, y = grid.columns[cell.column][0], grid.rows[cell.step].middle
    for node in cell.nodes:
        _place(node, (x, y), flows, shapes, labels)
        at = x + INNER_GAP
        for inner in node.inner:
            _place(inner, (at, y + 8), node.inner_flows, shapes, labels)
            at += size_of(inner)[0] + INNER_GAP
        x += size_of(node)[0] + gap_after(node, flows)


def _place(
    node: Node, at: tuple[float, float], flows: Sequence[Flow], shapes: dict[str, Rect], labels: dict[str, Rect]
) -> None:
    width, height = size_of(node)
    shape = shapes[node.id] = Rect(at[0], at[1] - height / 2, width, height)
    if has_label(node):
        tall = label_height(node.name)
        y = shape.y - 4 - tall if is_labelled_above(node, flows) else shape.bottom + 4
        labels[node.id] = Rect(shape.middle[0] - LABEL_WIDTH / 2, y, LABEL_WIDTH, tall)


def _route_cell(routes: Routes, cell: Cell, flows: Sequence[Flow], edges: dict[str, Points]) -> None:
    inside = {node.id for node in cell.nodes}
    for flow in flows:
        near = flow.way != "back" and flow.target in inside
        edges[flow.id] = routes.flow(flow, cell.nodes, flows) if near else routes.between(flow)
    for node in cell.nodes:
        for flow in node.inner_flows:
            edges[flow.id] = routes.flow(flow, node.inner, node.inner_flows)


def _label_flows(diagram: Diagram, edges: Mapping[str, Points], labels: dict[str, Rect]) -> None:
    """Put the name of a flow above its first level part that is long enough, else beside where it begins."""
    for flow in all_flows(diagram):
        if not flow.name:
            continue
        points = edges[flow.id]
        tall = label_height(flow.name)
        if flow.way in ("over", "under"):
            x, y = (points[1][0] + points[2][0]) / 2, points[1][1]
        elif flow.way == "back":
            x, y = points[0][0] + LABEL_WIDTH / 4, points[0][1] + LINE + 2
        else:
            x, y = (points[0][0] + points[1][0]) / 2, points[0][1]
        width = min(LABEL_WIDTH, 9.0 * len(flow.name) + 4)
        labels[flow.id] = Rect(x - width / 2, y - tall - 2, width, tall)


def _message_label(message: Message, points: Points, grid: Grid) -> Rect:
    """Return where the name of a message stands: at a black box if it ends at one, else at the node."""
    width, tall = min(LABEL_WIDTH, 6.5 * len(message.name) + 4), label_height(message.name)
    at_box = next((end for end in (message.target, message.source) if end in grid.boxes), None)
    if at_box is not None:
        x, y = points[-1] if message.target == at_box else points[0]
        return Rect(x + 3, y - tall - 3, width, tall)
    x, y = points[0] if message.source not in grid.pools else points[-1]
    return Rect(x + 3, y + 3, width, tall)
