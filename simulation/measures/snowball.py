"""How the snowball rolled: who became known when, through whom, and what asking was for nothing."""

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.entries import Better, Group, Line, MeasureUnit, entries
from simulation.measures.followed import NEVER, Flags, Floats, Followed, only_where, share
from simulation.measures.holders import DEEPEST, Known
from simulation.measures.spans import Span
from simulation.population.cast import DAY, Integers

DAYS_SHOWN = 121
"""Days 0 to 120 after the gathering began."""
WAVES_SHOWN = 8
"""Waves 0 to 6, and 7 or deeper."""


def snowball(seen: Followed, known: Known, gathering: Span) -> dict[str, Floats]:
    """Return the measures of the snowball; nan where nothing was gathered or nobody new was found."""
    contacts = seen.rows(Kind.REQUEST_SENT, Kind.REQUEST_REMINDED)
    new = (known.by_another & known.involved).sum(axis=1).astype(np.float64)
    made = seen.count(contacts)
    has_gathered = gathering.start >= 0
    is_known = known.since < NEVER
    deepest = np.where(is_known & known.involved, known.wave, 0).max(axis=1, initial=0)
    found = {
        "holders_known": (is_known & known.involved).sum(axis=1),
        "holders_found_by_pointing": new,
        "deepest_wave": deepest,
        "contacts": made,
        "wasted_contacts": seen.count(contacts[~_is_involved(seen, contacts)]),
    }
    return {
        **{name: only_where(has_gathered, numbers) for name, numbers in found.items()},
        "contacts_per_new_holder": share(made, new),
        "repeated_tellings": repeated_tellings(seen),
    }


def _is_involved(seen: Followed, rows: Integers) -> Flags:
    log = seen.log
    return seen.inputs.truth.involved[log["citizen"][rows], log["from_actor"][rows]]


def repeated_tellings(seen: Followed) -> Floats:
    """Return how often each citizen told what had been told before, or what a holder has on file."""
    return seen.count(told_again(seen))


def told_again(seen: Followed) -> Integers:
    """Return the rows at which a citizen told what had been told before, or what another has on file.

    At a contact the row says in `attempt` whether an actor that may tell knew it; elsewhere in `value` how often the
    citizen had told before.
    """
    rows = seen.rows(Kind.CITIZEN_ASKED)
    log = seen.log
    again = (log["value"][rows] > 0) | (log["data_type"][rows] >= 0)
    return rows[np.where(seen.at_contact(rows), log["attempt"][rows] == 1, again)]


def known_by_day(known: Known, gathering: Span) -> Floats:
    """Return the share of relevant existing holders known by each day after the gathering began.

    Shape (citizens, 121): known by minute start + 1,440 x day / holders that are involved and hold relevant or
    critical existing data. Day 0 is what is known at the start. nan without gathering or such holders.
    """
    days = -(-(known.since - gathering.start[:, None]) // DAY)
    citizen, holder = np.nonzero(known.matters & (known.since < NEVER))
    day = np.clip(days[citizen, holder], 0, DAYS_SHOWN)
    shape = (len(gathering.start), DAYS_SHOWN + 1)
    newly = np.bincount(citizen * shape[1] + day, minlength=shape[0] * shape[1]).reshape(shape)
    exist = np.where(gathering.start >= 0, known.matters.sum(axis=1), 0)[:, None]
    curve = np.cumsum(newly, axis=1)[:, :DAYS_SHOWN].astype(np.float64)
    return share(curve, np.broadcast_to(exist, curve.shape).astype(np.float64))


def holders_by_wave(known: Known, gathering: Span) -> Floats:
    """Return how many involved holders became known in each wave; shape (citizens, 8), the last 7 or deeper."""
    citizen, holder = np.nonzero(known.involved & (known.wave < DEEPEST))
    wave = np.minimum(known.wave[citizen, holder], WAVES_SHOWN - 1)
    shape = (len(gathering.start), WAVES_SHOWN)
    counts = np.bincount(citizen * shape[1] + wave, minlength=shape[0] * shape[1]).reshape(shape)
    return only_where((gathering.start >= 0)[:, None], counts)


COUNT, LESS = MeasureUnit.COUNT, Better.LESS
LINES: tuple[Line, ...] = (
    (
        "holders_known",
        COUNT,
        Better.MORE,
        "Kendte indehavere",
        "Holders known",
        "Involverede aktører, som indhentningen kom til at kende",
        "Involved actors that the gathering came to know",
    ),
    (
        "holders_found_by_pointing",
        COUNT,
        Better.NONE,
        "Fundet, fordi andre pegede",
        "Found because others pointed",
        "Involverede aktører, der først blev nævnt af en anden aktør",
        "Involved actors first named by another actor",
    ),
    (
        "deepest_wave",
        COUNT,
        LESS,
        "Længste kæde",
        "Longest chain",
        "Største antal led fra det, der var kendt fra start, til en involveret aktør (korteste vej)",
        "Most links from what was known at the start to an involved actor (shortest way)",
    ),
    (
        "contacts",
        COUNT,
        LESS,
        "Henvendelser",
        "Contacts",
        "Anmodninger og rykkere",
        "Requests and reminders",
    ),
    (
        "wasted_contacts",
        COUNT,
        LESS,
        "Forgæves henvendelser",
        "Wasted contacts",
        "Anmodninger og rykkere til aktører, som intet har med borgeren at gøre",
        "Requests and reminders to actors who have nothing to do with the citizen",
    ),
    (
        "contacts_per_new_holder",
        COUNT,
        LESS,
        "Henvendelser per ny indehaver",
        "Contacts per new holder",
        "Henvendelser / involverede aktører, der først blev nævnt af en anden",
        "Contacts / involved actors first named by another",
    ),
    (
        "repeated_tellings",
        COUNT,
        LESS,
        "Gentagne fortællinger",
        "Repeated tellings",
        "Gange borgeren fortæller igen, eller fortæller det, en aktør allerede har",
        "Times the citizen tells again, or tells what an actor has on file",
    ),
)
ENTRIES = entries(Group.SNOWBALL, LINES)
