"""The citizen's life in the play: what events change, who sees it, what is forgotten (SEMANTICS S8, S9)."""

import numpy as np

from simulation.engine.kinds import Kind
from simulation.engine.reference import contacts
from simulation.engine.reference.clock import Fact
from simulation.engine.reference.knowing import may_learn, picture_of
from simulation.engine.reference.picture import Known, Picture
from simulation.engine.reference.progress import Play, unresolved
from simulation.engine.reference.seats import hand_over
from simulation.engine.reference.sharing import covers, see, send_on
from simulation.engine.reference.state import Case, State, Way
from simulation.population.contact_plans import EventPlan, ReactionPlan


def begin(play: Play, case: Case) -> None:
    """Make the picture of a new case: who keeps something knows it, nobody knows of others."""
    inputs, citizen = play.inputs, case.citizen
    matters, now = inputs.matters, play.clock.now
    turns, states = states_of(play, citizen)
    picture = case.picture = Picture(
        law=[of_personas[inputs.cast.persona[citizen]] for of_personas in play.law],
        state=list(states[0]),
        turns=turns,
        states=states,
        version=[0] * len(matters),
        was=[[states[0]] for _ in range(len(matters))],
        cause=[(-1, -1)] * len(matters),
        knows=[[None] * len(matters) for _ in inputs.names.actors],
        knowing=[0] * len(matters),
        asked_at=[[-1] * len(inputs.names.data_types) for _ in inputs.names.actors],
        exists=np.flatnonzero(matters.exists[citizen]).tolist(),
        is_there=matters.exists[citizen].tolist(),
        efforts=[None] * play.actors,
        wanted=[None] * len(inputs.steps),
        coming=[[] for _ in inputs.steps],
        tells=[citizen_tells(play, citizen, matter) for matter in range(len(matters))],
    )
    for matter in picture.exists:
        if not matters.is_seen[matter]:
            for actor in matters.kept_by[matter]:
                if play.involved[citizen][actor]:
                    picture.knows[actor][matter] = Known(0, now, actor, -1, is_live=True)
                    picture.knowing[matter] |= 1 << actor
    open_views(play, case, case.opened)


def states_of(play: Play, citizen: int) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the minutes of the life events of a case that opens now, and the states before, between and after them."""
    lives, events = play.inputs.lives, play.inputs.events
    states = [lives.starts[citizen]]
    turns = []
    for minute, event, _ in sorted(lives.happens[citizen]):
        state = list(states[-1])
        for side, becomes in events[event].becomes:
            state[side] = becomes
        turns.append(play.clock.now + minute)
        states.append(tuple(state))
    return turns, states


def citizen_tells(play: Play, citizen: int, matter: int) -> bool:
    """Return whether the citizen remembers and willingly tells of a matter: of its holder, or of any that keeps it."""
    matters, told = play.inputs.matters, play.inputs.truth.told[citizen]
    holder = matters.holder[matter]
    return any(told[actor] for actor in ([holder] if holder >= 0 else matters.kept_by[matter]))


def live(play: Play, case: Case, fact: Fact) -> None:
    """A life event happens; reactions start steps that have not started (SEMANTICS S4.4)."""
    event, turn = fact.attempt, fact.request
    plan = play.inputs.events[event]
    row = play.row(case.citizen, Kind.LIFE_EVENT, case.opened, attempt=turn, value=event)
    case.newcomer = case.newcomer or bool(plan.adds_newcomer)
    if case.picture is not None:
        change(play, case, plan, event, turn, row)
        contacts.follow_event(play, case, event, turn, row)
    for reaction in plan.reactions:
        if reaction.only_before < 0 or case.state[reaction.only_before] < State.STARTED:
            react(play, case, reaction, row)


def react(play: Play, case: Case, reaction: ReactionPlan, row: int) -> None:
    """Change people and start steps, as a reaction to a life event says."""
    for role in reaction.changes_person:
        if role in case.desks and case.desks[role].server >= 0:
            hand_over(play, case, role, row)
    for step in reaction.starts:
        if step in case.goes_through and case.state[step] == State.PASSED and case.resolved[step] < 0:
            case.state[step], case.asked[step] = State.WAITING, row
            for later in case.then[step]:
                if case.state[later] == State.WAITING:
                    case.missing[later] += 1
            case.missing[step] = unresolved(play, case, step)
            if case.missing[step] == 0:
                play.look_later(case.citizen, step)


def change(play: Play, case: Case, plan: EventPlan, event: int, turn: int, row: int) -> None:
    """Let a life event change states and matters, be seen, and be forgotten."""
    picture = picture_of(case)
    for side, state in plan.becomes:
        picture.state[side] = state
    changed = [matter for matter in plan.changes if picture.is_there[matter]]
    rows: dict[int, int] = {}
    for matter in changed:
        picture.version[matter] += 1
        picture.knowing[matter] = 0
        picture.was[matter].append(tuple(picture.state))
        picture.cause[matter] = (event, turn)
        rows[matter] = play.row(
            case.citizen,
            Kind.TRUTH_CHANGED,
            row,
            data_type=play.type_of[matter],
            from_actor=play.holder_of[matter],
            attempt=picture.version[matter],
        )
    if plan.forgets:
        forget(play, case, plan, turn, row)
    if plan.withdraws:
        withdraw(play, case, plan.withdraws, row)
    for matter in changed:
        keepers = [] if play.is_seen[matter] else play.kept_by[matter]
        for actor in sorted({*plan.seen_by, *keepers}):
            if play.involved[case.citizen][actor]:
                see(play, case, actor, matter, rows[matter])


def forget(play: Play, case: Case, plan: EventPlan, turn: int, row: int) -> None:
    """Lose what some actors know of others."""
    for actor, column in zip(plan.forgetful, plan.forgets, strict=True):
        lost = play.draw(column + min(turn, plan.times - 1), case.citizen)
        picture = picture_of(case)
        knows = picture.knows[actor]
        for matter, known in enumerate(knows):
            if known is not None and lost >> matter & 1 and known.giver != actor and not known.is_live:
                knows[matter] = None
                picture.knowing[matter] &= ~(1 << actor)
                picture.asked_at[actor][play.type_of[matter]] = -1
                play.row(
                    case.citizen,
                    Kind.FORGOTTEN,
                    row,
                    actor=actor,
                    data_type=play.type_of[matter],
                    from_actor=play.holder_of[matter],
                )


def withdraw(play: Play, case: Case, domains: int, row: int) -> None:
    """Take domains out of the consent; what was received stays as it was, and is shown no further."""
    if case.consent != 1 or case.excluded & domains == domains:
        return
    case.excluded |= domains
    play.row(case.citizen, Kind.CONSENT_WITHDRAWN, row, value=case.excluded)
    close_views(play, case)


def close_views(play: Play, case: Case) -> None:
    """What may no longer be shown stays as it was in this minute."""
    for actor, knows in enumerate(picture_of(case).knows):
        for matter, known in enumerate(knows):
            if known is None or not known.is_live or known.giver == actor:
                continue
            purpose = play.inputs.flows[known.flow].purpose
            if not may_learn(play, case, known.giver, actor, matter, purpose):
                known.is_live, known.as_of = False, play.clock.now


def open_views(play: Play, case: Case, because: int) -> None:
    """Show what may be shown from now on: the citizen has given consent."""
    for place, flow in enumerate(play.inputs.flows):
        if flow.way != Way.VIEW:
            continue
        for giver in sorted(flow.givers):
            for matter, known in enumerate(picture_of(case).knows[giver]):
                is_own = known is not None and known.giver == giver and not play.is_seen[matter]
                if is_own and covers(play, case, flow, giver, matter):
                    for receiver in flow.receivers:
                        send_on(play, case, place, (giver, receiver, matter), because)
