"""What went on around the citizen as one actor knows it: one lane per actor, and the same as a table."""

from collections.abc import Iterator

from mockups.views.screen_blocks import Body, Grid, Lane, Lanes, Mark, Value
from mockups.views.screen_case import Seat
from mockups.views.screen_data import is_known
from mockups.views.screen_streams import said
from simulation import Happening, Kind, KnownContact, LanesElement

NEWS = (Kind.LEARNED, Kind.DATA_RECEIVED, Kind.REQUEST_ANSWERED, Kind.REPLY_LATE, Kind.CLARIFIED)
ASKS = (Kind.REQUEST_SENT, Kind.REQUEST_REMINDED, Kind.CALLED)
GIVES = (Kind.LOOKED_UP, Kind.MESSAGE_SENT, Kind.CALLED, Kind.ACTOR_TOLD)
OWN = (Kind.STEP_DONE, Kind.CITIZEN_ASKED)
LOST = (
    *(Kind.NO_SHOW, Kind.CONTACT_PAUSED, Kind.CONTACT_IN_VAIN, Kind.CONTACT_CLASHED),
    *(Kind.DATA_MISSING, Kind.REQUEST_NEVER_ANSWERED),
)
EVENTS = (
    *(Kind.CASE_OPENED, Kind.CASE_RETURNED, Kind.CASE_CLOSED, Kind.MEETING_HELD, Kind.LIFE_EVENT),
    *(Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN),
)
SIGNS = ("news", "asked", "given", "contact", "lost", "event")


def lanes(element: LanesElement, seat: Seat) -> tuple[Body, ...]:
    """Return one lane for who sits there and one per other that has to do with the citizen, as far as is known."""
    first = max(seat.day - element.last_days, 0)
    known = {one.actor: one for one in seat.knows.contacts.values() if is_known(one)}
    found: dict[str, list[tuple[Happening, str]]] = {name: [] for name in (seat.actor, *known)}
    for here, sign in _signed(seat):
        lane = lane_of(here, seat)
        if here.day >= first and lane in found:
            found[lane].append((here, sign))
    visit = max(
        (here.day for here, sign in found[seat.actor] if sign == "contact" and here.day < seat.day), default=None
    )
    there = {sign for rows in found.values() for _, sign in rows}
    texts, folder = seat.texts, seat.folder
    ends = Value(seat.date(folder.minute(first)), "clock"), Value(seat.date(folder.minute(seat.day)), "clock")
    legend = tuple((sign, texts(f"screen.lanes.{sign}")) for sign in SIGNS if sign in there)
    return (
        Lanes(
            first=first,
            last=seat.day,
            ends=ends,
            visit=visit,
            lanes=tuple(_lane(name, rows, known.get(name), seat) for name, rows in found.items()),
            legend=legend,
            twin=_twin(found, visit, element, seat),
            twin_title=texts("screen.lanes.twin"),
            note=" ".join(texts(f"screen.lanes.{key}") for key in (("note",) if visit is None else ("visit", "note"))),
        ),
    )


def _signed(seat: Seat) -> Iterator[tuple[Happening, str]]:
    for here in seat.knows.happened:
        sign = sign_of(here, seat)
        if sign and what_of(here, seat).text:
            yield here, sign


def sign_of(here: Happening, seat: Seat) -> str:
    """Return the sign of a row as the actor met it, nothing for what is no more than its own work."""
    me, other = seat.actor, lane_of(here, seat)
    if here.kind in LOST:
        return "lost"
    if here.kind in EVENTS:
        return "event"
    if here.kind in NEWS:
        return "news" if other != me else ""
    if here.kind in GIVES and me == here.from_actor:
        return "given" if other != me else ""
    if here.kind in ASKS or (here.kind == Kind.CITIZEN_ASKED and seat.is_citizen):
        return "asked"
    return "contact" if here.kind in OWN and here.actor == me else ""


def lane_of(here: Happening, seat: Seat) -> str:
    """Return whose lane a row belongs to: the other one's where there is one whom a screen can name, else the own."""
    others = [name for name in (here.from_actor, here.actor) if name in seat.knows.contacts and name != seat.actor]
    return others[0] if others else seat.actor


def what_of(here: Happening, seat: Seat) -> Value:
    """Return a row in words; what was learned by its name and how it came."""
    if here.kind != Kind.LEARNED:
        return Value(said(here, seat), f"row:{here.row}")
    way = seat.texts("screen.got.citizen") if here.because == Kind.CITIZEN_ASKED else seat.channel(here.channel)
    title = seat.data_title(here.data_type)
    return Value(f"{title} ({way})" if way else title, f"row:{here.row}")


def _lane(name: str, rows: list[tuple[Happening, str]], contact: KnownContact | None, seat: Seat) -> Lane:
    marks = tuple(Mark(here.day, sign, what_of(here, seat)) for here, sign in rows)
    own = (seat.texts("screen.lanes.own"),) if name == seat.actor else ()
    state = _latest(rows[-1][0], seat) if rows else Value(seat.texts("screen.lanes.none"), "fold")
    if contact is not None and not rows:
        state = seat.status(contact)
    return Lane(Value(seat.actor_title(name), f"file:actors/{name}", marks=own), state, marks)


def _latest(here: Happening, seat: Seat) -> Value:
    age = seat.days(seat.day - here.day)
    return Value(f"{seat.texts('screen.lanes.latest')}: {age}", f"row:{here.row}")


def _twin(found: dict[str, list[tuple[Happening, str]]], visit: int | None, element: LanesElement, seat: Seat) -> Grid:
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("date", "actor", "sign", "what"))
    rows = sorted(
        ((here, sign, name) for name, listed in found.items() for here, sign in listed), key=lambda one: one[0].row
    )
    new = (texts("screen.lanes.new"),)
    cells = tuple(
        (
            seat.on(here.minute, here.row),
            Value(seat.actor_title(name), f"file:actors/{name}"),
            Value(texts(f"screen.lanes.{sign}"), f"row:{here.row}"),
            _new(what_of(here, seat), new if sign == "news" and visit is not None and here.day > visit else ()),
        )
        for here, sign, name in reversed(rows[-element.at_most :])
    )
    left = len(rows) - len(cells)
    return Grid(heads, cells, texts("screen.timeline.none"), texts("screen.timeline.more", n=left) if left > 0 else "")


def _new(found: Value, marks: tuple[str, ...]) -> Value:
    return Value(found.text, found.origin, marks=marks)
