"""The reference of the data files as Markdown: every key with type, unit, default and meaning, and every fault.

`python -m simulation.reports.reference` writes it to docs/data_format.md.
"""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from simulation.model.data_types import Form, Need
from simulation.model.files import Intervention, ProfileFile, ScenarioFile
from simulation.model.landscape import Sector, Works
from simulation.model.persona import Persona
from simulation.model.world import World
from simulation.reading.schema import COURSE, COURSE_NEEDS, LANDSCAPE
from simulation.reports.key_types import hints_of, models_in, type_in_words, unit_in_words
from simulation.values.change_fault_texts import CHANGE_FAULTS
from simulation.values.file_fault_texts import FILE_FAULTS
from simulation.values.model_fault_texts import MODEL_FAULTS
from simulation.values.quantity import Evidence, Sourced, Unit
from simulation.values.screen_fault_texts import SCREEN_FAULTS
from simulation.values.wording import Catalogue, Wording
from simulation.values.world_fault_texts import WORLD_FAULTS

TARGET = Path("docs", "data_format.md")

INTRODUCTION = """\
# Datafilernes format

Alle nøgler, som en scenariefil, et forløb, en persona, et forslag, en kommuneprofil og det fælles landskab kan have,
med type, enhed og betydning, og alle fejl, som `snebold validate` kan melde. Siden er skrevet ud fra programmet selv.
En kort vejledning med hele eksempler står i [own_scenario.md](own_scenario.md).

*All keys of the data files and all faults, written from the program itself by
`python -m simulation.reports.reference`; change the docstrings of `simulation/model`, not this page.
[own_scenario.md](own_scenario.md) is a short guide with whole examples.*

Every file is YAML 1.2 in UTF-8, begins with `format: 1`, and may declare `evidence:` once: `kind` with `source` and
`where`, or with `because`. Its numbers inherit that where they say nothing of their own. Dates, times and codes stand
in quotes. Every id is lower-case English words with `_` between. A key that is not listed here is refused.
"""

QUANTITIES = """\
## Numbers

Every number of the model is a quantity: unit, number and what it rests on.

| Form | Means |
| --- | --- |
| `value` | the same for all; `low` and `high` around it say where it is believed to lie, and vary no case |
| `low`, `mode`, `high` | varies between cases: a PERT with these ends and this most likely value |
| `typical`, `at_most` | varies between cases: a lognormal with this median and 95th percentile |
| `mean` | varies between cases: an exponential with this mean |

Where the tables below say *one value*, only `value` fits; *with a middle*, also `low`, `mode`, `high`. Of a share that
is given with a distribution the mean counts. A working day is as long as the opening hours of the one who works.
"""

ALL = ("format", "evidence")
"""Keys that every file has."""

Kind: TypeAlias = tuple[str, str, type[BaseModel], Sequence[str], Sequence[str]]
"""Title, where such files lie, model, keys, and which are required where the model does not say."""

FILES: tuple[Kind, ...] = (
    ("Scenario file", "`scenarios/COURSE/*.yaml`, or anywhere", ScenarioFile, tuple(ScenarioFile.model_fields), ()),
    ("Course file", "`scenarios/COURSE/course.yaml`, or anywhere with its `personas/`", World, COURSE, COURSE_NEEDS),
    (
        "Persona file",
        "`personas/COURSE/*.yaml`, or beside a course in `personas/`",
        Persona,
        tuple(Persona.model_fields),
        (),
    ),
    (
        "Intervention file",
        "`scenarios/interventions/*.yaml`, or anywhere",
        Intervention,
        tuple(Intervention.model_fields),
        (),
    ),
    (
        "Profile file",
        "`scenarios/shared/profiles/*.yaml`, or anywhere",
        ProfileFile,
        tuple(ProfileFile.model_fields),
        (),
    ),
    ("Landscape file", "`scenarios/shared/*.yaml`; a course may add entries of its own", World, LANDSCAPE, ()),
)

CHANGES = """\
## Changes

A list of single changes to the world as it is. Each has one verb, a path (names with dots between), and `because`.

| Verb | With | What it does |
| --- | --- | --- |
| `set` | `to` | puts something else in the place of what is there |
| `add` | `to` | puts something where nothing is |
| `remove` | | takes away what is there |
| `scale` | `by` | multiplies a number, shares as odds; `by` is a number or a quantity of unit `factor` |

One `set` and any `scale` may meet on a path, also across interventions; else no path twice and none inside another,
so that the order of changes never matters.
"""

FAULTS: tuple[tuple[str, Catalogue], ...] = (
    ("Files that cannot be read", FILE_FAULTS),
    ("Changes that do not fit", CHANGE_FAULTS),
    ("Data that do not fit the model", MODEL_FAULTS),
    ("Files that do not fit together", WORLD_FAULTS),
    ("Mock-up screens", SCREEN_FAULTS),
)

LISTS: tuple[tuple[type[StrEnum], str], ...] = (
    (Unit, "Units"),
    (Evidence, "Kinds of evidence"),
    (Form, "Forms of data"),
    (Need, "Needs"),
    (Sector, "Sectors"),
    (Works, "Ways a role works"),
)


def reference() -> str:
    """Return the whole reference as Markdown; the same data model gives the same text."""
    tops = [model for _, _, model, _, _ in FILES]
    parts_of_files: list[type[BaseModel]] = [*(model for model in models_in(tops) if model not in tops), Sourced]
    models = sorted(parts_of_files, key=lambda one: one.__name__)
    parts = [INTRODUCTION, files_table(), *(file_section(kind) for kind in FILES), CHANGES, QUANTITIES]
    parts += ["## Parts\n", *(model_section(model) for model in models)]
    parts += ["## Closed lists\n", *(list_section(kind, title) for kind, title in LISTS)]
    parts += ["## Faults\n", *(fault_section(title, catalogue) for title, catalogue in FAULTS)]
    return "\n".join(parts)


def files_table() -> str:
    """Return where each kind of file lies."""
    lines = [f"| [{kind}](#{kind.lower().replace(' ', '-')}) | {where} |" for kind, where, *_ in FILES]
    return "\n".join(("| File | Where |", "| --- | --- |", *lines, ""))


def file_section(kind: Kind) -> str:
    """Return the keys of one kind of file."""
    title, _, model, keys, needed = kind
    required = needed if model is World else [name for name in keys if model.model_fields[name].is_required()]
    rows = [line for key in keys if key not in ALL for line in [key_row(model, key, key in required)]]
    return "\n".join((f"## {title}\n", *HEAD, FORMAT, EVIDENCE, *rows, ""))


HEAD = ("| Key | Type | Unit | Default | Meaning |", "| --- | --- | --- | --- | --- |")
REQUIRED = "**required**"
FORMAT = f"| `format` | `1` |  | {REQUIRED} | Version of the file format. |"
EVIDENCE = (
    "| `evidence` | keys of [Sourced](#sourced) |  |  | What its numbers rest on, where they say nothing themselves. |"
)


def model_section(model: type[BaseModel]) -> str:
    """Return what a model is and its keys."""
    words = " ".join(str(model.__doc__).split())
    rows = (key_row(model, key, field.is_required()) for key, field in model.model_fields.items())
    return "\n".join((f"### {model.__name__}\n", f"{words}\n", *HEAD, *rows, ""))


def key_row(model: type[BaseModel], key: str, is_required: bool) -> str:
    """Return a key with type, unit, default and meaning as the row of a table."""
    field, hint = model.model_fields[key], hints_of(model)[key]
    default = REQUIRED if is_required else default_in_words(field)
    return f"| `{key}` | {type_in_words(hint)} | {unit_in_words(hint)} | {default} | {cell(field.description or '')} |"


def default_in_words(field: FieldInfo) -> str:
    """Return what holds where a key is left out; nothing where then there is nothing."""
    found = field.get_default()
    if found is None or found == () or found == {} or field.is_required():
        return ""
    return f"`{str(found).lower() if isinstance(found, bool) else found}`"


def list_section(kind: type[StrEnum], title: str) -> str:
    """Return a closed list of words."""
    return f"### {title}\n\n{', '.join(f'`{word}`' for word in kind)}\n"


def fault_section(title: str, catalogue: Catalogue) -> str:
    """Return the faults of a catalogue in both languages, in order of code."""
    rows = (f"| `{code}` | {said(entry.en)} | {said(entry.da)} |" for code, entry in sorted(catalogue.items()))
    return "\n".join((f"### {title}\n", "| Code | English | Dansk |", "| --- | --- | --- |", *rows, ""))


def said(wording: Wording) -> str:
    """Return all sentences of a wording in one cell."""
    return "<br>".join(cell(sentence) for sentence in (wording.says, wording.why, wording.advice) if sentence)


def cell(text: str) -> str:
    """Return a text that does not break a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def main() -> int:
    """Write the reference below the working folder; 2 where there is no folder for it."""
    if not TARGET.parent.is_dir():
        sys.stderr.write(f"no folder '{TARGET.parent}' here\n")
        return 2
    TARGET.write_text(reference(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
