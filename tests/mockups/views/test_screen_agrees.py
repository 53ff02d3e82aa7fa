"""What stands in two places of a screen says the same in both: news and tasks, requests and forms, answers and logs."""

from functools import cache

import pytest

from mockups.elements.html import html_of_blocks
from mockups.elements.values import unbroken
from mockups.texts import Texts
from mockups.views.screen_case import Seat
from mockups.views.screen_fill import sheet_of
from mockups.views.screen_streams import alerts, look_ups
from mockups.views.screen_tasks import right_of
from simulation import (
    AlertsElement,
    Asked,
    Desks,
    LookUpsElement,
    RightAnswer,
    Screen,
    Standing,
    desks_of,
    screens_in,
    shipped_screens,
)
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import played

SHELF = screens_in(shipped_screens()).screens


@cache
def desks(name: str) -> Desks:
    return desks_of(played(scenario_of(Asked(name)), Luck(1, 0), 3), "da")


def seats(name: str, screen: Screen, actor: str) -> list[Seat]:
    """Return a seat at a screen on every tenth day of every citizen."""
    found = desks(name)
    return [
        Seat(found, folder, actor, day, Texts("da"), screen.id)
        for folder in found.folders.values()
        for day in range(0, folder.days + 1, 10)
    ]


@pytest.mark.parametrize("actor", ["psychiatric_treatment", "supported_housing"])
def test_what_is_right_to_call_new_is_what_the_alerts_say_others_told_and_not_what_one_saw_oneself(actor):
    screen = SHELF["s25_condition"]
    rule = next(one.success for one in screen.tasks if isinstance(one.success, RightAnswer))
    element = next(one for one in screen.elements if isinstance(one, AlertsElement))
    for seat in seats("dual_diagnosis/to_be_long", screen, actor):
        (grid,) = alerts(element, seat)
        told = {
            one.data_type for one in seat.knows.items if any(f"row:{one.row}" == row[1].origin for row in grid.rows)
        }
        assert right_of(rule, seat) == (told or {"none_of_these"})


def test_who_answered_has_shared_something_unless_the_citizen_is_not_known_there():
    screen, element = SHELF["s07_peek_at_plans"], LookUpsElement(kind="look_ups", id="x", title={"da": "x", "en": "x"})
    for seat in seats("rehabilitation/as_is", screen, "job_centre"):
        answered = {here.from_actor for here in seat.knows.happened if here.kind.name == "REQUEST_ANSWERED"}
        contacts = seat.knows.contacts
        expected = {seat.actor_title(one) for one in answered if contacts[one].standing != Standing.NOTHING}
        (grid,) = look_ups(element, seat)
        own = seat.actor_title(seat.actor)
        assert {row[2].text for row in grid.rows if row[2].text != own} == expected


def test_a_form_says_of_what_was_ordered_and_has_not_come_that_it_is_unknown():
    screen, texts = SHELF["s12_preparatory_form"], Texts("da")
    ordered = [
        seat
        for seat in seats("rehabilitation/to_be_long", screen, "job_centre")
        if not seat.knows.find("medical_certificate")
        and any(one.data_type == "medical_certificate" and one.done is None for one in seat.knows.orders)
    ]
    assert ordered
    for seat in ordered:
        sheet = sheet_of(screen, seat)
        words = html_of_blocks(sheet, sheet.blocks, texts, 2)
        assert 'Ikke i sagen: <span class="empty empty-unknown"' in words


def test_one_day_is_one_and_no_number_leaves_the_line_of_its_unit():
    seat = seats("rehabilitation/as_is", SHELF["s01_case_view"], "job_centre")[0]
    assert [seat.days(count) for count in (0, 1, 2)] == ["0 dage", "1 dag", "2 dage"]
    said = {
        "20.08.2024 (dag 44)": "20.08.2024 (dag_44)",
        "Botilbud (§§ 107 og 108)": "Botilbud (§§_107_og_108)",
        "Lægeattest (LÆ 265)": "Lægeattest (LÆ_265)",
        "14 dage over fristen": "14_dage over fristen",
        "Møde bookes til 15.01.2025.": "Møde bookes til 15.01.2025.",
    }
    assert [unbroken(text).replace("\u00a0", "_") for text in said] == list(said.values())
