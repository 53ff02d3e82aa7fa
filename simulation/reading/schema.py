"""JSON Schemas of the data files, so that an editor completes keys and marks what does not fit while it is written."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from pydantic import BaseModel

from simulation.model.files import Intervention, ProfileFile, ScenarioFile
from simulation.model.persona import Persona
from simulation.model.screen import Screen
from simulation.model.world import World
from simulation.reading.change_list import ARGUMENT, Verb
from simulation.values.quantity import Evidence, Quantity

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LANDSCAPE = (
    "calendars",
    "actors",
    "roles",
    "systems",
    "channels",
    "data_types",
    "domains",
    "role_groups",
    "legal_basis",
    "rule_sets",
    "sources",
    "glossary",
    "uptake",
)
"""Rooms of a world that courses share; a course may add entries of its own."""
COURSE = (
    "course",
    "phases",
    "case_types",
    "steps",
    "gathering",
    "sharing",
    "coordination",
    "flows",
    "states",
    "life",
    "reactions",
    "goals",
)
"""Rooms of a world that a course fills."""
COURSE_NEEDS = ("course", "phases", "case_types", "steps")


def schemas() -> dict[str, Schema]:
    """Return the schema of each kind of data file, by name."""
    return {
        "course": _part_of_world("A course as it is today", (*COURSE, *LANDSCAPE), COURSE_NEEDS),
        "intervention": _of_model(Intervention),
        "landscape": _part_of_world("What courses share", LANDSCAPE, ()),
        "persona": _of_model(Persona),
        "profile": _of_model(ProfileFile),
        "scenario": _of_model(ScenarioFile),
        "screen": _of_model(Screen),
    }


def _of_model(model: type[BaseModel]) -> Schema:
    """Return the schema of a file that is one model."""
    found = model.model_json_schema()
    found["$defs"] = {**found.get("$defs", {}), **_quantity_definitions()}
    if "changes" in found["properties"]:
        found["properties"]["changes"] = {**_changes(), "description": found["properties"]["changes"]["description"]}
    return _whole(found, str(model.__doc__).splitlines()[0])


def _part_of_world(title: str, rooms: Sequence[str], needs: Sequence[str]) -> Schema:
    """Return the schema of a file that holds some rooms of a world."""
    world = World.model_json_schema()
    version = Persona.model_json_schema()["properties"]["format"]
    properties = {"format": version, **{room: world["properties"][room] for room in rooms}}
    part = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": ["format", *needs],
        "$defs": world["$defs"],
    }
    return _whole(part, title)


def _whole(schema: Schema, title: str) -> Schema:
    """Return a schema with the evidence that a file may declare, and with what its numbers then need not say."""
    definitions = {name: _loosened(name, found) for name, found in schema["$defs"].items()}
    return {
        "$schema": DIALECT,
        **schema,
        "title": title,
        "properties": {**schema["properties"], "evidence": _evidence()},
        "$defs": dict(sorted(_reached(definitions, schema).items())),
    }


def _loosened(name: str, definition: Schema) -> Schema:
    """Return a definition; of a number without the evidence that it may inherit from its file."""
    needed = {"Quantity": ["unit"], "Point": ["value"]}.get(name)
    return definition if needed is None else {**definition, "required": needed}


def _reached(definitions: Mapping[str, Schema], schema: Schema) -> dict[str, Schema]:
    """Return the definitions that a schema uses, directly or through others."""
    found: dict[str, Schema] = {}
    waiting = _references({key: part for key, part in schema.items() if key != "$defs"})
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = definitions[name]
            waiting += _references(definitions[name])
    return found


def _references(part: Any) -> list[str]:
    """Return the names of the definitions that a part of a schema refers to."""
    if isinstance(part, Mapping):
        own = [str(part["$ref"]).rpartition("/")[2]] if "$ref" in part else []
        return own + [name for inner in part.values() for name in _references(inner)]
    return [name for inner in part for name in _references(inner)] if isinstance(part, list) else []


def _evidence() -> Schema:
    """Return the schema of what all numbers of a file rest on that say nothing of their own."""
    text = {"type": "string", "minLength": 1}
    return {
        "description": "What the numbers of this file rest on, where they say nothing of their own",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "kind": {"enum": [str(kind) for kind in Evidence]},
            "source": text,
            "where": text,
            "because": text,
        },
        "required": ["kind"],
    }


def _changes() -> Schema:
    """Return the schema of a list of changes: each one verb on one path, with why."""
    return {"type": "array", "items": {"oneOf": [_change(verb) for verb in Verb]}}


def _change(verb: Verb) -> Schema:
    path = {"type": "string", "pattern": r"^[^.\s]+(\.[^.\s]+)*$", "description": "Names in the files, dots between"}
    factor = {"anyOf": [{"type": "number", "minimum": 0}, {"$ref": "#/$defs/Quantity"}]}
    arguments: Schema = {"to": {"description": "What stands there afterwards"}, "by": factor}
    argument = ARGUMENT.get(verb)
    properties: Schema = {str(verb): path, "because": {"type": "string", "minLength": 1, "description": "Why"}}
    if argument:
        properties[argument] = arguments[argument]
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": sorted(properties)}


def _quantity_definitions() -> dict[str, Schema]:
    """Return the definitions that a factor refers to."""
    found = Quantity.model_json_schema(ref_template="#/$defs/{model}")
    return {**found.pop("$defs"), "Quantity": found}
