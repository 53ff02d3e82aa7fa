"""Laws of the shipped course, at a small size: what must be equal, and what must not be there."""

from itertools import pairwise
from random import Random

import networkx as nx
import numpy as np
import pytest
from one_minute import coarse, shuffled

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.log import lean
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.many import Design, one
from simulation.experiments.replication import played
from simulation.measures.comparison import compare
from simulation.measures.measured import Measured, measure
from simulation.population.cast import DAY
from simulation.population.touched import touched
from simulation.reading.loading import shipped_interventions
from simulation.values.causes import Cause

LONG = scenario_of(Asked("rehabilitation/to_be_long")).file.interventions
WITHOUT_UPTAKE_OF_ITS_OWN = tuple(name for name in LONG if name != "common_practice")
EVERYBODY, NOBODY = (("uptake", "1"),), (("uptake", "0"),)


def assert_same(a: Measured, b: Measured) -> None:
    """Assert that two measured replications hold the same numbers, bit for bit, in every measure and table."""
    assert a.columns.keys() == b.columns.keys()
    differing = [name for name in a.columns if not np.array_equal(a.columns[name], b.columns[name], equal_nan=True)]
    assert differing == []
    for name in a.tables:
        assert a.tables[name].axes == b.tables[name].axes
        assert np.array_equal(a.tables[name].values, b.tables[name].values, equal_nan=True), name
    assert (a.absent, a.marks, a.use) == (b.absent, b.marks, b.use)


@pytest.fixture(scope="module")
def as_is(short):
    return Asked(short())


@pytest.fixture(scope="module")
def several(short, as_is):
    """Return one replication of several scenarios, played with the same luck."""
    asked = {
        "as_is": as_is,
        "copy": Asked(short("copy")),
        "long": Asked(as_is.name, WITHOUT_UPTAKE_OF_ITS_OWN, EVERYBODY),
        "turned": Asked(as_is.name, WITHOUT_UPTAKE_OF_ITS_OWN[::-1], EVERYBODY),
        "listed": Asked(short("listed", f"interventions: [{', '.join(sorted(LONG, reverse=True))}]\nuptake: {ALL}\n")),
        "nobody": Asked(as_is.name, WITHOUT_UPTAKE_OF_ITS_OWN, NOBODY),
        "with_more": Asked(as_is.name, (*WITHOUT_UPTAKE_OF_ITS_OWN, "read_access", "quality_check"), NOBODY),
    }
    found = one(Design(tuple(asked.values()), 1, 6, 3), 0)
    return dict(zip(asked, found, strict=True))


ALL = "{unit: share, value: 1}"


def test_a_scenario_against_itself_differs_by_exactly_0(several):
    assert_same(several["as_is"], several["copy"])
    found = compare([several["as_is"]], [several["copy"]])
    for group in found.groups:
        for name in found.measures:
            difference = found.difference(name, group=group)
            assert difference.estimate.value == 0 or np.isnan(difference.estimate.value)
            assert not difference.certain
    assert all(np.nanmax(np.abs(table), initial=0) == 0 for table in found.tables.values())


def test_proposals_change_something(several):
    assert np.nanmean(several["long"].columns["n1_overview_share"] > several["as_is"].columns["n1_overview_share"]) > 0


def test_the_order_of_proposals_is_indifferent(several):
    assert_same(several["long"], several["turned"])


def test_a_scenario_file_lists_proposals_in_any_order(short, as_is):
    forth = scenario_of(Asked(short("forth", f"interventions: [{', '.join(LONG)}]\n")))
    back = scenario_of(Asked(short("back", f"interventions: [{', '.join(LONG[::-1])}]\n")))
    assert forth.world.model_dump(exclude={"setting"}) == back.world.model_dump(exclude={"setting"})
    assert forth.world.setting.interventions == back.world.setting.interventions


def test_where_nobody_takes_proposals_up_a_to_be_is_as_it_is(several):
    """Added work may stay (COURSES 4); with these proposals nothing does."""
    assert_same(several["as_is"], several["nobody"])
    assert_same(several["as_is"], several["with_more"])


def test_causes_add_up_to_the_lead_time(several):
    for found in several.values():
        causes = sum(found.columns[f"cause_{cause.name.lower()}_days"] for cause in Cause)
        lead = found.columns["lead_time_days"]
        assert np.isfinite(lead).any()
        assert np.allclose(causes, lead, rtol=0, atol=1e-9, equal_nan=True)


def test_in_is_done_and_open_and_a_lean_log_says_the_same(play, as_is):
    result = play(as_is.name, *WITHOUT_UPTAKE_OF_ITS_OWN, citizens=8)
    log, cast = result.log, result.inputs.cast

    def who(kind: Kind) -> set[int]:
        found = log["citizen"][log["kind"] == kind].tolist()
        assert len(found) == len(set(found))
        return set(found)

    observed = set(np.flatnonzero(cast.observed).tolist())
    opened, closed, left_open = (who(kind) for kind in (Kind.CASE_OPENED, Kind.CASE_CLOSED, Kind.CASE_LEFT_OPEN))
    assert opened == set(range(len(cast)))
    closed_at = dict(
        zip(log["citizen"][log["kind"] == Kind.CASE_CLOSED], log["time"][log["kind"] == Kind.CASE_CLOSED], strict=False)
    )
    in_time = {citizen for citizen in closed if closed_at[citizen] < cast.opened[citizen] + cast.follow_up}
    assert observed == (in_time | left_open) & observed
    assert not in_time & left_open
    assert_same(*(measure(result.world, result.inputs, rows) for rows in (log, lean(log))))
    assert len(lean(log)) < len(log)


def test_time_never_runs_backwards_and_rows_point_back_within_their_case(play, as_is):
    log = play(as_is.name).log
    assert all(earlier <= later for earlier, later in pairwise(log["time"].tolist()))
    pointing = np.flatnonzero(log["because_of"] >= 0)
    because = log["because_of"][pointing]
    assert (because < pointing).all()
    assert (log["citizen"][because] == log["citizen"][pointing]).all()


@pytest.mark.parametrize("unit", [15, pytest.param(75, marks=pytest.mark.slow), 225])
def test_the_order_of_posting_is_indifferent_where_much_happens_in_one_minute(short, unit):
    asked = Asked(short(), WITHOUT_UPTAKE_OF_ITS_OWN, EVERYBODY)
    logs = []
    with coarse(unit):
        logs.append(played(scenario_of(asked), Luck(1, 0), 3).log)
        with shuffled(Random(unit)):
            logs.append(played(scenario_of(asked), Luck(1, 0), 3).log)
    assert (np.bincount(logs[0]["time"]) > 20).any()
    assert all(np.array_equal(logs[0][name], logs[1][name]) for name in logs[0].columns)


RARE = {
    "profile__arrivals_every": "{unit: calendar_days, mean: 3000, kind: assumed, because: Nobody meets anybody}",
    "roles__team_secretariat__background__every": "{unit: working_days, mean: 900, kind: assumed, because: Idle}",
}
"""So few cases that no two are open at once: no queue connects citizens."""
MOVERS = "personas: [jonas_36, kirsten_58, yasmin_47]\n"


def test_a_move_package_leaves_those_who_do_not_move_untouched(short, play, case_logs):
    name = short("rare", MOVERS)
    before = play(name, **RARE)
    after = play(name, "move_handover", uptake=1, **RARE)
    until = before.inputs.cast.horizon
    logs = [case_logs(result, until=until) for result in (before, after)]
    assert logs[0].keys() == logs[1].keys()
    inputs = before.inputs
    events = [inputs.lives.befalls(place) for place in range(len(inputs.events))]
    moves = inputs.newcomer | np.logical_or.reduce(events)
    people = list(zip((inputs.cast.personas[p] for p in inputs.cast.persona), inputs.cast.number.tolist(), strict=True))
    differing = {who for who in logs[0] if logs[0][who] != logs[1][who]}
    assert differing
    assert differing <= {who for who, is_moving in zip(people, moves, strict=True) if is_moving}
    assert before.structure == after.structure
    assert not (touched(before.world, inputs, after.inputs) & ~moves).any()


def test_the_citizen_with_the_simple_case_is_gathered_for_sooner_and_checked_for_longer(short):
    """COURSES 4: r7's gathering is short, and P7 lengthens her case."""
    hers = Asked(short("hers", "personas: [yasmin_47]\n"))
    plain, checked = one(Design((hers, Asked(hers.name, ("quality_check",), EVERYBODY)), 1, 40, 1), 0)
    others = ", ".join(name for name in scenario_of(Asked(short())).world.personas if name != "yasmin_47")
    theirs = one(Design((Asked(short("theirs", f"personas: [{others}]\n")),), 1, 60, 1), 0)[0]
    assert np.nanmean(plain.columns["gathering_days"]) < np.nanmean(theirs.columns["gathering_days"])
    longer = checked.columns["lead_time_days"] - plain.columns["lead_time_days"]
    assert np.nanmean(longer) > 1
    first = plain.columns["n3_gathering_days"], checked.columns["n3_gathering_days"]
    assert np.nanmedian(first[1] - first[0]) == 0


def test_what_is_kept_out_of_the_consent_is_never_asked_for_or_used(short, play):
    """COURSES 4: r3's file never contains the family department's assessment when that domain is excluded."""
    name = short("mette", "personas: [mette_34]\n")
    quiet = {"steps__consent_by_letter__refused": 0, "steps__consent_at_conversation__refused": 0}
    open_to_all = {"personas__mette_34__willing_for__family_department": 1, "personas__mette_34__overview": 1}
    for more in ((), tuple(name for name in LONG if name not in ("common_practice", "wider_consent"))):
        for excluded, used in ((1, False), (0, True)):
            settings = quiet | open_to_all | {"personas__mette_34__excludes__family": excluded, "uptake": 1}
            result = play(name, *more, citizens=12, **settings)
            found = uses(result, "family_assessment", "family_department")
            assert (found > 0) is used, (more, excluded)


def uses(result, data_type: str, holder: str) -> int:
    """Count rows in which a data type is had, or its holder asked, because of the gathering."""
    names, log = result.inputs.names, result.log
    had = np.isin(log["kind"], (Kind.DATA_RECEIVED, Kind.DATA_USED, Kind.LOOKED_UP))
    asked = np.isin(log["kind"], (Kind.REQUEST_SENT, Kind.REQUEST_ANSWERED, Kind.CONTACT_SOUGHT))
    about = log["data_type"] == names.data_type[data_type]
    to = log["from_actor"] == names.actor[holder]
    return int((had & (about | to)).sum() + (asked & to).sum())


def test_the_certificate_never_comes_before_the_conversation_and_the_police_never_at_all(play, as_is):
    for more in ((), WITHOUT_UPTAKE_OF_ITS_OWN):
        result = play(as_is.name, *more, citizens=8)
        names, log = result.inputs.names, result.log
        police = names.actor["police_and_courts"]
        assert not any((log[column] == police).any() for column in ("actor", "from_actor"))
        done = log["kind"] == Kind.STEP_DONE
        written = done & (log["step"] == names.step["write_certificate"])
        certificates = first_times(log, written | (log["data_type"] == names.data_type["medical_certificate"]))
        talked = first_times(log, done & (log["step"] == names.step["hold_conversation"]))
        assert certificates
        assert all(talked[citizen] < when for citizen, when in certificates.items())


def first_times(log, rows) -> dict[int, int]:
    """Return the first time at which each citizen has such a row."""
    places = np.flatnonzero(rows)[::-1]
    return dict(zip(log["citizen"][places].tolist(), log["time"][places].tolist(), strict=True))


def test_with_everybody_willing_answering_and_known_all_that_can_be_reached_is_found(short, play):
    """COURSES 4: with relation 1, outreach 1, all willing and no deadline, found = reachable."""
    name = short("found", "personas: [danuta_49, kirsten_58]\n")
    settings = {
        "gathering__no_answer": 0,
        "gathering__persistence": 20,
        "gathering__reminders__at_most": 9,
        "roles__preparing_caseworker__outreach": 1,
        "roles__preparing_caseworker__relation": 1,
        "setting__follow_up": 700,
        **{f"steps__{step}__refused": 0 for step in ("consent_by_letter", "consent_at_conversation")},
        **{f"steps__{step}__excluded__family": 0 for step in ("consent_by_letter", "consent_at_conversation")},
        **{f"personas__{who}__willing": 1 for who in ("danuta_49", "kirsten_58")},
    }
    answering = {
        f"actors__{actor}__answers__no_answer": 0
        for actor, given in scenario_of(Asked(name)).world.actors.items()
        if given.answers and given.answers.no_answer
    }
    result = play(name, citizens=4, **settings, **answering)
    inputs, log = result.inputs, result.log
    own = inputs.names.actor["job_centre"]
    for citizen in np.flatnonzero(inputs.cast.observed):
        named = (log["kind"] == Kind.HOLDER_NAMED) & (log["citizen"] == citizen)
        found = set(log["actor"][named].tolist())
        start = set(log["actor"][named & (log["from_actor"] < 0)].tolist())
        read = (log["kind"] == Kind.REPLY_READ) & (log["citizen"] == citizen)
        graph = nx.from_numpy_array(inputs.truth.points[citizen], create_using=nx.DiGraph)
        reachable = start.union(*(nx.descendants(graph, holder) for holder in start)) | set(graph.successors(own))
        assert found - {own} == reachable - {own}
        assert read.any()


def test_luck_keyed_by_names_is_the_same_for_more_citizens(play, as_is, case_logs):
    """The first cases of a run of more citizens are those of a run of fewer, but for meetings past its horizon."""
    few, many = play(as_is.name, citizens=3), play(as_is.name, citizens=6)
    until = few.inputs.cast.horizon - 60 * DAY
    assert case_logs(few, until=until) == case_logs(many, until=until)


REHABILITATION = [one.id for one, _ in shipped_interventions() if "rehabilitation" in one.courses]


@pytest.mark.parametrize(
    "name",
    [pytest.param(one, marks=[pytest.mark.slow] if place % 4 else []) for place, one in enumerate(REHABILITATION)],
)
def test_a_single_proposal_that_nobody_takes_up_changes_nothing(as_is, several, name):
    asked = Asked(as_is.name, () if name == "common_practice" else (name,), NOBODY)
    assert_same(one(Design((asked,), 1, 6, 3), 0)[0], several["as_is"])
