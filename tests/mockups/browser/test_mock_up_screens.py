"""Mock-up screens in a browser: wide and narrow, by keyboard alone, and the folder that needs no server."""

import re
from base64 import b64decode
from pathlib import Path

import pytest
from live_screens import settled
from screen_checks import NARROW, WIDE, faults_of

from mockups.clickthrough import contents
from simulation import qr, screens_in, shipped_screens

AXE = Path(__file__).parents[2] / "support" / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
TOO_WIDE = """() => {
  const out = (e) => e.getBoundingClientRect().right > window.innerWidth + 1 && !e.closest(".scroll, [data-testid=stHeader]");
  return [...document.querySelectorAll("main *, [data-testid=stMain] *")].filter(out).map((e) => e.outerHTML.slice(0, 80));
}"""
HEADINGS = """() => {
  const levels = [...document.querySelectorAll("[data-testid=stMain] :is(h1, h2, h3, h4)")].map((e) => Number(e.tagName[1]));
  return levels.filter((level, place) => level > (levels[place - 1] || 0) + 1);
}"""
SHELF = screens_in(shipped_screens()).screens
QUICK = "s01_case_view"
"""The screen that is always looked at, narrow; the others in the long walk."""
LOOKS = [
    (QUICK, NARROW),
    (QUICK, WIDE),
    *((name, width) for name in SHELF if name != QUICK for width in (WIDE, NARROW)),
]


def address(name: str) -> str:
    """Return where a screen opens, on the day on which there is something to judge."""
    return f"/skaerm?course={SHELF[name].courses[0]}&screen={name}"


def faults(page) -> list[str]:
    page.add_script_tag(path=AXE)
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules, preload: false})", RULES)
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found["violations"]]


@pytest.mark.parametrize(
    ("name", "width"),
    [pytest.param(*look, marks=() if look == (QUICK, NARROW) else pytest.mark.walk) for look in LOOKS],
)
def test_a_screen_fits_and_nobody_is_shut_out(visit, name, width):
    assert faults_of(settled(visit(address(name), ".screen.body", width).page)) == {}


@pytest.mark.walk
def test_a_task_is_solved_by_keyboard_alone(visit):
    page = visit(address("s29_my_consents"), ".screen.body").page
    button = page.locator("button:has-text('Se, om det lykkedes')").first
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".verdict.failure")
    page.get_by_role("radio", name="Stoppe ét område").focus()
    page.keyboard.press("Space")
    page.get_by_role("radio", name="Der deles ikke mere").focus()
    page.keyboard.press("Space")
    page.wait_for_timeout(1500)
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".verdict.success")


@pytest.mark.walk
def test_a_withdrawn_consent_changes_the_screen_and_the_numbers_beside_those_without(visit):
    page = visit(address("s29_my_consents"), ".screen.body").page
    assert page.locator("text=trukket tilbage").count() == 0
    page.locator("button:has-text('Borgeren trækker samtykke tilbage')").click()
    page.locator("button:has-text('Træk samtykket tilbage')").click()
    page.wait_for_selector(".screen.body >> text=samtykke trukket tilbage", timeout=240_000)
    page.wait_for_selector("text=uden tilbagekaldelse")
    page.locator("button:has-text('Lad samtykket stå')").click()
    page.wait_for_selector("button:has-text('Borgeren trækker samtykke tilbage')")


def test_a_link_and_its_code_lead_to_just_this_screen(visit):
    page = visit(address("s06_case_portal"), ".screen.body").page
    page.locator("button:has-text('Link til netop denne skærm')").click()
    page.wait_for_selector("img.code")
    link = page.locator("[data-testid=stCode]").inner_text().strip()
    page.wait_for_function("document.querySelector('img.code').naturalWidth > 100")
    svg = b64decode(page.locator("img.code").get_attribute("src").partition(",")[2]).decode()
    assert re.search(r' d="[^"]+"', svg)[0] in str(qr(link))
    assert "screen=s06_case_portal" in link
    page.goto(link)
    page.wait_for_selector(".screen.body")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    found = tmp_path_factory.mktemp("offline")
    for name, content in contents("rehabilitation/to_be_short", found):
        (found / name).parent.mkdir(parents=True, exist_ok=True)
        (found / name).write_bytes(content)
    return found


@pytest.fixture
def offline(browser, folder):
    """Return what opens the pages of a citizen of the folder, one for each screen, in a browser without a network."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, offline=True)
    pages = {path.name: path for path in sorted((folder / "da").rglob("henrik_39-1/*.html"))}
    wrong: list[str] = []

    def opening(name: str, kind: str = "", width: int = 390):
        path = pages[f"{name}-{SHELF[name].actors[0]}{kind}.html"]
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.on("pageerror", lambda fault: wrong.append(str(fault)))
        page.on("request", lambda asked: None if asked.url.startswith("file:") else wrong.append(asked.url))
        page.goto(path.as_uri())
        return page

    yield opening
    context.close()
    assert wrong == []


OFFLINE = [name for name, screen in SHELF.items() if "rehabilitation" in screen.courses]


@pytest.mark.walk
@pytest.mark.parametrize("name", OFFLINE)
def test_every_task_works_without_a_server(offline, name):
    page = offline(name)
    day = page.locator("article.day.start")
    assert page.evaluate(TOO_WIDE) == []
    assert faults(page) == []
    for form in day.locator("form.task").all():
        check = form.locator("button")
        if form.get_attribute("data-rule") == "answer":
            solve_choice(form, check)
            continue
        assert verdict(form, check) == "failure"
        of = (form.get_attribute("data-form") or "").split(" ")[0].partition("/")[2]
        if not day.locator(f"form[data-form='{of}']:not(.task)").count():
            continue  # a task for another role, whose page has the form
        fill_in(day, form.get_attribute("data-choices") or "{}")
        if form.get_attribute("data-rule") == "understood":
            for name_of in {one.get_attribute("data-field") for one in form.locator("input").all()}:
                chosen = day.locator(f"form:not(.task) input[name$='-{name_of}']:checked").get_attribute("value")
                form.locator(f"input[data-field='{name_of}'][value='{chosen}']").check()
        assert verdict(form, check) == "success"
        page.evaluate("localStorage.clear()")
        page.reload()


@pytest.mark.walk
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", ["s01_case_view", "s06_case_portal", "s08_shared_plan", "s13_checklist"])
def test_today_and_tomorrow_stand_beside_each_other_without_a_server(offline, name, width):
    page = offline(name, "-beside", width)
    tops = [one.bounding_box() for one in page.locator("article.day.start .screen.top").all()]
    assert len(tops) == 2
    assert (tops[0]["x"] < tops[1]["x"]) == (width == 1440)
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(HEADINGS.replace("[data-testid=stMain]", "body")) == []
    assert page.locator("h1:visible").count() == 1
    assert faults(page) == []
    page.get_by_role("link", name="Vis skærmen alene, med opgaver").click()
    page.wait_for_selector("article.day.start section.tasks")
    page.get_by_role("link", name="Vis i dag og i morgen ved siden af hinanden").click()
    page.wait_for_selector("article.day.start .beside")


@pytest.mark.walk
@pytest.mark.parametrize("width", [1440, 390])
def test_an_element_comes_with_its_answer_and_goes_with_another_without_a_server(offline, width):
    page = offline("s08_shared_plan", "", width)
    day = page.locator("article.day.start")
    element = day.locator("[data-element=talk_first]")
    assert not element.is_visible()
    day.get_by_role("radio", name="Ja, med en jeg kan se").check()
    assert element.is_visible()
    assert not day.locator(".condition").is_visible()
    assert page.evaluate(TOO_WIDE) == []
    assert faults(page) == []
    page.reload()
    assert element.is_visible()
    day.get_by_role("radio", name="Det kan ikke ses her").check()
    assert not element.is_visible()


@pytest.mark.walk
def test_what_is_written_stands_where_the_screen_shows_it_at_once_without_a_server(offline):
    page = offline("s13_checklist", "-beside", 1440)
    day = page.locator("article.day.start")
    day.locator("textarea").first.fill("en to tre")
    shown = day.locator("[data-element=placed]").all()
    assert ["en to tre" in one.inner_text() for one in shown] == [True, True]
    assert day.locator("textarea").nth(1).input_value() == "en to tre"
    day.locator("textarea").first.fill("")
    assert ["Intet er skrevet endnu." in one.inner_text() for one in shown] == [True, True]


@pytest.mark.walk
def test_every_branch_can_be_read_with_its_condition_where_scripts_are_off(browser, folder):
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(next((folder / "da").rglob("henrik_39-1/s08_shared_plan-housing_support.html")).as_uri())
    day = page.locator("article.day.start")
    said = "Vises, når «Støder den sammen med en anden indsats?» er besvaret med «Ja, med en jeg kan se»:"
    assert day.locator(".condition").inner_text() == said
    assert day.locator("[data-element=talk_first]").is_visible()
    context.close()


@pytest.mark.walk
def test_what_two_participants_chose_is_compared_as_they_type_without_a_server(offline):
    page = offline("s09_shared_categories")
    day = page.locator("article.day.start")
    fill_in(day, "{}")
    assert "Ens svar: 6 af 6" in day.locator(".kind-agreement .note").inner_text()
    day.locator("form[data-form='filing.2'] select").first.select_option(index=2)
    assert "Ens svar: 5 af 6" in day.locator(".kind-agreement .note").inner_text()
    assert day.locator(".kind-agreement tbody tr").first.locator("td").last.inner_text() == "forskelligt"


def solve_choice(form, check) -> None:
    right = set((form.get_attribute("data-right") or "").split())
    boxes = form.locator("input[type=checkbox]").all()
    assert verdict(form, check) == "unanswered"
    next(box for box in boxes if {box.get_attribute("value")} != right).check()
    assert verdict(form, check) == "failure"
    for box in boxes:
        box.set_checked(box.get_attribute("value") in right)
    assert verdict(form, check) == "success"


def fill_in(day, choices: str) -> None:
    import json

    wanted = json.loads(choices)
    day.evaluate("(e) => e.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for form in day.locator("form[data-form]:not(.task)").all():
        for area in form.locator("textarea, input[type=text]").all():
            area.fill("en to tre fire ord")
        for chooser in form.locator("select").all():
            field = chooser.get_attribute("name").removeprefix(f"{form.get_attribute('data-form')}-")
            chooser.select_option(wanted[field][0] if field in wanted else None, index=None if field in wanted else 1)
        names = dict.fromkeys(one.get_attribute("name") for one in form.locator("input:not([type=text])").all())
        for name in names:
            field = name.removeprefix(f"{form.get_attribute('data-form')}-")
            options = form.locator(f"input[name='{name}']").all()
            for one in options:
                if one.get_attribute("value") in wanted.get(field, [options[0].get_attribute("value")]):
                    one.check()


def verdict(form, check) -> str:
    check.click()
    said = form.locator(".verdict")
    assert said.inner_text()
    return (said.get_attribute("class") or "").removeprefix("verdict ")
