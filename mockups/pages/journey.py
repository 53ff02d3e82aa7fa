"""The page Et forløb: one citizen's journey in two scenarios on the same time axis."""

import streamlit as st

from mockups.parts.blocks import show_blocks
from mockups.parts.cases import chosen_pair
from mockups.parts.frame import framed, html
from mockups.parts.screen_links import show_screen_links
from mockups.parts.where_from import rooms_of, where_from
from mockups.texts import Texts
from mockups.views.cases import Pair
from mockups.views.journey import causes_table, story_table, waits_table
from mockups.views.lanes import figures_of


def _show(pair: Pair, texts: Texts) -> None:
    gathers = pair.cases[0].gathers
    html(f'<p class="lead">{texts("journey.lead" if gathers else "journey.lead_contacts")}</p>')
    show_blocks(figures_of(pair, texts), "lanes")
    table = causes_table(pair, texts)
    if table is not None:
        st.header(texts("journey.causes"), anchor=False)
        show_blocks([table], "causes")
        _show_waits(pair, texts)
        show_screen_links(pair, texts)
    elif gathers:
        html(f"<p>{texts('journey.none')}</p>")
    st.header(texts("journey.story"), anchor=False)
    columns = st.columns(2, gap="large")
    for column, title, case in zip(columns, pair.titles, pair.cases, strict=True):
        with column:
            show_blocks([story_table(title, case, texts)], f"story-{title}")
    where_from(rooms_of("citizen", pair.names[0], texts), pair.names[0], texts)


def _show_waits(pair: Pair, texts: Texts) -> None:
    st.header(texts("journey.waits"), anchor=False)
    html(f"<p>{texts('journey.waits_lead')}</p>")
    columns = st.columns(2, gap="large")
    for column, title, case in zip(columns, pair.titles, pair.cases, strict=True):
        with column:
            show_blocks([waits_table(title, case.waits, pair.sides[0].causes, texts)], f"waits-{title}")


speaker = framed("journey.title")
found = chosen_pair(speaker)
if found is not None:
    _show(found, speaker)
else:
    st.empty()
