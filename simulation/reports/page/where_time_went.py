"""Where the time went: the waterfall, the stacked causes, the overlays and the clocks."""

from collections.abc import Sequence
from dataclasses import replace

from simulation.reports.page.bars import Piece, axis_start, stacked, waterfall
from simulation.reports.page.blocks import Block, Cell, Figure, Head, Heading, Prose, Row, Section, Swatch, Table
from simulation.reports.page.numbers import at, common_places, differ, number, plain, signed
from simulation.reports.page.palette import colour_of_cause, ink_on, number_of_cause
from simulation.reports.page.result import Days, Waterfall
from simulation.reports.page.shown import Shown

VISIBLE = 0.05
"""Days from which a change of a cause has a bar of its own; the smaller ones share one."""
MOST_NAMED = 3


def where_time_went(shown: Shown) -> Section:
    """Return the section of the causes."""
    words, fall = shown.words, shown.result["waterfall"]
    blocks: list[Block] = []
    if fall is None or at(fall["lead_days"], 0) is None:
        blocks.append(Prose((words("time.none"),)))
    else:
        blocks += [Prose((words("time.lead"),)), _stacked(shown, fall), _causes_table(shown, fall)]
        for place in shown.others:
            blocks += _change(shown, fall, place)
        if fall["overlays"]:
            blocks += [Heading(words("time.overlays")), _overlays(shown, fall["overlays"])]
    if shown.result["clocks"]:
        blocks += [Heading(words("time.clocks")), _clocks(shown)]
    return Section("time", words("time.title"), tuple(blocks))


def _stacked(shown: Shown, fall: Waterfall) -> Figure:
    words, said = shown.words, []
    for place, key in enumerate(shown.keys):
        largest = sorted(fall["causes"], key=lambda cause: -(at(cause["days"], place) or 0))[:MOST_NAMED]
        causes = words.joined([_named(shown, cause, at(cause["days"], place)) for cause in largest])
        total = number(at(fall["lead_days"], place), "days", shown.lang, places=1)
        said.append(words("time.stacked_one", scenario=key.title, total=total, causes=causes))
    alt = words("time.stacked_alt", sentences=" ".join(said))
    spec = stacked(shown, fall["causes"], fall["lead_days"])
    return Figure("stacked", words("time.stacked"), alt, spec, note=words("time.stacked_note"))


def in_a_sentence(title: str) -> str:
    """Return a title as it stands among other words."""
    return title[:1].lower() + title[1:]


def _named(shown: Shown, cause: Days, days: float | None) -> str:
    return shown.words(
        "time.cause", cause=in_a_sentence(shown.said(cause["title"])), days=number(days, "days", shown.lang, places=1)
    )


def _change(shown: Shown, fall: Waterfall, place: int) -> list[Block]:
    words, first, key = shown.words, shown.keys[0].title, shown.keys[place]
    start, end = at(fall["lead_days"], 0), at(fall["lead_days"], place)
    heading = Heading(words("time.change", first=first, other=key.title), key)
    if start is None or end is None:
        return [heading, Prose((words("time.none"),))]
    pieces = changes(shown, fall, place)
    sides = {
        "time.shorter": [p for p in pieces if p.days < 0],
        "time.longer": [p for p in reversed(pieces) if p.days > 0],
    }
    sentences = [
        words(
            side,
            causes=words.joined(
                [f"{in_a_sentence(one.label)} {signed(one.days, 'days', shown.lang, places=1)}" for one in found]
            ),
        )
        for side, found in sides.items()
        if found
    ]
    ends = [number(days, "days", shown.lang, places=1) for days in (start, end)]
    alt = words("time.change_alt", start=ends[0], end=ends[1], sentences=" ".join(sentences))
    totals = [Piece(first, start, is_total=True), *pieces, Piece(key.title, end, is_total=True)]
    spec = waterfall(shown, totals)
    start_of_axis = axis_start(totals)
    note = words("time.axis_cut", days=plain(start_of_axis, 0, shown.lang)) if start_of_axis else ""
    return [heading, Figure(f"waterfall-{place}", words("time.waterfall"), alt, spec, note=note)]


def changes(shown: Shown, fall: Waterfall, place: int) -> list[Piece]:
    """Return one piece per cause that changes visibly, largest gain first, and one for what is left."""
    all_days = [(shown.titled(cause["title"]), differ(cause["days"], place) or 0.0) for cause in fall["causes"]]
    pieces = sorted(
        (Piece(title, days) for title, days in all_days if abs(days) >= VISIBLE), key=lambda piece: piece.days
    )
    start, end = at(fall["lead_days"], 0) or 0.0, at(fall["lead_days"], place) or 0.0
    rest = end - start - sum(piece.days for piece in pieces)
    return [*pieces, Piece(shown.words("time.rest"), rest)] if abs(rest) >= VISIBLE else pieces


def _causes_table(shown: Shown, fall: Waterfall) -> Table:
    words = shown.words
    total = (shown.name(words("time.total")), fall["lead_days"])
    rows = shown.plain_rows(
        [*((_marked(shown, cause), cause["days"]) for cause in fall["causes"]), total], "days", changes=True
    )
    rows[-1] = replace(rows[-1], is_total=True)
    return Table(words("time.table"), shown.heads("column.cause", differences="column.change"), tuple(rows))


def _marked(shown: Shown, cause: Days) -> Cell:
    colour = colour_of_cause(cause["id"])
    swatch = Swatch(colour, ink_on(colour), str(number_of_cause(cause["id"]) or ""))
    return Cell(shown.titled(cause["title"]), is_number=False, swatch=swatch)


def _overlays(shown: Shown, overlays: Sequence[Days]) -> Table:
    words = shown.words
    rows = shown.plain_rows(
        [(shown.name(shown.titled(one["title"])), one["days"]) for one in overlays], "days", changes=True
    )
    heads = shown.heads("column.overlay", differences="column.change")
    return Table(words("time.overlays_table"), heads, tuple(rows), note=words("time.overlays_note"))


def _clocks(shown: Shown) -> Table:
    words = shown.words
    heads = [Head(words("column.clock"), is_number=False), Head(words("column.scenario"), is_number=False)]
    heads += [Head(words("column.median")), Head(words("column.p90"))]
    clocks, rows = shown.result["clocks"], []
    places = common_places("days", [days for clock in clocks for days in (*clock["median_days"], *clock["p90_days"])])
    for clock in clocks:
        for place, key in enumerate(shown.keys):
            title = Cell(shown.said(clock["title"]), is_number=False, rows=len(shown.keys))
            names = (*((title,) if place == 0 else ()), Cell(key.title, is_number=False, key=key))
            found = (at(clock["median_days"], place), at(clock["p90_days"], place))
            rows.append(Row(names, tuple(Cell(number(one, "days", shown.lang, places=places)) for one in found)))
    return Table(words("time.clocks_table"), tuple(heads), tuple(rows), note=words("time.clocks_note"))
