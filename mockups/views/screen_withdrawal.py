"""What a citizen withdraws of the consent on a day: as a link says it, as a form says it, and in words."""

from collections.abc import Iterable, Mapping

from mockups.texts import Texts
from mockups.views.screen_case import Seat
from simulation import Kind, Stop, Withdrawn

NOTHING = "no"
"""Stands in a link for a withdrawal that was undone."""


def withdrawn_in(text: str, citizen: str, domains: Iterable[str]) -> Withdrawn | None:
    """Return what a link says that this citizen withdraws; None for nothing, another citizen, or no such area."""
    whose, _, rest = text.partition(":")
    on, _, areas = rest.partition(":")
    is_day = on.isascii() and on.isdigit() and len(on) < 6
    named = tuple(areas.split(",")) if areas else ()
    if whose != citizen or not is_day or not set(named) <= set(domains):
        return None
    return Withdrawn(citizen, int(on), named)


def link_text(withdrawn: Withdrawn) -> str:
    """Return a withdrawal as a link says it."""
    areas = f":{','.join(withdrawn.domains)}" if withdrawn.domains else ""
    return f"{withdrawn.citizen}:{withdrawn.day}{areas}"


def stopped(stop: Stop | None, typed: Mapping[str, str | tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the areas that a filled-in form stops, none for all of them; None where it stops nothing yet."""
    said = typed.get(stop.field) if stop is not None else None
    if stop is None or not said or said not in (stop.all, stop.some):
        return None
    areas = typed.get(stop.areas, ())
    chosen = (areas,) if isinstance(areas, str) else areas
    if said == stop.all:
        return ()
    return tuple(area for area in chosen if area) or None


def areas_in_words(domains: Iterable[str], words: Mapping[str, str], texts: Texts) -> str:
    """Return in words what is withdrawn: all consent, or that for some areas."""
    names = [words[name] for name in domains]
    return texts("withdraw.some", areas=", ".join(names)) if names else texts("withdraw.all")


def withdrawal_lead(withdrawn: Withdrawn, seats: Iterable[Seat], texts: Texts) -> str:
    """Return what is said above screens after a withdrawal: that it was played again, or that it changes nothing."""
    for seat in seats:
        folder = seat.folder
        for here in folder.frame.one.happened:
            if here.kind == Kind.CONSENT_WITHDRAWN and folder.day(here.minute) == withdrawn.day:
                said = areas_in_words(withdrawn.domains, seat.desks.words.domains, texts)
                return texts("withdraw.lead", what=said, day=withdrawn.day)
    return texts("withdraw.nothing", day=withdrawn.day)
