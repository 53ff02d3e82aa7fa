"""What a process drawing is made of, before it has places: pools, lanes, cells of nodes, flows and messages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "startEvent",
    "endEvent",
    "intermediateCatchEvent",
    "intermediateThrowEvent",
    "exclusiveGateway",
    "parallelGateway",
    "userTask",
    "manualTask",
    "serviceTask",
    "sendTask",
    "receiveTask",
    "subProcess",
]
Event: TypeAlias = Literal["", "message", "timer", "conditional"]
Way: TypeAlias = Literal["next", "over", "under", "back"]
"""How a flow runs: onward, above or below what stands between two nodes of a cell, or back to an earlier one."""


@dataclass(frozen=True)
class Node:
    """A task, event, gateway or subprocess."""

    id: str
    kind: Kind
    name: str = ""
    event: Event = ""
    loops: bool = False
    """Whether it may be done again at once."""
    note: str = ""
    """Documentation."""
    inner: tuple["Node", ...] = ()
    """What a subprocess holds, from left to right."""
    inner_flows: tuple["Flow", ...] = ()


@dataclass(frozen=True)
class Flow:
    """A sequence flow between two nodes of one process."""

    id: str
    source: str
    target: str
    name: str = ""
    way: Way = "next"


@dataclass(frozen=True)
class Message:
    """A message flow; its ends are nodes or pools."""

    id: str
    source: str
    target: str
    name: str = ""


@dataclass(frozen=True)
class Cell:
    """The nodes that one step of the course becomes, from left to right."""

    step: str
    pool: str
    lane: str
    nodes: tuple[Node, ...]
    column: int
    """Place in the order of time, from 0."""

    @property
    def first(self) -> str:
        """Return where the flow comes in."""
        return self.nodes[0].id

    @property
    def last(self) -> str:
        """Return where the flow goes out; an end event has none."""
        return next(node.id for node in reversed(self.nodes) if node.kind != "endEvent")


@dataclass(frozen=True)
class Pool:
    """One actor. Without cells it is a black box."""

    id: str
    name: str
    lanes: Mapping[str, str] = field(default_factory=dict)
    """Titles of its lanes by id, from top to bottom."""


@dataclass(frozen=True)
class Diagram:
    """A whole drawing."""

    id: str
    name: str
    pools: tuple[Pool, ...]
    cells: tuple[Cell, ...]
    flows: tuple[Flow, ...]
    messages: tuple[Message, ...]

    def cells_of(self, pool: str) -> tuple[Cell, ...]:
        """Return the cells of a pool, in order."""
        return tuple(cell for cell in self.cells if cell.pool == pool)

    def nodes(self) -> Iterator[Node]:
        """Yield all nodes, those of subprocesses included."""
        for cell in self.cells:
            for node in cell.nodes:
                yield node
                yield from node.inner

    def pool_of(self) -> Mapping[str, str]:
        """Return the pool of each node, and of each pool itself."""
        found = {pool.id: pool.id for pool in self.pools}
        for cell in self.cells:
            found |= {one.id: cell.pool for node in cell.nodes for one in (node, *node.inner)}
        return found
