"""Quantities by what they measure: which units and forms fit at a place of the model, and within which limits.

The limits are checked by `reading`, together with everything else that spans a whole scenario.
"""

from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from simulation.values.quantity import DURATIONS, Quantity, Unit

ANY_FORM = ("value", "mode", "typical", "mean")
"""Drawn anew for each case, or its mean counts."""

WITH_MIDDLE = ("value", "mode")
"""The value or the most likely value counts."""

ONE_VALUE = ("value",)
"""The same for all; `low` and `high` say what is believed of it."""

CLOCK_TIMES = (Unit.MINUTES, Unit.HOURS, Unit.CALENDAR_DAYS, Unit.WEEKS)
"""Durations that need no calendar."""

DAYS_AND_WEEKS = (Unit.CALENDAR_DAYS, Unit.WEEKS)

MINUTES = {Unit.MINUTES: 1, Unit.HOURS: 60, Unit.WORKING_DAYS: 1440, Unit.CALENDAR_DAYS: 1440, Unit.WEEKS: 10080}
"""Minutes of a duration, to compare it with a limit; a working day is compared as a day."""

DAY = 1440
TEN_YEARS = 3650 * DAY


@dataclass(frozen=True, slots=True)
class Fits:
    """What fits at a place of the model. Limits are in minutes for durations, else in the unit."""

    units: tuple[Unit, ...]
    forms: tuple[str, ...] = ANY_FORM
    """Numbers that may decide the form, see `Quantity.form`."""
    least: float = 0
    """No number is smaller."""
    middle_least: float = 0
    """The number that decides the form is not smaller."""
    most: float | None = None
    """No number is larger."""
    multiple_of: float = 0
    """Every number is a multiple of it, where it is not 0."""

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the schema of a quantity with the units that fit here."""
        return {"allOf": [handler(core_schema), {"properties": {"unit": {"enum": [str(unit) for unit in self.units]}}}]}


Duration: TypeAlias = Annotated[Quantity, Fits(DURATIONS)]
Gap: TypeAlias = Annotated[Quantity, Fits(DURATIONS, middle_least=1, most=TEN_YEARS)]
Length: TypeAlias = Annotated[Quantity, Fits(CLOCK_TIMES, ONE_VALUE)]
OneDuration: TypeAlias = Annotated[Quantity, Fits(DURATIONS, ONE_VALUE)]
Period: TypeAlias = Annotated[Quantity, Fits(CLOCK_TIMES, ONE_VALUE, most=TEN_YEARS)]
FollowUp: TypeAlias = Annotated[Quantity, Fits(CLOCK_TIMES, ONE_VALUE, middle_least=DAY, most=TEN_YEARS)]
Rhythm: TypeAlias = Annotated[Quantity, Fits(DAYS_AND_WEEKS, ONE_VALUE, least=DAY, most=TEN_YEARS, multiple_of=DAY)]

Share: TypeAlias = Annotated[Quantity, Fits((Unit.SHARE,))]
ShareWithMiddle: TypeAlias = Annotated[Quantity, Fits((Unit.SHARE,), WITH_MIDDLE)]
OneShare: TypeAlias = Annotated[Quantity, Fits((Unit.SHARE,), ONE_VALUE)]
ShareBelowOne: TypeAlias = Annotated[Quantity, Fits((Unit.SHARE,), most=0.95)]

Factor: TypeAlias = Annotated[Quantity, Fits((Unit.FACTOR,), most=1000)]
FactorWithMiddle: TypeAlias = Annotated[Quantity, Fits((Unit.FACTOR,), WITH_MIDDLE, most=1000)]
Weight: TypeAlias = Annotated[Quantity, Fits((Unit.FACTOR,), ONE_VALUE, most=1000)]

Count: TypeAlias = Annotated[Quantity, Fits((Unit.COUNT,))]
FewTimes: TypeAlias = Annotated[Quantity, Fits((Unit.COUNT,), most=20)]
Seats: TypeAlias = Annotated[Quantity, Fits((Unit.COUNT,), ONE_VALUE, least=1)]
Staff: TypeAlias = Annotated[Quantity, Fits((Unit.COUNT,), least=1, most=1000)]

Rate: TypeAlias = Annotated[Quantity, Fits((Unit.PER_YEAR,), ONE_VALUE)]
RateWithMiddle: TypeAlias = Annotated[Quantity, Fits((Unit.PER_YEAR,), WITH_MIDDLE)]
Fee: TypeAlias = Annotated[Quantity, Fits((Unit.DKK,))]
HourlyCost: TypeAlias = Annotated[Quantity, Fits((Unit.DKK_PER_HOUR,))]
