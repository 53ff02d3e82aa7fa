"""What uniforms become: moments of each form, whole minutes, bounds, order."""

from math import exp, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.draws.inverse import LONGEST, amounts, choice, mean_of, minutes, whether
from simulation.draws.uniforms import uniforms
from simulation.values.quantity import Evidence, Point, Quantity, Unit

MANY = uniforms(("inverse",), 1_000_000)
ENDS = np.array([2**-54, 1e-9, 0.5, 1 - 1e-9, 1 - 2**-53])
SIGMA = 0.7
NINETY_FIVE = 1.6448536269514722


def assumed(unit: Unit = Unit.MINUTES, /, **numbers: float | Point) -> Quantity:
    return Quantity.model_validate({"unit": unit, "kind": "assumed", "because": "a test", **numbers})


LOGNORMAL = {"typical": 10_000.0, "at_most": 10_000 * exp(SIGMA * NINETY_FIVE)}


@pytest.mark.parametrize(
    ("numbers", "mean", "deviation"),
    [
        pytest.param({"value": 5000}, 5000, 0, id="fixed"),
        pytest.param({"value": 5000, "low": 1000, "high": 9000}, 5000, 0, id="fixed with a believed range"),
        pytest.param({"low": 1000, "mode": 4000, "high": 13000}, 5000, sqrt(4000 * 8000 / 7), id="PERT"),
        pytest.param({"low": 0, "mode": 0, "high": 6000}, 1000, sqrt(1000 * 5000 / 7), id="PERT from its mode on"),
        pytest.param({"low": 0, "mode": 6000, "high": 6000}, 5000, sqrt(5000 * 1000 / 7), id="PERT up to its mode"),
        pytest.param({"low": 700, "mode": 700, "high": 700}, 700, 0, id="PERT without a range"),
        pytest.param(
            LOGNORMAL,
            10_000 * exp(SIGMA**2 / 2),
            10_000 * exp(SIGMA**2 / 2) * sqrt(exp(SIGMA**2) - 1),
            id="lognormal",
        ),
        pytest.param({"typical": 400, "at_most": 400}, 400, 0, id="lognormal without a spread"),
        pytest.param({"mean": 5000}, 5000, 5000, id="exponential"),
    ],
)
def test_a_million_draws_have_the_mean_and_deviation_of_theory(
    numbers: dict[str, float], mean: float, deviation: float
) -> None:
    drawn = minutes(assumed(**numbers), MANY, 450)
    assert drawn.mean() == pytest.approx(mean, rel=0.01)
    assert drawn.std() == pytest.approx(deviation, rel=0.01)
    assert mean_of(assumed(**numbers)) == pytest.approx(mean, rel=1e-9)


def test_half_lie_below_typical_and_one_in_twenty_above_at_most() -> None:
    drawn = minutes(assumed(typical=20_000, at_most=60_000), MANY, 450)
    assert (drawn <= 20_000).mean() == pytest.approx(0.5, abs=0.002)
    assert (drawn > 60_000).mean() == pytest.approx(0.05, abs=0.001)


@pytest.mark.parametrize(
    ("unit", "value", "expected"),
    [
        (Unit.MINUTES, 2.5, 3),
        (Unit.MINUTES, 2.49, 2),
        (Unit.MINUTES, 0.4, 0),
        (Unit.MINUTES, 0, 0),
        (Unit.HOURS, 1.5, 90),
        (Unit.WORKING_DAYS, 3, 3 * 444),
        (Unit.WORKING_DAYS, 0.5, 222),
        (Unit.CALENDAR_DAYS, 2, 2880),
        (Unit.WEEKS, 1, 10080),
    ],
)
def test_a_duration_is_whole_minutes_of_its_unit(unit: Unit, value: float, expected: int) -> None:
    drawn = minutes(assumed(unit, value=value), ENDS, 444)
    assert drawn.dtype == np.int64
    assert drawn.tolist() == [expected] * 5


def test_halves_are_rounded_up() -> None:
    drawn = amounts(assumed(Unit.COUNT, value=0.5), ENDS[:1]), amounts(assumed(Unit.COUNT, value=1.5), ENDS[:1])
    assert [int(count[0]) for count in drawn] == [1, 2]


def test_working_days_of_an_actor_that_never_opens_are_no_minutes() -> None:
    assert minutes(assumed(Unit.WORKING_DAYS, low=1, mode=2, high=3), ENDS, 0).tolist() == [0] * 5


def test_a_number_with_evidence_of_its_own_is_drawn_like_a_plain_one() -> None:
    point = Point(value=60, kind=Evidence.ASSUMED, because="a test")
    with_point, plain = assumed(typical=20, at_most=point), assumed(typical=20, at_most=60)
    assert np.array_equal(minutes(with_point, ENDS, 1), minutes(plain, ENDS, 1))


def test_a_plain_number_is_no_duration() -> None:
    with pytest.raises(KeyError):
        minutes(assumed(Unit.COUNT, value=3), ENDS, 450)


@pytest.mark.parametrize(
    "numbers", [{"typical": 1e-3, "at_most": 1e9}, {"mean": 1e9}, {"value": 1e9}, {"low": 0, "mode": 1, "high": 1e9}]
)
def test_the_longest_duration_plus_the_clock_fits_31_bits(numbers: dict[str, float]) -> None:
    drawn = minutes(assumed(Unit.WEEKS, **numbers), ENDS, 450)
    assert drawn.max() == LONGEST
    assert drawn.min() >= 0


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, middle, high = sorted(draw(st.tuples(*[st.floats(0.01, 1e5)] * 3)))
    forms: tuple[dict[str, float], ...] = (
        {"value": middle},
        {"low": low, "mode": middle, "high": high},
        {"typical": low, "at_most": high},
        {"mean": middle},
    )
    return assumed(draw(st.sampled_from((Unit.MINUTES, Unit.HOURS, Unit.WORKING_DAYS))), **draw(st.sampled_from(forms)))


@given(quantities(), st.lists(st.floats(2**-54, 1 - 2**-53), min_size=2, max_size=20))
def test_more_luck_never_means_less_and_bounds_hold(quantity: Quantity, numbers: list[float]) -> None:
    drawn = minutes(quantity, np.array(sorted([*numbers, *ENDS])), 450)
    assert (np.diff(drawn) >= 0).all()
    assert drawn[0] >= 0
    if quantity.low is not None and quantity.high is not None:
        low, high = assumed(quantity.unit, value=quantity.low), assumed(quantity.unit, value=quantity.high)
        assert drawn[0] >= minutes(low, ENDS, 450)[0]
        assert drawn[-1] <= minutes(high, ENDS, 450)[0]


@given(quantities(), st.integers(0, 9))
def test_each_place_is_drawn_by_itself(quantity: Quantity, place: int) -> None:
    u = MANY[:10]
    assert minutes(quantity, u, 450)[place] == minutes(quantity, u[place : place + 1], 450)[0]


def test_opposite_luck_makes_a_mean_more_exact() -> None:
    u, quantity = MANY[:100_000], assumed(typical=20_000, at_most=60_000)
    pairs = (minutes(quantity, u, 1) + minutes(quantity, 1 - u, 1)) / 2
    assert pairs.std() < minutes(quantity, u, 1).std() / sqrt(2)


@pytest.mark.parametrize("share", [0, 0.25, 1])
def test_a_share_of_all_happens(share: float) -> None:
    happens = whether(assumed(Unit.SHARE, value=share), np.append(MANY, ENDS))
    assert happens.dtype == np.bool_
    assert happens.mean() == pytest.approx(share, abs=0.002 if 0 < share < 1 else 0)


def test_the_share_itself_is_the_first_uniform_that_does_not_happen() -> None:
    just_below = np.nextafter(0.5, 0)
    assert whether(assumed(Unit.SHARE, value=0.5), np.array([just_below, 0.5])).tolist() == [True, False]


def test_what_happens_with_less_chance_also_happens_with_more() -> None:
    seldom, often = (whether(assumed(Unit.SHARE, value=share), MANY) for share in (0.2, 0.3))
    assert not (seldom & ~often).any()


def test_of_an_uncertain_share_the_mean_counts() -> None:
    uncertain, plain = assumed(Unit.SHARE, low=0.1, mode=0.2, high=0.6), assumed(Unit.SHARE, value=0.25)
    assert np.array_equal(whether(uncertain, MANY[:1000]), whether(plain, MANY[:1000]))


def test_choices_are_made_in_proportion() -> None:
    chosen = choice((2, 3, 0, 5), MANY)
    assert chosen.dtype == np.int64
    assert (np.bincount(chosen, minlength=4) / len(MANY)).tolist() == pytest.approx([0.2, 0.3, 0, 0.5], abs=0.002)


@pytest.mark.parametrize(
    ("shares", "chosen"),
    [
        ((1,), [0] * 5),
        ((0, 0, 4, 0), [2] * 5),
        ((0, 1, 1), [1, 1, 2, 2, 2]),
        ((0.1,) * 3 + (0, 0), [0, 0, 1, 2, 2]),
        ((0.7, 0.1, 0.1, 0.1, 1e-300), [0, 0, 0, 3, 3]),
    ],
)
def test_what_has_no_share_is_never_chosen(shares: tuple[float, ...], chosen: list[int]) -> None:
    assert choice(shares, ENDS).tolist() == chosen


def test_nothing_is_drawn_of_nothing() -> None:
    nobody = np.empty(0)
    assert minutes(assumed(low=1, mode=2, high=3), nobody, 450).tolist() == []
    assert choice((1, 2), nobody).tolist() == []
