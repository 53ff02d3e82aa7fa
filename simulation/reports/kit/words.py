"""Speaks one language of the print kit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from simulation.reports.kit import danish, danish_forms, english, english_forms
from simulation.values.wording import Lang

SENTENCES: Final[Mapping[Lang, Mapping[str, str]]] = {
    "da": {**danish.MORE, **danish_forms.FORMS},
    "en": {**english.MORE, **english_forms.FORMS},
}
OTHER: Final[Mapping[Lang, Lang]] = {"da": "en", "en": "da"}


@dataclass(frozen=True)
class Words:
    """Speaks one language."""

    lang: Lang

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence of a key with its values filled in."""
        return SENTENCES[self.lang][key].format(**values)

    def has(self, key: str) -> bool:
        """Return whether there is such a sentence."""
        return key in SENTENCES[self.lang]

    def several(self, key: str) -> tuple[str, ...]:
        """Return the sentences that are numbered below a key, in order."""
        found: list[str] = []
        while self.has(numbered := f"{key}.{len(found) + 1}"):
            found.append(SENTENCES[self.lang][numbered])
        return tuple(found)
