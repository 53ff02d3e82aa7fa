"""Which holders of data about a citizen were known when, how they became known, and which of them matter."""

from dataclasses import dataclass

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.followed import NEVER, Flags, Followed
from simulation.measures.spans import Span
from simulation.population.cast import Integers

DEEPEST = 2**20
"""A wave deeper than every other: not known."""


@dataclass(frozen=True)
class Known:
    """One row per observed citizen and one column per holder, in the order of `Inputs.holders`."""

    since: Integers
    """Minute it became known, or `NEVER`."""
    by_another: Flags
    """Whether it was first named by another holder, not known at the start."""
    wave: Integers
    """Smallest wave it was named in."""
    asked: Flags
    """Whether it was asked at all."""
    used: Flags
    """Whether data from it went into the file."""
    involved: Flags
    """Whether it has anything to do with the citizen."""
    matters: Flags
    """Whether it is involved and holds relevant or critical data that exist."""
    allowed: Flags
    """Whether law and consent, as they were when the first gathering ended, let it give some of these data."""


def existing(seen: Followed) -> Flags:
    """Return which relevant or critical data exist and are gathered, per citizen and data type."""
    gathered = np.zeros(len(seen.inputs.names.data_types), dtype=np.bool_)
    gathered[[item for holder in seen.inputs.holders for item in holder.items]] = True
    truth = seen.inputs.truth
    return truth.has[seen.citizens] & (truth.need[seen.citizens] > 0) & gathered


def holders_of(seen: Followed, gathering: Span) -> Known:
    """Return what is known of the holders of every observed citizen's data."""
    actors = [holder.actor for holder in seen.inputs.holders]
    column = np.full(len(seen.inputs.names.actors), -1, dtype=np.int64)
    column[actors] = np.arange(len(actors))
    matters, allowed = _worth_asking(seen, gathering)
    since, by_another, wave = _named(seen, column)
    return Known(
        since=since,
        by_another=by_another,
        wave=wave,
        asked=_marked(seen, seen.rows(Kind.REQUEST_SENT), "from_actor", column),
        used=_marked(seen, used_in_gathering(seen), "from_actor", column),
        involved=seen.inputs.truth.involved[seen.citizens][:, actors],
        matters=matters,
        allowed=allowed,
    )


def used_in_gathering(seen: Followed) -> Integers:
    """Return the rows of data that the gathering put into the file; those of a contact name its step."""
    rows = seen.rows(Kind.DATA_USED)
    return rows[seen.log["step"][rows] < 0]


def _marked(seen: Followed, rows: Integers, name: str, column: Integers) -> Flags:
    found = np.zeros((len(seen), len(seen.inputs.holders)), dtype=np.bool_)
    holder = column[seen.log[name][rows]]
    found[seen.whose(rows)[holder >= 0], holder[holder >= 0]] = True
    return found


def _named(seen: Followed, column: Integers) -> tuple[Integers, Flags, Integers]:
    """Return since when holders are known, whether by another, and their smallest wave."""
    shape = (len(seen), len(seen.inputs.holders))
    since, wave = np.full(shape, NEVER, dtype=np.int64), np.full(shape, DEEPEST, dtype=np.int64)
    by_another = np.zeros(shape, dtype=np.bool_)
    rows = seen.rows(Kind.HOLDER_NAMED)
    whose, holder = seen.whose(rows), column[seen.log["actor"][rows]]
    np.minimum.at(wave, (whose, holder), seen.log["value"][rows])
    first = seen.log["attempt"][rows] == 0
    rows, place = rows[first], (whose[first], holder[first])
    since[place] = seen.log["time"][rows]
    by_another[place] = seen.log["from_actor"][rows] >= 0
    return since, by_another, wave


def _worth_asking(seen: Followed, gathering: Span) -> tuple[Flags, Flags]:
    """Return which holders hold relevant existing data, and which of these may be asked for some of them."""
    exists = existing(seen)
    given, left_out = _consent(seen, gathering)
    bits = 1 << np.array(seen.inputs.domain_of_data, dtype=np.int64)
    kept_in = exists & (left_out[:, None] & bits == 0)
    matters = np.zeros((len(seen), len(seen.inputs.holders)), dtype=np.bool_)
    allowed = np.zeros_like(matters)
    for place, holder in enumerate(seen.inputs.holders):
        involved = seen.inputs.truth.involved[seen.citizens, holder.actor]
        matters[:, place] = involved & exists[:, holder.items].any(axis=1)
        if holder.needs_consent:
            covered = given & (left_out >> holder.domain & 1 == 0)
            allowed[:, place] = covered & involved & kept_in[:, holder.items].any(axis=1) & (not holder.never)
        else:
            allowed[:, place] = matters[:, place] & (not holder.never)
    return matters, allowed


def _consent(seen: Followed, gathering: Span) -> tuple[Flags, Integers]:
    """Return who had consented when the first gathering ended (else at last), and the domains left out (bits)."""
    rows = seen.rows(Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN)
    before = np.where(gathering.end_row >= 0, gathering.end_row, NEVER)
    row = seen.last(rows[rows < before[seen.whose(rows)]])
    kind, left_out = seen.log["kind"][row], seen.log["value"][row]
    is_narrowed = (kind == Kind.CONSENT_WITHDRAWN) & (left_out >= 0)
    given = (row >= 0) & ((kind == Kind.CONSENT_GIVEN) | is_narrowed)
    return given, np.where(given, left_out, 0).astype(np.int64)
