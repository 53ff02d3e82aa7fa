import pytest

from simulation.measures.student import beyond, critical, two_sided


@pytest.mark.parametrize(("freedom", "t"), [(1, 12.7062), (2, 4.3027), (9, 2.2622), (29, 2.0452), (1000, 1.9623)])
def test_the_t_of_tables(freedom, t):
    assert critical(freedom) == pytest.approx(t, abs=5e-5)
    assert two_sided(critical(freedom), freedom) == pytest.approx(0.05, abs=1e-9)


def test_without_freedom_everything_is_possible():
    assert critical(0) == float("inf")


def test_the_tail_of_a_normal():
    assert beyond(1.959964) == pytest.approx(0.025, abs=1e-7)
