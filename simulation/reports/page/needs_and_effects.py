"""The four needs and the eight effects, before and after; effects only ever as indicators."""

import re
from collections.abc import Mapping, Sequence

from simulation.reports.page.blocks import Block, Fold, Heading, Points, Prose, Row, Section, Table
from simulation.reports.page.headlines import measures_table
from simulation.reports.page.result import EffectsOfActor, Measure, Said
from simulation.reports.page.shown import Shown

NEEDS = tuple(f"N{number}" for number in range(1, 5))
EFFECTS = tuple(f"E{number}" for number in range(1, 9))
EXPERIENCED = ("E1", "E2", "E3")
"""Effects that are worded as experience, as E5 is."""
ASKED = (*EXPERIENCED, "E5")
"""Effects of which the model shows an indicator and only people can say whether they came."""
CODE = re.compile(r"^([ne]\d+)_")
LEADING = re.compile(r"^(?:(?:indikator for|indicator for)\s+)?([NE]\d+)\b[\s:·–-]*", re.IGNORECASE)
"""A code, and that it is an indicator, at the beginning of a title."""


def needs_and_effects(shown: Shown) -> Section:
    """Return the section of needs and effects."""
    words = shown.words
    needs, effects = _by_code(shown, NEEDS, "needs"), _by_code(shown, EFFECTS, "effects")
    blocks: list[Block] = []
    if needs or shown.result["gathering"] is not None:
        blocks += [Heading(words("needs.heading")), Prose((words("needs.lead"),))]
        if needs:
            blocks.append(_table(shown, needs, "needs.table", "column.need", "need"))
        blocks += _missing(shown, NEEDS, needs)
    blocks += [Heading(words("effects.heading")), Prose((words("effects.lead"),))]
    if effects:
        blocks.append(_table(shown, effects, "effects.table", "column.indicator", "indicator"))
        blocks.append(Prose((words("effects.asked", codes=words.joined([c for c, _ in effects if c in ASKED])),)))
    blocks += _missing(shown, EFFECTS, effects)
    by_actor = shown.result.get("effects_by_actor", ())
    if by_actor:
        tables = (_actors(shown, code, measure, by_actor) for code, measure in effects)
        blocks.append(Fold(words("effects.by_actor"), tuple(table for table in tables if table.rows)))
    title = words("needs.title") if needs else words("effects.heading")
    return Section("needs", title, tuple(blocks))


def _actors(shown: Shown, code: str, measure: Measure, by_actor: Sequence[EffectsOfActor]) -> Table:
    """Return a row per actor that an indicator says something of: means with intervals, and the differences."""
    rows = []
    for one in by_actor:
        found = one["effects"].get(measure["id"])
        if found is not None:
            values = [shown.value_cell(value, measure["unit"]) for value in found["values"]]
            changes = [shown.difference_cell(change, measure) for change in found["differences"][1:]]
            rows.append(Row((shown.name(shown.said(one["title"])),), (*values, *changes)))
    title = shown.words("indicator", code=code, title=bare_title(shown, measure))
    unit = shown.unit_of(measure)
    caption = f"{title}, {unit}" if unit else title
    return Table(caption, shown.heads("column.actor", differences="column.difference"), tuple(rows))


def code_of(measure: Measure) -> str:
    """Return the need or effect that a measure belongs to, nothing where it is none."""
    if "code" in measure:
        return measure["code"]
    found = CODE.match(measure["id"])
    return found.group(1).upper() if found else ""


def _by_code(shown: Shown, codes: Sequence[str], group: str) -> list[tuple[str, Measure]]:
    """Return the measures with at least one value, in order of their codes."""
    found = [(code_of(m), m) for m in shown.result["measures"] if m["group"] == group or code_of(m) in codes]
    known = [
        (code, m)
        for code, m in found
        if code in codes and any(v is not None and v["mean"] is not None for v in m["values"])
    ]
    return sorted(known, key=lambda pair: codes.index(pair[0]))


def _table(shown: Shown, measures: Sequence[tuple[str, Measure]], caption: str, first: str, naming: str) -> Block:
    names = [shown.words(naming, code=code, title=bare_title(shown, measure)) for code, measure in measures]
    return measures_table(shown, shown.words(caption), [measure for _, measure in measures], first, names=names)


def bare_title(shown: Shown, measure: Measure) -> str:
    """Return the title of a measure without its code in front."""
    return LEADING.sub("", shown.said(measure["title"]))


def _missing(shown: Shown, codes: Sequence[str], told: Sequence[tuple[str, Measure]]) -> list[Block]:
    """Return the codes that no measure stands for, and why."""
    words = shown.words
    has = {code for code, _ in told}
    absent = {name.split("_")[0].upper(): reason for name, reason in shown.absent.items()}
    items = tuple(
        (None, words("missing", code=code, title=words(code), why=_why(shown, code, absent)))
        for code in codes
        if code not in has
    )
    return [Heading(words("effects.missing"), level=4), Points(items)] if items else []


def _why(shown: Shown, code: str, absent: Mapping[str, Said]) -> str:
    if code in absent:
        return shown.words("why.absent", reason=shown.said(absent[code]))
    if shown.words.has(f"why.{code}"):
        return shown.words(f"why.{code}")
    return shown.words("why.asked" if code in EXPERIENCED else "why.not_measured")
