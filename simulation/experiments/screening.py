"""Which assumptions matter: every estimated and assumed input over its range, one at a time, with the same luck."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from math import nan
from pathlib import Path

import numpy as np

from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.believed import quantities, uncertain_inputs
from simulation.experiments.many import Design, one
from simulation.experiments.processes import processes
from simulation.experiments.store import write_whole
from simulation.measures.catalogue import main_measure
from simulation.measures.measured import Measured
from simulation.population.cast import DAY, plain_minutes
from simulation.values.cannot_run import CannotRun

FORMAT = 1
MEASURES = ("gathering_days", "lead_time_days", "relevant_present_share", "e6_current_pairs_share")
"""What a screening looks at beside the main measure."""
FOLDER = "screenings"

Means = tuple[tuple[float | None, ...], ...]
"""Means by (scenario, measure); None where nobody has the measure."""


@dataclass(frozen=True)
class Moved:
    """What one input does: means of each measure with the input at its low and its high end."""

    pattern: str
    low: Means
    high: Means


@dataclass(frozen=True)
class Screening:
    """A screening of several scenarios; the first is what the others are compared with."""

    names: tuple[str, ...]
    sha256: tuple[str, ...]
    """Hash of what was played of each scenario."""
    measures: tuple[str, ...]
    """What it looked at; the first is the main measure of the first scenario."""
    replications: int
    citizens: int
    seed: int
    plain: Means
    """With all inputs as they are."""
    inputs: tuple[Moved, ...]

    def differences(self, scenario: int, measure: int = 0) -> list[tuple[str, float, float]]:
        """Return (input, difference to the first scenario with it low, with it high), the most moving first."""
        return _ranked(
            (one.pattern, _difference(one.low, scenario, measure), _difference(one.high, scenario, measure))
            for one in self.inputs
        )

    def levels(self, scenario: int, measure: int = 0) -> list[tuple[str, float, float]]:
        """Return (input, level with it low, with it high), the most moving first."""
        return _ranked((one.pattern, one.low[scenario][measure], one.high[scenario][measure]) for one in self.inputs)

    def unmoved(self, scenario: int, measure: int = 0) -> float:
        """Return the difference to the first scenario, of the first its level, with all inputs as they are, or nan."""
        found = _difference(self.plain, scenario, measure) if scenario else self.plain[0][measure]
        return nan if found is None else found

    def of(self, names: Sequence[str]) -> "Screening":
        """Return the screening of some of the scenarios only."""
        places = [self.names.index(name) for name in names]

        def picked(rows: Means) -> Means:
            return tuple(rows[place] for place in places)

        return replace(
            self,
            names=tuple(names),
            sha256=tuple(self.sha256[place] for place in places),
            plain=picked(self.plain),
            inputs=tuple(Moved(one.pattern, picked(one.low), picked(one.high)) for one in self.inputs),
        )


def _difference(means: Means, scenario: int, measure: int) -> float | None:
    """Return the difference to the first scenario, None where one of them has no value."""
    here, first = means[scenario][measure], means[0][measure]
    return None if here is None or first is None else here - first


def _ranked(found: Iterable[tuple[str, float | None, float | None]]) -> list[tuple[str, float, float]]:
    """Return inputs with a value at both ends, the most moving first."""
    whole = [(pattern, low, high) for pattern, low, high in found if low is not None and high is not None]
    return sorted(whole, key=lambda entry: (-abs(entry[2] - entry[1]), entry[0]))


LONGEST = {"warm_up": 120, "follow_up": 200}
"""A screening plays a shorter frame than a comparison, in calendar days: it ranks inputs, it gives no levels."""


def screened(
    asked: Sequence[Asked],
    *,
    replications: int,
    citizens: int,
    seed: int,
    workers: int,
    progress: Callable[[int], None] = lambda _: None,
) -> Screening:
    """Play the scenarios with every uncertain input at both ends of its range.

    Raises:
        WrongData: when a scenario is wrong.
        CannotRun: when the scenarios are not about the same measure.
    """
    if len({main_measure(scenario_of(one_asked).world) for one_asked in asked}) > 1:
        raise CannotRun("the scenarios have different main measures, so one screening cannot look at them all")
    patterns = sorted({pattern for one_asked in asked for pattern in uncertain_inputs(scenario_of(one_asked))})
    moves = [(), *(((pattern, end),) for pattern in patterns for end in ("low", "high"))]
    designs = [
        Design(tuple(shortened(one_asked, move) for one_asked in asked), replications, citizens, seed) for move in moves
    ]
    means = []
    for done, mean in enumerate(_played(designs, workers), 1):
        means.append(mean)
        progress(done)
    inputs = tuple(Moved(pattern, means[2 * n + 1], means[2 * n + 2]) for n, pattern in enumerate(patterns))
    names = tuple(one_asked.label for one_asked in asked)
    digests = tuple(scenario_of(one_asked).digest for one_asked in asked)
    return Screening(names, digests, measures_of(asked), replications, citizens, seed, means[0], inputs)


def measures_of(asked: Sequence[Asked]) -> tuple[str, ...]:
    """Return what a screening of scenarios looks at, the main measure first."""
    return tuple(dict.fromkeys((main_measure(scenario_of(asked[0]).world), *MEASURES)))


def shortened(asked: Asked, moves: tuple[tuple[str, str], ...]) -> Asked:
    """Return a scenario in a frame no longer than that of a screening, with inputs moved."""
    setting = scenario_of(asked).world.setting
    shorter = tuple(
        (f"setting.{name}", f"{{unit: calendar_days, value: {days}, kind: assumed, because: A screening}}")
        for name, days in LONGEST.items()
        if plain_minutes(getattr(setting, name)) > days * DAY
    )
    return replace(asked, settings=(*asked.settings, *shorter), believed=moves)


def _played(designs: list[Design], workers: int) -> Iterator[Means]:
    if workers <= 1:
        yield from map(means_of, designs)
        return
    with processes(workers) as pool:
        yield from pool.map(means_of, designs)


def means_of(design: Design) -> Means:
    """Return the mean of each measure in each scenario, over citizens, then replications."""
    found, measures = [one(design, number) for number in range(design.replications)], measures_of(design.asked)
    scenario_of.cache_clear()
    return tuple(
        tuple(_mean([replication[place] for replication in found], measure) for measure in measures)
        for place in range(len(design.asked))
    )


def _mean(replications: Sequence[Measured], measure: str) -> float | None:
    """Return the mean of a measure, None where it is defined for nobody."""
    columns = [one.columns[measure] for one in replications if measure in one.columns]
    means = [float(np.mean(column[~np.isnan(column)])) for column in columns if not np.isnan(column).all()]
    return round(float(np.mean(means)), 6) if means else None


def as_json(screening: Screening) -> str:
    """Return a screening as text, stable."""
    inputs = {moved.pattern: [moved.low, moved.high] for moved in screening.inputs}
    head = {
        key: getattr(screening, key)
        for key in ("names", "sha256", "measures", "replications", "citizens", "seed", "plain")
    }
    return json.dumps({"format": FORMAT, **head, "inputs": inputs}, separators=(",", ":"), allow_nan=False) + "\n"


def from_json(text: str) -> Screening:
    """Return a screening from its text."""
    found = json.loads(text)

    def table(rows: list[list[float | None]]) -> Means:
        return tuple(tuple(row) for row in rows)

    inputs = tuple(Moved(pattern, table(low), table(high)) for pattern, (low, high) in sorted(found["inputs"].items()))
    names, digests, measures = (tuple(found[key]) for key in ("names", "sha256", "measures"))
    size = found["replications"], found["citizens"], found["seed"]
    return Screening(names, digests, measures, *size, table(found["plain"]), inputs)


def stored_path(asked: Sequence[Asked]) -> Path:
    """Return where the screening of shipped scenarios is kept: beside the course."""
    course, _, _ = asked[0].name.partition("/")
    names = "--".join(one_asked.name.partition("/")[2] for one_asked in asked)
    return Path(str(files("scenarios"))) / course / FOLDER / f"{names}.json"


def stored(asked: Sequence[Asked]) -> tuple[Screening | None, str]:
    """Return the stored screening of scenarios and its state: `fresh`, `outdated` or `none`."""
    if not all(one_asked.is_shipped for one_asked in asked):
        return None, "none"
    names = [one_asked.name for one_asked in asked]
    for path in sorted(stored_path(asked).parent.glob("*.json")):
        found = from_json(path.read_text(encoding="utf-8"))
        if names[0] == found.names[0] and set(names) <= set(found.names):
            part = found.of(names)
            fresh = part.sha256 == tuple(scenario_of(one_asked).digest for one_asked in asked)
            return part, "fresh" if fresh else "outdated"
    return None, "none"


def keep(screening: Screening, path: Path) -> None:
    """Keep a screening so that it is there whole or not at all."""
    write_whole(path, as_json(screening).encode())


def evidence_of(asked: Asked, pattern: str) -> dict[str, str]:
    """Return what stands behind an input: kind, source and because of the first quantity that fits the pattern."""
    wanted = pattern.split(".")
    for path, quantity in quantities(scenario_of(asked)):
        if len(path) == len(wanted) and all(p == "*" or p == str(part) for p, part in zip(wanted, path, strict=True)):
            return {"kind": str(quantity.kind), "source": quantity.source or "", "because": quantity.because or ""}
    return {"kind": "", "source": "", "because": ""}
