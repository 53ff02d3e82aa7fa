"""A phase of a course as lanes: one per who does something, steps in the order they follow each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import networkx as nx

from simulation.model.course_graph import edges_of, turned, ways_back
from simulation.model.world import World
from simulation.reports.deliverables import names
from simulation.reports.deliverables.document import Drawing
from simulation.reports.deliverables.svg import lines, path, picture, text
from simulation.reports.deliverables.words import STEP_KINDS, WORDS
from simulation.reports.page.palette import ACCENT, EDGE, INK, LINE, PAPER, SOFT, WASH
from simulation.values.wording import Lang

MOST_COLUMNS = 7
"""With more lanes they lie, and steps run to the right."""
LETTERS, HEAD_LETTERS = 21, 23
BOX = (150.0, 66.0)
HEAD = (170.0, 46.0)
"""Room for the title of a lane: width where lanes lie, height where they stand."""
GAP, ACROSS_GAP, DOT = 34.0, 20.0, 3.5
UNMARKED: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Box:
    """A step in the drawing."""

    step: str
    lane: int
    row: int
    continues: bool
    """Follows a step of another phase."""


@dataclass(frozen=True)
class Frame:
    """Turns lanes and rows into pixels; across is from lane to lane, along is the way of time."""

    stands: bool

    @property
    def size(self) -> tuple[float, float]:
        """Size of a box, across and along."""
        return BOX if self.stands else BOX[::-1]

    @property
    def lane(self) -> float:
        """Breadth of a lane."""
        return self.size[0] + ACROSS_GAP

    @property
    def pitch(self) -> float:
        """From one row to the next."""
        return self.size[1] + GAP

    @property
    def head(self) -> float:
        """Where rows begin."""
        return HEAD[1] if self.stands else HEAD[0]

    def middle(self, box: Box) -> float:
        """Return the middle of a box across."""
        return (box.lane + 0.5) * self.lane

    def near(self, box: Box) -> float:
        """Return where a box begins along."""
        return self.head + GAP / 2 + box.row * self.pitch

    def xy(self, across: float, along: float) -> tuple[float, float]:
        """Return a point in pixels."""
        return (across, along) if self.stands else (along, across)


def swimlanes(world: World, phase: str, name: str, lang: Lang = "da", marks: Mapping[str, str] = UNMARKED) -> Drawing:
    """Return the drawing of one phase.

    Args:
        world: The course.
        phase: The phase.
        name: Name of the drawing's file, without ending.
        lang: Language of its words.
        marks: What is said of a step beside its kind; such steps have a thick edge.
    """
    inside = steps_in(world, phase)
    doers = doers_in(world, phase)
    follow = graph_of(world, inside)
    boxes = placed(world, follow, inside, doers)
    frame = frame_of(world, phase)
    titles = [lane_title(world, doer, lang) for doer in doers]
    phase_title = world.phases[phase].title.in_language(lang)
    title = WORDS[lang]["course.drawing"].format(phase=phase_title)
    ordered = sorted(boxes.values(), key=lambda box: (box.row, box.lane))
    said_steps = ", ".join(
        WORDS[lang]["course.said_step"].format(step=world.steps[box.step].title.in_language(lang), who=titles[box.lane])
        for box in ordered
    )
    said = WORDS[lang]["course.said"].format(phase=phase_title, steps=said_steps)
    along = frame.head + frame.pitch * (1 + max(box.row for box in ordered)) + 4
    parts = [
        *lane_parts(frame, titles, along),
        *(path(route(frame, boxes[one], boxes[other], boxes), EDGE) for one, other in follow.edges),
        *(part for box in ordered for part in box_parts(world, frame, box, lang, marks.get(box.step, ""))),
    ]
    size = frame.xy(frame.lane * len(doers), along)
    return Drawing(name, title, picture(name, size, title, said, parts, lang=lang), said)


def steps_in(world: World, phase: str) -> list[str]:
    """Return the steps of a phase, in the order of the file."""
    return [step for step, found in world.steps.items() if found.phase == phase]


def doers_in(world: World, phase: str) -> list[names.Doer]:
    """Return who does something in a phase, each once: a lane each."""
    return list(dict.fromkeys(names.doer_of(world, world.steps[step]) for step in steps_in(world, phase)))


def frame_of(world: World, phase: str) -> Frame:
    """Return how the drawing of a phase lies."""
    return Frame(stands=len(doers_in(world, phase)) <= MOST_COLUMNS)


def lane_title(world: World, doer: names.Doer, lang: Lang) -> str:
    """Return what a lane is called."""
    return names.doer_title(world, doer).in_language(lang) or WORDS[lang]["course.lane_nobody"]


def graph_of(world: World, inside: Sequence[str]) -> "nx.DiGraph":
    """Return what follows what among some steps, without what follows anyway."""
    graph = nx.DiGraph()
    graph.add_nodes_from(inside)
    graph.add_edges_from(
        (earlier, later)
        for earlier, steps in edges_of(world).items()
        for later in sorted(steps)
        if {earlier, later} <= {*inside}
    )
    return nx.transitive_reduction(graph)


def placed(world: World, follow: "nx.DiGraph", inside: Sequence[str], doers: Sequence[names.Doer]) -> dict[str, Box]:
    """Return a place for each step: below all that it follows, in the first free row of its lane."""
    before = turned(edges_of(world))
    order = nx.lexicographical_topological_sort(follow, key=list(inside).index)
    boxes: dict[str, Box] = {}
    taken: set[tuple[int, int]] = set()
    for step in order:
        lane = doers.index(names.doer_of(world, world.steps[step]))
        row = max((boxes[one].row + 1 for one in follow.predecessors(step)), default=0)
        while (lane, row) in taken:
            row += 1
        taken.add((lane, row))
        boxes[step] = Box(step, lane, row, continues=bool(before[step] - {*inside}))
    return boxes


def route(frame: Frame, one: Box, other: Box, boxes: dict[str, Box]) -> list[tuple[float, float]]:
    """Return the points of an arrow that passes no box: straight, or by the gap between rows and the edge of a lane."""
    start, end = frame.near(one) + frame.size[1], frame.near(other)
    here, there = frame.middle(one), frame.middle(other)
    between = any(box.lane == one.lane and one.row < box.row < other.row for box in boxes.values())
    if one.lane == other.lane and not between:
        return [frame.xy(here, start), frame.xy(there, end)]
    out = start + 7 + 4 * (one.lane % 4)
    if other.row == one.row + 1:
        return [frame.xy(*point) for point in ((here, start), (here, out), (there, out), (there, end))]
    side = 1 if other.lane < one.lane else -1
    rail = there + side * (frame.lane / 2 - 4 - 2 * (one.row % 3))
    back = end - 9 - 3 * (one.lane % 3)
    turns = ((here, start), (here, out), (rail, out), (rail, back), (there, back), (there, end))
    return [frame.xy(*point) for point in turns]


def lane_parts(frame: Frame, titles: Sequence[str], along: float) -> list[str]:
    """Return the lanes with their titles."""
    parts = []
    for place, title in enumerate(titles):
        (x1, y1), (x2, y2) = frame.xy(place * frame.lane, 0), frame.xy((place + 1) * frame.lane, along)
        fill = WASH if place % 2 == 0 else PAPER
        parts.append(
            f'<rect x="{x1:g}" y="{y1:g}" width="{x2 - x1:g}" height="{y2 - y1:g}" fill="{fill}" stroke="{LINE}"/>'
        )
        rows = lines(title, HEAD_LETTERS, 3 if not frame.stands else 2)
        parts += [text(x1 + 10, y1 + 19 + 16 * row, shown, size=13, weight=650) for row, shown in enumerate(rows)]
    return parts


def box_parts(world: World, frame: Frame, box: Box, lang: Lang, mark: str) -> list[str]:
    """Return a step: its kind above its title, dashed where only time passes, with a dot where it continues."""
    step = world.steps[box.step]
    x, y = frame.xy(frame.middle(box) - frame.size[0] / 2, frame.near(box))
    dashes = ' stroke-dasharray="5 3"' if step.kind == "wait" else ""
    back = " ↺" if ways_back(world)[box.step] else ""
    size = f'width="{BOX[0]:g}" height="{BOX[1]:g}" rx="5"'
    kind = " · ".join(said for said in (STEP_KINDS[lang][step.kind] + back, mark) if said)
    colour, weight, thick = (INK, 700, 3.2) if mark else (SOFT, 400, 1.6)
    edge = INK if mark else ACCENT if step.kind in ("meeting", "consent") else EDGE
    parts = [
        f'<rect x="{x:.1f}" y="{y:.1f}" {size} fill="{PAPER}" stroke="{edge}" stroke-width="{thick:g}"{dashes}/>',
        text(x + 8, y + 14, kind, size=11, colour=colour, weight=weight),
    ]
    rows = lines(step.title.in_language(lang), LETTERS, 3)
    parts += [text(x + 8, y + 29 + 15 * row, shown, size=12) for row, shown in enumerate(rows)]
    if box.continues:
        dot = frame.xy(frame.middle(box), frame.near(box) - 8)
        parts.append(f'<circle cx="{dot[0]:.1f}" cy="{dot[1]:.1f}" r="{DOT:g}" fill="{INK}"/>')
    return parts
