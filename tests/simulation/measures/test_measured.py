import numpy as np
import pytest

from simulation.engine.log import lean
from simulation.measures.catalogue import catalogue
from simulation.measures.measured import measure


@pytest.fixture(scope="module")
def measured(played):
    return measure(played.world, played.inputs, played.log)


def test_every_measure_is_in_the_catalogue_and_has_numbers_or_a_reason(played, measured):
    known = catalogue(played.world)
    assert set(measured.columns) | set(measured.absent) == set(known)
    assert not set(measured.columns) & set(measured.absent)
    assert all(len(numbers) == len(measured) == 60 for numbers in measured.columns.values())
    assert measured.marks == {"gathering_days": 30, "clock_asking_days": 30}
    assert all(entry.formula.da and entry.formula.en for entry in known.values())


def test_a_lean_log_gives_the_same_measures(played, measured):
    thin = measure(played.world, played.inputs, lean(played.log))
    for name, numbers in measured.columns.items():
        np.testing.assert_array_equal(numbers, thin.columns[name], err_msg=name)
    for name, table in measured.tables.items():
        np.testing.assert_array_equal(table.values, thin.tables[name].values, err_msg=name)


def test_causes_and_waterfall_add_up_to_the_lead_time(measured):
    columns = measured.columns
    for start in ("cause_", "waterfall_"):
        parts = sum(numbers for name, numbers in columns.items() if name.startswith(start))
        np.testing.assert_allclose(parts, columns["lead_time_days"], rtol=0, atol=1e-9)
    parts = sum(numbers for name, numbers in columns.items() if name.startswith("gathering_cause_"))
    np.testing.assert_allclose(parts, columns["gathering_days"], rtol=0, atol=1e-9)


def test_tables_are_means_of_each_persona(measured):
    table = measured.tables["causes_by_overlay_days"]
    own = measured.columns["cause_own_desk_days"][measured.persona == 0]
    desk = table.axes[0].index("own_desk")
    assert table.values[0, desk].sum() == pytest.approx(np.nanmean(own))
    assert np.isnan(table.values[measured.personas.index("cy")]).all()


def test_shares_lie_between_0_and_1_and_times_are_not_negative(played, measured):
    for name, entry in catalogue(played.world).items():
        numbers = measured.columns.get(name)
        if numbers is not None and not np.isnan(numbers).all():
            assert np.nanmin(numbers) >= 0, name
            assert entry.unit != "share" or np.nanmax(numbers) <= 1, name


def test_a_course_without_gathering_or_meeting_is_measured_too(raw, play_one):
    plain = raw()
    keep = ("talk", "certify", "decide_it")
    plain["steps"] = {name: plain["steps"][name] for name in keep}
    plain["steps"]["decide_it"]["after"] = ["certify"]
    plain["course"] |= {"meeting": None, "clocks": {}}
    plain["gathering"] = None
    del plain["personas"]["cy"]
    given = play_one(plain, citizens=5)
    found = measure(given.world, given.inputs, given.log)
    assert found.columns["lead_time_days"].min() > 0
    assert np.isnan(found.columns["gathering_days"]).all()
    assert found.absent["relevant_present_share"] == "no_meeting_looks_for_gaps"
