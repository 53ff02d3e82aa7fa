"""CPR numbers are recognised. All numbers here are put together at run time and belong to nobody."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.values.cpr import cpr_positions, has_cpr, masked

FUTURE = "311299"
SEPARATORS = ("", "-", " ", ".", "/", "–", " - ", "\n  ")


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("around", ["{}", "nr. {}!", "cpr{}x", "({})"])
def test_a_number_is_found_however_it_is_written(separator: str, around: str) -> None:
    assert has_cpr(around.format(f"{FUTURE}{separator}1234"))


def test_a_number_in_full_width_digits_is_found() -> None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    assert has_cpr(f"{FUTURE}-1234".translate(wide))


def test_a_number_without_modulus_11_is_found() -> None:
    assert has_cpr(f"{'010130'}-{'0000'}")


@pytest.mark.parametrize(
    "text",
    [
        "12 34 56 78",
        "CVR 12345678",
        "EAN 5790001234567",
        "0.0909090909",
        "kl. 08:30 den 2025-01-31",
        f"{'320199'}-1234",
        f"{'300299'}-1234",
        f"{'011399'}-1234",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not has_cpr(text)


def test_a_pseudo_number_counts_only_on_request() -> None:
    pseudo = f"{'910170'}-1234"
    assert not has_cpr(pseudo)
    assert has_cpr(pseudo, pseudo_too=True)


def test_few_random_numbers_are_taken_for_one() -> None:
    luck = random.Random(1)
    texts = [f"{luck.randrange(10**10):010d}" for _ in range(10_000)]
    assert sum(map(has_cpr, texts)) / len(texts) <= 0.04


@given(st.text(alphabet="0123456789 -a\n", max_size=60))
def test_a_masked_text_holds_no_number(text: str) -> None:
    assert not has_cpr(masked(text), pseudo_too=True)


def test_positions_are_told_in_order() -> None:
    assert list(cpr_positions(f"{FUTURE}-1234, {FUTURE}-1234")) == [0, 13]


def test_a_long_text_is_searched_at_once() -> None:
    assert not has_cpr((FUTURE + " " * 50) * 20_000)
