"""One lane per actor that is known of, each sign on the day of its row, and the same as a table."""

from dataclasses import replace
from functools import cache

from mockups.elements.html import html_of_blocks
from mockups.texts import Texts
from mockups.views.screen_blocks import Block, Lanes, Sheet
from mockups.views.screen_case import Seat
from mockups.views.screen_lanes import lanes
from simulation import Asked, Desks, Happening, Kind, LanesElement, desks_of
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import played

ME, HOUSING, JOB = "psychiatric_treatment", "supported_housing", "job_centre"


@cache
def desks() -> Desks:
    return desks_of(played(scenario_of(Asked("dual_diagnosis/as_is")), Luck(1, 0), 2), "en")


def row(number: int, day: int, kind: Kind, actor: str, giver: str = "", data_type: str = "") -> Happening:
    return Happening(number, day * 1440, day, kind, "", actor, giver, data_type, "", 1, 0, -1, kind)


HAPPENED = (
    row(1, 0, Kind.CITIZEN_ASKED, ME, data_type="own_goal"),
    row(2, 4, Kind.LEARNED, ME, HOUSING, "effort_overview"),
    row(3, 20, Kind.STEP_DONE, ME),
    row(4, 22, Kind.LOOKED_UP, HOUSING, ME, "current_medicine"),
    row(5, 23, Kind.LEARNED, HOUSING, ME, "current_medicine"),
    row(6, 25, Kind.LEARNED, ME, HOUSING, "plan_and_goals"),
    row(7, 26, Kind.LOOKED_UP, ME, JOB, "effort_overview"),
    row(8, 30, Kind.STEP_DONE, ME),
)


def found(day: int, last_days: int = 60) -> Lanes:
    folder = next(iter(desks().folders.values()))
    frame = replace(folder.frame, one=replace(folder.frame.one, happened=HAPPENED), at_opening={})
    said = {1: "asks", 3: "a talk", 4: "looks up", 7: "looks up", 8: "a talk"}
    seat = Seat(desks(), replace(folder, frame=frame, said=said), ME, day, Texts("en"))
    element = LanesElement.model_validate(
        {"id": "x", "title": {"da": "x", "en": "x"}, "kind": "lanes", "last_days": last_days}
    )
    (body,) = lanes(element, seat)
    assert isinstance(body, Lanes)
    return body


def signs(body: Lanes) -> dict[str, list[tuple[int, str]]]:
    return {lane.name.text: [(mark.day, mark.sign) for mark in lane.marks] for lane in body.lanes}


def test_own_contacts_stand_in_the_first_lane_and_what_came_from_another_in_its_own():
    own, housing = "Psychiatric treatment", "Supported housing (sections 107 and 108)"
    assert signs(found(30)) == {
        own: [(0, "contact"), (20, "contact"), (30, "contact")],
        housing: [(4, "news"), (22, "given"), (25, "news")],
    }
    assert [lane.name.marks for lane in found(30).lanes] == [("you",), ()]
    assert [lane.state.text for lane in found(30).lanes] == ["since the latest: 0 days", "since the latest: 5 days"]


def test_who_is_not_known_of_yet_has_no_lane_and_what_is_still_to_come_no_sign():
    assert list(signs(found(3)).values()) == [[(0, "contact")]]


def test_the_line_is_the_contact_before_today_and_news_after_it_says_so_in_the_table():
    body = found(30)
    assert body.visit == 20
    what = [(cells[0].text[-7:], cells[3].text, cells[3].marks) for cells in body.twin.rows]
    assert what[:3] == [
        ("day 30)", "a talk", ()),
        ("day 25)", "Plan and goals", ("new since your last contact",)),
        ("day 22)", "looks up", ()),
    ]
    assert len(body.twin.rows) == 6


def test_lanes_go_back_no_further_than_asked_and_say_so_where_nothing_is_left():
    body = found(30, last_days=7)
    assert (body.first, body.last) == (23, 30)
    assert [[mark.day for mark in lane.marks] for lane in body.lanes] == [[30], [25]]


def test_signs_lie_where_their_day_is_on_the_axis_and_each_says_which_row_it_is():
    block = Block("lanes", "lanes", "Lanes", "", (found(30),))
    sheet = Sheet("s", "S", "Screen", "mail", "Mail", "", (), (), (block,))
    page = html_of_blocks(sheet, (block,), Texts("en"), 2)
    assert '<span class="sign sign-contact" style="left: 66.7%" data-from="row:3">■</span>' in page
    assert '<span class="sign sign-news" style="left: 83.3%" data-from="row:6">●</span>' in page
    assert "<summary>The same as a table</summary>" in page
