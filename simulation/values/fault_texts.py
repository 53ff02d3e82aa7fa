"""The catalogue of faults: one entry per stable code, and the words around it."""

from collections.abc import Mapping

from simulation.values.change_fault_texts import CHANGE_FAULTS
from simulation.values.file_fault_texts import FILE_FAULTS
from simulation.values.model_fault_texts import MODEL_FAULTS
from simulation.values.screen_fault_texts import SCREEN_FAULTS
from simulation.values.wording import Catalogue, Entry, Field, Lang, Wording
from simulation.values.world_fault_texts import WORLD_FAULTS

LISTED_AT_MOST = 12

CATALOGUE: Catalogue = {**FILE_FAULTS, **CHANGE_FAULTS, **MODEL_FAULTS, **WORLD_FAULTS, **SCREEN_FAULTS}

RENDERED: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "in": "in {}",
        "has": "{} has: {}",
        "known": "known: {}",
        "more": "… and {} more",
        "why": "why: {}",
        "advice": "suggestion: {}",
        "did_you_mean": "did you mean '{}'?",
        "or": " or ",
    },
    "da": {
        "in": "i {}",
        "has": "{} har: {}",
        "known": "kendte: {}",
        "more": "… og {} flere",
        "why": "hvorfor: {}",
        "advice": "forslag: {}",
        "did_you_mean": "mente du '{}'?",
        "or": " eller ",
    },
}

_DANISH = {
    "a mapping": "et sæt nøgler med værdier",
    "a list": "en liste",
    "text": "tekst",
    "a number": "et tal",
    "a whole number": "et helt tal",
    "true or false": "true eller false",
    "nothing": "ingenting",
    "none": "ingen",
    "something else": "noget andet",
    "at least": "mindst",
    "more than": "mere end",
    "at most": "højst",
    "less than": "mindre end",
    "a multiple of": "et multiplum af",
    "actor": "aktør",
    "actors": "aktører",
    "answers": "svar",
    "calendar": "kalender",
    "case type": "sagstype",
    "channel": "kanal",
    "course": "forløb",
    "data type": "datatype",
    "data types": "datatyper",
    "matters": "oplysninger for hver indehaver",
    "side of life": "side af livet",
    "state": "tilstand",
    "domain": "fagområde",
    "domains": "fagområder",
    "element": "element",
    "field": "felt",
    "option": "valg",
    "intervention": "forslag",
    "life event": "livshændelse",
    "phase": "fase",
    "profile": "kommuneprofil",
    "proposal": "forslag",
    "role": "rolle",
    "rule set": "regelsæt",
    "scenario": "scenarie",
    "screen": "skærm",
    "source": "kilde",
    "step": "trin",
}


def entry_of(code: str) -> Entry:
    """Return the wordings of a code; a code without any stands for itself."""
    return CATALOGUE.get(code) or Entry(en=Wording(code), da=Wording(code))


def in_words(sentence: str, fields: Mapping[str, Field], lang: Lang) -> str:
    """Return a sentence with its fields filled in."""
    return sentence.format_map({name: _said(given, lang) for name, given in fields.items()})


def _said(given: Field, lang: Lang) -> str:
    if isinstance(given, tuple):
        return RENDERED[lang]["or"].join(_DANISH.get(word, word) if lang == "da" else word for word in given)
    return f"{given:.15g}" if isinstance(given, float) else str(given)
