"""Checks any data file on its own: what kind it is shows in its keys."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from simulation.model.files import Intervention, ProfileFile, ScenarioFile
from simulation.model.persona import Persona
from simulation.reading import shipped
from simulation.reading.amount_checks import amounts_fit
from simulation.reading.assembling import PartOfWorld, assemble, load_files
from simulation.reading.bind import bind
from simulation.reading.change_list import read_changes
from simulation.reading.loading import data_tree, without
from simulation.reading.scenario import checked, scenario_named
from simulation.reading.screen_file import read_screen
from simulation.reading.tree import Plain, Tree, tree_at
from simulation.values.faults import Fault, WrongData
from simulation.values.places import Place


def files_in(paths: list[Path]) -> Iterator[Path]:
    """Yield the data files that paths mean; a folder means all below it."""
    for path in paths:
        if path.is_dir():
            yield from sorted(found for suffix in shipped.SUFFIXES for found in path.rglob(f"*{suffix}"))
        else:
            yield path


def faults_of(path: Path) -> tuple[Fault, ...]:
    """Return every fault of a data file and of what it names."""
    try:
        check_file(path)
    except WrongData as wrong:
        return wrong.faults
    return ()


def check_file(path: Path) -> None:
    """Check a data file by its kind.

    Raises:
        WrongData: With every fault.
    """
    tree = data_tree(path)
    value = tree.value if isinstance(tree.value, dict) else {}
    if "elements" in value and "look" in value:
        read_screen(path)
    elif "fictitious" in value:
        check_amounts(bind(Persona, tree), tree)
    elif "pays" in value or ("changes" in value and "code" in value):
        check_intervention(path, tree)
    elif "arrivals_every" in value:
        check_amounts(bind(ProfileFile, tree), tree)
        read_changes(tree, str(value.get("id")))
    elif isinstance(value.get("course"), str):
        checked(str(path), load_files(path))
    elif "course" in value:
        check_course(path)
    else:
        tree = without(tree, ("format",))
        check_amounts(bind(PartOfWorld, tree), tree)


def check_amounts(model: BaseModel, tree: Tree) -> None:
    """Check units and sizes of a file that is read on its own.

    Raises:
        WrongData: With every quantity that does not fit.
    """
    faults = list(amounts_fit(model, tree))
    if faults:
        raise WrongData(faults)


def check_intervention(path: Path, tree: Tree) -> None:
    """Check that an intervention fits each shipped course it is for."""
    intervention = bind(Intervention, tree)
    read_changes(tree, intervention.id)
    same = {one.stem for one in shipped.intervention_files() if one.resolve() == path.resolve()}
    for course in intervention.courses:
        if course in shipped.courses():
            more = intervention.id if same else str(path.resolve())
            scenario_named(f"{course}/as_is", more=(more,))


def check_course(path: Path) -> None:
    """Check a course by the simplest scenario of it."""
    whole, profiles = path.resolve(), shipped.profiles()
    is_shipped = whole.is_relative_to(shipped.scenarios_folder().resolve())
    day: Plain = {"unit": "calendar_days", "value": 1, "kind": "assumed", "because": "-"}
    value: Plain = {
        "format": 1,
        "id": "check",
        "title": {"da": "-", "en": "-"},
        "course": whole.parent.name if is_shipped else str(whole),
        "profile": "medium" if "medium" in profiles else profiles[0],
        "version": "-",
        "status": "draft",
        "rule_set": next(iter(rule_sets(path)), "none"),
        "start": "2024-01-01",
        "warm_up": day,
        "follow_up": day,
    }
    tree = tree_at(value, Place(path.name, 1, 1))
    checked(path.name, assemble(bind(ScenarioFile, tree), tree, path.parent, ()))


def rule_sets(path: Path) -> Iterator[str]:
    """Yield the rule sets that a course or the shared landscape knows."""
    for file in (path, *shipped.shared_files()):
        value = data_tree(file).value
        found = value.get("rule_sets") if isinstance(value, dict) else None
        yield from found if isinstance(found, dict) else ()
