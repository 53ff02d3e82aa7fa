"""Which models can stand at a place of the data, so that a fault can say what is known there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from inspect import isclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

KeyPath = tuple[str | int, ...]


def models_at(model: type[BaseModel], location: KeyPath) -> tuple[type[BaseModel], ...]:
    """Return the models that can stand at a location as pydantic tells it, with its names of union members."""
    annotations: tuple[Any, ...] = (model,)
    for segment in location:
        annotations = tuple(_below(annotations, segment))
    return tuple(_models(annotations))


def field_names(models: Sequence[type[BaseModel]]) -> tuple[str, ...]:
    """Return the names of all fields, in order."""
    return tuple(dict.fromkeys(name for model in models for name in model.model_fields))


def required_names(models: Sequence[type[BaseModel]]) -> tuple[str, ...]:
    """Return the names of the fields that must be given, in order."""
    fields = ((name, field) for model in models for name, field in model.model_fields.items())
    return tuple(dict.fromkeys(name for name, field in fields if field.is_required()))


def _below(annotations: Sequence[Any], segment: str | int) -> list[Any]:
    """Return the annotations one segment further down; a segment may also name a member of a union."""
    members = [member for annotation in annotations for member in _members(annotation)]
    models = list(_models(members))
    if len(models) > 1:
        tagged = [model for model in models if segment in _tags(model)]
        if tagged:
            return tagged
    inside = [part for member in members for part in _parts(member, segment)]
    named = [model for model in models if re.search(rf"\b{model.__name__}\b", str(segment))]
    return inside or named or members


def _members(annotation: Any) -> Iterator[Any]:
    """Yield what an annotation stands for, without Annotated, aliases and unions."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _members(get_args(annotation)[0])
    elif origin in {Union, UnionType}:
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _models(annotations: Sequence[Any]) -> Iterator[type[BaseModel]]:
    for annotation in annotations:
        for member in _members(annotation):
            if isclass(member) and issubclass(member, BaseModel):
                member.model_rebuild()  # names of models further down in its module
                yield member


def _tags(model: type[BaseModel]) -> set[Any]:
    """Return the values that tell a model of a union from the others."""
    literals = (field.annotation for field in model.model_fields.values() if get_origin(field.annotation) is Literal)
    return {tag for literal in literals for tag in get_args(literal)}


def _parts(member: Any, segment: str | int) -> Iterator[Any]:
    origin, inner = get_origin(member) or member, get_args(member)
    if not isclass(origin):
        return
    if issubclass(origin, BaseModel):
        if segment in origin.model_fields:
            yield origin.model_fields[str(segment)].annotation
    elif issubclass(origin, Mapping) and inner:
        yield inner[1]
    elif issubclass(origin, Sequence) and inner and isinstance(segment, int):
        yield inner[segment] if segment < len(inner) and inner[-1] is not Ellipsis else inner[0]
