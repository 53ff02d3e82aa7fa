"""Indicators for the eight effects of the pilot, where a course can show them.

They are indicators only: what citizens and professionals experience is asked in workshops, and whether data are
understood has no score at all.
"""

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures import effects_of_contacts
from simulation.measures.effect_lines import LINES
from simulation.measures.entries import Entry, Group, entries
from simulation.measures.followed import Floats, Followed
from simulation.measures.needs import tellings
from simulation.measures.parts import Parts, summed
from simulation.measures.sharings import visible_parts
from simulation.measures.snowball import told_again
from simulation.model.world import World
from simulation.population.cast import DAY, Integers
from simulation.population.inputs import Inputs
from simulation.population.tables import StepKind
from simulation.values.causes import Cause

ABSENT_IF = {
    "e1_current_contacts_share": "no_needs_at_contacts",
    "e2_asked_again": "citizen_tells_nothing",
    "e3_visible_sharings_share": "nothing_is_shared",
    "e4_finding_out_minutes": "nobody_searches",
    "e5_clarifications": "nobody_clarifies",
    "e6_current_pairs_share": "nobody_is_told",
    "e7_data_age_days": "no_needs_at_contacts",
    "e8_reused_share": "no_needs_at_contacts",
}
"""Why a course may be unable to show an indicator."""
BY_ACTOR = (
    "e1_current_contacts_share",
    "e2_asked_again",
    "e4_finding_out_minutes",
    "e6_current_pairs_share",
    "e7_data_age_days",
    "e8_reused_share",
)
"""Indicators that are shown by actor too."""


def effects(whole: Followed, seen: Followed, searching: Floats) -> dict[str, Parts | None]:
    """Return each indicator per citizen and actor, None where this course cannot show it.

    Args:
        whole: the observed citizens from opening on.
        seen: the same without the run-in.
        searching: minutes of finding out who knows something, per citizen and actor (the citizen last).
    """
    if seen.inputs.coordination is not None:
        return effects_of_contacts.effect_parts_of_contacts(whole, seen, searching)
    plans = seen.inputs.steps
    has_needs, has_gathering = any(plan.needs for plan in plans), seen.inputs.gather is not None
    found: dict[str, Parts | None] = dict.fromkeys(ABSENT_IF)
    found["e3_visible_sharings_share"] = visible_parts(seen)
    if has_needs or any(plan.asks_citizen for plan in plans):
        found["e2_asked_again"] = Parts(summed(seen, told_again(seen)))
    if has_needs:
        used = _used_at_contacts(seen)
        found["e1_current_contacts_share"] = current_contacts(seen, used)
        found["e7_data_age_days"] = Parts(summed(seen, used, seen.log["value"][used]) / DAY, summed(seen, used))
        others = used[seen.log["from_actor"][used] != seen.log["actor"][used]]
        found["e8_reused_share"] = Parts(summed(seen, others), summed(seen, used))
    if has_gathering or any(plan.search for plan in plans):
        found["e4_finding_out_minutes"] = Parts(searching)
    if has_gathering or any(_clarifies(plan.kind, plan.cause) for plan in plans):
        found["e5_clarifications"] = clarifications(seen)
    if any(plan.tells for plan in plans):
        found["e6_current_pairs_share"] = current_pairs(seen)
    return found


def effects_by_actor(seen: Followed, found: dict[str, Parts | None]) -> Floats:
    """Return indicators by citizen, actor and place in `BY_ACTOR`, nan where an actor or a course cannot show one."""
    involved = seen.inputs.truth.involved[seen.citizens]
    shown = [found[name] for name in BY_ACTOR]
    return np.stack([np.full(involved.shape, np.nan) if p is None else p.of_actors(involved) for p in shown], axis=2)


def entries_of(world: World) -> tuple[Entry, ...]:
    """Return the entries of the indicators with the formulas of a course."""
    return ENTRIES if world.coordination is None else effects_of_contacts.ENTRIES


def reasons(inputs: Inputs) -> dict[str, str]:
    """Return why a course may be unable to show an indicator, by id."""
    return ABSENT_IF if inputs.coordination is None else ABSENT_IF | effects_of_contacts.ABSENT_IF


def _used_at_contacts(seen: Followed) -> Integers:
    rows = seen.rows(Kind.DATA_USED)
    return rows[seen.log["step"][rows] >= 0]


def _asked_again(seen: Followed) -> Integers:
    rows = seen.rows(Kind.CITIZEN_ASKED)
    return rows[seen.log["data_type"][rows] >= 0]


def current_contacts(seen: Followed, used: Integers) -> Parts:
    """Return contacts at which every existing need was met by own data that are current / contacts.

    A contact is a finished step with needs of which some data exist; a need is met by own current data (DATA_USED), by
    asking the citizen (CITIZEN_ASKED) or not at all (DATA_MISSING).
    """
    missing = seen.rows(Kind.DATA_MISSING)
    # What is missing at a meeting or a check names no actor.
    missing = missing[seen.log["actor"][missing] >= 0]
    unmet = np.unique(seen.log["because_of"][np.concatenate([_asked_again(seen), missing])]).astype(np.int64)
    contacts = np.unique(np.concatenate([seen.log["because_of"][used], unmet])).astype(np.int64)
    every = summed(seen, contacts)
    return Parts(every - summed(seen, unmet), every)


def clarifications(seen: Followed) -> Parts:
    """Return how often something had to be clarified: replies, and steps that wait for a clarification."""
    places = [place for place, plan in enumerate(seen.inputs.steps) if _clarifies(plan.kind, plan.cause)]
    done = seen.rows(Kind.STEP_DONE)
    done = done[np.isin(seen.log["step"][done], places)]
    return Parts(summed(seen, seen.rows(Kind.CLARIFIED)) + summed(seen, done))


def _clarifies(kind: int, cause: int) -> bool:
    return kind == StepKind.WAIT and cause == Cause.CLARIFICATION


def current_pairs(seen: Followed) -> Parts:
    """Return the time in which pairs of entitled actor and matter are current / the time of all such pairs.

    A pair runs from the end of a step that tells of the matter until that step ends again or the follow-up is over; it
    is current from when the actor has been told of it. Minutes current / minutes of all pairs of involved actors.
    """
    log, every = seen.log, np.zeros((len(seen), len(seen.inputs.names.actors) + 1))
    until = np.full(len(log), -1, dtype=np.int64)
    for place, rows in tellings(seen):
        whose = seen.whose(rows)
        until[rows] = _next_end(seen, rows, whose)
        minutes = np.bincount(whose, weights=until[rows] - log["time"][rows], minlength=len(seen))
        for tell in seen.inputs.steps[place].tells:
            every[:, tell.actor] += minutes * seen.inputs.truth.involved[seen.citizens, tell.actor]
    told = seen.rows(Kind.ACTOR_TOLD)
    minutes = np.maximum(until[log["because_of"][told]] - log["time"][told], 0).astype(np.float64)
    return Parts(summed(seen, told, minutes), every)


def _next_end(seen: Followed, rows: Integers, whose: Integers) -> Integers:
    """Return when the matter of each end of a step changes: the citizen's next end, or the end of the follow-up."""
    order = np.lexsort((rows, whose))
    ordered, citizen = rows[order], whose[order]
    is_last = np.append(citizen[1:] != citizen[:-1], True)[: len(rows)]
    following = np.append(seen.log["time"][ordered[1:]], 0)[: len(rows)]
    found = np.empty(len(rows), dtype=np.int64)
    found[order] = np.where(is_last, seen.until[citizen], following)
    return found


ENTRIES = entries(Group.EFFECTS, LINES)
