"""Tasks on mock-up screens: what a participant tries, and when that has succeeded."""

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from simulation.model.amounts import Length
from simulation.model.text import Id, Text
from simulation.values.base import Frozen


class ReachScreen(Frozen):
    """Succeeds when another screen is reached."""

    rule: Literal["reach"]
    """Which rule it is (S)."""
    screen: Id
    """The screen to reach."""


class RightAnswer(Frozen):
    """Succeeds when exactly what is right is chosen. What is right is worked out from what the actor knows."""

    rule: Literal["answer"]
    """Which rule it is (A)."""
    question: Text
    """What is asked."""
    choose: Literal["actors", "data_types", "domains"]
    """What there is to choose from."""
    right: Literal[
        "known", "has", "waiting", "missing", "not_asked", "changed", "not_received", "covered", "told_again"
    ]
    """Which of them are right, by what the actor sees: known, has something from, waits for, and so on.

    `told_again`: who asked about something that had been told to another.
    """
    among: tuple[Id, ...] = ()
    """Data types that there are to choose from; all of the course where left out."""
    last_days: Annotated[StrictInt, Field(ge=1, le=400)] = 14
    """For `changed`: how far back."""
    also: Text | None = None
    """A sentence that must be chosen as well, such as that there may be more."""


class Written(Frozen):
    """Succeeds when a form is complete."""

    rule: Literal["written"]
    """Which rule it is (W)."""
    form: Id
    """Form of this screen."""
    at_least_words: Annotated[StrictInt, Field(ge=1, le=200)] = 1
    """Words that each long field needs."""
    choices: dict[Id, tuple[Id, ...]] = {}
    """Field to the options that must be chosen, no more and no less."""


class Understood(Frozen):
    """Succeeds when a second participant, who sees only what was handed over, understands what the first meant."""

    rule: Literal["understood"]
    """Which rule it is (C)."""
    form: Id
    """Form of this screen with what is handed over."""
    questions: dict[Id, Text]
    """Field of the form to the question about it; right is the choice the writer made."""


class Task(Frozen):
    """One task."""

    id: Id
    """Name of the task on this screen."""
    text: Text
    """What to do, in one or two sentences."""
    success: Annotated[ReachScreen | RightAnswer | Written | Understood, Field(discriminator="rule")]
    """When it has succeeded."""
    time: Length | None = None
    """Time it may take, as information."""
