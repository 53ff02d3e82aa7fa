"""The snowball: who became known when, in which link of the chain, and what was missing at the meeting."""

from dataclasses import replace

from simulation.reports.page.bars import Series, grouped
from simulation.reports.page.blocks import Block, Figure, Heading, Prose, Section, Table
from simulation.reports.page.curves import known_curve, last_day, share_text
from simulation.reports.page.numbers import at, number, plain
from simulation.reports.page.result import Numbers, Snowball
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
        blocks += [
            Heading(words("gaps.title")),
            Prose((words("gaps.lead"), words("gaps.right"))),
            _gaps_figure(shown),
            _gaps(shown),
        ]
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
    lines = [
        (
            shown.name(shown.words("snowball.day", day=day)),
            [at(shares, days.index(day)) for shares in snowball["known_share"]],
        )
        for day in TOLD_DAYS
        if day in days
    ]
    return Table(shown.words("snowball.table"), shown.heads("column.day"), tuple(shown.plain_rows(lines, "share")))


def deepest(waves: Numbers) -> int:
    """Return how many waves there are before nothing but zeros."""
    return max((place + 1 for place, holders in enumerate(waves) if holders), default=1)


def _waves(shown: Shown, snowball: Snowball) -> Table:
    words, waves = shown.words, snowball["waves"]
    count = max(deepest(one) for one in waves if one)
    names = [
        words("snowball.waves_deep", wave=wave) if wave + 1 == count == OPEN_WAVES else str(wave)
        for wave in range(count)
    ]
    lines = [(shown.name(name), [at(one, wave) for one in waves]) for wave, name in enumerate(names)]
    rows = tuple(shown.plain_rows(lines, "count"))
    return Table(words("snowball.waves_table"), shown.heads("column.wave"), rows, note=words("snowball.waves_note"))


def _gaps_figure(shown: Shown) -> Figure:
    words, gaps = shown.words, shown.result["gaps"]
    labels = [shown.titled(gap["title"]) for gap in gaps]
    series = [
        Series(key.look, key.title, [at(gap["items_per_case"], place) for gap in gaps])
        for place, key in enumerate(shown.keys)
    ]
    said = []
    for label, gap in zip(labels, gaps, strict=True):
        numbers = [number(at(gap["items_per_case"], place), "count", shown.lang) for place in range(len(shown.keys))]
        said.append(words("gaps.alt_one", reason=label, numbers=words.joined(numbers)))
    spec = grouped(shown, labels, series, "count", axis_title=words("gaps.axis"), is_signed=False)
    return Figure(
        "gaps", words("gaps.figure"), words("gaps.alt", sentences=" ".join(said)), spec, legend=shown.keys, is_bars=True
    )


def _gaps(shown: Shown) -> Table:
    words, lines, last = shown.words, [], []
    for gap in shown.result["gaps"]:
        if gap["id"].lower() == CHOSEN_AWAY:
            title = shown.titled(gap["title"])
            last.append((shown.name(title, "" if "(" in title else words("gaps.chosen")), gap["items_per_case"]))
        else:
            lines.append((shown.name(shown.titled(gap["title"])), gap["items_per_case"]))
    rows = shown.plain_rows([*lines, *last], "count")
    apart = (replace(row, is_set_apart=place >= len(lines)) for place, row in enumerate(rows))
    return Table(words("gaps.table"), shown.heads("column.reason"), tuple(apart))
