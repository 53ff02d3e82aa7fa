"""Columns of luck: for each purpose one whole number per citizen, drawn before time starts."""

from collections.abc import Callable, Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from simulation.calendar.opening import Opening
from simulation.draws.inverse import amounts, minutes, whether
from simulation.draws.uniforms import Uniforms
from simulation.model.conditions import Condition
from simulation.model.world import World
from simulation.population.cast import DAY, Cast, Integers
from simulation.population.names import Names
from simulation.values.quantity import Quantity, Unit

Flags = NDArray[np.bool_]
HUNDRED = 100


def percent(quantity: Quantity, uniforms: Uniforms) -> Integers:
    """Return shares or factors as whole per cent, one per uniform."""
    hundredfold = {name: number * HUNDRED for name, number in quantity.numbers().items()}
    return amounts(quantity.model_copy(update={"unit": Unit.COUNT, **hundredfold}), uniforms)


class Lots:
    """Collects the columns of one replication. Names of purposes are part of the luck: never change one."""

    def __init__(self, world: World, names: Names, cast: Cast, openings: list[Opening]) -> None:
        """Start without columns."""
        self.world, self.names, self.cast, self.openings = world, names, cast, openings
        self.columns: list[Integers] = []
        self.purposes: list[tuple[str, int]] = []
        """What each column is for, and which of several it is."""

    @cached_property
    def case_type(self) -> list[str]:
        """Case type of each persona, in order of persona."""
        return [self.world.personas[name].case_type for name in self.cast.personas]

    def per_persona(self, value: Callable[[str], float | bool]) -> NDArray[np.float64]:
        """Return a value of the persona for each citizen."""
        return np.array([value(name) for name in self.cast.personas], dtype=np.float64)[self.cast.persona]

    def tagged(self, tag: str) -> Flags:
        """Return who carries a tag from the start."""
        return self.per_persona(lambda name: tag in self.world.personas[name].tags) > 0

    def keep(self, purpose: str, *columns: Integers | Flags) -> int:
        """Keep columns of a purpose one after another and return the place of the first."""
        place = len(self.columns)
        self.purposes += [(purpose, time) for time in range(len(columns))]
        self.columns += [column.astype(np.int64) for column in columns]
        return place

    def forget(self, place: int) -> None:
        """Forget the columns from a place on."""
        del self.columns[place:], self.purposes[place:]

    def block(self, purpose: str, times: int, turn: Callable[[Uniforms], Integers | Flags]) -> int:
        """Draw a purpose so many times and keep the columns."""
        return self.keep(purpose, *(turn(self.cast.uniforms(purpose, time)) for time in range(times)))

    def yes(self, purpose: str, share: Quantity | None, times: int = 1, only: Flags | None = None) -> int:
        """Keep columns of yes and no; without a share only the static condition counts; -1 when always yes."""
        if share is None:
            return -1 if only is None else self.keep(purpose, *[only] * times)
        given: Quantity = share
        return self.block(purpose, times, lambda u: whether(given, u) if only is None else whether(given, u) & only)

    def never(self, purpose: str, share: Quantity | None, times: int = 1) -> int:
        """Keep columns of yes and no; -1 when never."""
        return -1 if share is None else self.yes(purpose, share, times)

    def handling(
        self,
        purpose: str,
        quantity: Quantity,
        times: int = 1,
        *,
        day: int = DAY,
        factors: Mapping[str, Quantity] | None = None,
    ) -> int:
        """Keep columns of handling in open minutes, at least one."""
        factor = self.factor(factors or {})
        return self.block(purpose, times, lambda u: np.maximum(_times(minutes(quantity, u, day), factor), 1))

    def delay(
        self,
        purpose: str,
        quantity: Quantity | None,
        calendar: int,
        times: int = 1,
        *,
        factors: Mapping[str, Quantity] | None = None,
        plus: Integers | None = None,
    ) -> int:
        """Keep columns of a delay, coded as `tables` says; -1 when there is none."""
        if quantity is None:
            return -1
        given, factor = quantity, self.factor(factors or {})
        return self.block(purpose, times, lambda u: self.coded(given, u, calendar, factor, plus))

    def coded(
        self,
        quantity: Quantity,
        uniforms: Uniforms,
        calendar: int,
        factor: NDArray[np.float64] | float = 1.0,
        plus: Integers | None = None,
    ) -> Integers:
        """Return a delay as coded whole numbers; `plus` is added, in minutes of the clock or open minutes alike."""
        day = self.openings[calendar].day_minutes
        drawn = _times(minutes(quantity, uniforms, day), factor)
        if quantity.unit == Unit.WORKING_DAYS:
            return drawn if plus is None else drawn + plus * day // DAY
        return -1 - (drawn if plus is None else drawn + plus)

    def factor(self, factors: Mapping[str, Quantity]) -> NDArray[np.float64] | float:
        """Return the product of the factors of each citizen's tags."""
        product: NDArray[np.float64] | float = 1.0
        for tag in sorted(factors):
            number = factors[tag].number("value") or factors[tag].number("mode") or 1.0
            product = product * np.where(self.tagged(tag), number, 1.0)
        return product

    def holds(self, condition: Condition | None, involved: Flags) -> Flags | None:
        """Return for whom the part of a condition holds that is known before the run; None when for all."""
        if condition is None:
            return None
        found = np.ones(len(self.cast), dtype=np.bool_)
        plain = True
        if condition.rule_sets:
            found, plain = found & (self.world.setting.rule_set in condition.rule_sets), False
        for wanted, value in ((condition.case_types, True), (condition.not_case_types, False)):
            if wanted:
                is_one = np.array([case in wanted for case in self.case_type])[self.cast.persona]
                found, plain = found & (is_one == value), False
        for tags, value in ((condition.tags, True), (condition.not_tags, False)):
            if tags:
                carries = np.any([self.tagged(tag) for tag in tags], axis=0)
                found, plain = found & (carries == value), False
        if condition.involves:
            places = [self.names.actor[actor] for actor in condition.involves]
            found, plain = found & involved[:, places].any(axis=1), False
        return None if plain else found


def _times(whole: Integers, factor: NDArray[np.float64] | float) -> Integers:
    """Return whole minutes times a factor, rounded half up."""
    if isinstance(factor, float) and factor == 1.0:
        return whole
    product: Integers = np.floor(whole * factor + 0.5).astype(np.int64)
    return product
