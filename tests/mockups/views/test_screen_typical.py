"""A screen says from which day on it has something to judge, as the log says, and until then why it is empty."""

from dataclasses import replace
from functools import cache
from gc import collect
from weakref import ref

from mockups.texts import Texts
from mockups.views.screen_case import Seat
from mockups.views.screen_fill import sheet_of
from mockups.views.screen_typical import is_early, typical_citizens, typical_day
from simulation import CITIZEN, Asked, Desks, Folder, Happening, Kind, Screen, desks_of
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import played

ME, SUPPORT = "job_centre", "housing_support"


def row(number: int, day: int, kind: Kind, data_type: str = "status_note") -> Happening:
    return Happening(number, day * 1440, day, kind, "", ME, SUPPORT, data_type, "", 1, 0, -1, kind)


CAME = (row(1, 3, Kind.REQUEST_SENT, ""), row(2, 12, Kind.DATA_RECEIVED), row(3, 14, Kind.DATA_USED))

START = {ME: (("status_note", SUPPORT),)}

NOTE_FIRST = ("status_note", "grants")


@cache
def desks() -> Desks:
    found = desks_of(played(scenario_of(Asked("rehabilitation/as_is")), Luck(1, 0), 2), "en")
    first, second = found.folders.values()
    folders = (with_rows(first, CAME), with_rows(second, CAME[:1]))
    return replace(found, folders={one.id: one for one in folders})


def with_rows(folder: Folder, rows: tuple[Happening, ...]) -> Folder:
    frame = replace(folder.frame, one=replace(folder.frame.one, happened=rows), at_opening={})
    return replace(folder, frame=frame, days=40)


def seat(place: int, day: int, actor: str = ME) -> Seat:
    return Seat(desks(), list(desks().folders.values())[place], actor, day, Texts("en"))


def screen(*data_types: str) -> Screen:
    words = {"da": "Intet endnu", "en": "Nothing yet"}
    paper = {"kind": "paper", "id": "p", "title": words, "data_type": "status_note", "only_there": True}
    given = {"format": 1, "id": "x", "code": "X", "title": words, "look": "mail", "courses": ["rehabilitation"]}
    more = {"side": "as_is", "actors": [ME, CITIZEN], "phase": "preparation", "about": words, "elements": [paper]}
    return Screen.model_validate(given | more | {"typical": {"data_types": list(data_types), "before": words}})


def test_the_typical_day_is_that_of_the_last_row_about_what_decides():
    assert typical_day(screen("status_note"), seat(0, 0)) == 14
    assert typical_day(screen("grants", "status_note"), seat(0, 0)) == 14
    assert typical_day(screen("grants"), seat(0, 0)) is None


def test_only_citizens_for_whom_it_comes_are_named_those_of_the_first_data_type_in_front():
    assert typical_citizens(screen("status_note"), seat(1, 0)) == (seat(0, 0).folder.id,)
    assert typical_day(screen("status_note"), seat(1, 0)) is None
    other = with_rows(seat(1, 0).folder, (row(2, 5, Kind.DATA_RECEIVED, "grants"),))
    both = replace(desks(), folders=desks().folders | {other.id: other})
    first, second = (seat(place, 0).folder.id for place in (0, 1))
    found = [
        typical_citizens(screen(*types), replace(seat(0, 0), desks=both)) for types in (NOTE_FIRST, NOTE_FIRST[::-1])
    ]
    assert found == [(first, second), (second, first)]


def test_until_it_comes_the_screen_says_why_it_is_empty_and_leaves_the_paper_out():
    shown = [
        (sheet.before, len(sheet.blocks)) for sheet in (sheet_of(screen("status_note"), seat(0, d)) for d in (11, 12))
    ]
    assert shown == [("Nothing yet", 0), ("", 1)]


def test_a_screen_for_what_is_asked_opens_on_the_day_of_the_first_request():
    words = {"da": "Intet endnu", "en": "Nothing yet"}
    asked = {"kind": "requests", "id": "asked", "title": words, "received": True}
    given = screen("status_note").model_dump() | {"elements": [asked], "typical": {"shows": "asked", "before": words}}
    found = Screen.model_validate(given | {"actors": [SUPPORT]})
    assert typical_day(found, seat(0, 0, SUPPORT)) == 3
    assert [is_early(found, seat(0, day, SUPPORT)) for day in (2, 3)] == [True, False]
    nobody = with_rows(seat(1, 0).folder, ())
    assert typical_day(found, replace(seat(1, 0, SUPPORT), folder=nobody)) is None


def test_a_citizen_with_whom_it_lay_from_the_start_stands_last():
    with_it_before = next(one for one in desks().folders.values())
    frame = replace(with_it_before.frame, one=replace(with_it_before.frame.one, happened=()), at_opening=START)
    early = replace(with_it_before, frame=frame)
    late = with_rows(seat(1, 0).folder, CAME)
    both = replace(desks(), folders={early.id: early, late.id: late})
    assert typical_citizens(screen("status_note"), replace(seat(0, 0), desks=both)) == (late.id, early.id)


def test_the_citizen_is_never_told_that_papers_of_professionals_have_not_come():
    assert not is_early(screen("status_note"), seat(0, 0, CITIZEN))


def test_what_was_made_of_cases_is_made_once_and_goes_with_them():
    cases, shown = replace(desks()), screen("status_note")
    found = replace(seat(0, 20), desks=cases)
    assert typical_citizens(shown, found) is typical_citizens(shown, found)
    gone = ref(cases)
    del cases, found
    collect()
    assert gone() is None
