"""The commands that compare, and the structure they write (docs/results_format.md)."""

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest

from simulation.cli import comparing
from simulation.experiments import screening

FORMAT_PAGE = Path(__file__).parents[3] / "docs" / "results_format.md"
SMALL = ("--replications", 1, "--citizens", 5, "--workers", 1)
ADDS_AN_ACTOR = """format: 1
id: helpers
code: "X2"
title: {da: Hjælpere, en: Helpers}
summary: {da: Hjælpere, en: Helpers}
source: foranalyse
where: nowhere, made up for tests
courses: [small]
pays: {da: Hjælperne, en: The helpers}
unchanged: {da: Resten, en: The rest}
evidence: {kind: assumed, because: Made up for tests}
changes:
  - add: actors.helpers
    to: {title: {da: Hjælperne, en: The helpers}, sector: municipal, domain: social}
    because: Somebody new
  - add: roles.helper
    to: {title: {da: Hjælper, en: Helper}, actor: helpers, works_as: pool, staff: {unit: count, value: 1},
      background: {every: {unit: hours, mean: 1}, minutes: {unit: minutes, low: 200, mode: 300, high: 400}}}
    because: Busy with other things
  - add: steps.help_citizen
    to: {title: {da: Hjælp, en: Help}, phase: only, kind: work, by: helper, priority: 0, after: [talk_to_citizen],
      minutes: {unit: minutes, value: 30}, basis: reasoned}
    because: New work
"""
Any_ = object()


class PerScenario(list):
    """A list with one entry per scenario of the shape within."""


def or_none(shape: Any) -> tuple[Any, None]:
    return (shape, None)


BOTH = {"da": str, "en": str}
NUMBER = or_none(float)
DIFFERENCE = {"mean": float, "low": NUMBER, "high": NUMBER, "certain": bool, "wording": str}
VALUE = {"mean": float, "low": NUMBER, "high": NUMBER, "n": int, "median": NUMBER, "p90": NUMBER, "p95": NUMBER}
OF_ACTOR = {
    "values": PerScenario([or_none({"mean": float, "low": NUMBER, "high": NUMBER})]),
    "differences": PerScenario([or_none(DIFFERENCE)]),
}
MEASURE = {
    "id": str, "title": BOTH, "unit": str, "group": str, "better": str, "formula": BOTH,
    "values": PerScenario([or_none(VALUE)]), "differences": PerScenario([or_none(DIFFERENCE)]),
    "personas": {str: {"values": PerScenario([NUMBER]), "differences": PerScenario([or_none(DIFFERENCE)])}},
    "worst_off": PerScenario([or_none(str)]),
}  # fmt: skip
INPUT = {"path": str, "low": NUMBER, "high": NUMBER, "kind": str, "source": str, "because": str}
RESULT = {
    "format": int, "kind": str, "snebold": str,
    "scenarios": PerScenario([{
        "label": str, "name": str, "title": BOTH, "course": BOTH, "sha256": str,
        "profile": str, "profile_title": BOTH, "rule_set": str, "rule_set_title": BOTH,
        "interventions": [{"id": str, "code": str, "title": BOTH}],
    }]),
    "design": {"replications": int, "citizens": int, "seed": int, "simulated_citizens": int},
    "notes": [BOTH], "comparable": [BOTH], "measures": [MEASURE],
    "absent": {str: {"id": str, "da": str, "en": str}},
    "gathering": or_none({
        "mark_days": NUMBER, "clock": BOTH, "edges_days": [float], "shares": PerScenario([[float]]), ...: Any_,
    }),
    "clocks": [{"id": str, "title": BOTH, "median_days": PerScenario([NUMBER]), "p90_days": PerScenario([NUMBER])}],
    "waterfall": or_none({
        "causes": [{"id": str, "title": BOTH, "days": PerScenario([NUMBER])}],
        "overlays": [{"id": str, "title": BOTH, "days": PerScenario([NUMBER])}],
        "lead_days": PerScenario([NUMBER]),
    }),
    "snowball": or_none({"days": [int], "known_share": PerScenario([[NUMBER]]), "waves": PerScenario([[NUMBER]])}),
    "gaps": [{"id": str, "title": BOTH, "items_per_case": PerScenario([NUMBER])}],
    "work": [{"actor": str, "title": BOTH, "minutes": PerScenario([{str: float}]), "cost_dkk": PerScenario([NUMBER])}],
    "activity_titles": {str: BOTH},
    "effects_by_actor": [{"actor": str, "title": BOTH, "effects": {str: OF_ACTOR}}],
    "messages": [{"channel": str, "title": BOTH, "per_case": PerScenario([float])}],
    "courses": [or_none({"shorter": float, "longer": float, "same": float, "note": BOTH})],
    "spillover": [or_none({"untouched": int, "mean_days": NUMBER})],
    "personas": [{"id": str, "title": BOTH, "n": PerScenario([int]), "weight": float}],
    "rests_on": {"state": str, "command": str, "inputs": [INPUT]},
    "assumptions": [{"path": str, "kind": str, "source": or_none(str), "because": or_none(str), "text": str}],
    "ledger": PerScenario([[{
        "path": str, "old": or_none(str), "new": or_none(str), "because": str, "origin": str, "place": str,
    }]]),
}  # fmt: skip


def misfits(value: Any, shape: Any, scenarios: int, where: str = "") -> list[str]:
    """Return where a value is not of a shape; every number must be finite."""
    if shape is Any_:
        return []
    if isinstance(shape, tuple):
        return [] if value is None else misfits(value, shape[0], scenarios, where)
    if isinstance(shape, dict):
        return misfits_of_object(value, shape, scenarios, where)
    if isinstance(shape, list):
        if not isinstance(value, list) or (isinstance(shape, PerScenario) and len(value) != scenarios):
            return [f"{where}: {value!r} is no list as long as it should be"]
        return [found for n, one in enumerate(value) for found in misfits(one, shape[0], scenarios, f"{where}[{n}]")]
    kinds = {float: (int, float), int: (int,), str: (str,), bool: (bool,)}[shape]
    fits = isinstance(value, kinds) and (shape is bool or not isinstance(value, bool))
    return [] if fits and (not isinstance(value, float) or math.isfinite(value)) else [f"{where}: {value!r}"]


def misfits_of_object(value: Any, shape: dict[Any, Any], scenarios: int, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no object"]
    if str in shape:
        return [found for key in value for found in misfits(value[key], shape[str], scenarios, f"{where}.{key}")]
    wanted = shape.keys() - {...}
    keys = [f"{where}: {key}" for key in wanted ^ (value.keys() if ... not in shape else value.keys() & wanted)]
    return keys + [
        found for key in wanted & value.keys() for found in misfits(value[key], shape[key], scenarios, f"{where}.{key}")
    ]


def documented_keys() -> list[set[str]]:
    """Return the keys of each table of the documentation."""
    tables = re.findall(r"\|---\|---\|\n((?:\|.*\n)+)", FORMAT_PAGE.read_text(encoding="utf-8"))
    return [
        {key for row in table.splitlines() for key in re.findall(r"`(\w+)`", row.split("|")[1])} for table in tables
    ]


@pytest.fixture
def compare(snebold, small_course, tmp_path):
    """Return what compares scenarios of the small course and gives the result object and how the command ended."""

    def comparing(*names: str, **options: object) -> tuple[dict[str, Any], Any]:
        words = [word for key, value in options.items() for word in (f"--{key}", value)]
        paths = [small_course / name for name in names]
        done = snebold("compare", *paths, *SMALL, "--json", tmp_path / "result.json", *words)
        assert done.code == 0, done
        return json.loads((tmp_path / "result.json").read_text(encoding="utf-8"), parse_constant=pytest.fail), done

    return comparing


def scenario(folder: Path, name: str, text: str) -> str:
    """Write a variant of today's scenario of the small course."""
    as_is = (folder / "as_is.yaml").read_text(encoding="utf-8")
    (folder / f"{name}.yaml").write_text(as_is.replace("small_as_is", name) + text, encoding="utf-8")
    return f"{name}.yaml"


@pytest.mark.skipif(not FORMAT_PAGE.is_file(), reason="docs are not shipped")
def test_the_documentation_names_every_key():
    assert documented_keys() == [RESULT.keys(), MEASURE.keys()]


def test_the_result_object_is_as_documented(compare):
    result, done = compare("as_is.yaml", "to_be.yaml", lang="da")
    assert misfits(result, RESULT, 2) == []
    assert (result["format"], result["kind"]) == (1, "comparison")
    assert result["design"] == {"replications": 1, "citizens": 5, "seed": 1, "simulated_citizens": 5}
    assert {measure["wording"] for one in result["measures"] for measure in one["differences"][1:] if measure} <= {
        "less", "more", "no_certain_difference",
    }  # fmt: skip
    for place, lead in enumerate(result["waterfall"]["lead_days"]):
        for part in ("causes", "overlays"):
            assert sum(one["days"][place] for one in result["waterfall"][part]) == pytest.approx(lead, rel=1e-4)
    assert [entry["path"] for entry in result["ledger"][1]] == ["gathering.search.delay", "gathering.search.minutes"]
    assert "Gennemløbstid" in done.out
    assert "Lead time" not in done.out
    assert "simulerede borgere" in done.out


def test_a_measure_that_the_course_cannot_show_is_left_out_with_its_reason(compare):
    result, done = compare("as_is.yaml", "to_be.yaml", lang="da")
    assert result["absent"]["e6_current_pairs_share"] == {
        "id": "nobody_is_told", "da": "ingen i forløbet bliver underrettet", "en": "nobody in the course is notified",
    }  # fmt: skip
    shown = {one["id"] for one in result["measures"] if any(one["values"])}
    assert not shown & result["absent"].keys()
    assert (
        "Vises ikke: Indikator for E6: aktuelt billede af indsatser (ingen i forløbet bliver underrettet)." in done.out
    )
    assert "Kommuneprofil: Lilleby. Regelsæt: Regler 2013–2024." in done.out


def test_one_scenario_against_itself_differs_by_0_in_everything(compare):
    result, _ = compare("as_is.yaml", "as_is.yaml")
    for measure in result["measures"]:
        differences = [measure["differences"][1], *(one["differences"][1] for one in measure["personas"].values())]
        assert all((one["mean"], one["certain"]) == (0, False) for one in differences if one)
        assert measure["values"][0] == measure["values"][1]
    assert result["courses"][0]["same"] == 1
    assert_equal_columns({key: result[key] for key in ("gathering", "clocks", "waterfall", "snowball", "gaps", "work")})


def assert_equal_columns(value: Any) -> None:
    """Assert that every list with a place per scenario holds the same twice."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("shares", "median_days", "p90_days", "days", "lead_days", "known_share", "waves", "minutes"):
                assert (key == "days" and len(part) > 2) or part[0] == part[1]
            assert_equal_columns(part)
    if isinstance(value, list):
        for part in value:
            assert_equal_columns(part)


def test_a_page_is_one_file_that_names_nothing_outside(snebold, small_course, tmp_path):
    scenarios = (small_course / "as_is.yaml", small_course / "to_be.yaml")
    done = snebold("compare", *scenarios, *SMALL, "--html", tmp_path / "pages" / "page.html", "--lang", "da")
    assert done.code == 0
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["page.html"]
    page = (tmp_path / "pages" / "page.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "Med en telefonbog" in page
    assert re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=[\"']?(?!data:|#)", page) == []


def test_results_are_defined_where_no_case_ends(compare, small_course):
    """A follow-up of a day closes nothing: levels and differences are left out, not made up."""
    name = scenario(small_course, "a_day", "")
    text = (small_course / name).read_text(encoding="utf-8")
    (small_course / name).write_text(text.replace("value: 120", "value: 1"), encoding="utf-8")
    for names in ((name, "as_is.yaml"), ("as_is.yaml", name)):
        result, _ = compare(*names)
        assert misfits(result, RESULT, 2) == []
        lead = next(one for one in result["measures"] if one["id"] == "lead_time_days")
        assert lead["values"][names.index(name)] is None
        assert lead["differences"] == [None, None]
        assert result["courses"] == [None]


def test_what_a_proposal_adds_is_counted_and_told(compare, small_course):
    (small_course / "helpers.yaml").write_text(ADDS_AN_ACTOR, encoding="utf-8")
    uptake = "uptake: {unit: share, value: 1, low: 0.8, high: 1}\n"
    name = scenario(small_course, "with_helpers", f"interventions: [helpers.yaml]\n{uptake}")
    result, _ = compare("as_is.yaml", name)
    assert misfits(result, RESULT, 2) == []
    work = {one["actor"]: one["minutes"] for one in result["work"]}
    assert work["helpers"] == [{}, {"steps": 30}]
    assert any("Helper is in use more than 95 %" in note["en"] for note in result["comparable"])
    assert "roles.helper.background.minutes" in {one["path"] for one in result["assumptions"]}
    assert len({(one["path"], one["text"]) for one in result["assumptions"]}) == len(result["assumptions"])


def test_scenarios_with_other_citizens_are_compared_where_they_meet(compare, small_course):
    result, _ = compare("as_is.yaml", scenario(small_course, "only_ida", "personas: [ida_40]\n"))
    assert misfits(result, RESULT, 2) == []
    lead = next(one for one in result["measures"] if one["id"] == "lead_time_days")
    assert lead["personas"]["ole_61"]["values"][1] is None
    assert lead["personas"]["ida_40"]["values"][1] is not None


def test_a_course_that_gathers_nothing_is_compared_too(snebold, small_course, compare, monkeypatch):
    monkeypatch.setattr(comparing, "STEPS_OF_AUTO", (2, 3))
    course = (small_course / "course.yaml").read_text(encoding="utf-8")
    course = re.sub(r"^gathering:\n(  .*\n)+", "", course, flags=re.MULTILINE)
    course = re.sub(r"  gather_data: .*\n    basis: reasoned}\n", "", course)
    course = re.sub(r"  clocks:\n(    .*\n)+", "  clocks: {}\n", course).replace("[gather_data]", "[ask_consent]")
    course = re.sub(r"    checks_critical: .*?}, asks", "    asks", course)
    (small_course / "course.yaml").write_text(course, encoding="utf-8")
    result, done = compare("as_is.yaml", scenario(small_course, "same", ""), replications="auto", citizens=1)
    assert misfits(result, RESULT, 2) == []
    assert result["design"]["replications"] == 3
    monkeypatch.setattr(screening, "uncertain_inputs", lambda _: ("uptake",))
    done = snebold("sensitivity", small_course / "as_is.yaml", "--citizens", 2, "--workers", 1)
    assert done.code == 0
    assert "Lead time in" in done.out


@pytest.fixture
def elsewhere(small_course, monkeypatch):
    """Work in the folder of the small course's proposal, while its scenarios lie elsewhere."""
    (small_course / "proposals").mkdir()
    (small_course / "directory.yaml").rename(small_course / "proposals" / "directory.yaml")
    monkeypatch.chdir(small_course / "proposals")
    return small_course


def test_whatif_takes_proposals_by_path_from_the_working_folder(snebold, elsewhere):
    done = snebold("whatif", elsewhere / "as_is.yaml", *SMALL, "--with", "directory.yaml", "--json", "result.json")
    assert done.code == 0, done
    result = json.loads(Path("result.json").read_text(encoding="utf-8"))
    assert [one["id"] for one in result["scenarios"][1]["interventions"]] == ["directory"]
    assert result["scenarios"][1]["label"].endswith("as_is.yaml + directory.yaml")
    assert [entry["path"] for entry in result["ledger"][1]] == ["gathering.search.delay", "gathering.search.minutes"]


def test_whatif_takes_shipped_proposals_by_code_and_values(snebold, tmp_path):
    """Numbers keep the unit of what they replace; anything else is written as in a file."""
    values = (
        "steps.inform_citizen.minutes=3",
        "gathering.no_answer={unit: share, value: 0.2, kind: assumed, because: x}",
    )
    sets = [word for value in (*values, "setting.warm_up=1", "setting.follow_up=2") for word in ("--set", value)]
    done = snebold("whatif", "rehabilitation/as_is", *SMALL, "--with", "P1", *sets, "--json", tmp_path / "result.json")
    assert done.code == 0, done
    result = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    new = {entry["path"]: (entry["new"], entry["origin"]) for entry in result["ledger"][1]}
    assert new["steps.inform_citizen.minutes"] == ("3 minutes", "command line")
    assert new["gathering.no_answer"] == ("0.2 share", "command line")
    assert new["sharing.case_portal"][1] == "case_portal"
    assert "--store" not in result["rests_on"]["command"]


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--set", "steps.nothing.minutes=3", "unknown-path"),
        ("--set", "nothing=3", "unknown-path"),
        ("--set", "steps.write_case_summary.minutes=-3", "out-of-range"),
        ("--set", "uptake=true", "wrong-type"),
        ("--set", "uptake=[", ""),
        ("--set", "uptake", "no-setting"),
        ("--with", "P99", "unknown-name"),
        ("--with", "P1", "other-course"),
        ("--with", "nowhere.yaml", "missing-file"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_place(snebold, small_course, option, value, code):
    done = snebold("whatif", small_course / "as_is.yaml", *SMALL, option, value)
    assert (done.code, done.out) == (1, "")
    assert re.match(rf"\S.*:\d+:\d+: .*\[{code or '.*'}\]", done.err)


@pytest.fixture
def two_inputs(monkeypatch):
    """Let screenings look at two inputs only."""
    monkeypatch.setattr(screening, "uncertain_inputs", lambda _: ("gathering.requests_per_visit", "uptake"))


@pytest.mark.usefixtures("two_inputs")
def test_sensitivity_ranks_inputs_of_own_scenarios(snebold, small_course):
    scenarios = (small_course / "as_is.yaml", small_course / "to_be.yaml")
    done = snebold("sensitivity", *scenarios, "--citizens", 3, "--workers", 1, "--lang", "da")
    assert (done.code, done.err) == (0, "")
    assert "2 skøn og antagelser" in done.out
    assert "gathering.requests_per_visit" in done.out


def test_a_screening_of_own_scenarios_is_not_kept_among_the_shipped(snebold, small_course):
    done = snebold("sensitivity", small_course / "as_is.yaml", "--citizens", 1, "--store")
    assert (done.code, done.out) == (2, "")
    assert "--store" in done.err
