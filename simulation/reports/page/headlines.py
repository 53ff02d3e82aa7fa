"""The differences in plain words, what they rest on most, and all measures in numbers."""

from collections.abc import Sequence
from dataclasses import replace

from simulation.reports.page.blocks import (
    Block,
    Cell,
    Command,
    Figure,
    Fold,
    Head,
    Heading,
    Headline,
    Headlines,
    Prose,
    Row,
    Section,
    Table,
)
from simulation.reports.page.dots import ends_of_inputs
from simulation.reports.page.numbers import UNDEFINED, number, signed, whole
from simulation.reports.page.result import Input, Measure, Said
from simulation.reports.page.shown import Shown
from simulation.reports.page.words import change_of

MOST_INPUTS = 8
"""Inputs that are drawn; the table holds all."""
MOST_NAMED = 3


def headlines(shown: Shown) -> Section:
    """Return the section of the main differences."""
    words = shown.words
    blocks: list[Block] = [Prose((words("headlines.lead", first=shown.keys[0].title),))]
    if not shown.main:
        blocks = [Prose((words("headlines.none"),))]
    else:
        blocks += [_of_scenario(shown, place) for place in shown.others]
        blocks.append(measures_table(shown, words("headlines.table"), shown.main, "column.measure"))
    blocks += [Heading(words("rests.title")), *rests_on(shown)]
    if shown.result["measures"]:
        blocks.append(Fold(words("measures.all"), tuple(_groups(shown))))
    return Section("headlines", words("headlines.title"), tuple(blocks))


def _of_scenario(shown: Shown, place: int) -> Headlines:
    return Headlines(shown.keys[place], tuple(_headline(shown, measure, place) for measure in shown.main))


def _headline(shown: Shown, measure: Measure, place: int) -> Headline:
    found = measure["differences"]
    difference = found[place] if place < len(found) else None
    change = change_of(difference, measure["unit"], measure["better"], shown.lang, about=measure["id"])
    return Headline(
        shown.said(measure["title"]),
        change.change,
        change.interval,
        change.verdict,
        shown.verdict_word(change.verdict),
        measure["id"],
    )


def measures_table(
    shown: Shown, caption: str, measures: Sequence[Measure], first: str, *, names: Sequence[str] = (), note: str = ""
) -> Table:
    """Return a row per measure: its mean with interval in each scenario, and each difference in words.

    Args:
        shown: the comparison.
        caption: of the table.
        measures: one per row.
        first: key of the head of the first column.
        names: names of the rows; else the titles of the measures.
        note: stands under the table.
    """
    titles = names or [shown.said(measure["title"]) for measure in measures]
    named = zip(titles, measures, strict=True)
    rows = tuple(
        Row((replace(shown.name(title, shown.unit_of(measure)), measure=measure["id"]),), _cells(shown, measure))
        for title, measure in named
    )
    return Table(caption, shown.heads(first, differences="column.difference"), rows, note=note)


def _cells(shown: Shown, measure: Measure) -> tuple[Cell, ...]:
    values = [shown.value_cell(shown.value(measure, place), measure["unit"]) for place in range(len(shown.keys))]
    found = measure["differences"]
    changes = [shown.difference_cell(found[place] if place < len(found) else None, measure) for place in shown.others]
    return (*values, *changes)


def rests_on(shown: Shown) -> list[Block]:
    """Return what the comparison rests on most, or how to find out."""
    words, rests = shown.words, shown.result["rests_on"]
    if rests["state"] not in ("fresh", "outdated"):
        return [Prose((words("rests.none"),), "note"), Command(rests["command"])]
    measure = shown.measures.get(rests.get("measure", "")) or next(iter(shown.main), None)
    blocks: list[Block] = []
    if rests["state"] == "outdated":
        blocks += [Prose((words("rests.outdated"),), "warning"), Command(rests["command"])]
    if measure is None or not rests["inputs"]:
        return [*blocks, Prose((words("rests.empty"),))]
    inputs = sorted(rests["inputs"], key=_reach, reverse=True)
    title = shown.said(measure["title"])
    return [
        *blocks,
        Prose((words("rests.fresh", measure=title),)),
        _inputs_figure(shown, measure, inputs),
        _inputs_table(shown, measure, inputs),
    ]


def _reach(one: Input) -> float:
    return abs(one["high"] - one["low"]) if one["low"] is not None and one["high"] is not None else -1.0


def _inputs_figure(shown: Shown, measure: Measure, inputs: Sequence[Input]) -> Figure:
    words, title, unit = shown.words, shown.said(measure["title"]), measure["unit"]
    drawn = inputs[:MOST_INPUTS]
    labels = [input_name(shown, one) for one in drawn]
    named = [
        words(
            "rests.input",
            path=name,
            low=signed(one["low"], unit, shown.lang),
            high=signed(one["high"], unit, shown.lang),
        )
        for name, one in zip(labels[:MOST_NAMED], drawn, strict=False)
    ]
    found = measure["differences"]
    first = found[1] if len(found) > 1 else None
    now = None if first is None or len(shown.keys) > 2 else first["mean"]
    signs = [f"○ {words('rests.low')}", f"● {words('rests.high')}"] + (
        [] if now is None else [f"┊ {words('rests.now')}"]
    )
    spec = ends_of_inputs(shown, labels, drawn, unit, now)
    alt = words("rests.alt", inputs=words.joined(named))
    return Figure("rests", words("rests.figure", measure=title), alt, spec, note=" · ".join(signs))


def input_name(shown: Shown, one: Input) -> str:
    """Return the title of an input, else its path with room to wrap."""
    return shown.said(one["title"]) if "title" in one else one["path"].replace(".", " › ").replace("_", " ")


def _inputs_table(shown: Shown, measure: Measure, inputs: Sequence[Input]) -> Table:
    words = shown.words
    heads = (
        Head(words("column.input"), is_number=False),
        Head(words("rests.low")),
        Head(words("rests.high")),
        Head(words("column.kind"), is_number=False),
        Head(words("column.source"), is_number=False),
    )
    rows = []
    for one in inputs:
        ends = [Cell(signed(end, measure["unit"], shown.lang)) for end in (one["low"], one["high"])]
        source = reason(shown, one["because"], one["source"])
        name = _input_cell(shown, one)
        rows.append(Row((name,), (*ends, Cell(kind_word(shown, one["kind"]), is_number=False), source)))
    caption = words("rests.table", measure=shown.said(measure["title"]))
    return Table(caption, heads, tuple(rows), is_dense=True)


def _input_cell(shown: Shown, one: Input) -> Cell:
    """Return the title of an input with its path below, else its path."""
    if "title" not in one:
        return Cell(one["path"], is_number=False, is_code=True, input=one["path"])
    return Cell(shown.said(one["title"]), one["path"], is_number=False, is_code=True, input=one["path"])


def reason(shown: Shown, because: Said | None, source: Said | None) -> Cell:
    """Return why an input is as it is, and its source."""
    texts = [text for text in (shown.said(because), shown.said(source)) if text]
    return Cell(texts[0] if texts else UNDEFINED, texts[1] if len(texts) > 1 else "", is_number=False)


def kind_word(shown: Shown, kind: str) -> str:
    """Return a kind of evidence in a word."""
    return shown.words(f"kind.{kind}") if shown.words.has(f"kind.{kind}") else kind


def _groups(shown: Shown) -> list[Block]:
    """Return a table per group with every measure, scenario by scenario."""
    words = shown.words
    groups: dict[str, list[Measure]] = {}
    for measure in shown.result["measures"]:
        groups.setdefault(measure["group"], []).append(measure)
    columns = ("mean", "median", "p90", "p95", "n")
    named = (Head(words("column.measure"), is_number=False), Head(words("column.scenario"), is_number=False))
    heads = (*named, *(Head(words(f"column.{name}")) for name in columns))
    blocks: list[Block] = [Prose((words("measures.note"),))]
    for group, measures in groups.items():
        title = words(f"group.{group}") if words.has(f"group.{group}") else group
        rows = tuple(row for measure in measures for row in _long_rows(shown, measure))
        blocks.append(Table(words("measures.table", group=title), heads, rows, is_dense=True))
    return blocks


def _long_rows(shown: Shown, measure: Measure) -> list[Row]:
    rows = []
    for place, key in enumerate(shown.keys):
        value = shown.value(measure, place)
        unit = shown.unit_of(measure)
        name = f"{shown.said(measure['title'])}, {unit}" if unit else shown.said(measure["title"])
        small = shown.said(shown.absent.get(measure["id"], measure["formula"]))
        title = Cell(name, small, is_number=False, rows=len(shown.keys), measure=measure["id"])
        names = (*((title,) if place == 0 else ()), Cell(key.title, is_number=False, key=key))
        quantiles = [value.get(name) if value else None for name in ("median", "p90", "p95")]
        cells = [
            Cell(number(one, measure["unit"], shown.lang))
            for one in quantiles
            if one is None or isinstance(one, float | int)
        ]
        count = value.get("n") if value else None
        rows.append(Row(names, (shown.value_cell(value, measure["unit"]), *cells, Cell(whole(count, shown.lang)))))
    return rows
