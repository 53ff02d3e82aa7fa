"""How fast the reference engine is beside plain SimPy, on the same casework.

Run: `python benchmarks/m2.py [cases] [rounds]`.

Model: cases arrive every hour on average and go through eight activities at five shared pools, with a delay before each
activity but the first; after the sixth they go back three activities with probability 0.3, at most twice. Open day and
night, lognormal handling and delays, whole minutes. The two take turns, each in a process of its own, so that a busy
machine hits both alike; printed are cases per second of the processor, their ratio round by round, and peak memory.
"""

import json
import math
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Generator
from typing import Any

import simpy

HOUR, DAY = 60, 1440
POOL = (0, 1, 2, 3, 4, 3, 1, 0)
STAFF = (2, 3, 4, 5, 6)
MEAN_HOURS = (0.8, 1.2, 2.3, 1.4, 3.5, 1.6, 1.3, 0.8)
SPREAD, DELAY_HOURS, DELAY_SPREAD = 0.5, 24.0, 1.0
BACK_FROM, BACK_TO, BACK_SHARE, BACK_AT_MOST = 5, 2, 0.3, 2
FOLLOW_UP_DAYS = 60
Result = dict[str, float]
Process = Generator[simpy.Event, None, None]


class PlainSimpy:
    """The model as a SimPy user would write it."""

    def __init__(self, cases: int) -> None:
        """Set up pools; nothing has arrived yet."""
        self.cases = cases
        self.luck = random.Random(1)
        self.env = simpy.Environment()
        self.pools = [simpy.Resource(self.env, staff) for staff in STAFF]
        self.rows: list[tuple[int, int, float, float]] = []
        self.count = 0
        self.done = self.env.event()

    def lognormal(self, mean_hours: float, spread: float) -> int:
        """Return whole minutes."""
        drawn = self.luck.lognormvariate(math.log(mean_hours * HOUR) - spread * spread / 2, spread)
        return max(math.floor(drawn + 0.5), 1)

    def case(self, number: int) -> Process:
        """Go through the activities, and sometimes back."""
        env, activity, back = self.env, 0, 0
        while True:
            with self.pools[POOL[activity]].request() as turn:
                yield turn
                began = env.now
                yield env.timeout(self.lognormal(MEAN_HOURS[activity], SPREAD))
            self.rows.append((number, activity, began, env.now))
            if activity == BACK_FROM and back < BACK_AT_MOST and self.luck.random() < BACK_SHARE:
                activity, back = BACK_TO, back + 1
            elif activity == len(POOL) - 1:
                break
            else:
                activity += 1
            yield env.timeout(self.lognormal(DELAY_HOURS, DELAY_SPREAD))
        self.count += 1
        if self.count == self.cases:
            self.done.succeed()

    def arrivals(self) -> Process:
        """Let cases arrive for ever."""
        number = 0
        while True:
            yield self.env.timeout(max(math.floor(self.luck.expovariate(1 / HOUR) + 0.5), 1))
            self.env.process(self.case(number))
            number += 1


def plain_simpy(cases: int) -> Result:
    """Play the model until so many cases are done."""
    model = PlainSimpy(cases)
    model.env.process(model.arrivals())
    begun = time.process_time()
    model.env.run(until=model.done)
    seconds = time.process_time() - begun
    return {"cases": model.count, "seconds": seconds, "rows": len(model.rows)}


def our_engine(cases: int) -> Result:
    """Play the model with the reference engine; drawing the luck is timed apart."""
    from simulation.draws.uniforms import Luck
    from simulation.engine.kinds import Kind
    from simulation.engine.reference.run import play
    from simulation.model.world import World
    from simulation.population.inputs import inputs_of

    world = World.model_validate(model())
    begun = time.process_time()
    inputs = inputs_of(world, Luck(1, 0), cases)
    for column in inputs.columns:
        assert len(column.plain) == len(inputs.cast)  # drawn now, and not when first read
    drawn = time.process_time()
    log = play(inputs)
    seconds = time.process_time() - drawn
    closed = int((log["kind"] == Kind.CASE_CLOSED).sum())
    return {"cases": closed, "seconds": seconds, "drawing": drawn - begun, "rows": len(log)}


def model() -> dict[str, Any]:
    """Return the model as a world."""
    words = {"da": "x", "en": "x"}
    week = {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    person = {
        "id": "a",
        "title": "a",
        "fictitious": True,
        "age": 40,
        "story": words,
        "motive": words,
        "case_type": "plain",
    }
    frame = {"id": "m2", "title": words, "version": "1", "status": "draft", "rule_set": "rules", "start": "2024-01-01"}
    times = {"warm_up": _number("calendar_days", value=0), "follow_up": _number("calendar_days", value=FOLLOW_UP_DAYS)}
    return {
        "setting": frame | times,
        "course": {"id": "c", "title": words, "summary": words, "closes": _id(len(POOL) - 1), "clocks": {}},
        "profile": {"id": "town", "title": words, "arrivals_every": _number("hours", mean=1)},
        "rule_sets": {"rules": {"title": words, "verified": False}},
        "phases": {"only": {"title": words, "order": 1}},
        "case_types": {"plain": {"title": words}},
        "steps": {_id(activity): _step(activity) for activity in range(len(POOL))},
        "calendars": {"always": {"title": words, "week": week, "public_holidays": False}},
        "actors": {"office": {"title": words, "sector": "municipal", "domain": "plain", "calendar": "always"}},
        "roles": {
            f"pool_{place}": {
                "title": words,
                "actor": "office",
                "works_as": "pool",
                "staff": _number("count", value=staff),
            }
            for place, staff in enumerate(STAFF)
        },
        "domains": {"plain": words},
        "personas": {
            "a": person | {"format": 1, "weight": _number("factor", value=1), "overview": NONE, "willing": NONE}
        },
    }


def _step(activity: int) -> dict[str, Any]:
    step: dict[str, Any] = {"kind": "work", "title": {"da": "x", "en": "x"}, "phase": "only", "basis": "reasoned"}
    step |= {"by": f"pool_{POOL[activity]}", "minutes": _lognormal(MEAN_HOURS[activity], SPREAD)}
    if activity > 0:
        step |= {"after": [_id(activity - 1)], "at": "queue", "lead": _lognormal(DELAY_HOURS, DELAY_SPREAD)}
    if activity == BACK_FROM:
        when = {"chance": _number("share", value=BACK_SHARE)}
        step["again"] = {"back_to": _id(BACK_TO), "when": when, "at_most": BACK_AT_MOST}
    return step


def _id(activity: int) -> str:
    return f"activity_{activity}"


def _number(unit: str, **numbers: float) -> dict[str, Any]:
    return {"unit": unit, "kind": "assumed", "because": "benchmark", **numbers}


NONE = _number("share", value=0)


def _lognormal(mean_hours: float, spread: float) -> dict[str, Any]:
    median = mean_hours * math.exp(-spread * spread / 2)
    return _number("hours", typical=median, at_most=median * math.exp(spread * statistics.NormalDist().inv_cdf(0.95)))


TOOLS = {"engine": our_engine, "simpy": plain_simpy}


def main() -> None:
    """Play one tool, when named; else let both take turns and print how they compare."""
    words = sys.argv[1:]
    if words and words[0] in TOOLS:
        result = TOOLS[words[0]](int(words[1]))
        print(json.dumps(result | {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
        return
    cases, rounds = int(words[0]) if words else 20_000, int(words[1]) if len(words) > 1 else 5
    ratios = []
    for turn in range(rounds):
        found = {tool: _in_its_own_process(tool, cases) for tool in sorted(TOOLS, reverse=bool(turn % 2))}
        speed = {tool: result["cases"] / result["seconds"] for tool, result in found.items()}
        ratios.append(speed["engine"] / speed["simpy"])
        ours, theirs = found["engine"], found["simpy"]
        print(
            f"round {turn + 1}: engine {speed['engine']:,.0f} cases/s ({ours['rows'] / ours['seconds']:,.0f} rows/s,"
            f" {ours['peak_mb']:.0f} MB, drawing {ours['drawing']:.1f} s), SimPy {speed['simpy']:,.0f} cases/s"
            f" ({theirs['peak_mb']:.0f} MB), ratio {ratios[-1]:.2f}"
        )
    print(f"median ratio {statistics.median(ratios):.2f}, lowest {min(ratios):.2f}, highest {max(ratios):.2f}")


def _in_its_own_process(tool: str, cases: int) -> Result:
    command = [sys.executable, __file__, tool, str(cases)]
    found: Result = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return found


if __name__ == "__main__":
    main()
