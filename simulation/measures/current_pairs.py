"""Whose picture of others' efforts is current when: actors with contacts, and efforts of others they may know of."""

from typing import NamedTuple

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.followed import Flags, Floats, Followed
from simulation.population.cast import Integers
from simulation.population.matters import FREE, WITH_CONSENT

UNKNOWN, UNSET = -1, -2


class Pairs(NamedTuple):
    """Pairs of actor and effort of another; one place per pair."""

    place: Integers
    """(citizens, actors, matters): place of the pair, -1 where there is none."""
    citizen: Integers
    actor: Integers
    matter: Integers
    is_free: Flags
    """Whether the law lets the actor know without consent."""


class Changes(NamedTuple):
    """What changes for a pair in a row of the log; -2 where it stays as it is."""

    pair: Integers
    row: Integers
    """Row id, -1 at opening."""
    known: Integers
    """Version the actor knows, -1 none."""
    true: Integers
    """Version that is true."""
    allowed: Integers
    """1 where law and consent let the actor know."""


def current_minutes(seen: Followed, begins: Integers) -> tuple[Floats, Floats]:
    """Return the minutes in which pairs are current, and those in which they may be.

    A pair is an involved actor that has contacts with the citizen, and an existing effort that others keep and may tell
    it of under the law and the consent of the moment. It is current while the version the actor knows is the true one.

    Args:
        seen: the observed citizens, all their rows.
        begins: first minute that counts, per citizen; the last is the end of the follow-up.

    Returns:
        Two sums, each (citizens, actors + 1), the last place empty.
    """
    pairs = pairs_of(seen)
    parts = (_at_opening(pairs), _learned(seen, pairs), _true(seen, pairs), _consented(seen, pairs))
    changes = Changes(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
    order = np.lexsort((changes.row, changes.pair))
    pair, row, known, true, allowed = (column[order] for column in changes)
    citizen = pairs.citizen[pair]
    low, high = begins[citizen], seen.until[citizen]
    minute = np.where(row >= 0, seen.log["time"][row], low)
    is_last = np.append(pair[1:] != pair[:-1], True)[: len(pair)]
    following = np.where(is_last, high, np.append(minute[1:], 0)[: len(pair)])
    minutes = np.clip(following, low, high) - np.clip(minute, low, high)
    may, knows = minutes * (_latest(allowed) == 1), _latest(known) == _latest(true)
    shape = (len(seen), len(seen.inputs.names.actors) + 1)
    places = citizen * shape[1] + pairs.actor[pair]
    sums: list[Floats] = [
        np.bincount(places, weights=w, minlength=shape[0] * shape[1]).astype(np.float64).reshape(shape)
        for w in (may * knows, may)
    ]
    return sums[0], sums[1]


def _latest(column: Integers) -> Integers:
    """Return the last value that was set; every pair begins with one."""
    places = np.where(column == UNSET, 0, np.arange(len(column)))
    return column[np.maximum.accumulate(places)] if len(column) else column


def pairs_of(seen: Followed) -> Pairs:
    """Return the pairs of each citizen that law and some consent would let be."""
    inputs, matters = seen.inputs, seen.inputs.matters
    persona = inputs.cast.persona[seen.citizens]
    involved = inputs.truth.involved[seen.citizens]
    kept = np.zeros((len(inputs.names.actors), len(matters)), dtype=np.bool_)
    for number, keepers in enumerate(matters.kept_by):
        kept[list(keepers), number] = True
    assert inputs.coordination is not None
    efforts = np.flatnonzero(np.isin(matters.data_type, list(inputs.coordination.efforts)))
    kept = kept[:, efforts]
    law = matters.law[inputs.coordination.purpose][..., np.array(matters.data_type)[efforts]]
    gives = involved[:, :, None] & kept
    is_free = _any_giver(gives, (law == FREE)[persona])
    asks = _any_giver(gives, (law == WITH_CONSENT)[persona]) & ~_left_out_towards(seen)[..., efforts]
    exists = matters.exists[np.ix_(seen.citizens, efforts)]
    there = with_contacts(seen)[:, :, None] & exists[:, None] & ~kept & (is_free | asks)
    citizen, actor, effort = (places.astype(np.int64) for places in np.nonzero(there))
    place: Integers = np.full((*there.shape[:2], len(matters)), -1, dtype=np.int64)
    place[citizen, actor, efforts[effort]] = np.arange(len(citizen))
    return Pairs(place, citizen, actor, efforts[effort].astype(np.int64), is_free[there])


def _any_giver(gives: Flags, may: Flags) -> Flags:
    """Return (citizens, receivers, matters): whether anybody who gives may tell."""
    found: Flags = np.einsum("cgm,cgrm->crm", gives, may)
    return found


def _left_out_towards(seen: Followed) -> Flags:
    """Return (citizens, actors, matters): what the citizen leaves out towards one actor alone."""
    inputs = seen.inputs
    assert inputs.coordination is not None
    found = np.zeros((len(seen), len(inputs.names.actors), len(inputs.matters)), dtype=np.bool_)
    domains = np.array(inputs.matters.domain, dtype=np.int64)
    for actor, column in enumerate(inputs.coordination.towards):
        if column >= 0:
            found[:, actor] = inputs.columns[column].numbers[seen.citizens][:, None] >> domains & 1
    return found


def with_contacts(seen: Followed) -> Flags:
    """Return (citizens, actors): whether an involved actor has contacts with the citizen."""
    inputs = seen.inputs
    found = np.zeros((len(inputs.cast.personas), len(inputs.names.actors)), dtype=np.bool_)
    for persona, enters in enumerate(inputs.enters):
        found[persona, [inputs.steps[s].actor for s in enters if inputs.steps[s].contact is not None]] = True
    return found[inputs.cast.persona[seen.citizens]] & inputs.truth.involved[seen.citizens]


def _at_opening(pairs: Pairs) -> Changes:
    """Return that nobody knows of others, that everything is as it first is, and what needs no consent."""
    count = len(pairs.citizen)
    nothing = np.full(count, UNKNOWN, dtype=np.int64)
    return Changes(np.arange(count), nothing, nothing, np.zeros(count, dtype=np.int64), pairs.is_free.astype(np.int64))


def _learned(seen: Followed, pairs: Pairs) -> Changes:
    rows = seen.rows(Kind.LEARNED, Kind.FORGOTTEN)
    pair = pairs.place[seen.whose(rows), seen.log["actor"][rows], _matter_of(seen, rows)]
    rows, pair = rows[pair >= 0], pair[pair >= 0]
    known = np.where(seen.log["kind"][rows] == Kind.LEARNED, seen.log["attempt"][rows], UNKNOWN)
    unset = np.full(len(rows), UNSET, dtype=np.int64)
    return Changes(pair, rows, known.astype(np.int64), unset, unset)


def _true(seen: Followed, pairs: Pairs) -> Changes:
    rows = seen.rows(Kind.TRUTH_CHANGED)
    pair = pairs.place[seen.whose(rows), :, _matter_of(seen, rows)]
    which, actor = np.nonzero(pair >= 0)
    unset = np.full(len(which), UNSET, dtype=np.int64)
    true = seen.log["attempt"][rows[which]].astype(np.int64)
    return Changes(pair[which, actor], rows[which], unset, true, unset)


def _matter_of(seen: Followed, rows: Integers) -> Integers:
    """Return the matter that rows speak of: by data type, and by holder where each has its own."""
    names, matters = seen.inputs.names, seen.inputs.matters
    table = np.zeros((len(names.data_types), len(names.actors) + 1), dtype=np.int64)
    for matter, (data_type, holder) in enumerate(zip(matters.data_type, matters.holder, strict=True)):
        table[data_type, holder if holder >= 0 else slice(None)] = matter
    # -1 wraps around to the last place, which holds what is nobody's own.
    return table[seen.log["data_type"][rows], seen.log["from_actor"][rows]]


def _consented(seen: Followed, pairs: Pairs) -> Changes:
    """Return which pairs each answer about consent allows; a withdrawal without a value takes back everything."""
    log, domains = seen.log, np.array(seen.inputs.matters.domain, dtype=np.int64)
    rows = seen.rows(Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN)
    kind, left_out = log["kind"][rows], log["value"][rows].astype(np.int64)
    is_on = (kind == Kind.CONSENT_GIVEN) | ((kind == Kind.CONSENT_WITHDRAWN) & (left_out >= 0))
    asks = np.where(~pairs.is_free)[0]
    # Pairs lie by citizen, so those of a row's citizen lie between two places.
    first, last = (np.searchsorted(pairs.citizen[asks], seen.whose(rows), side=side) for side in ("left", "right"))
    which = np.repeat(np.arange(len(rows)), last - first)
    within = np.arange(len(which)) - np.repeat(np.cumsum(last - first) - (last - first), last - first)
    pair = asks[first[which] + within]
    allowed = is_on[which] & ~(left_out[which] >> domains[pairs.matter[pair]] & 1).astype(np.bool_)
    unset = np.full(len(pair), UNSET, dtype=np.int64)
    return Changes(pair, rows[which], unset, unset, allowed.astype(np.int64))
