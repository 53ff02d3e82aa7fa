"""Fictitious citizens, one kind per file."""

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from simulation.model.amounts import OneShare, Rate, Weight
from simulation.model.text import Id, Text, Words
from simulation.values.base import Frozen


class Persona(Frozen):
    """A kind of citizen. Every person is made up."""

    format: Literal[1]
    """Version of the file format."""
    id: Id
    """First name and age."""
    title: Words
    """Name and age as shown."""
    fictitious: Literal[True]
    """Says that the person is made up; nothing else is accepted."""
    age: Annotated[StrictInt, Field(ge=0, le=110)]
    """Age in years."""
    story: Text
    """Two or three sentences."""
    motive: Text
    """What the citizen wants."""
    difficulty: Text | None = None
    """What makes the course hard."""
    case_type: Id
    """Case type of the course."""
    group: Id | None = None
    """Target group."""
    weight: Weight
    """How often the persona arrives, relative to the profile's rate."""
    tags: tuple[Id, ...] = ()
    """Traits that conditions and factors look at."""
    enters_at: Id | None = None
    """First step, where the citizen enters later in the course."""
    involves: tuple[Id, ...] = ()
    """Actors that every such citizen is involved with."""
    may_involve: dict[Id, OneShare] = {}
    """Further actors, with the share of such citizens involved."""
    has: tuple[Id, ...] = ()
    """Data types that exist for every such citizen, where a holder is involved."""
    may_have: dict[Id, OneShare] = {}
    """Further data types, with the share of such citizens for whom they exist."""
    critical: tuple[Id, ...] = ()
    """Data types critical for this citizen beyond the case type's."""
    overview: OneShare
    """Share of own holders the citizen remembers."""
    forgets: tuple[Id, ...] = ()
    """Actors the citizen never remembers."""
    willing: OneShare
    """Share of remembered holders the citizen tells of."""
    willing_for: dict[Id, OneShare] = {}
    """Actor to willingness, where it differs."""
    excludes: dict[Id, OneShare] = {}
    """Domain to share that leaves it out of the consent, where it differs."""
    excludes_towards: dict[Id, dict[Id, OneShare]] = {}
    """Receiver to domain to share that leaves just this out of the consent."""
    states: dict[Id, Id] = {}
    """Side of life to state at opening, where it differs."""
    life: dict[Id, Rate] = {}
    """Life event to rate per year, where it differs."""
    chances: dict[Id, OneShare] = {}
    """Life event to share of times that it happens, where it differs."""
