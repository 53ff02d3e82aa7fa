"""Data objects with form, quality and standard, and the matrix of who needs what from whom."""

from collections.abc import Sequence

from simulation.model.data_types import DataType
from simulation.model.world import World
from simulation.reports.deliverables import amounts, names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.danish_fields import DATA_FORMS, NEEDS
from simulation.reports.deliverables.document import Block, Cell, Document, Heading, Paragraph, Said, Table, table_or
from simulation.reports.deliverables.material import Material
from simulation.reports.deliverables.sharing_needs import SharingNeed, data_types_in_use, sharing_needs

KEYS = ("form", "format", "quality", "standard", "kle", "holders", "need", "usable")


def data_objects(material: Material) -> Document:
    """Return the data types of the course and the needs of sharing between actors."""
    world, needs = material.as_is, sharing_needs(material.as_is)
    lead = DA["objects.lead"].format(course=material.title)
    blocks: list[Block] = [Heading(DA["objects.table"]), objects_table(world), Heading(DA["objects.matrix"])]
    blocks += [Paragraph(DA["objects.matrix_intro"]), matrix(world, needs)]
    blocks += [Heading(DA["objects.needs"]), needs_table(world, needs)]
    return Document("3-dataobjekter-og-delingsbehov", DA["step.3"], DA["objects.title"], lead, tuple(blocks))


def objects_table(world: World) -> Table:
    """Return a row per data type that the course uses."""
    columns = (DA["data_type"], DA["domain"], *(DA[f"objects.{key}"] for key in KEYS), DA["system"], DA["source"])
    in_use = data_types_in_use(world)
    rows = tuple(object_row(world, name, kind) for name, kind in world.data_types.items() if name in in_use)
    return Table(DA["objects.table"], columns, rows, is_dense=True)


def object_row(world: World, name: str, kind: DataType) -> tuple[Cell, ...]:
    """Return what is known of a data type."""
    source = world.sources.get(kind.source or "")
    critical = ", ".join(world.case_types[one].title.da for one in kind.critical_for if one in world.case_types)
    need = DA["objects.critical"].format(need=NEEDS[kind.need], types=critical)
    return (
        Said(names.data_type(world, name), kind.title.en),
        world.domains[kind.domain].da,
        DATA_FORMS[kind.form],
        Said(en=kind.format or ""),
        kind.quality or "",
        kind.standard or "",
        kind.kle,
        names.actors(world, kind.held_by) or DA["objects.produced"],
        need if critical else NEEDS[kind.need],
        amounts.in_words(kind.usable_for) if kind.usable_for else "",
        world.systems[kind.system].title.da if kind.system else "",
        (source.code or source.title) if source else DA["own"],
    )


def matrix(world: World, needs: Sequence[SharingNeed]) -> Block:
    """Return holders by who needs something of them, with the codes of the data types."""
    givers = [name for name in world.actors if any(need.giver == name for need in needs)]
    receivers = [name for name in world.actors if any(need.receiver == name for need in needs)]
    columns = (DA["objects.giver"], *(names.actor_with_code(world, name) for name in receivers))
    rows = tuple(
        (names.actor_with_code(world, giver), *(codes(world, needs, giver, receiver) for receiver in receivers))
        for giver in givers
    )
    return table_or(DA["objects.none"], Table(DA["objects.matrix"], columns, rows, is_dense=True))


def codes(world: World, needs: Sequence[SharingNeed], giver: str, receiver: str) -> str:
    """Return the codes of what one actor needs of another; titles where there are none."""
    found = dict.fromkeys(need.data_type for need in needs if (need.giver, need.receiver) == (giver, receiver))
    return ", ".join(world.data_types[name].code or world.data_types[name].title.da for name in found)


def needs_table(world: World, needs: Sequence[SharingNeed]) -> Block:
    """Return a row per data type, holder and reason, with all who need it."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for need in needs:
        found.setdefault((need.data_type, need.giver, need.why), []).append(need.receiver)
    rows = tuple(
        (names.data_type(world, name), names.actor(world, giver).da, names.actors(world, receivers), DA[f"why.{why}"])
        for (name, giver, why), receivers in found.items()
    )
    columns = (DA["data_type"], *(DA[f"objects.{key}"] for key in ("giver", "receiver", "why")))
    return table_or(DA["objects.none"], Table(DA["objects.needs"], columns, rows))
