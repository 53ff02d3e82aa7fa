"""How the numbers are made: replications, two uncertainties, what is not modelled, assumptions and changes."""

import json
from collections.abc import Sequence

from simulation.reports.page.blocks import Block, Cell, Fold, Head, Heading, Points, Prose, Row, Section, Table
from simulation.reports.page.headlines import kind_word, reason
from simulation.reports.page.numbers import UNDEFINED, whole
from simulation.reports.page.result import Assumption, Change
from simulation.reports.page.shown import Shown

NOT_MODELLED = ("learning", "behaviour", "quality", "health", "violence")
LONGEST = 160
"""Letters of a value in a ledger; the place says where the whole stands."""


def method(shown: Shown) -> Section:
    """Return the section on how the numbers are made."""
    words, design = shown.words, shown.result["design"]
    replications, citizens = (whole(design[name], shown.lang) for name in ("replications", "citizens"))
    rests = words("rests.title")
    blocks: list[Block] = [
        Heading(words("method.replication")),
        Prose((words("method.replication_text", citizens=citizens),)),
        Heading(words("method.two")),
        Points(
            ((None, words("method.luck", replications=replications)), (None, words("method.assumptions", rests=rests)))
        ),
        Prose((words("method.certain"),)),
        Heading(words("method.not")),
        Points(tuple((None, words(f"method.not_{name}")) for name in NOT_MODELLED)),
        _assumptions(shown, shown.result["assumptions"]),
        *(_ledger(shown, place, changes) for place, changes in enumerate(shown.result["ledger"][: len(shown.keys)])),
        Fold(words("method.identity"), (_identity(shown),)),
    ]
    return Section("method", words("method.title"), tuple(blocks))


def _text(text: str, small: str = "") -> Cell:
    return Cell(text, small, is_number=False)


def _code(text: str) -> Cell:
    return Cell(text, is_number=False, is_code=True)


def _heads(shown: Shown, *names: str) -> tuple[Head, ...]:
    return tuple(Head(shown.words(f"column.{name}"), is_number=False) for name in names)


def _assumptions(shown: Shown, assumptions: Sequence[Assumption]) -> Block:
    words = shown.words
    if not assumptions:
        return Prose((words("method.no_assumptions"),))
    rows = tuple(
        Row(
            (_code(one["path"]),),
            (
                _text(shown.said(one["text"])),
                _text(kind_word(shown, one["kind"])),
                reason(shown, one["because"], one["source"]),
            ),
        )
        for one in assumptions
    )
    table = Table(words("method.assumed_table"), _heads(shown, "path", "value", "kind", "source"), rows, is_dense=True)
    return Fold(words("method.assumed", count=whole(len(assumptions), shown.lang)), (table,))


def _ledger(shown: Shown, place: int, changes: Sequence[Change]) -> Block:
    words, scenario = shown.words, shown.keys[place].title
    if not changes:
        return Prose((words("method.no_changes", scenario=scenario),))
    rows = tuple(
        Row(
            (_code(one["path"]),),
            (
                _value(shown, one["old"], "added"),
                _value(shown, one["new"], "removed"),
                _text(shown.said(one["because"]), one["origin"]),
                _code(one["place"]),
            ),
        )
        for one in changes
    )
    caption = words("method.ledger_table", scenario=scenario)
    table = Table(caption, _heads(shown, "path", "old", "new", "because", "place"), rows, is_dense=True)
    return Fold(words("method.ledger", scenario=scenario, count=whole(len(changes), shown.lang)), (table,))


def _value(shown: Shown, value: object, nothing: str) -> Cell:
    """Return what stands in a file; where nothing did, what the change did."""
    if value is None:
        return _text(shown.words(nothing))
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _code(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")


def _identity(shown: Shown) -> Table:
    rows = tuple(
        Row((_text(key.title),), (_code(scenario["name"]), _code(scenario["sha256"] or UNDEFINED)))
        for key, scenario in zip(shown.keys, shown.result["scenarios"], strict=True)
    )
    return Table(shown.words("method.identity_table"), _heads(shown, "scenario", "name", "sha"), rows, is_dense=True)
