"""Fields of forms on mock-up screens."""

from enum import StrEnum
from typing import Literal

from simulation.model.text import Id, Text, YesNo
from simulation.values.base import Frozen


class FieldInput(StrEnum):
    """How a field of a form is filled in."""

    SHORT = "short"
    LONG = "long"
    ONE_OF = "one_of"
    SOME_OF = "some_of"
    CONFIRM = "confirm"


class Stop(Frozen):
    """How an answer in a form stops sharing: the page offers to play the course again from that day without it."""

    field: Id
    """Field with the answer."""
    all: Id
    """Option that stops all sharing."""
    some: Id
    """Option that stops the areas that are chosen in another field."""
    areas: Id
    """That field; its options are areas."""


class FormField(Frozen):
    """One field of a form."""

    id: Id
    """Name of the field on this screen."""
    label: Text
    """What is asked for."""
    input: FieldInput
    """How it is filled in."""
    options: dict[Id, Text] = {}
    """What there is to choose from, by id."""
    options_from: Literal["domains", "actors", "phases", "data_types"] | None = None
    """What there is to choose from, instead of `options`."""
    from_data: Id | None = None
    """Data type that fills the field beforehand, with its source and date; to be confirmed instead of retyped."""
    required: YesNo = False
    """Whether it must be filled in."""
