"""The four needs of the analysis: overview, assessment, collection, dissemination."""

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.case_file import Meeting
from simulation.measures.entries import Better, Group, Line, MeasureUnit, entries
from simulation.measures.followed import NEVER, Flags, Floats, Followed, only_where, share
from simulation.measures.holders import DEEPEST, Known, existing
from simulation.measures.spans import Span
from simulation.population.cast import DAY, Integers

MOST = 0.8
"""The share of holders from which the overview is called good: the analysis names no number; judged."""


def needs(seen: Followed, known: Known, gathering: Span, held: tuple[Meeting, Meeting] | None) -> dict[str, Floats]:
    """Return the measures of the four needs; nan where a citizen cannot show one."""
    found = {
        "n1_overview_share": overview_area(known, gathering),
        "n1_most_known_days": most_known(known, gathering),
        "n3_gathering_days": gathering.minutes() / DAY,
        "n3_waves_asked": waves_asked(known, gathering),
        "n4_received_share": received(seen),
    }
    if held is not None:
        precision, recall = assessed(seen, held[0])
        found |= {"n2_precision_share": precision, "n2_recall_share": recall}
    return found


def overview_area(known: Known, gathering: Span) -> Floats:
    """Return the area under the curve of known holders: their mean share over the time of the first gathering.

    1 - sum over relevant existing holders of (minutes unknown) / (holders x length); for a gathering of no length,
    the share known at its end.
    """
    has_ended = (gathering.end >= 0)[:, None]
    start = np.where(has_ended, gathering.start[:, None], 0)
    # A gathering of no length counts as one minute.
    length = np.where(has_ended, np.maximum(gathering.end - gathering.start, 1)[:, None], 1)
    unknown = np.where(known.matters, np.clip(known.since - start, 0, length), 0).sum(axis=1)
    exist = np.where(gathering.end >= 0, known.matters.sum(axis=1), 0)
    return 1 - share(unknown.astype(np.float64), (exist * length[:, 0]).astype(np.float64))


def most_known(known: Known, gathering: Span) -> Floats:
    """Return days from the start of the gathering until 80 % of relevant existing holders are known; nan if never."""
    exist = known.matters.sum(axis=1)
    wanted = np.ceil(MOST * exist - 1e-9).astype(np.int64)
    inside = (gathering.start >= 0) & (exist > 0)
    if not known.since.shape[1]:
        return np.full(len(exist), np.nan)
    ordered = np.sort(np.where(known.matters, known.since, NEVER), axis=1)
    since = np.take_along_axis(ordered, np.maximum(wanted - 1, 0)[:, None], axis=1)[:, 0]
    minutes = np.maximum(since - gathering.start, 0)
    return only_where(inside & (since < NEVER), minutes / DAY)


def waves_asked(known: Known, gathering: Span) -> Floats:
    """Return how many waves of holders were asked: the deepest wave asked, counted from 1."""
    deepest = np.where(known.asked & (known.wave < DEEPEST), known.wave + 1, 0).max(axis=1, initial=0)
    return only_where(gathering.start >= 0, deepest)


def assessed(seen: Followed, meeting: Meeting) -> tuple[Floats, Floats]:
    """Return precision and recall of the file when the meeting was first held, of data that are gathered.

    precision = relevant in the file / in the file; recall = relevant in the file / relevant that exist, also what the
    citizen chose away.
    """
    gathered = _gathered(seen)
    in_file = (meeting.since >= 0) & gathered & (meeting.row >= 0)[:, None]
    wanted = existing(seen)
    right = (in_file & wanted).sum(axis=1).astype(np.float64)
    recall = share(right, wanted.sum(axis=1).astype(np.float64))
    return share(right, in_file.sum(axis=1).astype(np.float64)), only_where(meeting.row >= 0, recall)


def _gathered(seen: Followed) -> Flags:
    found = np.zeros(len(seen.inputs.names.data_types), dtype=np.bool_)
    found[[item for holder in seen.inputs.holders for item in holder.items]] = True
    return found


def received(seen: Followed) -> Floats:
    """Return the share of entitled actors that received: ACTOR_TOLD rows / involved actors of finished tellings."""
    entitled = np.zeros(len(seen))
    for place, rows in tellings(seen):
        actors = [tell.actor for tell in seen.inputs.steps[place].tells]
        whose = seen.whose(rows)
        involved = seen.inputs.truth.involved[seen.citizens[whose]][:, actors].sum(axis=1)
        entitled += np.bincount(whose, weights=involved, minlength=len(seen))
    return share(seen.count(seen.rows(Kind.ACTOR_TOLD)), entitled)


def tellings(seen: Followed) -> list[tuple[int, Integers]]:
    """Return each step that tells somebody, with the rows at which it was finished."""
    telling = [place for place, plan in enumerate(seen.inputs.steps) if plan.tells]
    return [(place, seen.rows_of_step(Kind.STEP_DONE, place)) for place in telling]


DAYS, SHARE, LESS, MORE = MeasureUnit.DAYS, MeasureUnit.SHARE, Better.LESS, Better.MORE
LINES: tuple[Line, ...] = (
    (
        "n1_overview_share",
        SHARE,
        MORE,
        "N1 Overblik under indhentningen",
        "N1 Overview during the gathering",
        "Areal under kurven: gennemsnitlig andel kendte indehavere af relevante data i indhentningens tid",
        "Area under the curve: mean share known of the holders of relevant data, over the time of the gathering",
    ),
    (
        "n1_most_known_days",
        DAYS,
        LESS,
        "N1 Til 80 % er kendt",
        "N1 Until 80 % are known",
        "Dage fra indhentningens start, til 80 % af de indehavere, der har relevante data, er kendt",
        "Days from the start of the gathering until 80 % of existing holders of relevant data are known",
    ),
    (
        "n2_precision_share",
        SHARE,
        MORE,
        "N2 Sagens præcision",
        "N2 Precision of the file",
        "Relevante / alle indhentede datatyper i sagen ved første møde",
        "Relevant / all gathered data types in the file at the first meeting",
    ),
    (
        "n2_recall_share",
        SHARE,
        MORE,
        "N2 Sagens dækning",
        "N2 Recall of the file",
        "Relevante i sagen / alle relevante, der findes, ved første møde, også dem borgeren har valgt fra",
        "Relevant in the file / all relevant that exist, at the first meeting, those chosen away included",
    ),
    (
        "n3_gathering_days",
        DAYS,
        LESS,
        "N3 Indhentningens tid",
        "N3 Time of gathering",
        "Som «Indhentning»",
        "As gathering",
    ),
    (
        "n3_waves_asked",
        MeasureUnit.COUNT,
        LESS,
        "N3 Runder",
        "N3 Rounds",
        "Bølger af indehavere, der blev spurgt: den dybeste bølge, talt fra 1",
        "Waves of holders that were asked: the deepest one, counted from 1",
    ),
    (
        "n4_received_share",
        SHARE,
        MORE,
        "N4 Modtog det, de har ret til",
        "N4 Received what they are entitled to",
        "Underretninger modtaget / involverede aktører, som udførte skridt skal fortælle, i opfølgningstiden",
        "Notices received / involved actors that finished steps are to tell, while the citizen is followed",
    ),
)
ENTRIES = entries(Group.NEEDS, LINES)
