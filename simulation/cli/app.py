"""The commands and their options; each command's work is in a module of its own, loaded when it is used."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from simulation.cli import output

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="What would a shared way of working change for citizens?")


class Language(StrEnum):
    """Language of results."""

    DA = "da"
    EN = "en"


class Table(StrEnum):
    """Formats that a run is exported to."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


class Format(StrEnum):
    """Formats that faults are told in."""

    TEXT = "text"
    JSON = "json"


def speak(lang: Language) -> Language:
    """Tell faults in this language."""
    output.language[0] = "da" if lang == Language.DA else "en"
    return lang


ScenarioName = Annotated[str, typer.Argument(metavar="SCENARIO", help="Shipped name (rehabilitation/as_is) or path of a scenario file.")]
Lang = Annotated[Language, typer.Option("--lang", callback=speak, help="Language of results.")]
Replications = Annotated[int, typer.Option("--replications", min=1, max=10_000, help="How often everything is played.")]
Citizens = Annotated[int, typer.Option("--citizens", min=1, max=100_000, help="Observed citizens per replication.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Luck; the same seed gives the same numbers.")]
Workers = Annotated[int, typer.Option("--workers", min=0, max=256, help="Processes; 0 takes one per processor.")]
Engine = Annotated[str, typer.Option("--engine", help="auto or reference.")]
Out = Annotated[Path, typer.Option("--out", help="Folder to write to.")]


def processes(workers: int) -> int:
    """Return the number of processes that is meant."""
    return workers or os.cpu_count() or 1


def known_engine(engine: str) -> None:
    """Refuse engines that are not there."""
    if engine not in ("auto", "reference"):
        raise typer.BadParameter(f"'{engine}' is not there; use auto or reference", param_hint="--engine")


@app.command("list")
def list_(lang: Lang = Language.EN) -> None:
    """Courses, scenarios, personas and interventions that are shipped."""
    from simulation.cli.looking import show_list

    show_list(lang.value)


@app.command()
def validate(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders.")],
    format_: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.TEXT,
    lang: Lang = Language.EN,
) -> None:
    """Tell all faults of data files, with file, line and column."""
    from simulation.cli.looking import validate_files

    validate_files(paths, as_json=format_ == Format.JSON, lang=lang.value)


@app.command()
def diff(a: ScenarioName, b: ScenarioName, lang: Lang = Language.EN) -> None:
    """Tell what two scenarios do differently, and why."""
    from simulation.cli.looking import show_diff

    show_diff(a, b, lang.value)


@app.command()
def schema(out: Annotated[Path | None, typer.Option("--out", help="Folder; to the screen where left out.")] = None) -> None:
    """JSON Schemas that give an editor completion for each kind of file."""
    from simulation.cli.looking import show_schemas

    show_schemas(out)


@app.command()
def run(
    scenario: ScenarioName,
    out: Out,
    replications: Replications = 20,
    citizens: Citizens = 100,
    seed: Seed = 1,
    workers: Workers = 0,
    engine: Engine = "auto",
    lean: Annotated[bool, typer.Option("--lean", help="Leave out events that no measure reads.")] = False,
    lang: Lang = Language.EN,
) -> None:
    """Play a scenario and keep every event as Parquet. An interrupted run goes on where it stopped."""
    from simulation.cli.playing import run_to_folder

    known_engine(engine)
    run_to_folder(scenario, out, replications, citizens, seed, workers=processes(workers), lean=lean)


@app.command()
def export(
    what: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a run.")],
    out: Annotated[Path, typer.Option("--out", help="Folder, or file for xlsx.")],
    to: Annotated[Table, typer.Option("--to", help="Format.")] = Table.CSV,
    lang: Lang = Language.EN,
) -> None:
    """Write the events and citizens of a run for other programs."""
    from simulation.cli.playing import export_run

    export_run(what, to.value, out)
