"""Plays one replication: rounds of facts, decisions and handing out, minute by minute (SEMANTICS S3)."""

from collections.abc import Callable
from functools import partial
from heapq import heappop
from typing import Final

from simulation.engine.kinds import Kind
from simulation.engine.log import Log, log_of
from simulation.engine.reference import (
    asking,
    cases,
    contacts,
    finishing,
    gathering,
    living,
    meetings,
    replies,
    seats,
    sharing,
    steps,
)
from simulation.engine.reference.clock import Clock, Fact, in_turn
from simulation.engine.reference.desk import begin_visit, end_visit, finish_item, next_item, start_item
from simulation.engine.reference.desk_queue import assign, enter_queue, need_visit
from simulation.engine.reference.frontier import START
from simulation.engine.reference.progress import STEPS, Play, absence, close
from simulation.engine.reference.state import Case, Entry, Rank, Server, State, ToDo, What, pack, unpack
from simulation.population.inputs import Inputs
from simulation.population.uncollected import uncollected
from simulation.values.cannot_run import CannotRun

MOST_ROUNDS: Final = 1000


def play(inputs: Inputs) -> Log:
    """Play one replication to its horizon and return the log.

    Raises:
        CannotRun: when a minute never comes to rest; the message names the step.
    """
    with uncollected():
        stage = Play(inputs, Clock(inputs.cast.horizon))
        for citizen, minute in enumerate(inputs.cast.opened.tolist()):
            if not inputs.observed_alone or inputs.cast.observed[citizen]:
                stage.post(minute, Rank.OPENED, What.OPENED, citizen)
        for one in inputs.taken_back:
            stage.post(one.minute, Rank.CONSENT_AND_LIFE, What.WITHDRAWN, one.citizen, one.step, request=one.domains)
        for place, server in enumerate(stage.servers):
            for turn, minute in enumerate(server.plan.changes):
                stage.post(minute, Rank.CONSENT_AND_LIFE, What.SEAT_CHANGES, -1, place, turn)
            for turn, (minute, _) in enumerate(server.plan.background):
                stage.post(minute, Rank.OPENED, What.BACKGROUND, -1, place, turn)
        stage.clock.run(partial(play_minute, stage))
        cases.leave_open(stage)
    return log_of(stage.paper.written(), inputs.steps)


def play_minute(stage: Play) -> None:
    """Rounds until nothing is due in this minute."""
    clock = stage.clock
    for _ in range(MOST_ROUNDS):
        facts = clock.due()
        if len(facts) > 1:
            facts.sort(key=in_turn)
        for fact in facts:
            apply(stage, fact)
        if stage.changed:
            look_at_changes(stage)
        if stage.unassigned or stage.waking:
            hand_out(stage)
        if not stage.changed and not clock.is_due():
            return
    steps_due = {(mark & (1 << STEPS) - 1) - 1 for mark in stage.changed} | {
        fact.step for fact in stage.clock.due() if fact.citizen >= 0
    }
    where = max(steps_due, default=-1)
    name = stage.inputs.names.steps[where] if where >= 0 else "the gathering"
    raise CannotRun(f"minute {stage.clock.now} never comes to rest: look at step '{name}' and its ways back")


def apply(stage: Play, fact: Fact) -> None:
    """Apply one fact to its own citizen."""
    what = fact.what
    # What comes most often is called by name; the compiled engine looks nothing up for it.
    if what == What.FINISHED:
        finish_work(stage, fact)
    elif what == What.CONTACT:
        contacts.come(stage, stage.case(fact.citizen), fact)
    elif what == What.CONTACT_DONE:
        contacts.end(stage, stage.case(fact.citizen), fact)
    elif what == What.NEWS:
        sharing.news_arrives(stage, stage.case(fact.citizen), fact)
    elif what in FACTS:
        FACTS[what](stage, stage.case(fact.citizen), fact)
    else:
        apply_beside_cases(stage, fact)


def apply_beside_cases(stage: Play, fact: Fact) -> None:
    """Apply one fact that belongs to no case that is there."""
    what = fact.what
    if what == What.OPENED:
        cases.open_case(stage, fact.citizen)
    elif what == What.SEAT_CHANGES:
        seats.change_seat(stage, fact.step)
    elif what == What.BACKGROUND:
        stage.wait_for(fact.step, (1, stage.clock.now, -1, fact.step, fact.attempt, 0, Entry.BACKGROUND, -1))
    else:
        stage.servers[fact.step].alarm = -1
        stage.waking.add(fact.step)


def look_at_changes(stage: Play) -> None:
    """Look once at what facts may have changed, by citizen and step."""
    changed, stage.changed = stage.changed, set()
    for mark in sorted(changed) if len(changed) > 1 else changed:
        case, step = stage.case(mark >> STEPS), (mark & (1 << STEPS) - 1) - 1
        if step == START:
            gathering.look_at_end(stage, case)
        else:
            steps.look_at(stage, case, step)
    if stage.entered_late:
        look_for_ends(stage)


def look_for_ends(stage: Play) -> None:
    """Close cases that entered after the closing step, when all their steps are resolved."""
    for citizen in sorted(stage.entered_late):
        case = stage.case(citizen)
        if all(case.state[step] >= State.DONE for step in case.goes_through):
            close(stage, case, max(case.resolved))
    stage.entered_late.clear()


def hand_out(stage: Play) -> None:
    """Choose owners, then let pools and people start what waits, in order of id, in open minutes only."""
    if stage.unassigned:
        for citizen, role in sorted(stage.unassigned):
            assign(stage, stage.case(citizen), role)
            settle(stage, stage.case(citizen), role)
        stage.unassigned.clear()
    waking, stage.waking = stage.waking, set()
    for place in sorted(waking) if len(waking) > 1 else waking:
        serve(stage, place, stage.servers[place])


def settle(stage: Play, case: Case, role: int) -> None:
    """Start what waited for the case to have a person."""
    desk = case.desks[role]
    waiting = [entry for wanted, entry in case.waiting_entries if wanted == role]
    case.waiting_entries = [pair for pair in case.waiting_entries if pair[0] != role]
    for entry in waiting:
        stage.wait_for(desk.server, entry)
    if desk.ready:
        need_visit(stage, case, role)
    plan = stage.inputs.gather
    if plan is not None and case.state[plan.step] == State.ASKED and stage.steps[plan.step].role == role:
        steps.gather(stage, case, plan.step, case.asked[plan.step])


def serve(stage: Play, place: int, server: Server) -> None:
    """Let a person go on with a visit, or a free one take the next from the queue."""
    visit, item = server.visit, None
    if visit is not None and not visit.running:
        item = next_item(stage, visit)
        if item is None:
            end_visit(stage, place)
            server.busy -= 1
    if item is not None or (server.queue and server.busy < server.plan.capacity):
        start_work(stage, place, server, item)


def start_work(stage: Play, place: int, server: Server, item: ToDo | None) -> None:
    """Start the next item of a visit, or what comes first in the queue; in closed minutes wait for the opening."""
    now = stage.clock.now
    if now >= server.open_until:
        server.open_until = server.opening.open_until(now)
    if now >= server.open_until:
        if server.alarm < 0:
            server.alarm = server.opening.next_open(now)
            stage.post(server.alarm, Rank.TIMERS, What.OPENING, -1, place)
        return
    if item is not None:
        start_item(stage, place, server, item)
    while server.queue and server.busy < server.plan.capacity:
        if take(stage, place, heappop(server.queue)):
            server.busy += 1


def take(stage: Play, place: int, entry: tuple[int, int, int, int, int, int, int, int]) -> bool:
    """Start what came first in a queue; False when it takes no time."""
    _, _, citizen, step, attempt, request, what, row = entry
    server = stage.servers[place]
    now = stage.clock.now
    if what == Entry.VISIT:
        return begin_visit(stage, place, stage.case(citizen), server.plan.role)
    if what == Entry.STEP:
        return take_step(stage, place, citizen, step, attempt, row)
    if what == Entry.BACKGROUND:
        row = stage.row(-1, Kind.BACKGROUND_STARTED, -1, role=server.plan.role, worker=place)
        minutes = server.plan.background[attempt][1]
    else:
        plan = stage.inputs.holders[request]
        minutes = stage.draw(plan.answer_minutes + attempt, citizen)
    end = server.minute_after(now, minutes)
    stage.post(end, Rank.FINISHED_WORK, What.FINISHED, citizen, step, attempt, request, pack(what, place, row))
    return True


def take_step(stage: Play, place: int, citizen: int, step: int, attempt: int, row: int) -> bool:
    """Start a queued step, unless the citizen stays away or it is no longer wanted."""
    case, plan, server = stage.case(citizen), stage.steps[step], stage.servers[place]
    if case.occurrence[step] != attempt or case.state[step] != State.ASKED:
        return False
    if plan.no_show >= 0 and stays_away(stage, case, step, place, row):
        return False
    case.no_shows[step] = 0
    started = steps.start(stage, case, step, row, place)
    end = server.minute_after(stage.clock.now, stage.drawn(plan.minutes, step, case))
    stage.post(end, Rank.FINISHED_WORK, What.FINISHED, citizen, step, attempt, row=pack(Entry.STEP, place, started))
    return True


def stays_away(stage: Play, case: Case, step: int, place: int, row: int) -> bool:
    """Return whether the citizen stays away; then a new appointment is made. After the declared number it goes on."""
    plan, missed = stage.steps[step], absence(stage, case, step)
    if missed < 0:
        return False
    row = stage.step_row(case, Kind.NO_SHOW, step, row, worker=place)
    minute = stage.later(plan.calendar, stage.draw(plan.no_show_after + missed, case.citizen))
    stage.post(minute, Rank.TIMERS, What.DUE, case.citizen, step, case.occurrence[step], row=row)
    return True


def finish_work(stage: Play, fact: Fact) -> None:
    """A person or a pool has finished something."""
    entry, place, row = unpack(fact.row)
    if entry == Entry.VISIT:
        finish_item(stage, place)
        return
    stage.servers[place].busy -= 1
    stage.waking.add(place)
    if entry == Entry.BACKGROUND:
        role, minutes = stage.servers[place].plan.role, stage.servers[place].plan.background[fact.attempt][1]
        stage.row(-1, Kind.BACKGROUND_DONE, row, role=role, worker=place, value=minutes)
        return
    case = stage.case(fact.citizen)
    if entry == Entry.ANSWER:
        replies.reply(stage, case, fact.request, fact.attempt, row)
        return
    finishing.done(stage, case, fact.step, fact.attempt, row, place)


def come_up(stage: Play, case: Case, fact: Fact) -> None:
    """The case's turn on the desk has come."""
    role = fact.attempt
    desk = case.desks[role]
    if desk.state == 1 and desk.turn == fact.request:
        enter_queue(stage, case, role)


def told(stage: Play, case: Case, fact: Fact) -> None:
    """An actor receives what it was told."""
    stage.row(
        case.citizen,
        Kind.ACTOR_TOLD,
        fact.row,
        step=fact.step,
        actor=fact.attempt,
        data_type=fact.request,
        from_actor=stage.steps[fact.step].actor,
    )


FACTS: dict[int, Callable[[Play, Case, Fact], None]] = {
    What.WAITED: steps.waited,
    What.DUE: steps.due,
    What.CONSENT: lambda p, c, f: steps.consent_answered(p, c, f.step, f.row),
    What.WITHDRAWN: lambda p, c, f: steps.consent_withdrawn(p, c, f.step, f.request, f.row),
    What.LIFE: living.live,
    What.COMES_UP: come_up,
    What.FOUND: lambda p, c, f: asking.found(p, c, f.request, f.attempt, 1, f.row),
    What.REPLY: lambda p, c, f: replies.reply(p, c, f.request, f.attempt, f.row),
    What.WRITTEN: lambda p, c, f: replies.written(p, c, f.request, f.attempt, f.row),
    What.CLARIFIED: lambda p, c, f: replies.clarified(p, c, f.request, f.attempt, f.row),
    What.REMINDER: lambda p, c, f: asking.reminder_due(p, c, f.request, f.row),
    What.CUT_OFF: lambda p, c, f: gathering.cut_off(p, c),
    What.PAPERS_DUE: lambda p, c, f: meetings.papers_due(p, c, f.step, f.attempt),
    What.MEETING: lambda p, c, f: meetings.take_place(p, c, f.step, f.attempt),
    What.TOLD: told,
    What.LEFT_OPEN: cases.count_as_open,
    What.AGAIN: lambda p, c, f: steps.again_due(p, c, f.step),
}
"""What each kind of fact does to its case, but for those that `apply` names.

The holder, or the domains of a withdrawal, stand for the request.
"""
