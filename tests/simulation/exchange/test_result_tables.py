"""A result as tables for spreadsheets."""

from io import BytesIO
from zipfile import ZipFile

import polars as pl
import pytest
from results_example import example_result

from simulation.exchange.result_tables import as_csv, as_xlsx, tables_of


def test_every_measure_stands_with_its_numbers_and_difference():
    result = example_result()
    measure = result["measures"][0]
    found = tables_of(result, "da")["measures"].filter(pl.col("id") == measure["id"])
    assert found["mean"].to_list() == [value["mean"] for value in measure["values"]]
    assert found["difference_mean"].to_list() == [one and one["mean"] for one in measure["differences"]]
    assert found["title"].unique().to_list() == [measure["title"]["da"]]


def test_causes_add_up_to_the_lead_time_of_the_result():
    result = example_result()
    causes = tables_of(result, "en")["causes"]
    for place, scenario in enumerate(result["scenarios"]):
        days = causes.filter(pl.col("scenario") == scenario["title"]["en"])["days"].sum()
        assert days == pytest.approx(result["waterfall"]["lead_days"][place], rel=0.02)


def test_no_title_becomes_a_formula():
    result = example_result()
    result["scenarios"][0]["title"] = {"da": "=1+1", "en": "=1+1"}
    assert b",=1+1" not in as_csv(result, "da")
    assert b"'=1+1" in as_csv(result, "da")
    with ZipFile(BytesIO(as_xlsx(result, "da"))) as book:
        assert all(b"<f>" not in book.read(name) for name in book.namelist() if "worksheets/" in name)


def test_the_same_result_gives_the_same_workbook():
    assert as_xlsx(example_result(), "da") == as_xlsx(example_result(), "da")
