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
    page = browser.new_page()
    page.add_script_tag(content=VIEWER.read_text(encoding="utf-8"))
    for scenario in shipped.scenarios_of(course):
        for file, content in files_of(scenario_named(f"{course}/{scenario}").world, "da").items():
            assert page.evaluate(OPEN, content.decode()) == [], (scenario, file)
    page.close()
