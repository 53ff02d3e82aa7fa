"""Regular contacts, and contacts that follow a life event: whether and how they are held (SEMANTICS S9)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from simulation.engine.kinds import Kind
from simulation.engine.reference.clock import Fact
from simulation.engine.reference.knowing import coordination_of, learn, may_learn, of_others, picture_of, weekly
from simulation.engine.reference.picture import Known
from simulation.engine.reference.preparing import ask_anew, meet
from simulation.engine.reference.progress import Play
from simulation.engine.reference.sharing import see
from simulation.engine.reference.state import Case, Rank, State, What
from simulation.population.tables import ContactPlan, NeedPlan


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


def times_of(play: Play, case: Case, step: int) -> Iterator[tuple[int, int]]:
    """Yield minute and number of the contacts from now on that take place by luck and in the citizen's state of life.

    Nobody comes outside the role's hours; two that fall on one minute are one.
    """
    contact, picture, citizen = plan_of(play, step), picture_of(case), case.citizen
    next_open = play.inputs.openings[play.steps[step].calendar].next_open
    latest = play.clock.now - 1
    for number in range(contact.times):
        after = play.columns[contact.at + number][citizen]
        if after < 0:
            return
        minute = next_open(play.opened[citizen] + after)
        if minute > latest:
            latest = minute
            if is_due(play, case, contact, number, picture.states[bisect_right(picture.turns, minute)]):
                yield minute, number


def next_time(play: Play, case: Case, step: int, row: int) -> None:
    """Post the next contact of a kind that comes back."""
    for minute, number in picture_of(case).coming[step]:
        play.post(minute, Rank.TIMERS, What.CONTACT, case.citizen, step, number, row=row)
        return


def follow_event(play: Play, case: Case, event: int, turn: int, row: int) -> None:
    """Post the contacts that follow a life event."""
    for step, plan in enumerate(play.steps):
        if plan.on == event and plan.contact is not None and case.state[step] == State.STARTED:
            delay = play.draw(plan.contact.at + min(turn, plan.contact.times - 1), case.citizen)
            minute = play.inputs.openings[plan.calendar].next_open(play.later(plan.calendar, delay))
            play.post(minute, Rank.TIMERS, What.CONTACT, case.citizen, step, turn, row=row)


def come(play: Play, case: Case, fact: Fact) -> None:
    """The time of a contact has come."""
    _, _, step, number, _, _, row = fact
    if case.ended:
        return
    plan, contact = play.steps[step], plan_of(play, step)
    if plan.on < 0:
        next_time(play, case, step, row)
    elif not follows(play, case, step, number):
        return
    kind = hindrance(play, case, step, number, row)
    if kind is not None:
        lost = 0 if kind == Kind.CONTACT_PAUSED else weekly(play, case, contact.minutes)
        contact_row(play, case, kind, (step, number), row, lost)
        return
    hold(play, case, step, number, row)


def follows(play: Play, case: Case, step: int, number: int) -> bool:
    """Return whether the contact that comes after a life event takes place."""
    contact, is_involved = plan_of(play, step), play.involved[case.citizen][play.steps[step].actor]
    return is_involved and is_due(play, case, contact, number, picture_of(case).state)


def is_due(play: Play, case: Case, contact: ContactPlan, number: int, state: Sequence[int]) -> bool:
    """Return whether there is such a contact in a state of life, and by luck."""
    for side, states in contact.during:
        if state[side] not in states:
            return False
    place = min(number, contact.times - 1)
    return contact.takes_place < 0 or bool(play.draw(contact.takes_place + place, case.citizen))


def hindrance(play: Play, case: Case, step: int, number: int, row: int) -> Kind | None:
    """Return what keeps a contact from being held: a state known or not known, a clash, the citizen's absence."""
    contact = plan_of(play, step)
    place, pause = min(number, contact.times - 1), contact.pause
    if pause is not None:
        if believes_in_vain(play, case, step, row):
            return Kind.CONTACT_PAUSED
        if picture_of(case).state[pause.side] in pause.states:
            return Kind.CONTACT_IN_VAIN
    clashes = contact.clash >= 0 and play.draw(contact.clash + place, case.citizen)
    if clashes and not knows_efforts(play, case, play.steps[step].actor):
        return Kind.CONTACT_CLASHED
    if contact.no_show >= 0 and play.draw(contact.no_show + place, case.citizen):
        return Kind.NO_SHOW
    return None


def believes_in_vain(play: Play, case: Case, step: int, row: int) -> bool:
    """Return whether the professional knows that the citizen is in a state that makes the contact useless.

    Knowledge that is too old is asked for anew; where nothing newer is had, it hinders nobody.
    """
    pause, picture = plan_of(play, step).pause, picture_of(case)
    actor = play.steps[step].actor
    assert pause is not None
    known = picture.knows[actor].get(pause.matter)
    if known is None or picture.was[pause.matter][known.version][pause.side] not in pause.states:
        return False
    if pause.oldest < 0 or known.is_live or play.clock.now - known.as_of <= pause.oldest:
        return True
    need = NeedPlan(play.inputs.matters.data_type[pause.matter], pause.oldest, -1, frozenset(), -1)
    if not ask_anew(play, case, (step, row), need):
        return False
    known = picture.knows[actor][pause.matter]
    return picture.was[pause.matter][known.version][pause.side] in pause.states


def knows_efforts(play: Play, case: Case, actor: int) -> bool:
    """Return whether an actor's picture of the others' efforts is what is true, of those it may know."""
    picture = picture_of(case)
    knows, version = picture.knows[actor], picture.version
    for data_type in coordination_of(play).efforts:
        for matter in of_others(play, case, actor, data_type):
            known = knows.get(matter)
            is_current = known is not None and known.version == version[matter]
            if not is_current and may_be_told(play, case, actor, matter):
                return False
    return True


def may_be_told(play: Play, case: Case, actor: int, matter: int) -> bool:
    """Return whether somebody who keeps a matter may tell an actor of it."""
    purpose, involved = coordination_of(play).purpose, play.involved[case.citizen]
    for keeper in play.inputs.matters.kept_by[matter]:
        if involved[keeper] and may_learn(play, case, keeper, actor, matter, purpose):
            return True
    return False


def contact_row(play: Play, case: Case, kind: Kind, which: tuple[int, int], because: int, value: int) -> int:
    """Write a row of a contact (step, number)."""
    plan = play.steps[which[0]]
    return play.row(
        case.citizen,
        kind,
        because,
        step=which[0],
        actor=plan.actor,
        role=plan.role,
        attempt=which[1],
        value=value,
    )


def hold(play: Play, case: Case, step: int, number: int, row: int) -> None:
    """Hold a contact: meet needs before the citizen is seen, see, and end after its minutes."""
    plan, contact = play.steps[step], plan_of(play, step)
    started = contact_row(play, case, Kind.STEP_STARTED, (step, number), row, 0)
    if contact.needs:
        meet(play, case, (step, started), contact.needs)
    if knows_efforts(play, case, plan.actor):
        play.set_value(started, 1)
    for matter in contact.observes:
        if matter in picture_of(case).exists:
            see(play, case, plan.actor, matter, started)
    if contact.participants:
        come_together(play, case, step, number, started)
    minutes = weekly(play, case, contact.minutes)
    play.post(
        play.clock.now + minutes, Rank.FINISHED_WORK, What.CONTACT_DONE, case.citizen, step, number, minutes, started
    )


def end(play: Play, case: Case, fact: Fact) -> None:
    """A contact is over."""
    _, _, step, number, minutes, _, row = fact
    contact_row(play, case, Kind.STEP_DONE, (step, number), row, minutes)


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
    picture, matters = picture_of(case), play.inputs.matters
    for giver in sorted(set(present)):
        for matter, known in sorted(picture.knows[giver].items()):
            is_own = known.giver == giver and matters.data_type[matter] in contact.shares
            for receiver in sorted(set(present)) if is_own else ():
                if receiver != giver and may_learn(play, case, giver, receiver, matter, contact.purpose):
                    as_of = play.clock.now if known.is_live else known.as_of
                    learn(play, case, receiver, matter, Known(known.version, as_of, giver, -1), started)
