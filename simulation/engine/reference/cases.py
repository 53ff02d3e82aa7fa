"""How a case opens, and how it is left open."""

from simulation.engine.kinds import Kind
from simulation.engine.reference import living
from simulation.engine.reference.clock import Fact
from simulation.engine.reference.progress import Play
from simulation.engine.reference.state import Case, Contact, Gathering, Rank, What


def open_case(play: Play, citizen: int) -> None:
    """A case opens: its first steps are looked at, its life goes on."""
    inputs = play.inputs
    begins = play.begins[inputs.cast.persona[citizen]]
    count = len(inputs.steps)
    row = play.row(citizen, Kind.CASE_OPENED, -1)
    numbers = [[0] * count for _ in range(4)]
    rows = [[-1] * count for _ in range(3)]
    play.cases[citizen] = Case(
        citizen=citizen,
        opened=row,
        goes_through=begins.goes_through,
        then=begins.then,
        after=begins.after,
        state=begins.state.copy(),
        missing=begins.missing.copy(),
        occurrence=numbers[0],
        resolved=rows[0],
        asked=rows[1],
        no_shows=numbers[1],
        answers=rows[2],
        went_back=numbers[2],
        returned=numbers[3],
        newcomer=bool(inputs.newcomer[citizen]),
        gathering=new_gathering(play, citizen),
    )
    for step in begins.first:
        play.look_later(citizen, step)
    now = play.clock.now
    play.post(now + inputs.cast.follow_up, Rank.TIMERS, What.LEFT_OPEN, citizen)
    if inputs.coordination is not None:
        living.begin(play, play.case(citizen))
    for minute, event, turn in inputs.lives.happens[citizen]:
        play.post(now + minute, Rank.CONSENT_AND_LIFE, What.LIFE, citizen, -1, event, turn)


def new_gathering(play: Play, citizen: int) -> Gathering:
    """Return a gathering that has not begun."""
    plan = play.inputs.gather
    deepest = play.draw(plan.persistence, citizen) if plan is not None else -1
    return Gathering([Contact() for _ in play.holders], deepest)


def count_as_open(play: Play, case: Case, _fact: Fact | None = None) -> None:
    """A case that is open when its follow-up is over counts as open at that time."""
    if not case.ended:
        case.ended = True
        play.row(case.citizen, Kind.CASE_LEFT_OPEN, case.opened)


def leave_open(play: Play) -> None:
    """Cases still open at the horizon count as open there."""
    play.clock.now = play.inputs.cast.horizon
    for case in play.opened_cases():
        count_as_open(play, case)
