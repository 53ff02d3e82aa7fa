"""Plays one replication: rounds of facts, decisions and handing out, minute by minute (SEMANTICS S3)."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from heapq import heappop

from simulation.engine.kinds import Kind
from simulation.engine.log import Log, log_of
from simulation.engine.reference import contacts, gathering, living, meetings, sharing, steps
from simulation.engine.reference.clock import Clock, Fact
from simulation.engine.reference.desk import begin_visit, end_visit, finish_item, next_item, start_item
from simulation.engine.reference.desk_queue import assign, enter_queue, give_to, need_visit
from simulation.engine.reference.progress import Play, absence, close, unresolved
from simulation.engine.reference.state import Case, Entry, Rank, Server, State, ToDo, What, pack, unpack
from simulation.population.inputs import Inputs
from simulation.population.tables import ReactionPlan
from simulation.values.cannot_run import CannotRun

MOST_ROUNDS = 1000


def play(inputs: Inputs) -> Log:
    """Play one replication to its horizon and return the log.

    Raises:
        CannotRun: when a minute never comes to rest; the message names the step.
    """
    stage = Play(inputs, Clock(inputs.cast.horizon))
    for citizen, minute in enumerate(inputs.cast.opened.tolist()):
        stage.post(minute, Rank.OPENED, What.OPENED, citizen)
    for place, server in enumerate(stage.servers):
        for turn, minute in enumerate(server.plan.changes):
            stage.post(minute, Rank.CONSENT_AND_LIFE, What.SEAT_CHANGES, -1, place, turn)
        for turn, (minute, _) in enumerate(server.plan.background):
            stage.post(minute, Rank.OPENED, What.BACKGROUND, -1, place, turn)
    with uncollected():
        stage.clock.run(lambda: play_minute(stage))
    leave_open(stage)
    return log_of(stage.rows, inputs.steps)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector away from a growing log, which holds no circles; it would cost a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def play_minute(stage: Play) -> None:
    """Rounds until nothing is due in this minute."""
    for _ in range(MOST_ROUNDS):
        for fact in sorted(stage.clock.due()):
            apply(stage, fact)
        if stage.changed:
            look_at_changes(stage)
        if stage.unassigned or stage.waking:
            hand_out(stage)
        if not stage.changed and not stage.clock.is_due():
            return
    steps_due = {step for _, step in stage.changed} | {fact[2] for fact in stage.clock.due() if fact[1] >= 0}
    where = max(steps_due, default=-1)
    name = stage.inputs.names.steps[where] if where >= 0 else "the gathering"
    raise CannotRun(f"minute {stage.clock.now} never comes to rest: look at step '{name}' and its ways back")


def apply(stage: Play, fact: Fact) -> None:
    """Apply one fact to its own citizen."""
    _, citizen, step, attempt, _, what, _ = fact
    if what == What.FINISHED:
        finish_work(stage, fact)
    elif what == What.OPENED:
        open_case(stage, citizen)
    elif citizen >= 0:
        FACTS[what](stage, stage.cases[citizen], fact)
    elif what == What.SEAT_CHANGES:
        change_seat(stage, step)
    elif what == What.BACKGROUND:
        stage.wait_for(step, (1, stage.clock.now, -1, step, attempt, 0, Entry.BACKGROUND, -1))
    else:
        stage.servers[step].alarm = -1
        stage.waking.add(step)


def look_at_changes(stage: Play) -> None:
    """Look once at what facts may have changed, by citizen and step."""
    changed = sorted(stage.changed)
    stage.changed.clear()
    for citizen, step in changed:
        if step == gathering.START:
            gathering.look_at_end(stage, stage.cases[citizen])
        else:
            steps.look_at(stage, stage.cases[citizen], step)
    if stage.entered_late:
        look_for_ends(stage)


def look_for_ends(stage: Play) -> None:
    """Close cases that entered after the closing step, when all their steps are resolved."""
    for citizen in sorted(stage.entered_late):
        case = stage.cases[citizen]
        if all(case.state[s] in (State.DONE, State.PASSED) for s in case.goes_through):
            close(stage, case, max(case.resolved))
    stage.entered_late.clear()


def hand_out(stage: Play) -> None:
    """Choose owners, then let pools and people start what waits, in order of id, in open minutes only."""
    if stage.unassigned:
        for citizen, role in sorted(stage.unassigned):
            assign(stage, stage.cases[citizen], role)
            settle(stage, stage.cases[citizen], role)
        stage.unassigned.clear()
    waking = sorted(stage.waking)
    stage.waking.clear()
    for place in waking:
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
    if server.queue or server.visit is not None:
        start_work(stage, place, server, item)


def start_work(stage: Play, place: int, server: Server, item: ToDo | None) -> None:
    """Start the next item of a visit, or what comes first in the queue; in closed minutes wait for the opening."""
    now = stage.clock.now
    if not server.opening.is_open(now):
        opens = server.opening.next_open(now)
        if server.alarm < 0:
            server.alarm = opens
            stage.post(opens, Rank.TIMERS, What.OPENING, -1, place)
        return
    if server.visit is not None and item is not None:
        start_item(stage, place, stage.cases[server.visit.case], item)
    while server.queue and server.busy < server.plan.capacity:
        if take(stage, place, heappop(server.queue)):
            server.busy += 1


def take(stage: Play, place: int, entry: tuple[int, int, int, int, int, int, int, int]) -> bool:
    """Start what came first in a queue; False when it takes no time."""
    _, _, citizen, step, attempt, request, what, row = entry
    server = stage.servers[place]
    now = stage.clock.now
    if what == Entry.VISIT:
        return begin_visit(stage, place, stage.cases[citizen], server.plan.role)
    if what == Entry.STEP:
        return take_step(stage, place, citizen, step, attempt, row)
    if what == Entry.BACKGROUND:
        row = stage.row(-1, Kind.BACKGROUND_STARTED, -1, role=server.plan.role, worker=place)
        minutes = server.plan.background[attempt][1]
    else:
        plan = stage.inputs.holders[request]
        minutes = stage.draw(plan.answer_minutes + attempt, citizen)
    end = server.opening.advance(now, minutes)
    stage.clock.post(end, (Rank.FINISHED_WORK, citizen, step, attempt, request, What.FINISHED, pack(what, place, row)))
    return True


def take_step(stage: Play, place: int, citizen: int, step: int, attempt: int, row: int) -> bool:
    """Start a queued step, unless the citizen stays away or it is no longer wanted."""
    case, plan, server = stage.cases[citizen], stage.steps[step], stage.servers[place]
    if case.occurrence[step] != attempt or case.state[step] != State.ASKED:
        return False
    if plan.no_show >= 0 and stays_away(stage, case, step, place, row):
        return False
    case.no_shows[step] = 0
    started = steps.start(stage, case, step, row, place)
    end = server.opening.advance(stage.clock.now, stage.drawn(plan.minutes, step, case))
    stage.clock.post(
        end, (Rank.FINISHED_WORK, citizen, step, attempt, 0, What.FINISHED, pack(Entry.STEP, place, started))
    )
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
    _, citizen, step, attempt, request, _, packed = fact
    entry, place, row = unpack(packed)
    if entry == Entry.VISIT:
        finish_item(stage, place)
        return
    stage.servers[place].busy -= 1
    stage.waking.add(place)
    if entry == Entry.BACKGROUND:
        role, minutes = stage.servers[place].plan.role, stage.servers[place].plan.background[attempt][1]
        stage.row(-1, Kind.BACKGROUND_DONE, row, role=role, worker=place, value=minutes)
        return
    case = stage.cases[citizen]
    if entry == Entry.ANSWER:
        gathering.reply(stage, case, request, attempt, row)
        return
    steps.done(stage, case, step, attempt, row, place)


def open_case(stage: Play, citizen: int) -> None:
    """A case opens: its first steps are looked at, its life goes on."""
    inputs = stage.inputs
    begins = stage.begins[inputs.cast.persona[citizen]]
    count = len(inputs.steps)
    row = stage.row(citizen, Kind.CASE_OPENED, -1)
    numbers = [[0] * count for _ in range(4)]
    rows = [[-1] * count for _ in range(3)]
    stage.cases[citizen] = Case(
        citizen=citizen,
        opened=row,
        goes_through=begins.goes_through,
        state=begins.state.copy(),
        missing=begins.missing.copy(),
        occurrence=numbers[0],
        resolved=rows[0],
        asked=rows[1],
        no_shows=numbers[1],
        answers=rows[2],
        went_back=numbers[2],
        returned=numbers[3],
        newcomer=bool(inputs.newcomer[citizen]),
    )
    stage.changed.update([(citizen, step) for step in begins.first])
    now = stage.clock.now
    stage.post(now + inputs.cast.follow_up, Rank.TIMERS, What.LEFT_OPEN, citizen)
    if inputs.coordination is not None:
        living.begin(stage, stage.cases[citizen])
    for minute, event, turn in inputs.lives.happens[citizen]:
        stage.post(now + minute, Rank.CONSENT_AND_LIFE, What.LIFE, citizen, -1, event, turn)


def live(stage: Play, case: Case, fact: Fact) -> None:
    """A life event happens; reactions start steps that have not started (SEMANTICS S4.4)."""
    _, _, _, event, turn, _, _ = fact
    plan = stage.inputs.events[event]
    row = stage.row(case.citizen, Kind.LIFE_EVENT, case.opened, attempt=turn, value=event)
    case.newcomer = case.newcomer or bool(plan.adds_newcomer)
    if case.picture is not None:
        living.change(stage, case, plan, event, turn, row)
        contacts.follow_event(stage, case, event, turn, row)
    for reaction in plan.reactions:
        if reaction.only_before < 0 or case.state[reaction.only_before] < State.STARTED:
            react(stage, case, reaction, row)


def react(stage: Play, case: Case, reaction: ReactionPlan, row: int) -> None:
    """Change people and start steps, as a reaction to a life event says."""
    for role in reaction.changes_person:
        if role in case.desks and case.desks[role].server >= 0:
            hand_over(stage, case, role, row)
    for step in reaction.starts:
        if step in case.goes_through and case.state[step] == State.PASSED and case.resolved[step] < 0:
            case.state[step], case.asked[step] = State.WAITING, row
            for later in stage.steps[step].then:
                if later in case.goes_through and case.state[later] == State.WAITING:
                    case.missing[later] += 1
            case.missing[step] = unresolved(stage, case, step)
            if case.missing[step] == 0:
                stage.changed.add((case.citizen, step))


def hand_over(stage: Play, case: Case, role: int, row: int) -> None:
    """Give the case to the colleague with the fewest open cases, unless it waits or is just being worked on."""
    plan, desk = stage.inputs.roles[role], case.desks[role]
    others = [p for p in range(plan.first_server, plan.first_server + plan.servers) if p != desk.server]
    waits = any(entry[2] == case.citizen for entry in stage.servers[desk.server].queue)
    if desk.state == 3 or waits or not others:
        return
    server = min(others, key=lambda place: (stage.servers[place].cases, place))
    give_to(stage, case, role, server, Kind.PERSON_CHANGED, row)
    desk.state, desk.turn = 0, desk.turn + 1
    if desk.ready:
        need_visit(stage, case, role)
    stage.changed.add((case.citizen, gathering.START))


def change_seat(stage: Play, place: int) -> None:
    """A person leaves and the successor takes over all open cases, without the network."""
    role = stage.servers[place].plan.role
    for citizen in sorted(stage.cases):
        case = stage.cases[citizen]
        desk = case.desks.get(role)
        if desk is not None and desk.server == place and not case.closed:
            actor = stage.inputs.roles[role].actor
            stage.row(citizen, Kind.PERSON_CHANGED, case.opened, actor=actor, role=role, worker=place)


def count_as_open(stage: Play, case: Case, _fact: Fact | None = None) -> None:
    """A case that is open when its follow-up is over counts as open at that time."""
    if not case.ended:
        case.ended = True
        stage.row(case.citizen, Kind.CASE_LEFT_OPEN, case.opened)


def leave_open(stage: Play) -> None:
    """Cases still open at the horizon count as open there."""
    stage.clock.now = stage.inputs.cast.horizon
    for citizen in sorted(stage.cases):
        count_as_open(stage, stage.cases[citizen])


def come_up(stage: Play, case: Case, fact: Fact) -> None:
    """The case's turn on the desk has come."""
    _, _, _, role, turn, _, _ = fact
    desk = case.desks[role]
    if desk.state == 1 and desk.turn == turn:
        enter_queue(stage, case, role)


def told(stage: Play, case: Case, fact: Fact) -> None:
    """An actor receives what it was told."""
    _, _, step, actor, data_type, _, row = fact
    stage.row(
        case.citizen,
        Kind.ACTOR_TOLD,
        row,
        step=step,
        actor=actor,
        data_type=data_type,
        from_actor=stage.steps[step].actor,
    )


FACTS: dict[int, Callable[[Play, Case, Fact], None]] = {
    What.WAITED: steps.waited,
    What.DUE: steps.due,
    What.CONSENT: lambda p, c, f: steps.consent_answered(p, c, f[2], f[6]),
    What.WITHDRAWN: lambda p, c, f: steps.consent_withdrawn(p, c, f[2], f[6]),
    What.LIFE: live,
    What.COMES_UP: come_up,
    What.FOUND: lambda p, c, f: gathering.found(p, c, f[4], f[3], 1, f[6]),
    What.REPLY: lambda p, c, f: gathering.reply(p, c, f[4], f[3], f[6]),
    What.WRITTEN: lambda p, c, f: gathering.written(p, c, f[4], f[3], f[6]),
    What.CLARIFIED: lambda p, c, f: gathering.clarified(p, c, f[4], f[3], f[6]),
    What.REMINDER: lambda p, c, f: gathering.reminder_due(p, c, f[4], f[6]),
    What.CUT_OFF: lambda p, c, f: gathering.cut_off(p, c),
    What.PAPERS_DUE: lambda p, c, f: meetings.papers_due(p, c, f[2], f[3]),
    What.MEETING: lambda p, c, f: meetings.take_place(p, c, f[2], f[3]),
    What.TOLD: told,
    What.LEFT_OPEN: count_as_open,
    What.CONTACT: contacts.come,
    What.CONTACT_DONE: contacts.end,
    What.NEWS: sharing.news_arrives,
    What.AGAIN: lambda p, c, f: steps.again_due(p, c, f[2]),
}
"""What each kind of fact does to its case; places in a fact as in `clock.Fact`, the holder standing for the request."""
