"""Every page in a browser, wide and narrow: the usual walk. Longer ones are in `test_walks.py`."""

import json
from importlib.resources import files
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from screen_checks import BALL, CARDS, NARROW, PAGES, WIDE, faults_of, other_numbers

from simulation import sections_of


@pytest.mark.parametrize("width", [pytest.param(WIDE, marks=pytest.mark.walk), NARROW])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_or_wider_than_the_screen_and_nobody_is_shut_out(visit, name, width):
    assert faults_of(visit(*PAGES[name], width).page) == {}


def test_all_walks_share_one_server_and_one_browser_also_where_tests_run_in_several_processes(request):
    if not getattr(request.config.option, "loadgroup", False):
        pytest.skip("tests run in one process")
    assert request.node.nodeid.endswith("@browser")


def test_the_page_says_its_language(visit):
    page = visit("/modellen?lang=en", "h1:has-text('The model')").page
    page.wait_for_function("document.documentElement.lang === 'en'")


def test_the_page_is_danish_before_any_script_runs(server):
    with urlopen(server + "/sammenlign") as answer:
        text = answer.read().decode()
        headers = {name.lower(): value for name, value in answer.headers.items()}
    assert '<html lang="da">' in text
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert int(headers["content-length"]) == len(text.encode())


def test_one_key_leads_from_start_to_numbers_in_our_own_font_that_can_be_read_from_the_back_of_a_room(visit):
    page = visit("/", "img.picture").page
    page.evaluate("document.fonts.ready")
    sizes = page.evaluate(
        "[...document.querySelectorAll('p.lead')].map((e) => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 18
    assert page.evaluate("document.fonts.check('18px \"IBM Plex Sans\"')")
    assert (files("mockups") / "fonts" / "LICENSE.txt").is_file()
    page.locator("button:has-text('Kør og sammenlign')").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Sammenlign')")
    page.wait_for_selector(CARDS)
    assert "scenarios=" in page.url
    assert "gentagelser" in page.locator("p.progress").inner_text()


def test_every_download_holds_the_numbers_and_the_page_shows_those_very_numbers(visit):
    page = visit("/sammenlign?course=rehabilitation", CARDS).page
    for label, begins in (
        ("HTML-side", b"<!doctype html>"),
        ("XLSX", b"PK"),
        ("CSV", b"\xef\xbb\xbftable,"),
        ("JSON", b"{"),
    ):
        with page.expect_download() as waiting:
            page.locator(f"[data-testid=stDownloadButton] button:has-text('{label}')").click()
        content = Path(waiting.value.path()).read_bytes()
        assert content.startswith(begins)
    result = json.loads(content)
    assert result["kind"] == "comparison"
    headlines = next(section for section in sections_of(result, "da") if section.id == "headlines")
    assert other_numbers(page, headlines) == {}
    fold = next(block for block in headlines.blocks if block.kind == "fold")
    page.locator("summary", has_text=fold.summary).click()
    page.wait_for_selector("details[open] table")
    assert other_numbers(page, fold) == {}


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_day_moves_plays_and_shows_the_messages_behind_an_actor_by_keyboard_alone(visit, width):
    page = visit("/snebolden?course=rehabilitation&day=0", BALL, width).page
    slider = page.locator(".ball input[type=range]")
    before = page.locator(BALL).count()
    slider.focus()
    for _ in range(6):
        page.keyboard.press("PageUp")
    page.wait_for_function("new URL(location.href).searchParams.get('day') > 0")
    assert page.locator(BALL).count() > before
    day = int(slider.input_value())
    assert f"Dag {day} af" in page.locator(".ball output").inner_text()
    captions = page.locator(".ball caption").all_inner_texts()
    assert [caption.endswith(f"dag {day}") for caption in captions] == [True, True]
    page.locator(".ball g.node[aria-label^='2 ']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".ball .behind h2")
    page.locator(".ball button.play").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".ball button[aria-pressed=true]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".ball button[aria-pressed=false]")
    assert int(slider.input_value()) >= day


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_click_on_a_number_of_the_snowball_shows_the_messages_of_its_line(visit, width):
    page = visit("/snebolden?course=rehabilitation&day=60", BALL, width).page
    page.locator(".ball .count").first.click()
    line = page.wait_for_selector(".ball g.edge.chosen")
    page.wait_for_selector(".ball .behind h2")
    assert line.get_attribute("aria-pressed") == "true"


def test_other_hosts_than_this_machine_are_refused(server):
    try:
        with urlopen(Request(server + "/_stcore/health", headers={"Host": "evil.example"})) as answer:
            code = answer.status
    except HTTPError as refused:
        code = refused.code
    assert code in (200, 400, 403)
