"""Trees to models."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, StrictFloat, StrictInt, model_validator

from simulation.reading.bind import bind
from simulation.reading.tree import Tree
from simulation.reading.yaml_file import survey
from simulation.values.base import Frozen
from simulation.values.faults import Gathered, WrongData, refusal


class Consent(Frozen):
    kind: Literal["consent"]
    title: str
    asks: tuple[str, ...] = ()


class Meeting(Frozen):
    kind: Literal["meeting"]
    consent: bool = False
    title: str
    seats: StrictInt | StrictFloat | Literal["all"] = 1
    room: "Room | None" = None


class Room(Frozen):
    name: str
    seats: Annotated[StrictInt, Field(gt=0)]


class Course(Frozen):
    format: Literal[1, 2] = 1
    steps: Mapping[str, Annotated[Consent | Meeting, Field(discriminator="kind")]] = {}
    rooms: tuple[Room, ...] = ()
    first: str | None = None

    @model_validator(mode="after")
    def _first_is_a_step(self) -> "Course":
        if self.first is not None and self.first not in self.steps:
            raise refusal("not-one-of", at="first", known=self.steps, value=self.first, key="first")
        return self


def told(tree: Tree) -> list[str]:
    with pytest.raises(WrongData) as wrong:
        bind(Course, tree)
    return [fault.text().split("\n", 1)[0] for fault in wrong.value.faults]


def test_data_that_fit_become_the_model(tree_of: Callable[..., Tree]) -> None:
    course = bind(Course, tree_of("steps: {ask: {kind: consent, title: Spørg}}\nrooms: [{name: A, seats: 2}]"))
    assert course.rooms == (Room(name="A", seats=2),)
    assert course.steps["ask"].title == "Spørg"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("steps: []", "course.yaml:1:1: a mapping belongs here, not a list  [wrong-type]"),
        ("[]", "course.yaml:1:1: a mapping belongs here, not a list  [wrong-type]"),
        ("format: 3", "course.yaml:1:9: '3' is not a value of 'format'  [not-one-of]"),
        ("rooms:\n- name: A\n  seats: 0", "course.yaml:3:10: 0 is out of range: more than 0  [out-of-range]"),
        ("rooms:\n- name: A", "course.yaml:2:3: the key 'seats' is missing  [missing-key]"),
        ("rooms:\n- A", "course.yaml:2:3: a mapping belongs here, not text (A)  [wrong-type]"),
        ("rooms: [{name: ~, seats: 1}]", "course.yaml:1:16: text belongs here, not nothing  [wrong-type]"),
        (
            "rooms: [{name: A, seats: true}]",
            "course.yaml:1:26: a whole number belongs here, not true or false  [wrong-type]",
        ),
        ("formt: 1", "course.yaml:1:1: unknown key 'formt'  [unknown-key]"),
    ],
)
def test_a_fault_is_told_at_the_key_or_value_it_is_about(
    tree_of: Callable[..., Tree], text: str, expected: str
) -> None:
    assert told(tree_of(text)) == [expected]


def test_a_key_named_like_the_kind_of_its_step_is_not_mistaken_for_it(tree_of: Callable[..., Tree]) -> None:
    tree = tree_of("steps:\n  a:\n    kind: consent\n    consent: {title: 1}\n  b: {kind: meeting, consent: 7}\n")
    assert told(tree) == [
        "course.yaml:2:3: the key 'title' is missing  [missing-key]",
        "course.yaml:4:5: unknown key 'consent'  [unknown-key]",
        "course.yaml:5:3: the key 'title' is missing  [missing-key]",
        "course.yaml:5:31: true or false belongs here, not a number (7)  [wrong-type]",
    ]


def test_a_value_that_fits_no_member_of_a_union_is_told_once(tree_of: Callable[..., Tree]) -> None:
    tree = tree_of("steps:\n  b: {kind: meeting, title: Møde, seats: many}\n")
    assert told(tree) == ["course.yaml:2:42: 'many' is not a value of 'seats'  [not-one-of]"]


def test_what_is_known_is_that_of_the_member_that_was_meant(tree_of: Callable[..., Tree]) -> None:
    tree = tree_of("steps:\n  b: {kind: meeting, title: Møde, room: {name: A, seat: 3}}\n")
    with pytest.raises(WrongData) as wrong:
        bind(Course, tree)
    (fault,) = wrong.value.faults
    assert (fault.known, fault.suggestion) == (("name", "seats"), "seats")
    assert fault.context == "steps › b › room › seat"


def test_a_misspelt_required_key_is_told_once(tree_of: Callable[..., Tree]) -> None:
    tree = tree_of("steps:\n  b: {kind: meeting, titel: Møde}\n")
    assert told(tree) == ["course.yaml:2:22: unknown key 'titel'  [unknown-key]"]


def test_a_refusal_of_a_validator_is_told_at_its_field(tree_of: Callable[..., Tree]) -> None:
    tree = tree_of("first: asc\nsteps: {ask: {kind: consent, title: Spørg}}\n")
    with pytest.raises(WrongData) as wrong:
        bind(Course, tree)
    assert wrong.value.text("da") == (
        "course.yaml:1:8: 'asc' er ikke en værdi for 'first'  [not-one-of]\n"
        "  i first\n"
        "  kendte: ask\n"
        "  forslag: mente du 'ask'?"
    )


def test_faults_of_the_file_and_of_the_model_are_told_together_and_once(tmp_path: Path) -> None:
    text = "rooms:\n- name: no\n  seats: many\n- name:\n  seats: 3\n  seats: 4\n"
    (tmp_path / "course.yaml").write_text(text, encoding="utf-8")
    assert told(survey(Path("course.yaml"), tmp_path)) == [
        "course.yaml:2:9: 'no' is read differently by different programs  [yes-no-word]",
        "course.yaml:3:10: a whole number belongs here, not text (many)  [wrong-type]",
        "course.yaml:4:3: nothing stands here  [empty-value]",
        "course.yaml:6:3: the key 'seats' is written twice  [duplicate-key]",
    ]


def test_faults_of_the_file_alone_are_told_too(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("format: 1\nformat: 2\n", encoding="utf-8")
    assert told(survey(Path("course.yaml"), tmp_path)) == [
        "course.yaml:2:1: the key 'format' is written twice  [duplicate-key]"
    ]


WORDS: list[Any] = [None, True, -1, 2.5, "text", "1,5", [], ["x"], {}, {"kind": "meeting"}, {"kind": 3}, {"name": {}}]


@pytest.mark.parametrize("word", WORDS, ids=repr)
@pytest.mark.parametrize("path", ["{}", "steps: {}", "steps: {{a: {}}}", "rooms: [{}]", "first: {}", "format: {}"])
def test_any_value_anywhere_is_bound_or_refused(tree_of: Callable[..., Tree], path: str, word: Any) -> None:
    written = repr(word).replace("None", "~").replace("True", "true")
    tree = tree_of(path.format(written))
    gathered = Gathered()
    with gathered:
        bind(Course, tree)
    assert all(fault.text("da").startswith("course.yaml:1:") for fault in gathered.faults)
