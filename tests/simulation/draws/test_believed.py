"""Quantities at the ends of what is believed of them."""

import pytest

from simulation.draws.believed import with_believed
from simulation.draws.inverse import mean_of
from simulation.values.quantity import Evidence, Point, Quantity, Unit


def assumed(unit: Unit = Unit.HOURS, /, **numbers: float | Point) -> Quantity:
    return Quantity.model_validate({"unit": unit, "kind": "assumed", "because": "a test", **numbers})


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (assumed(value=4, low=3, high=9), assumed(value=3, low=3, high=9), assumed(value=9, low=3, high=9)),
        (assumed(low=1, mode=2, high=9), assumed(low=1, mode=1, high=9), assumed(low=1, mode=9, high=9)),
        (assumed(typical=4, at_most=10), assumed(typical=2, at_most=5), assumed(typical=6, at_most=15)),
        (assumed(mean=4), assumed(mean=2), assumed(mean=6)),
        (assumed(value=4), assumed(value=4), assumed(value=4)),
        (
            assumed(Unit.SHARE, typical=0.6, at_most=0.9),
            assumed(Unit.SHARE, typical=0.3, at_most=0.45),
            assumed(Unit.SHARE, typical=0.9, at_most=1.0),
        ),
    ],
)
def test_a_quantity_moves_to_the_end_of_its_range(quantity: Quantity, low: Quantity, high: Quantity) -> None:
    assert with_believed(quantity, "low").numbers() == pytest.approx(low.numbers())
    assert with_believed(quantity, "high").numbers() == pytest.approx(high.numbers())
    assert mean_of(with_believed(quantity, "low")) <= mean_of(quantity) <= mean_of(with_believed(quantity, "high"))


def test_an_end_with_evidence_of_its_own_brings_it_along() -> None:
    point = Point(value=9, kind=Evidence.ASSUMED, because="the longest seen")
    moved = with_believed(assumed(value=4, low=3, high=point), "high")
    assert moved.value == point
    assert moved.because == "a test"


def test_the_quantity_itself_stays() -> None:
    quantity = assumed(low=1, mode=2, high=9)
    with_believed(quantity, "low")
    assert quantity == assumed(low=1, mode=2, high=9)
