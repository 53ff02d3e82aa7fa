"""What a holder answers and writes, until it lies on the desk (SEMANTICS S6.2)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.desk_queue import need_visit
from simulation.engine.reference.progress import Play, may_share
from simulation.engine.reference.rows import answered
from simulation.engine.reference.state import Case, Rank, Status, What, pack, unpack
from simulation.population.tables import HolderPlan


def reply(play: Play, case: Case, holder: int, round_: int, row: int) -> None:
    """An answer arrives: what is on file and pointers now, what must be written when it is written."""
    gathering = case.gathering
    plan, contact, citizen = play.holders[holder], gathering.contacts[holder], case.citizen
    late = comes_too_late(play, case, holder, round_)
    row = answered(
        play,
        case,
        row,
        play.draw(plan.answer_minutes + round_, citizen),
        kind=Kind.REPLY_LATE if late else Kind.REQUEST_ANSWERED,
        actor=plan.actor,
        of=plan.actor,
        channel=play.draw(plan.channel, citizen),
        attempt=round_,
    )
    if late:
        return
    contact.under_way = False
    if contact.status in (Status.OPEN, Status.UNASKED):
        contact.status = Status.ANSWERED
    deliver(play, case, holder, row)
    land(play, case, holder, 0, row)


def comes_too_late(play: Play, case: Case, holder: int, round_: int) -> bool:
    """Return whether what a holder was asked for in a round is no longer waited for, or may no longer be given."""
    gathering = case.gathering
    contact = gathering.contacts[holder]
    is_waited_for = gathering.active and contact.round == round_ and contact.status != Status.CANCELLED
    return not is_waited_for or not may_share(play, case, holder)


def deliver(play: Play, case: Case, holder: int, row: int) -> None:
    """Hand over the data types on file and start writing the others."""
    gathering = case.gathering
    plan, contact, citizen = play.holders[holder], gathering.contacts[holder], case.citizen
    if not play.involved[citizen][plan.actor]:
        return
    for place, item in enumerate(plan.items):
        if not play.has[citizen][item] or item in case.file or is_left_out(play, case, plan, item):
            continue
        if contact.round == 0 and play.need[citizen][item] == 1 and play.draw(plan.narrow[place], citizen):
            play.row(citizen, Kind.DATA_JUDGED_OUT, row, actor=plan.actor, data_type=item, from_actor=plan.actor)
        elif plan.written[place] >= 0 and play.draw(plan.written[place], citizen):
            contact.writing.append(item)
            delay = play.draw(plan.write_delay[place] + contact.round, citizen)
            minute, key = play.later(plan.opening, delay), (play.gather.step, contact.round, holder)
            play.post(minute, Rank.MESSAGES, What.WRITTEN, citizen, *key, pack(0, item, row))
        else:
            play.row(
                citizen, Kind.DATA_RECEIVED, row, actor=play.gather.own_actor, data_type=item, from_actor=plan.actor
            )
            contact.received.append((row, item))


def is_left_out(play: Play, case: Case, plan: HolderPlan, item: int) -> bool:
    """Return whether a holder that needs consent may not give a data type, as the citizen left its domain out."""
    return bool(plan.needs_consent and case.excluded >> play.inputs.domain_of_data[item] & 1)


def drop_left_out(play: Play, case: Case, holder: int) -> None:
    """Wait for nothing, and use nothing unread, of the domains that are left out now (SEMANTICS S8.4)."""
    plan, contact = play.holders[holder], case.gathering.contacts[holder]
    contact.writing = [item for item in contact.writing if not is_left_out(play, case, plan, item)]
    contact.unclear = [item for item in contact.unclear if not is_left_out(play, case, plan, item)]
    contact.received = [(row, item) for row, item in contact.received if not is_left_out(play, case, plan, item)]


def written(play: Play, case: Case, holder: int, round_: int, packed: int) -> None:
    """A data type has been written on request and arrives."""
    _, item, row = unpack(packed)
    gathering = case.gathering
    plan, contact, citizen = play.holders[holder], gathering.contacts[holder], case.citizen
    place = plan.items.index(item)
    minutes = play.draw(plan.write_minutes[place] + round_, citizen)
    row = play.row(
        citizen, Kind.DATA_CREATED, row, actor=plan.actor, data_type=item, from_actor=plan.actor, value=minutes
    )
    is_waited_for = contact.round == round_ and item in contact.writing
    if is_waited_for:
        contact.writing.remove(item)
    if not is_waited_for or comes_too_late(play, case, holder, round_):
        play.row(citizen, Kind.REPLY_LATE, row, actor=plan.actor, data_type=item, from_actor=plan.actor)
        return
    play.row(citizen, Kind.DATA_RECEIVED, row, actor=play.gather.own_actor, data_type=item, from_actor=plan.actor)
    contact.received.append((row, item))
    land(play, case, holder, 0, row)


def clarified(play: Play, case: Case, holder: int, round_: int, row: int) -> None:
    """The clarification of a reply arrives and must be read."""
    gathering = case.gathering
    plan = play.holders[holder]
    row = play.row(case.citizen, Kind.CLARIFIED, row, actor=plan.actor, from_actor=plan.actor, attempt=round_)
    if gathering.contacts[holder].unclear and not comes_too_late(play, case, holder, round_):
        land(play, case, holder, 1, row)


def land(play: Play, case: Case, holder: int, what: int, row: int) -> None:
    """Something lies on the desk to be read."""
    gathering = case.gathering
    gathering.unread.append((holder, what, row))
    role = play.asker
    need_visit(play, case, role, at_once=bool(play.inputs.roles[role].reply_brings_up))
