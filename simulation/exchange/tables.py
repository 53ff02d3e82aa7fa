"""A run as tables for other programs: CSV, Parquet, XLSX. No cell of text becomes a formula."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import polars as pl
import xlsxwriter

from simulation.experiments.store import parquet, runs_events, write_whole
from simulation.values.cannot_run import CannotRun

TABLES = ("events", "citizens")
MOST_ROWS = 1_048_575
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
NOTE = "Simulated, fictitious citizens"
NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)
"""What a workbook says of when it was made: the same run gives the same bytes on any day."""


def whole(run: Path, table: str) -> pl.DataFrame:
    """Return one table of all replications, with the replication in front."""
    parts = [
        read(run, table, number).with_columns(replication=pl.lit(number, dtype=pl.Int32))
        for number, _ in runs_events(run)
    ]
    if not parts:
        raise CannotRun(f"{run} holds no finished replication yet")
    found = pl.concat(parts)
    return found.select("replication", *(name for name in found.columns if name != "replication"))


def read(run: Path, table: str, number: int) -> pl.DataFrame:
    """Return one table of one replication, words as plain text."""
    found = pl.read_parquet(run / f"{table}-{number:05}.parquet")
    words = [name for name, kind in found.schema.items() if kind == pl.Enum]
    return found.with_columns(pl.col(words).cast(pl.String))


def safe(table: pl.DataFrame) -> pl.DataFrame:
    """Return a table in which text that a spreadsheet would take for a formula has an apostrophe in front."""
    text = [name for name, kind in table.schema.items() if kind == pl.String]
    return table.with_columns(
        pl.when(pl.any_horizontal(*(pl.col(name).str.starts_with(mark) for mark in FORMULA)))
        .then(pl.concat_str(pl.lit("'"), pl.col(name)))
        .otherwise(pl.col(name))
        .alias(name)
        for name in text
    )


def write_csv(run: Path, folder: Path) -> Iterator[Path]:
    """Write events.csv and citizens.csv into a folder, UTF-8."""
    for name in TABLES:
        path = folder / f"{name}.csv"
        write_whole(path, safe(whole(run, name)).write_csv().encode())
        yield path


def write_parquet(run: Path, folder: Path) -> Iterator[Path]:
    """Write events.parquet and citizens.parquet into a folder."""
    for name in TABLES:
        path = folder / f"{name}.parquet"
        write_whole(path, parquet(whole(run, name)))
        yield path


def write_xlsx(run: Path, path: Path) -> Iterator[Path]:
    """Write one workbook; events that do not fit one sheet go on in the next."""
    file = path / "run.xlsx" if path.is_dir() or not path.suffix else path
    held = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({"comments": NOTE, "created": NO_TIME})
        for name in TABLES:
            table = safe(whole(run, name))
            for part, start in enumerate(range(0, max(len(table), 1), MOST_ROWS)):
                title = name if part == 0 else f"{name} {part + 1}"
                table.slice(start, MOST_ROWS).write_excel(book, title, autofit=False)
    write_whole(file, held.getvalue())
    yield file
