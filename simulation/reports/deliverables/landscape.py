"""The IT systems and channels of today, and what the scenarios add on short and long term."""

from collections.abc import Iterator, Mapping

from simulation.model.coordination import Flow
from simulation.model.gathering import SharingRule
from simulation.model.world import World
from simulation.reading.scenario import Scenario
from simulation.reports.deliverables import amounts, names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.danish_fields import WAYS
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
from simulation.reports.deliverables.material import Material, order_of_code
from simulation.reports.deliverables.network import linked, network
from simulation.reports.deliverables.sharing_needs import data_types_in_use

SYSTEMS = "3-systemoverblik"


def systems(material: Material) -> Document:
    """Return the systems of today with owner, content and integrations, and the channels."""
    world = material.as_is
    owners = {system.owner for system in world.systems.values()}
    count = DA["systems.count"].format(systems=len(world.systems), owners=len(owners), linked=len(linked(world)))
    blocks: list[Block] = [Paragraph(count), Paragraph(DA["systems.own"], is_note=True), Heading(DA["systems.drawing"])]
    blocks += [network(world, f"{SYSTEMS}-1") or Paragraph(DA["systems.no_integrations"])]
    blocks += [Heading(DA["systems.table"]), systems_table(world), Heading(DA["channels.table"]), channels_table(world)]
    lead = DA["systems.lead"].format(course=material.title)
    return Document(SYSTEMS, DA["step.3"], DA["systems.title"], lead, tuple(blocks))


def systems_table(world: World) -> Table:
    """Return a row per system."""
    keys = ("owner", "holds", "structured", "read_by", "integrations", "data")
    columns = (DA["system"], *(DA[f"systems.{key}"] for key in keys), DA["source"])
    in_use = data_types_in_use(world)
    rows = []
    for name, system in world.systems.items():
        kept = (one for one, kind in world.data_types.items() if kind.system == name and one in in_use)
        neighbours = sorted(linked(world)[name], key=list(world.systems).index) if name in linked(world) else ()
        row: tuple[Cell, ...] = (
            names.said(system.title),
            names.actor(world, system.owner).da,
            names.said(system.holds),
            DA["yes"] if system.structured else DA["no"],
            names.actors(world, system.read_by),
            names.systems(world, neighbours),
            names.data_types(world, kept),
            names.source(world, system.source).split(" ")[0] or DA["own"],
        )
        rows.append(row)
    return Table(DA["systems.table"], columns, tuple(rows))


def channels_table(world: World) -> Table:
    """Return a row per channel."""
    columns = (*(DA[f"channels.{key}"] for key in ("channel", "digital", "delay")), DA["source"])
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            names.said(channel.title),
            DA["yes"] if channel.digital else DA["no"],
            amounts.in_words(channel.delay) if channel.delay else "",
            names.source(world, channel.source) or DA["own"],
        )
        for channel in world.channels.values()
    )
    return Table(DA["channels.table"], columns, rows)


def landscape(material: Material) -> Document:
    """Return what there is today and what each scenario adds."""
    world = material.as_is
    digital = sum(channel.digital for channel in world.channels.values())
    counts = {
        "systems": len(world.systems),
        "linked": len(linked(world)),
        "digital": digital,
        "channels": len(world.channels),
    }
    blocks: list[Block] = [
        Heading(DA["landscape.today"]),
        Paragraph(DA["landscape.today_words"].format(**counts)),
        Heading(DA["landscape.added"]),
        Paragraph(DA["landscape.inside"], is_note=True),
        added_table(material),
        Heading(DA["landscape.systems"]),
        points_or(DA["landscape.systems_none"], changed_systems(material)),
        Heading(DA["landscape.usage"]),
        *usage(material),
    ]
    return Document("4-it-landskab", DA["step.4"], DA["landscape.title"], DA["landscape.lead"], tuple(blocks))


def ways_of(world: World) -> Mapping[str, SharingRule | Flow]:
    """Return the ways of sharing that a world has."""
    return {**world.sharing, **world.flows}


def added_table(material: Material) -> Block:
    """Return the ways of sharing that are not there today, and which scenario has which."""
    today = ways_of(material.as_is)
    added = {
        name: (way, one)
        for one in material.to_be[::-1]
        for name, way in ways_of(one.world).items()
        if name not in today
    }
    keys = ("way", "kind", "reaches", "channel", "coverage", "by")
    columns = (*(DA[f"landscape.{key}"] for key in keys), *(one.file.title.da for one in material.to_be))
    found = (way_row(material, name, way, one) for name, (way, one) in sorted(added.items()))
    rows = tuple(sorted(found, key=lambda row: order_of_code(str(row[keys.index("by")]).partition(",")[0])))
    return table_or(DA["landscape.none"], Table(DA["landscape.added"], columns, rows))


def way_row(material: Material, name: str, way: SharingRule | Flow, scenario: Scenario) -> tuple[Cell, ...]:
    """Return a way of sharing, and the scenarios that have it."""
    world = scenario.world
    reached = way.holders if isinstance(way, SharingRule) else way.receivers
    origins = {
        entry.origin for entry in scenario.ledger if entry.path.split(".")[:2] in (["sharing", name], ["flows", name])
    }
    by = ", ".join(one.code for one in scenario.interventions if one.id in origins)
    has = (DA["yes"] if name in ways_of(one.world) else DA["no"] for one in material.to_be)
    channel = world.channels[way.channel].title.da
    return (
        names.said(way.title),
        WAYS[way.way],
        names.actors(world, reached),
        channel,
        amounts.in_words(way.coverage),
        by,
        *has,
    )


def changed_systems(material: Material) -> list[Cell]:
    """Return the systems that a scenario adds or changes, each with the scenario."""
    return [
        DA["people.share"].format(name=system.title.da, share=one.file.title.da)
        for one in material.to_be
        for name, system in one.world.systems.items()
        if system != material.as_is.systems.get(name)
    ]


def usage(material: Material) -> Iterator[Block]:
    """Yield how often the usual channel is taken, where a scenario changes it."""
    worlds = [material.as_is, *(one.world for one in material.to_be)]
    columns = (DA["actor"], DA["landscape.today"], *(one.file.title.da for one in material.to_be))
    found = ((name, [channel_of(world, name) for world in worlds]) for name in material.as_is.actors)
    rows = tuple((names.actor(material.as_is, name).da, *shown) for name, shown in found if len(set(shown)) > 1)
    yield Paragraph(DA["landscape.usage_intro"])
    yield table_or(DA["landscape.same"], Table(DA["landscape.usage"], columns, rows))


def channel_of(world: World, name: str) -> str:
    """Return the usual channel of an actor with the share that takes it."""
    found = world.actors[name].channel if name in world.actors else None
    if found is None:
        return ""
    return DA["people.share"].format(
        name=world.channels[found.usual].title.da, share=amounts.in_words(found.share_usual)
    )
