"""Which sharings of data the citizen can see: as carrier, as party, or in a log that is shown."""

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.followed import Flags, Followed
from simulation.measures.parts import Parts, summed
from simulation.model.gathering import SharingRule


def visible_parts(seen: Followed) -> Parts | None:
    """Return the sharings that the citizen can see / all sharings, None where the course shares nothing.

    A sharing is a reply of an involved holder (REQUEST_ANSWERED), a look-up (LOOKED_UP), or a notice (ACTOR_TOLD). It
    is visible where its channel, its way or its telling says `seen_by_citizen`; what nothing is said of is not.
    """
    if seen.inputs.gather is None and not any(plan.tells for plan in seen.inputs.steps):
        return None
    log = seen.log
    answered, looked, told = seen.rows(Kind.REQUEST_ANSWERED), seen.rows(Kind.LOOKED_UP), seen.rows(Kind.ACTOR_TOLD)
    answered = answered[seen.inputs.truth.involved[log["citizen"][answered], log["from_actor"][answered]]]
    shown = np.concatenate(
        [
            answered[_by_channel(seen)[log["from_actor"][answered], log["channel"][answered]]],
            looked[_by_view(seen)[log["from_actor"][looked]]],
            told[_by_step(seen)[log["step"][told]]],
        ]
    )
    return Parts(summed(seen, shown), summed(seen, np.concatenate([answered, looked, told])))


def seen_by_citizen(seen: Followed) -> frozenset[int]:
    """Return the rows of sharings that the citizen can see (SEMANTICS S9.10), in both kinds of course."""
    log, world, names = seen.log, seen.world, seen.inputs.names
    # The last channel answers for rows that name none.
    shown = np.array([*(world.channels[name].seen_by_citizen for name in names.channels), False])
    rows = seen.rows(Kind.REQUEST_ANSWERED, Kind.LOOKED_UP, Kind.MESSAGE_SENT, Kind.LEARNED, Kind.CALLED)
    found = [rows[shown[log["channel"][rows]]]]
    if seen.inputs.coordination is None:
        looked, told = seen.rows(Kind.LOOKED_UP), seen.rows(Kind.ACTOR_TOLD)
        answered = seen.rows(Kind.REQUEST_ANSWERED)
        found += [
            answered[_by_channel(seen)[log["from_actor"][answered], log["channel"][answered]]],
            looked[_by_view(seen)[log["from_actor"][looked]]],
            told[_by_step(seen)[log["step"][told]]],
        ]
    return frozenset(np.concatenate(found).tolist())


def _by_channel(seen: Followed) -> Flags:
    """Return whether replies of an actor on a channel are visible; the last channel is for those that name none."""
    names, world = seen.inputs.names, seen.world
    found = np.zeros((len(names.actors), len(names.channels) + 1), dtype=np.bool_)
    found[:, :-1] = [world.channels[name].seen_by_citizen for name in names.channels]
    for rule in _shown_ways(seen, "tool"):
        found[[names.actor[holder] for holder in rule.holders], names.channel[rule.channel]] = True
    return found


def _by_view(seen: Followed) -> Flags:
    """Return whether look-ups at an actor are visible."""
    found = np.zeros(len(seen.inputs.names.actors), dtype=np.bool_)
    found[[seen.inputs.names.actor[holder] for rule in _shown_ways(seen, "view") for holder in rule.holders]] = True
    return found


def _shown_ways(seen: Followed, way: str) -> list[SharingRule]:
    rules = [rule for rule in seen.world.sharing.values() if rule.way == way]
    return [rule for rule in rules if rule.seen_by_citizen or seen.world.channels[rule.channel].seen_by_citizen]


def _by_step(seen: Followed) -> Flags:
    """Return whether what a step tells is visible."""
    world = seen.world
    tells = [world.steps[name].tells for name in seen.inputs.names.steps]
    shown = [one and (one.seen_by_citizen or world.channels[one.channel].seen_by_citizen) for one in tells]
    return np.array(shown, dtype=np.bool_)
