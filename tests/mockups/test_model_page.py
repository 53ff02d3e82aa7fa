"""The page Modellen in AppTest: every part, both courses, both languages; and the same faults as the command."""

import pytest

from mockups.texts import Texts
from mockups.views.own_file import checked
from simulation import Asked, inputs, scenario_of

COURSES = ("rehabilitation", "dual_diagnosis")
PARTS = ("actors", "data", "processes", "personas", "numbers", "assumptions", "file")


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("course", COURSES)
@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_shown_without_a_fault(opened, part, course, lang):
    at = opened("model", part=part, course=course, lang=lang)
    texts = Texts(lang)
    assert not at.exception
    assert not at.error
    assert [title.value for title in at.title] == [texts("model.title")]
    assert [header.value for header in at.header] == [texts(f"model.part.{part}")]


def test_the_tables_show_the_numbers_of_the_world(opened, words_of):
    world = scenario_of(Asked("rehabilitation/as_is")).world
    shown = words_of(opened("model", part="actors", course="rehabilitation"))
    assert all(actor.title.da.split(" ")[0] in shown for actor in world.actors.values())
    shown = words_of(opened("model", part="personas", course="rehabilitation"))
    assert shown.count('class="persona"') == len(world.personas)
    assert shown.count(">Opdigtet<") == len(world.personas)


def test_a_link_to_a_number_shows_it_with_value_kind_and_line(opened, words_of):
    scenario = scenario_of(Asked("rehabilitation/as_is"))
    one = next(found for found in inputs(scenario, "da") if found.path == "gathering.search.delay")
    shown = words_of(opened("model", part="numbers", course="rehabilitation", tal=one.path))
    assert one.amount == "2 (0,5–7) arbejdsdage"
    assert one.amount in shown
    assert one.kind_words in shown
    assert one.place.startswith("scenarios/rehabilitation/course.yaml:")


def test_a_link_to_a_number_that_is_not_there_is_told(opened):
    at = opened("model", part="numbers", course="rehabilitation", tal="steps.nothing.minutes")
    assert "steps.nothing.minutes" in at.warning[0].value


def test_a_pasted_file_gets_the_very_faults_of_the_command(snebold, tmp_path, monkeypatch):
    text = "format: 1\nid: x\ncourse: rehabilitaton\nstart: 2024\n"
    (tmp_path / "here").mkdir()
    path = tmp_path / "here" / "own.yaml"
    found = checked(text, path, Texts("da"))
    monkeypatch.chdir(tmp_path / "here")
    told = snebold("validate", "own.yaml", "--lang", "da")
    assert not found.is_valid
    assert found.faults in told.out
    assert "own.yaml:" in found.faults


def test_a_pasted_personal_number_is_told_and_never_written(tmp_path):
    found = checked(f"format: 1\nid: x\ntitle: {311299}-{1234}\n", tmp_path / "own.yaml", Texts("da"))
    assert not found.is_valid
    assert found.faults
    assert "1234" not in found.faults
    assert found.lines == ()
    assert not (tmp_path / "own.yaml").exists()


def test_a_pasted_file_cannot_name_files_of_the_server(tmp_path):
    found = checked("format: 1\ncourse: ../secret.yaml\nstart: '2024-01-01'\n", tmp_path / "own.yaml", Texts("da"))
    assert "../secret.yaml" in found.sentence
    assert not (tmp_path / "own.yaml").exists()


def test_a_scenario_in_order_can_be_compared(opened, stored):
    from importlib.resources import files

    text = (files("scenarios") / "rehabilitation" / "to_be_short.yaml").read_text(encoding="utf-8")
    at = opened("model", part="file")
    at.text_area(key="own_text").set_value(text).run()
    at.button(key="own_check").click().run()
    assert [one.value for one in at.success] == ["Filen er i orden."]
    at.button(key="own_run").click().run()
    assert [title.value for title in at.title] == ["Sammenlign"]
    assert stored.asked[-1].asked[1].name.endswith("own.yaml")


def test_a_comparison_leads_to_the_numbers_it_rests_on(opened, words_of):
    assert "modellen?" in words_of(opened("compare", section="time"))
