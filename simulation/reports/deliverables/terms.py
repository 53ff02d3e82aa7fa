"""Terms and basic data: term, definition, source, synonym, identifier.

Source: the common public rules of concept and data modelling (FDA), which ask for these of every concept.
"""

from simulation.model.data_types import DataType
from simulation.model.landscape import Term
from simulation.model.world import World
from simulation.reports.deliverables import names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.danish_fields import DATA_FORMS, SECTORS
from simulation.reports.deliverables.document import Block, Cell, Document, Heading, Paragraph, Said, Table, table_or
from simulation.reports.deliverables.material import Material


def terms(material: Material) -> Document:
    """Return the terms of the landscape and the course by group."""
    world = material.as_is
    missing = DA["terms.missing"].format(missing=len(without_definition(world)), all=len(world.glossary))
    blocks: list[Block] = [Paragraph(missing), Paragraph(DA["terms.formed"], is_note=True)]
    for group, ids in groups(world).items():
        title = DA[f"terms.{group}"]
        columns = (DA["terms.term"], *(DA[f"terms.{key}"] for key in ("definition", "synonyms")), DA["source"])
        rows = tuple(term_row(world, name) for name in ids)
        table = Table(title, (*columns, DA["terms.identifier"]), rows)
        blocks += [Heading(title), table_or(DA["missing.none"], table)]
    return Document("3-begreber-og-basisdata", DA["step.3"], DA["terms.title"], DA["terms.lead"], tuple(blocks))


def groups(world: World) -> dict[str, list[str]]:
    """Return the ids of terms by group, each in one group."""
    members: dict[str, tuple[str, ...]] = {
        "actors": tuple(world.actors),
        "roles": tuple(world.roles),
        "data_types": tuple(world.data_types),
        "case_types": tuple(world.case_types),
        "phases": (*world.phases, *world.steps),
    }
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for group, ids in members.items():
        found[group] = [name for name in dict.fromkeys(ids) if name in world.glossary and name not in taken]
        taken |= set(found[group])
    return {**found, "words": [name for name in world.glossary if name not in taken]}


def term_row(world: World, name: str) -> tuple[Cell, ...]:
    """Return what the five rules ask of a term."""
    term = world.glossary[name]
    return (
        Said(term.da, term.en),
        definition(world, name, term),
        ", ".join(term.synonyms),
        source_of(world, name, term),
        name,
    )


def definition(world: World, name: str, term: Term) -> Cell:
    """Return the definition that a source gives; of actors, roles and data types else the one that their data form."""
    if term.definition:
        return Said(en=term.definition)
    if name in world.actors:
        actor = world.actors[name]
        words = {"domain": world.domains[actor.domain].da, "sector": SECTORS[actor.sector]}
        return DA["terms.actor_definition"].format(**words)
    if name in world.roles:
        return DA["terms.role_definition"].format(actor=names.actor(world, world.roles[name].actor).da)
    return formed(world, world.data_types[name]) if name in world.data_types else ""


def formed(world: World, kind: DataType) -> str:
    """Return a definition of a data type: its form, domain, holders and system."""
    domain = world.domains[kind.domain].da
    words = DA["terms.data_definition"].format(form=DATA_FORMS[kind.form], domain=domain)
    if kind.held_by:
        words += DA["terms.held"].format(holders=names.actors(world, kind.held_by))
    if kind.system:
        words += DA["terms.in_system"].format(system=world.systems[kind.system].title.da)
    return words[:1].upper() + words[1:]


def source_of(world: World, name: str, term: Term) -> str:
    """Return where a term comes from: its own source, else those of the actor or data type."""
    kind, actor = world.data_types.get(name), world.actors.get(name)
    ids = (term.source, kind.source if kind else None, *(actor.named_in if actor else ()))
    found = (world.sources[one] for one in ids if one)
    return ", ".join(dict.fromkeys(one.code or one.title for one in found))


def without_definition(world: World) -> tuple[str, ...]:
    """Return the terms for which no source gives a definition."""
    return tuple(name for name, term in world.glossary.items() if not term.definition)
