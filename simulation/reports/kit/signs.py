"""Table signs: one per role group that is in the course, with a QR code to the app where its address is known."""

from dataclasses import dataclass

from markupsafe import Markup

from simulation.reports.deliverables.sharing_needs import actors_in_use
from simulation.reports.kit.part import Kit, Paper, Part


@dataclass(frozen=True)
class Sign:
    """What stands on one table."""

    number: int
    group: str
    actors: tuple[str, ...]
    """Actors of the course that the group's people work for."""


def signs(kit: Kit) -> Part:
    """Return the signs; both halves of a sheet say the same."""
    used = {name: kit.as_is.actors[name] for name in actors_in_use(kit.as_is)}
    found = [
        Sign(
            number + 1,
            kit.said(group.title),
            tuple(kit.said(one.title) for one in used.values() if one.domain in group.domains),
        )
        for number, group in enumerate(kit.as_is.role_groups.values())
    ]
    return Part("signs", Paper.A4, found, more={"qr": qr(kit.address)})


def qr(address: str | None) -> Markup:
    """Return the QR code of an address as SVG that takes the size it is given; nothing where there is no address."""
    if address is None:
        return Markup()
    import segno

    code = segno.make(address, error="m", micro=False)
    return Markup(code.svg_inline(border=4, omitsize=True))
