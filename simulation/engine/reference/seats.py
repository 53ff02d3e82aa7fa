"""When the people of a case change: another colleague takes it over, or a seat passes on (SEMANTICS S4.1)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.desk_queue import give_to, need_visit
from simulation.engine.reference.frontier import START
from simulation.engine.reference.progress import Play
from simulation.engine.reference.state import Case


def hand_over(play: Play, case: Case, role: int, row: int) -> None:
    """Give the case to the colleague with the fewest open cases, unless it waits or is just being worked on."""
    plan, desk = play.inputs.roles[role], case.desks[role]
    others = [p for p in range(plan.first_server, plan.first_server + plan.servers) if p != desk.server]
    waits = any(entry[2] == case.citizen for entry in play.servers[desk.server].queue)
    if desk.state == 3 or waits or not others:
        return
    server = min(others, key=lambda place: (play.servers[place].cases, place))
    give_to(play, case, role, server, Kind.PERSON_CHANGED, row)
    desk.state, desk.turn = 0, desk.turn + 1
    if desk.ready:
        need_visit(play, case, role)
    play.look_later(case.citizen, START)


def change_seat(play: Play, place: int) -> None:
    """A person leaves and the successor takes over all open cases, without the network."""
    role = play.servers[place].plan.role
    for case in play.opened_cases():
        desk = case.desks.get(role)
        if desk is not None and desk.server == place and not case.closed:
            actor = play.inputs.roles[role].actor
            play.row(case.citizen, Kind.PERSON_CHANGED, case.opened, actor=actor, role=role, worker=place)
