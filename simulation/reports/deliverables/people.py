"""Personas as cards, and the target group with the actors around it."""

from collections.abc import Iterator, Mapping

from simulation.model.persona import Persona
from simulation.model.world import World
from simulation.reports.deliverables import amounts, names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.danish_fields import SECTORS
from simulation.reports.deliverables.document import Card, Cards, Cell, Document, Heading, Paragraph, Table
from simulation.reports.deliverables.material import Material
from simulation.reports.deliverables.sharing_needs import actors_in_use
from simulation.values.quantity import Quantity


def personas(material: Material) -> Document:
    """Return one card per persona."""
    cards = Cards(tuple(card_of(material.as_is, one) for one in material.as_is.personas.values()))
    lead = DA["people.lead"].format(course=material.title)
    return Document("3-personas", DA["step.3"], DA["people.title"], lead, (Heading(DA["people.title"]), cards))


def card_of(world: World, persona: Persona) -> Card:
    """Return a persona at a glance; what is not known of it is left out."""
    facts = tuple((DA[f"people.{key}"], cell) for key, cell in facts_of(world, persona) if cell)
    return Card(persona.title, names.said(persona.story), facts)


def facts_of(world: World, persona: Persona) -> Iterator[tuple[str, Cell]]:
    """Yield what the data say of a persona, by key of its Danish words."""
    yield "age", str(persona.age)
    yield "case_type", names.said(world.case_types[persona.case_type].title)
    yield "group", names.worded(world, persona.group) if persona.group else ""
    yield "motive", names.said(persona.motive)
    yield "difficulty", names.said(persona.difficulty) if persona.difficulty else ""
    yield "involves", names.actors(world, persona.involves)
    yield "may_involve", with_shares(world, persona.may_involve)
    yield "has", names.data_types(world, persona.has)
    yield "may_have", with_shares(world, persona.may_have)
    yield "critical", names.data_types(world, persona.critical)
    yield "overview", amounts.in_words(persona.overview)
    yield "willing", amounts.in_words(persona.willing)
    yield "willing_for", with_shares(world, persona.willing_for)
    yield "excludes", with_shares(world, persona.excludes)
    yield "forgets", names.actors(world, persona.forgets)
    yield "states", ", ".join(world.states[side].states[state].da for side, state in persona.states.items())
    yield "life", with_shares(world, persona.life)


def with_shares(world: World, shares: Mapping[str, Quantity]) -> str:
    """Return things with the number that goes with each, with commas between."""
    pattern = DA["people.share"]
    return "; ".join(
        pattern.format(name=names.worded(world, name), share=amounts.in_words(share)) for name, share in shares.items()
    )


def target_group(material: Material) -> Document:
    """Return who the course is about, and which actors could take part in a trial."""
    world = material.as_is
    blocks = (
        Paragraph(names.said(world.course.summary)),
        Heading(DA["target.people"]),
        people_table(world),
        Heading(DA["target.actors"]),
        Paragraph(DA["target.actors_intro"]),
        actors_table(world),
    )
    lead = DA["target.lead"].format(course=material.title)
    return Document("2-maalgruppe-og-aktoerer", DA["step.2"], DA["target.title"], lead, blocks)


def people_table(world: World) -> Table:
    """Return the personas with their case type and how many actors they meet."""
    keys = (
        "target.person",
        "people.case_type",
        "people.motive",
        "people.difficulty",
        "target.count",
        "target.count_may",
    )
    rows = tuple(
        (
            one.title,
            names.said(world.case_types[one.case_type].title),
            names.said(one.motive),
            names.said(one.difficulty),
            str(len(one.involves)),
            str(len(one.may_involve)),
        )
        for one in world.personas.values()
    )
    return Table(DA["target.people"], tuple(DA[key] for key in keys), rows, numbers=(4, 5))


def actors_table(world: World) -> Table:
    """Return the actors of the course with their roles, how many personas they meet, and where they are named."""
    keys = ("actor", "sector", "domain", "target.role", "target.personas", "target.named", "target.chosen")
    return Table(
        DA["target.actors"],
        tuple(DA[key] for key in keys),
        tuple(actor_row(world, name) for name in actors_in_use(world)),
        numbers=(4,),
        blanks=(6,),
    )


def actor_row(world: World, name: str) -> tuple[Cell, ...]:
    """Return what the table of actors says of one."""
    found = world.actors[name]
    roles = ", ".join(role.title.da for role in world.roles.values() if role.actor == name)
    meets = sum(name in (*one.involves, *one.may_involve) for one in world.personas.values())
    named = ", ".join(world.sources[one].code or world.sources[one].title for one in found.named_in)
    return (
        names.said(found.title),
        SECTORS[found.sector],
        names.said(world.domains[found.domain]),
        roles,
        str(meets),
        named or DA["own"],
        "",
    )
