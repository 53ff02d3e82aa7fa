"""What unquoted words mean."""

import pytest

from simulation.reading.yaml_scalar import Scalar, plain_scalar


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-12", -12),
        ("+5", 5),
        ("999999999999999", 999999999999999),
        ("1.50", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1.5e3", 1500.0),
        ("-2E-3", -0.002),
        ("0.1666666666666667", 0.1666666666666667),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
    ],
)
def test_numbers_truth_and_nothing_are_what_they_look_like(text: str, value: Scalar) -> None:
    meant = plain_scalar(text)
    assert meant == value
    assert type(meant) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "Odense",
        "1,5",
        "12%",
        "§ 85",
        "1.2.3",
        "P1",
        "e5",
        "0.5 timer",
        "nan",
        "inf",
        "12:3x",
        "2024-01",
        "-",
        "nej",
        "=",
        "<<",
    ],
)
def test_all_else_is_the_text_the_author_typed(text: str) -> None:
    assert plain_scalar(text) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-value"),
        ("NO", "yes-no-word"),
        ("y", "yes-no-word"),
        ("Off", "yes-no-word"),
        ("0777", "number-form"),
        ("01.5", "number-form"),
        ("0xfF", "number-form"),
        ("-0o17", "number-form"),
        ("0b101", "number-form"),
        ("1_000.5", "number-form"),
        ("1234567890123456", "long-number"),
        ("9" * 5000, "long-number"),
        ("0." + "1" * 18, "long-number"),
        ("1e16", "huge-exponent"),
        ("1e-999999999999", "huge-exponent"),
        ("-.inf", "not-finite"),
        (".NAN", "not-finite"),
        ("-0", "negative-zero"),
        ("-0.0e5", "negative-zero"),
        ("190:20:30", "unquoted-time"),
        ("12:30:45.5", "unquoted-time"),
        ("2024-1-1", "unquoted-date"),
    ],
)
def test_words_that_programs_differ_on_are_refused(text: str, code: str) -> None:
    refused = plain_scalar(text)
    assert isinstance(refused, tuple)
    assert refused[0] == code
