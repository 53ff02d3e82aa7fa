"""Luck is keyed by names: what is added or made larger shifts nobody (S2 of docs/semantics.md)."""

from typing import Any

import numpy as np
import pytest
from any_worlds import whole, world_pieces, worlds
from hypothesis import HealthCheck, given, settings
from small_worlds import BEFORE, at, citizen, count, factor, meeting, moment, panel, rule, share, working_days, world

from simulation.draws.uniforms import Luck
from simulation.model.world import World
from simulation.population.cast import ROUNDS_KEPT, Cast, cast_of
from simulation.population.inputs import Inputs, inputs_of
from simulation.population.law import basis_of
from simulation.population.slots import slots_of

quiet = settings(
    max_examples=15, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
CITIZENS = 6


def people(cast: Cast) -> dict[tuple[str, int], int]:
    """Return when each citizen opens a case, by persona and number."""
    keys = zip(cast.persona.tolist(), cast.number.tolist(), cast.opened.tolist(), strict=True)
    return {(cast.personas[persona], number): opened for persona, number, opened in keys}


def luck_of(inputs: Inputs) -> dict[tuple[str, int], dict[tuple[str, int], int]]:
    """Return the luck of each citizen by purpose and time."""
    columns = inputs.table().T.tolist()
    return {
        key: dict(zip(inputs.purposes, columns[place], strict=True)) for place, key in enumerate(people(inputs.cast))
    }


@quiet
@given(worlds())
def test_more_citizens_are_the_same_ones_and_later_ones(given_world: World):
    few, many = (cast_of(given_world, Luck(3, 1), citizens) for citizens in (CITIZENS, 3 * CITIZENS))
    assert people(few).items() <= people(many).items()
    assert [int(cast.observed.sum()) for cast in (few, many)] == [CITIZENS, 3 * CITIZENS]
    last = few.opened[few.observed].max()
    assert few.horizon == last + few.follow_up + 1
    assert (few.opened < few.horizon).all()


@quiet
@given(world_pieces())
def test_a_new_persona_actor_and_step_and_a_higher_cap_shift_nobody(pieces: dict[str, Any]):
    more: dict[str, Any] = dict(pieces)
    more["personas"] = {**pieces["personas"], "b0": {**pieces["personas"]["a"], "id": "b0", "weight": factor(3)}}
    more["actors"] = {**pieces["actors"], "aaa": pieces["actors"]["h1"]}
    more["steps"] = {**pieces["steps"], "aaa": pieces["steps"]["advise"]}
    again = pieces["steps"]["follow"]["again"]
    more["steps"]["follow"] = {**pieces["steps"]["follow"], "again": {**again, "at_most": again["at_most"] + 3}}
    reminders = pieces["gathering"]["reminders"]
    more["gathering"] = {**pieces["gathering"], "requests_per_visit": count(9), "reminders": {**reminders}}
    before, after = (luck_of(inputs_of(whole(these), Luck(3, 1), CITIZENS)) for these in (pieces, more))
    for who in before.keys() & after.keys():
        shared = before[who].keys() & after[who].keys() - {("gather.per_visit", 0)}
        assert len(shared) > 50
        assert {purpose: before[who][purpose] for purpose in shared} == {p: after[who][p] for p in shared}


@quiet
@given(worlds())
def test_who_is_not_involved_is_neither_remembered_nor_named_and_holds_nothing(given_world: World):
    inputs = inputs_of(given_world, Luck(3, 1), CITIZENS)
    truth = inputs.truth
    assert (truth.told <= truth.remembers).all()
    assert (truth.remembers <= truth.involved).all()
    assert (truth.points <= truth.involved[:, :, None] & truth.involved[:, None, :]).all()
    for item, holders in enumerate(inputs.held_by):
        if holders:
            assert (truth.has[:, item] <= truth.involved[:, list(holders)].any(axis=1)).all()
    for holder in range(len(inputs.names.actors)):
        named = inputs.points >> holder & 1
        assert (named.any(axis=1) <= truth.involved[:, holder]).all()


def test_a_persona_of_twice_the_weight_arrives_twice_as_often():
    once, twice = (
        world(
            {"meet": meeting("team")},
            {"ann": citizen("mon1 09:00", weight=factor(weight))},
            closes="meet",
            roles={"team": panel()},
        )
        for weight in (10, 20)
    )
    first, second = (cast_of(given, Luck(1, 0), 3).opened.tolist() for given in (once, twice))
    assert first[:3] == [100_000, 200_000, 300_000]
    assert second[:3] == [50_000, 100_000, 150_000]


@pytest.mark.parametrize(
    ("ahead", "due"),
    [
        pytest.param(working_days(0), "tue1 10:00", id="at the slot"),
        pytest.param(working_days(0.5), "mon1 13:00", id="half a working day before"),
        pytest.param(working_days(1), "mon1 10:00", id="a working day before"),
        pytest.param({**working_days(1), "unit": "calendar_days"}, "mon1 10:00", id="a day of the clock before"),
        pytest.param({**working_days(3), "unit": "hours"}, "tue1 07:00", id="three hours before, at night"),
    ],
)
def test_papers_are_due_the_wanted_time_before_the_slot(ahead: dict[str, Any], due: str):
    step = meeting("team", papers_due=ahead)
    given = world({"meet": step}, {"ann": citizen("mon1 09:00")}, closes="meet", roles={"team": panel()})
    inputs = inputs_of(given, Luck(1, 0), 1)
    slots, dues = slots_of(given, given.steps["meet"], inputs.openings[0], inputs.cast.horizon)
    place = slots.index(BEFORE + at("tue1 10:00"))
    assert moment(dues[place] - BEFORE) == due


def test_of_several_rules_that_fit_the_one_with_the_highest_precedence_holds():
    rules = {
        "b_general": rule(precedence=1),
        "a_general": rule(precedence=1),
        "of_h1": rule("h1", precedence=5, never=True),
        "for_other_purpose": rule("h1", precedence=9, purposes=["research"]),
        "of_one_type": rule("h1", precedence=9, data_types=["plan"]),
    }
    given = world(
        {"meet": meeting("team")},
        {"ann": citizen("mon1 09:00")},
        closes="meet",
        roles={"team": panel()},
        legal_basis=rules,
    )
    assert basis_of(given, "h1", "office", "rehabilitation") == "of_h1"
    assert basis_of(given, "h1", "office", "rehabilitation", "plan") == "of_one_type"
    assert basis_of(given, "h2", "office", "rehabilitation") == "a_general"
    assert basis_of(given, "h1", "office", "research") == "for_other_purpose"


def test_columns_hold_whole_numbers_for_every_citizen():
    given = world(
        {"meet": meeting("team", postponed=share(0.5))},
        {"ann": citizen("mon1 09:00")},
        closes="meet",
        roles={"team": panel()},
    )
    inputs = inputs_of(given, Luck(1, 0), 1)
    assert inputs.table().dtype == np.int64
    assert inputs.table().shape == (len(inputs.purposes), len(inputs.cast))
    assert len(set(inputs.purposes)) == len(inputs.purposes)


@quiet
@given(worlds())
def test_what_nobody_asks_for_any_longer_is_forgotten_and_made_anew_as_it_was(given_world: World):
    first = inputs_of(given_world, Luck(1, 0), CITIZENS)
    cast, before = first.cast, first.table()
    kept = {key: list(columns) for key, columns in cast.columns.items()}
    for _ in range(2 * ROUNDS_KEPT):
        inputs_of(given_world, cast.luck, CITIZENS, cast=cast)
        cast.forget()
    assert {key: list(columns) for key, columns in cast.columns.items()} == kept
    for _ in range(ROUNDS_KEPT + 1):
        cast.forget()
    assert not cast.columns
    assert not cast.lives
    assert np.array_equal(inputs_of(given_world, cast.luck, CITIZENS, cast=cast).table(), before)
