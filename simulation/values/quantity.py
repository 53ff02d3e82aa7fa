"""Numbers as data files give them: a value or a distribution, a unit, and the evidence for it."""

from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, StrictFloat, StrictInt, model_validator

from simulation.values.base import Frozen
from simulation.values.faults import refusal

Number = Annotated[StrictInt | StrictFloat, Field(ge=-1e9, le=1e9)]


class Unit(StrEnum):
    """The closed list of units. Durations first, then plain numbers."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    WEEKS = "weeks"
    SHARE = "share"
    FACTOR = "factor"
    COUNT = "count"
    PER_YEAR = "per_year"
    DKK = "dkk"
    DKK_PER_HOUR = "dkk_per_hour"


NUMBERS = ("low", "mode", "value", "high", "typical", "at_most", "mean")
"""Names of the numbers of a quantity, those of one form from the smallest up."""

FORMS = (("value",), ("low", "value", "high"), ("low", "mode", "high"), ("typical", "at_most"), ("mean",))
"""Numbers that are given together."""

DURATIONS = (Unit.MINUTES, Unit.HOURS, Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.WEEKS)


class Evidence(StrEnum):
    """How a number is known."""

    MEASURED = "measured"
    REPORTED = "reported"
    ESTIMATED = "estimated"
    ASSUMED = "assumed"


class Sourced(Frozen):
    """What stands behind a number: a kind of evidence with its source, or a reason."""

    kind: Evidence
    """measured or reported (then `source`), estimated or assumed (then `source` or `because`)."""
    source: str | None = None
    """Id of an entry in sources.yaml."""
    where: str | None = None
    """Place in the source: page, section or heading."""
    because: str | None = None
    """Reason for an estimate or an assumption."""
    worked_out: str | None = None
    """The arithmetic, where the number was worked out."""

    @model_validator(mode="after")
    def _has_something_behind_it(self) -> Self:
        if self.kind in (Evidence.MEASURED, Evidence.REPORTED) and not self.source:
            raise refusal("source-missing", kind=self.kind)
        if not (self.source or self.because):
            raise refusal("reason-missing", kind=self.kind)
        return self


class Point(Sourced):
    """One number of a quantity with evidence of its own."""

    value: Number
    """The number, in the unit of the quantity."""


class Quantity(Sourced):
    """A number or a distribution, with unit and evidence.

    Exactly one form is given: `value` (with `low` and `high` as the range it is believed in),
    `low`/`mode`/`high` (PERT), `typical`/`at_most` (lognormal with that median and 95th percentile),
    or `mean` (exponential).
    """

    unit: Unit
    """Unit of all numbers below."""
    value: Number | Point | None = None
    """A fixed value."""
    low: Number | Point | None = None
    """Smallest value (PERT), or lower end of the believed range of `value`."""
    mode: Number | Point | None = None
    """Most likely value (PERT)."""
    high: Number | Point | None = None
    """Largest value (PERT), or upper end of the believed range of `value`."""
    typical: Number | Point | None = None
    """Median of a lognormal."""
    at_most: Number | Point | None = None
    """95th percentile of a lognormal."""
    mean: Number | Point | None = None
    """Mean of an exponential."""

    @model_validator(mode="after")
    def _has_one_form_in_order(self) -> Self:
        given = tuple(name for name in NUMBERS if self.number(name) is not None)
        if given not in FORMS:
            raise refusal("wrong-numbers", given=", ".join(given) or ("none",))
        self._in_order()
        self._in_range()
        return self

    @property
    def form(self) -> str:
        """The number that decides the form: `value`, `mode`, `typical` or `mean`."""
        return next(name for name in ("value", "mode", "typical", "mean") if self.number(name) is not None)

    def number(self, name: str) -> float | None:
        """Return one of the numbers by name, or None where it is not given."""
        given = getattr(self, name)
        return float(given.value) if isinstance(given, Point) else None if given is None else float(given)

    def numbers(self) -> dict[str, float]:
        """Return the numbers that are given, by name, in the order low, mode or value, high, ..."""
        return {name: number for name in NUMBERS if (number := self.number(name)) is not None}

    def _in_order(self) -> None:
        for (first, smaller), (second, larger) in pairwise(self.numbers().items()):
            if smaller > larger:
                raise refusal("wrong-order", at=first, first=first, smaller=smaller, second=second, larger=larger)

    def _in_range(self) -> None:
        for name, number in self.numbers().items():
            if number < 0:
                raise refusal("out-of-range", at=name, value=number, bound=("at least",), limit=0)
            if self.unit == Unit.SHARE and number > 1:
                raise refusal("out-of-range", at=name, value=number, bound=("at most",), limit=1)
            if name in ("typical", "mean") and number == 0:
                raise refusal("out-of-range", at=name, value=number, bound=("more than",), limit=0)
