"""The commands that look at data and play nothing: list, validate, diff, schema."""

import json
import sys
from pathlib import Path

from simulation.cli.output import WRONG_DATA, err, out, stop, table
from simulation.reading import shipped
from simulation.reading.loading import data_tree, shipped_interventions
from simulation.reading.scenario import Scenario, scenario_named
from simulation.reading.tree import Plain
from simulation.reading.validating import faults_of, files_in
from simulation.values.faults import WrongData
from simulation.values.wording import Lang

FOUND = {"en": "{files} files, {faults} faults", "da": "{files} filer, {faults} fejl"}
NO_FILES = {"en": "no data files (.yaml) in {paths}", "da": "ingen datafiler (.yaml) i {paths}"}
NOTHING = {"en": "no difference", "da": "ingen forskel"}
HEADS = {
    "en": {
        "scenarios": "Scenarios",
        "interventions": "Interventions",
        "personas": "Personas (fictitious)",
        "profiles": "Municipality profiles",
    },
    "da": {
        "scenarios": "Scenarier",
        "interventions": "Forslag",
        "personas": "Personaer (opdigtede)",
        "profiles": "Kommuneprofiler",
    },
}
NOT_ASSESSED = {
    "en": "The sources did not assess whether these proposals can be carried out, what they cost or what the law says.",
    "da": "Kilderne har ikke vurderet forslagenes gennemførlighed, omkostninger eller jura.",
}


def show_list(lang: Lang) -> None:
    """Show all that is shipped."""
    heads = HEADS[lang]
    for course in shipped.courses():
        rows = [
            (f"{course}/{name}", title_of(shipped.scenarios_folder() / course / f"{name}.yaml", lang))
            for name in shipped.scenarios_of(course)
        ]
        table(f"{heads['scenarios']}: {course}", ("", ""), rows)
        found = [one for one, _ in shipped_interventions() if course in one.courses]
        singles = [(f"{course}/{one.id}", one.code, one.title.in_language(lang)) for one in found]
        table(f"{heads['interventions']}: {course}", ("", "", ""), singles)
        out.print(NOT_ASSESSED[lang] + "\n", style="dim")
        people = sorted(shipped.personas_folder(course).glob("*.yaml"))
        table(f"{heads['personas']}: {course}", ("", ""), [(path.stem, title_of(path, lang)) for path in people])
    folder = shipped.scenarios_folder() / "shared" / "profiles"
    table(heads["profiles"], ("", ""), [(name, title_of(folder / f"{name}.yaml", lang)) for name in shipped.profiles()])


def title_of(path: Path, lang: Lang) -> str:
    """Return the title of a data file."""
    value = data_tree(path).value
    title = value.get("title") if isinstance(value, dict) else None
    return str(title.get(lang)) if isinstance(title, dict) else str(title)


def validate_files(paths: list[Path], *, as_json: bool, lang: Lang) -> None:
    """Tell all faults of all files; end with 1 when there are any."""
    files = list(files_in(paths))
    if not files:
        stop(NO_FILES[lang].format(paths=", ".join(map(str, paths))))
    found = [fault for path in files for fault in faults_of(path)]
    wrong = WrongData(found)
    if as_json:
        shown = {"format": 1, "files": len(files), "faults": [fault.as_json(lang) for fault in wrong.faults]}
        sys.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    else:
        if wrong.faults:
            out.print(wrong.text(lang), soft_wrap=True)
        out.print(FOUND[lang].format(files=len(files), faults=len(wrong.faults)))
    if wrong.faults:
        sys.exit(WRONG_DATA)


def show_diff(a: str, b: str, lang: Lang) -> None:
    """Tell what b changes that a does not, and the other way round."""
    first, second = scenario_named(a), scenario_named(b)
    rows = [row for path in changed_paths(first, second) for row in difference(path, first, second)]
    if not rows:
        out.print(NOTHING[lang])
        return
    table(f"{a} → {b}", ("path", a, b, "because"), rows)


def changed_paths(first: Scenario, second: Scenario) -> list[str]:
    """Return the paths that either scenario changes, and headers that differ, in order."""
    paths = {entry.path for scenario in (first, second) for entry in scenario.ledger}
    paths |= {f"setting.{key}" for key in ("rule_set", "start", "warm_up", "follow_up")} | {
        "profile.id",
        "course.id",
        "uptake",
    }
    return sorted(paths)


def difference(path: str, first: Scenario, second: Scenario) -> list[tuple[str, str, str, str]]:
    """Return the row of a path at which two scenarios differ, or none."""
    old, new = (short(value_at(scenario.tree.value, path)) for scenario in (first, second))
    because = "; ".join(f"{e.origin}: {e.because}" for s in (first, second) for e in s.ledger if e.path == path)
    return [(path, old, new, because)] if old != new else []


def value_at(value: Plain, path: str) -> Plain:
    """Return what stands at a dotted path, or None."""
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def short(value: Plain) -> str:
    """Return a value as one short text: a quantity by its numbers, anything large by its size."""
    if value is None:
        return "-"
    if isinstance(value, dict) and "unit" in value:
        numbers = [
            f"{plain(value[key])}"
            for key in ("low", "mode", "value", "high", "typical", "at_most", "mean")
            if key in value
        ]
        return f"{'/'.join(numbers)} {value['unit']}"
    if isinstance(value, dict):
        title = value.get("title")
        return str(title.get("en")) if isinstance(title, dict) else ", ".join(sorted(value))
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def plain(number: Plain) -> str:
    """Return a number, also one with evidence of its own; a small one with at most four digits."""
    found = number.get("value") if isinstance(number, dict) else number
    if not isinstance(found, int | float):
        return str(found)
    return f"{found:.4g}" if abs(found) < 1000 else f"{found:g}"


def show_schemas(folder: Path | None) -> None:
    """Write the JSON Schemas to a folder, or all to the screen."""
    from simulation.experiments.store import write_whole
    from simulation.reading.schema import schemas

    found = schemas()
    if folder is None:
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
        return
    for name, schema in sorted(found.items()):
        path = folder / f"{name}.schema.json"
        write_whole(path, (json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode())
        err.print(str(path))
