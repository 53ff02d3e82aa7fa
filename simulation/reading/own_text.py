"""Checks a data file that somebody pastes: the same faults as a file on disk, and nothing of it reaches other files."""

from collections.abc import Iterator
from pathlib import Path

from simulation.reading.shipped import is_path
from simulation.reading.tree import Plain, Tree
from simulation.reading.validating import faults_of
from simulation.reading.yaml_file import read_text
from simulation.values.cpr import cpr_positions
from simulation.values.faults import Fault, WrongData

MOST_BYTES = 200_000
"""No shipped file is half as large."""
NAMES_FILES = ("course", "profile", "interventions")


def faults_of_text(text: str, path: Path) -> tuple[Fault, ...]:
    """Return every fault of a pasted file, and keep it where it may be kept.

    Text that looks like a CPR number is told and never written.

    Args:
        text: what was pasted.
        path: where it is kept for a run; its name stands in the faults.
    """
    if any(cpr_positions(text)):
        return tuple(_at_once(text, path.name))
    path.write_text(text, encoding="utf-8", newline="\n")
    return faults_of(path)


def _at_once(text: str, name: str) -> Iterator[Fault]:
    try:
        yield from read_text(text, name).faults
    except WrongData as wrong:
        yield from wrong.faults


def other_files(text: str) -> tuple[str, ...]:
    """Return the paths of other files that a pasted file names; only what is shipped may be named by a visitor."""
    try:
        tree: Tree = read_text(text, "")
    except WrongData:
        return ()
    value = tree.value if isinstance(tree.value, dict) else {}
    return tuple(name for key in NAMES_FILES for name in _names(value.get(key)) if is_path(name))


def _names(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _names(one)


def course_of(text: str) -> str:
    """Return the course of a scenario, empty for other files."""
    try:
        value = read_text(text, "").value
    except WrongData:
        return ""
    course = value.get("course") if isinstance(value, dict) and "start" in value else None
    return course if isinstance(course, str) else ""
