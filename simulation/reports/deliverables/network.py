"""Systems that exchange data, as a list with arcs; those that are linked stand near each other."""

from collections.abc import Mapping

import networkx as nx

from simulation.model.world import World
from simulation.reports.deliverables import names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.document import Drawing
from simulation.reports.deliverables.svg import lines, picture, text
from simulation.reports.page.palette import LINE, SOFT, look_of

ROW, TOP = 25.0, 40.0
OWNER, SYSTEM, DOTS, WIDTH = 12.0, 290.0, 640.0, 830.0
"""Where owners, systems and dots stand, and the right edge."""
OWNER_LETTERS, SYSTEM_LETTERS = 42, 48


def linked(world: World) -> "nx.Graph":
    """Return the systems that exchange data, in whichever direction it is written, with an edge for each pair."""
    graph = nx.Graph()
    graph.add_edges_from(
        (name, other) for name, system in world.systems.items() for other in sorted(system.integrations)
    )
    return graph


def network(world: World, name: str) -> Drawing | None:
    """Return the drawing, None where no system exchanges data with another."""
    graph = linked(world)
    if not graph.edges:
        return None
    groups = sorted(nx.connected_components(graph), key=lambda group: (-len(group), min(group)))
    ordered = [
        one for group in groups for one in nx.utils.reverse_cuthill_mckee_ordering(graph.subgraph(sorted(group)))
    ]
    row = {one: place for place, one in enumerate(ordered)}
    group_of = {one: place for place, group in enumerate(groups) for one in group}
    pairs = sorted(tuple(sorted(edge, key=row.__getitem__)) for edge in graph.edges)
    parts = [
        *(arc(row, group_of, one, other) for one, other in pairs),
        text(OWNER, 22, DA["systems.owner"], size=13, weight=650),
        text(SYSTEM, 22, DA["system"], size=13, weight=650),
        *(part for one in ordered for part in row_parts(world, one, row[one], group_of[one])),
    ]
    title = DA["systems.drawing"]
    said_pairs = "; ".join(
        DA["systems.pair"].format(one=world.systems[one].title.da, other=world.systems[other].title.da)
        for one, other in pairs
    )
    said = DA["systems.said"].format(pairs=said_pairs)
    return Drawing(name, title, picture(name, (WIDTH, TOP + ROW * len(row)), title, said, parts), said)


def row_parts(world: World, name: str, place: int, group: int) -> list[str]:
    """Return owner, system and dot of one row."""
    system, y = world.systems[name], TOP + ROW * place
    return [
        f'<path d="M{OWNER:g} {y - 7:g} H{DOTS:g}" stroke="{LINE}"/>' if place else "",
        text(OWNER, y + 10, lines(names.actor(world, system.owner).da, OWNER_LETTERS, 1)[0], size=12, colour=SOFT),
        text(SYSTEM, y + 10, lines(system.title.da, SYSTEM_LETTERS, 1)[0], size=13),
        f'<circle cx="{DOTS:g}" cy="{y + 6:g}" r="4.5" fill="{look_of(group).colour}"/>',
    ]


def arc(row: Mapping[str, int], group: Mapping[str, int], one: str, other: str) -> str:
    """Return the arc between two systems; the farther apart, the wider."""
    y1, y2 = (TOP + ROW * row[name] + 6 for name in (one, other))
    reach = min(30 + 1.1 * (y2 - y1), (WIDTH - DOTS - 12) / 0.75)
    look = look_of(group[one])
    way = f"M{DOTS:g} {y1:g} C{DOTS + reach:g} {y1:g} {DOTS + reach:g} {y2:g} {DOTS:g} {y2:g}"
    return f'<path d="{way}" fill="none" stroke="{look.colour}" stroke-width="1.6" stroke-opacity="0.85"/>'
