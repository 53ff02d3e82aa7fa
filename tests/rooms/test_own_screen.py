"""The screen of docs/own_screen.md is valid as it stands, and what the page lists is what there is."""

import re
from pathlib import Path

import pytest

from simulation.model import screen_elements as model
from simulation.model.form_fields import FieldInput
from simulation.model.screen import Look
from simulation.model.screen_tasks import RightAnswer
from simulation.reading.screen_file import read_screen
from simulation.values.faults import WrongData

PAGE = Path(__file__).parents[2] / "docs" / "own_screen.md"


@pytest.fixture
def text() -> str:
    return re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0]


def test_the_screen_of_the_page_is_valid_as_it_stands(text: str, tmp_path: Path):
    (tmp_path / "training_view.yaml").write_text(text, encoding="utf-8")
    screen = read_screen(tmp_path / "training_view.yaml")
    assert screen.actors == ("training",)
    assert [task.success.rule for task in screen.tasks] == ["written"]


def test_a_slip_of_the_pen_is_told_with_what_was_meant(text: str, tmp_path: Path):
    (tmp_path / "training_view.yaml").write_text(text.replace("kind: areas", "kind: area"), encoding="utf-8")
    with pytest.raises(WrongData) as wrong:
        read_screen(tmp_path / "training_view.yaml")
    assert [(fault.place.line, fault.suggestion) for fault in wrong.value.faults] == [(22, "areas")]


def test_the_page_lists_every_kind_of_element_every_fact_and_every_right():
    page = PAGE.read_text(encoding="utf-8")
    kinds = re.findall(r'kind: Literal\["(\w+)"\]', Path(model.__file__).read_text(encoding="utf-8"))
    listed = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert set(kinds) <= set(listed)
    for word in (*model.Fact, *Look, *model.Column, *FieldInput):
        assert re.search(rf"\b{word}\b", page), word
    for word in RightAnswer.model_fields["right"].annotation.__args__:
        assert re.search(rf"\b{word}\b", page), word
