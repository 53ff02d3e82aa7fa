"""Which steps follow which, inside a pool and from pool to pool."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from simulation.exchange.bpmn.doers import Doer
from simulation.model.course_graph import edges_of
from simulation.model.world import World


@dataclass(frozen=True)
class Order:
    """The order of some steps."""

    before: Mapping[str, tuple[str, ...]]
    """Steps of the same actor that come right before each."""
    after: Mapping[str, tuple[str, ...]]
    """Steps of the same actor that come right after each."""
    words_to: Mapping[str, tuple[str, ...]]
    """Steps of other actors that come right after each: they get word."""
    words_from: Mapping[str, tuple[str, ...]]
    column: Mapping[str, int]
    """Place in the order of time."""
    opens: frozenset[str]
    """Steps that nothing comes before, in the whole course."""


def order_of(world: World, inside: Sequence[str], found: Mapping[str, Doer]) -> Order:
    """Return the order of some steps, without what follows anyway."""
    whole = nx.DiGraph()
    whole.add_nodes_from(world.steps)
    whole.add_edges_from((one, other) for one, later in edges_of(world).items() for other in sorted(later))
    kept = [name for name in world.steps if name in {*inside}]
    closure = nx.transitive_closure_dag(whole).subgraph(kept)
    reduced = nx.transitive_reduction(closure)
    own: dict[str, list[str]] = {name: [] for name in kept}
    for actor in dict.fromkeys(found[name][0] for name in kept):
        mine = [name for name in kept if found[name][0] == actor]
        for one, other in nx.transitive_reduction(closure.subgraph(mine)).edges:
            own[one].append(other)
    words = {one: [to for to in reduced.successors(one) if found[to][0] != found[one][0]] for one in kept}
    column: dict[str, int] = {}
    for name in nx.lexicographical_topological_sort(reduced, key=kept.index):
        column[name] = max((column[one] + 1 for one in reduced.predecessors(name)), default=0)
    return Order(
        before=_turned(own, kept),
        after=_sorted(own, kept),
        words_to=_sorted(words, kept),
        words_from=_turned(words, kept),
        column=column,
        opens=frozenset(name for name in kept if not list(whole.predecessors(name))),
    )


def _sorted(edges: Mapping[str, list[str]], kept: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return {one: tuple(sorted(others, key=kept.index)) for one, others in edges.items()}


def _turned(edges: Mapping[str, list[str]], kept: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(one for one in kept if name in edges[one]) for name in kept}
