"""Numbers of one citizen from the rows that fill the screen, beside the same without a change."""

from collections.abc import Sequence

from mockups.views.screen_case import Seat
from mockups.views.tables import table
from simulation import Happening, Kind, Table

MEASURES = ("told", "requests", "received", "missing", "meetings", "length")
COUNTED = {
    Kind.CITIZEN_ASKED: "told",
    Kind.REQUEST_SENT: "requests",
    Kind.CALLED: "requests",
    Kind.DATA_RECEIVED: "received",
    Kind.LEARNED: "received",
    Kind.DATA_MISSING: "missing",
    Kind.MEETING_HELD: "meetings",
}


def numbers_of(seat: Seat) -> dict[str, int]:
    """Return the numbers up to the chosen day; the length is that of the whole course."""
    found = dict.fromkeys(MEASURES, 0)
    for here in seat.folder.frame.one.happened:
        if here.minute > seat.knows.minute:
            break
        name = COUNTED.get(here.kind)
        if name and not _is_own_look(here):
            found[name] += 1
    return found | {"length": seat.folder.frame.one.last_day}


def _is_own_look(here: Happening) -> bool:
    return here.kind == Kind.LEARNED and here.from_actor in ("", here.actor)


def numbers_table(seats: Sequence[Seat], titles: Sequence[str]) -> Table:
    """Return the numbers of the same citizen in several scenarios beside each other."""
    texts = seats[0].texts
    found = [numbers_of(seat) for seat in seats]
    rows = [(texts(f"numbers.{name}"), *(str(one[name]) for one in found)) for name in MEASURES]
    return table(
        texts("numbers.caption", name=seats[0].folder.name, day=seats[0].day), (texts("numbers.measure"), *titles), rows
    )
