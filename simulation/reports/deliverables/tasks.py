"""What each actor does in the course today: own steps, answers to others, whom it points to, what it is told."""

from collections.abc import Iterator

from simulation.model.steps import AnyStep, ContactStep, WorkStep
from simulation.model.world import World
from simulation.reports.deliverables import amounts, names
from simulation.reports.deliverables.courses import minutes_of, quantity_words, time_of, title_with_code
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.document import Block, Cell, Document, Heading, Paragraph, Table
from simulation.reports.deliverables.material import Material
from simulation.reports.deliverables.sharing_needs import SharingNeed, actors_in_use, sharing_needs

COLUMNS = ("step", "phase", "who", "work", "time", "tasks.needs", "tasks.produces", "course.asks")
BY_MESSAGE = ("told", "event", "flow", "shared")


def tasks(material: Material) -> Document:
    """Return the work of each actor of the course."""
    world, needs = material.as_is, sharing_needs(material.as_is)
    blocks: list[Block] = []
    for name in actors_in_use(world):
        blocks += [Heading(names.actor(world, name)), *of_actor(world, name, needs)]
    lead = DA["tasks.lead"].format(course=material.title)
    return Document("3-arbejdsgange", DA["step.3"], DA["tasks.title"], lead, tuple(blocks))


def of_actor(world: World, name: str, needs: tuple[SharingNeed, ...]) -> Iterator[Block]:
    """Yield the tables of one actor, or that it does nothing."""
    title = names.actor(world, name).da
    steps = [step for step in world.steps.values() if names.actor_of(world, names.doer_of(world, step)) == name]
    answers = tuple(answer_rows(world, name, needs))
    if steps:
        columns = tuple(DA[key] for key in COLUMNS)
        yield Table(DA["tasks.does"].format(actor=title), columns, tuple(step_row(world, step) for step in steps))
    if answers:
        yield Table(DA["tasks.answers_table"].format(actor=title), (DA["tasks.property"], DA["tasks.value"]), answers)
    if not steps and not answers:
        yield Paragraph(DA["tasks.none"])


def step_row(world: World, step: AnyStep) -> tuple[Cell, ...]:
    """Return what the table of an actor says of a step."""
    needed = step.needs if isinstance(step, WorkStep | ContactStep) else ()
    return (
        title_with_code(step),
        world.phases[step.phase].title.da,
        names.doer_title(world, names.doer_of(world, step)).da,
        quantity_words(minutes_of(step)),
        quantity_words(time_of(step)),
        names.data_types(world, (need.data_type for need in needed)),
        names.data_types(world, step.produces),
        DA["yes"] if step.asks_citizen else DA["no"],
    )


def answer_rows(world: World, name: str, needs: tuple[SharingNeed, ...]) -> Iterator[tuple[Cell, ...]]:
    """Yield how an actor answers, by which channel, whom it names and what it is told."""
    found = world.actors[name]
    if found.answers:
        delays = {"delay": found.answers.delay, "minutes": found.answers.minutes, "no_answer": found.answers.no_answer}
        yield from ((DA[f"tasks.{key}"], amounts.in_words(one)) for key, one in delays.items() if one)
    if found.channel:
        usual, other = (world.channels[one].title.da for one in (found.channel.usual, found.channel.other))
        share = amounts.in_words(found.channel.share_usual)
        yield DA["tasks.channel"], DA["tasks.channel_words"].format(usual=usual, share=share, other=other)
    pointers = world.gathering.pointers.get(name, {}) if world.gathering else {}
    if pointers:
        named = (
            DA["people.share"].format(name=names.actor(world, to).da, share=amounts.in_words(p))
            for to, p in pointers.items()
        )
        yield DA["tasks.pointers"], ", ".join(named)
    told = dict.fromkeys(need.data_type for need in needs if need.receiver == name and need.why in BY_MESSAGE)
    if told:
        yield DA["tasks.told"], names.data_types(world, told)
