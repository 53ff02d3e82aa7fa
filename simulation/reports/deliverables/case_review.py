"""The form for reviewing one real case: steps, data and what the citizen met."""

from simulation.model.steps import AnyStep, ContactStep, WorkStep
from simulation.model.world import World
from simulation.reports.deliverables import names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.document import Block, Cell, Document, Heading, Table
from simulation.reports.deliverables.material import Material
from simulation.reports.deliverables.sharing_needs import data_types_in_use

FRAME = ("case", "persona", "case_type", "opened", "closed", "reviewer")
STEP_COLUMNS = ("step", "done", "from", "to", "minutes", "needed", "used")
DATA_COLUMNS = ("holder", "exists", "known", "who_pointed", "asked", "received", "age", "relevant")
CITIZEN = ("1", "2", "3", "4")
OPEN_ROWS = 5


def case_review(material: Material) -> Document:
    """Return the empty form, with the steps and data types of the course."""
    world = material.as_is
    types = ", ".join(one.title.da for one in world.case_types.values())
    frame = tuple((DA[f"review.{field}"].format(types=types), "") for field in FRAME)
    blocks: list[Block] = [
        Heading(DA["review.frame"]),
        Table(DA["review.frame"], (DA["review.field"], DA["answer"]), frame, blanks=(1,)),
    ]
    for name, phase in sorted(world.phases.items(), key=lambda pair: pair[1].order):
        steps = [step for step in world.steps.values() if step.phase == name]
        if steps:
            title = DA["review.steps"].format(phase=phase.title.da)
            blocks += [Heading(title), steps_table(world, title, steps)]
    blocks += [Heading(DA["review.outside"]), outside_table(), Heading(DA["review.data"]), data_table(world)]
    asked: tuple[tuple[Cell, ...], ...] = tuple((DA[f"review.citizen.{number}"], "") for number in CITIZEN)
    columns = (DA["review.question"], DA["answer"])
    blocks += [Heading(DA["review.citizen"]), Table(DA["review.citizen"], columns, asked, blanks=(1,))]
    lead = DA["review.lead"].format(course=material.title)
    return Document("3-sagsgennemgangsskema", DA["step.3"], DA["review.title"], lead, tuple(blocks))


def steps_table(world: World, title: str, steps: list[AnyStep]) -> Table:
    """Return a row per step, with what the model expects to be needed."""
    columns = tuple(DA[f"review.{column}"] for column in STEP_COLUMNS)
    rows = tuple((f"{step.title.da}", "", "", "", "", needed(world, step), "") for step in steps)
    return Table(title, columns, rows, blanks=(1, 2, 3, 4, 6))


def needed(world: World, step: AnyStep) -> str:
    """Return the data types that a step needs, with commas between."""
    found = step.needs if isinstance(step, WorkStep | ContactStep) else ()
    return names.data_types(world, (need.data_type for need in found))


def outside_table() -> Table:
    """Return rows for what happened that the model does not know."""
    columns = (
        DA["review.step"],
        DA["review.outside_what"],
        *(DA[f"review.{key}"] for key in ("from", "to", "minutes")),
    )
    rows = tuple((DA["review.outside_row"].format(number=place + 1), "", "", "", "") for place in range(OPEN_ROWS))
    return Table(DA["review.outside"], columns, rows, blanks=(1, 2, 3, 4))


def data_table(world: World) -> Table:
    """Return a row per data type of the course: was there one, who pointed to it, when did it come?"""
    columns = (DA["data_type"], *(DA[f"review.{column}"] for column in DATA_COLUMNS))
    in_use = data_types_in_use(world)
    rows = tuple(
        (names.data_type(world, name), names.actors(world, kind.held_by) or DA["objects.produced"], *[""] * 7)
        for name, kind in world.data_types.items()
        if name in in_use
    )
    return Table(DA["review.data"], columns, rows, blanks=(2, 3, 4, 5, 6, 7, 8), is_dense=True)
