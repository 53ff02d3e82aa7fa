"""How the blocks of a report become parts of a page."""

from results_example import example_result

from mockups.parts.blocks import FONT, plotly_spec
from simulation import figures_in, html_of, sections_of, style_in

SPEC = {
    "data": [{"x": [1]}],
    "layout": {"font": {"size": 16, "family": "x"}, "xaxis": {"title": {"text": "a"}}},
    "narrow": {"font.size": 13, "xaxis.title.text": "b", "margin.r": 12},
}


def test_a_wide_figure_is_as_the_report_draws_it_but_for_the_font():
    found = plotly_spec(SPEC, narrow=False)
    assert found["data"] == SPEC["data"]
    assert found["layout"] == {"font": {"size": 16, "family": FONT}, "xaxis": {"title": {"text": "a"}}}


def test_a_narrow_figure_has_what_differs_there_and_leaves_the_report_as_it_was():
    found = plotly_spec(SPEC, narrow=True)
    assert found["layout"]["font"] == {"size": 13, "family": FONT}
    assert found["layout"]["xaxis"] == {"title": {"text": "b"}}
    assert found["layout"]["margin"] == {"r": 12}
    assert SPEC["layout"]["font"]["size"] == 16


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
