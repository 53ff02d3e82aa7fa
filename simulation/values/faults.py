"""Faults in data: where, what, why it matters, what to do; in Danish and English."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from types import TracebackType
from typing import Self

from pydantic_core import PydanticCustomError

from simulation.values.cpr import masked
from simulation.values.fault_texts import LISTED_AT_MOST, RENDERED, entry_of, in_words
from simulation.values.places import Place
from simulation.values.wording import Field, Lang

_ALIKE = 0.6
_SHORT = 3
_SHORT_ALIKE = 0.5


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like a misspelt one, or None when none is near.

    >>> did_you_mean("request_status_notes", ["obtain_consent", "request_status_note"])
    'request_status_note'
    """
    likeness = {candidate: _likeness(_bare(word), _bare(candidate)) for candidate in sorted(known)}
    best = max(likeness, key=lambda candidate: likeness[candidate], default=None)
    alike = _SHORT_ALIKE if len(word) <= _SHORT else _ALIKE
    return best if best is not None and likeness[best] >= alike else None


def _bare(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def _likeness(word: str, candidate: str) -> float:
    """Return 0 to 1; words of the same parts in another order are nearly the same."""
    if sorted(word.split("_")) == sorted(candidate.split("_")):
        return 1.0 if word == candidate else 0.95
    matcher = SequenceMatcher(None, word, candidate, autojunk=False)
    if matcher.quick_ratio() < _SHORT_ALIKE:
        return matcher.quick_ratio()
    return matcher.ratio()


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault at one place. Its sentences stand in the catalogue under its code."""

    place: Place
    code: str
    """Stable; a key of the catalogue."""
    fields: Mapping[str, Field] = field(default_factory=dict, hash=False)
    """What the sentences name. A tuple is words of the catalogue, joined by "or"."""
    context: str | None = None
    """Way to the place, as "changes › set steps.x.y"."""
    known: tuple[str, ...] = ()
    """What there is instead."""
    whose: str = ""
    """What has the known."""
    suggestion: str | None = None
    """The known word that was probably meant."""

    def message(self, lang: Lang = "en") -> str:
        """Return what is wrong, in one sentence."""
        return masked(in_words(entry_of(self.code)[lang].says, self.fields, lang))

    def why(self, lang: Lang = "en") -> str | None:
        """Return why it matters, where that is not plain."""
        return masked(in_words(entry_of(self.code)[lang].why, self.fields, lang)) or None

    def advice(self, lang: Lang = "en") -> str | None:
        """Return what to do."""
        if self.suggestion is not None:
            return RENDERED[lang]["did_you_mean"].format(self.suggestion)
        return masked(in_words(entry_of(self.code)[lang].advice, self.fields, lang)) or None

    def text(self, lang: Lang = "en") -> str:
        """Return the whole fault as a person reads it, in one to five lines."""
        words = RENDERED[lang]
        lines = [f"{self.place}: {self.message(lang)}  [{self.code}]"]
        if self.context:
            lines.append(words["in"].format(masked(self.context)))
        if self.known:
            lines.append(words["has"].format(self.whose, self._listed(lang)) if self.whose else self._known(lang))
        lines += [words[name].format(said) for name in ("why", "advice") if (said := getattr(self, name)(lang))]
        return "\n  ".join(lines)

    def _known(self, lang: Lang) -> str:
        return RENDERED[lang]["known"].format(self._listed(lang))

    def _listed(self, lang: Lang) -> str:
        more = len(self.known) - LISTED_AT_MOST
        listed = masked(", ".join(self.known[:LISTED_AT_MOST]))
        return f"{listed} {RENDERED[lang]['more'].format(more)}" if more > 0 else listed

    def as_json(self, lang: Lang = "en") -> dict[str, str | int | list[str] | None]:
        """Return the fault for a program: place and code apart, sentences in one language."""
        return {
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "code": self.code,
            "message": self.message(lang),
            "context": self.context and masked(self.context),
            "whose": self.whose or None,
            "known": [masked(word) for word in self.known],
            "why": self.why(lang),
            "suggestion": self.suggestion,
            "advice": self.advice(lang),
        }


class WrongData(Exception):
    """Data that cannot be used, with every fault found, in file order and each once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        apart = {(fault.place, fault.code, fault.message()): fault for fault in reversed(tuple(faults))}
        self.faults: tuple[Fault, ...] = tuple(apart[key] for key in sorted(apart))
        super().__init__(self.faults)

    def __str__(self) -> str:
        return self.text()

    def text(self, lang: Lang = "en") -> str:
        """Return all faults as a person reads them."""
        return "\n".join(fault.text(lang) for fault in self.faults)


class Gathered:
    """Collects the faults of several attempts, so that all are told together.

    Use it as a context around each attempt; wrong data ends the attempt and is remembered.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, _: TracebackType | None) -> bool:
        if not isinstance(wrong, WrongData):
            return False
        self.faults.extend(wrong.faults)
        return True

    def refuse(self) -> None:
        """Raise WrongData with all that was gathered, if anything was."""
        if self.faults:
            raise WrongData(self.faults)


def refusal(code: str, *, at: str | None = None, known: Iterable[str] = (), **fields: Field) -> PydanticCustomError:
    """Return what a validator of a model raises to be told with a code of the catalogue, in both languages.

    Args:
        code: Key of the catalogue.
        at: Field of the model that is at fault; the place of the model otherwise.
        known: What would have been right.
        fields: What the sentences name.
    """
    says = in_words(entry_of(code).en.says, fields, "en").replace("{", "(").replace("}", ")")
    return PydanticCustomError(code, says, {"fields": fields, "at": at, "known": tuple(known)})
