"""Mock-up screens as data: which system they look like, who uses them, and what they show of a simulated course.

A screen never holds a value of a case. It says what to show; the log of the course says what there is.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from simulation.model.screen_elements import AnyElement
from simulation.model.screen_tasks import Task
from simulation.model.text import Id, SomeIds, Text, Words, YesNo
from simulation.values.base import Frozen


class Look(StrEnum):
    """The kind of system a screen looks like; none looks like a product."""

    JOB_SYSTEM = "job_system"
    MAIL = "mail"
    CERTIFICATE_INBOX = "certificate_inbox"
    RECORD_SYSTEM = "record_system"
    GP_SYSTEM = "gp_system"
    CARE_RECORD = "care_record"
    MEETING_PORTAL = "meeting_portal"
    CITIZEN_PAGE = "citizen_page"
    PHONE = "phone"


class Typical(Frozen):
    """When a screen has something to judge: from the day on which one of these lies before who sits there.

    Either `data_types` or `shows` is given.
    """

    data_types: tuple[Id, ...] = ()
    """Data types; the first that ever lies there decides the day."""
    shows: Id | None = None
    """Messages, or requests received, of this screen, instead of data types: their first row decides the day."""
    before: Text
    """Said on the screen until then: why it is empty, and which kind of empty that is."""


class Screen(Frozen):
    """One mock-up screen."""

    format: Literal[1]
    """Version of the file format."""
    id: Id
    """Name of the screen; the file is called so."""
    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{0,7}$")]
    """Short code, "S01"."""
    title: Text
    """What it is called."""
    look: Look
    """The kind of system it looks like."""
    courses: SomeIds
    """Courses it can be filled from."""
    side: Literal["as_is", "to_be", "both"]
    """Whether it shows how it is, how it could be, or stands beside itself."""
    actors: SomeIds
    """Who uses it, the first by default; `citizen` for the citizen."""
    phase: Id
    """Phase of the course it is used in."""
    proposals: tuple[Words, ...] = ()
    """Codes of the proposals it shows, "P1"."""
    needs: tuple[Words, ...] = ()
    """Needs of the analysis, "N1"."""
    effects: tuple[Words, ...] = ()
    """Expected effects of the pilot, "E1"."""
    scenario: Id | None = None
    """Scenario of the course, or proposal alone, that it opens in; by `side` where left out."""
    typical: Typical | None = None
    """On which day and for which citizen it opens where nobody has chosen."""
    exists_today: YesNo = True
    """Whether something like it exists across sectors today; where not, the screen says so."""
    about: Text
    """What the screen is there to show, for the facilitator."""
    elements: tuple[AnyElement, ...]
    """What it is made of, in order."""
    tasks: tuple[Task, ...] = ()
    """What a participant tries on it."""
