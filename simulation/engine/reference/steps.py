"""What each kind of step does when it is asked for, started and waited for."""

from collections.abc import Callable

from simulation.engine.kinds import Kind
from simulation.engine.reference import contacts, gathering, living, meetings
from simulation.engine.reference.clock import Fact
from simulation.engine.reference.desk_queue import desk_of, need_visit
from simulation.engine.reference.finishing import finish
from simulation.engine.reference.frontier import START
from simulation.engine.reference.progress import Play, holds, resolve
from simulation.engine.reference.state import Case, Entry, Rank, State, What
from simulation.population.tables import StepKind


def look_at(play: Play, case: Case, step: int) -> None:
    """Ask for a step whose prerequisites are resolved, or pass it over."""
    plan = play.steps[step]
    if case.state[step] != State.WAITING or case.missing[step] > 0:
        return
    row = max(case.asked[step], last_prerequisite(case, plan.after))
    case.asked[step] = -1
    taken = plan.go < 0 or play.drawn(plan.go, step, case)
    if not taken or (plan.decided and not holds(case, plan.decided)):
        resolve(play, case, step, State.PASSED, play.step_row(case, Kind.STEP_PASSED, step, row))
        return
    case.state[step] = State.ASKED
    row = case.asked[step] = play.step_row(case, Kind.STEP_ASKED, step, row)
    ASK[plan.kind](play, case, step, row)


def last_prerequisite(case: Case, after: tuple[int, ...]) -> int:
    """Return the row that came last of those that made a step possible."""
    last, resolved = -1, case.resolved
    for step in after:
        if resolved[step] > last:
            last = resolved[step]
    return last if last >= 0 else case.opened


def to_desk(play: Play, case: Case, step: int, row: int) -> None:
    """Lay the step on the desk of the case's person."""
    role = play.steps[step].role
    desk_of(play, case, role).ready.append(step)
    need_visit(play, case, role)


def to_queue(play: Play, case: Case, step: int, row: int) -> None:
    """Queue the step, after the time agreed ahead."""
    plan = play.steps[step]
    if plan.lead < 0:
        join_queue(play, case, step, row)
        return
    minute = play.later(plan.calendar, play.drawn(plan.lead, step, case))
    play.post(minute, Rank.TIMERS, What.DUE, case.citizen, step, case.occurrence[step], row=row)
    if play.inputs.roles[plan.role].works_as == 0:
        desk_of(play, case, plan.role)


def due(play: Play, case: Case, fact: Fact) -> None:
    """The time agreed ahead has come."""
    step, occurrence = fact.step, fact.attempt
    if case.occurrence[step] == occurrence and case.state[step] == State.ASKED:
        join_queue(play, case, step, play.step_row(case, Kind.STEP_DUE, step, fact.row))


def join_queue(play: Play, case: Case, step: int, row: int) -> None:
    """Wait for the case's person, or for anybody of the pool."""
    plan = play.steps[step]
    entry = (
        plan.priority,
        play.clock.now,
        case.citizen,
        step,
        case.occurrence[step],
        case.no_shows[step],
        Entry.STEP,
        row,
    )
    role = play.inputs.roles[plan.role]
    if role.works_as == 0:
        desk = desk_of(play, case, plan.role)
        if desk.server < 0:
            play.unassigned.add((case.citizen, plan.role))
            case.waiting_entries.append((plan.role, entry))
        else:
            play.wait_for(desk.server, entry)
    else:
        play.wait_for(role.first_server, entry)


def at_once(play: Play, case: Case, step: int, row: int) -> None:
    """A panel takes its minutes without capacity."""
    plan = play.steps[step]
    minutes = play.drawn(plan.minutes, step, case)
    row = start(play, case, step, row, -1)
    play.post(
        play.later(plan.calendar, minutes),
        Rank.FINISHED_WORK,
        What.WAITED,
        case.citizen,
        step,
        case.occurrence[step],
        row=row,
    )


def wait(play: Play, case: Case, step: int, row: int) -> None:
    """Time passes with somebody without a queue."""
    plan = play.steps[step]
    row = start(play, case, step, row, -1)
    minute = play.later(plan.calendar, play.drawn(plan.delay, step, case))
    play.post(minute, Rank.MESSAGES, What.WAITED, case.citizen, step, case.occurrence[step], row=row)


def ask_consent(play: Play, case: Case, step: int, row: int) -> None:
    """Ask the citizen; asking is logged as work and takes no capacity."""
    plan = play.steps[step]
    case.state[step] = State.STARTED
    row = play.step_row(case, Kind.CONSENT_ASKED, step, row, value=play.drawn(plan.minutes, step, case))
    minute = play.later(plan.calendar, play.drawn(plan.delay, step, case))
    play.post(minute, Rank.CONSENT_AND_LIFE, What.CONSENT, case.citizen, step, case.occurrence[step], row=row)


def consent_answered(play: Play, case: Case, step: int, row: int) -> None:
    """The citizen says yes, with some domains left out, or no."""
    plan = play.steps[step].consent
    assert plan is not None
    refused = play.drawn(plan.refused, step, case)
    case.consent = 0 if refused else 1
    case.excluded = play.drawn(plan.excluded, step, case) | case.taken_out
    kind = Kind.CONSENT_REFUSED if refused else Kind.CONSENT_GIVEN
    row = case.consent_row = play.step_row(case, kind, step, row, value=case.excluded)
    withdrawn = play.drawn(plan.withdrawn, step, case)
    if not refused and withdrawn >= 0:
        play.post(play.clock.now + withdrawn, Rank.CONSENT_AND_LIFE, What.WITHDRAWN, case.citizen, step, row=row)
    play.look_later(case.citizen, START)
    if case.picture is not None:
        living.open_views(play, case, row)
    finish(play, case, step, row)


def consent_withdrawn(play: Play, case: Case, step: int, domains: int, row: int) -> None:
    """From this minute nothing that needs consent is asked or delivered; what was received stays.

    Args:
        play: the replication.
        case: whose consent it is.
        step: the step in which it was given.
        domains: domains (bits) that are taken out of it; 0 where all of it is withdrawn.
        row: row that made it possible; -1 for the one in which consent was last given.
    """
    if case.consent != 1 or (domains and not domains & ~case.excluded):
        return
    case.consent = 1 if domains else 0
    case.taken_out |= domains
    case.excluded |= domains
    value, because = case.excluded if domains else -1, row if row >= 0 else case.consent_row
    row = play.step_row(case, Kind.CONSENT_WITHDRAWN, step, because, value=value)
    gathering.cancel(play, case, row)
    if case.picture is not None:
        living.close_views(play, case)


def gather(play: Play, case: Case, step: int, row: int) -> None:
    """Start gathering as soon as the case has an owner."""
    if desk_of(play, case, play.steps[step].role).server >= 0:
        row = start(play, case, step, row, -1)
        gathering.begin(play, case, row)


def decide(play: Play, case: Case, step: int, row: int) -> None:
    """Choose an answer and keep it."""
    case.answers[step] = play.drawn(play.steps[step].answer, step, case)
    finish(play, case, step, play.step_row(case, Kind.STEP_DONE, step, row, value=case.answers[step]))


def start(play: Play, case: Case, step: int, row: int, worker: int) -> int:
    """Note that a step has started."""
    case.state[step] = State.STARTED
    return play.step_row(case, Kind.STEP_STARTED, step, row, worker=worker)


def waited(play: Play, case: Case, fact: Fact) -> None:
    """A wait, a panel's work or a meeting is over."""
    step, occurrence, row = fact.step, fact.attempt, fact.row
    plan = play.steps[step]
    if case.occurrence[step] != occurrence or case.state[step] != State.STARTED:
        return
    if plan.kind == StepKind.MEETING:
        finish(play, case, step, meetings.ended(play, case, step, row))
        return
    minutes = play.drawn(plan.minutes, step, case) if plan.minutes >= 0 else 0
    finish(play, case, step, play.step_row(case, Kind.STEP_DONE, step, row, value=minutes))


def again_due(play: Play, case: Case, step: int) -> None:
    """The time before an earlier step is due again is over."""
    case.missing[step] -= 1
    play.look_later(case.citizen, step)


ASK: dict[int, Callable[[Play, Case, int, int], None]] = {
    StepKind.DESK: to_desk,
    StepKind.QUEUE: to_queue,
    StepKind.PANEL: at_once,
    StepKind.WAIT: wait,
    StepKind.CONSENT: ask_consent,
    StepKind.GATHER: gather,
    StepKind.MEETING: meetings.book,
    StepKind.DECIDE: decide,
    StepKind.CONTACT: contacts.begin,
}
