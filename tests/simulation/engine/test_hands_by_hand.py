"""Who works when: logs worked out on paper from docs/semantics.md (S1, S3, S4)."""

from small_worlds import (
    BEFORE,
    WEEKDAYS,
    at,
    citizen,
    consent,
    days,
    decide,
    factor,
    lines,
    meeting,
    minutes,
    panel,
    person,
    played,
    pool,
    wait,
    week,
    work,
    working_days,
    world,
)

from simulation.population.inputs import Inputs

ALWAYS = week("00:00-24:00", WEEKDAYS, public_holidays=False)


def test_started_work_pauses_at_closing_and_over_the_weekend():
    given = world(
        {"write": work("clerks", 600)}, {"ann": citizen("thu1 14:00")}, closes="write", roles={"clerks": pool()}
    )
    assert played(given).rows() == lines("""
        0  thu1 14:00  ann  case_opened
        1  thu1 14:00  ann  step_asked    write                  <0
        2  thu1 14:00  ann  step_started  write @clerks.0        <1
        3  mon2 12:00  ann  step_done     write @clerks.0  =600  <2   -- 60 on Thursday, 360 on Friday, 180 on Monday
        4  mon2 12:00  ann  case_closed                          <3
    """)


def test_what_is_asked_for_in_closed_minutes_keeps_its_since_over_a_holiday():
    given = world(
        {"first": work("night", 60, factors={"slow": factor(25)}), "second": work("clerks", 30, "first")},
        {"ann": citizen("sat1 08:00", tags=["slow"]), "bo": citizen("sat1 09:00")},
        closes="second",
        roles={"clerks": pool(), "night": pool(2, calendar="always")},
        calendars={"office": week(), "always": ALWAYS},
        story_begins="2024-05-13",  # the second Monday is Whit Monday
    )
    assert played(given).rows() == lines("""
        0   sat1 08:00  ann  case_opened
        1   sat1 08:00  ann  step_asked    first                    <0
        2   sat1 08:00  ann  step_started  first  @night.0          <1
        3   sat1 09:00  bo   case_opened
        4   sat1 09:00  bo   step_asked    first                    <3
        5   sat1 09:00  bo   step_started  first  @night.0          <4
        6   sat1 10:00  bo   step_done     first  @night.0   =60    <5
        7   sat1 10:00  bo   step_asked    second                   <6   -- ready before Ann
        8   sun1 09:00  ann  step_done     first  @night.0   =1500  <2
        9   sun1 09:00  ann  step_asked    second                   <8
        10  tue2 09:00  bo   step_started  second @clerks.0         <7
        11  tue2 09:30  bo   step_done     second @clerks.0  =30    <10
        12  tue2 09:30  bo   case_closed                            <11
        13  tue2 09:30  ann  step_started  second @clerks.0         <9
        14  tue2 10:00  ann  step_done     second @clerks.0  =30    <13
        15  tue2 10:00  ann  case_closed                            <14
    """)


def test_the_facts_of_a_minute_come_by_rank_and_decisions_by_citizen():
    given = world(
        {
            "visit": work("clerks", 30, lead=minutes(1500)),
            "meet": meeting("team"),
            "hear": wait(minutes(1480)),
            "write": work("clerks", 390),
            "agree": consent("clerks", delay=minutes(1460)),
            "fin": decide({"yes": 1}, "visit", "meet", "hear", "write", "agree"),
        },
        {
            "ann": citizen("mon1 09:00", enters_at="visit"),
            "bo": citizen("mon1 09:10", enters_at="meet"),
            "cy": citizen("mon1 09:20", enters_at="hear"),
            "dan": citizen("mon1 09:30", enters_at="write"),
            "di": citizen("mon1 09:40", enters_at="agree"),
            "eve": citizen("tue1 10:00", enters_at="fin"),
        },
        closes="fin",
        roles={"clerks": pool(2), "team": panel()},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked      visit                   <0
        2   mon1 09:10  bo   case_opened
        3   mon1 09:10  bo   step_asked      meet                    <2
        4   mon1 09:10  bo   meeting_booked  meet  =tue1_10:00       <3
        5   mon1 09:20  cy   case_opened
        6   mon1 09:20  cy   step_asked      hear                    <5
        7   mon1 09:20  cy   step_started    hear                    <6
        8   mon1 09:30  dan  case_opened
        9   mon1 09:30  dan  step_asked      write                   <8
        10  mon1 09:30  dan  step_started    write @clerks.0         <9
        11  mon1 09:40  di   case_opened
        12  mon1 09:40  di   step_asked      agree                   <11
        13  mon1 09:40  di   consent_asked   agree              =5   <12
        14  tue1 10:00  di   consent_given   agree              =0   <13  -- rank 0
        15  tue1 10:00  di   step_done       agree              =0   <14
        16  tue1 10:00  dan  step_done       write @clerks.0  =390   <10  -- rank 1
        17  tue1 10:00  cy   step_done       hear               =0   <7   -- rank 2
        18  tue1 10:00  eve  case_opened                                  -- rank 3
        19  tue1 10:00  bo   meeting_held    meet              =60   <4   -- rank 4
        20  tue1 10:00  ann  step_due        visit                   <1   -- rank 5
        21  tue1 10:00  cy   step_asked      fin                     <17  -- decisions, by citizen
        22  tue1 10:00  cy   step_done       fin                =0   <21
        23  tue1 10:00  cy   case_closed                             <22
        24  tue1 10:00  dan  step_asked      fin                     <16
        25  tue1 10:00  dan  step_done       fin                =0   <24
        26  tue1 10:00  dan  case_closed                             <25
        27  tue1 10:00  di   step_asked      fin                     <15
        28  tue1 10:00  di   step_done       fin                =0   <27
        29  tue1 10:00  di   case_closed                             <28
        30  tue1 10:00  eve  step_asked      fin                     <18
        31  tue1 10:00  eve  step_done       fin                =0   <30
        32  tue1 10:00  eve  case_closed                             <31
        33  tue1 10:00  ann  step_started    visit @clerks.0         <20  -- handing out
        34  tue1 10:30  ann  step_done       visit @clerks.0   =30   <33
        35  tue1 10:30  ann  step_asked      fin                     <34
        36  tue1 10:30  ann  step_done       fin                =0   <35
        37  tue1 10:30  ann  case_closed                             <36
        38  tue1 11:00  bo   step_done       meet              =60   <19
        39  tue1 11:00  bo   step_asked      fin                     <38
        40  tue1 11:00  bo   step_done       fin                =0   <39
        41  tue1 11:00  bo   case_closed                             <40
    """)


def test_of_two_steps_of_a_case_that_are_ready_together_the_lower_id_goes_first():
    given = world(
        {"write": work("clerks", 30), "copy": work("clerks", 20), "fin": decide({"yes": 1}, "write", "copy")},
        {"ann": citizen("mon1 09:00")},
        closes="fin",
        roles={"clerks": pool()},
    )
    assert played(given).rows() == lines("""
        0  mon1 09:00  ann  case_opened
        1  mon1 09:00  ann  step_asked    copy                   <0
        2  mon1 09:00  ann  step_asked    write                  <0
        3  mon1 09:00  ann  step_started  copy @clerks.0         <1
        4  mon1 09:20  ann  step_done     copy @clerks.0   =20   <3
        5  mon1 09:20  ann  step_started  write @clerks.0        <2
        6  mon1 09:50  ann  step_done     write @clerks.0  =30   <5
        7  mon1 09:50  ann  step_asked    fin                    <6
        8  mon1 09:50  ann  step_done     fin              =0    <7
        9  mon1 09:50  ann  case_closed                          <8
    """)


def test_an_appointment_goes_before_a_visit_and_the_lower_citizen_first():
    given = world(
        {"note": work("worker", 45), "talk": work("worker", 20, lead=minutes(30))},
        {"ann": citizen("mon1 10:00"), "bo": citizen("mon1 10:00")},
        closes="talk",
        roles={"worker": person()},
    )
    assert played(given).rows() == lines("""
        0   mon1 10:00  ann  case_opened
        1   mon1 10:00  bo   case_opened
        2   mon1 10:00  ann  step_asked       note                   <0
        3   mon1 10:00  ann  step_asked       talk                   <0
        4   mon1 10:00  bo   step_asked       note                   <1
        5   mon1 10:00  bo   step_asked       talk                   <1
        6   mon1 10:00  ann  person_assigned  @worker.0              <0
        7   mon1 10:00  bo   person_assigned  @worker.0              <1
        8   mon1 10:00  ann  step_started     note @worker.0         <2
        9   mon1 10:30  ann  step_due         talk                   <3
        10  mon1 10:30  bo   step_due         talk                   <5
        11  mon1 10:45  ann  step_done        note @worker.0  =45    <8   -- not interrupted
        12  mon1 10:45  ann  step_started     talk @worker.0         <9
        13  mon1 11:05  ann  step_done        talk @worker.0  =20    <12
        14  mon1 11:05  ann  case_closed                             <13
        15  mon1 11:05  bo   step_started     talk @worker.0         <10
        16  mon1 11:25  bo   step_done        talk @worker.0  =20    <15
        17  mon1 11:25  bo   case_closed                             <16
        18  mon1 11:25  bo   step_started     note @worker.0         <4
        19  mon1 12:10  bo   step_done        note @worker.0  =45    <18
    """)


def test_a_case_gets_the_person_with_the_fewest_open_cases_and_waits_for_that_person():
    given = world(
        {"note": work("worker", 30, at="queue", factors={"quick": factor(0.5)})},
        {
            "ann": citizen("mon1 09:00"),
            "bo": citizen("mon1 09:01", tags=["quick"]),
            "cy": citizen("mon1 09:02"),
            "dan": citizen("mon1 09:40"),
        },
        closes="note",
        roles={"worker": person(2)},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked       note                   <0
        2   mon1 09:00  ann  person_assigned  @worker.0              <0
        3   mon1 09:00  ann  step_started     note @worker.0         <1
        4   mon1 09:01  bo   case_opened
        5   mon1 09:01  bo   step_asked       note                   <4
        6   mon1 09:01  bo   person_assigned  @worker.1              <4
        7   mon1 09:01  bo   step_started     note @worker.1         <5
        8   mon1 09:02  cy   case_opened
        9   mon1 09:02  cy   step_asked       note                   <8
        10  mon1 09:02  cy   person_assigned  @worker.0              <8   -- one case each: the lower seat
        11  mon1 09:16  bo   step_done        note @worker.1  =15    <7   -- seat 1 is idle, yet Cy waits for seat 0
        12  mon1 09:16  bo   case_closed                             <11
        13  mon1 09:30  ann  step_done        note @worker.0  =30    <3
        14  mon1 09:30  ann  case_closed                             <13
        15  mon1 09:30  cy   step_started     note @worker.0         <9
        16  mon1 09:40  dan  case_opened
        17  mon1 09:40  dan  step_asked       note                   <16
        18  mon1 09:40  dan  person_assigned  @worker.1              <16  -- it has no open case
        19  mon1 09:40  dan  step_started     note @worker.1         <17
        20  mon1 10:00  cy   step_done        note @worker.0  =30    <15
        21  mon1 10:00  cy   case_closed                             <20
        22  mon1 10:10  dan  step_done        note @worker.1  =30    <19
        23  mon1 10:10  dan  case_closed                             <22
    """)


def test_a_case_comes_up_at_assignment_and_then_every_rhythm_of_open_time():
    given = world(
        {
            "note": work("worker", 20),
            "hear": wait(minutes(100), "note"),
            "file": work("worker", 10, "hear"),
            "listen": wait(minutes(200), "file"),
            "sum_up": work("worker", 10, "listen"),
            "thank": work("worker", 10, "sum_up"),
        },
        {"ann": citizen("mon1 10:00")},
        closes="thank",
        roles={"worker": person(desk_rhythm=working_days(0.5))},
    )
    assert played(given).rows() == lines("""
        0   mon1 10:00  ann  case_opened
        1   mon1 10:00  ann  step_asked       note                      <0
        2   mon1 10:00  ann  person_assigned  @worker.0                 <0   -- turns: 10:00, 13:00, Tuesday 10:00 ...
        3   mon1 10:00  ann  step_started     note   @worker.0          <1
        4   mon1 10:20  ann  step_done        note   @worker.0  =20     <3
        5   mon1 10:20  ann  step_asked       hear                      <4
        6   mon1 10:20  ann  step_started     hear                      <5
        7   mon1 12:00  ann  step_done        hear              =0      <6
        8   mon1 12:00  ann  step_asked       file                      <7
        9   mon1 13:00  ann  step_started     file   @worker.0          <8
        10  mon1 13:10  ann  step_done        file   @worker.0  =10     <9
        11  mon1 13:10  ann  step_asked       listen                    <10
        12  mon1 13:10  ann  step_started     listen                    <11
        13  mon1 16:30  ann  step_done        listen            =0      <12
        14  mon1 16:30  ann  step_asked       sum_up                    <13
        15  tue1 10:00  ann  step_started     sum_up @worker.0          <14
        16  tue1 10:10  ann  step_done        sum_up @worker.0  =10     <15
        17  tue1 10:10  ann  step_asked       thank                     <16  -- ready during the visit: a later turn
        18  tue1 13:00  ann  step_started     thank  @worker.0          <17
        19  tue1 13:10  ann  step_done        thank  @worker.0  =10     <18
        20  tue1 13:10  ann  case_closed                                <19
    """)


def test_one_visit_does_all_ready_steps_by_id():
    given = world(
        {
            "hear": wait(minutes(30)),
            "zeta": work("worker", 10, "hear"),
            "beta": work("worker", 15, "hear"),
            "fin": decide({"yes": 1}, "zeta", "beta"),
        },
        {"ann": citizen("mon1 14:10")},
        closes="fin",
        roles={"worker": person(desk_rhythm=working_days(1))},
    )
    assert played(given).rows() == lines("""
        0   mon1 14:10  ann  case_opened
        1   mon1 14:10  ann  step_asked       hear                   <0
        2   mon1 14:10  ann  step_started     hear                   <1
        3   mon1 14:40  ann  step_done        hear           =0      <2
        4   mon1 14:40  ann  step_asked       beta                   <3
        5   mon1 14:40  ann  step_asked       zeta                   <3
        6   mon1 14:40  ann  person_assigned  @worker.0              <0   -- when the role is first needed
        7   mon1 14:40  ann  step_started     beta @worker.0         <4
        8   mon1 14:55  ann  step_done        beta @worker.0  =15    <7
        9   mon1 14:55  ann  step_started     zeta @worker.0         <5
        10  tue1 09:05  ann  step_done        zeta @worker.0  =10    <9
        11  tue1 09:05  ann  step_asked       fin                    <10
        12  tue1 09:05  ann  step_done        fin            =0      <11
        13  tue1 09:05  ann  case_closed                             <12
    """)


def test_other_work_of_a_pool_waits_in_the_same_queue():
    first = BEFORE + at("mon1 09:00")
    given = world(
        {"write": work("clerks", 30)},
        {"ann": citizen("mon1 09:00")},
        closes="write",
        roles={"clerks": pool(background={"every": minutes(first), "minutes": minutes(60)})},
    )
    assert played(given).rows() == lines("""
        0  mon1 09:00  ann     case_opened
        1  mon1 09:00  ann     step_asked          write                 <0
        2  mon1 09:00  nobody  background_started  @clerks.0
        3  mon1 10:00  nobody  background_done     @clerks.0        =60  <2
        4  mon1 10:00  ann     step_started        write @clerks.0       <1
        5  mon1 10:30  ann     step_done           write @clerks.0  =30  <4
        6  mon1 10:30  ann     case_closed                               <5
    """)


def test_a_panel_takes_its_minutes_at_once_and_the_smaller_priority_goes_first():
    given = world(
        {
            "advise": work("team", 50),
            "sort_out": work("clerks", 20, priority=5),
            "urgent": work("clerks", 20, priority=2),
            "fin": decide({"yes": 1}, "advise", "sort_out", "urgent"),
        },
        {"ann": citizen("mon1 09:00"), "bo": citizen("mon1 09:00")},
        closes="fin",
        roles={"clerks": pool(), "team": panel()},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  bo   case_opened
        2   mon1 09:00  ann  step_asked    advise                     <0
        3   mon1 09:00  ann  step_started  advise                     <2
        4   mon1 09:00  ann  step_asked    sort_out                   <0
        5   mon1 09:00  ann  step_asked    urgent                     <0
        6   mon1 09:00  bo   step_asked    advise                     <1
        7   mon1 09:00  bo   step_started  advise                     <6
        8   mon1 09:00  bo   step_asked    sort_out                   <1
        9   mon1 09:00  bo   step_asked    urgent                     <1
        10  mon1 09:00  ann  step_started  urgent   @clerks.0         <5
        11  mon1 09:20  ann  step_done     urgent   @clerks.0  =20    <10
        12  mon1 09:20  bo   step_started  urgent   @clerks.0         <9
        13  mon1 09:40  bo   step_done     urgent   @clerks.0  =20    <12
        14  mon1 09:40  ann  step_started  sort_out @clerks.0         <4
        15  mon1 09:50  ann  step_done     advise              =50    <3
        16  mon1 09:50  bo   step_done     advise              =50    <7
        17  mon1 10:00  ann  step_done     sort_out @clerks.0  =20    <14
        18  mon1 10:00  ann  step_asked    fin                        <17
        19  mon1 10:00  ann  step_done     fin                 =0     <18
        20  mon1 10:00  ann  case_closed                              <19
        21  mon1 10:00  bo   step_started  sort_out @clerks.0         <8
        22  mon1 10:20  bo   step_done     sort_out @clerks.0  =20    <21
        23  mon1 10:20  bo   step_asked    fin                        <22
        24  mon1 10:20  bo   step_done     fin                 =0     <23
        25  mon1 10:20  bo   case_closed                              <24
    """)


def test_a_seat_that_passes_on_is_noted_in_every_open_case():
    given = world(
        {"note": work("worker", 10), "hear": wait(minutes(600), "note"), "quick": wait(minutes(5), "note")},
        {"ann": citizen("mon1 09:00"), "bo": citizen("mon1 09:00"), "cy": citizen("mon1 09:00", enters_at="quick")},
        closes="hear",
        roles={"worker": person()},
    )

    def passes_on_at_noon(inputs: Inputs) -> None:
        seat = inputs.servers[0]
        minute = BEFORE + at("mon1 12:00")
        inputs.servers[0] = seat._replace(
            changes=(minute,), outreach=(0, 0), relation=seat.relation * 2, seasoned=(0, minute)
        )

    assert played(given, passes_on_at_noon).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  bo   case_opened
        2   mon1 09:00  cy   case_opened
        3   mon1 09:00  ann  step_asked       note                   <0
        4   mon1 09:00  bo   step_asked       note                   <1
        5   mon1 09:00  cy   step_asked       quick                  <2
        6   mon1 09:00  cy   step_started     quick                  <5
        7   mon1 09:00  ann  person_assigned  @worker.0              <0
        8   mon1 09:00  bo   person_assigned  @worker.0              <1
        9   mon1 09:00  ann  step_started     note @worker.0         <3
        10  mon1 09:05  cy   step_done        quick          =0      <6
        11  mon1 09:05  cy   case_closed                             <10
        12  mon1 09:10  ann  step_done        note @worker.0  =10    <9
        13  mon1 09:10  ann  step_asked       hear                   <12
        14  mon1 09:10  ann  step_started     hear                   <13
        15  mon1 09:10  ann  step_asked       quick                  <12
        16  mon1 09:10  ann  step_started     quick                  <15
        17  mon1 09:10  bo   step_started     note @worker.0         <4
        18  mon1 09:15  ann  step_done        quick          =0      <16
        19  mon1 09:20  bo   step_done        note @worker.0  =10    <17
        20  mon1 09:20  bo   step_asked       hear                   <19
        21  mon1 09:20  bo   step_started     hear                   <20
        22  mon1 09:20  bo   step_asked       quick                  <19
        23  mon1 09:20  bo   step_started     quick                  <22
        24  mon1 09:25  bo   step_done        quick          =0      <23
        25  mon1 12:00  ann  person_changed   @worker.0              <0
        26  mon1 12:00  bo   person_changed   @worker.0              <1
        27  mon1 19:10  ann  step_done        hear           =0      <14
        28  mon1 19:10  ann  case_closed                             <27
        29  mon1 19:20  bo   step_done        hear           =0      <21
        30  mon1 19:20  bo   case_closed                             <29
    """)


def test_a_case_counts_as_open_when_its_follow_up_is_over_and_is_played_on():
    given = world(
        {"hear": wait(minutes(3 * 1440 + 180))},
        {"ann": citizen("mon1 09:00"), "bo": citizen("thu1 09:00")},
        closes="hear",
        follow_up=days(1),
    )
    assert played(given).rows() == lines("""
        0  mon1 09:00  ann  case_opened
        1  mon1 09:00  ann  step_asked      hear      <0
        2  mon1 09:00  ann  step_started    hear      <1
        3  tue1 09:00  ann  case_left_open            <0
        4  thu1 09:00  bo   case_opened
        5  thu1 09:00  bo   step_asked      hear      <4
        6  thu1 09:00  bo   step_started    hear      <5
        7  thu1 12:00  ann  step_done       hear  =0  <2
        8  fri1 09:00  bo   case_left_open            <4
    """)


def test_a_case_that_ends_in_the_last_minute_of_its_follow_up_is_done():
    given = world({"hear": wait(days(1))}, {"ann": citizen("mon1 09:00")}, closes="hear", follow_up=days(1))
    assert played(given).rows() == lines("""
        0  mon1 09:00  ann  case_opened
        1  mon1 09:00  ann  step_asked    hear      <0
        2  mon1 09:00  ann  step_started  hear      <1
        3  tue1 09:00  ann  step_done     hear  =0  <2
        4  tue1 09:00  ann  case_closed             <3
    """)


def test_who_is_not_observed_counts_as_open_at_the_horizon():
    given = world(
        {"hear": wait(days(2))},
        {"ann": citizen("mon1 09:00"), "bo": citizen("mon1 11:00")},
        closes="hear",
        follow_up=days(1),
    )
    assert played(given, citizens=1).rows() == lines("""
        0  mon1 09:00  ann  case_opened
        1  mon1 09:00  ann  step_asked      hear      <0
        2  mon1 09:00  ann  step_started    hear      <1
        3  mon1 11:00  bo   case_opened
        4  mon1 11:00  bo   step_asked      hear      <3
        5  mon1 11:00  bo   step_started    hear      <4
        6  tue1 09:00  ann  case_left_open            <0
        7  tue1 09:01  bo   case_left_open            <3   -- the run ends with Ann's follow-up
    """)


def test_a_case_that_enters_after_the_closing_step_closes_when_all_is_resolved():
    given = world(
        {"settle": decide({"yes": 1}), "follow": work("clerks", 30, "settle")},
        {"ann": citizen("mon1 09:00", enters_at="follow"), "bo": citizen("mon1 11:00")},
        closes="settle",
        roles={"clerks": pool()},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked    follow                    <0
        2   mon1 09:00  ann  step_started  follow  @clerks.0         <1
        3   mon1 09:30  ann  step_done     follow  @clerks.0  =30    <2
        4   mon1 09:30  ann  case_closed                             <3
        5   mon1 11:00  bo   case_opened
        6   mon1 11:00  bo   step_asked    settle                    <5
        7   mon1 11:00  bo   step_done     settle             =0     <6
        8   mon1 11:00  bo   case_closed                             <7
        9   mon1 11:00  bo   step_asked    follow                    <7
        10  mon1 11:00  bo   step_started  follow  @clerks.0         <9
        11  mon1 11:30  bo   step_done     follow  @clerks.0  =30    <10
    """)
