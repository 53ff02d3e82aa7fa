"""Several trees to one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulation.reading.graft import graft, subtree, together
from simulation.reading.tree import Tree
from simulation.reading.yaml_file import survey
from simulation.values.faults import WrongData
from simulation.values.places import Place


def test_each_part_stands_under_its_key_with_its_places(tree_of: Callable[..., Tree]) -> None:
    grafted = graft({"steps": tree_of("call: {seats: 6}", "steps.yaml"), "roles": tree_of("[a]", "roles.yaml")})
    assert grafted.value == {"steps": {"call": {"seats": 6}}, "roles": ["a"]}
    assert grafted.place(("steps", "call", "seats")) == Place("steps.yaml", 1, 8)
    assert grafted.place(("roles", 0)) == Place("roles.yaml", 1, 2)
    assert grafted.place(("steps",)) == grafted.place(()) == Place("steps.yaml", 1, 1)


def test_several_mappings_under_one_key_are_put_together(tree_of: Callable[..., Tree]) -> None:
    grafted = graft({"actors": [tree_of("a: {x: 1}", "one.yaml"), tree_of("b: {x: 2}", "two.yaml")]})
    assert grafted.value == {"actors": {"a": {"x": 1}, "b": {"x": 2}}}
    assert grafted.place(("actors", "b", "x")).file == "two.yaml"


def test_what_is_defined_twice_is_refused_with_both_places(tree_of: Callable[..., Tree]) -> None:
    one, two = tree_of("a: 1\nb: 2", "one.yaml"), tree_of("c: 3\nb: 4", "two.yaml")
    with pytest.raises(WrongData) as wrong:
        graft({"actors": [one, two]})
    assert str(wrong.value) == (
        "two.yaml:2:1: 'b' is defined twice  [defined-twice]\n"
        "  why: only one of them could count\n"
        "  suggestion: rename one; the first is at one.yaml:2:1"
    )
    assert "'b' er defineret to gange" in wrong.value.text("da")


def test_two_files_with_the_same_id_are_told_at_the_id(tree_of: Callable[..., Tree]) -> None:
    karins = [graft({"karin_54": tree_of(f"format: 1\nid: karin_54\nage: {age}", f"{age}.yaml")}) for age in (54, 55)]
    with pytest.raises(WrongData) as wrong:
        together(karins)
    assert wrong.value.faults[0].place == Place("55.yaml", 2, 5)


def test_the_hash_of_a_grafted_tree_rests_on_all_parts(tree_of: Callable[..., Tree]) -> None:
    one, two = tree_of("a: 1", "one.yaml"), tree_of("b: 2", "two.yaml")
    assert graft({"x": one, "y": two}).sha256 == graft({"y": two, "x": one}).sha256
    assert graft({"x": one}).sha256 != graft({"x": two}).sha256


def test_a_part_of_a_tree_is_a_tree_with_its_places(tree_of: Callable[..., Tree]) -> None:
    part = subtree(tree_of("a:\n  - b: {c: 1}\n"), ("a", 0, "b"))
    assert part.value == {"c": 1}
    assert part.place(("c",)) == Place("course.yaml", 2, 9)
    assert part.value_place(()) == Place("course.yaml", 2, 8)


def test_faults_found_so_far_follow_the_parts(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("a: {b: no}\nc: 1\n", encoding="utf-8")
    part = subtree(survey(Path("course.yaml"), tmp_path), ("a",))
    assert [fault.code for fault in graft({"x": part, "y": [part]}).faults] == ["yes-no-word", "yes-no-word"]
