"""Every sentence of the screens."""

import re
from importlib.resources import files
from pathlib import Path

from mockups.texts import SENTENCES, danish, english

FIELDS = re.compile(r"{(\w+)}")
CODE = [
    path.read_text(encoding="utf-8")
    for path in Path(str(files("mockups"))).rglob("*.py")
    if path.parent.name != "texts"
]


def test_both_languages_say_the_same_things():
    assert danish.SENTENCES.keys() == english.SENTENCES.keys()
    for key, sentence in danish.SENTENCES.items():
        assert set(FIELDS.findall(sentence)) == set(FIELDS.findall(english.SENTENCES[key])), key


def test_every_sentence_is_said_somewhere():
    assert [key for key in SENTENCES["da"] if not any(f'"{key}"' in text for text in CODE)] == []


def test_no_page_speaks_by_itself():
    danish_letters = re.compile(r'"[^"\n]*[æøåÆØÅ][^"\n]*"')
    assert [found for text in CODE for found in danish_letters.findall(text)] == []
