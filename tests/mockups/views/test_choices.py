"""What a link chooses."""

from mockups.views.choices import Course, Size, chosen, design_of

ONE = Course("one", "Et", "", ("one/as_is", "one/to_be"), {"one/as_is": "A", "one/to_be": "B", "one/single": "C"})
TWO = Course("two", "To", "", ("two/as_is",), {"two/as_is": "A"})


def test_a_link_that_says_nothing_gives_the_main_scenarios_of_the_first_course():
    found = chosen((ONE, TWO), "", "")
    assert (found.course, found.scenarios, found.unknown) == (ONE, ONE.main, ())


def test_scenarios_keep_the_order_of_the_link_and_each_is_taken_once():
    assert chosen((ONE, TWO), "one", "one/single,one/as_is,one/single").scenarios == ("one/single", "one/as_is")


def test_what_is_not_there_is_left_out_and_told():
    found = chosen((ONE, TWO), "three", "one/as_is,/etc/passwd.yaml")
    assert (found.course, found.scenarios) == (ONE, ("one/as_is",))
    assert found.unknown == ("three", "/etc/passwd.yaml")


def test_titles_stand_in_one_line():
    assert ONE.titles(ONE.main) == "A · B"


def test_a_design_is_the_same_for_everybody_who_chooses_the_same():
    assert design_of(["one/as_is", "one/to_be"], Size()) == design_of(("one/as_is", "one/to_be"), Size())
    assert design_of(ONE.main, Size()).replications == 20
