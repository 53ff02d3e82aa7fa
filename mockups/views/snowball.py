"""What the page Snebolden shows: both panels with all their days, as the browser plays them."""

import math
from typing import TYPE_CHECKING, Any

from mockups.texts import Texts
from mockups.views.cases import Pair
from mockups.views.versions import cells_of, columns_of, facts_of
from simulation import Case, Cases, Node, State, colour_of_domain, ink_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WIDTH, HEIGHT = 850, 640
RING = (200, 240)
"""Half the width and height of the ring; the names stand outside it."""
CITIZEN = "citizen"
GLYPHS = {
    State.CENTRE: "",
    State.KNOWN: "?",
    State.ASKED: "…",
    State.ANSWERED: "–",
    State.GAVE: "✓",
    State.NOT_HERE: "0",
    State.NEVER_CAME: "✕",
    State.STOPPED: "■",
    State.MEETS: "○",
    State.KNOWS: "✓",
    State.UNKNOWN: "¿",
    State.EXCLUDED: "⊘",
    State.OUTDATED: "!",
}
"""A sign per state, so that the colour is never the only one."""
SPOKEN = ("play", "pause", "speed", "per_second", "day", "day_of", "closed", "figure", "node", "edge", "pointer")
SPOKEN_MORE = ("messages", "behind", "choose", "nothing", "more", "minutes", "again", "table", "empty", "missing")
SPOKEN_MOST = ("knows", "count_known", "count_messages", "count_again", "legend", "arrow", "line")


def ball(pair: Pair, texts: Texts, *, truth: bool) -> dict[str, Any]:
    """Return both panels with every change of every actor, for the browser to show any day of.

    Args:
        pair: the citizen in both scenarios.
        texts: who speaks.
        truth: whether what only the facilitator is shown is there too.
    """
    names = _actors(pair, truth=truth)
    nodes = _nodes(pair, names, texts)
    numbers = {node["id"]: node["nr"] for node in nodes}
    panels = [
        _panel(title, side, case, texts, truth=truth)
        for title, side, case in zip(pair.titles, pair.sides, pair.cases, strict=True)
    ]
    return {
        "words": {key: _raw(texts, f"ball.{key}") for key in (*SPOKEN, *SPOKEN_MORE, *SPOKEN_MOST)},
        "states": {str(state): [glyph, texts(f"state.{state}")] for state, glyph in GLYPHS.items()},
        "columns": [texts(f"column.{name}") for name in columns_of(pair.cases[0], truth=truth)],
        "known": [str(state) for state in State if state not in (State.CENTRE, State.UNKNOWN)],
        "days": pair.days,
        "size": [WIDTH, HEIGHT],
        "nodes": nodes,
        "numbers": numbers,
        "panels": panels,
    }


def _raw(texts: Texts, key: str) -> str:
    """Return a sentence with its keys, to be filled in by the browser."""
    names = ("n", "all", "day", "days", "title", "nr", "state", "a", "b", "names")
    return texts(key, **{name: f"{{{name}}}" for name in names})


def _actors(pair: Pair, *, truth: bool) -> list[str]:
    """Return all that either panel ever shows, by domain, so that both place them alike; the middle comes first."""
    found: set[str] = set()
    for case in pair.cases:
        found |= set(case.true if truth else case.seen) | {line.sender for line in case.lines}
        found |= {line.receiver for line in case.lines}
    middle = list(dict.fromkeys([pair.cases[0].owner, CITIZEN]))
    titles = pair.sides[0].actors | pair.sides[1].actors
    ring = sorted(found - set(middle), key=lambda name: (titles[name].domain, name))
    return [*middle, *ring]


def _nodes(pair: Pair, names: list[str], texts: Texts) -> list[dict[str, Any]]:
    titles = pair.sides[1].actors | pair.sides[0].actors
    middle = 2 if pair.cases[0].owner != CITIZEN else 1
    found = []
    for place, name in enumerate(names):
        domain = titles[name].domain if name in titles else CITIZEN
        colour = colour_of_domain(domain)
        x, y = _place(place, middle, len(names))
        found.append(
            {
                "id": name,
                "nr": place + 1,
                "title": texts("citizen") if name == CITIZEN else titles[name].title,
                "domain": texts("citizen") if name == CITIZEN else titles[name].domain_title,
                "colour": colour,
                "ink": ink_on(colour),
                "x": x,
                "y": y,
                "middle": place < middle,
            }
        )
    return found


def _place(place: int, middle: int, count: int) -> tuple[int, int]:
    """Return where an actor stands: who is in the middle, one above the other, and the rest on a ring."""
    if place < middle:
        return WIDTH // 2, HEIGHT // 2 + (0 if middle == 1 else (45, -95)[place])
    angle = 2 * math.pi * (place - middle) / max(1, count - middle) - math.pi / 2
    return round(WIDTH / 2 + RING[0] * math.cos(angle)), round(HEIGHT / 2 - 6 + RING[1] * math.sin(angle))


def _panel(title: str, side: Cases, case: Case, texts: Texts, *, truth: bool) -> dict[str, Any]:
    versions: Mapping[str, Iterable[tuple[int, Node]]] = case.true if truth else case.seen
    told = {
        name: [[day, str(node.state), cells_of(case, name, node, (side, texts), truth=truth)] for day, node in own]
        for name, own in versions.items()
    }
    return {
        "title": title,
        "days": case.days,
        "versions": told,
        "facts": {name: facts_of(own, (side, texts), truth=truth) for name, own in versions.items()},
        "pointers": [list(pointer) for pointer in case.pointers],
        "lines": [
            [line.day, line.sender, line.receiver, line.text, line.channel, line.minutes, int(line.is_told_again)]
            for line in case.lines
        ],
        "missing": [] if not case.gathers else [[day, side.data_types[name]] for day, name, _ in case.missing],
    }
