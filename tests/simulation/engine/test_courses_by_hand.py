"""What follows what: logs worked out on paper from docs/semantics.md (S2.4, S4.4, S9 and the kinds of step)."""

import numpy as np
from small_worlds import (
    BEFORE,
    actor,
    at,
    citizen,
    data_type,
    days,
    decide,
    gathering,
    holder,
    lines,
    minutes,
    person,
    played,
    pool,
    quantity,
    share,
    text,
    wait,
    work,
    working_days,
    world,
)

from simulation.engine.kinds import Kind
from simulation.population.inputs import Inputs

NEVER_BY_ITSELF = {"title": text(), "rate": quantity("per_year", 0), "at_most": 2, "basis": "documented"}


def at_moments(event: str, *moments: str, opened: str, who: int = 0):
    """Let a life event happen at given moments, to one citizen alone."""

    def arrange(inputs: Inputs) -> None:
        place = inputs.names.event[event]
        happens = [(at(when) - at(opened), place, turn) for turn, when in enumerate(moments)]
        inputs.lives.happens[who] = tuple(sorted((*inputs.lives.happens[who], *happens)))

    return arrange


def test_a_decision_takes_no_time_and_the_other_branch_is_passed_over():
    given = world(
        {
            "choose": decide({"no": 0, "yes": 1}),
            "left": work("clerks", 30, "choose", only_if={"decided": {"choose": ["no"]}}),
            "right": wait(minutes(60), "choose", only_if={"decided": {"choose": ["yes"]}}),
            "fin": decide({"yes": 1}, "left", "right"),
        },
        {"ann": citizen("mon1 09:00")},
        closes="fin",
        roles={"clerks": pool()},
    )
    assert played(given).rows() == lines("""
        0  mon1 09:00  ann  case_opened
        1  mon1 09:00  ann  step_asked    choose      <0
        2  mon1 09:00  ann  step_done     choose  =1  <1   -- the place of yes among the answers
        3  mon1 09:00  ann  step_passed   left        <2
        4  mon1 09:00  ann  step_asked    right       <2
        5  mon1 09:00  ann  step_started  right       <4
        6  mon1 10:00  ann  step_done     right   =0  <5
        7  mon1 10:00  ann  step_asked    fin         <6   -- the last prerequisite, not the one passed over
        8  mon1 10:00  ann  step_done     fin     =0  <7
        9  mon1 10:00  ann  case_closed               <8
    """)


def test_a_contact_is_repeated_after_its_delay_up_to_the_cap():
    again = {"back_to": "call", "when": {}, "after": working_days(1), "at_most": 2}
    given = world(
        {"call": work("clerks", 10, again=again)},
        {"ann": citizen("mon1 09:00")},
        closes="call",
        roles={"clerks": pool()},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked    call                      <0
        2   mon1 09:00  ann  step_started  call @clerks.0            <1
        3   mon1 09:10  ann  step_done     call @clerks.0      =10   <2
        4   tue1 09:10  ann  step_asked    call            #1        <3
        5   tue1 09:10  ann  step_started  call @clerks.0  #1        <4
        6   tue1 09:20  ann  step_done     call @clerks.0  #1  =10   <5
        7   wed1 09:20  ann  step_asked    call            #2        <6
        8   wed1 09:20  ann  step_started  call @clerks.0  #2        <7
        9   wed1 09:30  ann  step_done     call @clerks.0  #2  =10   <8
        10  wed1 09:30  ann  cap_reached   call            #2        <9
        11  wed1 09:30  ann  case_closed                             <9
    """)


def test_a_way_back_does_the_steps_between_again_and_no_others():
    given = world(
        {
            "a": work("clerks", 10),
            "b": work("clerks", 10, "a"),
            "c": work("clerks", 10, "b", again={"back_to": "a", "when": {}, "at_most": 1}),
            "d": wait(minutes(5), "a"),
        },
        {"ann": citizen("mon1 09:00")},
        closes="c",
        roles={"clerks": pool()},
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked    a                      <0
        2   mon1 09:00  ann  step_started  a @clerks.0            <1
        3   mon1 09:10  ann  step_done     a @clerks.0      =10   <2
        4   mon1 09:10  ann  step_asked    b                      <3
        5   mon1 09:10  ann  step_asked    d                      <3
        6   mon1 09:10  ann  step_started  d                      <5
        7   mon1 09:10  ann  step_started  b @clerks.0            <4
        8   mon1 09:15  ann  step_done     d                =0    <6
        9   mon1 09:20  ann  step_done     b @clerks.0      =10   <7
        10  mon1 09:20  ann  step_asked    c                      <9
        11  mon1 09:20  ann  step_started  c @clerks.0            <10
        12  mon1 09:30  ann  step_done     c @clerks.0      =10   <11
        13  mon1 09:30  ann  step_asked    a            #1        <12
        14  mon1 09:30  ann  step_started  a @clerks.0  #1        <13
        15  mon1 09:40  ann  step_done     a @clerks.0  #1  =10   <14
        16  mon1 09:40  ann  step_asked    b            #1        <15
        17  mon1 09:40  ann  step_started  b @clerks.0  #1        <16
        18  mon1 09:50  ann  step_done     b @clerks.0  #1  =10   <17
        19  mon1 09:50  ann  step_asked    c            #1        <18
        20  mon1 09:50  ann  step_started  c @clerks.0  #1        <19
        21  mon1 10:00  ann  step_done     c @clerks.0  #1  =10   <20
        22  mon1 10:00  ann  cap_reached   c            #1        <21
        23  mon1 10:00  ann  case_closed                          <21
    """)


def test_the_cap_of_a_way_back_that_its_condition_does_not_open_is_not_reached():
    given = world(
        {
            "choose": decide({"no": 0.5, "yes": 0.5}),
            "call": work(
                "clerks",
                10,
                "choose",
                again={"back_to": "choose", "when": {"decided": {"choose": ["yes"]}}, "at_most": 1},
            ),
        },
        {"ann": citizen("mon1 09:00")},
        closes="call",
        roles={"clerks": pool()},
    )

    def first_yes_then_no(inputs: Inputs) -> None:
        answer = inputs.steps[inputs.names.step["choose"]].answer
        inputs.columns[answer].numbers[:], inputs.columns[answer + 1].numbers[:] = 1, 0

    assert played(given, first_yes_then_no).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked    choose                    <0
        2   mon1 09:00  ann  step_done     choose              =1    <1
        3   mon1 09:00  ann  step_asked    call                      <2
        4   mon1 09:00  ann  step_started  call @clerks.0            <3
        5   mon1 09:10  ann  step_done     call @clerks.0      =10   <4
        6   mon1 09:10  ann  step_asked    choose          #1        <5
        7   mon1 09:10  ann  step_done     choose          #1  =0    <6
        8   mon1 09:10  ann  step_asked    call            #1        <7
        9   mon1 09:10  ann  step_started  call @clerks.0  #1        <8
        10  mon1 09:20  ann  step_done     call @clerks.0  #1  =10   <9
        11  mon1 09:20  ann  case_closed                             <10
    """)


def test_who_stays_away_gets_a_new_appointment_until_the_declared_number():
    missed = {"chance": share(1), "again_after": working_days(1), "at_most": 1}
    given = world(
        {"talk": work("clerks", 20, lead=minutes(60), no_show=missed)},
        {"ann": citizen("mon1 09:00")},
        closes="talk",
        roles={"clerks": pool()},
    )
    assert played(given).rows() == lines("""
        0  mon1 09:00  ann  case_opened
        1  mon1 09:00  ann  step_asked    talk                 <0
        2  mon1 10:00  ann  step_due      talk                 <1
        3  mon1 10:00  ann  no_show       talk @clerks.0       <2
        4  tue1 10:00  ann  step_due      talk                 <3
        5  tue1 10:00  ann  step_started  talk @clerks.0       <4
        6  tue1 10:20  ann  step_done     talk @clerks.0  =20  <5
        7  tue1 10:20  ann  case_closed                        <6
    """)


def test_only_involved_actors_are_told():
    tells = {
        "actors": ["h2", "h1"],
        "data_type": "plan",
        "chance": share(1),
        "delay": working_days(1),
        "channel": "mail",
    }
    given = world(
        {"pass_on": work("clerks", 10, tells=tells)},
        {"ann": citizen("mon1 09:00", involves=["office", "h1"])},
        closes="pass_on",
        roles={"clerks": pool()},
        actors={"h1": actor(), "h2": actor()},
        data_types={"plan": data_type()},
    )
    assert played(given).rows() == lines("""
        0  mon1 09:00  ann  case_opened
        1  mon1 09:00  ann  step_asked    pass_on                 <0
        2  mon1 09:00  ann  step_started  pass_on @clerks.0       <1
        3  mon1 09:10  ann  step_done     pass_on @clerks.0  =10  <2
        4  mon1 09:10  ann  case_closed                           <3
        5  tue1 09:10  ann  actor_told    pass_on plan h1         <3
    """)


def test_needs_are_met_by_own_current_data_then_by_the_citizen_then_not_at_all():
    wanted = [
        {"data_type": "fresh"},
        {"data_type": "gone"},
        {"data_type": "old", "at_most": minutes(30)},
        {"data_type": "told"},
        {"data_type": "unknown"},
    ]
    given = world(
        {
            "make": wait(minutes(10), produces=["fresh", "old"]),
            "rest": wait(minutes(60), "make"),
            "talk": work("clerks", 20, "rest", asks_citizen=True, needs=wanted),
        },
        {"ann": citizen("mon1 09:00", overview=share(1), forgets=["h2"], has=["fresh", "gone", "old", "told"])},
        closes="talk",
        roles={"clerks": pool()},
        actors={"h1": holder(), "h2": holder()},
        data_types={
            "fresh": data_type(),
            "gone": data_type("h2"),
            "old": data_type("h1"),
            "told": data_type("h1"),
            "unknown": data_type("h1"),  # does not exist for Ann
        },
    )
    assert played(given).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked     make                 <0
        2   mon1 09:00  ann  step_started   make                 <1
        3   mon1 09:10  ann  step_done      make            =0   <2
        4   mon1 09:10  ann  data_created   make fresh      =0   <3
        5   mon1 09:10  ann  data_created   make old        =0   <3
        6   mon1 09:10  ann  step_asked     rest                 <3
        7   mon1 09:10  ann  step_started   rest                 <6
        8   mon1 10:10  ann  step_done      rest            =0   <7
        9   mon1 10:10  ann  step_asked     talk                 <8
        10  mon1 10:10  ann  step_started   talk @clerks.0       <9
        11  mon1 10:30  ann  step_done      talk @clerks.0  =20  <10
        12  mon1 10:30  ann  citizen_asked  talk            =0   <11
        13  mon1 10:30  ann  data_used      talk fresh      =80  <11          -- its age
        14  mon1 10:30  ann  data_missing   talk gone       =0   cause:-1 <11
        15  mon1 10:30  ann  citizen_asked  talk old        =1   <11          -- too old, and told before
        16  mon1 10:30  ann  citizen_asked  talk told       =2   <11
        17  mon1 10:30  ann  case_closed                         <11
    """)


def test_a_life_event_starts_the_steps_its_reaction_names_once():
    given = world(
        {
            "fetch": wait(minutes(60), on="move"),
            "slow": wait(days(1)),
            "fin": decide({"yes": 1}, "fetch", "slow"),
        },
        {"ann": citizen("mon1 09:00"), "bo": citizen("mon1 09:30")},
        closes="fin",
        life={"move": NEVER_BY_ITSELF},
        reactions={"r": {"on": "move", "starts": ["fetch"]}},
    )
    assert played(given, at_moments("move", "mon1 12:00", "mon1 15:00", opened="mon1 09:00")).rows() == lines("""
        0   mon1 09:00  ann  case_opened
        1   mon1 09:00  ann  step_asked    slow            <0
        2   mon1 09:00  ann  step_started  slow            <1
        3   mon1 09:30  bo   case_opened
        4   mon1 09:30  bo   step_asked    slow            <3
        5   mon1 09:30  bo   step_started  slow            <4
        6   mon1 12:00  ann  life_event           =move    <0
        7   mon1 12:00  ann  step_asked    fetch           <6
        8   mon1 12:00  ann  step_started  fetch           <7
        9   mon1 13:00  ann  step_done     fetch  =0       <8
        10  mon1 15:00  ann  life_event       #1  =move    <0   -- it has been started already
        11  tue1 09:00  ann  step_done     slow   =0       <2
        12  tue1 09:00  ann  step_asked    fin             <11
        13  tue1 09:00  ann  step_done     fin    =0       <12
        14  tue1 09:00  ann  case_closed                   <13
        15  tue1 09:30  bo   step_done     slow   =0       <5
        16  tue1 09:30  bo   step_asked    fin             <15  -- Bo's fetch never came up
        17  tue1 09:30  bo   step_done     fin    =0       <16
        18  tue1 09:30  bo   case_closed                   <17
    """)


def moved(*moments: str) -> list[str]:
    given = world(
        {"note": work("worker", 20), "hear": wait(days(1), "note"), "file": work("worker", 10, "hear")},
        {"ann": citizen("mon1 10:00")},
        closes="file",
        roles={"worker": person(2, desk_rhythm=working_days(0.5))},
        life={"move": NEVER_BY_ITSELF},
        reactions={"r": {"on": "move", "changes_person": ["worker"]}},
    )
    return played(given, at_moments("move", *moments, opened="mon1 10:00")).rows()


def test_a_life_event_changes_the_person_who_then_has_the_case_on_the_desk_anew():
    assert moved("mon1 12:00") == lines("""
        0   mon1 10:00  ann  case_opened
        1   mon1 10:00  ann  step_asked       note                   <0
        2   mon1 10:00  ann  person_assigned  @worker.0              <0
        3   mon1 10:00  ann  step_started     note @worker.0         <1
        4   mon1 10:20  ann  step_done        note @worker.0  =20    <3
        5   mon1 10:20  ann  step_asked       hear                   <4
        6   mon1 10:20  ann  step_started     hear                   <5
        7   mon1 12:00  ann  life_event       =move                  <0
        8   mon1 12:00  ann  person_changed   @worker.1              <7   -- turns: 12:00, 15:00, Tuesday 12:00 ...
        9   tue1 10:20  ann  step_done        hear            =0     <6
        10  tue1 10:20  ann  step_asked       file                   <9
        11  tue1 12:00  ann  step_started     file @worker.1         <10
        12  tue1 12:10  ann  step_done        file @worker.1  =10    <11
        13  tue1 12:10  ann  case_closed                             <12
    """)


def test_nobody_changes_while_the_case_is_on_the_desk():
    assert moved("mon1 10:10") == lines("""
        0   mon1 10:00  ann  case_opened
        1   mon1 10:00  ann  step_asked       note                   <0
        2   mon1 10:00  ann  person_assigned  @worker.0              <0
        3   mon1 10:00  ann  step_started     note @worker.0         <1
        4   mon1 10:10  ann  life_event       =move                  <0
        5   mon1 10:20  ann  step_done        note @worker.0  =20    <3
        6   mon1 10:20  ann  step_asked       hear                   <5
        7   mon1 10:20  ann  step_started     hear                   <6
        8   tue1 10:20  ann  step_done        hear            =0     <7
        9   tue1 10:20  ann  step_asked       file                   <8
        10  tue1 13:00  ann  step_started     file @worker.0         <9   -- turns of seat 0: 10:00, 13:00
        11  tue1 13:10  ann  step_done        file @worker.0  =10    <10
        12  tue1 13:10  ann  case_closed                             <11
    """)


def test_nobody_changes_while_the_case_waits_for_an_appointment():
    given = world(
        {"talk": work("worker", 30, at="queue"), "rest": wait(days(1), "talk")},
        {"ann": citizen("mon1 09:00"), "bo": citizen("mon1 09:00"), "cy": citizen("mon1 09:00")},
        closes="rest",
        roles={"worker": person(2)},
        life={"move": NEVER_BY_ITSELF},
        reactions={"r": {"on": "move", "changes_person": ["worker"]}},
    )
    moves = at_moments("move", "mon1 09:10", "mon1 09:40", opened="mon1 09:00", who=2)
    rows = [row for row in played(given, moves).rows() if "cy" in row and "rest" not in row]
    assert rows[2:] == lines("""
        8   mon1 09:00  cy  person_assigned  @worker.0           <2
        11  mon1 09:10  cy  life_event       =move               <2   -- Cy waits for seat 0, which Ann has till 09:30
        18  mon1 09:30  cy  step_started     talk @worker.0      <5
        19  mon1 09:40  cy  life_event       #1 =move            <2
        20  mon1 09:40  cy  person_changed   @worker.1           <19  -- an appointment that has begun goes on
        21  mon1 10:00  cy  step_done        talk @worker.0 =30  <18
        29  tue1 10:00  cy  case_closed                          <28
    """)


def test_who_is_away_every_week_does_nothing():
    given = world(
        {"talk": work("worker", 30)},
        {"ann": citizen("mon1 09:00")},
        closes="talk",
        roles={"worker": person(absence=share(1))},
        follow_up=days(3),
    )
    assert played(given).rows() == lines("""
        0  mon1 09:00  ann  case_opened
        1  mon1 09:00  ann  step_asked       talk       <0
        2  mon1 09:00  ann  person_assigned  @worker.0  <0
        3  thu1 09:00  ann  case_left_open              <0
    """)


def test_what_a_wait_would_bring_is_missing_where_it_never_comes():
    given = world(
        {
            "hear": wait(minutes(30), produces=["letter"], never=share(1)),
            "look": work("clerks", 10, "hear", needs=[{"data_type": "letter"}]),
        },
        {"ann": citizen("mon1 09:00")},
        closes="look",
        roles={"clerks": pool()},
        data_types={"letter": data_type()},
    )
    assert [row.split(maxsplit=4)[4] for row in played(given).rows()[3:]] == lines("""
        step_done hear =0 <2
        step_asked look <3
        step_started look @clerks.0 <4
        step_done look @clerks.0 =10 <5
        data_missing look letter =0 cause:-1 <6
        case_closed <6
    """)


def test_a_minute_that_never_comes_to_rest_names_the_step(monkeypatch):
    import pytest

    from simulation.engine.reference import run
    from simulation.values.cannot_run import CannotRun

    monkeypatch.setattr(run, "MOST_ROUNDS", 3)
    chain = {"a": decide({"yes": 1})} | {later: decide({"yes": 1}, before) for before, later in ("ab", "bc", "cd")}
    with pytest.raises(CannotRun, match="look at step 'd'"):
        played(world(chain, {"ann": citizen("mon1 09:00")}, closes="d"))


def test_every_column_says_what_it_is_said_to_say():
    """One row of each of these kinds, all fourteen columns."""
    given = world(
        {"talk": work("worker", 20, at="queue", asks_citizen=True)},
        {"ann": citizen("mon1 09:00")},
        closes="talk",
        roles={"worker": person()},
        actors={"h1": holder()},
        gathering=gathering(),
    )
    log = played(given).log
    minute = BEFORE + at("mon1 09:00")
    table = np.column_stack(list(log.columns.values())).tolist()
    assert list(log.columns) == [
        *("time", "citizen", "kind", "step", "actor", "role", "worker"),
        *("data_type", "from_actor", "channel", "cause", "attempt", "value", "because_of"),
    ]
    office = 1  # after h1
    assert table == [
        [minute, 0, Kind.CASE_OPENED, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
        [minute, 0, Kind.STEP_ASKED, 0, office, 0, -1, -1, -1, -1, 1, 0, -1, 0],
        [minute, 0, Kind.PERSON_ASSIGNED, -1, office, 0, 0, -1, -1, -1, 1, -1, -1, 0],
        [minute, 0, Kind.STEP_STARTED, 0, office, 0, 0, -1, -1, -1, 1, 0, -1, 1],
        [minute + 20, 0, Kind.STEP_DONE, 0, office, 0, 0, -1, -1, -1, 0, 0, 20, 3],
        [minute + 20, 0, Kind.CITIZEN_ASKED, 0, office, 0, -1, -1, -1, -1, 1, -1, 0, 4],
        [minute + 20, 0, Kind.CASE_CLOSED, -1, -1, -1, -1, -1, -1, -1, 1, -1, -1, 4],
    ]
