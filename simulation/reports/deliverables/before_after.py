"""The form for measuring before and after: the needs and the effects, filled from a result where one is given."""

from collections.abc import Mapping
from typing import Any

from simulation.measures.catalogue import catalogue
from simulation.measures.entries import Entry, Group
from simulation.reports.deliverables import amounts, names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.danish_fields import BETTER, RESULT_UNITS, WORDINGS
from simulation.reports.deliverables.document import Block, Cell, Document, Heading, Paragraph, Table
from simulation.reports.deliverables.material import Material
from simulation.reports.page.numbers import whole

EXPERIENCES = ("1", "2", "3", "4")
COLUMNS = ("measure", "formula", "unit", "better", "before", "after")


def before_after(material: Material) -> Document:
    """Return the form, with the numbers of the model where a result is given."""
    entries = catalogue(material.as_is).values()
    blocks: list[Block] = [Paragraph(told_of(material.result), is_note=True)]
    for key, group in (("form.needs", Group.NEEDS), ("form.effects", Group.EFFECTS)):
        found = [entry for entry in entries if entry.group == group]
        blocks += [Heading(DA[key]), measures_table(DA[key], found, material.result)]
    asked: tuple[tuple[Cell, ...], ...] = tuple((DA[f"form.experience.{number}"], "", "") for number in EXPERIENCES)
    columns = tuple(DA[f"form.{key}"] for key in ("experience", "before", "after"))
    blocks += [Heading(DA["form.asked"]), Paragraph(DA["form.asked_intro"])]
    blocks += [Table(DA["form.asked"], columns, asked, blanks=(1, 2))]
    return Document("6-foer-efter-skema", DA["step.6"], DA["form.title"], DA["form.lead"], tuple(blocks))


def told_of(result: Mapping[str, Any] | None) -> str:
    """Return where the numbers of the model come from, or how to get them."""
    if result is None:
        return DA["form.empty"]
    return DA["form.filled"].format(citizens=whole(result["design"]["simulated_citizens"], "da"))


def measures_table(caption: str, entries: list[Entry], result: Mapping[str, Any] | None) -> Table:
    """Return a row per measure: definition, unit, direction, room for before and after, and the model's numbers."""
    scenarios = [one["title"]["da"] for one in result["scenarios"]] if result else []
    differences = [DA["form.difference"].format(scenario=title) for title in scenarios[1:]]
    columns = (*(DA[f"form.{key}"] for key in COLUMNS), *scenarios, *differences)
    rows = tuple(measure_row(entry, result) for entry in entries)
    numbers = tuple(range(len(COLUMNS), len(COLUMNS) + len(scenarios)))
    return Table(caption, columns, rows, numbers=numbers, blanks=(4, 5))


def measure_row(entry: Entry, result: Mapping[str, Any] | None) -> tuple[Cell, ...]:
    """Return one measure."""
    head: tuple[Cell, ...] = (
        names.said(entry.title),
        entry.formula.da,
        RESULT_UNITS[entry.unit],
        BETTER[entry.better],
        "",
        "",
    )
    if result is None:
        return head
    found = next((one for one in result["measures"] if one["id"] == entry.id), None)
    values = found["values"] if found else [None] * len(result["scenarios"])
    differences = found["differences"][1:] if found else [None] * (len(result["scenarios"]) - 1)
    told = (WORDINGS[one["wording"]] if one else "" for one in differences)
    return *head, *(amounts.measured(value, entry.unit) for value in values), *told
