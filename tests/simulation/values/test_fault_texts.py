"""The catalogue of faults."""

from string import Formatter

import pytest

from simulation.values.fault_texts import CATALOGUE, entry_of
from simulation.values.wording import Wording


def fields_of(wording: Wording) -> set[str]:
    sentences = (wording.says, wording.why, wording.advice)
    return {name for sentence in sentences for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("code", CATALOGUE)
def test_both_languages_say_the_same(code: str) -> None:
    english, danish = entry_of(code).en, entry_of(code).da
    assert fields_of(english) == fields_of(danish)
    assert [bool(said) for said in (english.why, english.advice)] == [
        bool(said) for said in (danish.why, danish.advice)
    ]
    assert english.says != danish.says


@pytest.mark.parametrize("code", CATALOGUE)
def test_sentences_stand_on_one_line_without_a_full_stop(code: str) -> None:
    for wording in (entry_of(code).en, entry_of(code).da):
        for said in (wording.says, wording.why, wording.advice):
            assert "\n" not in said
            assert not said.endswith(".")
