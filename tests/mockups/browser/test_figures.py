"""How figures are drawn in a browser: once, as wide as their place, and in place where words, numbers or the width change."""

from results_example import example_result
from screen_checks import NARROW, WIDE

from simulation import comparison_page

PATIENCE = 240_000
TIME = ("/sammenlign?course=rehabilitation&section=time", ".plot .main-svg")
COUNTED = """() => {
  window.drawn = [];
  const react = Plotly.react;
  Plotly.react = (place, ...rest) => { window.drawn.push(place); return react(place, ...rest); };
}"""
DRAWN = """(count) => {
  const places = [...document.querySelectorAll(".plot")];
  return places.length === count && places.every((one) => one.querySelector(".main-svg"));
}"""
PLACES = """() => [...document.querySelectorAll(".plot")].map((one) => ({
  place: one.clientWidth, drawn: one._fullLayout.width, height: [one.clientHeight, one._fullLayout.height],
  size: one._fullLayout.font.size, title: one._fullLayout.xaxis.title.font.size, family: one._fullLayout.font.family,
}))"""


def as_narrow_as_its_place(page):
    page.wait_for_function(
        "() => [...document.querySelectorAll('.plot')].every((one) => one._fullLayout?.width === one.clientWidth)"
    )
    return page.evaluate(PLACES)


def test_each_figure_of_another_section_is_drawn_once_and_again_only_where_the_width_changes(visit):
    page = visit(*TIME).page
    page.wait_for_function(DRAWN, arg=3)
    page.evaluate(COUNTED)
    page.get_by_role("radio", name="Borger for borger").click()
    page.wait_for_selector("h2:has-text('Borger for borger')")
    page.wait_for_function(DRAWN, arg=3)
    page.wait_for_function("drawn.length >= 3")
    page.wait_for_timeout(500)
    assert page.evaluate("[drawn.length, new Set(drawn).size]") == [3, 3]
    for one in as_narrow_as_its_place(page):
        assert one["drawn"] == one["place"] > NARROW
        assert (one["size"], one["height"][0]) == (16, one["height"][1])
        assert "IBM Plex Sans" in one["family"]
    page.set_viewport_size({"width": NARROW, "height": 900})
    for one in as_narrow_as_its_place(page):
        assert one["drawn"] == one["place"] < NARROW
        assert (one["size"], one["title"]) == (13, 13)
    assert page.evaluate("drawn.length") == 2 * 3


def test_what_changes_in_a_figure_changes_in_its_place(visit):
    page = visit(*TIME).page
    page.wait_for_function(DRAWN, arg=3)
    page.evaluate("document.querySelectorAll('.plot').forEach((one, at) => { one.kept = at; })")
    page.get_by_role("radio", name="English").click()
    page.wait_for_selector("h2:has-text('Where the time went')")
    title = "() => [...document.querySelectorAll('.plot')].every((one) => one._fullLayout.xaxis.title.text === 'Days per case')"
    page.wait_for_function(title)
    assert page.evaluate("[...document.querySelectorAll('.plot')].map((one) => one.kept)") == [0, 1, 2]
    assert all(page.evaluate("[...document.querySelectorAll('.plot')].map((one) => one.getAttribute('aria-label'))"))


def test_a_figure_that_cannot_be_drawn_leaves_the_page_as_it_is(server, browser):
    page, faults = browser.new_page(), []
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.route("**/plotly.min.js", lambda asked: asked.abort())
    page.goto(server + TIME[0])
    page.wait_for_selector("table")
    page.wait_for_selector("[data-testid=stProgress]", state="detached")
    page.wait_for_function("document.querySelectorAll('.plot').length === 3")
    assert page.locator(".plot .main-svg").count() == 0
    page.unroute("**/plotly.min.js")
    page.get_by_role("radio", name="Indhentningen").click()
    page.wait_for_selector(".plot .main-svg")
    assert faults == []
    page.close()


def test_the_report_draws_its_figures_as_wide_as_the_screen_and_smaller_on_paper(browser):
    page = browser.new_page(viewport={"width": WIDE, "height": 900})
    page.set_content(comparison_page(example_result(), "da"))
    page.wait_for_function(DRAWN, arg=11)
    wide = as_narrow_as_its_place(page)
    assert {one["size"] for one in wide} == {16}
    page.set_viewport_size({"width": NARROW, "height": 900})
    assert {one["size"] for one in as_narrow_as_its_place(page)} == {13}
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    paper = page.evaluate(PLACES)
    assert {(one["drawn"], one["size"]) for one in paper} == {(660, 13)}
    assert [one["height"][1] for one in paper] == [round(0.8 * one["height"][1]) for one in wide]
    page.close()
