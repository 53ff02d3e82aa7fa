"""Long walks: every part of every page, by keyboard alone, and ten browsers at once. `python run.py test -m walk`."""

import json
from pathlib import Path

import pytest
from screen_checks import (
    CARDS,
    FURTHER,
    NARROW,
    PAGES,
    REHABILITATION,
    TABLE,
    WIDE,
    faults_of,
    other_numbers,
    out_of_reach,
)

from mockups.texts import Texts
from simulation import sections_of

pytestmark = pytest.mark.walk

TOGETHER = ("case_portal", "read_access", "single_plan", "common_categories", "summary_templates", "always_mediconnect")
ALSO = ("quality_check", "access_to_professionals", "assessment_standards", "department_coordinators")


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", FURTHER)
def test_nothing_is_cut_or_wider_than_the_screen_and_nobody_is_shut_out(visit, name, width):
    assert faults_of(visit(*FURTHER[name], width).page) == {}


@pytest.mark.parametrize("name", [*PAGES, *FURTHER])
def test_every_button_and_field_is_reached_by_keyboard_alone(visit, name):
    assert out_of_reach(visit(*(PAGES | FURTHER)[name]).page) == []


def test_every_page_is_reached_from_a_link_and_keeps_what_was_chosen(visit):
    page = visit(f"/sammenlign?{REHABILITATION}&section=work", CARDS.replace(".cards", "table")).page
    for nav in ("whatif.nav", "snowball.nav", "journey.nav", "model.nav"):
        page.get_by_role("link", name=Texts("da")(nav)).first.click()
        page.wait_for_selector(f"h1:has-text('{Texts('da')(nav)}')")
        page.wait_for_function("new URL(location.href).searchParams.get('course') === 'rehabilitation'")


def test_every_table_of_a_comparison_shows_the_numbers_of_its_download(visit):
    page = visit(f"/sammenlign?{REHABILITATION}", CARDS).page
    with page.expect_download() as waiting:
        page.locator("[data-testid=stDownloadButton] button:has-text('JSON')").click()
    for section in sections_of(json.loads(Path(waiting.value.path()).read_bytes()), "da"):
        if any(block.kind == "table" for block in section.blocks):
            page = visit(f"/sammenlign?{REHABILITATION}&section={section.id}", TABLE).page
            assert other_numbers(page, section) == {}, section.id


def test_ten_browsers_at_once_each_see_their_own_choice(visit):
    chosen = (*TOGETHER, *ALSO)
    visits = [visit(f"/hvad-nu-hvis?{REHABILITATION}&what={one}", "h1", own=True) for one in chosen]
    seen = []
    for one in visits:
        one.page.wait_for_selector(CARDS)
        one.page.wait_for_function("() => document.body.innerText.includes('Skarpe tal')")
        seen.append((one.page.locator("p.lead:has-text('Jeres bud')").inner_text(), cards(one.page)))
    assert [title for title, _ in seen] == [f"Jeres bud: P{number}" for number in range(1, 11)]
    for one, (_, before) in zip(chosen[::3], seen[::3], strict=True):  # asked alone, the numbers are the same
        assert cards(visit(f"/hvad-nu-hvis?{REHABILITATION}&what={one}", CARDS).page) == before


def cards(page):
    return page.locator(CARDS).first.inner_text()
