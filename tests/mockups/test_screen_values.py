"""Every value on a screen is what its row of the log, or its line of a data file, says: nothing is painted by hand."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from mockups.elements.html import html_of
from mockups.texts import SENTENCES, Texts
from mockups.views.screen_blocks import Value, values_of
from mockups.views.screen_case import Seat
from mockups.views.screen_fill import sheet_of
from simulation import Asked, Desks, Happening, Kind, Screen, Standing, desks_of, screens_in, shipped_screens
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import Played, played

SHELF = screens_in(shipped_screens()).screens
SCENARIOS = ("as_is", "to_be_short", "to_be_long")
DAYS = (0, 20, 45, 90, 200)
CITIZENS = 24


@cache
def replication(scenario: str) -> Played:
    return played(scenario_of(Asked(scenario)), Luck(1, 0), CITIZENS)


@cache
def desks(scenario: str, lang: str) -> Desks:
    return desks_of(replication(scenario), "en" if lang == "en" else "da")


def seats(screen: Screen, lang: str) -> Iterator[Seat]:
    """Yield every place at a screen: course, scenario, first citizen of each persona, who sits there, five days."""
    for course in screen.courses:
        for name in SCENARIOS if screen.side == "both" else ("as_is",) if screen.side == "as_is" else SCENARIOS[1:]:
            found = desks(f"{course}/{name}", lang)
            for folder in found.folders.values():
                if folder.number == 1:
                    for actor in screen.actors:
                        for day in DAYS:
                            yield Seat(found, folder, actor, min(day, folder.days), Texts(lang), screen.id)


def rows_of(seat: Seat) -> dict[int, Happening]:
    return {here.row: here for here in seat.folder.frame.one.happened if here.minute <= seat.folder.minute(seat.day)}


def said_of_row(seat: Seat, here: Happening) -> set[str]:
    """Return all that a value may say because of one row, worked out from the row and from no view."""
    folder, words = seat.folder, seat.desks.words
    date = folder.opened.fromordinal(folder.opened.toordinal() + here.day).strftime("%d.%m.%Y")
    minutes = here.day * 1440 - folder.since_midnight
    ages = {seat.day - here.day, seat.day - (here.minute - max(here.value, 0) + folder.since_midnight) // 1440}
    assert minutes <= here.minute
    others = {here.actor, here.from_actor, folder.frame.one.owner}
    others |= {one.from_actor or one.actor for one in rows_of(seat).values() if one.kind in GIVES}
    return {
        seat.texts("screen.date", date=date, day=here.day),
        folder.said.get(here.row, ""),
        *(words.actors[name].title for name in others if name in words.actors),
        *(words.data_types[one.data_type].title for one in rows_of(seat).values() if one.data_type),
        *(words.data_types[name].title for name, _ in seat.folder.frame.at_opening.get(seat.actor, ())),
        *(words.data_types[name].title for names in folder.frame.produces.values() for name in names),
        *({seat.channel(here.channel)} if here.channel else set()),
        *(seat.texts("screen.age.days", n=n) for n in ages),
        *words.domains.values(),
    }


GIVES = (Kind.DATA_CREATED, Kind.DATA_RECEIVED, Kind.DATA_USED, Kind.LEARNED, Kind.STEP_STARTED, Kind.HOLDER_NAMED)


@cache
def fixed_words(lang: str) -> frozenset[str]:
    """Return the words of screens that hold nothing of a case."""
    texts = SENTENCES["en" if lang == "en" else "da"]
    return frozenset(said.format_map(Blank()) for key, said in texts.items() if key.startswith("screen."))


def is_told(value: Value, seat: Seat) -> bool:
    """Return whether a value is what its origin says, with fixed words of the screens around it."""
    kind, _, name = value.origin.partition(":")
    fixed, words = fixed_words(seat.texts.lang), seat.desks.words
    if value.text in fixed or value.text == "":
        return True
    if kind == "row":
        here = rows_of(seat).get(int(name))
        if here is None:
            return False
        left = value.text
        parts = said_of_row(seat, here) | fixed | set(words.rules.values())
        for part in sorted(parts - {""}, key=len, reverse=True):
            left = left.replace(part, "")
        return re.fullmatch(r"[\s;:()·,–]*", left) is not None
    if kind in ("file", "opening"):
        known = {one.title for one in words.data_types.values()} | {one.title for one in words.actors.values()}
        persona = seat.folder.name, f"«{seat.folder.wish}»", seat.folder.case_type
        return value.text in known | {*persona, *words.domains.values(), *fixed}
    if kind == "fold":
        return value.text in {str(number) for number in counts(seat)}
    return kind in ("clock", "fixed", "typed")


def counts(seat: Seat) -> set[int]:
    """Return what can be counted of a case: rows of a kind, for all and for each actor asked, and actors known."""
    rows = list(rows_of(seat).values())
    found = {sum(here.kind == kind for here in rows) for kind in Kind}
    for other in seat.folder.frame.others:
        asked = [here for here in rows if here.from_actor == other]
        sent = [place for place, here in enumerate(asked) if here.kind == Kind.REQUEST_SENT]
        since = asked[sent[-1] :] if sent else []
        found.add(sum(here.kind == Kind.REQUEST_REMINDED for here in since))
    others = [one for one in seat.knows.contacts.values() if one.standing not in (Standing.NONE, Standing.NOTHING)]
    return found | {len(others)}


class Blank(dict):
    def __missing__(self, key: str) -> str:
        return ""


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("name", SHELF)
def test_a_screen_shows_every_persona_on_five_days_and_no_value_of_its_own(name: str, lang: str):
    screen, checked = SHELF[name], 0
    for seat in seats(screen, lang):
        sheet = sheet_of(screen, seat)
        page = html_of(sheet, seat.texts)
        assert sheet.title in page or "&" in page
        for value in values_of(sheet):
            checked += 1
            wrong = (value, seat.folder.id, seat.actor, seat.day)
            assert is_told(value, seat) or is_waiting(value, seat), wrong
    assert checked > 100


def is_waiting(value: Value, seat: Seat) -> bool:
    """Return whether a value is a number of days between two rows that the citizen's log has."""
    found = re.fullmatch(re.escape(seat.texts("screen.age.days", n=0)).replace("0", r"(\d+)"), value.text)
    if not found:
        return False
    days = {here.day for here in seat.folder.frame.one.happened} | {seat.day}
    return any(end - int(found[1]) in days for end in days)


def test_a_value_painted_by_hand_is_found():
    screen = SHELF["s01_case_view"]
    seat = next(one for one in seats(screen, "da") if one.day >= 45)
    row = next(here.row for here in seat.folder.frame.one.happened if here.day == 0)
    assert not is_told(Value("17.03.2024 (dag 5)", f"row:{row}"), seat)
    assert not is_told(Value("Botilbud Solsikken", f"row:{row}"), seat)
    assert not is_told(Value("Familieafdeling", f"row:{row}"), seat)
    assert not is_told(Value("977", "fold"), seat)
    assert not is_told(Value("har oplysninger fra hjemmet", "fold"), seat)
    assert not is_told(Value("Mette, 34", "file:x"), seat) or seat.folder.name == "Mette, 34"
    assert not is_told(Value("3", "nowhere"), seat)
