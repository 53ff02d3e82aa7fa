"""The page Skærme as a visitor meets it, filled by citizens played here."""

from functools import cache
from pathlib import Path

import pytest

from mockups.texts import Texts
from mockups.views.cases import screen_address
from mockups.views.screen_links import screen_links
from mockups.views.screen_withdrawal import link_text, withdrawn_in
from simulation import (
    Asked,
    CannotRun,
    CaseSnapshot,
    Desks,
    Withdrawn,
    cases_of,
    desks_of,
    knowledge,
    screens_in,
    shipped_screens,
)
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import Played, played
from simulation.experiments.withdrawing import after_withdrawal

AREA = "mental_health"


@cache
def replication(name: str) -> Played:
    return played(scenario_of(Asked(name)), Luck(1, 0), 4)


@cache
def desks(name: str, lang: str, withdrawn: Withdrawn | None = None) -> Desks:
    found = replication(name)
    return desks_of(after_withdrawal(found, withdrawn) if withdrawn else found, "en" if lang == "en" else "da")


class Ready:
    """Answers at once with citizens that were played before."""

    failure: CannotRun | None = None

    def ask(self, asked: Asked, lang: str, *, again: bool = False) -> CaseSnapshot:
        if self.failure:
            return CaseSnapshot(failure=self.failure)
        return CaseSnapshot(desks(asked.name, lang, asked.withdrawn))


@pytest.fixture
def ready(monkeypatch, tmp_path):
    found = Ready()
    monkeypatch.setattr("mockups.parts.screens.desk_runs", lambda: found)
    monkeypatch.chdir(tmp_path)
    return found


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_page_shows_a_screen_of_a_citizen_and_no_fault(opened, words_of, ready, lang):
    at = opened("screens", course="rehabilitation", screen="s01_case_view", lang=lang)
    texts = Texts(lang)
    assert not at.exception
    assert not at.error
    assert [title.value for title in at.title] == [texts("screens.title")]
    words = words_of(at)
    assert texts("screen.banner") in words
    assert "xxxxxx-xxxx" in words
    assert at.query_params["scenario"] == "rehabilitation/as_is"


def test_a_link_says_screen_citizen_day_role_and_scenario(opened, words_of, ready):
    name = next(iter(desks("rehabilitation/to_be_long", "da").folders))
    link = screen_address("rehabilitation/to_be_long", name, 50, "job_centre", "da")
    chosen = dict(part.split("=") for part in link.partition("?")[2].replace("%2F", "/").split("&"))
    at = opened("screens", screen="s06_case_portal", **chosen)
    assert not at.exception
    assert {key: at.query_params[key] for key in chosen} == chosen
    assert "(dag\u00a050)" in words_of(at)


def test_as_it_is_and_as_it_could_be_stand_beside_each_other_on_the_same_day(opened, words_of, ready):
    at = opened("screens", course="rehabilitation", screen="s06_case_portal", beside="1", day="40")
    assert not at.exception
    assert words_of(at).count('class="screen top') == 2
    assert words_of(at).count("(dag\u00a040)") >= 2


@pytest.fixture
def patient() -> str:
    """Return a citizen whose consent covers mental health on day 60."""
    folders = desks("rehabilitation/to_be_long", "da").folders.values()
    return next(one.id for one in folders if knowledge(one.frame, "citizen", one.minute(59)).consent.covers(AREA))


def test_one_area_is_withdrawn_on_the_page_and_a_start_anew_forgets_it(opened, words_of, ready, patient):
    texts = Texts("da")
    at = opened("screens", screen="s29_my_consents", scenario="rehabilitation/to_be_long", citizen=patient, day="60")
    assert "stoppet af dig" not in words_of(at)
    at.button_group(key="further-3").set_value(["withdrawal"]).run()
    at.multiselect(key=f"withdraw-areas-{patient}").set_value([AREA])
    at.run()
    at.button(key="withdraw").click()
    at.run()
    assert not at.exception
    assert at.query_params["withdrawn"] == f"{patient}:60:{AREA}"
    assert texts("withdraw.lead", day=60, what="samtykket for Psykiatri") in words_of(at)
    assert "stoppet af dig" in words_of(at)
    at.button(key="restart").click()
    at.run()
    assert "withdrawn" not in at.query_params


def test_the_citizens_form_leads_to_the_course_without_the_area(opened, words_of, ready, patient):
    at = opened("screens", screen="s29_my_consents", scenario="rehabilitation/to_be_long", citizen=patient, day="60")
    next(one for one in at.radio if "-stop-choose-" in str(one.key)).set_value("stop_one")
    at.run()
    assert not [one for one in at.button if one.key == "withdraw-stop"]
    next(one for one in (*at.radio, *at.selectbox) if "-stop-area-" in str(one.key)).set_value(AREA)
    at.run()
    at.button(key="withdraw-stop").click()
    at.run()
    assert not at.exception
    assert at.query_params["withdrawn"] == f"{patient}:60:{AREA}"
    assert "stoppet af dig" in words_of(at)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a-1:40", Withdrawn("a-1", 40)),
        ("a-1:40:family,social", Withdrawn("a-1", 40, ("family", "social"))),
        *((text, None) for text in ("", "no", "a-2:40", "a-1:x", "a-1:400000", "a-1:40:weather", "a-1:40:,", "a-1:²")),
    ],
)
def test_a_link_says_who_withdraws_what_when_and_anything_else_withdraws_nothing(text, says):
    assert withdrawn_in(text, "a-1", ("family", "social")) == says
    assert says is None or link_text(says) == text


def test_what_did_not_hold_cannot_be_withdrawn_and_the_page_says_so(opened, words_of, ready, patient):
    chosen = {"screen": "s28_my_course", "scenario": "rehabilitation/to_be_long", "citizen": patient, "day": "5"}
    at = opened("screens", withdrawn=f"{patient}:0:{AREA}", **chosen)
    assert Texts("da")("withdraw.nothing", day=0) in words_of(at)


def test_layers_of_truth_are_shown_only_when_they_are_asked_for(opened, words_of, ready):
    said = Texts("da")("screens.truth_lead")
    assert said not in words_of(opened("screens", course="rehabilitation"))
    assert said in words_of(opened("screens", course="rehabilitation", truth="1"))


def test_an_own_screen_appears_when_it_is_saved_and_a_broken_one_is_explained_at_its_line(opened, words_of, ready):
    folder = Path("screens")
    folder.mkdir()
    text = (shipped_screens() / "s01_case_view.yaml").read_text(encoding="utf-8")
    own = text.replace("id: s01_case_view", "id: our_view").replace("Jobsystemets sagsbillede", "Vores sagsbillede")
    (folder / "our_view.yaml").write_text(own, encoding="utf-8")
    at = opened("screens", course="rehabilitation", screen="our_view")
    assert not at.exception
    assert "Vores sagsbillede" in words_of(at)
    (folder / "our_view.yaml").write_text(own.replace("look: job_system", "look: job_systm"), encoding="utf-8")
    at.run()
    assert not at.exception
    assert "screens/our_view.yaml:5:7" in words_of(at)
    assert "job_system" in words_of(at)


def test_a_link_to_just_this_screen_and_its_code_are_there_when_asked_for(opened, ready):
    at = opened("screens", course="rehabilitation", screen="s06_case_portal", day="40")
    assert not at.code
    at.button_group(key="further-3").set_value(["share"])
    at.run()
    assert not at.exception
    said = dict(part.split("=") for part in at.code[0].value.partition("?")[2].split("&"))
    assert said["screen"] == "s06_case_portal"
    assert said["day"] == "40"
    assert set(said) >= {"citizen", "actor", "scenario"}


@pytest.mark.parametrize(("scenario", "screen"), [("as_is", "s02_mailbox"), ("to_be_long", "s13_checklist")])
def test_the_longest_waits_lead_to_the_screen_where_they_arose(scenario, screen):
    name = f"rehabilitation/{scenario}"
    case = next(
        one for one in cases_of(played(scenario_of(Asked(name)), Luck(1, 0), 4), "da").cases if len(one.waits) > 5
    )
    links = screen_links(case, name, dict(screens_in(shipped_screens()).screens), Texts("da"))
    assert len(links) == 5
    longest = max(case.waits, key=lambda wait: wait.end - wait.start)
    assert any(longest.text in link.text and f"day={int(longest.end)}&" in link.address for link in links)
    assert all(link.address.startswith("skaerm?") and f"screen={screen}" in link.address for link in links)


@pytest.mark.parametrize("screen", ["s19_quality_check", "s23_distribution"])
def test_a_screen_of_a_later_phase_opens_where_it_has_something_to_judge_and_leads_there_from_an_earlier_day(
    opened, words_of, ready, screen
):
    found = screens_in(shipped_screens()).screens[screen]
    at = opened("screens", course="rehabilitation", screen=screen)
    assert not at.exception
    assert at.query_params["scenario"] == f"rehabilitation/{found.scenario or 'to_be_long'}"
    typical = at.query_params["day"]
    assert int(typical) > 45
    assert found.typical.before.da not in words_of(at)
    at.slider[0].set_value(10)
    at.run()
    assert found.typical.before.da in words_of(at).replace("&amp;", "&")
    at.button(key="typical").click()
    at.run()
    assert at.query_params["day"] == typical
    assert found.typical.before.da not in words_of(at)


def test_where_the_chosen_citizen_has_nothing_to_judge_the_page_names_who_has(opened, words_of, ready):
    at = opened("screens", course="rehabilitation", screen="s15_move_handover", citizen="lone_52-1")
    assert not at.exception
    assert Texts("da")("screens.typical_never", names="").rstrip(" .") in words_of(at)


def test_what_cannot_be_played_is_a_sentence(opened, ready):
    ready.failure = CannotRun("no slots")
    at = opened("screens", course="rehabilitation")
    assert not at.exception
    assert "no slots" in at.error[0].value


def test_a_withdrawal_that_cannot_be_played_can_be_taken_back(opened, ready, patient):
    chosen = {"screen": "s29_my_consents", "scenario": "rehabilitation/to_be_long", "citizen": patient, "day": "60"}
    answer = ready.ask
    failed = CaseSnapshot(failure=CannotRun("no room"))
    ready.ask = lambda asked, lang, *, again=False: failed if asked.withdrawn else answer(asked, lang)
    at = opened("screens", withdrawn=f"{patient}:60:{AREA}", **chosen)
    assert at.error
    at.button(key="withdraw-undo").click().run()
    assert not at.error
    assert at.query_params["withdrawn"] == "no"
