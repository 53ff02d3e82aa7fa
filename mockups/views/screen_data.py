"""What an actor has, and how it stands with others: tables, plans, areas, documents, checklists."""

from collections.abc import Iterable

from mockups.views.screen_blocks import Body, Grid, Pairs, Paragraphs, Value
from mockups.views.screen_case import Seat, item_origin, origin_of
from mockups.views.screen_facts import fact
from simulation import (
    AreasElement,
    ChecklistElement,
    Column,
    Fact,
    Filter,
    Item,
    Kind,
    KnownContact,
    PackageElement,
    PaperElement,
    PlanElement,
    ReceiptsElement,
    Standing,
    TableElement,
)

PLAN_COLUMNS = (Column.WHAT, Column.FROM, Column.DATE, Column.AGE, Column.WHY)
PACKAGE_COLUMNS = (Column.AREA, Column.WHAT, Column.FROM, Column.AGE, Column.STATUS, Column.WHY)


def chosen(data: Filter, seat: Seat) -> list[Item]:
    """Return what an actor has of what is asked for."""
    return [one for one in seat.knows.items if fits(one, data, seat)]


def fits(item: Item, data: Filter, seat: Seat) -> bool:
    """Return whether something known is asked for."""
    words = seat.desks.words.data_types[item.data_type]
    is_own = item.giver == seat.actor
    return (
        data.whose in ("all", "own" if is_own else "others")
        and (not data.data_types or item.data_type in data.data_types)
        and (not data.forms or words.form in data.forms)
        and (not data.domains or words.domain in data.domains)
    )


def table(element: TableElement, seat: Seat) -> tuple[Body, ...]:
    """Return what the actor has, and rows for what it should have."""
    items = chosen(element.data, seat)
    there = {one.data_type for one in items}
    rows = [_row(one, element.columns, seat) for one in items]
    rows += [_gap(name, element.columns, seat) for name in element.expected if name not in there]
    return (Grid(_heads(element.columns, seat), tuple(rows), seat.texts("screen.nothing")),)


def _heads(columns: Iterable[Column], seat: Seat) -> tuple[str, ...]:
    return tuple(seat.texts(f"screen.column.{name}") for name in columns)


def _row(item: Item, columns: Iterable[Column], seat: Seat) -> tuple[Value, ...]:
    return tuple(_cell(item, name, seat) for name in columns)


def _cell(item: Item, column: Column, seat: Seat) -> Value:
    origin, words = item_origin(item), seat.desks.words
    if column == Column.WHAT:
        return Value(seat.item_title(item), origin, marks=seat.marks(item))
    if column == Column.AREA:
        return Value(words.domains[words.data_types[item.data_type].domain], origin)
    if column == Column.STATUS:
        key = "kept_out" if item.is_kept_out else "read" if item.is_read else "unread"
        return Value(seat.texts(f"screen.item.{key}"), origin)
    cells = {Column.FROM: seat.giver, Column.AGE: seat.age, Column.WAY: seat.way, Column.WHY: seat.why}
    return seat.on(item.since, item.row) if column == Column.DATE else cells[column](item)


def _gap(name: str, columns: tuple[Column, ...], seat: Seat) -> tuple[Value, ...]:
    """Return the row of a data type that is not there."""
    words = seat.desks.words
    state = why_empty(name, seat)
    cells = []
    for column in columns:
        if column == Column.WHAT:
            cells.append(Value(seat.data_title(name), f"file:data_types/{name}"))
        elif column == Column.AREA:
            cells.append(Value(words.domains[words.data_types[name].domain], f"file:data_types/{name}"))
        else:
            cells.append(state if Column.FROM not in columns or column == Column.FROM else Value("", "fold"))
    return tuple(cells)


def why_empty(name: str, seat: Seat) -> Value:
    """Return which kind of empty a data type is for the actor."""
    was_missed = [here for here in seat.knows.missing if here.data_type == name]
    keepers = [one for one in seat.knows.contacts.values() if name in keeps(one.actor, seat)]
    for standing in (Standing.OPEN, Standing.NO_ANSWER, Standing.KNOWN, Standing.STOPPED):
        for contact in keepers:
            if contact.standing == standing and contact.empty is not None:
                return seat.empty(str(contact.empty), contact.row)
    ordered = [one for one in seat.knows.orders if one.data_type == name and one.done is None]
    if ordered:
        return seat.empty("unknown", ordered[-1].asked.row)
    if was_missed and not keepers:
        return seat.empty("unknown", was_missed[-1].row)
    return seat.empty("not_asked")


def keeps(actor: str, seat: Seat) -> frozenset[str]:
    """Return the data types that an actor keeps of citizens, whoever they are."""
    return frozenset(name for name, one in seat.desks.words.data_types.items() if actor in one.held_by)


def areas(element: AreasElement, seat: Seat) -> tuple[Body, ...]:
    """Return all others that can hold something, by area, and how the actor stands with each."""
    contacts = [one for one in seat.knows.contacts.values() if not element.only_known or is_known(one)]
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("area", "actor", "status", "what", "date", "by"))
    rows = tuple(_area(one, seat) for one in contacts)
    note = texts("screen.areas.rest") if element.only_known else texts("screen.areas.legend")
    return (Grid(heads, rows, texts("screen.areas.none"), note),)


def is_known(contact: KnownContact) -> bool:
    """Return whether an actor knows that another has to do with the citizen."""
    return contact.standing not in (Standing.NONE, Standing.NOTHING)


def _area(contact: KnownContact, seat: Seat) -> tuple[Value, ...]:
    fixed = f"file:actors/{contact.actor}"
    what = "; ".join(dict.fromkeys(seat.data_title(one.data_type) for one in contact.items))
    origin = origin_of(contact)
    since = max((one.since for one in contact.items), default=contact.since)
    row = max((one.row for one in contact.items), default=contact.row)
    has_date = contact.standing != Standing.NONE or bool(contact.items)
    by = seat.actor_title(contact.named_by) if contact.named_by else ""
    return (
        Value(seat.domain_of(contact.actor), fixed),
        Value(seat.actor_title(contact.actor), fixed),
        seat.status(contact),
        Value(what, origin) if what else Value("", "fold"),
        seat.on(since, row) if has_date else Value("", "fold"),
        Value(by, origin) if by else Value("", "fold"),
    )


def plan(element: PlanElement, seat: Seat) -> tuple[Body, ...]:
    """Return the citizen's wish, and the plans that the actor has."""
    items = chosen(element.data, seat)
    rows = tuple(_row(one, PLAN_COLUMNS, seat) for one in items)
    wish = Pairs(((seat.says("screen.fact.wish"), fact(Fact.WISH, seat)),))
    return wish, Grid(_heads(PLAN_COLUMNS, seat), rows, seat.texts("screen.plan.none"))


def paper(element: PaperElement, seat: Seat) -> tuple[Body, ...]:
    """Return a document that the actor has; its practice text only then."""
    items = seat.knows.find(element.data_type)
    texts = seat.texts
    if not items:
        state = why_empty(element.data_type, seat)
        return (Paragraphs(Pairs(((seat.data_title(element.data_type), state),)), ()),)
    item = max(items, key=lambda one: one.row)
    cells = (Column.WHAT, Column.FROM, Column.DATE, Column.AGE, Column.WAY, Column.WHY)
    head = Pairs(tuple((texts(f"screen.column.{name}"), _cell(item, name, seat)) for name in cells))
    text = tuple(one.in_language(texts.lang) for one in element.text)
    return (Paragraphs(head, text, texts("screen.paper.note") if text else ""),)


def checklist(element: ChecklistElement, seat: Seat) -> tuple[Body, ...]:
    """Return what must be in the case, and whether it is."""
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("what", "status", "from", "date"))
    rows = []
    for name in element.items:
        title = Value(seat.data_title(name), f"file:data_types/{name}")
        items = seat.knows.find(name)
        if not items:
            rows.append((title, why_empty(name, seat), Value("", "fold"), Value("", "fold")))
            continue
        item = max(items, key=lambda one: one.row)
        there = Value(texts("screen.checklist.there"), item_origin(item), marks=seat.marks(item))
        rows.append((title, there, seat.giver(item), seat.on(item.since, item.row)))
    return (Grid(heads, tuple(rows), ""),)


def package(_: PackageElement, seat: Seat) -> tuple[Body, ...]:
    """Return the papers by area, with read marks, and what was found missing."""
    words = seat.desks.words.data_types
    items = sorted(seat.knows.items, key=lambda one: (words[one.data_type].domain, words[one.data_type].title))
    rows = tuple(_row(one, PACKAGE_COLUMNS, seat) for one in items)
    missing = tuple(
        (Value(seat.data_title(here.data_type), f"row:{here.row}"), seat.on(here.minute, here.row))
        for here in seat.knows.missing
    )
    heads = seat.texts("screen.column.missing"), seat.texts("screen.column.date")
    return (
        Grid(_heads(PACKAGE_COLUMNS, seat), rows, seat.texts("screen.package.none")),
        Grid(heads, missing, seat.texts("screen.package.nothing_missing")),
    )


def receipts(_: ReceiptsElement, seat: Seat) -> tuple[Body, ...]:
    """Return who was sent something by the one who runs the case, and when it came."""
    texts = seat.texts
    heads = tuple(texts(f"screen.column.{name}") for name in ("to", "what", "date"))
    rows = tuple(
        (
            Value(seat.actor_title(here.actor), f"row:{here.row}"),
            Value(seat.data_title(here.data_type), f"row:{here.row}"),
            seat.on(here.minute, here.row),
        )
        for here in seat.knows.happened
        if here.kind in (Kind.ACTOR_TOLD, Kind.MESSAGE_SENT) and here.data_type and here.actor != seat.actor
    )
    return (Grid(heads, rows, texts("screen.receipts.none")),)
