"""Many options are one list to choose from, few are a button each."""

import pytest

from mockups.elements.html import MANY, html_of_blocks
from mockups.texts import Texts
from mockups.views.screen_blocks import Block, Form, Input, Sheet


def page(options: int) -> str:
    field = Input("who", "Hvem?", "one_of", tuple((f"a{n}", f"Aktør {n}") for n in range(options)))
    block = Block("form", "form", "Skema", "", (Form("form", (field,)),))
    sheet = Sheet("s", "S", "Skærm", "mail", "Mail", "", (), (), (block,))
    return html_of_blocks(sheet, sheet.blocks, Texts("da"), 2)


@pytest.mark.parametrize(("options", "buttons", "entries"), [(MANY, MANY, 0), (MANY + 1, 0, MANY + 2)])
def test_more_than_eight_options_are_a_list(options: int, buttons: int, entries: int):
    assert page(options).count('type="radio"') == buttons
    assert page(options).count("<option") == entries
