"""The snowball: how gathering begins, is called off, ends and begins again (SEMANTICS S5, S6)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.asking import stop_asking
from simulation.engine.reference.desk_queue import need_visit
from simulation.engine.reference.frontier import START, enter_frontier, is_askable, known_at_start, may_be_named, name
from simulation.engine.reference.progress import Play, may_share, resolve
from simulation.engine.reference.replies import drop_left_out
from simulation.engine.reference.state import Case, Rank, State, Status, What


def begin(play: Play, case: Case, row: int) -> None:
    """Start gathering: what the citizen told, own systems, indexes and habit are known."""
    gathering = case.gathering
    gathering.active = True
    gathering.last_read = [(play.clock.now, 0, row)]
    gathering.begun = row
    plan = play.gather
    if gathering.round == 0:
        for holder in known_at_start(play, case):
            name(play, case, START, holder, row)
        ends = play.draw(plan.ends, case.citizen)
        if ends >= 0:
            play.post(
                max(play.opened[case.citizen] + ends, play.clock.now),
                Rank.TIMERS,
                What.CUT_OFF,
                case.citizen,
                plan.step,
            )
    play.look_later(case.citizen, START)


def look_at_end(play: Play, case: Case) -> None:
    """End the gathering when nothing is open, unread or askable; else see that the case comes up (SEMANTICS S6.3)."""
    gathering = case.gathering
    if not gathering.active:
        return
    role = play.asker
    if case.desks[role].state == 3:
        return
    if gathering.unread or gathering.reminders or is_askable(play, case):
        need_visit(play, case, role)
        return
    for contact in gathering.contacts:
        if contact.status == Status.OPEN or contact.writing or contact.unclear:
            return
    end(play, case)


def end(play: Play, case: Case) -> None:
    """End the gathering at its last straw; what is still open is waited for no longer."""
    gathering = case.gathering
    gathering.active = False
    gathering.reminders, gathering.unread = [], []
    for contact in gathering.contacts:
        contact.status = Status.NEVER if contact.status == Status.OPEN else contact.status
        contact.received += [(-1, item) for item in contact.unclear]
        contact.unclear = []
    step = play.gather.step
    straw = max(gathering.last_read, default=(0, 0, gathering.begun))[2]
    row = play.step_row(case, Kind.STEP_DONE, step, straw)
    resolve(play, case, step, State.DONE, row)


def cut_off(play: Play, case: Case) -> None:
    """The clock of the case type ends the gathering, unless it is one after a return."""
    if case.gathering.active and case.gathering.round == 0:
        end(play, case)


def cancel(play: Play, case: Case, row: int) -> None:
    """Stop asking whoever may no longer be asked (SEMANTICS S8.4)."""
    gathering = case.gathering
    if gathering.begun < 0:
        return
    for holder, contact in enumerate(gathering.contacts):
        is_open = contact.status == Status.OPEN or contact.writing or contact.unclear
        if is_open and not may_share(play, case, holder):
            stop_asking(play, case, holder, row)
        drop_left_out(play, case, holder)
    gathering.unread = [entry for entry in gathering.unread if may_share(play, case, entry[0])]
    gathering.reminders = [holder for holder in gathering.reminders if may_share(play, case, holder)]
    gathering.last_read.append((play.clock.now, 0, row))
    play.look_later(case.citizen, START)


def ask_again(play: Play, case: Case, items: list[int], row: int) -> None:
    """Let the holders of missing data types enter the frontier with fresh attempts (SEMANTICS S7)."""
    gathering = case.gathering
    gathering.round = min(gathering.round + 1, play.gather.rounds - 1)
    for place, plan in enumerate(play.holders):
        if not set(items) & set(plan.items):
            continue
        contact = gathering.contacts[place]
        if contact.status != Status.OPEN:
            contact.status, contact.read, contact.clarified = Status.UNASKED, False, False
            contact.under_way, contact.received = False, []
            if contact.known >= 0 and all(place != holder for _, _, holder in gathering.unasked):
                enter_frontier(gathering, place)
        contact.wave = min(contact.wave, 0)
        if contact.known < 0 and may_be_named(play, case, place):
            name(play, case, START, place, row)
