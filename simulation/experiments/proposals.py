"""The proposals of a course, to be switched on and off, and which of them cannot go together."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from simulation.experiments.asked import Asked, scenario_of
from simulation.model.files import Intervention
from simulation.model.text import Text
from simulation.reading import shipped
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


@dataclass(frozen=True)
class Bundle:
    """Proposals that a shipped scenario takes together."""

    title: Text
    proposals: tuple[str, ...]


@lru_cache(maxsize=8)
def bundles_of(course: str) -> tuple[Bundle, ...]:
    """Return the bundles of a course, the fewest proposals first.

    Raises:
        WrongData: With all faults of a scenario.
    """
    scenarios = [scenario_of(Asked(f"{course}/{one}")) for one in shipped.scenarios_of(course)]
    found = [Bundle(one.file.title, tuple(each.id for each in one.interventions)) for one in scenarios]
    return tuple(sorted((one for one in found if one.proposals), key=lambda one: (len(one.proposals), one.title.da)))


@lru_cache(maxsize=8)
def proposals_of(course: str) -> tuple[Proposal, ...]:
    """Return the shipped proposals of a course, in the order of its own list.

    Raises:
        WrongData: When a file cannot be read.
    """
    found = {
        one.id: (one, read_changes(tree, one.id)) for one, tree in shipped_interventions() if course in one.courses
    }
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
