"""Words of the deliverables in both languages, where a document or a drawing is given in both."""

from collections.abc import Mapping
from typing import Final

from simulation.reports.deliverables import danish_fields, english
from simulation.reports.deliverables.danish import DA
from simulation.values.wording import Lang

WORDS: Final[Mapping[Lang, Mapping[str, str]]] = {"da": DA, "en": english.EN}
STEP_KINDS: Final[Mapping[Lang, Mapping[str, str]]] = {"da": danish_fields.STEP_KINDS, "en": english.STEP_KINDS}
DATA_FORMS: Final[Mapping[Lang, Mapping[str, str]]] = {"da": danish_fields.DATA_FORMS, "en": english.DATA_FORMS}
