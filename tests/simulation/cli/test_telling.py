"""The command that tells one citizen's story."""

import re

import pytest

SMALL = ("--citizens", 5)


def days_of(column: str) -> float:
    return float(column.replace("\u2212", "-").replace(",", "."))


def test_a_story_is_told_as_it_is_beside_how_it_could_be(snebold, small_course):
    paths = (small_course / "to_be.yaml", small_course / "as_is.yaml")
    done = snebold("explain", paths[0], "--beside", paths[1], "--citizen", 2, *SMALL)
    assert (done.code, done.err) == (0, "")
    heads = next(line for line in done.out.splitlines() if line.startswith("Day"))
    assert heads.index("as_is.yaml") < heads.index("to_be.yaml")
    assert re.match(r"Citizen 2: (Ida, 40|Ole, 61), simulated and fictitious\n", done.out)
    for sentence in ("The case opens.", "The citizen consents.", "Begins: Gathering.", "The case is decided."):
        assert sentence in done.out


def test_a_shipped_scenario_stands_beside_today(snebold):
    done = snebold("explain", "rehabilitation/wider_nfs", "--citizens", 2, "--lang", "da")
    assert (done.code, done.err) == (0, "")
    heads = next(line for line in done.out.splitlines() if line.startswith("Dag"))
    assert heads.split() == ["Dag", "Dato", "rehabilitation/as_is", "rehabilitation/wider_nfs"]
    assert "simuleret og opdigtet" in done.out


@pytest.mark.parametrize("citizen", range(1, 6))
def test_causes_add_up_to_the_lead_time(snebold, small_course, citizen):
    done = snebold("explain", small_course / "as_is.yaml", "--citizen", citizen, *SMALL)
    table = done.out[done.out.index("Where the time went") :].strip().splitlines()[2:]
    *causes, total = [days_of(line.split()[-1]) for line in table]
    assert table[-1].startswith("lead time")
    assert sum(causes) == pytest.approx(total, abs=0.55 + 0.05 * len(causes))
    last_day = max(int(day) for day in re.findall(r"^ +(\d+)  \d\d\.\d\d\.\d{4}.*\n", done.out, re.MULTILINE))
    assert last_day + 1 >= total


@pytest.mark.parametrize("citizen", [6, 999_999])
def test_a_citizen_who_is_not_there_is_told(snebold, small_course, citizen):
    done = snebold("explain", small_course / "as_is.yaml", "--citizen", citizen, *SMALL)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"there are 5 observed citizens; {citizen} is none of them\n"


def test_a_story_beside_other_citizens_is_refused(snebold, small_course):
    text = (small_course / "as_is.yaml").read_text(encoding="utf-8")
    rarer = "changes:\n  - {set: profile.arrivals_every, to: {unit: calendar_days, mean: 7}, because: Another town}\n"
    (small_course / "rarer.yaml").write_text(text + rarer, encoding="utf-8")
    paths = (small_course / "rarer.yaml", small_course / "as_is.yaml")
    done = snebold("explain", paths[0], "--beside", paths[1], "--citizen", 1, *SMALL)
    assert (done.code, done.out) == (1, "")
    assert "different arrivals" in done.err
