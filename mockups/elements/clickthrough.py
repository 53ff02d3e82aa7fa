"""Pages of a folder of screens that works without a server: the same screens, with plain links and fields."""

import json
from collections.abc import Mapping, Sequence
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
.beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1rem; }
main:has(.beside) { max-width: 110rem; }
.figure-title { font-weight: 650; margin: 0.6rem 0 0.2rem; }
.branch .condition { font-style: italic; margin: 0.9rem 0 -0.5rem; }
@media (max-width: 60rem) { .beside { grid-template-columns: minmax(0, 1fr); } }
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
    articles = "".join(_day(place, day, all_places, screens) for day in days)
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


def _day(place: Place, day: int, all_places: Mapping[str, Place], screens: Mapping[str, Screen]) -> str:
    seats = place.seats(day)
    inside = _columns(place, seats, screens) if place.columns else _alone(place, seats[0], all_places, screens)
    kind = "day start" if day == place.start else "day"
    name = escape(place.screen.id)
    return f'<article class="{kind}" id="dag-{day}" data-screen="{name}">{inside}</article>'


def _alone(place: Place, seat: Seat, all_places: Mapping[str, Place], screens: Mapping[str, Screen]) -> str:
    """Return a screen with its tasks."""
    texts = seat.texts
    titles = {
        other.screen.id: (relpath(other.address, _folder(place)), other.screen.title.in_language(texts.lang))
        for other in reversed(list(all_places.values()))
        if _goes_with(other, place) and other.folder.id == place.folder.id
    }
    return _filled(place, seat, screens, 1) + html_of_tasks(place.screen, seat, titles, 2)


def _columns(place: Place, seats: Sequence[Seat], screens: Mapping[str, Screen]) -> str:
    """Return a screen filled from several scenarios beside each other, on one day."""
    inside = "".join(
        f'<div class="column"><p class="figure-title">{escape(seat.desks.title)}</p>'
        f"{_filled(place, seat, screens, 2)}</div>"
        for seat in seats
    )
    return f'<h1>{escape(title_of(place, seats[0].texts))}</h1><div class="beside">{inside}</div>'


def _goes_with(other: Place, place: Place) -> bool:
    """Return whether a page is one of those that a page leads to: in its language, alone or beside as it is."""
    return other.side.lang == place.side.lang and bool(other.columns) == bool(place.columns)


def _filled(place: Place, seat: Seat, screens: Mapping[str, Screen], level: int) -> str:
    """Return a filled screen whose branches and elements of typed words wait for the script, and what that needs."""
    said = html_of(sheet_of(place.screen, seat, with_branches=True), seat.texts, level)
    for element in place.screen.elements:
        if isinstance(element, TypedElement) and element.screen in screens:
            labels = escape(json.dumps(labels_of(screens[element.screen], element.form, seat), ensure_ascii=False))
            nothing = f'<p class="nothing">{escape(seat.texts("screen.typed.none"))}</p>'
            data = f'data-typed="{escape(element.screen)}/{escape(element.form)}" data-labels="{labels}"'
            said = said.replace(nothing, f"<div {data}>{nothing}</div>", 1)
    return said + _compared(place.screen, seat)


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


def _folder(place: Place) -> str:
    return place.address.rpartition("/")[0]


def _where(place: Place, all_places: Mapping[str, Place], texts: Texts) -> str:
    """Return the links to other screens, citizens, days and roles, and to the other language."""
    own = [one for one in all_places.values() if _goes_with(one, place)]
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
        (texts("screens.actor"), [(one, one.seats(0)[0].actor_title(one.actor)) for one in roles.values()]),
    )
    inside = "".join(_links(label, links, place) for label, links in lists)
    days = "".join(f'<li><a href="#dag-{day}">{day}</a></li>' for day in place.days)
    other = "en" if place.side.lang == "da" else "da"
    away = relpath(f"{other}{place.address[2:]}", _folder(place))
    name = {"da": "Dansk", "en": "English"}[other]
    scenarios = " · ".join(side.desks.title for side in place.columns or (place.side,))
    return (
        f'<header class="where"><nav aria-label="{escape(texts("screens.title"))}">{inside}'
        f"<p>{escape(texts('screens.day'))}</p><ul>{days}</ul>"
        f"<p>{escape(texts('screens.scenario'))}: {escape(scenarios)} · {_other_view(place, all_places, texts)}"
        f'<a href="{escape(away)}" lang="{other}">{name}</a></p></nav></header>'
    )


def _other_view(place: Place, all_places: Mapping[str, Place], texts: Texts) -> str:
    """Return the link from a screen alone to both scenarios beside each other, or back; nothing where there is none."""
    address = place.address.removesuffix(".html")
    address = f"{address.removesuffix('-beside')}.html" if place.columns else f"{address}-beside.html"
    if address not in all_places:
        return ""
    said = texts("screens.alone" if place.columns else "screens.beside")
    return f'<a href="{escape(relpath(address, _folder(place)))}">{escape(said)}</a> · '


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
    mine = [one for one in all_places.values() if one.side.lang == lang and not one.columns]
    own = [one for one in mine if one.actor == one.screen.actors[0]]
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
