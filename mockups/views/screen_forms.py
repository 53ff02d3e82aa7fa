"""Forms on screens: what can be filled in, what is known beforehand, and what was typed in this visit."""

from mockups.views.screen_blocks import Body, Form, Grid, Input, Value
from mockups.views.screen_case import Seat, item_origin
from simulation import FormElement, FormField, Screen, TypedElement


def form(element: FormElement, seat: Seat) -> tuple[Body, ...]:
    """Return a form with what was typed so far."""
    typed_here = seat.typed.get((seat.screen, element.id), {})
    inputs = tuple(_input(one, typed_here.get(one.id, ""), seat) for one in element.fields)
    return (Form(element.id, inputs, element.stops),)


def _input(field: FormField, typed_here: str | tuple[str, ...], seat: Seat) -> Input:
    known, note = _known(field, seat)
    return Input(
        id=field.id,
        label=field.label.in_language(seat.texts.lang),
        input=str(field.input),
        options=tuple(options_of(field, seat).items()),
        known=known,
        known_note=note,
        required=field.required,
        typed=typed_here,
    )


def options_of(field: FormField, seat: Seat) -> dict[str, str]:
    """Return what there is to choose from, by id."""
    words = seat.desks.words
    rooms = {
        "domains": words.domains,
        "actors": {name: one.title for name, one in words.actors.items() if name in seat.folder.frame.others},
        "phases": words.phases,
        "data_types": {name: one.title for name, one in words.data_types.items()},
    }
    if field.options_from:
        return dict(rooms[field.options_from])
    return {name: text.in_language(seat.texts.lang) for name, text in field.options.items()}


def _known(field: FormField, seat: Seat) -> tuple[Value | None, str]:
    """Return what a field can be filled in with, and from whom and when it is."""
    if field.from_data is None:
        return None, ""
    items = seat.knows.find(field.from_data)
    if not items:
        return seat.empty("not_asked"), ""
    item = max(items, key=lambda one: one.row)
    value = Value(seat.data_title(item.data_type), item_origin(item), marks=seat.marks(item))
    return value, f"{seat.giver(item).text} · {seat.on(item.since, item.row).text} · {seat.age(item).text}"


def typed(element: TypedElement, seat: Seat) -> tuple[Body, ...]:
    """Return what was typed on another screen in this visit."""
    found = seat.typed.get((element.screen, element.form), {})
    rows = tuple(
        (Value(name, "typed"), Value(", ".join(said) if isinstance(said, tuple) else said, "typed"))
        for name, said in found.items()
        if said
    )
    heads = seat.texts("screen.column.field"), seat.texts("screen.column.typed")
    return (Grid(heads, rows, seat.texts("screen.typed.none")),)


def labels_of(screen: Screen, form_id: str, seat: Seat) -> dict[str, tuple[str, dict[str, str]]]:
    """Return the label of each field of a form, with what its options are called."""
    forms = [one for one in screen.elements if isinstance(one, FormElement) and one.id == form_id]
    yes = {"yes": seat.texts("screens.yes")}
    return {
        field.id: (field.label.in_language(seat.texts.lang), options_of(field, seat) or yes)
        for one in forms
        for field in one.fields
    }
