"""Measures that a course cannot show, and why."""

from collections.abc import Mapping

from simulation.measures import causes, completeness, effects, needs, snowball
from simulation.measures.followed import Floats
from simulation.model.world import World
from simulation.population.inputs import Inputs

NO_MEETING, NOTHING_GATHERED, NEVER_CLOSES = "no_meeting_looks_for_gaps", "nothing_is_gathered", "case_never_closes"
NOBODY_TOLD = "nobody_is_told"
OF_GATHERING = (
    "gathering_days",
    "gathering_above_mark",
    "overview_in_gathering_days",
    "has_overview",
    "to_overview_days",
    *(entry.id for entry in causes.ENTRIES if entry.id.startswith("gathering_")),
    *(entry.id for entry in snowball.ENTRIES),
    *(entry.id for entry in needs.ENTRIES if entry.id.startswith(("n1_", "n3_"))),
)
OF_CLOSING = (
    "is_closed",
    "lead_time_days",
    *(entry.id for entry in causes.ENTRIES if not entry.id.startswith("gathering_")),
)
OF_MEETING = ("to_meeting_days", "is_deadline_breached", *(entry.id for entry in completeness.ENTRIES))


def not_of_this_course(world: World, inputs: Inputs) -> dict[str, str]:
    """Return the measures that a course with regular contacts has nothing to show for, with the id of the reason."""
    if world.coordination is None:
        return {}
    lacks = (
        (inputs.gather is None, OF_GATHERING, NOTHING_GATHERED),
        (world.course.closes is None, OF_CLOSING, NEVER_CLOSES),
        (world.course.meeting is None, OF_MEETING, NO_MEETING),
        (not any(plan.tells for plan in inputs.steps), ("n4_received_share",), NOBODY_TOLD),
    )
    return {name: reason for is_lacking, names, reason in lacks if is_lacking for name in names}


def reasons(inputs: Inputs, known: Mapping[str, object], columns: Mapping[str, Floats]) -> dict[str, str]:
    """Return why each known measure that has no column is absent."""
    why = effects.reasons(inputs)
    return {name: why.get(name, NO_MEETING) for name in known if name not in columns}
