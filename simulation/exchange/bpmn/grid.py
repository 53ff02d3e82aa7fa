"""Rows and columns: where each cell of a drawing stands, and the free channels between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulation.exchange.bpmn.elements import Cell, Diagram, Flow, Pool
from simulation.exchange.bpmn.sizes import BOX, Rect, cell_width, reach

STRIP = 30.0
"""Breadth of the title of a pool or lane."""
CHANNEL, GUTTER, POOL_GAP = 30.0, 90.0, 40.0
BUS = 90.0
"""Room above a row of black boxes, where messages run."""
BOX_GAP = 60.0
NARROWEST = 900.0


@dataclass(frozen=True)
class Row:
    """A row of a lane."""

    middle: float
    above: float
    """Where the channel above begins to be free, going up from the cells."""
    below: float


@dataclass
class Grid:
    """Where everything stands."""

    rows: dict[str, Row] = field(default_factory=dict)
    """Row of each cell, by step."""
    row_of: dict[str, int] = field(default_factory=dict)
    columns: dict[int, tuple[float, float]] = field(default_factory=dict)
    """Left and right edge of each column in use."""
    pools: dict[str, Rect] = field(default_factory=dict)
    lanes: dict[str, Rect] = field(default_factory=dict)
    boxes: dict[str, tuple[Rect, int]] = field(default_factory=dict)
    """Black boxes, with the row that each stands in."""
    buses: list[float] = field(default_factory=list)
    """Where messages run above each row of black boxes."""
    width: float = 0.0
    strip: float = 0.0
    """Where the room for messages between whole pools begins."""


def grid_of(diagram: Diagram, *, between_pools: int) -> Grid:
    """Return where cells, lanes and pools stand.

    Args:
        diagram: what is drawn.
        between_pools: how many messages go from pool to pool and need room at the right.
    """
    grid = Grid()
    flows = inside_flows(diagram)
    x = 2 * STRIP + GUTTER / 2
    for column in sorted({cell.column for cell in diagram.cells}):
        width = max(cell_width(cell.nodes, flows[cell.step]) for cell in diagram.cells if cell.column == column)
        grid.columns[column] = (x, x + width)
        x += width + GUTTER
    grid.strip = x
    grid.width = max(NARROWEST, x + 12.0 * between_pools + 30)
    y = 0.0
    for pool in diagram.pools:
        if diagram.cells_of(pool.id):
            y = _pool(grid, diagram, pool, flows, y) + POOL_GAP
    _boxes(grid, [pool for pool in diagram.pools if not diagram.cells_of(pool.id)], y)
    return grid


def inside_flows(diagram: Diagram) -> Mapping[str, list[Flow]]:
    """Return the flows that begin in each cell, by step; those of subprocesses are apart."""
    where = {node.id: cell.step for cell in diagram.cells for node in cell.nodes}
    found: dict[str, list[Flow]] = {cell.step: [] for cell in diagram.cells}
    for flow in diagram.flows:
        found[where[flow.source]].append(flow)
    return found


def _pool(grid: Grid, diagram: Diagram, pool: Pool, flows: Mapping[str, list[Flow]], top: float) -> float:
    """Place a pool and what is in it; return its lower edge."""
    y = top
    has_lanes = len(pool.lanes) > 1
    cells = diagram.cells_of(pool.id)
    for lane in pool.lanes if has_lanes else ("",):
        mine = [cell for cell in cells if not has_lanes or cell.lane == lane]
        bottom = _lane(grid, mine, flows, y)
        if has_lanes:
            grid.lanes[lane] = Rect(STRIP, y, grid.width - STRIP, bottom - y)
        y = bottom
    grid.pools[pool.id] = Rect(0, top, grid.width, y - top)
    return y


def _lane(grid: Grid, cells: list[Cell], flows: Mapping[str, list[Flow]], top: float) -> float:
    lines: list[dict[int, Cell]] = []
    for cell in sorted(cells, key=lambda one: one.column):
        line = next((line for line in lines if cell.column not in line), None)
        if line is None:
            line = {}
            lines.append(line)
        line[cell.column] = cell
    y = top
    for line in lines:
        reaches = [reach(cell.nodes, flows[cell.step]) for cell in line.values()]
        up, down = (max(one[side] for one in reaches) for side in (0, 1))
        row = Row(y + CHANNEL + up, y + CHANNEL, y + CHANNEL + up + down)
        number = len(set(grid.row_of.values()))
        for cell in line.values():
            grid.rows[cell.step], grid.row_of[cell.step] = row, number
        y = row.below + CHANNEL
    return y


def _boxes(grid: Grid, pools: list[Pool], top: float) -> None:
    """Place black boxes in rows below the pools."""
    across = max(1, int(grid.width // (BOX[0] + BOX_GAP)))
    for place, pool in enumerate(pools):
        row, column = divmod(place, across)
        y = top + BUS + row * (BOX[1] + BUS)
        if column == 0:
            grid.buses.append(y - BUS / 2)
        grid.boxes[pool.id] = (Rect(BOX_GAP / 2 + column * (BOX[0] + BOX_GAP), y, *BOX), row)
