"""Checks of every quantity against its place in the model: unit, form and limits."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from simulation.model.amounts import DAY, MINUTES, Fits
from simulation.reading.fault_at import fault_at
from simulation.reading.tree import KeyPath, Tree
from simulation.values.faults import Fault
from simulation.values.quantity import Quantity, Unit

FORMS = {"value": "value", "mode": "low/mode/high", "typical": "typical/at_most", "mean": "mean"}
"""How a form is written, by the number that decides it."""


def amounts_fit(model: BaseModel, tree: Tree) -> Iterator[Fault]:
    """Yield a fault for every quantity whose unit, form or size does not fit where it stands."""
    for path, quantity, fits in amounts_of(model):
        if quantity.unit not in fits.units:
            yield fault_at(tree, (*path, "unit"), "wrong-unit", unit=quantity.unit, wanted=tuple(map(str, fits.units)))
        elif quantity.form not in fits.forms:
            wanted = tuple(FORMS[form] for form in fits.forms)
            yield fault_at(tree, path, "wrong-distribution", given=FORMS[quantity.form], wanted=wanted)
        else:
            yield from out_of_limits(tree, path, quantity, fits)


def out_of_limits(tree: Tree, path: KeyPath, quantity: Quantity, fits: Fits) -> Iterator[Fault]:
    """Yield a fault for every number of a quantity that is beyond its limits."""
    scale = MINUTES.get(quantity.unit, 1)
    for name, number in quantity.numbers().items():
        least = max(fits.least, fits.middle_least if name == quantity.form else 0)
        size = number * scale
        if size < least:
            broken: tuple[str, float] | None = ("at least", least)
        elif fits.most is not None and size > fits.most:
            broken = ("at most", fits.most)
        elif fits.multiple_of and size % fits.multiple_of:
            broken = ("a multiple of", fits.multiple_of)
        else:
            broken = None
        if broken:
            bound, limit = broken
            value, said = _in_words(number, quantity.unit), _limit(limit, quantity.unit)
            yield fault_at(tree, (*path, name), "out-of-range", value=value, bound=(bound,), limit=said)


def amounts_of(model: BaseModel, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Quantity, Fits]]:
    """Yield every quantity of a model with its path and what fits there, in the order of the model."""
    for name, fits in _fields(type(model)):
        yield from _inside(getattr(model, name), (*path, name), fits)


def _inside(value: object, path: KeyPath, fits: Fits | None) -> Iterator[tuple[KeyPath, Quantity, Fits]]:
    if isinstance(value, Quantity):
        if fits is not None:
            yield path, value, fits
    elif isinstance(value, BaseModel):
        yield from amounts_of(value, path)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _inside(part, (*path, str(key)), fits)
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _inside(part, (*path, number), fits)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Fits | None], ...]:
    """Return the names of a model's fields, each with what fits where it holds quantities."""
    fields = model.model_fields.items()
    return tuple((name, next(fits_in((field.annotation, *field.metadata)), None)) for name, field in fields)


def fits_in(annotations: Iterable[Any]) -> Iterator[Fits]:
    """Yield what annotations, and what is inside them, say about fitting quantities."""
    for annotation in annotations:
        if isinstance(annotation, Fits):
            yield annotation
        yield from fits_in(get_args(annotation))


def _in_words(number: float, unit: Unit) -> str:
    return f"{number:.15g} {unit}" if unit in MINUTES else f"{number:.15g}"


def _limit(limit: float, unit: Unit) -> str:
    """Return a limit in words; that of a duration in days, where these are whole."""
    if unit not in MINUTES:
        return f"{limit:.15g}"
    return f"{limit / DAY:.15g} calendar_days" if limit % DAY == 0 else f"{limit:.15g} minutes"
