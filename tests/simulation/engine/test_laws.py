"""What holds in every world: laws of docs/semantics.md, tried in worlds that hypothesis draws (always the same ones)."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from any_worlds import HOLDERS, whole, world_pieces, worlds
from simulation.calendar.opening import Opening
from simulation.draws.uniforms import Luck
from simulation.engine.kinds import LEAN_WITHOUT, Kind
from simulation.engine.log import Log, lean
from simulation.engine.reference.clock import Clock, Fact
from simulation.engine.reference.run import play
from simulation.model.world import World
from simulation.population import cast, lots, servers
from simulation.population.inputs import Inputs, inputs_of
from small_worlds import citizen, gather, gathering, holder, person, rule, share, world

CITIZENS = 8
Columns = dict[str, list[int]]


def tried(examples: int) -> Callable[[Any], Any]:
    """Try a law in so many worlds, the same at every run."""
    quiet = list(HealthCheck)
    phases = [Phase.explicit, Phase.generate, Phase.shrink]
    return settings(max_examples=examples, derandomize=True, deadline=None, database=None, suppress_health_check=quiet, phases=phases)


def played(given_world: World, arrange: Callable[[Inputs], None] | None = None) -> tuple[Inputs, Log]:
    inputs = inputs_of(given_world, Luck(1, 0), CITIZENS)
    if arrange:
        arrange(inputs)
    return inputs, play(inputs)


def plain(log: Log) -> Columns:
    return {name: column.tolist() for name, column in log.columns.items()}


def is_same(one: Log, other: Log) -> bool:
    return all(np.array_equal(one[name], other[name]) for name in one.columns)


@contextmanager
def coarse(unit: int) -> Iterator[None]:
    """Round all durations to multiples of a unit, so that many things happen in one minute."""
    with pytest.MonkeyPatch.context() as patch:
        for room in (cast, lots, servers):
            exact = room.minutes
            patch.setattr(room, "minutes", lambda *given, exact=exact: -(-exact(*given) // unit) * unit)
        yield


# The log itself (S3, S10)


@tried(40)
@given(worlds(), st.sampled_from((1, 15, 75, 225)))
def test_rows_follow_time_and_point_back_within_the_case(given_world: World, unit: int):
    with coarse(unit):
        _, log = played(given_world)
    assert (np.diff(log["time"]) >= 0).all()
    rows, because = np.arange(len(log)), log["because_of"]
    assert (because < rows).all()
    has_cause = because >= 0
    assert (log["citizen"][has_cause] == log["citizen"][because[has_cause]]).all()
    unprompted = set(log["kind"][~has_cause].tolist())
    assert unprompted <= {Kind.CASE_OPENED, Kind.BACKGROUND_STARTED}


@tried(40)
@given(worlds())
def test_every_case_that_opens_is_done_or_open_and_its_links_lead_back_to_the_opening(given_world: World):
    inputs, log = played(given_world)
    rows = plain(log)
    of_kind = defaultdict(list)
    for row, kind in enumerate(rows["kind"]):
        of_kind[kind].append(row)
    ends = sorted(rows["citizen"][row] for row in of_kind[Kind.CASE_CLOSED] + of_kind[Kind.CASE_LEFT_OPEN])
    assert ends == sorted(rows["citizen"][row] for row in of_kind[Kind.CASE_OPENED]) == list(range(len(inputs.cast)))
    for row in of_kind[Kind.CASE_CLOSED]:
        opened, lead_time = inputs.cast.opened[rows["citizen"][row]], rows["time"][row]
        tiled = 0
        while rows["because_of"][row] >= 0:
            earlier = rows["because_of"][row]
            tiled, row = tiled + rows["time"][row] - rows["time"][earlier], earlier
        assert (rows["kind"][row], rows["time"][row]) == (Kind.CASE_OPENED, opened)
        assert tiled == lead_time - opened


@tried(25)
@given(worlds())
def test_the_same_inputs_give_the_same_log_and_a_lean_one_leaves_out_only_what_no_measure_reads(given_world: World):
    inputs, log = played(given_world)
    assert is_same(log, play(inputs))
    thin, kept = lean(log), ~np.isin(log["kind"], LEAN_WITHOUT)
    for name in set(log.columns) - {"because_of"}:
        assert np.array_equal(thin[name], log[name][kept])
    points = thin["because_of"] >= 0
    assert np.array_equal(np.flatnonzero(kept)[thin["because_of"][points]], log["because_of"][kept][points])


@tried(40)
@given(worlds(), st.sampled_from((1, 15, 75, 225)), st.integers(0, 5))
def test_the_order_in_which_facts_are_posted_is_indifferent(given_world: World, unit: int, seed: int):
    chance, in_order = Random(seed), Clock.due

    def shuffled(clock: Clock) -> list[Fact]:
        facts = in_order(clock)
        chance.shuffle(facts)
        return facts

    with coarse(unit):
        inputs, log = played(given_world)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Clock, "due", shuffled)
        assert is_same(log, play(inputs))


# Who works (S1.3, S3.3)


class Stint(tuple[int, int]):
    """Work from a minute to a minute."""


def stints(inputs: Inputs, rows: Columns) -> dict[int, list[tuple[int, int]]]:
    """Return when each server was at work, answers of pools included."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    pools = {plan.actor: inputs.roles[plan.pool].first_server for plan in inputs.holders if plan.pool >= 0}
    begins = (Kind.STEP_STARTED, Kind.ITEM_STARTED, Kind.BACKGROUND_STARTED)
    ended: set[int] = set()
    for row, kind in enumerate(rows["kind"]):
        because = rows["because_of"][row]
        if because >= 0 and rows["kind"][because] in begins and rows["worker"][because] >= 0 and because not in ended:
            ended.add(because)
            found[rows["worker"][because]].append((rows["time"][because], rows["time"][row]))
        elif kind in (Kind.REQUEST_ANSWERED, Kind.REPLY_LATE) and rows["from_actor"][row] in pools and rows["value"][row] > 0:
            server = pools[rows["from_actor"][row]]
            opening = inputs.openings[inputs.servers[server].opening]
            found[server].append((begun(opening, rows["time"][row], rows["value"][row]), rows["time"][row]))
    for row, kind in enumerate(rows["kind"]):
        if kind in begins and rows["worker"][row] >= 0 and row not in ended:
            found[rows["worker"][row]].append((rows["time"][row], inputs.cast.horizon))
    return found


def begun(opening: Opening, end: int, minutes: int) -> int:
    """Return the minute at which work of so many open minutes was begun that ended at a minute."""
    return opening.next_open(opening.advance(0, opening.open_between(0, end) - minutes))


@tried(40)
@given(worlds(), st.sampled_from((1, 75)))
def test_work_starts_in_open_minutes_lasts_what_it_says_and_nobody_does_too_much_at_once(given_world: World, unit: int):
    with coarse(unit):
        inputs, log = played(given_world)
    rows = plain(log)
    for row, kind in enumerate(rows["kind"]):
        worker, because = rows["worker"][row], rows["because_of"][row]
        if kind in (Kind.STEP_STARTED, Kind.ITEM_STARTED, Kind.BACKGROUND_STARTED) and worker >= 0:
            assert inputs.openings[inputs.servers[worker].opening].is_open(rows["time"][row])
        if kind in (Kind.STEP_DONE, Kind.BACKGROUND_DONE) and worker >= 0:
            opening = inputs.openings[inputs.servers[worker].opening]
            assert opening.advance(rows["time"][because], rows["value"][row]) == rows["time"][row]
    for server, work in stints(inputs, rows).items():
        changes = sorted([(end, -1) for _, end in work] + [(begin, 1) for begin, _ in work])
        assert max(np.cumsum([change for _, change in changes])) <= inputs.servers[server].capacity


@tried(40)
@given(worlds(), st.sampled_from((1, 75)))
def test_nobody_is_idle_in_open_minutes_while_work_waits(given_world: World, unit: int):
    with coarse(unit):
        inputs, log = played(given_world)
    rows = plain(log)
    at_work = stints(inputs, rows)
    for row, kind in enumerate(rows["kind"]):
        because, worker = rows["because_of"][row], rows["worker"][row]
        queued = kind == Kind.STEP_STARTED and worker >= 0 and inputs.steps[rows["step"][row]].kind == 1
        if queued and because >= 0:
            since, until = rows["time"][because], rows["time"][row]
            opening = inputs.openings[inputs.servers[worker].opening]
            assert not idle(at_work[worker], inputs.servers[worker].capacity, opening, since, until)


def idle(work: list[tuple[int, int]], capacity: int, opening: Opening, since: int, until: int) -> bool:
    """Return whether there is an open minute in which not everybody of a server is at work."""
    marks = sorted({since, until} | {mark for stint in work for mark in stint if since < mark < until})
    return any(
        opening.open_between(first, last) > 0
        and sum(begin <= first and end >= last for begin, end in work) < capacity
        for first, last in pairwise(marks)
    )


# What may be known (S8)


@tried(60)
@given(worlds())
def test_nothing_comes_from_another_actor_without_consent_or_law_and_nothing_after_a_withdrawal(given_world: World):
    inputs, log = played(given_world)
    rows = plain(log)
    plans = {plan.actor: plan for plan in inputs.holders}
    consent: dict[int, tuple[bool, int]] = {}
    for row, kind in enumerate(rows["kind"]):
        citizen_, giver, item = rows["citizen"][row], rows["from_actor"][row], rows["data_type"][row]
        if kind in (Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN):
            consent[citizen_] = (kind == Kind.CONSENT_GIVEN, rows["value"][row])
        is_contact = rows["step"][row] >= 0  # what a contact needs is met from the file
        if kind in (Kind.DATA_RECEIVED, Kind.DATA_USED) and giver in plans and not is_contact:
            plan = plans[giver]
            given_, excluded = consent.get(citizen_, (False, 0))
            left_out = excluded >> plan.domain & 1 or excluded >> inputs.domain_of_data[item] & 1
            assert not plan.never
            assert not plan.needs_consent or (given_ and not left_out)


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
def test_with_all_answers_the_snowball_finds_all_descendants_at_their_breadth_first_depth(pointers: dict[str, list[str]]):
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


def by_names(inputs: Inputs, log: Log, until: int) -> dict[tuple[str, int], list[tuple[Any, ...]]]:
    """Return the rows of each citizen before a minute, with names for places and row ids counted within the citizen."""
    names, rows, people = inputs.names, plain(log), inputs.cast
    places = {"step": names.steps, "actor": names.actors, "from_actor": names.actors, "role": names.roles}
    places |= {"data_type": names.data_types, "channel": names.channels}
    found: dict[tuple[str, int], list[tuple[Any, ...]]] = defaultdict(list)
    own: dict[int, int] = {}
    for row, minute in enumerate(rows["time"]):
        citizen_ = rows["citizen"][row]
        if minute >= until or citizen_ < 0:
            continue
        key = (people.personas[people.persona[citizen_]], int(people.number[citizen_]))
        own[row] = len(found[key])
        value = {Kind.LIFE_EVENT: "move"}.get(Kind(rows["kind"][row]), rows["value"][row])
        told = [known[rows[name][row]] if rows[name][row] >= 0 else None for name, known in places.items()]
        seat = rows["worker"][row] - inputs.roles[rows["role"][row]].first_server if rows["worker"][row] >= 0 else None
        causes = (rows["cause"][row], rows["attempt"][row], own.get(rows["because_of"][row]))
        found[key].append((minute, rows["kind"][row], *told, seat, value, *causes))
    return found


@tried(30)
@given(world_pieces(), st.sampled_from((1, 75)))
def test_an_unrelated_actor_step_and_persona_change_nobody_they_do_not_touch(pieces: dict[str, Any], unit: int):
    anybody = pieces["personas"]["a"]
    stranger = {**anybody, "id": "aaa", "title": "aaa", "enters_at": "aaa", "life": {"move": {**share(0), "unit": "per_year"}}}
    more = dict(pieces)
    more["actors"] = {"aaa": {**pieces["actors"]["h1"], "domain": "plain"}, **pieces["actors"]}
    more["roles"] = {"aaa": {**pieces["roles"]["team"], "actor": "aaa"}, **pieces["roles"]}
    more["steps"] = {"aaa": {**pieces["steps"]["advise"], "after": [], "by": "aaa", "on": "aaa"}, **pieces["steps"]}
    more["life"] = {"aaa": {**pieces["life"]["move"], "rate": {**share(0), "unit": "per_year"}}, **pieces["life"]}
    more["data_types"] = {"aaa": {**pieces["data_types"]["d9"], "held_by": ["aaa"]}, **pieces["data_types"]}
    more["personas"] = {"aaa": stranger, **pieces["personas"]}
    with coarse(unit):
        before, after = played(whole(pieces)), played(whole(more))
    until = min(before[0].cast.horizon, after[0].cast.horizon)
    first, second = by_names(*before, until), by_names(*after, until)
    assert {key: rows for key, rows in second.items() if key[0] != "aaa"} == first


@tried(10)
@given(world_pieces())
def test_the_order_of_mappings_is_indifferent(pieces: dict[str, Any]):
    def turned(value: Any) -> Any:
        return {key: turned(value[key]) for key in reversed(value)} if isinstance(value, dict) else value

    assert is_same(played(whole(pieces))[1], played(whole(turned(pieces)))[1])


@tried(30)
@given(worlds(), st.integers(0, CITIZENS - 1), st.integers(1, 20_000))
def test_two_runs_that_differ_only_from_a_minute_on_have_equal_logs_before_it(given_world: World, who: int, after: int):
    inputs = inputs_of(given_world, Luck(1, 0), CITIZENS)
    minute = int(inputs.cast.opened[who]) + after
    column = inputs.events[0].at[0]
    without = inputs.columns.copy()
    without[column, who] = -1
    with_event = without.copy()
    with_event[column, who] = after
    one, other = play(replace(inputs, columns=without)), play(replace(inputs, columns=with_event))
    early = [np.searchsorted(log["time"], minute) for log in (one, other)]
    assert early[0] == early[1]
    assert all(np.array_equal(one[name][: early[0]], other[name][: early[0]]) for name in one.columns)


def test_these_worlds_have_every_holder_in_them():
    assert set(HOLDERS) == {"h1", "h2", "h3", "h4", "h5"}
