"""Everything an engine reads for one replication of one scenario."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from simulation.calendar.opening import Opening
from simulation.draws.uniforms import Luck
from simulation.model.course_graph import edges_of, reached
from simulation.model.world import World
from simulation.population.cast import Cast, Integers, cast_of
from simulation.population.columns import Column
from simulation.population.contact_plans import CoordinationPlan, EventPlan, FlowPlan
from simulation.population.contact_tables import ContactTables
from simulation.population.holder_tables import HolderTables, knows_all
from simulation.population.lives import Lives, lives_of
from simulation.population.lots import Lots
from simulation.population.matters import Matters, matters_of
from simulation.population.names import Names, names_of
from simulation.population.openings import openings_of
from simulation.population.servers import Staff
from simulation.population.step_tables import StepTables
from simulation.population.tables import GatherPlan, HolderPlan, RolePlan, ServerPlan, StepKind, StepPlan, TakenBack
from simulation.population.truth import Truth, truth_of
from simulation.population.uncollected import uncollected


@dataclass(frozen=True)
class Inputs:
    """Tables and columns; whole numbers only. Both engines play exactly this."""

    names: Names
    steps: list[StepPlan]
    roles: list[RolePlan]
    servers: list[ServerPlan]
    holders: list[HolderPlan]
    gather: GatherPlan | None
    events: list[EventPlan]
    lives: Lives
    matters: Matters
    coordination: CoordinationPlan | None
    flows: list[FlowPlan]
    openings: list[Opening]
    columns: list[Column]
    """In the order that places in the tables count; worked out when first read."""
    purposes: tuple[tuple[str, int], ...]
    """What each column is for, and which of several it is."""
    cast: Cast
    truth: Truth
    points: Integers
    """(citizens, actors): the set of actors (bits) that each actor names."""
    closes: int
    """Step whose end closes the case, or -1."""
    enters: list[frozenset[int]]
    """Steps that a citizen of each persona goes through."""
    held_by: list[tuple[int, ...]]
    """Actors that keep each data type."""
    calendar_of_actor: list[int]
    """Calendar of each actor."""
    domain_of_data: list[int]
    """Domain of each data type."""
    newcomer: NDArray[np.bool_]
    """Who is new to the municipality from the start."""
    taken_back: tuple[TakenBack, ...] = ()
    """What citizens take back of their consent beside their luck."""
    observed_alone: bool = False
    """Whether only the observed citizens are played."""

    def for_measures(self) -> "Inputs":
        """Return the same with the observed citizens alone, where that changes nothing for them.

        Citizens meet where they wait for the same person or the same seat; in a course without either the others are
        played for nobody. Measures of the two are equal, logs are not.
        """
        meets = any(step.kind == StepKind.MEETING for step in self.steps)
        return self if self.servers or meets or self.taken_back else replace(self, observed_alone=True)

    def table(self) -> Integers:
        """Return all columns as an array (columns, citizens); most of them are of attempts that nobody makes."""
        return np.array([column.numbers for column in self.columns]).reshape(len(self.columns), len(self.cast))


@uncollected()
def inputs_of(
    world: World, luck: Luck, citizens: int, *, passed_over: frozenset[str] = frozenset(), cast: Cast | None = None
) -> Inputs:
    """Return what an engine reads for one replication; a cast that was made for the same arrivals may be given."""
    names = names_of(world)
    cast = cast or cast_of(world, luck, citizens)
    openings = openings_of(world, names, cast.horizon)
    staff = Staff(world, names, cast, openings)
    lots = Lots(world, names, cast, openings)
    truth = truth_of(world, names, cast)
    lives = lives_of(world, names, cast)
    matters = matters_of(world, names, cast, truth)
    contacts = ContactTables(lots, matters, lives)
    steps = StepTables(lots, truth.involved, staff.roles, passed_over, contacts)
    events = [contacts.event(name) for name in names.events]
    coordination = contacts.coordination()
    flows = [contacts.flow(name, world.flows[name]) for name in names.flows]
    holders = HolderTables(lots, staff.roles, _become_new(lives, events))
    return Inputs(
        names=names,
        steps=steps.steps,
        roles=staff.roles,
        servers=staff.servers,
        holders=holders.holders,
        gather=holders.plan,
        events=events,
        lives=lives,
        matters=matters,
        coordination=coordination,
        flows=flows,
        openings=openings,
        columns=lots.columns,
        purposes=tuple(lots.purposes),
        cast=cast,
        truth=truth,
        points=_points(world, names, truth, holders),
        closes=names.step[world.course.closes] if world.course.closes else -1,
        enters=[_goes_through(world, names, name) for name in cast.personas],
        held_by=[tuple(sorted(names.actor[a] for a in world.data_types[d].held_by)) for d in names.data_types],
        calendar_of_actor=[names.calendar[world.actors[a].calendar] for a in names.actors],
        domain_of_data=[names.domain[world.data_types[d].domain] for d in names.data_types],
        newcomer=lots.tagged(world.gathering.search.newcomer_tag if world.gathering else ""),
    )


def _points(world: World, names: Names, truth: Truth, holders: HolderTables) -> Integers:
    """Return whom each actor names as sets of bits, contact persons who know a whole department included."""
    points = truth.points.copy()
    for name in names.actors:
        for known in knows_all(world, name):
            a, b = names.actor[name], names.actor[known]
            for rule, given in holders.rules(name, "contact"):
                if known in given.knows_all and known != name:
                    points[:, a, b] |= holders.covered(name, rule, given) & truth.involved[:, a] & truth.involved[:, b]
    bits = 1 << np.arange(len(names.actors), dtype=np.int64)
    sets: Integers = (points * bits).sum(axis=2).astype(np.int64)
    return sets


def _goes_through(world: World, names: Names, persona: str) -> frozenset[int]:
    first = world.personas[persona].enters_at
    steps = reached(edges_of(world), first) if first else set(world.steps)
    return frozenset(names.step[step] for step in steps)


def _become_new(lives: Lives, events: list[EventPlan]) -> NDArray[np.bool_]:
    """Return whom a life event makes new to the municipality while followed."""
    found = np.zeros(len(lives.happens), dtype=np.bool_)
    for place, event in enumerate(events):
        if event.adds_newcomer:
            found |= lives.befalls(place)
    return found
