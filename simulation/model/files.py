"""The headers of intervention, profile and scenario files. Their `changes` are read by `reading`."""

from typing import Any, Literal

from simulation.model.amounts import Count, FollowUp, Gap, Period, ShareWithMiddle
from simulation.model.landscape import Day
from simulation.model.text import Id, SomeIds, Text, Words
from simulation.model.world import Approval
from simulation.values.base import Frozen


class Intervention(Frozen):
    """One proposal: a small file of changes to the world as it is."""

    format: Literal[1]
    """Version of the file format."""
    id: Id
    """Name of the proposal."""
    code: Words
    """Short code, "P1"."""
    title: Text
    """What it is called."""
    summary: Text
    """What is proposed."""
    source: Id
    """Where it is proposed."""
    where: Words
    """Place in the source."""
    courses: SomeIds
    """Courses it fits."""
    needs: tuple[Words, ...] = ()
    """Needs of the analysis it answers, "N1"."""
    effects: tuple[Words, ...] = ()
    """Effects it should be seen in, "E1"."""
    pays: Text
    """New work, and who does it."""
    unchanged: Text
    """What it must not move."""
    not_with: tuple[Id, ...] = ()
    """Interventions it cannot be combined with."""
    note: Text | None = None
    """What a reader must know."""
    changes: tuple[dict[str, Any], ...]
    """Changes, each one verb on one path with a because."""


class ProfileFile(Frozen):
    """A municipality: its size and what it sets."""

    format: Literal[1]
    """Version of the file format."""
    id: Id
    """Name of the profile."""
    title: Text
    """What it is called."""
    arrivals_every: Gap
    """Time between cases of one persona of weight 1."""
    inhabitants: Count | None = None
    """Size."""
    changes: tuple[dict[str, Any], ...] = ()
    """What the profile sets, such as staff."""


class ScenarioFile(Frozen):
    """A course under one set of interventions."""

    format: Literal[1]
    """Version of the file format."""
    id: Id
    """Name of the scenario."""
    title: Text
    """What it is called."""
    course: Words
    """Shipped course or path of a course file, relative to this file."""
    profile: Words
    """Shipped profile or path of a profile file, relative to this file."""
    personas: tuple[Words, ...] = ()
    """Personas of the course that arrive; all where left out."""
    version: Words
    """Version of this file."""
    status: Literal["draft", "in_review", "approved"]
    """How far it has come."""
    reviews: tuple[Approval, ...] = ()
    """Reviews so far."""
    rule_set: Id
    """Rules of law that hold."""
    start: Day
    """Date of minute 0."""
    warm_up: Period
    """Time before cases are observed."""
    follow_up: FollowUp
    """Time every observed citizen is followed."""
    interventions: tuple[Words, ...] = ()
    """Shipped interventions or paths, relative to this file."""
    uptake: ShareWithMiddle | None = None
    """Share of actors that take up the interventions; the landscape's where left out."""
    changes: tuple[dict[str, Any], ...] = ()
    """Further changes of this scenario alone."""
