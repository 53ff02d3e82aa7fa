"""Pages of a folder of screens that works without a server: the same screens, with plain links and fields."""

import json
from collections.abc import Mapping
from html import escape
from posixpath import relpath

from mockups.elements.html import html_of
from mockups.elements.tasks import html_of_tasks
from mockups.texts import Texts
from mockups.views.clickthrough import Place, title_of
from mockups.views.screen_agreement import compared_fields
from mockups.views.screen_case import Seat
from mockups.views.screen_fill import sheet_of
from mockups.views.screen_forms import labels_of
from mockups.views.screen_tasks import keys_of
from simulation import AgreementElement, Screen, TypedElement

STYLE = """
body { margin: 0; font-family: "IBM Plex Sans", "Segoe UI", "Liberation Sans", sans-serif; color: #1b2730; }
main, header.where { max-width: 70rem; margin: 0 auto; padding: 0.6rem 1rem; }
nav ul { list-style: none; padding: 0; margin: 0.2rem 0; display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; }
nav a[aria-current] { font-weight: 700; color: #1b2730; }
a { color: #0a5a9c; }
.day { display: none; }
.day:target, .day.start { display: block; }
.day:target ~ .day.start { display: none; }
.tasks { border: 1px solid #6b7884; margin-top: 1rem; padding: 0 1rem 1rem; }
.tasks label { display: block; padding: 0.15rem 0; }
.tasks button { font: inherit; padding: 0.3rem 0.9rem; }
.verdict { font-weight: 650; min-height: 1.4rem; }
.verdict.success::before { content: "✓ "; }
@media print { .day { display: block; } nav, .tasks button { display: none; } }
"""


def page(place: Place, all_places: Mapping[str, Place], screens: Mapping[str, Screen]) -> str:
    """Return one page with all its days; the day that is shown first comes last, so that no script is needed."""
    texts = Texts(place.side.lang)
    days = sorted(place.days, key=lambda day: day == place.start)
    articles = "".join(_day(place, day, texts, all_places, screens) for day in days)
    return document(
        title_of(place, texts), f"{_where(place, all_places, texts)}<main>{articles}</main>", place.address, place
    )


def document(title: str, inside: str, address: str, place: Place | None = None) -> str:
    """Return a whole document; the script and the style lie at the root of the folder."""
    up = relpath(".", address.rpartition("/")[0] or ".")
    lang = place.side.lang if place else address.partition("/")[0].removesuffix(".html")
    whose = f' data-citizen="{escape(place.folder.id)}"' if place else ""
    return (
        f'<!doctype html><html lang="{lang if lang in ("da", "en") else "da"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f'<link rel="stylesheet" href="{up}/screens.css"></head><body{whose}>{inside}'
        f'<script src="{up}/clickthrough.js"></script></body></html>'
    )


def _day(place: Place, day: int, texts: Texts, all_places: Mapping[str, Place], screens: Mapping[str, Screen]) -> str:
    seat = seat_of(place, day)
    sheet = sheet_of(place.screen, seat)
    titles = {
        other.screen.id: (relpath(other.address, _folder(place)), other.screen.title.in_language(texts.lang))
        for other in reversed(list(all_places.values()))
        if other.side.lang == place.side.lang and other.folder.id == place.folder.id
    }
    kind = "day start" if day == place.start else "day"
    shown = _with_typed(html_of(sheet, texts, 1), place, seat, screens)
    tasks = html_of_tasks(place.screen, seat, titles, 2)
    name = escape(place.screen.id)
    inside = f"{shown}{_compared(place.screen, seat)}{tasks}"
    return f'<article class="{kind}" id="dag-{day}" data-screen="{name}">{inside}</article>'


def seat_of(place: Place, day: int) -> Seat:
    """Return who looks at which case on a day of a page."""
    return Seat(place.side.desks, place.folder, place.actor, day, Texts(place.side.lang), place.screen.id)


def _with_typed(said: str, place: Place, seat: Seat, screens: Mapping[str, Screen]) -> str:
    """Return a screen whose elements of typed words can be filled in by the script."""
    for element in place.screen.elements:
        if isinstance(element, TypedElement) and element.screen in screens:
            labels = escape(json.dumps(labels_of(screens[element.screen], element.form, seat), ensure_ascii=False))
            nothing = f'<p class="nothing">{escape(seat.texts("screen.typed.none"))}</p>'
            data = f'data-typed="{escape(element.screen)}/{escape(element.form)}" data-labels="{labels}"'
            said = said.replace(nothing, f"<div {data}>{nothing}</div>", 1)
    return said


def _compared(screen: Screen, seat: Seat) -> str:
    """Return what the script needs to compare what several typed, one note per element that shows it."""
    found = []
    for element in screen.elements:
        if isinstance(element, AgreementElement):
            labels = labels_of(screen, element.of, seat)
            given = {
                "element": element.id,
                "forms": [f"{screen.id}/{key}" for key in keys_of(screen, element.of)],
                "fields": [[name, labels[name][1]] for name in compared_fields(element, screen)],
                "words": {name: seat.texts(f"screen.agree.{name}") for name in ("same", "differ", "wait")},
                "count": seat.texts("screen.agree.count", same="{same}", both="{both}"),
            }
            found.append(f'<div hidden data-agree="{escape(json.dumps(given, ensure_ascii=False))}"></div>')
    return "".join(found)


def _named(screen: Screen, texts: Texts) -> str:
    return f"{screen.code} {screen.title.in_language(texts.lang)}"


def _folder(place: Place) -> str:
    return place.address.rpartition("/")[0]


def _where(place: Place, all_places: Mapping[str, Place], texts: Texts) -> str:
    """Return the links to other screens, citizens, days and roles, and to the other language."""
    own = [one for one in all_places.values() if one.side.lang == place.side.lang]
    screens = {one.screen.id: one for one in reversed(own) if one.folder.id == place.folder.id}
    people = {
        one.folder.id: one
        for one in own
        if one.side is place.side and one.screen.id == place.screen.id and one.actor == place.actor
    }
    roles = {
        one.actor: one
        for one in own
        if one.side is place.side and one.screen.id == place.screen.id and one.folder.id == place.folder.id
    }
    ordered = sorted(screens.values(), key=lambda one: one.screen.code)
    lists = (
        (
            texts("screens.choose"),
            [(one, f"{one.screen.code} {one.screen.title.in_language(texts.lang)}") for one in ordered],
        ),
        (texts("screens.citizen"), [(one, one.folder.name) for one in people.values()]),
        (texts("screens.actor"), [(one, seat_of(one, 0).actor_title(one.actor)) for one in roles.values()]),
    )
    inside = "".join(_links(label, links, place) for label, links in lists)
    days = "".join(f'<li><a href="#dag-{day}">{day}</a></li>' for day in place.days)
    other = "en" if place.side.lang == "da" else "da"
    away = relpath(f"{other}{place.address[2:]}", _folder(place))
    name = {"da": "Dansk", "en": "English"}[other]
    return (
        f'<header class="where"><nav aria-label="{escape(texts("screens.title"))}">{inside}'
        f"<p>{escape(texts('screens.day'))}</p><ul>{days}</ul>"
        f"<p>{escape(texts('screens.scenario'))}: {escape(place.side.desks.title)} · "
        f'<a href="{escape(away)}" lang="{other}">{name}</a></p></nav></header>'
    )


def _links(label: str, links: list[tuple[Place, str]], place: Place) -> str:
    here = ' aria-current="page"'
    inside = "".join(
        f'<li><a href="{escape(relpath(one.address, _folder(place)))}"'
        f"{here if one.address == place.address else ''}>{escape(text)}</a></li>"
        for one, text in links
    )
    return f"<p>{escape(label)}</p><ul>{inside}</ul>"


def index(all_places: Mapping[str, Place], lang: str, texts: Texts) -> str:
    """Return the first page of a language: every screen of every citizen."""
    rows = []
    own = [one for one in all_places.values() if one.side.lang == lang and one.actor == one.screen.actors[0]]
    for screen in sorted({one.screen.id: one.screen for one in own}.values(), key=lambda one: one.code):
        links = "".join(
            f'<li><a href="{escape(one.address)}">{escape(one.folder.name)}</a></li>'
            for one in own
            if one.screen.id == screen.id
        )
        rows.append(
            f"<h2>{escape(f'{screen.code} {screen.title.in_language(texts.lang)}')}</h2><nav><ul>{links}</ul></nav>"
        )
    banner = escape(texts("screen.banner"))
    head = f"<h1>{escape(texts('screens.title'))}</h1><p>{banner}</p><p>{escape(texts('screens.lead'))}</p>"
    return document(texts("screens.title"), f"<main>{head}{''.join(rows)}</main>", f"{lang}.html")
