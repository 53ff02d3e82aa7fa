"""The changes an intervention or a scenario lists: what one is, and how they are read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from simulation.reading.bind import bind
from simulation.reading.graft import subtree
from simulation.reading.quantities import is_number, is_quantity
from simulation.reading.tree import KeyPath, Plain, Tree, kind_of, shown
from simulation.values.faults import Fault, Gathered, WrongData, did_you_mean
from simulation.values.places import Place
from simulation.values.quantity import Evidence, Quantity, Unit


class Verb(StrEnum):
    """What a change does, in the order in which changes of one path take effect."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"
    SCALE = "scale"


ARGUMENT = {Verb.SET: "to", Verb.ADD: "to", Verb.SCALE: "by"}


@dataclass(frozen=True, slots=True)
class Change:
    """One verb on one path, and why."""

    verb: Verb
    path: tuple[str, ...]
    because: str
    origin: str
    """Id of the intervention, profile or scenario that lists it."""
    place: Place
    """Place of the path; its segments follow on the same line."""
    argument: Tree | None = None
    """`to` of set and add, `by` of scale."""

    @property
    def dotted(self) -> str:
        """The path as it is written."""
        return ".".join(self.path)

    @property
    def context(self) -> str:
        """The change as faults name it."""
        return f"changes › {self.verb} {self.dotted}"

    @property
    def factor(self) -> float:
        """The factor of a scale; 1 for other verbs."""
        given = self.argument.value if self.argument and self.verb is Verb.SCALE else 1
        plain = given.get("value") if isinstance(given, Mapping) else given
        return float(plain) if is_number(plain) else 1.0

    def segment_place(self, number: int) -> Place:
        """Return the place of a segment of the path, counted from 0."""
        before = sum(len(segment) + 1 for segment in self.path[:number])
        return replace(self.place, column=self.place.column + before)


def read_changes(tree: Tree, origin: str, at: KeyPath = ("changes",)) -> tuple[Change, ...]:
    """Return the changes listed at a path of a tree; none where there is no such list.

    Args:
        tree: An intervention, profile or scenario as read, with its evidence spread.
        origin: Its id.
        at: Where the list is.

    Raises:
        WrongData: With the faults of all changes.
    """
    listed = tree.value.get(str(at[-1]), []) if isinstance(tree.value, Mapping) else []
    if not isinstance(listed, list):
        raise WrongData([_wrong_type(tree.place(at), ("a list",), listed, "changes")])
    changes: list[Change] = []
    faults: list[Fault] = []
    for number, entry in enumerate(listed):
        found = list(_entry_faults(tree, (*at, number), entry))
        faults += found
        if not found and isinstance(entry, Mapping):
            changes.append(_change(tree, (*at, number), entry, origin))
    if faults:
        raise WrongData(faults)
    return tuple(changes)


def _change(tree: Tree, at: KeyPath, entry: Mapping[str, Plain], origin: str) -> Change:
    verb = next(verb for verb in Verb if verb in entry)
    argument = ARGUMENT.get(verb)
    return Change(
        verb=verb,
        path=tuple(str(entry[verb]).split(".")),
        because=str(entry["because"]),
        origin=origin,
        place=tree.value_place((*at, verb)),
        argument=subtree(tree, (*at, argument)) if argument else None,
    )


def _entry_faults(tree: Tree, at: KeyPath, entry: Plain) -> Iterator[Fault]:
    """Yield what is wrong with one entry of the list."""
    if not isinstance(entry, Mapping):
        yield _wrong_type(tree.place(at), ("a mapping",), entry, "changes")
        return
    verbs = [verb for verb in Verb if verb in entry]
    if len(verbs) != 1:
        yield Fault(tree.place(at), "one-verb", {"given": ", ".join(verbs) or ("none",)}, "changes")
        return
    verb = verbs[0]
    context = f"changes › {verb} {entry[verb]}"
    yield from _path_faults(tree, (*at, verb), entry[verb])
    yield from _key_faults(tree, at, entry, verb, context)
    because = entry.get("because")
    if "because" in entry and (not isinstance(because, str) or not because.strip()):
        yield _wrong_type(tree.value_place((*at, "because")), ("text",), because, context)
    if verb is Verb.SCALE and "by" in entry:
        yield from _factor_faults(tree, (*at, "by"), entry["by"], context)


def _path_faults(tree: Tree, at: KeyPath, path: Plain) -> Iterator[Fault]:
    if not isinstance(path, str):
        yield _wrong_type(tree.value_place(at), ("text",), path, "changes")
    elif not all(segment and segment == segment.strip() for segment in path.split(".")):
        yield Fault(tree.value_place(at), "wrong-path", {"path": path}, "changes")


def _key_faults(tree: Tree, at: KeyPath, entry: Mapping[str, Plain], verb: Verb, context: str) -> Iterator[Fault]:
    """Yield a fault for each key too many or too few."""
    required = tuple(str(key) for key in (verb, ARGUMENT.get(verb), "because") if key)
    missing = [key for key in required if key not in entry]
    for key in entry:
        if key not in required:
            meant = did_you_mean(key, missing)
            missing = [other for other in missing if other != meant]
            yield Fault(tree.place((*at, key)), "unknown-key", {"key": key}, context, required, "", meant)
    for key in missing:
        fields = {"key": key, "required": ", ".join(required)}
        yield Fault(tree.place((*at, verb)), "missing-key", fields, context)


def _factor_faults(tree: Tree, at: KeyPath, by: Plain, context: str) -> Iterator[Fault]:
    """Yield what is wrong with a factor; one without evidence of its own has that of its change."""
    gathered = Gathered()
    if isinstance(by, Mapping):
        given = {"unit": Unit.FACTOR, "kind": Evidence.ASSUMED, "because": context, **by}
        with gathered:
            bind(Quantity, replace(subtree(tree, at), value=given, faults=()))
    for fault in gathered.faults:
        yield replace(fault, context=" › ".join(filter(None, (context, "by", fault.context))))
    if not gathered.faults and not _is_factor(by):
        yield Fault(tree.value_place(at), "wrong-factor", {}, context)


def _is_factor(by: Plain) -> bool:
    if is_quantity(by) and by["unit"] != "factor":
        return False
    number = by.get("value") if isinstance(by, Mapping) else by
    return is_number(number) and number >= 0


def _wrong_type(place: Place, expected: tuple[str, ...], given: Plain, context: str) -> Fault:
    return Fault(
        place, "wrong-type", {"expected": expected, "given": (kind_of(given),), "shown": shown(given)}, context
    )
