"""A comparison to try the page on. EVERY NUMBER HERE IS INVENTED FOR THE TESTS and says nothing about any course.

Three scenarios, the first as today; the shape is docs/results_format.md. Each call makes a new object.
"""

import math
from typing import Any

Piece = dict[str, Any]
SCALES = (1.0, 0.8, 0.62)
"""How long things take in the three invented scenarios, against the first."""
CAUSES = """
handling | Arbejde på sagen | Handling | 13.2 12.9 12.1
own_desk | Eget skrivebord | Own desk | 30.4 26.1 21.9
finding | Finde den rette | Finding the person | 6.8 2.1 0.9
consent | Samtykke | Consent | 4.3 4.31 1.8
answering | Svar | Answering | 19.6 14.2 8.5
writing | Skrive | Writing | 8.9 9.4 6.2
clarification | Afklaring | Clarification | 3.2 1.6 1.1
certificate | Attest | Certificate | 24.7 26.3 27.8
meeting_calendar | Mødekalender | Meeting calendar | 21.1 21.6 20.9
citizen | Borgeren | The citizen | 17.0 17.0 16.4
closed_hours | Lukketid | Closed hours | 2.2 2.1 1.9
never_came | Det, der aldrig kom | What never came | 5.6 3.9 2.5
"""
MEASURES = """
gathering_days days time less | Indhentning | Gathering | 46.2 35.8 24.9 | 2.1
gathering_above_mark share time less | Indhentning over mærket | Gathering above the mark | 0.214 0.093 0.018 | 0.02
lead_time_days days time less | Gennemløbstid | Lead time | 157.0 141.51 122.0 | 4.4
to_overview_days days time less | Til overblik | To overview | 58.3 41.2 9.4 | 3.2
to_meeting_days days time less | Til mødet | To the meeting | 121.4 109.2 97.3 | 4.1
is_deadline_breached share time less | Frist for mødet overskredet | Meeting deadline breached | | 0
relevant_present_share share completeness more | Relevante data på bordet | Relevant data | 0.712 0.788 0.861 | 0.018
is_returned share completeness less | Sendt tilbage | Returned | 0.184 0.171 0.231 | 0.016
chosen_away_share share completeness none | Valgt fra af borgeren | Chosen away | 0.061 0.061 0.083 | 0.006
data_age_at_meeting_days days completeness less | Datas alder ved mødet | Age of data | 44.0 39.1 33.8 | 2.2
work_minutes minutes work less | Arbejde i alt | Work in all | 564.0 505.1 476.1 | 12.0
work_cost_dkk dkk work less | Arbejdets pris | Cost of work | 4279.4 3887.9 3696.1 | 95.0
citizen_hours hours work less | Borgerens egne timer | Citizen's own hours | 7.42 7.38 6.11 | 0.3
repeated_tellings count snowball less | Gentagne fortællinger | Repeated tellings | 2.31 1.84 0.92 | 0.15
n1_overview_share share needs more | N1 Overblik under indhentningen | N1 Overview | 0.48 0.61 0.83 | 0.02
n2_recall_share share needs more | N2 Sagens dækning | N2 Recall of the file | 0.69 0.76 0.84 | 0.02
n3_waves_asked count needs less | N3 Runder | N3 Rounds | 3.1 2.6 1.7 | 0.1
n4_received_share share needs more | N4 Modtog det, de har ret til | N4 Received what is theirs | 0.52 0.54 0.71 | 0.03
e4_finding_out_minutes minutes effects less | Indikator for E4: finde ud | Indicator for E4: finding | 184 121 42 | 6
e5_clarifications count effects less | Indikator for E5: svar | Indicator for E5: clarified | 1.62 1.58 0.71 | 0.12
e6_current_pairs_share share effects more | Indikator for E6: par | Indicator for E6: pairs | 0.34 0.37 0.66 | 0.04
e1_current_contacts_share share effects more | Indikator for E1: kontakter | Indicator for E1: contacts | | 0
"""
"""Id, unit, group, better; titles; mean in each scenario; half of the interval."""
PERSONAS = {
    "anna_41": ("Anna, 41", 1.35), "bent_58": ("Bent, 58", 1.22), "carla_29": ("Carla, 29", 1.14),
    "dan_36": ("Dan, 36", 1.05), "ella_63": ("Ella, 63", 1.0), "frode_47": ("Frode, 47", 0.97),
    "gry_22": ("Gry, 22", 0.93), "hassan_51": ("Hassan, 51", 0.85), "ida_34": ("Ida, 34", 0.71),
    "aage_55": ("Åge Sørensen Præstø, 55", 0.58),
}  # fmt: skip
ACTIVITIES = {
    "searching": ("Finde ud af hvem", "Finding out who"), "asking": ("Spørge", "Asking"),
    "answering": ("Svare", "Answering"), "writing": ("Skrive på anmodning", "Writing on request"),
    "reading": ("Læse svar", "Reading replies"), "steps": ("Forløbets skridt", "Steps of the course"),
    "meetings": ("Møder", "Meetings"),
}  # fmt: skip
ACTORS = """
office_a | Kontor A | Office A | 182.0 120.5 51.0 | 400
office_b | Kontor B for særligt lange navne og tværgående opgaver | Office B for long names | 96.0 81.2 60.4 | 380
clinic | Klinikken | The clinic | 61.0 64.0 72.5 | 760
ward | Afdelingen | The ward | 44.0 40.0 31.0 | 690
home_help | Hjemmehjælpen | Home help | 38.0 41.5 66.2 | 370
school | Skolen | The school | 21.0 20.8 20.7 | 370
secretariat | Sekretariatet | The secretariat | 110.0 128.0 171.0 | 400
bureau | Bureauet | The bureau | 12.0 9.1 3.3 | 410
"""
GAPS = """
not_found | Ikke fundet | Not found | 0.82 0.55 0.21
not_arrived | Ikke kommet | Not arrived | 0.61 0.44 0.28
judged_out | Lagt til side | Put aside | 0.33 0.29 0.3
chosen_away | Fravalgt af borgeren | Chosen away by the citizen | 0.36 0.36 0.49
"""
CHANNELS = """
mail | Sikker mail | Secure mail | 14.2 10.1 4.4
phone | Telefon | Phone | 6.3 4.2 1.9
portal | Portal | Portal | 0.0 3.9 9.7
"""
PROPOSALS = """
P10 | Koordinator i hver forvaltning | A coordinator in each department
P11 | Skriftlige arbejdsgange, tjekliste og standardoverlevering | Written procedures and checklist
P14 | Procedurer for distribuering | Rules of distribution
P1 | Borgersagsportal | Case portal
P15 | It-redskab mellem forvaltninger og kommuner | Sharing tool
"""
SCENARIOS = """
A | as_is | Som det er i dag | As it is today | 0
B | short | På kort sigt | Short term | 3
C | long | På lang sigt med fælles overblik | Long term with a common overview | 5
"""
INPUTS = (
    ("gathering.requests_per_visit", -17.2, -6.1), ("scenario.uptake", -3.9, -15.2),
    ("actors.office_b.answers.delay", -8.1, -13.9), ("gathering.search.delay", -9.4, -11.6),
    ("steps.write_summary.minutes", -10.2, -10.6), ("gathering.persistence", 1.8, -12.4),
)  # fmt: skip
HOSTILE = '<script>alert("x")</script><img src="http://evil.example/x"> $\\frac{1}{2}$ {{ 7*7 }} %{x} & \'"</style>'
KEPT = ("id", "unit", "group", "better", "kind", "state", "wording", "actor", "channel", "worst_off")


def lines(table: str) -> list[list[str]]:
    """Return the cells of an invented table."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def numbers(text: str) -> list[float]:
    """Return the numbers in a cell."""
    return [float(word) for word in text.split()]


def example_result() -> Piece:
    """Return an invented comparison of three scenarios."""
    return {
        "format": 1, "kind": "comparison", "snebold": "0.0.0-test",
        "scenarios": [_scenario(*line) for line in lines(SCENARIOS)],
        "design": {"replications": 100, "citizens": 200, "seed": 7, "simulated_citizens": 60000},
        "notes": [_said("De to måneder gælder kun indhentningen.", "The two months are the gathering only.")],
        "comparable": [_said("Sekretariatet er mere end 95 % i brug.", "The secretariat is above 95% use.")],
        "measures": [_measure(*line) for line in lines(MEASURES)],
        "absent": {"e1_current_contacts_share": {"id": "x", **_said("ingen kontakter", "no contacts")}},
        "gathering": _gathering(),
        "clocks": _clocks(),
        "waterfall": _waterfall(),
        "snowball": _snowball(),
        "gaps": [{"id": n, "title": _said(da, en), "items_per_case": numbers(v)} for n, da, en, v in lines(GAPS)],
        "work": _work(),
        "activity_titles": {name: _said(*title) for name, title in ACTIVITIES.items()},
        "messages": [{"channel": n, "title": _said(d, e), "per_case": numbers(v)} for n, d, e, v in lines(CHANNELS)],
        "courses": [_course(0.712, 0.181), _course(0.884, 0.094)],
        "spillover": [{"untouched": 1240, "mean_days": -1.4}, None],
        "personas": [{"id": n, "title": t, "n": [2000] * 3, "weight": 1.0} for n, (t, _) in PERSONAS.items()],
        "rests_on": _rests_on(),
        "assumptions": [_assumption(number) for number in range(14)],
        "ledger": [[], _changes("p10"), _changes("p15")],
    }  # fmt: skip


def two_scenarios() -> Piece:
    """Return the comparison without its third scenario."""
    result = example_result()
    kept = {name: result[name][:2] for name in ("scenarios", "ledger")}
    kept |= {name: result[name][:1] for name in ("courses", "spillover")}
    names = ("measures", "gathering", "clocks", "waterfall", "snowball", "gaps", "work", "messages", "personas")
    return result | kept | {name: _first_two(result[name]) for name in names}


def _first_two(thing: Any) -> Any:
    """Return a thing with every list of three, one per scenario, cut to two."""
    if isinstance(thing, dict):
        return {name: _first_two(value) for name, value in thing.items()}
    if not isinstance(thing, list):
        return thing
    return [_first_two(value) for value in (thing[:2] if len(thing) == 3 and not _has_ids(thing) else thing)]


def _has_ids(thing: list[Any]) -> bool:
    return isinstance(thing[0], dict) and bool({"id", "channel"} & set(thing[0]))


def empty_result() -> Piece:
    """Return a comparison in which nothing is defined."""
    result = two_scenarios()
    nothing = {"values": [None, None], "differences": [None, None]}
    for measure in result["measures"]:
        measure.update(nothing | {"worst_off": None, "personas": dict.fromkeys(measure["personas"], nothing)})
    absent = dict.fromkeys(("gathering", "waterfall", "snowball"))
    lists = {name: [] for name in ("notes", "comparable", "clocks", "gaps", "work", "messages", "assumptions")}
    pairs = {"courses": [None], "spillover": [None], "ledger": [[], []], "activity_titles": {}}
    rests = {"state": "none", "command": "snebold sensitivity example/as_is example/short", "inputs": []}
    return result | absent | lists | pairs | {"rests_on": rests}


def hostile_result() -> Piece:
    """Return the comparison with every text replaced by one that tries to get out of its place."""
    return _replaced(example_result())


def _replaced(thing: Any, key: str = "") -> Any:
    if isinstance(thing, dict):
        return {name: _replaced(value, name) for name, value in thing.items()}
    if isinstance(thing, list):
        return [_replaced(value, key) for value in thing]
    return HOSTILE if isinstance(thing, str) and key not in KEPT else thing


def _said(da: str, en: str) -> Piece:
    return {"da": da, "en": en}


def _scenario(label: str, name: str, da: str, en: str, count: str) -> Piece:
    proposals = lines(PROPOSALS)[: int(count)]
    return {
        "label": label, "name": f"example/{name}", "title": _said(da, en),
        "course": _said("Et opdigtet forløb", "A made-up course"),
        "interventions": [{"id": c.lower(), "code": c, "title": _said(d, e)} for c, d, e in proposals],
        "profile": "medium", "profile_title": _said("Mellemstor kommune", "Medium municipality"),
        "rule_set": "rules_test", "rule_set_title": _said("Regler til prøver", "Rules for trials"), "sha256": f"{ord(label):064x}",
    }  # fmt: skip


def _value(mean: float, half: float, unit: str) -> Piece:
    sizes = {"median": 0.93, "p90": 1.62, "p95": 1.9}
    quantiles = {name: None if unit == "share" else mean * size for name, size in sizes.items()}
    return {"mean": mean, "low": mean - half / 2, "high": mean + half / 2, "n": 19873, **quantiles}


def _difference(mean: float, half: float) -> Piece:
    is_certain = abs(mean) > half
    wording = ("less" if mean < 0 else "more") if is_certain else "no_certain_difference"
    ends = {name: round(end, 6) for name, end in (("mean", mean), ("low", mean - half), ("high", mean + half))}
    return {**ends, "certain": is_certain, "wording": wording}


def _measure(what: str, da: str, en: str, given: str, width: str) -> Piece:
    (name, unit, group, better), means, half = what.split(), numbers(given), float(width)
    values: list[Any] = [_value(mean, half, unit) for mean in means] or [None] * 3
    differences = [None, *(_difference(mean - means[0], half) for mean in means[1:])] if means else [None] * 3
    worst = ["anna_41" if better == "less" else "aage_55"] * 2 + ["bent_58"]
    return {
        "id": name, "title": _said(da, en), "unit": unit, "group": group, "better": better,
        "formula": _said(f"Opdigtet formel for {da}", f"Invented formula of {en}"),
        "values": values, "differences": differences, "worst_off": worst if means else None,
        "personas": {key: _of_persona(means, half, size) for key, (_, size) in PERSONAS.items()} if means else {},
    }  # fmt: skip


def _of_persona(means: list[float], half: float, size: float) -> Piece:
    values = [mean * size if means[0] > 1 else min(0.99, mean * (0.7 + size / 3.5)) for mean in means]
    wide = half * 1.9 + abs(means[0]) * 0.03 * size
    changes = [_difference((mean - values[0]) * (size - 0.75) * 0.8, wide) for mean in values[1:]]
    return {"values": values, "differences": [None, *changes]}


def _gathering() -> Piece:
    edges = [*range(0, 61, 5), 61, *range(65, 121, 5)]
    shares = [_bell(edges, middle, 0.52) for middle in (44.0, 33.0, 21.0)]
    clock = _said("Indhentning uden attester", "Gathering without certificates")
    return {"mark_days": 61, "clock": clock, "edges_days": edges, "shares": shares}


def _bell(edges: list[int], middle: float, width: float) -> list[float]:
    def below(days: float) -> float:
        return 0.0 if days <= 0 else 0.5 * (1 + math.erf(math.log(days / middle) / width / math.sqrt(2)))

    return [below(high) - below(low) for low, high in zip(edges, [*edges[1:], 10_000], strict=True)]


def _clocks() -> list[Piece]:
    names = {"gathering": 44.0, "certificates": 37.0, "meeting": 21.0}
    titles = (("Indhentning", "Gathering"), ("Attester", "Certificates"), ("Mødekalender", "Meeting calendar"))
    return [
        {"id": name, "title": _said(*title)}
        | {kind: [days * times * scale for scale in SCALES] for kind, times in (("median_days", 1), ("p90_days", 1.7))}
        for (name, days), title in zip(names.items(), titles, strict=True)
    ]


def _waterfall() -> Piece:
    causes = [{"id": name, "title": _said(da, en), "days": numbers(days)} for name, da, en, days in lines(CAUSES)]
    overlays = [
        {"id": "discovery", "title": _said("Opdagelse", "Discovery"), "days": [29.3, 17.7, 4.2]},
        {"id": "return", "title": _said("Tilbagesendelse", "Return"), "days": [16.1, 13.8, 7.4]},
    ]
    lead = [round(sum(cause["days"][place] for cause in causes), 6) for place in range(3)]
    return {"causes": causes, "overlays": overlays, "lead_days": lead}


def _snowball() -> Piece:
    days, paces = list(range(121)), ((0.31, 0.87, 21.0), (0.39, 0.91, 13.0), (0.74, 0.96, 6.0))
    shares = [[start + (top - start) * (1 - math.exp(-day / pace)) for day in days] for start, top, pace in paces]
    waves = ("3.4 2.6 1.9 0.8 0.3 0.1 0.02 0.01", "4.1 2.5 1.4 0.5 0.1 0.03 0.01 0", "7.2 1.3 0.5 0.1 0.02 0 0 0")
    return {"days": days, "known_share": shares, "waves": [numbers(wave) for wave in waves]}


def _work() -> list[Piece]:
    own: Piece = {"actor": "citizen", "title": _said("Borgeren", "The citizen"), "cost_dkk": None}
    own["minutes"] = [{"steps": minutes} for minutes in (445.2, 442.8, 366.6)]
    return [*(_of_actor(*line) for line in lines(ACTORS)), own]


def _of_actor(name: str, da: str, en: str, given: str, hourly: str) -> Piece:
    parts = dict(zip(ACTIVITIES, (0.14, 0.12, 0.18, 0.16, 0.1, 0.2, 0.1), strict=True))
    minutes = [{activity: all_of_it * part for activity, part in parts.items()} for all_of_it in numbers(given)]
    cost = [all_of_it / 60 * float(hourly) for all_of_it in numbers(given)]
    return {"actor": name, "title": _said(da, en), "minutes": minutes, "cost_dkk": cost}


def _course(shorter: float, longer: float) -> Piece:
    note = _said("Andelene afhænger af koblingen (opdigtet note).", "Shares depend on the coupling (invented note).")
    return {"shorter": shorter, "longer": longer, "same": 1 - shorter - longer, "note": note}


def _rests_on() -> Piece:
    more = {"kind": "assumed", "source": "workshop_1", "because": "Et opdigtet skøn, der skal afprøves på en workshop"}
    inputs = [{"path": path, "low": low, "high": high, **more} for path, low, high in INPUTS]
    return {"state": "fresh", "command": "snebold sensitivity example/as_is example/short", "inputs": inputs}


def _assumption(number: int) -> Piece:
    return {
        "path": f"steps.step_{number}.response_delay.typical", "kind": ("estimated", "assumed")[number % 2],
        "source": "workshop_1" if number % 2 else None, "because": "Opdigtet begrundelse, æøå med",
        "text": f"{number + 1} / {number + 3} / {number + 9} arbejdsdage",
    }  # fmt: skip


def _changes(origin: str) -> list[Piece]:
    index = {"way": "index", "coverage": {"unit": "share", "value": 0.75}, "title": {"da": "Overblik"}}
    what = (
        ("steps.request_note.response_delay.mode", 6, 2.5, "Man ved, hvem der har den"),
        ("sharing.common_overview", None, index, "Et indeks viser, hvor data er"),
        ("steps.phone_around", {"kind": "work"}, None, "Ingen ringer længere rundt"),
    )
    where = {"origin": origin, "place": "scenarios/interventions/example.yaml:7:11"}
    return [{"path": path, "old": old, "new": new, "because": because, **where} for path, old, new, because in what]
