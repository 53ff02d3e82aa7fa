"""One HTML page from its parts: the template, the style, and plotly.js, all inline."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from markupsafe import Markup, escape

from simulation.reports.page import palette
from simulation.reports.page.blocks import Block, Cell, Figure, Fold, Headline, Opening, Section, Spec
from simulation.reports.page.plots import FONT
from simulation.reports.page.words import Words

if TYPE_CHECKING:
    from jinja2 import Template

Address: TypeAlias = Callable[[Cell | Headline], str]


def rendered(words: Words, version: str, opening: Opening, sections: Sequence[Section]) -> str:
    """Return the page.

    Args:
        words: who speaks.
        version: version of the program that made the results.
        opening: what stands above the sections.
        sections: in order.
    """
    figures = [figure for section in sections for figure in figures_in(section.blocks)]
    return _template("page.html.jinja").render(
        words=words,
        lang=words.lang,
        version=version,
        opening=opening,
        sections=sections,
        specs=[(figure.id, in_script(figure.spec)) for figure in figures],
        palette=palette,
        font=Markup(FONT),
        plotly=_plotly() if figures else "",
        address=None,
    )


def html_of(blocks: Sequence[Block], scope: str, address: Address | None = None) -> str:
    """Return blocks as a part of another page, with the look of `style_in`.

    Of a figure, only what stands above it: title and legend. Signs are pictures, since pages that clean what they are
    given take inline SVG away.

    Args:
        blocks: in order.
        scope: class of the element that holds them.
        address: tells where a measure or an input that is named is explained, empty where it is not.
    """
    drawn = _template("part.html.jinja").render(all=blocks, palette=palette, scope=scope, address=address)
    return re.sub(r'<svg class="sign".*?</svg>', _as_picture, drawn, flags=re.DOTALL)


def _as_picture(sign: re.Match[str]) -> str:
    width = re.search(r'width="(\d+)"', sign.group())
    source = quote(sign.group().replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    size = f' width="{width.group(1)}"' if width else ""
    return f'<img class="sign" alt=""{size} height="16" src="data:image/svg+xml,{source}">'


@cache
def style_in(scope: str) -> str:
    """Return the style of blocks for a part of another page, as CSS that touches nothing else."""
    style = _template("page.css.jinja").render(palette=palette, font=Markup(FONT))
    return f".{scope} {{\n{style.replace(':root', '&', 1)}\n}}"


@cache
def figure_script() -> str:
    """Return what draws a figure where Plotly is loaded, as JavaScript: `drawFigure(place, spec, width, change)`."""
    return str(_template("figure.js").render())


def figures_in(blocks: Sequence[Block]) -> Iterator[Figure]:
    """Yield the figures among blocks, folded ones too."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Fold):
            yield from figures_in(block.blocks)


def in_script(spec: Spec) -> Markup:
    """Return a figure as JSON that cannot end the script it stands in."""
    text = json.dumps(spec, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)


def breakable(text: str) -> Markup:
    """Return a path, escaped, that may go on to the next line after each dot, underscore and slash."""
    return Markup(re.sub(r"([._/])", r"\1<wbr>", str(escape(text))))


def _plotly() -> Markup:
    from plotly.offline import get_plotlyjs

    return Markup(get_plotlyjs())


@cache
def _template(name: str) -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("simulation.reports", "templates/page")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["breakable"] = breakable
    return made.get_template(name)
