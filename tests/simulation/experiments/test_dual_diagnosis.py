"""Laws of the shipped course of regular contacts, at a small size: who never hears what, whose lives are whose."""

from itertools import pairwise
from math import sqrt

import numpy as np
import pytest

from simulation.draws.inverse import mean_of
from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.experiments.asked import Asked, scenario_of
from simulation.measures.measured import measure
from simulation.population.cast import DAY, cast_of
from simulation.population.lives import lives_of
from simulation.population.names import names_of
from simulation.reading.loading import shipped_interventions

FRAME = """format: 1
id: {name}
title: {{da: Kort ramme, en: Short frame}}
course: dual_diagnosis
profile: pilot
version: "1"
status: draft
rule_set: rules_2013_2024
start: "2024-01-01"
evidence: {{kind: assumed, because: Made up for tests}}
warm_up: {{unit: calendar_days, value: 0}}
follow_up: {{unit: calendar_days, value: 240}}
"""
RARE = {
    "profile__arrivals_every": "{unit: calendar_days, mean: 3000, kind: assumed, because: Few are played to no use}"
}
SHORT, LONG = (
    scenario_of(Asked(f"dual_diagnosis/{name}")).file.interventions for name in ("to_be_short", "to_be_long")
)
PROPOSALS = sorted(one.id for one, _ in shipped_interventions() if "dual_diagnosis" in one.courses)
FLOW_CHANNELS = ("own_system", "thread", "notice")
"""Only what proposals bring travels by them."""


@pytest.fixture(scope="module")
def frame(tmp_path_factory):
    """Return what writes the course as it is in a short frame, with more lines, and gives its path."""
    folder = tmp_path_factory.mktemp("frame")

    def write(name="as_is", more=""):
        path = folder / f"{name}.yaml"
        path.write_text(FRAME.format(name=name) + more, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture(scope="module")
def played_as(frame, play):
    """Return the same twelve citizens as it is, in the short and in the long term."""
    chosen = {"as_is": (), "short": SHORT, "long": LONG}
    return {name: play(frame(), *more, citizens=12, **RARE) for name, more in chosen.items()}


def is_same(one, other):
    return all(np.array_equal(one.log[name], other.log[name]) for name in one.log.columns)


def rows(result, *kinds, **says):
    """Return the places of rows of some kinds whose columns name these ids."""
    names, log = result.inputs.names, result.log
    rooms = {"actor": names.actor, "from_actor": names.actor, "step": names.step}
    found = np.isin(log["kind"], kinds)
    for column, wanted in says.items():
        found &= log[column] == rooms[column][wanted]
    return np.flatnonzero(found)


def of_channels(result, *channels):
    return np.isin(result.log["channel"], [result.inputs.names.channel[name] for name in channels])


def of_persona(result, persona):
    places = np.flatnonzero(result.inputs.cast.persona == result.inputs.cast.personas.index(persona))
    assert len(places)
    return np.isin(result.log["citizen"], places)


def test_police_and_courts_take_no_part(played_as):
    for result in played_as.values():
        police = result.inputs.names.actor["police_and_courts"]
        assert not any((result.log[column] == police).any() for column in ("actor", "from_actor"))


def test_in_the_short_term_the_job_centre_neither_gives_nor_gets_by_the_new_ways(played_as):
    for name, is_in in (("short", False), ("long", True)):
        result = played_as[name]
        job_centre = result.inputs.names.actor["job_centre"]
        travelled = of_channels(result, *FLOW_CHANNELS)
        takes_part = (result.log["actor"] == job_centre) | (result.log["from_actor"] == job_centre)
        assert travelled.any()
        assert (travelled & takes_part).any() == is_in


def test_anonymous_treatment_tells_nothing_and_hears_only_what_the_citizen_says(played_as):
    for result in played_as.values():
        log = result.log
        hers = of_persona(result, "anja_46")
        place = result.inputs.names.actor["alcohol_treatment"]
        met = hers & (log["actor"] == place) & (log["kind"] == Kind.STEP_STARTED)
        assert met.any()
        gives = hers & (log["from_actor"] == place) & (log["actor"] != place) & (log["kind"] != Kind.TRUTH_CHANGED)
        assert not gives.any()
        learns = np.flatnonzero(hers & (log["actor"] == place) & (log["kind"] == Kind.LEARNED))
        from_whom = {Kind(kind) for kind in log["kind"][log["because_of"][learns]]}
        assert from_whom <= {Kind.CITIZEN_ASKED, Kind.STEP_STARTED, Kind.TRUTH_CHANGED}
        assert (log["channel"][learns] == -1).all()
        others = (Kind.CALLED, Kind.CALL_ANSWERED, Kind.MESSAGE_SENT, Kind.ATTENDED, Kind.LOOKED_UP)
        assert not (hers & (log["actor"] == place) & np.isin(log["kind"], others)).any()


def test_after_she_withdrew_nothing_that_needs_consent_is_learned(frame, play):
    name = frame("nanna", "personas: [nanna_30]\n")
    for more in ((), SHORT):
        result = play(name, *more, citizens=4)
        log, cast, actors = result.log, result.inputs.cast, result.inputs.names.actors
        free = {
            (giver, receiver)
            for rule in result.world.legal_basis.values()
            if not rule.needs_consent and not rule.never
            for giver in rule.givers
            for receiver in rule.receivers
        }
        withdrawn = rows(result, Kind.CONSENT_WITHDRAWN)
        assert len(withdrawn)
        for row in withdrawn:
            citizen = log["citizen"][row]
            days = (log["time"][row] - cast.opened[citizen]) / DAY
            assert days == 150 or (days < 150 and "withdraws_consent" in happened(result, citizen))
            later = np.flatnonzero(log["citizen"] == citizen)
            later = later[later > row]
            kinds = log["kind"][later]
            assert not np.isin(kinds, (Kind.CALLED, Kind.LOOKED_UP)).any()
            for place in later[np.isin(kinds, (Kind.LEARNED, Kind.MESSAGE_SENT))].tolist():
                if log["channel"][place] >= 0:
                    giver, receiver = actors[log["from_actor"][place]], actors[log["actor"][place]]
                    assert (giver, receiver) in free
                    assert result.inputs.names.channels[log["channel"][place]] not in FLOW_CHANNELS
            assert (kinds == Kind.STEP_DONE).any()


def happened(result, citizen):
    return {result.inputs.names.events[event] for _, event, _ in result.inputs.lives.happens[citizen]}


def test_network_meetings_are_held_within_five_working_days(frame, play):
    chosen = {"steps__network_meeting__chance": 1, "life__growing_unrest__rate": 12}
    result = play(frame("peter", "personas: [peter_38]\n"), citizens=8, **chosen)
    begun = rows(result, Kind.STEP_STARTED, step="network_meeting")
    assert len(begun) > 3
    because = result.log["because_of"][begun]
    expected = result.inputs.names.event["discharge_expected"]
    assert (result.log["value"][because] == expected).all()
    assert (result.log["time"][begun] - result.log["time"][because] <= 7 * DAY).all()  # a weekend lies within five


def test_lives_are_the_same_whatever_is_proposed(played_as):
    lives = [result.inputs.lives.happens for result in played_as.values()]
    assert any(lives[0])
    assert all(one == other for one, other in pairwise(lives))


def test_stays_and_readmissions_come_out_as_they_went_in():
    """Lives alone, 20 replications: inside 99.9 % of what was put in."""
    world = scenario_of(Asked("dual_diagnosis/as_is")).world
    names = names_of(world)
    event = names.event
    stays, back = [], []
    for replication in range(20):
        cast = cast_of(world, Luck(1, replication), 60)
        for life in lives_of(world, names, cast).happens:
            begun = -1
            for place, (minute, what, _) in enumerate(life):
                if what in (event["admission"], event["readmission"]):
                    begun = minute
                elif what == event["discharge"]:
                    if 0 <= begun < cast.follow_up - 60 * DAY:
                        stays.append((minute - begun) / DAY)
                    if minute < cast.follow_up - 30 * DAY:
                        after = [w for m, w, _ in life[place + 1 :] if m <= minute + 30 * DAY]
                        back.append(event["readmission"] in after)
    assert len(back) > 200
    wanted = mean_of(world.life["discharge"].after)
    assert np.mean(stays) == pytest.approx(wanted, abs=3.3 * np.std(stays) / sqrt(len(stays)))
    share = mean_of(world.life["readmission"].chance)
    assert np.mean(back) == pytest.approx(share, abs=3.3 * sqrt(share * (1 - share) / len(back)))


def test_the_order_of_proposals_is_indifferent_and_a_course_against_itself_is_the_same(frame, play, played_as):
    turned = play(frame("turned"), *LONG[::-1], citizens=12, **RARE)
    assert is_same(turned, played_as["long"])
    assert is_same(play(frame("copy"), citizens=12, **RARE), played_as["as_is"])


ADDS_WORK = {"integrated_treatment"}
"""Proposals that change the course also where nobody takes them up, as their files say."""


@pytest.mark.parametrize(
    "more",
    [pytest.param(tuple(name for name in PROPOSALS if name not in ADDS_WORK), id="all")]
    + [pytest.param((name,), id=name, marks=pytest.mark.slow) for name in PROPOSALS if name not in ADDS_WORK],
)
def test_a_proposal_that_nobody_takes_up_changes_nothing(frame, play, played_as, more):
    found = play(frame(), *more, citizens=12, uptake=0, **RARE)
    before, after = (measure(one.world, one.inputs, one.log).columns for one in (played_as["as_is"], found))
    assert [name for name in before if not np.array_equal(before[name], after[name], equal_nan=True)] == []
