"""The snowball: who became known when, in which link of the chain, and what was missing at the meeting."""

from simulation.reports.page.bars import Series, grouped
from simulation.reports.page.blocks import Block, Cell, Figure, Heading, Prose, Row, Section, Table
from simulation.reports.page.curves import known_curve, last_day, share_text
from simulation.reports.page.numbers import at, number, plain
from simulation.reports.page.result import Snowball
from simulation.reports.page.shown import Shown

TOLD_DAYS = (0, 7, 14, 30, 60, 90, 120)
OPEN_WAVES = 8
"""Of so many waves the last also holds what is deeper."""
CHOSEN_AWAY = "chosen_away"


def rolling(shown: Shown) -> Section:
    """Return the section of the snowball."""
    words, snowball = shown.words, shown.result["snowball"]
    blocks: list[Block] = []
    if snowball is None or not any(snowball["known_share"]):
        blocks.append(Prose((words("snowball.none"),)))
    else:
        blocks += [Prose((words("snowball.lead"),)), _curve(shown, snowball), _days(shown, snowball)]
        if any(snowball["waves"]):
            blocks += [Heading(words("snowball.waves")), _waves(shown, snowball)]
    if shown.result["gaps"]:
        blocks += [Heading(words("gaps.title")), Prose((words("gaps.lead"), words("gaps.right"))), _gaps_figure(shown), _gaps(shown)]
    return Section("snowball", words("snowball.title"), tuple(blocks))


def _curve(shown: Shown, snowball: Snowball) -> Figure:
    words, said = shown.words, []
    last = last_day(snowball)
    place = max((at for at, day in enumerate(snowball["days"]) if day <= last), default=0)
    for key, shares in zip(shown.keys, snowball["known_share"], strict=False):
        start, end = share_text(shown, shares, 0), share_text(shown, shares, place)
        said.append(words("snowball.alt_one", scenario=key.title, start=start, end=end, day=plain(last, 0, shown.lang)))
    alt = words("snowball.alt", sentences=" ".join(said))
    return Figure("known", words("snowball.figure"), alt, known_curve(shown, snowball), legend=shown.keys)


def _days(shown: Shown, snowball: Snowball) -> Table:
    days = list(snowball["days"])
    rows = tuple(
        Row(
            (shown.name(shown.words("snowball.day", day=plain(day, 0, shown.lang))),),
            tuple(Cell(share_text(shown, shares, days.index(day))) for shares in snowball["known_share"]),
        )
        for day in TOLD_DAYS
        if day in days
    )
    return Table(shown.words("snowball.table"), shown.heads("column.day"), rows)


def _waves(shown: Shown, snowball: Snowball) -> Table:
    words, waves = shown.words, snowball["waves"]
    count = max(len(one) for one in waves if one)
    rows = []
    for wave in range(count):
        is_open = wave + 1 == count == OPEN_WAVES
        name = words("snowball.waves_deep", wave=wave) if is_open else str(wave)
        rows.append(Row((shown.name(name),), shown.number_cells([at(one, wave) for one in waves], "count")))
    return Table(words("snowball.waves"), shown.heads("column.wave"), tuple(rows), note=words("snowball.waves_note"))


def _gaps_figure(shown: Shown) -> Figure:
    words, gaps = shown.words, shown.result["gaps"]
    labels = [shown.said(gap["title"]) for gap in gaps]
    series = [Series(key.look, key.title, [at(gap["items_per_case"], place) for gap in gaps]) for place, key in enumerate(shown.keys)]
    said = []
    for label, gap in zip(labels, gaps, strict=True):
        numbers = [number(at(gap["items_per_case"], place), "count", shown.lang) for place in range(len(shown.keys))]
        said.append(words("gaps.alt_one", reason=label, numbers=words.joined(numbers)))
    spec = grouped(shown, labels, series, "count", axis_title=words("gaps.table"), is_signed=False)
    return Figure("gaps", words("gaps.table"), words("gaps.alt", sentences=" ".join(said)), spec, legend=shown.keys, is_bars=True)


def _gaps(shown: Shown) -> Table:
    words, rows = shown.words, []
    for gap in shown.result["gaps"]:
        is_right = gap["id"].lower() == CHOSEN_AWAY
        name = shown.name(shown.said(gap["title"]), words("gaps.chosen") if is_right else "")
        rows.append(Row((name,), shown.number_cells(gap["items_per_case"], "count"), is_set_apart=is_right))
    return Table(words("gaps.table"), shown.heads("column.reason"), tuple(sorted(rows, key=lambda row: row.is_set_apart)))
