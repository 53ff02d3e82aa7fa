"""The hash of what is played: words may be put otherwise, values and ids may not."""

import pytest

from simulation.reading.scenario import scenario_named


def digest(small_course, old: str, new: str) -> str:
    """Return the hash of the small course today with something in its file put otherwise."""
    path = small_course / "course.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return scenario_named(str(small_course / "as_is.yaml")).digest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("because: Made up for tests", "because: Lavet til prøver"),
        ("kind: assumed,", "kind: assumed, source: foranalyse, where: page 7,"),
        ("{da: Samtale, en: Talk}", "{da: En snak, en: A chat}"),
        ("{da: Fem skridt til prøver.,", "{da: Fem skridt.,"),
    ],
)
def test_other_words_are_played_the_same(small_course, old, new):
    before = scenario_named(str(small_course / "as_is.yaml")).digest
    assert digest(small_course, old, new) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("no_answer: {unit: share, value: 0.1}", "no_answer: {unit: share, value: 0.11}"),
        ("evidence: {kind: assumed", "evidence: {kind: estimated"),
        ("write_case_summary", "write_summary"),
        ("asks_citizen: true, basis", "asks_citizen: false, basis"),
    ],
)
def test_another_value_is_played_otherwise(small_course, old, new):
    before = scenario_named(str(small_course / "as_is.yaml")).digest
    assert digest(small_course, old, new) != before
