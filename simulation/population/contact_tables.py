"""Turns regular contacts, flows and tellings into tables and draws their luck."""

import numpy as np
from numpy.typing import NDArray

from simulation.draws.inverse import minutes, whether
from simulation.model.coordination import Flow
from simulation.model.lives import Reaction, Telling
from simulation.model.steps import ContactStep, NeedsData, Participant
from simulation.population.cast import DAY, Cast, Integers, plain_minutes
from simulation.population.columns import Flags, together
from simulation.population.contact_plans import (
    ContactPlan,
    CoordinationPlan,
    EventPlan,
    FlowPlan,
    NeedPlan,
    PausePlan,
    ReactionPlan,
    TellingPlan,
    Weekly,
)
from simulation.population.lives import Lives
from simulation.population.lots import Lots, coded, handled
from simulation.population.matters import Matters
from simulation.values.cannot_run import CannotRun
from simulation.values.quantity import Quantity

WEEK = 7 * DAY
WAYS = ("view", "push", "thread")
MOST = 20_000
"""Contacts of one kind with one citizen that can be drawn."""


class ContactTables:
    """Builds what regular contacts need; everything is empty in a course without them."""

    def __init__(self, lots: Lots, matters: Matters, lives: Lives) -> None:
        """Take where columns are kept, what can be known, and what happens to the citizens."""
        self.lots, self.matters, self.lives = lots, matters, lives
        self.world, self.names = lots.world, lots.names
        self.weeks = -(-lots.cast.follow_up // WEEK) + 1

    def contact(self, name: str, step: ContactStep, involved: Flags, calendar: int) -> ContactPlan:
        """Return the table of one contact."""
        purpose = f"step.{name}"
        at, times = self._times(name, step, involved, calendar)
        return ContactPlan(
            at=at,
            times=times,
            takes_place=self.lots.yes(f"{purpose}.chance", step.chance, times),
            minutes=self._handling(f"{purpose}.minutes", step.minutes),
            no_show=self.lots.never(f"{purpose}.no_show", step.no_show, times),
            clash=self.lots.never(f"{purpose}.clash", step.clash, times),
            during=tuple((self.names.side[s], self._states(s, states)) for s, states in sorted(step.during.items())),
            pause=self._pause(step),
            needs=tuple(self._need(need) for need in sorted(step.needs, key=lambda n: n.data_type)),
            observes=tuple(m for d in sorted(step.observes) for m in self.matters.of_type[self.names.data_type[d]]),
            participants=tuple(self._participant(purpose, p) for p in step.participants),
            shares=tuple(sorted(self.names.data_type[d] for d in step.shares)),
            purpose=self._purpose(step.purpose),
        )

    def _states(self, side: str, states: tuple[str, ...]) -> frozenset[int]:
        known = sorted(self.world.states[side].states)
        return frozenset(known.index(state) for state in states)

    def _purpose(self, given: str | None) -> int:
        coordination = self.world.coordination
        assert coordination is not None
        return self.matters.purposes.index(given or coordination.purpose)

    def _times(self, name: str, step: ContactStep, involved: Flags, calendar: int) -> tuple[int, int]:
        """Return the columns of a contact's minutes after opening, or of its delay after its event, and how many."""
        if step.on is not None:
            times = max(self.lives.most[self.names.event[step.on]], 1)
            nothing = np.full(len(self.lots.cast), -1, dtype=np.int64)
            if step.delay is None:
                return self.lots.keep(f"step.{name}.delay", *[nothing] * times), times
            return self.lots.delay(f"step.{name}.delay", step.delay, calendar, times), times
        assert step.every is not None
        actor = self.names.actor[self.world.roles[step.by].actor]
        purpose, day = f"step.{name}", self.lots.openings[calendar].day_minutes
        found = together(self.lots.cast, purpose, _regular, step.every, day, involved[:, actor])
        return self.lots.keep_columns(f"{purpose}.at", found), len(found)

    def _handling(self, purpose: str, quantity: Quantity) -> Weekly:
        return Weekly(self.lots.amount(purpose, self.weeks, handled, quantity, DAY, 1.0), self.weeks)

    def _some(self, purpose: str, quantity: Quantity | None) -> Weekly | None:
        return None if quantity is None else self._handling(purpose, quantity)

    def _whether(self, purpose: str, share: Quantity) -> Weekly:
        return Weekly(self.lots.block(purpose, self.weeks, whether, share), self.weeks)

    def _pause(self, step: ContactStep) -> PausePlan | None:
        common = self.world.coordination.pauses if self.world.coordination else None
        is_common = common is not None and step.every is not None and common.side not in step.during
        pause = step.pauses or (common if is_common else None)
        if pause is None:
            return None
        return PausePlan(
            side=self.names.side[pause.side],
            states=self._states(pause.side, pause.states),
            matter=self.matters.of_type[self.names.data_type[pause.known_from]][0],
            oldest=plain_minutes(pause.at_most) if pause.at_most else -1,
        )

    def _need(self, need: NeedsData) -> NeedPlan:
        kind = self.world.data_types[need.data_type]
        oldest, sooner = need.at_most or kind.usable_for, kind.sooner
        return NeedPlan(
            data_type=self.names.data_type[need.data_type],
            oldest=plain_minutes(oldest) if oldest else -1,
            side=self.names.side[sooner.side] if sooner else -1,
            states=self._states(sooner.side, sooner.states) if sooner else frozenset(),
            sooner=plain_minutes(sooner.at_most) if sooner else -1,
        )

    def _participant(self, purpose: str, participant: Participant) -> tuple[int, int, Weekly]:
        role = self.names.role[participant.role]
        actor = self.names.actor[self.world.roles[participant.role].actor]
        return role, actor, self._handling(f"{purpose}.attends.{participant.role}", participant.minutes)

    def coordination(self) -> CoordinationPlan | None:
        """Return the settings of regular contacts, or None in a course without them."""
        given = self.world.coordination
        if given is None:
            return None
        return CoordinationPlan(
            efforts=frozenset(self.names.data_type[d] for d in given.efforts),
            answered=self._whether("phone.answered", given.phone.answered),
            call_minutes=self._handling("phone.minutes", given.phone.minutes),
            answer_minutes=self._handling("phone.giver_minutes", given.phone.giver_minutes),
            call_channel=self.names.channel[given.phone.channel],
            asking=self._handling("coordination.asking", given.asking),
            asks_again=plain_minutes(given.asks_again) if given.asks_again else 0,
            unclear=tuple(
                self._whether(f"coordination.unclear.{a}", given.unclear[a]) if a in given.unclear else None
                for a in self.names.actors
            ),
            clarifying=self._handling("coordination.clarifying", given.clarifying),
            purpose=self._purpose(None),
            towards=tuple(self._towards(actor) for actor in self.names.actors),
        )

    def _towards(self, actor: str) -> int:
        """Keep the column of the domains that each citizen leaves out towards an actor alone."""
        personas = [self.world.personas[p].excludes_towards.get(actor, {}) for p in self.lots.cast.personas]
        found = np.zeros(len(self.lots.cast), dtype=np.int64)
        for domain in self.names.domains:
            shares = [given[domain].number("value") or 0.0 if domain in given else 0.0 for given in personas]
            if any(shares):
                uniforms = self.lots.cast.uniforms(f"excluded_towards.{actor}.{domain}")
                out = uniforms < np.array(shares)[self.lots.cast.persona]
                found |= out.astype(np.int64) << self.names.domain[domain]
        return self.lots.keep(f"excluded_towards.{actor}", found) if found.any() else -1

    def flow(self, name: str, flow: Flow) -> FlowPlan:
        """Return the table of one flow."""
        purpose, day = f"flow.{name}", self.lots.openings[self._calendar(flow.givers[0])].day_minutes
        givers = {self.names.actor[actor] for actor in flow.givers}
        return FlowPlan(
            way=WAYS.index(flow.way),
            givers=frozenset(givers),
            receivers=tuple(sorted(self.names.actor[actor] for actor in flow.receivers)),
            data_types=frozenset(self.names.data_type[d] for d in flow.data_types),
            purpose=self._purpose(flow.purpose),
            channel=self.names.channel[flow.channel],
            covers=tuple(
                self.lots.yes(f"{purpose}.coverage.{actor}", flow.coverage) if place in givers else -1
                for place, actor in enumerate(self.names.actors)
            ),
            delay=Weekly(
                self.lots.amount(f"{purpose}.delay", self.weeks, coded, flow.delay, day, 1.0, None), self.weeks
            ),
            minutes=self._some(f"{purpose}.minutes", flow.minutes),
            giver_minutes=self._some(f"{purpose}.giver_minutes", flow.giver_minutes),
            read_at_once=flow.read_at_once,
        )

    def _calendar(self, actor: str) -> int:
        return self.names.calendar[self.world.actors[actor].calendar]

    def event(self, name: str) -> EventPlan:
        """Return the table of one life event and what it sets going."""
        event, times = self.world.life[name], max(self.lives.most[self.names.event[name]], 1)
        gathering, forgets = self.world.gathering, event.forgets
        return EventPlan(
            adds_newcomer=int(gathering is not None and event.adds_tag == gathering.search.newcomer_tag),
            reactions=tuple(
                self._reaction(r, name, self.world.reactions[r], times)
                for r in sorted(self.world.reactions)
                if name in (self.world.reactions[r].on, *self.world.reactions[r].also_on)
            ),
            becomes=tuple(
                (self.names.side[side], sorted(self.world.states[side].states).index(state))
                for side, state in sorted(event.becomes.items())
            ),
            changes=self._changed(event.changes),
            seen_by=tuple(sorted(self.names.actor[actor] for actor in event.seen_by)),
            withdraws=sum(1 << self.names.domain[domain] for domain in event.withdraws),
            forgetful=tuple(sorted(self.names.actor[actor] for actor in forgets.actors)) if forgets else (),
            forgets=tuple(
                self._forgotten(name, actor, forgets.share_of.get(actor, forgets.share), times)
                for actor in sorted(forgets.actors)
            )
            if forgets
            else (),
            times=times,
        )

    def _changed(self, changes: dict[str, tuple[str, ...]]) -> tuple[int, ...]:
        found = []
        for name, holders in changes.items():
            wanted = {self.names.actor[actor] for actor in holders}
            of_type = self.matters.of_type[self.names.data_type[name]]
            found += [m for m in of_type if not wanted or self.matters.holder[m] in wanted]
        return tuple(sorted(found))

    def _forgotten(self, name: str, actor: str, share: Quantity, times: int) -> int:
        """Keep columns of the set of matters (bits) that are lost, by how many such events came before."""
        called = tuple(self._called(matter) for matter in range(len(self.matters)))
        found = together(self.lots.cast, f"life.{name}.lost", _lost, share, called, times)
        return self.lots.keep_columns(f"life.{name}.lost.{actor}", found)

    def _called(self, matter: int) -> str:
        holder = self.matters.holder[matter]
        name = self.names.data_types[self.matters.data_type[matter]]
        return f"{name}.{self.names.actors[holder]}" if holder >= 0 else name

    def _reaction(self, name: str, event: str, reaction: Reaction, times: int) -> ReactionPlan:
        return ReactionPlan(
            starts=tuple(sorted(self.names.step[step] for step in reaction.starts)),
            changes_person=tuple(sorted(self.names.role[role] for role in reaction.changes_person)),
            only_before=self.names.step[reaction.only_before] if reaction.only_before else -1,
            tells=tuple(
                self._telling(f"reaction.{name}.{event}.{telling.by}.{actor}.{number}", telling, actor, times)
                for number, telling in enumerate(reaction.tells)
                for actor in sorted(telling.actors)
            ),
        )

    def _telling(self, purpose: str, telling: Telling, actor: str, times: int) -> TellingPlan:
        types = sorted(self.names.data_type[d] for d in telling.data_types)
        return TellingPlan(
            by=self.names.actor[telling.by],
            actor=self.names.actor[actor],
            matters=tuple(m for d in types for m in self.matters.of_type[d]),
            told=self.lots.yes(f"{purpose}.told", telling.chance, times),
            delay=self.lots.delay(f"{purpose}.delay", telling.delay, self._calendar(telling.by), times),
            minutes=-1 if telling.minutes is None else self.lots.handling(f"{purpose}.minutes", telling.minutes, times),
            times=times,
            channel=self.names.channel[telling.channel],
            purpose=self._purpose(telling.purpose),
        )


def _regular(cast: Cast, purpose: str, every: Quantity, day: int, who: Flags) -> list[Integers]:
    """Return the minutes of regular contacts after opening: gaps accumulate, the first only in part."""
    # A gap in working days passes on five days of seven.
    stretch = 7 / 5 * DAY / day if every.unit == "working_days" else 1.0

    def gap(number: int) -> NDArray[np.float64]:
        uniforms = cast.uniforms(f"{purpose}.every", number)
        found: NDArray[np.float64] = np.maximum(minutes(every, uniforms, day) * stretch, 1.0)
        return found

    first, is_fixed = gap(0), every.form == "value"
    total = first * cast.uniforms(f"{purpose}.phase")
    found: list[Integers] = []
    while (inside := who & (total < cast.follow_up)).any():
        if len(found) > MOST:
            raise CannotRun(f"more than {MOST:,} contacts with one citizen: look at the time between two of them")
        found.append(np.where(inside, np.floor(total), -1).astype(np.int64))
        total = total + (first if is_fixed else gap(len(found)))
    return found or [np.full(len(cast), -1, dtype=np.int64)]


def _lost(cast: Cast, purpose: str, share: Quantity, matters: tuple[str, ...], times: int) -> list[Integers]:
    """Return the set of matters (bits) that are lost, by how many such events came before."""
    found = []
    for turn in range(times):
        lost = np.zeros(len(cast), dtype=np.int64)
        for place, matter in enumerate(matters):
            uniforms = cast.uniforms(f"{purpose}.{matter}", turn)
            lost |= whether(share, uniforms).astype(np.int64) << place
        found.append(lost)
    return found
