"""Every sentence that a participant reads, in Danish and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mockups.texts import (
    danish,
    danish_cases,
    danish_model,
    danish_screens,
    danish_whatif,
    english,
    english_cases,
    english_model,
    english_screens,
    english_whatif,
)
from simulation import Lang

SENTENCES: Final[Mapping[Lang, Mapping[str, str]]] = {
    "da": danish.SENTENCES
    | danish_cases.SENTENCES
    | danish_model.SENTENCES
    | danish_whatif.SENTENCES
    | danish_screens.SENTENCES,
    "en": english.SENTENCES
    | english_cases.SENTENCES
    | english_model.SENTENCES
    | english_whatif.SENTENCES
    | english_screens.SENTENCES,
}


@dataclass(frozen=True)
class Texts:
    """Speaks one language."""

    lang: Lang

    def has(self, key: str) -> bool:
        """Return whether there is such a sentence."""
        return key in SENTENCES[self.lang]

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence of a key with its values filled in."""
        return SENTENCES[self.lang][key].format(**values)
