"""The commands that compare: compare, whatif, sensitivity."""

from collections.abc import Sequence
from dataclasses import replace
from errno import EISDIR
from math import inf
from os import strerror
from pathlib import Path
from typing import Any

from simulation.cli.output import err, out, progress, table
from simulation.experiments import screening
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.many import Design, measured_all
from simulation.experiments.store import write_whole
from simulation.measures.catalogue import catalogue, main_measure
from simulation.measures.entries import Entry, MeasureUnit
from simulation.reports.console import WORDS, show_result
from simulation.reports.page import comparison_page
from simulation.reports.page.numbers import number, signed
from simulation.reports.results import as_json, compared, result_object, results_of
from simulation.values.wording import Lang

STEPS_OF_AUTO = (20, 40, 80)
"""Replications that `auto` tries in turn."""
HALF_WIDTHS = {MeasureUnit.DAYS: 1.0, MeasureUnit.SHARE: 0.01}
"""`auto` stops when the interval of the main difference is no wider than this to either side."""


def compare_scenarios(
    asked: Sequence[Asked],
    design: Design,
    *,
    workers: int,
    auto: bool,
    lang: Lang,
    json_file: Path | None,
    html: Path | None,
) -> None:
    """Play scenarios with the same luck, show what differs, and write what was asked for."""
    for one in asked:
        scenario_of(one)
    for path in (json_file, html):
        make_room(path)
    out.print(
        WORDS[lang]["playing"].format(
            what=" | ".join(one.label for one in asked), n=design.replications, citizens=design.citizens
        )
    )
    result = auto_result(design, workers, lang) if auto else played_result(design, workers)
    if json_file:
        write_whole(json_file, as_json(result))
        err.print(str(json_file))
    if html:
        write_whole(html, comparison_page(result, lang).encode())
        err.print(str(html))
    show_result(result, lang)


def make_room(path: Path | None) -> None:
    """Make the folder of a file that is to be written, before much time goes into what it will hold.

    Raises:
        OSError: when it cannot be made, or the path is a folder itself.
    """
    if path is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(EISDIR, strerror(EISDIR), str(path))


def played_result(design: Design, workers: int) -> dict[str, Any]:
    """Return the result object of a design."""
    with progress("", design.replications) as show:
        measured = measured_all(design, workers=workers, progress=show)
    return compared(design, measured)


def auto_result(design: Design, workers: int, lang: Lang) -> dict[str, Any]:
    """Add replications until the main difference is known well enough, or the cap is reached; tell which."""
    measured: list[list[Any]] = [[] for _ in design.asked]
    main = main_entry(design.asked)
    enough = HALF_WIDTHS[main.unit]
    result: dict[str, Any] = {}
    done = 0
    for replications in STEPS_OF_AUTO:
        part = replace(design, replications=replications - done, first=done)
        with progress(f"{replications}", part.replications) as show:
            for found, more in zip(measured, measured_all(part, workers=workers, progress=show), strict=True):
                found.extend(more)
        done = replications
        result = result_object(results_of(replace(design, replications=done), measured))
        if half_width(result, main.id) <= enough:
            out.print(WORDS[lang]["auto_enough"].format(n=done, width=with_unit(enough, main.unit, lang)))
            return result
    width = with_unit(half_width(result, main.id), main.unit, lang)
    out.print(WORDS[lang]["auto_cap"].format(n=done, width=width))
    return result


def main_entry(asked: Sequence[Asked]) -> Entry:
    """Return what a comparison of scenarios is about: the main measure of the first."""
    world = scenario_of(asked[0]).world
    return catalogue(world)[main_measure(world)]


def with_unit(value: float, unit: MeasureUnit, lang: Lang) -> str:
    """Return a number of the main measure with its unit; a difference of shares is in percentage points."""
    if unit == MeasureUnit.SHARE:
        return f"{number(100 * value, MeasureUnit.COUNT, lang)} {WORDS[lang]['points']}"
    return f"{number(value, unit, lang)} {WORDS[lang]['days']}"


def half_width(result: dict[str, Any], main: str) -> float:
    """Return the widest half of the intervals of the main measure's differences; infinite where it has none."""
    measure = next(one for one in result["measures"] if one["id"] == main)
    found = [one for one in (*measure["differences"], *measure["values"][:1]) if one and one["low"] is not None]
    return max(((one["high"] - one["low"]) / 2 for one in found), default=inf)


def show_sensitivity(
    asked: Sequence[Asked],
    *,
    replications: int,
    citizens: int,
    seed: int,
    workers: int,
    lang: Lang,
    store: bool,
    anew: bool,
) -> None:
    """Show which assumptions matter; from the stored screening where it is fresh, else played."""
    found, state = screening.stored(asked)
    if anew or state != "fresh" or found is None:
        if state == "outdated":
            out.print(WORDS[lang]["outdated"])
        with progress("", moves(asked)) as show:
            found = screening.screened(
                asked, replications=replications, citizens=citizens, seed=seed, workers=workers, progress=show
            )
        if store:
            path = screening.stored_path(asked)
            screening.keep(found, path)
            err.print(str(path))
    show_screening(found, asked, lang)


def moves(asked: Sequence[Asked]) -> int:
    """Return how many designs a screening plays."""
    from simulation.experiments.believed import uncertain_inputs

    return 1 + 2 * len({pattern for one in asked for pattern in uncertain_inputs(scenario_of(one))})


SHOWN = 15


def show_screening(found: screening.Screening, asked: Sequence[Asked], lang: Lang) -> None:
    """Show the inputs that move the main measure most, and where a difference changes its sign."""
    words, main = WORDS[lang], main_entry(asked)
    title, unit = main.title.in_language(lang), main.unit
    out.print(words["screened"].format(n=len(found.inputs), replications=found.replications, citizens=found.citizens))
    for place in range(len(asked)):
        rows = found.differences(place) if place else found.levels(0)
        before = found.unmoved(place)
        what = words["difference_of" if place else "level_of"]
        head = what.format(measure=title, a=asked[0].label, b=asked[place].label)
        shown = [
            (
                pattern,
                number(low, unit, lang),
                number(high, unit, lang),
                signed(high - low, unit, lang),
                why(asked[place], pattern),
            )
            for pattern, low, high in rows[:SHOWN]
        ]
        table(
            f"{head}: {number(before, unit, lang)}",
            (words["input"], words["low"], words["high"], words["moves"], ""),
            shown,
            right=(1, 2, 3),
        )
        turned = [pattern for pattern, low, high in rows if place and (low * before < 0 or high * before < 0)]
        if place:
            out.print(words["turns"].format(which=", ".join(turned)) if turned else words["never_turns"])
            out.print()


def why(asked: Asked, pattern: str) -> str:
    """Return what stands behind an input, in one line."""
    evidence = screening.evidence_of(asked, pattern)
    return " · ".join(part for part in (evidence["kind"], evidence["source"], evidence["because"]) if part)
