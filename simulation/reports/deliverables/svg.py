"""The few SVG parts that the drawings are made of."""

import re
from collections.abc import Sequence
from html import escape
from textwrap import wrap

from simulation.reports.page.palette import INK, PAPER
from simulation.reports.page.plots import FONT
from simulation.values.wording import Lang


def picture(
    name: str, size: tuple[float, float], title: str, said: str, parts: Sequence[str], *, lang: Lang = "da"
) -> str:
    """Return a drawing as SVG with its title and what it shows in words.

    Args:
        name: Names the drawing among others on a page.
        size: Width and height in pixels.
        title: Its title.
        said: The same in words.
        parts: What is drawn, from back to front.
        lang: Language of its words.
    """
    width, height = size
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img" aria-labelledby="{name}-title {name}-said" xml:lang="{lang}" lang="{lang}" '
        f'font-family="{escape(FONT)}">'
    )
    named = f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-said">{escape(said)}</desc>'
    return "\n".join([head, named, f'<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>', *parts, "</svg>\n"])


def text(x: float, y: float, shown: str, *, size: float = 12, colour: str = INK, weight: int = 400) -> str:
    """Return one line of text, escaped."""
    look = f'font-size="{size:g}" fill="{colour}" font-weight="{weight}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {look}>{escape(shown)}</text>'


def lines(shown: str, letters: int, most: int) -> list[str]:
    """Return a text on at most so many lines of so many letters; a word longer than a line is broken with a hyphen."""
    broken = re.sub(rf"(\S{{{letters - 1}}})(?=\S{{2}})", r"\1- ", shown)
    found = wrap(broken, letters) or [""]
    return found if len(found) <= most else [*found[: most - 1], found[most - 1][: letters - 1] + "…"]


def path(points: Sequence[tuple[float, float]], colour: str) -> str:
    """Return a line through points with an arrow head at its end."""
    (x1, y1), (x2, y2) = points[-2:]
    way = " ".join(f"{'M' if place == 0 else 'L'}{x:.1f} {y:.1f}" for place, (x, y) in enumerate(points))
    dx, dy = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
    wings = [(x2 - 7 * dx + 4 * dy, y2 - 7 * dy + 4 * dx), (x2 - 7 * dx - 4 * dy, y2 - 7 * dy - 4 * dx)]
    head = f"M{wings[0][0]:.1f} {wings[0][1]:.1f} L{x2:.1f} {y2:.1f} L{wings[1][0]:.1f} {wings[1][1]:.1f} Z"
    return f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="1.4"/><path d="{head}" fill="{colour}"/>'
