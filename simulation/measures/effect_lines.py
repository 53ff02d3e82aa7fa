"""What the indicators for the eight effects of the pilot are called; formulas as in a course with a gathering."""

from collections.abc import Mapping

from simulation.measures.entries import Better, Line, MeasureUnit

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


def lines_of(formulas: Mapping[str, tuple[str, str]]) -> tuple[Line, ...]:
    """Return the same lines with other formulas in words (da, en), by id."""
    return tuple((*line[:5], *formulas[line[0]]) for line in LINES)
