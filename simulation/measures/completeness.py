"""How complete the file was at the meeting, counted against what the citizen allows."""

import numpy as np

from simulation.engine.kinds import Gap, Kind
from simulation.measures.case_file import Meeting, needed
from simulation.measures.entries import Better, Group, Line, MeasureUnit, entries
from simulation.measures.followed import Flags, Floats, Followed, only_where, share
from simulation.population.cast import DAY, plain_minutes

SHORTCOMINGS = (Gap.NOT_FOUND, Gap.NOT_ARRIVED, Gap.JUDGED_OUT)
"""Reasons that are not the citizen's own choice; what was chosen away is a right and counted apart."""


def completeness(seen: Followed, held: tuple[Meeting, Meeting] | None) -> dict[str, Floats]:
    """Return the measures of completeness at the first and last meeting.

    nan where no meeting was held or nothing relevant exists; without meetings only how often cases were returned.
    """
    returned = seen.count(seen.rows(Kind.CASE_RETURNED))
    found = {"times_returned": returned, "is_returned": (returned > 0).astype(np.float64)}
    if held is None:
        return found
    return found | _at_first(seen, held[0]) | _at_last(seen, *held)


def _at_first(seen: Followed, meeting: Meeting) -> dict[str, Floats]:
    """Return what the file held when the meeting was first held.

    A share is 1 - missing / allowed: data that exist, are relevant or critical, and were not chosen away.
    """
    need, was_held = needed(seen), meeting.row >= 0
    relevant, critical = _sum(need > 0), _sum(need == 2)
    chosen = meeting.gaps[:, :, Gap.CHOSEN_AWAY]
    lacking = _lacking(meeting)
    found = {
        "relevant_present_share": 1 - share(_sum(lacking), relevant - _sum(chosen)),
        "critical_present_share": 1 - share(_sum(lacking & (need == 2)), critical - _sum(chosen & (need == 2))),
        "chosen_away_share": share(_sum(chosen), relevant),
    }
    for gap in SHORTCOMINGS:
        found[f"gaps_{gap.name.lower()}"] = _sum(meeting.gaps[:, :, gap])
    return {name: only_where(was_held, numbers) for name, numbers in found.items()}


def _at_last(seen: Followed, first: Meeting, last: Meeting) -> dict[str, Floats]:
    """Return what decisions rested on: the file at the last meeting before the case closed."""
    need = seen.inputs.truth.need[seen.citizens]
    critical, in_file = need == 2, (need > 0) & (last.since >= 0)
    lacking = _lacking(last) & critical
    limits = np.array([_usable_for(seen, name) for name in seen.inputs.names.data_types])
    stale = in_file & (last.minute[:, None] - last.since > limits)
    is_decided = (last.row >= 0) & (seen.last(seen.rows(Kind.CASE_CLOSED)) >= 0)
    return {
        "is_decided_on_missing": only_where(is_decided, lacking.any(axis=1)),
        "is_decided_on_stale": only_where(is_decided, (stale & critical).any(axis=1)),
        "stale_share": share(_sum(stale), _sum(in_file)),
        "data_age_at_meeting_days": _mean_age(seen, first) / DAY,
    }


def _usable_for(seen: Followed, data_type: str) -> float:
    limit = seen.world.data_types[data_type].usable_for
    return np.inf if limit is None else plain_minutes(limit)


def _mean_age(seen: Followed, meeting: Meeting) -> Floats:
    """Return the mean age in minutes of relevant and critical data in the file at a meeting."""
    counted = (meeting.since >= 0) & (seen.inputs.truth.need[seen.citizens] > 0)
    ages = np.where(counted, meeting.minute[:, None] - meeting.since, 0)
    return share(ages.sum(axis=1).astype(np.float64), _sum(counted))


def _lacking(meeting: Meeting) -> Flags:
    """Return which data types were missing for a reason that is not the citizen's choice."""
    lacking: Flags = np.any(meeting.gaps[:, :, SHORTCOMINGS], axis=2)
    return lacking


def _sum(flags: Flags) -> Floats:
    found: Floats = flags.sum(axis=1).astype(np.float64)
    return found


def gaps_by_data_type(meeting: Meeting) -> Floats:
    """Return 1 where a data type was missing at a meeting, by reason, else 0; nan where none was held.

    Shape (citizens, data types, reasons), reasons in the order of `Gap`.
    """
    return only_where((meeting.row >= 0)[:, None, None], meeting.gaps)


COUNT, DAYS, SHARE, LESS = MeasureUnit.COUNT, MeasureUnit.DAYS, MeasureUnit.SHARE, Better.LESS
LINES: tuple[Line, ...] = (
    (
        "times_returned",
        COUNT,
        LESS,
        "Gange sendt tilbage",
        "Times returned",
        "Antal gange sagen sendes tilbage til indhentning, fordi kritiske data mangler",
        "Times the case is sent back to the gathering because critical data are missing",
    ),
    (
        "is_returned",
        SHARE,
        LESS,
        "Sendt tilbage",
        "Returned",
        "1, hvis sagen sendes tilbage mindst én gang, ellers 0",
        "1 where the case is sent back at least once, else 0",
    ),
    (
        "relevant_present_share",
        SHARE,
        Better.MORE,
        "Relevante data på bordet",
        "Relevant data on the table",
        "1 - manglende / tilladte ved første møde: relevante og kritiske data, der findes og ikke er valgt fra",
        "1 - missing / allowed at the first meeting: relevant and critical data that exist and were not chosen away",
    ),
    (
        "critical_present_share",
        SHARE,
        Better.MORE,
        "Kritiske data på bordet",
        "Critical data on the table",
        "Som relevante data, men kun de kritiske",
        "As relevant data, critical ones only",
    ),
    (
        "chosen_away_share",
        SHARE,
        Better.NONE,
        "Valgt fra af borgeren",
        "Chosen away by the citizen",
        "Andel af de relevante data, der mangler, fordi borgeren ikke samtykkede eller fortalte; en ret, ikke en fejl",
        "Share of existing relevant data missing because the citizen did not consent or tell; a right, not a fault",
    ),
    (
        "gaps_not_found",
        COUNT,
        LESS,
        "Mangler: ikke fundet",
        "Missing: not found",
        "Datatyper, der mangler ved første møde, fordi ingen pegede på, hvem der har dem",
        "Data types missing at the first meeting because nobody pointed to their holder",
    ),
    (
        "gaps_not_arrived",
        COUNT,
        LESS,
        "Mangler: ikke kommet",
        "Missing: not arrived",
        "Datatyper, der mangler ved første møde, fordi indehaveren var kendt, men intet kom",
        "Data types missing at the first meeting because the holder was known and nothing came",
    ),
    (
        "gaps_judged_out",
        COUNT,
        LESS,
        "Mangler: sorteret fra",
        "Missing: judged out",
        "Datatyper, der mangler ved første møde, fordi giver eller læser lagde dem til side",
        "Data types missing at the first meeting because giver or reader put them aside",
    ),
    (
        "is_decided_on_missing",
        SHARE,
        LESS,
        "Afgjort på manglende kritiske data",
        "Decided on missing critical data",
        "1, hvis kritiske data, som borgeren ikke har valgt fra, manglede ved sidste møde; afsluttede sager",
        "1 where critical data, not chosen away, were missing at the last meeting; closed cases",
    ),
    (
        "is_decided_on_stale",
        SHARE,
        LESS,
        "Afgjort på forældede kritiske data",
        "Decided on stale critical data",
        "1, hvis kritiske data i sagen ved sidste møde var ældre, end de kan bruges; afsluttede sager",
        "1 where critical data in the file at the last meeting were older than usable; closed cases",
    ),
    (
        "stale_share",
        SHARE,
        LESS,
        "Forældede data i sagen",
        "Stale data in the file",
        "Relevante og kritiske datatyper i sagen ved sidste møde, der var ældre, end de kan bruges / alle i sagen",
        "Relevant and critical data types in the file at the last meeting that were older than usable / all in it",
    ),
    (
        "data_age_at_meeting_days",
        DAYS,
        LESS,
        "Datas alder ved mødet",
        "Age of data at the meeting",
        "Gennemsnitlige dage fra relevante data kom i sagen, til første møde",
        "Mean days from arrival in the file to the first meeting",
    ),
)
ENTRIES = entries(Group.COMPLETENESS, LINES)
