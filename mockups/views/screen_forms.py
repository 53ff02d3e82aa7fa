"""Forms on screens: what can be filled in, what is known beforehand, and what was typed in this visit."""

from collections.abc import Mapping

from mockups.views.screen_blocks import Body, Form, Grid, Input, Value
from mockups.views.screen_case import Seat, item_origin
from mockups.views.screen_data import why_empty
from simulation import FormElement, FormField, Screen, TypedElement


def form(element: FormElement, seat: Seat) -> tuple[Body, ...]:
    """Return a form with what was typed so far; one for each participant where several fill it in."""
    keys = form_keys(element)
    return tuple(_form(element, key, participant(place, seat) if len(keys) > 1 else "", seat) for place, key in keys)


def form_keys(element: FormElement) -> tuple[tuple[int, str], ...]:
    """Return number and key of each participant's own copy of a form."""
    if element.participants == 1:
        return ((1, element.id),)
    return tuple((place, f"{element.id}.{place}") for place in range(1, element.participants + 1))


def _form(element: FormElement, key: str, title: str, seat: Seat) -> Form:
    typed_here = seat.typed.get((seat.screen, key), {})
    return Form(
        key, tuple(_input(one, typed_here.get(one.id, ""), seat) for one in element.fields), title, element.stops
    )


def participant(place: int, seat: Seat) -> str:
    """Return what one of several who fill in a form is called."""
    return seat.texts("screen.form.participant", n=place)


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
        return why_empty(field.from_data, seat), ""
    item = max(items, key=lambda one: one.row)
    value = Value(seat.data_title(item.data_type), item_origin(item), marks=seat.marks(item))
    return value, f"{seat.giver(item).text} · {seat.on(item.since, item.row).text} · {seat.age(item).text}"


def typed(element: TypedElement, screen: Screen, seat: Seat) -> tuple[Body, ...]:
    """Return what was typed in this visit, in the words of the form where it stands on this screen."""
    found = seat.typed.get((element.screen, element.form), {})
    labels = labels_of(screen, element.form, seat) if element.screen == screen.id else {}
    rows = []
    for name, said in found.items():
        label, options = labels.get(name, (name, {}))
        if said:
            rows.append((Value(label, "typed"), Value(in_words(said, options), "typed")))
    heads = seat.texts("screen.column.field"), seat.texts("screen.column.typed")
    return (Grid(heads, tuple(rows), seat.texts("screen.typed.none")),)


def in_words(said: str | tuple[str, ...], options: Mapping[str, str]) -> str:
    """Return what was typed, or what was chosen by its title."""
    return ", ".join(options.get(one, one) for one in ((said,) if isinstance(said, str) else said))


def labels_of(screen: Screen, form_id: str, seat: Seat) -> dict[str, tuple[str, dict[str, str]]]:
    """Return the label of each field of a form, with what its options are called."""
    forms = [one for one in screen.elements if isinstance(one, FormElement) and one.id == form_id]
    yes = {"yes": seat.texts("screens.yes")}
    return {
        field.id: (field.label.in_language(seat.texts.lang), options_of(field, seat) or yes)
        for one in forms
        for field in one.fields
    }
