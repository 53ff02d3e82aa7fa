"""Engines that break one rule of docs/semantics.md each: a log worked out by hand, or a law, must tell them apart."""

import builtins
import importlib.util
import inspect
from collections.abc import Callable
from heapq import heapify
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from simulation.calendar.opening import Opening
from simulation.engine.reference import (
    asking,
    desk,
    desk_queue,
    frontier,
    gathering,
    meetings,
    progress,
    reading,
    replies,
    run,
)
from simulation.engine.reference.clock import Clock, Fact
from simulation.engine.reference.state import Case, Gathering, Rank, Server, Status
from simulation.population.tables import ServerPlan

pytestmark = pytest.mark.slow
Patch = pytest.MonkeyPatch
Mutant = Callable[[Patch], None]

# Facts


def ranked(new: dict[int, float]) -> Mutant:
    """Return the mutant in which facts of some ranks have others."""

    def mutant(patch: Patch) -> None:
        post = Clock.post

        def posted(clock: Clock, fact: Fact) -> None:
            fact.rank = new.get(fact.rank, fact.rank)  # type: ignore[assignment]  # between two ranks
            post(clock, fact)

        patch.setattr(Clock, "post", posted)

    return mutant


class Unsorted(list[Fact]):
    """Facts that stay in the order they were posted in."""

    def sort(self, **_how: Any) -> None:
        """Leave them as they are."""


def facts_as_posted(patch: Patch) -> None:
    due = Clock.due
    patch.setattr(Clock, "due", lambda clock: Unsorted(due(clock)))


def decisions_backwards(patch: Patch) -> None:
    """Look at changes, people without a person and servers from the last to the first."""
    patch.setattr(run, "sorted", lambda found: builtins.sorted(found, reverse=True), raising=False)


# Queues


def queued(key: Callable[[tuple[int, ...]], Any]) -> Mutant:
    """Return the mutant in which another entry is the first of a queue."""

    def first(queue: list[tuple[int, ...]]) -> tuple[int, ...]:
        found = min(queue, key=key)
        queue.remove(found)
        heapify(queue)
        return found

    return lambda patch: patch.setattr(run, "heappop", first)


def the_highest_seat_of_equals(patch: Patch) -> None:
    def chosen(places: Any, key: Callable[[int], Any]) -> int:
        return builtins.min(places, key=lambda place: (key(place)[0], -place))

    patch.setattr(desk_queue, "min", chosen, raising=False)


def only_one_works(patch: Patch) -> None:
    """Let a pool have one pair of hands, whatever its staff."""
    serve = run.serve

    def served(stage: Any, place: int, server: Server) -> None:
        if not server.busy:
            serve(stage, place, server)

    patch.setattr(run, "serve", served)


# Calendars


class OtherHours:
    """The opening of a server, but for what a mutant changes."""

    def __init__(self, opening: Opening, **changed: Any) -> None:
        """Take the right opening and what is to be wrong."""
        self._opening, self._changed = opening, changed

    def __getattr__(self, name: str) -> Any:
        """Return what was changed, else what the opening says."""
        return self._changed.get(name) or getattr(self._opening, name)


def opened(**changed: Any) -> Mutant:
    """Return the mutant in which servers see other opening hours."""

    def server(plan: ServerPlan, opening: Opening) -> Server:
        return Server(plan, OtherHours(opening, **changed))  # type: ignore[arg-type]

    return lambda patch: patch.setattr(progress, "Server", server)


# The snowball, consent, meetings


def the_frontier_backwards(patch: Patch) -> None:
    askable = frontier.askable
    patch.setattr(frontier, "askable", lambda play, case: iter(list(askable(play, case))[::-1]))


def waves_of_the_first_naming_only(patch: Patch) -> None:
    def lower(found: Gathering, namer: int, holder: int, deepest: int) -> list[int]:
        if found.contacts[holder].wave < 1 << 20:
            return []
        found.contacts[holder].wave = found.contacts[namer].wave + 1 if namer >= 0 else 0
        return [holder]

    patch.setattr(frontier, "lower_waves", lower)


def consent_not_asked_for(patch: Patch) -> None:
    for room in (frontier, asking, replies, reading, gathering, desk, meetings):
        patch.setattr(room, "may_share", lambda *_: True)


def what_was_received_is_used_after_a_withdrawal(patch: Patch) -> None:
    patch.setattr(gathering, "cancel", lambda *_: None)


def every_reminder_starts_a_reply(patch: Patch) -> None:
    reminded = asking.reminded

    def again(play: Any, case: Case, holder: int, *more: Any) -> None:
        case.gathering.contacts[holder].under_way = False
        reminded(play, case, holder, *more)

    patch.setattr(asking, "reminded", again)


def a_holder_that_gave_up_counts_as_answered(patch: Patch) -> None:
    due = asking.reminder_due

    def waits(play: Any, case: Case, holder: int, last: int) -> None:
        due(play, case, holder, last)
        contact = case.gathering.contacts[holder]
        contact.status = Status.OPEN if contact.status == Status.NEVER else contact.status

    patch.setattr(asking, "reminder_due", waits)


def notice_one_slot_too_long(patch: Patch) -> None:
    left = meetings.bisect_left
    patch.setattr(meetings, "bisect_left", lambda slots, minute: left(slots, minute) + 1)


def seats_without_number(patch: Patch) -> None:
    plan_of = meetings.plan_of

    class Roomy:
        def __init__(self, plan: Any) -> None:
            self.plan, self.seats = plan, 99

        def __getattr__(self, name: str) -> Any:
            return getattr(self.plan, name)

    patch.setattr(meetings, "plan_of", lambda play, step: Roomy(plan_of(play, step)))


MUTANTS: dict[str, Mutant] = {
    "finished work before consent and life": ranked({Rank.CONSENT_AND_LIFE: 1.5}),
    "reminders before replies": ranked({Rank.TIMERS: 1.5}),
    "meetings before replies": ranked({Rank.MEETINGS: 1.5}),
    "opened cases last": ranked({Rank.OPENED: 9}),
    "facts as posted": facts_as_posted,
    "decisions backwards": decisions_backwards,
    "priority ignored": queued(lambda entry: entry[1:]),
    "ready last goes first": queued(lambda entry: (entry[0], -entry[1], *entry[2:])),
    "the higher citizen goes first": queued(lambda entry: (*entry[:2], -entry[2], *entry[3:])),
    "the higher step goes first": queued(lambda entry: (*entry[:3], -entry[3], *entry[4:])),
    "the higher holder answers first": queued(lambda entry: (*entry[:5], -entry[5], *entry[6:])),
    "the highest seat of equals": the_highest_seat_of_equals,
    "only one of a pool works": only_one_works,
    "work starts in closed minutes": opened(open_until=lambda minute: minute + 1),
    "handling goes on in closed minutes": opened(advance=lambda minute, work: minute + work),
    "the frontier backwards": the_frontier_backwards,
    "waves of the first naming only": waves_of_the_first_naming_only,
    "consent is not asked for": consent_not_asked_for,
    "a withdrawal cancels nothing": what_was_received_is_used_after_a_withdrawal,
    "every reminder starts a reply": every_reminder_starts_a_reply,
    "who never answered is waited for": a_holder_that_gave_up_counts_as_answered,
    "notice one slot too long": notice_one_slot_too_long,
    "seats without number": seats_without_number,
}


def module(path: Path) -> ModuleType:
    """Return a module of tests beside this one."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.fixture(scope="module")
def by_hand() -> list[Callable[[], None]]:
    """Return the tests whose logs were worked out by hand."""
    modules = [module(path) for path in sorted(Path(__file__).parent.glob("test_*_by_hand.py"))]
    tests = [test for one in modules for name, test in vars(one).items() if name.startswith("test_")]
    return [test for test in tests if not inspect.signature(test).parameters]


def fails(test: Callable[[], None]) -> bool:
    """Return whether a test finds a difference; anything else that goes wrong is the mutant's own fault."""
    try:
        test()
    except AssertionError:
        return True
    return False


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught_by_a_log_worked_out_by_hand(name, by_hand):
    with pytest.MonkeyPatch.context() as patch:
        MUTANTS[name](patch)
        caught = sum(fails(test) for test in by_hand)
    assert 0 < caught < len(by_hand)


def test_the_engine_as_it_is_passes_them_all(by_hand):
    assert len(by_hand) > 60
    assert not any(fails(test) for test in by_hand)
