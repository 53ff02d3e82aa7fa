"""The index of the kit: what to print, in which number, on which paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from simulation.reports.kit.part import Kit, Paper, Part
from simulation.reports.kit.words import OTHER, Words

INDEX = "index.html"
PAPERS = {Paper.A3: "index.a3", Paper.A4: "index.a4", Paper.A4_LANDSCAPE: "index.a4_landscape"}


@dataclass(frozen=True)
class Row:
    """A part in the index."""

    title: str
    file: str
    paper: str
    sheets: str
    copies: str
    what: str


def index(kit: Kit, parts: Sequence[Part], folder: str) -> Part:
    """Return the index.

    Args:
        kit: What all is made from.
        parts: What there is to print.
        folder: Where the parts are, seen from the index.
    """
    rows = [row_of(kit.words, part, folder) for part in parts]
    other = Words(OTHER[kit.lang])("folder")
    beside = f"{other}/{INDEX}" if folder else f"../{other}/{INDEX}"
    return Part("index", Paper.A4_LANDSCAPE, rows, more={"beside": beside, "notes": notes(kit)})


def row_of(words: Words, part: Part, folder: str) -> Row:
    """Return what the index says of a part."""
    sheets = words("index.all") if part.flows else str(len(part.sheets))
    file = f"{folder}{words(f'{part.key}.file')}.html"
    copies, what = words(f"{part.key}.copies"), words(f"{part.key}.what")
    return Row(words(part.key), file, words(PAPERS[part.paper]), sheets, copies, what)


def notes(kit: Kit) -> tuple[str, ...]:
    """Return what the one who prints should know of this kit."""
    found = [] if kit.to_be else [kit.words("index.no_to_be")]
    if kit.address is None:
        return (*found, kit.words("index.no_address"))
    found.append(kit.words("index.address", address=kit.address))
    return (*found, kit.words("index.own_machine")) if is_own_machine(kit.address) else tuple(found)


def is_own_machine(address: str) -> bool:
    """Return whether only this machine can reach an address."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
