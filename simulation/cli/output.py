"""What the command shows: text, tables, progress; and how it ends."""

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import NoReturn

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from simulation.values.cannot_run import CannotRun
from simulation.values.faults import WrongData
from simulation.values.wording import Lang

WRONG_DATA = 1
INTERRUPTED = 130
KILLED = "a process that played was ended from outside, perhaps for want of memory; try again with fewer --workers"
ISSUES = "This is a fault of the program, not of your data. Please report it with the lines below."

PIPE_WIDTH = 220
# Texts and paths are shown as they are written, square brackets and colons included.
out = Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)
err = Console(highlight=False, markup=False, emoji=False, stderr=True, soft_wrap=True)
language: list[Lang] = ["en"]
"""Language that faults are told in, set by the command that runs."""


def ended(command: Callable[[], None]) -> None:
    """Run a command; wrong data and what cannot be run are told plainly."""
    try:
        command()
    except WrongData as wrong:
        refuse(wrong)
    except BrokenPipeError:
        sys.stderr.close()
    except (CannotRun, BrokenProcessPool, OSError) as why:
        _let_go()
        stop(sentence(why))
    except SystemExit as end:
        if end.code == INTERRUPTED:  # what typer makes of a keyboard interrupt
            err.print("interrupted; finished replications of a run are kept")
        raise
    except Exception:
        err.print(ISSUES)
        raise


def _let_go() -> None:
    """Close an output that takes no more, so that the end does not try once again to write what is left for it."""
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            sys.stdout.close()


def sentence(why: CannotRun | BrokenProcessPool | OSError) -> str:
    """Return why something could not be done, as a sentence."""
    if isinstance(why, BrokenProcessPool):
        return KILLED
    if isinstance(why, OSError) and why.filename:
        return f"{why.filename}: {why.strerror or why}"
    return why.strerror or str(why) if isinstance(why, OSError) else str(why)


def refuse(wrong: WrongData) -> NoReturn:
    """Tell all faults and end with 1."""
    err.print(wrong.text(language[0]))
    count = len(wrong.faults)
    words = {"en": ("fault", "faults"), "da": ("fejl", "fejl")}[language[0]]
    err.print(f"{count} {words[count != 1]}", style="bold")
    sys.exit(WRONG_DATA)


def stop(why: str) -> NoReturn:
    """Say why something cannot be done and end with 1."""
    err.print(why)
    sys.exit(WRONG_DATA)


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> None:
    """Show a table; numbers in the columns named in `right` stand to the right."""
    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for place, column in enumerate(columns):
        shown.add_column(column, justify="right" if place in right else "left", overflow="fold")
    for row in rows:
        shown.add_row(*row)
    if title:
        # As a title of the table it would be broken at the table's width.
        out.print(title, style="bold")
    out.print(shown)
    out.print()


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal, nothing in a pipe; yields what to call with the number done."""
    if not err.is_terminal:
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=err, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.update(task, completed=done)
