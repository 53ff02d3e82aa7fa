"""A small picture of a comparison: how long the gathering took, and where the time went. SVG, one file, no script.

python -m simulation.reports.picture RESULT.json PICTURE.svg [da|en]
"""

import json
import sys
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from simulation.reports.page.curves import closed_edges
from simulation.reports.page.numbers import MINUS, number, plain
from simulation.reports.page.palette import BETTER, EDGE, INK, PAPER, SOFT, WORSE, look_of
from simulation.reports.page.plots import FONT
from simulation.reports.titles import Both
from simulation.values.wording import Lang

WIDTH, MARGIN = 760.0, 24.0
LABELS_END, PLOT_END = 232.0, 690.0
RIDGE, STEP, HEAD, AXIS, FOOT = 62.0, 24.0, 50.0, 48.0, 44.0
"""Heights in user units: a scenario's row, a cause's row, a panel's heading, an axis, the last line."""
TICK_DAYS = 14
SMALL_DAYS = 0.5
"""Causes that change by less are drawn together."""
MAIN = "gathering_days"
PROPORTIONS = {"text": 14, "small": 12.5, "heading": 17}
WORDS: Mapping[str, Both] = {
    "title": ("{course}: {count} scenarier sammenlignet", "{course}: a comparison of {count} scenarios"),
    "ridges": ("Hvor længe indhentningen varer", "How long the gathering takes"),
    "ridges_note": (
        "Andel af sager efter længde i uger; ▼ er medianen",
        "Share of cases by length in weeks; ▼ is the median",
    ),
    "ridges_open": ("; det sidste trin er {days} dage og derover", "; the last step is {days} days and over"),
    "mark": ("to måneder ({days} dage)", "two months ({days} days)"),
    "mark_other": ("mærke: {days} dage", "mark: {days} days"),
    "level": ("median {median} dage", "median {median} days"),
    "above": ("{share} over mærket", "{share} above the mark"),
    "days": ("dage", "days"),
    "waterfall": ("Hvor tiden går: fra «{first}» til «{last}»", "Where the time goes: from «{first}» to «{last}»"),
    "waterfall_note": (
        "Dage per sag i gennemsnit fra åbning til afgørelse; årsagerne går op",
        "Mean days per case from opening to decision; the causes add up",
    ),
    "cut": ("{note} (søjlerne er afkortet)", "{note} (bars are cut)"),
    "rest": ("andre årsager", "other causes"),
    "foot": (
        "{replications} × {citizens} simulerede, opdigtede borgere; aldrig belæg. Mange tal er antagelser.",
        "{replications} × {citizens} simulated, fictitious citizens; never evidence. Many inputs are assumed.",
    ),
}


class Panel(NamedTuple):
    """A part of the picture."""

    drawn: list[str]
    bottom: float
    """Where the next part may begin."""
    said: str
    """The same in words."""


class Bar(NamedTuple):
    """One row of the waterfall."""

    label: str
    start: float
    """Days at which the bar begins."""
    end: float
    text: str
    colour: str
    levels: str
    """Days in the first and the last scenario; empty for a total."""


class Scale(NamedTuple):
    """An axis of days."""

    first: float
    last: float

    def x(self, days: float) -> float:
        """Return where a number of days lies across."""
        return LABELS_END + (PLOT_END - LABELS_END) * (days - self.first) / ((self.last - self.first) or 1.0)


def picture(result: Mapping[str, Any], lang: Lang) -> str:
    """Return a result object (docs/results_format.md) as an SVG picture with a title and a description in words."""
    from simulation.reports.shares_picture import shares  # it draws with what stands below

    words = words_in(lang)
    top = ridges(result, lang, MARGIN) if result["gathering"] else shares(result, lang, MARGIN)
    below = waterfall(result, lang, top.bottom)
    height = below.bottom + FOOT
    name = words["title"].format(course=result["scenarios"][0]["course"][lang], count=len(result["scenarios"]))
    foot = words["foot"].format(**result["design"])
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:g}" width="{WIDTH:g}"',
        f' height="{height:g}" role="img" aria-labelledby="name said" xml:lang="{lang}" font-family="{escape(FONT)}">',
        f'<title id="name">{escape(name)}</title>',
        f'<desc id="said">{escape(f"{top.said} {below.said} {foot}")}</desc>',
        f'<rect width="{WIDTH:g}" height="{height:g}" rx="8" fill="{PAPER}"/>',
        *top.drawn,
        *below.drawn,
        text(MARGIN, height - 16, foot, colour=SOFT, size="small"),
        "</svg>\n",
    ]
    return "\n".join(drawn)


def words_in(lang: Lang) -> Mapping[str, str]:
    """Return the words of the picture in one language."""
    return {key: pair[lang == "en"] for key, pair in WORDS.items()}


def ridges(result: Mapping[str, Any], lang: Lang, top: float) -> Panel:
    """Return the distribution of the gathering, one row per scenario over one axis, with the mark across all."""
    words, found = words_in(lang), result["gathering"]
    shares = found["shares"] if found else []
    most = max((max(one, default=0.0) for one in shares), default=0.0)
    if not most:
        return Panel([], top, "")
    edges, is_open = closed_edges(found)
    days, first, base = Scale(edges[0], edges[-1]), top + HEAD, top + HEAD + RIDGE * len(shares)
    note = words["ridges_note"] + (words["ridges_open"].format(days=f"{edges[-2]:g}") if is_open else "")
    drawn, said = heading(words["ridges"], note, top), [f"{words['ridges']}."]
    for place, one in enumerate(shares):
        title, level = result["scenarios"][place]["title"][lang], level_of(result, place, lang)
        foot, heights = first + RIDGE * (place + 1), [(RIDGE - 14) * share / most for share in one]
        drawn += ridge(heights, [days.x(edge) for edge in edges], foot, look_of(place).colour)
        drawn += median_marker(value_of(result, MAIN, place, "median"), days, foot - max(heights))
        drawn += row_label(title, level, foot)
        said.append(f"{title}: {', '.join(level)}.")
    drawn += axis(days, base, words["days"])
    if found["mark_days"] is not None:
        drawn += mark(found["mark_days"], days.x(found["mark_days"]), first, base, lang)
    return Panel(drawn, base + AXIS, " ".join(said))


def ridge(heights: Sequence[float], edges: Sequence[float], foot: float, colour: str) -> list[str]:
    """Return one row of the distribution as a stepped shape on its baseline."""
    steps = [f"V{foot - height:.1f} H{edge:.1f}" for height, edge in zip(heights, edges[1:], strict=True)]
    path = f"M{edges[0]:.1f} {foot:g} {' '.join(steps)} V{foot:g} Z"
    shape = f'<path d="{path}" fill="{colour}" fill-opacity="0.8" stroke="{colour}"/>'
    return [shape, line(edges[0], foot, edges[-1], foot, EDGE)]


def median_marker(median: float | None, days: Scale, top: float) -> list[str]:
    """Return a triangle above the median, where there is one."""
    if median is None:
        return []
    return [f'<path d="M{days.x(median):.1f} {top - 2:.1f} l5 -8 h-10 Z" fill="{INK}"/>']


def row_label(title: str, level: Sequence[str], foot: float) -> list[str]:
    """Return the name of a row and its numbers below it."""
    above = [foot - 4 - 14 * place for place in range(len(level))][::-1]
    numbers = [text(MARGIN, y, one, colour=SOFT, size="small") for y, one in zip(above, level, strict=True)]
    return [text(MARGIN, above[0] - 16, title, weight=600), *numbers]


def level_of(result: Mapping[str, Any], place: int, lang: Lang) -> list[str]:
    """Return median and share above the mark in words, as far as they are there."""
    words = words_in(lang)
    level = [words["level"].format(median=number(value_of(result, MAIN, place, "median"), "days", lang))]
    above = value_of(result, "gathering_above_mark", place, "mean")
    return level if above is None else [*level, words["above"].format(share=number(above, "share", lang))]


def value_of(result: Mapping[str, Any], measure: str, place: int, key: str) -> float | None:
    """Return one number of a measure in a scenario, None where it is not defined."""
    found = next((one["values"][place] for one in result["measures"] if one["id"] == measure), None)
    return None if found is None else found.get(key)


def axis(days: Scale, base: float, unit: str) -> list[str]:
    """Return the days below the rows, every two weeks; more seldom on a long axis."""
    step = TICK_DAYS * max(1, round(days.last / TICK_DAYS / 10))
    ticks = [(days.x(day), str(day)) for day in range(0, int(days.last) + 1, step)]
    lines = [line(x, base, x, base + 5, EDGE) for x, _ in ticks]
    numbers = [text(x, base + 22, shown, colour=SOFT, size="small", anchor="middle") for x, shown in ticks]
    return [*lines, *numbers, text(PLOT_END + 8, base + 22, unit, colour=SOFT, size="small")]


def mark(days: float, x: float, first: float, base: float, lang: Lang) -> list[str]:
    """Return the mark as a dashed line across all rows, with its name on top."""
    name = words_in(lang)["mark" if round(days) in (60, 61) else "mark_other"].format(days=plain(days, 0, lang))
    dashed = f'<path d="M{x:.1f} {first - 6:g} V{base:g}" stroke="{WORSE}" stroke-width="2" stroke-dasharray="6 4"/>'
    return [dashed, text(x + 6, first + 2, name, colour=WORSE, size="small", weight=600)]


def waterfall(result: Mapping[str, Any], lang: Lang, top: float) -> Panel:
    """Return how the lead time changes from the first to the last scenario, cause by cause."""
    words, rows = words_in(lang), waterfall_rows(result, lang)
    if not rows:
        return Panel([], top, "")
    days, note = scale_of(rows), words["waterfall_note"]
    title = words["waterfall"].format(first=rows[0].label, last=rows[-1].label)
    drawn = heading(title, words["cut"].format(note=note) if days.first else note, top)
    for place, row in enumerate(rows):
        drawn += waterfall_row(row, top + HEAD + STEP * place, days, is_last=place == len(rows) - 1)
    said = "; ".join(f"{row.label} {row.text}" for row in rows)
    return Panel(drawn, top + HEAD + STEP * len(rows), f"{title}. {note}: {said}.")


def waterfall_rows(result: Mapping[str, Any], lang: Lang) -> list[Bar]:
    """Return the first total, the changes from the greatest saving on, and the last total."""
    if result["waterfall"] is None:
        return []
    lead, causes = result["waterfall"]["lead_days"], result["waterfall"]["causes"]
    if lead[0] is None or lead[-1] is None:
        return []
    changes = sorted((one["days"][-1] - one["days"][0], one["days"][0], one["title"][lang]) for one in causes)
    large = [change for change in changes if abs(change[0]) >= SMALL_DAYS]
    left = [sum(one[part] for one in changes if one not in large) for part in (0, 1)]
    rows = [total_bar(result, 0, lang)]
    for days, before, label in [*large, (*left, words_in(lang)["rest"])]:
        start, sign = rows[-1].end, MINUS if days < 0 else "+"
        levels = f"{plain(before, 1, lang)} → {plain(before + days, 1, lang)}"
        colour = BETTER if days < 0 else WORSE
        rows.append(Bar(label, start, start + days, sign + plain(abs(days), 1, lang), colour, levels))
    return [*rows, total_bar(result, -1, lang)]


def total_bar(result: Mapping[str, Any], place: int, lang: Lang) -> Bar:
    """Return the row of a scenario's whole lead time."""
    days = result["waterfall"]["lead_days"][place]
    colour = look_of(place % len(result["scenarios"])).colour
    return Bar(result["scenarios"][place]["title"][lang], 0.0, days, plain(days, 1, lang), colour, "")


def scale_of(rows: Sequence[Bar]) -> Scale:
    """Return an axis on which the changes fill half the width; from 0 where that is enough, or nothing changes."""
    low, high = min(row.end for row in rows), max(row.end for row in rows)
    first = low - (high - low)
    return Scale(first if 0 < first < low else 0.0, high)


def waterfall_row(row: Bar, top: float, days: Scale, *, is_last: bool) -> list[str]:
    """Return label, bar and number of one row, and a thin line down to the next."""
    low, high = (days.x(max(day, days.first)) for day in sorted((row.start, row.end)))
    weight, middle, end = (400 if row.levels else 600), top + STEP / 2 + 4, days.x(row.end)
    drawn = [
        text(LABELS_END - 12, middle, row.label, anchor="end", weight=weight),
        box(low, top + 3, max(high - low, 1.5), STEP - 6, row.colour),
        text(high + 6, middle, row.text, weight=weight, colour=row.colour if row.levels else INK),
    ]
    if row.levels:
        drawn.append(text(LABELS_END, middle, row.levels, colour=SOFT, size="small"))
    elif days.first:
        strokes = " ".join(f"M{low + x:.1f} {top + STEP:.1f} l6 -{STEP:g}" for x in (14, 22))
        drawn.append(f'<path d="{strokes}" stroke="{PAPER}" stroke-width="3"/>')
    return drawn if is_last else [*drawn, line(end, top + STEP - 3, end, top + STEP + 3, EDGE)]


def heading(title: str, note: str, top: float) -> list[str]:
    """Return the heading of a panel with a line below it that says what is drawn."""
    return [
        text(MARGIN, top + 14, title, size="heading", weight=600),
        text(MARGIN, top + 34, note, colour=SOFT, size="small"),
    ]


def text(
    x: float, y: float, shown: str, *, colour: str = INK, size: str = "text", weight: int = 400, anchor: str = "start"
) -> str:
    """Return a line of text, escaped."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="{PROPORTIONS[size]:g}" font-weight="{weight}"'
        f' text-anchor="{anchor}">{escape(shown)}</text>'
    )


def line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    """Return a thin line."""
    return f'<path d="M{x1:.1f} {y1:.1f} L{x2:.1f} {y2:.1f}" stroke="{colour}"/>'


def box(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Return a filled box."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>'


def main(arguments: Sequence[str]) -> None:
    """Write the picture of a result file."""
    if len(arguments) not in (2, 3) or arguments[2:] not in ([], ["da"], ["en"]):
        sys.exit("python -m simulation.reports.picture RESULT.json PICTURE.svg [da|en]")
    result = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    drawn = picture(result, "da" if arguments[2:] == ["da"] else "en")
    Path(arguments[1]).write_text(drawn, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
