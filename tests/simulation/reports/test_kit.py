"""The print kit: whole in both languages for every scenario, made of the data alone, and cut to paper."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from posixpath import dirname, join, normpath
from string import Formatter
from urllib.parse import parse_qsl, urlsplit

import pytest

from simulation.model.screen_elements import FormElement
from simulation.model.screen_tasks import Written
from simulation.model.world import World
from simulation.reading import shipped
from simulation.reading.scenario import Scenario, scenario_named
from simulation.reading.screen_file import screens_in, shipped_screens
from simulation.reports.deliverables import names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.english import EN
from simulation.reports.deliverables.sharing_needs import actors_in_use, data_types_in_use
from simulation.reports.deliverables.swimlanes import Frame
from simulation.reports.kit import files_of, parts_of
from simulation.reports.kit.course import course_today, course_tomorrow, mark_of
from simulation.reports.kit.packing import HEIGHT, WIDTH, Piece, Stretch, pieces_of, sheets_of
from simulation.reports.kit.part import FEWEST, Kit
from simulation.reports.kit.tasks import address_of, is_used, tasks
from simulation.reports.kit.words import SENTENCES, Words
from simulation.values.wording import Lang

NAMES = [f"{course}/{name}" for course in shipped.courses() for name in shipped.scenarios_of(course)]
LANGS: tuple[Lang, ...] = ("da", "en")
ADDRESS = "http://192.168.8.20:8501"
EACH = [(name, lang) for name in NAMES for lang in LANGS]


@cache
def scenario(name: str) -> Scenario:
    return scenario_named(name)


@cache
def as_is(name: str) -> World:
    return World.model_validate(scenario(name).base.value)


def kit_of(name: str, lang: Lang = "da") -> Kit:
    return Kit(scenario(name), as_is(name), lang, "1", ADDRESS)


@cache
def written(name: str) -> Mapping[str, str]:
    return {file: content.decode() for file, content in files_of(scenario(name), "da", "1", ADDRESS).items()}


@cache
def page(name: str, lang: Lang, part: str) -> str:
    """Return what a part says, spaces made plain."""
    words = Words(lang)
    found = written(name)[f"{words('folder')}/{words(f'{part}.file')}.html"]
    return " ".join(unescape(found).split())


def missing(page: str, wanted: list[str]) -> list[str]:
    return [one for one in wanted if " ".join(one.split()) not in page]


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_each_persona_has_a_card_that_says_it_is_fictitious(name: str, lang: Lang) -> None:
    personas = as_is(name).personas.values()
    wanted = [
        text for one in personas for text in (one.title, one.story.in_language(lang), one.motive.in_language(lang))
    ]
    assert missing(page(name, lang, "personas"), wanted) == []
    assert page(name, lang, "personas").count(f"<strong>{Words(lang)('fictitious')}</strong>") == len(personas)


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_each_task_of_a_screen_that_fits_has_a_card_without_the_right_answer(name: str, lang: Lang) -> None:
    course, kit = name.split("/", maxsplit=1)[0], kit_of(name, lang)
    codes = {one.code for one in scenario(name).interventions}
    screens = [one for one in screens_in(shipped_screens()).screens.values() if course in one.courses]
    fits = [
        one for one in screens if one.side != "to_be" or (codes and (not one.proposals or codes & {*one.proposals}))
    ]
    cards = [card for sheet in tasks(kit).sheets for card in sheet]
    assert [(card.code, card.text) for card in cards] == [
        (one.code, task.text.in_language(lang)) for one in fits for task in one.tasks
    ]
    page_of_cards = page(name, lang, "tasks")
    rules = [task.success for one in fits for task in one.tasks]
    forms = {form.id: form for one in fits for form in one.elements if isinstance(form, FormElement)}
    right = [
        field.options[option].in_language(lang)
        for rule in rules
        if isinstance(rule, Written)
        for field in forms[rule.form].fields
        for option in rule.choices.get(field.id, ())
    ]
    assert [one for one in right if f">{one}<" in page_of_cards] == []


def test_the_code_on_a_card_opens_its_screen_with_the_scenario_of_the_kit() -> None:
    shelf = screens_in(shipped_screens()).screens
    for name in NAMES:
        for screen in (one for one in shelf.values() if is_used(kit_of(name), one)):
            address = urlsplit(address_of(kit_of(name), screen) or "")
            told = dict(parse_qsl(address.query))
            course = name.split("/")[0]
            assert f"{address.scheme}://{address.netloc}{address.path}" == f"{ADDRESS}/skaerm"
            assert told["screen"] == screen.id
            assert told["scenario"] == (name if screen.side != "as_is" else f"{course}/as_is")
    assert address_of(replace(kit_of(NAMES[0]), address=None), next(iter(shelf.values()))) is None


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_no_card_tells_who_the_citizen_is_involved_with(name: str, lang: Lang) -> None:
    cards = re.findall(r'<section class="sheet whole">.*?</section>', page(name, lang, "personas"))
    for persona, card in zip(as_is(name).personas.values(), cards, strict=True):
        told = f"{persona.story.in_language(lang)} {persona.motive.in_language(lang)}"
        titles = {
            as_is(name).actors[actor].title.in_language(lang) for actor in (*persona.involves, *persona.may_involve)
        }
        assert {title for title in titles if title in card} <= {title for title in titles if title in told}


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_each_step_of_the_course_and_who_does_it_is_drawn(name: str, lang: Lang) -> None:
    worlds = {"course_today": as_is(name)}
    if scenario(name).ledger:
        worlds["course_tomorrow"] = scenario(name).world
    for part, world in worlds.items():
        wanted = [step.title.in_language(lang) for step in world.steps.values()]
        wanted += [
            names.doer_title(world, names.doer_of(world, step)).in_language(lang) for step in world.steps.values()
        ]
        assert missing(page(name, lang, part), [*wanted, world.course.title.in_language(lang)]) == []


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_the_matrix_crosses_each_data_type_with_each_actor(name: str, lang: Lang) -> None:
    world, shown = as_is(name), page(name, lang, "matrix")
    types, actors = data_types_in_use(world), actors_in_use(world)
    assert missing(shown, [names.data_type(world, one, lang) for one in types]) == []
    assert missing(shown, [world.actors[one].title.in_language(lang) for one in actors]) == []
    holders = {(one, actor) for one in types for actor in world.data_types[one].held_by}
    assert shown.count(">●</span>") >= len(holders)
    assert shown.count('<td class="mark">') >= len(types) * len(actors)


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_each_role_group_has_a_table_and_each_actor_a_group(name: str, lang: Lang) -> None:
    world, shown = as_is(name), page(name, lang, "signs")
    groups = [group.title.in_language(lang) for group in world.role_groups.values()]
    assert missing(shown, groups) == missing(page(name, lang, "questions"), groups) == []
    assert missing(shown, [world.actors[one].title.in_language(lang) for one in actors_in_use(world)]) == []
    assert shown.count("<svg") == 2 * len(groups)


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_the_case_review_asks_of_each_step_and_data_type(name: str, lang: Lang) -> None:
    world, shown = as_is(name), page(name, lang, "review")
    wanted = [step.title.in_language(lang) for step in world.steps.values()]
    assert missing(shown, [*wanted, *(names.data_type(world, one, lang) for one in data_types_in_use(world))]) == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("course", "codes"), [("rehabilitation", ["N1", "N2", "N3"]), ("dual_diagnosis", ["E1", "E2", "E3", "E5"])]
)
def test_a_course_is_asked_about_by_its_own_baseline(course: str, codes: list[str], lang: Lang) -> None:
    assert re.findall(r"<small>(\w\d) ", page(f"{course}/as_is", lang, "questions")) == codes


@pytest.mark.parametrize("lang", LANGS)
def test_small_groups_are_merged_as_both_sheets_say(lang: Lang) -> None:
    for part in ("information", "questions"):
        body = page(NAMES[0], lang, part).partition("<main>")[2].partition("<footer")[0]
        assert set(re.findall(r"(?<![\w.])\d+(?![\w%])", re.sub(r"<[^>]*>", " ", body))) == {str(FEWEST)}


@pytest.mark.parametrize("name", NAMES)
def test_pages_fetch_nothing_and_lead_only_to_each_other(name: str) -> None:
    for file, content in written(name).items():
        assert "src=" not in content
        assert "url(" not in content
        assert "default-src 'none'" in content
        links = [link for link in re.findall(r'href="([^"]+)"', content) if not link.startswith("#")]
        assert {normpath(join(dirname(file), link)) for link in links} <= set(written(name)), file


@pytest.mark.parametrize("name", NAMES)
def test_the_language_asked_for_is_in_front_and_both_are_there(name: str) -> None:
    danish, english = written(name), files_of(scenario(name), "en", "1", ADDRESS)
    assert set(danish) == set(english)
    assert {file for file in danish if danish[file].encode() != english[file]} == {"index.html"}
    assert '<html lang="da">' in danish["index.html"]
    assert '<html lang="en">' in english["index.html"].decode()


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_the_index_says_of_each_part_how_many_sheets_there_are(name: str, lang: Lang) -> None:
    words = Words(lang)
    front = page_of(written(name)[f"{words('folder')}/index.html"])
    for part in parts_of(kit_of(name, lang)):
        sheets = words("index.all") if part.flows else str(len(part.sheets))
        row = re.search(rf">{re.escape(words(part.key))}</a></th><td>[^<]*</td><td>([^<]*)</td>", front)
        assert row is not None
        assert row.group(1) == sheets
        if not part.flows:
            assert page(name, lang, part.key).count("sheet whole") == len(part.sheets)


def page_of(content: str) -> str:
    return " ".join(unescape(content).split())


@pytest.mark.parametrize("lang", LANGS)
def test_without_an_address_there_is_no_code_and_the_index_says_how_to_get_one(lang: Lang) -> None:
    words, found = Words(lang), files_of(scenario(NAMES[0]), lang, "1")
    assert b"<svg" not in found[f"{words('folder')}/{words('signs.file')}.html"]
    assert "--address" in found["index.html"].decode()


@pytest.mark.parametrize("address", ["http://127.0.0.1:8501", "http://localhost:8501", "http://[::1]:8501"])
def test_an_address_that_no_phone_reaches_is_told(address: str) -> None:
    told = Words("da")("index.own_machine")
    assert told in files_of(scenario(NAMES[0]), "da", "1", address)["index.html"].decode()
    assert told not in written(NAMES[0])["index.html"]


def test_a_new_step_and_a_changed_one_say_so_with_the_codes_of_proposals() -> None:
    assert mark_of("ændret", ["P14", "P3"], 14) == "ændret P3 P14"
    assert mark_of("ændret", ["P14", "P3"], 12) == "ændret"
    assert mark_of("ny", [""], 14) == "ny"
    name = "rehabilitation/to_be_short"
    new = scenario(name).world.steps.keys() - as_is(name).steps.keys()
    assert page(name, "da", "course_tomorrow").count("· ny P") == len(new) == 2
    assert "· ny" not in page(name, "da", "course_today")


def test_both_languages_say_the_same_with_the_same_values() -> None:
    def values(sentence: str) -> set[str | None]:
        return {found[1] for found in Formatter().parse(sentence)} - {None}

    assert set(SENTENCES["da"]) == set(SENTENCES["en"])
    pairs = [(SENTENCES["da"][key], SENTENCES["en"][key]) for key in SENTENCES["da"]] + [
        (DA[key], EN[key]) for key in EN
    ]
    assert [pair for pair in pairs if values(pair[0]) != values(pair[1])] == []


def piece(width: float, height: float, scale: float = 1.0) -> Piece:
    return Piece("x", True, 0, Stretch(0, width), Stretch(0, height), scale, 1, 1)


def test_a_small_drawing_is_one_piece_at_full_size() -> None:
    # Two lanes of 170 and one row of 100 below titles of 46, and 4 to end with.
    (only,) = pieces_of("x", Frame(stands=True), 340, 150)
    assert (only.across, only.along) == (Stretch(0, 340), Stretch(46, 104))
    assert only.scale == 0.325
    assert (only.box(only.titles), only.box(only.along)) == ("0 0 340 46", "0 46 340 104")
    assert only.size == (340, 150)


def test_a_long_drawing_is_cut_between_rows_and_repeats_its_titles() -> None:
    # Twelve rows: 1250 x 0.25 = 312 mm do not fit 232. At 0.325, 232 mm hold 46 + 667: six rows.
    first, second = pieces_of("x", Frame(stands=True), 1190, 1250)
    assert (first.along, second.along) == (Stretch(46, 600), Stretch(646, 604))
    assert first.across == second.across == Stretch(0, 1190)
    assert (second.place, second.pieces, second.size) == (2, 2, (1190, 650))


def test_many_lanes_that_lie_are_cut_between_lanes() -> None:
    # Eleven lanes of 86: 946 x 0.25 = 236 mm do not fit 232, ten lanes do; so six and five.
    first, second = pieces_of("x", Frame(stands=False), 542, 946)
    assert (first.across, second.across) == (Stretch(0, 516), Stretch(516, 430))
    assert first.along == second.along == Stretch(170, 372)
    assert second.box(second.along) == "170 516 372 430"


def test_drawings_stand_below_each_other_then_beside_each_other_then_on_the_next_sheet() -> None:
    low, tall, wide = piece(100, 100), piece(200, 230), piece(390, 50)
    assert sheets_of([low, low, tall, wide]) == (((low, low), (tall,)), ((wide,),))


@pytest.mark.parametrize("name", NAMES)
def test_no_sheet_of_a_course_holds_more_than_there_is_room_for(name: str) -> None:
    for part in (course_today(kit_of(name)), course_tomorrow(kit_of(name))):
        for sheet in part.sheets:
            columns = [column for column in sheet if isinstance(column, tuple)]
            assert all(sum(one.height for one in column) <= HEIGHT + 0.01 for column in columns)
            assert sum(max(one.width for one in column) for column in columns) <= WIDTH + 0.01


def test_text_of_the_data_cannot_break_a_page() -> None:
    hostile = "<script>alert(1)</script>"
    course = as_is(NAMES[0]).course
    title = course.title.model_copy(update={"da": hostile})
    world = as_is(NAMES[0]).model_copy(update={"course": course.model_copy(update={"title": title})})
    loaded = scenario(NAMES[0]).loaded
    base = replace(loaded.base, value=world.model_dump(mode="json"))
    whole = replace(scenario(NAMES[0]), loaded=replace(loaded, base=base))
    assert [file for file, content in files_of(whole, "da", "1").items() if b"<script" in content] == []
