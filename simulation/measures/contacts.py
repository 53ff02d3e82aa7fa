"""What happens in a course with regular contacts, per year: contacts, calls, states of life, and coordination."""

from collections.abc import Iterator

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.current_pairs import with_contacts
from simulation.measures.entries import Better, Entry, Group, Line, MeasureUnit, entries
from simulation.measures.followed import Floats, Followed, share
from simulation.measures.snowball import told_again
from simulation.measures.work import Activity
from simulation.model.amounts import MINUTES
from simulation.model.steps import ContactStep
from simulation.model.text import Text
from simulation.model.world import World
from simulation.population.cast import DAY, plain_minutes

YEAR = 365 * DAY
MONTHS = 12
COORDINATES = (
    Activity.SEARCHING,
    Activity.ASKING,
    Activity.ANSWERING,
    Activity.WRITING,
    Activity.READING,
    Activity.LOOKING_UP,
    Activity.MEETINGS,
)
"""Work that is coordination: all but the contacts themselves and steps."""
HOURS = "coordination_hours_per_month"


def run_in(world: World) -> int:
    """Return the minutes after opening that results leave out."""
    return 0 if world.coordination is None else plain_minutes(world.coordination.run_in)


def contact_measures(seen: Followed, minutes: Floats) -> dict[str, Floats]:
    """Return what happens per year of the time that counts; nothing in a course without contacts.

    Args:
        seen: the observed citizens after the run-in.
        minutes: work per citizen, actor (the citizen last) and activity.
    """
    if seen.inputs.coordination is None:
        return {}
    held, missed = (rows[seen.at_contact(rows)] for rows in (seen.rows(Kind.STEP_STARTED), seen.rows(Kind.NO_SHOW)))
    counted = {
        "contacts_held": held,
        "contacts_paused": seen.rows(Kind.CONTACT_PAUSED),
        "contacts_in_vain": seen.rows(Kind.CONTACT_IN_VAIN),
        "contacts_clashed": seen.rows(Kind.CONTACT_CLASHED),
        "contacts_missed": missed,
        "calls": seen.rows(Kind.CALLED),
        "told_again": told_again(seen),
    }
    years = (seen.until - seen.begins) / YEAR
    work = minutes[:, :-1, COORDINATES].sum(axis=(1, 2))
    professionals = with_contacts(seen).sum(axis=1).astype(np.float64)
    return {
        **{f"{name}_per_year": share(seen.count(rows), years) for name, rows in counted.items()},
        **lives(seen),
        HOURS: share(work / 60, professionals * years * MONTHS),
    }


def lives(seen: Followed) -> dict[str, Floats]:
    """Return how often per year the citizen enters each state for which contacts pause, and the days in it per year."""
    found: dict[str, Floats] = {}
    years = (seen.until - seen.begins) / YEAR
    for side, state in paused_for(seen.world):
        place, where = seen.inputs.names.side[side], sorted(seen.world.states[side].states).index(state)
        spans = [_spans(seen, citizen, place, where) for citizen in range(len(seen))]
        times = np.array([sum(start >= begins for start, _ in s) for s, begins in zip(spans, seen.begins, strict=True)])
        days = np.array([_inside(s, b, u) for s, b, u in zip(spans, seen.begins, seen.until, strict=True)]) / DAY
        found[f"{side}_{state}_times_per_year"] = share(times.astype(np.float64), years)
        found[f"{side}_{state}_days_per_year"] = share(days, years)
    return found


def _spans(seen: Followed, citizen: int, side: int, state: int) -> list[tuple[int, int]]:
    """Return from when to when a citizen is in a state."""
    inputs, number, opened = seen.inputs, int(seen.citizens[citizen]), int(seen.opened[citizen])
    now, since, found = inputs.lives.starts[number][side], opened, []
    for minute, event, _ in inputs.lives.happens[number]:
        becomes = dict(inputs.events[event].becomes).get(side, now)
        if becomes != now:
            found += [(since, opened + minute)] if now == state else []
            now, since = becomes, opened + minute
    return [*found, (since, int(seen.until[citizen]))] if now == state else found


def _inside(spans: list[tuple[int, int]], begins: int, until: int) -> int:
    return sum(max(min(end, until) - max(start, begins), 0) for start, end in spans)


def paused_for(world: World) -> list[tuple[str, str]]:
    """Return the states of life for which contacts pause: (side, state), sorted."""
    pauses = [step.pauses for step in world.steps.values() if isinstance(step, ContactStep) and step.pauses]
    return sorted({(pause.side, state) for pause in pauses for state in pause.states})


COUNT, LESS, NONE = MeasureUnit.COUNT, Better.LESS, Better.NONE
LINES: tuple[Line, ...] = (
    (
        "contacts_held_per_year",
        COUNT,
        NONE,
        "Kontakter holdt om året",
        "Contacts held per year",
        "Kontakter, der blev holdt / år, der tæller",
        "Contacts held / years that count",
    ),
    (
        "contacts_paused_per_year",
        COUNT,
        NONE,
        "Kontakter sat på pause om året",
        "Contacts paused per year",
        "Kontakter, fagpersonen lod ligge, fordi den kendte borgerens situation / år, der tæller",
        "Contacts left out as the professional knew the citizen's situation / years that count",
    ),
    (
        "contacts_in_vain_per_year",
        COUNT,
        LESS,
        "Forgæves kontakter om året",
        "Contacts in vain per year",
        "Kontakter, hvor borgeren ikke kunne træffes, og fagpersonen ikke vidste det / år, der tæller",
        "Contacts at which the citizen could not be met and the professional did not know / years that count",
    ),
    (
        "contacts_clashed_per_year",
        COUNT,
        LESS,
        "Kolliderende kontakter om året",
        "Clashed contacts per year",
        "Kontakter, der faldt oven i en andens, fordi fagpersonen ikke kendte andres indsatser / år, der tæller",
        "Contacts that fell on another's as the professional did not know others' efforts / years that count",
    ),
    (
        "contacts_missed_per_year",
        COUNT,
        LESS,
        "Udeblivelser om året",
        "No-shows per year",
        "Kontakter, borgeren udeblev fra / år, der tæller",
        "Contacts the citizen stayed away from / years that count",
    ),
    (
        "calls_per_year",
        COUNT,
        LESS,
        "Opkald mellem aktører om året",
        "Calls between actors per year",
        "Opkald, også ubesvarede / år, der tæller",
        "Calls, those not answered too / years that count",
    ),
    (
        "told_again_per_year",
        COUNT,
        LESS,
        "Gange borgeren fortæller igen om året",
        "Times told again per year",
        "Gange borgeren spørges om det, en aktør, der må fortælle det, allerede ved / år, der tæller",
        "Times the citizen is asked for what an actor that may tell already knows / years that count",
    ),
)


def entries_of(world: World) -> tuple[Entry, ...]:
    """Return the entries of a course with contacts; none in another."""
    if world.coordination is None:
        return ()
    return (*entries(Group.CONTACTS, LINES), *_of_states(world), _of_hours(world))


def _of_states(world: World) -> Iterator[Entry]:
    for side, state in paused_for(world):
        title = world.states[side].states[state]
        for end, unit, da, en in (
            ("times", COUNT, "gange om året", "times per year"),
            ("days", MeasureUnit.DAYS, "dage om året", "days per year"),
        ):
            named = Text(da=_capital(f"{title.da}: {da}"), en=_capital(f"{title.en}: {en}"))
            formula = Text(
                da=f"{da.split()[0].capitalize()} i situationen / år, der tæller; ens i alle scenarier",
                en=f"{en.split()[0].capitalize()} in the situation / years that count; the same in all scenarios",
            )
            yield Entry(f"{side}_{state}_{end}_per_year", Group.CONTACTS, unit, NONE, named, formula)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def hours_mark(world: World) -> float | None:
    """Return the hours of coordination to compare with, per professional and month."""
    given = world.coordination and world.coordination.hours_mark
    return None if not given else (given.number("value") or 0.0) * MINUTES[given.unit] / 60


def _of_hours(world: World) -> Entry:
    mark = hours_mark(world)
    da = "Koordinering pr. fagperson og måned"
    en = "Hours of coordination per professional and month"
    if mark is not None:
        in_danish = f"{mark:g}".replace(".", ",")
        da, en = f"{da} (til sammenligning: {in_danish} timer)", f"{en} (to compare with: {mark:g} hours)"
    formula = Text(
        da="Timer med at finde ud af, spørge, svare, skrive, læse, slå op og mødes / aktører med kontakter / måneder",
        en="Hours of finding out, asking, answering, writing, reading, looking up and meeting / actors with contacts "
        "/ months",
    )
    return Entry(HOURS, Group.CONTACTS, MeasureUnit.HOURS, LESS, Text(da=da, en=en), formula, mark)
