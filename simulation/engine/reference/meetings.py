"""Meetings: slots, seats, papers, who stays away, and what is missing on the table (SEMANTICS S7)."""

from bisect import bisect_left, bisect_right

from simulation.engine.kinds import Gap, Kind
from simulation.engine.reference.gathering import ask_again
from simulation.engine.reference.progress import Play, absence, go_back, may_share
from simulation.engine.reference.replies import is_left_out
from simulation.engine.reference.state import Case, Contact, Rank, State, Status, What
from simulation.population.tables import CheckPlan, MeetingPlan


def plan_of(play: Play, step: int) -> MeetingPlan:
    """Return the slots of a meeting."""
    plan = play.steps[step].meeting
    assert plan is not None
    return plan


def book(play: Play, case: Case, step: int, row: int, *, next_free: bool = False, first_slot: int = 0) -> None:
    """Take the earliest slot with a free seat at least the notice away, or simply the next free one."""
    plan = plan_of(play, step)
    now = play.clock.now
    if next_free:
        place = bisect_right(plan.slots, now)
    else:
        notice = play.later(play.steps[step].calendar, play.drawn(plan.notice, step, case))
        place = max(bisect_left(plan.slots, notice), first_slot)
    while place < len(plan.slots) and play.seats.get((step, place), 0) >= plan.seats:
        place += 1
    if place == len(plan.slots):
        case.booked.pop(step, None)
        return
    play.seats[step, place] = play.seats.get((step, place), 0) + 1
    first = not case.booked.get(step)
    turn = case.booked_times[step] = case.booked_times.get(step, 0) + 1
    row = play.step_row(case, Kind.MEETING_BOOKED, step, row, value=plan.slots[place])
    case.booked[step] = (place, turn, row)
    play.post(plan.slots[place], Rank.MEETINGS, What.MEETING, case.citizen, step, turn)
    if plan.ready_when and not next_free:
        play.post(max(plan.due[place], now), Rank.TIMERS, What.PAPERS_DUE, case.citizen, step, turn)
    if first:
        start_booked(play, case, step, row)


def start_booked(play: Play, case: Case, step: int, row: int) -> None:
    """Let the steps that wait for the booking start."""
    for early in play.steps[step].starts_booked:
        if early in case.goes_through and case.state[early] == State.WAITING:
            case.missing[early] -= 1
            if case.missing[early] == 0:
                case.asked[early] = row
                play.look_later(case.citizen, early)


def papers_due(play: Play, case: Case, step: int, turn: int) -> None:
    """Give the seat back when the papers are not ready, and book a later slot."""
    booked = case.booked.get(step)
    if booked is None or booked[1] != turn:
        return
    ready = plan_of(play, step).ready_when
    if all(case.state[s] in (State.DONE, State.PASSED) for s in ready if s in case.goes_through):
        return
    play.seats[step, booked[0]] -= 1
    row = play.step_row(case, Kind.SEAT_LOST, step, booked[2])
    book(play, case, step, row, first_slot=booked[0] + 1)


def take_place(play: Play, case: Case, step: int, turn: int) -> None:
    """Hold the meeting, or move it when the citizen or somebody needed stays away."""
    booked = case.booked.get(step)
    if booked is None or booked[1] != turn:
        return
    meeting = plan_of(play, step)
    tried = case.slots_tried.get(step, 0)
    case.slots_tried[step] = tried + 1
    stays_away = absence(play, case, step) >= 0
    postponed = (
        meeting.postponed >= 0 and tried < meeting.tries and bool(play.draw(meeting.postponed + tried, case.citizen))
    )
    if stays_away or postponed:
        kind = Kind.NO_SHOW if stays_away else Kind.MEETING_MOVED
        row = play.step_row(case, kind, step, booked[2])
        book(play, case, step, row, next_free=True)
        return
    hold(play, case, step, booked[2])


def hold(play: Play, case: Case, step: int, booked: int) -> None:
    """Everybody attends; the meeting ends after its minutes."""
    plan = play.steps[step]
    case.state[step], case.no_shows[step] = State.STARTED, 0
    minutes = play.drawn(plan.minutes, step, case)
    row = play.step_row(case, Kind.MEETING_HELD, step, booked, value=minutes)
    for role, column in plan_of(play, step).participants:
        actor = play.inputs.roles[role].actor
        play.row(
            case.citizen, Kind.ATTENDED, row, step=step, actor=actor, role=role, value=play.drawn(column, step, case)
        )
    play.post(
        play.clock.now + minutes, Rank.FINISHED_WORK, What.WAITED, case.citizen, step, case.occurrence[step], row=row
    )


def look_for_gaps(play: Play, case: Case, step: int, check: CheckPlan, row: int) -> bool:
    """Log what is missing; send the case back when a missing critical data type is noticed. True when sent back."""
    gaps = missing(play, case)
    is_meeting = play.steps[step].meeting is not None
    noticed = [
        item
        for item, gap in gaps
        if play.need[case.citizen][item] == 2 and is_noticed(play, case, step, check, item, gap)
    ]
    if is_meeting or noticed:
        for item, gap in gaps:
            if is_meeting or item in noticed:
                play.row(
                    case.citizen,
                    Kind.DATA_MISSING,
                    row,
                    step=step,
                    data_type=item,
                    cause=gap,
                    value=int(item in noticed),
                )
    if not noticed:
        return False
    if case.returned[step] >= check.way.at_most:
        play.step_row(case, Kind.CAP_REACHED, step, row)
        return False
    case.returned[step] += 1
    row = play.step_row(case, Kind.CASE_RETURNED, step, row)
    go_back(play, case, check.way.resets)
    ask_again(play, case, noticed, row)
    case.asked[check.way.to] = row
    play.look_later(case.citizen, check.way.to)
    return True


def is_noticed(play: Play, case: Case, step: int, check: CheckPlan, item: int, gap: Gap) -> bool:
    """Return whether a gap is noticed; what the citizen chose away is a right and sends no case back."""
    turn = min(case.returned[step], check.way.at_most)
    return gap != Gap.CHOSEN_AWAY and bool(play.draw(check.noticed[item] + turn, case.citizen))


def missing(play: Play, case: Case) -> list[tuple[int, Gap]]:
    """Return relevant and critical data types that exist and are not in the file, with why (SEMANTICS S6.4)."""
    citizen = case.citizen
    return [
        (item, why_missing(play, case, item))
        for item in play.gatherable
        if play.need[citizen][item] > 0 and play.has[citizen][item] and item not in case.file
    ]


def why_missing(play: Play, case: Case, item: int) -> Gap:
    """Return why a data type is not there."""
    contacts = case.gathering.contacts
    holders = [
        place
        for place, plan in enumerate(play.holders)
        if item in plan.items and play.involved[case.citizen][plan.actor]
    ]
    if case.judged_out >> item & 1:
        return Gap.JUDGED_OUT
    holders = [h for h in holders if may_share(play, case, h) and not is_left_out(play, case, play.holders[h], item)]
    if not holders:
        return Gap.CHOSEN_AWAY
    known = [h for h in holders if contacts[h].known >= 0]
    if not known:
        truth = play.inputs.truth
        withheld = any(truth.remembers[case.citizen][play.holders[h].actor] for h in holders)
        told = any(truth.told[case.citizen][play.holders[h].actor] for h in holders)
        return Gap.CHOSEN_AWAY if withheld and not told else Gap.NOT_FOUND
    return Gap.JUDGED_OUT if any(has_given(contacts[h], item) for h in known) else Gap.NOT_ARRIVED


def has_given(contact: Contact, item: int) -> bool:
    """Return whether a holder has answered, and nothing is being written or lies unread that it gave of a data type."""
    is_read = all(item != other for _, other in contact.received)
    return contact.status == Status.ANSWERED and not contact.writing and is_read


def ended(play: Play, case: Case, step: int, row: int) -> int:
    """The meeting is over; return the row that says so."""
    case.booked.pop(step, None)
    return play.step_row(case, Kind.STEP_DONE, step, row, value=play.drawn(play.steps[step].minutes, step, case))
