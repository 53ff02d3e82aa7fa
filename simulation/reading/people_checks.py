"""Checks of the personas against their course: who holds what, who has the case, who arrives."""

from collections.abc import Iterator

from simulation.model.course_graph import steps_of
from simulation.model.steps import DecideStep, GatherStep
from simulation.model.world import World
from simulation.reading.fault_at import fault_at
from simulation.reading.step_checks import answers_of
from simulation.reading.tree import KeyPath, Tree
from simulation.values.faults import Fault

CLOSE = 1e-6
SMALLEST_WEIGHT = 0.001
MOST_ANSWERS = 60


def personas_have_holders(world: World, tree: Tree) -> Iterator[Fault]:
    """What exists for sure has a holder that is involved or may be."""
    for name, persona in world.personas.items():
        involved = {*persona.involves, *persona.may_involve}
        for number, data_type in enumerate(persona.has):
            held_by = world.data_types[data_type].held_by
            if held_by and not involved & set(held_by):
                path: KeyPath = ("personas", name, "has", number)
                yield fault_at(tree, path, "no-holders", known=held_by, data_type=data_type)


def personas_know_who_gathers(world: World, tree: Tree) -> Iterator[Fault]:
    """Who comes to the gathering is involved with the actor that gathers."""
    for gathering, step in world.steps.items():
        if not isinstance(step, GatherStep):
            continue
        actor = world.roles[step.by].actor
        for name, persona in world.personas.items():
            if actor not in persona.involves and gathering in steps_of(world, name):
                path: KeyPath = ("personas", name, "involves")
                yield fault_at(tree, path, "not-involved", at_key=True, persona=name, actor=actor)


def somebody_arrives(world: World, tree: Tree) -> Iterator[Fault]:
    """Some persona has a weight above 0, and none one so small that it hardly ever comes."""
    weights = {name: persona.weight.number("value") for name, persona in world.personas.items()}
    for name, weight in weights.items():
        if weight and weight < SMALLEST_WEIGHT:
            path: KeyPath = ("personas", name, "weight", "value")
            yield fault_at(tree, path, "out-of-range", value=weight, bound=("at least",), limit=SMALLEST_WEIGHT)
    if weights and all(weight == 0 for weight in weights.values()):
        yield fault_at(tree, ("personas", min(weights), "weight", "value"), "nobody-arrives")


def decisions_add_up(world: World, tree: Tree) -> Iterator[Fault]:
    """A decide step has answers in one of two ways, with shares that add up to 1, and not too many."""
    for name, step in world.steps.items():
        if not isinstance(step, DecideStep):
            continue
        path: KeyPath = ("steps", name)
        given = tuple(key for key in ("answers", "among") if getattr(step, key))
        if len(given) != 1:
            found = ", ".join(given) or ("none",)
            yield fault_at(tree, (*path, *given[-1:]), "exactly-one", at_key=True, keys="answers, among", given=found)
        shares = [share.number("value") for share in step.answers.values()]
        total = sum(share or 0.0 for share in shares)
        if shares and None not in shares and abs(total - 1) > CLOSE:
            yield fault_at(tree, (*path, "answers"), "shares", at_key=True, total=round(total, 6))
        count = len(answers_of(step))
        if count > MOST_ANSWERS:
            yield fault_at(tree, path, "too-many", at_key=True, count=count, what=("answers",), limit=MOST_ANSWERS)


def every_case_has_an_answer(world: World, tree: Tree) -> Iterator[Fault]:
    """A decide step by case type has answers for every case type that comes to it."""
    for name, step in world.steps.items():
        if not isinstance(step, DecideStep) or not step.among:
            continue
        only = set(step.only_if.case_types) if step.only_if else set()
        never = set(step.only_if.not_case_types) if step.only_if else set()
        without: dict[str, str] = {}
        for persona, citizen in sorted(world.personas.items()):
            comes = name in steps_of(world, persona) and citizen.case_type not in never
            if comes and citizen.case_type not in step.among and (not only or citizen.case_type in only):
                without.setdefault(citizen.case_type, persona)
        for case_type, persona in without.items():
            path: KeyPath = ("steps", name, "among")
            yield fault_at(tree, path, "no-answer-for", at_key=True, step=name, case_type=case_type, persona=persona)
