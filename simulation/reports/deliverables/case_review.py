"""The form for reviewing one real case: steps, data and what the citizen met."""

from collections.abc import Mapping

from simulation.model.steps import AnyStep, ContactStep, WorkStep
from simulation.model.world import World
from simulation.reports.deliverables import names
from simulation.reports.deliverables.document import Block, Cell, Document, Heading, Table
from simulation.reports.deliverables.material import Material
from simulation.reports.deliverables.sharing_needs import data_types_in_use
from simulation.reports.deliverables.words import WORDS
from simulation.values.wording import Lang

FRAME = ("case", "persona", "case_type", "opened", "closed", "reviewer")
STEP_COLUMNS = ("step", "done", "from", "to", "minutes", "needed", "used")
DATA_COLUMNS = ("holder", "exists", "known", "who_pointed", "asked", "received", "age", "relevant")
CITIZEN = ("1", "2", "3", "4")
OPEN_ROWS = 5


def case_review(material: Material, lang: Lang = "da") -> Document:
    """Return the empty form, with the steps and data types of the course."""
    world, words = material.as_is, WORDS[lang]
    types = ", ".join(one.title.in_language(lang) for one in world.case_types.values())
    frame = tuple((words[f"review.{field}"].format(types=types), "") for field in FRAME)
    blocks: list[Block] = [
        Heading(words["review.frame"]),
        Table(words["review.frame"], (words["review.field"], words["answer"]), frame, blanks=(1,)),
    ]
    for name, phase in sorted(world.phases.items(), key=lambda pair: pair[1].order):
        steps = [step for step in world.steps.values() if step.phase == name]
        if steps:
            title = words["review.steps"].format(phase=phase.title.in_language(lang))
            blocks += [Heading(title), steps_table(world, title, steps, lang)]
    blocks += [Heading(words["review.outside"]), outside_table(words)]
    blocks += [Heading(words["review.data"]), data_table(world, lang)]
    asked: tuple[tuple[Cell, ...], ...] = tuple((words[f"review.citizen.{number}"], "") for number in CITIZEN)
    columns = (words["review.question"], words["answer"])
    blocks += [Heading(words["review.citizen"]), Table(words["review.citizen"], columns, asked, blanks=(1,))]
    lead = words["review.lead"].format(course=world.course.title.in_language(lang))
    return Document("3-sagsgennemgangsskema", words["step.3"], words["review.title"], lead, tuple(blocks))


def steps_table(world: World, title: str, steps: list[AnyStep], lang: Lang) -> Table:
    """Return a row per step, with what the model expects to be needed."""
    words = WORDS[lang]
    columns = tuple(words[f"review.{column}"] for column in STEP_COLUMNS)
    rows = tuple((step.title.in_language(lang), "", "", "", "", needed(world, step, lang), "") for step in steps)
    return Table(title, columns, rows, blanks=(1, 2, 3, 4, 6))


def needed(world: World, step: AnyStep, lang: Lang) -> str:
    """Return the data types that a step needs, with commas between."""
    found = step.needs if isinstance(step, WorkStep | ContactStep) else ()
    return names.data_types(world, (need.data_type for need in found), lang)


def outside_table(words: Mapping[str, str]) -> Table:
    """Return rows for what happened that the model does not know."""
    columns = (
        words["review.step"],
        words["review.outside_what"],
        *(words[f"review.{key}"] for key in ("from", "to", "minutes")),
    )
    rows = tuple((words["review.outside_row"].format(number=place + 1), "", "", "", "") for place in range(OPEN_ROWS))
    return Table(words["review.outside"], columns, rows, blanks=(1, 2, 3, 4))


def data_table(world: World, lang: Lang) -> Table:
    """Return a row per data type of the course: was there one, who pointed to it, when did it come?"""
    words = WORDS[lang]
    columns = (words["data_type"], *(words[f"review.{column}"] for column in DATA_COLUMNS))
    in_use = data_types_in_use(world)
    rows = tuple(
        (
            names.data_type(world, name, lang),
            names.actors(world, kind.held_by, lang) or words["objects.produced"],
            *[""] * 7,
        )
        for name, kind in world.data_types.items()
        if name in in_use
    )
    return Table(words["review.data"], columns, rows, blanks=(2, 3, 4, 5, 6, 7, 8), is_dense=True)
