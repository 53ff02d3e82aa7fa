"""Goals of the citizen, the professionals, politics and the law."""

from collections.abc import Iterator

from simulation.model.goals import Goal, GoalKind
from simulation.model.world import World
from simulation.reports.deliverables import names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.danish_fields import GOAL_KINDS
from simulation.reports.deliverables.document import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Table,
    points_or,
    table_or,
)
from simulation.reports.deliverables.material import Material


def goals(material: Material) -> Document:
    """Return the goals that the course has today, by kind, and who has none."""
    world = material.as_is
    blocks = [block for kind in GoalKind if kind != GoalKind.SHARED_FUTURE for block in of_kind(world, kind)]
    missing = [names.said(world.actors[name].title) for name in without_goal(world)]
    blocks += [Heading(DA["goals.missing"]), points_or(DA["goals.missing_none"], missing)]
    lead = DA["goals.lead"].format(course=material.title)
    return Document("3-maal", DA["step.3"], DA["goals.title"], lead, tuple(blocks))


def of_kind(world: World, kind: GoalKind) -> Iterator[Block]:
    """Yield the goals of one kind; with those of citizens, what drives each persona."""
    yield Heading(GOAL_KINDS[kind])
    yield goals_table(world, kind)
    if kind == GoalKind.CITIZEN:
        rows = tuple((one.title, names.said(one.motive)) for one in world.personas.values())
        yield Paragraph(DA["goals.motives_intro"])
        yield Table(DA["goals.motives"], (DA["target.person"], DA["people.motive"]), rows)


def goals_table(world: World, kind: GoalKind) -> Block:
    """Return the goals of one kind with their sources."""
    rows = tuple(goal_row(world, goal) for goal in world.goals.values() if goal.kind == kind)
    columns = (DA["goals.goal"], DA["goals.whose"], DA["source"], DA["because"])
    return table_or(DA["goals.none"], Table(GOAL_KINDS[kind], columns, rows))


def goal_row(world: World, goal: Goal) -> tuple[Cell, ...]:
    """Return a goal, who has it, and where it is said."""
    whose = names.actor(world, goal.actor) if goal.actor else ""
    return names.said(goal.text), whose, names.source(world, goal.source, goal.where), goal.because or ""


def without_goal(world: World) -> tuple[str, ...]:
    """Return the actors that do steps of the course and have no goal of their own."""
    doing = {names.actor_of(world, names.doer_of(world, step)) for step in world.steps.values()}
    having = {goal.actor for goal in world.goals.values()}
    return tuple(name for name in world.actors if name in doing - having)
