"""To-Be: shared goals, which scenario has which proposal, and what each proposal changes from what to what."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import ValidationError

from simulation.model.files import Intervention
from simulation.model.goals import GoalKind
from simulation.reading.changes import LedgerEntry
from simulation.reading.quantities import is_quantity
from simulation.reading.scenario import Scenario
from simulation.reading.tree import Plain
from simulation.reports.deliverables import amounts, names, paths
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.danish_fields import GOAL_KINDS, VERBS
from simulation.reports.deliverables.document import Block, Cell, Document, Heading, Paragraph, Said, Table, table_or
from simulation.reports.deliverables.goals import goal_row
from simulation.reports.deliverables.material import Material
from simulation.values.quantity import Quantity


def to_be(material: Material) -> Document:
    """Return the shared goals and the proposals of all scenarios of the course."""
    blocks: list[Block] = [Heading(GOAL_KINDS[GoalKind.SHARED_FUTURE]), future_goals(material)]
    blocks += [Heading(DA["tobe.which"]), Paragraph(DA["tobe.warning"], is_note=True), which(material)]
    for scenario in material.to_be:
        if scenario.world.uptake:
            uptake = amounts.in_words(scenario.world.uptake)
            blocks += [Paragraph(DA["tobe.uptake"].format(scenario=scenario.file.title.da, uptake=uptake))]
    for proposal, scenario in material.proposals():
        blocks += proposal_blocks(material, proposal, scenario)
    for scenario in material.to_be:
        blocks += own_changes(scenario)
    lead = DA["tobe.lead"].format(course=material.title)
    return Document("4-to-be-maal-og-processer", DA["step.4"], DA["tobe.title"], lead, tuple(blocks))


def future_goals(material: Material) -> Block:
    """Return the goals that the actors are to share, those of proposals too."""
    worlds = [material.as_is, *(scenario.world for scenario in material.to_be)]
    found = {name: (world, goal) for world in worlds for name, goal in world.goals.items()}
    rows = tuple(goal_row(world, goal) for world, goal in found.values() if goal.kind == GoalKind.SHARED_FUTURE)
    columns = (DA["goals.goal"], DA["goals.whose"], DA["source"], DA["because"])
    return table_or(DA["goals.none"], Table(GOAL_KINDS[GoalKind.SHARED_FUTURE], columns, rows))


def which(material: Material) -> Block:
    """Return the proposals with what they answer, and the scenarios that have them."""
    columns = (DA["tobe.proposal"], DA["tobe.needs"], *(one.file.title.da for one in material.to_be))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Said(title_of(proposal), proposal.title.en),
            ", ".join((*proposal.needs, *proposal.effects)),
            *(DA["yes"] if proposal in scenario.interventions else DA["no"] for scenario in material.to_be),
        )
        for proposal, _ in material.proposals()
    )
    return table_or(DA["tobe.none"], Table(DA["tobe.which"], columns, rows))


def title_of(proposal: Intervention) -> str:
    """Return a proposal with its code in front."""
    return DA["tobe.about"].format(code=proposal.code, title=proposal.title.da)


def proposal_blocks(material: Material, proposal: Intervention, scenario: Scenario) -> Iterator[Block]:
    """Yield what a proposal is, who pays, what it leaves alone, and its changes."""
    about = (
        ("summary", names.said(proposal.summary)),
        ("needs", ", ".join((*proposal.needs, *proposal.effects))),
        ("pays", names.said(proposal.pays)),
        ("unchanged", names.said(proposal.unchanged)),
        ("note", names.said(proposal.note)),
        ("where", names.source(scenario.world, proposal.source, proposal.where)),
    )
    title = title_of(proposal)
    yield Heading(title)
    rows = tuple((DA[f"tobe.{key}"], cell) for key, cell in about)
    yield Table(title, (DA["tasks.property"], DA["missing.what"]), rows)
    yield Paragraph(DA["tobe.changes_in"].format(scenario=scenario.file.title.da))
    caption = DA["tobe.changes"].format(code=proposal.code, title=proposal.title.da)
    yield ledger_table(caption, material, scenario, material.ledger(proposal, scenario))


def own_changes(scenario: Scenario) -> Iterator[Block]:
    """Yield what a scenario changes beside its proposals, where it does."""
    entries = tuple(entry for entry in scenario.ledger if entry.origin == scenario.file.id)
    if entries:
        title = DA["tobe.own_changes"].format(scenario=scenario.file.title.da)
        yield Heading(title)
        yield ledger_table(title, None, scenario, entries)


def ledger_table(caption: str, material: Material | None, scenario: Scenario, entries: Sequence[LedgerEntry]) -> Table:
    """Return changes from what to what, each with its reason."""
    columns = (*(DA[f"tobe.{key}"] for key in ("what", "verb", "from", "to")), DA["because"])
    return Table(caption, columns, tuple(ledger_row(material, scenario, entry) for entry in entries))


def ledger_row(material: Material | None, scenario: Scenario, entry: LedgerEntry) -> tuple[Cell, ...]:
    """Return one change; what was removed is called as it was before."""
    keys = entry.path.split(".")
    world = material.as_is if material and entry.new is None else scenario.world
    return (
        paths.in_words(world, keys),
        VERBS[entry.verb],
        shown(scenario, entry.old),
        shown(scenario, entry.new),
        entry.because,
    )


def shown(scenario: Scenario, value: Plain) -> str:
    """Return a value of the data files in words: a number with its unit, what is large by its title or its parts."""
    if value is None:
        return ""
    if is_quantity(value):
        return quantity_in_words(value)
    if isinstance(value, Mapping):
        title = value.get("title")
        if isinstance(title, Mapping):
            return str(title.get("da"))
        return ", ".join(part_in_words(scenario, str(key), part) for key, part in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(shown(scenario, part) for part in value)
    if isinstance(value, bool):
        return DA["yes"] if value else DA["no"]
    return amounts.figure(value) if isinstance(value, int | float) else names.worded(scenario.world, str(value))


def part_in_words(scenario: Scenario, key: str, value: Plain) -> str:
    """Return an entry of a mapping with its number."""
    pattern = DA["people.share"]
    return pattern.format(name=names.worded(scenario.world, key), share=shown(scenario, value))


def quantity_in_words(value: Plain) -> str:
    """Return a number of the data files with its unit, nothing where it is none after all."""
    try:
        return amounts.in_words(Quantity.model_validate(value))
    except ValidationError:
        return ""
