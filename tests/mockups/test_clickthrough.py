"""The folder of screens that works without a server: the same content as the app, and nothing from elsewhere."""

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from mockups.clickthrough import contents
from mockups.elements.html import html_of
from mockups.texts import Texts
from mockups.views.clickthrough import Side, places
from mockups.views.screen_fill import sheet_of
from simulation import Asked, Lang, WrongData, desks_of, screens_in, shipped_screens, shown_now

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


BRANCH = re.compile(r'<div class="branch"[^>]*><p class="condition">.*?</p>(<section .*?</section>)</div>', re.DOTALL)


def holds(text: str, shown: str, lang: Lang) -> bool:
    """Return whether a page holds a screen as the app shows it, but for where typed words will stand."""
    nothing = f'<p class="nothing">{Texts(lang)("screen.typed.none")}</p>'
    return all(part in text for part in shown.split(nothing))


@cache
def side(name: str, lang: Lang) -> Side:
    return Side(name, lang, shown_now(desks_of, Asked(f"rehabilitation/{name}"), lang))


@pytest.mark.walk
@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_page_holds_just_what_the_app_shows_before_anything_is_answered(folder: dict[str, str], lang: Lang):
    sides = {(name, lang): side(name, lang) for name in ("as_is", "to_be_long")}
    found = list(places(sides, screens_in(shipped_screens()).screens))
    assert {place.address for place in found} == {name for name in folder if name.startswith(f"{lang}/")}
    assert len({place.folder.persona for place in found}) == 10
    for place in found:
        text = BRANCH.sub("", folder[place.address])
        for day in place.days:
            for seat in place.seats(day):
                shown = html_of(sheet_of(place.screen, seat), Texts(lang), 2 if place.columns else 1)
                assert holds(text, shown, lang), (place.address, day)


@pytest.mark.walk
def test_each_screen_has_a_page_with_today_on_the_left_and_tomorrow_on_the_right_on_the_same_day(
    folder: dict[str, str],
):
    sides = {(name, "da"): side(name, "da") for name in ("as_is", "to_be_long")}
    found = list(places(sides, screens_in(shipped_screens()).screens))
    both = [place for place in found if place.columns]
    assert {place.screen.id for place in both} == {place.screen.id for place in found}
    titles = [one.desks.title for one in sides.values()]
    for place in both:
        seats = place.seats(45)
        assert [seat.desks.title for seat in seats] == titles
        assert len({(seat.folder.id, seat.day, seat.actor) for seat in seats}) == 1
        assert re.findall(r'<p class="figure-title">(.*?)</p>', folder[place.address]) == titles * len(place.days)


@pytest.mark.walk
def test_a_page_holds_what_each_answer_makes_the_app_show_with_the_answer_it_waits_for(folder: dict[str, str]):
    shelf, checked = screens_in(shipped_screens()).screens, 0
    for place in places({("to_be_long", "da"): side("to_be_long", "da")}, shelf):
        for element in place.screen.elements:
            if element.when is None or (element.only_for and place.actor not in element.only_for):
                continue
            when, text = element.when, folder[place.address]
            assert text.count(f'data-form="{when.form}" data-field="{when.field}" data-option="{when.option}"') >= 5
            for seat in (place.seats(day)[0] for day in place.days):
                there = replace(seat, typed={(place.screen.id, when.form): {when.field: when.option}})
                shown = html_of(sheet_of(place.screen, there), Texts("da"))
                assert f'data-element="{element.id}"' in shown
                assert holds(BRANCH.sub(r"\1", text), shown, "da")
                checked += 1
    assert checked >= 50


def test_an_own_screen_with_a_fault_stops_it_with_the_reason(tmp_path: Path):
    (tmp_path / "screens").mkdir()
    (tmp_path / "screens" / "ours.yaml").write_text("format: 1\nid: ours\n", encoding="utf-8")
    with pytest.raises(WrongData, match="missing-key"):
        next(contents(SCENARIO, tmp_path))
