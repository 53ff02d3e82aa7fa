"""The shipped data: every file is valid, every number sourced, every id explained, and nothing of it stands in code."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from simulation.model.files import Intervention
from simulation.reading import shipped
from simulation.reading.assembling import load_files
from simulation.reading.change_list import Change, read_changes
from simulation.reading.changes import apply
from simulation.reading.evidence import with_evidence
from simulation.reading.loading import shipped_interventions
from simulation.reading.quantities import is_number, is_point, is_quantity
from simulation.reading.scenario import AS_IS, Scenario, scenario_named
from simulation.reading.tree import KeyPath, Tree, walk
from simulation.reading.yaml_file import read_tree
from simulation.values.cpr import has_cpr
from simulation.values.faults import WrongData

PERSONAS = {"dual_diagnosis": 6, "rehabilitation": 10}
CODES = {
    "dual_diagnosis": {*(f"D{number}" for number in range(1, 10)), "D2-D6 L", "L126", "P12b"},
    "rehabilitation": {*(f"P{number}" for number in range(1, 18) if number != 16), "P16a", "P16b"},
}
"""Codes of the proposals that each course ships."""
ACTORS, SYSTEMS = 29, 45
"""As many as the pilot speaks of."""
MOST_BYTES = 200_000
COUNTS = ("format", "age", "at_most", "order", "priority", "precedence")
"""Keys whose numbers count or name something and are no measurements."""
PROSE = {"decision"}
"""Ids that are plain words of English too: they may stand in a sentence of the code, not as a name."""

ENGLISH = re.compile(r"\b(an|and|are|as|be|from|has|is|it|not|of|our|the|what|when|who|with)\b", re.IGNORECASE)
"""Words that hardly any English sentence does without and that no Danish one has."""

COURSES = shipped.courses()
FILES = sorted(
    path
    for folder in (shipped.scenarios_folder(), Path(str(files("personas"))))
    for path in folder.rglob("*")
    if path.is_file() and path.suffix != ".pyc"
)
DATA = [path for path in FILES if path.suffix in shipped.SUFFIXES]
INTERVENTIONS = [(one, tree) for one, tree in shipped_interventions()]
NAMES = [f"{course}/{name}" for course in COURSES for name in shipped.scenarios_of(course)]
SINGLE = [f"{course}/{one.id}" for one, _ in INTERVENTIONS for course in one.courses if course in COURSES]
PAIRS = [
    pytest.param(course, one, other, id=f"{course} {one.id} {other.id}")
    for (one, _), (other, _) in combinations(INTERVENTIONS, 2)
    for course in sorted({*one.courses} & {*other.courses} & {*COURSES})
    if other.id not in one.not_with and one.id not in other.not_with
]


@cache
def loaded(name: str) -> Scenario:
    return scenario_named(name)


@cache
def as_is(course: str) -> Tree:
    return load_files(shipped.scenarios_folder() / course / f"{AS_IS}.yaml").base


@cache
def changes_of(intervention: str) -> tuple[Change, ...]:
    return next(read_changes(tree, one.id) for one, tree in INTERVENTIONS if one.id == intervention)


@pytest.mark.parametrize("name", [*NAMES, *SINGLE])
def test_every_scenario_and_every_single_proposal_loads(name: str) -> None:
    scenario = loaded(name)
    assert scenario.world.setting.interventions == tuple(sorted(one.id for one in scenario.interventions))
    assert scenario.ledger or name.endswith(AS_IS)


def unsourced(tree: Tree) -> Iterator[str]:
    """Yield every number that stands outside a quantity, or in one without anything behind it."""
    evident: dict[KeyPath, Any] = {}
    for path, value in walk(tree.value):
        if is_quantity(value) or (is_point(value) and path[:-1] in evident):
            evident[path] = value
        elif is_number(value):
            behind = evident.get(path[:-1])
            is_sourced = behind is not None and behind.get("kind") and (behind.get("source") or behind.get("because"))
            if not is_sourced and (behind is not None or path[-1] not in COUNTS):
                yield f"{tree.value_place(path)}: {path}"


@pytest.mark.parametrize("name", [*NAMES, *SINGLE])
def test_every_number_has_a_kind_and_a_source_or_a_reason(name: str) -> None:
    assert list(unsourced(loaded(name).tree)) == []


def test_every_source_is_used_and_known() -> None:
    used: set[str] = set()
    for path in DATA:
        tree = read_tree(path, path.parent)
        for at, value in walk(tree.value):
            if isinstance(value, str) and ("source" in at[-1:] or "named_in" in at[-2:-1]):
                used.add(value)
    # Nothing that is shipped comes from a workshop; files that are made in one name it.
    assert used == set(loaded(NAMES[0]).world.sources) - {"workshop"}


@pytest.mark.parametrize("name", [*NAMES, *SINGLE])
@pytest.mark.parametrize("room", ["actors", "roles", "steps", "data_types", "case_types"])
def test_every_id_is_in_the_glossary(name: str, room: str) -> None:
    world = loaded(name).world
    assert set(getattr(world, room)) - set(world.glossary) == set()


def test_the_landscape_is_as_large_as_the_pilot_says() -> None:
    world = loaded(NAMES[0]).world
    assert sum(actor.counterpart_of is None for actor in world.actors.values()) == ACTORS
    assert len(world.systems) == SYSTEMS


def test_every_domain_is_in_one_role_group() -> None:
    world = loaded(NAMES[0]).world
    assert sorted(domain for group in world.role_groups.values() for domain in group.domains) == sorted(world.domains)


@pytest.mark.parametrize("course", COURSES)
def test_every_course_has_its_personas_and_its_proposals(course: str) -> None:
    assert len(loaded(f"{course}/{AS_IS}").world.personas) == PERSONAS[course]
    assert {one.code for one, _ in INTERVENTIONS if course in one.courses} == CODES[course]


@pytest.mark.parametrize("course", COURSES)
def test_the_data_of_a_course_can_be_read_in_an_evening(course: str) -> None:
    """What a course has of its own, its proposals, and the landscape that all share."""
    own = [path for path in DATA if course in path.parts or "shared" in path.parts]
    root = shipped.scenarios_folder().parent
    proposals = [root / tree.file for one, tree in INTERVENTIONS if course in one.courses]
    assert sum(path.stat().st_size for path in (*own, *proposals)) <= MOST_BYTES


@pytest.mark.parametrize("room", ["personas", "scenarios"])
def test_the_data_rooms_hold_no_code_but_their_marker(room: str) -> None:
    programs = [path for path in FILES if path.suffix == ".py" and room in path.parts]
    assert [path.name for path in programs] == ["__init__.py"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_looks_like_a_personal_number(path: Path) -> None:
    assert not has_cpr(path.read_text(encoding="utf-8"), pseudo_too=True)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_what_pages_show_of_reasons_and_quality_is_danish(path: Path) -> None:
    said = [
        str(value) for at, value in walk(read_tree(path, path.parent).value) if at[-1:] in (("because",), ("quality",))
    ]
    assert [text for text in said if ENGLISH.search(text)] == []


def code_files() -> list[Path]:
    return sorted(Path(str(files("simulation"))).rglob("*.py"))


def ids_of_data() -> set[str]:
    """Return the names of courses, personas, actors and data types that are long enough to be told from words."""
    worlds = [loaded(f"{course}/{AS_IS}").world for course in COURSES]
    ids = {name for world in worlds for room in (world.actors, world.data_types, world.personas) for name in room}
    return {name for name in (*ids, *COURSES) if len(name) >= 6}


def names_in(code: str) -> set[str]:
    """Return the identifiers and the words that are a whole text in a program."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        texts = [getattr(node, key, None) for key in ("id", "attr", "arg", "name", "value")]
        found |= {text for text in texts if isinstance(text, str)}
    return found


@pytest.mark.parametrize("path", code_files(), ids=lambda path: "/".join(path.parts[-2:]))
def test_the_code_names_nothing_of_the_data(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    ids = ids_of_data()
    assert set(re.findall(r"\w+", code)) & (ids - PROSE) == set()
    assert names_in(code) & ids == set()


@pytest.mark.parametrize(("course", "one", "other"), PAIRS)
def test_any_two_proposals_can_be_combined_in_either_order(course: str, one: Intervention, other: Intervention) -> None:
    first, second = changes_of(one.id), changes_of(other.id)
    tree, ledger = apply(as_is(course), (*first, *second))
    assert (tree, ledger) == apply(as_is(course), (*second, *first))
    assert len(ledger) == len(first) + len(second)


@pytest.mark.parametrize("one", [one.id for one, _ in INTERVENTIONS])
def test_every_change_of_a_proposal_says_why(one: str) -> None:
    assert changes_of(one)
    assert all(change.because.strip() for change in changes_of(one))


def test_proposals_that_do_not_go_together_say_so_of_proposals_that_exist() -> None:
    known = {one.id for one, _ in INTERVENTIONS}
    assert {other for one, _ in INTERVENTIONS for other in one.not_with} <= known


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_another_format_is_refused(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("format: 1\n")
    (tmp_path / path.name).write_text(text.replace("format: 1", "format: 2", 1), encoding="utf-8")
    with pytest.raises(WrongData, match="wrong-format"):
        scenario_named(str(tmp_path / path.name))
    assert with_evidence(read_tree(path, path.parent)).faults == ()
