"""What went on, as far as an actor took part: messages, requests, events, news, look-ups, who named whom."""

from collections.abc import Iterator

from mockups.views.screen_blocks import Body, Entry, Grid, Stream, Value
from mockups.views.screen_case import Seat
from simulation import (
    CITIZEN,
    AlertsElement,
    Happening,
    Kind,
    LookUpsElement,
    MessagesElement,
    NetworkElement,
    RequestsElement,
    Standing,
    TimelineElement,
)

DAY = 1440
MESSAGES = (
    Kind.REQUEST_SENT,
    Kind.REQUEST_REMINDED,
    Kind.REQUEST_ANSWERED,
    Kind.REPLY_LATE,
    Kind.MESSAGE_SENT,
    Kind.CALLED,
    Kind.CLARIFIED,
    Kind.ACTOR_TOLD,
)
SENT_BY_ACTOR = (Kind.REQUEST_SENT, Kind.REQUEST_REMINDED, Kind.CALLED)
NEWS = (Kind.LEARNED, Kind.ACTOR_TOLD, Kind.DATA_RECEIVED)
SHARINGS = (Kind.REQUEST_ANSWERED, Kind.LOOKED_UP, Kind.MESSAGE_SENT, Kind.LEARNED, Kind.CALLED, Kind.ACTOR_TOLD)


def timeline(element: TimelineElement, seat: Seat) -> tuple[Body, ...]:
    """Return what happened, as far as the actor took part, the latest first; the same of one day once."""
    since = seat.day - element.last_days if element.last_days else -1
    alike: dict[tuple[int, str], list[Happening]] = {}
    for one in reversed(seat.knows.happened):
        if one.day <= since:
            break
        if words := said(one, seat):
            alike.setdefault((one.day, words), []).append(one)
    groups = list(alike.values())
    entries = tuple(_entry(one[0], seat, times=len(one)) for one in groups[: element.at_most])
    left = sum(map(len, groups[element.at_most :]))
    note = seat.texts("screen.timeline.more", n=left) if left > 0 else ""
    return (Stream(entries, seat.texts("screen.timeline.none"), note),)


def said(here: Happening, seat: Seat) -> str:
    """Return a row in words, nothing for what is not worth telling."""
    plain = seat.folder.said.get(here.row, "")
    return seat.folder.said_to_citizen.get(here.row, plain) if seat.is_citizen else plain


def _entry(here: Happening, seat: Seat, *, who: str = "", is_sent: bool = False, times: int = 1) -> Entry:
    marks = (seat.texts("screen.timeline.times", n=times),) if times > 1 else ()
    return Entry(seat.on(here.minute, here.row), Value(said(here, seat), f"row:{here.row}", marks=marks), who, is_sent)


def message_rows(element: MessagesElement, seat: Seat) -> Iterator[Happening]:
    """Yield the rows of messages and calls in order of time."""
    for one in seat.knows.happened:
        if one.kind in MESSAGES and said(one, seat) and (not element.channels or one.channel in element.channels):
            yield one


def messages(element: MessagesElement, seat: Seat) -> tuple[Body, ...]:
    """Return messages and calls, the latest first."""
    rows = list(message_rows(element, seat))
    entries = []
    for here in reversed(rows[-element.at_most :]):
        is_sent = here.kind in SENT_BY_ACTOR and here.actor == seat.actor
        other = here.from_actor if here.actor in (seat.actor, "") else here.actor
        channel = seat.channel(here.channel) if here.channel else ""
        who = " · ".join(part for part in (seat.actor_title(other or here.actor), channel) if part)
        entries.append(_entry(here, seat, who=who, is_sent=is_sent))
    left = len(rows) - len(entries)
    note = seat.texts("screen.timeline.more", n=left) if left > 0 else ""
    return (Stream(tuple(entries), seat.texts("screen.messages.none"), note),)


def requests(element: RequestsElement, seat: Seat) -> tuple[Body, ...]:
    """Return what was asked of others, or of the actor, with days waited."""
    if element.data_types:
        return (_orders(element, seat),)
    return (_received(element, seat) if element.received else _sent(element, seat),)


def _orders(element: RequestsElement, seat: Seat) -> Grid:
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("what", "to", "asked", "waited", "status"))
    rows = []
    for order in seat.knows.orders:
        if order.data_type not in element.data_types:
            continue
        done, asked = order.done, order.asked
        end = done.day if done else seat.day
        last = f"row:{(done or asked).row}"
        rows.append(
            (
                Value(seat.data_title(order.data_type), f"row:{asked.row}"),
                Value(seat.actor_title(order.writer), f"row:{asked.row}"),
                seat.on(asked.minute, asked.row),
                _waited(end - asked.day, element, seat, last, is_open=done is None),
                Value(texts(f"screen.request.{'answered' if done else 'open'}"), last),
            )
        )
    return Grid(heads, tuple(rows), texts("screen.requests.none"))


def _sent(element: RequestsElement, seat: Seat) -> Grid:
    texts = seat.texts
    heads = tuple(
        texts(f"screen.column.{name}") for name in ("to", "channel", "asked", "waited", "reminders", "status")
    )
    rows = []
    for contact in seat.knows.contacts.values():
        if contact.asked < 0:
            continue
        origin = f"row:{contact.asked_row}"
        end = seat.day if contact.standing == Standing.OPEN else seat.folder.day(contact.since)
        waited = end - seat.folder.day(contact.asked)
        rows.append(
            (
                Value(seat.actor_title(contact.actor), origin),
                Value(seat.channel(contact.channel), origin),
                seat.on(contact.asked, contact.asked_row),
                _waited(waited, element, seat, f"row:{contact.row}", is_open=contact.standing == Standing.OPEN),
                Value(str(contact.reminders), "fold"),
                Value(texts(f"screen.request.{contact.standing}"), f"row:{contact.row}"),
            )
        )
    return Grid(heads, tuple(rows), texts("screen.requests.none"))


def _waited(days: int, element: RequestsElement, seat: Seat, origin: str, *, is_open: bool) -> Value:
    texts = seat.texts
    marks: tuple[str, ...] = ()
    if element.deadline is not None and is_open:
        limit = round(element.deadline.number("value") or 0)
        left = limit - days
        marks = (texts(f"screen.deadline.{'left' if left >= 0 else 'over'}", days=seat.days(abs(left))),)
    return Value(seat.days(days), origin, marks=marks)


def _received(element: RequestsElement, seat: Seat) -> Grid:
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("from", "channel", "asked", "waited", "status"))
    rows = []
    for asked, answer in received_rows(seat):
        end = answer.day if answer else seat.day
        state = "answered" if answer else "open"
        rows.append(
            (
                Value(seat.actor_title(asked.actor), f"row:{asked.row}"),
                Value(seat.channel(asked.channel), f"row:{asked.row}"),
                seat.on(asked.minute, asked.row),
                _waited(end - asked.day, element, seat, f"row:{(answer or asked).row}", is_open=answer is None),
                Value(texts(f"screen.request.{state}"), f"row:{(answer or asked).row}"),
            )
        )
    return Grid(heads, tuple(rows), texts("screen.requests.none"))


def received_rows(seat: Seat) -> list[tuple[Happening, Happening | None]]:
    """Return what was asked of the actor, each with its answer."""
    found: list[tuple[Happening, Happening | None]] = []
    for here in seat.knows.happened:
        if here.kind == Kind.REQUEST_SENT and here.from_actor == seat.actor:
            found.append((here, None))
        elif here.kind == Kind.REQUEST_ANSWERED and here.from_actor == seat.actor and found:
            found[-1] = found[-1][0], here
    return found


def alerts(element: AlertsElement, seat: Seat) -> tuple[Body, ...]:
    """Return what became known from others lately, the latest first."""
    since = seat.day - element.last_days
    rows = [
        item
        for item in seat.knows.items
        if item.giver != seat.actor and item.row >= 0 and seat.folder.day(item.since) > since
    ]
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("date", "what", "from", "way", "age"))
    found = tuple(
        (
            seat.on(item.since, item.row),
            Value(seat.item_title(item), f"row:{item.row}", marks=seat.marks(item)),
            seat.giver(item),
            seat.way(item),
            seat.age(item),
        )
        for item in sorted(rows, key=lambda one: one.row, reverse=True)
    )
    return (Grid(heads, found, texts("screen.alerts.none", n=element.last_days)),)


def look_ups(element: LookUpsElement, seat: Seat) -> tuple[Body, ...]:
    """Return who got what of the citizen's data: to the citizen what can be seen, to others what they took part in."""
    rows = [
        here
        for here in (_all_so_far(seat) if seat.is_citizen else seat.knows.happened)
        if here.kind in SHARINGS and _is_shared(here, seat) and _may_see(here, seat)
    ]
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("date", "to", "from", "what", "channel"))
    found = []
    for here in reversed(rows[-element.at_most :]):
        origin = f"row:{here.row}"
        to = seat.folder.frame.one.owner if here.kind == Kind.REQUEST_ANSWERED else here.actor
        otherwise = texts(f"screen.look_up.{'view' if here.kind == Kind.LOOKED_UP else 'answer'}")
        what = seat.data_title(here.data_type) if here.data_type else otherwise
        found.append(
            (
                seat.on(here.minute, here.row),
                Value(seat.actor_title(to), origin),
                Value(seat.actor_title(here.from_actor), origin),
                Value(what, origin),
                Value(seat.channel(here.channel) if here.channel else texts("screen.channel.none"), origin),
            )
        )
    note = texts("screen.look_up.note") if seat.is_citizen else ""
    return (Grid(heads, tuple(found), texts("screen.look_up.none"), note),)


def _all_so_far(seat: Seat) -> tuple[Happening, ...]:
    return tuple(here for here in seat.folder.frame.one.happened if here.minute <= seat.knows.minute)


def _is_shared(here: Happening, seat: Seat) -> bool:
    """Return whether another gave something; who answers that the citizen is not known there gives nothing."""
    if here.kind == Kind.REQUEST_ANSWERED:
        asked = seat.folder.known(seat.folder.frame.one.owner, seat.day).contacts
        return asked[here.from_actor].standing != Standing.NOTHING
    return here.from_actor not in ("", here.actor)


def _may_see(here: Happening, seat: Seat) -> bool:
    return not seat.is_citizen or here.row in seat.folder.visible


def network(_: NetworkElement, seat: Seat) -> tuple[Body, ...]:
    """Return who named whom, as the actor knows."""
    rows = [here for here in seat.knows.happened if here.kind == Kind.HOLDER_NAMED and here.from_actor]
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("by", "named", "date"))
    found = tuple(
        (
            Value(seat.actor_title(here.from_actor or CITIZEN), f"row:{here.row}"),
            Value(seat.actor_title(here.actor), f"row:{here.row}"),
            seat.on(here.minute, here.row),
        )
        for here in rows
    )
    return (Grid(heads, found, texts("screen.network.none")),)
