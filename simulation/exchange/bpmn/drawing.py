"""From a world to a process drawing without places: the whole course, one phase, or one actor among the others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from simulation.exchange.bpmn.cells import Drawn, backs, cell_of
from simulation.exchange.bpmn.contacts import (
    contact_cells,
    flow_id,
    flow_messages,
    telling_cells,
    telling_messages,
)
from simulation.exchange.bpmn.doers import OWN, Doer, concerned, doers, lane_id, pool_id, pools
from simulation.exchange.bpmn.elements import Cell, Diagram, Flow, Pool
from simulation.exchange.bpmn.graph import Order, order_of
from simulation.exchange.bpmn.messages import order_messages, return_messages, step_messages
from simulation.exchange.bpmn.words import Speaker
from simulation.model.steps import ContactStep
from simulation.model.world import World
from simulation.values.wording import Lang


@dataclass(frozen=True)
class Part:
    """What of a course is drawn: all of it where neither is given."""

    phase: str = ""
    actor: str = ""

    @property
    def file(self) -> str:
        """Return the name of its file, without ending."""
        return f"phase_{self.phase}" if self.phase else f"actor_{self.actor}" if self.actor else "course"


def parts_of(world: World) -> tuple[Part, ...]:
    """Return all drawings of a course: the whole, each phase with steps, each actor that does something."""
    phases = sorted(world.phases, key=lambda name: world.phases[name].order)
    used = {step.phase for step in world.steps.values()}
    whole = _whole(Speaker(world, "da"), tuple(world.steps), tells=True)
    busy = {cell.pool for cell in whole.cells}
    actors = (*(name for name in ("citizen", *world.actors) if pool_id(name) in busy),)
    return (Part(), *(Part(phase=name) for name in phases if name in used), *(Part(actor=name) for name in actors))


def drawing(world: World, part: Part, lang: Lang) -> Diagram:
    """Return a drawing of a course."""
    speak = Speaker(world, lang)
    inside = tuple(name for name, step in world.steps.items() if part.phase in ("", step.phase))
    diagram = _whole(speak, inside, tells=not part.phase)
    if part.phase:
        title = world.phases[part.phase].title.in_language(lang)
        return replace(diagram, name=speak("part", course=diagram.name, part=title))
    return _of_actor(speak, diagram, part.actor) if part.actor else diagram


def _whole(speak: Speaker, inside: tuple[str, ...], *, tells: bool) -> Diagram:
    world = speak.world
    found = doers(world, inside)
    regular = {name: doer for name, doer in found.items() if isinstance(world.steps[name], ContactStep)}
    ordinary = {name: doer for name, doer in found.items() if name not in regular}
    order = order_of(world, tuple(ordinary), ordinary)
    returning = backs(world, ordinary)
    drawn = Drawn(speak, ordinary, order, _same_pool(returning, ordinary))
    made = [cell_of(drawn, name) for name in ordinary]
    made += contact_cells(speak, regular)
    tellers = tells and any(reaction.tells for reaction in world.reactions.values())
    if tellers:
        own = Counter(actor for actor, role in found.values() if role == OWN)
        made += telling_cells(speak, {actor: count - 1 for actor, count in own.items()})
    cells = tuple(cell for cell, _ in made)
    actors = concerned(world, found, tells=tells)
    made_pools = (*_with_lanes(speak, pools(speak, actors, found), cells), *(_flow_pools(speak) if tells else ()))
    messages = [*order_messages(order), *step_messages(speak, found), *return_messages(speak, returning, ordinary)]
    messages += [*telling_messages(speak), *flow_messages(speak)] if tells else []
    flows = (*(flow for _, some in made for flow in some), *_between(order, cells, drawn))
    title = world.course.title.in_language(speak.lang)
    return _settled(Diagram(world.course.id, title, made_pools, cells, flows, tuple(messages)))


def _same_pool(returning: Mapping[str, tuple[str, ...]], found: Mapping[str, Doer]) -> dict[str, tuple[str, ...]]:
    """Return for each step those of the same actor that can go back to it."""
    return {
        to: some
        for to in found
        if (some := tuple(one for one, ways in returning.items() if to in ways and found[one][0] == found[to][0]))
    }


def _between(order: Order, cells: Iterable[Cell], drawn: Drawn) -> Iterator[Flow]:
    """Yield the flows from cell to cell, onward and back."""
    cell = {one.step: one for one in cells}
    for name, later in order.after.items():
        for other in later:
            yield Flow(f"flow_{name}_to_{other}", cell[name].last, cell[other].first)
    for to, some in drawn.returns.items():
        for name in some:
            yield Flow(f"back_{name}_flow_{to}", f"back_{name}", f"again_{to}", drawn.speak("yes"), "back")


def _with_lanes(speak: Speaker, made: tuple[Pool, ...], cells: tuple[Cell, ...]) -> Iterator[Pool]:
    """Yield the pools, with the lane of what actors tell without a role."""
    for pool in made:
        actor = pool.id.removeprefix("pool_")
        tells = any(cell.lane == lane_id(actor, OWN) for cell in cells)
        own = {lane_id(actor, OWN): speak("own")} if tells else {}
        yield replace(pool, lanes={**own, **pool.lanes})


def _flow_pools(speak: Speaker) -> tuple[Pool, ...]:
    flows = speak.world.flows
    return tuple(Pool(flow_id(n), speak("flow", title=one.title.in_language(speak.lang))) for n, one in flows.items())


def _of_actor(speak: Speaker, diagram: Diagram, actor: str) -> Diagram:
    """Return the drawing of one actor; all others are black boxes."""
    own, pool_of = pool_id(actor), diagram.pool_of()
    cells = diagram.cells_of(own)
    kept = {node.id for cell in cells for node in cell.nodes}
    messages = tuple(
        replace(
            one,
            source=one.source if pool_of[one.source] == own else pool_of[one.source],
            target=one.target if pool_of[one.target] == own else pool_of[one.target],
        )
        for one in diagram.messages
        if own in (pool_of[one.source], pool_of[one.target])
    )
    ends = {own, *(pool_of[end] for one in messages for end in (one.source, one.target))}
    met = tuple(replace(pool, lanes=pool.lanes if pool.id == own else {}) for pool in diagram.pools if pool.id in ends)
    title = next(pool.name for pool in diagram.pools if pool.id == own)
    return _settled(
        replace(
            diagram,
            name=speak("part", course=diagram.name, part=title),
            pools=met,
            cells=cells,
            flows=tuple(flow for flow in diagram.flows if flow.source in kept),
            messages=messages,
        )
    )


def _settled(diagram: Diagram) -> Diagram:
    """Return a drawing whose messages cross from pool to pool, each pair of ends once."""
    pool_of = diagram.pool_of()
    apart = {
        (one.source, one.target): one
        for one in reversed(diagram.messages)
        if pool_of[one.source] != pool_of[one.target]
    }
    return replace(diagram, messages=tuple(reversed(apart.values())))
