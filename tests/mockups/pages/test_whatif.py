"""The page Hvad nu hvis as a visitor meets it, with a comparison that is there already."""

from importlib.resources import files
from pathlib import Path

import pytest
from results_example import example_result
from streamlit.testing.v1 import AppTest

from mockups.texts import Texts
from simulation import Asked, Design, Snapshot, inputs_of, proposals_of

APP = Path(str(files("mockups"))) / "app.py"
COURSES = {"rehabilitation": ("case_portal", "gathering.no_answer"), "dual_diagnosis": ("notices", "life.crisis.rate")}


class Stored:
    """Answers at once, with as many scenarios as are asked for."""

    def __init__(self) -> None:
        self.asked: list[Design] = []
        self.left: list[Design] = []
        self.counted = 20

    def ask(self, design: Design, *, again: bool = False) -> Snapshot:
        self.asked.append(design)
        return self.look(design)

    def look(self, design: Design) -> Snapshot:
        result = example_result()
        count = len(design.asked)
        if count == 2:
            result["scenarios"] = result["scenarios"][:2]
        return Snapshot(f"{count}-{self.counted}", self.counted, 20, result if count > 1 else None, self.counted)

    def leave(self, design: Design) -> None:
        self.left.append(design)

    @property
    def chosen(self) -> Asked:
        """Return what was asked for last beside today, variants apart."""
        return next(one.asked[1] for one in reversed(self.asked) if len(one.asked) == 2)


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> Stored:
    found = Stored()
    for room in ("parts.live", "parts.variants", "pages.whatif"):
        monkeypatch.setattr(f"mockups.{room}.live_runs", lambda: found, raising=False)
    return found


def opened(course: str = "rehabilitation", **choices: str) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=120)
    at.query_params.update(course=course, **choices)
    at.run()
    at.switch_page("pages/whatif.py")
    at.query_params.update(course=course, **choices)
    return at.run()


def by_key(at: AppTest, kind: str, begin: str):
    return next(one for one in at.get(kind) if (one.key or "").startswith(begin))


def words(at: AppTest) -> str:
    return "\n".join(str(one.proto.body) for one in at.get("html"))


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("course", COURSES)
def test_every_proposal_of_a_course_is_a_switch_that_says_who_pays(stored, course, lang):
    at, texts = opened(course, lang=lang), Texts(lang)
    assert not at.exception
    assert [title.value for title in at.title] == [texts("whatif.title")]
    assert [one.label for one in at.toggle] == [
        f"{one.code} {one.title.in_language(lang)}" for one in proposals_of(course)
    ]
    assert texts("whatif.not_assessed") in words(at)
    at = by_key(at, "segmented_control", "controls").set_value("inputs").run()
    command = f"snebold sensitivity {course}/as_is --store"
    told = [texts(f"whatif.ranking.{state}", command=command) in words(at) for state in ("fresh", "outdated", "none")]
    assert told.count(True) == 1
    assert stored.asked[-1].asked == (Asked(f"{course}/as_is"),)


@pytest.mark.parametrize("course", COURSES)
def test_a_choice_is_switched_moved_undone_kept_and_begun_anew(stored, course):
    proposal, pattern = COURSES[course]
    one = inputs_of(f"{course}/as_is")[pattern]
    at = opened(course, sliders=pattern)
    by_key(at, "toggle", f"on-{course}-{proposal}-").set_value(True).run()
    assert stored.chosen == Asked(f"{course}/as_is", (proposal,))
    by_key(at, "segmented_control", "controls").set_value("inputs").run()
    by_key(at, "select_slider", f"slider-{course}-{pattern}-").set_value(one.high).run()
    assert stored.chosen.settings == one.settings(one.high, "workshop")
    assert at.query_params["what"] == f"{proposal};{pattern}~{one.high:.6g}"
    assert stored.left[-1].asked[1] == Asked(f"{course}/as_is", (proposal,))
    at.button(key="keep").click().run()
    at.button(key="undo").click().run()
    assert at.query_params["what"] == proposal
    at.button(key="keep").click().run()
    assert len(stored.asked[-1].asked) == 3
    at.button(key="redo").click().run()
    assert at.query_params["what"].endswith(f"~{one.high:.6g}")
    at.button(key="restart").click().run()
    assert at.query_params["what"] == ""
    at.button(key="fetch-B").click().run()
    assert at.query_params["what"] == proposal
    at.button(key="remove-A").click().run()
    assert at.query_params["variants"] == proposal
    assert not at.exception


def test_a_link_opens_what_somebody_saw_without_what_is_not_there(stored):
    linked = "case_portal+../secret;gathering.no_answer~9+nowhere~1+gathering.persistence~x"
    at = opened(what=linked)
    high = inputs_of("rehabilitation/as_is")["gathering.no_answer"].high
    assert by_key(at, "toggle", "on-rehabilitation-case_portal-").value
    at = opened(what=linked, controls="inputs")
    assert by_key(at, "select_slider", "slider-rehabilitation-gathering.no_answer-").value == high
    assert not at.exception


def test_proposals_that_change_the_same_are_not_chosen_together(stored):
    at = opened(what="single_plan")
    assert by_key(at, "toggle", "on-rehabilitation-distribution_rules-").disabled
    assert Texts("da")("whatif.refused", others="P3") in words(at)


def test_numbers_are_rough_until_all_replications_count(stored):
    stored.counted = 2
    assert "Grove tal: 2 af 20" in words(opened(what="case_portal"))
    stored.counted = 20
    assert "Skarpe tal: alle 20" in words(opened(what="case_portal"))


def test_a_file_is_offered_when_every_moved_input_has_a_reason(stored):
    at = opened(what="case_portal;gathering.no_answer~0.2")
    texts = Texts("da")
    assert texts("whatif.save.no_title") in [one.value for one in at.info]
    at.text_input(key="save-title").set_value("Bord 2").run()
    assert texts("whatif.save.no_because") in [one.value for one in at.info]
    at.text_input(key="because-gathering.no_answer").set_value(f"ring {311299}-{1234}").run()
    assert [one.value for one in at.error] == [texts("whatif.save.refused")]
    at.text_input(key="because-gathering.no_answer").set_value("Telefonen er lukket om fredagen").run()
    assert not at.error
    assert not by_key(at, "download_button", "save").proto.disabled
