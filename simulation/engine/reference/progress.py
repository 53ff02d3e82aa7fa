"""How a case goes on: rows, resolved steps, ways back."""

from heapq import heappush
from typing import TYPE_CHECKING, Final

from simulation.calendar.opening import Opening
from simulation.engine.kinds import Kind
from simulation.engine.reference.beginnings import begins
from simulation.engine.reference.clock import Clock, Fact
from simulation.engine.reference.luck import Columns
from simulation.engine.reference.paper import Paper
from simulation.engine.reference.state import Case, Server, State, Way
from simulation.population.inputs import Inputs

if TYPE_CHECKING:
    from simulation.engine.reference.picture import Known
    from simulation.population.cast import Integers
    from simulation.population.contact_plans import CoordinationPlan
    from simulation.population.tables import GatherPlan

STEPS: Final = 16
"""Bits for a step."""
News = tuple[int, int, int, int, int, int, int]
"""(giver, receiver, matter, purpose, channel, way, row) of what one actor tells or shows another."""


class Play:
    """One replication while it is played: inputs, clock, cases, servers and the rows so far."""

    def __init__(self, inputs: Inputs, clock: Clock) -> None:
        """Set the stage; nothing has happened yet."""
        self.inputs = inputs
        self.clock = clock
        self.columns = Columns(inputs)
        self.steps, self.holders = inputs.steps, inputs.holders
        self.closes = inputs.closes
        self.paper = Paper()
        """Rows so far."""
        self.cases: list[Case | None] = [None] * len(inputs.cast)
        """Cases that have been opened, by citizen."""
        self.openings = [
            Opening(one.starts, one.ends, one.before, one.first, one.day_minutes) for one in inputs.openings
        ]
        """The inputs' own, made anew: the engine may have been compiled, and Opening with it."""
        self.servers = [Server(plan, self.openings[plan.opening]) for plan in inputs.servers]
        self.changed: set[int] = set()
        """Citizens and steps whose condition is to be looked at, as whole numbers in that order."""
        self.unassigned: set[tuple[int, int]] = set()
        """(citizen, role) that need a person."""
        self.waking: set[int] = set()
        """Servers that may start something."""
        self.entered_late: set[int] = set()
        """Citizens of whom a step was resolved and who entered after the closing step."""
        self.seats: dict[tuple[int, int], int] = {}
        """(meeting, slot) to seats taken."""
        self._take_gathering(inputs)
        self._take_plain(inputs)
        self._take_contacts(inputs)
        self.begins = [begins(inputs, goes_through) for goes_through in inputs.enters]

    def _take_gathering(self, inputs: Inputs) -> None:
        """Take the settings of the gathering; nobody reads them in a course without one."""
        self.asker = -1
        """Role that gathers, or -1."""
        self.gatherable = sorted({item for holder in inputs.holders for item in holder.items})
        """Data types that some holder may keep."""
        if inputs.gather is not None:
            self.gather: GatherPlan = inputs.gather
            self.asker = inputs.steps[inputs.gather.step].role

    def _take_plain(self, inputs: Inputs) -> None:
        """Take what is true of each citizen as plain numbers, which are read one at a time several times faster."""
        self.points: list[list[int]] = inputs.points.tolist()
        self.has: list[list[bool]] = inputs.truth.has.tolist()
        self.involved: list[list[bool]] = inputs.truth.involved.tolist()
        self.need: list[list[int]] = inputs.truth.need.tolist()
        self.opened: list[int] = inputs.cast.opened.tolist()

    def _take_contacts(self, inputs: Inputs) -> None:
        """Take what regular contacts ask for again and again; empty in a course without them."""
        self.news: list[tuple[News, Known, int]] = []
        """What was sent or shown and is on its way, or has arrived; the last is the place of its flow, or -1."""
        self.minutes: dict[int, Integers] = {}
        """Contact that comes back (step) to the minutes of all of them, (citizens, numbers)."""
        if inputs.coordination is not None:
            self.coordination: CoordinationPlan = inputs.coordination
            """Settings of regular contacts; nobody reads them in a course without such contacts."""
        matters, plan = inputs.matters, inputs.coordination
        self.actors, self.types = len(inputs.names.actors), len(inputs.names.data_types)
        self.law = [[of_persona.tobytes() for of_persona in of_purpose] for of_purpose in matters.law]
        """What the law says, by purpose and persona, as `Picture.law` has it."""
        self.type_of, self.holder_of, self.domain_of = matters.data_type, matters.holder, matters.domain
        self.is_seen = matters.is_seen
        """These four by matter, as `Matters` tells."""
        self.kept_by = [sorted(keepers) for keepers in matters.kept_by]
        """By matter: actors that keep it."""
        self.keeps = [
            [actor in keepers and not seen for keepers, seen in zip(matters.kept_by, matters.is_seen, strict=True)]
            for actor in range(self.actors)
        ]
        """By actor and matter: whether it keeps what contacts do not see."""
        of_efforts = plan.efforts if plan is not None else frozenset()
        self.efforts = [
            (matter, holder)
            for matter, (data_type, holder) in enumerate(zip(matters.data_type, matters.holder, strict=True))
            if data_type in of_efforts and holder >= 0
        ]
        """Matters that are efforts, each with the actor whose it is."""
        self.views = [flow for flow in inputs.flows if flow.way == Way.VIEW]
        """Flows that show what others know as it is."""

    def case(self, citizen: int) -> Case:
        """Return the case of a citizen, which has been opened."""
        found = self.cases[citizen]
        assert found is not None
        return found

    def opened_cases(self) -> list[Case]:
        """Return the cases that have been opened, in order of citizen."""
        return [case for case in self.cases if case is not None]

    def row(
        self,
        citizen: int,
        kind: int,
        because: int,
        *,
        step: int = -1,
        actor: int = -1,
        role: int = -1,
        worker: int = -1,
        data_type: int = -1,
        from_actor: int = -1,
        channel: int = -1,
        cause: int = -1,
        attempt: int = -1,
        value: int = -1,
    ) -> int:
        """Write a row of this minute and return its id."""
        return self.paper.write(
            self.clock.now,
            citizen,
            kind,
            step,
            actor,
            role,
            worker,
            data_type,
            from_actor,
            channel,
            cause,
            attempt,
            value,
            because,
        )

    def step_row(
        self, case: Case, kind: int, step: int, because: int, *, worker: int = -1, value: int = -1, attempt: int = -1
    ) -> int:
        """Write a row of a step, with who does it and which occurrence it is: the case's own where none is given."""
        plan = self.steps[step]
        return self.paper.write(
            self.clock.now,
            case.citizen,
            kind,
            step,
            plan.actor,
            plan.role,
            worker,
            -1,
            -1,
            -1,
            -1,
            case.occurrence[step] if attempt < 0 else attempt,
            value,
            because,
        )

    def draw(self, column: int, citizen: int) -> int:
        """Return the luck of a citizen in a column."""
        return self.columns.draw(column, citizen)

    def drawn(self, column: int, step: int, case: Case) -> int:
        """Return the luck of a citizen for this occurrence of a step."""
        occurrence = case.occurrence[step]
        if occurrence > 0:
            occurrence = min(occurrence, self.steps[step].occurrences - 1)
        return self.columns.draw(column + occurrence, case.citizen)

    def later(self, opening: int, delay: int, since: int = -1) -> int:
        """Return the minute a coded delay from now (or another minute) is over; it lasts as long as it says."""
        start = self.clock.now if since < 0 else since
        return self.openings[opening].advance(start, delay) if delay >= 0 else start - 1 - delay

    def post(
        self,
        minute: int,
        rank: int,
        what: int,
        citizen: int,
        step: int = -1,
        attempt: int = 0,
        request: int = 0,
        row: int = -1,
    ) -> None:
        """Make a fact due."""
        self.clock.post(Fact(minute, rank, what, citizen, step, attempt, request, row))

    def look_later(self, citizen: int, step: int) -> None:
        """Note that facts may have changed the condition of a step, or of the gathering (-1)."""
        self.changed.add((citizen << STEPS) + step + 1)

    def wait_for(self, server: int, entry: tuple[int, int, int, int, int, int, int, int]) -> None:
        """Put something into a queue."""
        heappush(self.servers[server].queue, entry)
        self.waking.add(server)


def resolve(play: Play, case: Case, step: int, state: int, row: int) -> None:
    """Note that a step is done or passed over; what waited for it is looked at."""
    case.state[step] = state
    case.resolved[step] = row
    missing = case.missing
    for later in case.then[step]:
        missing[later] -= 1
        if missing[later] == 0 and case.state[later] == State.WAITING:
            play.look_later(case.citizen, later)
    if step == play.closes:
        close(play, case, row)
    elif play.closes not in case.goes_through:
        play.entered_late.add(case.citizen)
        play.look_later(case.citizen, -1)


def close(play: Play, case: Case, row: int) -> None:
    """Close the case, unless it was counted as open before; its people have one case less."""
    if case.closed:
        return
    case.closed = True
    for desk in case.desks.values():
        if desk.server >= 0:
            play.servers[desk.server].cases -= 1
    if not case.ended:
        case.ended = True
        play.row(case.citizen, Kind.CASE_CLOSED, row)


def go_back(play: Play, case: Case, resets: tuple[int, ...]) -> None:
    """Make steps count as not done; each happens once more."""
    for step in resets:
        if step in case.goes_through and play.steps[step].on < 0:
            case.state[step] = State.WAITING
            case.occurrence[step] += 1
            case.resolved[step] = -1
            booked = case.booked.pop(step, None)
            if booked is not None:
                play.seats[step, booked[0]] -= 1
    for step in case.goes_through:
        if case.state[step] == State.WAITING:
            case.missing[step] = unresolved(play, case, step)


def unresolved(play: Play, case: Case, step: int) -> int:
    """Return how many steps before a step are not resolved; a booked meeting's own steps wait for the booking."""
    count = int(play.steps[step].booked_by >= 0)
    for before in case.after[step]:
        count += case.state[before] < State.DONE
    return count


def absence(play: Play, case: Case, step: int) -> int:
    """Count an appointment that the citizen stays away from and return which one it is; -1 when the citizen comes.

    After the declared number the step goes on without the citizen; it is counted anew each time the step happens.
    """
    plan, missed = play.steps[step], case.no_shows[step]
    place = min(case.occurrence[step], plan.occurrences - 1) * (plan.no_show_max + 1) + missed
    if plan.no_show < 0 or missed >= plan.no_show_max or not play.draw(plan.no_show + place, case.citizen):
        return -1
    case.no_shows[step] += 1
    return place


def holds(case: Case, decided: tuple[tuple[int, int], ...]) -> bool:
    """Return whether the answers of decide steps are among those wanted; one never reached is no hindrance."""
    for step, wanted in decided:
        answer = case.answers[step]
        if answer >= 0 and not wanted >> answer & 1:
            return False
    return True


def may_share(play: Play, case: Case, holder: int) -> bool:
    """Return whether the law and the consent let a holder be asked (SEMANTICS S8)."""
    plan = play.holders[holder]
    if plan.never:
        return False
    return not plan.needs_consent or (case.consent == 1 and not case.excluded >> plan.domain & 1)
