"""What the page Et forløb says: where the time went, each wait explained, the story; the figure is in `lanes.py`."""

from collections.abc import Sequence

from mockups.texts import Texts
from mockups.views.cases import Pair
from simulation import Case, Cell, Head, Row, Swatch, Table, Wait, colour_of_cause, ink_on, number_of_cause

DAY = 1440
SHORTEST = 720
"""Minutes from which a wait is explained in the table."""


def decimal(number: float, texts: Texts) -> str:
    """Return a number with one decimal as the language writes it."""
    said = f"{number:.1f}"
    return said.replace(".", ",") if texts.lang == "da" else said


def causes_table(pair: Pair, texts: Texts) -> Table | None:
    """Return the days by cause of both cases, which add up to their lead times; None where neither was decided."""
    if all(case.lead is None for case in pair.cases):
        return None
    names = pair.sides[0].causes
    shown = [name for name in names if any(name in case.minutes_by_cause for case in pair.cases)]
    rows = [
        Row(
            (Cell(titled(names[name]), is_number=False, swatch=swatch_of(name)),),
            tuple(Cell(_days(case, case.minutes_by_cause.get(name, 0), texts)) for case in pair.cases),
        )
        for name in shown
    ]
    total = tuple(Cell(_days(case, case.lead or 0, texts)) for case in pair.cases)
    rows.append(Row((Cell(texts("journey.total"), is_number=False),), total, is_total=True))
    heads = (Head(texts("journey.cause"), is_number=False), *(Head(title) for title in pair.titles))
    return Table(texts("journey.causes_table"), heads, tuple(rows))


def _days(case: Case, minutes: int, texts: Texts) -> str:
    return texts("journey.open") if case.lead is None else decimal(minutes / DAY, texts)


def titled(title: str) -> str:
    """Return a title as it stands at the beginning."""
    return title[:1].upper() + title[1:]


def swatch_of(cause: str) -> Swatch:
    """Return the colour of a cause with its number."""
    colour = colour_of_cause(cause)
    return Swatch(colour, ink_on(colour), str(number_of_cause(cause)))


def waits_table(title: str, waits: Sequence[Wait], causes: dict[str, str], texts: Texts) -> Table:
    """Return the pieces of the deciding path that took long, each with why."""
    heads = tuple(Head(texts(f"journey.{name}"), is_number=False) for name in ("when", "cause", "why"))
    rows = [
        Row(
            (Cell(texts("journey.from_to", start=int(one.start), end=int(one.end)), is_number=False),),
            (
                Cell(titled(causes[one.cause]), is_number=False, swatch=swatch_of(one.cause)),
                Cell(one.text, is_number=False),
            ),
        )
        for one in waits
        if one.minutes >= SHORTEST
    ]
    return Table(title, heads, tuple(rows), is_dense=True)


def story_table(title: str, case: Case, texts: Texts) -> Table:
    """Return what happened, one row per day."""
    heads = (Head(texts("journey.day"), is_number=False), Head(texts("journey.what"), is_number=False))
    rows = [
        Row(
            (Cell(str(told.day), small=told.date.strftime("%d.%m.%Y"), is_number=False),),
            (Cell(" ".join(told.sentences), is_number=False),),
        )
        for told in case.story
    ]
    return Table(texts("journey.story_table", title=title), heads, tuple(rows), is_dense=True)
