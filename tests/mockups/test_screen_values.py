"""Every value on a screen is what its row of the log, or its line of a data file, says: nothing is painted by hand."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, cached_property

import pytest

from mockups.elements.html import html_of
from mockups.texts import SENTENCES, Texts
from mockups.views.screen_blocks import Lane, Lanes, Value, values_of
from mockups.views.screen_case import Seat
from mockups.views.screen_fill import sheet_of
from mockups.views.screen_typical import typical_day
from simulation import (
    CITIZEN,
    Asked,
    Consent,
    Desks,
    Happening,
    Kind,
    KnownContact,
    Screen,
    Standing,
    Why,
    Withdrawn,
    desks_of,
    knowledge,
    screens_in,
    shipped_screens,
)
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import scenario_of
from simulation.experiments.replication import Played, played
from simulation.experiments.withdrawing import after_withdrawal

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
    """Yield every place at a screen: course, scenario, first citizen of each persona, who sits there, five days.

    The day that is typical of the screen is one more.
    """
    sides = {"both": SCENARIOS, "as_is": SCENARIOS[:1], "to_be": SCENARIOS[1:]}[screen.side]
    for course in screen.courses:
        for name in (*sides, *([screen.scenario] if screen.scenario else [])):
            found = desks(f"{course}/{name}", lang)
            for folder in found.folders.values():
                if folder.number == 1:
                    for actor in screen.actors:
                        first = Seat(found, folder, actor, 0, Texts(lang), screen.id)
                        typical = typical_day(screen, first)
                        for day in (*DAYS, *([] if typical is None else [typical])):
                            yield replace(first, day=min(day, folder.days))


class Log:
    """What one place at a screen may tell, worked out from the rows and from no view."""

    def __init__(self, seat: Seat) -> None:
        self.seat, self.folder, self.words = seat, seat.folder, seat.desks.words
        until = seat.folder.minute(seat.day)
        self.rows = {here.row: here for here in seat.folder.frame.one.happened if here.minute <= until}
        self.of_row: dict[int, frozenset[str]] = {}

    @cached_property
    def common(self) -> frozenset[str]:
        """Return whom and what the rows so far speak of."""
        words, rows = self.words, self.rows.values()
        others = {one.from_actor or one.actor for one in rows if one.kind in GIVES} | {self.folder.frame.one.owner}
        kinds = {one.data_type for one in rows if one.data_type}
        kinds |= {name for name, _ in self.folder.frame.at_opening.get(self.seat.actor, ())}
        kinds |= {name for names in self.folder.frame.produces.values() for name in names}
        titles = {words.actors[name].title for name in others if name in words.actors}
        titles |= {words.data_types[name].title for name in kinds}
        return frozenset(titles | set(words.domains.values()) | set(words.rules.values())) | fixed_words(
            self.seat.texts.lang
        )

    def said(self, here: Happening) -> frozenset[str]:
        """Return all that a value may say because of one row."""
        if here.row not in self.of_row:
            seat, folder, words = self.seat, self.folder, self.words
            date = folder.opened.fromordinal(folder.opened.toordinal() + here.day).strftime("%d.%m.%Y")
            ages = {seat.day - here.day, seat.day - (here.minute - max(here.value, 0) + folder.since_midnight) // 1440}
            own = {words.actors[name].title for name in (here.actor, here.from_actor) if name in words.actors}
            own |= {seat.channel(here.channel)} if here.channel else set()
            own |= {seat.texts("screen.age.days", n=n) for n in ages}
            own |= {seat.texts("screen.date", date=date, day=here.day), folder.said.get(here.row, "")}
            own |= {folder.said_to_citizen.get(here.row, "")} if seat.is_citizen else set()
            self.of_row[here.row] = frozenset(own - {""}) | self.common
        return self.of_row[here.row]


GIVES = (Kind.DATA_CREATED, Kind.DATA_RECEIVED, Kind.DATA_USED, Kind.LEARNED, Kind.STEP_STARTED, Kind.HOLDER_NAMED)


@cache
def fixed_words(lang: str) -> frozenset[str]:
    """Return the words of screens that hold nothing of a case."""
    texts = SENTENCES["en" if lang == "en" else "da"]
    return frozenset(said.format_map(Blank()) for key, said in texts.items() if key.startswith("screen."))


def is_told(value: Value, log: Log) -> bool:
    """Return whether a value is what its origin says, with fixed words of the screens around it."""
    kind, _, name = value.origin.partition(":")
    fixed, words, folder = fixed_words(log.seat.texts.lang), log.words, log.folder
    if value.text in fixed or value.text == "":
        return True
    if kind == "row":
        here = log.rows.get(int(name))
        return here is not None and is_made_of(value.text, log.said(here))
    if kind in ("file", "opening"):
        known = {one.title for one in words.data_types.values()} | {one.title for one in words.actors.values()}
        return value.text in known | {folder.name, f"«{folder.wish}»", folder.case_type, *words.domains.values()}
    if kind == "fold":
        return value.text in {str(number) for number in counts(log)}
    return kind in ("clock", "fixed", "typed")


def is_made_of(text: str, parts: frozenset[str]) -> bool:
    """Return whether a text is one of some parts, or several of them with signs between."""
    if text in parts:
        return True
    for part in sorted((one for one in parts if one in text), key=len, reverse=True):
        text = text.replace(part, "")
    return re.fullmatch(r"[\s;:()·,–]*", text) is not None


def counts(log: Log) -> set[int]:
    """Return what can be counted of a case: rows of a kind, for all and for each actor asked, and actors known."""
    rows = list(log.rows.values())
    found = set(Counter(here.kind for here in rows).values()) | {0}
    for other in log.folder.frame.others:
        asked = [here for here in rows if here.from_actor == other]
        sent = [place for place, here in enumerate(asked) if here.kind == Kind.REQUEST_SENT]
        found.add(sum(here.kind == Kind.REQUEST_REMINDED for here in asked[sent[-1] :] if sent) if sent else 0)
    others = [one for one in log.seat.knows.contacts.values() if one.standing not in (Standing.NONE, Standing.NOTHING)]
    return found | {len(others)}


def stands_at_its_row(lane: Lane, body: Lanes, log: Log) -> bool:
    """Return whether each sign of a lane stands on the day of its row, and the row speaks of the lane's actor."""
    name, rows = lane.name.origin.removeprefix("file:actors/"), log.rows
    own = log.seat.actor
    return all(
        body.first <= mark.day <= body.last
        and rows[int(mark.what.origin.removeprefix("row:"))].day == mark.day
        and (name == own or name in rows[int(mark.what.origin.removeprefix("row:"))][5:7])
        for mark in lane.marks
    )


class Blank(dict):
    def __missing__(self, key: str) -> str:
        return ""


QUICK = ("S01", "S02", "S06", "S10", "S12", "S14", "S16", "S17", "S20", "S22", "S25", "S29")
"""Codes of the screens that are always filled; the others, slower ones among them, in the long walk."""
ALL = [pytest.param(name, marks=() if one.code in QUICK else pytest.mark.walk) for name, one in SHELF.items()]


@pytest.mark.parametrize("lang", ["da", pytest.param("en", marks=pytest.mark.walk)])
@pytest.mark.parametrize("name", ALL)
def test_a_screen_shows_every_persona_on_five_days_and_no_value_of_its_own(name: str, lang: str):
    screen, checked = SHELF[name], 0
    for seat in seats(screen, lang):
        sheet = sheet_of(screen, seat)
        page = html_of(sheet, seat.texts)
        assert sheet.title in page or "&" in page
        log = Log(seat)
        lanes = [body for block in sheet.blocks for body in block.bodies if isinstance(body, Lanes)]
        assert all(stands_at_its_row(lane, body, log) for body in lanes for lane in body.lanes)
        for value in values_of(sheet):
            checked += 1
            assert is_told(value, log) or is_waiting(value, seat), (value, seat.folder.id, seat.actor, seat.day)
    assert checked > 100


@cache
def without(scenario: str, area: str) -> tuple[Desks, str]:
    """Return citizens of whom one has withdrawn the consent for an area on day 30, and which; an ordinary one."""
    found = replication(scenario)
    for name, folder in desks_of(found, "da").folders.items():
        before = knowledge(folder.frame, CITIZEN, folder.minute(29)).consent
        if before.covers(area) and folder.days > DAYS[-2]:
            return desks_of(after_withdrawal(found, Withdrawn(name, 30, (area,))), "da"), name
    raise AssertionError(area)


@pytest.mark.parametrize(
    ("scenario", "area"),
    [
        ("rehabilitation/to_be_long", "mental_health"),
        ("dual_diagnosis/to_be_long", "mental_health"),
        pytest.param("dual_diagnosis/to_be_long", "social", marks=pytest.mark.walk),
    ],
)
def test_on_every_screen_a_withdrawn_area_looks_as_if_nobody_had_asked_and_is_named_to_the_citizen_alone(
    scenario: str, area: str
):
    found, name = without(scenario, area)
    folder, texts = found.folders[name], Texts("da")
    told = {texts("screen.consent.stopped", date="").strip(), texts("screen.consent.left_out")}
    for screen in SHELF.values():
        for actor in screen.actors if found.course in screen.courses else ():
            seat = Seat(found, folder, actor, 90, texts, screen.id)
            log, values = Log(seat), list(values_of(sheet_of(screen, seat)))
            assert all(is_told(value, log) or is_waiting(value, seat) for value in values)
            is_panel = any(part.kind == "consent" and actor in (part.only_for or (actor,)) for part in screen.elements)
            is_named = any(value.text.startswith(tuple(told)) for value in values)
            assert is_named == (actor == CITIZEN and is_panel)
            for other, contact in seat.knows.contacts.items():
                needs_consent = folder.frame.rights.may(Consent(is_on=True), other, actor, "") == Why.CONSENT
                is_open = found.words.actors[other].domain != area or not needs_consent or actor == CITIZEN
                is_sensitive = area in folder.frame.rights.sensitive
                if not is_open and is_sensitive and not contact.items:
                    assert (contact, seat.status(contact)) == (KnownContact(other), seat.empty("not_asked"))
                for item in contact.items:
                    if item.why == Why.CONSENT and area in folder.frame.rights.domains_of(item.giver, item.data_type):
                        assert folder.day(item.since) <= 30
                        assert texts("screen.mark.withdrawn") in seat.marks(item)


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
    log = Log(seat)
    row = next(here.row for here in log.rows.values() if here.day == 0)
    painted = (("17.03.2024 (dag 5)", f"row:{row}"), ("Botilbud Solsikken", f"row:{row}"), ("977", "fold"))
    painted += (("Familieafdeling", f"row:{row}"), ("har oplysninger fra hjemmet", "fold"), ("3", "nowhere"), ("3", ""))
    assert [is_told(Value(text, origin), log) for text, origin in painted] == [False] * len(painted)
