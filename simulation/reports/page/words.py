"""Words for the page and the console: sentences by key in both languages, and how a difference is said.

The sentences themselves are in `danish`, `danish_more`, `english` and `english_more`; nothing else says anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from simulation.reports.page import danish, danish_more, english, english_more
from simulation.reports.page.blocks import Verdict
from simulation.reports.page.numbers import HARD, middle_places, number, plain
from simulation.reports.page.result import Difference
from simulation.values.wording import Lang

SENTENCES: Final[Mapping[Lang, Mapping[str, str]]] = {
    "da": danish.SENTENCES | danish_more.SENTENCES,
    "en": english.SENTENCES | english_more.SENTENCES,
}
DAYS_OF_MONTH = 30.5
CHANGES = {"days": "days", "share": "share", "count": "count", "minutes": "work", "hours": "work", "dkk": "work"}
"""Which pair of words says less and more of a unit."""


@dataclass(frozen=True)
class Words:
    """Speaks one language."""

    lang: Lang

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence of a key with its values filled in."""
        return SENTENCES[self.lang][key].replace(" %", f"{HARD}%").format(**values)

    def has(self, key: str) -> bool:
        """Return whether there is such a sentence."""
        return key in SENTENCES[self.lang]

    def joined(self, parts: Sequence[str]) -> str:
        """Return "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self('and')} {parts[-1]}"

    def amount(self, value: float, unit: str, places: int) -> str:
        """Return a size with its unit; shares as percentage points."""
        digits = plain(100 * value if unit == "share" else value, places, self.lang)
        if unit == "dkk":
            return self("dkk", number=digits).replace(" ", HARD)
        name = "points" if unit == "share" else unit
        if not self.has(f"{name}.one"):
            return digits
        return f"{digits}{HARD}{self(f'{name}.one' if digits == '1' else f'{name}.many')}"

    def unit(self, unit: str) -> str:
        """Return the plain name of a unit of differences, nothing for counts."""
        if unit == "dkk":
            return self("dkk", number="").strip()
        name = "points" if unit == "share" else unit
        return self(f"{name}.many") if self.has(f"{name}.many") else ""

    def direction(self, value: float, unit: str, about: str = "") -> str:
        """Return "shorter", "fewer" and so on.

        Args:
            value: the difference, of which only the sign counts.
            unit: unit of the measure.
            about: id of the measure; an age gets lower, not shorter.
        """
        pair = "share" if "age" in about.split("_") else CHANGES.get(unit, "work")
        return self(f"{pair}.less" if value < 0 else f"{pair}.more")

    def mark(self, days: float) -> str:
        """Return a length as it is spoken of: "two months" near 61 days, else days."""
        months = round(days / DAYS_OF_MONTH)
        if not 1 <= months <= 12 or abs(months * DAYS_OF_MONTH - days) > 1.5:
            return self.amount(days, "days", 0 if days == round(days) else 1)
        numerals = self("numerals").split()
        return self("month") if months == 1 else self("months", number=numerals[months - 2]).replace(" ", HARD)


@dataclass(frozen=True)
class Change:
    """A difference in words."""

    change: str
    """Such as "12 days shorter", or that nothing is certain."""
    interval: str
    """Such as "95%: 9 to 15"; nothing where it is not defined."""
    verdict: Verdict


def verdict_of(difference: Difference | None, better: str) -> Verdict:
    """Return whether a difference is for the better."""
    if difference is None or difference["mean"] is None:
        return "undefined"
    if not difference["certain"] or difference["wording"] not in ("less", "more"):
        return "uncertain"
    if better not in ("less", "more"):
        return "changed"
    return "better" if difference["wording"] == better else "worse"


def change_of(difference: Difference | None, unit: str, better: str, lang: Lang, *, about: str = "") -> Change:
    """Return a difference in words, its interval apart.

    Args:
        difference: as in the results.
        unit: unit of the measure.
        better: `less`, `more` or `none`.
        lang: language of the words.
        about: id of the measure, where it decides the words.
    """
    words, verdict = Words(lang), verdict_of(difference, better)
    if difference is None or difference["mean"] is None:
        return Change(words("undefined"), "", "undefined")
    places = middle_places(unit, difference["mean"], difference["low"], difference["high"])
    interval = _interval(words, difference, (unit, places, about), is_certain=verdict != "uncertain")
    if verdict == "uncertain":
        return Change(words("uncertain"), interval, verdict)
    mean = difference["mean"]
    return Change(f"{words.amount(abs(mean), unit, places)} {words.direction(mean, unit, about)}", interval, verdict)


def in_words(difference: Difference | None, unit: str, better: str, lang: Lang, *, about: str = "") -> str:
    """Return a difference as one clause: "12 days shorter (95%: 9 to 15), better", or "no certain difference (...)".

    Args:
        difference: as in the results.
        unit: unit of the measure.
        better: `less`, `more` or `none`.
        lang: language of the words.
        about: id of the measure, where it decides the words.
    """
    words, said = Words(lang), change_of(difference, unit, better, lang, about=about)
    if not said.interval:
        return said.change
    is_judged = said.verdict in ("better", "worse")
    key = "in_words" if is_judged else "in_words.plain"
    return words(key, change=said.change, interval=said.interval, verdict=words(f"verdict.{said.verdict}"))


def _interval(words: Words, difference: Difference, how: tuple[str, int, str], *, is_certain: bool) -> str:
    """Return the interval in words; sizes only, the direction being said, or each end with its own direction."""
    low, high = difference["low"], difference["high"]
    if low is None or high is None:
        return ""
    return words("interval", interval=_ends(words, low, high, how, is_certain=is_certain))


def _ends(words: Words, low: float, high: float, how: tuple[str, int, str], *, is_certain: bool) -> str:
    unit, places, about = how
    if low == high == 0:
        return words("exactly_zero")
    if low < 0 < high:
        ends = [f"{_size(words, end, unit, places)} {words.direction(end, unit, about)}" for end in (low, high)]
    else:
        ends = [_size(words, end, unit, places) for end in sorted((low, high), key=abs)]
        if not is_certain:
            ends[1] = f"{ends[1]} {words.direction(low + high, unit, about)}"
    return f" {words('to')} ".join(ends)


def _size(words: Words, value: float, unit: str, places: int) -> str:
    return plain(abs(value) * (100 if unit == "share" else 1), places, words.lang)


def level(value: float | None, unit: str, lang: Lang) -> str:
    """Return a level with its unit: "47 days", "62%"."""
    if value is None or unit == "share":
        return number(value, unit, lang)
    return Words(lang).amount(value, unit, middle_places(unit, value, None, None))
