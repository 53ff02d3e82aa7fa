"""To-Be changes on a tree."""

from collections.abc import Callable, Mapping
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulation.reading.change_list import Change, Verb, read_changes
from simulation.reading.changes import apply
from simulation.reading.tree import Plain, Tree, tree_at
from simulation.values.faults import WrongData
from simulation.values.places import Place

BASE: Plain = {
    "steps": {
        "call": {"title": "Ring rundt", "seats": 6, "after": ["open"]},
        "note": {
            "delay": {
                "unit": "working_days",
                "kind": "reported",
                "source": "foranalyse",
                "typical": 20,
                "at_most": {"value": 40, "kind": "measured", "source": "tidsstudie", "worked_out": "8 × 5"},
            },
            "lost": {"unit": "share", "kind": "estimated", "source": "workshop", "low": 0.1, "mode": 0.2, "high": 0.5},
        },
    },
    "actors": {"hospital": {"staff": 3}},
}
AS_IS = tree_at(BASE, Place("as_is.yaml", 1, 1))


def change(verb: str, path: str, argument: Plain = None, origin: str = "portal", line: int = 5) -> Change:
    place = Place(f"{origin}.yaml", line, 10)
    return Change(
        verb=Verb(verb),
        path=tuple(path.split(".")),
        because=f"{origin} {line}",
        origin=origin,
        place=place,
        argument=None if verb == "remove" else tree_at(argument, place),
    )


def changed(*changes: Change) -> Mapping[str, Plain]:
    return cast(Mapping[str, Plain], apply(AS_IS, changes)[0].value)


def at(value: Plain, path: str) -> Plain:
    for key in path.split("."):
        value = cast(Mapping[str, Plain], value)[key]
    return value


def told(*changes: Change) -> list[str]:
    with pytest.raises(WrongData) as wrong:
        apply(AS_IS, changes)
    return [f"{fault.place}: {fault.code}" for fault in wrong.value.faults]


def test_no_changes_give_the_same_tree() -> None:
    assert apply(AS_IS, ()) == (AS_IS, ())


def test_set_puts_another_value_in_the_same_place() -> None:
    tree, ledger = apply(AS_IS, [change("set", "steps.call.after", ["open", "note"])])
    assert at(tree.value, "steps.call") == {"title": "Ring rundt", "seats": 6, "after": ["open", "note"]}
    assert list(cast(Mapping[str, Plain], at(tree.value, "steps.call"))) == ["title", "seats", "after"]
    (entry,) = ledger
    assert (entry.path, entry.verb, entry.old, entry.new) == ("steps.call.after", "set", ["open"], ["open", "note"])
    assert (entry.because, entry.origin, entry.place) == ("portal 5", "portal", Place("portal.yaml", 5, 10))


def test_the_base_is_left_as_it_was() -> None:
    before = str(BASE)
    changed(change("remove", "steps.call"), change("scale", "steps.note.delay", 0.5))
    assert str(BASE) == before


def test_add_puts_a_mapping_at_a_new_key() -> None:
    assert at(changed(change("add", "steps.look_up", {"title": "Slå op"})), "steps.look_up") == {"title": "Slå op"}


def test_remove_takes_a_mapping_away_with_its_places() -> None:
    tree, ledger = apply(AS_IS, [change("remove", "steps.call")])
    assert list(cast(Mapping[str, Plain], at(tree.value, "steps"))) == ["note"]
    assert not [path for path in tree.places if path[:2] == ("steps", "call")]
    assert ledger[0].new is None


def test_what_a_change_brings_has_its_place_in_the_file_of_the_change() -> None:
    tree, _ = apply(AS_IS, [change("set", "steps.call.after", ["open", "note"])])
    assert tree.place(("steps", "call", "after", 1)) == Place("portal.yaml", 5, 10)
    assert tree.place(("steps", "call", "title")) == Place("as_is.yaml", 1, 1)


def test_a_plain_number_is_multiplied_and_stays_whole_where_it_can() -> None:
    assert at(changed(change("scale", "actors.hospital.staff", 2.0)), "actors.hospital.staff") == 6
    assert at(changed(change("scale", "actors.hospital.staff", 0.5)), "actors.hospital.staff") == 1.5


def test_all_numbers_of_a_quantity_are_multiplied_and_are_assumed_from_then_on() -> None:
    assert at(changed(change("scale", "steps.note.delay", 0.5)), "steps.note.delay") == {
        "unit": "working_days",
        "kind": "assumed",
        "source": "foranalyse",
        "because": "portal 5",
        "typical": 10,
        "at_most": {"value": 20, "kind": "assumed", "source": "tidsstudie", "because": "portal 5"},
    }


def test_a_share_is_scaled_as_odds() -> None:
    lost = cast(Mapping[str, float], at(changed(change("scale", "steps.note.lost", 2)), "steps.note.lost"))
    assert [lost[part] for part in ("low", "mode", "high")] == pytest.approx([2 / 11, 1 / 3, 2 / 3])


@given(st.floats(0, 1), st.floats(0, 1000))
def test_a_scaled_share_stays_a_share(share: float, factor: float) -> None:
    base = tree_at({"a": {"unit": "share", "value": share}}, Place("as_is.yaml", 1, 1))
    tree, _ = apply(base, [change("scale", "a", factor)])
    assert 0 <= cast(float, at(tree.value, "a.value")) <= 1


def test_one_part_of_a_quantity_is_scaled_on_its_own_evidence() -> None:
    value = changed(change("scale", "steps.note.delay.typical", 0.5), change("scale", "steps.note.delay.at_most", 0.5))
    delay = cast(Mapping[str, Plain], at(value, "steps.note.delay"))
    assert delay["kind"] == "reported"
    assert delay["typical"] == {"value": 10, "kind": "assumed", "because": "portal 5"}
    assert delay["at_most"] == {"value": 20, "kind": "assumed", "source": "tidsstudie", "because": "portal 5"}


def test_a_plain_number_set_into_a_quantity_does_not_take_over_its_evidence() -> None:
    value = changed(change("set", "steps.note.delay.typical", 3))
    assert at(value, "steps.note.delay.typical") == {"value": 3, "kind": "assumed", "because": "portal 5"}


def test_a_factor_with_evidence_gives_it_on_but_never_strengthens_a_number() -> None:
    measured: dict[str, Plain] = {
        "value": 0.5,
        "unit": "factor",
        "kind": "measured",
        "source": "pilot",
        "where": "s. 4",
    }
    delay = cast(Mapping[str, Plain], at(changed(change("scale", "steps.note.delay", measured)), "steps.note.delay"))
    assert [delay[key] for key in ("kind", "source", "where", "because")] == ["reported", "pilot", "s. 4", "portal 5"]
    guessed: dict[str, Plain] = {**measured, "kind": "estimated"}
    delay = cast(Mapping[str, Plain], at(changed(change("scale", "steps.note.delay", guessed)), "steps.note.delay"))
    assert delay["kind"] == "estimated"


def test_the_set_comes_first_and_then_the_scales_in_order_of_value() -> None:
    tree, ledger = apply(
        AS_IS,
        [
            change("scale", "steps.call.seats", 3, "plan"),
            change("set", "steps.call.seats", 10, "portal"),
            change("scale", "steps.call.seats", 0.5, "template"),
        ],
    )
    assert at(tree.value, "steps.call.seats") == 15
    assert [(entry.origin, entry.old, entry.new) for entry in ledger] == [
        ("portal", 6, 10),
        ("template", 10, 5),
        ("plan", 5, 15),
    ]


def test_the_reasons_of_several_scales_are_kept() -> None:
    value = changed(
        change("scale", "steps.note.delay", 0.5, "portal"), change("scale", "steps.note.delay", 0.8, "plan")
    )
    assert at(value, "steps.note.delay.because") == "portal 5; plan 5"


FITTING = [
    change("set", "steps.call.seats", 10, "a", 1),
    change("scale", "steps.call.seats", 0.7, "b", 2),
    change("scale", "steps.call.seats", 1.3, "c", 3),
    change("scale", "steps.call.seats", 1.3, "c", 4),
    change("scale", "steps.note.delay.typical", 0.3, "a", 5),
    change("set", "steps.note.delay.at_most", 30, "b", 6),
    change("scale", "steps.note.lost", 1.7, "a", 7),
    change("scale", "steps.note.lost", 0.1, "b", 8),
    change("add", "steps.look_up", {"title": "Slå op"}, "c", 9),
    change("add", "steps.ask", {"title": "Spørg"}, "a", 10),
    change("remove", "actors.hospital", None, "c", 11),
]
CLASHING = [
    change("set", "steps.call.seats", 12, "d", 12),
    change("add", "steps.ask", {"title": "Spørg igen"}, "d", 13),
    change("scale", "actors.hospital.staff", 2, "d", 14),
    change("set", "steps.missing.title", "x", "d", 15),
]


@settings(deadline=None)
@given(st.permutations(FITTING))
def test_the_order_of_changes_is_indifferent(changes: list[Change]) -> None:
    tree, ledger = apply(AS_IS, changes)
    expected_tree, expected_ledger = apply(AS_IS, FITTING)
    assert repr(tree) == repr(expected_tree)
    assert ledger == expected_ledger


@settings(deadline=None)
@given(st.permutations(FITTING + CLASHING))
def test_the_order_of_clashing_changes_is_indifferent_too(changes: list[Change]) -> None:
    assert told(*changes) == told(*FITTING, *CLASHING)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (change("set", "steps.call.seats", 4), change("set", "steps.call.seats", 4, "plan")),
        (change("add", "steps.ask", {}), change("add", "steps.ask", {}, "plan")),
        (change("set", "steps.call", {}), change("remove", "steps.call", None, "plan")),
        (change("remove", "steps.call"), change("remove", "steps.call", None, "plan")),
        (change("remove", "steps.call.seats"), change("scale", "steps.call.seats", 2, "plan")),
        (change("add", "steps.ask", 3), change("scale", "steps.ask", 2, "plan")),
        (change("add", "steps.ask", 3), change("set", "steps.ask", 2, "plan")),
    ],
)
def test_no_other_two_changes_meet_on_a_path(first: Change, second: Change) -> None:
    with pytest.raises(WrongData) as wrong:
        apply(AS_IS, [first, second])
    (fault,) = wrong.value.faults
    assert fault.code == "path-twice"
    for named in ("portal", "plan", "portal.yaml:5:10", "plan.yaml:5:10"):
        assert named in fault.text()


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (change("set", "steps.call", {}), change("set", "steps.call.seats", 4, "plan")),
        (change("add", "steps.ask", {}), change("add", "steps.ask.seats", 4, "plan")),
        (change("remove", "steps"), change("scale", "steps.note.delay.typical", 4, "plan")),
        (change("scale", "steps.note.delay", 2), change("set", "steps.note.delay.typical", 4, "plan")),
    ],
)
def test_no_path_lies_inside_another(outer: Change, inner: Change) -> None:
    with pytest.raises(WrongData) as wrong:
        apply(AS_IS, [inner, outer])
    (fault,) = wrong.value.faults
    assert (fault.code, fault.place) == ("path-inside-path", inner.place)
    assert "portal.yaml:5:10" in fault.text()


def test_a_path_that_only_begins_alike_is_another_path() -> None:
    base = tree_at({"call": 1, "call_back": 2}, Place("as_is.yaml", 1, 1))
    assert apply(base, [change("set", "call", 3), change("set", "call_back", 4)])[0].value == {
        "call": 3,
        "call_back": 4,
    }


def test_an_unknown_name_is_told_at_its_very_segment() -> None:
    assert told(change("set", "steps.note.dellay.typical", 3)) == ["portal.yaml:5:21: unknown-path"]


def test_all_changes_that_do_not_fit_are_told() -> None:
    assert told(
        change("set", "steps.missing.x", 3, line=1),
        change("remove", "actors.missing", line=2),
        change("add", "steps.note.lost", {}, line=3),
        change("set", "steps.call.after.first", "x", line=4),
        change("scale", "steps.call.title", 2, line=5),
        change("scale", "actors.hospital", 2, line=6),
    ) == [
        "portal.yaml:1:16: unknown-path",
        "portal.yaml:2:17: unknown-path",
        "portal.yaml:3:21: already-there",
        "portal.yaml:4:27: no-parts",
        "portal.yaml:5:10: not-scalable",
        "portal.yaml:6:10: not-scalable",
    ]


def test_a_list_of_changes_is_read_with_its_places(tree_of: Callable[..., Tree]) -> None:
    tree = tree_of(
        """\
changes:
  - set: steps.call.seats
    to: {value: 3}
    because: Portalen
  - remove: steps.note
    because: Ringer ikke
""",
        "portal.yaml",
    )
    setting, removal = read_changes(tree, "portal")
    assert (setting.verb, setting.path, setting.because) == (Verb.SET, ("steps", "call", "seats"), "Portalen")
    assert (setting.origin, setting.place) == ("portal", Place("portal.yaml", 2, 10))
    assert setting.argument is not None
    assert setting.argument.value == {"value": 3}
    assert setting.argument.value_place(("value",)) == Place("portal.yaml", 3, 17)
    assert (removal.verb, removal.argument) == (Verb.REMOVE, None)


def test_a_file_without_changes_has_none(tree_of: Callable[..., Tree]) -> None:
    assert read_changes(tree_of("id: profile"), "profile") == ()


def test_changes_that_are_no_list_are_refused(tree_of: Callable[..., Tree]) -> None:
    with pytest.raises(WrongData, match=r"course.yaml:1:1: a list belongs here, not a mapping"):
        read_changes(tree_of("changes: {set: a}"), "portal")
