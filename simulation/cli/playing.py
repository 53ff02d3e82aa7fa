"""The commands that play and keep: run and export."""

from pathlib import Path

from simulation.cli.output import out, progress, stop
from simulation.draws.uniforms import Luck
from simulation.engine.log import lean as lean_log
from simulation.exchange.tables import write_csv, write_parquet, write_xlsx
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.processes import processes
from simulation.experiments.replication import played
from simulation.experiments.store import digest_of, keep, manifest_of, open_run

WRITERS = {"csv": write_csv, "parquet": write_parquet, "xlsx": write_xlsx}


def run_to_folder(
    name: str, folder: Path, replications: int, citizens: int, seed: int, *, workers: int, lean: bool
) -> None:
    """Play a scenario into a folder; replications that are there are not played again."""
    asked = Asked(name)
    scenario = scenario_of(asked)
    manifest = manifest_of(name, scenario.sha256, seed=seed, citizens=citizens, replications=replications, lean=lean)
    there = open_run(folder, manifest)
    left = [number for number in range(replications) if number not in there]
    said = f"{name}: {replications} replications x {citizens} simulated citizens, seed {seed}; {len(left)} to play"
    out.print(said, soft_wrap=True)
    jobs = [(asked, folder, number, citizens, seed, lean) for number in left]
    with progress(name, len(jobs)) as show:
        if workers <= 1 or len(jobs) <= 1:
            for done, job in enumerate(jobs, 1):
                play_one(*job)
                show(done)
        else:
            with processes(min(workers, len(jobs))) as pool:
                for done, _ in enumerate(pool.map(play_one, *zip(*jobs, strict=True)), 1):
                    show(done)
    out.print(f"{folder}: sha256 {digest_of(folder)}", soft_wrap=True)


def play_one(asked: Asked, folder: Path, number: int, citizens: int, seed: int, lean: bool) -> None:
    """Play one replication and keep it."""
    result = played(scenario_of(asked), Luck(seed, number), citizens)
    keep(folder, number, result, lean_log(result.log) if lean else result.log)


def export_run(run: Path, to: str, path: Path) -> None:
    """Write a run for other programs."""
    if path.exists() and not path.is_dir() and to != "xlsx":
        stop(f"{path} is a file; {to} needs a folder")
    for written in WRITERS[to](run, path):
        out.print(str(written), soft_wrap=True)
