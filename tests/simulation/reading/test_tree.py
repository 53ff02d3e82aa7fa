"""Trees of plain values."""

import pytest

from simulation.reading.tree import Plain, Tree, kind_of, shown, tree_at, walk
from simulation.values.places import Place

HERE = Place("command line", 1, 1)


def test_everything_in_a_tree_is_walked_in_file_order() -> None:
    value: Plain = {"a": [1, {"b": 2}], "c": "text"}
    assert [path for path, _ in walk(value)] == [(), ("a",), ("a", 0), ("a", 1), ("a", 1, "b"), ("c",)]


def test_a_tree_from_a_command_line_has_one_place() -> None:
    tree = tree_at({"a": [1]}, HERE)
    assert set(tree.places.values()) | set(tree.value_places.values()) == {HERE}
    assert tree.value_place(("a", 0)) == HERE


def test_what_has_no_place_gets_that_of_the_nearest_thing_around_it() -> None:
    inner = Place("course.yaml", 3, 5)
    tree = Tree({"a": {}}, {(): HERE, ("a",): inner}, {}, "course.yaml", "")
    assert tree.place(("a", "missing", "deeper")) == inner
    assert tree.value_place(("b",)) == HERE


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({}, "a mapping"),
        ([], "a list"),
        ("x", "text"),
        (True, "true or false"),
        (1.5, "a number"),
        (None, "nothing"),
    ],
)
def test_values_are_called_by_their_kind(value: Plain, kind: str) -> None:
    assert kind_of(value) == kind


@pytest.mark.parametrize(
    ("value", "words"),
    [(12, " (12)"), (1e12, " (1000000000000)"), ("x", " (x)"), ("x" * 41, ""), (True, ""), (None, ""), ([1], "")],
)
def test_short_values_are_shown(value: Plain, words: str) -> None:
    assert shown(value) == words
