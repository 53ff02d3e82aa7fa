"""Where shipped data lie, and what a name or a path means."""

from importlib.resources import files
from pathlib import Path

from simulation.values.faults import Fault, WrongData, did_you_mean
from simulation.values.places import Place

SUFFIXES = (".yaml", ".yml")


def data_root() -> Path:
    """Return the folder that holds `scenarios` and `personas`; places of shipped files are told relative to it."""
    return Path(str(files("scenarios"))).parent


def scenarios_folder() -> Path:
    """Return the folder of shipped courses, interventions and what they share."""
    return Path(str(files("scenarios")))


def personas_folder(course: str) -> Path:
    """Return the folder of a shipped course's personas."""
    return Path(str(files("personas"))) / course


def courses() -> tuple[str, ...]:
    """Return the names of shipped courses."""
    return tuple(sorted(path.parent.name for path in scenarios_folder().glob("*/course.yaml")))


def scenarios_of(course: str) -> tuple[str, ...]:
    """Return the names of a shipped course's scenario files."""
    found = (path.stem for path in (scenarios_folder() / course).glob("*.yaml"))
    return tuple(sorted(name for name in found if name != "course"))


def intervention_files() -> tuple[Path, ...]:
    """Return the files of shipped interventions, in order of name."""
    return tuple(sorted((scenarios_folder() / "interventions").glob("*.yaml")))


def profiles() -> tuple[str, ...]:
    """Return the names of shipped municipality profiles."""
    return tuple(sorted(path.stem for path in (scenarios_folder() / "shared" / "profiles").glob("*.yaml")))


def shared_files() -> tuple[Path, ...]:
    """Return the files of the landscape that every course shares."""
    return tuple(sorted((scenarios_folder() / "shared").glob("*.yaml")))


def data_files(folder: Path) -> tuple[Path, ...]:
    """Return the data files that lie in a folder, in order of name."""
    return tuple(sorted(path for suffix in SUFFIXES for path in folder.glob(f"*{suffix}")))


def is_path(name: str) -> bool:
    """Return whether a name is meant as the path of a file."""
    return name.endswith(SUFFIXES)


def root_of(path: Path) -> Path:
    """Return what places in a file are told relative to: the data root, the working folder, or its own folder."""
    whole = path.resolve()
    for root in (data_root().resolve(), Path.cwd().resolve()):
        if whole.is_relative_to(root):
            return root
    return whole.parent


def unknown(what: str, name: str, known: tuple[str, ...], place: Place) -> WrongData:
    """Return the fault of a name that nothing shipped has."""
    return WrongData(
        [
            Fault(
                place,
                "unknown-name",
                {"what": (what,), "name": name},
                known=known,
                suggestion=did_you_mean(name, known),
            )
        ]
    )
