"""Reads mock-up screens: every fault at its line, and nothing on them that only the course can say."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from simulation.model.screen import Screen
from simulation.model.screen_elements import AnyElement, FormElement
from simulation.reading import shipped
from simulation.reading.amount_checks import amounts_fit
from simulation.reading.bind import bind
from simulation.reading.fault_at import fault_at
from simulation.reading.loading import data_tree, shipped_interventions
from simulation.reading.references import matches
from simulation.reading.tree import KeyPath, Plain, Tree, walk
from simulation.values.faults import Fault, Gathered, WrongData

CITIZEN = "citizen"
OWN_FOLDER = "screens"
"""Folder of own screens, below the working folder."""

REFERENCES: tuple[tuple[str, str, str], ...] = (
    ("courses.*", "courses", "course"),
    ("actors.*", "actors", "actor"),
    ("phase", "phases", "phase"),
    ("proposals.*", "proposals", "proposal"),
    ("scenario", "scenarios", "scenario"),
    ("typical.data_types.*", "data_types", "data type"),
    ("typical.shows", "own_rows", "element"),
    ("elements.*.only_for.*", "own_actors", "actor"),
    ("elements.*.when.form", "own_forms", "element"),
    ("elements.*.of", "own_forms", "element"),
    ("elements.*.when.field", "own_fields", "field"),
    ("elements.*.stops.field", "own_fields", "field"),
    ("elements.*.stops.areas", "own_fields", "field"),
    ("elements.*.data.data_types.*", "data_types", "data type"),
    ("elements.*.data.domains.*", "domains", "domain"),
    ("elements.*.expected.*", "data_types", "data type"),
    ("elements.*.data_types.*", "data_types", "data type"),
    ("elements.*.items.*", "data_types", "data type"),
    ("elements.*.data_type", "data_types", "data type"),
    ("elements.*.fields.*.from_data", "data_types", "data type"),
    ("elements.*.channels.*", "channels", "channel"),
    ("elements.*.screen", "screens", "screen"),
    ("elements.*.deadline.source", "sources", "source"),
    ("tasks.*.time.source", "sources", "source"),
    ("tasks.*.success.among.*", "data_types", "data type"),
    ("tasks.*.success.screen", "screens", "screen"),
    ("tasks.*.success.form", "own_forms", "element"),
    ("tasks.*.success.choices.{key}", "own_fields", "field"),
    ("tasks.*.success.questions.{key}", "own_fields", "field"),
)
"""Path pattern, the room its value (or key) is an id of, and what such a thing is called."""

REAL_SYSTEMS = re.compile(
    r"\b(kmd|momentum|fasit|schultz|nexus|cura|mediconnect|netforvaltning|nfs|sapa|dubu|e-?boks|mitid|"
    r"borger\.dk|sundhed\.dk|medcom|columna|bookplan)\b",
    re.IGNORECASE,
)
DATES = re.compile(r"\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b|\b(?:kl\.|at) ?\d{1,2}[.:]\d{2}\b", re.IGNORECASE)
AGES = re.compile(r"\b(?:dag|day) \d+\b|\b\d+ (?:dage?|days?|uger?|weeks?|måneder|months?|år|years?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Shelf:
    """The screens there are, and what is wrong with those that cannot be used."""

    screens: Mapping[str, Screen]
    """By id, in order of code."""
    faults: tuple[Fault, ...]


def shipped_screens() -> Path:
    """Return the folder of shipped screens."""
    return shipped.data_root() / "mockups" / "screens"


def screens_in(*folders: Path) -> Shelf:
    """Return the screens of some folders, the same shelf until a file of theirs changes."""
    return _shelf(tuple(entry for folder in folders for entry in _entries(folder)))


Entry = tuple[Path, int, int]
"""A file, when it was changed, and its size."""


def _entries(folder: Path) -> Iterator[Entry]:
    if folder.is_dir():
        with os.scandir(folder) as found:
            for one in sorted(found, key=lambda entry: entry.name):
                if one.name.endswith(shipped.SUFFIXES):
                    stat = one.stat()
                    yield folder / one.name, stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=8)
def _shelf(entries: tuple[Entry, ...]) -> Shelf:
    found, faults, names = dict[str, Screen](), list[Fault](), tuple(path.stem for path, _, _ in entries)
    for entry in entries:
        read, wrong = _read(*entry, names)
        faults += wrong
        if read is not None:
            found[read.id] = read
    return Shelf(dict(sorted(found.items(), key=lambda one: (one[1].code, one[0]))), tuple(faults))


@lru_cache(maxsize=512)
def _read(path: Path, _changed: int, _size: int, names: tuple[str, ...]) -> tuple[Screen | None, tuple[Fault, ...]]:
    try:
        return read_screen(path, names), ()
    except WrongData as wrong:
        return None, wrong.faults


def read_screen(path: Path, names: Iterable[str] = ()) -> Screen:
    """Return the screen of a file.

    Args:
        path: the file.
        names: ids of the other screens it may name; those beside it and the shipped ones where left out.

    Raises:
        WrongData: With every fault.
    """
    tree = data_tree(path)
    screen = bind(Screen, tree)
    beside = tuple(names) or tuple(one.stem for room in (path.parent, shipped_screens()) for one in room.glob("*.yaml"))
    gathered = Gathered()
    checks = (_references(screen, tree, beside), _typical(screen, tree), _words(tree), _twice(screen, tree))
    for check in (*checks, amounts_fit(screen, tree)):
        with gathered:
            faults = tuple(check)
            if faults:
                raise WrongData(faults)
    if screen.id != path.stem:
        gathered.faults.append(
            fault_at(tree, ("id",), "unknown-reference", known=(path.stem,), what=("screen",), name=screen.id)
        )
    gathered.refuse()
    return screen


def _references(screen: Screen, tree: Tree, names: tuple[str, ...]) -> Iterator[Fault]:
    """Yield a fault for every id that nothing defines."""
    forms = [one for one in screen.elements if isinstance(one, FormElement)]
    known_courses = tuple(name for name in screen.courses if name in shipped.courses())
    rooms = {
        **_rooms(known_courses),
        "screens": frozenset({*names, screen.id}),
        "own_actors": frozenset(screen.actors),
        "own_forms": frozenset(one.id for one in forms),
        "own_rows": frozenset(one.id for one in screen.elements if _has_first_row(one)),
        "own_fields": frozenset(field.id for one in forms for field in one.fields),
    }
    given: Plain = screen.model_dump(mode="json", exclude_none=True)
    for pattern, room, what in REFERENCES:
        for path, name, is_key in matches(given, pattern.split("."), ()):
            is_shadow = room == "phases" and len(known_courses) < len(screen.courses)
            if str(name) not in rooms[room] and not is_shadow:
                known = rooms[room]
                yield fault_at(
                    tree, path, "unknown-reference", known=known, at_key=is_key, what=(what,), name=str(name)
                )


def _has_first_row(element: AnyElement) -> bool:
    """Return whether the first row of an element can decide a day."""
    return element.kind == "messages" or (element.kind == "requests" and element.received)


def _typical(screen: Screen, tree: Tree) -> Iterator[Fault]:
    """Yield a fault where nothing, or more than one thing, decides the day that is typical."""
    found = screen.typical
    if found is not None and not found.data_types and found.shows is None:
        yield fault_at(tree, ("typical",), "missing-key", at_key=True, key="data_types", required="data_types")
    if found is not None and found.data_types and found.shows is not None:
        yield fault_at(tree, ("typical", "shows"), "unknown-key", at_key=True, key="shows")


@lru_cache(maxsize=16)
def _rooms(courses: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return the ids that screens of these courses may name."""
    paths = [*shipped.shared_files(), *(shipped.scenarios_folder() / one / "course.yaml" for one in courses)]
    values = [tree.value for tree in map(data_tree, paths) if isinstance(tree.value, dict)]

    def ids(room: str) -> frozenset[str]:
        return frozenset(name for value in values for name in _keys(value.get(room)))

    found = {room: ids(room) for room in ("data_types", "domains", "channels", "phases", "sources")}
    found["actors"] = ids("actors") | {CITIZEN}
    found["courses"] = frozenset(shipped.courses())
    found["proposals"] = frozenset(one.code for one, _ in shipped_interventions())
    alone = {one.id for one, _ in shipped_interventions() if set(courses) & set(one.courses)}
    found["scenarios"] = frozenset(alone | {name for course in courses for name in shipped.scenarios_of(course)})
    return found


def _keys(value: Plain) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value


def _words(tree: Tree) -> Iterator[Fault]:
    """Yield a fault where words hold what only the course can say, or name a real system."""
    names = _first_names()
    for path, value in walk(tree.value):
        if not isinstance(value, str) or not _is_shown(path):
            continue
        if real := REAL_SYSTEMS.search(value):
            yield fault_at(tree, path, "real-system", name=real[0])
        is_task = path[0] == "tasks"
        painted = DATES.search(value) or (None if is_task else AGES.search(value)) or names.search(value)
        if painted:
            yield fault_at(tree, path, "painted-value", value=painted[0])


def _is_shown(path: KeyPath) -> bool:
    return path[-1] in ("da", "en") and path[0] != "about" and not {"deadline", "time"} & set(path)


@lru_cache(maxsize=1)
def _first_names() -> re.Pattern[str]:
    """Return what finds the name of a shipped persona."""
    people = [path.stem.rpartition("_")[0] for course in shipped.courses() for path in _people(course)]
    names = "|".join(re.escape(name.replace("_", " ")) for name in sorted(people))
    return re.compile(rf"\b({names})s?\b", re.IGNORECASE)


def _people(course: str) -> tuple[Path, ...]:
    return shipped.data_files(shipped.personas_folder(course))


def _twice(screen: Screen, tree: Tree) -> Iterator[Fault]:
    """Yield a fault for every element, field or task whose id another has."""
    listed: list[tuple[KeyPath, str]] = [(("elements", n, "id"), one.id) for n, one in enumerate(screen.elements)]
    listed += [(("tasks", n, "id"), f"{one.id} (task)") for n, one in enumerate(screen.tasks)]
    for number, element in enumerate(screen.elements):
        if isinstance(element, FormElement):
            listed += [
                (("elements", number, "fields", n, "id"), f"{one.id} (field)") for n, one in enumerate(element.fields)
            ]
    first: dict[str, KeyPath] = {}
    for path, name in listed:
        if name in first:
            place = str(tree.value_place(first[name]))
            plain = name.partition(" ")[0]
            yield fault_at(tree, path, "same-id", name=plain, first=place)
        first.setdefault(name, path)
