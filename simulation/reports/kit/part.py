"""What the print kit is made from, and what a part of it is: sheets of one size, ready to be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from simulation.model.text import Text
from simulation.model.world import World
from simulation.reading.scenario import Scenario
from simulation.reports.kit.words import Words
from simulation.values.wording import Lang

FEWEST = 5
"""Answers of a group with fewer people are never shown alone."""


class Paper(StrEnum):
    """A size of paper and how it lies, as CSS names it."""

    A3 = "A3 landscape"
    A4 = "A4 portrait"
    A4_LANDSCAPE = "A4 landscape"


@dataclass(frozen=True)
class Kit:
    """What all parts are made from."""

    scenario: Scenario
    as_is: World
    """The course as it is today."""
    lang: Lang
    version: str
    """Version of the program."""
    address: str | None = None
    """Address of the app in the room."""

    @property
    def words(self) -> Words:
        """Speaks the language of the kit."""
        return Words(self.lang)

    @property
    def to_be(self) -> World | None:
        """The course with all changes of the scenario, None where it makes none."""
        return self.scenario.world if self.scenario.ledger else None

    @property
    def course(self) -> str:
        """What the course is called."""
        return self.said(self.as_is.course.title)

    def said(self, text: Text) -> str:
        """Return a text of the data in the language of the kit."""
        return text.in_language(self.lang)


@dataclass(frozen=True)
class Part:
    """One file of the kit."""

    key: str
    """Key of its words; its template has the same name."""
    paper: Paper
    sheets: Sequence[object]
    """What is on each sheet of paper, as its template wants it."""
    flows: bool = False
    """Whether the browser makes the pages, so that their number is not known here."""
    more: Mapping[str, object] = field(default_factory=dict)
    """What its template wants beside the sheets."""
