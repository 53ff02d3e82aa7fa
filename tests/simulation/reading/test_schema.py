"""JSON Schemas for editors: what is shipped is valid, and what an editor should mark is not."""

from copy import deepcopy
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from simulation.model.files import Intervention
from simulation.reading import shipped
from simulation.reading.schema import schemas
from simulation.reading.yaml_file import read_tree

jsonschema = pytest.importorskip("jsonschema")

SCHEMAS = schemas()
PERSONAS = Path(str(files("personas")))
SCENARIOS = shipped.scenarios_folder()


def kind_of(path: Path) -> str:
    folders = {"interventions": "intervention", "profiles": "profile", "shared": "landscape"}
    if PERSONAS in path.parents:
        return "persona"
    return folders.get(path.parent.name, "course" if path.stem == "course" else "scenario")


FILES = sorted([*SCENARIOS.rglob("*.yaml"), *PERSONAS.rglob("*.yaml")])


def faults(kind: str, value: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMAS[kind]).iter_errors(value)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_shipped_file_fits_its_schema(path: Path) -> None:
    assert faults(kind_of(path), read_tree(path, path.parent).value) == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_schema_is_one(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[kind])
    assert faults(kind, {}) != []


def test_all_that_a_schema_refers_to_is_there_and_nothing_else() -> None:
    for schema in SCHEMAS.values():
        assert all(f"#/$defs/{name}" in repr(schema) for name in schema["$defs"])


INTERVENTION = read_tree(shipped.intervention_files()[0], SCENARIOS).value
CHANGE = {"set": "steps.x.minutes", "to": {"unit": "minutes", "value": 3}, "because": "Faster"}


@pytest.mark.parametrize(
    ("changes", "is_valid"),
    [
        ([CHANGE], True),
        ([{"remove": "steps.x", "because": "Not needed"}], True),
        ([{"scale": "steps.x.minutes", "by": 0.5, "because": "Faster"}], True),
        ([{"scale": "steps.x.minutes", "by": {"unit": "factor", "value": 0.5}, "because": "Faster"}], True),
        ([{**CHANGE, "add": "steps.y"}], False),
        ([{key: part for key, part in CHANGE.items() if key != "because"}], False),
        ([{"set": "steps..x", "to": 1, "because": "Faster"}], False),
        ([{"scale": "steps.x.minutes", "by": -1, "because": "Faster"}], False),
        ([{"remove": "steps.x", "to": 1, "because": "Not needed"}], False),
        ({"set": "steps.x"}, False),
    ],
)
def test_a_change_is_one_verb_with_its_argument_and_why(changes: Any, is_valid: bool) -> None:
    assert isinstance(INTERVENTION, dict)
    assert (faults("intervention", {**INTERVENTION, "changes": changes}) == []) == is_valid


def test_an_editor_marks_a_unit_that_does_not_fit_and_a_misspelt_key() -> None:
    persona = deepcopy(read_tree(sorted(PERSONAS.rglob("*.yaml"))[0], PERSONAS).value)
    assert isinstance(persona, dict)
    assert faults("persona", {**persona, "overview": {"unit": "weeks", "value": 0.5}}) != []
    assert faults("persona", {**persona, "overveiw": persona["overview"]}) != []


def test_keys_have_the_words_of_the_model() -> None:
    properties = SCHEMAS["intervention"]["properties"]
    assert properties["pays"]["description"] == Intervention.model_fields["pays"].description
