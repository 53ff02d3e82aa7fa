"""The interview guide: questions per actor, and every assumed number to ask about."""

from collections.abc import Iterator, Sequence

from simulation.model.world import World
from simulation.reports.assumptions import quantities_of
from simulation.reports.deliverables import amounts, names, paths
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.document import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Points,
    Table,
    table_or,
)
from simulation.reports.deliverables.material import Material
from simulation.reports.deliverables.sharing_needs import SharingNeed, actors_in_use, data_types_in_use, sharing_needs
from simulation.values.quantity import Evidence, Quantity

EXPERIENCE = ("1", "2", "3", "4", "5", "6")
Numbers = Sequence[tuple[tuple[str, ...], Quantity]]


def interview_guide(material: Material) -> Document:
    """Return the questions to projects with experience and to each actor, with all assumed numbers."""
    world = material.as_is
    needs, in_use = sharing_needs(world), actors_in_use(world)
    numbers = assumed_by_actor(world)
    asked = [*in_use, *(name for name in world.actors if name in numbers and name not in in_use)]
    blocks: list[Block] = [
        Heading(DA["guide.experience"]),
        Paragraph(DA["guide.experience_intro"]),
        Points(tuple(DA[f"guide.experience.{number}"] for number in EXPERIENCE)),
        Paragraph(DA["guide.numbers_how"], is_note=True),
    ]
    for name in asked:
        blocks += [Heading(names.actor(world, name)), *questions(world, name, needs)]
        blocks += [numbers_table(world, names.actor_with_code(world, name), numbers.get(name, ()))]
    blocks += [Heading(DA["guide.across"]), Paragraph(DA["guide.across_intro"])]
    blocks += [numbers_table(world, DA["guide.across"], numbers.get("", ()))]
    lead = DA["guide.lead"].format(course=material.title)
    return Document("1-spoergeguide", DA["step.1"], DA["guide.title"], lead, tuple(blocks))


def questions(world: World, name: str, needs: Sequence[SharingNeed]) -> Iterator[Block]:
    """Yield what an actor is asked about goals, work, documentation and sharing."""
    goals = [names.said(goal.text) for goal in world.goals.values() if goal.actor == name]
    steps = [
        names.said(step.title)
        for step in world.steps.values()
        if names.actor_of(world, names.doer_of(world, step)) == name
    ]
    yield from asked("goals", goals)
    yield from asked("processes", steps)
    yield from asked("documentation", kept(world, name))
    yield Heading(DA["guide.sharing"], is_minor=True)
    yield from listed("sharing_needs", by_type(world, [need for need in needs if need.receiver == name], "giver"))
    yield from listed("sharing_gives", by_type(world, [need for need in needs if need.giver == name], "receiver"))


def asked(key: str, items: Sequence[Cell]) -> Iterator[Block]:
    """Yield a heading and a question about what is known, or an open question where nothing is."""
    yield Heading(DA[f"guide.{key}"], is_minor=True)
    yield Paragraph(DA[f"guide.{key}_known" if items else f"guide.{key}_open"])
    if items:
        yield Points(tuple(items))


def listed(key: str, items: Sequence[Cell]) -> Iterator[Block]:
    """Yield a question about what is known, or an open question where nothing is."""
    yield Paragraph(DA[f"guide.{key}" if items else f"guide.{key}_open"])
    if items:
        yield Points(tuple(items))


def kept(world: World, name: str) -> list[Cell]:
    """Return the data types of the course that an actor keeps, and in which system."""
    in_use = data_types_in_use(world)
    held = [
        (data_type, kind)
        for data_type, kind in world.data_types.items()
        if name in kind.held_by and data_type in in_use
    ]
    return [
        DA["guide.documentation_item"].format(
            data_type=names.data_type(world, data_type),
            system=world.systems[kind.system].title.da if kind.system else DA["guide.no_system"],
        )
        for data_type, kind in held
    ]


def by_type(world: World, needs: Sequence[SharingNeed], side: str) -> list[Cell]:
    """Return needs as one line per data type, with all givers or receivers."""
    key = "guide.sharing_item" if side == "giver" else "guide.gives_item"
    found = dict.fromkeys(need.data_type for need in needs)
    lines: list[Cell] = []
    for data_type in found:
        others = dict.fromkeys(getattr(need, side) for need in needs if need.data_type == data_type)
        words = names.actors(world, others)
        lines.append(DA[key].format(data_type=names.data_type(world, data_type), givers=words, receivers=words))
    return lines


def assumed_by_actor(world: World) -> dict[str, list[tuple[tuple[str, ...], Quantity]]]:
    """Return every assumed number with its path, by the actor that knows it best ("" where none does)."""
    found: dict[str, list[tuple[tuple[str, ...], Quantity]]] = {}
    for path, quantity in quantities_of(world):
        if quantity.kind == Evidence.ASSUMED:
            found.setdefault(paths.owner_of(world, path), []).append((path, quantity))
    return found


def numbers_table(world: World, title: str, numbers: Numbers) -> Block:
    """Return a table of assumed numbers with room for three answers."""
    heads = ("number", "model", "because", "low", "mode", "high")
    columns = tuple(DA["because"] if head == "because" else DA[f"guide.{head}"] for head in heads)
    rows = tuple(
        (paths.in_words(world, path), amounts.in_words(quantity), quantity.because or "", "", "", "")
        for path, quantity in numbers
    )
    caption = DA["guide.numbers"].format(actor=title)
    return table_or(DA["guide.no_numbers"], Table(caption, columns, rows, blanks=(3, 4, 5)))
