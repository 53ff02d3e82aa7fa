"""Turns the steps of a course into tables and draws their luck."""

import numpy as np

from simulation.draws.inverse import amounts, choice
from simulation.draws.uniforms import Uniforms
from simulation.model.conditions import Condition
from simulation.model.course_graph import occurrences, resets
from simulation.model.landscape import Works
from simulation.model.steps import (
    AnyStep,
    Check,
    ConsentStep,
    ContactStep,
    DecideStep,
    GatherStep,
    MeetingStep,
    Step,
    WaitStep,
    WorkStep,
)
from simulation.population.cast import Integers, plain_minutes
from simulation.population.columns import Flags, drawn
from simulation.population.consent_tables import consent_plan
from simulation.population.contact_tables import ContactTables
from simulation.population.lots import Lots, handled
from simulation.population.slots import slots_of
from simulation.population.tables import (
    AgainPlan,
    CheckPlan,
    MeetingPlan,
    RolePlan,
    StepKind,
    StepPlan,
    TellPlan,
    Way,
)
from simulation.values.causes import Cause
from simulation.values.quantity import Quantity

TRIES = 12
"""Slots of a meeting whose luck is drawn, per occurrence; a later one is always held."""


KINDS: dict[type[Step], StepKind] = {
    WaitStep: StepKind.WAIT,
    ConsentStep: StepKind.CONSENT,
    GatherStep: StepKind.GATHER,
    MeetingStep: StepKind.MEETING,
    DecideStep: StepKind.DECIDE,
    ContactStep: StepKind.CONTACT,
}


class StepTables:
    """Builds one `StepPlan` per step, in order of id."""

    def __init__(
        self,
        lots: Lots,
        involved: Flags,
        roles: list[RolePlan],
        passed_over: frozenset[str],
        contacts: ContactTables,
    ) -> None:
        """Build all; steps in `passed_over` are never taken."""
        self.contacts = contacts
        self.lots, self.involved, self.roles, self.passed_over = lots, involved, roles, passed_over
        self.world, self.names = lots.world, lots.names
        self.most = occurrences(self.world)
        self.steps = [self._step(name, self.world.steps[name]) for name in self.names.steps]

    def places(self, names: tuple[str, ...]) -> tuple[int, ...]:
        """Return the places of steps, sorted."""
        return tuple(sorted(self.names.step[name] for name in names))

    def _step(self, name: str, step: AnyStep) -> StepPlan:
        role = -1 if isinstance(step, WaitStep | DecideStep) else self.names.role[step.by]
        actor = self._actor(step, role)
        calendar = self._calendar(actor, role)
        return StepPlan(
            kind=self._kind(step, role),
            role=role,
            actor=actor,
            calendar=calendar,
            phase=self.names.phases.index(step.phase),
            after=self.places(step.after),
            then=self.places(tuple(s for s, other in self.world.steps.items() if name in other.after)),
            booked_by=self.names.step[step.when_booked] if step.when_booked else -1,
            starts_booked=self.places(tuple(s for s, other in self.world.steps.items() if other.when_booked == name)),
            on=self.names.event[step.on] if step.on else -1,
            occurrences=self.most[name],
            go=self._go(name, step),
            decided=self._decided(step.only_if),
            lead=self._delay(name, "lead", step.lead, calendar) if isinstance(step, WorkStep) else -1,
            minutes=self._minutes(name, step, calendar),
            delay=self._step_delay(name, step, calendar),
            never=self.lots.never(f"step.{name}.never", step.never, self.most[name])
            if isinstance(step, WaitStep)
            else -1,
            **self._no_show(name, step, calendar),
            priority=self._priority(step),
            cause=self._cause(step),
            search=int(isinstance(step, WorkStep) and step.search),
            asks_citizen=int(step.asks_citizen),
            produces=tuple(sorted(self.names.data_type[d] for d in step.produces)),
            tells=self._tells(name, step, calendar),
            needs=self._needs(step),
            answer=self._answer(name, step) if isinstance(step, DecideStep) else -1,
            again=self._again(name, step, calendar),
            check=self._check(name, step),
            meeting=self._meeting(name, step, calendar) if isinstance(step, MeetingStep) else None,
            consent=consent_plan(self.lots, name, step, self.most[name]) if isinstance(step, ConsentStep) else None,
            contact=self.contacts.contact(name, step, self.involved, calendar)
            if isinstance(step, ContactStep)
            else None,
        )

    def _actor(self, step: AnyStep, role: int) -> int:
        if isinstance(step, WaitStep):
            return -1 if step.waits_for == "citizen" else self.names.actor[step.waits_for]
        return self.roles[role].actor if role >= 0 else -1

    def _calendar(self, actor: int, role: int) -> int:
        if role >= 0:
            return self.roles[role].calendar
        if actor >= 0:
            return self.names.calendar[self.world.actors[self.names.actors[actor]].calendar]
        return 0

    def _kind(self, step: AnyStep, role: int) -> int:
        if not isinstance(step, WorkStep):
            return KINDS[type(step)]
        works = (Works.PERSON, Works.POOL, Works.PANEL)[self.roles[role].works_as]
        if works == Works.PANEL:
            return StepKind.PANEL
        at = step.at or ("appointment" if step.lead else "desk" if works == Works.PERSON else "queue")
        return StepKind.DESK if at == "desk" and works == Works.PERSON else StepKind.QUEUE

    def _priority(self, step: AnyStep) -> int:
        if not isinstance(step, WorkStep):
            return 1
        return 0 if step.at == "appointment" or (step.lead and step.at is None) else step.priority

    def _cause(self, step: AnyStep) -> int:
        if isinstance(step, WaitStep):
            default = Cause.CITIZEN if step.waits_for == "citizen" else Cause.ANSWERING
            return Cause[step.counts_as.upper()] if step.counts_as else default
        return Cause[step.lead_counts_as.upper()] if isinstance(step, WorkStep) else Cause.HANDLING

    def _go(self, name: str, step: AnyStep) -> int:
        if name in self.passed_over:
            return self.lots.keep(
                f"step.{name}.taken", *[np.zeros(len(self.lots.cast), dtype=np.int64)] * self.most[name]
            )
        condition = step.only_if
        chance = condition.chance if condition else None
        return self.lots.yes(f"step.{name}.taken", chance, self.most[name], self.lots.holds(condition, self.involved))

    def _decided(self, condition: Condition | None) -> tuple[tuple[int, int], ...]:
        found = []
        for name, answers in sorted((condition.decided if condition else {}).items()):
            step = self.world.steps[name]
            assert isinstance(step, DecideStep)
            ids = answer_ids(step)
            found.append((self.names.step[name], sum(1 << ids.index(answer) for answer in answers)))
        return tuple(found)

    def _delay(self, name: str, purpose: str, quantity: Quantity | None, calendar: int, times: int = 0) -> int:
        factors = self.world.steps[name].factors if purpose == "delay" else {}
        return self.lots.delay(f"step.{name}.{purpose}", quantity, calendar, times or self.most[name], factors=factors)

    def _step_delay(self, name: str, step: AnyStep, calendar: int) -> int:
        return self._delay(name, "delay", step.delay, calendar) if isinstance(step, WaitStep | ConsentStep) else -1

    def _minutes(self, name: str, step: AnyStep, calendar: int) -> int:
        quantity = None if isinstance(step, GatherStep | DecideStep | ContactStep) else step.minutes
        if quantity is None:
            return -1
        day, times = self.lots.openings[calendar].day_minutes, self.most[name]
        purpose = f"step.{name}.minutes"
        first = self.lots.handling(purpose, quantity, times, day=day, factors=step.factors)
        again = step.minutes_again if isinstance(step, WorkStep) else None
        if again is not None and times > 1:
            later = drawn(self.lots.cast, purpose, times, handled, again, day, self.lots.factor(step.factors))
            self.lots.columns[first + 1 : first + times] = later[1:]
        return first

    def _no_show(self, name: str, step: AnyStep, calendar: int) -> dict[str, int]:
        rule = step.no_show if isinstance(step, WorkStep | MeetingStep) else None
        if rule is None:
            return {"no_show": -1, "no_show_after": -1, "no_show_max": 0}
        times = self.most[name] * (rule.at_most + 1)
        comes_anyway = self.lots.holds(Condition(not_case_types=rule.not_for), self.involved) if rule.not_for else None
        return {
            "no_show": self.lots.yes(f"step.{name}.no_show", rule.chance, times, comes_anyway),
            "no_show_after": self._delay(name, "no_show_after", rule.again_after, calendar, times),
            "no_show_max": rule.at_most,
        }

    def _tells(self, name: str, step: AnyStep, calendar: int) -> tuple[TellPlan, ...]:
        if step.tells is None:
            return ()
        tells = step.tells
        return tuple(
            TellPlan(
                actor=self.names.actor[actor],
                data_type=self.names.data_type[tells.data_type],
                channel=self.names.channel[tells.channel],
                told=self.lots.yes(
                    f"step.{name}.tells.{actor}", tells.chance, 1, self.involved[:, self.names.actor[actor]]
                ),
                delay=self.lots.delay(f"step.{name}.tells_delay.{actor}", tells.delay, calendar),
            )
            for actor in sorted(tells.actors)
        )

    def _needs(self, step: AnyStep) -> tuple[tuple[int, int], ...]:
        needs = step.needs if isinstance(step, WorkStep) else ()
        return tuple(
            sorted((self.names.data_type[n.data_type], plain_minutes(n.at_most) if n.at_most else -1) for n in needs)
        )

    def _answer(self, name: str, step: DecideStep) -> int:
        ids = answer_ids(step)
        if step.answers:
            shares = [step.answers[answer].number("value") or 0.0 for answer in ids]
            return self.lots.block(f"step.{name}.answer", self.most[name], choice, tuple(shares))
        among = tuple(
            tuple(ids.index(answer) for answer in sorted(step.among.get(case_type, ())))
            for case_type in self.lots.case_type
        )
        return self.lots.block(f"step.{name}.answer", self.most[name], _one_of, among, self.lots.cast.persona)

    def _way(self, name: str, back_to: str, at_most: int) -> Way:
        return Way(self.names.step[back_to], self.places(resets(self.world, back_to, name)), at_most)

    def _again(self, name: str, step: AnyStep, calendar: int) -> AgainPlan | None:
        again = step.again
        if again is None:
            return None
        static = self.lots.holds(again.when, self.involved)
        times = max(again.at_most, 1)
        return AgainPlan(
            way=self._way(name, again.back_to, again.at_most),
            chance=self.lots.yes(f"step.{name}.again", again.when.chance, times + 1, static),
            decided=self._decided(again.when),
            delay=self._delay(name, "again_after", again.after, calendar, times),
        )

    def _check(self, name: str, step: AnyStep) -> CheckPlan | None:
        check: Check | None = step.checks_critical if isinstance(step, WorkStep | MeetingStep) else None
        if check is None:
            return None
        noticed = tuple(
            self.lots.yes(f"step.{name}.noticed.{data_type}", check.noticed, check.at_most + 1)
            for data_type in self.names.data_types
        )
        return CheckPlan(self._way(name, check.return_to, check.at_most), noticed)

    def _meeting(self, name: str, step: MeetingStep, calendar: int) -> MeetingPlan:
        slots, due = slots_of(self.world, step, self.lots.openings[calendar], self.lots.cast.horizon)
        tries = TRIES * self.most[name]
        day = self.lots.openings[calendar].day_minutes
        return MeetingPlan(
            slots=slots,
            due=due,
            seats=int(amounts(step.seats, np.array([0.5]))[0]),
            notice=self._delay(name, "notice", step.notice, calendar),
            postponed=self.lots.never(f"step.{name}.postponed", step.postponed, tries),
            tries=tries,
            ready_when=self.places(step.ready_when),
            participants=tuple(
                (
                    self.names.role[p.role],
                    self.lots.handling(f"step.{name}.attends.{p.role}.{place}", p.minutes, self.most[name], day=day),
                )
                for place, p in enumerate(step.participants)
            ),
        )


def _one_of(possible: tuple[tuple[int, ...], ...], persona: Integers, uniforms: Uniforms) -> Integers:
    """Return one of the places possible for each citizen's persona, all alike; -1 where there are none."""
    found = np.full(len(uniforms), -1, dtype=np.int64)
    for place, places in enumerate(possible):
        if places:
            found = np.where(persona == place, np.array(places)[choice([1.0] * len(places), uniforms)], found)
    return found


def answer_ids(step: DecideStep) -> list[str]:
    """Return the answers of a decide step in the order the log counts them."""
    return sorted(set(step.answers) | {answer for answers in step.among.values() for answer in answers})
