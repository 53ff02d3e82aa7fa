"""Writes screens as a folder of plain pages that works without a server. Run by `snebold export --to clickthrough`."""

import argparse
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from mockups.elements.clickthrough import STYLE, index, page
from mockups.elements.html import style
from mockups.texts import Texts
from mockups.views.clickthrough import Place, Side, places
from simulation import Asked, CannotRun, Lang, WrongData, desks_of, screens_in, shipped_screens, shown_now, write_whole

LANGUAGES: tuple[Lang, ...] = ("da", "en")
WEIGHTS = (400, 600, 700)


def contents(scenario: str, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the folder: name and content.

    Args:
        scenario: shipped name of the scenario; screens of today are filled from the course as it is.
        folder: where own screens lie, below `screens`.

    Raises:
        WrongData: With the faults of the scenario or of an own screen.
    """
    shelf = screens_in(shipped_screens(), folder / "screens")
    if shelf.faults:
        raise WrongData(shelf.faults)
    course, _, name = scenario.partition("/")
    sides = {
        (side, lang): Side(side, lang, shown_now(desks_of, Asked(f"{course}/{side}"), lang))
        for side in dict.fromkeys(("as_is", name))
        for lang in LANGUAGES
    }
    found: dict[str, Place] = {place.address: place for place in places(sides, shelf.screens)}
    for address, place in found.items():
        yield address, page(place, found, shelf.screens).encode()
    for lang in LANGUAGES:
        yield f"{lang}.html", index(found, lang, Texts(lang)).encode()
    yield "index.html", index(found, "da", Texts("da")).encode()
    yield from _beside()


def _beside() -> Iterator[tuple[str, bytes]]:
    room = files("mockups")
    faces = "".join(
        f'@font-face {{ font-family: "IBM Plex Sans"; font-weight: {weight}; src: url("fonts/{_font(weight)}"); }}\n'
        for weight in WEIGHTS
    )
    yield "screens.css", (faces + STYLE + style()).encode()
    yield "clickthrough.js", (room / "elements" / "clickthrough.js").read_bytes()
    for name in (*map(_font, WEIGHTS), "LICENSE.txt"):
        yield f"fonts/{name}", (room / "fonts" / name).read_bytes()


def _font(weight: int) -> str:
    return f"ibm-plex-sans-latin-{weight}-normal.woff2"


def main() -> None:
    """Write the folder as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    arguments = parser.parse_args()
    try:
        for name, content in contents(arguments.scenario, Path.cwd()):
            (arguments.out / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(arguments.out / name, content)
    except WrongData as wrong:
        sys.exit(wrong.text(arguments.lang))
    except CannotRun as why:
        sys.exit(str(why))


if __name__ == "__main__":
    main()
