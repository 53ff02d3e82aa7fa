"""What holds in every course of regular contacts: S8 and S9 of docs/semantics.md, in worlds that hypothesis draws.

Who may tell whom is worked out anew here from the rules and the consent rows; nothing of the engine's table is used.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from random import Random

import numpy as np
from any_contact_worlds import contact_world_pieces, contact_worlds, whole_contacts
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from one_minute import posted_coarsely, shuffled
from small_worlds import actor, factor, minutes, share, text
from withdrawals import Drawn, taking_back, withdrawals

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.log import Log, lean
from simulation.engine.reference.run import play
from simulation.measures.measured import measure
from simulation.model.steps import ContactStep
from simulation.model.world import World
from simulation.population.inputs import Inputs, inputs_of

CITIZENS = 3
tried = partial(
    settings,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


@dataclass(frozen=True)
class Row:
    """One row in words; `data_type` and actors are ids, None where the row names none."""

    place: int
    time: int
    citizen: int
    kind: int
    step: str | None
    actor: str | None
    data_type: str | None
    giver: str | None
    channel: str | None
    attempt: int
    value: int
    because: int


def rows_of(inputs: Inputs, log: Log) -> list[Row]:
    """Return the log in words."""
    names = inputs.names
    rooms = {"step": names.steps, "actor": names.actors, "data_type": names.data_types}
    rooms |= {"from_actor": names.actors, "channel": names.channels}
    columns = {name: column.tolist() for name, column in log.columns.items()}
    for name, ids in rooms.items():
        columns[name] = [ids[place] if place >= 0 else None for place in columns[name]]
    wanted = ("time", "citizen", "kind", "step", "actor", "data_type", "from_actor", "channel", "attempt", "value")
    return [
        Row(*row) for row in zip(range(len(log)), *(columns[w] for w in wanted), columns["because_of"], strict=True)
    ]


@dataclass
class Allowed:
    """Who may tell whom of what, after the rows so far: rules by precedence, ties by id, else consent (S8)."""

    world: World
    personas: dict[int, str]
    consents: dict[int, list[tuple[int, bool, frozenset[str]]]] = field(default_factory=lambda: defaultdict(list))
    """Citizen to (minute, given, domains left out), in order."""

    def note(self, row: Row) -> None:
        """Take a row of consent."""
        domains = sorted(self.world.domains)
        if row.kind in (Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN):
            is_given = row.kind == Kind.CONSENT_GIVEN or (row.kind == Kind.CONSENT_WITHDRAWN and row.value >= 0)
            out = frozenset(name for place, name in enumerate(domains) if is_given and row.value >> place & 1)
            self.consents[row.citizen].append((row.time, is_given, out))

    def now(self, citizen: int, giver: str, receiver: str, kind: str, holder: str | None, purpose: str) -> bool:
        """Return whether it may be told now."""
        return self.ever(citizen, giver, receiver, kind, holder, purpose, since=None)

    def ever(
        self, citizen: int, giver: str, receiver: str, kind: str, holder: str | None, purpose: str, since: int | None
    ) -> bool:
        """Return whether it could be told at some minute from then to now; just now where none is given."""
        persona = self.world.personas[self.personas[citizen]]
        rules = [
            (-rule.precedence, name)
            for name, rule in self.world.legal_basis.items()
            if (not rule.givers or giver in rule.givers)
            and (not rule.receivers or receiver in rule.receivers)
            and (not rule.purposes or purpose in rule.purposes)
            and (not rule.data_types or kind in rule.data_types)
            and (not rule.tags or set(rule.tags) & set(persona.tags))
        ]
        if rules:
            holding = self.world.legal_basis[min(rules)[1]]
            if holding.never or not holding.needs_consent:
                return not holding.never
        domain = self.world.actors[holder].domain if holder else self.world.data_types[kind].domain
        kept = persona.excludes_towards.get(receiver, {}).get(domain)
        if kept is not None and kept.number("value") == 1:
            return False
        held = self.consents[citizen]
        later = [begin for begin, _, _ in held[1:]] + [None]
        in_time = [
            one for one, end in zip(held, later, strict=True) if end is None or (since is not None and end >= since)
        ]
        return any(is_given and domain not in out for _, is_given, out in (in_time if held else []))


@dataclass
class Story:
    """A played world, told again row by row."""

    world: World
    inputs: Inputs
    rows: list[Row]
    allowed: Allowed
    versions: dict[tuple[int, str | None, str | None], list[int]] = field(default_factory=dict)
    """Citizen, type and holder to the minutes at which each version became true."""

    def told(self) -> Iterator[Row]:
        """Return rows in order, having noted consents and truth up to each."""
        for row in self.rows:
            self.allowed.note(row)
            if row.kind == Kind.TRUTH_CHANGED:
                known = self.versions.setdefault((row.citizen, row.data_type, row.giver), [])
                known.append(row.time)
                assert len(known) == row.attempt
            yield row

    def holder(self, row: Row) -> str | None:
        """Return whose own data a row speaks of, or None."""
        return row.giver if self.world.data_types[str(row.data_type)].of_each_holder else None

    def purpose(self, given: str | None) -> str:
        """Return a purpose, the course's own where none is given."""
        assert self.world.coordination is not None
        return given or self.world.coordination.purpose

    def givers(self, row: Row) -> list[tuple[str, str]]:
        """Return who may have been the giver of a row that names a channel, with the purpose."""
        if row.channel == "phone":
            return [(str(row.giver), self.purpose(None))]
        if row.channel == "told":
            tells = self.world.reactions["r"].tells
            return [(t.by, self.purpose(t.purpose)) for t in tells if row.data_type in t.data_types]
        flow = self.world.flows[str(row.channel)]
        assert row.data_type in flow.data_types
        assert row.actor in flow.receivers
        named = [row.giver] if self.holder(row) is None else flow.givers
        return [(str(giver), self.purpose(flow.purpose)) for giver in named if giver in flow.givers]

    def may(self, row: Row, givers: list[tuple[str, str]], since: int | None = None) -> bool:
        """Return whether one of the givers may tell, or could since a minute."""
        what = str(row.data_type), self.holder(row)
        return any(
            self.allowed.ever(row.citizen, giver, str(row.actor), *what, purpose, since) for giver, purpose in givers
        )

    def sees(self, row: Row, because: Row) -> bool:
        """Return whether the actor of a row has seen it: at a contact, or as one that an event shows it to."""
        if because.kind == Kind.TRUTH_CHANGED:
            event = self.world.life[self.inputs.names.events[self.rows[because.because].value]]
            kept_by = [self.holder(row)] if self.holder(row) else self.world.data_types[str(row.data_type)].held_by
            return row.actor in event.seen_by or row.actor in kept_by
        step = self.world.steps[str(because.step)]
        return isinstance(step, ContactStep) and row.actor == because.actor and row.data_type in step.observes

    def at_the_table(self, row: Row, because: Row) -> list[tuple[str, str]]:
        """Return who took part in a contact that shares this, with the purpose."""
        step = self.world.steps[str(because.step)]
        assert isinstance(step, ContactStep)
        present = {str(because.actor), *(self.world.roles[p.role].actor for p in step.participants)}
        assert row.data_type in step.shares
        assert row.actor in present
        return [(name, self.purpose(step.purpose)) for name in sorted(present - {row.actor})]


def story_of(given_world: World, *drawn: Drawn) -> tuple[Story, Log]:
    inputs = taking_back(inputs_of(given_world, Luck(1, 0), CITIZENS), *drawn)
    log = play(inputs)
    personas = {place: inputs.cast.personas[persona] for place, persona in enumerate(inputs.cast.persona.tolist())}
    return Story(given_world, inputs, rows_of(inputs, log), Allowed(given_world, personas)), log


def nobody_learns_without_sight_law_consent_or_the_citizen(story: Story) -> None:
    for row in story.told():
        if row.kind == Kind.LEARNED and row.channel is not None:
            assert story.may(row, story.givers(row)), row
        elif row.kind == Kind.LEARNED:
            because = story.rows[row.because]
            told = because.kind == Kind.CITIZEN_ASKED and because.actor == row.actor
            assert told or story.sees(row, because) or story.may(row, story.at_the_table(row, because)), row
        elif row.kind == Kind.MESSAGE_SENT:
            asks = [(str(row.giver), story.purpose(None))]
            assert story.may(row, asks if row.channel == "asked" else story.givers(row)), row
        elif row.kind == Kind.CALLED:
            assert story.may(row, [(str(row.giver), story.purpose(None))]), row
        elif row.kind == Kind.DATA_USED and row.channel is not None:
            assert story.may(row, story.givers(row), since=row.time - row.value), row


def nothing_is_known_before_it_is_true(story: Story) -> None:
    """A version that is learned was the true one at the moment that it is said to be as of."""
    for row in story.told():
        if row.kind in (Kind.LEARNED, Kind.DATA_USED):
            assert 0 <= row.value <= row.time - int(story.inputs.cast.opened[row.citizen])
        if row.kind == Kind.LEARNED:
            true_from = story.versions.get((row.citizen, row.data_type, story.holder(row)), [])
            as_of = row.time - row.value
            assert row.attempt <= len(true_from), row
            assert row.attempt == 0 or true_from[row.attempt - 1] <= as_of, row
            is_shown = row.channel in ("seen", "shown")  # as of now, though the next version may be on its way
            assert is_shown or row.attempt == len(true_from) or as_of <= true_from[row.attempt], row


def what_was_only_heard_is_passed_on_no_further(story: Story) -> None:
    """It may be asked for; tellings, pushes and views come from who keeps it or has seen it."""
    observed = {name for step in story.world.steps.values() if isinstance(step, ContactStep) for name in step.observes}
    eyes: set[tuple[int, str, str, str | None]] = set()
    for row in story.told():
        if row.kind != Kind.LEARNED or row.data_type in observed:
            continue
        what = str(row.data_type), story.holder(row)
        if row.channel is None and story.rows[row.because].kind == Kind.TRUTH_CHANGED:
            eyes.add((row.citizen, str(row.actor), *what))
        elif row.channel in ("told", "sent", "seen", "shown"):
            kept_by = [what[1]] if what[1] else story.world.data_types[what[0]].held_by
            first = {name for name, _ in story.givers(row)}
            saw = {name for name in first if name in kept_by or (row.citizen, name, *what) in eyes}
            assert saw, row
            message = story.rows[row.because]
            assert message.kind != Kind.MESSAGE_SENT or message.giver in saw, row


def rows_follow_time_and_point_back_within_their_case(story: Story) -> None:
    assert all(earlier.time <= later.time for earlier, later in pairwise(story.rows))
    for row in story.rows:
        assert row.because < row.place
        assert (story.rows[row.because].citizen == row.citizen) if row.because >= 0 else row.kind == Kind.CASE_OPENED


LAWS = (
    nobody_learns_without_sight_law_consent_or_the_citizen,
    nothing_is_known_before_it_is_true,
    what_was_only_heard_is_passed_on_no_further,
    rows_follow_time_and_point_back_within_their_case,
)


def is_same(one: Log, other: Log) -> bool:
    return all(np.array_equal(one[name], other[name]) for name in one.columns)


@tried(max_examples=30)
@given(contact_worlds(), st.sampled_from((1, 1, 15, 75, 225)), st.integers(0, 5), st.lists(withdrawals(), max_size=3))
def test_every_world_of_contacts_keeps_the_laws(given_world: World, unit: int, seed: int, drawn: list[Drawn]):
    with posted_coarsely(unit):
        story, log = story_of(given_world, *drawn)
        with shuffled(Random(seed)):
            assert is_same(log, play(story.inputs))
    for law in LAWS:
        story.allowed.consents.clear()
        story.versions.clear()
        law(story)


@tried(max_examples=6)
@given(contact_worlds())
def test_a_lean_log_of_contacts_measures_the_same(given_world: World):
    inputs = inputs_of(given_world, Luck(2, 0), CITIZENS)
    log = play(inputs)
    full, thin = (measure(given_world, inputs, rows) for rows in (log, lean(log)))
    assert all(np.array_equal(full.columns[name], thin.columns[name], equal_nan=True) for name in full.columns)
    for name, table in full.tables.items():
        assert np.array_equal(table.values, thin.tables[name].values, equal_nan=True), name
    shares = [name for name in full.columns if name.endswith("_share")]
    assert all(not (full.columns[n] < 0).any() and not (full.columns[n] > 1).any() for n in shares)


@tried(max_examples=8)
@given(contact_world_pieces())
def test_who_nobody_meets_changes_nobody(pieces):
    """A further actor that only shows to itself, a flow that works for nobody, and a persona who seldom comes."""
    more = dict(pieces)
    idle = {"title": text(), "way": "push", "givers": ["aa"], "receivers": ["aa"], "data_types": ["effort", "status"]}
    never = {**idle, "way": "view", "givers": ["a", "b"], "receivers": ["b", "a"], "coverage": share(0)}
    how = {"delay": minutes(0), "channel": "told", "coverage": share(1)}
    more["actors"] = {**pieces["actors"], "aa": actor()}
    more["flows"] = {**pieces["flows"], "aa_idle": {**how, **idle}, "ab_never": {**how, **never}}
    more["personas"] = {**pieces["personas"], "aa": {**pieces["personas"]["p"], "id": "aa", "weight": factor(0.01)}}
    before, after = (by_person(whole_contacts(these)) for these in (pieces, more))
    shared = before.keys() & after.keys()
    assert shared
    assert {who: before[who] for who in shared} == {who: after[who] for who in shared}


def by_person(given_world: World) -> dict[tuple[str, int], list[tuple[object, ...]]]:
    """Return the rows of each citizen by persona and number; rows point to each other by place in the case."""
    story, _ = story_of(given_world)
    numbers = story.inputs.cast.number.tolist()
    found: dict[tuple[str, int], list[tuple[object, ...]]] = {}
    place: dict[int, int] = {}
    for row in story.rows:
        case = found.setdefault((story.allowed.personas[row.citizen], numbers[row.citizen]), [])
        place[row.place] = len(case)
        value = story.inputs.names.events[row.value] if row.kind == Kind.LIFE_EVENT else row.value
        case.append((row.time, row.kind, row.step, row.actor, row.data_type, row.giver, row.channel, row.attempt,
                     value, place.get(row.because, -1)))  # fmt: skip
    return found
