"""A result object (docs/results_format.md) as tables for spreadsheets: plain numbers, one row each. No formulas."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import polars as pl
import xlsxwriter

from simulation.exchange.tables import NO_TIME, NOTE, safe
from simulation.values.wording import Lang

Row = dict[str, object]


def as_csv(result: Mapping[str, Any], lang: Lang) -> bytes:
    """Return every number of a result in one table, UTF-8 with the mark that spreadsheets look for."""
    parts = [table.with_columns(pl.lit(name).alias("table")) for name, table in tables_of(result, lang).items()]
    whole = pl.concat(parts, how="diagonal")
    ordered = whole.select("table", *(name for name in whole.columns if name != "table"))
    return b"\xef\xbb\xbf" + safe(ordered).write_csv().encode()


def as_xlsx(result: Mapping[str, Any], lang: Lang) -> bytes:
    """Return a result as a workbook with a sheet per table; the same result gives the same bytes."""
    held = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({"comments": NOTE, "created": NO_TIME})
        for name, table in tables_of(result, lang).items():
            safe(table).write_excel(book, name, autofit=True)
    return held.getvalue()


def tables_of(result: Mapping[str, Any], lang: Lang) -> dict[str, pl.DataFrame]:
    """Return the tables behind all figures of a result, by name; those without rows are left out."""
    titles = [said(one["title"], lang) for one in result["scenarios"]]
    rows: dict[str, list[Row]] = {
        "measures": list(_measures(result, titles, lang)),
        "personas": list(_personas(result, titles, lang)),
        "gathering": list(_gathering(result, titles)),
        "clocks": list(_by_scenario(result["clocks"], titles, ("median_days", "p90_days"), lang)),
        "causes": list(_by_scenario(result["waterfall"]["causes"], titles, ("days",), lang)),
        "overlays": list(_by_scenario(result["waterfall"]["overlays"], titles, ("days",), lang)),
        "snowball": list(_snowball(result, titles)),
        "gaps": list(_by_scenario(result["gaps"], titles, ("items_per_case",), lang)),
        "work": list(_work(result, titles, lang)),
        "messages": list(_by_scenario(result["messages"], titles, ("per_case",), lang)),
        "notes": [{"title": said(note, lang)} for note in result["notes"]],
    }
    return {name: pl.DataFrame(found, infer_schema_length=None) for name, found in rows.items() if found}


def said(words: str | Mapping[str, str] | None, lang: Lang) -> str:
    """Return words of a result in one language."""
    return words if isinstance(words, str) else (words or {}).get(lang, "")


def _measures(result: Mapping[str, Any], titles: Sequence[str], lang: Lang) -> Iterator[Row]:
    for measure in result["measures"]:
        named = {"id": measure["id"], "title": said(measure["title"], lang), "unit": measure["unit"]}
        for title, value, difference in zip(titles, measure["values"], measure["differences"], strict=True):
            found = {key: (value or {}).get(key) for key in ("mean", "low", "high", "median", "p90", "p95", "n")}
            change = {f"difference_{key}": (difference or {}).get(key) for key in ("mean", "low", "high", "certain")}
            yield {**named, "scenario": title, **found, **change}


def _personas(result: Mapping[str, Any], titles: Sequence[str], lang: Lang) -> Iterator[Row]:
    names = {one["id"]: said(one["title"], lang) for one in result["personas"]}
    for measure in result["measures"]:
        named = {"id": measure["id"], "title": said(measure["title"], lang), "unit": measure["unit"]}
        for persona, found in measure["personas"].items():
            for title, value in zip(titles, found["values"], strict=True):
                yield {**named, "persona": names.get(persona, persona), "scenario": title, "mean": value}


def _gathering(result: Mapping[str, Any], titles: Sequence[str]) -> Iterator[Row]:
    found = result["gathering"]
    for title, shares in zip(titles, found["shares"], strict=True):
        for edge, share in zip(found["edges_days"], shares or (), strict=False):
            yield {"scenario": title, "from_days": edge, "share_of_cases": share}


def _by_scenario(
    entries: Sequence[Mapping[str, Any]], titles: Sequence[str], keys: Sequence[str], lang: Lang
) -> Iterator[Row]:
    for entry in entries:
        for place, title in enumerate(titles):
            name = entry.get("id", entry.get("channel"))
            numbers = {key: entry[key][place] for key in keys}
            yield {"id": name, "title": said(entry["title"], lang), "scenario": title, **numbers}


def _snowball(result: Mapping[str, Any], titles: Sequence[str]) -> Iterator[Row]:
    found = result["snowball"]
    for title, shares in zip(titles, found["known_share"], strict=True):
        for day, share in zip(found["days"], shares or (), strict=False):
            yield {"scenario": title, "day": day, "known_share": share}


def _work(result: Mapping[str, Any], titles: Sequence[str], lang: Lang) -> Iterator[Row]:
    activities = result["activity_titles"]
    for actor in result["work"]:
        costs = actor["cost_dkk"] or [None] * len(titles)
        for title, minutes, cost in zip(titles, actor["minutes"], costs, strict=True):
            named = {"id": actor["actor"], "title": said(actor["title"], lang), "scenario": title}
            yield {**named, "activity": "", "minutes_per_case": None, "cost_dkk_per_case": cost}
            for activity, spent in (minutes or {}).items():
                words = said(activities.get(activity), lang) or activity
                yield {**named, "activity": words, "minutes_per_case": spent, "cost_dkk_per_case": None}
