"""Changes that cannot be combined, whatever their order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from simulation.reading.change_list import Change, Verb
from simulation.values.faults import Fault
from simulation.values.wording import Field


def conflicts(changes: Sequence[Change]) -> Iterator[tuple[Change, Fault]]:
    """Yield each change that conflicts with an earlier one in the given order, with the fault.

    One set and any scales may meet on a path, or a single change of any kind. No path lies inside another.
    """
    by_path: dict[tuple[str, ...], list[Change]] = defaultdict(list)
    for change in changes:
        by_path[change.path].append(change)
    for path, group in by_path.items():
        yield from _on_one_path(group)
        outer = next((path[:length] for length in range(1, len(path)) if path[:length] in by_path), None)
        if outer is not None:
            for change in group:
                fields = {**_fields(change, by_path[outer][0]), "outer": ".".join(outer)}
                yield change, Fault(change.place, "path-inside-path", fields, change.context)


def _on_one_path(group: list[Change]) -> Iterator[tuple[Change, Fault]]:
    first, *others = group
    for change in others:
        if not (change.verb is Verb.SCALE and first.verb in {Verb.SET, Verb.SCALE}):
            yield change, Fault(change.place, "path-twice", _fields(change, first), change.context)


def _fields(change: Change, other: Change) -> dict[str, Field]:
    return {
        "path": change.dotted,
        "verb": change.verb,
        "origin": change.origin,
        "other": str(other.place),
        "other_verb": other.verb,
        "other_origin": other.origin,
    }
