"""How long things took, per observed citizen."""

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.entries import Better, Entry, Group, Line, MeasureUnit, entries
from simulation.measures.followed import NEVER, Floats, Followed, only_where
from simulation.measures.holders import Known
from simulation.measures.spans import Span, declared_span, gathering_clock
from simulation.model.text import Text
from simulation.model.world import CaseType, World
from simulation.model.world import Span as Clock
from simulation.population.cast import DAY, Integers, plain_minutes


def times(seen: Followed, known: Known, gathering: Span) -> dict[str, Floats]:
    """Return the measures of time, in days; nan where something never came about while the citizen was followed."""
    has_gathered = gathering.start >= 0
    overview = overview_minute(known, gathering)
    days, mark = gathering.minutes() / DAY, gathering_mark(seen.world)
    return {
        "is_closed": (seen.last(seen.rows(Kind.CASE_CLOSED)) >= 0).astype(np.float64),
        "lead_time_days": _days(closed_minute(seen) - seen.opened),
        "gathering_days": days,
        "gathering_above_mark": only_where(~np.isnan(days) & (mark is not None), days > (mark or 0)),
        "to_overview_days": _days(overview - seen.opened),
        "overview_in_gathering_days": _days(overview - gathering.start),
        "has_overview": only_where(has_gathered, overview < NEVER),
        "to_meeting_days": _days(first_meeting(seen) - seen.opened),
        "is_deadline_breached": deadline_breached(seen),
        **clocks(seen),
    }


def _days(minutes: Integers) -> Floats:
    """Return minutes as days, nan where they lead to `NEVER`."""
    return only_where(minutes < NEVER // 2, minutes / DAY)


def clocks(seen: Followed) -> dict[str, Floats]:
    """Return the days each declared clock ran, and whether that was longer than its mark (1 or 0)."""
    found: dict[str, Floats] = {}
    for name, clock in sorted(seen.world.course.clocks.items()):
        days = found[f"clock_{name}_days"] = declared_span(seen, name).minutes() / DAY
        mark = mark_of(clock)
        if mark is not None:
            found[f"clock_{name}_above_mark"] = only_where(~np.isnan(days), days > mark)
    return found


def gathering_mark(world: World) -> float | None:
    """Return the length that the gathering is compared with, in days, where the course declares one."""
    clock = gathering_clock(world)
    return None if clock is None else mark_of(world.course.clocks[clock])


def mark_of(clock: Clock) -> float | None:
    """Return the length that a clock is compared with, in days."""
    return None if clock.mark is None else plain_minutes(clock.mark) / DAY


def closed_minute(seen: Followed) -> Integers:
    """Return the minute each case closed, `NEVER` where it was left open.

    A citizen who enters the course after its closing step has no decision to wait for; that counts as never.
    """
    inputs = seen.inputs
    waits = np.array([inputs.closes in inputs.enters[place] for place in range(len(inputs.cast.personas))])
    closed = seen.minute(seen.last(seen.rows(Kind.CASE_CLOSED)), NEVER)
    return np.where(waits[inputs.cast.persona[seen.citizens]], closed, NEVER)


def overview_minute(known: Known, gathering: Span) -> Integers:
    """Return when the last holder that consent allows and that holds relevant existing data was known.

    What is known before the gathering begins counts from there; `NEVER` where a holder stayed unknown or nothing was
    gathered.
    """
    wanted = np.where(known.matters & known.allowed, known.since, -1).max(axis=1, initial=-1)
    return np.where(gathering.start >= 0, np.maximum(wanted, gathering.start), NEVER)


def first_meeting(seen: Followed) -> Integers:
    """Return the minute the course's meeting was first held, `NEVER` where it was not."""
    if seen.world.course.meeting is None:
        return np.full(len(seen), NEVER)
    own = seen.inputs.names.step[seen.world.course.meeting]
    return seen.minute(seen.first(seen.rows_of_step(Kind.MEETING_HELD, own)), NEVER)


def deadline_breached(seen: Followed) -> Floats:
    """Return 1 where the meeting was held later than the case type's deadline allows, or not yet by then; else 0.

    nan where the rule set sets no deadline, the case closed without a meeting, or the follow-up is shorter.
    """
    cast = seen.inputs.cast
    types = [seen.world.case_types[seen.world.personas[name].case_type] for name in cast.personas]
    limits = np.array([_deadline(kind, seen.world.setting.rule_set) for kind in types])
    due = seen.opened + limits[cast.persona[seen.citizens]]
    held = first_meeting(seen)
    closed = seen.minute(seen.last(seen.rows(Kind.CASE_CLOSED)), NEVER)
    is_defined = (due < NEVER) & ((held < NEVER) | ((closed == NEVER) & (seen.until >= due)))
    return only_where(is_defined, held > due)


def _deadline(kind: CaseType, rule_set: str) -> int:
    if kind.meeting_deadline is None or (kind.rule_sets and rule_set not in kind.rule_sets):
        return NEVER
    return plain_minutes(kind.meeting_deadline)


DAYS, SHARE, LESS, MORE = MeasureUnit.DAYS, MeasureUnit.SHARE, Better.LESS, Better.MORE
LINES: tuple[Line, ...] = (
    (
        "is_closed",
        SHARE,
        Better.NONE,
        "Afsluttet i opfølgningstiden",
        "Closed while followed",
        "1, hvis sagen er afsluttet, før opfølgningstiden er gået, ellers 0",
        "1 where the case closed before its follow-up was over, else 0",
    ),
    (
        "lead_time_days",
        DAYS,
        LESS,
        "Gennemløbstid",
        "Lead time",
        "Dage fra sagen åbnes, til den afsluttes (afgørelsen); kun afsluttede sager, der går gennem afgørelsen",
        "Days from opening to closing (the decision); only closed cases that go through the decision",
    ),
    (
        "gathering_days",
        DAYS,
        LESS,
        "Indhentning",
        "Gathering",
        "Dage på forløbets ur for indhentning, første gang; uden et ur fra indhentningen begynder, til den ender",
        "Days on the course's clock of the gathering, the first time; without one from its start to its end",
    ),
    (
        "gathering_above_mark",
        SHARE,
        LESS,
        "Indhentning over mærket",
        "Gathering above the mark",
        "1, hvis indhentningen varer længere end det mærke, forløbet sætter (som to måneder), ellers 0",
        "1 where the gathering takes longer than the mark that the course sets (such as two months), else 0",
    ),
    (
        "to_overview_days",
        DAYS,
        LESS,
        "Til overblik",
        "To overview",
        "Dage fra åbning, til alle kendes, som samtykket tillader, og som har relevante data; tæller kun dem, der nås",
        "Days from opening until everybody is known whom consent allows and who holds relevant data; where that came",
    ),
    (
        "overview_in_gathering_days",
        DAYS,
        LESS,
        "Til overblik fra indhentningens start",
        "To overview, gathering",
        "Som «Til overblik», men fra indhentningens start",
        "As to overview, but from the start of the gathering",
    ),
    (
        "has_overview",
        SHARE,
        MORE,
        "Nåede overblik",
        "Reached overview",
        "1, hvis alle, som samtykket tillader, og som har relevante data, blev kendt, ellers 0",
        "1 where everybody whom consent allows and who holds relevant data became known, else 0",
    ),
    (
        "to_meeting_days",
        DAYS,
        LESS,
        "Til mødet",
        "To the meeting",
        "Dage fra åbning, til forløbets møde holdes første gang",
        "Days from opening until the course's meeting is first held",
    ),
    (
        "is_deadline_breached",
        SHARE,
        LESS,
        "Frist for mødet overskredet",
        "Meeting deadline breached",
        "1, hvis mødet holdes efter sagstypens frist eller slet ikke, 0 inden for fristen; kun sagstyper med frist",
        "1 where the meeting is held after the case type's deadline or not at all, else 0; only where there is one",
    ),
)
ENTRIES = entries(Group.TIME, LINES)


def clock_entries(world: World) -> tuple[Entry, ...]:
    """Return the entries of the clocks that a course declares."""
    found: list[Entry] = []
    for name, clock in sorted(world.course.clocks.items()):
        mark, title = mark_of(clock), clock.title
        ends = ", ".join(clock.end)
        formula = Text(
            da=f"Dage fra første start af {clock.start} til den sidste af de første afslutninger af {ends}",
            en=f"Days from the first start of {clock.start} to the last of the first ends of {ends}",
        )
        found.append(Entry(f"clock_{name}_days", Group.TIME, DAYS, LESS, title, formula, mark))
        if mark is not None:
            above = Text(da=f"{title.da}: over {mark:g} dage", en=f"{title.en}: above {mark:g} days")
            words = Text(
                da=f"1, hvis uret viser over {mark:g} dage, ellers 0", en=f"1 where above {mark:g} days, else 0"
            )
            found.append(Entry(f"clock_{name}_above_mark", Group.TIME, SHARE, LESS, above, words))
    return tuple(found)
