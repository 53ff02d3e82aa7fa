"""The course on A3: lanes per who does something, today, and with the proposals of the scenario."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulation.model.steps import GatherStep
from simulation.model.world import World
from simulation.reading.changes import LedgerEntry
from simulation.reports.deliverables.document import Drawing
from simulation.reports.deliverables.material import order_of_code
from simulation.reports.deliverables.swimlanes import UNMARKED, frame_of, steps_in, swimlanes
from simulation.reports.kit.packing import Piece, balanced, pieces_of, sheets_of
from simulation.reports.kit.part import Kit, Paper, Part

MOST_CODES = 3
"""More codes do not fit beside the kind of a step."""
MOST_PROPOSALS = 9
"""As many as fit a sheet."""
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
    return drawn("course_today", kit, kit.as_is, UNMARKED, ())


def course_tomorrow(kit: Kit) -> Part:
    """Return the proposals of the scenario and the course with them; no sheets where the scenario changes nothing."""
    if kit.to_be is None:
        return Part("course_tomorrow", Paper.A3, ())
    return drawn("course_tomorrow", kit, kit.to_be, marks_of(kit, kit.to_be), proposals_of(kit, kit.to_be))


def drawn(key: str, kit: Kit, world: World, marks: Mapping[str, str], proposals: Sequence[ShownProposal]) -> Part:
    """Return the sheets of a course: its proposals where there are any, then its phases in order."""
    drawings: dict[str, Drawing] = {}
    titles: dict[str, str] = {}
    pieces: list[Piece] = []
    for name, phase in sorted(world.phases.items(), key=lambda pair: pair[1].order):
        if steps_in(world, name):
            drawing = swimlanes(world, name, f"phase-{phase.order}", kit.lang, marks)
            drawings[drawing.name], titles[drawing.name] = drawing, kit.said(phase.title)
            width, height = (float(found) for found in SIZE.findall(drawing.svg)[0])
            pieces += pieces_of(drawing.name, frame_of(world, name), (width, height))
    sheets: list[tuple[ShownProposal | Piece, ...]] = [*balanced(proposals, MOST_PROPOSALS), *sheets_of(pieces)]
    return Part(key, Paper.A3, sheets, more={"drawings": drawings, "titles": titles, "gone": gone(kit, world)})


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
    return {step: mark_of(kit, found, is_new=step in new) for step, found in codes.items()}


def mark_of(kit: Kit, codes: Sequence[str], *, is_new: bool) -> str:
    """Return "new P8"; how many proposals there are where their codes do not fit."""
    ordered = sorted((code for code in codes if code), key=order_of_code)
    shown = " ".join(ordered) if len(ordered) <= MOST_CODES else kit.words("course.many", count=len(ordered))
    return kit.words("course.new" if is_new else "course.changed", codes=shown).strip()


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
