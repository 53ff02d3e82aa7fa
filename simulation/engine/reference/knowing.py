"""What is true of a citizen, and who knows it or may (SEMANTICS S8, S9)."""

from typing import Final

from simulation.engine.kinds import Kind
from simulation.engine.reference.picture import Known, Picture
from simulation.engine.reference.progress import Play
from simulation.engine.reference.state import Case
from simulation.population.contact_plans import Weekly
from simulation.population.matters import FREE, NEVER

WEEK: Final = 7 * 24 * 60


def picture_of(case: Case) -> Picture:
    """Return what is true and known of a citizen in a course with contacts."""
    assert case.picture is not None
    return case.picture


def of_others(play: Play, case: Case, actor: int, data_type: int) -> list[int]:
    """Return the matters of a type that exist for the citizen and are not the actor's own, in order."""
    exists = picture_of(case).exists
    return [matter for matter in exists if play.type_of[matter] == data_type and play.holder_of[matter] != actor]


def weekly(play: Play, case: Case, luck: Weekly) -> int:
    """Return the citizen's luck of this week."""
    week, last = (play.clock.now - play.opened[case.citizen]) // WEEK, luck.weeks - 1
    return play.draw(luck.column + (week if week < last else last), case.citizen)


def may_learn(play: Play, case: Case, giver: int, receiver: int, matter: int, purpose: int) -> bool:
    """Return whether the law and the consent let a giver tell a receiver of a matter (SEMANTICS S8)."""
    says = picture_of(case).law[purpose][(giver * play.actors + receiver) * play.types + play.type_of[matter]]
    if says == FREE:
        return True
    domain = play.domain_of[matter]
    if says == NEVER or case.consent != 1 or case.excluded >> domain & 1:
        return False
    towards = play.coordination.towards[receiver]
    return towards < 0 or not play.draw(towards, case.citizen) >> domain & 1


def knows_now(picture: Picture, actor: int, matter: int) -> bool:
    """Return whether an actor knows what is true of a matter."""
    return picture.knowing[matter] >> actor & 1 == 1


def learn(play: Play, case: Case, actor: int, matter: int, known: Known, because: int) -> None:
    """Note what an actor has learned, unless it knows something as new; what is new leaves a row."""
    picture = picture_of(case)
    before = picture.knows[actor][matter]
    if before is not None and not is_newer(known, before):
        return
    picture.knows[actor][matter] = known
    if known.version == picture.version[matter]:
        picture.knowing[matter] |= 1 << actor
    if before is None or before.version != known.version:
        play.row(
            case.citizen,
            Kind.LEARNED,
            because,
            actor=actor,
            data_type=play.type_of[matter],
            from_actor=source_of(play, matter, known.giver),
            channel=known.channel,
            attempt=known.version,
            value=play.clock.now - known.as_of,
        )


def is_newer(known: Known, before: Known) -> bool:
    """Return whether what is learned takes the place of what was known: of equals the last."""
    if known.version != before.version:
        return known.version > before.version
    return (known.is_live or not before.is_live) and known.as_of >= before.as_of


def source_of(play: Play, matter: int, giver: int) -> int:
    """Return the actor that a row names: the holder where each has its own, else who told."""
    holder = play.holder_of[matter]
    return holder if holder >= 0 else giver
