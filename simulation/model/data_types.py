"""What can be known about a citizen: data types with form, holder, need and quality."""

from enum import StrEnum

from simulation.model.amounts import Duration, Length, Share
from simulation.model.text import Id, SomeIds, Text, Words, YesNo
from simulation.values.base import Frozen


class Form(StrEnum):
    """The nine recurring types of the analysis, and what the citizen tells."""

    SUMMARY = "summary"
    GRANT = "grant"
    STATUS = "status"
    CERTIFICATE = "certificate"
    RECORD_NOTE = "record_note"
    REGISTRATION = "registration"
    OVERVIEW = "overview"
    PLAN = "plan"
    CONSENT = "consent"
    TOLD = "told"


class Need(StrEnum):
    """How much the case needs it."""

    CRITICAL = "critical"
    RELEVANT = "relevant"
    BACKGROUND = "background"


class Writing(Frozen):
    """A data type that often must be written on request."""

    share: Share
    """Share of requests where nothing usable is on file."""
    delay: Duration
    """Time from the answer until it is written."""
    minutes: Duration
    """Work of writing at the holder."""


class Sooner(Frozen):
    """A shorter useful age in some states of life."""

    side: Id
    """Side of life."""
    states: SomeIds
    """States in which it holds."""
    at_most: Length
    """Oldest useful age then."""


class DataType(Frozen):
    """One kind of data about a citizen."""

    title: Text
    """What it is called."""
    code: Words | None = None
    """Short code, "d14"."""
    form: Form
    """Which of the recurring types it is."""
    domain: Id
    """Domain it belongs to; consent is given or withheld per domain."""
    held_by: tuple[Id, ...] = ()
    """Actors that keep it; empty where a step produces it or the citizen tells it."""
    system: Id | None = None
    """System it is kept in."""
    need: Need
    """How much an ordinary case needs it."""
    critical_for: tuple[Id, ...] = ()
    """Case types for which it is critical."""
    usable_for: Length | None = None
    """Oldest still usable age; any age where left out."""
    sooner: Sooner | None = None
    """A shorter age while the citizen is in a worse state."""
    writing: Writing | None = None
    """Given where it is often unwritten."""
    of_each_holder: YesNo = False
    """Whether each holder has one of its own, as with efforts and plans; else there is one truth about the citizen."""
    gathered: YesNo = True
    """Whether the gathering asks for it; certificates have steps of their own."""
    structured: YesNo = False
    """Whether it is structured data."""
    format: Words | None = None
    """Document, record, form ..."""
    quality: Words | None = None
    """What is known of its quality."""
    standard: Words | None = None
    """Standard it follows."""
    kle: Words = "ikke kodet"
    """KLE code, or "ikke kodet"."""
    source: Id | None = None
    """Where it is named; our own reconstruction where left out."""
