"""What each measure means and how it is counted: what the page Modellen says of a number that came from a run."""

from collections.abc import Mapping
from dataclasses import replace

from mockups.texts import Texts
from mockups.views.tables import table
from simulation import Entry, Row, Table, World, catalogue

RESTS_ON: Mapping[str, str] = {
    "time": "time",
    "causes": "time",
    "completeness": "gathering",
    "snowball": "snowball",
    "contacts": "needs",
    "needs": "needs",
    "effects": "needs",
    "work": "work",
}
"""Group of a measure to the section of a comparison that rests on the same rooms of the data."""
COLUMNS = ("formula", "unit", "better", "group")


def titles(world: World, texts: Texts) -> dict[str, str]:
    """Return what each measure of a scenario is called, by id, in the order of the report."""
    return {name: one.title.in_language(texts.lang) for name, one in catalogue(world).items()}


def section_of(world: World, measure: str) -> str:
    """Return the section of a comparison that rests on the same inputs as a measure."""
    return RESTS_ON[catalogue(world)[measure].group]


def measures_table(world: World, measure: str, texts: Texts) -> Table:
    """Return a row per measure, or the row of one: what it is called, how it is counted, which way is better."""
    found = catalogue(world)
    shown = [found[measure]] if measure else list(found.values())
    columns = [
        texts(key)
        for key in ("model.measure", *(f"model.measure.{part}" for part in ("formula", "unit", "better", "group")))
    ]
    made = table(texts("model.part.measures"), columns, [_row(one, texts) for one in shown])
    named = zip(shown, made.rows, strict=True)
    linked = ((replace(row.names[0], measure="" if measure else one.id), row.cells) for one, row in named)
    return replace(made, rows=tuple(Row((name,), cells) for name, cells in linked))


def _row(one: Entry, texts: Texts) -> tuple[str, ...]:
    return (
        one.title.in_language(texts.lang),
        one.formula.in_language(texts.lang),
        texts(f"model.measure.unit.{one.unit}"),
        texts(f"model.measure.better.{one.better}"),
        texts(f"model.measure.{one.group}"),
    )
