"""YAML text to a tree: the only module that knows ruamel.yaml.

It reads parser events and builds plain values itself, so that whatever is refused is refused before it is built,
with its place, and the other faults of the file are found too.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from simulation.reading.tree import KeyPath, Plain
from simulation.reading.yaml_scalar import plain_scalar
from simulation.reading.yaml_text import hidden_character
from simulation.values.cpr import has_cpr
from simulation.values.faults import Fault
from simulation.values.places import Place
from simulation.values.wording import Field

MAX_DEPTH = 40
# As many as are read in about a second.
MAX_VALUES = 10_000


class TreeBuilder:
    """Builds the plain value of one YAML text, with places and faults."""

    def __init__(self, text: str, file: str) -> None:
        self.value: Plain = None
        self.places: dict[KeyPath, Place] = {}
        self.value_places: dict[KeyPath, Place] = {}
        self.faults: list[Fault] = []
        self.is_whole = False
        self._text = text
        self._file = file
        self._count = 0
        self._unused = 0
        self._events = self._checked(_events(text))

    def build(self) -> None:
        """Read the whole text; afterwards `value` is to be used if `is_whole`."""
        try:
            documents = self._documents()
        except _Broken:
            return
        if documents:
            self.is_whole = True
        else:
            self.faults.append(Fault(Place(self._file, 1, 1), "empty-file"))

    def _documents(self) -> int:
        """Build the first document, refuse all further ones, and return how many there are."""
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent) and documents:
                self._refuse(event, "second-document")
                return documents
            if isinstance(event, NodeEvent):
                if isinstance(event, ScalarEvent) and _is_empty(event):
                    return 0
                documents += 1
                self.places[()] = _place(event, self._file)
                self.value = self._node(event, ())
        return documents

    def _checked(self, events: Iterable[Event]) -> Iterator[Event]:
        """Pass events on; end with a fault where the text is no YAML."""
        last = None
        try:
            for event in events:
                last = event
                yield event
        except MarkedYAMLError as error:
            self.faults.append(_syntax_fault(error, self._text, self._file))
            raise _Broken from error
        except Exception as error:  # ruamel.yaml lets others through, such as OverflowError for "\\UFFFFFFFF"
            raise self._broken(last, "syntax", problem=type(error).__name__) from error

    def _broken(self, event: Event | None, code: str, **fields: Field) -> "_Broken":
        self._refuse(event, code, **fields)
        return _Broken()

    def _refuse(self, event: Event | None, code: str, **fields: Field) -> None:
        self.faults.append(Fault(_place(event, self._file), code, fields))

    def _node(self, event: Event, path: KeyPath) -> Plain:
        """Build the node that an event begins; None stands for what was refused."""
        if len(path) > MAX_DEPTH:
            raise self._broken(event, "too-deep", limit=MAX_DEPTH)
        self._count += 1
        if self._count > MAX_VALUES:
            raise self._broken(event, "too-many-values", limit=MAX_VALUES)
        self._note(self.value_places, path, _place(event, self._file))
        if isinstance(event, AliasEvent):
            self._refuse(event, "alias")
            return None
        self._refuse_marks(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path)
        return self._scalar(event, path)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, "anchor")
        if event.tag is not None:
            self._refuse(event, "tag")

    def _sequence(self, path: KeyPath) -> Plain:
        items: list[Plain] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            item = (*path, len(items))
            self._note(self.places, item, _place(event, self._file))
            items.append(self._node(event, item))
        return items

    def _mapping(self, path: KeyPath) -> Plain:
        entries: dict[str, Plain] = {}
        taken: dict[str, Place] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, path, taken)
            if key is None:
                self._skip(next(self._events), path)
            else:
                taken[key] = _place(event, self._file)
                self._note(self.places, (*path, key), taken[key])
                entries[key] = self._node(next(self._events), (*path, key))
        return entries

    def _key(self, event: Event, path: KeyPath, taken: dict[str, Place]) -> str | None:
        """Return the key that an event gives, or None where it is refused."""
        if not isinstance(event, ScalarEvent):
            self._skip(event, path)
            if not isinstance(event, AliasEvent):
                self._refuse(event, "non-string-key")
            return None
        self._refuse_marks(event)
        key = str(event.value)
        if event.style is None and not _is_text(key):
            self._refuse(event, "merge-key" if key == "<<" else "non-string-key")
            return None
        if key in taken:
            self._refuse(event, "duplicate-key", key=key, first=str(taken[key]))
            return None
        self._refuse_text(event, key)
        return key

    def _skip(self, event: Event, path: KeyPath) -> None:
        """Read a node that has no place in the tree, for the faults in it."""
        self._unused += 1
        self._node(event, (*path, "?"))
        self._unused -= 1

    def _scalar(self, event: Any, path: KeyPath) -> Plain:
        text = str(event.value)
        if event.style is not None:
            self._refuse_text(event, text)
            return text
        if not text:
            place = self.places.get(path) or _place(event, self._file)
            self._note(self.value_places, path, place)
            self.faults.append(Fault(place, "empty-value"))
            return None
        meant = plain_scalar(text)
        if isinstance(meant, tuple):
            self._refuse(event, meant[0], **meant[1])
            return None
        return meant

    def _refuse_text(self, event: Any, text: str) -> None:
        """Refuse what can only be seen once escapes are undone and lines are joined."""
        if hidden := hidden_character(text):
            self._refuse(event, "control-character", character=hidden[1])
        written = self._text[event.start_mark.index : event.end_mark.index]
        if has_cpr(text) and not has_cpr(written):
            self._refuse(event, "cpr-number")

    def _note(self, places: dict[KeyPath, Place], path: KeyPath, place: Place) -> None:
        if not self._unused:
            places[path] = place


class _Broken(Exception):
    """The rest of the text cannot be read."""


def _events(text: str) -> Iterator[Event]:
    return iter(YAML(typ="safe", pure=True).parse(text))


def _is_empty(event: ScalarEvent) -> bool:
    return event.style is None and not event.value and event.anchor is None and event.tag is None


def _is_text(key: str) -> bool:
    """Return whether an unquoted key is text; yes, no, on and the like are."""
    meant = plain_scalar(key)
    return key != "<<" and (isinstance(meant, str) or (isinstance(meant, tuple) and meant[0] == "yes-no-word"))


def _place(event: Event | None, file: str) -> Place:
    mark = event.start_mark if event is not None else None
    return Place(file, mark.line + 1, mark.column + 1) if mark is not None else Place(file, 1, 1)


_PROBLEMS = (
    (re.compile("found unexpected end of stream|found unexpected document separator"), "unclosed-quote"),
    (re.compile("expected ',' or "), "unclosed-bracket"),
    (re.compile("could not find expected ':'"), "missing-colon"),
    (re.compile("cannot start any token|expected the node content"), "stray-character"),
    (re.compile("expected <block end>|expected '<document start>'|are not allowed here|more indented"), "indentation"),
)
_TOLD_WHERE_IT_BEGINS = {"unclosed-quote", "unclosed-bracket", "missing-colon"}


def _syntax_fault(error: MarkedYAMLError, text: str, file: str) -> Fault:
    """Return a fault at the place that is most likely wrong, which is seldom where the parser stumbles."""
    problem = str(error.problem)
    code = next((code for form, code in _PROBLEMS if form.search(problem)), "syntax")
    begins = error.context_mark if code in _TOLD_WHERE_IT_BEGINS else None
    mark = begins or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if "mapping values" in problem:
        return _colon_fault(text.split("\n"), line, column, file)
    fields: dict[str, Field] = {"problem": problem} if code == "syntax" else {}
    return Fault(Place(file, line + 1, column + 1), code, fields)


def _colon_fault(lines: list[str], line: int, column: int, file: str) -> Fault:
    """Return what a colon that does not fit means: two on a line, none on the line before, or wrong indentation."""
    if re.search(r":\s", lines[line][:column]):
        return Fault(Place(file, line + 1, column + 1), "stray-colon")
    before = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    if before < line and not re.search(r":(\s|$)|^\s*#", lines[before]):
        indent = len(lines[before]) - len(lines[before].lstrip())
        return Fault(Place(file, before + 1, indent + 1), "missing-colon")
    return Fault(Place(file, line + 1, column + 1), "indentation")
