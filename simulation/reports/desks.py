"""What mock-up screens are filled from: the observed citizens' logs, and what they name in one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import numpy as np

from simulation.calendar.dates import DAY, date_of
from simulation.engine.kinds import Kind
from simulation.experiments.replication import Played
from simulation.measures.followed import Followed, followed
from simulation.measures.knowledge import knowledge
from simulation.measures.known import Frame, Knowledge
from simulation.measures.one_citizen import Happening, OneCitizen, everyone
from simulation.measures.rights import Rights, rights_of
from simulation.measures.sharings import seen_by_citizen
from simulation.model.steps import MeetingStep
from simulation.population.cast import plain_minutes
from simulation.reports.story import Teller
from simulation.values.wording import Lang

NOT_SHOWN = (
    *(Kind.STEP_PASSED, Kind.STEP_ASKED, Kind.STEP_DUE, Kind.ITEM_STARTED, Kind.CONTACT_SOUGHT, Kind.PERSON_ASSIGNED),
    *(Kind.CALL_ANSWERED, Kind.ATTENDED, Kind.BACKGROUND_STARTED, Kind.BACKGROUND_DONE),
)
"""Kinds that change nothing of what anybody knows and that no screen tells."""


@dataclass(frozen=True)
class DataWords:
    """A data type in words."""

    title: str
    form: str
    domain: str
    usable_days: int
    """Oldest still usable age, 0 where any is."""
    standard: str
    held_by: tuple[str, ...]


@dataclass(frozen=True)
class ActorWords:
    """An actor in words."""

    title: str
    domain: str


@dataclass(frozen=True)
class Words:
    """What a scenario's things are called."""

    actors: dict[str, ActorWords]
    data_types: dict[str, DataWords]
    domains: dict[str, str]
    channels: dict[str, str]
    steps: dict[str, str]
    phases: dict[str, str]
    """In order."""
    rules: dict[str, str]
    """Rules of law."""
    rule_set: str


@dataclass(frozen=True, eq=False)
class Folder:
    """One citizen's case; each is equal to itself alone, so that what is known of it can be kept."""

    id: str
    """Persona and number, as in a file's name."""
    persona: str
    """Id of the persona."""
    name: str
    number: int
    """Which of the persona's observed citizens, from 1."""
    days: int
    """Last day on which something happened; follow-up goes on after the case is closed."""
    opened: date
    since_midnight: int
    """Minutes of the opening day before the case opened."""
    wish: str
    """What the citizen wants, as the persona's file says."""
    story: str
    case_type: str
    frame: Frame
    said: dict[int, str]
    """Sentence of each row that is worth telling."""
    said_to_citizen: dict[int, str]
    """Sentence of each row that is said to the citizen in other words."""
    visible: frozenset[int]
    """Rows of sharings that the citizen can see."""
    exists: dict[str, tuple[str, ...]]
    """Truth: data types that exist at each involved actor."""

    def minute(self, day: int) -> int:
        """Return the last minute of a day, counted from the opening."""
        return (day + 1) * DAY - 1 - self.since_midnight

    def known(self, actor: str, day: int) -> Knowledge:
        """Return what an actor knows at the end of a day."""
        return _known(self, actor, day)

    def date(self, minute: int) -> date:
        """Return the date of a minute counted from the opening."""
        return date_of(self.opened, self.since_midnight + minute)

    def day(self, minute: int) -> int:
        """Return the day of a minute counted from the opening."""
        return (self.since_midnight + minute) // DAY


@lru_cache(maxsize=512)
def _known(folder: Folder, actor: str, day: int) -> Knowledge:
    """Return the fold of a citizen's rows; who looks at the same case on the same day shares it."""
    return knowledge(folder.frame, actor, folder.minute(day))


@dataclass(frozen=True, eq=False)
class Desks:
    """The observed citizens of one scenario; equal to itself alone, so that what is made of them can be kept."""

    title: str
    course: str
    folders: dict[str, Folder]
    words: Words


def desks_of(played: Played, lang: Lang) -> Desks:
    """Return the observed citizens of a replication, in one language."""
    seen = followed(played.world, played.inputs, played.log)
    teller = Teller(played.world, played.inputs, played.log, lang)
    people, shown = everyone(seen), seen_by_citizen(seen)
    folders, counts = dict[str, Folder](), dict[str, int]()
    for place, (one, rights) in enumerate(zip(people, rights_of(seen, range(len(seen))), strict=True)):
        frame = _frame(seen, place, one, rights)
        persona = seen.inputs.cast.personas[int(seen.inputs.cast.persona[seen.citizens[place]])]
        counts[persona] = counts.get(persona, 0) + 1
        found = _folder(teller, seen, place, frame)
        own = frozenset(here.row for here in found.frame.one.happened if here.row in shown)
        found = replace(found, id=f"{persona}-{counts[persona]}", number=counts[persona], visible=own)
        folders[found.id] = found
    return Desks(played.world.setting.title.in_language(lang), played.world.course.id, folders, _words(seen, lang))


def _folder(teller: Teller, seen: Followed, place: int, frame: Frame) -> Folder:
    world, number = seen.world, int(seen.citizens[place])
    name = seen.inputs.cast.personas[int(seen.inputs.cast.persona[number])]
    persona, opened = world.personas[name], int(seen.opened[place])
    return Folder(
        id=name,
        persona=name,
        name=persona.title,
        number=0,
        days=max(frame.one.last_day, *(here.day for here in frame.one.happened[-1:])),
        opened=date_of(date.fromisoformat(world.setting.start), opened),
        since_midnight=opened % DAY,
        wish=persona.motive.in_language(teller.lang),
        story=persona.story.in_language(teller.lang),
        case_type=world.case_types[persona.case_type].title.in_language(teller.lang),
        frame=frame,
        said={here.row: said for here in frame.one.happened if (said := teller.said(here.row))},
        said_to_citizen={here.row: said for here in frame.one.happened if (said := teller.said_to_citizen(here.row))},
        visible=frozenset(),
        exists=_exists(seen, number),
    )


def _exists(seen: Followed, number: int) -> dict[str, tuple[str, ...]]:
    truth, names = seen.inputs.truth, seen.inputs.names
    found: dict[str, list[str]] = {}
    for data_type in np.flatnonzero(truth.has[number]).tolist():
        for keeper in seen.inputs.held_by[data_type]:
            if truth.involved[number, keeper]:
                found.setdefault(names.actors[keeper], []).append(names.data_types[data_type])
    return {actor: tuple(types) for actor, types in found.items()}


def _frame(seen: Followed, place: int, one: OneCitizen, rights: Rights) -> Frame:
    inputs, names, number = seen.inputs, seen.inputs.names, int(seen.citizens[place])
    meeting = seen.world.steps.get(seen.world.course.meeting or "")
    papers = meeting.ready_when if isinstance(meeting, MeetingStep) else ()
    roles = [part.role for part in meeting.participants] if isinstance(meeting, MeetingStep) else []
    truth, produces = inputs.truth, _produces(seen, one.owner)
    return Frame(
        one=replace(one, happened=tuple(_shown_rows(one, produces))),
        rights=rights,
        at_opening=_at_opening(seen, number),
        others=_others(seen),
        seen_types=frozenset(
            names.data_types[d]
            for d, is_seen in zip(inputs.matters.data_type, inputs.matters.is_seen, strict=True)
            if is_seen
        ),
        efforts=frozenset(seen.world.coordination.efforts if seen.world.coordination else ()),
        produces=produces,
        papers=frozenset(papers),
        members=frozenset(seen.world.roles[name].actor for name in roles) - {one.owner},
        told=frozenset(names.actors[a] for a in np.flatnonzero(truth.told[number])),
        indexed=frozenset(
            names.actors[holder.actor]
            for holder in inputs.holders
            if holder.indexed >= 0
            and inputs.columns[holder.indexed].plain[number]
            and truth.involved[number, holder.actor]
        ),
    )


def _produces(seen: Followed, owner: str) -> dict[str, tuple[str, ...]]:
    """Return what steps make that wait for another actor than the owner."""
    steps = seen.world.steps.items()
    waited = {name: getattr(step, "waits_for", "") for name, step in steps}
    return {
        name: tuple(step.produces)
        for name, step in steps
        if step.produces and waited[name] in set(seen.world.actors) - {owner}
    }


def _shown_rows(one: OneCitizen, produces: Mapping[str, object]) -> Iterator[Happening]:
    for here in one.happened:
        if here.kind == Kind.STEP_STARTED and here.step not in produces:
            continue
        # At a contact the log says what was used; nobody learns anything by it.
        is_use = here.kind == Kind.DATA_USED and here.step in one.contacts
        if here.kind not in NOT_SHOWN and not is_use:
            yield here


def _at_opening(seen: Followed, number: int) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what each actor keeps of a citizen when the case opens."""
    inputs, names = seen.inputs, seen.inputs.names
    found: dict[str, list[tuple[str, str]]] = {}
    if inputs.coordination is None:
        return {name: tuple((kind, "") for kind in types) for name, types in _exists(seen, number).items()}
    for matter in np.flatnonzero(inputs.matters.exists[number]).tolist():
        if inputs.matters.is_seen[matter]:
            continue
        name, holder = names.data_types[inputs.matters.data_type[matter]], inputs.matters.holder[matter]
        for actor in sorted(inputs.matters.kept_by[matter]):
            if inputs.truth.involved[number, actor]:
                keeper = names.actors[holder] if holder >= 0 else ""
                found.setdefault(names.actors[actor], []).append((name, keeper))
    return {name: tuple(kept) for name, kept in found.items()}


def _others(seen: Followed) -> tuple[str, ...]:
    """Return who can hold something about any citizen of the course, by area and id."""
    world, names = seen.world, seen.inputs.names
    if seen.inputs.gather is not None:
        found = {names.actors[holder.actor] for holder in seen.inputs.holders} | {
            names.actors[seen.inputs.gather.own_actor]
        }
    else:
        found = {
            actor
            for kind in (world.coordination.efforts if world.coordination else ())
            for actor in world.data_types[kind].held_by
        }
    return tuple(sorted(found, key=lambda name: (world.actors[name].domain, name)))


def _words(seen: Followed, lang: Lang) -> Words:
    world = seen.world
    return Words(
        actors={name: ActorWords(one.title.in_language(lang), one.domain) for name, one in world.actors.items()},
        data_types={
            name: DataWords(
                one.title.in_language(lang),
                str(one.form),
                one.domain,
                int(plain_minutes(one.usable_for) // DAY) if one.usable_for else 0,
                one.standard or "",
                one.held_by,
            )
            for name, one in world.data_types.items()
        },
        domains={name: one.in_language(lang) for name, one in world.domains.items()},
        channels={name: one.title.in_language(lang) for name, one in world.channels.items()},
        steps={name: one.title.in_language(lang) for name, one in world.steps.items()},
        phases={
            name: one.title.in_language(lang)
            for name, one in sorted(world.phases.items(), key=lambda one: one[1].order)
        },
        rules={name: one.title.in_language(lang) for name, one in world.legal_basis.items()},
        rule_set=world.rule_sets[world.setting.rule_set].title.in_language(lang),
    )
