"""Faults and how they are told."""

import json
import pickle

import pytest
from pydantic import ValidationError, model_validator

from simulation.values.base import Frozen
from simulation.values.faults import Fault, Gathered, WrongData, did_you_mean, refusal
from simulation.values.places import Place

HERE = Place("to_be_portal.yaml", 7, 11)
STEPS = ("obtain_consent", "request_status_note", "write_summary")


def unknown_path(known: tuple[str, ...] = STEPS) -> Fault:
    return Fault(
        HERE,
        "unknown-path",
        {"name": "request_status_notes"},
        context="changes › set steps.request_status_notes",
        known=known,
        whose="rehabilitation_as_is",
        suggestion="request_status_note",
    )


def test_a_fault_says_where_what_and_what_to_do() -> None:
    assert unknown_path().text() == (
        "to_be_portal.yaml:7:11: unknown name 'request_status_notes'  [unknown-path]\n"
        "  in changes › set steps.request_status_notes\n"
        "  rehabilitation_as_is has: obtain_consent, request_status_note, write_summary\n"
        "  suggestion: did you mean 'request_status_note'?"
    )


def test_a_fault_is_told_in_danish() -> None:
    assert unknown_path().text("da") == (
        "to_be_portal.yaml:7:11: ukendt navn 'request_status_notes'  [unknown-path]\n"
        "  i changes › set steps.request_status_notes\n"
        "  rehabilitation_as_is har: obtain_consent, request_status_note, write_summary\n"
        "  forslag: mente du 'request_status_note'?"
    )


def test_a_long_list_of_what_is_known_is_cut() -> None:
    known = tuple(f"step_{number}" for number in range(15))
    assert "step_11 … and 3 more" in unknown_path(known).text()
    assert "step_11 … og 3 flere" in unknown_path(known).text("da")


def test_a_fault_for_programs_has_its_place_apart() -> None:
    told = unknown_path().as_json("da")
    assert (told["file"], told["line"], told["column"], told["code"]) == ("to_be_portal.yaml", 7, 11, "unknown-path")
    assert told["message"] == "ukendt navn 'request_status_notes'"
    assert told["suggestion"] == "request_status_note"
    assert json.loads(json.dumps(told)) == told


def test_a_code_without_words_still_tells_its_place() -> None:
    assert Fault(HERE, "brand-new").text() == "to_be_portal.yaml:7:11: brand-new  [brand-new]"


def test_a_fault_never_repeats_a_cpr_number() -> None:
    number = f"{311299}-{1234}"
    fault = Fault(HERE, "unknown-key", {"key": number}, context=f"steps › {number}", known=(number,))
    assert "1299" not in fault.text() + json.dumps(fault.as_json("da"))


def test_wrong_data_tells_each_fault_once_in_file_order() -> None:
    later = Fault(Place("to_be_portal.yaml", 12, 1), "tab")
    wrong = WrongData([later, unknown_path(), later])
    assert wrong.faults == (unknown_path(), later)
    assert str(wrong) == f"{unknown_path().text()}\n{later.text()}"


def test_wrong_data_comes_whole_from_another_process() -> None:
    wrong = pickle.loads(pickle.dumps(WrongData([unknown_path()])))
    assert wrong.faults == (unknown_path(),)


def test_gathered_faults_of_several_attempts_are_told_together() -> None:
    gathered = Gathered()
    for column in (9, 3):
        with gathered:
            raise WrongData([Fault(Place("a.yaml", 1, column), "tab")])
    with pytest.raises(WrongData) as wrong:
        gathered.refuse()
    assert [fault.place.column for fault in wrong.value.faults] == [3, 9]


def test_nothing_gathered_is_nothing_refused() -> None:
    gathered = Gathered()
    with gathered:
        pass
    gathered.refuse()


def test_what_is_not_wrong_data_is_not_gathered() -> None:
    with pytest.raises(KeyError), Gathered():
        raise KeyError


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("request_status_notes", "request_status_note"),
        ("reqest_status_note", "request_status_note"),
        ("status_note_request", "request_status_note"),
        ("Request-Status-Note", "request_status_note"),
        ("writesummary", "write_summary"),
        ("consent", "obtain_consent"),
        ("xyzzy", None),
    ],
)
def test_a_misspelt_word_is_recognised(word: str, meant: str | None) -> None:
    assert did_you_mean(word, STEPS) == meant


def test_one_slip_in_a_key_of_the_model_is_nearly_always_recognised() -> None:
    known = ["unit", "kind", "value", "low", "mode", "high", "typical", "at_most", "mean", "source", "where", "because"]
    slips = [(key, slip) for key in known for slip in one_letter_slips(key) if slip not in known]
    recognised = sum(did_you_mean(slip, known) == key for key, slip in slips)
    assert recognised / len(slips) >= 0.9


def one_letter_slips(word: str) -> list[str]:
    """Return a word with one letter left out, doubled, or swapped with the next."""
    places = range(len(word))
    left_out = [word[:i] + word[i + 1 :] for i in places]
    doubled = [word[:i] + word[i] + word[i:] for i in places]
    swapped = [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in places[:-1]]
    return left_out + doubled + swapped


class Slot(Frozen):
    opens: int
    closes: int

    @model_validator(mode="after")
    def _in_order(self) -> "Slot":
        if self.closes < self.opens:
            raise refusal("out-of-range", at="closes", value=self.closes, bound=("at least",), limit=self.opens)
        return self


def test_a_model_refuses_with_a_code_of_the_catalogue() -> None:
    with pytest.raises(ValidationError) as wrong:
        Slot(opens=9, closes=8)
    (error,) = wrong.value.errors()
    assert error["type"] == "out-of-range"
    assert error["msg"] == "8 is out of range: at least 9"
    assert error["ctx"]["at"] == "closes"
