"""Evidence declared once for a file."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from simulation.reading.bind import bind
from simulation.reading.evidence import with_evidence
from simulation.reading.tree import Plain, Tree
from simulation.reading.yaml_file import survey
from simulation.values.base import Frozen
from simulation.values.faults import WrongData
from simulation.values.places import Place

FROM_ANALYSIS = {"kind": "reported", "source": "foranalyse", "where": "s. 12"}


def spread(tree_of: Callable[..., Tree], entries: str) -> Mapping[str, Plain]:
    evidence = 'evidence: {kind: reported, source: foranalyse, where: "s. 12"}\n'
    value = with_evidence(tree_of(evidence + entries)).value
    assert isinstance(value, Mapping)
    return value


def test_a_quantity_without_evidence_inherits_it(tree_of: Callable[..., Tree]) -> None:
    assert spread(tree_of, "a: {b: [{value: 5, unit: hours}]}") == {
        "a": {"b": [{"value": 5, "unit": "hours", **FROM_ANALYSIS}]}
    }


def test_what_is_no_quantity_inherits_nothing(tree_of: Callable[..., Tree]) -> None:
    assert spread(tree_of, "a: {value: 5}\nb: {by: caseworker}") == {"a": {"value": 5}, "b": {"by": "caseworker"}}


@pytest.mark.parametrize(
    ("own", "becomes"),
    [
        ("kind: assumed, because: Skøn", {"kind": "assumed", "because": "Skøn"}),
        ("kind: measured", {"kind": "measured"}),
        ("source: tidsstudie", {"kind": "reported", "source": "tidsstudie"}),
        ("because: Skøn", {"kind": "reported", "because": "Skøn"}),
        ("where: s. 3", {"kind": "reported", "source": "foranalyse", "where": "s. 3"}),
    ],
)
def test_own_evidence_wins(tree_of: Callable[..., Tree], own: str, becomes: dict[str, str]) -> None:
    assert spread(tree_of, f"a: {{value: 5, unit: hours, {own}}}") == {"a": {"value": 5, "unit": "hours", **becomes}}


def test_a_part_inherits_from_its_quantity(tree_of: Callable[..., Tree]) -> None:
    value = spread(
        tree_of,
        """\
a: {unit: hours, kind: assumed, because: Skøn, typical: {value: 2}, at_most: {value: 9, kind: measured, source: x}}
b: {unit: hours, typical: {value: 2}, at_most: {value: 9, because: Loft}}
""",
    )
    assert value == {
        "a": {
            "unit": "hours",
            "kind": "assumed",
            "because": "Skøn",
            "typical": {"value": 2, "kind": "assumed", "because": "Skøn"},
            "at_most": {"value": 9, "kind": "measured", "source": "x"},
        },
        "b": {
            "unit": "hours",
            **FROM_ANALYSIS,
            "typical": {"value": 2, **FROM_ANALYSIS},
            "at_most": {"value": 9, "because": "Loft", "kind": "reported"},
        },
    }


def test_a_part_inherits_from_its_quantity_where_the_file_declares_nothing(tree_of: Callable[..., Tree]) -> None:
    tree = with_evidence(tree_of("a: {unit: hours, kind: assumed, because: Skøn, mean: {value: 2}}"))
    assert tree.value == {
        "a": {
            "unit": "hours",
            "kind": "assumed",
            "because": "Skøn",
            "mean": {"value": 2, "kind": "assumed", "because": "Skøn"},
        }
    }


def test_the_part_that_a_change_sets_inherits_from_its_file(tree_of: Callable[..., Tree]) -> None:
    value = spread(tree_of, "changes: [{set: a.typical, to: {value: 3}, because: Portalen}]")
    assert value == {"changes": [{"set": "a.typical", "to": {"value": 3, **FROM_ANALYSIS}, "because": "Portalen"}]}


def test_inherited_evidence_keeps_its_place(tree_of: Callable[..., Tree]) -> None:
    tree = with_evidence(tree_of("evidence: {kind: assumed, because: Skøn}\na: {value: 5, unit: hours}\n"))
    assert tree.value_place(("a", "kind")) == Place("course.yaml", 1, 18)
    assert ("evidence",) not in tree.places
    assert ("evidence", "kind") not in tree.value_places


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ("assumed", "course.yaml:1:1: a mapping belongs here, not text (assumed)  [wrong-type]"),
        ("{sorce: x, kind: assumed}", "course.yaml:1:12: unknown key 'sorce'  [unknown-key]"),
        ("{because: Skøn}", "course.yaml:1:1: the key 'kind' is missing  [missing-key]"),
    ],
)
def test_wrong_evidence_is_told_when_the_file_is_bound(tmp_path: Path, declared: str, told: str) -> None:
    class Anything(Frozen):
        a: int

    (tmp_path / "course.yaml").write_text(f"evidence: {declared}\na: 1\n", encoding="utf-8")
    with pytest.raises(WrongData) as wrong:
        bind(Anything, with_evidence(survey(Path("course.yaml"), tmp_path)))
    assert str(wrong.value).startswith(told)


def test_a_file_that_is_a_list_is_left_alone(tree_of: Callable[..., Tree]) -> None:
    tree = tree_of("- a\n")
    assert with_evidence(tree) is tree
