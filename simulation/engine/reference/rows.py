"""Rows of looking up, answering and telling, which the snowball and regular contacts both write."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.progress import Play
from simulation.engine.reference.state import Case


def looked_up(
    play: Play,
    case: Case,
    because: int,
    minutes: int,
    *,
    actor: int,
    of: int,
    role: int = -1,
    worker: int = -1,
    data_type: int = -1,
    channel: int = -1,
) -> int:
    """Write that an actor has looked up or read what another (`of`) has, with the minutes that took."""
    return play.row(
        case.citizen,
        Kind.LOOKED_UP,
        because,
        actor=actor,
        role=role,
        worker=worker,
        data_type=data_type,
        from_actor=of,
        channel=channel,
        value=minutes,
    )


def answered(
    play: Play,
    case: Case,
    because: int,
    minutes: int,
    *,
    actor: int,
    channel: int,
    kind: int = Kind.CALL_ANSWERED,
    of: int = -1,
    data_type: int = -1,
    attempt: int = -1,
) -> int:
    """Write that an actor has answered or told, with the minutes that took."""
    return play.row(
        case.citizen,
        kind,
        because,
        actor=actor,
        data_type=data_type,
        from_actor=of,
        channel=channel,
        attempt=attempt,
        value=minutes,
    )


def sent(play: Play, case: Case, giver: int, receiver: int, matter: int, channel: int, because: int) -> int:
    """Write that a giver has sent a receiver a message about a matter."""
    return play.row(
        case.citizen,
        Kind.MESSAGE_SENT,
        because,
        actor=receiver,
        data_type=play.type_of[matter],
        from_actor=giver,
        channel=channel,
        value=0,
    )


def looked_into(play: Play, case: Case, actor: int, matter: int, how: tuple[int, int], because: int) -> int:
    """Write that an actor has looked at a matter, or read of it: (channel, minutes)."""
    data_type, of = play.type_of[matter], play.holder_of[matter]
    return looked_up(play, case, because, how[1], actor=actor, of=of, data_type=data_type, channel=how[0])


def told(play: Play, case: Case, actor: int, matter: int, how: tuple[int, int], because: int) -> int:
    """Write that an actor has told somebody of a matter who asked, or who is to know: (channel, minutes)."""
    data_type = play.type_of[matter]
    return answered(play, case, because, how[1], actor=actor, channel=how[0], data_type=data_type)
