"""When a screen has something to judge for a citizen, as the whole log says: for who chooses what to look at."""

from dataclasses import replace

from mockups.views.screen_case import Seat, made_once
from mockups.views.screen_choice import FIRST_SHOWN
from mockups.views.screen_streams import message_rows, received_rows
from simulation import AT_OPENING, Happening, Kind, MessagesElement, RequestsElement, Screen


def is_early(screen: Screen, seat: Seat) -> bool:
    """Return whether nothing that makes a day typical lies before who sits there yet; a citizen waits for nothing."""
    if screen.typical is None or seat.is_citizen:
        return False
    if screen.typical.shows:
        return _first_shown(screen, seat) is None
    return not any(seat.knows.find(name) for name in screen.typical.data_types)


def typical_day(screen: Screen, seat: Seat) -> int | None:
    """Return the first day that is typical of a screen, or None where the log has none or the screen names none.

    It is the day of the last row about the data type that decides, so that what was sent on has been sent; or that of
    the first row of the element that decides.
    """
    found = _decided(screen, seat)
    return None if found is None else found[1]


def typical_citizens(screen: Screen, seat: Seat) -> tuple[str, ...]:
    """Return the ids of the citizens for whom a screen has a typical day, those of the first data type in front.

    Those to whom it comes during the course stand before those with whom it lay from the start.
    """
    return made_once(seat.desks, screen, ("typical", seat.actor), lambda: _typical_citizens(screen, seat))


def _typical_citizens(screen: Screen, seat: Seat) -> tuple[str, ...]:
    ordered = sorted(seat.desks.folders.values(), key=lambda one: (one.name, one.number))
    found = [(decided[0], one.id) for one in ordered if (decided := _decided(screen, replace(seat, folder=one)))]
    return tuple(citizen for _, citizen in sorted(found, key=lambda one: one[0]))


def _first_shown(screen: Screen, seat: Seat) -> Happening | None:
    """Return the first row of the element that decides."""
    element = next(one for one in screen.elements if screen.typical and one.id == screen.typical.shows)
    if isinstance(element, MessagesElement):
        return next(message_rows(element, seat), None)
    received = received_rows(seat) if isinstance(element, RequestsElement) else []
    return received[0][0] if received else None


Decided = tuple[tuple[int, bool], int]
"""Which data type decides, and whether it lay there from the start; and the day."""


def _decided(screen: Screen, seat: Seat) -> Decided | None:
    """Return what decides the day that is typical, and the day."""
    if screen.typical is None or seat.is_citizen:
        return None
    folder = seat.folder
    end = replace(seat, day=folder.days)
    if screen.typical.shows:
        first = _first_shown(screen, end)
        return None if first is None else ((0, False), first.day)
    for place, name in enumerate(screen.typical.data_types):
        items = end.knows.find(name)
        if items:
            rows = [one.minute for one in end.knows.happened if one.data_type == name and one.kind != Kind.DATA_MISSING]
            rows += [one.since for one in items if one.row != AT_OPENING]
            return (place, not rows), min(max(map(folder.day, rows), default=FIRST_SHOWN), folder.days)
    return None
