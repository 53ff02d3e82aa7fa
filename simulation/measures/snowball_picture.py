"""The picture of one citizen's case on a day: who is known, asked and has answered, who knows what, and since when.

A picture is the fold of the citizen's rows up to the end of that day, and of nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from simulation.engine.kinds import Kind
from simulation.measures.one_citizen import CITIZEN, Happening, Matter, OneCitizen

NEVER = -1
"""A day that has not come."""


class State(StrEnum):
    """What an actor is in a picture."""

    CENTRE = "centre"
    """The citizen, and who gathers."""
    KNOWN = "known"
    ASKED = "asked"
    ANSWERED = "answered"
    """Has answered and given no data yet."""
    GAVE = "gave"
    NOT_HERE = "not_here"
    """Has answered that the citizen is not known there."""
    NEVER_CAME = "never_came"
    STOPPED = "stopped"
    """The request was stopped, as the consent was withdrawn."""
    MEETS = "meets"
    """Meets the citizen and knows nothing of others' efforts."""
    KNOWS = "knows"
    """Knows something that others keep."""
    UNKNOWN = "unknown"
    """Truth: has to do with the citizen, and nobody who asks knows."""
    EXCLUDED = "excluded"
    """Truth: known, and not covered by the citizen's consent."""
    OUTDATED = "outdated"
    """Truth: something the actor knows is no longer so."""


class Way(StrEnum):
    """How an actor got to know a matter."""

    CITIZEN = "citizen"
    PHONE = "phone"
    MESSAGE = "message"
    VIEW = "view"
    MEETING = "meeting"
    SEEN = "seen"


WAYS = {
    Kind.CITIZEN_ASKED: Way.CITIZEN,
    Kind.CALL_ANSWERED: Way.PHONE,
    Kind.CALLED: Way.PHONE,
    Kind.MESSAGE_SENT: Way.MESSAGE,
}


@dataclass(frozen=True)
class Knows:
    """What an actor knows of one matter."""

    matter: Matter
    version: int
    since: int
    """Day on which this version was learned."""
    way: Way
    is_current: bool
    """Truth: whether this is how it is now."""


@dataclass(frozen=True)
class Node:
    """One actor in a picture; days are counted from opening, -1 where it has not happened."""

    state: State
    since: int = NEVER
    """Day it became known."""
    by: str = ""
    """Who named it first; empty where it was known from the start."""
    wave: int = NEVER
    asked: int = NEVER
    """Day of the first request."""
    reminders: int = 0
    answered: int = NEVER
    """Day of the last answer."""
    received: tuple[str, ...] = ()
    """Data types that came from it."""
    used: tuple[str, ...] = ()
    """Data types from it that went into the file."""
    contacts: int = 0
    """Contacts held."""
    told_again: int = 0
    """Times the citizen was asked here for what had been told or was known elsewhere."""
    knows: tuple[Knows, ...] = ()
    """What it knows, its own registrations left out."""
    unknown: tuple[Matter, ...] = ()
    """Truth: efforts of others that exist, that it may know, and that it does not."""


@dataclass(frozen=True)
class Picture:
    """A case on one day."""

    nodes: dict[str, Node]
    missing: tuple[tuple[str, int], ...]
    """Data types found missing so far, each with its reason as in the log."""


@dataclass
class _Board:
    """The fold under way."""

    one: OneCitizen
    nodes: dict[str, Node] = field(default_factory=dict)
    known: dict[str, dict[Matter, Knows]] = field(default_factory=dict)
    true: dict[Matter, int] = field(default_factory=dict)
    left_out: int = 0
    has_consent: bool = False
    missing: dict[str, int] = field(default_factory=dict)

    def node(self, name: str) -> Node:
        return self.nodes.get(name, Node(State.MEETS))

    def change(self, name: str, **more: object) -> None:
        self.nodes[name] = replace(self.node(name), **more)  # type: ignore[arg-type]

    def take(self, here: Happening) -> None:
        """Take in one row."""
        if here.kind in TAKES:
            TAKES[here.kind](self, here)
        elif here.kind in CONSENTS:
            self.has_consent = here.kind == Kind.CONSENT_GIVEN or (
                here.kind == Kind.CONSENT_WITHDRAWN and here.value >= 0
            )
            self.left_out = max(here.value, 0)
        elif here.kind == Kind.DATA_MISSING:
            self.missing[here.data_type] = here.cause
        elif here.step in self.one.contacts and here.kind == Kind.STEP_STARTED:
            self.change(here.actor, contacts=self.node(here.actor).contacts + 1)

    def picture(self) -> Picture:
        """Return what has been taken in, with what only those see who know the truth."""
        nodes = {name: self._finished(name, node) for name, node in self.nodes.items()}
        return Picture(nodes, tuple(sorted(self.missing.items())))

    def _finished(self, name: str, node: Node) -> Node:
        own = self.known.get(name, {}).values()
        knows = tuple(
            replace(one, is_current=self.true.get(one.matter, 0) == one.version)
            for one in sorted(own, key=lambda one: one.matter)
            if one.matter[1] != name
        )
        unknown = tuple(m for m in self.one.could_know.get(name, ()) if m not in self.known.get(name, {}))
        state = node.state
        if state == State.MEETS and any(one.way != Way.SEEN for one in knows):
            state = State.KNOWS
        return replace(node, state=state, knows=knows, unknown=unknown)

    def is_excluded(self, name: str) -> bool:
        """Return whether a holder may be asked with consent only, and the consent of now does not cover it."""
        domain = self.one.consent_by_domain.get(name)
        return domain is not None and not (self.has_consent and not self.left_out >> domain & 1)


def _named(board: _Board, here: Happening) -> None:
    node = board.nodes.get(here.actor)
    if node is None or node.since == NEVER:
        board.change(here.actor, state=State.KNOWN, since=here.day, by=here.from_actor, wave=here.value)
    else:
        board.change(here.actor, wave=min(node.wave, here.value))


def _asked(board: _Board, here: Happening) -> None:
    first = board.node(here.from_actor).asked
    board.change(here.from_actor, state=State.ASKED, asked=here.day if first == NEVER else first)


def _reminded(board: _Board, here: Happening) -> None:
    board.change(here.from_actor, reminders=board.node(here.from_actor).reminders + 1)


def _answered(board: _Board, here: Happening) -> None:
    given = State.GAVE if board.node(here.from_actor).received else State.ANSWERED
    state = given if here.from_actor in board.one.involved else State.NOT_HERE
    board.change(here.from_actor, state=state, answered=here.day)


def _given_up(board: _Board, here: Happening) -> None:
    state = State.NEVER_CAME if here.kind == Kind.REQUEST_NEVER_ANSWERED else State.STOPPED
    board.change(here.from_actor, state=state)


def _received(board: _Board, here: Happening) -> None:
    board.change(here.from_actor, state=State.GAVE, received=_with(board.node(here.from_actor).received, here))


def _used(board: _Board, here: Happening) -> None:
    node = board.nodes.get(here.from_actor)
    if here.step or node is None or here.from_actor == board.one.owner:
        return
    board.change(here.from_actor, state=State.GAVE, used=_with(node.used, here), received=_with(node.received, here))


def _with(names: tuple[str, ...], here: Happening) -> tuple[str, ...]:
    return names if here.data_type in names else (*names, here.data_type)


def _told(board: _Board, here: Happening) -> None:
    board.change(here.actor, told_again=board.node(here.actor).told_again + is_repeated(board.one, here))


def is_repeated(one: OneCitizen, here: Happening) -> bool:
    """Return whether a telling repeats what had been told, or what another has on file (SEMANTICS S9.6, S9.9)."""
    if here.step in one.contacts:
        return here.attempt == 1
    return here.value > 0 or bool(here.data_type)


def _matter_of(board: _Board, here: Happening) -> Matter:
    own = here.data_type, here.from_actor
    return own if own in board.one.own else (here.data_type, "")


def _learned(board: _Board, here: Happening) -> None:
    matter = _matter_of(board, here)
    board.change(here.actor)
    own = board.known.setdefault(here.actor, {})
    own[matter] = Knows(matter, here.attempt, here.day, _way(here), is_current=True)


def _way(here: Happening) -> Way:
    if here.because in WAYS:
        return WAYS[here.because]
    if here.channel:
        return Way.VIEW
    return Way.SEEN if here.from_actor in (here.actor, "") else Way.MEETING


def _forgot(board: _Board, here: Happening) -> None:
    board.known.get(here.actor, {}).pop(_matter_of(board, here), None)


def _became_true(board: _Board, here: Happening) -> None:
    board.true[_matter_of(board, here)] = here.attempt


TAKES = {
    Kind.HOLDER_NAMED: _named,
    Kind.REQUEST_SENT: _asked,
    Kind.REQUEST_REMINDED: _reminded,
    Kind.REQUEST_ANSWERED: _answered,
    Kind.REQUEST_NEVER_ANSWERED: _given_up,
    Kind.REQUEST_CANCELLED: _given_up,
    Kind.DATA_RECEIVED: _received,
    Kind.DATA_USED: _used,
    Kind.CITIZEN_ASKED: _told,
    Kind.LEARNED: _learned,
    Kind.FORGOTTEN: _forgot,
    Kind.TRUTH_CHANGED: _became_true,
}
CONSENTS = (Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN)


def picture_on(one: OneCitizen, day: int, *, truth: bool = False) -> Picture:
    """Return the picture at the end of a day.

    Args:
        one: the citizen.
        day: days since opening.
        truth: whether what nobody who asks can know is shown too.
    """
    board = _Board(one)
    for here in one.happened:
        if here.day <= day:
            board.take(here)
    return _seen(board, truth=truth)


def pictures(one: OneCitizen, *, truth: bool = False) -> Iterator[tuple[int, Picture]]:
    """Yield the picture of each day on which something happened, in order; between them nothing changes."""
    board, day = _Board(one), 0
    for here in one.happened:
        if here.day != day:
            yield day, _seen(board, truth=truth)
            day = here.day
        board.take(here)
    yield day, _seen(board, truth=truth)


def _seen(board: _Board, *, truth: bool) -> Picture:
    found = board.picture()
    nodes = dict(found.nodes)
    for name in (board.one.owner, CITIZEN):
        nodes[name] = replace(nodes.get(name, Node(State.CENTRE)), state=State.CENTRE)
    if not truth:
        return replace(found, nodes={name: replace(node, unknown=()) for name, node in nodes.items()})
    for name in sorted(board.one.involved & board.one.holders):
        if nodes.get(name, Node(State.MEETS)).since == NEVER and name != board.one.owner:
            nodes[name] = replace(nodes.get(name, Node(State.UNKNOWN)), state=State.UNKNOWN)
    return replace(found, nodes={name: _true(board, name, node) for name, node in nodes.items()})


def _true(board: _Board, name: str, node: Node) -> Node:
    if node.state == State.KNOWN and board.is_excluded(name):
        return replace(node, state=State.EXCLUDED)
    if node.state in (State.MEETS, State.KNOWS) and any(not one.is_current for one in node.knows):
        return replace(node, state=State.OUTDATED)
    return node
