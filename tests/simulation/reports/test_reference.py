"""The reference of the data files: complete, written from the model, and the same as the page in docs."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from simulation.model.files import Intervention, ProfileFile, ScenarioFile
from simulation.model.persona import Persona
from simulation.model.world import World
from simulation.reports.key_types import hints_of, models_in, type_in_words, unit_in_words
from simulation.reports.reference import TARGET, main, reference
from simulation.values.fault_texts import CATALOGUE

ROOT = Path(__file__).parents[3]
PAGE = reference()
OF_THE_SCENARIO = {"setting", "profile", "personas"}
"""Keys of a world that no course or landscape file has."""
MODELS = list(models_in([World, ScenarioFile, ProfileFile, Intervention, Persona]))


def test_the_page_in_docs_is_up_to_date() -> None:
    page = ROOT / TARGET
    if not page.is_file():
        pytest.skip("docs are not shipped")
    assert page.read_text(encoding="utf-8") == reference(), f"python -m {main.__module__} writes it anew"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_has_a_meaning_and_stands_in_the_reference(model: type[BaseModel]) -> None:
    for key, field in model.model_fields.items():
        assert field.description, key
        assert field.description.endswith("."), key
        assert f"| `{key}` | " in PAGE or (model is World and key in OF_THE_SCENARIO)


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_fault_stands_in_the_reference(code: str) -> None:
    assert f"\n| `{code}` | " in PAGE


def test_all_links_lead_to_a_heading() -> None:
    headings = [line.lstrip("# ") for line in PAGE.splitlines() if line.startswith("#")]
    links = {part.split(")", 1)[0] for part in PAGE.split("](#")[1:]}
    assert links <= {heading.lower().replace(" ", "-") for heading in headings}
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize(
    ("model", "key", "type_", "unit"),
    [
        (Persona, "age", "whole number 0 to 110", ""),
        (Persona, "fictitious", "`true`", ""),
        (Persona, "willing_for", "id → [Quantity](#quantity)", "`share`, one value"),
        (Persona, "involves", "list of id", ""),
        (ScenarioFile, "changes", "list of [changes](#changes)", ""),
        (ScenarioFile, "start", 'date, `"2024-01-01"`', ""),
        (ProfileFile, "arrivals_every", "[Quantity](#quantity)", "a duration"),
        (World, "uptake", "[Quantity](#quantity)", "`share`, with a middle"),
    ],
)
def test_types_are_told_in_words(model: type, key: str, type_: str, unit: str) -> None:
    hint = hints_of(model)[key]
    assert (type_in_words(hint), unit_in_words(hint)) == (type_, unit)


def test_it_is_written_where_there_are_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main() == 2
    (tmp_path / TARGET.parent).mkdir()
    assert main() == 0
    assert (tmp_path / TARGET).read_text(encoding="utf-8") == reference()
