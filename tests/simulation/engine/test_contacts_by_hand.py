"""Contacts worked out on paper: who is told, what is shown, how needs are met, what a withdrawal leaves (S8, S9)."""

from small_worlds import (
    actor,
    at,
    citizen,
    consent,
    contact,
    coordination,
    data_type,
    days,
    event,
    flow,
    lines,
    minutes,
    panel,
    played,
    rule,
    share,
    step,
    text,
    working_days,
    world,
)

from simulation.population.inputs import Inputs

OPENED = "mon1 09:00"
STATES = {"mind": {"title": text(), "states": {"admitted": text(), "well": text()}, "first": "well"}}
LIFE = {
    "admission": event(becomes={"mind": "admitted"}, changes={"stay": []}),
    "discharge": event(becomes={"mind": "well"}, changes={"stay": []}),
}
PAUSE = {"side": "mind", "states": ["admitted"], "known_from": "stay"}
BY_PHONE = {
    "by": "ward",
    "actors": ["home"],
    "data_types": ["stay"],
    "chance": share(1),
    "delay": days(1),
    "channel": "phone",
    "minutes": minutes(10),
}
STAY = [{"data_type": "stay"}]
STAY_TODAY = [{"data_type": "stay", "at_most": days(1)}]


def happens(name: str, *moments: str):
    """Let a life event happen at these moments."""

    def arrange(inputs: Inputs) -> None:
        place = inputs.names.event[name]
        found = [(at(when) - at(OPENED), place, turn) for turn, when in enumerate(moments)]
        inputs.lives.happens[0] = tuple(sorted((*inputs.lives.happens[0], *found)))

    return arrange


def meets(step: str, *moments: str):
    """Let a regular contact fall on these moments and no others."""

    def arrange(inputs: Inputs) -> None:
        plan = inputs.steps[inputs.names.step[step]].contact
        for number in range(plan.times):
            minute = at(moments[number]) - at(OPENED) if number < len(moments) else -1
            inputs.columns[plan.at + number].numbers[0] = minute

    return arrange


def rows(steps, *arranged, ann=None, **more) -> list[str]:
    """Return what ten days of one citizen leave: a home and a ward, each with an effort of its own, and stays there."""
    given = {
        "roles": {"helper": panel("home"), "nurse": panel("ward")},
        "actors": {"home": actor(), "ward": actor("secret")},
        "states": STATES,
        "life": LIFE,
        "channels": {"mail": {"title": text(), "digital": True}, "phone": {"title": text(), "digital": False}},
        "coordination": coordination(),
        "legal_basis": {"free": rule()},
        "data_types": {"effort": data_type("home", "ward", of_each_holder=True), "stay": data_type("ward")},
    }
    found = world(steps, {"ann": citizen(OPENED, **(ann or {}))}, follow_up=days(10), **{**given, **more})
    return played(found, lambda inputs: [one(inputs) for one in arranged]).rows()


def test_who_sees_an_event_tells_of_it_and_who_does_not_know_comes_in_vain():
    found = rows(
        {"visit": contact("helper", pauses=PAUSE)},
        happens("admission", "tue1 20:00"),
        happens("discharge", "fri1 14:00"),
        meets("visit", "mon1 10:00", "wed1 10:00", "thu1 10:00", "fri1 15:00", "mon2 10:00"),
        reactions={"in": {"on": "admission", "tells": [BY_PHONE]}, "out": {"on": "discharge", "tells": [BY_PHONE]}},
    )
    assert found == lines("""
        0 mon1 09:00 ann case_opened
        1 mon1 09:00 ann step_asked visit <0
        2 mon1 10:00 ann step_started visit =0 <1
        3 mon1 10:30 ann step_done visit =30 <2
        4 tue1 20:00 ann life_event =admission <0
        5 tue1 20:00 ann truth_changed stay #1 <4
        6 tue1 20:00 ann learned stay ward by:ward #1 =0 <5
        7 tue1 20:00 ann message_sent stay home by:ward via:phone =0 <5
        8 tue1 20:00 ann call_answered stay ward via:phone =10 <7
        9 wed1 10:00 ann contact_in_vain visit #1 =30 <1
        10 thu1 09:00 ann learned stay home by:ward via:phone #1 =2220 <7
        11 thu1 10:00 ann contact_paused visit #2 =0 <1
        12 fri1 14:00 ann life_event =discharge <0
        13 fri1 14:00 ann truth_changed stay #2 <12
        14 fri1 14:00 ann learned stay ward by:ward #2 =0 <13
        15 fri1 14:00 ann message_sent stay home by:ward via:phone =0 <13
        16 fri1 14:00 ann call_answered stay ward via:phone =10 <15
        17 mon2 09:00 ann learned stay home by:ward via:phone #2 =4020 <15
        18 mon2 09:00 ann step_started visit #3 =0 <1
        19 mon2 09:30 ann step_done visit #3 =30 <18
        20 mon2 10:00 ann step_started visit #4 =0 <1
        21 mon2 10:30 ann step_done visit #4 =30 <20
        22 thu2 09:00 ann case_left_open <0
    """)


def test_a_view_shows_what_is_registered_after_its_delay_and_looking_takes_minutes():
    found = rows(
        {"visit": contact("helper", needs=STAY_TODAY)},
        happens("admission", "tue1 20:00"),
        meets("visit", "mon1 10:00", "tue1 20:10", "wed1 10:00"),
        flows={"see": flow("view", ["ward"], ["home"], "stay", delay=minutes(30), minutes=minutes(2))},
    )
    assert found == lines("""
        0 mon1 09:00 ann case_opened
        1 mon1 09:00 ann step_asked visit <0
        2 mon1 09:30 ann learned stay home by:ward via:mail =0 <0
        3 mon1 10:00 ann step_started visit =0 <1
        4 mon1 10:00 ann looked_up stay =2 <3
        5 mon1 10:00 ann data_used visit stay ward =0 <3
        6 mon1 10:30 ann step_done visit =30 <3
        7 tue1 20:00 ann life_event =admission <0
        8 tue1 20:00 ann truth_changed stay #1 <7
        9 tue1 20:00 ann learned stay ward by:ward #1 =0 <8
        10 tue1 20:30 ann learned stay home by:ward via:mail #1 =0 <8
        11 wed1 09:00 ann step_started visit #1 =0 <1
        12 wed1 09:00 ann looked_up stay =2 <11
        13 wed1 09:00 ann data_used visit stay ward =0 <11
        14 wed1 09:30 ann step_done visit #1 =30 <11
        15 wed1 10:00 ann step_started visit #2 =0 <1
        16 wed1 10:00 ann looked_up stay =2 <15
        17 wed1 10:00 ann data_used visit stay ward =0 <15
        18 wed1 10:30 ann step_done visit #2 =30 <15
        19 thu2 09:00 ann case_left_open <0
    """)


def test_what_is_not_known_is_asked_of_the_citizen_once_and_then_by_phone():
    found = rows(
        {"visit": contact("helper", needs=[{"data_type": "effort", "at_most": days(14)}, *STAY_TODAY])},
        happens("admission", "tue1 20:00"),
        meets("visit", "mon1 10:00", "tue1 14:30", "wed1 10:00"),
        ann={"overview": share(1)},
    )
    assert found == lines("""
        0 mon1 09:00 ann case_opened
        1 mon1 09:00 ann step_asked visit <0
        2 mon1 10:00 ann step_started visit =1 <1
        3 mon1 10:00 ann citizen_asked visit effort #1 =3 <2
        4 mon1 10:00 ann learned effort home by:ward =0 <3
        5 mon1 10:00 ann citizen_asked visit stay #1 =0 <2
        6 mon1 10:00 ann learned stay home =0 <5
        7 mon1 10:00 ann data_used visit effort ward =0 <2
        8 mon1 10:00 ann data_used visit stay =0 <2
        9 mon1 10:30 ann step_done visit =30 <2
        10 tue1 14:30 ann step_started visit #1 =1 <1
        11 tue1 14:30 ann called visit stay home by:ward via:phone #1 =8 <10
        12 tue1 14:30 ann call_answered stay ward via:phone =4 <11
        13 tue1 14:30 ann data_used visit effort ward =1710 <10
        14 tue1 14:30 ann data_used visit stay ward =0 <10
        15 tue1 15:00 ann step_done visit #1 =30 <10
        16 tue1 20:00 ann life_event =admission <0
        17 tue1 20:00 ann truth_changed stay #1 <16
        18 tue1 20:00 ann learned stay ward by:ward #1 =0 <17
        19 wed1 10:00 ann step_started visit #2 =1 <1
        20 wed1 10:00 ann data_used visit effort ward =2880 <19
        21 wed1 10:00 ann data_used visit stay ward =1170 <19
        22 wed1 10:30 ann step_done visit #2 =30 <19
        23 thu2 09:00 ann case_left_open <0
    """)


def test_a_withdrawal_stops_what_is_shown_in_that_minute_and_erases_nothing():
    found = rows(
        {"consent": consent("helper"), "visit": contact("helper", needs=STAY)},
        happens("admission", "tue1 20:00"),
        happens("says_no", "wed1 12:00"),
        happens("discharge", "wed1 13:00"),
        meets("visit", "mon1 10:00", "wed1 10:00", "thu1 10:00"),
        life={**LIFE, "says_no": event(withdraws=["plain", "secret"])},
        legal_basis={"ask": rule(needs_consent=True)},
        flows={"see": flow("view", ["ward"], ["home"], "stay", minutes=minutes(2))},
    )
    assert found == lines("""
        0 mon1 09:00 ann case_opened
        1 mon1 09:00 ann step_asked consent <0
        2 mon1 09:00 ann consent_asked consent =5 <1
        3 mon1 09:00 ann step_asked visit <0
        4 mon1 09:00 ann consent_given consent =0 <2
        5 mon1 09:00 ann step_done consent =0 <4
        6 mon1 09:00 ann learned stay home by:ward via:mail =0 <4
        7 mon1 10:00 ann step_started visit =0 <3
        8 mon1 10:00 ann looked_up stay =2 <7
        9 mon1 10:00 ann data_used visit stay ward =0 <7
        10 mon1 10:30 ann step_done visit =30 <7
        11 tue1 20:00 ann life_event =admission <0
        12 tue1 20:00 ann truth_changed stay #1 <11
        13 tue1 20:00 ann learned stay ward by:ward #1 =0 <12
        14 tue1 20:00 ann learned stay home by:ward via:mail #1 =0 <12
        15 wed1 10:00 ann step_started visit #1 =0 <3
        16 wed1 10:00 ann looked_up stay =2 <15
        17 wed1 10:00 ann data_used visit stay ward =0 <15
        18 wed1 10:30 ann step_done visit #1 =30 <15
        19 wed1 12:00 ann life_event =says_no <0
        20 wed1 12:00 ann consent_withdrawn =3 <19
        21 wed1 13:00 ann life_event =discharge <0
        22 wed1 13:00 ann truth_changed stay #2 <21
        23 wed1 13:00 ann learned stay ward by:ward #2 =0 <22
        24 thu1 10:00 ann step_started visit #2 =1 <3
        25 thu1 10:00 ann data_used visit stay ward =1320 <24
        26 thu1 10:30 ann step_done visit #2 =30 <24
        27 thu2 09:00 ann case_left_open <0
    """)


def test_a_notice_is_read_in_office_hours_and_what_the_law_forbids_is_never_sent():
    found = rows(
        {"visit": contact("helper")},
        happens("admission", "tue1 20:00"),
        happens("discharge", "wed1 10:00"),
        happens("starts", "wed1 10:30"),
        meets("visit", "wed1 11:00"),
        life={**LIFE, "starts": event(changes={"effort": ["ward"]})},
        legal_basis={"free": rule(), "no": rule("ward", never=True, precedence=9, data_types=["effort"])},
        flows={
            "notice": flow(
                "push",
                ["home", "ward"],
                ["home", "ward"],
                "stay",
                "effort",
                delay=minutes(5),
                minutes=minutes(1),
                giver_minutes=minutes(3),
            )
        },
    )
    assert found == lines("""
        0 mon1 09:00 ann case_opened
        1 mon1 09:00 ann step_asked visit <0
        2 tue1 20:00 ann life_event =admission <0
        3 tue1 20:00 ann truth_changed stay #1 <2
        4 tue1 20:00 ann learned stay ward by:ward #1 =0 <3
        5 tue1 20:00 ann data_created stay ward =3 <3
        6 tue1 20:00 ann message_sent stay home by:ward via:mail =0 <3
        7 wed1 09:00 ann looked_up stay =1 <6
        8 wed1 09:00 ann learned stay home by:ward via:mail #1 =780 <6
        9 wed1 10:00 ann life_event =discharge <0
        10 wed1 10:00 ann truth_changed stay #2 <9
        11 wed1 10:00 ann learned stay ward by:ward #2 =0 <10
        12 wed1 10:00 ann data_created stay ward =3 <10
        13 wed1 10:00 ann message_sent stay home by:ward via:mail =0 <10
        14 wed1 10:05 ann looked_up stay =1 <13
        15 wed1 10:05 ann learned stay home by:ward via:mail #2 =5 <13
        16 wed1 10:30 ann life_event =starts <0
        17 wed1 10:30 ann truth_changed effort ward #1 <16
        18 wed1 10:30 ann learned effort ward by:ward #1 =0 <17
        19 wed1 10:30 ann data_created effort ward =3 <17
        20 wed1 11:00 ann step_started visit =1 <1
        21 wed1 11:30 ann step_done visit =30 <20
        22 thu2 09:00 ann case_left_open <0
    """)


def test_appointments_clash_while_the_efforts_of_others_are_not_known_as_they_are():
    found = rows(
        {"visit": contact("helper", clash=share(1), needs=[{"data_type": "effort", "at_most": days(1)}])},
        happens("starts", "wed1 12:00"),
        meets("visit", "mon1 10:00", "tue1 14:00", "thu1 10:00", "fri1 10:00"),
        life={"starts": event(changes={"effort": ["ward"]})},
        flows={"see": flow("view", ["ward"], ["home"], "effort", delay=days(1))},
    )
    assert found == lines("""
        0 mon1 09:00 ann case_opened
        1 mon1 09:00 ann step_asked visit <0
        2 mon1 10:00 ann contact_clashed visit =30 <1
        3 tue1 09:00 ann learned effort home by:ward via:mail =0 <0
        4 tue1 14:00 ann step_started visit #1 =1 <1
        5 tue1 14:00 ann looked_up effort ward =0 <4
        6 tue1 14:00 ann data_used visit effort ward =0 <4
        7 tue1 14:30 ann step_done visit #1 =30 <4
        8 wed1 12:00 ann life_event =starts <0
        9 wed1 12:00 ann truth_changed effort ward #1 <8
        10 wed1 12:00 ann learned effort ward by:ward #1 =0 <9
        11 thu1 10:00 ann contact_clashed visit #2 =30 <1
        12 thu1 12:00 ann learned effort home by:ward via:mail #1 =0 <9
        13 fri1 10:00 ann step_started visit #3 =1 <1
        14 fri1 10:00 ann looked_up effort ward =0 <13
        15 fri1 10:00 ann data_used visit effort ward =0 <13
        16 fri1 10:30 ann step_done visit #3 =30 <13
        17 thu2 09:00 ann case_left_open <0
    """)


def test_what_contacts_see_is_noted_with_its_age_and_only_news_are_sent():
    sooner = {"side": "mind", "states": ["admitted"], "at_most": days(1)}
    mood = data_type("home", "ward", usable_for=days(7), sooner=sooner)
    found = rows(
        {
            "visit": contact("helper", observes=["mood"]),
            "talk": contact("nurse", needs=[{"data_type": "mood"}]),
        },
        happens("worse", "tue1 12:00"),
        meets("visit", "mon1 10:00", "wed1 10:00", "wed1 11:00"),
        meets("talk", "mon1 10:30", "wed1 10:30", "fri1 12:00"),
        life={"worse": event(becomes={"mind": "admitted"}, changes={"mood": []})},
        data_types={"effort": data_type("home", "ward", of_each_holder=True), "mood": mood},
        flows={
            "see": flow("view", ["home"], ["ward"], "mood", delay=minutes(60), minutes=minutes(2)),
            "notice": flow("push", ["home"], ["ward"], "mood", read_at_once=True),
        },
    )
    assert found == lines("""
        0 mon1 09:00 ann case_opened
        1 mon1 09:00 ann step_asked talk <0
        2 mon1 09:00 ann step_asked visit <0
        3 mon1 10:00 ann step_started visit =0 <2
        4 mon1 10:00 ann learned mood home by:home =0 <3
        5 mon1 10:00 ann message_sent mood ward by:home via:mail =0 <3
        6 mon1 10:00 ann learned mood ward by:home via:mail =0 <5
        7 mon1 10:30 ann step_done visit =30 <3
        8 mon1 10:30 ann step_started talk =0 <1
        9 mon1 10:30 ann data_used talk mood home =30 <8
        10 mon1 11:00 ann step_done talk =30 <8
        11 tue1 12:00 ann life_event =worse <0
        12 tue1 12:00 ann truth_changed mood #1 <11
        13 wed1 10:00 ann step_started visit #1 =0 <2
        14 wed1 10:00 ann learned mood home by:home #1 =0 <13
        15 wed1 10:00 ann message_sent mood ward by:home via:mail =0 <13
        16 wed1 10:00 ann learned mood ward by:home via:mail #1 =0 <15
        17 wed1 10:30 ann step_done visit #1 =30 <13
        18 wed1 10:30 ann step_started talk #1 =0 <1
        19 wed1 10:30 ann data_used talk mood home =30 <18
        20 wed1 11:00 ann step_done talk #1 =30 <18
        21 wed1 11:00 ann step_started visit #2 =0 <2
        22 wed1 11:30 ann step_done visit #2 =30 <21
        23 fri1 12:00 ann step_started talk #2 =0 <1
        24 fri1 12:00 ann looked_up mood =2 <23
        25 fri1 12:00 ann citizen_asked talk mood =3 <23
        26 fri1 12:00 ann data_missing talk mood home =0 cause:-1 <23
        27 fri1 12:30 ann step_done talk #2 =30 <23
        28 thu2 09:00 ann case_left_open <0
    """)


def test_those_who_meet_tell_each_other_and_a_move_makes_forget():
    found = rows(
        {
            "network": contact(
                "nurse",
                on="admission",
                delay=days(1),
                participants=[{"role": "helper", "minutes": minutes(60)}],
                shares=["stay", "effort"],
                purpose="discharge",
            )
        },
        happens("admission", "tue1 12:00"),
        happens("move", "thu1 12:00"),
        life={**LIFE, "move": event(forgets={"actors": ["home"], "share": share(1)})},
        legal_basis={"free": rule(purposes=["discharge"]), "ask": rule(purposes=["help"], needs_consent=True)},
    )
    assert found == lines("""
        0 mon1 09:00 ann case_opened
        1 mon1 09:00 ann step_asked network <0
        2 tue1 12:00 ann life_event =admission <0
        3 tue1 12:00 ann truth_changed stay #1 <2
        4 tue1 12:00 ann learned stay ward by:ward #1 =0 <3
        5 wed1 12:00 ann step_started network =1 <2
        6 wed1 12:00 ann attended network helper =60 <5
        7 wed1 12:00 ann learned effort ward by:home =0 <5
        8 wed1 12:00 ann learned effort home by:ward =0 <5
        9 wed1 12:00 ann learned stay home by:ward #1 =0 <5
        10 wed1 12:30 ann step_done network =30 <5
        11 thu1 12:00 ann life_event =move <0
        12 thu1 12:00 ann forgotten effort home by:ward <11
        13 thu1 12:00 ann forgotten stay home <11
        14 thu2 09:00 ann case_left_open <0
    """)


def test_a_question_in_the_thread_is_answered_for_the_next_contact():
    found = rows(
        {"visit": contact("helper", needs=STAY)},
        meets("visit", "mon1 10:00", "wed1 10:00"),
        flows={
            "see": flow("view", ["ward"], ["home"], "effort"),
            "thread": flow(
                "thread",
                ["ward"],
                ["home"],
                "stay",
                delay=working_days(1),
                minutes=minutes(5),
                giver_minutes=minutes(4),
            ),
        },
    )
    assert found == lines("""
        0 mon1 09:00 ann case_opened
        1 mon1 09:00 ann step_asked visit <0
        2 mon1 09:00 ann learned effort home by:ward via:mail =0 <0
        3 mon1 10:00 ann step_started visit =1 <1
        4 mon1 10:00 ann looked_up stay =5 <3
        5 mon1 10:00 ann message_sent stay home by:ward via:mail =0 <3
        6 mon1 10:00 ann call_answered stay ward via:mail =4 <5
        7 mon1 10:00 ann citizen_asked visit stay =3 <3
        8 mon1 10:00 ann data_missing visit stay =0 cause:-1 <3
        9 mon1 10:30 ann step_done visit =30 <3
        10 tue1 10:00 ann learned stay home by:ward via:mail =1440 <5
        11 wed1 10:00 ann step_started visit #1 =1 <1
        12 wed1 10:00 ann data_used visit stay ward =2880 <11
        13 wed1 10:30 ann step_done visit #1 =30 <11
        14 thu2 09:00 ann case_left_open <0
    """)


def test_a_contact_that_begins_late_leaves_out_what_lies_before():
    found = rows(
        {"wait": step("wait", waits_for="citizen", delay=days(1)), "visit": contact("helper", after=["wait"])},
        meets("visit", "mon1 10:00", "wed1 10:00"),
    )
    assert found == lines("""
        0 mon1 09:00 ann case_opened
        1 mon1 09:00 ann step_asked wait <0
        2 mon1 09:00 ann step_started wait <1
        3 tue1 09:00 ann step_done wait =0 <2
        4 tue1 09:00 ann step_asked visit <3
        5 wed1 10:00 ann step_started visit #1 =0 <4
        6 wed1 10:30 ann step_done visit #1 =30 <5
        7 thu2 09:00 ann case_left_open <0
    """)
