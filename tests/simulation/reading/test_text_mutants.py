"""Shipped files with one fault in their text, and traps of YAML: refused with a place, or valid."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Luck = random.Random
EACH = 20


def lines_of(text: bytes) -> list[bytes]:
    return text.splitlines(keepends=True)


def cut(text: bytes, luck: Luck) -> bytes:
    return text[: luck.randrange(len(text))]


def flipped(text: bytes, luck: Luck) -> bytes:
    at = luck.randrange(len(text))
    return text[:at] + bytes([text[at] ^ (1 << luck.randrange(8))]) + text[at + 1 :]


def duplicated(text: bytes, luck: Luck) -> bytes:
    lines = lines_of(text)
    at = luck.randrange(len(lines))
    return b"".join([*lines[: at + 1], lines[at], *lines[at + 1 :]])


def without_a_line(text: bytes, luck: Luck) -> bytes:
    lines = lines_of(text)
    at = luck.randrange(len(lines))
    return b"".join([*lines[:at], *lines[at + 1 :]])


def indented(text: bytes, luck: Luck) -> bytes:
    lines = lines_of(text)
    at = luck.randrange(len(lines))
    lines[at] = b" " * luck.randrange(9) + lines[at].lstrip(b" ")
    return b"".join(lines)


def replaced(text: bytes, luck: Luck) -> bytes:
    at = luck.randrange(len(text))
    return text[:at] + luck.choice(b"{}[]&*!|>'\"%@`#:,-?\t\r\n ~0\\<").to_bytes(1, "big") + text[at + 1 :]


IN_TEXTS = {
    "cut": cut,
    "byte flipped": flipped,
    "line twice": duplicated,
    "line deleted": without_a_line,
    "indentation": indented,
    "character": replaced,
}

# Traps: what YAML readers are known to stumble over.


def age(written: str) -> Callable[[bytes], bytes]:
    """Return what writes something else for the persona's age."""
    return lambda text: re.sub(rb"(?m)^age: .*$", lambda _: b"age: " + written.encode(), text)


def behind(more: bytes) -> Callable[[bytes], bytes]:
    return lambda text: text + more


def before(more: bytes) -> Callable[[bytes], bytes]:
    return lambda text: more + text


TRAPS: dict[str, Callable[[bytes], bytes]] = {
    "byte order mark": before(b"\xef\xbb\xbf"),
    "UTF-16": lambda text: text.decode().encode("utf-16"),
    "Latin-1": behind("note: Sønderjylland\n".encode("latin-1")),
    "NUL": behind(b"note: a\x00b\n"),
    "CR alone": lambda text: text.replace(b"\n", b"\r"),
    "tab": behind(b"\tnote: 1\n"),
    "anchor": age("&old 40"),
    "alias": age("*old"),
    "merge key": behind(b"<<: {age: 41}\n"),
    "nested merge key": behind(b"life: {<<: {<<: {move: 1}}}\n"),
    "tag": age("!!str 40"),
    "object tag": age('!!python/object/apply:os.system ["ls"]'),
    "key twice": behind(b"age: 41\n"),
    "Norway": age("no"),
    "hexadecimal": age("0x28"),
    "octal": age("0o50"),
    "leading zero": age("040"),
    "underscore": age("4_0"),
    "sexagesimal": age("12:30"),
    "date": age("2024-01-01"),
    "infinity": age(".inf"),
    "not a number": age(".nan"),
    "huge exponent": age("1e999"),
    "many digits": age("4" * 400),
    "negative zero": age("-0.0"),
    "second document": behind(b"---\nage: 41\n"),
    "directive": before(b"%YAML 1.1\n---\n"),
    "deep": age("[" * 500 + "]" * 500),
    "deep mappings": age("{a: " * 500 + "}" * 500),
    "billion laughs": behind(b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"),
    "long line": behind(b"note: " + b"x" * 20_000 + b"\n"),
    "many values": behind(b"tags: [" + b"a, " * 3_000 + b"a]\n" + b"note: x\n" * 3_000),
    "large": behind(b"# " + b"x" * 300_000),
    "complex key": behind(b"? [a, b]\n: 1\n"),
    "unclosed quote": age('"40'),
    "unclosed bracket": age("[40"),
    "stray colon": age("a: b: c"),
    "at sign": age("@forty"),
    "backtick": age("`40`"),
    "right to left": behind("note: a\u202eb\n".encode()),
    "no width": behind("no\u200bte: a\n".encode()),
    "escape beyond Unicode": behind(b'note: "\\UFFFFFFFF"\n'),
    "empty": lambda _: b"",
    "comment only": lambda _: b"# nothing\n",
    "a word": lambda _: b"forty\n",
    "a list": lambda _: b"- age: 40\n",
    "null key": behind(b"~: 1\n"),
    "number key": behind(b"1: 1\n"),
    "CPR number": behind(f"note: {311299}-{1234}\n".encode()),
    "boolean age": age("true"),
    "quoted number": age('"40"'),
    "decimal comma": age("40,5"),
}


@pytest.mark.parametrize("kind", IN_TEXTS)
def test_a_mutant_is_refused_with_a_place_or_valid(
    kind: str, outcome: Callable[[Path], Any], shipped_files: list[Path]
) -> None:
    luck = random.Random(f"2024 {kind}")
    refused = 0
    for _ in range(EACH):
        path = luck.choice(shipped_files)
        text = path.read_bytes()
        path.write_bytes(IN_TEXTS[kind](text, luck))
        refused += bool(outcome(path))
        path.write_bytes(text)
    assert refused > EACH / 4


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_refused_with_a_place(name: str, outcome: Callable[[Path], Any], shipped_files: list[Path]) -> None:
    path = next(path for path in shipped_files if "fictitious" in path.read_text(encoding="utf-8"))
    text = path.read_bytes()
    path.write_bytes(TRAPS[name](text))
    faults = outcome(path)
    path.write_bytes(text)
    assert any(fault.place.file.endswith(path.name) for fault in faults)
