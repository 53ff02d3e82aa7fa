"""The data matrix: each data type of the course with form, standard and quality, and who has and who needs it."""

from dataclasses import dataclass

from simulation.reports.deliverables import names
from simulation.reports.deliverables.sharing_needs import actors_in_use, data_types_in_use, sharing_needs
from simulation.reports.deliverables.words import DATA_FORMS
from simulation.reports.kit.packing import balanced
from simulation.reports.kit.part import Kit, Paper, Part

MOST_ROWS = 21
"""As many as fit a sheet beside the titles of actors."""


@dataclass(frozen=True)
class MatrixRow:
    """One data type."""

    title: str
    form: str
    standard: str
    quality: str
    """In Danish, as the data have it."""
    marks: tuple[tuple[bool, bool], ...]
    """For each actor, whether it has or makes such data and whether it needs them of others."""


def matrix(kit: Kit) -> Part:
    """Return the matrix of the course as it is."""
    world, in_use, needs = kit.as_is, data_types_in_use(kit.as_is), sharing_needs(kit.as_is)
    actors = actors_in_use(world)
    needed = {(need.data_type, need.receiver) for need in needs}
    made = {
        (name, names.actor_of(world, names.doer_of(world, step)))
        for step in world.steps.values()
        for name in step.produces
    }
    rows = [
        MatrixRow(
            names.data_type(world, name, kit.lang),
            DATA_FORMS[kit.lang][kind.form],
            kind.standard or "",
            kind.quality or "",
            tuple((actor in kind.held_by or (name, actor) in made, (name, actor) in needed) for actor in actors),
        )
        for name, kind in world.data_types.items()
        if name in in_use
    ]
    titles = [kit.said(world.actors[name].title) for name in actors]
    return Part("matrix", Paper.A3, balanced(rows, MOST_ROWS), more={"actors": titles})
