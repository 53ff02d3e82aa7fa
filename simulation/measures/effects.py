"""Indicators for the eight effects of the pilot, where a course can show them.

They are indicators only: what citizens and professionals experience is asked in workshops, and whether data are
understood has no score at all.
"""

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.entries import Better, Group, Line, MeasureUnit, entries
from simulation.measures.followed import Floats, Followed, share
from simulation.measures.needs import tellings
from simulation.measures.sharings import visible_share
from simulation.measures.snowball import repeated_tellings
from simulation.population.cast import DAY, Integers
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


def effects(seen: Followed, searching: Floats) -> dict[str, Floats | None]:
    """Return each indicator per citizen, None where this course cannot show it.

    Args:
        seen: the observed citizens.
        searching: minutes of finding out who knows something, per citizen.
    """
    plans = seen.inputs.steps
    has_needs, has_gathering = any(plan.needs for plan in plans), seen.inputs.gather is not None
    found: dict[str, Floats | None] = dict.fromkeys(ABSENT_IF)
    found["e3_visible_sharings_share"] = visible_share(seen)
    if has_needs or any(plan.asks_citizen for plan in plans):
        found["e2_asked_again"] = repeated_tellings(seen)
    if has_needs:
        used = _used_at_contacts(seen)
        found["e1_current_contacts_share"] = current_contacts(seen, used)
        found["e7_data_age_days"] = share(seen.total(used, seen.log["value"][used]), seen.count(used)) / DAY
        others = used[seen.log["from_actor"][used] != seen.log["actor"][used]]
        found["e8_reused_share"] = share(seen.count(others), seen.count(used))
    if has_gathering or any(plan.search for plan in plans):
        found["e4_finding_out_minutes"] = searching
    if has_gathering or any(_clarifies(plan.kind, plan.cause) for plan in plans):
        found["e5_clarifications"] = clarifications(seen)
    if any(plan.tells for plan in plans):
        found["e6_current_pairs_share"] = current_pairs(seen)
    return found


def _used_at_contacts(seen: Followed) -> Integers:
    rows = seen.rows(Kind.DATA_USED)
    return rows[seen.log["step"][rows] >= 0]


def _asked_again(seen: Followed) -> Integers:
    rows = seen.rows(Kind.CITIZEN_ASKED)
    return rows[seen.log["data_type"][rows] >= 0]


def current_contacts(seen: Followed, used: Integers) -> Floats:
    """Return the share of contacts at which every existing need was met by own data that are current.

    A contact is a finished step with needs of which some data exist; a need is met by own current data (DATA_USED), by
    asking the citizen (CITIZEN_ASKED) or not at all (DATA_MISSING).
    """
    missing = seen.rows(Kind.DATA_MISSING)
    # What is missing at a meeting or a check names no actor.
    missing = missing[seen.log["actor"][missing] >= 0]
    unmet = np.unique(seen.log["because_of"][np.concatenate([_asked_again(seen), missing])]).astype(np.int64)
    contacts = np.unique(np.concatenate([seen.log["because_of"][used], unmet])).astype(np.int64)
    every = seen.count(contacts)
    return share(every - seen.count(unmet), every)


def clarifications(seen: Followed) -> Floats:
    """Return how often something had to be clarified: replies, and steps that wait for a clarification."""
    places = [place for place, plan in enumerate(seen.inputs.steps) if _clarifies(plan.kind, plan.cause)]
    done = seen.rows(Kind.STEP_DONE)
    done = done[np.isin(seen.log["step"][done], places)]
    return seen.count(seen.rows(Kind.CLARIFIED)) + seen.count(done)


def _clarifies(kind: int, cause: int) -> bool:
    return kind == StepKind.WAIT and cause == Cause.CLARIFICATION


def current_pairs(seen: Followed) -> Floats:
    """Return the time-weighted share of pairs of entitled actor and matter in which the actor is current.

    A pair runs from the end of a step that tells of the matter until that step ends again or the follow-up is over; it
    is current from when the actor has been told of it. Minutes current / minutes of all pairs of involved actors.
    """
    log, every = seen.log, np.zeros(len(seen))
    until = np.full(len(log), -1, dtype=np.int64)
    for place, rows in tellings(seen):
        whose = seen.whose(rows)
        until[rows] = _next_end(seen, rows, whose)
        actors = [tell.actor for tell in seen.inputs.steps[place].tells]
        pairs = seen.inputs.truth.involved[seen.citizens[whose]][:, actors].sum(axis=1)
        every += np.bincount(whose, weights=pairs * (until[rows] - log["time"][rows]), minlength=len(seen))
    told = seen.rows(Kind.ACTOR_TOLD)
    minutes = np.maximum(until[log["because_of"][told]] - log["time"][told], 0).astype(np.float64)
    return share(seen.total(told, minutes), every)


def _next_end(seen: Followed, rows: Integers, whose: Integers) -> Integers:
    """Return when the matter of each end of a step changes: the citizen's next end, or the end of the follow-up."""
    order = np.lexsort((rows, whose))
    ordered, citizen = rows[order], whose[order]
    is_last = np.append(citizen[1:] != citizen[:-1], True)[: len(rows)]
    following = np.append(seen.log["time"][ordered[1:]], 0)[: len(rows)]
    found = np.empty(len(rows), dtype=np.int64)
    found[order] = np.where(is_last, seen.until[citizen], following)
    return found


COUNT, SHARE, LESS, MORE = MeasureUnit.COUNT, MeasureUnit.SHARE, Better.LESS, Better.MORE
LINES: tuple[Line, ...] = (
    (
        "e1_current_contacts_share",
        SHARE,
        MORE,
        "Indikator for E1: kontakter på et aktuelt billede",
        "Indicator for E1: contacts on a current picture",
        "Kontakter, hvor alt, hvad der var brug for, lå aktuelt hos fagpersonen / kontakter med behov",
        "Contacts at which all that was needed lay current with the professional / contacts with needs",
    ),
    (
        "e2_asked_again",
        COUNT,
        LESS,
        "Indikator for E2: må fortælle igen",
        "Indicator for E2: must tell again",
        "Som «Gentagne fortællinger»: gange borgeren fortæller igen, eller fortæller det, en aktør allerede har",
        "As repeated tellings: times the citizen tells again, or tells what an actor has on file",
    ),
    (
        "e3_visible_sharings_share",
        SHARE,
        MORE,
        "Indikator for E3: delinger, borgeren kan se",
        "Indicator for E3: sharings the citizen can see",
        "Svar, opslag og underretninger, som borgeren kan se / alle svar fra involverede, opslag og underretninger",
        "Replies, look-ups and notices that the citizen can see / all replies of those involved, look-ups and notices",
    ),
    (
        "e4_finding_out_minutes",
        MeasureUnit.MINUTES,
        LESS,
        "Indikator for E4: finde ud af andres indsats",
        "Indicator for E4: finding out about others",
        "Minutter med at finde ud af, hvem der ved noget",
        "Minutes of finding out who knows something",
    ),
    (
        "e5_clarifications",
        COUNT,
        LESS,
        "Indikator for E5: afklaringer",
        "Indicator for E5: clarifications",
        "Afklaringer af svar og attester; siger intet om, hvad nogen forstod",
        "Clarifications of replies and certificates; says nothing of what anybody understood",
    ),
    (
        "e6_current_pairs_share",
        SHARE,
        MORE,
        "Indikator for E6: aktuelt billede af indsatser",
        "Indicator for E6: current picture of efforts",
        "Tid, hvor aktøren har fået det seneste / tid for alle par af berettiget aktør og det, der fortælles om",
        "Time in which the actor has had the latest / time of all pairs of entitled actor and what is told of",
    ),
    (
        "e7_data_age_days",
        MeasureUnit.DAYS,
        LESS,
        "Indikator for E7: alder af data ved kontakt",
        "Indicator for E7: age of data at a contact",
        "Gennemsnitlige dage siden data, der bruges ved en kontakt, var aktuelle",
        "Mean days since data used at a contact were current",
    ),
    (
        "e8_reused_share",
        SHARE,
        MORE,
        "Indikator for E8: genbrug af andres data",
        "Indicator for E8: reuse of others' data",
        "Data brugt ved kontakter, som en anden aktør har lavet / data brugt ved kontakter",
        "Data used at contacts that another actor made / data used at contacts",
    ),
)
ENTRIES = entries(Group.EFFECTS, LINES)
