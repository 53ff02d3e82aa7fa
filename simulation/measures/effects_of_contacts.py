"""Indicators for the eight effects of the pilot in courses with regular contacts (SEMANTICS S9)."""

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.current_pairs import current_minutes
from simulation.measures.effect_lines import lines_of
from simulation.measures.entries import Group, entries
from simulation.measures.followed import Flags, Floats, Followed
from simulation.measures.parts import Parts, summed
from simulation.measures.snowball import told_again
from simulation.population.cast import DAY, Integers

ABSENT_IF = {"e7_data_age_days": "condition_not_needed", "e8_reused_share": "no_needs_at_contacts"}
"""Why a course with contacts may be unable to show an indicator."""
TOLD_BY = (Kind.MESSAGE_SENT, Kind.CALL_ANSWERED, Kind.STEP_STARTED)
"""What a LEARNED row points to where something else than a view told."""


def effect_parts_of_contacts(whole: Followed, seen: Followed, searching: Floats) -> dict[str, Parts | None]:
    """Return each indicator, None where this course cannot show it.

    Args:
        whole: the observed citizens from opening on.
        seen: the same after the run-in.
        searching: minutes of finding out about efforts, per citizen and actor (the citizen last).
    """
    needs = {need.data_type for plan in seen.inputs.steps if plan.contact for need in plan.contact.needs}
    used = seen.rows(Kind.DATA_USED)
    used = used[seen.at_contact(used)]
    shared = sharings(seen)
    found: dict[str, Parts | None] = {
        "e1_current_contacts_share": coordinated_contacts(seen),
        "e2_asked_again": Parts(summed(seen, told_again(seen))),
        "e3_visible_sharings_share": Parts(summed(seen, shared[visible(seen, shared)]), summed(seen, shared)),
        "e4_finding_out_minutes": Parts(searching),
        "e5_clarifications": Parts(summed(seen, seen.rows(Kind.CLARIFIED))),
        "e6_current_pairs_share": Parts(*current_minutes(whole, seen.begins)),
        "e7_data_age_days": age_of_condition(seen, used) if needs & condition(seen) else None,
        "e8_reused_share": reused(whole, seen, used) if needs else None,
    }
    return found


def coordinated_contacts(seen: Followed) -> Parts:
    """Return contacts held on a true picture of efforts / contacts held, clashed or in vain."""
    held = seen.rows(Kind.STEP_STARTED)
    held = held[seen.at_contact(held)]
    failed = seen.rows(Kind.CONTACT_CLASHED, Kind.CONTACT_IN_VAIN)
    return Parts(summed(seen, held[seen.log["value"][held] == 1]), summed(seen, np.append(held, failed)))


def sharings(seen: Followed) -> Integers:
    """Return the rows at which one actor shared with another: messages, answered calls, look-ups, and views.

    A view shares when somebody looks, and each time it shows something new (LEARNED) without being looked at.
    """
    log = seen.log
    called, looked, learned = seen.rows(Kind.CALLED), seen.rows(Kind.LOOKED_UP), seen.rows(Kind.LEARNED)
    shown = ~np.isin(log["kind"][log["because_of"][learned]], TOLD_BY) & (log["channel"][learned] >= 0)
    parts = (
        seen.rows(Kind.MESSAGE_SENT),
        called[log["attempt"][called] == 1],
        looked[~_of_message(seen, looked)],
        learned[shown],
    )
    return np.sort(np.concatenate(parts))


def _of_message(seen: Followed, looked: Integers) -> Flags:
    """Return which LOOKED_UP rows are work on a message: reading one, or asking in writing, which comes before it."""
    kind, because = seen.log["kind"], seen.log["because_of"]
    following = np.minimum(looked + 1, len(kind) - 1)
    asks = (kind[following] == Kind.MESSAGE_SENT) & (because[following] == because[looked])
    found: Flags = asks | (kind[because[looked]] == Kind.MESSAGE_SENT)
    return found


def visible(seen: Followed, rows: Integers) -> Flags:
    """Return whether the citizen can see each sharing: whether its channel says so."""
    shown = [seen.world.channels[name].seen_by_citizen for name in seen.inputs.names.channels]
    return np.array([*shown, False])[seen.log["channel"][rows]]


def condition(seen: Followed) -> set[int]:
    """Return the data types that say how the citizen is."""
    assert seen.world.coordination is not None
    return {seen.inputs.names.data_type[name] for name in seen.world.coordination.condition}


def age_of_condition(seen: Followed, used: Integers) -> Parts:
    """Return days since what is used of the condition was true for sure, summed / times it was used.

    What the actor sees with own eyes at this very contact is not data that are used.
    """
    log = seen.log
    is_seen_now = (log["from_actor"][used] == log["actor"][used]) & (log["value"][used] == 0)
    rows = used[np.isin(log["data_type"][used], list(condition(seen))) & ~is_seen_now]
    return Parts(summed(seen, rows, seen.log["value"][rows]) / DAY, summed(seen, rows))


def reused(whole: Followed, seen: Followed, used: Integers) -> Parts:
    """Return items used that another actor made and that came from an actor / items used.

    What came by no channel was told by the citizen, unless it was learned at a meeting since the citizen was asked.
    """
    log = seen.log
    learned = whole.rows(Kind.LEARNED)
    learned = learned[(log["channel"][learned] < 0) & (log["kind"][log["because_of"][learned]] == Kind.STEP_STARTED)]
    at = _key(whole, used)
    from_citizen = _latest(whole, whole.rows(Kind.CITIZEN_ASKED), at) > _latest(whole, learned, at)
    by = log["from_actor"][used]
    others = (by >= 0) & (by != log["actor"][used]) & ((log["channel"][used] >= 0) | ~from_citizen)
    return Parts(summed(seen, used[others]), summed(seen, used))


def _latest(seen: Followed, rows: Integers, before: Integers) -> Integers:
    """Return the latest of some rows before each of others (keys), of the same citizen, actor and data type, or -1."""
    keys = np.sort(_key(seen, rows))
    places = np.searchsorted(keys, before) - 1
    found = keys[places] if len(keys) else np.full(len(before), -1, dtype=np.int64)
    same = (places >= 0) & (found // len(seen.log) == before // len(seen.log))
    return np.where(same, found % len(seen.log), -1)


def _key(seen: Followed, rows: Integers) -> Integers:
    """Return a number that puts rows in order of citizen, actor, data type and row."""
    shape = (len(seen), len(seen.inputs.names.actors), len(seen.inputs.names.data_types), len(seen.log))
    who = seen.log["actor"][rows], seen.log["data_type"][rows]
    # Tellings without a data type are none of a contact; they share a place with the last type.
    found: Integers = np.ravel_multi_index((seen.whose(rows), *who, rows), shape, mode="wrap").astype(np.int64)
    return found


FORMULAS = {
    "e1_current_contacts_share": (
        "Kontakter holdt på et sandt billede af andres indsatser / kontakter holdt, kollideret eller forgæves",
        "Contacts held on a true picture of others' efforts / contacts held, clashed or in vain",
    ),
    "e2_asked_again": (
        "Gange borgeren spørges om det, en aktør, der må fortælle det, allerede ved",
        "Times the citizen is asked for what an actor that may tell already knows",
    ),
    "e3_visible_sharings_share": (
        "Beskeder, besvarede opkald, opslag og visninger på kanaler, borgeren kan se / alle af dem",
        "Messages, answered calls, look-ups and views on channels that the citizen can see / all of them",
    ),
    "e4_finding_out_minutes": (
        "Minutter med opslag, opkald, beskeder og spørgsmål til borgeren om andres indsatser",
        "Minutes of look-ups, calls, messages and asking the citizen about others' efforts",
    ),
    "e5_clarifications": (
        "Afklaringer af det, en anden har fortalt; siger intet om, hvad nogen forstod",
        "Clarifications of what another told; says nothing of what anybody understood",
    ),
    "e6_current_pairs_share": (
        "Tid, hvor aktøren kender det sande / tid for par af aktør og andres indsats, som lov og samtykke tillader",
        "Time in which the actor knows what is true / time of pairs of actor and effort that law and consent allow",
    ),
    "e7_data_age_days": (
        "Gennemsnitlige dage siden det, der bruges om borgerens tilstand ved en kontakt, med sikkerhed gjaldt",
        "Mean days since what is used of the citizen's condition at a contact was true for sure",
    ),
    "e8_reused_share": (
        "Oplysninger brugt ved kontakter, som en anden aktør har lavet / oplysninger brugt ved kontakter",
        "Data used at contacts that another actor made / data used at contacts",
    ),
}
ENTRIES = entries(Group.EFFECTS, lines_of(FORMULAS))
"""The same indicators as in other courses, with the formulas of this one."""
