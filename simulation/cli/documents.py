"""The command that writes documents: export of a scenario."""

import json
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from simulation.cli.output import out, stop
from simulation.exchange import bpmn
from simulation.experiments.store import write_whole
from simulation.reading import shipped
from simulation.reading.scenario import Scenario, scenario_named
from simulation.reports import kit
from simulation.reports.deliverables import files_of
from simulation.reports.deliverables.material import material_of
from simulation.values.cannot_run import CannotRun
from simulation.values.wording import Lang


def export_deliverables(name: str, folder: Path, result: Path | None) -> None:
    """Write the documents of a scenario into a folder; all are made before the first is written."""
    needs_folder(folder, "deliverables")
    asked = scenario_named(name)
    comparison = comparison_in(result, asked) if result else None
    documents = files_of(material_of(asked, beside(asked), comparison), version("snebold"))
    write_all(folder, documents)


def export_bpmn(name: str, folder: Path, lang: Lang) -> None:
    """Write the process drawings of a scenario into a folder: the course, each phase and each actor."""
    needs_folder(folder, "process drawings")
    write_all(folder, bpmn.files_of(scenario_named(name).world, lang))


def export_clickthrough(name: str, folder: Path, lang: Lang) -> None:
    """Write the screens of a scenario as a folder of pages that works without a server.

    Screens belong to another room: this one knows the path of what writes them, never its modules.
    """
    needs_folder(folder, "screens")
    if shipped.is_path(name):
        stop(SHIPPED_ONLY[lang])
    scenario_named(name)
    script = Path(str(files("mockups"))) / "clickthrough.py"
    command = [sys.executable, "-P", str(script), name, "--out", str(folder), "--lang", lang]
    done = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    if done.returncode:
        stop(done.stderr.strip())
    out.print(str(folder / "index.html"), soft_wrap=True)


SHIPPED_ONLY: dict[Lang, str] = {
    "da": "skærme skrives af et medfølgende scenarie; snebold list viser dem",
    "en": "screens are written of a shipped scenario; snebold list shows them",
}


def export_kit(name: str, folder: Path, lang: Lang, address: str | None) -> None:
    """Write the print kit of a workshop into a folder, in both languages; the index in front is in the one given."""
    needs_folder(folder, "print kits")
    if address is not None and not is_address(address):
        stop(f"'{address}' is no address that a phone opens; write it whole, such as http://192.168.1.20:8501")
    write_all(folder, kit.files_of(scenario_named(name), lang, version("snebold"), address))


def is_address(text: str) -> bool:
    """Return whether a text is the whole address of a page."""
    try:
        found = urlsplit(text)
    except ValueError:
        return False
    return (
        found.scheme in ("http", "https") and bool(found.hostname) and text.isascii() and not set(text) & set(" \t\n")
    )


def needs_folder(folder: Path, what: str) -> None:
    """Refuse a file where a folder is needed."""
    if folder.exists() and not folder.is_dir():
        stop(f"{folder} is a file; {what} need a folder")


def write_all(folder: Path, documents: Mapping[str, bytes]) -> None:
    """Write files into a folder and name them."""
    for file, content in documents.items():
        write_whole(folder / file, content)
        out.print(str(folder / file), soft_wrap=True)


def beside(asked: Scenario) -> tuple[Scenario, ...]:
    """Return the shipped scenarios of the same course; none for a scenario of one's own."""
    if shipped.is_path(asked.name):
        return ()
    course = asked.name.partition("/")[0]
    return tuple(scenario_named(f"{course}/{name}") for name in shipped.scenarios_of(course))


def comparison_in(path: Path, asked: Scenario) -> Mapping[str, Any]:
    """Return the comparison in a file.

    Raises:
        CannotRun: when there is none, or it is of another course.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        found = None
    if not isinstance(found, dict) or (found.get("format"), found.get("kind")) != (1, "comparison"):
        raise CannotRun(f"{path} is no comparison as compare writes it with --json")
    course = asked.world.course.title.en
    others = sorted({one["course"]["en"] for one in found["scenarios"]} - {course})
    if others:
        raise CannotRun(f"{path} compares another course: {', '.join(others)}; the documents are about: {course}")
    return found
