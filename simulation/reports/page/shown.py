"""What every section needs: the results, the language, and the scenarios with their names and signs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from simulation.reports.page.blocks import Cell, Head, Key, Row, Verdict
from simulation.reports.page.numbers import common_places, differ, middle_places, number, signed
from simulation.reports.page.palette import look_of
from simulation.reports.page.result import Difference, Measure, Result, Said, Value, said
from simulation.reports.page.words import Words, change_of
from simulation.values.wording import Lang

MAIN = (
    "gathering_days",
    "lead_time_days",
    "to_overview_days",
    "relevant_present_share",
    "is_returned",
    "repeated_tellings",
    "work_minutes",
    "citizen_hours",
)
"""Measures that are told first where the results do not say which are."""
MAIN_OF_CONTACTS = (
    "e6_current_pairs_share",
    "e1_current_contacts_share",
    "contacts_in_vain_per_year",
    "told_again_per_year",
    "coordination_hours_per_month",
    "work_minutes",
    "citizen_hours",
)
"""The same in a course with regular contacts."""
MOST_WITHOUT_MAIN = 8


@dataclass(frozen=True)
class Shown:
    """A comparison as it is shown in one language."""

    result: Result
    lang: Lang

    @cached_property
    def words(self) -> Words:
        """Return who speaks."""
        return Words(self.lang)

    def said(self, words: Said | None) -> str:
        """Return words of the results in the language of the page."""
        return said(words, self.lang)

    def titled(self, words: Said | None) -> str:
        """Return words of the results as they stand alone: with a capital letter."""
        text = self.said(words)
        return text[:1].upper() + text[1:]

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Return the scenarios' names and signs; a name that two have gets its label."""
        titles = [self.said(scenario["title"]) for scenario in self.result["scenarios"]]
        count = Counter(titles)
        named = zip(titles, self.result["scenarios"], strict=True)
        unique = [title if count[title] == 1 else f"{title} ({scenario['label']})" for title, scenario in named]
        return tuple(Key(title, look_of(place)) for place, title in enumerate(unique))

    @property
    def others(self) -> range:
        """Return the places of all scenarios but the first."""
        return range(1, len(self.keys))

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """Return the measures by id."""
        return {measure["id"]: measure for measure in self.result["measures"]}

    @property
    def absent(self) -> Mapping[str, Said]:
        """Return why measures are not shown, by id."""
        return self.result.get("absent", {})

    @cached_property
    def main(self) -> tuple[Measure, ...]:
        """Return the measures that are told first."""
        chosen = [measure for measure in self.result["measures"] if measure.get("main")]
        names = MAIN_OF_CONTACTS if "contacts_in_vain_per_year" in self.measures else MAIN
        known = [self.measures[name] for name in names if name in self.measures]
        others = [measure for measure in self.result["measures"] if measure["group"] != "causes"]
        return tuple(chosen or known or others[:MOST_WITHOUT_MAIN])

    @cached_property
    def personas(self) -> Mapping[str, str]:
        """Return the titles of the personas by id."""
        return {persona["id"]: self.said(persona["title"]) for persona in self.result["personas"]}

    def value(self, measure: Measure, place: int) -> Value | None:
        """Return a measure in the scenario at a place."""
        return measure["values"][place] if place < len(measure["values"]) else None

    def heads(self, first: str, *, differences: str = "") -> tuple[Head, ...]:
        """Return the heads of a table with a column per scenario, and one per difference from the first.

        Args:
            first: key of the head of the first column.
            differences: key of the heads of the differences; without it there are none.
        """
        scenarios = [Head(key.title, key=key) for key in self.keys]
        is_number = differences != "column.difference"
        titles = [self.words(differences, scenario=self.keys[p].title) for p in self.others] if differences else []
        changes = [Head(title, is_number=is_number) for title in titles]
        return (Head(self.words(first), is_number=False), *scenarios, *changes)

    def value_cell(self, value: Value | None, unit: str) -> Cell:
        """Return a mean with its interval."""
        if value is None or value["mean"] is None:
            return Cell(number(None, unit, self.lang))
        low, high = value["low"], value["high"]
        places = middle_places(unit, value["mean"], low, high)
        ends = [number(end, unit, self.lang, places=places) for end in (low, high) if end is not None]
        small = f" {self.words('to')} ".join(ends) if len(ends) == 2 else ""
        return Cell(number(value["mean"], unit, self.lang, places=places), small)

    def difference_cell(self, difference: Difference | None, measure: Measure) -> Cell:
        """Return a difference in words with its interval and whether it is for the better."""
        change = change_of(difference, measure["unit"], measure["better"], self.lang, about=measure["id"])
        word = self.verdict_word(change.verdict)
        return Cell(change.change, change.interval, is_number=False, verdict=change.verdict, verdict_word=word)

    def verdict_word(self, verdict: Verdict) -> str:
        """Return a verdict in a word."""
        return self.words(f"verdict.{verdict}")

    def filled(self, values: Sequence[float | None]) -> list[float | None]:
        """Return one number per scenario, None where the list is shorter."""
        return [*values, *[None] * len(self.keys)][: len(self.keys)]

    def plain_rows(
        self, lines: Iterable[tuple[Cell, Sequence[float | None]]], unit: str, *, changes: bool = False
    ) -> list[Row]:
        """Return a row of plain numbers per line, all with the same decimals; with changes from the first scenario."""
        full = [(name, self.filled(values)) for name, values in lines]
        differences = [differ(values, place) for _, values in full for place in self.others if changes]
        places = common_places(unit, [*(value for _, values in full for value in values), *differences])
        rows = []
        for name, values in full:
            cells = [Cell(number(value, unit, self.lang, places=places)) for value in values]
            if changes:
                cells += [Cell(signed(differ(values, place), unit, self.lang, places=places)) for place in self.others]
            rows.append(Row((name,), tuple(cells)))
        return rows

    def name(self, text: str, small: str = "") -> Cell:
        """Return the cell that names a row."""
        return Cell(text, small, is_number=False)

    def unit_of(self, measure: Measure) -> str:
        """Return the unit that is written beside a measure; a share and a count need none."""
        return "" if measure["unit"] in ("share", "count") else self.words.unit(measure["unit"])
