"""A comparison to try the page on. EVERY NUMBER HERE IS INVENTED FOR THE TESTS and says nothing about any course.

Three scenarios, the first as today; the shape is docs/results_format.md. `example_result` is a new object at each call.
"""

import math
from copy import deepcopy
from typing import Any

Piece = dict[str, Any]
SCALES = (1.0, 0.8, 0.62)
"""How long things take in the three invented scenarios, against the first."""
CAUSES = {
    "handling": ("Arbejde på sagen", "Handling", (13.2, 12.9, 12.1)),
    "own_desk": ("Eget skrivebord", "Own desk", (30.4, 26.1, 21.9)),
    "finding": ("Finde den rette", "Finding the person", (6.8, 2.1, 0.9)),
    "consent": ("Samtykke", "Consent", (4.3, 4.31, 1.8)),
    "answering": ("Svar", "Answering", (19.6, 14.2, 8.5)),
    "writing": ("Skrive", "Writing", (8.9, 9.4, 6.2)),
    "clarification": ("Afklaring", "Clarification", (3.2, 1.6, 1.1)),
    "certificate": ("Attest", "Certificate", (24.7, 26.3, 27.8)),
    "meeting_calendar": ("Mødekalender", "Meeting calendar", (21.1, 21.6, 20.9)),
    "citizen": ("Borgeren", "The citizen", (17.0, 17.0, 16.4)),
    "closed_hours": ("Lukketid", "Closed hours", (2.2, 2.1, 1.9)),
    "never_came": ("Det, der aldrig kom", "What never came", (5.6, 3.9, 2.5)),
}
PERSONAS = (
    ("anna_41", "Anna, 41", 1.35), ("bent_58", "Bent, 58", 1.22), ("carla_29", "Carla, 29", 1.14), ("dan_36", "Dan, 36", 1.05),
    ("ella_63", "Ella, 63", 1.0), ("frode_47", "Frode, 47", 0.97), ("gry_22", "Gry, 22", 0.93), ("hassan_51", "Hassan, 51", 0.85),
    ("ida_34", "Ida, 34", 0.71), ("aage_55", "Åge Sørensen Præstø, 55", 0.58),
)  # fmt: skip
LINES = (
    ("gathering_days", "days", "time", "less", "Indhentning", "Gathering", (46.2, 35.8, 24.9), 2.1),
    ("gathering_above_mark", "share", "time", "less", "Indhentning over mærket", "Gathering above the mark", (0.214, 0.093, 0.018), 0.02),
    ("lead_time_days", "days", "time", "less", "Gennemløbstid", "Lead time", (157.0, 141.51, 122.0), 4.4),
    ("to_overview_days", "days", "time", "less", "Til overblik", "To overview", (58.3, 41.2, 9.4), 3.2),
    ("to_meeting_days", "days", "time", "less", "Til mødet", "To the meeting", (121.4, 109.2, 97.3), 4.1),
    ("is_deadline_breached", "share", "time", "less", "Frist for mødet overskredet", "Meeting deadline breached", None, 0),
    ("relevant_present_share", "share", "completeness", "more", "Relevante data på bordet", "Relevant data on the table", (0.712, 0.788, 0.861), 0.018),
    ("is_returned", "share", "completeness", "less", "Sendt tilbage", "Returned", (0.184, 0.171, 0.094), 0.016),
    ("chosen_away_share", "share", "completeness", "none", "Valgt fra af borgeren", "Chosen away by the citizen", (0.061, 0.061, 0.083), 0.006),
    ("data_age_at_meeting_days", "days", "completeness", "less", "Datas alder ved mødet", "Age of data at the meeting", (44.0, 39.1, 33.8), 2.2),
    ("work_minutes", "minutes", "work", "less", "Arbejde i alt", "Work in all", (1284.0, 1248.0, 1331.0), 12.0),
    ("work_cost_dkk", "dkk", "work", "less", "Arbejdets pris", "Cost of work", (8960.0, 8712.0, 9235.0), 95.0),
    ("citizen_hours", "hours", "work", "less", "Borgerens egne timer", "Citizen's own hours", (7.42, 7.38, 6.11), 0.3),
    ("repeated_tellings", "count", "snowball", "less", "Gentagne fortællinger", "Repeated tellings", (2.31, 1.84, 0.92), 0.15),
    ("n1_overview_share", "share", "needs", "more", "N1 Overblik under indhentningen", "N1 Overview during the gathering", (0.48, 0.61, 0.83), 0.02),
    ("n2_recall_share", "share", "needs", "more", "N2 Sagens dækning", "N2 Recall of the file", (0.69, 0.76, 0.84), 0.02),
    ("n3_waves_asked", "count", "needs", "less", "N3 Runder", "N3 Rounds", (3.1, 2.6, 1.7), 0.1),
    ("n4_received_share", "share", "needs", "more", "N4 Modtog det, de har ret til", "N4 Received what they are entitled to", (0.52, 0.54, 0.71), 0.03),
    ("e4_finding_out_minutes", "minutes", "effects", "less", "Indikator for E4: finde ud af andres indsats", "Indicator for E4: finding out about others", (184.0, 121.0, 42.0), 6.0),
    ("e5_clarifications", "count", "effects", "less", "Indikator for E5: afklaringer", "Indicator for E5: clarifications", (1.62, 1.58, 0.71), 0.12),
    ("e6_current_pairs_share", "share", "effects", "more", "Indikator for E6: aktuelt billede af indsatser", "Indicator for E6: current picture of efforts", (0.34, 0.37, 0.66), 0.04),
    ("e1_current_contacts_share", "share", "effects", "more", "Indikator for E1: kontakter på et aktuelt billede", "Indicator for E1: contacts on a current picture", None, 0),
)  # fmt: skip
ACTIVITIES = {
    "searching": ("Finde ud af hvem", "Finding out who"), "asking": ("Spørge", "Asking"), "answering": ("Svare", "Answering"),
    "writing": ("Skrive på anmodning", "Writing on request"), "reading": ("Læse svar", "Reading replies"),
    "steps": ("Forløbets skridt", "Steps of the course"), "meetings": ("Møder", "Meetings"),
}  # fmt: skip
ACTORS = (
    ("office_a", "Kontor A", "Office A", (182.0, 120.5, 51.0), 400),
    ("office_b", "Kontor B for særligt lange navne og tværgående opgaver", "Office B for rather long names and shared tasks", (96.0, 81.2, 60.4), 380),
    ("clinic", "Klinikken", "The clinic", (61.0, 64.0, 72.5), 760),
    ("ward", "Afdelingen", "The ward", (44.0, 40.0, 31.0), 690),
    ("home_help", "Hjemmehjælpen", "Home help", (38.0, 41.5, 66.2), 370),
    ("school", "Skolen", "The school", (21.0, 20.8, 20.7), 370),
    ("secretariat", "Sekretariatet", "The secretariat", (110.0, 128.0, 171.0), 400),
    ("bureau", "Bureauet", "The bureau", (12.0, 9.1, 3.3), 410),
)  # fmt: skip
GAPS = (
    ("not_found", "Ikke fundet", "Not found", (0.82, 0.55, 0.21)),
    ("not_arrived", "Ikke kommet", "Not arrived", (0.61, 0.44, 0.28)),
    ("judged_out", "Lagt til side", "Put aside", (0.33, 0.29, 0.3)),
    ("chosen_away", "Fravalgt af borgeren", "Chosen away by the citizen", (0.36, 0.36, 0.49)),
)
CHANNELS = (
    ("mail", "Sikker mail", "Secure mail", (14.2, 10.1, 4.4)),
    ("phone", "Telefon", "Phone", (6.3, 4.2, 1.9)),
    ("portal", "Portal", "Portal", (0.0, 3.9, 9.7)),
)


def example_result() -> Piece:
    """Return an invented comparison of three scenarios."""
    return deepcopy(
        {
            "format": 1, "kind": "comparison", "snebold": "0.0.0-test",
            "scenarios": _scenarios(),
            "design": {"replications": 100, "citizens": 200, "seed": 7, "simulated_citizens": 60000},
            "notes": [_said("De to måneder gælder kun indhentningen.", "The two months are the gathering only.")],
            "comparable": [_said("Sekretariatet er mere end 95 % i brug i «På lang sigt».", "The secretariat is above 95% use.")],
            "measures": [_measure(*line) for line in LINES],
            "gathering": _gathering(),
            "clocks": _clocks(),
            "waterfall": _waterfall(),
            "snowball": _snowball(),
            "gaps": [{"id": n, "title": _said(da, en), "items_per_case": list(items)} for n, da, en, items in GAPS],
            "work": _work(),
            "activity_titles": {name: _said(*title) for name, title in ACTIVITIES.items()},
            "messages": [{"channel": n, "title": _said(da, en), "per_case": list(sent)} for n, da, en, sent in CHANNELS],
            "courses": _courses(),
            "spillover": [{"untouched": 1240, "mean_days": -1.4}, None],
            "personas": [{"id": n, "title": title, "n": [2000, 2000, 2000], "weight": 1.0} for n, title, _ in PERSONAS],
            "rests_on": _rests_on(),
            "assumptions": [_assumption(number) for number in range(14)],
            "ledger": [[], _changes("p10"), _changes("p15")],
        }
    )  # fmt: skip


def two_scenarios() -> Piece:
    """Return the comparison with the first To-Be alone."""
    return without_scenario(example_result(), 2)


def empty_result() -> Piece:
    """Return a comparison in which nothing is defined."""
    result = two_scenarios()
    for measure in result["measures"]:
        measure["values"], measure["differences"] = [None, None], [None, None]
        measure["worst_off"] = None
        for one in measure["personas"].values():
            one["values"], one["differences"] = [None, None], [None, None]
    nothing = {"gathering": None, "waterfall": None, "snowball": None}
    lists = ("notes", "comparable", "clocks", "gaps", "work", "messages", "assumptions")
    rests = {"state": "none", "command": "snebold sensitivity a b", "inputs": []}
    return result | nothing | {name: [] for name in lists} | {
        "courses": [None], "spillover": [None], "ledger": [[], []], "rests_on": rests, "activity_titles": {},
    }  # fmt: skip


HOSTILE = '<script>alert("x")</script><img src="http://evil.example/x.png"> $\\frac{1}{2}$ {{ 7*7 }} %{x} & \'"</style>'


def hostile_result() -> Piece:
    """Return the comparison with every text replaced by one that tries to get out of its place."""
    return _replaced(example_result())


KEPT = ("id", "unit", "group", "better", "kind", "state", "wording", "actor", "channel")


def _replaced(thing: Any, key: str = "") -> Any:
    if isinstance(thing, dict):
        return {name: _replaced(value, name) for name, value in thing.items()}
    if isinstance(thing, list):
        return [_replaced(value, key) for value in thing]
    return HOSTILE if isinstance(thing, str) and key not in (*KEPT, "worst_off") else thing


def without_scenario(result: Piece, place: int) -> Piece:
    """Return a comparison less one scenario that is not the first."""

    def less(thing: Any) -> Any:
        if isinstance(thing, dict):
            return {name: less(value) for name, value in thing.items()}
        if isinstance(thing, list) and len(thing) == 3:
            thing = [value for at, value in enumerate(thing) if at != place]
        return [less(value) for value in thing] if isinstance(thing, list) else thing

    shared = {"personas": less(result["personas"]), "measures": less(result["measures"])}
    pairs = {name: [one for at, one in enumerate(result[name], 1) if at != place] for name in ("courses", "spillover")}
    names = ("scenarios", "gathering", "clocks", "waterfall", "snowball", "gaps", "work", "messages", "ledger")
    return result | shared | pairs | {name: less(result[name]) for name in names}


def _said(da: str, en: str) -> Piece:
    return {"da": da, "en": en}


def _scenarios() -> list[Piece]:
    names = (("A", "as_is", "Som det er i dag", "As it is today", 0), ("B", "short", "På kort sigt", "Short term", 3),
             ("C", "long", "På lang sigt med fælles overblik", "Long term with a common overview", 5))  # fmt: skip
    proposals = (("P10", "Koordinator i hver forvaltning", "A coordinator in each department"),
                 ("P11", "Skriftlige arbejdsgange, tjekliste og standardoverlevering", "Written procedures and checklist"),
                 ("P14", "Procedurer for distribuering", "Rules of distribution"), ("P1", "Borgersagsportal", "Case portal"),
                 ("P15", "It-redskab mellem forvaltninger og kommuner", "Sharing tool"))  # fmt: skip
    return [
        {
            "label": label, "name": f"example/{name}", "title": _said(da, en), "course": _said("Et opdigtet forløb", "A made-up course"),
            "interventions": [{"id": c.lower(), "code": c, "title": _said(d, e)} for c, d, e in proposals[:count]],
            "profile": "medium", "rule_set": "rules_test", "sha256": f"{ord(label):064x}",
        }
        for label, name, da, en, count in names
    ]  # fmt: skip


def _value(mean: float, half: float, unit: str) -> Piece:
    quantiles = {"median": mean * 0.93, "p90": mean * 1.62, "p95": mean * 1.9} if unit != "share" else dict.fromkeys(("median", "p90", "p95"))
    return {"mean": mean, "low": mean - half / 2, "high": mean + half / 2, "n": 19873, **quantiles}


def _difference(mean: float, half: float) -> Piece:
    certain = abs(mean) > half
    wording = ("less" if mean < 0 else "more") if certain else "no_certain_difference"
    return {"mean": round(mean, 6), "low": round(mean - half, 6), "high": round(mean + half, 6), "certain": certain, "wording": wording}


def _measure(name: str, unit: str, group: str, better: str, da: str, en: str, means: tuple[float, ...] | None, half: float) -> Piece:
    values = [None] * 3 if means is None else [_value(mean, half, unit) for mean in means]
    differences = [None] * 3 if means is None else [None, *(_difference(mean - means[0], half) for mean in means[1:])]
    personas = {} if means is None else {persona: _of_persona(means, half, factor) for persona, _, factor in PERSONAS}
    worst = None if means is None else ["anna_41" if better == "less" else "aage_55"] * 2 + ["bent_58"]
    formula = _said(f"Opdigtet formel for {da}", f"Invented formula of {en}")
    return {
        "id": name, "title": _said(da, en), "unit": unit, "group": group, "better": better, "formula": formula,
        "values": values, "differences": differences, "personas": personas, "worst_off": worst,
    }  # fmt: skip


def _of_persona(means: tuple[float, ...], half: float, factor: float) -> Piece:
    values = [mean * factor if means[0] > 1 else min(0.99, mean * (0.7 + factor / 3.5)) for mean in means]
    wide = half * 1.9 + abs(means[0]) * 0.03 * factor
    shift = (factor - 0.75) * 0.8
    return {"values": values, "differences": [None, *(_difference((mean - values[0]) * shift, wide) for mean in values[1:])]}


def _gathering() -> Piece:
    edges = [*range(0, 61, 5), 61, *range(65, 121, 5)]
    shares = [_bell(edges, middle, 0.52) for middle in (44.0, 33.0, 21.0)]
    return {"mark_days": 61, "clock": _said("Indhentning uden attester", "Gathering without certificates"), "edges_days": edges, "shares": shares}


def _bell(edges: list[int], middle: float, width: float) -> list[float]:
    def below(days: float) -> float:
        return 0.0 if days <= 0 else 0.5 * (1 + math.erf(math.log(days / middle) / width / math.sqrt(2)))

    return [below(high) - below(low) for low, high in zip(edges, [*edges[1:], 10_000], strict=True)]


def _clocks() -> list[Piece]:
    lines = (("gathering", "Indhentning uden attester", "Gathering without certificates", 44.0),
             ("certificates", "Attester", "Certificates", 37.0), ("meeting", "Mødekalender", "Meeting calendar", 21.0))  # fmt: skip
    return [
        {"id": n, "title": _said(da, en), "median_days": [days * s for s in SCALES], "p90_days": [1.7 * days * s for s in SCALES]}
        for n, da, en, days in lines
    ]


def _waterfall() -> Piece:
    causes = [{"id": name, "title": _said(da, en), "days": list(days)} for name, (da, en, days) in CAUSES.items()]
    overlays = [
        {"id": "discovery", "title": _said("Opdagelse: før den sidste blev nævnt", "Discovery"), "days": [29.3, 17.7, 4.2]},
        {"id": "return", "title": _said("Tilbagesendelse", "Return"), "days": [16.1, 13.8, 7.4]},
    ]
    lead = [round(sum(days[place] for _, _, days in CAUSES.values()), 6) for place in range(3)]
    return {"causes": causes, "overlays": overlays, "lead_days": lead}


def _snowball() -> Piece:
    days = list(range(121))
    shares = [[start + (top - start) * (1 - math.exp(-day / pace)) for day in days] for start, top, pace in ((0.31, 0.87, 21.0), (0.39, 0.91, 13.0), (0.74, 0.96, 6.0))]
    waves = [[3.4, 2.6, 1.9, 0.8, 0.3, 0.1, 0.02, 0.01], [4.1, 2.5, 1.4, 0.5, 0.1, 0.03, 0.01, 0.0], [7.2, 1.3, 0.5, 0.1, 0.02, 0.0, 0.0, 0.0]]
    return {"days": days, "known_share": shares, "waves": waves}


def _work() -> list[Piece]:
    parts = (0.14, 0.12, 0.18, 0.16, 0.1, 0.2, 0.1)
    staff = [
        {
            "actor": name, "title": _said(da, en),
            "minutes": [{activity: m * part for activity, part in zip(ACTIVITIES, parts, strict=True)} for m in minutes],
            "cost_dkk": [m / 60 * hourly for m in minutes],
        }
        for name, da, en, minutes, hourly in ACTORS
    ]  # fmt: skip
    own = {"actor": "citizen", "title": _said("Borgeren", "The citizen"), "minutes": [{"steps": m} for m in (445.2, 442.8, 366.6)], "cost_dkk": None}
    return [*staff, own]


def _courses() -> list[Piece]:
    note = _said("Andelene afhænger af koblingen (opdigtet note).", "Shares depend on the coupling (invented note).")
    return [{"shorter": 0.712, "longer": 0.181, "same": 0.107, "note": note}, {"shorter": 0.884, "longer": 0.094, "same": 0.022, "note": note}]


def _rests_on() -> Piece:
    inputs = (("gathering.requests_per_visit", -17.2, -6.1), ("scenario.uptake", -3.9, -15.2), ("actors.office_b.answers.delay", -8.1, -13.9),
              ("gathering.search.delay", -9.4, -11.6), ("steps.write_summary.minutes", -10.2, -10.6), ("gathering.persistence", 1.8, -12.4))  # fmt: skip
    because = "Et opdigtet skøn, der skal afprøves på en workshop"
    return {
        "state": "fresh", "command": "snebold sensitivity example/as_is example/short",
        "inputs": [{"path": p, "low": low, "high": high, "kind": "assumed", "source": "workshop_1", "because": because} for p, low, high in inputs],
    }  # fmt: skip


def _assumption(number: int) -> Piece:
    return {
        "path": f"steps.step_{number}.response_delay.typical", "kind": ("estimated", "assumed")[number % 2], "source": "workshop_1" if number % 2 else None,
        "because": "Opdigtet begrundelse, æøå med", "text": f"{number + 1} / {number + 3} / {number + 9} arbejdsdage",
    }  # fmt: skip


def _changes(origin: str) -> list[Piece]:
    place = "scenarios/interventions/example.yaml:7:11"
    return [
        {"path": "steps.request_note.response_delay.mode", "old": 6, "new": 2.5, "because": "Man ved, hvem der har den", "origin": origin, "place": place},
        {"path": "sharing.common_overview", "old": None, "new": {"way": "index", "coverage": {"unit": "share", "value": 0.75}, "title": {"da": "Overblik"}},
         "because": "Et indeks viser, hvor data er", "origin": origin, "place": place},
        {"path": "steps.phone_around", "old": {"kind": "work"}, "new": None, "because": "Ingen ringer længere rundt", "origin": origin, "place": place},
    ]  # fmt: skip
