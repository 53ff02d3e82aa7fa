"""Meeting the needs of a contact: own, shown, asked by phone or thread, asked of the citizen (SEMANTICS S9.2)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.knowing import learn, may_learn, of_others, picture_of, source_of, weekly
from simulation.engine.reference.picture import Known
from simulation.engine.reference.progress import Play
from simulation.engine.reference.sharing import THREAD, VIEW, answered, covers, looked_up, post_news, sent
from simulation.engine.reference.state import Case
from simulation.population.tables import FlowPlan, NeedPlan


class Preparing:
    """The needs of one contact while they are met."""

    def __init__(self, play: Play, case: Case, step: int, row: int) -> None:
        """Take the contact (step) and the row that made it possible."""
        self.play, self.case, self.step, self.row = play, case, step, row
        self.actor = play.steps[step].actor
        self.picture = picture_of(case)
        self.knows = self.picture.knows[self.actor]
        self.now = play.clock.now
        self.holder = play.inputs.matters.holder
        self._others = self.picture.of_others

    def meet(self, needs: tuple[NeedPlan, ...]) -> None:
        """Meet each need in the first way that does, and log how."""
        unmet = [need for need in needs if self.matters_of(need) and not self.is_met(need)]
        self.open_what_is_shown([need for need in needs if self.matters_of(need)])
        for way in (self.look, self.ask_others, self.ask_citizen):
            if unmet:
                way(unmet)
                unmet = [need for need in unmet if not self.is_met(need)]
        for need in needs:
            if self.matters_of(need):
                self.log(need)

    def ask_anew(self, need: NeedPlan) -> bool:
        """Look and ask others for one need, not the citizen; return whether it is met."""
        for way in (self.look, self.ask_others):
            way([need])
            if self.is_met(need):
                return True
        return False

    def open_what_is_shown(self, needs: list[NeedPlan]) -> None:
        """Look once into each flow that shows something as it is; that takes its minutes."""
        shown = {
            self.knows[matter].flow: matter
            for need in reversed(needs)
            for matter in reversed(self.matters_of(need))
            if matter in self.knows and self.knows[matter].is_live
        }
        for place, matter in sorted(shown.items()):
            flow = self.play.inputs.flows[place] if place >= 0 else None
            if flow is not None:
                how = flow.channel, weekly(self.play, self.case, flow.minutes) if flow.minutes else 0
                looked_up(self.play, self.case, self.actor, matter, how, self.row)

    def matters_of(self, need: NeedPlan) -> list[int]:
        """Return the matters that a need asks for: those of others that exist, or the one there is."""
        found = self._others.get((self.actor, need.data_type))
        return of_others(self.play, self.case, self.actor, need.data_type) if found is None else found

    def oldest(self, need: NeedPlan) -> int:
        """Return the oldest useful age now."""
        if need.side >= 0 and self.picture.state[need.side] in need.states:
            return need.sooner
        return need.oldest

    def age(self, matter: int) -> int:
        """Return the age in minutes of what the actor knows of a matter, -1 where it knows nothing."""
        known = self.knows.get(matter)
        if known is None:
            return -1
        return 0 if known.is_live else self.now - known.as_of

    def is_met(self, need: NeedPlan) -> bool:
        """Return whether the actor has what is needed, no older than useful.

        Of efforts and plans of others nobody knows how many there are: it is enough to have asked for all lately, or to
        be shown all.
        """
        oldest = self.oldest(need)
        if self.holder[self.matters_of(need)[0]] >= 0:
            return self.asked_lately(need, oldest)
        ages = [self.age(matter) for matter in self.matters_of(need)]
        return any(age >= 0 and (oldest < 0 or age <= oldest) for age in ages)

    def asked_lately(self, need: NeedPlan, oldest: int) -> bool:
        """Return whether all of a type was asked for lately or is shown as it is."""
        asked = self.picture.asked_at.get((self.actor, need.data_type), -1)
        if asked >= 0 and (oldest < 0 or self.now - asked <= oldest):
            return True
        return all(m in self.knows and self.knows[m].is_live for m in self.matters_of(need))

    def look(self, unmet: list[NeedPlan]) -> None:
        """Look into what flows show; what contacts have seen and noted is read there."""
        for flow in self.play.inputs.flows:
            wanted = [need for need in unmet if need.data_type in flow.data_types]
            if flow.way == VIEW and self.actor in flow.receivers and wanted:
                found = [self.read(flow, need) for need in wanted]
                if any(found):
                    matter = self.matters_of(wanted[0])[0]
                    how = flow.channel, weekly(self.play, self.case, flow.minutes) if flow.minutes else 0
                    looked_up(self.play, self.case, self.actor, matter, how, self.row)

    def read(self, flow: FlowPlan, need: NeedPlan) -> bool:
        """Read one type in a view and return whether something was there."""
        found = False
        for matter in self.matters_of(need):
            for giver in sorted(flow.givers):
                found |= self.read_from(flow, giver, matter)
        if found and self.holder[self.matters_of(need)[0]] >= 0:
            self.picture.asked_at[self.actor, need.data_type] = self.now
        return found

    def read_from(self, flow: FlowPlan, giver: int, matter: int) -> bool:
        """Read what one giver has noted of a matter."""
        play, case = self.play, self.case
        known = picture_of(case).knows[giver].get(matter) if giver != self.actor else None
        if known is None or known.giver != giver or not play.involved[case.citizen][giver]:
            return False
        if not covers(play, case, flow, giver, matter) or not self.may_hear(giver, matter, flow.purpose):
            return False
        delay = weekly(play, case, flow.delay)
        opening = play.inputs.calendar_of_actor[giver]
        if known.is_live:
            return matter in picture_of(case).knows[self.actor]
        if play.later(opening, delay, known.as_of) > play.clock.now:
            return False
        learn(play, case, self.actor, matter, Known(known.version, known.as_of, giver, flow.channel), self.row)
        return True

    def may_hear(self, giver: int, matter: int, purpose: int) -> bool:
        """Return whether a giver may tell the actor of a matter."""
        return may_learn(self.play, self.case, giver, self.actor, matter, purpose)

    def ask_others(self, unmet: list[NeedPlan]) -> None:
        """Ask one actor that is known to be involved: in the thread where there is one, else by phone."""
        asked = self.whom_to_ask(unmet)
        if asked is None:
            return
        giver, matters = asked
        thread = self.thread_with(giver, matters)
        if thread is not None:
            self.write(thread, giver, matters)
        else:
            self.call(giver, matters)

    def whom_to_ask(self, unmet: list[NeedPlan]) -> tuple[int, list[int]] | None:
        """Return the actor that may tell most of what is missing, of equals the lower id, and what; None if nobody."""
        best: tuple[int, list[int]] | None = None
        plan = self.play.inputs.coordination
        assert plan is not None
        for giver in self.known_others():
            can_tell = [
                matter
                for need in unmet
                for matter in self.matters_of(need)
                if giver in self.play.inputs.matters.kept_by[matter] and self.may_hear(giver, matter, plan.purpose)
            ]
            if can_tell and (best is None or len(can_tell) > len(best[1])):
                best = giver, can_tell
        return best

    def known_others(self) -> list[int]:
        """Return the actors that the actor knows to be involved, in order of id."""
        plan, matters = self.play.inputs.coordination, self.play.inputs.matters
        assert plan is not None
        found = {
            matters.holder[m] for m in self.knows if matters.data_type[m] in plan.efforts and matters.holder[m] >= 0
        }
        return sorted(found - {self.actor})

    def thread_with(self, giver: int, matters: list[int]) -> FlowPlan | None:
        """Return the thread in which a giver can be asked of a matter, or None."""
        for flow in self.play.inputs.flows:
            is_open = flow.way == THREAD and self.actor in flow.receivers
            if is_open and any(covers(self.play, self.case, flow, giver, matter) for matter in matters):
                return flow
        return None

    def write(self, flow: FlowPlan, giver: int, matters: list[int]) -> None:
        """Ask in the thread; the answer comes later and serves the next contact."""
        play, case = self.play, self.case
        if flow.minutes is not None:
            looked_up(play, case, self.actor, matters[0], (flow.channel, weekly(play, case, flow.minutes)), self.row)
        row = sent(play, case, giver, self.actor, matters[0], flow.channel, self.row)
        if flow.giver_minutes is not None:
            how = flow.channel, weekly(play, case, flow.giver_minutes)
            answered(play, case, giver, matters[0], how, row)
        minute = play.later(play.inputs.calendar_of_actor[giver], weekly(play, case, flow.delay))
        for matter in matters:
            if covers(play, case, flow, giver, matter):
                post_news(play, case, minute, (giver, self.actor, matter, flow.purpose, flow.channel, THREAD, row))

    def call(self, giver: int, matters: list[int]) -> None:
        """Call; what is told may be hard to understand and is clarified at once."""
        play, case, plan = self.play, self.case, self.play.inputs.coordination
        assert plan is not None
        is_answered = weekly(play, case, plan.answered)
        types = [play.inputs.matters.data_type[matter] for matter in matters]
        asked_of = next((data_type for data_type in types if data_type in plan.efforts), types[0])
        row = play.row(
            case.citizen,
            Kind.CALLED,
            self.row,
            step=self.step,
            actor=self.actor,
            data_type=asked_of,
            from_actor=giver,
            channel=plan.call_channel,
            attempt=is_answered,
            value=weekly(play, case, plan.call_minutes),
        )
        if not is_answered:
            return
        row = answered(play, case, giver, matters[0], (plan.call_channel, weekly(play, case, plan.answer_minutes)), row)
        for matter in matters:
            self.hear(giver, matter, plan.call_channel, row)
        unclear = plan.unclear[giver]
        if unclear is not None and weekly(play, case, unclear):
            play.row(
                case.citizen,
                Kind.CLARIFIED,
                row,
                step=self.step,
                actor=self.actor,
                from_actor=giver,
                channel=plan.call_channel,
                value=weekly(play, case, plan.clarifying),
            )

    def hear(self, giver: int, matter: int, channel: int, row: int) -> None:
        """Learn what a giver knows now."""
        known = self.picture.knows[giver].get(matter)
        if known is not None:
            as_of = self.now if known.is_live else known.as_of
            learn(self.play, self.case, self.actor, matter, Known(known.version, as_of, giver, channel), row)
            holder = self.holder[matter]
            if holder >= 0:
                data_type = self.play.inputs.matters.data_type[matter]
                if all(m in self.knows for m in self.play.inputs.matters.of_type[data_type]):
                    self.picture.asked_at[self.actor, data_type] = self.now

    def ask_citizen(self, unmet: list[NeedPlan]) -> None:
        """Ask the citizen for what is still missing, once for all of it."""
        play, case = self.play, self.case
        plan = play.inputs.coordination
        assert plan is not None
        minutes = weekly(play, case, plan.asking)
        for need in [need for need in unmet if not self.was_asked_in_vain(need)]:
            told = [matter for matter in self.matters_of(need) if self.citizen_tells(matter)]
            is_again = any(self.is_known_elsewhere(matter) for matter in told)
            row = play.row(
                case.citizen,
                Kind.CITIZEN_ASKED,
                self.row,
                step=self.step,
                actor=self.actor,
                data_type=need.data_type,
                channel=-1,
                attempt=int(is_again),
                value=minutes,
            )
            minutes = 0
            case.told += bool(told)
            for matter in told:
                known = Known(picture_of(case).version[matter], play.clock.now, -1, -1)
                learn(play, case, self.actor, matter, known, row)
            picture_of(case).asked_at[self.actor, need.data_type] = play.clock.now

    def was_asked_in_vain(self, need: NeedPlan) -> bool:
        """Return whether the citizen was asked not long ago and told nothing."""
        asked, plan = (
            self.picture.asked_at.get((self.actor, need.data_type), -1),
            self.play.inputs.coordination,
        )
        assert plan is not None
        told = any(self.citizen_tells(matter) for matter in self.matters_of(need))
        return not told and asked >= 0 and self.now - asked < plan.asks_again

    def citizen_tells(self, matter: int) -> bool:
        """Return whether the citizen remembers and willingly tells of a matter."""
        told = self.picture.told
        holder = self.holder[matter]
        return told[holder] if holder >= 0 else any(told[a] for a in self.play.inputs.matters.kept_by[matter])

    def is_known_elsewhere(self, matter: int) -> bool:
        """Return whether another actor that may tell this one already knows what is true."""
        picture, plan = self.picture, self.play.inputs.coordination
        assert plan is not None
        return any(
            other != self.actor
            and matter in knows
            and knows[matter].version == picture.version[matter]
            and self.may_hear(other, matter, plan.purpose)
            for other, knows in enumerate(picture.knows)
        )

    def log(self, need: NeedPlan) -> None:
        """Write how old what is used is and how it came; or that nothing is there."""
        play, case = self.play, self.case
        known = [(self.age(m), m) for m in self.matters_of(need) if m in self.knows]
        kind = Kind.DATA_USED if known and self.is_met(need) else Kind.DATA_MISSING
        age, matter = (max if play.inputs.matters.holder[self.matters_of(need)[0]] >= 0 else min)(
            known, default=(0, -1)
        )
        of = self.knows[matter] if matter >= 0 else None
        play.row(
            case.citizen,
            kind,
            self.row,
            step=self.step,
            actor=self.actor,
            data_type=need.data_type,
            from_actor=source_of(play, matter, of.giver) if of is not None else -1,
            channel=of.channel if of is not None else -1,
            value=age if kind == Kind.DATA_USED else 0,
        )
