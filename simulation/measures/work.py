"""Who worked how much at what, what it cost, and which messages were sent."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.followed import Floats, Followed
from simulation.measures.quantities import middle
from simulation.model.steps import AnyStep
from simulation.population.cast import Integers
from simulation.population.tables import StepKind, StepPlan


class Activity(IntEnum):
    """What work is done."""

    SEARCHING = 0
    ASKING = 1
    REMINDING = 2
    ANSWERING = 3
    WRITING = 4
    READING = 5
    LOOKING_UP = 6
    STEPS = 7
    MEETINGS = 8
    CONTACTS = 9
    """Contacts that were held."""
    LOST = 10
    """Contacts in vain, clashed, or that the citizen stayed away from."""


ACTIVITY_OF = {
    Kind.CONTACT_SOUGHT: Activity.SEARCHING,
    Kind.REQUEST_SENT: Activity.ASKING,
    Kind.REQUEST_REMINDED: Activity.REMINDING,
    Kind.REQUEST_ANSWERED: Activity.ANSWERING,
    Kind.REPLY_LATE: Activity.ANSWERING,
    Kind.DATA_CREATED: Activity.WRITING,
    Kind.REPLY_READ: Activity.READING,
    Kind.LOOKED_UP: Activity.LOOKING_UP,
    Kind.CONSENT_ASKED: Activity.STEPS,
    Kind.STEP_DONE: Activity.STEPS,
    Kind.ATTENDED: Activity.MEETINGS,
    Kind.CALLED: Activity.ASKING,
    Kind.CALL_ANSWERED: Activity.ANSWERING,
    Kind.CLARIFIED: Activity.READING,
    Kind.CITIZEN_ASKED: Activity.ASKING,
    Kind.NO_SHOW: Activity.LOST,
    Kind.CONTACT_IN_VAIN: Activity.LOST,
    Kind.CONTACT_CLASHED: Activity.LOST,
}
"""Rows whose `value` is minutes of work. What a step produces is created with the step's own minutes."""
FINDS_OUT = (Kind.CALLED, Kind.LOOKED_UP, Kind.CITIZEN_ASKED)
"""Rows that count as searching where they are about the efforts of others."""
MESSAGES = (
    Kind.REQUEST_SENT,
    Kind.REQUEST_REMINDED,
    Kind.REQUEST_ANSWERED,
    Kind.REPLY_LATE,
    Kind.MESSAGE_SENT,
    Kind.CALLED,
)


@dataclass(frozen=True)
class Work:
    """Every piece of work on observed citizens' cases."""

    citizen: Integers
    actor: Integers
    """Who worked; -1 the citizen."""
    role: Integers
    """In which role, -1 where none is modelled."""
    step: Integers
    """Step it belongs to, -1 for the gathering."""
    activity: Integers
    minutes: Floats


def work_of(seen: Followed) -> Work:
    """Return all work, in minutes of handling."""
    rows = seen.rows(*ACTIVITY_OF)
    log = seen.log
    activities = np.zeros(len(Kind), dtype=np.int64)
    activities[list(ACTIVITY_OF)] = list(ACTIVITY_OF.values())
    kind, step = log["kind"][rows], log["step"][rows]
    activity = activities[kind]
    is_done = kind == Kind.STEP_DONE
    counted = np.array([_activity_of(seen, plan) for plan in seen.inputs.steps] or [-1])
    activity[is_done] = counted[step[is_done]]
    coordination = seen.inputs.coordination
    if coordination is not None:
        finds_out = np.isin(kind, FINDS_OUT) & np.isin(log["data_type"][rows], list(coordination.efforts))
        activity[finds_out] = Activity.SEARCHING
    minutes = _minutes(seen, rows)
    worth = (activity >= 0) & (minutes > 0)
    rows = rows[worth]
    return Work(
        citizen=seen.whose(rows),
        actor=log["actor"][rows].astype(np.int64),
        role=log["role"][rows].astype(np.int64),
        step=step[worth].astype(np.int64),
        activity=activity[worth],
        minutes=minutes[worth],
    )


def _minutes(seen: Followed, rows: Integers) -> Floats:
    """Return the minutes of each row; those of asking the citizen at one contact are shared among what is asked for."""
    minutes = seen.log["value"][rows].astype(np.float64)
    asked = seen.log["kind"][rows] == Kind.CITIZEN_ASKED
    # Elsewhere the row counts tellings, and the minutes are those of the step.
    minutes[asked & ~seen.at_contact(rows)] = 0
    asked &= seen.at_contact(rows)
    _, group = np.unique(seen.log["because_of"][rows[asked]], return_inverse=True)
    minutes[asked] = (np.bincount(group, weights=minutes[asked]) / np.bincount(group))[group]
    return minutes


def _activity_of(seen: Followed, plan: StepPlan) -> int:
    """Return what the `value` of a finished step counts as, -1 where it is no work of its own.

    Consent is logged when it is asked for; the value of a decision is its answer; the role that runs a meeting is
    counted among its participants where it is one of them.
    """
    if plan.contact is not None:
        return Activity.MEETINGS if plan.contact.participants else Activity.CONTACTS
    if plan.kind in (StepKind.CONSENT, StepKind.GATHER, StepKind.DECIDE):
        return -1
    if plan.meeting is not None:
        return -1 if plan.role in dict(plan.meeting.participants) else Activity.MEETINGS
    return Activity.SEARCHING if plan.search else Activity.STEPS


def by_actor(seen: Followed, work: Work) -> Floats:
    """Return minutes per citizen, actor (the citizen last) and activity."""
    shape = (len(seen), len(seen.inputs.names.actors) + 1, len(Activity))
    # -1, the citizen, wraps around to the last actor.
    actor = work.actor % shape[1]
    places = np.ravel_multi_index((work.citizen, actor, work.activity), shape)
    return np.bincount(places, weights=work.minutes, minlength=int(np.prod(shape))).astype(np.float64).reshape(shape)


def costs(seen: Followed, work: Work) -> Floats:
    """Return what the work costs per citizen and actor, in DKK.

    Minutes / 60 x the cost of an effective hour of the role, else of the actor; nothing where neither is given, for
    the citizen's own time, which is hours and never money, and for work that a fee pays.
    """
    roles = np.array([_hourly(seen, role) for role in range(len(seen.inputs.roles))] + [0.0])
    actors = np.array([_hourly_of_actor(seen, name) for name in seen.inputs.names.actors] + [0.0])
    with_fee = np.array([step.fee is not None for step in _steps(seen)] + [False])
    rate = np.where(work.role >= 0, roles[work.role], actors[work.actor])
    cost = np.where(with_fee[work.step], 0, rate * work.minutes)
    shape = (len(seen), len(actors) - 1)
    paid = work.actor >= 0
    places = np.ravel_multi_index((work.citizen[paid], work.actor[paid]), shape)
    return np.bincount(places, weights=cost[paid], minlength=shape[0] * shape[1]).reshape(shape) / 60


def _steps(seen: Followed) -> list[AnyStep]:
    return [seen.world.steps[name] for name in seen.inputs.names.steps]


def _hourly(seen: Followed, role: int) -> float:
    given = seen.world.roles[seen.inputs.names.roles[role]]
    if given.cost_per_hour is not None:
        return middle(given.cost_per_hour)
    return _hourly_of_actor(seen, given.actor)


def _hourly_of_actor(seen: Followed, actor: str) -> float:
    cost = seen.world.actors[actor].cost_per_hour
    return 0.0 if cost is None else middle(cost)


def fees(seen: Followed) -> Floats:
    """Return the fees of finished steps per citizen, in DKK."""
    amounts = np.array([0.0 if step.fee is None else middle(step.fee) for step in _steps(seen)])
    rows = seen.rows(Kind.STEP_DONE)
    return seen.total(rows, amounts[seen.log["step"][rows]])


def citizen_hours(seen: Followed) -> Floats:
    """Return the citizen's own hours.

    Minutes of steps at which the citizen tells, of the citizen's own steps, of contacts that were held, and of being
    asked at contacts.
    """
    own = np.array([bool(p.asks_citizen) or _is_own(p) or p.contact is not None for p in seen.inputs.steps])
    rows = seen.rows(Kind.STEP_DONE)
    rows = rows[own[seen.log["step"][rows]]]
    asked = seen.rows(Kind.CITIZEN_ASKED)
    rows = np.append(rows, asked[seen.at_contact(asked)])
    return seen.total(rows, np.maximum(seen.log["value"][rows], 0).astype(np.float64)) / 60


def _is_own(plan: StepPlan) -> bool:
    return plan.kind == StepKind.WAIT and plan.actor < 0


def messages(seen: Followed) -> Floats:
    """Return messages per citizen and channel: requests, reminders, replies, calls, and what actors were told."""
    rows, told = seen.rows(*MESSAGES), seen.rows(Kind.ACTOR_TOLD)
    channels = np.full((len(seen.inputs.steps), len(seen.inputs.names.actors)), -1, dtype=np.int64)
    for place, plan in enumerate(seen.inputs.steps):
        for tell in plan.tells:
            channels[place, tell.actor] = tell.channel
    channel: Integers = np.append(seen.log["channel"][rows], channels[seen.log["step"][told], seen.log["actor"][told]])
    whose = np.append(seen.whose(rows), seen.whose(told))
    shape = (len(seen), len(seen.inputs.names.channels))
    places = np.ravel_multi_index((whose[channel >= 0], channel[channel >= 0]), shape)
    return np.bincount(places, minlength=shape[0] * shape[1]).reshape(shape).astype(np.float64)
