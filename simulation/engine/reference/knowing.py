"""What is true of a citizen, and who knows it or may (SEMANTICS S8, S9)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.picture import Known, Picture
from simulation.engine.reference.progress import Play
from simulation.engine.reference.state import Case
from simulation.population.contact_plans import Weekly
from simulation.population.matters import FREE, NEVER

WEEK = 7 * 24 * 60


def picture_of(case: Case) -> Picture:
    """Return what is true and known of a citizen in a course with contacts."""
    assert case.picture is not None
    return case.picture


def of_others(play: Play, case: Case, actor: int, data_type: int) -> list[int]:
    """Return the matters of a type that exist for the citizen and are not the actor's own."""
    picture, matters = picture_of(case), play.inputs.matters
    found = picture.of_others.get((actor, data_type))
    if found is None:
        found = [m for m in picture.exists if matters.data_type[m] == data_type and matters.holder[m] != actor]
        picture.of_others[actor, data_type] = found
    return found


def weekly(play: Play, case: Case, luck: Weekly) -> int:
    """Return the citizen's luck of this week."""
    week, last = (play.clock.now - play.opened[case.citizen]) // WEEK, luck.weeks - 1
    return play.draw(luck.column + (week if week < last else last), case.citizen)


def may_learn(play: Play, case: Case, giver: int, receiver: int, matter: int, purpose: int) -> bool:
    """Return whether the law and the consent let a giver tell a receiver of a matter (SEMANTICS S8)."""
    matters = play.inputs.matters
    says = picture_of(case).law[purpose][giver][receiver][matters.data_type[matter]]
    if says == FREE:
        return True
    domain = matters.domain[matter]
    if says == NEVER or case.consent != 1 or case.excluded >> domain & 1:
        return False
    towards = play.coordination.towards[receiver]
    return towards < 0 or not play.draw(towards, case.citizen) >> domain & 1


def learn(play: Play, case: Case, actor: int, matter: int, known: Known, because: int) -> None:
    """Note what an actor has learned, unless it knows something as new; what is new leaves a row."""
    picture = picture_of(case)
    before = picture.knows[actor].get(matter)
    if before is not None and before.is_live and not known.is_live and before.version >= known.version:
        return
    if before is not None and (before.version, before.as_of) > (known.version, known.as_of):
        return
    picture.knows[actor][matter] = known
    if before is None or before.version != known.version:
        play.row(
            case.citizen,
            Kind.LEARNED,
            because,
            actor=actor,
            data_type=play.inputs.matters.data_type[matter],
            from_actor=source_of(play, matter, known.giver),
            channel=known.channel,
            attempt=known.version,
            value=play.clock.now - known.as_of,
        )


def source_of(play: Play, matter: int, giver: int) -> int:
    """Return the actor that a row names: the holder where each has its own, else who told."""
    holder = play.inputs.matters.holder[matter]
    return holder if holder >= 0 else giver
