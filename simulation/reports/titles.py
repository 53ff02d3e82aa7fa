"""Titles of what results are broken down by, in Danish and English."""

from simulation.values.causes import Cause

Both = tuple[str, str]
"""(Danish, English)."""

CAUSES: dict[str, Both] = {
    Cause.HANDLING.name.lower(): ("arbejde på sagen", "work on the case"),
    Cause.OWN_DESK.name.lower(): ("venter på eget skrivebord", "waits on the own desk"),
    Cause.FINDING.name.lower(): ("finde den rette person", "finding the right person"),
    Cause.CONSENT.name.lower(): ("samtykke", "consent"),
    Cause.ANSWERING.name.lower(): ("andre svarer", "others answer"),
    Cause.WRITING.name.lower(): ("skrives på anmodning", "written on request"),
    Cause.CLARIFICATION.name.lower(): ("afklaring", "clarification"),
    Cause.CERTIFICATE.name.lower(): ("attester", "certificates"),
    Cause.MEETING_CALENDAR.name.lower(): ("mødekalender", "meeting calendar"),
    Cause.CITIZEN.name.lower(): ("borgerens egen tid", "the citizen's own time"),
    Cause.CLOSED_HOURS.name.lower(): ("lukketid", "closed hours"),
    Cause.NEVER_CAME.name.lower(): ("ventede på det, der aldrig kom", "waited for what never came"),
}

OVERLAYS: dict[str, Both] = {
    "none": ("uden for de to", "outside the two"),
    "discovery": ("opdagelse: før den sidste holder var nævnt", "discovery: before the last holder was named"),
    "return": ("sendt tilbage: fra første tilbagesendelse", "sent back: from the first return"),
}

GAPS: dict[str, Both] = {
    "not_found": ("ikke fundet", "not found"),
    "chosen_away": ("fravalgt af borgeren (en ret, ingen fejl)", "chosen away by the citizen (a right, no fault)"),
    "not_arrived": ("ikke kommet", "not arrived"),
    "judged_out": ("lagt til side", "put aside"),
}

ACTIVITIES: dict[str, Both] = {
    "searching": ("finde ud af hvem", "finding out who"),
    "asking": ("spørge", "asking"),
    "reminding": ("rykke", "reminding"),
    "answering": ("svare", "answering"),
    "writing": ("skrive på anmodning", "writing on request"),
    "reading": ("læse", "reading"),
    "looking_up": ("slå op", "looking up"),
    "steps": ("forløbets skridt", "steps of the course"),
    "meetings": ("møder", "meetings"),
    "contacts": ("kontakter", "contacts"),
    "lost": ("tabt på forgæves kontakter", "lost on contacts in vain"),
}

ABSENT: dict[str, Both] = {
    "no_needs_at_contacts": (
        "forløbet har ingen kontakter, hvor fagpersonen har brug for bestemte oplysninger",
        "the course has no contacts at which a professional needs certain data",
    ),
    "citizen_tells_nothing": (
        "borgeren fortæller ikke noget i forløbet",
        "the citizen tells nothing in this course",
    ),
    "nothing_is_shared": ("ingen i forløbet deler oplysninger", "nobody in the course shares data"),
    "nobody_searches": ("ingen i forløbet leder efter oplysninger", "nobody in the course searches for data"),
    "nobody_clarifies": ("ingen i forløbet afklarer svar", "nobody in the course clarifies replies"),
    "nobody_is_told": ("ingen i forløbet bliver underrettet", "nobody in the course is notified"),
    "no_meeting_looks_for_gaps": (
        "forløbet har intet møde, der ser efter, om noget mangler",
        "no meeting in the course looks whether anything is missing",
    ),
    "nothing_is_gathered": ("forløbet har ingen samlet indhentning", "the course has no single gathering"),
    "case_never_closes": ("forløbet slutter ikke med en afgørelse", "the course does not end with a decision"),
    "condition_not_needed": (
        "ingen kontakt har brug for at kende borgerens tilstand",
        "no contact needs to know the citizen's condition",
    ),
}
"""Why a course cannot show a measure, by the id that `Measured.absent` gives."""

CITIZEN: Both = ("Borgeren", "The citizen")

NOTES: tuple[Both, ...] = (
    (
        "Alle borgere er simulerede og opdigtede. Antal er simulerede borgere og aldrig belæg.",
        "All citizens are simulated and fictitious. Numbers count simulated citizens and are never evidence.",
    ),
    (
        "Kilderne kalder forslagene et idékatalog: gennemførlighed, omkostninger og jura er ikke vurderet.",
        "The sources call the proposals a catalogue of ideas: feasibility, cost and law were not assessed.",
    ),
    (
        "Ikke med i modellen: læring, ændret adfærd, beslutningers kvalitet, virkning på helbred, arbejde og vold.",
        "Not in the model: learning, changed behaviour, quality of decisions, effects on health, work and violence.",
    ),
)

COURSES_NOTE: Both = (
    "Andelene afhænger af, at de samme borgere møder det samme held i begge scenarier.",
    "The shares depend on the same citizens meeting the same luck in both scenarios.",
)


def both(pair: Both) -> dict[str, str]:
    """Return words as `da` and `en`."""
    return {"da": pair[0], "en": pair[1]}


def titled(titles: dict[str, Both], name: str) -> dict[str, str]:
    """Return the title of an id, the id itself where none is known."""
    return both(titles.get(name, (name.replace("_", " "), name.replace("_", " "))))
