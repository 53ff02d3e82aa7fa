"""When a case comes up on somebody's desk, and who that somebody is (SEMANTICS S4)."""

from typing import Final

from simulation.engine.kinds import Kind
from simulation.engine.reference.progress import Play
from simulation.engine.reference.state import Case, Desk, Entry, Rank, What

VISIT_PRIORITY: Final = 1


def desk_of(play: Play, case: Case, role: int) -> Desk:
    """Return the case's place on the desk of a role; a person is chosen when hands are next given out."""
    desk = case.desks.get(role)
    if desk is None:
        desk = case.desks[role] = Desk()
        play.unassigned.add((case.citizen, role))
    return desk


def assign(play: Play, case: Case, role: int) -> None:
    """Choose the person with the fewest open cases, of equals the lowest number."""
    plan = play.inputs.roles[role]
    places = range(plan.first_server, plan.first_server + plan.servers)
    server = min(places, key=lambda place: (play.servers[place].cases, place))
    give_to(play, case, role, server, Kind.PERSON_ASSIGNED, case.opened)


def give_to(play: Play, case: Case, role: int, server: int, kind: int, because: int) -> None:
    """Put the case on a person's desk; what waits for it there is planned."""
    desk = case.desks[role]
    if desk.server >= 0 and not case.closed:
        play.servers[desk.server].cases -= 1
    desk.server, desk.assigned = server, play.clock.now
    if not case.closed:
        play.servers[server].cases += 1
    play.row(case.citizen, kind, because, actor=play.inputs.roles[role].actor, role=role, worker=server)


def need_visit(play: Play, case: Case, role: int, *, at_once: bool = False) -> None:
    """Plan that the case comes up: at the next turn of its rhythm, or at once."""
    desk = desk_of(play, case, role)
    if desk.server < 0 or desk.state >= 2 or (desk.state == 1 and not at_once):
        return
    now = play.clock.now
    minute = now if at_once else comes_up(play, case, role, now + 1 if desk.left == now else now)
    desk.turn += 1
    if minute <= now:
        enter_queue(play, case, role)
    else:
        desk.state = 1
        play.post(minute, Rank.TIMERS, What.COMES_UP, case.citizen, -1, role, desk.turn)


def comes_up(play: Play, case: Case, role: int, earliest: int) -> int:
    """Return the first turn of the rhythm, counted from assignment, that is not before a minute."""
    desk = case.desks[role]
    rhythm = play.servers[desk.server].plan.rhythm
    if rhythm <= 0:
        return earliest
    opening = play.openings[play.inputs.roles[role].calendar]
    turns = -(-opening.open_between(desk.assigned, earliest) // rhythm)
    minute = opening.advance(desk.assigned, turns * rhythm)
    return minute if minute >= earliest else opening.advance(desk.assigned, (turns + 1) * rhythm)


def enter_queue(play: Play, case: Case, role: int) -> None:
    """Queue a desk visit with the case's person."""
    desk = case.desks[role]
    desk.state = 2
    play.wait_for(desk.server, (VISIT_PRIORITY, play.clock.now, case.citizen, -1, 0, 0, Entry.VISIT, -1))


def has_work(case: Case, role: int, asker: int) -> bool:
    """Return whether something of the case waits on the desk, apart from requests to be sent."""
    if case.desks[role].ready:
        return True
    gathering = case.gathering
    return role == asker and gathering.active and bool(gathering.unread or gathering.reminders)
