"""What results are broken down by: distribution, causes, curve, gaps, work, messages, assumptions."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import numpy as np

from simulation.measures.followed import Floats
from simulation.measures.measured import CITIZEN as CITIZEN_ROW
from simulation.measures.measured import Measured
from simulation.measures.statistics import Statistic, Summary
from simulation.model.world import World
from simulation.reports.assumptions import assumptions_of
from simulation.reports.titles import ACTIVITIES, CAUSES, CITIZEN, GAPS, OVERLAYS, both, titled

BIN_DAYS = 7
OPEN_FROM = 0.99
"""From this share of the cases of every scenario the rest is told in one open bin."""
GATHERING, LEAD = "gathering_days", "lead_time_days"
BUSY = 0.95


Part = TypeVar("Part")


def breakdowns(measured: list[list[Measured]], summaries: list[Summary], worlds: Sequence[World]) -> dict[str, Any]:
    """Return every breakdown of the result object; one world per scenario."""
    return {
        "comparable": too_busy(measured, worlds),
        "gathering": gathering(measured, worlds[0]) if has(summaries, GATHERING) else None,
        "clocks": clocks(summaries, worlds[0]),
        "waterfall": waterfall(summaries) if has(summaries, LEAD) else None,
        "snowball": snowball(summaries) if has(summaries, GATHERING) else None,
        "gaps": gaps(summaries),
        "work": work(summaries, worlds),
        "activity_titles": {name: both(ACTIVITIES[name]) for name in activities(summaries)},
        "messages": messages(summaries, worlds),
        "assumptions": assumptions(worlds),
    }


def has(summaries: Sequence[Summary], measure: str) -> bool:
    """Return whether any scenario's course can show a measure at all."""
    return any(measure in one.measures for one in summaries)


def activities(summaries: Sequence[Summary]) -> list[str]:
    """Return the activities that a course can have, in order."""
    return [name for name in ACTIVITIES if has(summaries, f"work_{name}_minutes")]


def of_any(rooms: Sequence[Mapping[str, Part]]) -> dict[str, Part]:
    """Return what any scenario has by id, since a proposal may add some; the first scenario that has it counts."""
    return {name: part for room in reversed(rooms) for name, part in room.items()}


def assumptions(worlds: Sequence[World]) -> list[dict[str, Any]]:
    """Return the assumptions of all scenarios in order of path; one that two scenarios share is told once."""
    found = {(one["path"], one["text"]): one for world in reversed(worlds) for one in assumptions_of(world)}
    return [found[key] for key in sorted(found)]


def too_busy(measured: list[list[Measured]], worlds: Sequence[World]) -> list[dict[str, str]]:
    """Return why levels cannot be compared: people who are used more than 95 % of their hours."""
    found = sorted({role for scenario in measured for one in scenario for role, use in one.use.items() if use > BUSY})
    roles = of_any([world.roles for world in worlds])
    return [
        {
            "da": f"{roles[role].title.da} er optaget mere end 95 % af tiden: niveauer kan ikke sammenlignes.",
            "en": f"{roles[role].title.en} is in use more than 95 % of the time: levels cannot be compared.",
        }
        for role in found
    ]


def gathering(measured: list[list[Measured]], world: World) -> dict[str, Any]:
    """Return the gathering as a distribution over weeks, the last bin open, with the mark it is compared with."""
    found = [[one.columns[GATHERING] for one in scenario if GATHERING in one.columns] for scenario in measured]
    days = [np.concatenate(columns) if columns else np.zeros(0) for columns in found]
    days = [found[~np.isnan(found)] for found in days]
    marked = next((span for span in world.course.clocks.values() if span.mark is not None), None)
    mark = marked.mark.number("value") if marked and marked.mark else None
    title = marked.title if marked else None
    late = [float(np.quantile(found, OPEN_FROM)) for found in days if len(found)]
    edges = BIN_DAYS * np.arange(1 + int(np.ceil(max([*late, mark or 0.0, 1.0]) / BIN_DAYS)))
    return {
        "mark_days": mark,
        "clock": {"da": title.da, "en": title.en} if title else both(("Indhentning", "Gathering")),
        "edges_days": edges.tolist(),
        "shares": [(np.histogram(found, [*edges, np.inf])[0] / max(len(found), 1)).tolist() for found in days],
        "above_mark": [float((found > mark).mean()) if mark and len(found) else None for found in days],
    }


def clocks(summaries: list[Summary], world: World) -> list[dict[str, Any]]:
    """Return the clocks of the course apart."""
    found = []
    for name, span in world.course.clocks.items():
        measure = f"clock_{name}_days"
        levels = {
            key: [one.value(measure, statistic) if measure in one.measures else None for one in summaries]
            for key, statistic in (("median_days", Statistic.MEDIAN), ("p90_days", Statistic.P90))
        }
        found.append({"id": name, "title": {"da": span.title.da, "en": span.title.en}, **levels})
    return found


def waterfall(summaries: list[Summary]) -> dict[str, Any]:
    """Return days by cause and by overlay; the causes add up to the lead time."""
    causes, overlays = summaries[0].axes["causes_by_overlay_days"]
    tables = [one.table("causes_by_overlay_days") for one in summaries]
    return {
        "causes": [
            {"id": name, "title": titled(CAUSES, name), "days": [float(table[place].sum()) for table in tables]}
            for place, name in enumerate(causes)
        ],
        "overlays": [
            {"id": name, "title": titled(OVERLAYS, name), "days": [float(table[:, place].sum()) for table in tables]}
            for place, name in enumerate(overlays)
        ],
        "lead_days": [float(table.sum()) for table in tables],
    }


def snowball(summaries: list[Summary]) -> dict[str, Any]:
    """Return how fast the holders become known, and in how many waves."""
    days = [int(day) for day in summaries[0].axes["known_share_by_day"][0]]
    return {
        "days": days,
        "known_share": [one.table("known_share_by_day").tolist() for one in summaries],
        "waves": [one.table("holders_by_wave").tolist() for one in summaries],
    }


def gaps(summaries: list[Summary]) -> list[dict[str, Any]]:
    """Return relevant data missing at the meeting, by reason."""
    if any("gaps_by_data_type" not in one.tables for one in summaries):
        return []
    _, reasons = summaries[0].axes["gaps_by_data_type"]
    tables = [one.table("gaps_by_data_type") for one in summaries]
    return [
        {
            "id": name,
            "title": titled(GAPS, name),
            "items_per_case": [float(np.nansum(table[:, place])) for table in tables],
        }
        for place, name in enumerate(reasons)
    ]


def work(summaries: list[Summary], worlds: Sequence[World]) -> list[dict[str, Any]]:
    """Return work and cost per actor; actors without any are left out."""
    known = of_any([world.actors for world in worlds])
    activities = summaries[0].axes["work_minutes_by_actor"][1]
    spent = [
        dict(zip(one.axes["work_cost_by_actor_dkk"][0], one.table("work_cost_by_actor_dkk"), strict=True))
        for one in summaries
    ]
    minutes = [
        dict(zip(one.axes["work_minutes_by_actor"][0], one.table("work_minutes_by_actor"), strict=True))
        for one in summaries
    ]
    rows = []
    for actor in (*sorted(known), CITIZEN_ROW):
        found = [table.get(actor, np.zeros(len(activities))) for table in minutes]
        if not any(np.nansum(one) > 0 for one in found):
            continue
        title = both(CITIZEN) if actor == CITIZEN_ROW else {"da": known[actor].title.da, "en": known[actor].title.en}
        rows.append(
            {
                "actor": actor,
                "title": title,
                "minutes": [by_activity(one, activities) for one in found],
                "cost_dkk": [None if actor == CITIZEN_ROW else float(table.get(actor, 0.0)) for table in spent],
            }
        )
    return rows


def by_activity(minutes: Floats, activities: tuple[str, ...]) -> dict[str, float]:
    """Return minutes per activity, without those that take none."""
    return {name: float(number) for name, number in zip(activities, minutes, strict=True) if number > 0}


def messages(summaries: list[Summary], worlds: Sequence[World]) -> list[dict[str, Any]]:
    """Return messages per channel; channels without any are left out."""
    channels = of_any([world.channels for world in worlds])
    tables = [
        dict(zip(one.axes["messages_by_channel"][0], one.table("messages_by_channel"), strict=True))
        for one in summaries
    ]
    return [
        {
            "channel": name,
            "title": {"da": channels[name].title.da, "en": channels[name].title.en},
            "per_case": [float(table.get(name, 0.0)) for table in tables],
        }
        for name in sorted(channels)
        if any(table.get(name, 0.0) > 0 for table in tables)
    ]
