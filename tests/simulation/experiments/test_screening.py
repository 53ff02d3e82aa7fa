"""Which assumptions matter: every uncertain input at both ends, same luck."""

import pytest

from simulation.experiments import screening
from simulation.experiments.asked import Asked, scenario_of
from simulation.population.cast import DAY, plain_minutes

INPUTS = ("gathering.requests_per_visit", "uptake")


@pytest.fixture
def asked(small_course, monkeypatch):
    """Return today and tomorrow of the small course; screenings look at two inputs."""
    monkeypatch.setattr(screening, "uncertain_inputs", lambda _: INPUTS)
    return [Asked(str(small_course / f"{name}.yaml")) for name in ("as_is", "to_be")]


@pytest.fixture
def found(asked):
    told: list[int] = []
    found = screening.screened(asked, replications=1, citizens=6, seed=1, workers=1, progress=told.append)
    assert told == [1, 2, 3, 4, 5]
    return found


def test_every_input_is_moved_to_both_ends(found, asked):
    assert [moved.pattern for moved in found.inputs] == list(INPUTS)
    assert found.sha256 == tuple(scenario_of(one).digest for one in asked)
    requests, uptake = found.inputs
    assert requests.low != requests.high
    assert uptake.low[0] == uptake.high[0] == found.plain[0]
    differences = found.differences(1)
    assert [abs(high - low) for _, low, high in differences] == sorted(
        (abs(high - low) for _, low, high in differences), reverse=True
    )


def test_a_screening_survives_being_kept(found, tmp_path):
    screening.keep(found, tmp_path / "kept.json")
    assert screening.from_json((tmp_path / "kept.json").read_text(encoding="utf-8")) == found
    assert found.of(found.names[:1]).plain == found.plain[:1]


@pytest.mark.parametrize(
    ("warm_up", "follow_up", "days"),
    [
        ("{unit: weeks, value: 30}", "{unit: weeks, value: 50}", (120, 200)),
        ("{unit: weeks, value: 1}", "{unit: calendar_days, value: 30}", (7, 30)),
    ],
)
def test_the_frame_of_a_screening_is_never_longer_than_the_scenarios(small_course, warm_up, follow_up, days):
    path = small_course / "as_is.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("{unit: calendar_days, value: 10}", warm_up).replace(
        "{unit: calendar_days, value: 120}", follow_up
    )
    path.write_text(text, encoding="utf-8")
    setting = scenario_of(screening.shortened(Asked(str(path)), ())).world.setting
    assert (plain_minutes(setting.warm_up) / DAY, plain_minutes(setting.follow_up) / DAY) == days


def test_a_measure_that_nobody_has_is_no_number_and_no_warning(small_course):
    path = small_course / "as_is.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 120", "value: 1"), encoding="utf-8")
    means = screening.means_of(screening.Design((Asked(str(path)),), 1, 2))
    assert means == ((None,) * len(means[0]),)


def test_an_input_that_leaves_nobody_with_the_measure_is_not_ranked():
    plain = ((30.0,), (20.0,))
    moved = (screening.Moved("a", plain, ((31.0,), (20.5,))), screening.Moved("b", ((None,), (20.0,)), plain))
    found = screening.Screening(("x", "y"), ("", ""), ("gathering_days",), 1, 6, 1, plain, moved)
    assert found.unmoved(0) == 30
    assert found.unmoved(1) == -10
    assert found.differences(1) == [("a", -10, -10.5)]
    assert found.levels(0) == [("a", 30, 31)]


def test_own_scenarios_have_no_stored_screening(asked):
    assert screening.stored(asked) == (None, "none")
