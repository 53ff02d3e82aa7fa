"""Process drawings in the viewer that everybody uses, in a real browser."""

from importlib.resources import files

import pytest

from simulation.exchange.bpmn import files_of
from simulation.reading import shipped
from simulation.reading.scenario import scenario_named

pytestmark = pytest.mark.walk

VIEWER = files("mockups") / "parts" / "vendor" / "bpmn-navigated-viewer.production.min.js"
OPEN = """async (xml) => {
  const viewer = new BpmnJS({container: document.body});
  try { return (await viewer.importXML(xml)).warnings.map((w) => String(w.message || w)); }
  catch (fault) { return [String(fault)]; }
  finally { viewer.destroy(); }
}"""


@pytest.mark.parametrize("course", shipped.courses())
def test_every_drawing_opens_without_a_warning(browser, course):
    worlds = {scenario: scenario_named(f"{course}/{scenario}").world for scenario in shipped.scenarios_of(course)}
    drawn = {  # most drawings are the same in every scenario: each is opened once
        content: (scenario, file)
        for scenario, world in worlds.items()
        for file, content in files_of(world, "da").items()
    }
    page = browser.new_page()
    page.add_script_tag(content=VIEWER.read_text(encoding="utf-8"))
    warned = {where: page.evaluate(OPEN, content.decode()) for content, where in drawn.items()}
    page.close()
    assert {where: said for where, said in warned.items() if said} == {}
