"""The course on A3: lanes per who does something, today, and with the proposals of the scenario."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulation.model.steps import GatherStep
from simulation.model.world import World
from simulation.reading.changes import LedgerEntry
from simulation.reports.deliverables.material import order_of_code
from simulation.reports.deliverables.swimlanes import UNMARKED, frame_of, steps_in, swimlanes
from simulation.reports.deliverables.words import STEP_KINDS
from simulation.reports.kit.packing import balanced, pieces_of, sheets_of
from simulation.reports.kit.part import Kit, Paper, Part

MOST_LETTERS = 24
"""As many as fit above the title of a step."""
MOST_PROPOSALS = 16
"""As many as fit a sheet."""
TODAY = "course_today"
STEPS, GATHERING = "steps", ("gathering", "sharing")
"""Rooms whose changes are seen at a step, and at the step that gathers."""
SIZE = re.compile(r' width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True)
class ShownProposal:
    """A proposal of the scenario on paper."""

    code: str
    title: str
    summary: str
    pays: str
    seen: str
    """Steps at which it is seen in the drawings."""


def course_today(kit: Kit) -> Part:
    """Return the course as it is."""
    return drawn(TODAY, kit, kit.as_is, UNMARKED, ())


def course_tomorrow(kit: Kit) -> Part:
    """Return the proposals of the scenario and the course with them; no sheets where the scenario changes nothing."""
    if kit.to_be is None:
        return Part("course_tomorrow", Paper.A3, ())
    return drawn("course_tomorrow", kit, kit.to_be, marks_of(kit, kit.to_be), proposals_of(kit, kit.to_be))


def drawn(part: str, kit: Kit, world: World, marks: Mapping[str, str], proposals: Sequence[ShownProposal]) -> Part:
    """Return the sheets of a course: its proposals where there are any, then its phases in order."""
    phases = {f"phase-{world.phases[name].order}": name for name in in_order(world) if steps_in(world, name)}
    drawings = {key: swimlanes(world, name, key, kit.lang, marks) for key, name in phases.items()}
    titles = {key: kit.said(world.phases[name].title) for key, name in phases.items()}
    sizes = {key: tuple(map(float, SIZE.findall(drawing.svg)[0])) for key, drawing in drawings.items()}
    pieces = [piece for key, name in phases.items() for piece in pieces_of(key, frame_of(world, name), *sizes[key])]
    sheets: list[tuple[object, ...]] = [*balanced(proposals, MOST_PROPOSALS), *sheets_of(pieces)]
    more = {"title": title_of(part, kit), "drawings": drawings, "titles": titles, "gone": gone(kit, world)}
    return Part(part, Paper.A3, sheets, more=more)


def in_order(world: World) -> list[str]:
    """Return the phases in the order of the course."""
    return sorted(world.phases, key=lambda name: world.phases[name].order)


def title_of(part: str, kit: Kit) -> str:
    """Return what stands above every sheet; the scenario is named where it changes something."""
    title = kit.words("course.of", part=kit.words(part), course=kit.course)
    return title if kit.to_be is None or part == TODAY else f"{title} – {kit.said(kit.to_be.setting.title)}"


def gone(kit: Kit, world: World) -> str:
    """Return the titles of steps of today that a course no longer has."""
    return ", ".join(kit.said(step.title) for name, step in kit.as_is.steps.items() if name not in world.steps)


def marks_of(kit: Kit, world: World) -> Mapping[str, str]:
    """Return what is said beside the kind of each step that is new or changed: the codes of proposals."""
    new = {name for name in world.steps if name not in kit.as_is.steps}
    codes: dict[str, list[str]] = {}
    for entry in kit.scenario.ledger:
        for step in steps_of(world, entry):
            found = codes.setdefault(step, [])
            found += [code for code in (code_of(kit, entry),) if code not in found]
    return {
        step: mark_of(
            kit.words("course.new" if step in new else "course.changed"), found, room_beside(kit, world, step)
        )
        for step, found in codes.items()
    }


def room_beside(kit: Kit, world: World, step: str) -> int:
    """Return how many letters fit beside the kind of a step, a sign for its way back counted in."""
    return MOST_LETTERS - len(f"{STEP_KINDS[kit.lang][world.steps[step].kind]} ↺ · ")


def mark_of(word: str, codes: Sequence[str], room: int) -> str:
    """Return "new P8"; the word alone where the codes of all proposals do not fit."""
    whole = " ".join((word, *sorted((code for code in codes if code), key=order_of_code)))
    return whole if len(whole) <= room else word


def steps_of(world: World, entry: LedgerEntry) -> tuple[str, ...]:
    """Return the steps at which a change is seen; none where it changes something else."""
    room, _, rest = entry.path.partition(".")
    if room == STEPS:
        return tuple(name for name in (rest.partition(".")[0],) if name in world.steps)
    return tuple(name for name, step in world.steps.items() if room in GATHERING and isinstance(step, GatherStep))


def code_of(kit: Kit, entry: LedgerEntry) -> str:
    """Return the code of the proposal that makes a change, nothing for a change of the scenario itself."""
    return next((one.code for one in kit.scenario.interventions if one.id == entry.origin), "")


def proposals_of(kit: Kit, world: World) -> tuple[ShownProposal, ...]:
    """Return the proposals of the scenario in order of code."""
    found = []
    for one in sorted(kit.scenario.interventions, key=lambda one: order_of_code(one.code)):
        entries = (entry for entry in kit.scenario.ledger if entry.origin == one.id)
        steps = dict.fromkeys(step for entry in entries for step in steps_of(world, entry))
        seen = "; ".join(kit.said(world.steps[step].title) for step in steps) or kit.words("course.seen_elsewhere")
        found.append(ShownProposal(one.code, kit.said(one.title), kit.said(one.summary), kit.said(one.pays), seen))
    return tuple(found)
