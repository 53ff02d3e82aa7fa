"""A result object as readable tables on the console."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from simulation.reports.before_after import before_after_table, by_actor_tables
from simulation.reports.page.numbers import differ, number, signed
from simulation.values.wording import Lang

WORDS: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "playing": "{what}: {n} replications x {citizens} simulated citizens",
        "measure": "Measure",
        "time": "Time",
        "completeness": "What lay on the table",
        "needs": "The four needs",
        "effects": "The eight effects, as indicators",
        "snowball": "The snowball",
        "work": "Work per case",
        "waterfall": "Where the time went (days per case; the causes add up)",
        "total": "lead time",
        "no_certain_difference": "no certain difference",
        "terms": "Municipality: {profile}. Rules: {rule_set}.",
        "absent": "Not shown: {titles} ({reason}).",
        "contacts": "Contacts and coordination",
        "worst": "Worst off: {title}",
        "actor": "Who works (minutes per case)",
        "rests": "What the difference rests most on (days, with the input at its low and high end)",
        "rests_none": "No stored screening says what this rests on. Make one with: {command}",
        "rests_outdated": "The stored screening is out of date. Make it anew with: {command}",
        "input": "Input",
        "low": "low",
        "high": "high",
        "moves": "moves",
        "level_of": "Gathering in {a}",
        "difference_of": "Gathering, {b} less {a}",
        "screened": "{n} estimated and assumed inputs, one at a time over their range, same luck; "
        "{replications} replications x {citizens} simulated citizens",
        "outdated": "the stored screening is out of date; screening anew",
        "turns": "The difference changes its sign with: {which}",
        "never_turns": "No single input turns the difference round.",
        "auto_enough": "{n} replications: the interval is within {width:g} day to either side",
        "auto_cap": "{n} replications, the cap: the interval is still {width} to either side",
    },
    "da": {
        "playing": "{what}: {n} gentagelser x {citizens} simulerede borgere",
        "measure": "Mål",
        "time": "Tid",
        "completeness": "Hvad der lå på bordet",
        "needs": "De fire behov",
        "effects": "De otte effekter, som indikatorer",
        "snowball": "Snebolden",
        "work": "Arbejde per sag",
        "waterfall": "Hvor tiden gik (dage per sag; årsagerne går op)",
        "total": "gennemløbstid",
        "no_certain_difference": "ingen sikker forskel",
        "terms": "Kommuneprofil: {profile}. Regelsæt: {rule_set}.",
        "absent": "Vises ikke: {titles} ({reason}).",
        "contacts": "Kontakter og koordinering",
        "worst": "Dårligst stillet: {title}",
        "actor": "Hvem arbejder (minutter per sag)",
        "rests": "Hvad forskellen hviler mest på (dage, med tallet i sin lave og sin høje ende)",
        "rests_none": "Ingen gemt screening siger, hvad det hviler på. Lav en med: {command}",
        "rests_outdated": "Den gemte screening er forældet. Lav den igen med: {command}",
        "input": "Tal",
        "low": "lav",
        "high": "høj",
        "moves": "flytter",
        "level_of": "Indhentning i {a}",
        "difference_of": "Indhentning, {b} minus {a}",
        "screened": "{n} skøn og antagelser, ét ad gangen over deres spænd, samme held; "
        "{replications} gentagelser x {citizens} simulerede borgere",
        "outdated": "den gemte screening er forældet; der screenes igen",
        "turns": "Forskellen skifter fortegn med: {which}",
        "never_turns": "Intet enkelt tal vender forskellen.",
        "auto_enough": "{n} gentagelser: intervallet er inden for {width:g} dag til hver side",
        "auto_cap": "{n} gentagelser, loftet: intervallet er stadig {width} til hver side",
    },
}
GROUPS = ("time", "completeness", "needs", "effects", "snowball", "contacts", "work")
MAIN = ("gathering_days", "e6_current_pairs_share")
"""What personas are compared by; the second where nothing is gathered."""


def show_result(result: Mapping[str, Any], lang: Lang) -> None:
    """Show the main tables of a result."""
    console = Console(highlight=False, markup=False, emoji=False, width=None if Console().is_terminal else 220)
    for line in terms(result, lang):
        console.print(line)
    for note in result["comparable"]:
        console.print(note[lang], style="bold red")
    for group in GROUPS:
        show_group(console, group, result, lang)
    if result["waterfall"] is not None:
        console.print(waterfall_table(result, lang))
        console.print()
    console.print(work_table(result, lang))
    console.print()
    by_persona = personas_table(result, lang)
    if by_persona.row_count:
        console.print(by_persona)
        console.print()
    show_rests_on(console, result, lang)
    for note in result["notes"]:
        console.print(f"· {note[lang]}", style="dim")


def show_group(console: Console, group: str, result: Mapping[str, Any], lang: Lang) -> None:
    """Show the measures of a group, and why others are left out."""
    words = WORDS[lang]
    measures = [one for one in result["measures"] if one["group"] == group]
    shown = [one for one in measures if any(one["values"])]
    absent: dict[str, list[str]] = {}
    for one in measures:
        if one["id"] in result["absent"]:
            absent.setdefault(result["absent"][one["id"]][lang], []).append(one["title"][lang])
    if shown:
        for table in group_tables(group, shown, result, lang):
            console.print(table)
    for reason, titles in absent.items():
        console.print(words["absent"].format(titles="; ".join(titles), reason=reason), style="dim")
    if shown or absent:
        console.print()


def group_tables(group: str, shown: Sequence[Mapping[str, Any]], result: Mapping[str, Any], lang: Lang) -> list[Table]:
    """Return the tables of a group; those of the effects stand as before and after, and by actor."""
    if group == "effects":
        return [before_after_table(shown, result, lang), *by_actor_tables(result, lang)]
    return [measures_table(WORDS[lang][group], shown, result, lang)]


def terms(result: Mapping[str, Any], lang: Lang) -> list[str]:
    """Return the municipality and the rules that scenarios are played under, each pair once."""
    pairs = [(one["profile_title"][lang], one["rule_set_title"][lang]) for one in result["scenarios"]]
    return [WORDS[lang]["terms"].format(profile=profile, rule_set=rules) for profile, rules in dict.fromkeys(pairs)]


def labels(result: Mapping[str, Any]) -> list[str]:
    """Return the scenarios' labels."""
    return [str(one["label"]) for one in result["scenarios"]]


def new_table(title: str, first: str, columns: Sequence[str]) -> Table:
    """Return an empty table whose numbers stand to the right."""
    table = Table(title=title, title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(first, overflow="fold", min_width=30)
    for column in columns:
        table.add_column(column, justify="right", overflow="fold")
    return table


def measures_table(title: str, measures: Sequence[Mapping[str, Any]], result: Mapping[str, Any], lang: Lang) -> Table:
    """Return levels and differences of measures."""
    names = labels(result)
    table = new_table(title, WORDS[lang]["measure"], [*names, *(f"Δ {name}" for name in names[1:])])
    for one in measures:
        levels = ["–" if value is None else number(value["mean"], one["unit"], lang) for value in one["values"]]
        table.add_row(
            str(one["title"][lang]),
            *levels,
            *(difference(found, one["unit"], lang) for found in one["differences"][1:]),
        )
    return table


def difference(found: Mapping[str, Any] | None, unit: str, lang: Lang) -> str:
    """Return a difference with its interval, or that there is no certain one."""
    if found is None:
        return "–"
    if not found["certain"]:
        return WORDS[lang]["no_certain_difference"]
    return (
        f"{signed(found['mean'], unit, lang)} [{signed(found['low'], unit, lang)}; {signed(found['high'], unit, lang)}]"
    )


def waterfall_table(result: Mapping[str, Any], lang: Lang) -> Table:
    """Return days by cause, adding up to the lead time."""
    names, words = labels(result), WORDS[lang]
    table = new_table(words["waterfall"], "", [*names, *(f"Δ {name}" for name in names[1:])])
    rows = [(one["title"][lang], one["days"]) for one in result["waterfall"]["causes"]]
    for title, days in [*rows, (words["total"], result["waterfall"]["lead_days"])]:
        table.add_row(
            str(title),
            *(number(day, "days", lang) for day in days),
            *(signed(differ(days, place), "days", lang) for place in range(1, len(days))),
        )
    return table


def work_table(result: Mapping[str, Any], lang: Lang) -> Table:
    """Return minutes per actor: who pays and who gains."""
    names, words = labels(result), WORDS[lang]
    table = new_table(words["actor"], "", [*names, *(f"Δ {name}" for name in names[1:])])
    for one in result["work"]:
        totals = [sum(found.values()) for found in one["minutes"]]
        table.add_row(
            str(one["title"][lang]),
            *(number(total, "minutes", lang) for total in totals),
            *(signed(total - totals[0], "minutes", lang) for total in totals[1:]),
        )
    return table


def personas_table(result: Mapping[str, Any], lang: Lang) -> Table:
    """Return the main measure per persona, the worst off first."""
    names, words = labels(result), WORDS[lang]
    measures = {one["id"]: one for one in result["measures"]}
    measure = next((measures[name] for name in MAIN if any(measures[name]["values"])), measures[MAIN[0]])
    unit, sign = measure["unit"], 1 if measure["better"] == "more" else -1
    title = words["worst"].format(title=measure["title"][lang])
    table = new_table(title, "", [*names, *(f"Δ {name}" for name in names[1:])])
    titles = {one["id"]: one["title"][lang] for one in result["personas"]}
    found = {name: one for name, one in measure["personas"].items() if one["values"][0] is not None}
    for name, one in sorted(found.items(), key=lambda pair: sign * pair[1]["values"][0]):
        levels = [number(value, unit, lang) for value in one["values"]]
        table.add_row(titles[name], *levels, *(difference(part, unit, lang) for part in one["differences"][1:]))
    return table


def show_rests_on(console: Console, result: Mapping[str, Any], lang: Lang) -> None:
    """Say what the result rests most on."""
    rests, words = result["rests_on"], WORDS[lang]
    if rests["inputs"]:
        table = new_table(words["rests"], "", [words["low"], words["high"]])
        for one in rests["inputs"]:
            table.add_row(str(one["path"]), number(one["low"], "days", lang), number(one["high"], "days", lang))
        console.print(table)
    if rests["state"] != "fresh":
        console.print(words[f"rests_{rests['state']}"].format(command=rests["command"]))
    console.print()
