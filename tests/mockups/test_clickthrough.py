"""The folder of screens that works without a server: the same content as the app, and nothing from elsewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from mockups.clickthrough import contents
from mockups.elements.clickthrough import seat_of
from mockups.elements.html import html_of
from mockups.texts import Texts
from mockups.views.clickthrough import Side, places
from mockups.views.screen_fill import sheet_of
from simulation import Asked, WrongData, desks_of, screens_in, shipped_screens, shown_now

SCENARIO = "rehabilitation/to_be_long"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    written = contents(SCENARIO, tmp_path_factory.mktemp("none"))
    return {name: content.decode("utf-8", errors="replace") for name, content in written}


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found += [given[name] for name in ("href", "src") if given.get(name)]
        self.ids += [given["id"]] if given.get("id") else []


@pytest.mark.walk
def test_every_link_leads_to_a_file_of_the_folder_and_nothing_comes_from_elsewhere(folder: dict[str, str]):
    for name, text in folder.items():
        if name.endswith(".html"):
            links = Links()
            links.feed(text)
            assert len(links.ids) == len(set(links.ids))
            for link in links.found:
                path, _, day = link.partition("#")
                assert not re.match(r"[a-z]+:", link), link
                assert not path or normpath(join(dirname(name), path)) in folder, (name, link)
                assert not day or path or day in links.ids
    assert "http" not in folder["screens.css"] + folder["clickthrough.js"]


@pytest.mark.walk
@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_page_holds_just_what_the_app_shows(folder: dict[str, str], lang: str):
    desks = shown_now(desks_of, Asked(SCENARIO), "en" if lang == "en" else "da")
    side = Side("to_be_long", "en" if lang == "en" else "da", desks)
    found = list(places({("to_be_long", side.lang): side}, screens_in(shipped_screens()).screens))
    assert len({place.screen.id for place in found}) >= 9
    assert len({place.folder.persona for place in found}) == 10
    for place in found:
        text = folder[place.address]
        for day in place.days:
            shown = html_of(sheet_of(place.screen, seat_of(place, day)), Texts(side.lang))
            for part in shown.split(f'<p class="nothing">{Texts(side.lang)("screen.typed.none")}</p>'):
                assert part in text


def test_an_own_screen_with_a_fault_stops_it_with_the_reason(tmp_path: Path):
    (tmp_path / "screens").mkdir()
    (tmp_path / "screens" / "ours.yaml").write_text("format: 1\nid: ours\n", encoding="utf-8")
    with pytest.raises(WrongData, match="missing-key"):
        next(contents(SCENARIO, tmp_path))
