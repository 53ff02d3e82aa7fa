"""Writes a drawing with its places as BPMN 2.0."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from simulation.exchange.bpmn.elements import Diagram, Flow, Node, Pool
from simulation.exchange.bpmn.layout import Layout, all_flows, laid_out
from simulation.exchange.bpmn.sizes import Rect

SPACES = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
TARGET = "urn:snebold:bpmn"
DEFINED = {
    "message": "messageEventDefinition",
    "timer": "timerEventDefinition",
    "conditional": "conditionalEventDefinition",
}


def as_xml(diagram: Diagram) -> bytes:
    """Return a drawing as a BPMN file, UTF-8."""
    for prefix, space in SPACES.items():
        ET.register_namespace(prefix, space)
    root = _new("bpmn", "definitions", id=f"definitions_{diagram.id}", targetNamespace=TARGET, name=diagram.name)
    together = _under(root, "bpmn", "collaboration", id=f"collaboration_{diagram.id}", name=diagram.name)
    for pool in diagram.pools:
        is_open = bool(diagram.cells_of(pool.id))
        process = {"processRef": f"process_{pool.id}"} if is_open else {}
        _under(together, "bpmn", "participant", id=pool.id, name=pool.name, **process)
    for message in diagram.messages:
        named = {"name": message.name} if message.name else {}
        ends = {"sourceRef": message.source, "targetRef": message.target}
        _under(together, "bpmn", "messageFlow", id=message.id, **named, **ends)
    for pool in diagram.pools:
        if diagram.cells_of(pool.id):
            _process(root, diagram, pool)
    _diagram(root, diagram, laid_out(diagram))
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


def _process(root: ET.Element, diagram: Diagram, pool: Pool) -> None:
    process = _under(root, "bpmn", "process", id=f"process_{pool.id}", name=pool.name, isExecutable="false")
    cells = diagram.cells_of(pool.id)
    if len(pool.lanes) > 1:
        lanes = _under(process, "bpmn", "laneSet", id=f"lanes_{pool.id}")
        for lane, title in pool.lanes.items():
            drawn = _under(lanes, "bpmn", "lane", id=lane, name=title)
            for cell in cells:
                if cell.lane == lane:
                    for node in cell.nodes:
                        _under(drawn, "bpmn", "flowNodeRef").text = node.id
    own = {node.id for cell in cells for node in cell.nodes}
    flows = [flow for flow in diagram.flows if flow.source in own]
    _flow_elements(process, [node for cell in cells for node in cell.nodes], flows)


def _flow_elements(parent: ET.Element, nodes: Iterable[Node], flows: Iterable[Flow]) -> None:
    flows = list(flows)
    for node in nodes:
        _node(parent, node, flows)
    for flow in flows:
        named = {"name": flow.name} if flow.name else {}
        ends = {"sourceRef": flow.source, "targetRef": flow.target}
        _under(parent, "bpmn", "sequenceFlow", id=flow.id, **named, **ends)


def _node(parent: ET.Element, node: Node, flows: Iterable[Flow]) -> None:
    named = {"name": node.name} if node.name else {}
    drawn = _under(parent, "bpmn", node.kind, id=node.id, **named)
    if node.note:
        _under(drawn, "bpmn", "documentation").text = node.note
    for tag, end in (("incoming", "target"), ("outgoing", "source")):
        for flow in flows:
            if getattr(flow, end) == node.id:
                _under(drawn, "bpmn", tag).text = flow.id
    _what_happens(drawn, node)
    if node.inner:
        _flow_elements(drawn, node.inner, node.inner_flows)


def _what_happens(drawn: ET.Element, node: Node) -> None:
    if node.loops:
        _under(drawn, "bpmn", "standardLoopCharacteristics")
    if not node.event:
        return
    defined = _under(drawn, "bpmn", DEFINED[node.event], id=f"{node.id}_{node.event}")
    if node.event == "conditional":
        _formal(defined, "condition", node.name)
    elif node.event == "timer":
        _formal(defined, "timeCycle" if node.kind == "startEvent" else "timeDuration", node.name)


def _formal(parent: ET.Element, tag: str, words: str) -> None:
    said = _under(parent, "bpmn", tag)
    said.set(f"{{{SPACES['xsi']}}}type", "bpmn:tFormalExpression")
    said.text = words


def _diagram(root: ET.Element, diagram: Diagram, layout: Layout) -> None:
    drawn = _under(root, "bpmndi", "BPMNDiagram", id=f"diagram_{diagram.id}")
    plane = _under(drawn, "bpmndi", "BPMNPlane", id=f"plane_{diagram.id}", bpmnElement=f"collaboration_{diagram.id}")
    for pool in diagram.pools:
        _shape(plane, layout, pool.id, isHorizontal="true")
        for lane in pool.lanes if len(pool.lanes) > 1 and diagram.cells_of(pool.id) else ():
            _shape(plane, layout, lane, isHorizontal="true")
    for node in diagram.nodes():
        marks = {"exclusiveGateway": {"isMarkerVisible": "true"}, "subProcess": {"isExpanded": "true"}}
        _shape(plane, layout, node.id, **marks.get(node.kind, {}))
    for name in (*(flow.id for flow in all_flows(diagram)), *(message.id for message in diagram.messages)):
        line = _under(plane, "bpmndi", "BPMNEdge", id=f"{name}_di", bpmnElement=name)
        for x, y in layout.edges[name]:
            _under(line, "di", "waypoint", x=f"{x:g}", y=f"{y:g}")
        _label(line, layout, name)


def _shape(plane: ET.Element, layout: Layout, name: str, **marks: str) -> None:
    shape = _under(plane, "bpmndi", "BPMNShape", id=f"{name}_di", bpmnElement=name, **marks)
    _bounds(shape, layout.shapes[name])
    _label(shape, layout, name)


def _label(parent: ET.Element, layout: Layout, name: str) -> None:
    if name in layout.labels:
        _bounds(_under(parent, "bpmndi", "BPMNLabel"), layout.labels[name])


def _bounds(parent: ET.Element, rect: Rect) -> None:
    numbers = {key: f"{getattr(rect, key):g}" for key in ("x", "y", "width", "height")}
    _under(parent, "dc", "Bounds", **numbers)


def _new(prefix: str, tag: str, **values: str) -> ET.Element:
    return ET.Element(f"{{{SPACES[prefix]}}}{tag}", values)


def _under(parent: ET.Element, prefix: str, tag: str, **values: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{SPACES[prefix]}}}{tag}", values)
