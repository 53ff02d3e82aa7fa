"""The object that results are: what `--json` writes and every page and table is made from (docs/results_format.md)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from math import isfinite, isnan
from typing import Any

import numpy as np

from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.inputs import inputs_of
from simulation.experiments.many import Design
from simulation.experiments.screening import evidence_of, stored
from simulation.measures.catalogue import catalogue
from simulation.measures.comparison import UNTOUCHED, Comparison, compare_several
from simulation.measures.entries import Entry, MeasureUnit
from simulation.measures.measured import Measured
from simulation.measures.statistics import MIXED, Statistic, Summary, summarise
from simulation.reading.scenario import Scenario
from simulation.reports.breakdowns import breakdowns, of_any
from simulation.reports.by_actor import effects_by_actor
from simulation.reports.deliverables import names
from simulation.reports.input_words import input_in_words
from simulation.reports.ledger import ledger_object
from simulation.reports.titles import ABSENT, COURSES_NOTE, NOTES, both, titled
from simulation.values.wording import Lang

FORMAT = 1
DIGITS = 6
RESTS_ON = 5
SPOKEN: tuple[Lang, Lang] = ("da", "en")
SMALLEST = {
    MeasureUnit.DAYS: 1.0,
    MeasureUnit.SHARE: 0.01,
    MeasureUnit.COUNT: 0.1,
    MeasureUnit.MINUTES: 5.0,
    MeasureUnit.HOURS: 0.25,
    MeasureUnit.DKK: 50.0,
}
"""Smallest differences of interest, declared beforehand; a smaller one is never called certain."""


@dataclass(frozen=True)
class Results:
    """What was asked, played and compared."""

    design: Design
    measured: list[list[Measured]]
    summaries: list[Summary]
    comparisons: list[Comparison | None]
    """One per scenario; the first has none."""
    entries: Mapping[str, Entry]


def results_of(design: Design, measured: list[list[Measured]]) -> Results:
    """Return the results of scenarios that were played together."""
    entries: dict[str, Entry] = {}
    for asked in design.asked:
        entries |= catalogue(scenario_of(asked).world)
    smallest = {name: SMALLEST[entry.unit] for name, entry in entries.items()}
    others = {str(place): found for place, found in enumerate(measured[1:], 1)}
    compared = compare_several(measured[0], others, smallest=smallest) if others else {}
    comparisons: list[Comparison | None] = [None, *(compared[str(place)] for place in range(1, len(measured)))]
    return Results(design, measured, [summarise(found) for found in measured], comparisons, entries)


def compared(design: Design, measured: list[list[Measured]]) -> dict[str, Any]:
    """Return the result of scenarios that were played together, as plain values."""
    return result_object(results_of(design, measured))


def as_json(result: Mapping[str, Any]) -> bytes:
    """Return a result object as the bytes of its file."""
    return (json.dumps(result, ensure_ascii=False, indent=1) + "\n").encode()


def result_object(results: Results) -> dict[str, Any]:
    """Return the result as plain values."""
    scenarios = [scenario_of(asked) for asked in results.design.asked]
    course = scenarios[0].world.course
    plain = {
        "format": FORMAT,
        "kind": "comparison",
        "snebold": version("snebold"),
        "scenarios": [scenario_object(asked, one) for asked, one in zip(results.design.asked, scenarios, strict=True)],
        "design": design_object(results),
        "notes": [both(note) for note in NOTES] + [{"da": note.da, "en": note.en} for note in course.notes],
        "measures": [measure_object(results, entry) for entry in results.entries.values()],
        "absent": absent_object(results),
        "courses": [None if one is None else course_object(one) for one in results.comparisons][1:],
        "spillover": [spillover(results, place) for place in range(1, len(scenarios))],
        "personas": persona_objects(results, scenarios[0]),
        "rests_on": rests_on(results.design.asked),
        "ledger": [ledger_object(one) for one in scenarios],
        "effects_by_actor": effects_by_actor(
            results.summaries,
            results.comparisons,
            results.entries,
            of_any([one.world.actors for one in scenarios]),
            SMALLEST,
        ),
        **breakdowns(results.measured, results.summaries, [one.world for one in scenarios]),
    }
    return {key: tidy(part) for key, part in plain.items()}


def scenario_object(asked: Asked, scenario: Scenario) -> dict[str, Any]:
    """Return what a scenario is."""
    world = scenario.world
    rules = world.rule_sets[world.setting.rule_set].title
    return {
        "label": asked.label,
        "name": asked.name,
        "title": {"da": world.setting.title.da, "en": world.setting.title.en},
        "course": {"da": world.course.title.da, "en": world.course.title.en},
        "interventions": [
            {"id": one.id, "code": one.code, "title": {"da": one.title.da, "en": one.title.en}}
            for one in scenario.interventions
        ],
        "profile": world.profile.id,
        "profile_title": {"da": world.profile.title.da, "en": world.profile.title.en},
        "rule_set": world.setting.rule_set,
        "rule_set_title": {"da": rules.da, "en": rules.en},
        "sha256": scenario.sha256,
    }


def design_object(results: Results) -> dict[str, Any]:
    """Return how it was played."""
    design = results.design
    return {
        "replications": design.replications,
        "citizens": design.citizens,
        "seed": design.seed,
        "simulated_citizens": results.summaries[0].citizens,
    }


def measure_object(results: Results, entry: Entry) -> dict[str, Any]:
    """Return one measure in every scenario, with differences to the first."""
    personas = results.summaries[0].groups[:-1]
    return {
        "id": entry.id,
        "title": {"da": entry.title.da, "en": entry.title.en},
        "unit": str(entry.unit),
        "group": str(entry.group),
        "better": str(entry.better),
        "formula": {"da": entry.formula.da, "en": entry.formula.en},
        "values": [value_object(results, place, entry.id) for place in range(len(results.summaries))],
        "differences": [difference_object(one, entry.id, MIXED) for one in results.comparisons],
        "personas": {name: persona_measure(results, entry.id, name) for name in personas},
        "worst_off": [one.worst_off(entry) if entry.id in one.measures else None for one in results.summaries],
    }


def absent_object(results: Results) -> dict[str, dict[str, str]]:
    """Return the measures that no scenario can show, each with the id of the reason and the reason in words."""
    every = [one.absent for scenario in results.measured for one in scenario]
    return {
        name: {"id": every[0][name], **titled(ABSENT, every[0][name])}
        for name in results.entries
        if all(name in absent for absent in every)
    }


def value_object(results: Results, place: int, measure: str) -> dict[str, Any] | None:
    """Return a measure's level, or None where it is not defined."""
    summary = results.summaries[place]
    if measure not in summary.measures:
        return None
    mean = summary.of(measure)
    cases = sum(int(np.count_nonzero(~np.isnan(one.columns[measure]))) for one in results.measured[place])
    if cases == 0:
        return None
    levels = {
        name: summary.value(measure, statistic)
        for name, statistic in (("median", Statistic.MEDIAN), ("p90", Statistic.P90), ("p95", Statistic.P95))
    }
    return {"mean": mean.value, "low": mean.low, "high": mean.high, "n": cases, **levels}


def difference_object(comparison: Comparison | None, measure: str, group: str) -> dict[str, Any] | None:
    """Return what a change does to a measure, or None where it is not defined."""
    if comparison is None or measure not in comparison.measures:
        return None
    found = comparison.difference(measure, group=group)
    estimate = found.estimate
    if isnan(estimate.value):
        return None
    return {
        "mean": estimate.value,
        "low": estimate.low,
        "high": estimate.high,
        "certain": found.certain,
        "wording": found.wording,
    }


def persona_measure(results: Results, measure: str, persona: str) -> dict[str, Any]:
    """Return a measure of one persona in every scenario."""
    values = [
        one.value(measure, group=persona) if measure in one.measures and persona in one.groups else None
        for one in results.summaries
    ]
    return {"values": values, "differences": [difference_object(one, measure, persona) for one in results.comparisons]}


LEAD = "lead_time_days"


def course_object(comparison: Comparison) -> dict[str, Any] | None:
    """Return the shares of shorter and longer courses, or None where no case ends in both scenarios."""
    if LEAD not in comparison.measures:
        return None
    found = comparison.of(LEAD)
    if isnan(found.share_less):
        return None
    same = max(0.0, 1 - found.share_less - found.share_more)
    return {"shorter": found.share_less, "longer": found.share_more, "same": same, "note": both(COURSES_NOTE)}


def spillover(results: Results, place: int) -> dict[str, Any] | None:
    """Return what a change moves for those it does not touch: only queues connect them with the others."""
    comparison = results.comparisons[place]
    if comparison is None or UNTOUCHED not in comparison.groups or LEAD not in comparison.measures:
        return None
    untouched = sum(int((~one.touched).sum()) for one in results.measured[place] if one.touched is not None)
    if untouched == 0:
        return {"untouched": 0, "mean_days": None}
    return {"untouched": untouched, "mean_days": comparison.difference(LEAD, group=UNTOUCHED).estimate.value}


def persona_objects(results: Results, scenario: Scenario) -> list[dict[str, Any]]:
    """Return the personas, with how many of each were observed."""
    weights = results.summaries[0].weights
    counts = [
        {name: sum(int((one.persona == place).sum()) for one in found) for place, name in enumerate(found[0].personas)}
        for found in results.measured
    ]
    return [
        {
            "id": name,
            "title": {"da": persona.title, "en": persona.title},
            "n": [count.get(name, 0) for count in counts],
            "weight": weights.get(name, 0.0),
        }
        for name, persona in sorted(scenario.world.personas.items())
    ]


def rests_on(asked: Sequence[Asked]) -> dict[str, Any]:
    """Return the inputs that the difference of the main measure rests on most, from the stored screening."""
    screening, state = stored(asked)
    shown = dict.fromkeys(one.name for one in asked)
    command = " ".join(("snebold sensitivity", *shown, *(("--store",) if all(one.is_shipped for one in asked) else ())))
    if screening is None:
        return {"state": state, "command": command, "inputs": []}
    place = len(asked) - 1
    found = screening.differences(place) if place else screening.levels(0)
    inputs = [
        {"path": pattern, "low": low, "high": high, **told_of((asked[place], asked[0]), pattern)}
        for pattern, low, high in found[:RESTS_ON]
    ]
    return {"state": state, "command": command, "measure": screening.measures[0], "inputs": inputs}


def told_of(asked: Sequence[Asked], pattern: str) -> dict[str, Any]:
    """Return what an input is called and what stands behind it.

    Args:
        asked: the scenario that rests on it, then the one it is compared with: where proposals decide an input, the
            latter alone knows it as one that can be moved, and has its name.
        pattern: the input.
    """
    told: dict[str, Any] = evidence_of(asked[0], pattern)
    told["source"] = names.source(scenario_of(asked[0]).world, told["source"]) or told["source"]
    for scenario in asked:
        one = inputs_of(scenario.name).get(pattern)
        if one is not None:
            return told | {"title": {lang: input_in_words(scenario.name, one, lang).title for lang in SPOKEN}}
    return told


def tidy(value: object) -> object:
    """Return plain values with numbers of six significant digits and nothing that is no number."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dict):
        return {str(key): tidy(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [tidy(part) for part in value]
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return float(f"{float(value):.{DIGITS}g}") if isfinite(value) else None
    return value
