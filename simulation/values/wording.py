"""What a fault can say, in the languages of the project."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Lang: TypeAlias = Literal["da", "en"]
Field: TypeAlias = str | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one fault in one language; `{name}` stands for a field of the fault."""

    says: str
    """What is wrong."""
    why: str = ""
    """Why it matters, where that is not plain."""
    advice: str = ""
    """What to do, where no better suggestion is known."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The wordings of one fault."""

    en: Wording
    da: Wording

    def __getitem__(self, lang: Lang) -> Wording:
        return self.en if lang == "en" else self.da


Catalogue: TypeAlias = Mapping[str, Entry]
