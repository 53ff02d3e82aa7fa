"""What a finished step does: produce, tell, use, check, lead back or on."""

from simulation.engine.kinds import Kind
from simulation.engine.reference import meetings
from simulation.engine.reference.progress import Play, go_back, holds, resolve
from simulation.engine.reference.state import Case, Rank, State, What


def done(play: Play, case: Case, step: int, occurrence: int, row: int, worker: int) -> None:
    """Somebody has finished a step; where a way back has made it due again meanwhile, only the work counts."""
    plan = play.steps[step]
    minutes = play.draw(plan.minutes + min(occurrence, plan.occurrences - 1), case.citizen)
    if case.occurrence[step] == occurrence:
        finish(play, case, step, play.step_row(case, Kind.STEP_DONE, step, row, worker=worker, value=minutes))
        return
    who = {"actor": plan.actor, "role": plan.role, "worker": worker}
    play.row(case.citizen, Kind.STEP_DONE, row, step=step, attempt=occurrence, value=minutes, **who)


def finish(play: Play, case: Case, step: int, row: int) -> None:
    """Do what a finished step does: produce, tell, use, check, lead back or on."""
    plan = play.steps[step]
    if plan.consent is not None:
        row = play.step_row(case, Kind.STEP_DONE, step, row, value=0)
    if plan.asks_citizen:
        play.row(case.citizen, Kind.CITIZEN_ASKED, row, step=step, actor=plan.actor, role=plan.role, value=case.told)
        case.told += 1
    if plan.produces:
        produce(play, case, step, row)
    if plan.needs:
        meet_needs(play, case, step, row)
    if plan.tells:
        tell_others(play, case, step, row)
    if plan.check is not None and meetings.look_for_gaps(play, case, step, plan.check, row):
        return
    if plan.again is not None and lead_back(play, case, step, row):
        return
    resolve(play, case, step, State.DONE, row)


def tell_others(play: Play, case: Case, step: int, row: int) -> None:
    """Send what is told to the actors that receive it."""
    plan = play.steps[step]
    for tell in plan.tells:
        if play.draw(tell.told, case.citizen):
            minute = play.later(plan.calendar, play.draw(tell.delay, case.citizen))
            play.post(minute, Rank.MESSAGES, What.TOLD, case.citizen, step, tell.actor, tell.data_type, row)


def produce(play: Play, case: Case, step: int, row: int) -> None:
    """Put what the step produces into the file; what the actor only keeps exists where the citizen has it."""
    plan = play.steps[step]
    if plan.never >= 0 and play.drawn(plan.never, step, case):
        return
    for item in plan.produces:
        if not play.inputs.held_by[item] or play.has[case.citizen][item] or plan.actor not in play.inputs.held_by[item]:
            case.file[item] = (play.clock.now, plan.actor)
            play.row(
                case.citizen,
                Kind.DATA_CREATED,
                row,
                step=step,
                actor=plan.actor,
                data_type=item,
                from_actor=plan.actor,
                value=0,
            )


def meet_needs(play: Play, case: Case, step: int, row: int) -> None:
    """Meet what a contact wants to know: own current data, else the citizen again, else nothing (SEMANTICS S9.2)."""
    plan, citizen = play.steps[step], case.citizen
    for item, oldest in plan.needs:
        if not play.has[citizen][item]:
            continue
        own = (play.clock.now, plan.actor) if plan.actor in play.inputs.held_by[item] else None
        known = case.file.get(item, own)
        if known is not None and (oldest < 0 or play.clock.now - known[0] <= oldest):
            age = play.clock.now - known[0]
            play.row(
                citizen,
                Kind.DATA_USED,
                row,
                step=step,
                actor=plan.actor,
                data_type=item,
                from_actor=known[1],
                value=age,
            )
        elif any(play.inputs.truth.told[citizen][holder] for holder in play.inputs.held_by[item]):
            play.row(citizen, Kind.CITIZEN_ASKED, row, step=step, actor=plan.actor, data_type=item, value=case.told)
            case.told += 1
        else:
            play.row(citizen, Kind.DATA_MISSING, row, step=step, actor=plan.actor, data_type=item, value=0)


def lead_back(play: Play, case: Case, step: int, row: int) -> bool:
    """Go back to an earlier step where the course says so; reaching the cap is logged and goes on."""
    again = play.steps[step].again
    assert again is not None
    times = case.went_back[step]
    happens = again.chance < 0 or bool(play.draw(again.chance + times, case.citizen))
    if not happens or not holds(case, again.decided):
        return False
    if times >= again.way.at_most:
        play.step_row(case, Kind.CAP_REACHED, step, row)
        return False
    case.went_back[step] += 1
    go_back(play, case, again.way.resets)
    case.asked[again.way.to] = row
    if again.delay < 0:
        play.look_later(case.citizen, again.way.to)
    else:
        case.missing[again.way.to] += 1
        minute = play.later(play.steps[step].calendar, play.draw(again.delay + times, case.citizen))
        play.post(minute, Rank.TIMERS, What.AGAIN, case.citizen, again.way.to)
    return True
