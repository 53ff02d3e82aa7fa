"""What was chosen in a workshop as a file: it validates, and plays as it was seen."""

import numpy as np
import pytest

from simulation.exchange.scenario_file import Proposed, scenario_text
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.inputs import inputs_of
from simulation.experiments.many import Design, measured_all
from simulation.model.text import Text
from simulation.values.faults import WrongData

TITLE = Text(da="Østre bord: 2", en="Eastern table: 2")


def chosen(name: str) -> tuple[tuple[str, ...], tuple[tuple[str, float, str], ...]]:
    inputs = inputs_of(name)
    patterns = {"rehabilitation/as_is": ("uptake", "gathering.no_answer", "personas.*.overview")}
    moved = [(one, inputs[one].low, "Bordet tror: “lavest”") for one in patterns.get(name, ("uptake",))]
    return (("case_portal", "read_access") if name in patterns else ("notices",)), tuple(moved)


@pytest.mark.parametrize("name", ["rehabilitation/as_is", "dual_diagnosis/as_is"])
def test_a_saved_choice_is_a_scenario_with_the_same_world(name, tmp_path):
    proposals, moved = chosen(name)
    path = tmp_path / "saved.yaml"
    path.write_text(scenario_text(Proposed(name, TITLE, proposals, moved)), encoding="utf-8")
    settings = tuple(s for one, value, why in moved for s in inputs_of(name)[one].settings(value, why))
    saved, seen = scenario_of(Asked(str(path))), scenario_of(Asked(name, proposals, settings))
    assert saved.file.id == "oestre_bord_2"
    assert saved.world.setting.title == TITLE
    different = {
        field for field in type(saved.world).model_fields if getattr(saved.world, field) != getattr(seen.world, field)
    }
    assert different == {"setting"}
    assert {one.source for one in (saved.world.uptake,)} == {"workshop"}
    assert saved.world.uptake.because == "Bordet tror: “lavest”"


@pytest.mark.slow
def test_a_saved_choice_gives_the_numbers_of_the_page(tmp_path):
    name = "rehabilitation/as_is"
    proposals, moved = chosen(name)
    path = tmp_path / "saved.yaml"
    path.write_text(scenario_text(Proposed(name, TITLE, proposals, moved)), encoding="utf-8")
    settings = tuple(s for one, value, _ in moved for s in inputs_of(name)[one].settings(value, "workshop"))
    design = Design((Asked(name, proposals, settings), Asked(str(path))), 1, 10, 1)
    (seen,), (saved,) = measured_all(design)
    assert seen.columns.keys() == saved.columns.keys()
    assert all(np.array_equal(seen.columns[key], saved.columns[key], equal_nan=True) for key in seen.columns)


def test_what_looks_like_a_cpr_number_is_never_written():
    moved = (("uptake", 0.5, f"som {311299}-{1234} sagde"),)
    with pytest.raises(WrongData) as refused:
        scenario_text(Proposed("rehabilitation/as_is", TITLE, ("case_portal",), moved))
    assert [fault.code for fault in refused.value.faults] == ["cpr-number"]


@pytest.mark.parametrize(
    ("title", "name"), [("7 %", "workshop_7"), ("Æbler & Pærer", "aebler_paerer"), ("??", "workshop")]
)
def test_the_id_is_made_of_the_title(title, name):
    assert Proposed("rehabilitation/as_is", Text(da=title, en=title)).id == name
