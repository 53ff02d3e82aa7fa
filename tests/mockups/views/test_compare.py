"""What the page Sammenlign says."""

import json

from results_example import example_result

from mockups.texts import Texts
from mockups.views.compare import ORDER, downloads, titles
from simulation import comparison_page, sections_of


def test_the_sections_are_those_of_the_report_in_the_order_of_a_projector():
    found = titles(example_result(), "da")
    assert tuple(found) == ORDER
    assert {section.id: section.title for section in sections_of(example_result(), "da")} == found


def test_downloads_are_what_the_command_writes():
    found = {one.file: one.make() for one in downloads(example_result(), Texts("en"))}
    assert found["snebold.html"].decode() == comparison_page(example_result(), "en")
    assert json.loads(found["snebold.json"]) == json.loads(json.dumps(example_result()))
