"""Every page as a visitor meets it, in Danish and English."""

import json
import re
from dataclasses import replace

import pytest
from results_example import example_result

from mockups.texts import Texts
from mockups.views.choices import Size, courses, design_of
from simulation import sections_of

LANGUAGES = ("da", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["start", "compare"])
def test_a_page_has_one_heading_a_banner_and_no_fault(opened, words_of, page, lang):
    at = opened(page, lang=lang)
    texts = Texts(lang)
    assert not at.exception
    assert not at.error
    assert [title.value for title in at.title] == [texts(f"{page}.title")]
    assert texts("banner") in words_of(at)


def test_the_start_page_shows_each_course_with_its_picture_and_plays_it(opened, words_of, stored, tmp_path):
    at = opened()
    found = courses("da", tmp_path)
    assert [header.value for header in at.header] == [course.title for course in found]
    assert words_of(at).count('<img class="picture"') == len(found)
    assert [design_of(course.main, Size()) for course in found] == stored.asked[: len(found)]


def test_one_button_leads_from_start_to_the_comparison_of_the_course(opened, stored, tmp_path):
    at = opened()
    course = courses("da", tmp_path)[-1]
    at.button(key=f"run-{course.id}").click().run()
    assert [title.value for title in at.title] == ["Sammenlign"]
    assert stored.asked[-1] == design_of(course.main, Size())
    assert at.query_params["course"] == course.id


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [section.id for section in sections_of(example_result(), "da")])
def test_each_section_of_the_report_is_shown_with_its_numbers_and_figures(opened, words_of, lang, name):
    from simulation import figures_in, html_of

    section = next(one for one in sections_of(example_result(), lang) if one.id == name)
    at = opened("compare", lang=lang, section=name)
    assert not at.exception
    assert section.title in [header.value for header in at.header]
    figures = [(figure.alt, figure.spec) for figure in figures_in(section.blocks)]
    drawn = [json.loads(one.proto.json) for one in at.get("bidi_component") if one.proto.component_name == "figure"]
    assert [(one["alt"], json.loads(one["spec"])) for one in drawn] == figures
    tables = [block for block in section.blocks if block.kind in ("table", "headlines")]
    inside = [html_of([block], "x").split("\n", 1)[1].rsplit("</div>", 1)[0].strip() for block in tables]
    told = re.sub(r"<a .*?>|</a>", "", words_of(at))  # what names a measure leads to what it means
    assert all(one in told for one in inside)


def test_a_comparison_under_way_says_how_far_it_is(opened, words_of, stored):
    stored.snapshot = replace(stored.snapshot, name="some", done=4, counted=2)
    assert "4 af 20 gentagelser – tallene bygger på 2 og bliver skarpere" in words_of(opened("compare"))


def test_all_are_said_to_be_played_only_where_the_numbers_are_of_all(opened, stored, monkeypatch):
    sharp, said = stored.snapshot, []
    rough = replace(sharp, name="rough", counted=8)
    told = iter((rough, sharp))
    monkeypatch.setattr(stored, "ask", lambda *_, **__: next(told))
    monkeypatch.setattr("mockups.parts.live.html", lambda words: said.append(re.sub("<.*?>", "", words)))
    opened("compare")
    assert said == [
        "20 af 20 gentagelser – tallene bygger på 8 og bliver skarpere",
        "Alle 20 gentagelser er spillet.",
    ]


def test_what_cannot_be_run_is_a_sentence_and_can_be_tried_again(opened, stored):
    stored.fail("no slots")
    at = opened("compare")
    assert not at.exception
    assert [error.value for error in at.error] == ["Sammenligningen kan ikke køres: no slots."]
    at.button(key="again").click().run()
    assert stored.again == 1


def test_a_link_opens_what_somebody_saw(opened, stored, tmp_path):
    course = courses("da", tmp_path)[0]
    chosen = [course.main[0], next(name for name in course.options if name not in course.main)]
    at = opened("compare", course=course.id, scenarios=",".join(chosen), section="method")
    assert stored.asked[-1] == design_of(chosen, Size())
    assert at.multiselect[0].value == chosen
    assert at.query_params["section"] == "method"


def test_a_link_to_what_is_not_there_is_told_and_shows_the_rest(opened, stored, tmp_path):
    course = courses("da", tmp_path)[0]
    at = opened("compare", course=course.id, scenarios=f"{course.main[0]},../../secret.yaml,{course.main[1]}")
    assert "../../secret.yaml" in at.warning[0].value
    assert stored.asked[-1] == design_of(course.main[:2], Size())


def test_one_scenario_is_too_few(opened, tmp_path):
    course = courses("da", tmp_path)[0]
    at = opened("compare", course=course.id, scenarios=course.main[0])
    assert [info.value for info in at.info] == ["Vælg mindst to scenarier."]


def test_the_language_is_switched_and_kept_in_the_address(opened):
    at = opened("compare")
    at.segmented_control(key="language").set_value("en").run()
    assert [title.value for title in at.title] == ["Compare"]
    assert at.query_params["lang"] == "en"


def test_the_result_can_be_downloaded_in_four_ways(opened):
    labels = [one.proto.label for one in opened("compare").get("download_button")]
    assert labels == ["HTML-side", "Regneark (XLSX)", "Tabel (CSV)", "Alt (JSON)"]


def test_other_scenarios_are_chosen_and_kept_in_the_address(opened, stored, tmp_path):
    course = courses("da", tmp_path)[0]
    at = opened("compare")
    chosen = [course.main[0], course.main[-1]]
    at.multiselect[0].set_value(chosen).run()
    at.run()
    assert at.multiselect[0].value == chosen
    assert stored.asked[-1] == design_of(chosen, Size())
    assert at.query_params["scenarios"] == ",".join(chosen)


def test_starting_over_forgets_every_choice_but_the_language(opened, tmp_path):
    course = courses("en", tmp_path)[0]
    at = opened("compare", lang="en", course=course.id, scenarios=course.main[0], section="work")
    at.button(key="restart").click().run()
    assert [title.value for title in at.title] == [Texts("en")("start.title")]
    assert set(at.query_params) == {"lang"}
