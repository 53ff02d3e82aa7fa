"""The snowball: what is known, asked, answered and read (SEMANTICS S5, S6)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.desk_queue import need_visit
from simulation.engine.reference.progress import Play, may_share, resolve
from simulation.engine.reference.state import Case, Contact, Entry, Gathering, Rank, State, Status, What, pack, unpack
from simulation.population.tables import GatherPlan, HolderPlan

START = -1


def settings(play: Play) -> GatherPlan:
    """Return the settings of the gathering."""
    assert play.inputs.gather is not None
    return play.inputs.gather


def key_of(play: Play, case: Case, holder: int) -> tuple[int, int, int]:
    """Return (step, attempt, request) of what is asked of a holder: the gathering, its round, the holder."""
    return settings(play).step, play.new_gathering(case).round, holder


def begin(play: Play, case: Case, row: int) -> None:
    """Start gathering: what the citizen told, own systems, indexes and habit are known."""
    gathering = play.new_gathering(case)
    gathering.active = True
    gathering.last_read = [(play.clock.now, 0, row)]
    gathering.begun = row
    plan = settings(play)
    if gathering.round == 0:
        for holder in known_at_start(play, case):
            name(play, case, START, holder, row)
        ends = play.draw(plan.ends, case.citizen)
        if ends >= 0:
            opened = int(play.inputs.cast.opened[case.citizen])
            play.post(max(opened + ends, play.clock.now), Rank.TIMERS, What.CUT_OFF, case.citizen, plan.step)
    play.changed.add((case.citizen, START))


def known_at_start(play: Play, case: Case) -> list[int]:
    """Return the holders known before anybody is asked (SEMANTICS S6.1)."""
    plan, citizen = settings(play), case.citizen
    told = play.inputs.truth.told[citizen]
    own = play.points[citizen][plan.own_actor]
    tells = plan.told_at < 0 or case.resolved[plan.told_at] >= 0
    outreach = outreach_of(play, case)
    found = []
    for place, holder in enumerate(play.inputs.holders):
        told_of = tells and bool(told[holder.actor])
        pointed = bool(own >> holder.actor & 1) and may_be_named(play, case, place)
        indexed = holder.indexed >= 0 and play.draw(holder.indexed, citizen) and is_involved(play, case, holder)
        habit = holder.habit >= 0 and outreach >= play.draw(holder.habit, citizen)
        if told_of or pointed or habit or (indexed and may_be_named(play, case, place)):
            found.append(place)
    return found


def is_involved(play: Play, case: Case, holder: HolderPlan) -> bool:
    """Return whether a holder has anything to do with the citizen."""
    return play.involved[case.citizen][holder.actor]


def may_be_named(play: Play, case: Case, holder: int) -> bool:
    """Return whether the citizen lets the holder's existence be known (SEMANTICS S8.3)."""
    return not play.inputs.holders[holder].sensitive or may_share(play, case, holder)


def turn_of(play: Play, case: Case) -> tuple[int, int]:
    """Return the server that owns the case and which person in turn has that seat now."""
    server = case.desks[play.asker].server
    changes = play.inputs.servers[server].changes
    return server, sum(change <= play.clock.now for change in changes)


def outreach_of(play: Play, case: Case) -> int:
    """Return the owner's outreach in per cent."""
    server, turn = turn_of(play, case)
    return play.inputs.servers[server].outreach[turn]


def relation_of(play: Play, case: Case, holder: HolderPlan) -> int:
    """Return how well the owner knows a holder, in per cent; nobody without a network knows any."""
    server, turn = turn_of(play, case)
    plan = play.inputs.servers[server]
    return plan.relation[turn][holder.actor] if play.clock.now >= plan.seasoned[turn] else 0


def name(play: Play, case: Case, namer: int, holder: int, row: int) -> None:
    """Note that a holder was named, by another or at the start; waves are counted over all namings."""
    gathering = play.new_gathering(case)
    contact = gathering.contacts[holder]
    gathering.namings.append((namer, holder))
    reached = lower_waves(gathering, namer, holder, play.draw(settings(play).persistence, case.citizen))
    again = contact.known >= 0
    plan = play.inputs.holders[holder]
    from_actor = play.inputs.holders[namer].actor if namer >= 0 else -1
    written = play.row(
        case.citizen,
        Kind.HOLDER_NAMED,
        row,
        actor=plan.actor,
        from_actor=from_actor,
        attempt=int(again),
        value=contact.wave,
    )
    for place in reached:
        gathering.contacts[place].reach = written
    if not again:
        contact.known, contact.since = written, play.clock.now
        contact.relevance = relevance(play, case, holder)
        gathering.unasked.append(holder)


def lower_waves(gathering: Gathering, namer: int, holder: int, deepest: int) -> list[int]:
    """Lower the wave of a holder and of all it named where the new naming is shallower; return who was too deep."""
    wave = gathering.contacts[namer].wave + 1 if namer >= 0 else 0
    waiting, reached = [(holder, wave)], []
    while waiting:
        place, wave = waiting.pop()
        if wave < gathering.contacts[place].wave:
            reached += [place] if gathering.contacts[place].wave > deepest else []
            gathering.contacts[place].wave = wave
            waiting += [(named, wave + 1) for by, named in gathering.namings if by == place]
    return reached


def askable(play: Play, case: Case) -> list[int]:
    """Return the frontier in the order it is asked: relevance, known since, id."""
    gathering = case.gathering
    if gathering is None or not gathering.active:
        return []
    contacts = gathering.contacts
    gathering.unasked = [place for place in gathering.unasked if contacts[place].status == Status.UNASKED]
    if not gathering.unasked:
        return []
    deepest = play.draw(settings(play).persistence, case.citizen)
    found = [h for h in gathering.unasked if contacts[h].wave <= deepest and may_share(play, case, h)]
    if len(found) > 1:
        found.sort(key=lambda holder: (-contacts[holder].relevance, contacts[holder].since, holder))
    return found


def relevance(play: Play, case: Case, holder: int) -> int:
    """Return the highest need among what a holder may hold."""
    need = play.need[case.citizen]
    return max((need[item] for item in play.inputs.holders[holder].items), default=0)


def sent(play: Play, case: Case, holder: int, started: int, minutes: tuple[int, int], worker: int) -> None:
    """A request has been written and is on its way to the right person."""
    gathering = play.new_gathering(case)
    plan, contact, citizen = play.inputs.holders[holder], gathering.contacts[holder], case.citizen
    role = play.asker
    own = settings(play).own_actor
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
    contact.contacts, contact.round, contact.writing = 1, gathering.round, 0
    contact.status = Status.OPEN if gathering.active else Status.NEVER
    if not may_share(play, case, holder):
        stop_asking(play, case, holder, contact.last)
        return
    contact.under_way = bool(contact_luck(play, case, plan.answers, contact))
    if contact.under_way:
        play.post(
            found_at(play, case, plan), Rank.MESSAGES, What.FOUND, citizen, *key_of(play, case, holder), contact.last
        )
    remind_later(play, case, holder, contact)


def contact_luck(play: Play, case: Case, column: int, contact: Contact) -> int:
    """Return the luck of this contact of this round."""
    per_round = settings(play).contacts
    place = min(contact.contacts, per_round) - 1
    return play.draw(column + contact.round * per_round + place, case.citizen)


def found_at(play: Play, case: Case, plan: HolderPlan) -> int:
    """Return when the right person has the request: at once where they know each other, by the quickest way else."""
    given, citizen = settings(play), case.citizen
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
    given = settings(play)
    minute = play.later(play.steps[given.step].calendar, play.draw(given.reminder_after, case.citizen))
    play.post(minute, Rank.TIMERS, What.REMINDER, case.citizen, *key_of(play, case, holder), contact.last)


def reminder_due(play: Play, case: Case, holder: int, last: int) -> None:
    """Nothing came: remind at the next desk visit, or count the holder as never answered."""
    gathering = case.gathering
    assert gathering is not None
    contact = gathering.contacts[holder]
    if contact.status != Status.OPEN or contact.last != last or not gathering.active:
        return
    if contact.contacts <= play.draw(settings(play).reminders, case.citizen):
        gathering.reminders.append(holder)
        play.changed.add((case.citizen, START))
        return
    contact.status = Status.NEVER
    plan = play.inputs.holders[holder]
    row = play.row(
        case.citizen, Kind.REQUEST_NEVER_ANSWERED, contact.last, actor=settings(play).own_actor, from_actor=plan.actor
    )
    gathering.last_read.append((play.clock.now, -holder, row))
    play.changed.add((case.citizen, START))


def reminded(play: Play, case: Case, holder: int, started: int, minutes: int, worker: int) -> None:
    """A reminder has been sent; it starts a reply only if none is under way."""
    gathering = play.new_gathering(case)
    plan, contact = play.inputs.holders[holder], gathering.contacts[holder]
    contact.contacts += 1
    contact.last = play.row(
        case.citizen,
        Kind.REQUEST_REMINDED,
        started,
        actor=settings(play).own_actor,
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
    gathering = play.new_gathering(case)
    plan, contact, citizen = play.inputs.holders[holder], gathering.contacts[holder], case.citizen
    if contact.round != round_ or contact.status == Status.CANCELLED:
        return
    row = play.row(citizen, Kind.PERSON_FOUND, row, actor=plan.actor, from_actor=plan.actor)
    if plan.pool >= 0:
        server = play.inputs.roles[plan.pool].first_server
        play.wait_for(server, (1, play.clock.now, citizen, settings(play).step, round_, holder, Entry.ANSWER, row))
        return
    per_round = settings(play).contacts
    delay = play.draw(plan.delay + round_ * per_round + min(contacts, per_round) - 1, citizen)
    play.post(
        play.later(plan.opening, delay), Rank.MESSAGES, What.REPLY, citizen, settings(play).step, round_, holder, row
    )


def reply(play: Play, case: Case, holder: int, round_: int, row: int) -> None:
    """An answer arrives: what is on file and pointers now, what must be written when it is written."""
    gathering = play.new_gathering(case)
    plan, contact, citizen = play.inputs.holders[holder], gathering.contacts[holder], case.citizen
    late = comes_too_late(play, case, holder, round_)
    minutes = play.draw(plan.answer_minutes + round_, citizen)
    row = play.row(
        citizen,
        Kind.REPLY_LATE if late else Kind.REQUEST_ANSWERED,
        row,
        actor=plan.actor,
        from_actor=plan.actor,
        channel=play.draw(plan.channel, citizen),
        attempt=round_,
        value=minutes,
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
    gathering = play.new_gathering(case)
    contact = gathering.contacts[holder]
    is_waited_for = gathering.active and contact.round == round_ and contact.status != Status.CANCELLED
    return not is_waited_for or not may_share(play, case, holder)


def deliver(play: Play, case: Case, holder: int, row: int) -> None:
    """Hand over the data types on file and start writing the others."""
    gathering = play.new_gathering(case)
    plan, contact, citizen = play.inputs.holders[holder], gathering.contacts[holder], case.citizen
    if not is_involved(play, case, plan):
        return
    for place, item in enumerate(plan.items):
        if not play.has[citizen][item] or item in case.file or is_left_out(play, case, plan, item):
            continue
        if contact.round == 0 and play.need[citizen][item] == 1 and play.draw(plan.narrow[place], citizen):
            play.row(citizen, Kind.DATA_JUDGED_OUT, row, actor=plan.actor, data_type=item, from_actor=plan.actor)
        elif plan.written[place] >= 0 and play.draw(plan.written[place], citizen):
            contact.writing += 1
            delay = play.draw(plan.write_delay[place] + contact.round, citizen)
            minute, key = play.later(plan.opening, delay), (settings(play).step, contact.round, holder)
            play.post(minute, Rank.MESSAGES, What.WRITTEN, citizen, *key, pack(0, item, row))
        else:
            play.row(
                citizen, Kind.DATA_RECEIVED, row, actor=settings(play).own_actor, data_type=item, from_actor=plan.actor
            )
            contact.received.append((row, item))


def is_left_out(play: Play, case: Case, plan: HolderPlan, item: int) -> bool:
    """Return whether a holder that needs consent may not give a data type, as the citizen left its domain out."""
    return bool(plan.needs_consent and case.excluded >> play.inputs.domain_of_data[item] & 1)


def written(play: Play, case: Case, holder: int, round_: int, packed: int) -> None:
    """A data type has been written on request and arrives."""
    _, item, row = unpack(packed)
    gathering = play.new_gathering(case)
    plan, contact, citizen = play.inputs.holders[holder], gathering.contacts[holder], case.citizen
    place = plan.items.index(item)
    minutes = play.draw(plan.write_minutes[place] + round_, citizen)
    row = play.row(
        citizen, Kind.DATA_CREATED, row, actor=plan.actor, data_type=item, from_actor=plan.actor, value=minutes
    )
    if contact.round == round_ and contact.status != Status.CANCELLED:
        contact.writing -= 1
    if comes_too_late(play, case, holder, round_):
        play.row(citizen, Kind.REPLY_LATE, row, actor=plan.actor, data_type=item, from_actor=plan.actor)
        return
    play.row(citizen, Kind.DATA_RECEIVED, row, actor=settings(play).own_actor, data_type=item, from_actor=plan.actor)
    contact.received.append((row, item))
    land(play, case, holder, 0, row)


def land(play: Play, case: Case, holder: int, what: int, row: int) -> None:
    """Something lies on the desk to be read."""
    gathering = play.new_gathering(case)
    gathering.unread.append((holder, what, row))
    role = play.asker
    need_visit(play, case, role, at_once=bool(play.inputs.roles[role].reply_brings_up))


def read(play: Play, case: Case, holder: int, what: int, landed: int, started: int, minutes: int, worker: int) -> None:
    """A reply has been read: pointers are followed, data types are used or put aside, or it was hard to understand."""
    gathering = play.new_gathering(case)
    plan, contact, citizen = play.inputs.holders[holder], gathering.contacts[holder], case.citizen
    row = play.row(
        citizen,
        Kind.REPLY_READ,
        started,
        actor=settings(play).own_actor,
        role=play.asker,
        worker=worker,
        from_actor=plan.actor,
        attempt=what,
        value=minutes,
    )
    gathering.last_read.append((play.minute_of(landed), -holder, row))
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
    contact = play.new_gathering(case).contacts[holder]
    first = bool(items) and not contact.clarified
    contact.clarified = contact.clarified or bool(items)
    return first and bool(play.draw(play.inputs.holders[holder].unclear + contact.round, case.citizen))


def ask_to_clarify(play: Play, case: Case, holder: int, items: list[int], row: int) -> None:
    """Put data types aside until the clarification is read; after the end of the gathering it does not come."""
    gathering = play.new_gathering(case)
    plan, contact = play.inputs.holders[holder], gathering.contacts[holder]
    if gathering.active:
        contact.unclear = items
        minute = play.later(plan.opening, play.draw(plan.clarify_delay + contact.round, case.citizen))
        play.post(minute, Rank.MESSAGES, What.CLARIFIED, case.citizen, settings(play).step, contact.round, holder, row)


def follow(play: Play, case: Case, holder: int, row: int) -> None:
    """Note whom a holder names; only an involved one names anybody (SEMANTICS S2.5)."""
    plan = play.inputs.holders[holder]
    named = play.points[case.citizen][plan.actor] if is_involved(play, case, plan) else 0
    for place, other in enumerate(play.inputs.holders):
        if named >> other.actor & 1 and may_be_named(play, case, place):
            name(play, case, holder, place, row)


def use(play: Play, case: Case, holder: int, items: list[int], row: int) -> None:
    """Judge data types: what counts as relevant goes into the file."""
    plan, citizen = play.inputs.holders[holder], case.citizen
    relation = relation_of(play, case, plan)
    own = settings(play).own_actor
    for item in sorted(items):
        need = play.need[citizen][item]
        first = play.new_gathering(case).contacts[holder].round == 0
        wrong = first and need < 2 and relation < play.draw(plan.misjudged[plan.items.index(item)], citizen)
        if (need > 0) != wrong:
            case.file[item] = (play.clock.now, plan.actor)
            play.row(citizen, Kind.DATA_USED, row, actor=own, data_type=item, from_actor=plan.actor, value=0)
        else:
            case.judged_out |= 1 << item
            play.row(citizen, Kind.DATA_JUDGED_OUT, row, actor=own, data_type=item, from_actor=plan.actor)


def clarified(play: Play, case: Case, holder: int, round_: int, row: int) -> None:
    """The clarification of a reply arrives and must be read."""
    gathering = play.new_gathering(case)
    plan = play.inputs.holders[holder]
    row = play.row(case.citizen, Kind.CLARIFIED, row, actor=plan.actor, from_actor=plan.actor, attempt=round_)
    if gathering.contacts[holder].unclear and not comes_too_late(play, case, holder, round_):
        land(play, case, holder, 1, row)


def looked_up(play: Play, case: Case, holder: int, started: int, minutes: int, worker: int) -> None:
    """The owner has looked up what a view shows, without asking anybody."""
    gathering = play.new_gathering(case)
    plan, contact, citizen = play.inputs.holders[holder], gathering.contacts[holder], case.citizen
    contact.looked_up = True
    row = play.row(
        citizen,
        Kind.LOOKED_UP,
        started,
        actor=settings(play).own_actor,
        role=play.asker,
        worker=worker,
        from_actor=plan.actor,
        value=minutes,
    )
    gathering.last_read.append((play.clock.now, -holder, row))
    seen = viewable(play, case, holder)
    use(play, case, holder, seen, row)
    if not left_to_ask(play, case, holder, seen):
        contact.status, contact.read = Status.ANSWERED, True
        follow(play, case, holder, row)


def viewable(play: Play, case: Case, holder: int) -> list[int]:
    """Return the data types of a holder that the case's owner can look up."""
    plan, citizen = play.inputs.holders[holder], case.citizen
    if plan.views < 0 or not is_involved(play, case, plan) or not may_share(play, case, holder):
        return []
    seen = play.draw(plan.views, citizen)
    return [
        i
        for i in plan.items
        if seen >> i & 1 and play.has[citizen][i] and i not in case.file and not is_left_out(play, case, plan, i)
    ]


def left_to_ask(play: Play, case: Case, holder: int, seen: list[int]) -> bool:
    """Return whether a holder still has something that no view shows."""
    plan, citizen = play.inputs.holders[holder], case.citizen
    return any(play.has[citizen][item] and item not in seen and item not in case.file for item in plan.items)


def cancel(play: Play, case: Case, row: int) -> None:
    """Stop asking whoever may no longer be asked (SEMANTICS S8.4)."""
    gathering = case.gathering
    if gathering is None:
        return
    for holder, contact in enumerate(gathering.contacts):
        is_open = contact.status == Status.OPEN or contact.writing or contact.unclear
        if is_open and not may_share(play, case, holder):
            stop_asking(play, case, holder, row)
    gathering.unread = [entry for entry in gathering.unread if may_share(play, case, entry[0])]
    gathering.reminders = [holder for holder in gathering.reminders if may_share(play, case, holder)]
    gathering.last_read.append((play.clock.now, 0, row))
    play.changed.add((case.citizen, START))


def stop_asking(play: Play, case: Case, holder: int, row: int) -> None:
    """Cancel what a holder was asked for; nothing of it is waited for."""
    contact = play.new_gathering(case).contacts[holder]
    contact.status, contact.writing, contact.unclear = Status.CANCELLED, 0, []
    actor = play.inputs.holders[holder].actor
    play.row(case.citizen, Kind.REQUEST_CANCELLED, row, actor=settings(play).own_actor, from_actor=actor)


def look_at_end(play: Play, case: Case) -> None:
    """End the gathering when nothing is open, unread or askable; else see that the case comes up (SEMANTICS S6.3)."""
    gathering = case.gathering
    if gathering is None or not gathering.active:
        return
    role = play.asker
    if case.desks[role].state == 3:
        return
    if gathering.unread or gathering.reminders or askable(play, case):
        need_visit(play, case, role)
        return
    if not any(c.status == Status.OPEN or c.writing or c.unclear for c in gathering.contacts):
        end(play, case)


def end(play: Play, case: Case) -> None:
    """End the gathering at its last straw; what is still open is waited for no longer."""
    gathering = case.gathering
    assert gathering is not None
    gathering.active = False
    gathering.reminders, gathering.unread = [], []
    for contact in gathering.contacts:
        contact.status = Status.NEVER if contact.status == Status.OPEN else contact.status
        contact.received += [(-1, item) for item in contact.unclear]
        contact.unclear = []
    step = settings(play).step
    straw = max(gathering.last_read, default=(0, 0, gathering.begun))[2]
    row = play.step_row(case, Kind.STEP_DONE, step, straw)
    resolve(play, case, step, State.DONE, row)


def cut_off(play: Play, case: Case) -> None:
    """The clock of the case type ends the gathering, unless it is one after a return."""
    if case.gathering is not None and case.gathering.active and case.gathering.round == 0:
        end(play, case)


def ask_again(play: Play, case: Case, items: list[int], row: int) -> None:
    """Let the holders of missing data types enter the frontier with fresh attempts (SEMANTICS S7)."""
    gathering = play.new_gathering(case)
    gathering.round = min(gathering.round + 1, settings(play).rounds - 1)
    for place, holder in enumerate(play.inputs.holders):
        if not set(items) & set(holder.items):
            continue
        contact = gathering.contacts[place]
        if contact.status != Status.OPEN:
            contact.status, contact.read, contact.clarified = Status.UNASKED, False, False
            contact.under_way, contact.received = False, []
            gathering.unasked += [place] if contact.known >= 0 and place not in gathering.unasked else []
        contact.wave = min(contact.wave, 0)
        if contact.known < 0 and may_be_named(play, case, place):
            name(play, case, START, place, row)
