"""Tables for other programs: no text becomes a formula, and nothing else changes."""

import csv
import io
import re
import zipfile

import polars as pl
import pytest
import xlsxwriter

from simulation.exchange import tables
from simulation.exchange.tables import safe, write_csv, write_xlsx

HOSTILE = (
    "=1+1", "=HYPERLINK(\"http://evil.example\";\"x\")", "=cmd|' /C calc'!A0", "=SUM(A1:A9)", "==1", "= 1",
    "+1+1", "+cmd|'/C calc'!A0", "++1", "-1+1", "-2+3+cmd|' /C calc'!A0", "--1",
    "@SUM(1+1)", "@A1", "@@", "\t=1+1", "\t", "\r=1+1", "\r\n=1+1", "\n=1+1", "\n-1", "\0=1+1", "\0",
    "＝1+1", "＋1", "－1", "＠SUM(1)", "=DDE(\"cmd\";\"/C calc\";\"x\")", "=IMPORTXML(\"http://evil.example\")",
    "=WEBSERVICE(\"http://evil.example\")", "-", "=", "+", "@",
)  # fmt: skip
HARMLESS = (
    "a=b",
    "1-1",
    "ingrid_78",
    "",
    " ",
    "æøå",
    "'quoted'",
    'with "quotes"',
    "a,b;c",
    "http://x.example",
    "a@b.dk",
)


def table() -> pl.DataFrame:
    words = [*HOSTILE, *HARMLESS, None]
    return pl.DataFrame({"text": words, "number": [-float(place) for place in range(len(words))]})


@pytest.mark.parametrize("word", HOSTILE)
def test_what_a_spreadsheet_would_calculate_has_an_apostrophe_in_front(word):
    assert safe(pl.DataFrame({"text": [word]}))["text"].to_list() == [f"'{word}"]


def test_everything_else_stays_as_it_is():
    found = safe(table())
    assert found["text"].to_list()[len(HOSTILE) :] == [*HARMLESS, None]
    assert found["number"].equals(table()["number"])
    assert safe(pl.DataFrame({"number": [-1]}))["number"].to_list() == [-1]


@pytest.fixture
def hostile_run(monkeypatch):
    """Let every table of a run hold hostile words."""
    monkeypatch.setattr(tables, "whole", lambda run, name: table())


@pytest.mark.usefixtures("hostile_run")
def test_text_comes_back_from_csv_behind_its_apostrophe(tmp_path):
    paths = list(write_csv(tmp_path, tmp_path / "out"))
    assert [path.name for path in paths] == ["events.csv", "citizens.csv"]
    text = paths[0].read_bytes().decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert [row[0] for row in rows[1:]] == [*(f"'{word}" for word in HOSTILE), *HARMLESS, ""]
    assert [float(row[1]) for row in rows[1:]] == table()["number"].to_list()


@pytest.mark.usefixtures("hostile_run")
def test_a_workbook_holds_text_and_numbers_and_nothing_that_calculates(tmp_path):
    (path,) = write_xlsx(tmp_path, tmp_path / "run.xlsx")
    with zipfile.ZipFile(path) as book:
        names = book.namelist()
        sheets = [book.read(name).decode() for name in names if name.startswith("xl/worksheets/sheet")]
        strings = book.read("xl/sharedStrings.xml").decode()
    assert len(sheets) == 2
    assert not any(
        "external" in name.lower() or (name.endswith(".rels") and "sheet" in name and "hyper" in name) for name in names
    )
    for sheet in sheets:
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet
        cells = re.findall(r'<c r="([AB])\d+"(?: s="\d+")?( t="s")?>', sheet)
        assert {kind for column, kind in cells[2:] if column == "B"} == {""}
        assert {kind for column, kind in cells[2:] if column == "A"} == {' t="s"'}
    texts = re.findall(r"<t(?: xml:space=\"preserve\")?>(.*?)</t>", strings, re.DOTALL)
    assert not [text for text in texts if text.startswith(tables.FORMULA)]


@pytest.mark.usefixtures("hostile_run")
def test_a_workbook_does_not_say_when_it_was_made(tmp_path):
    (path,) = write_xlsx(tmp_path, tmp_path / "run.xlsx")
    with zipfile.ZipFile(path) as book:
        assert {part.date_time[0] for part in book.infolist()} == {1980}
        days = re.findall(r"<dcterms:(?:created|modified)[^>]*>(.{10})", book.read("docProps/core.xml").decode())
    assert days == ["1980-01-01"] * 2


def test_a_sheet_that_is_full_goes_on_in_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "whole", lambda run, name: pl.DataFrame({"number": range(5)}))
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    (path,) = write_xlsx(tmp_path, tmp_path)
    assert path == tmp_path / "run.xlsx"
    with zipfile.ZipFile(path) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert names == [name + part for name in ("events", "citizens") for part in ("", " 2", " 3")]
    assert xlsxwriter.__version__
