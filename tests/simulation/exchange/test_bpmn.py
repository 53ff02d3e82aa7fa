"""Courses as BPMN: every step once, every actor a pool, nothing over another, and nothing that a checker warns of."""

from collections import Counter
from functools import cache
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from simulation.exchange.bpmn import files_of
from simulation.exchange.bpmn.drawing import Part, drawing, parts_of
from simulation.exchange.bpmn.elements import Diagram
from simulation.exchange.bpmn.layout import all_flows, laid_out
from simulation.exchange.bpmn.words import ANSWERS, Speaker
from simulation.exchange.bpmn.xml import SPACES
from simulation.model.world import World
from simulation.reading import shipped
from simulation.reading.scenario import scenario_named

SCENARIOS = [f"{course}/{name}" for course in shipped.courses() for name in shipped.scenarios_of(course)]


@cache
def world(name: str) -> World:
    return scenario_named(name).world


@cache
def files(name: str) -> dict[str, bytes]:
    return dict(files_of(world(name), "da"))


def found(root: ET.Element, tag: str) -> list[ET.Element]:
    prefix, _, name = tag.partition(":")
    return root.findall(f".//{{{SPACES[prefix]}}}{name}")


def ends_where_it_may(diagram: Diagram) -> bool:
    """Sequence flows stay in a pool, messages leave it, and gateways send and receive none."""
    pool_of = diagram.pool_of()
    gateways = {node.id for node in diagram.nodes() if node.kind.endswith("Gateway")}
    stays = all(pool_of[flow.source] == pool_of[flow.target] for flow in all_flows(diagram))
    crosses = all(pool_of[one.source] != pool_of[one.target] for one in diagram.messages)
    return stays and crosses and not any({one.source, one.target} & gateways for one in diagram.messages)


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_file_is_whole_with_ids_of_its_own_and_ends_that_exist(name):
    for file, content in files(name).items():
        root = ET.fromstring(content)
        ids = [one.get("id") for one in root.iter() if one.get("id")]
        assert [key for key, times in Counter(ids).items() if times > 1] == [], file
        for tag in ("bpmn:sequenceFlow", "bpmn:messageFlow"):
            assert all({one.get("sourceRef"), one.get("targetRef")} <= {*ids} for one in found(root, tag)), file
        drawn = {one.get("bpmnElement") for tag in ("BPMNShape", "BPMNEdge") for one in found(root, f"bpmndi:{tag}")}
        assert drawn <= {*ids}


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_step_stands_once_in_the_course_and_every_actor_that_takes_part_is_a_pool(name):
    diagram = drawing(world(name), Part(), "da")
    steps = Counter(node.id for node in diagram.nodes() if node.id.startswith("step_"))
    assert steps == {f"step_{step}": 1 for step in world(name).steps}
    pools = {pool.id for pool in diagram.pools}
    doing = {world(name).roles[step.by].actor for step in world(name).steps.values() if getattr(step, "by", None)}
    told = {actor for one in world(name).reactions.values() for telling in one.tells for actor in telling.actors}
    assert {f"pool_{actor}" for actor in (doing | told | {"citizen"})} <= pools
    assert len(pools) == len(diagram.pools)


@pytest.mark.parametrize("name", SCENARIOS)
def test_flows_stay_in_a_pool_and_messages_leave_it(name):
    assert all(ends_where_it_may(drawing(world(name), part, "da")) for part in parts_of(world(name)))


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_stands_over_another_and_everything_stands_in_its_pool(name):
    for part in parts_of(world(name))[:4]:
        diagram = drawing(world(name), part, "da")
        shapes = laid_out(diagram).shapes
        own = [shapes[node.id] for cell in diagram.cells for node in cell.nodes]
        assert not any(one.overlaps(other) for one, other in combinations(own, 2)), part
        pools = [shapes[pool.id] for pool in diagram.pools]
        assert not any(one.overlaps(other) for one, other in combinations(pools, 2)), part
        for cell in diagram.cells:
            pool = shapes[cell.pool]
            assert all(pool.x < shapes[node.id].x and shapes[node.id].right < pool.right for node in cell.nodes)
            assert all(pool.y < shapes[node.id].y and shapes[node.id].bottom < pool.bottom for node in cell.nodes)


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_checker_of_the_format_has_nothing_to_say(name):
    bpmn_io = pytest.importorskip("bpmn_io")
    for file, content in files(name).items():
        report = bpmn_io.check(content.decode())
        assert (report.ok, report.errors, report.warnings) == (True, [], []), file


def test_the_gathering_asks_every_holder_and_hears_from_it():
    diagram = drawing(world("rehabilitation/as_is"), Part(phase="preparation"), "da")
    asked = {one.target for one in diagram.messages if one.source == "gather_data_ask"}
    heard = {one.source for one in diagram.messages if one.target == "gather_data_reply"}
    assert asked == heard
    assert "pool_home_care" in asked


def test_a_decision_is_a_gateway_with_a_flow_for_each_answer():
    diagram = drawing(world("rehabilitation/as_is"), Part(), "da")
    gateway = next(node for node in diagram.nodes() if node.id == "step_choose_status_certificate")
    assert gateway.kind == "exclusiveGateway"
    answers = [flow.name for flow in diagram.flows if flow.source == gateway.id]
    assert answers == ["ja, nødvendig", "ikke nødvendig"]


def test_a_contact_that_comes_back_begins_by_the_clock_and_one_after_an_event_by_the_event():
    nodes = {node.id: node for node in drawing(world("dual_diagnosis/as_is"), Part(), "da").nodes()}
    assert (nodes["start_shelter_day"].event, nodes["start_shelter_day"].name) == ("timer", "hver dag")
    assert (nodes["start_emergency_visit"].event, nodes["start_emergency_visit"].name) == ("conditional", "Krise")


def test_drawings_are_the_same_again_and_in_both_languages():
    whole = world("rehabilitation/as_is")
    assert dict(files_of(whole, "da")) == files("rehabilitation/as_is")
    assert b"Team meeting" in files_of(whole, "en")["course.bpmn"]


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_answer_has_danish_words(name):
    speak = Speaker(world(name), "da")
    decides = [step for step in world(name).steps.values() if step.kind == "decide"]
    answers = {one for step in decides for one in (*step.answers, *(o for some in step.among.values() for o in some))}
    assert [one for one in answers if one not in ANSWERS and speak.titled(one) == one.replace("_", " ")] == []
