"""Who arrives when: every persona is a stream of its own, and nobody shifts anybody."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from simulation.draws.inverse import minutes
from simulation.draws.uniforms import Luck, Uniforms
from simulation.model.world import World
from simulation.values.cannot_run import CannotRun
from simulation.values.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Hashable

    from simulation.population.columns import Column

Integers = NDArray[np.int64]
DAY = 1440
LONGEST = 40 * 365 * DAY
MOST = 200_000
ROUNDS_KEPT = 12
"""Rounds after which what a cast keeps is forgotten when nobody has asked for it."""


@dataclass
class Cast:
    """The citizens of one replication in order of (opening minute, persona, number)."""

    opened: Integers
    """Opening minute of each citizen's case."""
    persona: Integers
    """Place of the persona among the sorted personas."""
    number: Integers
    """Number within persona and municipality, from 0."""
    observed: NDArray[np.bool_]
    """Whether the citizen is one of those that results count."""
    horizon: int
    """First minute that is no longer played."""
    follow_up: int
    """Minutes that every citizen is followed."""
    municipality: str
    personas: tuple[str, ...]
    luck: Luck
    made_for: str
    """All that decided who arrives when."""
    _order: Integers
    _counts: tuple[int, ...]
    columns: "dict[Hashable, list[Column]]" = field(default_factory=dict)
    """Columns made for these citizens so far, by what they are made of; scenarios with the same cast share them."""
    _kept: dict[tuple[str, int], Uniforms] = field(default_factory=dict)
    lives: "dict[Hashable, object]" = field(default_factory=dict)
    """Lives drawn for these citizens, by all that decided them."""
    _round: int = 0
    _asked_for: "dict[Hashable, int]" = field(default_factory=dict)
    """Round in which columns or lives were last asked for, by what they are made of."""

    def __len__(self) -> int:
        """Return the number of citizens."""
        return len(self.opened)

    def uniforms(self, purpose: str, occurrence: int = 0) -> Uniforms:
        """Return one uniform per citizen for a purpose and its n-th occurrence (SEMANTICS S2.1), and keep them."""
        kept = self._kept.get((purpose, occurrence))
        if kept is None:
            kept = self._kept[purpose, occurrence] = self.uniforms_once(purpose, occurrence)
        return kept

    def uniforms_once(self, purpose: str, occurrence: int) -> Uniforms:
        """Return the same without keeping them, for numbers that are kept themselves."""
        counts = dict(zip(self.personas, self._counts, strict=True))
        return self.luck.of_all(self.municipality, counts, purpose, occurrence)[self._order]

    def ask_for(self, made_of: "Hashable") -> None:
        """Note that columns or lives made of this are in use."""
        self._asked_for[made_of] = self._round

    def forget(self) -> None:
        """End a round: keep nothing that nobody has asked for in the last rounds, and columns as arrays alone.

        Plain numbers take five times as much, and are made anew when read.
        """
        self._round += 1
        for made_of in [one for one, asked in self._asked_for.items() if asked + ROUNDS_KEPT < self._round]:
            del self._asked_for[made_of]
            self.columns.pop(made_of, None)
            self.lives.pop(made_of, None)
        for columns in self.columns.values():
            for column in columns:
                column.__dict__.pop("plain", None)


def plain_minutes(quantity: Quantity) -> int:
    """Return a fixed duration of the clock in minutes; a working day counts as a day."""
    return int(minutes(quantity, np.array([0.5]), DAY)[0])


def arrivals_of(world: World) -> str:
    """Return all that decides who arrives when; why a number is as it is decides nothing."""
    setting, profile = world.setting, world.profile
    given = (profile.arrivals_every, setting.warm_up, setting.follow_up)
    weights = [(name, world.personas[name].weight.numbers()) for name in sorted(world.personas)]
    return repr((profile.id, [(str(one.unit), one.numbers()) for one in given], weights))


def cast_of(world: World, luck: Luck, citizens: int) -> Cast:
    """Return who arrives so that the wanted number of citizens is observed for the whole follow-up.

    Raises:
        CannotRun: when nobody arrives, or too many would be needed.
    """
    personas = tuple(sorted(world.personas))
    warm_up, follow_up = plain_minutes(world.setting.warm_up), plain_minutes(world.setting.follow_up)
    streams = _streams(world, luck, personas, warm_up, citizens)
    last = int(np.sort(np.concatenate([s[s >= warm_up] for s in streams]))[citizens - 1])
    horizon = last + follow_up + 1
    streams = [_until(world, luck, name, horizon) for name in personas]
    streams = [stream[stream < horizon] for stream in streams]
    return _ordered(world, luck, personas, streams, (warm_up, citizens, horizon, follow_up))


def _ordered(
    world: World, luck: Luck, personas: tuple[str, ...], streams: list[Integers], frame: tuple[int, int, int, int]
) -> Cast:
    warm_up, citizens, horizon, follow_up = frame
    counts = tuple(len(stream) for stream in streams)
    opened = np.concatenate(streams)
    persona = np.repeat(np.arange(len(streams)), counts)
    number = np.concatenate([np.arange(count) for count in counts])
    order = np.lexsort((number, persona, opened))
    opened = opened[order]
    observed = np.zeros(len(opened), dtype=np.bool_)
    observed[np.flatnonzero(opened >= warm_up)[:citizens]] = True
    return Cast(
        opened=opened,
        persona=persona[order],
        number=number[order],
        observed=observed,
        horizon=horizon,
        follow_up=follow_up,
        municipality=world.profile.id,
        personas=personas,
        luck=luck,
        made_for=arrivals_of(world),
        _order=order,
        _counts=counts,
    )


def _streams(world: World, luck: Luck, personas: tuple[str, ...], warm_up: int, citizens: int) -> list[Integers]:
    """Return arrivals far enough that the last wanted citizen is among them, whoever it is."""
    until = warm_up + 30 * DAY
    while until < LONGEST:
        streams = [_until(world, luck, name, until) for name in personas]
        if sum(int(np.count_nonzero((s >= warm_up) & (s < until))) for s in streams) >= citizens:
            return streams
        until *= 2
    raise CannotRun(
        f"{citizens} citizens do not arrive within 40 years: look at arrivals_every and the weights",
        f"der kommer ikke {citizens} borgere på 40 år: se på arrivals_every og vægtene",
    )


def _until(world: World, luck: Luck, persona: str, until: int) -> Integers:
    """Return the arrival minutes of one persona, at least up to a minute; gaps accumulate."""
    weight = world.personas[persona].weight.number("value") or 0.0
    if weight <= 0:
        return np.zeros(0, dtype=np.int64)
    n = 64
    while n <= MOST:
        uniforms = luck.uniforms(world.profile.id, persona, "arrival", 0, n)
        gaps = minutes(world.profile.arrivals_every, uniforms, DAY) / weight
        arrivals: Integers = np.cumsum(np.maximum(np.floor(gaps + 0.5), 1).astype(np.int64))
        if arrivals[-1] >= until:
            return arrivals
        n *= 2
    raise CannotRun(
        f"more than {MOST:,} citizens like '{persona}' would arrive: look at arrivals_every and its weight",
        f"der ville komme flere end {MOST:,} borgere som '{persona}': se på arrivals_every og vægten",
    )
