"""Work and cost per actor: who pays, who gains, and citizens' own hours apart."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from simulation.reports.page.bars import Series, grouped
from simulation.reports.page.blocks import Block, Cell, Figure, Fold, Head, Heading, Points, Prose, Row, Section, Table
from simulation.reports.page.headlines import measures_table
from simulation.reports.page.numbers import at, common_places, differ, number, signed
from simulation.reports.page.result import Work
from simulation.reports.page.shown import Shown

CITIZEN = "citizen"
"""Id under which citizens' own time is counted (`simulation.measures`)."""
CITIZEN_HOURS = "citizen_hours"
"""Measure of the same, with its interval."""
SEEN = 0.5
"""Minutes per case from which a change is told."""
MOST_NAMED = 4
MOST_DRAWN = 12


def work(shown: Shown) -> Section:
    """Return the section of work, cost and messages."""
    words, everybody = shown.words, shown.result["work"]
    staff = [one for one in everybody if one["actor"] != CITIZEN]
    own = [one for one in everybody if one["actor"] == CITIZEN]
    blocks: list[Block] = []
    if not staff:
        blocks.append(Prose((words("work.none"),)))
    else:
        blocks += [Prose((words("work.lead"),)), Points(_who(shown, staff)), *_figure(shown, staff)]
        blocks += [_minutes_table(shown, staff), _cost_table(shown, staff), _activity_table(shown, staff)]
        details = tuple(_details(shown, staff, place) for place in range(len(shown.keys)))
        blocks.append(Fold(words("work.details"), details))
    if own or CITIZEN_HOURS in shown.measures:
        blocks += [Heading(words("work.citizen")), Prose((words("work.citizen_lead"),)), _own_hours(shown, own)]
    if shown.result["messages"]:
        blocks += [Heading(words("messages.title")), _messages(shown)]
    return Section("work", words("work.title"), tuple(blocks))


def minutes_of(one: Work, place: int) -> float | None:
    """Return an actor's minutes per case in a scenario, over all activities."""
    found = _by_activity(one, place)
    return None if found is None else sum(minutes for minutes in found.values() if minutes is not None)


def _by_activity(one: Work, place: int) -> Mapping[str, float | None] | None:
    return one["minutes"][place] if place < len(one["minutes"]) else None


def _at(one: Work, activity: str, place: int) -> float | None:
    """Return an actor's minutes at an activity; what is not listed took none."""
    found = _by_activity(one, place)
    return None if found is None else found.get(activity, 0.0)


def _totals(shown: Shown, one: Work) -> list[float | None]:
    return [minutes_of(one, place) for place in range(len(shown.keys))]


def _who(shown: Shown, staff: Sequence[Work]) -> tuple[tuple[None, str], ...]:
    """Return who gets more work and who less, the largest changes named."""
    words, said = shown.words, []
    for place in shown.others:
        scenario = shown.keys[place].title
        changes = [(differ(_totals(shown, one), place) or 0.0, shown.said(one["title"])) for one in staff]
        more = sorted((pair for pair in changes if pair[0] >= SEEN), reverse=True)
        less = sorted(pair for pair in changes if pair[0] <= -SEEN)
        for found, some, none in ((more, "work.pays", "work.nobody_pays"), (less, "work.gains", "work.nobody_gains")):
            said.append(
                words(some, scenario=scenario, actors=_named(shown, found)) if found else words(none, scenario=scenario)
            )
    return tuple((None, sentence) for sentence in said)


def _named(shown: Shown, changes: Sequence[tuple[float, str]]) -> str:
    words = shown.words
    named = [
        words("work.actor", actor=title, minutes=signed(minutes, "minutes", shown.lang))
        for minutes, title in changes[:MOST_NAMED]
    ]
    rest = len(changes) - MOST_NAMED
    return f"{', '.join(named)} {words('work.others', count=rest)}" if rest > 0 else words.joined(named)


def _figure(shown: Shown, staff: Sequence[Work]) -> list[Block]:
    words = shown.words
    totals = [(one, _totals(shown, one)) for one in staff]
    reach = {
        one["actor"]: max((abs(differ(t, place) or 0.0) for place in shown.others), default=0.0) for one, t in totals
    }
    drawn = [pair for pair in totals if reach[pair[0]["actor"]] >= SEEN]
    drawn = sorted(drawn, key=lambda pair: -reach[pair[0]["actor"]])[:MOST_DRAWN]
    if not drawn:
        return []
    drawn.sort(key=lambda pair: differ(pair[1], 1) or 0.0)
    labels = [shown.said(one["title"]) for one, _ in drawn]
    series = [Series(shown.keys[p].look, shown.keys[p].title, [differ(t, p) for _, t in drawn]) for p in shown.others]
    spec = grouped(shown, labels, series, "minutes", axis_title=words("work.axis"), is_signed=True)
    alt = words("work.alt", sentences=" ".join(sentence for _, sentence in _who(shown, staff)))
    note = words("work.figure_note", count=len(drawn)) if len(drawn) < len(staff) else ""
    return [Figure("work", words("work.figure"), alt, spec, legend=shown.keys[1:], is_bars=True, note=note)]


def _summed(shown: Shown, lines: Sequence[Sequence[float | None]]) -> list[float | None]:
    """Return the sum per scenario; none where nothing is known."""
    sums: list[float | None] = []
    for place in range(len(shown.keys)):
        known = [value for line in lines if (value := at(line, place)) is not None]
        sums.append(sum(known) if known else None)
    return sums


def _table(
    shown: Shown, lines: Sequence[tuple[str, Sequence[float | None]]], unit: str, caption: str, first: str
) -> Table:
    """Return a row per line, and their sum."""
    words = shown.words
    total = (words("work.total"), _summed(shown, [values for _, values in lines]))
    rows = shown.plain_rows([(shown.name(title), values) for title, values in (*lines, total)], unit, changes=True)
    rows[-1] = replace(rows[-1], is_total=True)
    note = "" if unit == "count" else words("work.no_interval")
    return Table(words(caption), shown.heads(first, differences="column.change"), tuple(rows), note=note)


def _minutes_table(shown: Shown, staff: Sequence[Work]) -> Table:
    lines = [(shown.said(one["title"]), _totals(shown, one)) for one in staff]
    return _table(shown, lines, "minutes", "work.table", "column.actor")


def _cost_table(shown: Shown, staff: Sequence[Work]) -> Table:
    lines = [(shown.said(one["title"]), list(one["cost_dkk"] or ())) for one in staff]
    return _table(shown, lines, "dkk", "work.cost_table", "column.actor")


def _activity_table(shown: Shown, staff: Sequence[Work]) -> Table:
    lines = []
    for activity, title in shown.result["activity_titles"].items():
        by_actor = [[_at(one, activity, place) for place in range(len(shown.keys))] for one in staff]
        lines.append((shown.titled(title), _summed(shown, by_actor)))
    return _table(shown, lines, "minutes", "work.activity_table", "column.activity")


def _details(shown: Shown, staff: Sequence[Work], place: int) -> Table:
    words, activities = shown.words, shown.result["activity_titles"]
    heads = [
        Head(words("column.actor"), is_number=False),
        *(Head(shown.titled(title)) for title in activities.values()),
    ]
    heads.append(Head(words("work.total")))
    lines = [
        (shown.said(one["title"]), [*(_at(one, name, place) for name in activities), minutes_of(one, place)])
        for one in staff
    ]
    places = common_places("minutes", [value for _, values in lines for value in values])
    rows = [
        Row((shown.name(title),), tuple(Cell(number(value, "minutes", shown.lang, places=places)) for value in values))
        for title, values in lines
    ]
    return Table(
        words("work.details_table", scenario=shown.keys[place].title), tuple(heads), tuple(rows), is_dense=True
    )


def _own_hours(shown: Shown, own: Sequence[Work]) -> Table:
    words = shown.words
    if CITIZEN_HOURS in shown.measures:
        return measures_table(shown, words("work.citizen_table"), [shown.measures[CITIZEN_HOURS]], "column.measure")
    lines = _summed(shown, [_totals(shown, one) for one in own])
    hours = [None if minutes is None else minutes / 60 for minutes in lines]
    rows = tuple(shown.plain_rows([(shown.name(words("work.total")), hours)], "hours", changes=True))
    return Table(words("work.citizen_table"), shown.heads("column.actor", differences="column.change"), rows)


def _messages(shown: Shown) -> Table:
    lines = [(shown.said(one["title"]), one["per_case"]) for one in shown.result["messages"]]
    return _table(shown, lines, "count", "messages.table", "column.channel")
