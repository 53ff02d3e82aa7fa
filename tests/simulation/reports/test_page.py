"""The page of a comparison: sound HTML, everything inline, both languages, the numbers of the object, and no way out."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from plotly.graph_objects import Figure
from plotly.offline import get_plotlyjs
from results_example import HOSTILE, Piece, empty_result, example_result, hostile_result, two_scenarios

from simulation.reports.page import comparison_page
from simulation.reports.page.bars import Piece as Bar
from simulation.reports.page.bars import axis_start
from simulation.reports.page.curves import outlines
from simulation.reports.page.numbers import number, signed
from simulation.reports.page.palette import (
    ACCENT,
    BETTER,
    CAUSE_COLOURS,
    EDGE,
    INK,
    LOOKS,
    OTHER_CAUSE,
    PAPER,
    SOFT,
    UNSURE,
    WARNING,
    WARNING_PAPER,
    WASH,
    WORSE,
    colour_of_cause,
    contrast,
    ink_on,
    number_of_cause,
)  # fmt: skip
from simulation.reports.page.plots import safe, wrapped
from simulation.reports.page.shown import Shown
from simulation.reports.page.where_time_went import changes
from simulation.reports.page.words import SENTENCES, Words, in_words
from simulation.values.causes import Cause

MADE = {"three": example_result, "two": two_scenarios, "empty": empty_result, "hostile": hostile_result}
PAGES = [(kind, lang) for kind in MADE for lang in ("da", "en")]
VOID = {"meta", "br", "line", "rect", "circle", "path", "wbr", "input", "img", "link"}


class Page(HTMLParser):
    """Reads a page and remembers what the tests ask for; wrong nesting is an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.tables: dict[str, list[list[str]]] = {}
        self.text: list[str] = []
        self.caption = ""
        self.feed(html.replace(get_plotlyjs(), ""))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{tag} has an attribute twice"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.caption = ""
        elif tag == "tr":
            self.tables[self.caption].append([])
        elif tag in ("td", "th"):
            self.tables[self.caption][-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag
        if tag == "caption":
            assert self.caption not in self.tables or HOSTILE[:9] in self.caption, self.caption
            self.tables[self.caption] = []

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)
            return
        if self.open and self.open[-1] != "style":
            self.text.append(data)
        if "caption" in self.open:
            self.caption += data.strip()
        elif "small" not in self.open and {"td", "th"} & set(self.open):
            self.tables[self.caption][-1][-1] += data.strip("\n")

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@cache
def read(kind: str, lang: str) -> Page:
    return Page(comparison_page(MADE[kind](), lang))


@pytest.fixture(params=PAGES, ids="_".join)
def told(request: pytest.FixtureRequest) -> tuple[str, str, Page]:
    kind, lang = request.param
    return kind, lang, read(kind, lang)


@pytest.fixture
def danish() -> Page:
    return read("three", "da")


def reads_as(text: str, value: float | None, *, scale: float = 1) -> bool:
    """Return whether a Danish number is a value, rounded to the decimals it shows."""
    if value is None:
        return text == "–"
    digits = re.sub(r"[\u202f\u00a0%+]", "", text).replace("−", "-").replace(",", ".")
    places = len(digits.partition(".")[2])
    return abs(float(digits) - scale * value) <= 0.5 * 10**-places + 1e-9


def test_the_page_is_sound(told: tuple[str, str, Page]) -> None:
    _, lang, page = told
    assert page.all("html") == [{"lang": lang}]
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert all(attrs["href"][1:] in ids for attrs in page.all("a") if attrs["href"])
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_and_figures_say_what_they_are(told: tuple[str, str, Page]) -> None:
    _, _, page = told
    assert len(page.all("caption")) == len(page.all("table"))
    assert {attrs.get("scope") for attrs in page.all("th")} <= {"col", "row"}
    images = [attrs for _, attrs in page.tags if attrs.get("role") == "img"]
    assert all(attrs["aria-label"] for attrs in images)
    assert all(attrs.get("aria-hidden") == "true" for attrs in page.all("svg"))
    assert len(images) == len([attrs for attrs in page.all("script") if attrs.get("type") == "application/json"])


def test_nothing_is_fetched_from_anywhere(told: tuple[str, str, Page]) -> None:
    _, _, page = told
    assert not [
        a for _, a in page.tags if any(a.get(name, "#")[0] != "#" for name in ("src", "href", "action", "data"))
    ]
    assert not {"link", "img", "iframe", "object", "embed", "form"} & {tag for tag, _ in page.tags}
    assert any("default-src 'none'" in (attrs.get("content") or "") for attrs in page.all("meta"))


def test_style_fetches_nothing() -> None:
    html = comparison_page(example_result(), "da")
    styles = re.findall(r"<style>(.*?)</style>", html, flags=re.DOTALL)
    assert styles
    assert not re.search(r"@import|url\(|https?:", "".join(styles))
    assert html.count(get_plotlyjs()) == 1


def test_nothing_undefined_is_written(told: tuple[str, str, Page]) -> None:
    words = " ".join(told[2].text)
    assert not re.search(r"\b(None|nan|inf|Undefined)\b|\{\w*\}" if told[0] != "hostile" else r"\bNone\b", words)


def test_both_languages_have_every_sentence_with_the_same_places() -> None:
    def places(sentence: str) -> list[str]:
        return sorted(set(re.findall(r"\{(\w+)\}", sentence)))

    da, en = SENTENCES["da"], SENTENCES["en"]
    assert list(da) == list(en)
    assert {key: places(da[key]) for key in da} == {key: places(en[key]) for key in en}
    assert all(da.values())
    assert all(en.values())


def test_a_page_speaks_one_language() -> None:
    for lang, other in (("da", "en"), ("en", "da")):
        text = " ".join(" ".join(read("empty", lang).text).split())
        foreign = [s for key, s in SENTENCES[other].items() if len(s) > 30 and s != SENTENCES[lang][key]]
        assert not [sentence for sentence in foreign if sentence in text]


def test_the_main_measures_are_those_of_the_object(danish: Page) -> None:
    result = example_result()
    rows = danish.tables["Hovedmålene i tal"][1:]
    shown = {row[0].strip(): row[1:4] for row in rows}
    for measure in result["measures"]:
        if measure["title"]["da"] in shown:
            scale = 100 if measure["unit"] == "share" else 1
            cells = zip(shown[measure["title"]["da"]], measure["values"], strict=True)
            assert all(reads_as(cell.strip(), value["mean"], scale=scale) for cell, value in cells)
    assert len(shown) == 8


def expected(result: Piece) -> Iterator[tuple[str, list[list[float]], float]]:
    """Yield caption, columns of the scenarios, and scale of the plain tables."""
    fall, work = result["waterfall"], result["work"][:-1]
    minutes = [[sum(per.values()) for per in one["minutes"]] for one in work]
    yield "Gennemløbstiden efter årsag, dage pr. sag", [*(c["days"] for c in fall["causes"]), fall["lead_days"]], 1
    yield "Dage pr. sag under hvert mærkat", [one["days"] for one in fall["overlays"]], 1
    yield "Manglende oplysninger pr. sag efter grund", [gap["items_per_case"] for gap in result["gaps"]], 1
    waves, known = result["snowball"]["waves"], result["snowball"]["known_share"]
    yield "Indehavere pr. sag efter led i kæden", [list(wave) for wave in zip(*waves, strict=True)], 1
    yield "Andel af indehaverne, der er kendt", [[one[d] for one in known] for d in (0, 7, 14, 30, 60, 90, 120)], 100
    shares = result["gathering"]["shares"]
    yield "Hele fordelingen: andel af sagerne efter dage", [list(one) for one in zip(*shares, strict=True)], 100
    yield "Arbejde pr. aktør, minutter pr. sag", [*minutes, summed(minutes)], 1
    costs = [one["cost_dkk"] for one in work]
    yield "Arbejdets pris pr. aktør, kr. pr. sag", [*costs, summed(costs)], 1
    sent = [one["per_case"] for one in result["messages"]]
    yield "Beskeder pr. sag efter kanal", [*sent, summed(sent)], 1


def summed(lines: list[list[float]]) -> list[float]:
    return [sum(line[place] for line in lines) for place in range(3)]


@pytest.mark.parametrize(("caption", "lines", "scale"), list(expected(example_result())))
def test_every_number_of_a_table_is_that_of_the_object(
    danish: Page, caption: str, lines: list[Any], scale: float
) -> None:
    rows = danish.tables[caption][1:]
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        assert all(reads_as(cell.strip(), value, scale=scale) for cell, value in zip(row[1:4], line, strict=True)), row
        differences = [value - line[0] for value in line[1:]]
        cells = [cell.strip() for cell in row[4:]]
        assert all(reads_as(cell, value, scale=scale) for cell, value in zip(cells, differences, strict=False)), row


def test_the_last_bin_of_the_gathering_is_open_in_table_and_figure(danish: Page) -> None:
    assert danish.tables["Hele fordelingen: andel af sagerne efter dage"][-1][0].strip() == "120 og derover"
    figure = outlines(Shown(example_result(), "da"), example_result()["gathering"])
    assert [trace["hovertext"][-2].split(":")[0] for trace in figure["data"]] == [
        f"{title}<br>120 og derover" for title in (key.title for key in Shown(example_result(), "da").keys)
    ]


def test_personas_stand_with_the_worst_off_first(danish: Page) -> None:
    result = example_result()
    measure = next(one for one in result["measures"] if one["id"] == "lead_time_days")
    titles = {one["id"]: one["title"] for one in result["personas"]}
    ordered = sorted(measure["personas"].items(), key=lambda pair: -pair[1]["values"][0])
    rows = danish.tables["Gennemløbstid, dage, for hver borger"][1:]
    assert [row[0].strip() for row in rows] == [titles[name] for name, _ in ordered]
    for row, (_, one) in zip(rows, ordered, strict=True):
        assert all(reads_as(cell.strip(), value) for cell, value in zip(row[1:4], one["values"], strict=True))


def test_what_the_course_cannot_show_and_its_frame_are_told_in_words(danish: Page) -> None:
    text = " ".join(" ".join(danish.text).split())
    assert "E1 Koordineret på tværs: ingen kontakter. Spørg på workshoppen." in text
    assert "Kommuneprofil: Mellemstor kommune · Regelsæt: Regler til prøver" in text


def test_effects_are_only_ever_indicators(danish: Page) -> None:
    rows = danish.tables["Indikatorer for de otte effekter før og efter"][1:]
    assert [row[0].strip()[:16] for row in rows] == ["Indikator for E4", "Indikator for E5", "Indikator for E6"]
    text = " ".join(danish.text)
    assert all(f"{code} {SENTENCES['da'][code]}: " in text for code in ("E1", "E2", "E3", "E7", "E8"))


@pytest.mark.parametrize("lang", ["da", "en"])
def test_figures_are_such_as_plotly_draws_and_hold_no_markup_of_others(lang: str) -> None:
    for kind in ("three", "hostile"):
        specs = [json.loads(script) for script in read(kind, lang).scripts if script.startswith('{"data"')]
        assert len(specs) == 11
        for spec in specs:
            Figure(data=spec["data"], layout=spec["layout"])
            for text in strings(spec):
                assert "$" not in text
                assert not re.sub(r"</?b>|<br>", "", text).count("<")


def strings(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict | list):
        for value in thing.values() if isinstance(thing, dict) else thing:
            yield from strings(value)


def test_hostile_text_stays_text() -> None:
    page, plain = read("hostile", "da"), read("three", "da")
    assert len(page.all("script")) == len(plain.all("script"))
    assert not page.all("img")
    assert HOSTILE in " ".join(page.text)
    assert not [attrs for _, attrs in page.tags if any(name.startswith("on") for name in attrs)]
    assert safe('a <b>\n$x$ & "') == 'a &lt;b&gt; &#36;x&#36; &amp; "'


@pytest.mark.parametrize("state", ["none", "outdated"])
def test_what_was_not_tried_says_how_to_try_it(state: str) -> None:
    result = two_scenarios()
    result["rests_on"]["state"] = state
    text = " ".join(Page(comparison_page(result, "da")).text)
    assert SENTENCES["da"][f"rests.{state}"] in text
    assert result["rests_on"]["command"] in text


def test_the_bars_of_a_waterfall_lead_from_the_first_total_to_the_last() -> None:
    result = example_result()
    fall = result["waterfall"]
    for place in (1, 2):
        pieces = changes(Shown(result, "da"), fall, place)  # type: ignore[arg-type]
        assert fall["lead_days"][0] + sum(piece.days for piece in pieces) == pytest.approx(
            fall["lead_days"][place], abs=0.05
        )
        assert [piece.days for piece in pieces] == sorted(piece.days for piece in pieces)
    assert axis_start([Bar("a", 157, is_total=True), Bar("b", -15), Bar("c", 142, is_total=True)]) == 130
    assert axis_start([Bar("a", 157, is_total=True), Bar("b", -150), Bar("c", 7, is_total=True)]) == 0


def difference(mean: float, low: float, high: float, wording: str = "") -> Any:
    is_certain = bool(wording)
    return {
        "mean": mean,
        "low": low,
        "high": high,
        "certain": is_certain,
        "wording": wording or "no_certain_difference",
    }


@pytest.mark.parametrize(
    ("given", "unit", "better", "da", "en"),
    [
        (difference(-12, -15, -9, "less"), "days", "less", "12 dage kortere (95 %: 9 til 15), bedre", "12 days shorter (95%: 9 to 15), better"),
        (difference(3.5, 3, 4, "more"), "days", "less", "3,5 dage længere (95 %: 3,0 til 4,0), dårligere", "3.5 days longer (95%: 3.0 to 4.0), worse"),
        (difference(0.08, 0.05, 0.11, "more"), "share", "more", "8,0 procentpoint højere (95 %: 5,0 til 11,0), bedre", "8.0 percentage points higher (95%: 5.0 to 11.0), better"),
        (difference(-1240, -1300, -1180, "less"), "dkk", "less", "1 240 kr. mindre (95 %: 1 180 til 1 300), bedre", "DKK 1,240 less (95%: 1,180 to 1,300), better"),
        (difference(1, -2, 5), "days", "less", "ingen sikker forskel (95 %: 2,0 kortere til 5,0 længere)", "no certain difference (95%: 2.0 shorter to 5.0 longer)"),
        (difference(0.4, 0.1, 0.7), "count", "less", "ingen sikker forskel (95 %: 0,10 til 0,70 flere)", "no certain difference (95%: 0.10 to 0.70 more)"),
        (difference(0, 0, 0), "days", "less", "ingen sikker forskel (95 %: præcis 0)", "no certain difference (95%: exactly 0)"),
        (difference(0.5, 0.2, 0.8, "more"), "count", "none", "0,50 flere (95 %: 0,20 til 0,80)", "0.50 more (95%: 0.20 to 0.80)"),
        (None, "days", "less", "kan ikke opgøres", "not defined"),
    ],
)  # fmt: skip
def test_a_difference_in_words(given: Any, unit: str, better: str, da: str, en: str) -> None:
    spaces = re.compile("[\u00a0\u202f]")
    assert spaces.sub(" ", in_words(given, unit, better, "da")) == da
    assert spaces.sub(" ", in_words(given, unit, better, "en")) == en


@pytest.mark.parametrize(
    ("value", "unit", "da", "en"),
    [
        (46.2, "days", "46", "46"), (9.96, "days", "10", "10"), (9.44, "days", "9,4", "9.4"), (0.126, "count", "0,13", "0.13"),
        (1234567.0, "dkk", "1\u202f234\u202f567", "1,234,567"), (0.0934, "share", "9,3\u00a0%", "9.3%"), (0.62, "share", "62\u00a0%", "62%"),
        (-0.001, "count", "0,00", "0.00"), (None, "days", "–", "–"), (float("nan"), "days", "–", "–"),
    ],
)  # fmt: skip
def test_a_number_is_rounded_and_written_as_its_language_does(value: float | None, unit: str, da: str, en: str) -> None:
    assert number(value, unit, "da") == da
    assert number(value, unit, "en") == en


def test_a_sign_stands_before_what_is_not_zero() -> None:
    assert [signed(value, "days", "da") for value in (12.0, -12.0, 0.0)] == ["+12", "−12", "0"]


def test_two_months_are_spoken_of_as_two_months() -> None:
    assert [Words("da").mark(days) for days in (61, 30.5, 28)] == ["to\u00a0måneder", "én måned", "28\u00a0dage"]


def test_colours_are_seen_on_white_and_text_is_read() -> None:
    graphics = [*CAUSE_COLOURS.values(), OTHER_CAUSE, *(look.colour for look in LOOKS), EDGE]
    assert all(contrast(colour, PAPER) >= 3 for colour in graphics)
    assert all(contrast(ink_on(colour), colour) >= 4.5 for colour in (*CAUSE_COLOURS.values(), OTHER_CAUSE))
    texts = (INK, SOFT, ACCENT, BETTER, WORSE, UNSURE, WARNING, *(look.colour for look in LOOKS))
    assert all(contrast(colour, PAPER) >= 4.5 for colour in texts)
    assert all(contrast(ink, paper) >= 4.5 for ink in (INK, SOFT) for paper in (WASH, WARNING_PAPER))


def test_each_cause_has_its_own_colour_and_number_and_each_scenario_its_own_sign() -> None:
    assert set(CAUSE_COLOURS) == set(Cause)
    assert len({colour_of_cause(cause.name.lower()) for cause in Cause}) == len(Cause)
    assert [number_of_cause(cause.name.lower()) for cause in Cause] == list(range(1, 13))
    for part in ("colour", "dash", "strokes", "marker", "pattern"):
        assert len({getattr(look, part) for look in LOOKS}) == len(LOOKS)


def test_the_same_object_gives_the_same_page() -> None:
    assert comparison_page(example_result(), "da") == comparison_page(example_result(), "da")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Rehabiliteringsteamets sekretariat", 17, "Rehabiliteringsteamets<br>sekretariat"),
        ("Stofmisbrugsbehandling (§ 101)", 17, "Stofmisbrugsbehandling<br>(§ 101)"),
        ("Hjemme- og sygepleje", 12, "Hjemme- og<br>sygepleje"),
        ("Bostøtte (§ 85)", 13, "Bostøtte<br>(§ 85)"),
        ("x" * 50, 10, "<br>".join(["x" * 24, "x" * 24, "xx"])),
        ("en to tre fire fem seks", 8, "en to<br>tre fire<br>fem seks"),
        ("en to tre fire fem seks syv otte", 8, "en to<br>tre fire<br>fem …"),
    ],
)
def test_labels_break_between_words(text: str, width: int, lines: str) -> None:
    assert wrapped(text, width) == lines
