"""Before and after on the console: the indicators for the eight effects, and the same by actor."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.table import Table

from simulation.reports.page.needs_and_effects import ASKED, code_of
from simulation.reports.page.numbers import UNDEFINED, number
from simulation.reports.page.words import Words, in_words
from simulation.values.wording import Lang

WORDS: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "title": "Before and after: indicators for the eight effects",
        "measure": "Measure",
        "unit": "Unit",
        "before": "Before: {name}",
        "after": "After: {name}",
        "difference": "Difference: {name}",
        "people": "What is experienced",
        "asked": "asked in the workshop",
        "share": "%",
        "count": "times",
        "by_actor": "Indicators by actor, {before} → {after}; intervals are in the JSON file and on the page",
        "actor": "Actor",
    },
    "da": {
        "title": "Før og efter: indikatorer for de otte effekter",
        "measure": "Mål",
        "unit": "Enhed",
        "before": "Før: {name}",
        "after": "Efter: {name}",
        "difference": "Forskel: {name}",
        "people": "Det oplevede",
        "asked": "spørges på workshop",
        "share": "%",
        "count": "gange",
        "by_actor": "Indikatorer pr. aktør, {before} → {after}; intervaller står i JSON-filen og på siden",
        "actor": "Aktør",
    },
}
INDICATOR: Mapping[Lang, str] = {"da": "Indikator for {code}", "en": "Indicator for {code}"}


def before_after_table(measures: Sequence[Mapping[str, Any]], result: Mapping[str, Any], lang: Lang) -> Table:
    """Return measures before and after, each difference in words with its interval, and what only people can say."""
    words, names = WORDS[lang], [str(one["label"]) for one in result["scenarios"]]
    table = _empty(words["title"], words["measure"])
    table.add_column(words["unit"])
    for place, name in enumerate(names):
        table.add_column(words["after" if place else "before"].format(name=name), justify="right", overflow="fold")
    for name in names[1:]:
        table.add_column(words["difference"].format(name=name), overflow="fold")
    table.add_column(words["people"], overflow="fold")
    for one in measures:
        unit = one["unit"]
        levels = [UNDEFINED if value is None else number(value["mean"], unit, lang) for value in one["values"]]
        changes = [in_words(found, unit, one["better"], lang, about=one["id"]) for found in one["differences"][1:]]
        asked = words["asked"] if code_of(one) in ASKED else ""  # type: ignore[arg-type]
        table.add_row(str(one["title"][lang]), words.get(unit) or Words(lang).unit(unit), *levels, *changes, asked)
    return table


def by_actor_tables(result: Mapping[str, Any], lang: Lang) -> list[Table]:
    """Return a table for each scenario but the first: a row per actor, a column per indicator."""
    words, names = WORDS[lang], [str(one["label"]) for one in result["scenarios"]]
    units = {one["id"]: one["unit"] for one in result["measures"]}
    shown = list(dict.fromkeys(effect for one in result["effects_by_actor"] for effect in one["effects"]))
    tables = []
    for place in range(1, len(names)) if shown else ():
        table = _empty(words["by_actor"].format(before=names[0], after=names[place]), words["actor"])
        for effect in sorted(shown):
            table.add_column(INDICATOR[lang].format(code=effect.split("_")[0].upper()), justify="right")
        for one in result["effects_by_actor"]:
            cells = [_change(one["effects"].get(effect), units[effect], place, lang) for effect in sorted(shown)]
            table.add_row(str(one["title"][lang]), *cells)
        tables.append(table)
    return tables


def _change(found: Mapping[str, Any] | None, unit: str, place: int, lang: Lang) -> str:
    """Return the level before and after, such as "31 % → 64 %"."""
    if found is None:
        return UNDEFINED
    levels = (found["values"][0], found["values"][place])
    return " → ".join(UNDEFINED if level is None else number(level["mean"], unit, lang) for level in levels)


def _empty(title: str, first: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(first, overflow="fold", min_width=30)
    return table
