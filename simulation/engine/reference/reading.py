"""What the owner reads or looks up, and what becomes of it (SEMANTICS S6.2)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference import rows
from simulation.engine.reference.frontier import may_be_named, name, relation_of
from simulation.engine.reference.progress import Play, may_share
from simulation.engine.reference.replies import is_left_out
from simulation.engine.reference.state import Case, Rank, Status, What


def read(play: Play, case: Case, holder: int, what: int, landed: int, started: int, minutes: int, worker: int) -> None:
    """A reply has been read: pointers are followed, data types are used or put aside, or it was hard to understand."""
    gathering = case.gathering
    plan, contact, citizen = play.holders[holder], gathering.contacts[holder], case.citizen
    row = play.row(
        citizen,
        Kind.REPLY_READ,
        started,
        actor=play.gather.own_actor,
        role=play.asker,
        worker=worker,
        from_actor=plan.actor,
        attempt=what,
        value=minutes,
    )
    gathering.last_read.append((play.paper.minute_of(landed), -holder, row))
    if not may_share(play, case, holder):
        return
    if not contact.read:
        contact.read = True
        follow(play, case, holder, row)
    if what:
        items, contact.unclear = contact.unclear, []
    else:
        items = [item for with_row, item in contact.received if with_row == landed]
        contact.received = [pair for pair in contact.received if pair[0] != landed]
    if what == 0 and is_unclear(play, case, holder, items):
        ask_to_clarify(play, case, holder, items, row)
    else:
        use(play, case, holder, items, row)


def is_unclear(play: Play, case: Case, holder: int, items: list[int]) -> bool:
    """Return whether what was received is hard to understand; only the first reply with data may be."""
    contact = case.gathering.contacts[holder]
    first = bool(items) and not contact.clarified
    contact.clarified = contact.clarified or bool(items)
    return first and bool(play.draw(play.holders[holder].unclear + contact.round, case.citizen))


def ask_to_clarify(play: Play, case: Case, holder: int, items: list[int], row: int) -> None:
    """Put data types aside until the clarification is read; after the end of the gathering it does not come."""
    gathering = case.gathering
    plan, contact = play.holders[holder], gathering.contacts[holder]
    if gathering.active:
        contact.unclear = items
        minute = play.later(plan.opening, play.draw(plan.clarify_delay + contact.round, case.citizen))
        play.post(minute, Rank.MESSAGES, What.CLARIFIED, case.citizen, play.gather.step, contact.round, holder, row)


def follow(play: Play, case: Case, holder: int, row: int) -> None:
    """Note whom a holder names; only an involved one names anybody (SEMANTICS S2.5)."""
    actor, citizen = play.holders[holder].actor, case.citizen
    named = play.points[citizen][actor] if play.involved[citizen][actor] else 0
    for place, other in enumerate(play.holders):
        if named >> other.actor & 1 and may_be_named(play, case, place):
            name(play, case, holder, place, row)


def use(play: Play, case: Case, holder: int, items: list[int], row: int) -> None:
    """Judge data types: what counts as relevant goes into the file."""
    plan, citizen = play.holders[holder], case.citizen
    relation = relation_of(play, case, plan)
    own = play.gather.own_actor
    for item in sorted(items):
        need = play.need[citizen][item]
        first = case.gathering.contacts[holder].round == 0
        wrong = first and need < 2 and relation < play.draw(plan.misjudged[plan.items.index(item)], citizen)
        if (need > 0) != wrong:
            case.file[item] = (play.clock.now, plan.actor)
            play.row(citizen, Kind.DATA_USED, row, actor=own, data_type=item, from_actor=plan.actor, value=0)
        else:
            case.judged_out |= 1 << item
            play.row(citizen, Kind.DATA_JUDGED_OUT, row, actor=own, data_type=item, from_actor=plan.actor)


def looked_up(play: Play, case: Case, holder: int, started: int, minutes: int, worker: int) -> None:
    """The owner has looked up what a view shows, without asking anybody."""
    gathering = case.gathering
    plan, contact = play.holders[holder], gathering.contacts[holder]
    contact.looked_up = True
    own, role = play.gather.own_actor, play.asker
    row = rows.looked_up(play, case, started, minutes, actor=own, of=plan.actor, role=role, worker=worker)
    gathering.last_read.append((play.clock.now, -holder, row))
    seen = viewable(play, case, holder)
    use(play, case, holder, seen, row)
    if not left_to_ask(play, case, holder, seen):
        contact.status, contact.read = Status.ANSWERED, True
        follow(play, case, holder, row)


def viewable(play: Play, case: Case, holder: int) -> list[int]:
    """Return the data types of a holder that the case's owner can look up."""
    plan, citizen = play.holders[holder], case.citizen
    if plan.views < 0 or not play.involved[citizen][plan.actor] or not may_share(play, case, holder):
        return []
    seen = play.draw(plan.views, citizen)
    return [
        i
        for i in plan.items
        if seen >> i & 1 and play.has[citizen][i] and i not in case.file and not is_left_out(play, case, plan, i)
    ]


def left_to_ask(play: Play, case: Case, holder: int, seen: list[int]) -> bool:
    """Return whether a holder still has something that no view shows."""
    plan, citizen = play.holders[holder], case.citizen
    return any(play.has[citizen][item] and item not in seen and item not in case.file for item in plan.items)
