"""Checks of what no single model can see, all faults at once."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from simulation.model.world import World
from simulation.reading import contact_checks, landscape_checks, people_checks, step_checks
from simulation.reading.amount_checks import amounts_fit
from simulation.reading.references import unknown_references
from simulation.reading.tree import Tree
from simulation.values.faults import Fault, WrongData

Check: TypeAlias = Callable[[World, Tree], Iterator[Fault]]

FIRST: tuple[Check, ...] = (
    unknown_references,
    amounts_fit,
    landscape_checks.sources_are_known,
    landscape_checks.sizes_fit,
    landscape_checks.calendars_open,
    landscape_checks.start_is_a_date,
    landscape_checks.ways_are_whole,
    landscape_checks.roles_are_staffed,
    step_checks.waits_are_for_somebody,
    step_checks.kinds_heed_their_keys,
    contact_checks.contacts_are_whole,
    contact_checks.others_can_be_told,
    people_checks.decisions_add_up,
    people_checks.somebody_arrives,
)
"""Checks that look nothing up by an id."""

THEN: tuple[Check, ...] = (
    landscape_checks.actors_answer_in_one_way,
    landscape_checks.meetings_take_place,
    step_checks.steps_run_in_no_circle,
    step_checks.ways_lead_back,
    step_checks.named_steps_are_of_the_kind,
    step_checks.roles_can_do_their_steps,
    step_checks.reactions_start_their_steps,
    step_checks.cases_can_close,
    step_checks.conditions_name_answers,
    contact_checks.events_happen_in_one_way,
    contact_checks.states_are_known,
    contact_checks.contacts_end_nothing,
    contact_checks.matters_fit,
    people_checks.personas_have_holders,
    people_checks.personas_know_who_gathers,
    people_checks.every_case_has_an_answer,
)
"""Checks that look up what ids name; done where all ids are known."""


def cross_checked(world: World, tree: Tree) -> None:
    """Check what no single model can see.

    Raises:
        WrongData: With all faults.
    """
    faults = [fault for check in FIRST for fault in check(world, tree)]
    if not any(fault.code == "unknown-reference" for fault in faults):
        faults += [fault for check in THEN for fault in check(world, tree)]
    if faults:
        raise WrongData(faults)
