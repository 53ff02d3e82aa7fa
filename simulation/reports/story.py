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
from simulation.reports.contact_words import ContactWords
from simulation.reports.event_words import (
    AGAIN,
    EVENTS,
    GAPS,
    INSTEAD,
    JOINED,
    JOINED_AT_CONTACTS,
    NAMED,
    REACHED,
    TO_CITIZEN,
    UNKNOWN_HERE,
)
from simulation.values.cannot_run import CannotRun
from simulation.values.wording import Lang


@dataclass(frozen=True)
class Told:
    """What happened on one day of a case."""

    day: int
    """Days since the case opened, the first day is 0."""
    date: date
    sentences: tuple[str, ...]


OF_DATA = {Kind.CITIZEN_ASKED: "told_instead", Kind.LOOKED_UP: "looked_up"}
"""What is said instead where the row names a data type."""
NAMES = "\ufffc"
"""Stands where the names of a sentence go."""


def joined(sentence: str, names: list[str]) -> str:
    """Return a sentence with its names; they are joined by semicolons, as some hold commas."""
    return sentence.replace(NAMES, "; ".join(names))


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
        found: dict[int, dict[str, list[str]]] = {}
        for row in np.flatnonzero(self.log["citizen"] == citizen):
            sentence, name = self.sentence(int(row))
            if sentence:
                day = int(self.log["time"][row]) // DAY - opened // DAY
                names = found.setdefault(day, {}).setdefault(sentence, [])
                if name not in names:
                    names.append(name)
        first = date_of(self.start, opened)
        return tuple(
            Told(day, date.fromordinal(first.toordinal() + day), tuple(joined(*one) for one in said.items()))
            for day, said in sorted(found.items())
        )

    def said(self, row: int) -> str:
        """Return one row in words, with all its names; nothing for what is not worth telling."""
        return self.pattern(row, int(self.log["kind"][row])).format_map(self.words(row))

    def said_to_citizen(self, row: int) -> str:
        """Return one row as it is said to the citizen; nothing where that is as it is said to others."""
        pattern = TO_CITIZEN.get(self.pattern(row, int(self.log["kind"][row])), "")
        return pattern.format_map(self.words(row)) if pattern else ""

    def sentence(self, row: int) -> tuple[str, str]:
        """Return one row in words, with a mark for the name that all of its kind of a day differ in, and that name.

        Nothing for what is not worth telling.
        """
        kind = int(self.log["kind"][row])
        contacts = ContactWords(self.inputs, self.log, self.place) if self.inputs.coordination else None
        pattern = contacts.pattern(row, kind) if contacts else None
        joins = JOINED if pattern is None else JOINED_AT_CONTACTS
        pattern, words = self.pattern(row, kind) if pattern is None else pattern, self.words(row)
        if contacts:
            words["what"] = contacts.with_age(row, words["data_type"])
        word = joins.get(kind)
        if word is None or f"{{{word}}}" not in pattern:
            return pattern.format_map(words), ""
        return pattern.format_map(words | {word: NAMES}), words[word]

    def pattern(self, row: int, kind: int) -> str:
        """Return the sentence of a row with the keys of its words; a second naming is not told."""
        actor, other, data_type = (int(self.log[name][row]) for name in ("actor", "from_actor", "data_type"))
        if kind == Kind.HOLDER_NAMED:
            again = self.log["attempt"][row] == 1
            return "" if again else NAMED["told" if other >= 0 else "start"][self.place]
        if kind not in EVENTS or self.is_plain(row, kind):
            return ""
        if kind == Kind.CONSENT_WITHDRAWN and 0 <= self.log["value"][row] < (1 << len(self.inputs.names.domains)) - 1:
            return INSTEAD["narrowed"][self.place]
        if kind == Kind.REQUEST_ANSWERED and not self.inputs.truth.involved[self.log["citizen"][row], other]:
            return INSTEAD["not_involved"][self.place]
        if kind in OF_DATA and data_type >= 0:
            elsewhere = "_elsewhere" if kind == Kind.LOOKED_UP and other not in (-1, actor) else ""
            return INSTEAD[OF_DATA[Kind(kind)] + elsewhere][self.place]
        return (INSTEAD["left_out"] if kind == Kind.DATA_JUDGED_OUT and actor == other else EVENTS[kind])[self.place]

    def is_plain(self, row: int, kind: int) -> bool:
        """Return whether a row of a step says nothing that another does not."""
        step = int(self.log["step"][row])
        if kind == Kind.STEP_STARTED:
            return self.inputs.steps[step].kind != StepKind.GATHER
        if kind == Kind.STEP_DONE:
            return self.inputs.steps[step].kind in (StepKind.DECIDE, StepKind.MEETING, StepKind.CONSENT)
        return kind == Kind.DATA_CREATED and step >= 0

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
            "reached": REACHED.get(int(log["attempt"][row]), REACHED[1])[self.place],
            "again": AGAIN["more" if value > 0 else "first"][self.place].format(times=value + 1),
        }

    def title(self, room: object, ids: tuple[str, ...], place: int) -> str:
        """Return the title of a thing by its place, with a dash where there is none."""
        if place < 0 or place >= len(ids):
            return "–"
        found: str = room[ids[place]].title.in_language(self.lang)  # type: ignore[index]
        return found
