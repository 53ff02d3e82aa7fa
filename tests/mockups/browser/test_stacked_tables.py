"""A wide table on a phone: each row a card with column names beside values, and still a table for who listens."""

import pytest

from mockups.elements.html import html_of, style
from mockups.texts import Texts
from mockups.views.screen_blocks import Block, Grid, Sheet, Value

HEADS = ("Område", "Aktør", "Status", "Hvad, og hvor gammelt det er", "Dato", "Hvorfor ser jeg det?")
ROWS = (
    ("Økonomi", "Bank, forsikring, pension og gæld", "ukendt", "", "20.08.2024 (dag 52)", "borgerens samtykke"),
    (
        "Stofmisbrugsbehandlingsafdelingerne",
        "Egen læge",
        "har oplysninger",
        "Lægeattest",
        "25.09.2024 (dag 88)",
        "borgerens samtykke",
    ),
)
SIDEWAYS = "() => [...document.querySelectorAll('.scroll')].filter((e) => e.scrollWidth > e.clientWidth + 1).length"
CUT = "() => [...document.querySelectorAll('tbody tr')].filter((e) => e.scrollWidth > e.clientWidth + 1).length"
SHOWN = "() => [...document.querySelectorAll('td')].map((e) => getComputedStyle(e, '::before').content)"


def screen(columns: int) -> str:
    rows = tuple(tuple(Value(text, "row:1") for text in row[:columns]) for row in ROWS)
    block = Block("areas", "areas", "Indsatser", "", (Grid(HEADS[:columns], rows, ""),))
    sheet = Sheet("s", "S1", "Skærm", "mail", "Mail", "Du er: Jobcenter", (), (), (block,))
    return html_of(sheet, Texts("da"))


@pytest.fixture
def table(browser):
    """Return what shows a screen with one table of some columns at a width."""
    opened = []

    def showing(width: int, columns: int = len(HEADS)):
        page = browser.new_page(viewport={"width": width, "height": 800})
        opened.append(page)
        page.set_content(f'<html lang="da"><style>{style()}</style><body>{screen(columns)}</body></html>')
        return page

    yield showing
    for page in opened:
        page.close()


def test_on_a_phone_names_of_columns_stand_beside_values_and_nothing_lies_to_the_side(table):
    page = table(390)
    assert page.evaluate(SIDEWAYS) == page.evaluate(CUT) == 0
    assert page.evaluate(SHOWN)[6:12] == [f'"{head}" / ""' for head in HEADS]
    value = page.get_by_text("Egen læge").bounding_box()
    below = page.get_by_text("har oplysninger").bounding_box()
    assert value["y"] + value["height"] <= below["y"]
    assert page.get_by_role("columnheader").all_inner_texts() == list(HEADS)
    cells = page.get_by_role("row").nth(1).get_by_role("cell")
    said = [text.replace("\u00a0", " ") for text in cells.all_inner_texts()]
    assert said == list(ROWS[0])  # the empty one too, so that columns count alike
    assert not cells.nth(3).evaluate("(e) => e.clientHeight > 1")


def test_where_there_is_room_it_is_a_plain_table(table):
    page = table(1440)
    assert set(page.evaluate(SHOWN)) == {"none"}
    value = page.get_by_text("Egen læge").bounding_box()
    assert value["y"] == page.get_by_text("har oplysninger").bounding_box()["y"]


def test_a_table_of_two_columns_stays_one_on_a_phone(table):
    page = table(390, columns=2)
    assert page.evaluate(SIDEWAYS) == page.evaluate(CUT) == 0
    assert set(page.evaluate(SHOWN)) == {"none"}
    value = page.get_by_text("Økonomi").bounding_box()
    assert value["y"] == page.get_by_text("Bank, forsikring").bounding_box()["y"]
