"""Layers of truth under a screen, for the facilitator only: what is, is known, is told, and may be shared."""

from mockups.views.screen_case import Seat
from mockups.views.tables import table
from simulation import Answer, Consent, Standing, Table, Why

KEYS = ("actor", "true", "knows", "told", "covered")


def truth_table(seat: Seat) -> Table:
    """Return one row per other actor with the four layers."""
    texts, frame = seat.texts, seat.folder.frame
    rows = []
    for name, contact in seat.knows.contacts.items():
        exists = ", ".join(seat.data_title(kind) for kind in seat.folder.exists.get(name, ()))
        is_there = name in frame.one.involved
        known = contact.standing in (Standing.HAS, Standing.KNOWN) or bool(contact.items)
        cells = (
            seat.actor_title(name),
            f"{_said(is_there, seat)}{f': {exists}' if exists else ''}",
            _said(known, seat),
            _said(name in frame.told, seat),
            _covered(name, seat),
        )
        rows.append(cells)
    return table(texts("screens.truth"), tuple(texts(f"screens.truth.{key}") for key in KEYS), rows)


def _covered(name: str, seat: Seat) -> str:
    """Return whether another may tell now, or that the citizen was asked for the consent it takes and left it out."""
    rights, consent = seat.folder.frame.rights, seat.knows.consent
    if rights.may(consent, name, seat.actor, "") is not None:
        return seat.texts("screens.yes")
    would = rights.may(Consent(is_on=True), name, seat.actor, "") == Why.CONSENT
    is_chosen = would and consent.answer != Answer.NOT_ASKED
    return seat.texts("screens.chosen_away" if is_chosen else "screens.no")


def _said(is_so: bool, seat: Seat) -> str:
    return seat.texts("screens.yes" if is_so else "screens.no")
