"""The observed citizens of one replication as screens show them: pictures day by day, messages, journey, story."""

from dataclasses import dataclass

from simulation.engine.kinds import Kind
from simulation.experiments.replication import Played
from simulation.measures.followed import followed
from simulation.measures.journey import Journey, PathPiece, journeys
from simulation.measures.messages import pointers_in, said_in
from simulation.measures.one_citizen import OneCitizen
from simulation.measures.snowball_picture import Node, is_repeated, pictures
from simulation.reports.story import Teller, Told
from simulation.reports.titles import CAUSES
from simulation.reports.wait_words import PLAIN_NEVER, WAITED, length
from simulation.values.causes import Cause
from simulation.values.wording import Lang

DAY = 1440
Version = tuple[int, Node]
"""From which day an actor is like this."""


@dataclass(frozen=True)
class ActorTitle:
    """An actor in words."""

    title: str
    domain: str
    domain_title: str


@dataclass(frozen=True)
class Line:
    """One message, call, look-up, telling or contact."""

    day: int
    sender: str
    receiver: str
    text: str
    channel: str
    minutes: int
    """Minutes of work it took, 0 where none are logged."""
    is_told_again: bool


@dataclass(frozen=True)
class Wait:
    """One piece of the path that decided how long the case took; times in days since opening."""

    lane: str
    start: float
    end: float
    cause: str
    minutes: int
    closed: int
    """Closed minutes inside started work."""
    text: str


@dataclass(frozen=True)
class Bar:
    """Time a lane is taken up, in days since opening."""

    lane: str
    start: float
    end: float
    is_request: bool
    title: str


@dataclass(frozen=True)
class Moment:
    """Something that happened in a moment."""

    lane: str
    at: float
    """Days since opening."""
    kind: Kind
    is_told_again: bool
    text: str


@dataclass(frozen=True)
class Case:
    """One citizen's case."""

    id: str
    """Persona and number, as in a file's name."""
    persona: str
    """Name and age."""
    number: int
    """Which of the persona's observed citizens, from 1."""
    days: int
    """Last day."""
    owner: str
    gathers: bool
    """Whether somebody gathers data; else the course is one of contacts."""
    seen: dict[str, tuple[Version, ...]]
    """Every change of each actor as those see it who do not know the truth."""
    true: dict[str, tuple[Version, ...]]
    """The same with the layer of truth, which only the facilitator is shown."""
    missing: tuple[tuple[int, str, str], ...]
    """(day, data type, reason) of what was found missing."""
    lines: tuple[Line, ...]
    pointers: tuple[tuple[int, str, str], ...]
    """(day, who names, who is named)."""
    waits: tuple[Wait, ...]
    bars: tuple[Bar, ...]
    moments: tuple[Moment, ...]
    minutes_by_cause: dict[str, int]
    lead: int | None
    """Minutes from opening to close; None where the case did not close."""
    story: tuple[Told, ...]


@dataclass(frozen=True)
class Cases:
    """The observed citizens of one scenario."""

    title: str
    cases: tuple[Case, ...]
    actors: dict[str, ActorTitle]
    data_types: dict[str, str]
    causes: dict[str, str]


def cases_of(played: Played, lang: Lang) -> Cases:
    """Return the observed citizens of a replication, in one language."""
    world, inputs = played.world, played.inputs
    teller = Teller(world, inputs, played.log, lang)
    seen = followed(world, inputs, played.log)
    found, counts = [], dict[int, int]()
    for place, journey in enumerate(journeys(seen)):
        persona = int(inputs.cast.persona[seen.citizens[place]])
        counts[persona] = counts.get(persona, 0) + 1
        found.append(_case(teller, journey, int(seen.citizens[place]), counts[persona]))
    return Cases(
        title=world.setting.title.in_language(lang),
        cases=tuple(found),
        actors={
            name: ActorTitle(one.title.in_language(lang), one.domain, world.domains[one.domain].in_language(lang))
            for name, one in world.actors.items()
        },
        data_types={name: one.title.in_language(lang) for name, one in world.data_types.items()},
        causes={name: titles[teller.place] for name, titles in CAUSES.items()},
    )


def _case(teller: Teller, journey: Journey, citizen: int, number: int) -> Case:
    one, inputs = journey.one, teller.inputs
    persona = inputs.cast.personas[inputs.cast.persona[citizen]]
    return Case(
        id=f"{persona}-{number}",
        persona=teller.world.personas[persona].title,
        number=number,
        days=one.last_day,
        owner=one.owner,
        gathers=inputs.gather is not None,
        seen=versions(one),
        true=versions(one, truth=True),
        missing=_missing(teller, one),
        lines=_lines(teller, one),
        pointers=tuple((here.day, here.from_actor, here.actor) for here in pointers_in(one)),
        waits=tuple(_wait(teller, piece) for piece in journey.path),
        bars=_bars(teller, journey),
        moments=_moments(teller, journey),
        minutes_by_cause={cause.name.lower(): minutes for cause, minutes in journey.minutes_by_cause().items()},
        lead=journey.lead,
        story=tuple(told for told in teller.days(citizen) if told.day <= one.last_day),
    )


def versions(one: OneCitizen, *, truth: bool = False) -> dict[str, tuple[Version, ...]]:
    """Return every change of each actor, with the first day on which it is like this."""
    found: dict[str, list[Version]] = {}
    for day, picture in pictures(one, truth=truth):
        for name, node in picture.nodes.items():
            known = found.setdefault(name, [])
            if not known or known[-1][1] != node:
                known.append((day, node))
    return {name: tuple(known) for name, known in found.items()}


def _missing(teller: Teller, one: OneCitizen) -> tuple[tuple[int, str, str], ...]:
    return tuple(
        (here.day, here.data_type, teller.words(here.row)["gap"])
        for here in one.happened
        if here.kind == Kind.DATA_MISSING
    )


def _lines(teller: Teller, one: OneCitizen) -> tuple[Line, ...]:
    names, channels = teller.inputs.names, teller.world.channels
    found = []
    for said in said_in(one):
        here = said.happening
        counts = here.kind == Kind.CITIZEN_ASKED and here.step not in one.contacts
        found.append(
            Line(
                day=here.day,
                sender=said.sender,
                receiver=said.receiver,
                text=teller.said(here.row),
                channel=channels[here.channel].title.in_language(teller.lang) if here.channel in names.channel else "",
                minutes=0 if counts or here.kind == Kind.STEP_STARTED else max(here.value, 0),
                is_told_again=here.kind == Kind.CITIZEN_ASKED and is_repeated(one, here),
            )
        )
    return tuple(found)


def _wait(teller: Teller, piece: PathPiece) -> Wait:
    row, minutes = piece.happening.row, piece.end - piece.start
    words = teller.words(row) | {"length": length(minutes - piece.closed, teller.place)}
    if not piece.happening.step:
        words["step"] = teller.said(row).rstrip(".") or words["from_actor"]
    if not piece.happening.data_type:
        words["data_type"] = words["step"]
    is_plain = piece.cause == Cause.NEVER_CAME and not piece.happening.from_actor
    pattern = (PLAIN_NEVER if is_plain else WAITED[piece.cause])[teller.place]
    return Wait(
        lane=piece.lane,
        start=piece.start / DAY,
        end=piece.end / DAY,
        cause=piece.cause.name.lower(),
        minutes=minutes,
        closed=piece.closed,
        text=pattern.format_map(words),
    )


def _bars(teller: Teller, journey: Journey) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            span.lane,
            span.start / DAY,
            span.end / DAY,
            span.is_request,
            teller.said(span.row) or _step(teller, span.step),
        )
        for span in journey.spans
    )


def _step(teller: Teller, step: str) -> str:
    return teller.world.steps[step].title.in_language(teller.lang) if step else ""


def _moments(teller: Teller, journey: Journey) -> tuple[Moment, ...]:
    return tuple(
        Moment(mark.lane, mark.minute / DAY, mark.happening.kind, mark.is_told_again, teller.said(mark.happening.row))
        for mark in journey.marks
    )
