"""The print kit in a real browser: it asks nothing of anybody and comes out on the paper that its index says."""

import re
from pathlib import Path

import pytest

from simulation.reading.scenario import scenario_named
from simulation.reports.kit import MAKERS, files_of

SMALLEST = 11
"""Points; what people read at a table."""
CARDS = ("3-", "4-", "6-", "7-", "8-")
OVER = """() => [...document.querySelectorAll(".whole, .whole .inner, .half")]
  .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.className + ": " + one.textContent.slice(0, 40))"""
SIZES = """() => [...document.querySelectorAll("main *")]
  .filter((one) => !one.closest("svg") && [...one.childNodes].some((part) => part.nodeType === 3 && part.data.trim()))
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"""


def pages_in(pdf: bytes) -> list[tuple[int, int]]:
    """Return the size of each page of a PDF, in whole points."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(found) == len(re.findall(rb"/Type /Page\b", pdf))
    return [(round(float(width)), round(float(height))) for width, height in found]


@pytest.fixture(
    scope="module",
    params=["rehabilitation/to_be_long", pytest.param("dual_diagnosis/to_be_long", marks=pytest.mark.walk)],
)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the kit of a scenario."""
    made = tmp_path_factory.mktemp("kit")
    for name, content in files_of(scenario_named(request.param), "da", "1", "http://192.168.8.20:8501").items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_bytes(content)
    return made


@pytest.mark.parametrize("language", ["dansk", pytest.param("english", marks=pytest.mark.walk)])
def test_every_part_prints_on_its_paper_without_the_network(browser, folder, language):
    page = browser.new_page()
    asked, said = [], []
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda one: said.append(one.text))
    page.goto((folder / language / "index.html").as_uri())
    rows = page.locator("tbody tr").all()
    index = [[row.locator("a").get_attribute("href"), *row.locator("td").all_inner_texts()[:2]] for row in rows]
    assert len(index) == len(MAKERS)
    for file, paper, sheets in index:
        page.goto((folder / language / file).as_uri())
        page.emulate_media(media="print")
        assert page.evaluate(OVER) == [], file
        assert min(page.evaluate(SIZES)) >= SMALLEST - 0.01 or not file.startswith(CARDS), file
        printed = pages_in(page.pdf(prefer_css_page_size=True))
        assert set(printed) == {size_of(paper)}, file
        assert not sheets.isdigit() or len(printed) == int(sheets), file
    assert [url for url in asked if not url.startswith(folder.as_uri())] == []
    assert said == []
    page.close()


def size_of(paper: str) -> tuple[int, int]:
    """Return width and height in points of a paper, as the index names it in either language."""
    short, long = (842, 1191) if paper.startswith("A3") else (595, 842)
    return (long, short) if paper.endswith(("liggende", "landscape")) else (short, long)
