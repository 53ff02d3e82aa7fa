"""The proposals of a course, to be switched on and off, and which of them cannot go together."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from simulation.model.files import Intervention
from simulation.model.text import Text
from simulation.reading.change_list import Change, read_changes
from simulation.reading.conflicts import conflicts
from simulation.reading.loading import shipped_interventions


@dataclass(frozen=True)
class Proposal:
    """One proposal of a course."""

    id: str
    code: str
    title: Text
    summary: Text
    pays: Text
    """New work, and who does it."""
    note: Text | None
    """What a reader must know."""
    not_with: tuple[str, ...]
    """Proposals it cannot be combined with: as one of the two says, or because both change the same."""


@lru_cache(maxsize=8)
def proposals_of(course: str) -> tuple[Proposal, ...]:
    """Return the shipped proposals of a course, in the order of its own list.

    Raises:
        WrongData: When a file cannot be read.
    """
    found = {one.id: (one, read_changes(tree, one.id)) for one, tree in shipped_interventions() if course in one.courses}
    clashing = [{a, b} for a, b in combinations(found, 2) if _clash(*found[a], *found[b])]
    return tuple(
        Proposal(
            id=name,
            code=one.code,
            title=one.title,
            summary=one.summary,
            pays=one.pays,
            note=one.note,
            not_with=tuple(other for other in found if {name, other} in clashing),
        )
        for name, (one, _) in found.items()
    )


def _clash(
    one: Intervention, changes: tuple[Change, ...], other: Intervention, its_changes: tuple[Change, ...]
) -> bool:
    if other.id in one.not_with or one.id in other.not_with:
        return True
    return any(True for _ in conflicts(sorted((*changes, *its_changes), key=lambda change: (change.path, change.verb))))
