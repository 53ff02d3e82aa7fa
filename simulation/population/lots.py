"""Columns of luck: for each purpose one whole number per citizen."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from simulation.calendar.opening import Opening
from simulation.draws.inverse import amounts, minutes, whether
from simulation.draws.uniforms import Uniforms
from simulation.model.conditions import Condition
from simulation.model.world import World
from simulation.population.cast import DAY, Cast, Integers
from simulation.population.columns import Column, Flags, Given, Turn, column_of, combined, drawn
from simulation.population.names import Names
from simulation.values.quantity import Quantity, Unit

HUNDRED = 100
Factor = NDArray[np.float64] | float
"""One factor per citizen, or the same for all."""


def percent(quantity: Quantity, uniforms: Uniforms) -> Integers:
    """Return shares or factors as whole per cent, one per uniform."""
    hundredfold = {name: number * HUNDRED for name, number in quantity.numbers().items()}
    return amounts(quantity.model_copy(update={"unit": Unit.COUNT, **hundredfold}), uniforms)


class Lots:
    """Collects the columns of one replication. Names of purposes are part of the luck: never change one."""

    def __init__(self, world: World, names: Names, cast: Cast, openings: list[Opening]) -> None:
        """Start without columns."""
        self.world, self.names, self.cast, self.openings = world, names, cast, openings
        self.columns: list[Column] = []
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
        """Keep numbers of a purpose as columns one after another and return the place of the first."""
        return self.keep_columns(purpose, [column_of(numbers) for numbers in columns])

    def keep_columns(self, purpose: str, columns: Sequence[Column]) -> int:
        """Keep columns of a purpose one after another and return the place of the first."""
        place = len(self.columns)
        self.purposes += [(purpose, time) for time in range(len(columns))]
        self.columns += columns
        return place

    def block(self, purpose: str, times: int, turn: Turn, *given: Given) -> int:
        """Keep the columns of a purpose, which `columns.drawn` makes."""
        return self.keep_columns(purpose, drawn(self.cast, purpose, times, turn, *given))

    def amount(self, purpose: str, times: int, turn: Turn, quantity: Quantity, *given: Given) -> int:
        """Keep the columns of an amount; a fixed one is the same every time and asks for no luck."""
        if quantity.form != "value":
            return self.block(purpose, times, turn, quantity, *given)
        return self.keep_columns(purpose, [combined(self.cast, turn, quantity, *given, self._any)] * times)

    @cached_property
    def _any(self) -> Uniforms:
        """Uniforms for what is the same whatever they are."""
        return np.full(len(self.cast), 0.5)

    def change(self, place: int, others: Sequence[Column], turn: Turn, *given: Given) -> None:
        """Let columns from a place on be what `turn` makes of given values, another column each and the one there."""
        for time, other in enumerate(others, place):
            self.columns[time] = combined(self.cast, turn, *given, other, self.columns[time])

    def yes(self, purpose: str, share: Quantity | None, times: int = 1, only: Flags | None = None) -> int:
        """Keep columns of yes and no; without a share only the static condition counts; -1 when always yes."""
        if share is None:
            return -1 if only is None else self.keep(purpose, *[only] * times)
        return self.block(purpose, times, _happens, share, only)

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
        return self.amount(purpose, times, handled, quantity, day, self.factor(factors or {}))

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
        day = self.openings[calendar].day_minutes
        return self.amount(purpose, times, coded, quantity, day, self.factor(factors or {}), plus)

    def factor(self, factors: Mapping[str, Quantity]) -> Factor:
        """Return the product of the factors of each citizen's tags."""
        product: Factor = 1.0
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


def handled(quantity: Quantity, day: int, factor: Factor, uniforms: Uniforms) -> Integers:
    """Return handling in open minutes, at least one."""
    return np.maximum(_times(minutes(quantity, uniforms, day), factor), 1)


def coded(quantity: Quantity, day: int, factor: Factor, plus: Integers | None, uniforms: Uniforms) -> Integers:
    """Return a delay as coded whole numbers; `plus` is added, in minutes of the clock or open minutes alike."""
    found = _times(minutes(quantity, uniforms, day), factor)
    if quantity.unit == Unit.WORKING_DAYS:
        return found if plus is None else found + plus * day // DAY
    return -1 - (found if plus is None else found + plus)


def _happens(share: Quantity, only: Flags | None, uniforms: Uniforms) -> Flags:
    """Return whether something happens, where a static condition holds."""
    return whether(share, uniforms) if only is None else whether(share, uniforms) & only


def _times(whole: Integers, factor: Factor) -> Integers:
    """Return whole minutes times a factor, rounded half up."""
    if isinstance(factor, float) and factor == 1.0:
        return whole
    product: Integers = np.floor(whole * factor + 0.5).astype(np.int64)
    return product
