"""The course as it is across actors, phase by phase, and what each actor does in it."""

from collections.abc import Iterable, Iterator

from simulation.model.course_graph import ways_back
from simulation.model.lives import LifeEvent
from simulation.model.steps import (
    AnyStep,
    ConsentStep,
    ContactStep,
    DecideStep,
    GatherStep,
    MeetingStep,
    WaitStep,
    WorkStep,
)
from simulation.model.world import World
from simulation.reports.deliverables import amounts, names
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.danish_fields import STEP_KINDS
from simulation.reports.deliverables.document import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Said,
    Table,
    points_or,
    table_or,
)
from simulation.reports.deliverables.material import Material
from simulation.reports.deliverables.swimlanes import swimlanes
from simulation.values.quantity import Quantity

NAME = "3-borgerforloeb"
COLUMNS = ("step", "who", "kind", "after", "work", "time", "course.back", "course.basis")


def citizen_course(material: Material) -> Document:
    """Return the course across actors: a drawing and a table per phase, then life events and notes."""
    world = material.as_is
    blocks: list[Block] = [Paragraph(names.said(world.course.summary)), Paragraph(DA["course.how"], is_note=True)]
    for name, phase in sorted(world.phases.items(), key=lambda pair: pair[1].order):
        blocks += [Heading(names.said(phase.title)), *phase_blocks(world, name, f"{NAME}-{phase.order}")]
    blocks += [Heading(DA["course.events"]), *event_blocks(world)]
    blocks += [
        Heading(DA["course.notes"]),
        points_or(DA["missing.none"], [names.said(note) for note in world.course.notes]),
    ]
    lead = DA["course.lead"].format(course=material.title)
    return Document(NAME, DA["step.3"], DA["course.title"], lead, tuple(blocks))


def phase_blocks(world: World, phase: str, drawing: str) -> Iterator[Block]:
    """Yield the drawing and the table of a phase."""
    steps = [(name, step) for name, step in world.steps.items() if step.phase == phase]
    if not steps:
        yield Paragraph(DA["course.no_steps"])
        return
    yield swimlanes(world, phase, drawing)
    caption = DA["course.table"].format(phase=world.phases[phase].title.da)
    columns = tuple(DA[key] for key in COLUMNS)
    yield Table(caption, columns, tuple(step_row(world, name, step) for name, step in steps))


def step_row(world: World, name: str, step: AnyStep) -> tuple[Cell, ...]:
    """Return what the table of a phase says of a step."""
    documented = DA[f"course.{step.basis}"]
    source = world.sources.get(step.source or "")
    return (
        title_with_code(step),
        names.doer_title(world, names.doer_of(world, step)).da,
        STEP_KINDS[step.kind],
        when_in_words(world, step),
        quantity_words(minutes_of(step)),
        quantity_words(time_of(step)),
        ways_in_words(world, name),
        f"{documented} ({source.code or source.title})" if source else documented,
    )


def when_in_words(world: World, step: AnyStep) -> str:
    """Return what a step comes after: other steps, a life event, or a state of life in which it takes place."""
    found = [names.steps(world, step.after), world.life[step.on].title.da if step.on else ""]
    for side, states in step.during.items() if isinstance(step, ContactStep) else ():
        title = world.states[side].title.da
        found.append(DA["course.when"].format(side=title, states=states_in_words(world, side, states)))
    return "; ".join(one for one in found if one)


def states_in_words(world: World, side: str, states: Iterable[str]) -> str:
    """Return states of one side of life, with commas between."""
    return ", ".join(world.states[side].states[state].da for state in states)


def title_with_code(step: AnyStep) -> Said:
    """Return a step's title with its code in front."""
    return Said(f"{step.code} {step.title.da}" if step.code else step.title.da, step.title.en)


def minutes_of(step: AnyStep) -> Quantity | None:
    """Return the work of a step, None where it has none of its own."""
    return None if isinstance(step, DecideStep | GatherStep) else step.minutes


def time_of(step: AnyStep) -> Quantity | None:
    """Return the time that passes by itself: until an appointment or answer, or between contacts or slots."""
    if isinstance(step, WorkStep):
        return step.lead
    if isinstance(step, MeetingStep):
        return step.every
    if isinstance(step, ContactStep):
        return step.every or step.delay
    return step.delay if isinstance(step, WaitStep | ConsentStep) else None


def quantity_words(quantity: Quantity | None) -> str:
    """Return a number in words, nothing where there is none."""
    return amounts.in_words(quantity) if quantity else ""


def ways_in_words(world: World, name: str) -> str:
    """Return where a step can go back to, and how often."""
    pattern = DA["course.back_to"]
    ways = ((world.steps[to].title.da, times) for to, times in ways_back(world)[name])
    return "; ".join(pattern.format(step=title, times=times) for title, times in ways)


def event_blocks(world: World) -> Iterator[Block]:
    """Yield the sides of the citizen's life, what can happen, and who is told."""
    if world.states:
        yield sides_table(world)
    columns: tuple[str, ...] = tuple(DA[f"course.{key}"] for key in ("event", "rate", "becomes", "seen_by", "reaction"))
    rows = tuple(event_row(world, name, event) for name, event in world.life.items())
    yield table_or(DA["course.no_events"], Table(DA["course.events_table"], columns, rows))
    columns = tuple(DA[f"course.{key}"] for key in ("event", "teller", "told", "what", "chance", "delay", "channel"))
    told = Table(DA["course.tells_table"], columns, tuple(telling_rows(world)))
    if world.life:
        yield table_or(DA["course.no_tells"], told)


def sides_table(world: World) -> Table:
    """Return the sides of the citizen's life with their states."""
    columns = tuple(DA[f"course.{key}"] for key in ("side", "states", "first"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (names.said(one.title), states_in_words(world, side, one.states), one.states[one.first].da)
        for side, one in world.states.items()
    )
    return Table(DA["course.sides"], columns, rows)


def event_row(world: World, name: str, event: LifeEvent) -> tuple[Cell, ...]:
    """Return an event: how often or when, who sees it, and what it sets going."""
    started = [step for one in world.reactions.values() if one.on == name for step in one.starts]
    started += [step for step, found in world.steps.items() if found.on == name and step not in started]
    often = event.rate or event.after or (event.ahead.by if event.ahead else None)
    becomes = ", ".join(states_in_words(world, side, (state,)) for side, state in event.becomes.items())
    seen_by = names.actors(world, event.seen_by)
    return names.said(event.title), quantity_words(often), becomes, seen_by, names.steps(world, started)


def telling_rows(world: World) -> Iterator[tuple[Cell, ...]]:
    """Yield who tells whom of each event."""
    for reaction in world.reactions.values():
        for telling in reaction.tells:
            yield (
                names.said(world.life[reaction.on].title),
                names.actor(world, telling.by).da,
                names.actors(world, telling.actors),
                names.data_types(world, telling.data_types),
                amounts.in_words(telling.chance),
                amounts.in_words(telling.delay),
                world.channels[telling.channel].title.da,
            )
