"""Places in data files."""

from simulation.values.places import Place


def test_a_place_reads_as_editors_expect_it() -> None:
    assert str(Place("scenarios/shared/actors.yaml", 3, 5)) == "scenarios/shared/actors.yaml:3:5"


def test_places_are_in_file_order() -> None:
    places = [Place("b.yaml", 1, 1), Place("a.yaml", 10, 1), Place("a.yaml", 2, 9), Place("a.yaml", 2, 1)]
    assert sorted(places) == [places[3], places[2], places[1], places[0]]
