"""What is chosen on the page Hvad nu hvis, as it stands in a link, and what is played of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from mockups.views.choices import MOST_SCENARIOS, SEED, Size
from simulation import Asked, Design, UncertainInput

MOST_VARIANTS = MOST_SCENARIOS - 1
LETTERS = "ABCDE"
UPTAKE = "uptake"
BECAUSE = "workshop"
"""Stands behind what a slider sets until somebody writes why."""


@dataclass(frozen=True)
class Choice:
    """Proposals that are on, and inputs that are moved."""

    on: tuple[str, ...] = ()
    """Ids, in the order of the course's list."""
    moved: tuple[tuple[str, float], ...] = ()
    """(pattern, value), in order of pattern."""

    @property
    def text(self) -> str:
        """Return the choice as it stands in a link."""
        moved = "+".join(f"{pattern}~{value:.6g}" for pattern, value in self.moved)
        return f"{'+'.join(self.on)};{moved}" if self.moved else "+".join(self.on)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing differs from today."""
        return not (self.on or self.moved)

    def switched(self, proposal: str, order: Sequence[str], *, is_on: bool) -> "Choice":
        """Return the choice with a proposal switched."""
        on = {*self.on, proposal} if is_on else {*self.on} - {proposal}
        return replace(self, on=tuple(one for one in order if one in on))

    def with_moved(self, pattern: str, value: float | None) -> "Choice":
        """Return the choice with an input moved, or left as it is in the file where the value is None."""
        moved = {**dict(self.moved), **({} if value is None else {pattern: value})}
        if value is None:
            moved.pop(pattern, None)
        return replace(self, moved=tuple(sorted(moved.items())))


def choice_in(text: str, proposals: Collection[str], inputs: Mapping[str, UncertainInput]) -> Choice:
    """Return the choice that a link says; what is not there is left out, numbers are kept within their ranges."""
    named, _, moves = text.partition(";")
    on = set(named.split("+"))
    moved: dict[str, float] = {}
    for move in moves.split("+"):
        pattern, _, number = move.partition("~")
        value = _number(number)
        if pattern in inputs and value is not None:
            one = inputs[pattern]
            moved[pattern] = min(max(value, one.low), one.high)
    return Choice(tuple(one for one in proposals if one in on), tuple(sorted(moved.items())))


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None


def without_decided(choice: Choice, decided: Mapping[str, str]) -> Choice:
    """Return a choice without moved inputs that its own proposals decide."""
    return replace(choice, moved=tuple(one for one in choice.moved if one[0] not in decided))


def asked_of(as_is: str, choice: Choice, inputs: Mapping[str, UncertainInput]) -> Asked:
    """Return what is played of a choice."""
    settings = [one for pattern, value in choice.moved for one in inputs[pattern].settings(value, BECAUSE)]
    return Asked(as_is, more=choice.on, settings=tuple(settings))


def design_of(as_is: str, chosen: Sequence[Asked], size: Size) -> Design:
    """Return how choices are compared with today; today alone where there is none."""
    others = [one for one in dict.fromkeys(chosen) if one != Asked(as_is)]
    return Design((Asked(as_is), *others), size.replications, size.citizens, SEED)


@dataclass(frozen=True)
class Steps:
    """Choices one after another, to go back and forth in."""

    past: tuple[str, ...] = ()
    future: tuple[str, ...] = ()

    def taken(self, before: str) -> "Steps":
        """Return the steps after one more, away from what was before."""
        return Steps((*self.past, before)[-MOST_STEPS:], ())

    def back(self, now: str) -> tuple[str, "Steps"]:
        """Return the choice before, and the steps then."""
        return self.past[-1], Steps(self.past[:-1], (*self.future, now))

    def forth(self, now: str) -> tuple[str, "Steps"]:
        """Return the choice that was taken back last, and the steps then."""
        return self.future[-1], Steps((*self.past, now), self.future[:-1])


MOST_STEPS = 100
