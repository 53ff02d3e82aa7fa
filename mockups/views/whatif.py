"""What the page Hvad nu hvis says of a choice: its differences in words, the same sections as the report, variants."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mockups.texts import Texts
from mockups.views.whatif_choice import LETTERS, Choice
from simulation import (
    Block,
    Fold,
    Lang,
    Proposal,
    Proposed,
    Section,
    Snapshot,
    Table,
    Text,
    WrongData,
    scenario_text,
    section_of,
    section_titles,
)

SHOWN = ("headlines", "gathering", "time", "needs", "work")
"""Sections that answer what a change does."""


@dataclass(frozen=True)
class Saved:
    """A choice as a scenario file, or why it is none."""

    file: str
    text: str
    missing: str = ""
    """What must be written first."""
    faults: str = ""


def shown_titles(result: Mapping[str, Any], lang: Lang) -> dict[str, str]:
    """Return the titles of the sections that the page shows of a result, by id, in order."""
    found = section_titles(result, lang)
    return {name: found[name] for name in SHOWN if name in found}


def whatif_section(result: Mapping[str, Any], titles: Sequence[str], lang: Lang, name: str) -> Section:
    """Return what a section of the page shows of a result.

    Args:
        result: of today and what was chosen.
        titles: what the scenarios are called; an empty one stays.
        lang: its language.
        name: id of the section.
    """
    found = section_of(renamed(result, titles), lang, name)
    return replace(found, blocks=_differences(found.blocks)) if name == "headlines" else found


def variants_table(result: Mapping[str, Any], titles: Sequence[str], texts: Texts) -> tuple[Block, ...]:
    """Return the main measures of today and of each variant, with differences."""
    section = whatif_section(result, titles, texts.lang, "headlines")
    return tuple(block for block in section.blocks if isinstance(block, Table))


def _differences(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks before what a comparison rests on, and the fold of all measures."""
    before = next((place for place, block in enumerate(blocks) if block.kind == "heading"), len(blocks))
    return (*blocks[:before], *(block for block in blocks[before:] if isinstance(block, Fold)))


def renamed(result: Mapping[str, Any], titles: Sequence[str]) -> dict[str, Any]:
    """Return a result whose scenarios are called otherwise; a choice has the title of the file it was made from."""
    named = [{**one, "title": title or one["title"]} for one, title in zip(result["scenarios"], titles, strict=True)]
    return {**result, "scenarios": named}


def title_of(choice: Choice, proposals: Sequence[Proposal], texts: Texts, letter: str = "") -> str:
    """Return what a choice is called: its letter, the codes of its proposals, how many inputs are moved."""
    codes = " + ".join(one.code for one in proposals if one.id in choice.on)
    count = len(choice.moved)
    moved = texts("whatif.moved.one" if count == 1 else "whatif.moved.many", count=count) if count else ""
    said = ", ".join(part for part in (codes, moved) if part) or texts("whatif.as_today")
    return f"{letter}: {said}" if letter else said


def titled_variants(variants: Sequence[Choice], proposals: Sequence[Proposal], texts: Texts) -> tuple[str, ...]:
    """Return the titles of variants, each with its letter."""
    return tuple(title_of(one, proposals, texts, letter) for letter, one in zip(LETTERS, variants, strict=False))


def progress_words(snapshot: Snapshot, texts: Texts) -> str:
    """Return how sharp the numbers are, in one sentence."""
    numbers = {"done": snapshot.done, "wanted": snapshot.wanted, "counted": snapshot.counted}
    if snapshot.is_final:
        return texts("whatif.sharp", **numbers)
    return texts("whatif.rough" if snapshot.counted else "whatif.first", **numbers)


def saved(name: str, choice: Choice, title: str, reasons: Mapping[str, str], texts: Texts) -> Saved:
    """Return a choice as a scenario file.

    Args:
        name: the scenario as it is today.
        choice: what is chosen.
        title: what it shall be called.
        reasons: why each input was moved, by pattern.
        texts: who speaks.
    """
    if not title.strip():
        return Saved("", "", texts("whatif.save.no_title"))
    if any(not reasons.get(pattern, "").strip() for pattern, _ in choice.moved):
        return Saved("", "", texts("whatif.save.no_because"))
    moved = tuple((pattern, value, reasons[pattern].strip()) for pattern, value in choice.moved)
    proposed = Proposed(name, Text(da=title.strip(), en=title.strip()), choice.on, moved)
    try:
        return Saved(f"{proposed.id}.yaml", scenario_text(proposed))
    except WrongData as why:
        return Saved("", "", texts("whatif.save.refused"), why.text(texts.lang))
