"""Meeting the needs of a contact: own, shown, asked by phone or thread, asked of the citizen (SEMANTICS S9.2)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.inquiring import ask_others
from simulation.engine.reference.knowing import learn, may_learn, weekly
from simulation.engine.reference.looking import look, open_what_is_shown
from simulation.engine.reference.needs import Preparation, is_met, log, wanted
from simulation.engine.reference.picture import Known, Wanted
from simulation.engine.reference.progress import Play
from simulation.engine.reference.state import Case
from simulation.population.contact_plans import NeedPlan


def meet(play: Play, case: Case, contact: tuple[int, int], needs: tuple[NeedPlan, ...]) -> None:
    """Meet each need of a contact (step, row) in the first way that does, and log how."""
    step, row = contact
    at = Preparation(play, case, step, row)
    asked = at.picture.wanted[step]
    if asked is None:
        asked = at.picture.wanted[step] = wanted(at, needs)
    unmet = [want for want in asked if not is_met(at, want)]
    had_all = not unmet
    open_what_is_shown(at, asked)
    if unmet and look(at, unmet):
        unmet = [want for want in unmet if not is_met(at, want)]
    if unmet and ask_others(at, unmet):
        unmet = [want for want in unmet if not is_met(at, want)]
    if unmet:
        ask_citizen(at, unmet)
    for want in asked:
        log(at, want, met=had_all or is_met(at, want))


def ask_anew(play: Play, case: Case, contact: tuple[int, int], need: NeedPlan) -> bool:
    """Look and ask others for one need of a contact (step, row), not the citizen; return whether it is met."""
    step, row = contact
    at = Preparation(play, case, step, row)
    unmet = wanted(at, (need,))
    return any(way(at, unmet) and all(is_met(at, want) for want in unmet) for way in (look, ask_others))


def ask_citizen(at: Preparation, unmet: list[Wanted]) -> None:
    """Ask the citizen for what is still missing, once for all of it."""
    minutes = weekly(at.play, at.case, at.play.coordination.asking)
    for want in [want for want in unmet if not was_asked_in_vain(at, want)]:
        hear_citizen(at, want, minutes)
        minutes = 0


def hear_citizen(at: Preparation, want: Wanted, minutes: int) -> None:
    """Learn what the citizen tells of one type, in so many minutes."""
    play, case, picture = at.play, at.case, at.picture
    told = [matter for matter in want.matters if picture.tells[matter]]
    is_again = any(is_known_elsewhere(at, matter) for matter in told)
    row = play.row(
        case.citizen,
        Kind.CITIZEN_ASKED,
        at.row,
        step=at.step,
        actor=at.actor,
        data_type=want.data_type,
        attempt=int(is_again),
        value=minutes,
    )
    case.told += bool(told)
    for matter in told:
        learn(play, case, at.actor, matter, Known(picture.version[matter], at.now, -1, -1), row)
    picture.asked_at[at.actor][want.data_type] = at.now


def was_asked_in_vain(at: Preparation, want: Wanted) -> bool:
    """Return whether the citizen was asked not long ago and told nothing."""
    asked = at.picture.asked_at[at.actor][want.data_type]
    if asked < 0 or at.now - asked >= at.play.coordination.asks_again:
        return False
    return not any(at.picture.tells[matter] for matter in want.matters)


def is_known_elsewhere(at: Preparation, matter: int) -> bool:
    """Return whether another actor that may tell this one already knows what is true."""
    others, other = at.picture.knowing[matter] & ~(1 << at.actor), 0
    while others:
        if others & 1 and may_learn(at.play, at.case, other, at.actor, matter, at.play.coordination.purpose):
            return True
        others, other = others >> 1, other + 1
    return False
