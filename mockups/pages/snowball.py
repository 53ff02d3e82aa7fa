"""The page Snebolden: one citizen, day by day, in two scenarios beside each other."""

import streamlit as st

from mockups.parts.address import choice
from mockups.parts.cases import choose_truth, chosen_pair
from mockups.parts.frame import framed, html
from mockups.parts.snowball import show_ball
from mockups.parts.where_from import rooms_of, where_from
from mockups.texts import Texts
from mockups.views.cases import Pair, day_of
from mockups.views.snowball import ball


def _show(pair: Pair, texts: Texts) -> None:
    gathers = pair.cases[0].gathers
    html(f'<p class="lead">{texts("snowball.lead" if gathers else "snowball.lead_contacts")}</p>')
    truth = choose_truth(texts)
    show_ball(ball(pair, texts, truth=truth), day_of(choice("day"), pair.days))
    where_from(rooms_of("citizen", pair.names[0], texts), pair.names[0], texts)


speaker = framed("snowball.title")
found = chosen_pair(speaker)
if found is not None:
    _show(found, speaker)
else:
    st.empty()
