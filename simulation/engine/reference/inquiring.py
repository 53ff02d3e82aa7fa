"""Asking another actor before a contact, in a thread or by phone (SEMANTICS S9.2)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.knowing import learn, may_learn, weekly
from simulation.engine.reference.needs import Preparation
from simulation.engine.reference.picture import Known, Wanted
from simulation.engine.reference.rows import looked_into, sent, told
from simulation.engine.reference.sharing import covers, post_news
from simulation.engine.reference.state import Way
from simulation.population.contact_plans import FlowPlan


def ask_others(at: Preparation, unmet: list[Wanted]) -> bool:
    """Ask one actor that is known to be involved: in the thread where there is one, else by phone.

    Return whether something was heard at once.
    """
    asked = whom_to_ask(at, unmet)
    if asked is None:
        return False
    giver, matters = asked
    thread = thread_with(at, giver, matters)
    if thread is None:
        return call(at, giver, matters)
    write(at, thread, giver, matters)
    return False


def whom_to_ask(at: Preparation, unmet: list[Wanted]) -> tuple[int, list[int]] | None:
    """Return the actor that may tell most of what is missing, of equals the lower id, and what; None if nobody."""
    others, purpose = known_others(at), at.play.coordination.purpose
    if not others:
        return None
    can_tell: dict[int, list[int]] = {}
    for want in unmet:
        for matter in want.matters:
            for giver in at.play.kept_by[matter]:
                if others >> giver & 1 and may_learn(at.play, at.case, giver, at.actor, matter, purpose):
                    can_tell.setdefault(giver, []).append(matter)
    best: tuple[int, list[int]] | None = None
    for giver, matters in can_tell.items():
        more = 1 if best is None else len(matters) - len(best[1])
        if best is None or more > 0 or (more == 0 and giver < best[0]):
            best = giver, matters
    return best


def known_others(at: Preparation) -> int:
    """Return the actors (bits) that the actor knows to be involved."""
    found = 0
    for matter, other in at.play.efforts:
        if other != at.actor and at.knows[matter] is not None:
            found |= 1 << other
    return found


def thread_with(at: Preparation, giver: int, matters: list[int]) -> FlowPlan | None:
    """Return the thread in which a giver can be asked of a matter, or None."""
    for flow in at.play.inputs.flows:
        is_open = flow.way == Way.THREAD and at.actor in flow.receivers
        if is_open and any(covers(at.play, at.case, flow, giver, matter) for matter in matters):
            return flow
    return None


def write(at: Preparation, flow: FlowPlan, giver: int, matters: list[int]) -> None:
    """Ask in the thread; the answer comes later and serves the next contact."""
    play, case = at.play, at.case
    if flow.minutes is not None:
        looked_into(play, case, at.actor, matters[0], (flow.channel, weekly(play, case, flow.minutes)), at.row)
    row = sent(play, case, giver, at.actor, matters[0], flow.channel, at.row)
    if flow.giver_minutes is not None:
        told(play, case, giver, matters[0], (flow.channel, weekly(play, case, flow.giver_minutes)), row)
    minute = play.later(play.inputs.calendar_of_actor[giver], weekly(play, case, flow.delay))
    for matter in matters:
        if covers(play, case, flow, giver, matter):
            post_news(play, case, minute, (giver, at.actor, matter, flow.purpose, flow.channel, Way.THREAD, row))


def call(at: Preparation, giver: int, matters: list[int]) -> bool:
    """Call and return whether somebody answers; what is told may be hard to understand and is clarified at once."""
    play, case, plan = at.play, at.case, at.play.coordination
    is_answered = weekly(play, case, plan.answered)
    types = [play.type_of[matter] for matter in matters]
    row = play.row(
        case.citizen,
        Kind.CALLED,
        at.row,
        step=at.step,
        actor=at.actor,
        data_type=next((data_type for data_type in types if data_type in plan.efforts), types[0]),
        from_actor=giver,
        channel=plan.call_channel,
        attempt=is_answered,
        value=weekly(play, case, plan.call_minutes),
    )
    if not is_answered:
        return False
    row = told(play, case, giver, matters[0], (plan.call_channel, weekly(play, case, plan.answer_minutes)), row)
    for matter in matters:
        hear(at, giver, matter, row)
    unclear = plan.unclear[giver]
    if unclear is not None and weekly(play, case, unclear):
        clarify(at, giver, row)
    return True


def hear(at: Preparation, giver: int, matter: int, row: int) -> None:
    """Learn what a giver knows now."""
    play = at.play
    known = at.picture.knows[giver][matter]
    if known is None:
        return
    as_of = at.now if known.is_live else known.as_of
    channel = play.coordination.call_channel
    learn(play, at.case, at.actor, matter, Known(known.version, as_of, giver, channel), row)
    data_type = play.type_of[matter]
    of_type = play.inputs.matters.of_type[data_type]
    if play.holder_of[matter] >= 0 and all(at.knows[other] is not None for other in of_type):
        at.picture.asked_at[at.actor][data_type] = at.now


def clarify(at: Preparation, giver: int, row: int) -> None:
    """Write that what was told by phone was hard to understand and was made clear at once."""
    plan = at.play.coordination
    at.play.row(
        at.case.citizen,
        Kind.CLARIFIED,
        row,
        step=at.step,
        actor=at.actor,
        from_actor=giver,
        channel=plan.call_channel,
        value=weekly(at.play, at.case, plan.clarifying),
    )
