"""The print kit of a workshop: what hangs on the wall, stands on tables and is handed out, in both languages."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from simulation.model.world import World
from simulation.reading.scenario import Scenario
from simulation.reports.kit.course import course_today, course_tomorrow
from simulation.reports.kit.forms import information, questions, review
from simulation.reports.kit.index import INDEX, index
from simulation.reports.kit.matrix import matrix
from simulation.reports.kit.part import Kit, Part
from simulation.reports.kit.people import personas
from simulation.reports.kit.rendering import page
from simulation.reports.kit.signs import signs
from simulation.reports.kit.tasks import tasks
from simulation.reports.kit.words import OTHER
from simulation.values.wording import Lang

Maker: TypeAlias = Callable[[Kit], Part]

MAKERS: tuple[Maker, ...] = (
    course_today,
    course_tomorrow,
    personas,
    tasks,
    matrix,
    signs,
    information,
    questions,
    review,
)
"""In the order of the index."""


def parts_of(kit: Kit) -> tuple[Part, ...]:
    """Return the parts that have something to show, in one language."""
    return tuple(part for part in (make(kit) for make in MAKERS) if part.sheets)


def files_of(scenario: Scenario, lang: Lang, version: str, address: str | None = None) -> Mapping[str, bytes]:
    """Return the kit by name of file: a folder for each language, and the index in the language that was asked for.

    Args:
        scenario: What the workshop is about.
        lang: Language of the index in front.
        version: Version of the program.
        address: Address of the app in the room, for the QR codes.
    """
    first = Kit(scenario, World.model_validate(scenario.base.value), lang, version, address)
    found: dict[str, bytes] = {}
    for kit in (first, replace(first, lang=OTHER[lang])):
        parts = parts_of(kit)
        folder = kit.words("folder")
        found |= {f"{folder}/{kit.words(f'{part.key}.file')}.html": page(kit, part).encode() for part in parts}
        found[f"{folder}/{INDEX}"] = page(kit, index(kit, parts, "")).encode()
        if kit is first:
            found[INDEX] = page(kit, index(kit, parts, f"{folder}/")).encode()
    return dict(sorted(found.items()))
