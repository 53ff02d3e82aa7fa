"""Single facts of a case, and what the consent covers."""

from mockups.views.screen_blocks import Body, Entry, Grid, Pairs, Stream, Value
from mockups.views.screen_case import Seat
from simulation import CITIZEN, Answer, ConsentElement, Fact, FactsElement, Kind, Standing

NUMBER = "xxxxxx-xxxx"
"""Stands for a number that nobody has."""
TOLD = "told"
"""Form of what the citizen tells."""


def facts(element: FactsElement, seat: Seat) -> tuple[Body, ...]:
    """Return single facts with their labels."""
    return (Pairs(tuple((seat.says(f"screen.fact.{name}"), fact(name, seat)) for name in element.facts)),)


def fact(name: Fact, seat: Seat) -> Value:
    """Return one fact of the case."""
    return FACTS[name](seat)


def _name(seat: Seat) -> Value:
    return Value(seat.folder.name, f"file:personas/{seat.desks.course}/{seat.folder.persona}.yaml")


def _number(_: Seat) -> Value:
    return Value(NUMBER, "fixed")


def _today(seat: Seat) -> Value:
    return Value(seat.date(seat.folder.minute(seat.day)), "clock")


def _opened(seat: Seat) -> Value:
    row = next((here.row for here in seat.folder.frame.one.happened if here.kind == Kind.CASE_OPENED), -1)
    return Value(seat.date(0), f"row:{row}")


def _days_open(seat: Seat) -> Value:
    return Value(seat.days(seat.day), "clock")


def _case_type(seat: Seat) -> Value:
    return Value(seat.folder.case_type, f"file:personas/{seat.desks.course}/{seat.folder.persona}.yaml")


def _wish(seat: Seat) -> Value:
    """Return the citizen's wish, where the citizen has told it here."""
    words = seat.desks.words.data_types
    told = any(words[one.data_type].form == TOLD for one in seat.knows.items)
    if not told and not seat.is_citizen:
        return seat.empty("not_asked")
    return Value(f"«{seat.folder.wish}»", f"file:personas/{seat.desks.course}/{seat.folder.persona}.yaml#motive")


def _consent(seat: Seat) -> Value:
    return seat.consent()


def _meeting(seat: Seat) -> Value:
    """Return when the meeting is, as it was last booked or held."""
    rows = [here for here in seat.knows.happened if here.kind in (Kind.MEETING_BOOKED, Kind.MEETING_HELD)]
    if not rows:
        return seat.empty("unknown")
    return Value(seat.folder.said.get(rows[-1].row, ""), f"row:{rows[-1].row}")


def _closed(seat: Seat) -> Value:
    rows = [here for here in seat.knows.happened if here.kind == Kind.CASE_CLOSED]
    return seat.on(rows[-1].minute, rows[-1].row) if rows else seat.empty("unknown")


def _times_told(seat: Seat) -> Value:
    rows = [here for here in seat.folder.frame.one.happened if here.kind == Kind.CITIZEN_ASKED]
    count = sum(here.minute <= seat.knows.minute for here in rows)
    return Value(str(count), "fold")


def _requests(seat: Seat) -> Value:
    return Value(str(sum(here.kind == Kind.REQUEST_SENT for here in seat.knows.happened)), "fold")


def _actors_known(seat: Seat) -> Value:
    known = [one for one in seat.knows.contacts.values() if one.standing not in (Standing.NONE, Standing.NOTHING)]
    return Value(str(len(known)), "fold")


FACTS = {
    Fact.NAME: _name,
    Fact.NUMBER: _number,
    Fact.TODAY: _today,
    Fact.OPENED: _opened,
    Fact.DAYS_OPEN: _days_open,
    Fact.CASE_TYPE: _case_type,
    Fact.WISH: _wish,
    Fact.CONSENT: _consent,
    Fact.MEETING: _meeting,
    Fact.CLOSED: _closed,
    Fact.TIMES_TOLD: _times_told,
    Fact.REQUESTS: _requests,
    Fact.ACTORS_KNOWN: _actors_known,
}


def consent_panel(_: ConsentElement, seat: Seat) -> tuple[Body, ...]:
    """Return what the consent covers, and its history; what is left out is told to the citizen alone."""
    texts, words, consent = seat.texts, seat.desks.words, seat.knows.consent
    origin = f"row:{consent.row}" if consent.row >= 0 else "fold"
    rows = []
    for name, title in words.domains.items():
        is_covered = consent.covers(name)
        if is_covered:
            rows.append((Value(title, origin), Value(texts("screen.consent.covered"), origin)))
        elif seat.is_citizen and consent.answer != Answer.NOT_ASKED:
            rows.append((Value(title, origin), _left_out(name, seat)))
    history = tuple(Entry(seat.on(one.minute, one.row), seat.consent(one)) for one in reversed(seat.knows.consents))
    heads = texts("screen.column.area"), texts("screen.column.status")
    note = "" if seat.actor == CITIZEN else texts("screen.consent.rest")
    return (
        Grid(heads, tuple(rows), texts(f"screen.consent.{consent.answer}"), note),
        Stream(history, texts("screen.consent.no_history")),
    )


def _left_out(domain: str, seat: Seat) -> Value:
    """Return that the citizen left an area out when asked, or the day on which the citizen stopped it."""
    since = seat.knows.consent
    for one in reversed(seat.knows.consents):
        if one.covers(domain):
            break
        since = one
    stopped = since.answer == Answer.WITHDRAWN
    date = seat.date(since.minute)
    said = seat.texts("screen.consent.stopped", date=date) if stopped else seat.texts("screen.consent.left_out")
    return Value(said, f"row:{since.row}")
