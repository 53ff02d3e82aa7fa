"""What is asked for: a scenario by name, further interventions and settings; small enough for another process."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from simulation.experiments.believed import moved_scenario
from simulation.reading.change_list import Change, read_changes
from simulation.reading.loading import COMMAND_LINE
from simulation.reading.scenario import Scenario, changed, scenario_named
from simulation.reading.shipped import is_path
from simulation.reading.tree import Plain, tree_at
from simulation.reading.yaml_file import read_text
from simulation.values.faults import Fault, WrongData


class Withdrawn(NamedTuple):
    """A consent that a citizen withdraws on a day, in whole or in part."""

    citizen: str
    """Persona and number among the observed of it, from 1."""
    day: int
    """Days since the day the case opened."""
    domains: tuple[str, ...] = ()
    """Domains that are taken out of it; none where all of it is withdrawn."""


@dataclass(frozen=True)
class Asked:
    """A scenario as somebody asks for it."""

    name: str
    """Shipped name or path."""
    more: tuple[str, ...] = ()
    """Further interventions, by name, code or path from the working folder."""
    settings: tuple[tuple[str, str], ...] = ()
    """(path, value as YAML text) to set; a plain number replaces the middle of what is there."""

    believed: tuple[tuple[str, str], ...] = ()
    """(pattern of paths, low or high): inputs moved to an end of what is believed of them."""
    withdrawn: Withdrawn | None = None
    """What one citizen withdraws of the consent. Single cases only."""

    @property
    def label(self) -> str:
        """Return what it is called in results."""
        extra = (*self.more, *(f"{path}={value}" for path, value in self.settings))
        return " + ".join((self.name, *extra))

    @property
    def is_shipped(self) -> bool:
        """Return whether it is a shipped scenario just as it is."""
        return not (self.more or self.settings or self.believed or self.withdrawn or is_path(self.name))

    @property
    def interventions(self) -> tuple[str, ...]:
        """Return the further interventions, paths made whole: a scenario looks for them beside its own file."""
        return tuple(str(Path(name).resolve()) if is_path(name) else name for name in self.more)


@lru_cache(maxsize=64)
def scenario_of(asked: Asked) -> Scenario:
    """Return the scenario, read and checked.

    Raises:
        WrongData: With all faults.
    """
    if asked.believed:
        return moved_scenario(scenario_of(replace(asked, believed=())), asked.believed)
    if asked.settings:
        plain = _without_settings(asked)
        return changed(plain, _changes_of(asked, plain))
    return scenario_named(asked.name, more=asked.interventions)


def _changes_of(asked: Asked, plain: Scenario) -> tuple[Change, ...]:
    """Return settings as changes; a plain number sets the middle of the quantity at the path and keeps its unit."""
    listed: list[Plain] = []
    for path, text in asked.settings:
        value = read_text(text, "command line").value
        there = at_path(plain.tree.value, path)
        if isinstance(value, int | float) and isinstance(there, dict) and "unit" in there:
            value = {"unit": there["unit"], "value": value, "kind": "assumed", "because": "set on the command line"}
        listed.append({"set": path, "to": value, "because": "set on the command line"})
    return read_changes(tree_at({"changes": listed}, COMMAND_LINE), "command line")


def _without_settings(asked: Asked) -> Scenario:
    """Return what settings are made to; shipped files do not change, so they need not be read again."""
    if any(is_path(name) for name in (asked.name, *asked.more)):
        return scenario_named(asked.name, more=asked.interventions)
    return scenario_of(replace(asked, settings=()))


def at_path(value: Plain, path: str) -> Plain:
    """Return what stands at a dotted path of a tree, or None."""
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def setting(text: str) -> tuple[str, str]:
    """Return the path and value of `PATH=VALUE`.

    Raises:
        WrongData: When there is no `=`.
    """
    path, equals, value = text.partition("=")
    if not equals or not path or not value:
        raise WrongData([Fault(COMMAND_LINE, "no-setting", {"text": text})])
    return path.strip(), value.strip()
