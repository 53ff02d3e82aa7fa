"""Turns holders and the settings of the gathering into tables and draws their luck."""

from collections.abc import Sequence

import numpy as np

from simulation.draws.inverse import amounts, whether
from simulation.model.course_graph import occurrences
from simulation.model.gathering import Gathering, SharingRule
from simulation.model.landscape import Actor
from simulation.model.steps import GatherStep
from simulation.model.world import World
from simulation.population.cast import Integers, plain_minutes
from simulation.population.columns import Column, Flags, combined, drawn
from simulation.population.holder_luck import (
    added,
    at_least_one,
    least_outreach,
    least_relation,
    percent_of,
    quickest,
    span,
    stays_out,
)
from simulation.population.law import holds
from simulation.population.lots import Lots, coded, percent
from simulation.population.tables import GatherPlan, HolderPlan, RolePlan
from simulation.values.quantity import Evidence, Quantity, Unit


class HolderTables:
    """Builds the settings of the gathering and one `HolderPlan` per actor that can be asked, in order of id."""

    def __init__(self, lots: Lots, roles: list[RolePlan], becomes_new: Flags) -> None:
        """Build all; a world without gathering has none. `becomes_new` says whom life makes new to the municipality."""
        self.becomes_new = becomes_new
        self.lots, self.world, self.names = lots, lots.world, lots.names
        self.plan: GatherPlan | None = None
        self.holders: list[HolderPlan] = []
        found = [name for name, step in sorted(self.world.steps.items()) if isinstance(step, GatherStep)]
        if self.world.gathering is None or not found:
            return
        step = self.world.steps[found[0]]
        assert isinstance(step, GatherStep)
        self.settings: Gathering = self.world.gathering
        self.asker = self.names.role[step.by]
        self.own_actor = self.names.actors[roles[self.asker].actor]
        self.calendar = roles[self.asker].calendar
        self.rounds = occurrences(self.world)[found[0]]
        most = max(self.settings.reminders.at_most.numbers().values())
        self.contacts = 1 + int(most)
        self.plan = self._plan(found[0])
        self.holders = [
            self._holder(name, actor)
            for name in self.names.actors
            if (actor := self.world.actors[name]).answers is not None and name != self.own_actor
        ]

    def _plan(self, step: str) -> GatherPlan:
        given, lots = self.settings, self.lots
        told_at = self.world.course.told_at
        new = lots.tagged(given.search.newcomer_tag) | self.becomes_new
        return GatherPlan(
            step=self.names.step[step],
            own_actor=self.names.actor[self.own_actor],
            told_at=self.names.step[told_at] if told_at else -1,
            per_visit=lots.block("gather.per_visit", 1, at_least_one, given.requests_per_visit),
            persistence=lots.block("gather.persistence", 1, amounts, given.persistence),
            known_from=int(percent(given.search.known_from, np.array([0.5]))[0]),
            newcomer=lots.block("gather.newcomer", 1, percent_of, new, given.search.newcomer_factor),
            new_person=lots.block("gather.new_person", 1, percent, given.search.new_person_factor),
            reminder_after=lots.delay("gather.reminder_after", given.reminders.after, self.calendar),
            reminders=lots.block("gather.reminders", 1, amounts, given.reminders.at_most),
            contacts=self.contacts,
            rounds=self.rounds,
            ends=self._ends(),
        )

    def _ends(self) -> int:
        types, rule_set = self.world.case_types, self.world.setting.rule_set
        minutes_of = {
            name: plain_minutes(kind.gathering_ends)
            for name, kind in types.items()
            if kind.gathering_ends is not None and (not kind.rule_sets or rule_set in kind.rule_sets)
        }
        ends = [minutes_of.get(case_type, -1) for case_type in self.lots.case_type]
        return self.lots.keep("gather.ends", np.array(ends, dtype=np.int64)[self.lots.cast.persona])

    def _holder(self, name: str, actor: Actor) -> HolderPlan:
        lots, given, key = self.lots, self.settings, f"gather.{name}"
        calendar = self.names.calendar[actor.calendar]
        day = lots.openings[calendar].day_minutes
        law = holds(self.world, name, self.own_actor, given.purpose)
        items = self._items(name)
        per_contact = self.contacts * self.rounds
        assert actor.answers is not None
        no_answer = actor.answers.no_answer or given.no_answer
        channel, slow = self._channel(name, actor)
        contact = self.rules(name, "contact", "index", "tool")
        answer = self._answer(name, actor, calendar, per_contact, slow)
        own_day = lots.openings[self.calendar].day_minutes
        return HolderPlan(
            actor=self.names.actor[name],
            opening=calendar,
            needs_consent=int(law is None or law.needs_consent),
            never=int(law is not None and law.never),
            sensitive=int(actor.domain in given.sensitive_domains),
            domain=self.names.domain[actor.domain],
            pool=self.names.role[actor.answers.pool] if actor.answers.pool else -1,
            items=tuple(self.names.data_type[item] for item in items),
            find=lots.delay(f"{key}.find", given.search.delay, calendar),
            find_way=self._find_way(name, contact, calendar),
            search_minutes=self._search_minutes(name, contact, own_day),
            writing_minutes=lots.handling(f"{key}.writing", given.writing, self.rounds, day=own_day),
            answers=lots.block(f"{key}.silent", per_contact, stays_out, no_answer),
            delay=answer,
            channel=channel,
            answer_minutes=self._answer_minutes(name, actor, contact, day),
            reading_minutes=lots.handling(f"{key}.reading", given.judging.minutes, self.rounds, day=own_day),
            reminder_minutes=lots.handling(f"{key}.reminding", given.reminders.minutes, per_contact, day=own_day),
            unclear=lots.yes(f"{key}.unclear", given.judging.unclear, self.rounds),
            clarify_delay=lots.delay(f"{key}.clarify", given.judging.clarification, calendar, self.rounds),
            clarify_minutes=lots.handling(
                f"{key}.clarify_minutes", given.judging.clarification_minutes, self.rounds, day=own_day
            ),
            habit=self._habit(name),
            indexed=self._covered_any(name, self.rules(name, "index")),
            views=self._views(name),
            view_minutes=self._view_minutes(name, own_day),
            **self._per_item(name, items, calendar, day),
        )

    def _items(self, name: str) -> list[str]:
        kinds = self.world.data_types
        return [d for d in self.names.data_types if name in kinds[d].held_by and kinds[d].gathered]

    def rules(self, name: str, *ways: str) -> list[tuple[str, SharingRule]]:
        """Return the sharing rules of some ways that reach a holder, in order of id."""
        return [(rule, r) for rule, r in sorted(self.world.sharing.items()) if r.way in ways and name in r.holders]

    def covered(self, name: str, rule: str, given: SharingRule) -> Flags:
        """Return for whom a way works with a holder."""
        return whether(given.coverage, self.lots.cast.uniforms(f"sharing.{rule}.{name}"))

    def _covered_any(self, name: str, rules: list[tuple[str, SharingRule]]) -> int:
        if not rules:
            return -1
        return self.lots.keep(f"gather.{name}.indexed", np.any([self.covered(name, *rule) for rule in rules], axis=0))

    def _channel(self, name: str, actor: Actor) -> tuple[int, Integers]:
        """Return the column of the channel, and the minutes of the clock that it takes both ways."""
        lots = self.lots
        n = len(lots.cast)
        usual = np.ones(n, dtype=np.bool_)
        ids = [0, 0]
        if actor.channel:
            usual = whether(actor.channel.share_usual, lots.cast.uniforms(f"gather.{name}.channel"))
            ids = [self.names.channel[actor.channel.usual], self.names.channel[actor.channel.other]]
        slow = np.zeros(n, dtype=np.int64)
        for place, chosen in zip(ids, (usual, ~usual), strict=True):
            delay = self.world.channels[self.names.channels[place]].delay if self.names.channels else None
            if delay is not None:
                uniforms = lots.cast.uniforms(f"gather.{name}.transport")
                transport = coded(delay, lots.openings[0].day_minutes, 1.0, None, uniforms)
                slow += np.where(chosen, np.where(transport < 0, -1 - transport, transport), 0)
        column = np.where(usual, ids[0], ids[1])
        for rule, given in self.rules(name, "tool"):
            column = np.where(self.covered(name, rule, given), self.names.channel[given.channel], column)
        return lots.keep(f"gather.{name}.via", column), slow

    def _answer(self, name: str, actor: Actor, calendar: int, times: int, slow: Integers) -> int:
        """Return the columns of the answer's delay: the quickest way open in this case."""
        assert actor.answers is not None
        delay = actor.answers.delay or Quantity(
            unit=Unit.MINUTES, kind=Evidence.ASSUMED, because="answered by a pool", value=0
        )
        place = self.lots.delay(f"gather.{name}.answer", delay, calendar, times, plus=slow)
        day = self.lots.openings[calendar].day_minutes
        for rule, given in self.rules(name, "tool"):
            by_tool = self._by_tool(name, rule, given, day, times)
            self.lots.change(place, by_tool, quickest, day, self.covered(name, rule, given))
        return place

    def _by_tool(self, name: str, rule: str, given: SharingRule, day: int, times: int) -> Sequence[Column]:
        cast, key = self.lots.cast, f"sharing.{rule}.{name}"
        by_person = given.answer or given.machine_answer
        assert by_person is not None
        answers = drawn(cast, f"{key}.answer", times, coded, by_person, day, 1.0, None)
        if given.structured is None or given.machine_answer is None:
            return answers
        by_machine = drawn(cast, f"{key}.answer", times, coded, given.machine_answer, day, 1.0, None)
        structured = whether(given.structured, cast.uniforms(f"{key}.structured"))
        pairs = zip(by_machine, answers, strict=True)
        return [combined(cast, np.where, structured, machine, answer) for machine, answer in pairs]

    def _find_way(self, name: str, rules: list[tuple[str, SharingRule]], calendar: int) -> int:
        """Return the column of the delay of finding by the quickest way opened; a week of years where not open."""
        best: Integers | None = None
        day = self.lots.openings[calendar].day_minutes
        for rule, given in rules:
            if given.find is None:
                continue
            way = coded(given.find, day, 1.0, None, self.lots.cast.uniforms(f"sharing.{rule}.{name}.find"))
            way = np.where(self.covered(name, rule, given), way, 2**30)
            best = way if best is None else np.where(span(way, day) < span(best, day), way, best)
        return -1 if best is None else self.lots.keep(f"gather.{name}.find_way", best)

    def _search_minutes(self, name: str, rules: list[tuple[str, SharingRule]], day: int) -> int:
        """Return the columns of the work of finding: of a way opened where it covers, else of searching."""
        place = self.lots.handling(f"gather.{name}.search", self.settings.search.minutes, self.rounds, day=day)
        for rule, given in rules:
            if given.minutes is None:
                continue
            other = self.lots.handling(f"sharing.{rule}.{name}.minutes", given.minutes, self.rounds, day=day)
            others = self.lots.columns[other : other + self.rounds]
            self.lots.change(place, others, np.where, self.covered(name, rule, given))
        return place

    def _answer_minutes(self, name: str, actor: Actor, rules: list[tuple[str, SharingRule]], day: int) -> int:
        assert actor.answers is not None
        times = self.rounds
        shortest = Quantity(unit=Unit.MINUTES, kind=Evidence.ASSUMED, because="not given", value=1)
        quantity = actor.answers.minutes or shortest
        place = self.lots.handling(f"gather.{name}.answering", quantity, times, day=day)
        for rule, given in rules:
            if given.holder_minutes is None:
                continue
            more = self.lots.handling(f"sharing.{rule}.{name}.holder_minutes", given.holder_minutes, times, day=day)
            self.lots.change(place, self.lots.columns[more : more + times], added, self.covered(name, rule, given))
        return place

    def _habit(self, name: str) -> int:
        """Return the column of the least outreach, in per cent, of an owner who asks this holder of habit."""
        share = self.settings.habit.get(name)
        if share is None:
            return -1
        attention = share.number("value") or share.number("mode") or 0.0
        if attention <= 0:
            return -1
        return self.lots.block(f"gather.{name}.habit", 1, least_outreach, attention)

    def _views(self, name: str) -> int:
        """Return the column of the set of data types that can be looked up, -1 where there is no view."""
        rules = self.rules(name, "view")
        if not rules:
            return -1
        seen = np.zeros(len(self.lots.cast), dtype=np.int64)
        for rule, given in rules:
            bits = sum(1 << self.names.data_type[d] for d in given.data_types)
            seen |= np.where(self.covered(name, rule, given), bits, 0)
        return self.lots.keep(f"gather.{name}.views", seen)

    def _view_minutes(self, name: str, day: int) -> int:
        """Return the columns of the work of looking up: as the first rule that says so, else as reading a reply."""
        rules = self.rules(name, "view")
        if not rules:
            return -1
        minutes = next((g.minutes for _, g in rules if g.minutes), None) or self.settings.judging.minutes
        return self.lots.handling(f"gather.{name}.view", minutes, self.rounds, day=day)

    def _per_item(self, name: str, items: list[str], calendar: int, day: int) -> dict[str, tuple[int, ...]]:
        lots, judging = self.lots, self.settings.judging
        found: dict[str, list[int]] = {
            k: [] for k in ("written", "write_delay", "write_minutes", "misjudged", "narrow")
        }
        for item in items:
            key, writing = f"gather.{name}.{item}", self.world.data_types[item].writing
            found["written"].append(lots.yes(f"{key}.written", writing.share) if writing else -1)
            found["write_delay"].append(
                lots.delay(f"{key}.write", writing.delay, calendar, self.rounds) if writing else -1
            )
            found["write_minutes"].append(
                lots.handling(f"{key}.write_minutes", writing.minutes, self.rounds, day=day) if writing else -1
            )
            found["misjudged"].append(self._misjudged(f"{key}.misjudged"))
            found["narrow"].append(lots.yes(f"{key}.narrow", judging.narrow))
        return {kind: tuple(columns) for kind, columns in found.items()}

    def _misjudged(self, purpose: str) -> int:
        judging = self.settings.judging
        share = judging.misjudged.number("value") or judging.misjudged.number("mode") or 0.0
        spared = 1 - (
            judging.misjudged_factor_known.number("value") or judging.misjudged_factor_known.number("mode") or 0.0
        )
        return self.lots.block(purpose, 1, least_relation, share, spared)


def knows_all(world: World, holder: str) -> tuple[str, ...]:
    """Return the actors that contact persons at a holder know of as a matter of course."""
    return tuple(
        a for rule in world.sharing.values() if rule.way == "contact" and holder in rule.holders for a in rule.knows_all
    )
