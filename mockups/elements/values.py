"""One value of a filled screen as HTML, with where it comes from and its marks."""

import re
from functools import lru_cache
from html import escape

from mockups.views.screen_blocks import Value

SIGNS = {"unknown": "?", "not_shared": "⊘", "not_asked": "–"}
"""A sign beside each kind of empty, so that the colour is never the only one."""


BOUND = re.compile(r" (?=\d{1,3}\b(?!\.))|(?<=\d) (?=\w)")
"""Spaces at which no line may break: before a short number, and between a number and its unit."""


def unbroken(text: str) -> str:
    """Return a text in which a number stays on the line of what is counted or numbered."""
    return BOUND.sub("\u00a0", text)


def value(found: Value) -> str:
    """Return one value with its marks."""
    if not found.text:
        return ""
    shown = escape(unbroken(found.text)) if found.origin == "typed" else _shown(found.text)
    sign = f'<span aria-hidden="true">{SIGNS[found.empty]}</span> ' if found.empty else ""
    kind = f' class="empty empty-{found.empty}"' if found.empty else ""
    marks = "".join(f' <span class="mark">{_shown(mark)}</span>' for mark in found.marks)
    return f'<span{kind} data-from="{escape(found.origin)}">{sign}{shown}</span>{marks}'


@lru_cache(maxsize=8192)
def _shown(text: str) -> str:
    """Return a text as HTML; the same stands on every screen and day. What a visitor typed is not kept here."""
    return escape(unbroken(text))
