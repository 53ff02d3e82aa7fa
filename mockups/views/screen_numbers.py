"""Numbers of one citizen from the rows that fill the screen, beside the same without a change."""

from collections.abc import Sequence

from mockups.views.screen_case import Seat
from mockups.views.tables import table
from simulation import Happening, Kind, Table

MEASURES = ("told", "requests", "received", "missing", "meetings", "length")
COUNTED = {
    "told": (Kind.CITIZEN_ASKED,),
    "requests": (Kind.REQUEST_SENT, Kind.CALLED),
    "received": (Kind.DATA_RECEIVED, Kind.LEARNED),
    "missing": (Kind.DATA_MISSING,),
    "meetings": (Kind.MEETING_HELD,),
}


def numbers_of(seat: Seat) -> dict[str, int]:
    """Return the numbers up to the chosen day; the length is that of the whole course."""
    rows = [here for here in seat.folder.frame.one.happened if here.minute <= seat.knows.minute]
    found = {name: sum(_counts(name, here) for here in rows) for name in COUNTED}
    return found | {"length": seat.folder.frame.one.last_day}


def _counts(name: str, here: Happening) -> bool:
    is_own_look = here.kind == Kind.LEARNED and here.from_actor in ("", here.actor)
    return here.kind in COUNTED[name] and not is_own_look


def numbers_table(seats: Sequence[Seat], titles: Sequence[str]) -> Table:
    """Return the numbers of the same citizen in several scenarios beside each other."""
    texts = seats[0].texts
    found = [numbers_of(seat) for seat in seats]
    rows = [(texts(f"numbers.{name}"), *(str(one[name]) for one in found)) for name in MEASURES]
    return table(
        texts("numbers.caption", name=seats[0].folder.name, day=seats[0].day), (texts("numbers.measure"), *titles), rows
    )
