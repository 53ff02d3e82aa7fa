"""Looking before a contact into what flows show the professional (SEMANTICS S9.2)."""

from simulation.engine.reference.knowing import learn, may_learn, weekly
from simulation.engine.reference.needs import Preparation
from simulation.engine.reference.picture import Known, Wanted
from simulation.engine.reference.rows import looked_into
from simulation.engine.reference.sharing import covers
from simulation.population.contact_plans import FlowPlan


def open_what_is_shown(at: Preparation, wanted: list[Wanted]) -> None:
    """Look once into each flow that shows something as it is; that takes its minutes."""
    if not at.play.views:
        return
    shown: dict[int, int] = {}
    for want in wanted:
        for matter in want.matters:
            known = at.knows[matter]
            if known is not None and known.is_live and known.flow >= 0:
                shown.setdefault(known.flow, matter)
    for place, matter in sorted(shown.items()):
        look_into(at, at.play.inputs.flows[place], matter)


def look_into(at: Preparation, flow: FlowPlan, matter: int) -> None:
    """Write that the actor has looked at what a flow shows, and how long that took."""
    minutes = weekly(at.play, at.case, flow.minutes) if flow.minutes else 0
    looked_into(at.play, at.case, at.actor, matter, (flow.channel, minutes), at.row)


def look(at: Preparation, unmet: list[Wanted]) -> bool:
    """Look into what flows show, read there what contacts have seen and noted, and return whether that was anything."""
    has_read = False
    for flow in at.play.views:
        if at.actor in flow.receivers:
            wanted = [want for want in unmet if want.data_type in flow.data_types]
            found = [read(at, flow, want) for want in wanted]
            if any(found):
                look_into(at, flow, wanted[0].matters[0])
                has_read = True
    return has_read


def read(at: Preparation, flow: FlowPlan, want: Wanted) -> bool:
    """Read one type in a view and return whether something was there."""
    found = False
    for matter in want.matters:
        for giver in sorted(flow.givers):
            found |= read_from(at, flow, giver, matter)
    if found and want.of_holders:
        at.picture.asked_at[at.actor][want.data_type] = at.now
    return found


def read_from(at: Preparation, flow: FlowPlan, giver: int, matter: int) -> bool:
    """Read what one giver has noted of a matter."""
    play, case = at.play, at.case
    known = at.picture.knows[giver][matter] if giver != at.actor else None
    if known is None or known.giver != giver or not play.involved[case.citizen][giver]:
        return False
    if not covers(play, case, flow, giver, matter) or not may_learn(play, case, giver, at.actor, matter, flow.purpose):
        return False
    if known.is_live:
        return at.knows[matter] is not None
    if play.later(play.inputs.calendar_of_actor[giver], weekly(play, case, flow.delay), known.as_of) > at.now:
        return False
    learn(play, case, at.actor, matter, Known(known.version, known.as_of, giver, flow.channel), at.row)
    return True
