"""Danish days off: the only module that knows the package `holidays`."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=64)
def days_off(first_year: int, last_year: int, *, public: bool, optional: bool) -> frozenset[date]:
    """Return the Danish days off of some years, both ends included.

    `public` are the holidays by law (store bededag until 2023); `optional` are 1 May, 5 June, 24 and 31 December,
    on which many, but not all, workplaces are closed.

    Source: package `holidays`, country DK, categories public and optional.
    """
    if not (public or optional):
        return frozenset()
    # Asking for one country loads every country, about a second: only when a calendar needs it.
    from holidays import OPTIONAL, PUBLIC, country_holidays

    categories = (PUBLIC,) * public + (OPTIONAL,) * optional
    years = range(first_year, last_year + 1)
    return frozenset(country_holidays("DK", years=years, expand=False, categories=categories))
