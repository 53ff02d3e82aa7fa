"""Fills a screen from what one actor knows of one citizen on a day."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from mockups.views.screen_agreement import agreement
from mockups.views.screen_blocks import Block, Body, Branch, Sheet, Track, Words
from mockups.views.screen_case import Seat
from mockups.views.screen_data import areas, checklist, package, paper, plan, receipts, table
from mockups.views.screen_facts import consent_panel, fact, facts
from mockups.views.screen_forms import form, labels_of, typed
from mockups.views.screen_lanes import lanes
from mockups.views.screen_streams import alerts, look_ups, messages, network, requests, timeline
from mockups.views.screen_told import told
from mockups.views.screen_typical import is_early
from simulation import AgreementElement, AnyElement, Fact, PaperElement, ProseElement, Screen, TypedElement

MENU = ("situation", "efforts", "agreements", "documents")
Filler = Callable[[Any, Seat], tuple[Body, ...]]


def sheet_of(screen: Screen, seat: Seat, *, with_branches: bool = False) -> Sheet:
    """Return a screen filled for who sits there.

    Args:
        screen: the screen.
        seat: who sits there.
        with_branches: whether it holds every element that an answer could show, with the answer it waits for.
    """
    texts, lang = seat.texts, seat.texts.lang
    notes = [texts("screen.rule_set", rules=seat.desks.words.rule_set)]
    if not screen.exists_today:
        notes.append(texts("screen.not_today"))
    return Sheet(
        id=screen.id,
        code=screen.code,
        title=screen.title.in_language(lang),
        look=str(screen.look),
        system=texts(f"screen.look.{screen.look}"),
        user=texts("screen.user", actor=texts("screen.citizen") if seat.is_citizen else seat.actor_title(seat.actor)),
        lines=tuple((texts(f"screen.fact.{name}"), fact(name, seat)) for name in TOP),
        notes=tuple(notes),
        blocks=tuple(_blocks(screen, seat, with_branches=with_branches)),
        before=screen.typical.before.in_language(lang) if screen.typical and is_early(screen, seat) else "",
        menu=tuple(texts(f"screen.menu.{name}") for name in MENU),
    )


TOP = (Fact.NAME, Fact.NUMBER, Fact.TODAY, Fact.CONSENT)


def has_branches(screen: Screen, seat: Seat) -> bool:
    """Return whether elements of a screen change with what is typed on it."""
    return any(_changes_with_words(one, seat) for one in screen.elements)


def is_touched(screen: Screen, seat: Seat) -> bool:
    """Return whether anything was typed that a screen shows: on itself, or on another that it tells of."""
    told = {screen.id, *(one.screen for one in screen.elements if isinstance(one, TypedElement))}
    return any(fields for (where, _), fields in seat.typed.items() if where in told)


def _changes_with_words(element: AnyElement, seat: Seat) -> bool:
    is_typed_here = isinstance(element, TypedElement) and element.screen == seat.screen
    changes = element.when is not None or is_typed_here or isinstance(element, AgreementElement)
    return changes and is_for(element, seat)


def is_for(element: AnyElement, seat: Seat) -> bool:
    """Return whether an element is for who sits there, and there for the case."""
    if isinstance(element, PaperElement) and element.only_there and not seat.knows.find(element.data_type):
        return False
    return not element.only_for or seat.actor in element.only_for


def is_shown(element: AnyElement, seat: Seat) -> bool:
    """Return whether who sits there is shown an element, after what was chosen so far."""
    if element.when is None or not is_for(element, seat):
        return is_for(element, seat)
    chosen = seat.typed.get((seat.screen, element.when.form), {}).get(element.when.field, "")
    return element.when.option in ((chosen,) if isinstance(chosen, str) else chosen)


def _blocks(screen: Screen, seat: Seat, *, with_branches: bool) -> Iterator[Block]:
    for element in screen.elements:
        if with_branches and element.when is not None and is_for(element, seat):
            when = element.when
            branch = _branch(when.form, when.field, when.option, screen, seat)
            yield replace(_block(element, screen, seat), branch=branch)
        elif is_shown(element, seat):
            yield _block(element, screen, seat)


def _branch(form_id: str, field: str, option: str, screen: Screen, seat: Seat) -> Branch:
    label, options = labels_of(screen, form_id, seat)[field]
    words = seat.texts("screen.branch", field=label, option=options.get(option, option))
    return Branch(form_id, field, option, words)


def _block(element: AnyElement, screen: Screen, seat: Seat) -> Block:
    lang = seat.texts.lang
    return Block(
        id=element.id,
        kind=element.kind,
        title=element.title.in_language(lang),
        help=element.help.in_language(lang) if element.help else "",
        bodies=_bodies(element, screen, seat),
    )


def _bodies(element: AnyElement, screen: Screen, seat: Seat) -> tuple[Body, ...]:
    if element.kind in OF_SCREEN:
        return OF_SCREEN[element.kind](element, screen, seat)
    return FILLERS[element.kind](element, seat)


def _steps(_: AnyElement, screen: Screen, seat: Seat) -> tuple[Body, ...]:
    phases = seat.desks.words.phases
    names = list(phases)
    return (Track(tuple(phases.values()), names.index(screen.phase) if screen.phase in names else -1),)


def _prose(element: ProseElement, seat: Seat) -> tuple[Body, ...]:
    return (Words(element.text.in_language(seat.texts.lang)),)


OF_SCREEN: dict[str, Callable[[Any, Screen, Seat], tuple[Body, ...]]] = {
    "steps": _steps,
    "typed": typed,
    "agreement": agreement,
}
"""Elements that say something of the screen they stand on."""
FILLERS: dict[str, Filler] = {
    "facts": facts,
    "table": table,
    "areas": areas,
    "timeline": timeline,
    "lanes": lanes,
    "plan": plan,
    "messages": messages,
    "requests": requests,
    "paper": paper,
    "form": form,
    "consent": consent_panel,
    "alerts": alerts,
    "checklist": checklist,
    "package": package,
    "receipts": receipts,
    "look_ups": look_ups,
    "told": told,
    "network": network,
    "prose": _prose,
}
