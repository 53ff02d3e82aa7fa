"""How the blocks of a report become parts of a page."""

from results_example import example_result

from simulation import figures_in, html_of, sections_of, style_in


def test_a_part_of_a_page_holds_no_inline_svg_and_its_style_touches_nothing_else():
    for section in sections_of(example_result(), "da"):
        assert "<svg" not in html_of(section.blocks, "part")
    style = style_in("part")
    assert style.startswith(".part {")
    assert ":root" not in style
    assert style.count("{") == style.count("}")


def test_every_figure_has_words_for_who_does_not_see_it():
    figures = [figure for section in sections_of(example_result(), "da") for figure in figures_in(section.blocks)]
    assert figures
    assert all(figure.alt for figure in figures)
