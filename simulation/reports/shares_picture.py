"""The part of the small picture for a course without a gathering: indicators that are shares, scenario by scenario."""

from collections.abc import Mapping
from typing import Any

from simulation.reports.page.numbers import number
from simulation.reports.page.palette import SOFT, look_of
from simulation.reports.picture import HEAD, LABELS_END, MARGIN, PLOT_END, Panel, heading, text
from simulation.reports.titles import Both
from simulation.values.wording import Lang

BAR, GAP, NAME = 16.0, 14.0, 22.0
"""Heights in user units: one scenario's bar, the room under an indicator, its name."""
WORDS: Mapping[str, Both] = {
    "title": ("Hvad de vidste om hinanden", "What they knew of each other"),
    "note": ("Indikatorer, som andele; siger intet om, hvad nogen oplever", "Indicators, as shares; no experience"),
}


def shares(result: Mapping[str, Any], lang: Lang, top: float) -> Panel:
    """Return a bar per indicator and scenario, of indicators that are shares and have a value in every scenario."""
    words = {key: pair[lang == "en"] for key, pair in WORDS.items()}
    shown = [one for one in result["measures"] if one["group"] == "effects" and one["unit"] == "share"]
    shown = [one for one in shown if all(value and value["mean"] is not None for value in one["values"])]
    if not shown:
        return Panel([], top, "")
    drawn, said, y = heading(words["title"], words["note"], top), [f"{words['title']}."], top + HEAD
    for one in shown:
        drawn.append(text(MARGIN, y + NAME - 8, one["title"][lang], weight=600))
        y += NAME
        levels = []
        for place, value in enumerate(one["values"]):
            level, title = number(value["mean"], "share", lang), result["scenarios"][place]["title"][lang]
            width, colour = (PLOT_END - LABELS_END) * value["mean"], look_of(place).colour
            drawn.append(text(MARGIN, y + BAR - 4, title, colour=SOFT, size="small"))
            drawn.append(
                f'<rect x="{LABELS_END:g}" y="{y + 2:g}" width="{width:.1f}" height="{BAR - 4:g}" fill="{colour}"/>'
            )
            drawn.append(text(LABELS_END + width + 6, y + BAR - 4, level, size="small"))
            levels.append(f"{title} {level}")
            y += BAR
        said.append(f"{one['title'][lang]}: {', '.join(levels)}.")
        y += GAP
    return Panel(drawn, y, " ".join(said))
