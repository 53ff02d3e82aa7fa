"""What the tests of experiments share: the shipped course in a short frame, and logs citizen by citizen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from simulation.draws.uniforms import Luck
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.replication import Played, played
from simulation.experiments.store import citizens_table, events_table

if TYPE_CHECKING:
    from pathlib import Path

FRAME = """format: 1
id: {name}
title: {{da: Kort ramme, en: Short frame}}
course: rehabilitation
profile: small
version: "1"
status: draft
rule_set: rules_2013_2024
start: "2024-01-01"
evidence: {{kind: assumed, because: Made up for tests}}
warm_up: {{unit: calendar_days, value: 20}}
follow_up: {{unit: calendar_days, value: 220}}
"""


@pytest.fixture(scope="session")
def short(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Return what writes the shipped course as it is in a short frame of few citizens, and gives its path."""
    folder = tmp_path_factory.mktemp("short")

    def write(name: str = "as_is", more: str = "") -> str:
        path: Path = folder / f"{name}.yaml"
        path.write_text(FRAME.format(name=name) + more, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture(scope="session")
def play() -> Callable[..., Played]:
    """Return what plays one replication of a scenario."""

    def playing(name: str, *more: str, citizens: int = 6, seed: int = 1, **settings: Any) -> Played:
        given = tuple((path.replace("__", "."), str(value)) for path, value in settings.items())
        return played(scenario_of(Asked(name, more, given)), Luck(seed, 0), citizens)

    return playing


@pytest.fixture(scope="session")
def case_logs() -> Callable[..., dict[tuple[str, int], list[tuple[Any, ...]]]]:
    """Return what gives the rows of each citizen, named by persona and number; rows point to each other by place."""

    def rows_by_citizen(result: Played, *, until: int, without_steps: tuple[str, ...] = ()) -> Any:
        events = events_table(result.inputs, result.log).drop("worker")
        events = events.with_columns(pl.col(pl.Enum).cast(pl.String)).filter(
            pl.col("citizen").is_not_null()
            & (pl.col("time") < until)
            & ~pl.col("step").fill_null("").is_in(list(without_steps))
        )
        who = citizens_table(result.inputs).select("citizen", "persona", "number")
        events = events.join(who, on="citizen", maintain_order="left").drop("citizen")
        return {key: _placed(part) for key, part in events.partition_by("persona", "number", as_dict=True).items()}

    return rows_by_citizen


def _placed(rows: pl.DataFrame) -> list[tuple[Any, ...]]:
    place = {row: place for place, row in enumerate(rows["row"])}
    because = [place.get(row, row) if row is not None else None for row in rows["because_of"]]
    return rows.drop("row", "because_of").with_columns(pl.Series("because", because)).rows()
