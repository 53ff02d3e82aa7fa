"""The small picture: well-formed, self-contained, and with the numbers of the result."""

import json
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from simulation.reports.page.palette import BETTER, INK, PAPER, SOFT, WORSE, contrast
from simulation.reports.picture import Bar, picture, scale_of, waterfall_rows

SVG = "{http://www.w3.org/2000/svg}"


def said(da, en):
    return {"da": da, "en": en}


def measure(name, **levels):
    values = [{key: numbers[place] for key, numbers in levels.items()} for place in range(2)]
    return {"id": name, "values": values}


def result(**changed):
    """Return as much of a result object as the picture reads; all numbers are invented."""
    causes = {"own_desk": (40.0, 30.0), "answering": (20.0, 12.5), "certificate": (25.0, 28.0), "consent": (5.0, 4.9)}
    return {
        "scenarios": [
            {"title": said("I dag", "Today"), "course": said("Prøve", "Trial")},
            {"title": said("I morgen", "Tomorrow <& after>"), "course": said("Prøve", "Trial")},
        ],
        "design": {"replications": 3, "citizens": 50, "seed": 1, "simulated_citizens": 150},
        "measures": [
            measure("gathering_days", median=(41.2, 26.7)),
            measure("gathering_above_mark", mean=(0.123, 0.041)),
        ],
        "gathering": {
            "mark_days": 61.0,
            "edges_days": [0, 7, 14, 63, 70],
            "shares": [[0, 0.4, 0.5, 0.1], [0.2, 0.8, 0, 0]],
        },
        "waterfall": {
            "causes": [{"id": name, "title": said(name, name), "days": list(days)} for name, days in causes.items()],
            "lead_days": [90.0, 75.4],
        },
    } | changed


def texts(drawn):
    return [one.text for one in ElementTree.fromstring(drawn).iter(f"{SVG}text")]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_it_is_well_formed_and_has_a_title_and_a_description(lang):
    root = ElementTree.fromstring(picture(result(), lang))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("viewBox").split()[2] == root.get("width")
    named = {one.get("id"): one.text for one in root if one.tag in (f"{SVG}title", f"{SVG}desc")}
    assert set(named) == set(root.get("aria-labelledby").split())
    assert all(named.values())


def test_it_asks_for_nothing_from_elsewhere():
    drawn = picture(result(), "en").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|url\(|href|@import|<script|<style|<image|<foreignObject|\bon\w+=", drawn)


def test_it_shows_the_numbers_of_the_result():
    shown = texts(picture(result(), "en"))
    for number in ("median 41 days", "12% above the mark", "90.0", "−10.0", "−7.5", "+3.0", "75.4", "40.0 → 30.0"):
        assert number in shown
    assert "two months (61 days)" in shown


def test_numbers_are_danish_in_danish():
    shown = texts(picture(result(), "da"))
    assert {"−7,5", "75,4", "to måneder (61 dage)"} <= set(shown)


def test_the_description_says_the_same_in_words():
    described = ElementTree.fromstring(picture(result(), "en")).find(f"{SVG}desc").text
    assert "Today: median 41 days" in described
    assert "own_desk −10.0" in described


def test_titles_are_escaped():
    drawn = picture(result(), "en")
    assert "Tomorrow <& after>" in texts(drawn)
    assert "Tomorrow &lt;&amp; after&gt;" in drawn


def test_small_causes_are_drawn_together_and_all_add_up():
    rows = waterfall_rows(result(), "en")
    assert [row.label for row in rows] == [
        "Today", "own_desk", "answering", "certificate", "other causes", "Tomorrow <& after>"
    ]  # fmt: skip
    assert rows[-2].end == pytest.approx(rows[-1].end)


def test_a_mark_that_is_not_two_months_is_called_a_mark():
    other = result()["gathering"] | {"mark_days": 30.0}
    assert "mark: 30 days" in texts(picture(result(gathering=other), "en"))


def test_an_open_last_bin_is_drawn_and_said():
    drawn = texts(picture(result(gathering=result()["gathering"] | {"edges_days": [0, 7, 14, 63]}), "en"))
    assert "Share of cases by length in weeks; ▼ is the median; the last step is 63 days and over" in drawn


def test_what_was_not_measured_is_left_out():
    empty = {"mark_days": None, "edges_days": [0, 7], "shares": [[0.0], [0.0]]}
    left = {"causes": [], "lead_days": [None, None]}
    assert len(texts(picture(result(gathering=empty, waterfall=left, measures=[]), "en"))) == 1


def test_an_axis_is_cut_only_where_the_changes_would_be_too_small():
    def total(days):
        return Bar("", 0.0, days, "", INK, "")

    assert scale_of([total(100.0), total(90.0)]).first == 80.0
    assert scale_of([total(100.0), total(30.0)]).first == 0.0
    assert scale_of([total(100.0), total(100.0)]).first == 0.0


@pytest.mark.parametrize("colour", [INK, SOFT, BETTER, WORSE])
def test_text_can_be_read(colour):
    assert contrast(colour, PAPER) >= 4.5


def test_the_command_writes_a_file(tmp_path):
    source, target = tmp_path / "result.json", tmp_path / "picture.svg"
    source.write_text(json.dumps(result()), encoding="utf-8")
    command = [sys.executable, "-m", "simulation.reports.picture", str(source), str(target), "da"]
    subprocess.run(command, check=True)
    assert target.read_text(encoding="utf-8") == picture(result(), "da")
