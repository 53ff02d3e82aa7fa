"""A filled screen as HTML; every text is escaped, every value says where it comes from."""

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files

from mockups.elements.lanes import html_of_lanes
from mockups.elements.values import value
from mockups.texts import Texts
from mockups.views.screen_blocks import (
    Block,
    Body,
    Branch,
    Entry,
    Form,
    Grid,
    Input,
    Lanes,
    Pairs,
    Paragraphs,
    Sheet,
    Stream,
    Track,
    Value,
    Words,
)

MANY = 8
"""More options than this are a list to choose from instead of a row of buttons each."""
NARROW = 2
"""Tables of so many columns have room on a phone."""


@cache
def style() -> str:
    """Return the style of all screens."""
    return (files("mockups") / "elements" / "screens.css").read_text(encoding="utf-8")


def html_of(sheet: Sheet, texts: Texts, level: int = 1) -> str:
    """Return a whole screen.

    Args:
        sheet: the filled screen.
        texts: who speaks.
        level: level of its heading; those of its elements come one below.
    """
    blocks = html_of_blocks(sheet, sheet.blocks, texts, level + 1)
    return html_of_top(sheet, texts, level) + blocks


def html_of_top(sheet: Sheet, texts: Texts, level: int) -> str:
    """Return what stands above everything: banner, system, who sits there, and whose case it is."""
    lines = "".join(f"<div><dt>{escape(label)}</dt><dd>{value(found)}</dd></div>" for label, found in sheet.lines)
    menu = "".join(f"<li>{escape(name)}</li>" for name in sheet.menu)
    before = f'<p class="before">{escape(sheet.before)}</p>' if sheet.before else ""
    notes = "".join(f'<span class="frame-note">{escape(note)}</span>' for note in sheet.notes)
    return (
        f'<div class="screen top look-{sheet.look}">'
        f'<p class="practice">{escape(texts("screen.banner"))}</p>'
        f'<div class="bar"><span class="system">{escape(sheet.system)}</span><span>{escape(sheet.user)}</span></div>'
        f'<ul class="menu">{menu}</ul>'
        f"<h{level}>{escape(sheet.title)} <small>{escape(sheet.code)}</small></h{level}>"
        f'<p class="frame">{notes}</p>'
        f'<dl class="lines">{lines}</dl>{before}</div>'
    )


def html_of_blocks(sheet: Sheet, blocks: Iterable[Block], texts: Texts, level: int) -> str:
    """Return some elements of a screen."""
    inside = "".join(_block(one, texts, level) for one in blocks)
    return f'<div class="screen body look-{sheet.look}">{inside}</div>'


def _block(block: Block, texts: Texts, level: int) -> str:
    said = f'<p class="help">{escape(block.help)}</p>' if block.help else ""
    bodies = "".join(_body(one, block, texts) for one in block.bodies)
    drawn = (
        f'<section class="element kind-{escape(block.kind)}" data-element="{escape(block.id)}">'
        f"<h{level}>{escape(block.title)}</h{level}>{said}{bodies}</section>"
    )
    return drawn if block.branch is None else _branch(block.branch, drawn)


def _branch(branch: Branch, drawn: str) -> str:
    """Return an element with the answer it waits for; a script may hide it until then."""
    data = (
        f'data-form="{escape(branch.form)}" data-field="{escape(branch.field)}" data-option="{escape(branch.option)}"'
    )
    return f'<div class="branch" {data}><p class="condition">{escape(branch.words)}</p>{drawn}</div>'


def _body(body: Body, block: Block, texts: Texts) -> str:
    if isinstance(body, Pairs):
        return _pairs(body)
    if isinstance(body, Grid):
        return _grid(body, block.title)
    if isinstance(body, Lanes):
        return html_of_lanes(body, _grid(body.twin, body.twin_title))
    if isinstance(body, Stream):
        return _stream(body)
    if isinstance(body, Paragraphs):
        return _paragraphs(body)
    if isinstance(body, Form):
        return _form(body, texts)
    if isinstance(body, Track):
        return _track(body)
    return _words(body)


def _pairs(body: Pairs) -> str:
    inside = "".join(f"<div><dt>{escape(label)}</dt><dd>{value(found)}</dd></div>" for label, found in body.pairs)
    return f'<dl class="pairs">{inside}</dl>'


def _grid(body: Grid, title: str) -> str:
    """Return a table; where there is little room the rows of a wide one become cards, still read as a table."""
    note = f'<p class="note">{escape(body.note)}</p>' if body.note else ""
    if not body.rows:
        return f'<p class="nothing">{escape(body.nothing)}</p>{note}'
    heads = "".join(f'<th role="columnheader" scope="col">{escape(head)}</th>' for head in body.heads)
    rows = "".join(_grid_row(body.heads, row) for row in body.rows)
    wide = " wide" if len(body.heads) > NARROW else ""
    return (
        f'<div class="scroll{wide}" tabindex="0" role="region" aria-label="{escape(title)}">'
        f'<table role="table"><thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>{note}'
    )


def _grid_row(heads: Iterable[str], row: Iterable[Value]) -> str:
    cells = "".join(
        f'<td role="cell" data-head="{escape(head)}">{value(cell)}</td>' for head, cell in zip(heads, row, strict=True)
    )
    return f'<tr role="row">{cells}</tr>'


def _stream(body: Stream) -> str:
    note = f'<p class="note">{escape(body.note)}</p>' if body.note else ""
    if not body.entries:
        return f'<p class="nothing">{escape(body.nothing)}</p>{note}'
    return f'<ol class="stream">{"".join(_entry(one) for one in body.entries)}</ol>{note}'


def _entry(entry: Entry) -> str:
    who = f'<span class="who">{escape(entry.who)}</span>' if entry.who else ""
    sent = ' class="sent"' if entry.is_sent else ""
    return f'<li{sent}><span class="when">{value(entry.when)}</span>{who}<span>{value(entry.what)}</span></li>'


def _paragraphs(body: Paragraphs) -> str:
    text = "".join(f"<p>{escape(one)}</p>" for one in body.text)
    note = f'<p class="note">{escape(body.note)}</p>' if body.note else ""
    return f'<div class="paper">{_pairs(body.head)}{text}{note}</div>'


def _track(body: Track) -> str:
    here = ' aria-current="step"'
    inside = "".join(
        f"<li{here if place == body.current else ''}>{escape(title)}</li>" for place, title in enumerate(body.titles)
    )
    return f'<ol class="track">{inside}</ol>'


def _words(body: Words) -> str:
    return f"<p>{escape(body.text)}</p>"


def _form(body: Form, texts: Texts) -> str:
    """Return a form as it is filled in without a server: plain fields."""
    inside = "".join(_input(one, body.id, texts) for one in body.inputs)
    form = f'<form data-form="{escape(body.id)}">{inside}</form>'
    return f"<details><summary>{escape(body.title)}</summary>{form}</details>" if body.title else form


def known_words(field: Input, texts: Texts) -> str:
    """Return what a field may be filled in with, from whom and how old."""
    if field.known is None:
        return ""
    note = f" ({escape(field.known_note)})" if field.known_note else ""
    said = texts(f"screen.form.{'lacking' if field.known.empty else 'known'}", what=value(field.known))
    return f'<p class="known">{said}{note}</p>'


def _input(field: Input, form: str, texts: Texts) -> str:
    name = f"{escape(form)}-{escape(field.id)}"
    must = f" <small>({escape(texts('screen.required'))})</small>" if field.required else ""
    label, known = escape(field.label) + must, known_words(field, texts)
    if field.input == "one_of" and len(field.options) > MANY:
        return _list(field, name, label, known)
    if field.input in ("one_of", "some_of"):
        kind = "radio" if field.input == "one_of" else "checkbox"
        options = "".join(
            f'<label><input type="{kind}" name="{name}" value="{escape(key)}"> {escape(text)}</label>'
            for key, text in field.options
        )
        return f"<fieldset><legend>{label}</legend>{known}{options}</fieldset>"
    if field.input == "confirm":
        said = escape(texts("screen.form.confirm"))
        return (
            f"<fieldset><legend>{label}</legend>{known}"
            f'<label><input type="checkbox" name="{name}" value="yes"> {said}</label></fieldset>'
        )
    tag = (
        f'<textarea name="{name}" rows="4"></textarea>'
        if field.input == "long"
        else f'<input name="{name}" type="text">'
    )
    return f'<div class="field">{known}<label>{label}{tag}</label></div>'


def _list(field: Input, name: str, label: str, known: str) -> str:
    options = "".join(f'<option value="{escape(key)}">{escape(text)}</option>' for key, text in field.options)
    chooser = f'<select name="{name}"><option></option>{options}</select>'
    return f'<div class="field">{known}<label>{label}{chooser}</label></div>'
