"""What holds in every world: laws of docs/semantics.md, in worlds that hypothesis draws (the same ones each time)."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate, pairwise
from random import Random
from typing import Any

import networkx as nx
import numpy as np
import pytest
from any_worlds import whole, world_pieces, worlds
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from one_minute import coarse, shuffled
from small_worlds import (
    citizen,
    count,
    days,
    gather,
    gathering,
    holder,
    minutes,
    person,
    quantity,
    rule,
    share,
    text,
    world,
)
from withdrawals import Drawn, taking_back, withdrawals

from simulation.calendar.opening import Opening
from simulation.draws.uniforms import Luck
from simulation.engine.kinds import LEAN_WITHOUT, Kind
from simulation.engine.log import Log, lean
from simulation.engine.reference import run
from simulation.engine.reference.progress import Play
from simulation.engine.reference.run import play
from simulation.engine.reference.state import Item
from simulation.model.world import World
from simulation.population.cast import Cast
from simulation.population.inputs import Inputs, inputs_of
from simulation.population.tables import ServerPlan, StepKind

CITIZENS = 6
Columns = dict[str, list[int]]


def tried(examples: int) -> Callable[[Any], Any]:
    """Try a law in so many worlds, the same at every run."""
    quiet = list(HealthCheck)
    phases = [Phase.explicit, Phase.generate, Phase.shrink]
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=quiet,
        phases=phases,
    )


def played(given_world: World, arrange: Callable[[Inputs], None] | None = None) -> tuple[Inputs, Log]:
    inputs = inputs_of(given_world, Luck(1, 0), CITIZENS)
    if arrange:
        arrange(inputs)
    return inputs, play(inputs)


def plain(log: Log) -> Columns:
    return {name: column.tolist() for name, column in log.columns.items()}


def is_same(one: Log, other: Log) -> bool:
    return all(np.array_equal(one[name], other[name]) for name in one.columns)


# Laws of one log


def rows_follow_time_and_point_back_within_the_case(_inputs: Inputs, rows: Columns) -> None:
    assert rows["time"] == sorted(rows["time"])
    for row, because in enumerate(rows["because_of"]):
        assert because < row
        if because >= 0:
            assert rows["citizen"][because] == rows["citizen"][row]
        else:
            assert rows["kind"][row] in (Kind.CASE_OPENED, Kind.BACKGROUND_STARTED)


def every_case_that_opens_is_done_or_open(inputs: Inputs, rows: Columns) -> None:
    citizens = {
        kind: sorted(who for who, of in zip(rows["citizen"], rows["kind"], strict=True) if of == kind) for kind in Kind
    }
    everybody = list(range(len(inputs.cast)))
    assert citizens[Kind.CASE_OPENED] == everybody
    assert sorted(citizens[Kind.CASE_CLOSED] + citizens[Kind.CASE_LEFT_OPEN]) == everybody


def the_links_of_a_closed_case_tile_its_lead_time(inputs: Inputs, rows: Columns) -> None:
    for last, kind in enumerate(rows["kind"]):
        if kind == Kind.CASE_CLOSED:
            opened, row, tiled = int(inputs.cast.opened[rows["citizen"][last]]), last, 0
            while (earlier := rows["because_of"][row]) >= 0:
                tiled, row = tiled + rows["time"][row] - rows["time"][earlier], earlier
            assert (rows["kind"][row], rows["time"][row]) == (Kind.CASE_OPENED, opened)
            assert tiled == rows["time"][last] - opened


BEGINS = (Kind.STEP_STARTED, Kind.ITEM_STARTED, Kind.BACKGROUND_STARTED)


def work_starts_in_open_minutes_and_lasts_what_it_says(inputs: Inputs, rows: Columns) -> None:
    for row, kind in enumerate(rows["kind"]):
        worker, because = rows["worker"][row], rows["because_of"][row]
        if worker >= 0:
            opening = inputs.openings[inputs.servers[worker].opening]
            assert kind not in BEGINS or opening.is_open(rows["time"][row])
            if kind in (Kind.STEP_DONE, Kind.BACKGROUND_DONE):
                assert opening.advance(rows["time"][because], rows["value"][row]) == rows["time"][row]


def stints(inputs: Inputs, rows: Columns) -> dict[int, list[tuple[int, int]]]:
    """Return from when to when each server was at work, answers of pools included."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    pools = {plan.actor: inputs.roles[plan.pool].first_server for plan in inputs.holders if plan.pool >= 0}
    going_on: dict[int, int] = {}
    for row, kind in enumerate(rows["kind"]):
        because, minute = rows["because_of"][row], rows["time"][row]
        if because in going_on:
            found[going_on.pop(because)].append((rows["time"][because], minute))
        elif (
            kind in (Kind.REQUEST_ANSWERED, Kind.REPLY_LATE)
            and rows["from_actor"][row] in pools
            and rows["value"][row] > 0
        ):
            server = pools[rows["from_actor"][row]]
            opening = inputs.openings[inputs.servers[server].opening]
            found[server].append((begun(opening, minute, rows["value"][row]), minute))
        if kind in BEGINS and rows["worker"][row] >= 0:
            going_on[row] = rows["worker"][row]
    for row, worker in going_on.items():
        found[worker].append((rows["time"][row], inputs.cast.horizon))
    return found


def begun(opening: Opening, end: int, minutes: int) -> int:
    """Return the minute at which work of so many open minutes was begun that ended at a minute."""
    return opening.next_open(opening.advance(0, opening.open_between(0, end) - minutes))


def nobody_does_too_much_at_once(inputs: Inputs, rows: Columns) -> None:
    for server, work in stints(inputs, rows).items():
        changes = sorted([(end, -1) for _, end in work] + [(begin, 1) for begin, _ in work])
        assert max(accumulate(change for _, change in changes)) <= inputs.servers[server].capacity


def nobody_is_idle_in_open_minutes_while_work_waits(inputs: Inputs, rows: Columns) -> None:
    at_work = stints(inputs, rows)
    for row, kind in enumerate(rows["kind"]):
        worker = rows["worker"][row]
        if kind == Kind.STEP_STARTED and worker >= 0 and inputs.steps[rows["step"][row]].kind == StepKind.QUEUE:
            server, since = inputs.servers[worker], rows["time"][rows["because_of"][row]]
            assert not is_idle(at_work[worker], server, inputs.openings[server.opening], since, rows["time"][row])


def is_idle(work: list[tuple[int, int]], server: ServerPlan, opening: Opening, since: int, until: int) -> bool:
    """Return whether there is an open minute in which not everybody of a server is at work."""
    marks = sorted({since, until} | {mark for stint in work for mark in stint if since < mark < until})
    return any(
        opening.open_between(first, last) > 0
        and sum(begin <= first and end >= last for begin, end in work) < server.capacity
        for first, last in pairwise(marks)
    )


def nothing_comes_without_consent_or_law_and_nothing_after_a_withdrawal(inputs: Inputs, rows: Columns) -> None:
    plans = {plan.actor: plan for plan in inputs.holders}
    consent: dict[int, tuple[bool, int]] = {}
    for row, kind in enumerate(rows["kind"]):
        who, giver, item = rows["citizen"][row], rows["from_actor"][row], rows["data_type"][row]
        if kind in (Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN):
            is_on = kind == Kind.CONSENT_GIVEN or (kind == Kind.CONSENT_WITHDRAWN and rows["value"][row] >= 0)
            consent[who] = (is_on, max(rows["value"][row], 0))
        is_contact = rows["step"][row] >= 0  # what a contact needs is met from the file
        begins_to_ask = kind == Kind.ITEM_STARTED and rows["attempt"][row] in (Item.REMIND, Item.LOOK_UP, Item.SEND)
        if giver in plans and not is_contact and (kind in (Kind.DATA_RECEIVED, Kind.DATA_USED) or begins_to_ask):
            plan = plans[giver]
            is_given, excluded = consent.get(who, (False, 0))
            left_out = excluded >> plan.domain & 1 or (item >= 0 and excluded >> inputs.domain_of_data[item] & 1)
            assert not plan.never
            assert not plan.needs_consent or (is_given and not left_out)


LAWS = (
    rows_follow_time_and_point_back_within_the_case,
    every_case_that_opens_is_done_or_open,
    the_links_of_a_closed_case_tile_its_lead_time,
    work_starts_in_open_minutes_and_lasts_what_it_says,
    nobody_does_too_much_at_once,
    nobody_is_idle_in_open_minutes_while_work_waits,
    nothing_comes_without_consent_or_law_and_nothing_after_a_withdrawal,
)


@tried(80)
@given(worlds(), st.sampled_from((1, 15, 75, 225)), st.integers(0, 5), st.lists(withdrawals(), max_size=3))
def test_every_world_keeps_the_laws(given_world: World, unit: int, seed: int, drawn: list[Drawn]):
    with coarse(unit):
        inputs = taking_back(inputs_of(given_world, Luck(1, 0), CITIZENS), *drawn)
        log = play(inputs)
    for law in LAWS:
        law(inputs, plain(log))
    same_inputs_give_the_same_log(inputs, log)
    order_of_posting_is_indifferent(inputs, log, Random(seed))
    a_lean_log_leaves_out_only_what_no_measure_reads(log)


@tried(30)
@given(worlds(), st.sampled_from((1, 75)))
def test_nobody_who_may_work_is_idle_when_a_minute_comes_to_rest(given_world: World, unit: int):
    """Whatever waits in a queue, visits to the desk and answers of pools included."""
    to_rest, minutes = run.play_minute, []

    def watched(stage: Play) -> None:
        to_rest(stage)
        minutes.append(stage.clock.now)
        for server in stage.servers:
            is_free = server.busy < server.plan.capacity and server.opening.is_open(stage.clock.now)
            assert not (server.queue and is_free), (stage.clock.now, server.plan, server.queue)

    with coarse(unit), pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "play_minute", watched)
        played(given_world)
    assert minutes == sorted(set(minutes))


def same_inputs_give_the_same_log(inputs: Inputs, log: Log) -> None:
    assert is_same(log, play(inputs))


def order_of_posting_is_indifferent(inputs: Inputs, log: Log, chance: Random) -> None:
    with shuffled(chance):
        assert is_same(log, play(inputs))


def a_lean_log_leaves_out_only_what_no_measure_reads(log: Log) -> None:
    thin, kept = lean(log), ~np.isin(log["kind"], LEAN_WITHOUT)
    for name in set(log.columns) - {"because_of"}:
        assert np.array_equal(thin[name], log[name][kept])
    points = thin["because_of"] >= 0
    assert np.array_equal(np.flatnonzero(kept)[thin["because_of"][points]], log["because_of"][kept][points])


@tried(20)
@given(world_pieces())
def test_with_time_and_staff_enough_every_case_comes_to_its_end(pieces: dict[str, Any]):
    steps = pieces["steps"] | {
        name: {**pieces["steps"][name], "minutes": minutes(30)} for name in ("write", "send", "tidy")
    }
    steps["meet"] = {**steps["meet"], "seats": count(9)}
    roles = pieces["roles"] | {"owner": {**pieces["roles"]["owner"], "absence": share(0)}}
    rare = {"id": "town", "title": text(), "arrivals_every": quantity("hours", mean=400)}
    long = {"id": "s", "title": text(), "version": "1", "status": "draft", "rule_set": "rules", "start": "2024-04-22"}
    setting = long | {"warm_up": days(0), "follow_up": days(300)}
    given_world = whole(pieces | {"steps": steps, "roles": roles, "profile": rare, "setting": setting})
    inputs = inputs_of(given_world, Luck(1, 0), 2)
    log = play(inputs)
    closed = set(log["citizen"][log["kind"] == Kind.CASE_CLOSED].tolist())
    assert closed >= set(np.flatnonzero(inputs.cast.observed).tolist())


# The snowball (S6)

HOLDER_IDS = tuple(f"h{letter}" for letter in "abcdefgh")


@st.composite
def snowballs(draw: st.DrawFn) -> dict[str, list[str]]:
    names = ("office", *HOLDER_IDS)
    return {name: sorted(draw(st.sets(st.sampled_from(HOLDER_IDS), max_size=3)) - {name}) for name in names}


def snowball(pointers: dict[str, list[str]], **settings_: Any) -> World:
    return world(
        {"collect": gather("owner")},
        {"ann": citizen("mon1 09:00")},
        closes="collect",
        roles={"owner": person()},
        actors={name: holder() for name in HOLDER_IDS},
        gathering=gathering(pointers, **settings_),
        legal_basis={"all": rule()},
    )


def namings(inputs: Inputs, log: Log) -> list[tuple[str, str, int]]:
    """Return (who named, who was named, wave) in the order of the log."""
    actors = inputs.names.actors
    found = [row for row in range(len(log)) if log["kind"][row] == Kind.HOLDER_NAMED]
    namers = [actors[giver] if (giver := log["from_actor"][row]) >= 0 else "office" for row in found]
    return [(by, actors[log["actor"][row]], int(log["value"][row])) for by, row in zip(namers, found, strict=True)]


@tried(40)
@given(snowballs())
def test_with_all_answers_the_snowball_finds_all_descendants_at_their_breadth_first_depth(
    pointers: dict[str, list[str]],
):
    inputs, log = played(snowball(pointers))
    graph = nx.DiGraph((a, b) for a, named in pointers.items() for b in named)
    graph.add_node("office")
    named = namings(inputs, log)
    assert {name for _, name, _ in named} == nx.descendants(graph, "office")
    told: nx.DiGraph = nx.DiGraph()
    told.add_node("office")
    for by, name, wave in named:
        told.add_edge(by, name)
        assert wave == nx.single_source_shortest_path_length(told, "office")[name] - 1
    depth = nx.single_source_shortest_path_length(graph, "office")
    assert {name: wave - 1 for name, wave in nx.single_source_shortest_path_length(told, "office").items()} == {
        name: wave - 1 for name, wave in depth.items()
    }


@tried(30)
@given(snowballs(), st.integers(0, 4), st.integers(1, 20))
def test_only_holders_that_were_read_expand_and_none_is_asked_beyond_the_persistence(
    pointers: dict[str, list[str]], persistence: int, seed: int
):
    deepest = {"unit": "count", "kind": "assumed", "because": "test", "value": persistence}
    inputs = inputs_of(snowball(pointers, no_answer=share(0.5), persistence=deepest), Luck(seed, 0), 1)
    log = play(inputs)
    actors, rows = inputs.names.actors, plain(log)
    read, expanded, asked = set[str](), set[str](), set[str]()
    waves: dict[str, int] = {}
    for row, kind in enumerate(rows["kind"]):
        giver = actors[rows["from_actor"][row]]
        if kind == Kind.REPLY_READ:
            read.add(giver)
        elif kind == Kind.HOLDER_NAMED and rows["from_actor"][row] >= 0:
            assert giver in read
            expanded.add(giver)
        elif kind == Kind.REQUEST_SENT:
            assert giver not in asked
            asked.add(giver)
        if kind == Kind.HOLDER_NAMED:
            name = actors[rows["actor"][row]]
            waves[name] = min(rows["value"][row], waves.get(name, 99))
    assert expanded == {name for name in read if pointers[name]}
    told = nx.DiGraph((by, name) for by, name, _ in namings(inputs, log))
    told.add_node("office")
    depth = nx.single_source_shortest_path_length(told, "office")
    assert asked == {name for name in waves if depth[name] - 1 <= persistence}


# What must not matter


def by_names(inputs: Inputs, log: Log) -> dict[tuple[str, int], list[tuple[Any, ...]]]:
    """Return the rows of each citizen, with names for places and row ids counted within the citizen."""
    names, rows, people = inputs.names, plain(log), inputs.cast
    places = {"step": names.steps, "actor": names.actors, "from_actor": names.actors, "role": names.roles}
    places |= {"data_type": names.data_types, "channel": names.channels}
    found: dict[tuple[str, int], list[tuple[Any, ...]]] = defaultdict(list)
    own: dict[int, int] = {}
    for row, minute in enumerate(rows["time"]):
        who = rows["citizen"][row]
        if who < 0:
            continue
        key = (people.personas[people.persona[who]], int(people.number[who]))
        own[row] = len(found[key])
        value = {Kind.LIFE_EVENT: "move"}.get(Kind(rows["kind"][row]), rows["value"][row])
        told = [known[rows[name][row]] if rows[name][row] >= 0 else None for name, known in places.items()]
        seat = rows["worker"][row] - inputs.roles[rows["role"][row]].first_server if rows["worker"][row] >= 0 else None
        causes = (rows["cause"][row], rows["attempt"][row], own.get(rows["because_of"][row]))
        found[key].append((minute, rows["kind"][row], *told, seat, value, *causes))
    return found


@tried(20)
@given(world_pieces(), st.sampled_from((1, 75)))
def test_an_unrelated_actor_step_and_persona_change_nobody_they_do_not_touch(pieces: dict[str, Any], unit: int):
    anybody = pieces["personas"]["a"]
    stranger = {
        **anybody,
        "id": "aaa",
        "title": "aaa",
        "enters_at": "aaa",
        "life": {"move": {**share(0), "unit": "per_year"}},
    }
    more = dict(pieces)
    more["actors"] = {"aaa": {**pieces["actors"]["h1"], "domain": "plain"}, **pieces["actors"]}
    more["roles"] = {"aaa": {**pieces["roles"]["team"], "actor": "aaa"}, **pieces["roles"]}
    more["steps"] = {"aaa": {**pieces["steps"]["advise"], "after": [], "by": "aaa", "on": "aaa"}, **pieces["steps"]}
    more["life"] = {"aaa": {**pieces["life"]["move"], "rate": {**share(0), "unit": "per_year"}}, **pieces["life"]}
    more["data_types"] = {"aaa": {**pieces["data_types"]["d9"], "held_by": ["aaa"]}, **pieces["data_types"]}
    more["personas"] = {"aaa": stranger, **pieces["personas"]}
    with coarse(unit):
        before = played(whole(pieces))
        after = played_as_long(whole(more), before[0].cast, "aaa")
    first, second = by_names(*before), by_names(*after)
    assert {key: rows for key, rows in second.items() if key[0] != "aaa"} == first


def played_as_long(given_world: World, other: Cast, stranger: str) -> tuple[Inputs, Log]:
    """Play until the same horizon: what lies beyond it, such as the slots of a meeting, is known ahead."""
    cast = inputs_of(given_world, Luck(1, 0), 10 * CITIZENS).cast
    last = other.opened[other.observed].max()
    strangers = (cast.persona == cast.personas.index(stranger)) & (cast.opened <= last)
    inputs = inputs_of(given_world, Luck(1, 0), CITIZENS + int(strangers.sum()))
    assert inputs.cast.horizon == other.horizon
    return inputs, play(inputs)


@tried(10)
@given(world_pieces())
def test_the_order_of_mappings_is_indifferent(pieces: dict[str, Any]):
    def turned(value: Any) -> Any:
        return {key: turned(value[key]) for key in reversed(value)} if isinstance(value, dict) else value

    assert is_same(played(whole(pieces))[1], played(whole(turned(pieces)))[1])


@tried(20)
@given(worlds(), st.integers(0, CITIZENS - 1), st.integers(1, 20_000))
def test_two_runs_that_differ_only_from_a_minute_on_have_equal_logs_before_it(given_world: World, who: int, after: int):
    inputs = inputs_of(given_world, Luck(1, 0), CITIZENS)
    minute = int(inputs.cast.opened[who]) + after
    lives = inputs.lives
    before, behind = lives.happens[:who], lives.happens[who + 1 :]
    without = replace(lives, happens=[*before, (), *behind])
    with_event = replace(lives, happens=[*before, ((after, 0, 0),), *behind])
    one, other = play(replace(inputs, lives=without)), play(replace(inputs, lives=with_event))
    early = [np.searchsorted(log["time"], minute) for log in (one, other)]
    assert early[0] == early[1]
    assert all(np.array_equal(one[name][: early[0]], other[name][: early[0]]) for name in one.columns)
