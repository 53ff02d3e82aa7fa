"""One value of a filled screen as HTML, with where it comes from and its marks."""

from html import escape

from mockups.views.screen_blocks import Value

SIGNS = {"unknown": "?", "not_shared": "⊘", "not_asked": "–"}
"""A sign beside each kind of empty, so that the colour is never the only one."""


def value(found: Value) -> str:
    """Return one value with its marks."""
    if not found.text:
        return ""
    sign = f'<span aria-hidden="true">{SIGNS[found.empty]}</span> ' if found.empty else ""
    kind = f' class="empty empty-{found.empty}"' if found.empty else ""
    marks = "".join(f' <span class="mark">{escape(mark)}</span>' for mark in found.marks)
    return f'<span{kind} data-from="{escape(found.origin)}">{sign}{escape(found.text)}</span>{marks}'
