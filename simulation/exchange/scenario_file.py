"""What was chosen in a workshop as a scenario file of its own, that validates and plays as it was seen."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulation.experiments.inputs import inputs_of
from simulation.model.text import Text
from simulation.reading import shipped
from simulation.reading.loading import data_tree
from simulation.reading.yaml_text import text_of
from simulation.values.faults import WrongData

if TYPE_CHECKING:
    from simulation.reading.tree import Plain

KEPT = ("course", "profile", "personas", "rule_set", "start", "warm_up", "follow_up")
"""What the file says as the scenario does that it was made from."""
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True)
class Proposed:
    """A scenario that was put together in a workshop."""

    name: str
    """The shipped scenario it was made from."""
    title: Text
    proposals: tuple[str, ...] = ()
    """Ids of the interventions."""
    moved: tuple[tuple[str, float, str], ...] = ()
    """(pattern of an input, its value, why)."""

    @property
    def id(self) -> str:
        """Return its id, made of its title."""
        plain = unicodedata.normalize("NFKD", self.title.da.lower().translate(LETTERS)).encode("ascii", "ignore")
        words = re.sub(r"[^a-z0-9]+", "_", plain.decode()).strip("_")[:40].rstrip("_")
        return words if words[:1].isalpha() else f"workshop_{words}".rstrip("_")


def scenario_text(proposed: Proposed) -> str:
    """Return the text of the scenario file.

    Raises:
        WrongData: With what must not stand in a file, such as anything that looks like a CPR number.
    """
    course, _, scenario = proposed.name.partition("/")
    raw = data_tree(shipped.scenarios_folder() / course / f"{scenario}.yaml").value
    base: Mapping[str, Plain] = raw if isinstance(raw, dict) else {}
    lines = [
        "format: 1",
        f"id: {proposed.id}",
        f"title: {_flow({'da': proposed.title.da, 'en': proposed.title.en})}",
        *(f"{key}: {_flow(base[key])}" for key in KEPT if key in base),
        'version: "1"',
        "status: draft",
        *([f"interventions: {_flow(list(proposed.proposals))}"] if proposed.proposals else []),
        *_changed(proposed),
    ]
    text = "\n".join(lines) + "\n"
    _, faults = text_of(text.encode(), f"{proposed.id}.yaml")
    if faults:
        raise WrongData(faults)
    return text


def _changed(proposed: Proposed) -> list[str]:
    """Return what is said of each input that was moved."""
    inputs = inputs_of(proposed.name)
    uptake, lines = [], []
    for pattern, value, because in proposed.moved:
        for path, to in inputs[pattern].settings(value, because):
            if path == "uptake":
                uptake = [f"uptake: {_flow(json.loads(to))}"]
            else:
                lines += [
                    f"  - set: {_flow(path)}",
                    f"    to: {_flow(json.loads(to))}",
                    f"    because: {_flow(because)}",
                ]
    return [*uptake, *(["changes:", *lines] if lines else [])]


def _flow(value: object) -> str:
    """Return a value on one line: keys plain, texts in quotes where they need them."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9_.]*[a-z0-9]", value) and value not in WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)


WORDS = ("null", "true", "false", "yes", "no", "on", "off")
"""Words that YAML may read as something else."""
