"""Snebolden and Et forløb in a browser: moving the day, playing, choosing, wide and narrow."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.walk

AXE = Path(__file__).parents[2] / "support" / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
WIDE, NARROW = 1440, 390
BALL, LANES = ".ball .disc", ".js-plotly-plot"


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("course", ["rehabilitation", "dual_diagnosis"])
@pytest.mark.parametrize(("address", "wait"), [("/snebolden", BALL), ("/forloeb", LANES)])
def test_a_case_shuts_nobody_out_and_fits_the_screen(visit, address, wait, course, width):
    page = visit(f"{address}?course={course}&day=60", wait, width).page
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.add_script_tag(path=AXE)
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found["violations"]] == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_day_moves_plays_and_shows_the_messages_behind_an_actor(visit, width):
    page = visit("/snebolden?course=rehabilitation", BALL, width).page
    slider = page.locator(".ball input[type=range]")
    before = page.locator(".ball .disc").count()
    slider.focus()
    for _ in range(6):
        page.keyboard.press("PageUp")
    page.wait_for_function("new URL(location.href).searchParams.get('day') > 0")
    assert page.locator(".ball .disc").count() > before
    assert f"Dag {slider.input_value()} af" in page.locator(".ball output").inner_text()
    actor = page.locator(".ball g.node[aria-label*='2.']").first
    actor.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".ball .behind h2")
    day = int(slider.input_value())
    page.locator(".ball button.play").click()
    page.wait_for_selector(".ball button[aria-pressed=true]")
    page.locator(".ball button.play").click()
    page.wait_for_selector(".ball button[aria-pressed=false]")
    assert int(slider.input_value()) >= day


def test_a_link_opens_the_day_in_both_panels_and_their_tables(visit):
    page = visit("/snebolden?course=rehabilitation&day=45", BALL).page
    assert page.locator(".ball input[type=range]").input_value() == "45"
    captions = page.locator(".ball caption").all_inner_texts()
    assert len(captions) == 2
    assert all(caption.endswith("dag 45") for caption in captions)
