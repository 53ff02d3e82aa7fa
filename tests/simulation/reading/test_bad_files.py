"""One broken file per fault, with the whole text that is told about it."""

from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field, StrictInt, field_validator

from simulation.reading.bind import bind
from simulation.reading.change_list import read_changes
from simulation.reading.changes import apply
from simulation.reading.evidence import with_evidence
from simulation.reading.yaml_file import read_tree, survey
from simulation.reading.yaml_text import MAX_BYTES, MAX_LINE
from simulation.reading.yaml_tree import MAX_VALUES
from simulation.values.base import Frozen
from simulation.values.change_fault_texts import CHANGE_FAULTS
from simulation.values.faults import WrongData
from simulation.values.file_fault_texts import FILE_FAULTS
from simulation.values.model_fault_texts import MODEL_FAULTS
from simulation.values.quantity import Quantity

BAD_FILES = Path(__file__).parents[2] / "bad_files"

# Editors and git would repair these, or they are too large to lie about.
MADE = {
    "byte_order_mark": b"\xef\xbb\xbfformat: 1\n",
    "not_utf_8": b"format: 1\ntitle: Sp\xf8rg\n",
    "cr_line_end": b"format: 1\rtitle: Samtykke\r",
    "control_character": b"format: 1\ntitle: Sam\x00tykke\n",
    "long_line": b"format: 1\ntitle: " + b"x" * MAX_LINE + b"\n",
    "too_large": b"x" * (MAX_BYTES + 1),
    "too_many_values": b"after:\n" + b"- a\n" * MAX_VALUES,
}
NOT_IN_A_FILE = {"missing-file", "not-a-file", "unreadable-file", "defined-twice"}


def codes_of(folder: Path) -> set[str]:
    return {path.stem.replace("_", "-") for path in folder.glob("*.yaml")}


def expected(path: Path) -> tuple[str, str]:
    english, danish = path.with_suffix(".txt"), path.with_suffix(".da.txt")
    return english.read_text(encoding="utf-8").rstrip("\n"), danish.read_text(encoding="utf-8").rstrip("\n")


def told(wrong: WrongData) -> tuple[str, str]:
    return wrong.text("en"), wrong.text("da")


FILES = [path for path in sorted(BAD_FILES.glob("*.yaml")) if path.stem.replace("_", "-") in FILE_FAULTS]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_that_is_no_data_file_is_refused(path: Path) -> None:
    with pytest.raises(WrongData) as wrong:
        read_tree(path, BAD_FILES)
    assert told(wrong.value) == expected(path)


@pytest.mark.parametrize("name", MADE)
def test_bytes_that_are_no_data_file_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.yaml").write_bytes(MADE[name])
    with pytest.raises(WrongData) as wrong:
        read_tree(Path(f"{name}.yaml"), tmp_path)
    assert told(wrong.value) == expected(BAD_FILES / f"{name}.yaml")


CHANGES = [path for path in sorted((BAD_FILES / "changes").glob("*.yaml")) if path.stem != "base"]


@pytest.mark.parametrize("path", CHANGES, ids=lambda path: path.stem)
def test_changes_that_do_not_fit_are_refused(path: Path) -> None:
    base = with_evidence(read_tree(BAD_FILES / "changes" / "base.yaml", BAD_FILES))
    with pytest.raises(WrongData) as wrong:
        apply(base, read_changes(with_evidence(read_tree(path, BAD_FILES)), "portal"))
    assert told(wrong.value) == expected(path)


Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Step(Frozen):
    title: Annotated[str, Field(min_length=1)]
    after: Annotated[tuple[Id, ...], Field(max_length=3)] = ()

    @field_validator("after")
    @classmethod
    def _once(cls, after: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(after)) < len(after):
            raise ValueError("a step is named twice")
        return after


class WorkStep(Step):
    kind: Literal["work"]
    minutes: Quantity
    priority: Annotated[StrictInt, Field(ge=0, le=9)] = 1


class WaitStep(Step):
    kind: Literal["wait"]
    delay: Quantity
    opens: str | None = None


class Course(Frozen):
    format: Literal[1]
    id: Id
    steps: dict[Id, Annotated[WorkStep | WaitStep, Field(discriminator="kind")]]


@pytest.mark.parametrize("path", sorted((BAD_FILES / "model").glob("*.yaml")), ids=lambda path: path.stem)
def test_data_that_do_not_fit_the_model_are_refused(path: Path) -> None:
    with pytest.raises(WrongData) as wrong:
        bind(Course, with_evidence(survey(path, BAD_FILES)))
    assert told(wrong.value) == expected(path)


def test_every_fault_of_reading_has_a_bad_file() -> None:
    made = {name.replace("_", "-") for name in MADE}
    assert codes_of(BAD_FILES) | made >= set(FILE_FAULTS) - NOT_IN_A_FILE
    assert codes_of(BAD_FILES / "changes") >= set(CHANGE_FAULTS) - NOT_IN_A_FILE
    assert codes_of(BAD_FILES / "model") >= set(MODEL_FAULTS)
