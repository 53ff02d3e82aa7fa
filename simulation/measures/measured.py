"""All measures of one replication of one scenario."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from simulation.engine.kinds import Gap
from simulation.engine.log import Log
from simulation.measures import snowball as ball
from simulation.measures.absent import not_of_this_course, reasons
from simulation.measures.case_file import meetings
from simulation.measures.catalogue import catalogue, marks
from simulation.measures.causes import causes
from simulation.measures.completeness import completeness, gaps_by_data_type
from simulation.measures.contacts import contact_measures, run_in
from simulation.measures.effects import BY_ACTOR, effects, effects_by_actor
from simulation.measures.followed import Flags, Floats, Followed, followed, only_where
from simulation.measures.holders import Known, holders_of
from simulation.measures.links import links_back_from, links_to_the_close
from simulation.measures.needs import needs
from simulation.measures.open_minutes import OpenMinutes
from simulation.measures.overlays import Overlay, overlays_of
from simulation.measures.quantities import middle
from simulation.measures.spans import Span, gathering_span
from simulation.measures.tables import Axes, Table, table_of
from simulation.measures.time import times
from simulation.measures.use import use_of
from simulation.measures.where_time_went import minutes_by_cause
from simulation.measures.work import Activity, by_actor, costs, messages, work_of
from simulation.measures.work_measures import work_measures
from simulation.model.world import World
from simulation.population.cast import DAY, Integers
from simulation.population.inputs import Inputs
from simulation.values.causes import Cause


@dataclass(frozen=True)
class Measured:
    """What one replication of one scenario measured; one place per observed citizen, in order of opening."""

    seed: int
    replication: int
    personas: tuple[str, ...]
    weights: Floats
    """How often each persona arrives, relative to the others."""
    persona: Integers
    """Place of each citizen's persona."""
    number: Integers
    """Number of each citizen within its persona; with the persona it names the same citizen in every scenario."""
    opened: Integers
    """Minute each case opened."""
    columns: dict[str, Floats]
    """One number per citizen by measure (`catalogue`), nan where it is not defined for the citizen."""
    tables: dict[str, Table]
    """What has further axes, by name."""
    absent: dict[str, str]
    """Measures that this course cannot show, with the id of the reason."""
    marks: dict[str, float]
    """Lengths that the course compares measures with."""
    use: dict[str, float]
    """Share of open minutes worked, by role."""
    touched: Flags | None = None
    """Who has a value that differs from the first scenario played with it; None where there is none."""

    def __len__(self) -> int:
        """Return the number of observed citizens."""
        return len(self.persona)


def measure(world: World, inputs: Inputs, log: Log) -> Measured:
    """Return all measures of one replication; a lean log gives the same."""
    seen = followed(world, inputs, log)
    gathering = gathering_span(seen)
    known = holders_of(seen, gathering)
    columns, tables = _all(seen, known, gathering)
    without = not_of_this_course(world, inputs)
    columns = {name: numbers for name, numbers in columns.items() if name not in without}
    cast = inputs.cast
    persona = cast.persona[seen.citizens]
    return Measured(
        seed=cast.luck.seed,
        replication=cast.luck.replication,
        personas=cast.personas,
        weights=np.array([middle(world.personas[name].weight) for name in cast.personas]),
        persona=persona,
        number=cast.number[seen.citizens],
        opened=seen.opened,
        columns=columns,
        tables={name: table_of(*wide, persona, len(cast.personas)) for name, wide in tables.items()},
        absent=reasons(inputs, catalogue(world), columns) | without,
        marks=marks(world),
        use=use_of(inputs, log),
    )


Wide = dict[str, tuple[Floats, Axes]]
"""Numbers per citizen along further axes, with the names along these."""


def _all(seen: Followed, known: Known, gathering: Span) -> tuple[dict[str, Floats], Wide]:
    """Return every measure per citizen, and what has further axes."""
    held = meetings(seen)
    timed = times(seen, known, gathering)
    where, where_wide = _where_time_went(seen, known, gathering, ~np.isnan(timed["lead_time_days"]))
    counted = seen.since(run_in(seen.world))
    worked, work_wide = _work(counted)
    minutes = work_wide["work_minutes_by_actor"][0]
    # What the citizen does to find out is no work of professionals.
    searching = np.pad(minutes[:, :-1, Activity.SEARCHING], ((0, 0), (0, 1)))
    shown = effects(seen, counted, searching)
    columns = {
        **timed,
        **where,
        **completeness(seen, held),
        **worked,
        **ball.snowball(seen, known, gathering),
        **needs(seen, known, gathering, held),
        **{name: parts.of_citizens() for name, parts in shown.items() if parts is not None},
        **contact_measures(counted, minutes),
    }
    wide: Wide = {
        **where_wide,
        **work_wide,
        "effects_by_actor": (effects_by_actor(seen, shown), (seen.inputs.names.actors, BY_ACTOR)),
        "known_share_by_day": (ball.known_by_day(known, gathering), (_numbers(ball.DAYS_SHOWN),)),
        "holders_by_wave": (ball.holders_by_wave(known, gathering), (_numbers(ball.WAVES_SHOWN),)),
    }
    if held is not None:
        wide["gaps_by_data_type"] = (gaps_by_data_type(held[0]), (seen.inputs.names.data_types, _ids(Gap)))
    return columns, wide


def _where_time_went(seen: Followed, known: Known, gathering: Span, is_timed: Flags) -> tuple[dict[str, Floats], Wide]:
    """Return days by cause of the lead time and of the gathering, and both with overlays."""
    overlays, open_minutes = overlays_of(seen, known, gathering), OpenMinutes(seen.inputs.openings)
    whole = minutes_by_cause(seen, links_to_the_close(seen), overlays, open_minutes)
    has_gathered = gathering.end >= 0
    back = links_back_from(seen.log, gathering.end_row)
    part = minutes_by_cause(seen, back, overlays, open_minutes, gathering)
    axes = (_ids(Cause), _ids(Overlay))
    wide: Wide = {
        "causes_by_overlay_days": (only_where(is_timed[:, None, None], whole / DAY), axes),
        "gathering_causes_by_overlay_days": (only_where(has_gathered[:, None, None], part / DAY), axes),
    }
    return causes(whole, part, is_timed, has_gathered), wide


def _work(seen: Followed) -> tuple[dict[str, Floats], Wide]:
    """Return the measures of work, and work, cost and messages by who and how."""
    work, names = work_of(seen), seen.inputs.names
    minutes, spent, sent = by_actor(seen, work), costs(seen, work), messages(seen)
    wide: Wide = {
        "work_minutes_by_actor": (minutes, ((*names.actors, CITIZEN), _ids(Activity))),
        "work_cost_by_actor_dkk": (spent, (names.actors,)),
        "messages_by_channel": (sent, (names.channels,)),
    }
    return work_measures(seen, minutes, spent, sent), wide


CITIZEN = "citizen"
"""The last actor of `work_minutes_by_actor`."""


def _ids(kinds: type[IntEnum]) -> tuple[str, ...]:
    return tuple(kind.name.lower() for kind in kinds)


def _numbers(count: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(count))
