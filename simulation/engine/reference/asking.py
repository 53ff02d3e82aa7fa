"""A holder is asked, found and reminded (SEMANTICS S6.2)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.frontier import START, relation_of, turn_of
from simulation.engine.reference.progress import Play, may_share
from simulation.engine.reference.state import Case, Contact, Entry, Rank, Status, What
from simulation.population.tables import HolderPlan


def sent(play: Play, case: Case, holder: int, started: int, minutes: tuple[int, int], worker: int) -> None:
    """A request has been written and is on its way to the right person."""
    gathering = case.gathering
    plan, contact, citizen = play.holders[holder], gathering.contacts[holder], case.citizen
    role = play.asker
    own = play.gather.own_actor
    play.row(
        citizen,
        Kind.CONTACT_SOUGHT,
        started,
        actor=own,
        role=role,
        worker=worker,
        from_actor=plan.actor,
        value=minutes[0],
    )
    contact.last = play.row(
        citizen,
        Kind.REQUEST_SENT,
        started,
        actor=own,
        role=role,
        worker=worker,
        from_actor=plan.actor,
        channel=play.draw(plan.channel, citizen),
        attempt=gathering.round,
        value=minutes[1],
    )
    contact.contacts, contact.round, contact.writing = 1, gathering.round, []
    contact.status = Status.OPEN if gathering.active else Status.NEVER
    if not may_share(play, case, holder):
        stop_asking(play, case, holder, contact.last)
        return
    contact.under_way = bool(contact_luck(play, case, plan.answers, contact))
    if contact.under_way:
        play.post(
            found_at(play, case, plan),
            Rank.MESSAGES,
            What.FOUND,
            citizen,
            play.gather.step,
            gathering.round,
            holder,
            contact.last,
        )
    remind_later(play, case, holder, contact)


def contact_luck(play: Play, case: Case, column: int, contact: Contact) -> int:
    """Return the luck of this contact of this round."""
    per_round = play.gather.contacts
    place = min(contact.contacts, per_round) - 1
    return play.draw(column + contact.round * per_round + place, case.citizen)


def found_at(play: Play, case: Case, plan: HolderPlan) -> int:
    """Return when the right person has the request: at once where they know each other, by the quickest way else."""
    given, citizen = play.gather, case.citizen
    if relation_of(play, case, plan) >= given.known_from:
        return play.clock.now
    delay = play.draw(plan.find, citizen)
    server, turn = turn_of(play, case)
    if case.newcomer:
        delay = scaled(delay, play.draw(given.newcomer, citizen))
    if play.clock.now < play.inputs.servers[server].seasoned[turn]:
        delay = scaled(delay, play.draw(given.new_person, citizen))
    minute = play.later(plan.opening, delay)
    if plan.find_way >= 0:
        way = play.draw(plan.find_way, citizen)
        minute = min(minute, play.later(plan.opening, way)) if way < 1 << 30 else minute
    return minute


def scaled(delay: int, per_cent: int) -> int:
    """Return a coded delay times a factor in per cent, rounded half up."""
    return (delay * per_cent + 50) // 100 if delay >= 0 else -1 - ((-1 - delay) * per_cent + 50) // 100


def remind_later(play: Play, case: Case, holder: int, contact: Contact) -> None:
    """Set the clock to the next reminder, or to giving up."""
    given = play.gather
    minute = play.later(play.steps[given.step].calendar, play.draw(given.reminder_after, case.citizen))
    play.post(
        minute, Rank.TIMERS, What.REMINDER, case.citizen, play.gather.step, case.gathering.round, holder, contact.last
    )


def reminder_due(play: Play, case: Case, holder: int, last: int) -> None:
    """Nothing came: remind at the next desk visit, or count the holder as never answered."""
    gathering = case.gathering
    contact = gathering.contacts[holder]
    if contact.status != Status.OPEN or contact.last != last or not gathering.active:
        return
    if contact.contacts <= play.draw(play.gather.reminders, case.citizen):
        gathering.reminders.append(holder)
        play.look_later(case.citizen, START)
        return
    contact.status = Status.NEVER
    plan = play.holders[holder]
    row = play.row(
        case.citizen, Kind.REQUEST_NEVER_ANSWERED, contact.last, actor=play.gather.own_actor, from_actor=plan.actor
    )
    gathering.last_read.append((play.clock.now, -holder, row))
    play.look_later(case.citizen, START)


def reminded(play: Play, case: Case, holder: int, started: int, minutes: int, worker: int) -> None:
    """A reminder has been sent; it starts a reply only if none is under way."""
    gathering = case.gathering
    plan, contact = play.holders[holder], gathering.contacts[holder]
    contact.contacts += 1
    contact.last = play.row(
        case.citizen,
        Kind.REQUEST_REMINDED,
        started,
        actor=play.gather.own_actor,
        role=play.asker,
        worker=worker,
        from_actor=plan.actor,
        channel=play.draw(plan.channel, case.citizen),
        attempt=contact.contacts - 1,
        value=minutes,
    )
    if not contact.under_way and contact_luck(play, case, plan.answers, contact):
        contact.under_way = True
        found(play, case, holder, contact.round, contact.contacts, contact.last)
    remind_later(play, case, holder, contact)


def found(play: Play, case: Case, holder: int, round_: int, contacts: int, row: int) -> None:
    """The right person has the request; the answer follows by delay or through the holder's queue."""
    gathering = case.gathering
    plan, contact, citizen = play.holders[holder], gathering.contacts[holder], case.citizen
    if contact.round != round_ or contact.status == Status.CANCELLED:
        return
    row = play.row(citizen, Kind.PERSON_FOUND, row, actor=plan.actor, from_actor=plan.actor)
    if plan.pool >= 0:
        server = play.inputs.roles[plan.pool].first_server
        play.wait_for(server, (1, play.clock.now, citizen, play.gather.step, round_, holder, Entry.ANSWER, row))
        return
    per_round = play.gather.contacts
    delay = play.draw(plan.delay + round_ * per_round + min(contacts, per_round) - 1, citizen)
    play.post(
        play.later(plan.opening, delay), Rank.MESSAGES, What.REPLY, citizen, play.gather.step, round_, holder, row
    )


def stop_asking(play: Play, case: Case, holder: int, row: int) -> None:
    """Cancel what a holder was asked for; nothing of it is waited for."""
    contact = case.gathering.contacts[holder]
    contact.status, contact.writing, contact.unclear = Status.CANCELLED, [], []
    actor = play.holders[holder].actor
    play.row(case.citizen, Kind.REQUEST_CANCELLED, row, actor=play.gather.own_actor, from_actor=actor)
