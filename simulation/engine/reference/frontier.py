"""Whom a case knows of, and whom it may ask next (SEMANTICS S6.1, S6.2)."""

from bisect import bisect_right, insort
from collections.abc import Iterator
from typing import Final

from simulation.engine.kinds import Kind
from simulation.engine.reference.progress import Play, may_share
from simulation.engine.reference.state import Case, Gathering, Status
from simulation.population.tables import HolderPlan

START: Final = -1
"""Namer of who is known at the start; as a step, the gathering as a whole."""


def may_be_named(play: Play, case: Case, holder: int) -> bool:
    """Return whether the citizen lets the holder's existence be known (SEMANTICS S8.3)."""
    return not play.holders[holder].sensitive or may_share(play, case, holder)


def turn_of(play: Play, case: Case) -> tuple[int, int]:
    """Return the server that owns the case and which person in turn has that seat now."""
    server = case.desks[play.asker].server
    changes = play.inputs.servers[server].changes
    return server, bisect_right(changes, play.clock.now) if changes else 0


def outreach_of(play: Play, case: Case) -> int:
    """Return the owner's outreach in per cent."""
    server, turn = turn_of(play, case)
    return play.inputs.servers[server].outreach[turn]


def relation_of(play: Play, case: Case, holder: HolderPlan) -> int:
    """Return how well the owner knows a holder, in per cent; nobody without a network knows any."""
    server, turn = turn_of(play, case)
    plan = play.inputs.servers[server]
    return plan.relation[turn][holder.actor] if play.clock.now >= plan.seasoned[turn] else 0


def known_at_start(play: Play, case: Case) -> list[int]:
    """Return the holders known before anybody is asked (SEMANTICS S6.1)."""
    plan, citizen = play.gather, case.citizen
    told = play.inputs.truth.told[citizen]
    own = play.points[citizen][plan.own_actor]
    tells = plan.told_at < 0 or case.resolved[plan.told_at] >= 0
    outreach = outreach_of(play, case)
    found = []
    for place, holder in enumerate(play.holders):
        told_of = tells and bool(told[holder.actor])
        pointed = bool(own >> holder.actor & 1) and may_be_named(play, case, place)
        indexed = holder.indexed >= 0 and play.draw(holder.indexed, citizen) and play.involved[citizen][holder.actor]
        habit = holder.habit >= 0 and outreach >= play.draw(holder.habit, citizen)
        if told_of or pointed or habit or (indexed and may_be_named(play, case, place)):
            found.append(place)
    return found


def name(play: Play, case: Case, namer: int, holder: int, row: int) -> None:
    """Note that a holder was named, by another or at the start; waves are counted over all namings."""
    gathering = case.gathering
    contact = gathering.contacts[holder]
    gathering.namings.append((namer, holder))
    reached = lower_waves(gathering, namer, holder, gathering.deepest)
    again = contact.known >= 0
    plan = play.holders[holder]
    from_actor = play.holders[namer].actor if namer >= 0 else -1
    written = play.row(
        case.citizen,
        Kind.HOLDER_NAMED,
        row,
        actor=plan.actor,
        from_actor=from_actor,
        attempt=int(again),
        value=contact.wave,
    )
    for place in reached:
        gathering.contacts[place].reach = written
    if not again:
        contact.known, contact.since = written, play.clock.now
        contact.relevance = relevance(play, case, holder)
        enter_frontier(gathering, holder)


def enter_frontier(gathering: Gathering, holder: int) -> None:
    """Put a known holder in its place among those that are not asked."""
    contact = gathering.contacts[holder]
    insort(gathering.unasked, (-contact.relevance, contact.since, holder))


def lower_waves(gathering: Gathering, namer: int, holder: int, deepest: int) -> list[int]:
    """Lower the wave of a holder and of all it named where the new naming is shallower; return who was too deep."""
    wave = gathering.contacts[namer].wave + 1 if namer >= 0 else 0
    waiting, reached = [(holder, wave)], []
    while waiting:
        place, wave = waiting.pop()
        if wave < gathering.contacts[place].wave:
            reached += [place] if gathering.contacts[place].wave > deepest else []
            gathering.contacts[place].wave = wave
            waiting += [(named, wave + 1) for by, named in gathering.namings if by == place]
    return reached


def relevance(play: Play, case: Case, holder: int) -> int:
    """Return the highest need among what a holder may hold."""
    need = play.need[case.citizen]
    return max([need[item] for item in play.holders[holder].items], default=0)


def askable(play: Play, case: Case) -> Iterator[int]:
    """Yield the frontier in the order it is asked: relevance, known since, id."""
    gathering = case.gathering
    if gathering.active:
        for _, _, holder in gathering.unasked:
            contact = gathering.contacts[holder]
            is_near = contact.status == Status.UNASKED and contact.wave <= gathering.deepest
            if is_near and may_share(play, case, holder):
                yield holder


def is_askable(play: Play, case: Case) -> bool:
    """Return whether anybody is to be asked."""
    return next(askable(play, case), -1) >= 0
