"""Lives: events that follow states, notices ahead, shares and lengths that come out as they went in."""

from math import sqrt

import numpy as np
from small_worlds import citizen, contact, coordination, data_type, days, event, panel, quantity, share, text, world

from simulation.draws.inverse import mean_of
from simulation.draws.uniforms import Luck
from simulation.model.world import World
from simulation.population.cast import DAY
from simulation.population.inputs import inputs_of

MIND = {"title": text(), "first": "well", "states": {s: text() for s in ("admitted", "home_again", "well", "worse")}}
STAY = quantity("calendar_days", low=2, mode=14, high=60)
LIFE = {
    "worsens": event(rate=quantity("per_year", 12), during={"mind": ["well"]}, becomes={"mind": "worse"}),
    "admission": event(rate=None, after=days(2), during={"mind": ["worse"]}, becomes={"mind": "admitted"}),
    "told_ahead": event(rate=None, ahead={"of": "discharge", "by": days(5)}),
    "discharge": event(rate=None, after=STAY, during={"mind": ["admitted"]}, becomes={"mind": "home_again"}),
    "readmission": event(
        rate=None, after=days(20), chance=share(0.23), during={"mind": ["home_again"]}, becomes={"mind": "admitted"}
    ),
    "settles": event(rate=None, after=days(30), during={"mind": ["home_again"]}, becomes={"mind": "well"}),
}
Z = 3.3
"""Standard errors of a 99.9 % interval."""


def town(citizens: int, **more) -> World:
    """Return citizens whose minds go round; they open one after another."""
    people = {f"c{number:03}": citizen(f"mon1 {number // 60:02}:{number % 60:02}") for number in range(citizens)}
    given = {
        "roles": {"helper": panel()},
        "states": {"mind": MIND},
        "life": {name: {**one, "at_most": 90} for name, one in LIFE.items()},
        "channels": {"phone": {"title": text(), "digital": False}},
        "coordination": coordination(),
        "data_types": {"effort": data_type("office", of_each_holder=True)},
    }
    return world({"visit": contact("helper", on="discharge")}, people, follow_up=days(2000), **{**given, **more})


def lives(given: World):
    inputs = inputs_of(given, Luck(4, 0), len(given.personas))
    return inputs.lives, inputs.names.event


def spells(given: World) -> tuple[list[float], int, int]:
    """Return the finished stays in days, the discharges with 20 days left to see, and the readmissions after those."""
    found, event_of = lives(given)
    lengths, seen, back = [], 0, 0
    for life in found.happens:
        begun = {event_of["admission"], event_of["readmission"]}
        for place, (minute, what, _) in enumerate(life):
            if what == event_of["discharge"]:
                started = max(m for m, w, _ in life[:place] if w in begun)
                lengths.append((minute - started) / DAY)
                if minute + 20 * DAY < 2000 * DAY - 1:
                    seen += 1
                    back += any(w == event_of["readmission"] for _, w, _ in life[place + 1 : place + 2])
    return lengths, seen, back


def test_lengths_of_stay_and_readmissions_come_out_as_they_went_in():
    lengths, seen, back = spells(town(60))
    assert len(lengths) > 600
    mean, error = np.mean(lengths), np.std(lengths) / sqrt(len(lengths))
    wanted = mean_of(town(1).life["discharge"].after)
    # Stays that the end of the follow-up cuts off are the longer ones: one or two of twenty a citizen.
    assert abs(mean - wanted) < Z * error + 0.02 * wanted
    assert abs(back / seen - 0.23) < Z * sqrt(0.23 * 0.77 / seen)


def test_a_notice_comes_its_time_ahead_and_never_before_the_state_it_announces():
    found, event_of = lives(town(20))
    for life in found.happens:
        times = {name: [m for m, what, _ in life if what == event_of[name]] for name in LIFE}
        entered = sorted(times["admission"] + times["readmission"])
        for told, out in zip(times["told_ahead"], times["discharge"], strict=False):
            start = max(minute for minute in entered if minute < out)
            assert told == max(start, out - 5 * DAY)
    assert any(life for life in found.happens)


def test_an_event_happens_only_in_its_states_and_leads_to_the_next():
    found, event_of = lives(town(20))
    order = [event_of[name] for name in ("worsens", "admission", "told_ahead", "discharge")]
    name_of = {place: name for name, place in event_of.items()}
    for life in found.happens:
        state = "well"
        for _, what, _ in life:
            one = LIFE[name_of[what]]
            assert not one.get("during") or state in one["during"]["mind"]
            state = one.get("becomes", {}).get("mind", state)
    assert any(set(order) <= {what for _, what, _ in life} for life in found.happens)


def test_a_faster_rate_shortens_what_is_left_in_proportion():
    discharge = {"discharge": event()}
    slow = town(1, life={**discharge, "worsens": event(rate=quantity("per_year", 6), at_most=1)})
    quick = {"mind": {"well": quantity("factor", 2)}}
    twice = town(1, life={**discharge, "worsens": event(rate=quantity("per_year", 6), faster=quick, at_most=1)})
    late, soon = (lives(given)[0].happens[0][0][0] for given in (slow, twice))
    assert abs(soon * 2 - late) <= 1


def by_citizen(given: World) -> dict[tuple[str, int], tuple]:
    """Return each life by persona and number within the persona."""
    inputs = inputs_of(given, Luck(4, 0), len(given.personas))
    cast = inputs.cast
    who = zip(cast.persona.tolist(), cast.number.tolist(), strict=True)
    return {(cast.personas[p], number): life for (p, number), life in zip(who, inputs.lives.happens, strict=True)}


def test_lives_are_the_same_whatever_else_changes():
    """Neither the law nor another persona moves anybody's life."""
    few, more = by_citizen(town(3)), by_citizen(town(5))
    without_law = by_citizen(town(3).model_copy(update={"legal_basis": {}}))
    assert few == without_law
    both = few.keys() & more.keys()
    assert len(both) >= 3
    assert all(few[who] == more[who] for who in both)
