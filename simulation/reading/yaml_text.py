"""Bytes to text: what is checked before any YAML is read."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from simulation.values.cpr import cpr_positions
from simulation.values.faults import Fault
from simulation.values.places import Place

# The YAML scanner reads 200 to 600 kB a second, and nobody shall wait longer than two seconds for a file.
MAX_BYTES = 250_000
# A tag of 1 MB on one line takes the scanner half a minute.
MAX_LINE = 10_000
MAX_FAULTS = 200

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Control characters, line ends that editors count differently, marks that hide what is written or turn it around.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Escapes that ruamel.yaml cannot place when it fails on them.
_BEYOND_UNICODE = re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")
_BREAKING = {"cr-line-end", "control-character", "long-line", "directive"}


def hidden_character(text: str) -> tuple[int, str] | None:
    """Return where the first character stands that cannot be seen, and its name, as "U+0000"."""
    match = _HIDDEN.search(text)
    return (match.start(), f"U+{ord(match[0]):04X}") if match else None


def text_of(content: bytes, file: str) -> tuple[str | None, list[Fault]]:
    """Return the text to read on, if any, and the faults found in it, in file order per kind."""
    refused = _undecodable(content, file)
    if refused:
        return None, [refused]
    text = content.decode("utf-8")
    faults = list(islice(chain(_line_faults(text, file), _cpr_faults(text, file)), MAX_FAULTS))
    is_broken = len(faults) == MAX_FAULTS or any(fault.code in _BREAKING for fault in faults)
    if is_broken or re.search(r"^ *\t", text, re.MULTILINE):
        return None, faults
    return text.replace("\t", " "), faults


def _undecodable(content: bytes, file: str) -> Fault | None:
    """Return why the bytes are no text, at the first byte that shows it."""
    start = Place(file, 1, 1)
    if len(content) > MAX_BYTES:
        return Fault(start, "too-large", {"limit": MAX_BYTES})
    if content.startswith(_BOM):
        return Fault(start, "byte-order-mark")
    if content.startswith(_UTF_16) or b"\x00" in content[:2]:
        return Fault(start, "not-utf-8")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        return Fault(next(_places(before, [len(before)], file)), "not-utf-8")
    return None


def _line_faults(text: str, file: str) -> Iterator[Fault]:
    """Yield what is wrong with single lines, at most one fault of a kind per line."""
    for number, line in enumerate(text.split("\n"), start=1):
        seen = line.removesuffix("\r")
        if len(seen) > MAX_LINE:
            yield Fault(Place(file, number, MAX_LINE + 1), "long-line", {"limit": MAX_LINE})
        if "\r" in seen:
            yield Fault(Place(file, number, seen.index("\r") + 1), "cr-line-end")
        if "\t" in seen:
            yield Fault(Place(file, number, seen.index("\t") + 1), "tab")
        if seen.startswith("%"):
            yield Fault(Place(file, number, 1), "directive")
        if hidden := hidden_character(seen):
            yield Fault(Place(file, number, hidden[0] + 1), "control-character", {"character": hidden[1]})
        if beyond := _BEYOND_UNICODE.search(seen):
            yield Fault(Place(file, number, beyond.start() + 1), "control-character", {"character": beyond[0]})


def _cpr_faults(text: str, file: str) -> Iterator[Fault]:
    return (Fault(place, "cpr-number") for place in _places(text, cpr_positions(text), file))


def _places(text: str, indices: Iterable[int], file: str) -> Iterator[Place]:
    """Yield the places of characters in a text."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for index in indices:
        line = bisect_right(starts, index)
        yield Place(file, line, index - starts[line - 1] + 1)
