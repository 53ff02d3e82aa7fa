"""Every number that a page names leads to what it means and what it rests on."""

import pytest

from mockups.texts import Texts
from mockups.views.measures import measures_table, titles
from mockups.views.numbers import found
from simulation import Asked, catalogue, inputs, scenario_of


@pytest.mark.parametrize("name", ["rehabilitation/as_is", "dual_diagnosis/as_is"])
def test_every_measure_is_told_with_its_formula_and_leads_to_rooms_of_the_data(name: str) -> None:
    world = scenario_of(Asked(name)).world
    for lang in ("da", "en"):
        texts = Texts(lang)
        rows = measures_table(world, "", texts).rows
        assert [row.names[0].measure for row in rows] == list(titles(world, texts)) == list(catalogue(world))
        assert all(cell.text for row in rows for cell in row.cells)


def test_a_star_in_a_link_stands_for_every_persona() -> None:
    everything = inputs(scenario_of(Asked("rehabilitation/as_is")), "en")
    path = next(one.path for one in everything if one.path.startswith("personas."))
    rest = path.split(".", 2)[2]
    hits = found(everything, words="", kind="", source="", path=f"personas.*.{rest}").inputs
    assert {one.path for one in hits} == {one.path for one in everything if one.path.split(".", 2)[2:] == [rest]}
    assert len(hits) > 1
