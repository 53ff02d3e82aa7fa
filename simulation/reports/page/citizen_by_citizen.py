"""Every persona for itself, the worst-off first; shorter and longer courses; citizens whom no change touches."""

from simulation.reports.page.blocks import (
    Block,
    Cell,
    Figure,
    Fold,
    Head,
    Heading,
    Key,
    Points,
    Prose,
    Row,
    Section,
    Table,
)
from simulation.reports.page.dots import Dots, differences
from simulation.reports.page.numbers import at, common_places, number, places_of, plain, whole
from simulation.reports.page.result import Difference, Measure, Numbers
from simulation.reports.page.shown import Shown
from simulation.reports.page.words import in_words

MEASURES = ("gathering_days", "lead_time_days", "relevant_present_share")
"""Measures that are shown citizen by citizen."""
OF_CONTACTS = ("e6_current_pairs_share", "told_again_per_year", "contacts_in_vain_per_year")
"""The same in a course with regular contacts."""


def citizen_by_citizen(shown: Shown) -> Section:
    """Return the section of the personas."""
    words = shown.words
    names = OF_CONTACTS if OF_CONTACTS[-1] in shown.measures else MEASURES
    found = [shown.measures[name] for name in names if name in shown.measures]
    told = [
        measure for measure in found if any(at(one["values"], 0) is not None for one in measure["personas"].values())
    ]
    blocks: list[Block] = [Prose((words("personas.lead", first=shown.keys[0].title),))]
    if not told:
        blocks = [Prose((words("personas.none"),))]
    for measure in told:
        blocks += [Heading(shown.said(measure["title"])), *_figure(shown, measure), _table(shown, measure)]
    if shown.result["personas"]:
        blocks.append(Fold(words("personas.cast"), (_cast(shown),)))
    if any(shown.result["courses"]):
        blocks += [Heading(words("courses.title")), *_courses(shown)]
    if any(shown.result["spillover"]):
        blocks += [Heading(words("spillover.title")), _spillover(shown)]
    return Section("personas", words("personas.title"), tuple(blocks))


def worst_first(measure: Measure) -> list[str]:
    """Return the ids of the personas, the worst-off in the first scenario first, those without a value last."""
    sign = 1 if measure["better"] == "more" else -1
    values = {name: at(one["values"], 0) for name, one in measure["personas"].items()}
    known = sorted(
        (name for name, value in values.items() if value is not None),
        key=lambda name: (sign * (values[name] or 0.0), name),
    )
    return [*known, *(name for name, value in values.items() if value is None)]


def _has_difference(shown: Shown, measure: Measure, name: str) -> bool:
    found = [_of(measure, name, place) for place in shown.others]
    return any(one is not None and one["mean"] is not None for one in found)


def _figure(shown: Shown, measure: Measure) -> list[Block]:
    words, unit, title = shown.words, measure["unit"], shown.said(measure["title"])
    names = [name for name in worst_first(measure) if _has_difference(shown, measure, name)]
    if not names:
        return []
    series = [Dots(shown.keys[p], [_of(measure, name, p) for name in names]) for p in shown.others]
    labels = [shown.personas.get(name, name) for name in names]
    less, more = (words.direction(sign, unit, measure["id"]) for sign in (-1, 1))
    counted = f", {words.unit(unit)}" if words.unit(unit) else ""
    axis = words("personas.axis", unit=counted, less=less, more=more)
    said = [
        words("personas.alt_one", persona=label, changes=_in_words(shown, measure, name))
        for label, name in zip(labels, names, strict=True)
    ]
    drawn = Figure(
        f"personas-{measure['id'].replace('_', '-')}",
        words("personas.figure"),
        words("personas.alt", measure=title, sentences=" ".join(said)),
        differences(shown, labels, series, unit, axis_title=axis),
        legend=shown.keys[1:],
        note=words("personas.figure_note"),
    )
    return [drawn]


def _of(measure: Measure, name: str, place: int) -> Difference | None:
    found = measure["personas"][name]["differences"]
    return found[place] if place < len(found) else None


def _in_words(shown: Shown, measure: Measure, name: str) -> str:
    unit, better = measure["unit"], measure["better"]
    said = [in_words(_of(measure, name, p), unit, better, shown.lang, about=measure["id"]) for p in shown.others]
    return ", ".join(f"{shown.keys[p].title} {text}" for p, text in zip(shown.others, said, strict=True))


def _table(shown: Shown, measure: Measure) -> Table:
    words, worst, rows = shown.words, measure["worst_off"] or (), []
    personas, unit = measure["personas"], measure["unit"]
    places = common_places(unit, [value for one in personas.values() for value in one["values"]])
    for name in worst_first(measure):
        where = [key.title for key, one in zip(shown.keys, worst, strict=False) if one == name]
        small = words("personas.worst", scenarios=words.joined(where)) if where else ""
        values = (
            Cell(number(value, unit, shown.lang, places=places)) for value in shown.filled(personas[name]["values"])
        )
        changes = (shown.difference_cell(_of(measure, name, place), measure) for place in shown.others)
        rows.append(Row((shown.name(shown.personas.get(name, name), small),), (*values, *changes)))
    title, unit_word = shown.said(measure["title"]), shown.unit_of(measure)
    caption = words("personas.table", measure=f"{title}, {unit_word}," if unit_word else title)
    return Table(caption, shown.heads("column.persona", differences="column.difference"), tuple(rows))


def _cast(shown: Shown) -> Table:
    words = shown.words
    counts = [Head(words("column.n_in", scenario=key.title)) for key in shown.keys]
    rows = []
    for persona in shown.result["personas"]:
        given = persona["n"]
        numbers: Numbers = [given] * len(shown.keys) if isinstance(given, int | float) else given
        cells = [Cell(whole(at(numbers, place), shown.lang)) for place in range(len(shown.keys))]
        weight = persona["weight"]
        cells.insert(0, Cell(plain(weight, 0 if weight == round(weight) else places_of("count", weight), shown.lang)))
        rows.append(Row((shown.name(shown.said(persona["title"])),), tuple(cells)))
    heads = (Head(words("column.persona"), is_number=False), Head(words("column.weight")), *counts)
    return Table(words("personas.cast"), heads, tuple(rows), note=words("personas.cast_note"), is_dense=True)


def _courses(shown: Shown) -> list[Block]:
    words, rows = shown.words, []
    notes: dict[str, None] = {}
    for place, one in zip(shown.others, shown.result["courses"], strict=False):
        shares = (None, None, None) if one is None else (one["shorter"], one["longer"], one["same"])
        key = shown.keys[place]
        cells = tuple(Cell(number(share, "share", shown.lang)) for share in shares)
        rows.append(Row((Cell(key.title, is_number=False, key=key),), cells))
        if one is not None and one.get("note"):
            notes[shown.said(one["note"])] = None
    heads = (
        Head(words("column.scenario"), is_number=False),
        *(Head(words(f"column.{name}")) for name in ("shorter", "longer", "same")),
    )
    note = " ".join(notes) or words("courses.note")
    return [Prose((words("courses.lead"),)), Table(words("courses.table"), heads, tuple(rows), note=note)]


def _longer(shown: Shown, days: float) -> str:
    words = shown.words
    return f"{words.amount(abs(days), 'days', places_of('days', days))} {words.direction(days, 'days')}"


def _spillover(shown: Shown) -> Points:
    said: list[tuple[Key | None, str]] = []
    for place, one in zip(shown.others, shown.result["spillover"], strict=False):
        key = shown.keys[place]
        if one is None or one["mean_days"] is None:
            said.append((key, shown.words("spillover.none", scenario=key.title)))
        else:
            sentence = "spillover.some" if one["mean_days"] else "spillover.zero"
            count = whole(one["untouched"], shown.lang)
            said.append(
                (key, shown.words(sentence, scenario=key.title, count=count, change=_longer(shown, one["mean_days"])))
            )
    return Points(tuple(said))
