"""Draws each citizen's life, event by event to the end of the follow-up, before time starts (SEMANTICS S2.4, S9.1).

A rate is a clock that only runs while the event can happen: the n-th time an event happens uses up the n-th exponential
draw, at the speed that the states of the moment give. So a life depends on nothing that a scenario changes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from math import inf

import numpy as np
from numpy.typing import NDArray

from simulation.draws.inverse import mean_of, minutes
from simulation.draws.uniforms import Uniforms
from simulation.model.persona import Persona
from simulation.model.world import World
from simulation.population.cast import DAY, Cast
from simulation.population.life_events import PersonaEvent
from simulation.population.names import Names, names_of
from simulation.values.quantity import Quantity

YEAR = 365 * DAY
Happening = tuple[int, int, int]
"""(minute after opening, life event, how many of its kind came before)."""


@dataclass(frozen=True)
class Lives:
    """What happens to each citizen, the same in every scenario."""

    made_for: str
    """All that decided it."""
    starts: list[tuple[int, ...]]
    """State at opening, by citizen and side of life."""
    happens: list[tuple[Happening, ...]]
    """What happens to each citizen, in order of time."""
    most: tuple[int, ...]
    """Most often that an event happens to anybody, by life event."""

    def befalls(self, event: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Return to whom an event happens at all."""
        return np.array([any(e == event for _, e, _ in life) for life in self.happens], dtype=np.bool_)


def lives_of(world: World, names: Names, cast: Cast) -> Lives:
    """Return the lives of all citizens; those of a cast are drawn once and kept for other scenarios."""
    made_for = _made_for(world)
    cast.ask_for(made_for)
    kept = cast.lives.get(made_for)
    if not isinstance(kept, Lives):
        plans = _plans(_Decides(made_for, world))
        luck = _Luck(world, names, cast)
        happens = [
            plans[persona].live(luck, citizen, cast.follow_up) for citizen, persona in enumerate(cast.persona.tolist())
        ]
        most = [0] * len(names.events)
        for life in happens:
            for _, event, before in life:
                most[event] = max(most[event], before + 1)
        kept = Lives(
            made_for=made_for,
            starts=[plans[persona].starts for persona in cast.persona.tolist()],
            happens=happens,
            most=tuple(most),
        )
        cast.lives[made_for] = kept
    return kept


NOT_DRAWN = {"title", "changes", "seen_by", "forgets", "withdraws", "adds_tag", "basis"}
"""What an event means to others; it does not decide when it happens."""


def _made_for(world: World) -> str:
    """Return all that decides lives: states, when events happen and what they lead to, and what personas change."""
    events = [(name, event.model_dump_json(exclude=NOT_DRAWN)) for name, event in sorted(world.life.items())]
    sides = [(name, side.first, sorted(side.states)) for name, side in sorted(world.states.items())]
    people = [
        (name, persona.model_dump_json(include={"states", "life", "chances"}))
        for name, persona in sorted(world.personas.items())
    ]
    return repr((events, sides, people))


@dataclass(frozen=True)
class _Decides:
    """A world, as far as it decides lives: two that decide the same are the same."""

    made_for: str
    world: World = field(compare=False)


@lru_cache(maxsize=4)
def _plans(decides: _Decides) -> "list[_Plan]":
    """Return how lives go, by persona; made once for all replications."""
    world = decides.world
    names = names_of(world)
    return [_Plan(world, names, world.personas[name]) for name in sorted(world.personas)]


class _Luck:
    """The draws that lives use up: for each purpose and occurrence one value per citizen, made when first needed."""

    def __init__(self, world: World, names: Names, cast: Cast) -> None:
        self._events = [(name, world.life[name]) for name in names.events]
        self._cast = cast
        self._kept: dict[tuple[str, int, int], list[float]] = {}

    def exponential(self, event: int, turn: int, citizen: int) -> float:
        """Return an exponential draw of mean 1."""
        return self._of("", event, turn, lambda u: -np.log1p(-u))[citizen]

    def happens(self, event: int, turn: int, citizen: int, chance: Quantity | None) -> bool:
        """Return whether a wait of the event ends in it; always without a chance."""
        return chance is None or self._of(".chance", event, turn, lambda u: u)[citizen] < mean_of(chance)

    def delay(self, event: int, turn: int, citizen: int, quantity: Quantity) -> float:
        """Return the minutes of a wait of the event."""
        return self._of(".after", event, turn, lambda u: minutes(quantity, u, DAY).astype(np.float64))[citizen]

    def _of(self, end: str, event: int, turn: int, turned: "Turned") -> list[float]:
        key = end, event, turn
        if key not in self._kept:
            uniforms = self._cast.uniforms(f"life.{self._events[event][0]}{end}", turn)
            self._kept[key] = turned(uniforms).tolist()
        return self._kept[key]


Turned = Callable[[Uniforms], NDArray[np.float64]]


@dataclass(frozen=True)
class _Moment:
    """What can happen to a persona in one combination of states."""

    could: list[bool]
    """Whether each event can happen."""
    number: int
    """Place among the combinations met so far."""
    paces: list[float]
    """Times in a year that each event comes at a rate; 0 where it does not."""
    can_wait: list[int]
    """Places of the events that can happen after a wait."""
    cannot_wait: list[int]
    """Places of the events of which no wait goes on."""


@dataclass
class _Course:
    """One life while it is drawn."""

    state: list[int]
    moment: _Moment
    """What can happen in this state."""
    left: list[float]
    """Exponential draw of each event that was not yet used up when its clock last stood still."""
    due: list[float]
    """Minute at which each event comes if the state stays as it is."""
    counts: list[int]
    """Times each event happened."""
    waits: list[int]
    """Waits each event has begun."""
    now: float = 0.0


class _Plan:
    """How a life of one persona goes."""

    def __init__(self, world: World, names: Names, persona: Persona) -> None:
        self.events = [PersonaEvent(world, names, persona, name) for name in names.events]
        sides = [(name, world.states[name]) for name in names.states]
        given = [(side, persona.states.get(name, side.first)) for name, side in sides]
        self.starts = tuple(sorted(side.states).index(state) for side, state in given)
        self._announcing = [place for place, event in enumerate(self.events) if event.announces >= 0]
        self._at: dict[tuple[int, ...], _Moment] = {}
        self._turns: dict[tuple[int, int], list[tuple[int, float, float]]] = {}

    def at(self, state: list[int]) -> _Moment:
        """Return what can happen in these states; states come back."""
        key = tuple(state)
        found = self._at.get(key)
        if found is None:
            could = [event.can_happen(state) for event in self.events]
            waits = [place for place, event in enumerate(self.events) if event.waits]
            found = self._at[key] = _Moment(
                could,
                len(self._at),
                [event.yearly * event.speed(state) if could[place] else 0.0 for place, event in enumerate(self.events)],
                [place for place in waits if could[place]],
                [place for place in waits if not could[place]],
            )
        return found

    def _turn(self, before: _Moment, after: _Moment) -> list[tuple[int, float, float]]:
        """Return (place, pace before, pace after) of the events whose clocks run at another pace; turns come back."""
        key = before.number, after.number
        found = self._turns.get(key)
        if found is None:
            paces = enumerate(zip(before.paces, after.paces, strict=True))
            found = self._turns[key] = [(place, was, becomes) for place, (was, becomes) in paces if was != becomes]
        return found

    def live(self, luck: _Luck, citizen: int, until: int) -> tuple[Happening, ...]:
        """Return what happens to a citizen before a minute."""
        count = len(self.events)
        state = list(self.starts)
        life = _Course(state, self.at(state), [0.0] * count, [inf] * count, [0] * count, [0] * count)
        life.left = [luck.exponential(e, 0, citizen) if ev.yearly > 0 else inf for e, ev in enumerate(self.events)]
        for place, pace in enumerate(life.moment.paces):
            self._race(life, place, pace)
        self._begin_waits(life, luck, citizen, [False] * count, -1)
        found: list[Happening] = []
        # Of equal minutes the first event by id comes first.
        while (minute := min(life.due, default=inf)) + 0.5 < until:
            event = life.due.index(minute)
            found.append((int(minute + 0.5), event, life.counts[event]))
            self._happen(life, luck, citizen, minute, event)
        return tuple(found)

    def _race(self, life: _Course, place: int, pace: float) -> None:
        """Let the clock of an event run at a pace, where it has one and can happen once more."""
        if pace > 0 and life.counts[place] < self.events[place].at_most:
            life.due[place] = life.now + life.left[place] * YEAR / pace

    def _happen(self, life: _Course, luck: _Luck, citizen: int, minute: float, event: int) -> None:
        """Let time pass up to an event, and the event change the states."""
        before, happened, due = life.moment, self.events[event], life.due
        life.now, due[event] = minute, inf
        life.counts[event] += 1
        for side, state in happened.becomes:
            life.state[side] = state
        after = life.moment = self.at(life.state)
        if happened.yearly > 0:
            life.left[event] = luck.exponential(event, life.counts[event], citizen)
            self._race(life, event, before.paces[event])
        for place, was, becomes in self._turn(before, after):
            if due[place] < inf and was > 0:
                life.left[place] = (due[place] - minute) * was / YEAR
                due[place] = inf
            self._race(life, place, becomes)
        self._begin_waits(life, luck, citizen, before.could, event)

    def _begin_waits(self, life: _Course, luck: _Luck, citizen: int, could: list[bool], happened: int) -> None:
        """Begin the waits of events that can happen from now on, and end those of events that no longer can.

        One that could happen before goes on with the wait it is in, unless it is the one that has just happened.
        """
        moment = life.moment
        for place in moment.cannot_wait:
            life.due[place] = inf
        for place in moment.can_wait:
            if (place == happened or not could[place]) and life.counts[place] < self.events[place].at_most:
                self._wait(life, luck, citizen, place)
        for place in self._announcing:
            self._announce(life, luck, citizen, place)

    def _wait(self, life: _Course, luck: _Luck, citizen: int, place: int) -> None:
        event, turn = self.events[place], life.waits[place]
        life.waits[place] += 1
        assert event.after is not None
        if luck.happens(place, turn, citizen, event.chance):
            life.due[place] = life.now + max(luck.delay(place, turn, citizen, event.after), 1)

    def _announce(self, life: _Course, luck: _Luck, citizen: int, place: int) -> None:
        """Set the notice of an event that has just begun to wait; it comes once for each."""
        event = self.events[place]
        turn = life.waits[event.announces]
        due = life.due[event.announces]
        if due == inf:
            life.due[place] = inf
        elif life.waits[place] < turn and life.counts[place] < event.at_most:
            life.waits[place] = turn
            assert event.ahead is not None
            life.due[place] = max(life.now, due - luck.delay(place, turn - 1, citizen, event.ahead))
