"""The commands and their options; each command's work is in a module of its own, loaded when it is used."""

import os
from pathlib import Path
from typing import Annotated

import typer

from simulation.cli import output
from simulation.cli.choices import EngineName, Format, Language, Target

ENGINE = "SNEBOLD_ENGINE"
app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="What would a shared way of working change for citizens?",
)


def speak(lang: Language) -> Language:
    """Tell faults in this language."""
    output.language[0] = "da" if lang == Language.DA else "en"
    return lang


def play_with(engine: EngineName) -> EngineName:
    """Play with this engine, in all processes."""
    os.environ[ENGINE] = engine.value
    return engine


ScenarioName = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="Shipped name (course/as_is) or path of a scenario file.")
]
Lang = Annotated[Language, typer.Option("--lang", callback=speak, help="Language of results.")]
Replications = Annotated[int, typer.Option("--replications", min=1, max=10_000, help="How often everything is played.")]
Citizens = Annotated[int, typer.Option("--citizens", min=1, max=100_000, help="Observed citizens per replication.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Luck; the same seed gives the same numbers.")]
Workers = Annotated[int, typer.Option("--workers", min=0, max=256, help="Processes; 0 takes one per processor.")]
Engine = Annotated[
    EngineName, typer.Option("--engine", callback=play_with, envvar=ENGINE, help="What plays; the log is the same.")
]
Out = Annotated[Path, typer.Option("--out", help="Folder to write to.")]


def processes(workers: int) -> int:
    """Return the number of processes that is meant."""
    return workers or os.cpu_count() or 1


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
def schema(
    out: Annotated[Path | None, typer.Option("--out", help="Folder; to the screen where left out.")] = None,
) -> None:
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
    _engine: Engine = EngineName.AUTO,
    lean: Annotated[bool, typer.Option("--lean", help="Leave out events that no measure reads.")] = False,
    lang: Lang = Language.EN,
) -> None:
    """Play a scenario and keep every event as Parquet. An interrupted run goes on where it stopped."""
    from simulation.cli.playing import run_to_folder

    run_to_folder(scenario, out, replications, citizens, seed, workers=processes(workers), lean=lean)


@app.command()
def export(
    what: Annotated[
        str, typer.Argument(metavar="RUN|SCENARIO", help="Folder of a run; a scenario for documents and screens.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder, or file for xlsx.")],
    to: Annotated[Target, typer.Option("--to", help="Format.")] = Target.CSV,
    result: Annotated[
        Path | None, typer.Option("--result", help="With deliverables: a comparison (--json) to fill in measures from.")
    ] = None,
    address: Annotated[
        str | None, typer.Option("--address", help="With workshop-kit: where the app is in the room, for QR codes.")
    ] = None,
    lang: Lang = Language.EN,
) -> None:
    """Write the events and citizens of a run for others; of a scenario documents, drawings, a print kit or screens."""
    if address is not None and to is not Target.WORKSHOP_KIT:
        raise typer.BadParameter("only a workshop-kit has QR codes", param_hint="--address")
    if to is Target.DELIVERABLES:
        from simulation.cli.documents import export_deliverables

        export_deliverables(what, out, result)
        return
    if result is not None:
        raise typer.BadParameter("only deliverables are filled in from a comparison", param_hint="--result")
    if to is Target.BPMN:
        from simulation.cli.documents import export_bpmn

        export_bpmn(what, out, lang.value)
        return
    if to is Target.CLICKTHROUGH:
        from simulation.cli.documents import export_clickthrough

        export_clickthrough(what, out, lang.value)
        return
    if to is Target.WORKSHOP_KIT:
        from simulation.cli.documents import export_kit

        export_kit(what, out, lang.value, address)
        return
    from simulation.cli.playing import export_run

    export_run(Path(what), to.value, out)


JsonFile = Annotated[Path | None, typer.Option("--json", help="Write the result object to a file.")]
Html = Annotated[Path | None, typer.Option("--html", help="Write one self-contained page.")]


@app.command()
def compare(
    scenarios: Annotated[
        list[str], typer.Argument(metavar="A B [C ...]", help="The first is what the others are compared with.")
    ],
    replications: Annotated[str, typer.Option("--replications", help="A number, or auto.")] = "20",
    citizens: Citizens = 100,
    seed: Seed = 1,
    workers: Workers = 0,
    _engine: Engine = EngineName.AUTO,
    json_file: JsonFile = None,
    html: Html = None,
    lang: Lang = Language.EN,
) -> None:
    """Play scenarios with the same citizens and the same luck, and show what differs."""
    if len(scenarios) < 2:
        raise typer.BadParameter("give at least two scenarios", param_hint="A B")
    typer.echo(f"snebold: {' | '.join(scenarios)}", err=True)
    from simulation.cli.comparing import compare_scenarios
    from simulation.experiments.asked import Asked
    from simulation.experiments.many import Design

    auto = replications == "auto"
    asked = tuple(Asked(name) for name in scenarios)
    design = Design(asked, 20 if auto else how_many(replications), citizens, seed)
    compare_scenarios(
        asked, design, workers=processes(workers), auto=auto, lang=lang.value, json_file=json_file, html=html
    )


def how_many(replications: str) -> int:
    """Return a number of replications that was given as text."""
    if not replications.isdigit() or not 1 <= int(replications) <= 10_000:
        raise typer.BadParameter(
            f"'{replications}' is neither a number from 1 to 10000 nor auto", param_hint="--replications"
        )
    return int(replications)


@app.command()
def whatif(
    scenario: ScenarioName,
    with_: Annotated[
        list[str] | None, typer.Option("--with", help="Intervention by id, code or path; may be repeated.")
    ] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="PATH=VALUE", help="Set a value; may be repeated.")
    ] = None,
    replications: Replications = 20,
    citizens: Citizens = 100,
    seed: Seed = 1,
    workers: Workers = 0,
    _engine: Engine = EngineName.AUTO,
    json_file: JsonFile = None,
    html: Html = None,
    lang: Lang = Language.EN,
) -> None:
    """Compare a scenario with itself under further interventions and settings."""
    if not with_ and not set_:
        raise typer.BadParameter("give --with or --set", param_hint="--with")
    from simulation.cli.comparing import compare_scenarios
    from simulation.experiments.asked import Asked, setting
    from simulation.experiments.many import Design

    asked = (Asked(scenario), Asked(scenario, tuple(with_ or ()), tuple(setting(text) for text in set_ or ())))
    design = Design(asked, replications, citizens, seed)
    compare_scenarios(
        asked, design, workers=processes(workers), auto=False, lang=lang.value, json_file=json_file, html=html
    )


@app.command()
def explain(
    scenario: ScenarioName,
    citizen: Annotated[int, typer.Option("--citizen", min=1, help="Which of the observed citizens.")] = 1,
    beside: Annotated[
        str | None, typer.Option("--beside", help="Scenario beside it; as it is today where left out.")
    ] = None,
    citizens: Citizens = 100,
    seed: Seed = 1,
    lang: Lang = Language.EN,
) -> None:
    """Tell one citizen's story day by day, as it is beside how it could be, and where the time went."""
    from simulation.cli.telling import explain as tell

    course = scenario.partition("/")[0]
    shown = beside or (f"{course}/as_is" if not scenario.endswith((".yaml", ".yml")) else None)
    first, second = (shown, scenario) if shown else (scenario, None)
    tell(first, second, citizen, seed, citizens, lang.value)


@app.command()
def sensitivity(
    scenarios: Annotated[
        list[str], typer.Argument(metavar="SCENARIO A ...", help="The first is what the others are compared with.")
    ],
    replications: Replications = 1,
    citizens: Citizens = 40,
    seed: Seed = 1,
    workers: Workers = 0,
    store: Annotated[bool, typer.Option("--store", help="Keep the screening beside the shipped course.")] = False,
    anew: Annotated[bool, typer.Option("--anew", help="Screen even if a stored screening is fresh.")] = False,
    lang: Lang = Language.EN,
) -> None:
    """Which assumptions matter: every estimated and assumed input over its range, one at a time, same luck."""
    from simulation.cli.comparing import show_sensitivity
    from simulation.experiments.asked import Asked

    asked = tuple(Asked(name) for name in scenarios)
    if store and not all(one.is_shipped for one in asked):
        raise typer.BadParameter("only screenings of shipped scenarios are kept; leave it out", param_hint="--store")
    show_sensitivity(
        asked,
        replications=replications,
        citizens=citizens,
        seed=seed,
        workers=processes(workers),
        lang=lang.value,
        store=store,
        anew=anew,
    )


@app.command("warm-up")
def warm_up(lang: Lang = Language.EN) -> None:
    """Compile the engine for this machine, once; it needs a C compiler."""
    from simulation.cli.warming import compile_here

    compile_here(lang.value)


@app.command("app")
def app_(
    port: Annotated[int, typer.Option("--port", min=1024, max=65535, help="Port of this machine.")] = 8501,
    replications: Replications = 20,
    citizens: Citizens = 100,
    lang: Lang = Language.EN,
) -> None:
    """Show courses and comparisons in a browser on this machine. Ctrl+C ends it."""
    from simulation.cli.serving import serve_app

    serve_app(port, replications, citizens, lang.value)
