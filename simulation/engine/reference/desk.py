"""A desk visit: what is read, done, reminded and asked in one sitting (SEMANTICS S4.2, S6.2)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference import asking, frontier, reading
from simulation.engine.reference.desk_queue import has_work, need_visit
from simulation.engine.reference.finishing import done
from simulation.engine.reference.frontier import START
from simulation.engine.reference.progress import Play, may_share
from simulation.engine.reference.state import Case, Entry, Item, Rank, Server, State, Status, ToDo, Visit, What, pack
from simulation.engine.reference.steps import start


def begin_visit(play: Play, server: int, case: Case, role: int) -> bool:
    """Decide what the visit reads, does and reminds; nothing to do takes no time and leaves no row."""
    desk = case.desks[role]
    asker = play.asker
    if not has_work(case, role, asker) and not (role == asker and frontier.is_askable(play, case)):
        desk.state = 0
        return False
    items: list[ToDo] = [(Item.STEP, step, case.occurrence[step], case.asked[step]) for step in sorted(desk.ready)]
    desk.ready = []
    found = case.gathering
    if role == asker and found.active:
        reads: list[ToDo] = [(Item.READ, holder, what, row) for holder, what, row in sorted(found.unread)]
        reminders: list[ToDo] = [(Item.REMIND, h, 0, found.contacts[h].last) for h in sorted(found.reminders)]
        items = reads + items + reminders
        found.last_read = [] if reads else found.last_read
        found.unread, found.reminders = [], []
        found.unasked = [known for known in found.unasked if found.contacts[known[2]].status == Status.UNASKED]
        found.left = play.draw(play.gather.per_visit, case.citizen)
    desk.state = 3
    worker = play.servers[server]
    visit = worker.visit = Visit(case.citizen, role, items[::-1])
    item = next_item(play, visit)
    if item is None:
        end_visit(play, server)
        return False
    start_item(play, server, worker, item)
    return True


def next_item(play: Play, visit: Visit) -> ToDo | None:
    """Return what is to be done next in a visit of which no item is running; None when nothing is left to do."""
    case = play.case(visit.case)
    while visit.items and not is_still_wanted(play, case, visit.items[-1]):
        visit.items.pop()
    if visit.items:
        return visit.items[-1]
    return next_request(play, case) if visit.role == play.asker else None


def is_still_wanted(play: Play, case: Case, item: ToDo) -> bool:
    """Return whether an item still makes sense; an answer may have come before its reminder was written."""
    what, place, _, _ = item
    if what == Item.STEP:
        return case.state[place] == State.ASKED
    found = case.gathering
    if not found.active or not may_share(play, case, place):
        return False
    return what != Item.REMIND or found.contacts[place].status == Status.OPEN


def next_request(play: Play, case: Case) -> ToDo | None:
    """Return the next look-up or request of the visit, as long as some may still be sent."""
    found = case.gathering
    if not found.active:
        return None
    first = -1
    for holder in frontier.askable(play, case):
        first = holder if first < 0 else first
        can_look = play.holders[holder].views >= 0 and not found.contacts[holder].looked_up
        if can_look and reading.viewable(play, case, holder):
            return Item.LOOK_UP, holder, 0, possible_since(case, holder)
    return (Item.SEND, first, 0, possible_since(case, first)) if found.left > 0 and first >= 0 else None


def possible_since(case: Case, holder: int) -> int:
    """Return the row since which a holder could be looked up or asked."""
    found = case.gathering
    return max(found.contacts[holder].reach, found.begun, case.consent_row)


def minutes_of(play: Play, case: Case, item: ToDo) -> tuple[int, int]:
    """Return the handling of an item in two parts: searching for the right person, and the rest."""
    what, place, extra, _ = item
    citizen = case.citizen
    if what == Item.STEP:
        return 0, play.drawn(play.steps[place].minutes, place, case)
    plan = play.holders[place]
    found = case.gathering
    contact, round_ = found.contacts[place], found.round
    if what == Item.SEND:
        return play.draw(plan.search_minutes + round_, citizen), play.draw(plan.writing_minutes + round_, citizen)
    if what == Item.READ:
        column = plan.clarify_minutes if extra else plan.reading_minutes
        return 0, play.draw(column + contact.round, citizen)
    if what == Item.LOOK_UP:
        return 0, play.draw(plan.view_minutes + round_, citizen)
    return 0, asking.contact_luck(play, case, plan.reminder_minutes, contact)


def start_item(play: Play, place: int, server: Server, item: ToDo) -> None:
    """Start an item and keep the worker until it is finished."""
    visit = server.visit
    assert visit is not None
    case = play.case(visit.case)
    what, of, extra, row = item
    if what == Item.STEP:
        started = start(play, case, of, row, place)
        step, attempt, holder = of, extra, 0
    else:
        started = play.row(
            case.citizen,
            Kind.ITEM_STARTED,
            row,
            actor=play.inputs.roles[visit.role].actor,
            role=visit.role,
            worker=place,
            from_actor=play.holders[of].actor,
            attempt=what,
        )
        step, attempt, holder = play.gather.step, case.gathering.round, of
        if what == Item.SEND:
            case.gathering.left -= 1
    if visit.items:
        visit.items.pop()
    visit.items.append((what, of, extra, started))
    visit.landed, visit.running = row, True
    search, rest = visit.minutes = minutes_of(play, case, item)
    end = server.minute_after(play.clock.now, search + rest)
    worked = pack(Entry.VISIT, place, 0)
    play.post(end, Rank.FINISHED_WORK, What.FINISHED, case.citizen, step, attempt, holder, worked)


def finish_item(play: Play, server: int) -> None:
    """Do what a finished item does; the next one starts when hands are given out."""
    worker = play.servers[server]
    visit = worker.visit
    assert visit is not None
    case = play.case(visit.case)
    item = visit.items.pop()
    visit.running = False
    what, place, extra, started = item
    if what == Item.STEP:
        done(play, case, place, extra, started, server)
        play.waking.add(server)
        return
    search, rest = visit.minutes
    if what == Item.READ:
        reading.read(play, case, place, extra, visit.landed, started, rest, server)
    elif what == Item.REMIND:
        asking.reminded(play, case, place, started, rest, server)
    elif what == Item.LOOK_UP:
        reading.looked_up(play, case, place, started, rest, server)
    else:
        asking.sent(play, case, place, started, (search, rest), server)
    play.waking.add(server)


def end_visit(play: Play, server: int) -> None:
    """Put the case aside; what is left comes up at a later turn."""
    worker = play.servers[server]
    visit, worker.visit = worker.visit, None
    assert visit is not None
    case = play.case(visit.case)
    desk = case.desks[visit.role]
    desk.state, desk.left = 0, play.clock.now
    if desk.ready:
        need_visit(play, case, visit.role)
    play.look_later(case.citizen, START)
