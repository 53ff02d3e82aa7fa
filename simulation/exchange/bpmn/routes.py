"""The ways of flows and messages: in the gutters between columns and the channels between rows, past all shapes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from simulation.exchange.bpmn.elements import Cell, Flow, Message, Node
from simulation.exchange.bpmn.grid import GUTTER, Grid
from simulation.exchange.bpmn.sizes import Rect, over_level

Points = list[tuple[float, float]]
APART = 9.0
"""Between lines that run beside each other."""


@dataclass
class Routes:
    """Finds ways in a drawing that has its places."""

    grid: Grid
    shapes: Mapping[str, Rect]
    cell_of: Mapping[str, Cell]
    """Cell of each node, nodes of subprocesses included."""
    taken: dict[tuple[str, float], list[str]] = field(default_factory=dict)
    """Who runs in a gutter or channel, by its place."""

    def flow(self, flow: Flow, nodes: Sequence[Node], beside: Sequence[Flow]) -> Points:
        """Return the way of a flow inside a cell or subprocess."""
        one, other = self.shapes[flow.source], self.shapes[flow.target]
        (x1, y), (x2, _) = one.middle, other.middle
        level = over_level(flow, beside, nodes)
        if level is not None:
            return [(x1, one.y), (x1, y + level), (x2, y + level), (x2, other.y)]
        if flow.way == "under":
            low = y + 60
            return [(x1, one.bottom), (x1, low), (x2, low), (x2, other.bottom)]
        return [(one.right, y), (other.x, y)]

    def between(self, flow: Flow) -> Points:
        """Return the way of a flow from cell to cell."""
        here, there = self.cell_of[flow.source], self.cell_of[flow.target]
        one, other = self.shapes[flow.source], self.shapes[flow.target]
        start = self._out(flow, here, one)
        side = "back" if flow.way == "back" else "in"
        into = self.grid.columns[there.column][0] - self._lag(("left", there.column), flow.target) - 8
        if side == "back":
            low = self.grid.rows[there.step].below + self._lag(("below", self.grid.row_of[there.step]), flow.target)
            end: Points = [(into, low), (other.middle[0], low), (other.middle[0], other.bottom)]
            return tidy([*start, (into, start[-1][1]), *end])
        if self._is_straight(here, there) and len(start) == 1:
            return [start[0], (other.x, other.middle[1])]
        out = self.grid.columns[here.column][1] + 8 + self._lag(("right", here.column), flow.source)
        y = self._channel(here, there, flow.target)
        return tidy(
            [*start, (out, start[-1][1]), (out, y), (into, y), (into, other.middle[1]), (other.x, other.middle[1])]
        )

    def message(self, message: Message) -> Points:
        """Return the way of a message."""
        trunk = self._trunk(message)
        there = self._to_trunk(message.source, message, trunk)
        back = self._to_trunk(message.target, message, trunk)
        return tidy([*there, *reversed(back)])

    def _out(self, flow: Flow, cell: Cell, shape: Rect) -> Points:
        """Return how a flow leaves: to the right, or down where it goes back or something stands right of it."""
        if flow.way != "back" and flow.source == cell.nodes[-1].id:
            return [(shape.right, shape.middle[1])]
        x = shape.middle[0]
        low = self.grid.rows[cell.step].below + self._lag(("below", self.grid.row_of[cell.step]), flow.source)
        return [(x, shape.bottom), (x, low)]

    def _channel(self, here: Cell, there: Cell, target: str) -> float:
        row, number = self.grid.rows[there.step], self.grid.row_of[there.step]
        if self.grid.row_of[here.step] < number:
            return row.above - self._lag(("above", number), target)
        return row.below + self._lag(("below", number), target)

    def _is_straight(self, here: Cell, there: Cell) -> bool:
        grid = self.grid
        row = grid.row_of[here.step]
        between = range(here.column + 1, there.column)
        steps = {cell.step: cell for cell in self.cell_of.values()}
        blocked = any(grid.row_of[step] == row and cell.column in between for step, cell in steps.items())
        return row == grid.row_of[there.step] and not blocked

    def _trunk(self, message: Message) -> float:
        """Return where a message runs up and down: right of the node it leaves or reaches, else at the right edge."""
        for end in (message.source, message.target):
            cell = self.cell_of.get(end)
            if cell is not None:
                return self.grid.columns[cell.column][1] + GUTTER - 12 - self._lag(("trunk", cell.column), end)
        number = self._place(("strip", 0), message.id)
        return self.grid.strip + 12.0 * number

    def _to_trunk(self, end: str, message: Message, trunk: float) -> Points:
        is_source = message.source == end
        if end in self.grid.boxes:
            return self._from_box(end, message, trunk)
        if end in self.grid.pools:
            return [(trunk, self._border(end, message.target if is_source else message.source))]
        shape, cell = self.shapes[end], self.cell_of[end]
        row, number = self.grid.rows[cell.step], self.grid.row_of[cell.step]
        if shape.height < 50:
            y = row.above - self._lag(("above", number), end)
            return [(shape.middle[0], shape.y), (shape.middle[0], y), (trunk, y)]
        x = shape.x + shape.width * (0.7 if is_source else 0.3)
        y = row.below + self._lag(("below", number), end)
        return [(x, shape.bottom), (x, y), (trunk, y)]

    def _from_box(self, end: str, message: Message, trunk: float) -> Points:
        box, row = self.grid.boxes[end]
        comes = message.target == end
        x = box.x + box.width * (0.25 if comes else 0.65)
        lag = 0.0 if comes else 14.0
        bus, first = self.grid.buses[row] + lag, self.grid.buses[0] + lag
        beside = box.x - 10 - lag
        return [(x, box.y), (x, bus), (beside, bus), (beside, first), (trunk, first)]

    def _border(self, pool: str, other: str) -> float:
        """Return the edge of a pool that looks to the other end of a message."""
        rect = self.grid.pools[pool]
        if other in self.grid.boxes:
            return rect.bottom
        cell = self.cell_of.get(other)
        middle = self.grid.rows[cell.step].middle if cell else self.grid.pools[other].middle[1]
        return rect.bottom if middle > rect.bottom else rect.y

    def _lag(self, where: tuple[str, int], who: str) -> float:
        """Return how far aside somebody runs in a gutter or channel, so that not all lie on one line."""
        return 4 + APART * (self._place(where, who) % 3)

    def _place(self, where: tuple[str, float], who: str) -> int:
        users = self.taken.setdefault(where, [])
        if who not in users:
            users.append(who)
        return users.index(who)


def tidy(points: Sequence[tuple[float, float]]) -> Points:
    """Return a way without points that stand on a straight line between others, or twice."""
    apart = [points[0], *(other for one, other in pairwise(points) if one != other)]
    kept = [apart[0]]
    for before, point, after in zip(apart, apart[1:], apart[2:], strict=False):
        is_level = before[1] == point[1] == after[1] or before[0] == point[0] == after[0]
        if not is_level:
            kept.append(point)
    return [*kept, apart[-1]]
