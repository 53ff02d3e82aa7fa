"""What may be asked: logs worked out on paper from docs/semantics.md (S8), and the ways a scenario opens (S5.5)."""

from dataclasses import replace
from typing import Any

import pytest
from small_worlds import (
    Played,
    citizen,
    consent,
    count,
    data_type,
    days,
    gather,
    gathering,
    holder,
    lines,
    minutes,
    person,
    played,
    rule,
    share,
    text,
    working_days,
    world,
)

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.reference.run import play
from simulation.model.world import World
from simulation.population.inputs import inputs_of
from simulation.population.tables import TakenBack

OPEN = {"open_to_all": rule()}


def snowball(holders: dict[str, Any], settings: dict[str, Any], **more: Any):
    """Return a world of one gathering; the citizen remembers all and tells willingly, unless told otherwise."""
    types = more.pop("data_types", None)
    given: dict[str, Any] = {
        "steps": {"agree": consent("owner", delay=minutes(60)), "collect": gather("owner", "agree")},
        "citizens": {"ann": citizen("mon1 09:00", overview=share(1))},
        "closes": "collect",
        "roles": {"owner": person()},
    }
    return world(
        actors=holders,
        gathering={**settings, "search": settings["search"] | {"delay": minutes(0)}},
        data_types={f"d{name[1:]}": data_type(name) for name in holders} if types is None else types,
        **{**given, **more},
    )


def asks_at_once(holders: dict[str, Any], settings: dict[str, Any], **more: Any):
    """Return a world of one gathering where the law needs no consent and no consent is asked."""
    return snowball(holders, settings, **{"steps": {"collect": gather("owner")}, "legal_basis": OPEN, **more})


def test_who_refuses_is_asked_about_only_where_the_law_needs_no_consent():
    given = snowball(
        {"h1": holder(), "h2": holder()},
        gathering(),
        steps={"agree": consent("owner", delay=minutes(60), refused=share(1)), "collect": gather("owner", "agree")},
        legal_basis={"h2_may": rule("h2")},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked        agree                    <0
        2   mon1 09:00  ann  consent_asked     agree              =5    <1
        3   mon1 10:00  ann  consent_refused   agree              =0    <2
        4   mon1 10:00  ann  step_done         agree              =0    <3
        5   mon1 10:00  ann  step_asked        collect                  <4
        6   mon1 10:00  ann  person_assigned   @owner.0                 <0
        7   mon1 10:00  ann  step_started      collect                  <5
        8   mon1 10:00  ann  holder_named      h1                 =0    <7
        9   mon1 10:00  ann  holder_named      h2                 =0    <7
        10  mon1 10:00  ann  item_started      h2 @owner.0 send         <9
        11  mon1 10:30  ann  contact_sought    h2 @owner.0        =20   <10
        12  mon1 10:30  ann  request_sent      h2 @owner.0        =10   <10
        13  mon1 10:30  ann  person_found      h2                       <12
        14  tue1 10:30  ann  request_answered  h2                 =7    <13
        15  tue1 10:30  ann  data_received     d2 h2                    <14
        16  tue1 10:30  ann  item_started      h2 @owner.0 read         <14
        17  tue1 11:00  ann  reply_read        h2 @owner.0        =30   <16
        18  tue1 11:00  ann  data_used         d2 h2              =0    <17
        19  tue1 11:00  ann  step_done         collect                  <17
        20  tue1 11:00  ann  case_closed                                <19
    """)


def test_a_holder_waits_for_consent_and_left_out_domains_are_not_given():
    given = snowball(
        {"h1": holder(), "h2": holder(), "h3": holder(domain="secret"), "h4": holder()},
        gathering(),
        steps={
            "agree": consent("owner", delay=minutes(180), excluded={"secret": share(1)}),
            "collect": gather("owner"),
        },
        legal_basis={
            "h2_may": rule("h2"),
            "never": rule("h4", never=True, precedence=9),
            "h4_may": rule("h4", precedence=5),
        },
        data_types={
            "d1": data_type("h1"),
            "d1s": data_type("h1", domain="secret"),
            "d2s": data_type("h2", domain="secret"),
            "d3": data_type("h3"),
            "d4": data_type("h4"),
        },
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked        agree                    <0
        2   mon1 09:00  ann  consent_asked     agree              =5    <1
        3   mon1 09:00  ann  step_asked        collect                  <0
        4   mon1 09:00  ann  person_assigned   @owner.0                 <0
        5   mon1 09:00  ann  step_started      collect                  <3
        6   mon1 09:00  ann  holder_named      h1                 =0    <5
        7   mon1 09:00  ann  holder_named      h2                 =0    <5
        8   mon1 09:00  ann  holder_named      h3                 =0    <5
        9   mon1 09:00  ann  holder_named      h4                 =0    <5
        10  mon1 09:00  ann  item_started      h2 @owner.0 send         <7
        11  mon1 09:30  ann  contact_sought    h2 @owner.0        =20   <10
        12  mon1 09:30  ann  request_sent      h2 @owner.0        =10   <10
        13  mon1 09:30  ann  person_found      h2                       <12
        14  mon1 12:00  ann  consent_given     agree              =2    <2   -- secret is left out
        15  mon1 12:00  ann  step_done         agree              =0    <14
        16  mon1 12:00  ann  item_started      h1 @owner.0 send         <14  -- h3 is left out, h4 is forbidden
        17  mon1 12:30  ann  contact_sought    h1 @owner.0        =20   <16
        18  mon1 12:30  ann  request_sent      h1 @owner.0        =10   <16
        19  mon1 12:30  ann  person_found      h1                       <18
        20  tue1 09:30  ann  request_answered  h2                 =7    <13
        21  tue1 09:30  ann  data_received     d2s h2                   <20  -- the law asks for no consent here
        22  tue1 09:30  ann  item_started      h2 @owner.0 read         <20
        23  tue1 10:00  ann  reply_read        h2 @owner.0        =30   <22
        24  tue1 10:00  ann  data_used         d2s h2             =0    <23
        25  tue1 12:30  ann  request_answered  h1                 =7    <19
        26  tue1 12:30  ann  data_received     d1 h1                    <25
        27  tue1 12:30  ann  item_started      h1 @owner.0 read         <25
        28  tue1 13:00  ann  reply_read        h1 @owner.0        =30   <27
        29  tue1 13:00  ann  data_used         d1 h1              =0    <28
        30  tue1 13:00  ann  step_done         collect                  <28
        31  tue1 13:00  ann  case_closed                                <30
    """)


def withdrawn(after: dict[str, Any], holders: dict[str, Any], settings: dict[str, Any], **more: Any) -> list[str]:
    """Return the log from the consent on, where it is given at 10:00 and withdrawn some time later."""
    taken_back = {"chance": share(1), "after": after}
    steps = {"agree": consent("owner", delay=minutes(60), withdrawn=taken_back), "collect": gather("owner", "agree")}
    return played(snowball(holders, settings, steps=steps, **more)).rows()[3:]


def test_withdrawal_cancels_open_requests_and_what_comes_all_the_same_is_late():
    assert withdrawn(days(1), {"h1": holder(working_days(2))}, gathering()) == lines("""
        3   mon1 10:00  ann  consent_given      agree              =0    <2
        4   mon1 10:00  ann  step_done          agree              =0    <3
        5   mon1 10:00  ann  step_asked         collect                  <4
        6   mon1 10:00  ann  person_assigned    @owner.0                 <0
        7   mon1 10:00  ann  step_started       collect                  <5
        8   mon1 10:00  ann  holder_named       h1                 =0    <7
        9   mon1 10:00  ann  item_started       h1 @owner.0 send         <8
        10  mon1 10:30  ann  contact_sought     h1 @owner.0        =20   <9
        11  mon1 10:30  ann  request_sent       h1 @owner.0        =10   <9
        12  mon1 10:30  ann  person_found       h1                       <11
        13  tue1 10:00  ann  consent_withdrawn  agree                    <3
        14  tue1 10:00  ann  request_cancelled  h1                       <13
        15  tue1 10:00  ann  step_done          collect                  <13
        16  tue1 10:00  ann  case_closed                                 <15
        17  wed1 10:30  ann  reply_late         h1                 =7    <12
    """)


def test_a_request_that_is_being_written_at_the_withdrawal_is_cancelled_when_it_is_written():
    assert withdrawn(minutes(10), {"h1": holder()}, gathering())[5:] == lines("""
        8   mon1 10:00  ann  holder_named       h1                 =0    <7
        9   mon1 10:00  ann  item_started       h1 @owner.0 send         <8
        10  mon1 10:10  ann  consent_withdrawn  agree                    <3
        11  mon1 10:30  ann  contact_sought     h1 @owner.0        =20   <9
        12  mon1 10:30  ann  request_sent       h1 @owner.0        =10   <9
        13  mon1 10:30  ann  request_cancelled  h1                       <12
        14  mon1 10:30  ann  step_done          collect                  <10
        15  mon1 10:30  ann  case_closed                                 <14
    """)


def test_what_is_being_written_at_a_holder_counts_and_delivers_nothing_after_the_withdrawal():
    writing = {"share": share(1), "delay": working_days(1), "minutes": minutes(40)}
    found = withdrawn(days(2), {"h1": holder()}, gathering(), data_types={"d1": data_type("h1", writing=writing)})
    assert found[9:] == lines("""
        12  mon1 10:30  ann  person_found       h1                       <11
        13  tue1 10:30  ann  request_answered   h1                 =7    <12
        14  tue1 10:30  ann  item_started       h1 @owner.0 read         <13
        15  tue1 11:00  ann  reply_read         h1 @owner.0        =30   <14
        16  wed1 10:00  ann  consent_withdrawn  agree                    <3
        17  wed1 10:00  ann  request_cancelled  h1                       <16
        18  wed1 10:00  ann  step_done          collect                  <16
        19  wed1 10:00  ann  case_closed                                 <18
        20  wed1 10:30  ann  data_created       d1 h1              =40   <13
        21  wed1 10:30  ann  reply_late         d1 h1                    <20
    """)


def test_a_clarification_after_the_withdrawal_is_not_waited_for():
    found = withdrawn(
        days(2), {"h1": holder()}, gathering(judging={"unclear": share(1), "clarification": working_days(2)})
    )
    assert found[10:] == lines("""
        13  tue1 10:30  ann  request_answered   h1                 =7    <12
        14  tue1 10:30  ann  data_received      d1 h1                    <13
        15  tue1 10:30  ann  item_started       h1 @owner.0 read         <13
        16  tue1 11:00  ann  reply_read         h1 @owner.0        =30   <15
        17  wed1 10:00  ann  consent_withdrawn  agree                    <3
        18  wed1 10:00  ann  request_cancelled  h1                       <17
        19  wed1 10:00  ann  step_done          collect                  <17
        20  wed1 10:00  ann  case_closed                                 <19
        21  thu1 11:00  ann  clarified          h1                       <16
    """)


def test_a_reply_that_lies_unread_or_is_being_read_at_the_withdrawal_is_not_used():
    found = withdrawn(minutes(1480), {"h1": holder(), "h2": holder()}, gathering())  # Tuesday 10:40
    assert found[11:] == lines("""
        14  mon1 10:30  ann  person_found       h1                       <12
        15  mon1 11:00  ann  contact_sought     h2 @owner.0        =20   <13
        16  mon1 11:00  ann  request_sent       h2 @owner.0        =10   <13
        17  mon1 11:00  ann  person_found       h2                       <16
        18  tue1 10:30  ann  request_answered   h1                 =7    <14
        19  tue1 10:30  ann  data_received      d1 h1                    <18
        20  tue1 10:30  ann  item_started       h1 @owner.0 read         <18
        21  tue1 10:40  ann  consent_withdrawn  agree                    <3
        22  tue1 10:40  ann  request_cancelled  h2                       <21
        23  tue1 11:00  ann  reply_read         h1 @owner.0        =30   <20  -- the reading ends, and gives nothing
        24  tue1 11:00  ann  reply_late         h2                 =7    <17
        25  tue1 11:00  ann  step_done          collect                  <21
        26  tue1 11:00  ann  case_closed                                 <25
    """)


def without_secret_from_tuesday(given: World) -> Played:
    """Return a played world in which ann takes the domain secret out of the consent on Tuesday at 10:45."""
    inputs = inputs_of(given, Luck(1, 0), 1)
    tuesday, secret = int(inputs.cast.opened[0]) + 25 * 60 + 45, 1 << inputs.names.domain["secret"]
    inputs = replace(inputs, taken_back=(TakenBack(tuesday, 0, inputs.names.step["agree"], secret),))
    return Played(given, inputs, play(inputs))


def test_what_was_taken_out_stays_out_when_consent_is_given_anew():
    steps = {"agree": consent("owner", delay=minutes(60)), "anew": consent("owner", "agree", delay=days(3))}
    given = snowball({"h1": holder(domain="secret")}, gathering(), steps={**steps, "collect": gather("owner", "anew")})
    assert [row for row in without_secret_from_tuesday(given).rows() if "consent_" in row] == lines("""
        2   mon1 09:00  ann  consent_asked      agree  =5  <1
        3   mon1 10:00  ann  consent_given      agree  =0  <2
        6   mon1 10:00  ann  consent_asked      anew   =5  <5
        7   tue1 10:45  ann  consent_withdrawn  agree  =2  <3
        8   thu1 10:00  ann  consent_given      anew   =2  <6
    """)


def test_what_is_taken_out_of_the_consent_stops_and_everything_else_goes_on():
    writing = {"share": share(1), "delay": working_days(1), "minutes": minutes(40)}
    types = {
        "d1": data_type("h1"),
        "d1s": data_type("h1", domain="secret", writing=writing),
        "d1t": data_type("h1", domain="secret"),
        "d2": data_type("h2", domain="secret"),
        "d3": data_type("h3"),
    }
    holders = {"h1": holder(), "h2": holder(domain="secret"), "h3": holder(working_days(2))}
    given = snowball(holders, gathering(requests_per_visit=count(3)), data_types=types)
    assert without_secret_from_tuesday(given).rows()[23:] == lines("""
        23  tue1 10:30  ann  request_answered   h1                 =7    <15
        24  tue1 10:30  ann  data_received      d1 h1                    <23
        25  tue1 10:30  ann  data_received      d1t h1                   <23
        26  tue1 10:30  ann  item_started       h1 @owner.0 read         <23
        27  tue1 10:45  ann  consent_withdrawn  agree              =2    <3   -- secret is taken out
        28  tue1 10:45  ann  request_cancelled  h2                       <27
        29  tue1 11:00  ann  reply_read         h1 @owner.0        =30   <26
        30  tue1 11:00  ann  data_used          d1 h1              =0    <29  -- d1t was received and is not used
        31  tue1 11:00  ann  reply_late         h2                 =7    <19
        32  wed1 10:30  ann  data_created       d1s h1             =40   <23
        33  wed1 10:30  ann  reply_late         d1s h1                   <32
        34  wed1 11:30  ann  request_answered   h3                 =7    <22
        35  wed1 11:30  ann  data_received      d3 h3                    <34
        36  wed1 11:30  ann  item_started       h3 @owner.0 read         <34
        37  wed1 12:00  ann  reply_read         h3 @owner.0        =30   <36
        38  wed1 12:00  ann  data_used          d3 h3              =0    <37
        39  wed1 12:00  ann  step_done          collect                  <37
        40  wed1 12:00  ann  case_closed                                 <39
    """)


def test_a_reminder_that_waits_at_the_withdrawal_holds_nothing_up():
    found = withdrawn(
        days(6),
        {"h1": holder(working_days(9))},
        gathering(reminders={"after": working_days(4.5)}),
        roles={"owner": person(desk_rhythm=working_days(1))},
    )
    assert found[9:] == lines("""
        12  mon1 10:30  ann  person_found       h1                       <11
        13  sun1 10:00  ann  consent_withdrawn  agree                    <3   -- a reminder is due since Friday 13:30
        14  sun1 10:00  ann  request_cancelled  h1                       <13
        15  sun1 10:00  ann  step_done          collect                  <13
        16  sun1 10:00  ann  case_closed                                 <15
        17  fri2 10:30  ann  reply_late         h1                 =7    <12
    """)


def test_a_holder_in_a_sensitive_domain_is_named_only_by_the_citizen_where_it_is_left_out():
    left_out = consent("owner", delay=minutes(60), excluded={"secret": share(1)})
    given = snowball(
        {"h1": holder(), "h2": holder(domain="secret"), "h3": holder(domain="secret"), "h4": holder(domain="secret")},
        gathering({"office": ["h2"], "h1": ["h2"]}, sensitive_domains=["secret"]),
        steps={"agree": left_out, "collect": gather("owner", "agree")},
        citizens={"ann": citizen("mon1 09:00", overview=share(1), forgets=["h2", "h4"])},
        sharing={
            "register": {"title": text(), "way": "index", "holders": ["h4"], "coverage": share(1), "channel": "mail"}
        },
    )
    rows = played(given).rows()
    assert [row for row in rows if "holder_named" in row] == lines("""
        8 mon1 10:00 ann holder_named h1 =0 <7
        9 mon1 10:00 ann holder_named h3 =0 <7
    """)
    assert [row for row in rows if "request_sent" in row] == lines("12 mon1 10:30 ann request_sent h1 @owner.0 =10 <10")


def test_an_index_shows_who_is_involved_and_shortens_finding():
    shown = {
        "title": text(),
        "way": "index",
        "holders": ["h1", "h2"],
        "coverage": share(1),
        "channel": "mail",
        "minutes": minutes(5),
    }
    given = asks_at_once(
        {"h1": holder(), "h2": holder()},
        gathering(),
        sharing={"register": {**shown, "find": minutes(45)}},
        citizens={"ann": citizen("mon1 09:00", involves=["office", "h1"])},
    )
    found = played(given).rows()
    assert found[4:9] == lines("""
        4  mon1 09:00  ann  holder_named    h1                  =0   <3   -- h2 is not involved
        5  mon1 09:00  ann  item_started    h1 @owner.0 send         <4
        6  mon1 09:15  ann  contact_sought  h1 @owner.0         =5   <5
        7  mon1 09:15  ann  request_sent    h1 @owner.0         =10  <5
        8  mon1 09:15  ann  person_found    h1                       <7   -- both ways open: the quicker one
    """)


VIEW = {"title": text(), "way": "view", "coverage": share(1), "channel": "mail", "minutes": minutes(12)}


def test_what_can_be_looked_up_is_not_asked_for():
    given = asks_at_once(
        {"h1": holder(), "h2": holder()},
        gathering({"h1": ["h2"]}),
        sharing={"view": {**VIEW, "holders": ["h1"], "data_types": ["d1"]}},
        citizens={"ann": citizen("mon1 09:00", overview=share(1), forgets=["h2"])},
        data_types={"d1": data_type("h1")},
    )
    assert played(given).rows()[4:] == lines("""
        4   mon1 09:00  ann  holder_named      h1                    =0   <3
        5   mon1 09:00  ann  item_started      h1 @owner.0 look_up        <4
        6   mon1 09:12  ann  looked_up         h1 @owner.0           =12  <5
        7   mon1 09:12  ann  data_used         d1 h1                 =0   <6
        8   mon1 09:12  ann  holder_named      h2 by:h1              =1   <6
        9   mon1 09:12  ann  item_started      h2 @owner.0 send           <8
        10  mon1 09:42  ann  contact_sought    h2 @owner.0           =20  <9
        11  mon1 09:42  ann  request_sent      h2 @owner.0           =10  <9
        12  mon1 09:42  ann  person_found      h2                         <11
        13  tue1 09:42  ann  request_answered  h2                    =7   <12
        14  tue1 09:42  ann  item_started      h2 @owner.0 read           <13
        15  tue1 10:12  ann  reply_read        h2 @owner.0           =30  <14
        16  tue1 10:12  ann  step_done         collect                    <15
        17  tue1 10:12  ann  case_closed                                  <16
    """)


def test_what_no_view_shows_is_asked_for_in_the_same_visit():
    given = asks_at_once(
        {"h1": holder()},
        gathering(),
        sharing={"view": {**VIEW, "holders": ["h1"], "data_types": ["d1"]}},
        data_types={"d1": data_type("h1"), "d2": data_type("h1")},
    )
    assert played(given).rows()[4:] == lines("""
        4   mon1 09:00  ann  holder_named      h1                    =0   <3
        5   mon1 09:00  ann  item_started      h1 @owner.0 look_up        <4
        6   mon1 09:12  ann  looked_up         h1 @owner.0           =12  <5
        7   mon1 09:12  ann  data_used         d1 h1                 =0   <6
        8   mon1 09:12  ann  item_started      h1 @owner.0 send           <4
        9   mon1 09:42  ann  contact_sought    h1 @owner.0           =20  <8
        10  mon1 09:42  ann  request_sent      h1 @owner.0           =10  <8
        11  mon1 09:42  ann  person_found      h1                         <10
        12  tue1 09:42  ann  request_answered  h1                    =7   <11
        13  tue1 09:42  ann  data_received     d2 h1                      <12  -- d1 is in the file
        14  tue1 09:42  ann  item_started      h1 @owner.0 read           <12
        15  tue1 10:12  ann  reply_read        h1 @owner.0           =30  <14
        16  tue1 10:12  ann  data_used         d2 h1                 =0   <15
        17  tue1 10:12  ann  step_done         collect                    <15
        18  tue1 10:12  ann  case_closed                                  <17
    """)


def test_a_contact_person_is_found_quickly_and_knows_the_department():
    contact = {"title": text(), "way": "contact", "holders": ["h1"], "coverage": share(1), "channel": "mail"}
    more = {"find": minutes(45), "minutes": minutes(5), "holder_minutes": minutes(3), "knows_all": ["h2"]}
    settings = gathering(requests_per_visit=count(1))
    given = world(
        {"collect": gather("owner")},
        {"ann": citizen("mon1 09:00", overview=share(1), forgets=["h2"])},
        closes="collect",
        roles={"owner": person()},
        actors={"h1": holder(), "h2": holder()},
        gathering=settings,
        sharing={"contact": contact | more},
        legal_basis=OPEN,
    )
    assert played(given).rows()[4:] == lines("""
        4   mon1 09:00  ann  holder_named      h1                 =0   <3
        5   mon1 09:00  ann  item_started      h1 @owner.0 send        <4
        6   mon1 09:15  ann  contact_sought    h1 @owner.0        =5   <5
        7   mon1 09:15  ann  request_sent      h1 @owner.0        =10  <5
        8   mon1 10:00  ann  person_found      h1                      <7   -- 45 minutes, not a working day
        9   tue1 10:00  ann  request_answered  h1                 =10  <8   -- seven minutes and three
        10  tue1 10:00  ann  item_started      h1 @owner.0 read        <9
        11  tue1 10:30  ann  reply_read        h1 @owner.0        =30  <10
        12  tue1 10:30  ann  holder_named      h2 by:h1           =1   <11
        13  tue1 10:30  ann  item_started      h2 @owner.0 send        <12
        14  tue1 11:00  ann  contact_sought    h2 @owner.0        =20  <13
        15  tue1 11:00  ann  request_sent      h2 @owner.0        =10  <13
        16  wed1 11:00  ann  person_found      h2                      <15
        17  thu1 11:00  ann  request_answered  h2                 =7   <16
        18  thu1 11:00  ann  item_started      h2 @owner.0 read        <17
        19  thu1 11:30  ann  reply_read        h2 @owner.0        =30  <18
        20  thu1 11:30  ann  step_done         collect                 <19
        21  thu1 11:30  ann  case_closed                               <20
    """)


@pytest.mark.parametrize(
    ("own_delay", "by_person", "structured", "answered"),
    [
        pytest.param(working_days(3), days(1), 0.0, "tue1 09:30", id="a person in the tool, the next day"),
        pytest.param(working_days(3), days(1), 1.0, "mon1 09:50", id="a machine, after twenty minutes"),
        pytest.param(working_days(0.25), days(1), 0.0, "mon1 11:00", id="the ordinary answer is quicker"),
        pytest.param(working_days(5), days(6), 0.0, "sun1 09:30", id="five working days compare as seven days"),
        pytest.param(working_days(5), days(8), 0.0, "mon2 09:30", id="so eight days are slower"),
    ],
)
def test_of_several_ways_to_answer_the_quickest_is_taken(own_delay, by_person, structured, answered):
    tool = {"title": text(), "way": "tool", "holders": ["h1"], "coverage": share(1), "channel": "tool"}
    times = {
        "answer": by_person,
        "machine_answer": minutes(20),
        "structured": share(structured),
        "minutes": minutes(20),
    }
    given = asks_at_once(
        {"h1": holder(own_delay)},
        gathering(),
        sharing={"tool": tool | times},
        channels={"mail": {"title": text(), "digital": False}, "tool": {"title": text(), "digital": True}},
    )
    result = played(given)
    assert next(row for row in result.rows() if "request_answered" in row).startswith(f"9 {answered} ann")
    assert result.log["channel"][result.log["kind"] == Kind.REQUEST_SENT].tolist() == [1]


def test_what_travels_by_a_slow_channel_comes_later():
    slow = {"usual": "letter", "other": "mail", "share_usual": share(1)}
    given = asks_at_once(
        {"h1": holder(minutes(60), channel=slow)},
        gathering(),
        channels={
            "mail": {"title": text(), "digital": False},
            "letter": {"title": text(), "digital": False, "delay": days(2)},
        },
    )
    assert played(given).rows()[9] == "9 wed1 10:30 ann request_answered h1 =7 <8"
