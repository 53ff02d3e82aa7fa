"""Every sentence of the screens."""

import re
from importlib.resources import files
from pathlib import Path

from mockups.texts import SENTENCES

FIELDS = re.compile(r"{(\w+)}")
DOCSTRING = re.compile(r'"""(?:.|\n)*?"""')
BEGINNING = re.compile(r'f"([a-z_]+\.[a-z_.]*){')
"""Beginnings of keys that code finishes with a value."""
CODE = [
    DOCSTRING.sub("", path.read_text(encoding="utf-8"))
    for path in Path(str(files("mockups"))).rglob("*.py")
    if path.parent.name != "texts"
]


def test_both_languages_say_the_same_things():
    assert SENTENCES["da"].keys() == SENTENCES["en"].keys()
    for key, sentence in SENTENCES["da"].items():
        assert set(FIELDS.findall(sentence)) == set(FIELDS.findall(SENTENCES["en"][key])), key


def test_every_sentence_is_said_somewhere():
    beginnings = tuple({found for text in CODE for found in BEGINNING.findall(text)})
    said = {key for key in SENTENCES["da"] if any(f'"{key}"' in text or f"'{key}'" in text for text in CODE)}
    assert [key for key in SENTENCES["da"] if key not in said and not key.startswith(beginnings)] == []


def test_no_page_speaks_by_itself():
    danish_letters = re.compile(r'"[^"\n]*[æøåÆØÅ][^"\n]*"')
    assert [found for text in CODE for found in danish_letters.findall(text)] == []
