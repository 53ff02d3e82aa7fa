"""What the documents do not cover, as far as the data tell, and which deliverables data cannot give."""

from collections import Counter
from collections.abc import Iterable, Sequence

from simulation.model.data_types import DataType
from simulation.model.world import World
from simulation.reports.assumptions import quantities_of
from simulation.reports.deliverables import names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.danish_fields import KINDS
from simulation.reports.deliverables.document import Block, Cell, Document, Heading, Table
from simulation.reports.deliverables.goals import without_goal
from simulation.reports.deliverables.material import Material
from simulation.reports.deliverables.network import linked
from simulation.reports.deliverables.sharing_needs import data_types_in_use
from simulation.reports.deliverables.terms import without_definition
from simulation.values.quantity import Evidence

NO_CODE = DataType.model_fields["kle"].default
DELIVERABLES = ("1", "2", "3", "4", "5", "6", "7", "8")
Gap = tuple[str, Sequence[str], int]
"""Key of the words, what is missing by its Danish names, and of how many."""


def not_covered(material: Material) -> Document:
    """Return the list of what is not covered."""
    world = material.as_is
    gaps = [*of_data(world), *of_landscape(world), *of_course(world)]
    columns = tuple(DA[f"missing.{key}"] for key in ("what", "count", "of", "which"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (DA[f"missing.{key}"], str(len(which)), str(of), which_in_words(which, of)) for key, which, of in gaps
    )
    deliverables = tuple((DA[f"missing.{number}"], DA[f"missing.{number}.why"]) for number in DELIVERABLES)
    heads = (DA["missing.deliverable"], DA["missing.reason"])
    blocks: tuple[Block, ...] = (
        Heading(DA["missing.summary"]),
        Table(DA["missing.summary"], columns, rows, numbers=(1, 2)),
        Heading(DA["missing.numbers"]),
        evidence_table(world),
        Heading(DA["missing.deliverables"]),
        Table(DA["missing.deliverables"], heads, deliverables),
    )
    lead = DA["missing.lead"].format(course=material.title)
    return Document("ikke-daekket", DA["step.all"], DA["missing.title"], lead, blocks)


def which_in_words(which: Sequence[str], of: int) -> str:
    """Return names with commas between; that it is all of them, or none."""
    if not which:
        return DA["missing.none"]
    return DA["any"] if len(which) == of else ", ".join(which)


def of_data(world: World) -> list[Gap]:
    """Return what is not known of the data types that the course uses."""
    in_use = data_types_in_use(world)
    used = {name: kind for name, kind in world.data_types.items() if name in in_use}
    lacking = {
        "kle": [name for name, kind in used.items() if kind.kle == NO_CODE],
        "standard": [name for name, kind in used.items() if not kind.standard],
        "quality": [name for name, kind in used.items() if not kind.quality],
        "data_source": [name for name, kind in used.items() if not kind.source],
    }
    gaps: list[Gap] = [
        (key, [names.data_type(world, one) for one in which], len(used)) for key, which in lacking.items()
    ]
    unused = [names.data_type(world, name) for name in world.data_types if name not in in_use]
    return [*gaps, ("unused", unused, len(world.data_types))]


def of_landscape(world: World) -> list[Gap]:
    """Return what is not known of actors, systems, terms and law."""
    actors = [one.title.da for one in world.actors.values() if not one.named_in]
    systems = [one.title.da for one in world.systems.values() if not one.source]
    alone = [one.title.da for name, one in world.systems.items() if name not in linked(world)]
    synonyms = [term.da for term in world.glossary.values() if not term.synonyms]
    law = [one.title.da for one in world.legal_basis.values() if not one.source]
    rules = [one.title.da for one in world.rule_sets.values() if not one.verified]
    return [
        ("actors", actors, len(world.actors)),
        ("systems", systems, len(world.systems)),
        ("integrations", alone, len(world.systems)),
        ("terms", [world.glossary[name].da for name in without_definition(world)], len(world.glossary)),
        ("synonyms", synonyms, len(world.glossary)),
        ("law", law, len(world.legal_basis)),
        ("rules", rules, len(world.rule_sets)),
    ]


def of_course(world: World) -> list[Gap]:
    """Return what is not documented of steps and goals."""
    reasoned = [one.title.da for one in world.steps.values() if one.basis == "reasoned"]
    doing = {names.actor_of(world, names.doer_of(world, step)) for step in world.steps.values()} - {None}
    goals = [names.actor(world, name).da for name in without_goal(world)]
    return [("steps", reasoned, len(world.steps)), ("goals", goals, len(doing))]


def evidence_table(world: World) -> Table:
    """Return how many numbers of the course rest on what."""
    counted = Counter(quantity.kind for _, quantity in quantities_of(world))
    return Table(
        DA["missing.numbers"],
        (DA["missing.evidence"], DA["missing.count"]),
        tuple((KINDS[kind], str(counted[kind])) for kind in ordered(counted)),
        numbers=(1,),
    )


def ordered(kinds: Iterable[Evidence]) -> list[Evidence]:
    """Return kinds of evidence, the firmest first."""
    return [kind for kind in Evidence if kind in set(kinds)]
