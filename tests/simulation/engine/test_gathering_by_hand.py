"""The snowball: logs worked out on paper from docs/semantics.md (S5, S6)."""

from typing import Any

from small_worlds import (
    citizen,
    count,
    data_type,
    factor,
    gather,
    gathering,
    holder,
    lines,
    minutes,
    person,
    played,
    pool,
    rule,
    share,
    text,
    week,
    work,
    working_days,
    world,
)

from simulation.population.inputs import Inputs

NO_SEARCH = {"delay": minutes(0)}
KNOWS_ALL = {"overview": share(1)}


def snowball(holders: dict[str, Any], settings: dict[str, Any], **more: Any):
    """Return a world of one gathering; each holder keeps one relevant data type, unless types are given."""
    types = more.pop("data_types", None)
    given: dict[str, Any] = {
        "steps": {"collect": gather("owner")},
        "citizens": {"ann": citizen("mon1 09:00", **KNOWS_ALL)},
        "closes": "collect",
        "roles": {"owner": person()},
        "legal_basis": {"open_to_all": rule()},
    }
    return world(
        actors=holders,
        gathering=settings,
        data_types={f"d{name[1:]}": data_type(name) for name in holders} if types is None else types,
        **{**given, **more},
    )


def silent(inputs: Inputs, name: str, *contacts: int) -> None:
    """Let contacts of a holder (0 the first, 1 the first reminder ...) go unanswered."""
    plan = next(h for h in inputs.holders if inputs.names.actors[h.actor] == name)
    for contact in contacts:
        inputs.columns[plan.answers + contact].numbers[:] = 0


def test_k_requests_go_out_at_a_visit_and_replies_wait_for_the_next_turn():
    given = snowball(
        {"h1": holder(), "h2": holder(), "h3": holder()},
        gathering(),
        roles={"owner": person(desk_rhythm=working_days(0.5))},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked        collect                   <0
        2   mon1 09:00  ann  person_assigned   @owner.0                  <0   -- turns: 09:00, 12:00, 15:00
        3   mon1 09:00  ann  step_started      collect                   <1
        4   mon1 09:00  ann  holder_named      h1                  =0    <3
        5   mon1 09:00  ann  holder_named      h2                  =0    <3
        6   mon1 09:00  ann  holder_named      h3                  =0    <3
        7   mon1 09:00  ann  item_started      h1 @owner.0 send          <4
        8   mon1 09:30  ann  contact_sought    h1 @owner.0         =20   <7
        9   mon1 09:30  ann  request_sent      h1 @owner.0         =10   <7
        10  mon1 09:30  ann  item_started      h2 @owner.0 send          <5
        11  mon1 10:00  ann  contact_sought    h2 @owner.0         =20   <10
        12  mon1 10:00  ann  request_sent      h2 @owner.0         =10   <10
        13  mon1 12:00  ann  item_started      h3 @owner.0 send          <6   -- two requests per visit
        14  mon1 12:30  ann  contact_sought    h3 @owner.0         =20   <13
        15  mon1 12:30  ann  request_sent      h3 @owner.0         =10   <13
        16  tue1 09:30  ann  person_found      h1                        <9
        17  tue1 10:00  ann  person_found      h2                        <12
        18  tue1 12:30  ann  person_found      h3                        <15
        19  wed1 09:30  ann  request_answered  h1                  =7    <16
        20  wed1 09:30  ann  data_received     d1 h1                     <19
        21  wed1 10:00  ann  request_answered  h2                  =7    <17
        22  wed1 10:00  ann  data_received     d2 h2                     <21
        23  wed1 12:00  ann  item_started      h1 @owner.0 read          <19
        24  wed1 12:30  ann  reply_read        h1 @owner.0         =30   <23
        25  wed1 12:30  ann  data_used         d1 h1               =0    <24
        26  wed1 12:30  ann  request_answered  h3                  =7    <18  -- arrives during the visit: a later turn
        27  wed1 12:30  ann  data_received     d3 h3                     <26
        28  wed1 12:30  ann  item_started      h2 @owner.0 read          <21
        29  wed1 13:00  ann  reply_read        h2 @owner.0         =30   <28
        30  wed1 13:00  ann  data_used         d2 h2               =0    <29
        31  thu1 09:00  ann  item_started      h3 @owner.0 read          <26  -- up since Wednesday 15:00, closing time
        32  thu1 09:30  ann  reply_read        h3 @owner.0         =30   <31
        33  thu1 09:30  ann  data_used         d3 h3               =0    <32
        34  thu1 09:30  ann  step_done         collect                   <32
        35  thu1 09:30  ann  case_closed                                 <34
    """)


def test_a_reply_brings_the_case_up_at_once_where_the_role_says_so():
    owner = person(desk_rhythm=working_days(0.5), reply_brings_up=True)
    given = snowball({"h1": holder(working_days(1.25))}, gathering(search=NO_SEARCH), roles={"owner": owner})
    assert played(given).rows()[5:] == lines("""
        5   mon1 09:00  ann  item_started      h1 @owner.0 send       <4
        6   mon1 09:30  ann  contact_sought    h1 @owner.0      =20   <5
        7   mon1 09:30  ann  request_sent      h1 @owner.0      =10   <5
        8   mon1 09:30  ann  person_found      h1                     <7
        9   tue1 11:00  ann  request_answered  h1               =7    <8   -- an hour before the turn
        10  tue1 11:00  ann  data_received     d1 h1                  <9
        11  tue1 11:00  ann  item_started      h1 @owner.0 read       <9
        12  tue1 11:30  ann  reply_read        h1 @owner.0      =30   <11
        13  tue1 11:30  ann  data_used         d1 h1            =0    <12
        14  tue1 11:30  ann  step_done         collect                <12
        15  tue1 11:30  ann  case_closed                              <14
    """)


def test_whom_a_reply_names_is_asked_in_the_same_visit_and_the_lower_holder_discovers():
    given = snowball(
        {"h1": holder(), "h2": holder(), "h3": holder()},
        gathering({"office": ["h1", "h2"], "h1": ["h3"], "h2": ["h3"]}),
        citizens={"ann": citizen("mon1 09:00")},  # remembers nobody; the owner's file points to two
        roles={"owner": person(desk_rhythm=working_days(1))},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked        collect                  <0
        2   mon1 09:00  ann  person_assigned   @owner.0                 <0   -- turns: 09:00, then every closing time
        3   mon1 09:00  ann  step_started      collect                  <1
        4   mon1 09:00  ann  holder_named      h1                 =0    <3
        5   mon1 09:00  ann  holder_named      h2                 =0    <3
        6   mon1 09:00  ann  item_started      h1 @owner.0 send         <4
        7   mon1 09:30  ann  contact_sought    h1 @owner.0        =20   <6
        8   mon1 09:30  ann  request_sent      h1 @owner.0        =10   <6
        9   mon1 09:30  ann  item_started      h2 @owner.0 send         <5
        10  mon1 10:00  ann  contact_sought    h2 @owner.0        =20   <9
        11  mon1 10:00  ann  request_sent      h2 @owner.0        =10   <9
        12  tue1 09:30  ann  person_found      h1                       <8
        13  tue1 10:00  ann  person_found      h2                       <11
        14  wed1 09:30  ann  request_answered  h1                 =7    <12
        15  wed1 09:30  ann  data_received     d1 h1                    <14
        16  wed1 10:00  ann  request_answered  h2                 =7    <13
        17  wed1 10:00  ann  data_received     d2 h2                    <16
        18  thu1 09:00  ann  item_started      h1 @owner.0 read         <14
        19  thu1 09:30  ann  reply_read        h1 @owner.0        =30   <18
        20  thu1 09:30  ann  holder_named      h3 by:h1           =1    <19
        21  thu1 09:30  ann  data_used         d1 h1              =0    <19
        22  thu1 09:30  ann  item_started      h2 @owner.0 read         <16
        23  thu1 10:00  ann  reply_read        h2 @owner.0        =30   <22
        24  thu1 10:00  ann  holder_named      h3 by:h2 #1        =1    <23  -- named again
        25  thu1 10:00  ann  data_used         d2 h2              =0    <23
        26  thu1 10:00  ann  item_started      h3 @owner.0 send         <20  -- since its discovery
        27  thu1 10:30  ann  contact_sought    h3 @owner.0        =20   <26
        28  thu1 10:30  ann  request_sent      h3 @owner.0        =10   <26
        29  fri1 10:30  ann  person_found      h3                       <28
        30  mon2 10:30  ann  request_answered  h3                 =7    <29
        31  mon2 10:30  ann  data_received     d3 h3                    <30
        32  tue2 09:00  ann  item_started      h3 @owner.0 read         <30
        33  tue2 09:30  ann  reply_read        h3 @owner.0        =30   <32
        34  tue2 09:30  ann  data_used         d3 h3              =0    <33
        35  tue2 09:30  ann  step_done         collect                  <33
        36  tue2 09:30  ann  case_closed                                <35
    """)


def test_a_shallower_naming_revives_a_holder_beyond_the_persistence():
    given = snowball(
        {"ha": holder(), "hb": holder(working_days(4)), "hc": holder(), "hd": holder(), "he": holder()},
        gathering(
            {"office": ["ha", "hb"], "ha": ["hc"], "hb": ["hd"], "hc": ["hd"], "hd": ["he"]},
            persistence=count(1),
            search=NO_SEARCH,
        ),
        citizens={"ann": citizen("mon1 09:00")},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked        collect                  <0
        2   mon1 09:00  ann  person_assigned   @owner.0                 <0
        3   mon1 09:00  ann  step_started      collect                  <1
        4   mon1 09:00  ann  holder_named      ha                 =0    <3
        5   mon1 09:00  ann  holder_named      hb                 =0    <3
        6   mon1 09:00  ann  item_started      ha @owner.0 send         <4
        7   mon1 09:30  ann  contact_sought    ha @owner.0        =20   <6
        8   mon1 09:30  ann  request_sent      ha @owner.0        =10   <6
        9   mon1 09:30  ann  item_started      hb @owner.0 send         <5
        10  mon1 09:30  ann  person_found      ha                       <8   -- found at once: the next round
        11  mon1 10:00  ann  contact_sought    hb @owner.0        =20   <9
        12  mon1 10:00  ann  request_sent      hb @owner.0        =10   <9
        13  mon1 10:00  ann  person_found      hb                       <12
        14  tue1 09:30  ann  request_answered  ha                 =7    <10
        15  tue1 09:30  ann  data_received     da ha                    <14
        16  tue1 09:30  ann  item_started      ha @owner.0 read         <14
        17  tue1 10:00  ann  reply_read        ha @owner.0        =30   <16
        18  tue1 10:00  ann  holder_named      hc by:ha           =1    <17
        19  tue1 10:00  ann  data_used         da ha              =0    <17
        20  tue1 10:00  ann  item_started      hc @owner.0 send         <18
        21  tue1 10:30  ann  contact_sought    hc @owner.0        =20   <20
        22  tue1 10:30  ann  request_sent      hc @owner.0        =10   <20
        23  tue1 10:30  ann  person_found      hc                       <22
        24  wed1 10:30  ann  request_answered  hc                 =7    <23
        25  wed1 10:30  ann  data_received     dc hc                    <24
        26  wed1 10:30  ann  item_started      hc @owner.0 read         <24
        27  wed1 11:00  ann  reply_read        hc @owner.0        =30   <26
        28  wed1 11:00  ann  holder_named      hd by:hc           =2    <27  -- too deep
        29  wed1 11:00  ann  data_used         dc hc              =0    <27
        30  fri1 10:00  ann  request_answered  hb                 =7    <13
        31  fri1 10:00  ann  data_received     db hb                    <30
        32  fri1 10:00  ann  item_started      hb @owner.0 read         <30
        33  fri1 10:30  ann  reply_read        hb @owner.0        =30   <32
        34  fri1 10:30  ann  holder_named      hd by:hb #1        =1    <33  -- what makes the request possible
        35  fri1 10:30  ann  data_used         db hb              =0    <33
        36  fri1 10:30  ann  item_started      hd @owner.0 send         <34
        37  fri1 11:00  ann  contact_sought    hd @owner.0        =20   <36
        38  fri1 11:00  ann  request_sent      hd @owner.0        =10   <36
        39  fri1 11:00  ann  person_found      hd                       <38
        40  mon2 11:00  ann  request_answered  hd                 =7    <39
        41  mon2 11:00  ann  data_received     dd hd                    <40
        42  mon2 11:00  ann  item_started      hd @owner.0 read         <40
        43  mon2 11:30  ann  reply_read        hd @owner.0        =30   <42
        44  mon2 11:30  ann  holder_named      he by:hd           =2    <43
        45  mon2 11:30  ann  data_used         dd hd              =0    <43
        46  mon2 11:30  ann  step_done         collect                  <43
        47  mon2 11:30  ann  case_closed                                <46
    """)


def test_the_frontier_is_asked_by_need_then_since_then_id():
    types = {
        "d1": data_type("h1", need="background"),
        "d2": data_type("h2"),
        "d3": data_type("h3", need="critical"),
        "d4": data_type("h4"),
    }
    given = snowball(
        {f"h{n}": holder() for n in (1, 2, 3, 4)}, gathering(requests_per_visit=count(4)), data_types=types
    )
    assert [row for row in played(given).rows() if "item_started" in row][:4] == lines("""
        8  mon1 09:00 ann item_started h3 @owner.0 send <6
        11 mon1 09:30 ann item_started h2 @owner.0 send <5
        14 mon1 10:00 ann item_started h4 @owner.0 send <7
        17 mon1 10:30 ann item_started h1 @owner.0 send <4
    """)


def test_a_reminder_goes_straight_to_the_right_person():
    given = snowball({"h1": holder()}, gathering())
    assert played(given, lambda inputs: silent(inputs, "h1", 0)).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked        collect                    <0
        2   mon1 09:00  ann  person_assigned   @owner.0                   <0
        3   mon1 09:00  ann  step_started      collect                    <1
        4   mon1 09:00  ann  holder_named      h1                   =0    <3
        5   mon1 09:00  ann  item_started      h1 @owner.0 send           <4
        6   mon1 09:30  ann  contact_sought    h1 @owner.0          =20   <5
        7   mon1 09:30  ann  request_sent      h1 @owner.0          =10   <5
        8   mon2 09:30  ann  item_started      h1 @owner.0 remind         <7   -- five working days
        9   mon2 09:35  ann  request_reminded  h1 @owner.0 #1       =5    <8
        10  mon2 09:35  ann  person_found      h1                         <9
        11  tue2 09:35  ann  request_answered  h1                   =7    <10
        12  tue2 09:35  ann  data_received     d1 h1                      <11
        13  tue2 09:35  ann  item_started      h1 @owner.0 read           <11
        14  tue2 10:05  ann  reply_read        h1 @owner.0          =30   <13
        15  tue2 10:05  ann  data_used         d1 h1                =0    <14
        16  tue2 10:05  ann  step_done         collect                    <14
        17  tue2 10:05  ann  case_closed                                  <16
    """)


def test_after_the_last_reminder_a_holder_counts_as_never_answered_and_its_reply_is_late():
    given = snowball({"h1": holder(working_days(20))}, gathering())
    assert played(given).rows()[7:] == lines("""
        7   mon1 09:30  ann  request_sent            h1 @owner.0          =10   <5
        8   tue1 09:30  ann  person_found            h1                         <7
        9   mon2 09:30  ann  item_started            h1 @owner.0 remind         <7
        10  mon2 09:35  ann  request_reminded        h1 @owner.0 #1       =5    <9   -- a reply is under way: no new one
        11  mon3 09:35  ann  request_never_answered  h1                         <10
        12  mon3 09:35  ann  step_done               collect                    <11
        13  mon3 09:35  ann  case_closed                                        <12
        14  tue5 09:30  ann  reply_late              h1                   =7    <8
    """)


def test_a_reply_after_giving_up_is_read_while_something_is_still_written():
    writing = {"share": share(1), "delay": working_days(14), "minutes": minutes(40)}
    given = snowball(
        {"h1": holder(working_days(12)), "h2": holder()},
        gathering(search=NO_SEARCH),
        data_types={"d1": data_type("h1"), "d2": data_type("h2", writing=writing)},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked              collect                    <0
        2   mon1 09:00  ann  person_assigned         @owner.0                   <0
        3   mon1 09:00  ann  step_started            collect                    <1
        4   mon1 09:00  ann  holder_named            h1                   =0    <3
        5   mon1 09:00  ann  holder_named            h2                   =0    <3
        6   mon1 09:00  ann  item_started            h1 @owner.0 send           <4
        7   mon1 09:30  ann  contact_sought          h1 @owner.0          =20   <6
        8   mon1 09:30  ann  request_sent            h1 @owner.0          =10   <6
        9   mon1 09:30  ann  item_started            h2 @owner.0 send           <5
        10  mon1 09:30  ann  person_found            h1                         <8
        11  mon1 10:00  ann  contact_sought          h2 @owner.0          =20   <9
        12  mon1 10:00  ann  request_sent            h2 @owner.0          =10   <9
        13  mon1 10:00  ann  person_found            h2                         <12
        14  tue1 10:00  ann  request_answered        h2                   =7    <13
        15  tue1 10:00  ann  item_started            h2 @owner.0 read           <14
        16  tue1 10:30  ann  reply_read              h2 @owner.0          =30   <15  -- nothing on file
        17  mon2 09:30  ann  item_started            h1 @owner.0 remind         <8
        18  mon2 09:35  ann  request_reminded        h1 @owner.0 #1       =5    <17
        19  mon3 09:35  ann  request_never_answered  h1                         <18
        20  wed3 09:30  ann  request_answered        h1                   =7    <10
        21  wed3 09:30  ann  data_received           d1 h1                      <20
        22  wed3 09:30  ann  item_started            h1 @owner.0 read           <20
        23  wed3 10:00  ann  reply_read              h1 @owner.0          =30   <22
        24  wed3 10:00  ann  data_used               d1 h1                =0    <23
        25  mon4 10:00  ann  data_created            d2 h2                =40   <14
        26  mon4 10:00  ann  data_received           d2 h2                      <25
        27  mon4 10:00  ann  item_started            h2 @owner.0 read           <25
        28  mon4 10:30  ann  reply_read              h2 @owner.0          =30   <27
        29  mon4 10:30  ann  data_used               d2 h2                =0    <28
        30  mon4 10:30  ann  step_done               collect                    <28
        31  mon4 10:30  ann  case_closed                                        <30
    """)


def test_an_unclear_reply_is_used_when_its_clarification_has_been_read():
    writing = {"share": share(1), "delay": working_days(0.5), "minutes": minutes(40)}
    given = snowball(
        {"h1": holder(), "h2": holder()},
        gathering({"office": ["h1"], "h1": ["h2"]}, search=NO_SEARCH, judging={"unclear": share(1)}),
        data_types={"d1": data_type("h1"), "d2": data_type("h1", writing=writing)},
        citizens={"ann": citizen("mon1 09:00")},
    )
    assert played(given).rows()[8:] == lines("""
        8   mon1 09:30  ann  person_found      h1                       <7
        9   tue1 09:30  ann  request_answered  h1                 =7    <8
        10  tue1 09:30  ann  data_received     d1 h1                    <9
        11  tue1 09:30  ann  item_started      h1 @owner.0 read         <9
        12  tue1 10:00  ann  reply_read        h1 @owner.0        =30   <11  -- hard to understand
        13  tue1 10:00  ann  holder_named      h2 by:h1           =1    <12
        14  tue1 10:00  ann  item_started      h2 @owner.0 send         <13
        15  tue1 10:30  ann  contact_sought    h2 @owner.0        =20   <14
        16  tue1 10:30  ann  request_sent      h2 @owner.0        =10   <14
        17  tue1 10:30  ann  person_found      h2                       <16
        18  tue1 12:30  ann  data_created      d2 h1              =40   <9
        19  tue1 12:30  ann  data_received     d2 h1                    <18
        20  tue1 12:30  ann  item_started      h1 @owner.0 read         <18
        21  tue1 13:00  ann  reply_read        h1 @owner.0        =30   <20
        22  tue1 13:00  ann  data_used         d2 h1              =0    <21  -- the first reply still waits
        23  wed1 10:00  ann  clarified         h1                       <12
        24  wed1 10:00  ann  item_started      h1 @owner.0 read         <23
        25  wed1 10:15  ann  reply_read        h1 @owner.0 #1     =15   <24
        26  wed1 10:15  ann  data_used         d1 h1              =0    <25
        27  wed1 10:30  ann  request_answered  h2                 =7    <17
        28  wed1 10:30  ann  item_started      h2 @owner.0 read         <27
        29  wed1 11:00  ann  reply_read        h2 @owner.0        =30   <28  -- it keeps nothing, so nothing is unclear
        30  wed1 11:00  ann  step_done         collect                  <29
        31  wed1 11:00  ann  case_closed                                <30
    """)


def test_the_first_reply_with_data_is_the_one_that_may_be_unclear():
    writing = {"share": share(1), "delay": working_days(0.5), "minutes": minutes(40)}
    given = snowball(
        {"h1": holder()},
        gathering(search=NO_SEARCH, judging={"unclear": share(1)}),
        data_types={"d1": data_type("h1", writing=writing)},
    )
    assert played(given).rows()[8:] == lines("""
        8   mon1 09:30  ann  person_found      h1                       <7
        9   tue1 09:30  ann  request_answered  h1                 =7    <8
        10  tue1 09:30  ann  item_started      h1 @owner.0 read         <9
        11  tue1 10:00  ann  reply_read        h1 @owner.0        =30   <10
        12  tue1 12:30  ann  data_created      d1 h1              =40   <9
        13  tue1 12:30  ann  data_received     d1 h1                    <12
        14  tue1 12:30  ann  item_started      h1 @owner.0 read         <12
        15  tue1 13:00  ann  reply_read        h1 @owner.0        =30   <14  -- the first with data
        16  wed1 13:00  ann  clarified         h1                       <15
        17  wed1 13:00  ann  item_started      h1 @owner.0 read         <16
        18  wed1 13:15  ann  reply_read        h1 @owner.0 #1     =15   <17
        19  wed1 13:15  ann  data_used         d1 h1              =0    <18
        20  wed1 13:15  ann  step_done         collect                  <18
        21  wed1 13:15  ann  case_closed                                <20
    """)


def test_the_clock_of_the_case_type_ends_the_gathering_at_the_last_straw():
    given = snowball(
        {"h1": holder(), "h2": holder(working_days(3))},
        gathering(search=NO_SEARCH),
        case_types={"plain": {"title": text(), "gathering_ends": minutes(27 * 60)}},
    )
    assert played(given).rows()[8:] == lines("""
        8   mon1 09:30  ann  request_sent      h1 @owner.0        =10   <6
        9   mon1 09:30  ann  item_started      h2 @owner.0 send         <5
        10  mon1 09:30  ann  person_found      h1                       <8
        11  mon1 10:00  ann  contact_sought    h2 @owner.0        =20   <9
        12  mon1 10:00  ann  request_sent      h2 @owner.0        =10   <9
        13  mon1 10:00  ann  person_found      h2                       <12
        14  tue1 09:30  ann  request_answered  h1                 =7    <10
        15  tue1 09:30  ann  data_received     d1 h1                    <14
        16  tue1 09:30  ann  item_started      h1 @owner.0 read         <14
        17  tue1 10:00  ann  reply_read        h1 @owner.0        =30   <16
        18  tue1 10:00  ann  data_used         d1 h1              =0    <17
        19  tue1 12:00  ann  step_done         collect                  <17  -- 27 hours after opening
        20  tue1 12:00  ann  case_closed                                <19
        21  thu1 10:00  ann  reply_late        h2                 =7    <13
    """)


def test_the_last_straw_is_what_landed_last_of_what_the_last_visit_read():
    given = snowball(
        {"h1": holder(working_days(1)), "h2": holder(working_days(0.75))},
        gathering(search=NO_SEARCH),
        roles={"owner": person(desk_rhythm=working_days(1))},
    )
    assert played(given).rows()[14:] == lines("""
        14  mon1 14:30  ann  request_answered  h2                 =7    <13
        15  mon1 14:30  ann  data_received     d2 h2                    <14
        16  tue1 09:00  ann  item_started      h2 @owner.0 read         <14
        17  tue1 09:30  ann  reply_read        h2 @owner.0        =30   <16
        18  tue1 09:30  ann  data_used         d2 h2              =0    <17
        19  tue1 09:30  ann  request_answered  h1                 =7    <10
        20  tue1 09:30  ann  data_received     d1 h1                    <19
        21  wed1 09:00  ann  item_started      h1 @owner.0 read         <19
        22  wed1 09:30  ann  reply_read        h1 @owner.0        =30   <21
        23  wed1 09:30  ann  data_used         d1 h1              =0    <22
        24  wed1 09:30  ann  step_done         collect                  <22
        25  wed1 09:30  ann  case_closed                                <24
    """)


def test_of_two_replies_read_in_the_last_visit_the_one_that_landed_last_is_the_straw():
    given = snowball(
        {"h1": holder(working_days(0.7)), "h2": holder(working_days(0.5))},
        gathering(search=NO_SEARCH),
        roles={"owner": person(desk_rhythm=working_days(1))},
    )
    assert played(given).rows()[14:] == lines("""
        14  mon1 13:00  ann  request_answered  h2                 =7    <13
        15  mon1 13:00  ann  data_received     d2 h2                    <14
        16  mon1 13:42  ann  request_answered  h1                 =7    <10
        17  mon1 13:42  ann  data_received     d1 h1                    <16
        18  tue1 09:00  ann  item_started      h1 @owner.0 read         <16
        19  tue1 09:30  ann  reply_read        h1 @owner.0        =30   <18
        20  tue1 09:30  ann  data_used         d1 h1              =0    <19
        21  tue1 09:30  ann  item_started      h2 @owner.0 read         <14
        22  tue1 10:00  ann  reply_read        h2 @owner.0        =30   <21
        23  tue1 10:00  ann  data_used         d2 h2              =0    <22
        24  tue1 10:00  ann  step_done         collect                  <19  -- h1 landed last, though it was read first
        25  tue1 10:00  ann  case_closed                                <24
    """)


def test_a_visit_whose_last_item_ends_at_closing_ends_then():
    given = snowball({"h1": holder(minutes(300))}, gathering(search=NO_SEARCH))
    assert played(given).rows()[9:] == lines("""
        9   mon1 14:30  ann  request_answered  h1               =7   <8
        10  mon1 14:30  ann  data_received     d1 h1                 <9
        11  mon1 14:30  ann  item_started      h1 @owner.0 read      <9
        12  mon1 15:00  ann  reply_read        h1 @owner.0      =30  <11
        13  mon1 15:00  ann  data_used         d1 h1            =0   <12
        14  mon1 15:00  ann  step_done         collect               <12
        15  mon1 15:00  ann  case_closed                             <14
    """)


def test_what_is_written_is_used_when_it_has_itself_been_read():
    writing = {"share": share(1), "delay": minutes(60), "minutes": minutes(40)}
    given = snowball(
        {"h1": holder(minutes(90)), "h2": holder(minutes(120))},
        gathering(search=NO_SEARCH),
        data_types={kind: data_type(by, writing=writing) for kind, by in (("a", "h2"), ("b", "h1"), ("c", "h1"))},
    )
    assert played(given).rows()[14:] == lines("""
        14  mon1 11:00  ann  request_answered  h1               =7   <10
        15  mon1 11:00  ann  item_started      h1 @owner.0 read      <14
        16  mon1 11:30  ann  reply_read        h1 @owner.0      =30  <15
        17  mon1 12:00  ann  data_created      b h1             =40  <14  -- by holder, then by data type
        18  mon1 12:00  ann  data_received     b h1                  <17
        19  mon1 12:00  ann  data_created      c h1             =40  <14
        20  mon1 12:00  ann  data_received     c h1                  <19
        21  mon1 12:00  ann  request_answered  h2               =7   <13
        22  mon1 12:00  ann  item_started      h1 @owner.0 read      <17
        23  mon1 12:30  ann  reply_read        h1 @owner.0      =30  <22
        24  mon1 12:30  ann  data_used         b h1             =0   <23
        25  mon1 12:30  ann  item_started      h1 @owner.0 read      <19
        26  mon1 13:00  ann  reply_read        h1 @owner.0      =30  <25
        27  mon1 13:00  ann  data_used         c h1             =0   <26
        28  mon1 13:00  ann  data_created      a h2             =40  <21
        29  mon1 13:00  ann  data_received     a h2                  <28
        30  mon1 13:00  ann  item_started      h2 @owner.0 read      <21
        31  mon1 13:30  ann  reply_read        h2 @owner.0      =30  <30
        32  mon1 13:31  ann  item_started      h2 @owner.0 read      <28  -- came during the visit: a later turn
        33  mon1 14:01  ann  reply_read        h2 @owner.0      =30  <32
        34  mon1 14:01  ann  data_used         a h2             =0   <33
        35  mon1 14:01  ann  step_done         collect               <33
        36  mon1 14:01  ann  case_closed                             <35
    """)


THREE_NEEDS = {
    "back": data_type("h1", need="background"),
    "crit": data_type("h1", need="critical"),
    "relv": data_type("h1"),
}


def test_a_reader_may_put_relevant_types_aside_and_keep_background_ones_but_never_misjudges_critical_ones():
    always = {"misjudged": share(1), "misjudged_factor_known": factor(1)}
    given = snowball({"h1": holder()}, gathering(judging=always), data_types=THREE_NEEDS)
    assert played(given).rows()[15:19] == lines("""
        15  wed1 10:00  ann  data_used        back h1  =0  <14
        16  wed1 10:00  ann  data_used        crit h1  =0  <14
        17  wed1 10:00  ann  data_judged_out  relv h1      <14
        18  wed1 10:00  ann  step_done        collect      <14
    """)


def test_who_knows_the_holder_well_enough_misjudges_nothing():
    where_strange = {"misjudged": share(1), "misjudged_factor_known": factor(0)}
    given = snowball(
        {"h1": holder()},
        gathering(judging=where_strange, search={"known_from": share(1)}),
        data_types=THREE_NEEDS,
        roles={"owner": person(relation=share(1))},
    )
    assert played(given).rows()[15:18] == lines("""
        15  tue1 10:00  ann  data_judged_out  back h1      <14
        16  tue1 10:00  ann  data_used        crit h1  =0  <14
        17  tue1 10:00  ann  data_used        relv h1  =0  <14
    """)


def test_a_giver_may_leave_out_what_is_merely_relevant():
    given = snowball({"h1": holder()}, gathering(judging={"narrow": share(1)}), data_types=THREE_NEEDS)
    result = played(given)
    assert result.rows()[8:12] == lines("""
        8   tue1 09:30  ann  person_found      h1           <7
        9   wed1 09:30  ann  request_answered  h1       =7  <8
        10  wed1 09:30  ann  data_received     back h1      <9
        11  wed1 09:30  ann  data_received     crit h1      <9
    """)
    assert result.rows()[12] == "12 wed1 09:30 ann data_judged_out relv h1 <9"
    assert result.inputs.names.actors[result.log["actor"][12]] == "h1"  # put aside by the giver


def test_the_citizen_tells_only_when_the_step_for_telling_is_done():
    given = snowball(
        {"h1": holder()},
        gathering(),
        steps={"talk": work("owner", 30, lead=working_days(1)), "collect": gather("owner")},
        told_at="talk",
    )
    assert played(given).rows()[2:] == lines("""
        2  mon1 09:00  ann  step_asked       talk                 <0
        3  mon1 09:00  ann  person_assigned  @owner.0             <0
        4  mon1 09:00  ann  step_started     collect              <1
        5  mon1 09:00  ann  step_done        collect              <4   -- nobody is known yet
        6  mon1 09:00  ann  case_closed                           <5
        7  mon1 15:00  ann  step_due         talk                 <2
        8  tue1 09:00  ann  step_started     talk @owner.0        <7
        9  tue1 09:30  ann  step_done        talk @owner.0   =30  <8
    """)


def found_after(search: dict[str, Any], *, tags: list[str], relation: float, new: bool) -> str:
    """Return when the right person has a request sent on Monday at 9:30."""
    given = snowball(
        {"h1": holder()},
        gathering(search=search),
        citizens={"ann": citizen("mon1 09:00", overview=share(1), tags=tags)},
        roles={"owner": person(relation=share(relation))},
    )

    def without_network(inputs: Inputs) -> None:
        inputs.servers[0] = inputs.servers[0]._replace(seasoned=(10**9,))

    row = next(row for row in played(given, without_network if new else None).rows() if "person_found" in row)
    return row.split(" ", 1)[1].split(" ann")[0]


def test_finding_takes_no_time_between_acquaintances_and_longer_for_newcomers_and_new_owners():
    half_a_day = {"delay": working_days(0.5)}
    assert found_after(half_a_day, tags=[], relation=0, new=False) == "mon1 12:30"
    assert found_after(half_a_day, tags=[], relation=0.7, new=False) == "mon1 09:30"
    assert found_after(half_a_day, tags=[], relation=0.69, new=False) == "mon1 12:30"
    assert found_after(half_a_day, tags=["newcomer"], relation=0, new=False) == "tue1 09:30"  # twice as long
    assert found_after(half_a_day, tags=[], relation=1, new=True) == "tue1 12:30"  # three times, and nobody known yet
    assert found_after(half_a_day, tags=["newcomer"], relation=1, new=True) == "thu1 09:30"  # six times
    assert (
        found_after({"delay": minutes(90), "newcomer_factor": factor(1.5)}, tags=["newcomer"], relation=0, new=False)
        == "mon1 11:45"
    )


def test_a_pool_answers_in_its_queue_before_a_step_of_smaller_urgency():
    given = snowball(
        {"h1": holder(answers={"delay": None, "pool": "desk", "minutes": minutes(100)})},
        gathering(search={"delay": minutes(30)}),
        steps={"collect": gather("owner"), "file": work("desk", 80), "tidy": work("desk", 10, priority=2)},
        roles={"owner": person(), "desk": pool(1, "h1")},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked        collect                 <0
        2   mon1 09:00  ann  step_asked        file                    <0
        3   mon1 09:00  ann  step_asked        tidy                    <0
        4   mon1 09:00  ann  person_assigned   @owner.0                <0
        5   mon1 09:00  ann  step_started      collect                 <1
        6   mon1 09:00  ann  holder_named      h1                =0    <5
        7   mon1 09:00  ann  step_started      file @desk.0            <2
        8   mon1 09:00  ann  item_started      h1 @owner.0 send        <6
        9   mon1 09:30  ann  contact_sought    h1 @owner.0       =20   <8
        10  mon1 09:30  ann  request_sent      h1 @owner.0       =10   <8
        11  mon1 10:00  ann  person_found      h1                      <10
        12  mon1 10:20  ann  step_done         file @desk.0      =80   <7
        13  mon1 12:00  ann  request_answered  h1                =100  <11  -- begun at 10:20, before the older tidying
        14  mon1 12:00  ann  data_received     d1 h1                   <13
        15  mon1 12:00  ann  step_started      tidy @desk.0            <3
        16  mon1 12:00  ann  item_started      h1 @owner.0 read        <13
        17  mon1 12:10  ann  step_done         tidy @desk.0      =10   <15
        18  mon1 12:30  ann  reply_read        h1 @owner.0       =30   <16
        19  mon1 12:30  ann  data_used         d1 h1             =0    <18
        20  mon1 12:30  ann  step_done         collect                 <18
        21  mon1 12:30  ann  case_closed                               <20
    """)


def test_of_two_answers_that_a_pool_can_give_at_once_the_lower_holder_goes_first():
    in_turn = {"delay": None, "pool": "desk", "minutes": minutes(60)}
    given = snowball(
        {name: holder(answers=in_turn, calendar="evening") for name in ("h1", "h2")},
        gathering(search={"delay": working_days(0.5)}),
        roles={"owner": person(), "desk": pool(1, "h1")},
        calendars={"office": week(), "evening": week("16:00-22:00")},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked        collect                 <0
        2   mon1 09:00  ann  person_assigned   @owner.0                <0
        3   mon1 09:00  ann  step_started      collect                 <1
        4   mon1 09:00  ann  holder_named      h1                =0    <3
        5   mon1 09:00  ann  holder_named      h2                =0    <3
        6   mon1 09:00  ann  item_started      h1 @owner.0 send        <4
        7   mon1 09:30  ann  contact_sought    h1 @owner.0       =20   <6
        8   mon1 09:30  ann  request_sent      h1 @owner.0       =10   <6
        9   mon1 09:30  ann  item_started      h2 @owner.0 send        <5
        10  mon1 10:00  ann  contact_sought    h2 @owner.0       =20   <9
        11  mon1 10:00  ann  request_sent      h2 @owner.0       =10   <9
        12  mon1 19:00  ann  person_found      h1                      <8   -- three open hours from 16:00 for both
        13  mon1 19:00  ann  person_found      h2                      <11
        14  mon1 20:00  ann  request_answered  h1                =60   <12
        15  mon1 20:00  ann  data_received     d1 h1                   <14
        16  mon1 21:00  ann  request_answered  h2                =60   <13
        17  mon1 21:00  ann  data_received     d2 h2                   <16
        18  tue1 09:00  ann  item_started      h1 @owner.0 read        <14
        19  tue1 09:30  ann  reply_read        h1 @owner.0       =30   <18
        20  tue1 09:30  ann  data_used         d1 h1             =0    <19
        21  tue1 09:30  ann  item_started      h2 @owner.0 read        <16
        22  tue1 10:00  ann  reply_read        h2 @owner.0       =30   <21
        23  tue1 10:00  ann  data_used         d2 h2             =0    <22
        24  tue1 10:00  ann  step_done         collect                 <22
        25  tue1 10:00  ann  case_closed                               <24
    """)


def test_an_actor_that_is_not_involved_costs_a_contact_and_gives_nothing():
    given = snowball(
        {"h1": holder(), "h2": holder()},
        gathering({"h1": ["h2"]}, search=NO_SEARCH, habit={"h1": share(1)}),
        citizens={"ann": citizen("mon1 09:00", overview=share(1), involves=["office"])},
        roles={"owner": person(outreach=share(1))},
    )
    assert played(given).rows()[4:] == lines("""
        4   mon1 09:00  ann  holder_named      h1                 =0    <3   -- asked of habit
        5   mon1 09:00  ann  item_started      h1 @owner.0 send         <4
        6   mon1 09:30  ann  contact_sought    h1 @owner.0        =20   <5
        7   mon1 09:30  ann  request_sent      h1 @owner.0        =10   <5
        8   mon1 09:30  ann  person_found      h1                       <7
        9   tue1 09:30  ann  request_answered  h1                 =7    <8
        10  tue1 09:30  ann  item_started      h1 @owner.0 read         <9
        11  tue1 10:00  ann  reply_read        h1 @owner.0        =30   <10
        12  tue1 10:00  ann  step_done         collect                  <11
        13  tue1 10:00  ann  case_closed                                <12
    """)
