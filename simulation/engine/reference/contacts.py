"""Regular contacts, and contacts that follow a life event: whether and how they are held (SEMANTICS S9)."""

from collections.abc import Sequence

import numpy as np

from simulation.engine.kinds import Kind
from simulation.engine.reference.clock import Fact
from simulation.engine.reference.knowing import knows_now, learn, may_learn, of_others, picture_of, weekly
from simulation.engine.reference.picture import NUMBER, Known
from simulation.engine.reference.preparing import ask_anew, meet
from simulation.engine.reference.progress import Play
from simulation.engine.reference.sharing import see
from simulation.engine.reference.state import Case, Rank, State, What
from simulation.population.cast import Integers
from simulation.population.contact_plans import ContactPlan, NeedPlan


def begin(play: Play, case: Case, step: int, row: int) -> None:
    """Let a kind of contact come back from now on; one that follows a life event waits for it."""
    plan = play.steps[step]
    case.state[step] = State.STARTED
    if plan.on < 0 and play.involved[case.citizen][plan.actor]:
        picture_of(case).coming[step] = times_of(play, case, step)
        next_time(play, case, step, row)


def plan_of(play: Play, step: int) -> ContactPlan:
    """Return the table of a contact."""
    plan = play.steps[step].contact
    assert plan is not None
    return plan


def times_of(play: Play, case: Case, step: int) -> list[int]:
    """Return the contacts from now on that take place by luck and in the citizen's state of life, as `coming` has them.

    The last comes first. Two that fall on one minute are one.
    """
    contact, picture, citizen, now = plan_of(play, step), picture_of(case), case.citizen, play.clock.now
    luck, turns, turn, last = contact.takes_place, picture.turns, 0, -1
    is_wanted = is_in_state(contact, picture.states[0])
    found: list[int] = []
    minutes: list[int] = minutes_of(play, step)[citizen].tolist()
    for number, minute in enumerate(minutes):
        if minute < 0:
            break
        while turn < len(turns) and turns[turn] <= minute:
            turn += 1
            is_wanted = is_in_state(contact, picture.states[turn])
        if is_wanted and minute >= now and minute > last and (luck < 0 or play.draw(luck + number, citizen)):
            found.append((minute << NUMBER) + number)
        last = minute
    found.reverse()
    return found


def minutes_of(play: Play, step: int) -> Integers:
    """Return the minute of each contact of a kind that comes back, (citizens, numbers), -1 where there is none.

    Nobody comes outside the role's hours.
    """
    found = play.minutes.get(step)
    if found is None:
        contact, opening = plan_of(play, step), play.openings[play.steps[step].calendar]
        columns = play.inputs.columns[contact.at : contact.at + contact.times]
        after = np.array([column.numbers for column in columns]).T
        minutes = opening.all_next_open(play.inputs.cast.opened[:, np.newaxis] + after)
        found = play.minutes[step] = np.where(after >= 0, minutes, -1)
    return found


def next_time(play: Play, case: Case, step: int, row: int) -> None:
    """Post the next contact of a kind that comes back."""
    coming = picture_of(case).coming[step]
    if coming:
        packed = coming.pop()
        minute, number = packed >> NUMBER, packed & (1 << NUMBER) - 1
        play.post(minute, Rank.TIMERS, What.CONTACT, case.citizen, step, number, row=row)


def follow_event(play: Play, case: Case, event: int, turn: int, row: int) -> None:
    """Post the contacts that follow a life event."""
    for step, plan in enumerate(play.steps):
        if plan.on == event and plan.contact is not None and case.state[step] == State.STARTED:
            delay = play.draw(plan.contact.at + min(turn, plan.contact.times - 1), case.citizen)
            minute = play.openings[plan.calendar].next_open(play.later(plan.calendar, delay))
            play.post(minute, Rank.TIMERS, What.CONTACT, case.citizen, step, turn, row=row)


def come(play: Play, case: Case, fact: Fact) -> None:
    """The time of a contact has come."""
    step, number, row = fact.step, fact.attempt, fact.row
    if case.ended:
        return
    plan, contact = play.steps[step], plan_of(play, step)
    if plan.on < 0:
        next_time(play, case, step, row)
    elif not follows(play, case, step, number):
        return
    kind = hindrance(play, case, step, number, row)
    if kind is None:
        hold(play, case, step, number, row)
        return
    lost = 0 if kind == Kind.CONTACT_PAUSED else weekly(play, case, contact.minutes)
    play.step_row(case, kind, step, row, value=lost, attempt=number)


def follows(play: Play, case: Case, step: int, number: int) -> bool:
    """Return whether the contact that comes after a life event takes place."""
    contact, actor = plan_of(play, step), play.steps[step].actor
    if not play.involved[case.citizen][actor] or not is_in_state(contact, picture_of(case).state):
        return False
    place = min(number, contact.times - 1)
    return contact.takes_place < 0 or bool(play.draw(contact.takes_place + place, case.citizen))


def is_in_state(contact: ContactPlan, state: Sequence[int]) -> bool:
    """Return whether there is such a contact in a state of life."""
    return all(state[side] in states for side, states in contact.during)


def hindrance(play: Play, case: Case, step: int, number: int, row: int) -> int | None:
    """Return what keeps a contact from being held: a state known or not known, a clash, the citizen's absence."""
    contact, citizen = plan_of(play, step), case.citizen
    place, pause = min(number, contact.times - 1), contact.pause
    if pause is not None:
        if believes_in_vain(play, case, step, row):
            return Kind.CONTACT_PAUSED
        if picture_of(case).state[pause.side] in pause.states:
            return Kind.CONTACT_IN_VAIN
    clashes = contact.clash >= 0 and play.draw(contact.clash + place, citizen)
    if clashes and not knows_efforts(play, case, play.steps[step].actor):
        return Kind.CONTACT_CLASHED
    if contact.no_show >= 0 and play.draw(contact.no_show + place, citizen):
        return Kind.NO_SHOW
    return None


def believes_in_vain(play: Play, case: Case, step: int, row: int) -> bool:
    """Return whether the professional knows that the citizen is in a state that makes the contact useless.

    Knowledge that is too old is asked for anew; where nothing newer is had, it hinders nobody.
    """
    pause, picture = plan_of(play, step).pause, picture_of(case)
    actor = play.steps[step].actor
    assert pause is not None
    known = picture.knows[actor][pause.matter]
    if known is None or picture.was[pause.matter][known.version][pause.side] not in pause.states:
        return False
    if pause.oldest < 0 or known.is_live or play.clock.now - known.as_of <= pause.oldest:
        return True
    need = NeedPlan(play.type_of[pause.matter], pause.oldest, -1, frozenset(), -1)
    if not ask_anew(play, case, (step, row), need):
        return False
    known = picture.knows[actor][pause.matter]
    return known is not None and picture.was[pause.matter][known.version][pause.side] in pause.states


def knows_efforts(play: Play, case: Case, actor: int) -> bool:
    """Return whether an actor's picture of the others' efforts is what is true, of those it may know."""
    picture = picture_of(case)
    for matter in efforts_of_others(play, case, actor):
        if not knows_now(picture, actor, matter) and may_be_told(play, case, actor, matter):
            return False
    return True


def efforts_of_others(play: Play, case: Case, actor: int) -> list[int]:
    """Return the matters that are efforts of others."""
    efforts = picture_of(case).efforts
    found = efforts[actor]
    if found is None:
        types = play.coordination.efforts
        found = efforts[actor] = [matter for data_type in types for matter in of_others(play, case, actor, data_type)]
    return found


def may_be_told(play: Play, case: Case, actor: int, matter: int) -> bool:
    """Return whether somebody who keeps a matter may tell an actor of it."""
    purpose, involved = play.coordination.purpose, play.involved[case.citizen]
    for keeper in play.kept_by[matter]:
        if involved[keeper] and may_learn(play, case, keeper, actor, matter, purpose):
            return True
    return False


def hold(play: Play, case: Case, step: int, number: int, row: int) -> None:
    """Hold a contact: meet needs before the citizen is seen, see, and end after its minutes."""
    plan, contact, picture = play.steps[step], plan_of(play, step), picture_of(case)
    started = play.step_row(case, Kind.STEP_STARTED, step, row, value=0, attempt=number)
    if contact.needs:
        meet(play, case, (step, started), contact.needs)
    if knows_efforts(play, case, plan.actor):
        play.paper.set_value(started, 1)
    for matter in contact.observes:
        if picture.is_there[matter]:
            see(play, case, plan.actor, matter, started)
    if contact.participants:
        come_together(play, case, step, number, started)
    minutes = weekly(play, case, contact.minutes)
    play.post(
        play.clock.now + minutes, Rank.FINISHED_WORK, What.CONTACT_DONE, case.citizen, step, number, minutes, started
    )


def end(play: Play, case: Case, fact: Fact) -> None:
    """A contact is over."""
    play.step_row(case, Kind.STEP_DONE, fact.step, fact.row, value=fact.request, attempt=fact.attempt)


def come_together(play: Play, case: Case, step: int, number: int, started: int) -> None:
    """Let those who take part tell each other what the contact is for."""
    plan, contact = play.steps[step], plan_of(play, step)
    present = [plan.actor]
    for role, actor, minutes in contact.participants:
        if play.involved[case.citizen][actor]:
            present.append(actor)
            play.row(
                case.citizen,
                Kind.ATTENDED,
                started,
                step=step,
                actor=actor,
                role=role,
                attempt=number,
                value=weekly(play, case, minutes),
            )
    present = sorted(set(present))
    for giver in present:
        for matter, known in enumerate(picture_of(case).knows[giver]):
            if known is None or known.giver != giver or play.type_of[matter] not in contact.shares:
                continue
            for receiver in present:
                if receiver != giver and may_learn(play, case, giver, receiver, matter, contact.purpose):
                    as_of = play.clock.now if known.is_live else known.as_of
                    learn(play, case, receiver, matter, Known(known.version, as_of, giver, -1), started)
