"""Types of keys in words: what an annotation of the model means to somebody who writes a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from inspect import isclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from simulation.model.amounts import ANY_FORM, ONE_VALUE, Fits
from simulation.model.landscape import Day, Interval
from simulation.model.steps import Clock
from simulation.model.text import Id, Words
from simulation.values.quantity import DURATIONS, Quantity

NAMED: tuple[tuple[Any, str], ...] = (
    (Id, "id"),
    (Words, "text"),
    (Day, 'date, `"2024-01-01"`'),
    (Clock, 'time, `"09:00"`'),
    (Interval, 'hours, `"09:00-15:00"`'),
    (tuple[dict[str, Any], ...], "list of [changes](#changes)"),
)
PLAIN: dict[object, str] = {
    str: "text",
    bool: "`true` or `false`",
    int: "whole number",
    float: "number",
    Any: "anything",
}
FORMS = {ANY_FORM: "", ONE_VALUE: ", one value"}


@cache
def hints_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return the annotations of a model with all that is said in them."""
    return get_type_hints(model, include_extras=True)


def models_in(tops: Iterable[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """Yield models and all models inside them, each once."""
    seen: dict[type[BaseModel], None] = {}
    waiting = list(tops)
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen[model] = None
            waiting += [inner for hint in hints_of(model).values() for inner in _models(hint)]
    yield from seen


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isclass(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def type_in_words(annotation: object) -> str:
    """Return an annotation in words; models are links to their section."""
    for named, words in NAMED:
        if annotation == named:
            return words
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(inner[0], inner[1:])
    if origin in {Union, UnionType}:
        return " or ".join(dict.fromkeys(type_in_words(part) for part in inner if part is not NoneType))
    if origin is Literal:
        return ", ".join(f"`{str(word).lower() if isinstance(word, bool) else word}`" for word in inner)
    if isclass(origin) and issubclass(origin, Mapping):
        return f"{type_in_words(inner[0])} → {type_in_words(inner[1])}"
    if isclass(origin) and issubclass(origin, Sequence):
        return f"list of {type_in_words(inner[0])}"
    return _plain(annotation)


def _plain(annotation: object) -> str:
    if isclass(annotation) and issubclass(annotation, BaseModel):
        name = annotation.__name__
        return f"[{name}](#{name.lower()})"
    if isclass(annotation) and issubclass(annotation, StrEnum):
        return ", ".join(f"`{word}`" for word in annotation)
    return PLAIN.get(annotation, str(annotation))


def _annotated(annotation: object, metadata: Sequence[object]) -> str:
    """Return a type in words with the bounds that its metadata gives."""
    words = type_in_words(annotation)
    bounds = [bound for one in metadata if isinstance(one, FieldInfo) for bound in one.metadata]
    least = next((bound.ge for bound in bounds if isinstance(bound, Ge)), None)
    most = next((bound.le for bound in bounds if isinstance(bound, Le)), None)
    return words if least is None or most is None else f"{words} {least} to {most}"


def unit_in_words(annotation: object) -> str:
    """Return the units that fit a quantity, and which forms, where not all do."""
    fits = next(_fits(annotation), None)
    if fits is None:
        return ""
    units = "a duration" if fits.units == DURATIONS else ", ".join(f"`{unit}`" for unit in fits.units)
    return units + FORMS.get(fits.forms, ", with a middle")


def _fits(annotation: object) -> Iterator[Fits]:
    if isinstance(annotation, Fits):
        yield annotation
    if annotation is not Quantity:
        for inner in get_args(annotation):
            yield from _fits(inner)
