"""Layers of truth under a screen, for the facilitator only: what is, is known, is told, and may be shared."""

from mockups.views.screen_case import Seat
from mockups.views.tables import table
from simulation import Standing, Table

KEYS = ("actor", "true", "knows", "told", "covered")


def truth_table(seat: Seat) -> Table:
    """Return one row per other actor with the four layers."""
    texts, frame = seat.texts, seat.folder.frame
    rows = []
    for name, contact in seat.knows.contacts.items():
        exists = ", ".join(seat.data_title(kind) for kind in seat.folder.exists.get(name, ()))
        is_there = name in frame.one.involved
        known = contact.standing in (Standing.HAS, Standing.KNOWN) or bool(contact.items)
        covered = frame.rights.may(seat.knows.consent, name, seat.actor, "") is not None
        cells = (
            seat.actor_title(name),
            f"{_said(is_there, seat)}{f': {exists}' if exists else ''}",
            _said(known, seat),
            _said(name in frame.told, seat),
            _said(covered, seat),
        )
        rows.append(cells)
    return table(texts("screens.truth"), tuple(texts(f"screens.truth.{key}") for key in KEYS), rows)


def _said(is_so: bool, seat: Seat) -> str:
    return seat.texts("screens.yes" if is_so else "screens.no")
