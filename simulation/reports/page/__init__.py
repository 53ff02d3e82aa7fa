"""One self-contained HTML page of a comparison, for the projector and the mailbox."""

from collections.abc import Mapping
from typing import Any, cast

from simulation.reports.page.blocks import Opening, Section
from simulation.reports.page.citizen_by_citizen import citizen_by_citizen
from simulation.reports.page.headlines import headlines
from simulation.reports.page.lengths import lengths
from simulation.reports.page.method import method
from simulation.reports.page.needs_and_effects import needs_and_effects
from simulation.reports.page.opening import opening
from simulation.reports.page.rendering import rendered
from simulation.reports.page.result import Result
from simulation.reports.page.rolling import rolling
from simulation.reports.page.shown import Shown
from simulation.reports.page.where_time_went import where_time_went
from simulation.reports.page.work import work
from simulation.values.wording import Lang

SECTIONS = {
    "headlines": headlines,
    "gathering": lengths,
    "time": where_time_went,
    "snowball": rolling,
    "needs": needs_and_effects,
    "work": work,
    "personas": citizen_by_citizen,
    "method": method,
}
"""By id, in the order of the page."""
ONLY_WITH = {"gathering": "gathering", "time": "waterfall", "snowball": "snowball"}
"""Sections that a course has nothing for where this part of the results is null."""


def comparison_page(result: Mapping[str, Any], lang: Lang) -> str:
    """Return a comparison as one HTML page that needs no network.

    Args:
        result: the object that `--json` writes (docs/results_format.md).
        lang: language of the page; the results hold both.
    """
    shown = Shown(cast(Result, result), lang)
    return rendered(shown.words, result["snebold"], opening(shown), sections_of(result, lang))


def opening_of(result: Mapping[str, Any], lang: Lang) -> Opening:
    """Return what must be known before any number of a comparison is read."""
    return opening(Shown(cast(Result, result), lang))


def sections_of(result: Mapping[str, Any], lang: Lang) -> tuple[Section, ...]:
    """Return the sections of a comparison's page, in its order."""
    return tuple(section_of(result, lang, name) for name in section_titles(result, lang))


def section_titles(result: Mapping[str, Any], lang: Lang) -> dict[str, str]:
    """Return the title of each section that a comparison has, by id, in the order of the page."""
    words = Shown(cast(Result, result), lang).words
    there = [name for name in SECTIONS if result.get(ONLY_WITH.get(name, ""), ()) is not None]
    return {name: words(f"{name}.title") for name in there}


def section_of(result: Mapping[str, Any], lang: Lang, name: str) -> Section:
    """Return one section of a comparison's page."""
    return SECTIONS[name](Shown(cast(Result, result), lang))
