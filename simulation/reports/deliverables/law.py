"""Legal basis: who may give whom what and for which purpose, rule sets, and where consent is asked."""

from collections.abc import Iterable

from simulation.model.landscape import LegalBasis
from simulation.model.steps import ConsentStep
from simulation.model.world import World
from simulation.reports.deliverables import amounts, names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.document import Block, Cell, Document, Heading, Paragraph, Table, table_or
from simulation.reports.deliverables.material import Material


def law(material: Material) -> Document:
    """Return the rules of sharing, the rule sets and the consents of the course."""
    world = material.as_is
    rule_set = world.rule_sets[world.setting.rule_set].title.da
    blocks: list[Block] = [
        Heading(DA["law.table"]),
        Paragraph(DA["law.precedence"]),
        basis_table(world),
        Heading(DA["law.rules"]),
        rules_table(world, DA["law.rules_table"].format(rule_set=rule_set)),
        Heading(DA["law.consents"]),
        consents_table(world),
    ]
    if world.gathering and world.gathering.sensitive_domains:
        domains = ", ".join(world.domains[name].da for name in world.gathering.sensitive_domains)
        blocks += [Paragraph(DA["law.sensitive"].format(domains=domains), is_note=True)]
    return Document("3-lovgrundlag", DA["step.3"], DA["law.title"], DA["law.lead"], tuple(blocks))


def basis_table(world: World) -> Table:
    """Return the rules, those that take precedence first."""
    keys = ("rule", "givers", "receivers", "purposes", "consent")
    columns = (*(DA[f"law.{key}"] for key in keys), DA["source"], DA["because"])
    ordered = sorted(world.legal_basis.values(), key=lambda rule: -rule.precedence)
    return Table(DA["law.table"], columns, tuple(basis_row(world, rule) for rule in ordered))


def basis_row(world: World, rule: LegalBasis) -> tuple[Cell, ...]:
    """Return one rule."""
    consent = DA["law.never"] if rule.never else DA["yes"] if rule.needs_consent else DA["no"]
    return (
        names.said(rule.title),
        names.actors(world, rule.givers) or DA["any"],
        names.actors(world, rule.receivers) or DA["any"],
        worded(world, rule.purposes) or DA["any"],
        consent,
        names.source(world, rule.source) or DA["law.reading"],
        rule.because or "",
    )


def worded(world: World, ids: Iterable[str]) -> str:
    """Return purposes in words, with commas between."""
    return ", ".join(names.worded(world, one) for one in ids)


def rules_table(world: World, caption: str) -> Table:
    """Return the rule sets, and whether their text was checked."""
    columns = (DA["law.rules"], DA["law.verified"], DA["source"], DA["because"])
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            names.said(one.title),
            DA["yes"] if one.verified else DA["no"],
            names.source(world, one.source),
            one.because or "",
        )
        for one in world.rule_sets.values()
    )
    return Table(caption, columns, rows)


def consents_table(world: World) -> Block:
    """Return the steps at which the citizen is asked for consent."""
    columns = (DA["step"], DA["who"], *(DA[f"law.{key}"] for key in ("delay", "refused", "excluded")))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            names.said(step.title),
            world.roles[step.by].title.da,
            amounts.in_words(step.delay),
            amounts.in_words(step.refused),
            ", ".join(
                DA["people.share"].format(name=world.domains[domain].da, share=amounts.in_words(share))
                for domain, share in step.excluded.items()
            ),
        )
        for step in world.steps.values()
        if isinstance(step, ConsentStep)
    )
    return table_or(DA["law.no_consents"], Table(DA["law.consents_table"], columns, rows))
