"""Danish days off."""

from datetime import date

from simulation.calendar.days_off import days_off


def test_the_public_holidays_of_2024() -> None:
    assert sorted(days_off(2024, 2024, public=True, optional=False)) == [
        date(2024, 1, 1),
        date(2024, 3, 28),
        date(2024, 3, 29),
        date(2024, 3, 31),
        date(2024, 4, 1),
        date(2024, 5, 9),
        date(2024, 5, 19),
        date(2024, 5, 20),
        date(2024, 12, 25),
        date(2024, 12, 26),
    ]


def test_store_bededag_was_a_holiday_for_the_last_time_in_2023() -> None:
    off = days_off(2023, 2024, public=True, optional=False)
    assert date(2023, 5, 5) in off
    assert date(2024, 4, 26) not in off


def test_the_optional_days_are_four_a_year() -> None:
    assert sorted(days_off(2025, 2026, public=False, optional=True)) == [
        date(year, month, day) for year in (2025, 2026) for month, day in ((5, 1), (6, 5), (12, 24), (12, 31))
    ]


def test_both_kinds_add_up_and_none_is_empty() -> None:
    public = days_off(2026, 2026, public=True, optional=False)
    optional = days_off(2026, 2026, public=False, optional=True)
    assert days_off(2026, 2026, public=True, optional=True) == public | optional
    assert days_off(2026, 2026, public=False, optional=False) == frozenset()
