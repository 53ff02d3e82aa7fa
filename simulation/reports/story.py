"""One citizen's course, told day by day from the log."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from simulation.calendar.dates import DAY, date_of
from simulation.engine.kinds import Kind
from simulation.engine.log import Log
from simulation.model.world import World
from simulation.population.inputs import Inputs
from simulation.population.tables import StepKind
from simulation.reports.event_words import AGAIN, EVENTS, GAPS, NAMED, UNKNOWN_HERE
from simulation.values.cannot_run import CannotRun
from simulation.values.wording import Lang


@dataclass(frozen=True)
class Told:
    """What happened on one day of a case."""

    day: int
    """Days since the case opened, the first day is 0."""
    date: date
    sentences: tuple[str, ...]


class Teller:
    """Tells rows of a log in words."""

    def __init__(self, world: World, inputs: Inputs, log: Log, lang: Lang) -> None:
        """Take the names of a world."""
        self.world, self.inputs, self.log, self.lang = world, inputs, log, lang
        self.start = date.fromisoformat(world.setting.start)
        self.place = int(lang == "en")

    def observed(self, number: int) -> int:
        """Return the place of the n-th observed citizen, from 1.

        Raises:
            CannotRun: when there are not so many.
        """
        places = np.flatnonzero(self.inputs.cast.observed)
        if not 1 <= number <= len(places):
            raise CannotRun(f"there are {len(places)} observed citizens; {number} is none of them")
        return int(places[number - 1])

    def days(self, citizen: int) -> tuple[Told, ...]:
        """Return the citizen's course, one entry per day on which something happened."""
        opened = int(self.inputs.cast.opened[citizen])
        found: dict[int, list[str]] = {}
        for row in np.flatnonzero(self.log["citizen"] == citizen):
            sentence = self.sentence(int(row))
            if sentence:
                day = int(self.log["time"][row]) // DAY - opened // DAY
                said = found.setdefault(day, [])
                if sentence not in said:
                    said.append(sentence)
        first = date_of(self.start, opened)
        return tuple(
            Told(day, date.fromordinal(first.toordinal() + day), tuple(said)) for day, said in sorted(found.items())
        )

    def sentence(self, row: int) -> str:
        """Return one row in words; nothing for what is not worth telling."""
        kind = int(self.log["kind"][row])
        if kind == Kind.HOLDER_NAMED:
            return self.naming(row)
        if kind not in EVENTS or self.is_plain(row, kind):
            return ""
        return EVENTS[kind][self.place].format_map(self.words(row))

    def is_plain(self, row: int, kind: int) -> bool:
        """Return whether a row of a step says nothing that another does not."""
        step = int(self.log["step"][row])
        if kind == Kind.STEP_STARTED:
            return self.inputs.steps[step].kind != StepKind.GATHER
        if kind == Kind.STEP_DONE:
            return self.inputs.steps[step].kind in (StepKind.DECIDE, StepKind.MEETING, StepKind.CONSENT)
        return kind == Kind.DATA_CREATED and step >= 0

    def naming(self, row: int) -> str:
        """Return who told of whom; a second naming is not told."""
        if self.log["attempt"][row] == 1:
            return ""
        key = "told" if self.log["from_actor"][row] >= 0 else "start"
        words = self.words(row)
        return NAMED[key][self.place].format(by=words["from_actor"], actor=words["actor"])

    def words(self, row: int) -> dict[str, str]:
        """Return the words that a sentence can name."""
        names, log, world = self.inputs.names, self.log, self.world
        value = int(log["value"][row])
        gap = int(log["cause"][row])
        return {
            "step": self.title(world.steps, names.steps, int(log["step"][row])),
            "actor": self.title(world.actors, names.actors, int(log["actor"][row])),
            "from_actor": self.title(world.actors, names.actors, int(log["from_actor"][row])),
            "data_type": self.title(world.data_types, names.data_types, int(log["data_type"][row])),
            "event": self.title(world.life, names.events, value if log["kind"][row] == Kind.LIFE_EVENT else -1),
            "slot": date_of(self.start, max(value, 0)).strftime("%d.%m.%Y"),
            "gap": GAPS.get(gap, UNKNOWN_HERE)[self.place],
            "again": AGAIN["more" if value > 0 else "first"][self.place].format(times=value + 1),
        }

    def title(self, room: object, ids: tuple[str, ...], place: int) -> str:
        """Return the title of a thing by its place, with a dash where there is none."""
        if place < 0 or place >= len(ids):
            return "–"
        found: str = room[ids[place]].title.in_language(self.lang)  # type: ignore[index]
        return found
