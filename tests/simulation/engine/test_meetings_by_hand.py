"""Meetings and ways back from them: logs worked out on paper from docs/semantics.md (S6.4, S7)."""

from typing import Any

import pytest
from small_worlds import (
    citizen,
    count,
    data_type,
    decide,
    gather,
    gathering,
    holder,
    lines,
    meeting,
    minutes,
    panel,
    person,
    played,
    pool,
    rule,
    share,
    text,
    work,
    working_days,
    world,
)

from simulation.engine.kinds import Gap
from simulation.population.inputs import Inputs

TEAM = {"team": panel()}


def test_a_case_books_the_earliest_free_seat_at_least_the_notice_away():
    given = world(
        {"meet": meeting("team", participants=[{"role": "team", "minutes": minutes(45)}], asks_citizen=True)},
        {"ann": citizen("mon1 09:00"), "bo": citizen("mon1 09:00"), "cy": citizen("mon1 14:00")},
        closes="meet",
        roles=TEAM,
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  bo   case_opened
        2   mon1 09:00  ann  step_asked      meet                   <0
        3   mon1 09:00  ann  meeting_booked  meet       =tue1_10:00 <2
        4   mon1 09:00  bo   step_asked      meet                   <1
        5   mon1 09:00  bo   meeting_booked  meet       =tue2_10:00 <4   -- one seat per slot
        6   mon1 14:00  cy   case_opened
        7   mon1 14:00  cy   step_asked      meet                   <6
        8   mon1 14:00  cy   meeting_booked  meet       =tue3_10:00 <7   -- half a day's notice ends on Tuesday at 11
        9   tue1 10:00  ann  meeting_held    meet       =60         <3
        10  tue1 10:00  ann  attended        meet team  =45         <9
        11  tue1 11:00  ann  step_done       meet       =60         <9
        12  tue1 11:00  ann  citizen_asked   meet       =0          <11
        13  tue1 11:00  ann  case_closed                            <11
        14  tue2 10:00  bo   meeting_held    meet       =60         <5
        15  tue2 10:00  bo   attended        meet team  =45         <14
        16  tue2 11:00  bo   step_done       meet       =60         <14
        17  tue2 11:00  bo   citizen_asked   meet       =0          <16
        18  tue2 11:00  bo   case_closed                            <16
        19  tue3 10:00  cy   meeting_held    meet       =60         <8
        20  tue3 10:00  cy   attended        meet team  =45         <19
        21  tue3 11:00  cy   step_done       meet       =60         <19
        22  tue3 11:00  cy   citizen_asked   meet       =0          <21
        23  tue3 11:00  cy   case_closed                            <21
    """)


def with_papers(handling: float, **more: Any):
    """Return a world whose papers are due half a working day before the meeting, on Monday at 13:00."""
    papers = {"papers_due": working_days(0.5), "ready_when": ["send"], **more}
    return world(
        {"meet": meeting("team", **papers), "send": work("clerks", handling, when_booked="meet")},
        {"ann": citizen("mon1 09:00")},
        closes="meet",
        roles={**TEAM, "clerks": pool()},
    )


def test_booking_starts_the_papers_and_a_meeting_without_them_loses_its_seat_to_a_later_slot():
    assert played(with_papers(300)).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked      meet                          <0
        2   mon1 09:00  ann  meeting_booked  meet             =tue1_10:00  <1
        3   mon1 09:00  ann  step_asked      send                          <2
        4   mon1 09:00  ann  step_started    send @clerks.0                <3
        5   mon1 13:00  ann  seat_lost       meet                          <2
        6   mon1 13:00  ann  meeting_booked  meet             =tue2_10:00  <5   -- not the seat it has just lost
        7   mon1 14:00  ann  step_done       send @clerks.0   =300         <4
        8   tue2 10:00  ann  meeting_held    meet             =60          <6
        9   tue2 11:00  ann  step_done       meet             =60          <8
        10  tue2 11:00  ann  case_closed                                   <9
    """)


def test_papers_that_are_ready_in_the_minute_they_are_due_are_in_time():
    assert played(with_papers(240)).rows()[5:7] == lines("""
        5  mon1 13:00  ann  step_done     send @clerks.0  =240  <4
        6  tue1 10:00  ann  meeting_held  meet            =60   <2
    """)


def test_who_stays_away_takes_the_next_free_slot_until_the_declared_number():
    missed = {"chance": share(1), "again_after": working_days(1), "at_most": 1}
    given = world(
        {"meet": meeting("team", no_show=missed), "other": meeting("team")},
        {"ann": citizen("mon1 09:00", enters_at="meet"), "bo": citizen("mon1 09:00", enters_at="meet")},
        closes="meet",
        roles=TEAM,
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  bo   case_opened
        2   mon1 09:00  ann  step_asked      meet              <0
        3   mon1 09:00  ann  meeting_booked  meet  =tue1_10:00 <2
        4   mon1 09:00  bo   step_asked      meet              <1
        5   mon1 09:00  bo   meeting_booked  meet  =tue2_10:00 <4
        6   tue1 10:00  ann  no_show         meet              <3
        7   tue1 10:00  ann  meeting_booked  meet  =tue3_10:00 <6   -- Bo has the seat of the second Tuesday
        8   tue2 10:00  bo   no_show         meet              <5
        9   tue2 10:00  bo   meeting_booked  meet  =tue4_10:00 <8
        10  tue3 10:00  ann  meeting_held    meet  =60         <7
        11  tue3 11:00  ann  step_done       meet  =60         <10
        12  tue3 11:00  ann  case_closed                       <11
        13  tue4 10:00  bo   meeting_held    meet  =60         <9
        14  tue4 11:00  bo   step_done       meet  =60         <13
        15  tue4 11:00  bo   case_closed                       <14
    """)


def test_the_number_of_absences_is_counted_anew_each_time_the_meeting_comes_round():
    missed = {"chance": share(1), "again_after": working_days(1), "at_most": 1}
    given = world(
        {
            "meet": meeting("team", no_show=missed),
            "fin": decide({"yes": 1}, "meet", again={"back_to": "meet", "when": {}, "at_most": 1}),
        },
        {"ann": citizen("mon1 09:00")},
        closes="fin",
        roles=TEAM,
    )
    assert [row.split(" ", 4)[4] for row in played(given).rows() if "tue" in row.split()[1]] == lines("""
        no_show meet <2
        meeting_booked meet =tue2_10:00 <3
        meeting_held meet =60 <4
        step_done meet =60 <5
        step_asked fin <6
        step_done fin =0 <7
        step_asked meet #1 <8
        meeting_booked meet #1 =tue3_10:00 <9
        no_show meet #1 <10
        meeting_booked meet #1 =tue4_10:00 <11
        meeting_held meet #1 =60 <12
        step_done meet #1 =60 <13
        step_asked fin #1 <14
        step_done fin #1 =0 <15
        cap_reached fin #1 <16
        case_closed <16
    """)


def test_a_postponed_meeting_takes_the_next_free_slot():
    given = world(
        {"meet": meeting("team", postponed=share(0.5))}, {"ann": citizen("mon1 09:00")}, closes="meet", roles=TEAM
    )

    def once(inputs: Inputs) -> None:
        plan = inputs.steps[0].meeting
        assert plan is not None
        for slot in range(plan.tries):
            inputs.columns[plan.postponed + slot].numbers[:] = slot == 0

    assert played(given, once).rows()[3:] == lines("""
        3  tue1 10:00  ann  meeting_moved   meet              <2
        4  tue1 10:00  ann  meeting_booked  meet  =tue2_10:00 <3
        5  tue2 10:00  ann  meeting_held    meet  =60         <4
        6  tue2 11:00  ann  step_done       meet  =60         <5
        7  tue2 11:00  ann  case_closed                       <6
    """)


def test_slots_in_closed_minutes_do_not_exist():
    given = world(
        {"meet": meeting("team", weekday="mon")},
        {"ann": citizen("mon1 11:00")},
        closes="meet",
        roles=TEAM,
        story_begins="2024-05-13",  # the second Monday is Whit Monday
    )
    assert played(given).rows()[2] == "2 mon1 11:00 ann meeting_booked meet =mon3_10:00 <1"


def with_check(**more: Any):
    """Return a world where one critical data type is gathered, written up and looked for at a meeting."""
    check = {"noticed": share(1), "return_to": "collect", "at_most": 1}
    return world(
        {
            "collect": gather("owner"),
            "write": work("clerks", 30, "collect"),
            "meet": meeting("team", "write", checks_critical={**check, **more.pop("check", {})}),
            **more.pop("steps", {}),
        },
        {"ann": citizen("mon1 09:00", **{"overview": share(1), **more.pop("ann", {})})},
        closes="meet",
        roles={**TEAM, "clerks": pool(), "owner": more.pop("owner", person()), **more.pop("roles", {})},
        actors=more.pop("actors", {"h1": holder()}),
        data_types=more.pop("data_types", {"d1": data_type("h1", need="critical")}),
        gathering=gathering(search={"delay": minutes(0)}, reminders={"at_most": count(0)}),
        **{"legal_basis": {"all": rule()}, **more},
    )


def silent(inputs: Inputs, holder_place: int, *rounds: int) -> None:
    plan = inputs.holders[holder_place]
    for number in rounds:
        inputs.columns[plan.answers + number].numbers[:] = 0  # one contact per round


def test_what_is_noticed_missing_is_asked_for_again_and_the_steps_between_are_done_again():
    assert played(with_check(), lambda inputs: silent(inputs, 0, 0)).rows()[5:] == lines("""
        5   mon1 09:00  ann  item_started            h1 @owner.0 send                <4
        6   mon1 09:30  ann  contact_sought          h1 @owner.0          =20        <5
        7   mon1 09:30  ann  request_sent            h1 @owner.0          =10        <5
        8   mon2 09:30  ann  request_never_answered  h1                              <7
        9   mon2 09:30  ann  step_done               collect                         <8
        10  mon2 09:30  ann  step_asked              write                           <9
        11  mon2 09:30  ann  step_started            write @clerks.0                 <10
        12  mon2 10:00  ann  step_done               write @clerks.0      =30        <11
        13  mon2 10:00  ann  step_asked              meet                            <12
        14  mon2 10:00  ann  meeting_booked          meet                 =tue2_10:00 <13
        15  tue2 10:00  ann  meeting_held            meet                 =60        <14
        16  tue2 11:00  ann  step_done               meet                 =60        <15
        17  tue2 11:00  ann  data_missing            meet d1              =1 cause:2 <16
        18  tue2 11:00  ann  case_returned           meet                            <16
        19  tue2 11:00  ann  step_asked              collect #1                      <18
        20  tue2 11:00  ann  step_started            collect #1                      <19
        21  tue2 11:00  ann  item_started            h1 @owner.0 send                <20
        22  tue2 11:30  ann  contact_sought          h1 @owner.0          =20        <21
        23  tue2 11:30  ann  request_sent            h1 @owner.0 #1       =10        <21
        24  tue2 11:30  ann  person_found            h1                              <23
        25  wed2 11:30  ann  request_answered        h1          #1       =7         <24
        26  wed2 11:30  ann  data_received           d1 h1                           <25
        27  wed2 11:30  ann  item_started            h1 @owner.0 read                <25
        28  wed2 12:00  ann  reply_read              h1 @owner.0          =30        <27
        29  wed2 12:00  ann  data_used               d1 h1                =0         <28
        30  wed2 12:00  ann  step_done               collect #1                      <28
        31  wed2 12:00  ann  step_asked              write #1                        <30
        32  wed2 12:00  ann  step_started            write @clerks.0 #1              <31
        33  wed2 12:30  ann  step_done               write @clerks.0 #1   =30        <32
        34  wed2 12:30  ann  step_asked              meet #1                         <33
        35  wed2 12:30  ann  meeting_booked          meet #1              =tue3_10:00 <34
        36  tue3 10:00  ann  meeting_held            meet #1              =60        <35
        37  tue3 11:00  ann  step_done               meet #1              =60        <36
        38  tue3 11:00  ann  case_closed                                             <37
    """)


def test_work_that_goes_on_while_the_case_returns_counts_and_the_step_is_done_anew():
    tidy = work("aides", 2160, when_booked="meet")  # six working days, and no paper of the meeting
    given = with_check(steps={"tidy": tidy}, roles={"aides": pool()})
    assert [row for row in played(given, lambda inputs: silent(inputs, 0, 0)).rows() if "tidy" in row] == lines("""
        15  mon2 10:00  ann  step_asked    tidy               <14
        16  mon2 10:00  ann  step_started  tidy @aides.0      <15
        38  wed2 12:30  ann  step_asked    tidy #1            <37   -- the meeting is booked again
        39  tue3 10:00  ann  step_done     tidy @aides.0     =2160 <16
        41  tue3 10:00  ann  step_started  tidy @aides.0 #1   <38
        44  wed4 10:00  ann  step_done     tidy @aides.0 #1  =2160 <41
    """)


def test_the_case_goes_on_when_it_has_come_back_often_enough():
    found = played(with_check(), lambda inputs: silent(inputs, 0, 0, 1)).rows()
    assert found[23:] == lines("""
        23  tue2 11:30  ann  request_sent            h1 @owner.0 #1       =10        <21
        24  tue3 11:30  ann  request_never_answered  h1                              <23
        25  tue3 11:30  ann  step_done               collect #1                      <24
        26  tue3 11:30  ann  step_asked              write #1                        <25
        27  tue3 11:30  ann  step_started            write @clerks.0 #1              <26
        28  tue3 12:00  ann  step_done               write @clerks.0 #1   =30        <27
        29  tue3 12:00  ann  step_asked              meet #1                         <28
        30  tue3 12:00  ann  meeting_booked          meet #1              =tue4_10:00 <29
        31  tue4 10:00  ann  meeting_held            meet #1              =60        <30
        32  tue4 11:00  ann  step_done               meet #1              =60        <31
        33  tue4 11:00  ann  data_missing            meet d1              =1 cause:2 <32
        34  tue4 11:00  ann  cap_reached             meet #1                         <32
        35  tue4 11:00  ann  case_closed                                             <32
    """)


def test_what_the_clock_cut_off_is_asked_for_again_after_a_return():
    """h1 is late, h2 never comes; only h1 keeps what is critical, and the second gathering waits for nobody else."""
    given = with_check(
        actors={"h1": holder(working_days(4)), "h2": holder()},
        data_types={"d1": data_type("h1", need="critical"), "d2": data_type("h2")},
        case_types={"plain": {"title": text(), "gathering_ends": minutes(27 * 60)}},
    )
    assert played(given, lambda inputs: silent(inputs, 1, 0)).rows()[13:] == lines("""
        13  tue1 12:00  ann  step_done         collect                         <3
        14  tue1 12:00  ann  step_asked        write                           <13
        15  tue1 12:00  ann  step_started      write @clerks.0                 <14
        16  tue1 12:30  ann  step_done         write @clerks.0      =30        <15
        17  tue1 12:30  ann  step_asked        meet                            <16
        18  tue1 12:30  ann  meeting_booked    meet                 =tue2_10:00 <17
        19  fri1 09:30  ann  reply_late        h1                   =7         <10
        20  tue2 10:00  ann  meeting_held      meet                 =60        <18
        21  tue2 11:00  ann  step_done         meet                 =60        <20
        22  tue2 11:00  ann  data_missing      meet d1              =1 cause:2 <21
        23  tue2 11:00  ann  data_missing      meet d2              =0 cause:2 <21
        24  tue2 11:00  ann  case_returned     meet                            <21
        25  tue2 11:00  ann  step_asked        collect #1                      <24
        26  tue2 11:00  ann  step_started      collect #1                      <25
        27  tue2 11:00  ann  item_started      h1 @owner.0 send                <26
        28  tue2 11:30  ann  contact_sought    h1 @owner.0          =20        <27
        29  tue2 11:30  ann  request_sent      h1 @owner.0 #1       =10        <27
        30  tue2 11:30  ann  person_found      h1                              <29
        31  mon3 11:30  ann  request_answered  h1 #1                =7         <30
        32  mon3 11:30  ann  data_received     d1 h1                           <31
        33  mon3 11:30  ann  item_started      h1 @owner.0 read                <31
        34  mon3 12:00  ann  reply_read        h1 @owner.0          =30        <33
        35  mon3 12:00  ann  data_used         d1 h1                =0         <34
        36  mon3 12:00  ann  step_done         collect #1                      <34
        37  mon3 12:00  ann  step_asked        write #1                        <36
        38  mon3 12:00  ann  step_started      write @clerks.0 #1              <37
        39  mon3 12:30  ann  step_done         write @clerks.0 #1   =30        <38
        40  mon3 12:30  ann  step_asked        meet #1                         <39
        41  mon3 12:30  ann  meeting_booked    meet #1              =tue3_10:00 <40
        42  tue3 10:00  ann  meeting_held      meet #1              =60        <41
        43  tue3 11:00  ann  step_done         meet #1              =60        <42
        44  tue3 11:00  ann  data_missing      meet d2              =0 cause:2 <43
        45  tue3 11:00  ann  case_closed                                       <43
    """)


@pytest.mark.parametrize(
    ("more", "gap"),
    [
        pytest.param({"ann": {"overview": share(0)}}, Gap.NOT_FOUND, id="nobody named it"),
        pytest.param({"ann": {"willing": share(0)}}, Gap.CHOSEN_AWAY, id="remembered and not told"),
        pytest.param({"legal_basis": {}}, Gap.CHOSEN_AWAY, id="no consent"),
    ],
)
def test_reasons_for_a_gap(more, gap):
    rows = [row.split(" ", 4)[4] for row in played(with_check(check={"at_most": 0}, **more)).rows()]
    place = next(place for place, row in enumerate(rows) if row.startswith("data_missing"))
    noticed = int(gap != Gap.CHOSEN_AWAY)
    assert rows[place].startswith(f"data_missing meet d1 ={noticed} cause:{gap.value} <")
    assert [row.split()[0] for row in rows[place + 1 :]] == ["cap_reached"] * noticed + ["case_closed"]


def test_what_came_and_was_not_read_before_the_cut_off_has_not_arrived():
    given = with_check(
        owner=person(
            desk_rhythm=working_days(1)
        ),  # turns at closing time: the reply of Tuesday morning is read on Wednesday
        case_types={"plain": {"title": text(), "gathering_ends": minutes(27 * 60)}},
    )
    assert played(given).rows()[7:] == lines("""
        7   mon1 09:30  ann  request_sent      h1 @owner.0          =10        <5
        8   mon1 09:30  ann  person_found      h1                              <7
        9   tue1 09:30  ann  request_answered  h1                   =7         <8
        10  tue1 09:30  ann  data_received     d1 h1                           <9
        11  tue1 12:00  ann  step_done         collect                         <3
        12  tue1 12:00  ann  step_asked        write                           <11
        13  tue1 12:00  ann  step_started      write @clerks.0                 <12
        14  tue1 12:30  ann  step_done         write @clerks.0      =30        <13
        15  tue1 12:30  ann  step_asked        meet                            <14
        16  tue1 12:30  ann  meeting_booked    meet                 =tue2_10:00 <15
        17  tue2 10:00  ann  meeting_held      meet                 =60        <16
        18  tue2 11:00  ann  step_done         meet                 =60        <17
        19  tue2 11:00  ann  data_missing      meet d1              =1 cause:2 <18
        20  tue2 11:00  ann  case_returned     meet                            <18
        21  tue2 11:00  ann  step_asked        collect #1                      <20
        22  tue2 11:00  ann  step_started      collect #1                      <21
        23  wed2 09:00  ann  item_started      h1 @owner.0 send                <22
        24  wed2 09:30  ann  contact_sought    h1 @owner.0          =20        <23
        25  wed2 09:30  ann  request_sent      h1 @owner.0 #1       =10        <23
        26  wed2 09:30  ann  person_found      h1                              <25
        27  thu2 09:30  ann  request_answered  h1 #1                =7         <26
        28  thu2 09:30  ann  data_received     d1 h1                           <27
        29  fri2 09:00  ann  item_started      h1 @owner.0 read                <27
        30  fri2 09:30  ann  reply_read        h1 @owner.0          =30        <29
        31  fri2 09:30  ann  data_used         d1 h1                =0         <30
        32  fri2 09:30  ann  step_done         collect #1                      <30
        33  fri2 09:30  ann  step_asked        write #1                        <32
        34  fri2 09:30  ann  step_started      write @clerks.0 #1              <33
        35  fri2 10:00  ann  step_done         write @clerks.0 #1   =30        <34
        36  fri2 10:00  ann  step_asked        meet #1                         <35
        37  fri2 10:00  ann  meeting_booked    meet #1              =tue3_10:00 <36
        38  tue3 10:00  ann  meeting_held      meet #1              =60        <37
        39  tue3 11:00  ann  step_done         meet #1              =60        <38
        40  tue3 11:00  ann  case_closed                                       <39
    """)


def test_a_check_at_work_logs_only_what_is_noticed():
    given = world(
        {
            "collect": gather("owner"),
            "look": work(
                "clerks", 10, "collect", checks_critical={"noticed": share(1), "return_to": "collect", "at_most": 1}
            ),
        },
        {"ann": citizen("mon1 09:00")},
        closes="look",
        roles={"clerks": pool(), "owner": person()},
        actors={"h1": holder(), "h2": holder()},
        data_types={"d1": data_type("h1", need="critical"), "d2": data_type("h2")},
        gathering=gathering(search={"delay": minutes(0)}),
        legal_basis={"all": rule()},
    )
    assert played(given).rows()[3:] == lines("""
        3   mon1 09:00  ann  step_started      collect                         <1
        4   mon1 09:00  ann  step_done         collect                         <3   -- nobody is known
        5   mon1 09:00  ann  step_asked        look                            <4
        6   mon1 09:00  ann  step_started      look @clerks.0                  <5
        7   mon1 09:10  ann  step_done         look @clerks.0       =10        <6
        8   mon1 09:10  ann  data_missing      look d1              =1 cause:0 <7
        9   mon1 09:10  ann  case_returned     look                            <7
        10  mon1 09:10  ann  holder_named      h1                   =0         <9
        11  mon1 09:10  ann  step_asked        collect #1                      <9
        12  mon1 09:10  ann  step_started      collect #1                      <11
        13  mon1 09:10  ann  item_started      h1 @owner.0 send                <12
        14  mon1 09:40  ann  contact_sought    h1 @owner.0          =20        <13
        15  mon1 09:40  ann  request_sent      h1 @owner.0 #1       =10        <13
        16  mon1 09:40  ann  person_found      h1                              <15
        17  tue1 09:40  ann  request_answered  h1 #1                =7         <16
        18  tue1 09:40  ann  data_received     d1 h1                           <17
        19  tue1 09:40  ann  item_started      h1 @owner.0 read                <17
        20  tue1 10:10  ann  reply_read        h1 @owner.0          =30        <19
        21  tue1 10:10  ann  data_used         d1 h1                =0         <20
        22  tue1 10:10  ann  step_done         collect #1                      <20
        23  tue1 10:10  ann  step_asked        look #1                         <22
        24  tue1 10:10  ann  step_started      look @clerks.0 #1               <23
        25  tue1 10:20  ann  step_done         look @clerks.0 #1    =10        <24
        26  tue1 10:20  ann  case_closed                                       <25
    """)
