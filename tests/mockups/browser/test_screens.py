"""The screens in a browser: both pages, wide and narrow, in Danish and English."""

import json
from importlib.resources import files
from pathlib import Path
from urllib.request import urlopen

import pytest

AXE = Path(__file__).parents[2] / "support" / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
WIDE, NARROW = 1440, 390
PAGES = {
    "start": ("/", "img.picture"),
    "headlines": ("/sammenlign?course=rehabilitation", ".snebold .cards"),
    "time": ("/sammenlign?course=rehabilitation&section=time", ".js-plotly-plot"),
    "gathering": ("/sammenlign?course=rehabilitation&section=gathering", ".js-plotly-plot"),
    "personas": ("/sammenlign?course=rehabilitation&section=personas", ".js-plotly-plot"),
}
TOO_WIDE = """() => {
  const inBox = (e) => e.closest(".scroll, .js-plotly-plot, [data-testid=stHeader]");
  const out = (e) => e.getBoundingClientRect().right > window.innerWidth + 1 && !inBox(e);
  const found = [...document.querySelectorAll("[data-testid=stMain] *")].filter(out);
  return document.documentElement.scrollWidth > window.innerWidth ? ["the page"] : found.map((e) => e.outerHTML.slice(0, 80));
}"""
CUT = """() => [...document.querySelectorAll("h1, h2, h3, h4, p, li, td, th, button, summary")]
  .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible" && e.offsetParent)
  .map((e) => e.textContent.slice(0, 80))"""
NOT_IN_HEADING_ORDER = """() => {
  const levels = [...document.querySelectorAll("[data-testid=stMain] :is(h1, h2, h3, h4)")].map((e) => Number(e.tagName[1]));
  return levels.filter((level, place) => level > (levels[place - 1] || 0) + 1);
}"""


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_or_wider_than_the_screen_and_nobody_is_shut_out(visit, name, width):
    page = visit(*PAGES[name], width).page
    page.wait_for_selector("p.progress")
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CUT) == []
    assert page.evaluate(NOT_IN_HEADING_ORDER) == []
    assert page.locator("h1").count() == 1
    page.add_script_tag(path=AXE)
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)
    told = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found["violations"]]
    assert told == []


@pytest.mark.parametrize(("lang", "heading"), [("da", "Sammenlign"), ("en", "Compare")])
def test_the_page_says_its_language(visit, lang, heading):
    page = visit(f"/sammenlign?lang={lang}", f"h1:has-text('{heading}')").page
    page.wait_for_function(f"document.documentElement.lang === '{lang}'")


def test_the_page_is_danish_before_any_script_runs(server):
    with urlopen(server + "/sammenlign") as answer:
        text = answer.read().decode()
        headers = {name.lower(): value for name, value in answer.headers.items()}
    assert '<html lang="da">' in text
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert int(headers["content-length"]) == len(text.encode())


def test_text_can_be_read_from_the_back_of_a_room_in_our_own_font(visit):
    page = visit("/", "img.picture").page
    page.evaluate("document.fonts.ready")
    sizes = page.evaluate(
        "[...document.querySelectorAll('p.lead')].map((e) => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 18
    assert page.evaluate("document.fonts.check('18px \"IBM Plex Sans\"')")
    assert (files("mockups") / "fonts" / "LICENSE.txt").is_file()


def test_one_click_leads_from_start_to_numbers_that_get_sharper(visit):
    page = visit("/", "button:has-text('Kør og sammenlign')").page
    page.locator("button:has-text('Kør og sammenlign')").first.click()
    page.wait_for_selector("h1:has-text('Sammenlign')")
    page.wait_for_selector(".snebold .cards", timeout=240_000)
    assert "scenarios=" in page.url
    assert "gentagelser" in page.locator("p.progress").inner_text()


def test_every_download_holds_the_numbers(visit):
    page = visit("/sammenlign?course=rehabilitation", ".snebold .cards").page
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
        if label == "JSON":
            assert json.loads(content)["kind"] == "comparison"


def test_other_hosts_than_this_machine_are_refused(server):
    from urllib.error import HTTPError
    from urllib.request import Request

    try:
        with urlopen(Request(server + "/_stcore/health", headers={"Host": "evil.example"})) as answer:
            code = answer.status
    except HTTPError as refused:
        code = refused.code
    assert code in (200, 400, 403)
