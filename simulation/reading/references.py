"""Which values name something else, and where that is defined."""

from collections.abc import Iterator, Mapping

from simulation.model.world import World
from simulation.reading.fault_at import fault_at
from simulation.reading.tree import KeyPath, Plain, Tree, parts
from simulation.values.faults import Fault

KEY = "{key}"
EACH = "*"

REFERENCES: tuple[tuple[str, str, str], ...] = (
    ("course.closes", "steps", "step"),
    ("course.meeting", "steps", "step"),
    ("course.told_at", "steps", "step"),
    ("course.clocks.*.start", "steps", "step"),
    ("course.clocks.*.end.*", "steps", "step"),
    ("setting.rule_set", "rule_sets", "rule set"),
    ("case_types.*.rule_sets.*", "rule_sets", "rule set"),
    ("steps.*.phase", "phases", "phase"),
    ("steps.*.after.*", "steps", "step"),
    ("steps.*.when_booked", "steps", "step"),
    ("steps.*.ready_when.*", "steps", "step"),
    ("steps.*.on", "life", "life event"),
    ("steps.*.by", "roles", "role"),
    ("steps.*.again.back_to", "steps", "step"),
    ("steps.*.checks_critical.return_to", "steps", "step"),
    ("steps.*.produces.*", "data_types", "data type"),
    ("steps.*.needs.*.data_type", "data_types", "data type"),
    ("steps.*.tells.actors.*", "actors", "actor"),
    ("steps.*.tells.data_type", "data_types", "data type"),
    ("steps.*.tells.channel", "channels", "channel"),
    ("steps.*.participants.*.role", "roles", "role"),
    ("steps.*.no_show.not_for.*", "case_types", "case type"),
    ("steps.*.among.{key}", "case_types", "case type"),
    ("steps.*.excluded.{key}", "domains", "domain"),
    *(
        (f"steps.*.{condition}.{key}", room, what)
        for condition in ("only_if", "again.when")
        for key, room, what in (
            ("case_types.*", "case_types", "case type"),
            ("not_case_types.*", "case_types", "case type"),
            ("rule_sets.*", "rule_sets", "rule set"),
            ("involves.*", "actors", "actor"),
            ("decided.{key}", "steps", "step"),
        )
    ),
    ("steps.*.during.{key}", "states", "side of life"),
    ("steps.*.pauses.side", "states", "side of life"),
    ("steps.*.pauses.known_from", "data_types", "data type"),
    ("data_types.*.sooner.side", "states", "side of life"),
    ("coordination.pauses.side", "states", "side of life"),
    ("coordination.pauses.known_from", "data_types", "data type"),
    ("steps.*.observes.*", "data_types", "data type"),
    ("steps.*.shares.*", "data_types", "data type"),
    ("life.*.ahead.of", "life", "life event"),
    ("life.*.during.{key}", "states", "side of life"),
    ("life.*.becomes.{key}", "states", "side of life"),
    ("life.*.faster.{key}", "states", "side of life"),
    ("life.*.changes.{key}", "data_types", "data type"),
    ("life.*.changes.*.*", "actors", "actor"),
    ("life.*.seen_by.*", "actors", "actor"),
    ("life.*.forgets.actors.*", "actors", "actor"),
    ("life.*.forgets.share_of.{key}", "actors", "actor"),
    ("life.*.withdraws.*", "domains", "domain"),
    ("reactions.*.tells.*.by", "actors", "actor"),
    ("reactions.*.tells.*.actors.*", "actors", "actor"),
    ("reactions.*.tells.*.data_types.*", "data_types", "data type"),
    ("reactions.*.tells.*.channel", "channels", "channel"),
    ("coordination.efforts.*", "data_types", "data type"),
    ("coordination.condition.*", "data_types", "data type"),
    ("coordination.unclear.{key}", "actors", "actor"),
    ("coordination.phone.channel", "channels", "channel"),
    ("flows.*.givers.*", "actors", "actor"),
    ("flows.*.receivers.*", "actors", "actor"),
    ("flows.*.data_types.*", "data_types", "data type"),
    ("flows.*.channel", "channels", "channel"),
    ("reactions.*.on", "life", "life event"),
    ("reactions.*.also_on.*", "life", "life event"),
    ("reactions.*.starts.*", "steps", "step"),
    ("reactions.*.only_before", "steps", "step"),
    ("reactions.*.changes_person.*", "roles", "role"),
    ("gathering.habit.{key}", "actors", "actor"),
    ("gathering.pointers.{key}", "actors", "actor"),
    ("gathering.pointers.*.{key}", "actors", "actor"),
    ("gathering.sensitive_domains.*", "domains", "domain"),
    ("sharing.*.holders.*", "actors", "actor"),
    ("sharing.*.knows_all.*", "actors", "actor"),
    ("sharing.*.data_types.*", "data_types", "data type"),
    ("sharing.*.channel", "channels", "channel"),
    ("goals.*.actor", "actors", "actor"),
    ("role_groups.*.domains.*", "domains", "domain"),
    ("actors.*.domain", "domains", "domain"),
    ("actors.*.calendar", "calendars", "calendar"),
    ("actors.*.answers.pool", "roles", "role"),
    ("actors.*.channel.usual", "channels", "channel"),
    ("actors.*.channel.other", "channels", "channel"),
    ("actors.*.counterpart_of", "actors", "actor"),
    ("actors.*.named_in.*", "sources", "source"),
    ("roles.*.actor", "actors", "actor"),
    ("roles.*.calendar", "calendars", "calendar"),
    ("systems.*.owner", "actors", "actor"),
    ("systems.*.read_by.*", "actors", "actor"),
    ("systems.*.integrations.*", "systems", "system"),
    ("data_types.*.domain", "domains", "domain"),
    ("data_types.*.held_by.*", "actors", "actor"),
    ("data_types.*.system", "systems", "system"),
    ("data_types.*.critical_for.*", "case_types", "case type"),
    ("legal_basis.*.givers.*", "actors", "actor"),
    ("legal_basis.*.receivers.*", "actors", "actor"),
    ("legal_basis.*.data_types.*", "data_types", "data type"),
    ("personas.*.case_type", "case_types", "case type"),
    ("personas.*.enters_at", "steps", "step"),
    ("personas.*.involves.*", "actors", "actor"),
    ("personas.*.may_involve.{key}", "actors", "actor"),
    ("personas.*.has.*", "data_types", "data type"),
    ("personas.*.may_have.{key}", "data_types", "data type"),
    ("personas.*.critical.*", "data_types", "data type"),
    ("personas.*.forgets.*", "actors", "actor"),
    ("personas.*.willing_for.{key}", "actors", "actor"),
    ("personas.*.excludes.{key}", "domains", "domain"),
    ("personas.*.excludes_towards.{key}", "actors", "actor"),
    ("personas.*.excludes_towards.*.{key}", "domains", "domain"),
    ("personas.*.states.{key}", "states", "side of life"),
    ("personas.*.life.{key}", "life", "life event"),
    ("personas.*.chances.{key}", "life", "life event"),
)
"""Path pattern, the mapping its value (or key) is an id of, and what such a thing is called."""

NOT_ALL_COURSES_HAVE = {"data_types.*.critical_for.*"}
"""References of the shared landscape that only some courses define."""


def unknown_references(world: World, tree: Tree) -> Iterator[Fault]:
    """Yield a fault for every id that nothing defines."""
    given: Plain = world.model_dump(mode="json", exclude_none=True)
    for pattern, room, what in REFERENCES:
        if pattern in NOT_ALL_COURSES_HAVE:
            continue
        known = getattr(world, room)
        for path, name, is_key in matches(given, pattern.split("."), ()):
            if name not in known:
                yield fault_at(
                    tree, path, "unknown-reference", known=known, at_key=is_key, what=(what,), name=str(name)
                )


def matches(value: Plain, pattern: list[str], path: KeyPath) -> Iterator[tuple[KeyPath, Plain, bool]]:
    """Yield the path and value of everything a pattern fits, and whether the key is meant."""
    if not pattern:
        if not isinstance(value, Mapping | list | tuple):
            yield path, value, False
        return
    first, rest = pattern[0], pattern[1:]
    if first == KEY:
        yield from (((*path, key), str(key), True) for key, _ in parts(value))
    elif first == EACH:
        for key, part in parts(value):
            yield from matches(part, rest, (*path, key))
    elif isinstance(value, Mapping) and first in value:
        yield from matches(value[first], rest, (*path, first))
