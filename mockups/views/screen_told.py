"""What the citizen was asked and told, so far: question by question, or actor by actor."""

from mockups.views.screen_blocks import Body, Grid, Value
from mockups.views.screen_case import Seat
from simulation import Happening, Kind, ToldElement


def told(element: ToldElement, seat: Seat) -> tuple[Body, ...]:
    """Return what the citizen told, the latest first; others than the citizen see what was told to them."""
    rows = [here for here in seat.knows.happened if here.kind == Kind.CITIZEN_ASKED]
    return (_by_actor(rows, seat) if element.by == "actor" else _by_question(rows, element, seat),)


def _by_question(rows: list[Happening], element: ToldElement, seat: Seat) -> Grid:
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("date", "asked_by", "question"))
    seen, found = set[str](), []
    for here in rows:
        again = here.data_type in seen and element.repeats
        seen.add(here.data_type)
        marks = (texts("screen.told.before"),) if again else ()
        what = seat.data_title(here.data_type) if here.data_type else texts("screen.told.story")
        asked = Value(seat.actor_title(here.actor), f"row:{here.row}")
        found.append((seat.on(here.minute, here.row), asked, Value(what, f"row:{here.row}", marks=marks)))
    left = len(found) - element.at_most
    note = texts("screen.timeline.more", n=left) if left > 0 else ""
    return Grid(heads, tuple(reversed(found[-element.at_most :])), texts("screen.told.none"), note)


def _by_actor(rows: list[Happening], seat: Seat) -> Grid:
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("actor", "area", "last_asked"))
    latest = {here.actor: here for here in rows}
    found = tuple(
        (
            Value(seat.actor_title(name), f"row:{here.row}"),
            Value(seat.domain_of(name), f"file:actors/{name}"),
            seat.on(here.minute, here.row),
        )
        for name, here in sorted(latest.items(), key=lambda one: one[1].row, reverse=True)
    )
    return Grid(heads, found, texts("screen.told.none"))
