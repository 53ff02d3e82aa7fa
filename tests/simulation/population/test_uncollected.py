"""The garbage collector is left as it was, whatever happens meanwhile."""

import gc

import pytest

from simulation.population.uncollected import uncollected


def test_the_collector_rests_and_then_works_again():
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_something_went_wrong():
    with pytest.raises(ValueError, match="wrong"), uncollected():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_it_stays_off_where_somebody_else_switched_it_off():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
