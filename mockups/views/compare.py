"""What the page Sammenlign says: the sections of the report in the order of a projector."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from mockups.texts import Texts
from simulation import Lang, as_csv, as_json, as_xlsx, comparison_page, section_titles

ORDER = ("headlines", "time", "gathering", "snowball", "needs", "work", "personas", "method")
"""What a room asks first; sections that are not named come last."""


@dataclass(frozen=True)
class Download:
    """A file to download."""

    label: str
    file: str
    mime: str
    make: Callable[[], bytes]
    """Makes the content, when it is asked for."""


def titles(result: Mapping[str, Any], lang: Lang) -> dict[str, str]:
    """Return the titles of the sections that the page shows of a result, by id, in order."""
    found = section_titles(result, lang)
    ordered = [name for name in ORDER if name in found] + [name for name in found if name not in ORDER]
    return {name: found[name] for name in ordered}


def downloads(result: Mapping[str, Any], texts: Texts) -> tuple[Download, ...]:
    """Return a result as files."""
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    lang = texts.lang
    return (
        Download(texts("downloads.html"), "snebold.html", "text/html", partial(_page, result, lang)),
        Download(texts("downloads.xlsx"), "snebold.xlsx", sheet, partial(as_xlsx, result, lang)),
        Download(texts("downloads.csv"), "snebold.csv", "text/csv", partial(as_csv, result, lang)),
        Download(texts("downloads.json"), "snebold.json", "application/json", partial(as_json, result)),
    )


def _page(result: Mapping[str, Any], lang: Lang) -> bytes:
    return comparison_page(result, lang).encode()
