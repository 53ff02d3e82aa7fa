"""What a comparison costs: processor time per replication of three scenarios, beside plain SimPy on a fixed task.

Run: `python benchmarks/compare.py [replications] [citizens]`.

The yardstick is `PlainSimpy` of `m2.py` playing 2,000 cases. It takes turns with the replications in the same process,
so that a busy machine hits both alike; a replication counts in yardsticks. Reading the scenarios is timed apart. At last
the same design is played by two workers, from the start of the workers to the last measure, by the clock on the wall.
"""

import resource
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from m2 import plain_simpy

from simulation.draws.uniforms import Luck
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.many import Design, measured_all, one
from simulation.experiments.replication import played

SCENARIOS = ("rehabilitation/as_is", "rehabilitation/to_be_short", "rehabilitation/to_be_long")
YARDSTICK_CASES = 2_000


def main() -> None:
    """Play a comparison and print what it costs."""
    numbers = [int(word) for word in sys.argv[1:]]
    replications, citizens = (numbers + [4, 100][len(numbers) :])[:2]
    design = Design(tuple(Asked(name) for name in SCENARIOS), replications, citizens)
    reading = _processor_seconds_of_reading(design)
    ratios = [_in_yardsticks(design, number) for number in range(replications)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"reading three scenarios {reading:.1f} s, peak memory {peak:.0f} MB")
    print(f"median {statistics.median(ratios):.1f} yardsticks, lowest {min(ratios):.1f}, highest {max(ratios):.1f}")
    begun = time.perf_counter()
    measured_all(design, workers=2)
    print(f"two workers: {time.perf_counter() - begun:.1f} s on the wall for {replications} replications")


def _processor_seconds_of_reading(design: Design) -> float:
    begun = time.process_time()
    for asked in design.asked:
        scenario_of(asked)
    return time.process_time() - begun


def _in_yardsticks(design: Design, number: int) -> float:
    """Play a replication between two yardsticks; return its processor time in their mean, and print it."""
    before = plain_simpy(YARDSTICK_CASES)["seconds"]
    begun = time.process_time()
    one(design, number)
    seconds = time.process_time() - begun
    yardstick = (before + plain_simpy(YARDSTICK_CASES)["seconds"]) / 2
    print(f"replication {number}: {seconds:.1f} s, {seconds / yardstick:.1f} yardsticks, {_speed(design, number)}")
    return seconds / yardstick


def _speed(design: Design, number: int) -> str:
    """Return how many rows of a first scenario alone are drawn, played and written in a second."""
    begun = time.process_time()
    log = played(scenario_of(design.asked[0]), Luck(design.seed, number), design.citizens).log
    return f"{len(log) / (time.process_time() - begun):,.0f} rows/s alone"


if __name__ == "__main__":
    main()
