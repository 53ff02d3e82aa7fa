"""Snebolden and Et forløb as a visitor meets them, in both courses and languages, on citizens played here."""

import json

import pytest
from plotly.graph_objects import Figure

from mockups.texts import Texts
from mockups.views.cases import citizens_of, day_of, pair_of, screen_address
from mockups.views.journey import causes_table
from mockups.views.lanes import figures_of
from mockups.views.snowball import ball
from simulation import Asked, CannotRun, CaseSnapshot, cases_of
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import Played, played

COURSES = {"rehabilitation": "rehabilitation/as_is", "dual_diagnosis": "dual_diagnosis/as_is"}
CITIZENS = 3


class Ready:
    """Answers at once with citizens that were played before."""

    def __init__(self, replications: dict[str, Played]) -> None:
        self.replications = replications
        self.failure: CannotRun | None = None
        self.again = 0

    def ask(self, asked: Asked, lang: str, *, again: bool = False) -> CaseSnapshot:
        self.again += again
        course = asked.name.split("/")[0]
        return CaseSnapshot(failure=self.failure) if self.failure else CaseSnapshot(self.of(course, lang))

    def of(self, course: str, lang: str):
        return cases_of(self.replications[course], lang)


@pytest.fixture(scope="module")
def replications():
    return {course: played(scenario_of(Asked(name)), Luck(1, 0), CITIZENS) for course, name in COURSES.items()}


@pytest.fixture
def ready(monkeypatch, replications):
    found = Ready(replications)
    monkeypatch.setattr("mockups.parts.cases.case_runs", lambda: found)
    return found


def pair(ready, course, lang):
    sides = ready.of(course, lang), ready.of(course, lang)
    citizen = next(iter(citizens_of(sides, Texts(lang))))
    return pair_of(sides, ("a", "b"), ("A", "B"), citizen)


@pytest.mark.parametrize("lang", ["da", pytest.param("en", marks=pytest.mark.walk)])
@pytest.mark.parametrize("course", COURSES)
@pytest.mark.parametrize("page", ["snowball", "journey"])
def test_a_page_shows_a_citizen_and_no_fault(opened, words_of, ready, page, course, lang):
    at = opened(page, course=course, lang=lang)
    texts = Texts(lang)
    assert not at.exception
    assert not at.error
    assert [title.value for title in at.title] == [texts(f"{page}.title")]
    lead = f"{page}.lead" if course == "rehabilitation" else f"{page}.lead_contacts"
    assert texts(lead) in words_of(at)
    assert at.query_params["citizen"] in citizens_of((ready.of(course, lang),) * 2, texts)


def test_a_link_opens_a_citizen_and_tells_of_one_who_is_not_there(opened, ready):
    options = list(citizens_of((ready.of("rehabilitation", "da"),) * 2, Texts("da")))
    assert opened("journey", course="rehabilitation", citizen=options[-1]).query_params["citizen"] == options[-1]
    at = opened("journey", course="rehabilitation", citizen="nobody-7")
    assert "nobody-7" in at.warning[0].value
    assert at.query_params["citizen"] == options[0]


def test_what_cannot_be_played_is_a_sentence_and_can_be_tried_again(opened, ready):
    ready.failure = CannotRun("no slots")
    at = opened("snowball")
    assert not at.exception
    assert "no slots" in at.error[0].value
    at.button(key="again").click().run()
    assert ready.again == 1


@pytest.mark.parametrize("truth", [False, True])
@pytest.mark.parametrize("course", COURSES)
def test_the_browser_gets_every_actor_and_message_it_must_draw(ready, course, truth):
    found = ball(pair(ready, course, "da"), Texts("da"), truth=truth)
    json.dumps(found)
    nodes = {node["id"] for node in found["nodes"]}
    for panel in found["panels"]:
        assert set(panel["versions"]) <= nodes
        assert {end for line in panel["lines"] for end in line[1:3]} <= nodes
        width = {len(version[2]) for own in panel["versions"].values() for version in own}
        assert width == {len(found["columns"]) - 3}
        states = {version[1] for own in panel["versions"].values() for version in own}
        assert states <= set(found["states"])
        assert truth or not states & {"unknown", "excluded", "outdated"}


def test_both_figures_have_the_same_lanes_and_axis_and_the_table_adds_up(ready):
    one = pair(ready, "rehabilitation", "en")
    figures = figures_of(one, Texts("en"))
    assert all(Figure(data=figure.spec["data"], layout=figure.spec["layout"]) for figure in figures)
    first, second = (figure.spec["layout"] for figure in figures)
    assert first["xaxis"]["range"] == second["xaxis"]["range"]
    assert first["yaxis"]["ticktext"] == second["yaxis"]["ticktext"]
    table = causes_table(one, Texts("en"))
    assert table is not None
    days = [float(row.cells[0].text) for row in table.rows]
    assert sum(days[:-1]) == pytest.approx(days[-1], abs=0.05 * len(days))


def test_a_day_lies_inside_the_course():
    assert [day_of(text, 30) for text in ("17", "99", "-1", "x", "")] == [17, 30, 30, 30, 30]


def test_the_address_of_a_screen_says_citizen_day_actor_and_scenario():
    said = screen_address("rehabilitation/as_is", "jonas_36-2", 17, "job_centre", "da")
    assert said == "skaerm?scenario=rehabilitation%2Fas_is&citizen=jonas_36-2&day=17&actor=job_centre&lang=da"
