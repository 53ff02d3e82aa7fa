"""Persona cards: story and own goals, one sheet each.

What only the facilitator knows, who has which data, what the citizen would tell and what makes the course hard, is
left out on purpose.
"""

from dataclasses import dataclass

from simulation.model.persona import Persona
from simulation.reports.kit.part import Kit, Paper, Part


@dataclass(frozen=True)
class PersonaCard:
    """A persona as a table meets it."""

    title: str
    about: str
    """Kind of case."""
    story: str
    aims: str


def personas(kit: Kit) -> Part:
    """Return a card per persona."""
    return Part("personas", Paper.A4, [card_of(kit, one) for one in kit.as_is.personas.values()])


def card_of(kit: Kit, persona: Persona) -> PersonaCard:
    """Return the card of a persona."""
    case_type = kit.said(kit.as_is.case_types[persona.case_type].title)
    about = kit.words("people.about", case_type=case_type)
    return PersonaCard(persona.title, about, kit.said(persona.story), kit.said(persona.motive))
