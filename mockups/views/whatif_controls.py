"""What the page Hvad nu hvis offers to choose: proposals to switch and inputs to move, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10

from mockups.texts import Texts
from mockups.views.whatif_choice import UPTAKE, Choice
from simulation import InputWords, Proposal, Ranking, UncertainInput, input_in_words, inputs_of

MOST_RANKED = 6
POSITIONS = 20
"""About as many as a slider has."""
FINE = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Switch:
    """A proposal to switch on and off."""

    id: str
    label: str
    about: tuple[str, ...]
    """What it is, who pays, and what a reader must know."""
    is_on: bool
    refused: str
    """Why it cannot be on now; empty where it can."""


@dataclass(frozen=True)
class Slider:
    """An input to move."""

    pattern: str
    label: str
    positions: tuple[float, ...]
    labels: Mapping[float, str]
    value: float
    now: float
    """Where it stands in the files."""
    about: str
    """Range, kind and source."""


def switches(proposals: Sequence[Proposal], choice: Choice, texts: Texts) -> tuple[Switch, ...]:
    """Return the proposals of a course as they can be switched now."""
    by_id = {one.id: one for one in proposals}
    return tuple(_switch(one, choice, by_id, texts) for one in proposals)


def _switch(one: Proposal, choice: Choice, by_id: Mapping[str, Proposal], texts: Texts) -> Switch:
    lang = texts.lang
    against = [by_id[other].code for other in one.not_with if other in choice.on]
    about = [one.summary.in_language(lang), texts("whatif.pays", pays=one.pays.in_language(lang))]
    about += [one.note.in_language(lang)] if one.note else []
    refused = texts("whatif.refused", others=", ".join(against)) if against and one.id not in choice.on else ""
    return Switch(one.id, f"{one.code} {one.title.in_language(lang)}", tuple(about), one.id in choice.on, refused)


def offered(ranked: Ranking, more: Sequence[str], choice: Choice, decided: Mapping[str, str]) -> tuple[str, ...]:
    """Return the patterns of the inputs that have a slider: the most moving, those asked for, and those moved."""
    first = [pattern for pattern in ranked.patterns if pattern not in decided][:MOST_RANKED]
    moved = [pattern for pattern, _ in choice.moved]
    found = dict.fromkeys((*first, *more, *moved))
    return tuple(pattern for pattern in found if pattern != UPTAKE and pattern not in decided)


def slider_of(name: str, one: UncertainInput, choice: Choice, texts: Texts) -> Slider:
    """Return an input as a slider.

    Args:
        name: the scenario as it is today.
        one: the input.
        choice: what is chosen.
        texts: who speaks.
    """
    words = input_in_words(name, one, texts.lang)
    value = dict(choice.moved).get(one.pattern, one.now)
    positions = positions_of(one, value)
    labels = {position: _worded(one, position, words, texts) for position in positions}
    ends = [_worded(one, end, words, texts) for end in (one.low, one.high)]
    range_ = texts("whatif.range", low=ends[0], high=ends[1], now=_worded(one, one.now, words, texts))
    about = " · ".join(text for text in (range_, words.kind, words.behind) if text)
    return Slider(one.pattern, words.title, positions, labels, value, one.now, about)


def positions_of(one: UncertainInput, value: float) -> tuple[float, ...]:
    """Return where a slider can stand: in round numbers, at both ends, as it is in the file, and as it is chosen."""
    step = round_step((one.high - one.low) / POSITIONS)
    first, last = round(one.low / step), round(one.high / step)
    grid = [round(number * step, 9) for number in range(first, last + 1)]
    return tuple(sorted({one.low, one.high, one.now, value, *(at for at in grid if one.low < at < one.high)}))


def round_step(step: float) -> float:
    """Return the smallest round number of at least a size.

    >>> [round_step(size) for size in (0.013, 0.3, 4.2)]
    [0.02, 0.5, 5.0]
    """
    power = 10.0 ** floor(log10(step))
    return next(float(f"{power * fine:.6g}") for fine in FINE if power * fine >= step * 0.999)


def _worded(one: UncertainInput, value: float, words: InputWords, texts: Texts) -> str:
    if one.is_shared:
        return _position(value, texts)
    number = f"{100 * value if words.unit == '%' else value:.4g}"
    number = number.replace(".", ",") if texts.lang == "da" else number
    return f"{number} {words.unit}".rstrip()


def _position(value: float, texts: Texts) -> str:
    if value in (-1, 0, 1):
        return texts({-1: "whatif.lowest", 0: "whatif.as_now", 1: "whatif.highest"}[int(value)])
    return texts("whatif.higher" if value > 0 else "whatif.lower", share=f"{abs(100 * value):.0f}")


def to_add(name: str, shown: Sequence[str], decided: Mapping[str, str], texts: Texts) -> dict[str, str]:
    """Return the titles of inputs that can be given a slider, by pattern, in order of title."""
    inputs = inputs_of(name)
    left = [pattern for pattern in inputs if pattern not in (*shown, *decided, UPTAKE)]
    titles = {pattern: input_in_words(name, inputs[pattern], texts.lang).title for pattern in left}
    return dict(sorted(titles.items(), key=lambda entry: entry[1].casefold()))


def ranking_words(ranked: Ranking, texts: Texts) -> str:
    """Return where the sliders come from, in one sentence."""
    return texts(f"whatif.ranking.{ranked.state}", command=ranked.command)
