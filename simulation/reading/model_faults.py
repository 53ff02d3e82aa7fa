"""What pydantic finds, as codes of the fault catalogue."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from simulation.reading.model_fields import field_names, models_at, required_names
from simulation.reading.quantities import is_number
from simulation.reading.tree import KeyPath, Plain, kind_of, parts, shown
from simulation.values.fault_texts import CATALOGUE
from simulation.values.faults import did_you_mean
from simulation.values.quantity import Quantity
from simulation.values.wording import Field


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing in which plain values do not fit a model."""

    path: KeyPath
    """Path of the key or value at fault; for a missing key, of what lacks it."""
    given: Plain
    """What stands there."""
    code: str
    fields: Mapping[str, Field] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    suggestion: str | None = None
    is_at_key: bool = False
    """Whether the key is at fault rather than the value."""
    expected: tuple[str, ...] = ()
    """For a wrong type: what would have been right."""

    def with_expected(self, expected: tuple[str, ...]) -> "Misfit":
        """Return this wrong type with all that would have been right."""
        return replace(self, fields={**self.fields, "expected": expected}, expected=expected)


_EXPECTED = {
    **dict.fromkeys(("model_type", "dict_type", "mapping_type", "model_attributes_type"), "a mapping"),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"), "a list"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "a whole number"),
    **dict.fromkeys(("float_type", "float_parsing"), "a number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true or false"),
    "string_type": "text",
    "none_required": "nothing",
}
_BOUNDS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
    "multiple_of": ("multiple_of", "a multiple of"),
}
_LENGTHS = {
    **dict.fromkeys(("string_too_short", "too_short"), ("min_length", "at least")),
    **dict.fromkeys(("string_too_long", "too_long"), ("max_length", "at most")),
}
_SHOWN = 60


def misfit_of(error: ErrorDetails, model: type[BaseModel], value: Plain) -> Misfit:
    """Return what a pydantic error says about the plain values that it was given."""
    location, kind = error["loc"], error["type"]
    at_key = location[-1:] == ("[key]",)
    path, given = _found(location[:-1] if at_key else location, value, error["input"])
    misfit = Misfit(path, error["input"] if at_key else given, "wrong-value", is_at_key=at_key)
    context = error.get("ctx", {})
    if kind in CATALOGUE:
        return _refused(misfit, kind, context)
    if kind in _EXPECTED:
        return _wrong_type(misfit, _EXPECTED[kind], models_at(model, location))
    if kind in {"missing", "extra_forbidden"}:
        return _wrong_key(misfit, kind, str(location[-1]), models_at(model, location[:-1]))
    return _wrong_value(misfit, kind, context, error["msg"])


def _found(location: KeyPath, value: Plain, wanted: Any) -> tuple[KeyPath, Plain]:
    """Return the path that a location means, which also names members of unions, and what stands there."""
    return max(_existing(location, value), key=lambda found: (found[1] is wanted, len(found[0])))


def _existing(location: KeyPath, value: Plain, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Plain]]:
    """Yield every path that exists and keeps the order of the location."""
    yield path, value
    inside = dict(parts(value))
    for number, segment in enumerate(location):
        if segment in inside:
            yield from _existing(location[number + 1 :], inside[segment], (*path, segment))


def _refused(misfit: Misfit, code: str, context: Mapping[str, Any]) -> Misfit:
    """Return what a validator refused with a code of the catalogue."""
    found = replace(misfit, code=code, fields=context.get("fields", {}), known=context.get("known", ()))
    inside = dict(parts(misfit.given))
    if context.get("at") not in inside:
        return found
    given = inside[context["at"]]
    suggestion = did_you_mean(given, found.known) if isinstance(given, str) else None
    return replace(found, path=(*misfit.path, context["at"]), given=given, suggestion=suggestion)


def _wrong_type(misfit: Misfit, expected: str, models: Sequence[type[BaseModel]]) -> Misfit:
    given = misfit.given
    if is_number(given) and any(issubclass(model, Quantity) for model in models):
        return replace(misfit, code="bare-number", fields={"value": given})
    if isinstance(given, str) and "number" in expected and re.fullmatch(r"-?\d+,\d+", given):
        return replace(misfit, code="decimal-comma", fields={"value": given, "number": given.replace(",", ".")})
    wrong = replace(misfit, code="wrong-type", fields={"given": (kind_of(given),), "shown": shown(given)})
    return wrong.with_expected((expected,))


def _wrong_key(misfit: Misfit, kind: str, key: str, models: Sequence[type[BaseModel]]) -> Misfit:
    if kind == "missing":
        required = ", ".join(required_names(models)) or key
        return replace(misfit, code="missing-key", fields={"key": key, "required": required}, is_at_key=True)
    known = field_names(models)
    meant = did_you_mean(key, known)
    return replace(misfit, code="unknown-key", fields={"key": key}, known=known, suggestion=meant, is_at_key=True)


def _wrong_value(misfit: Misfit, kind: str, context: Mapping[str, Any], message: str) -> Misfit:
    value = _shown(misfit.given)
    if kind in _BOUNDS:
        name, bound = _BOUNDS[kind]
        fields: dict[str, Field] = {"value": value, "bound": (bound,), "limit": context[name]}
        return replace(misfit, code="out-of-range", fields=fields)
    if kind in _LENGTHS:
        name, bound = _LENGTHS[kind]
        length = len(misfit.given) if isinstance(misfit.given, str | Sequence | Mapping) else 0
        return replace(
            misfit, code="wrong-length", fields={"length": length, "bound": (bound,), "limit": context[name]}
        )
    if kind == "string_pattern_mismatch":
        return replace(misfit, code="wrong-form", fields={"value": value, "pattern": context["pattern"]})
    if kind in {"enum", "literal_error", "union_tag_invalid", "union_tag_not_found"}:
        return _not_one_of(misfit, context)
    if kind == "finite_number":
        return replace(misfit, code="not-finite", fields={"text": value})
    return replace(misfit, code="wrong-value", fields={"problem": str(context.get("error", message))})


def _not_one_of(misfit: Misfit, context: Mapping[str, Any]) -> Misfit:
    """Return a misfit of a word from a closed list, or of the word that tells models of a union apart."""
    listed = str(context.get("expected", context.get("expected_tags", "")))
    known = tuple(word.strip("'") for word in re.findall(r"'[^']*'|\b\d+\b", listed))
    path, given = misfit.path, misfit.given
    if "discriminator" in context:
        key = str(context["discriminator"]).strip("'")
        if "tag" not in context:
            return _without_tag(misfit, key)
        path, given = (*path, key), dict(parts(given)).get(key)
    value, key = _shown(given), str(path[-1]) if path else ""
    meant = did_you_mean(value, known)
    return Misfit(path, given, "not-one-of", {"value": value, "key": key}, known, meant)


def _without_tag(misfit: Misfit, key: str) -> Misfit:
    """Return a misfit of what lacks the word that tells models of a union apart, or has it under a misspelt key."""
    misspelt = did_you_mean(key, (str(name) for name, _ in parts(misfit.given)))
    if misspelt is None:
        return replace(misfit, code="missing-key", fields={"key": key, "required": key}, is_at_key=True)
    path = (*misfit.path, misspelt)
    return Misfit(path, dict(parts(misfit.given))[misspelt], "unknown-key", {"key": misspelt}, (), key, is_at_key=True)


def _shown(value: Plain) -> str:
    text = f"{value:.15g}" if is_number(value) else str(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
